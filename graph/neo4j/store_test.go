package neo4j_test

import (
	"os"
	"testing"

	"talentgraph/graph"
	"talentgraph/graph/graphtest"
	"talentgraph/graph/neo4j/neo4jtest"
)

func TestStore(t *testing.T) {
	neo4jtest.URI(t)
	fewerScripts(t)
	graphtest.TestStore(t, func(t *testing.T) graph.Store { return neo4jtest.Open(t) })
}

// fewerScripts runs two random scripts where nobody says how many: each sends some hundreds of different statements,
// and the server takes most of a minute to plan them.
func fewerScripts(t *testing.T) {
	if _, set := os.LookupEnv("TALENTGRAPH_SCRIPTS"); !set && !testing.Short() {
		t.Setenv("TALENTGRAPH_SCRIPTS", "2")
	}
}

func TestGraph(t *testing.T) {
	neo4jtest.URI(t)
	graphtest.TestGraph(t, func(t *testing.T) graph.Store { return neo4jtest.Open(t) })
}
