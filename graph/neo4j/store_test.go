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

// fewerScripts asks less at random where nobody says how much: each question of another shape is a statement of its own, and
// the server takes the better part of a tenth of a second to plan one.
func fewerScripts(t *testing.T) {
	for name, value := range map[string]string{"TALENTGRAPH_SCRIPTS": "1", "TALENTGRAPH_CASES": "200"} {
		if _, set := os.LookupEnv(name); !set && !testing.Short() {
			t.Setenv(name, value)
		}
	}
}

func TestGraph(t *testing.T) {
	neo4jtest.URI(t)
	graphtest.TestGraph(t, func(t *testing.T) graph.Store { return neo4jtest.Open(t) })
}
