package graph

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"time"
)

// Reading is an article and what it says: what Record takes in. IDs, Hash and the fields that a claim copies from its article are set
// by Record where they are empty.
type Reading struct {
	Article Article
	Text    string // of the article; only its hash is kept. May be empty where Article.ID and Hash are set
	Claims  []Claim
}

// Recorded tells what a Record did.
type Recorded struct {
	Snapshot Snapshot // of the commit; the zero Snapshot where nothing was new
	Articles int      // recorded now
	Known    int      // recorded before, or twice in this call: nothing changed for them
	Claims   int      // recorded now
	Moves    []Move   // new or changed, as they are now
	Gone     []Gone   // moves that are no more
}

// The bounds of what is taken in. A longer name or title is no name or title.
const (
	maxName  = 300 // code points
	maxTitle = 1000
	maxQuote = 4000
	maxURL   = 2048
)

// Record takes articles and their claims into the record and brings the derived graph up to date, all in one commit. An article that is already
// recorded changes nothing. ErrInvalid names the first article or claim that is wrong; nothing is recorded then.
func (g *Graph) Record(ctx context.Context, readings []Reading) (Recorded, error) {
	readings, err := prepare(readings)
	if err != nil {
		return Recorded{}, fmt.Errorf("record: %w", err)
	}
	var done Recorded
	err = g.retry(ctx, func(ctx context.Context) error {
		done = Recorded{}
		known, err := g.store.Articles(ctx, articleIDs(readings), time.Time{})
		if err != nil {
			return err
		}
		var c Commit
		for _, r := range readings {
			if _, ok := known[r.Article.ID]; ok {
				done.Known++
				continue
			}
			known[r.Article.ID] = r.Article
			c.Articles = append(c.Articles, r.Article)
			c.Claims = append(c.Claims, r.Claims...)
		}
		done.Articles, done.Claims = len(c.Articles), len(c.Claims)
		if len(c.Articles) == 0 {
			return nil
		}
		return g.commit(ctx, c, nil, &done)
	})
	if err != nil {
		return Recorded{}, fmt.Errorf("record: %w", err)
	}
	return done, nil
}

func articleIDs(readings []Reading) []ID {
	ids := make([]ID, len(readings))
	for i, r := range readings {
		ids[i] = r.Article.ID
	}
	return ids
}

// Retract takes articles out of the record with their claims: the graph is then as if they had never been read. An
// article that is not recorded, or retracted before, is ErrNotFound.
func (g *Graph) Retract(ctx context.Context, articles ...ID) error {
	articles = slices.Compact(slices.Sorted(slices.Values(articles)))
	err := g.retry(ctx, func(ctx context.Context) error {
		known, err := g.store.Articles(ctx, articles, time.Time{})
		if err != nil {
			return err
		}
		for _, id := range articles {
			if _, ok := known[id]; !ok {
				return fmt.Errorf("article %.40q: %w", string(id), ErrNotFound)
			}
		}
		claims, err := g.store.Claims(ctx, ClaimQuery{Of: articles})
		if err != nil {
			return err
		}
		var blocks []ID
		for _, list := range claims {
			for _, c := range list {
				blocks = append(blocks, c.Block)
			}
		}
		return g.commit(ctx, Commit{Retract: articles}, blocks, &Recorded{})
	})
	if err != nil {
		return fmt.Errorf("retract: %w", err)
	}
	return nil
}

// Refuse derives the name blocks that touch the organizations (all blocks where there are none) anew from their
// claims, as after a change of the catalogue or a judgement on organizations, and returns how many blocks it went through.
func (g *Graph) Refuse(ctx context.Context, organizations ...ID) (int, error) {
	n := 0
	for after := ID(""); ; {
		blocks, err := g.store.BlocksOf(ctx, organizations, after, refuseBatch)
		if err != nil {
			return n, fmt.Errorf("refuse: %w", err)
		}
		if len(blocks) == 0 {
			return n, nil
		}
		err = g.retry(ctx, func(ctx context.Context) error { return g.commit(ctx, Commit{}, blocks, &Recorded{}) })
		if err != nil {
			return n, fmt.Errorf("refuse: %w", err)
		}
		n += len(blocks)
		after = blocks[len(blocks)-1]
	}
}

const refuseBatch = 500

// maxTries bounds how often a commit is tried against other writers.
const maxTries = 50

// retry runs a read-fuse-commit until no other writer was faster. After the first conflict writers of this Graph take
// turns, so that they cannot starve each other.
func (g *Graph) retry(ctx context.Context, try func(context.Context) error) error {
	err := try(ctx)
	if !errors.Is(err, ErrConflict) {
		return err
	}
	g.turn.Lock()
	defer g.turn.Unlock()
	for i := range maxTries {
		if err = try(ctx); !errors.Is(err, ErrConflict) {
			return err
		}
		wait := time.Duration(rand.Int64N(int64(min(i+1, 20)) * int64(5*time.Millisecond)))
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(wait):
		}
	}
	return err
}

// prepare fills in what follows from the rest, and checks.
func prepare(readings []Reading) ([]Reading, error) {
	out := make([]Reading, len(readings))
	for i, r := range readings {
		if err := r.complete(); err != nil {
			return nil, fmt.Errorf("article %d (%s): %w", i+1, cmp.Or(r.Article.URL, r.Article.Title, string(r.Article.ID), "no URL"), err)
		}
		out[i] = r
	}
	return out, nil
}
