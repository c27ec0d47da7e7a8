package neo4j_test

import (
	"testing"

	"talentgraph/graph"
	"talentgraph/graph/graphtest"
	"talentgraph/graph/neo4j/neo4jtest"
)

func TestStore(t *testing.T) {
	neo4jtest.URI(t)
	graphtest.TestStore(t, func(t *testing.T) graph.Store { return neo4jtest.Open(t) })
}

func TestGraph(t *testing.T) {
	neo4jtest.URI(t)
	graphtest.TestGraph(t, func(t *testing.T) graph.Store { return neo4jtest.Open(t) })
}
