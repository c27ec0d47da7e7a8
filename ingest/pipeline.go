// Package ingest takes articles into the record: a source's documents are read for moves on several goroutines, in
// their order, and recorded in batches. What cannot be read or recorded is reported and passed over; memory is bounded whatever
// the number of documents.
package ingest

import (
	"context"
	"fmt"
	"iter"
	"runtime"
	"time"

	"golang.org/x/sync/errgroup"

	"talentgraph/graph"
	"talentgraph/ingest/extract"
	"talentgraph/ingest/source"
)

// Recorder takes readings into the record, all or none; an article that it has already changes nothing. *graph.Graph is one.
type Recorder interface {
	Record(ctx context.Context, readings []graph.Reading) (graph.Recorded, error)
}

// Extractor says what an article says about moves. It is used by several goroutines at once; *extract.Extractor is one.
type Extractor interface {
	Extract(ctx context.Context, a extract.Article) (extract.Result, error)
	Languages() []string // ISO 639-1, those that it reads
}

// The defaults of a Pipeline. A batch of this size is committed in about a second, and a larger one gains little.
const (
	DefaultBatch = 1000
	DefaultDelay = time.Second
)

// grace is how long a commit that runs when the pipeline is stopped may take to finish.
const grace = 20 * time.Second

// Pipeline records what documents say. Recorder, Extractor and Version are required.
type Pipeline struct {
	Recorder  Recorder
	Extractor Extractor
	Version   string        // of the extractor, as claims state it
	Workers   int           // articles read at once; 0 for one a processor
	Batch     int           // articles a commit; 0 for DefaultBatch
	Delay     time.Duration // how long a read article waits at most for more before it is committed; 0 for DefaultDelay

	// Known returns those of these articles that are recorded, so that they need not be read again. Without it they are
	// read, and the Recorder finds that they are known.
	Known func(ctx context.Context, ids []graph.ID) (map[graph.ID]bool, error)
	// Report is told of each document that could not be read, and of each article or claim that was refused: one line
	// that begins with the place, "FILE:LINE: ". It is not called concurrently.
	Report func(error)
	// Progress is told after each commit and at least once each Delay, not concurrently.
	Progress func(Stats)
}

// Stats counts what a run did.
type Stats struct {
	Read         int `json:"read"`         // articles found that could be read
	Recorded     int `json:"recorded"`     // articles recorded
	Known        int `json:"known"`        // articles that were recorded before
	WithoutMoves int `json:"withoutMoves"` // articles read now that say nothing of a move
	Foreign      int `json:"foreign"`      // of these, in a language that is not read
	Claims       int `json:"claims"`       // claims recorded
	Unreadable   int `json:"unreadable"`   // files, lines or arguments that could not be read
	Refused      int `json:"refused"`      // articles and claims that could be read and not be recorded
}

// Run takes all documents. Its error is that of the Recorder or, where ctx ended, that of ctx: a commit that is running
// then is finished, and a later Run over the same documents goes on where this one stopped.
func (p Pipeline) Run(ctx context.Context, docs iter.Seq2[source.Document, error]) (Stats, error) {
	if p.Workers <= 0 {
		p.Workers = runtime.GOMAXPROCS(0)
	}
	if p.Batch <= 0 {
		p.Batch = DefaultBatch
	}
	if p.Delay <= 0 {
		p.Delay = DefaultDelay
	}
	r := &reader[prepared]{workers: p.Workers, ahead: p.Batch, known: p.Known, do: p.prepare}
	c := &committer{Pipeline: p}
	ready := make(chan *item[prepared])
	group, running := errgroup.WithContext(ctx)
	group.Go(func() error {
		defer close(ready)
		for it := range r.read(running, docs) {
			select {
			case ready <- it:
			case <-running.Done():
			}
		}
		return running.Err()
	})
	group.Go(func() error { return c.run(ctx, running, ready) })
	err := group.Wait()
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return c.stats, fmt.Errorf("ingest: %w", err)
	}
	return c.stats, nil
}

// Read is one article with what it says.
type Read struct {
	Document source.Document
	Result   extract.Result
}

// Extract reads documents on as many goroutines as workers says (0: one a processor) and yields them in their order.
// An error is that of a document that could not be read, after which the next one comes, or as the last one that of ctx.
func Extract(ctx context.Context, docs iter.Seq2[source.Document, error], e Extractor, workers int) iter.Seq2[Read, error] {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	r := &reader[Read]{workers: workers, ahead: 16 * workers, do: func(ctx context.Context, f found) (Read, error) {
		result, err := safely(ctx, e, f.document)
		return Read{f.document, result}, err
	}}
	return func(yield func(Read, error) bool) {
		for it := range r.read(ctx, docs) {
			if !yield(it.result, it.err) {
				return
			}
		}
		if err := ctx.Err(); err != nil {
			yield(Read{}, err)
		}
	}
}
