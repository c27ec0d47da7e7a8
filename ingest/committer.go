package ingest

import (
	"context"
	"errors"
	"time"

	"talentgraph/graph"
	"talentgraph/ingest/source"
)

// maxClaims in a batch, so that long lists of appointments do not make a commit long.
const maxClaims = 10_000

// committer gathers what is ready into batches and records them. Only its goroutine touches it.
type committer struct {
	Pipeline
	batch  []graph.Reading
	claims int
	stats  Stats
}

// run records until ready is closed. Where the caller's ctx ends, what was gathered is recorded before it returns; where only
// running does, the pipeline has failed elsewhere.
func (c *committer) run(ctx, running context.Context, ready <-chan *item[prepared]) error {
	tick := time.NewTicker(c.Delay)
	defer tick.Stop()
	for {
		select {
		case it, ok := <-ready:
			if !ok {
				return c.flush(ctx)
			}
			c.add(it)
			if len(c.batch) < c.Batch && c.claims < maxClaims {
				continue
			}
		case <-tick.C:
		case <-running.Done():
			if ctx.Err() == nil {
				return running.Err()
			}
			return c.flush(ctx)
		}
		if err := c.flush(ctx); err != nil {
			return err
		}
	}
}

func (c *committer) add(it *item[prepared]) {
	switch {
	case it.known:
		c.stats.Read++
		c.stats.Known++
	case it.err != nil:
		c.count(it.err)
	default:
		c.stats.Read++
		for _, err := range it.result.refused {
			c.stats.Refused++
			c.report(err)
		}
		r := it.result.reading
		if len(r.Claims) == 0 {
			c.stats.WithoutMoves++
		}
		if it.result.foreign {
			c.stats.Foreign++
		}
		c.batch = append(c.batch, r)
		c.claims += len(r.Claims)
	}
}

// count counts and reports why there is nothing to record; the end of the context is not the document's fault.
func (c *committer) count(err error) {
	var unreadable *source.Error
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return
	case errors.As(err, &unreadable):
		c.stats.Unreadable++
	default:
		c.stats.Read++
		c.stats.Refused++
	}
	c.report(err)
}

func (c *committer) report(err error) {
	if c.Report != nil {
		c.Report(err)
	}
}

// flush records the batch. The commit outlives ctx by the grace, so that stopping does not throw its work away.
func (c *committer) flush(ctx context.Context) error {
	if len(c.batch) > 0 {
		commit, cancel := context.WithCancel(context.WithoutCancel(ctx))
		defer cancel()
		defer context.AfterFunc(ctx, func() { time.AfterFunc(grace, cancel) })()
		done, err := c.Recorder.Record(commit, c.batch)
		if err != nil {
			return err
		}
		c.stats.Recorded += done.Articles
		c.stats.Known += done.Known
		c.stats.Claims += done.Claims
		clear(c.batch)
		c.batch, c.claims = c.batch[:0], 0
	}
	if c.Progress != nil {
		c.Progress(c.stats)
	}
	return nil
}
