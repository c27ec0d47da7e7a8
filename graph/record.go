package graph

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"
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

// commit reads the blocks that the record's change concerns, derives them anew with the change applied, and commits the change
// together with all that follows. Blocks that also names are derived anew as well.
func (g *Graph) commit(ctx context.Context, c Commit, also []ID, done *Recorded) error {
	for _, j := range c.Judgements {
		also = slices.Concat(also, j.Blocks)
	}
	read, near, err := g.concerned(ctx, c.Claims, also)
	if err != nil {
		return err
	}
	c.Now, c.Rules, c.Expect = g.clock(), read.Rules, make(map[ID]int64, len(read.Blocks))
	for id, b := range read.Blocks {
		c.Expect[id] = b.Version
	}
	changes := changeBlocks(read, near, c)
	derived, split := make([]Fused, len(changes)), make([]*pieces, len(changes))
	rules := g.fuser.Rules(judgedAfter(read.Judged, c))
	parallel(len(changes), func(i int) {
		ch := &changes[i]
		derived[i], split[i] = g.fuser.fuse(ch.claims, ch.judgements, rules, ch.partial)
	})
	d := newDifference()
	for i, ch := range changes {
		d.add(ch.people, ch.moves, derived[i])
		c.divide(ch, split[i])
	}
	d.apply(&c)
	done.Moves = slices.Clone(c.Moves)
	for _, gone := range c.Gone {
		if gone.ID.Kind() == "Move" {
			done.Gone = append(done.Gone, gone)
		}
	}
	done.Snapshot, err = g.store.Commit(ctx, c)
	return err
}

// connected reads blocks, or what is near of them, together with those that judgements tie to them.
func (g *Graph) connected(ctx context.Context, want []ID, near map[ID][]Reach) (Blocks, error) {
	all := Blocks{Blocks: map[ID]Block{}}
	want = slices.Compact(slices.Sorted(slices.Values(want)))
	for first := true; first || len(want) > 0; first = false {
		read, err := g.store.Blocks(ctx, BlockQuery{IDs: want, Near: near})
		if err != nil {
			return all, err
		}
		all.Rules, all.Judged = read.Rules, read.Judged
		want = nil
		for id, b := range read.Blocks {
			all.Blocks[id] = b
		}
		for _, b := range read.Blocks {
			for _, j := range b.Judgements {
				for _, other := range j.Blocks {
					if _, ok := all.Blocks[other]; !ok {
						want = append(want, other)
					}
				}
			}
		}
		want = slices.Compact(slices.Sorted(slices.Values(want)))
	}
	return all, nil
}

// change is one group of blocks with the record's change applied, and what was current before it.
type change struct {
	claims     []Claim
	judgements []Judgement
	people     []Person
	moves      []Move

	// Of a change of one block that no judgement is on.
	block   ID
	split   bool // as read
	partial bool // only some parts were read
	parts   map[ID]int64
}

func changeBlocks(read Blocks, near map[ID][]Reach, c Commit) []change {
	retracted := map[ID]bool{}
	for _, a := range c.Retract {
		retracted[a] = true
	}
	added := map[ID][]Claim{}
	for _, cl := range c.Claims {
		added[cl.Block] = append(added[cl.Block], cl)
	}
	judgements := map[ID]Judgement{}
	for _, b := range read.Blocks {
		for _, j := range b.Judgements {
			if !slices.Contains(c.Undo, j.ID) {
				judgements[j.ID] = j
			}
		}
	}
	latest := c.Now
	for _, j := range judgements {
		if !j.At.Before(latest) {
			latest = j.At.Add(time.Microsecond)
		}
	}
	for _, j := range c.Judgements {
		if len(j.Blocks) > 0 {
			j.At, j.Undone = latest, time.Time{}
			judgements[j.ID] = j
		}
	}
	judged := map[ID]bool{}
	for _, j := range judgements {
		for _, b := range j.Blocks {
			judged[b] = true
		}
	}
	// What was current is compared with what follows over the whole commit, since a judgement may have tied or
	// parted groups.
	out := make([]change, 0, len(read.Blocks)+1)
	var tied []Claim
	for _, id := range slices.Sorted(maps.Keys(read.Blocks)) {
		b := read.Blocks[id]
		claims := b.Claims
		if len(retracted) > 0 {
			claims = slices.DeleteFunc(claims, func(cl Claim) bool { return retracted[cl.Article] })
		}
		claims = append(claims, added[id]...)
		_, partial := near[id]
		ch := change{people: b.People, moves: b.Moves, block: id, split: b.Split, partial: partial && b.Split, parts: b.Parts}
		if judged[id] {
			tied = append(tied, claims...)
		} else {
			ch.claims = claims
		}
		out = append(out, ch)
	}
	groups := groupBlocks(tied, slices.Collect(maps.Values(judgements)))
	for _, key := range slices.Sorted(maps.Keys(groups)) {
		out = append(out, change{claims: groups[key].claims, judgements: groups[key].judgements})
	}
	return out
}

func judgedAfter(judged []Judgement, c Commit) []Judgement {
	var out []Judgement
	for _, j := range judged {
		if !slices.Contains(c.Undo, j.ID) {
			out = append(out, j)
		}
	}
	for _, j := range c.Judgements {
		if len(j.Blocks) == 0 {
			j.At = c.Now
			out = append(out, j)
		}
	}
	return out
}

func parallel(n int, do func(int)) {
	workers := min(runtime.GOMAXPROCS(0), n)
	if workers < 2 {
		for i := range n {
			do(i)
		}
		return
	}
	var wait sync.WaitGroup
	step := max(1, min(64, n/(4*workers)))
	next := make(chan int)
	for range workers {
		wait.Go(func() {
			for from := range next {
				for i := from; i < min(n, from+step); i++ {
					do(i)
				}
			}
		})
	}
	for i := 0; i < n; i += step {
		next <- i
	}
	close(next)
	wait.Wait()
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
