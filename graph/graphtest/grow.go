package graphtest

import (
	"context"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"talentgraph/graph"
)

// Grow records the world's articles in a graph, from where it was left, until it has a number of moves. After some tens of
// thousands each it says how many there are.
func (w *World) Grow(ctx context.Context, g *graph.Graph, moves int, say func(articles, moves int)) error {
	const batch, often = 2000, 25
	now, err := g.Snapshot(ctx, time.Time{})
	if err != nil || now.Moves >= moves {
		return err
	}
	next, stop := iter.Pull(w.Entries())
	defer stop()
	for range now.Articles {
		next()
	}
	for k := 1; now.Moves < moves; k++ {
		readings := make([]graph.Reading, batch)
		for i := range readings {
			e, _ := next() // there is no end
			readings[i] = e.Reading
		}
		if _, err := g.Record(ctx, readings); err != nil {
			return fmt.Errorf("after %d articles: %w", now.Articles, err)
		}
		if now, err = g.Snapshot(ctx, time.Time{}); err != nil {
			return err
		}
		if k%often == 0 {
			say(now.Articles, now.Moves)
		}
	}
	return nil
}

// RequestsRecord is how many moves benchmarks of requests ask about, TALENTGRAPH_BENCH_MOVES or 8,000, and the database file that holds
// them: in the folder TALENTGRAPH_BENCH_DIR where that is set, so that it is made once, else in one for this run.
func RequestsRecord(b *testing.B) (moves int, file string) {
	b.Helper()
	moves = 8000
	if n, err := strconv.Atoi(os.Getenv("TALENTGRAPH_BENCH_MOVES")); err == nil && n > 0 {
		moves = n
	}
	dir := os.Getenv("TALENTGRAPH_BENCH_DIR")
	if dir == "" {
		dir = b.TempDir()
	}
	return moves, filepath.Join(dir, "requests-"+strconv.Itoa(moves)+".db")
}
