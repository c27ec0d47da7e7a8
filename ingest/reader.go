package ingest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"iter"
	"sync"

	"golang.org/x/sync/semaphore"

	"talentgraph/graph"
	"talentgraph/ingest/source"
)

// The bounds of what is under way at once.
const (
	maxText   = 16 << 20 // bytes of text, or a single longer one
	maxLookup = 64       // articles in one question to Pipeline.Known
)

// found is a document with what identifies it in the record.
type found struct {
	document source.Document
	id       graph.ID
	hash     string
}

// item is a document on its way.
type item[T any] struct {
	found
	known  bool // it is in the record: nothing is done for it
	result T
	err    error // why there is no result
	weight int64
	done   chan struct{} // closed when result or err is there
}

// reader does something to each document on several goroutines and yields the results in the documents' order.
type reader[T any] struct {
	workers int
	ahead   int // how many results wait at most for the consumer
	known   func(context.Context, []graph.ID) (map[graph.ID]bool, error)
	do      func(context.Context, found) (T, error)
}

// read yields an item for each document and each error of docs, and ends early where ctx ends. An item's text is to be
// dropped when the next one is asked for: only until then it counts for what is under way.
func (r *reader[T]) read(ctx context.Context, docs iter.Seq2[source.Document, error]) iter.Seq[*item[T]] {
	return func(yield func(*item[T]) bool) {
		ctx, cancel := context.WithCancel(ctx)
		var running sync.WaitGroup
		defer running.Wait()
		defer cancel()
		budget := semaphore.NewWeighted(maxText)
		arrived := make(chan *item[T], maxLookup)
		queue := make(chan *item[T], r.ahead)
		work := make(chan *item[T])
		running.Go(func() {
			defer close(arrived)
			r.arrive(ctx, docs, budget, arrived)
		})
		running.Go(func() {
			defer close(queue)
			defer close(work)
			r.dispatch(ctx, arrived, queue, work)
		})
		for range r.workers {
			running.Go(func() {
				for it := range work {
					it.result, it.err = r.do(ctx, it.found)
					close(it.done)
				}
			})
		}
		for it := range queue {
			select {
			case <-it.done:
			case <-ctx.Done():
				return
			}
			if ctx.Err() != nil || !yield(it) {
				return
			}
			budget.Release(it.weight)
		}
	}
}

// arrive takes the documents from their source as far as the budget allows.
func (r *reader[T]) arrive(ctx context.Context, docs iter.Seq2[source.Document, error], budget *semaphore.Weighted, to chan<- *item[T]) {
	for d, err := range docs {
		it := &item[T]{found: found{document: d}, err: err, done: make(chan struct{})}
		if err == nil {
			sum := sha256.Sum256([]byte(d.Text))
			it.hash = hex.EncodeToString(sum[:])
			it.id = graph.NewArticleID(d.URL, d.Title, it.hash)
			it.weight = min(int64(len(d.Text)), maxText)
		}
		if budget.Acquire(ctx, it.weight) != nil {
			return
		}
		select {
		case to <- it:
		case <-ctx.Done():
			return
		}
	}
}

// dispatch looks up as many documents at once as have arrived, and gives those to the workers that are not known.
func (r *reader[T]) dispatch(ctx context.Context, from <-chan *item[T], queue, work chan<- *item[T]) {
	for first := range from {
		group := append(make([]*item[T], 0, maxLookup), first)
	more:
		for len(group) < maxLookup {
			select {
			case it, ok := <-from:
				if !ok {
					break more
				}
				group = append(group, it)
			default:
				break more
			}
		}
		r.lookUp(ctx, group)
		for _, it := range group {
			ready := it.known || it.err != nil
			if ready {
				close(it.done)
			}
			select {
			case queue <- it:
			case <-ctx.Done():
				return
			}
			if ready {
				continue
			}
			select {
			case work <- it:
			case <-ctx.Done():
				return
			}
		}
	}
}

// lookUp marks the documents that are known. A failure makes them unknown, and what is wrong will show at the commit.
func (r *reader[T]) lookUp(ctx context.Context, group []*item[T]) {
	if r.known == nil {
		return
	}
	var ids []graph.ID
	for _, it := range group {
		if it.err == nil {
			ids = append(ids, it.id)
		}
	}
	if len(ids) == 0 {
		return
	}
	known, err := r.known(ctx, ids)
	if err != nil {
		return
	}
	for _, it := range group {
		it.known = known[it.id]
	}
}
