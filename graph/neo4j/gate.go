package neo4j

import (
	"context"
	"errors"
	"sync/atomic"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// A reader of Neo4j sees a commit in parts while the server applies it to nodes, relationships and indexes one after
// the other. Here it has to see commits whole. The Gate node tells readers when to look: before a commit is applied,
// its number is written to begin, and after it was applied to end, each in a transaction of its own. What was read
// while begin and end were equal and stayed so is whole; else it is read again. Nobody waits for a commit that is
// still being made, only for the moment in which one is applied.

const (
	busyWait = 2 * time.Millisecond
	deadWait = 3 * time.Second // no commit takes that long to be applied: whoever made it has died
	rereads  = 8               // before a reader stops commits to get its turn
)

var (
	errMoved = errors.New("a commit came in between")
	errStuck = errors.New("a commit has not ended")
)

// glance is the gate as it was found.
type glance struct {
	begin, end int64
	last       bool // nothing was read after it
}

// gate reads where begin and end are; equal where there is no Gate.
func (t transaction) gate() (begin, end int64, err error) {
	err = t.each(`MATCH (g:Gate {id: 'gate'}) RETURN g.begin, g.end`, nil, func(v []any) {
		begin, end = v[0].(int64), v[1].(int64)
	})
	return begin, end, err
}

// gateAfter is the gate after all that was read so far.
func (t transaction) gateAfter() (begin, end int64, err error) {
	if t.seen.last {
		return t.seen.begin, t.seen.end, nil
	}
	return t.gate()
}

// settled runs work until it has read something whole. Where no commit has begun since the Store last found that all
// had ended, the first reading is.
func (t transaction) settled(last *atomic.Int64, work func(t transaction) error) error {
	t.seen = &glance{}
	if before := last.Load(); before > 0 {
		if err := work(t); err != nil {
			return err
		}
		begin, end, err := t.gateAfter()
		if err != nil || begin == before && end == before {
			return err
		}
	}
	for range rereads {
		begin, err := t.open()
		if err != nil {
			return err
		}
		if err = work(t); err != nil {
			return err
		}
		now, _, err := t.gateAfter()
		if err != nil {
			return err
		}
		if now == begin {
			last.Store(begin)
			return nil
		}
	}
	return errMoved
}

// open waits until no commit is being applied.
func (t transaction) open() (begin int64, err error) {
	for start := time.Now(); ; {
		begin, end, err := t.gate()
		if err != nil || begin == end {
			return begin, err
		}
		if time.Since(start) > deadWait {
			return 0, errStuck
		}
		select {
		case <-t.ctx.Done():
			return 0, t.ctx.Err()
		case <-time.After(busyWait):
		}
	}
}

// whole reads with a function that has to see commits whole, in a transaction of the given mode.
func (s *Store) whole(ctx context.Context, mode neo4j.AccessMode, work func(t transaction) error) error {
	for {
		err := s.attempt(ctx, mode, func(t transaction) error { return t.settled(&s.settledAt, work) })
		switch {
		case errors.Is(err, errMoved):
			return s.attempt(ctx, neo4j.AccessModeWrite, func(t transaction) error {
				if err := t.lock(); err != nil {
					return err
				}
				return work(t)
			})
		case errors.Is(err, errStuck):
			if err = s.release(ctx); err != nil {
				return err
			}
		default:
			return err
		}
	}
}

// lock waits for the commits under way and keeps others from beginning until the transaction ends. Writing a property,
// even with the value that it has, takes the lock; what is read after that is up to date.
func (t transaction) lock() error {
	return t.do(`MATCH (g:TalentGraph {id: 'graph'}) SET g.locked = true`, nil)
}

// announce says that a commit is about to be applied, and gives its number. Its transaction holds the lock, so there is
// only ever one.
func (s *Store) announce(ctx context.Context) (number int64, err error) {
	err = s.attempt(ctx, neo4j.AccessModeWrite, func(t transaction) error {
		return t.each(`MATCH (g:Gate {id: 'gate'}) SET g.begin = g.begin + 1 RETURN g.begin`, nil,
			func(v []any) { number = v[0].(int64) })
	})
	return number, err
}

// settle says that an announced commit was applied or given up. It outlasts the end of the context, for readers wait.
// Where nobody knows how the commit ended, it waits for the lock, and so for the server to be done with it.
func (s *Store) settle(ctx context.Context, number int64, known bool) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), deadWait)
	defer cancel()
	return s.attempt(ctx, neo4j.AccessModeWrite, func(t transaction) error {
		if !known {
			if err := t.lock(); err != nil {
				return err
			}
		}
		return t.do(`MATCH (g:Gate {id: 'gate'}) SET g.locked = true
			WITH g WHERE g.end < $number SET g.end = $number`, parameters{"number": number})
	})
}

// release does so in place of a program that died: when its transaction has ended, the lock is free.
func (s *Store) release(ctx context.Context) error {
	return s.attempt(ctx, neo4j.AccessModeWrite, func(t transaction) error {
		if err := t.lock(); err != nil {
			return err
		}
		return t.do(`MATCH (g:Gate {id: 'gate'}) SET g.locked = true WITH g SET g.end = g.begin`, nil)
	})
}
