package graphtest_test

import (
	"context"
	"path/filepath"
	"testing"

	"talentgraph/graph"
	"talentgraph/graph/catalogue"
	"talentgraph/graph/graphtest"
	"talentgraph/graph/sqlite"
)

func openS(t testing.TB) graph.Store {
	s, err := sqlite.Open(context.Background(), filepath.Join(t.TempDir(), "g.db"), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestZGraph(t *testing.T)  { graphtest.TestGraph(t, func(t *testing.T) graph.Store { return openS(t) }) }
func TestZStore(t *testing.T)  { graphtest.TestStore(t, func(t *testing.T) graph.Store { return openS(t) }) }
func BenchmarkZ(b *testing.B) {
	o, _ := catalogue.Organizations()
	n, _ := catalogue.Names()
	graphtest.BenchmarkRecord(b, graphtest.NewWorld(1, o, n), func(b *testing.B) graph.Store { return openS(b) })
}
