package graph

import (
	"context"
	"slices"
)

// judged is the judgements on organizations as they were read last: what a claim reaches depends on them.
type judged struct {
	version int64
	rules   Rules
}

// concerned reads the blocks that a change concerns: those in whole, and of the new claims' blocks, where they are split,
// the parts that the claims reach. The blocks of which only that was asked are in near.
func (g *Graph) concerned(ctx context.Context, claims []Claim, whole []ID) (read Blocks, near map[ID][]Reach, err error) {
	want := slices.Clone(whole)
	for _, c := range claims {
		want = append(want, c.Block)
	}
	known := g.judged.Load()
	if known == nil {
		known = &judged{}
	}
	for {
		near = g.near(claims, whole, known.rules)
		if read, err = g.connected(ctx, want, near); err != nil || read.Rules == known.version {
			return read, near, err
		}
		known = &judged{read.Rules, g.fuser.Rules(read.Judged)}
		g.judged.Store(known)
	}
}

// near is what new claims reach, by block, but for the blocks that are wanted whole.
func (g *Graph) near(claims []Claim, whole []ID, rules Rules) map[ID][]Reach {
	near := make(map[ID][]Reach, len(claims))
	resolve := g.fuser.resolver(rules)
	for i := range claims {
		c := &claims[i]
		if slices.Contains(whole, c.Block) {
			continue
		}
		list := near[c.Block]
		if r := g.fuser.reading(c, resolve); !r.void() {
			list = append(list, r.reaches()...)
		}
		near[c.Block] = list
	}
	return near
}

// divide says how the store is to divide a block after a change: not where now is nil.
func (c *Commit) divide(ch change, now *pieces) {
	if ch.block == "" {
		return
	}
	was := ch.parts
	if ch.split && !ch.partial { // all of it is here to be divided anew, or no longer
		c.Whole = append(c.Whole, ch.block)
		was = nil
	}
	if now == nil {
		return
	}
	for i, members := range now.members {
		p := Part{Block: ch.block, ID: largestPart(members, was)}
		for _, m := range members {
			if id, ok := was[m]; !ok || id != p.ID {
				p.Members = append(p.Members, m)
			}
		}
		if len(p.Members) > 0 {
			c.Parts = append(c.Parts, p)
		}
		for _, m := range now.marks[i] {
			if _, ok := was[m.Claim]; !ok {
				c.Marks = append(c.Marks, m)
			}
		}
	}
}

// largestPart is the part in which most of these were, so that few have to change it; else one named after the first.
func largestPart(members []ID, was map[ID]int64) int64 {
	count := map[int64]int{}
	best := int64(0)
	for _, m := range members {
		if id, ok := was[m]; ok {
			count[id]++
			if n := count[id]; n > count[best] || n == count[best] && id < best {
				best = id
			}
		}
	}
	if len(count) == 0 {
		return number(string(members[0]))
	}
	return best
}
