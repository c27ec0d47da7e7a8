package sqlite

import (
	"context"
	"path/filepath"
	"testing"

	"talentgraph/graph"
	"talentgraph/graph/graphtest"
)

// openTest opens a store in a new file, or in the one given.
func openTest(t testing.TB, file string) *Store {
	t.Helper()
	if file == "" {
		file = filepath.Join(t.TempDir(), "graph.db")
	}
	s, err := Open(context.Background(), file, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// TestStore also runs with recent moved to lookup all the time, lists walked through where they can be, and facts kept in small lots and
// asked wherever they can be.
func TestStore(t *testing.T) {
	for name, rows := range map[string]int64{"collecting": recentRows, "settling": 7} {
		t.Run(name, func(t *testing.T) {
			graphtest.TestStore(t, func(t *testing.T) graph.Store {
				s := openTest(t, "")
				s.settleAt = rows
				if rows < recentRows {
					s.walks = walks{1, 25}
					s.packAt, s.broad, s.patience, s.mostTold = 5, 1, -9, 2
				}
				return s
			})
		})
	}
}

func TestGraph(t *testing.T) {
	graphtest.TestGraph(t, func(t *testing.T) graph.Store { return openTest(t, "") })
}
