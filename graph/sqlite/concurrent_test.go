package sqlite

import (
	"context"
	"errors"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"talentgraph/graph"
)

// TestTwoStores lets two stores on one file, as two processes would have, write overlapping blocks from several
// goroutines each, with readers next to them: conflicts are told and retried, nothing is lost or counted twice.
func TestTwoStores(t *testing.T) {
	ctx := context.Background()
	file := filepath.Join(t.TempDir(), "graph.db")
	stores := []*Store{openTest(t, file), openTest(t, file)}
	const writers, batches, size = 4, 6, 20
	var group sync.WaitGroup
	stop := make(chan struct{})
	for _, s := range stores {
		group.Go(func() { // every read is of one commit: counts and lists agree
			for {
				select {
				case <-stop:
					return
				default:
				}
				err := s.read(ctx, "check", func(c session) error {
					now, err := c.stateAt(0)
					if err != nil {
						return err
					}
					f := newFilter(graph.MoveFilter{MinConfidence: 0.1})
					n, _, err := c.count([]list{{side: allSide}}, f, nil, 0)
					if err != nil {
						return err
					}
					facts, err := c.surveyCounts([]*filter{f}, 0)
					if err == nil && (int64(n) != now.moves || facts[0] != n) {
						t.Errorf("%d moves listed, %d counted, %d facts", n, now.moves, facts[0])
					}
					return err
				})
				if err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	var writing sync.WaitGroup
	for i := range writers {
		writing.Go(func() {
			w := newWorld(stores[i%2], (i+1)*100_000)
			for range batches {
				for first := w.articles; ; w.articles = first {
					err := w.batch(ctx, size)
					if err == nil {
						break
					}
					if !errors.Is(err, graph.ErrConflict) {
						t.Error(err)
						return
					}
				}
			}
		})
	}
	writing.Wait()
	close(stop)
	group.Wait()
	shot, err := stores[0].Snapshot(ctx, time.Time{})
	if err != nil || shot.Articles != writers*batches*size || shot.Commits != writers*batches {
		t.Errorf("snapshot %+v, %v", shot, err)
	}
	recount(t, stores[1])
}

// TestCancelled ends the context of commits and reads at many points: either all of it happened or nothing, and the
// store goes on working.
func TestCancelled(t *testing.T) {
	s := openTest(t, "")
	w := newWorld(s, 0)
	if err := w.batch(context.Background(), 200); err != nil {
		t.Fatal(err)
	}
	ended := 0
	for i := range 40 {
		ctx, cancel := context.WithTimeout(context.Background(), time.Duration(i)*400*time.Microsecond)
		before, first := recorded(t, s), w.articles
		err := w.batch(ctx, 50)
		switch after := recorded(t, s); {
		case err == nil && after != before+50, err != nil && after != before:
			t.Errorf("%d articles before, %d after, error %v", before, after, err)
		case err != nil && !errors.Is(err, context.DeadlineExceeded):
			t.Errorf("error %v", err)
		case err != nil:
			ended++
			w.articles = first
		}
		if _, err := s.Moves(ctx, graph.MoveQuery{Limit: 1000}); err != nil && !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("moves: %v", err)
		}
		if _, err := s.Flows(ctx, graph.FlowQuery{By: []graph.FlowDimension{graph.ByFrom}, Limit: 10, Where: graph.MoveFilter{MinConfidence: 0.1}}); err != nil && !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("flows: %v", err)
		}
		cancel()
	}
	if ended == 0 {
		t.Error("no commit was ended")
	}
	recount(t, s)
}

func recorded(t *testing.T, s *Store) int {
	t.Helper()
	shot, err := s.Snapshot(context.Background(), time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	return shot.Articles
}

// TestClosedWhileRunning: Close waits for what runs, and what comes after it is refused.
func TestClosedWhileRunning(t *testing.T) {
	s := openTest(t, "")
	ctx := context.Background()
	started, done := make(chan struct{}), make(chan error, 1)
	var ended atomic.Bool
	go func() {
		done <- s.read(ctx, "slow", func(c session) error {
			close(started)
			time.Sleep(20 * time.Millisecond)
			_, err := c.stateAt(0)
			ended.Store(true)
			return err
		})
	}()
	<-started
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if !ended.Load() {
		t.Error("Close did not wait")
	}
	if err := <-done; err != nil {
		t.Error(err)
	}
	if _, err := s.Snapshot(ctx, time.Time{}); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("error %v", err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}
