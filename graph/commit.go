package graph

import (
	"context"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"sync"
	"time"
)

// heldBlocks is how many blocks are read and derived anew at once, so that what is held of the graph does not grow with a change.
const heldBlocks = 1024

// commit reads the blocks that the record's change concerns, derives them anew with the change applied, and commits the change
// together with all that follows. Blocks that also names are derived anew as well.
func (g *Graph) commit(ctx context.Context, c Commit, also []ID, done *Recorded) error {
	for _, j := range c.Judgements {
		also = slices.Concat(also, j.Blocks)
	}
	also = unique(also)
	c.Now, c.Expect = g.clock(), map[ID]int64{}
	added := map[ID][]Claim{}
	for _, cl := range c.Claims {
		added[cl.Block] = append(added[cl.Block], cl)
	}
	w := writing{g: g, ctx: ctx, c: &c, added: added, tally: newTally()}
	fresh := slices.DeleteFunc(slices.Sorted(maps.Keys(added)), func(id ID) bool { _, ok := slices.BinarySearch(also, id); return ok })
	for ids := range slices.Chunk(fresh, max(1, g.held)) {
		judged, err := w.deriveAlone(ids)
		if err != nil {
			return err
		}
		also = append(also, judged...)
	}
	if err := w.deriveTied(unique(also)); err != nil {
		return err
	}
	w.tally.apply(&c)
	done.Moves = slices.Clone(c.Moves)
	for _, gone := range c.Gone {
		if gone.ID.Kind() == "Move" {
			done.Gone = append(done.Gone, gone)
		}
	}
	var err error
	done.Snapshot, err = g.store.Commit(ctx, c)
	return err
}

func unique(ids []ID) []ID { return slices.Compact(slices.Sorted(slices.Values(ids))) }

// writing is a commit that grows.
type writing struct {
	g     *Graph
	ctx   context.Context
	c     *Commit
	added map[ID][]Claim // of c.Claims, by block
	begun bool           // c.Rules is known
	tally *tally
}

// deriveAlone derives blocks anew that nothing but new claims concerns, as far as they are near those, but for the blocks
// that judgements are on: it returns these.
func (w *writing) deriveAlone(ids []ID) (judged []ID, err error) {
	read, near, err := w.near(ids)
	if err != nil {
		return nil, err
	}
	for id, b := range read.Blocks {
		if len(b.Judgements) > 0 {
			judged = append(judged, id)
			delete(read.Blocks, id)
		}
	}
	return judged, w.derive(read, near)
}

// deriveTied derives whole blocks anew, with all that judgements tie to them.
func (w *writing) deriveTied(ids []ID) error {
	if len(ids) == 0 && w.begun {
		return nil
	}
	read, err := w.g.connected(w.ctx, ids)
	if err == nil {
		err = w.agree(read)
	}
	if err != nil {
		return err
	}
	return w.derive(read, nil)
}

// agree checks that all that was read rests on the same judgements on organizations.
func (w *writing) agree(read Blocks) error {
	if w.begun && read.Rules != w.c.Rules {
		return fmt.Errorf("%w: the organization judgements have version %d, not %d", ErrConflict, read.Rules, w.c.Rules)
	}
	w.begun, w.c.Rules = true, read.Rules
	return nil
}

// derive adds to the commit what changes in the blocks that were read.
func (w *writing) derive(read Blocks, near map[ID][]Reach) error {
	for id, b := range read.Blocks {
		if _, ok := w.c.Expect[id]; ok { // a judgement came in between
			return fmt.Errorf("%w: block %s is tied to others now", ErrConflict, id)
		}
		w.c.Expect[id] = b.Version
	}
	changes := w.changes(read, near)
	derived, split := make([]Fused, len(changes)), make([]*pieces, len(changes))
	rules := w.g.fuser.Rules(judgedAfter(read.Judged, *w.c))
	parallel(len(changes), func(i int) {
		ch := &changes[i]
		derived[i], split[i] = w.g.fuser.fuse(ch.claims, ch.judgements, rules, ch.partial)
	})
	d := newDifference()
	for i, ch := range changes {
		d.add(ch.people, ch.moves, derived[i])
		w.c.divide(ch, split[i])
	}
	d.apply(w.c, w.tally)
	return nil
}

// connected reads blocks together with those that judgements tie to them.
func (g *Graph) connected(ctx context.Context, want []ID) (Blocks, error) {
	all := Blocks{Blocks: map[ID]Block{}}
	want = unique(want)
	for first := true; first || len(want) > 0; first = false {
		read, err := g.store.Blocks(ctx, BlockQuery{IDs: want})
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
		want = unique(want)
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

// changes are the groups of the blocks that were read, those in near only partly where they are split.
func (w *writing) changes(read Blocks, near map[ID][]Reach) []change {
	c := w.c
	retracted := map[ID]bool{}
	for _, a := range c.Retract {
		retracted[a] = true
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
		claims = append(claims, w.added[id]...)
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
