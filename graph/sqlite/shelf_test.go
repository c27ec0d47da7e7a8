package sqlite

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"talentgraph/graph"
)

// What Blocks has read is of no use to a commit when another process has changed the block since.
func TestShelfOfAnotherVersion(t *testing.T) {
	file := filepath.Join(t.TempDir(), "t.db")
	a, b := openTest(t, file), openTest(t, file)
	ctx := context.Background()
	move := graph.Move{ID: "mov_a", Person: "per_a", Block: "blk_p", From: "org_x", Date: graph.Date{Year: 2024}, Status: graph.Completed}
	commit := func(s *Store, version int64) {
		t.Helper()
		_, err := s.Commit(ctx, graph.Commit{Now: time.Now(), Expect: map[graph.ID]int64{"blk_p": version}, Moves: []graph.Move{move},
			People: []graph.Person{{ID: "per_a", Block: "blk_p", Name: "Ada"}}})
		if err != nil {
			t.Fatal(err)
		}
	}
	commit(b, 0)
	if _, err := a.Blocks(ctx, graph.BlockQuery{IDs: []graph.ID{"blk_p"}}); err != nil {
		t.Fatal(err)
	}
	move.ID = "mov_b"
	commit(b, 1)
	move.Date.Year = 2025
	commit(a, 2) // a new version of what is not on the shelf
	shot, err := a.Snapshot(ctx, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	if shot.Moves != 2 || shot.People != 1 {
		t.Errorf("%d moves of %d people, want 2 of 1", shot.Moves, shot.People)
	}
}
