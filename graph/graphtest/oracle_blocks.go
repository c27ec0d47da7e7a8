package graphtest

import (
	"context"
	"maps"
	"slices"
	"time"

	"talentgraph/graph"
)

// split is how a block is divided.
type split struct {
	parts map[graph.ID]int64
	marks []graph.Mark
}

// split divides blocks as a commit says.
func (o *Oracle) split(c graph.Commit) {
	for _, id := range c.Whole {
		delete(o.splits, id)
	}
	for _, p := range c.Parts {
		if o.splits[p.Block] == nil {
			o.splits[p.Block] = &split{parts: map[graph.ID]int64{}}
		}
		for _, m := range p.Members {
			o.splits[p.Block].parts[m] = p.ID
		}
	}
	for _, m := range c.Marks {
		if v, ok := o.claims.at(m.Claim, time.Time{}); ok && o.splits[v.value.Block] != nil {
			s := o.splits[v.value.Block]
			s.marks = append(s.marks, m)
		}
	}
}

// leave takes out of parts what is no longer current in the block.
func (o *Oracle) leave() {
	for id, s := range o.splits {
		maps.DeleteFunc(s.parts, func(m graph.ID, _ int64) bool { return o.blockOf(m) != id })
		s.marks = slices.DeleteFunc(s.marks, func(m graph.Mark) bool { return o.blockOf(m.Claim) != id })
	}
}

// blockOf is the block of a claim, person or move that is current; empty for none.
func (o *Oracle) blockOf(id graph.ID) graph.ID {
	if v, ok := o.claims.at(id, time.Time{}); ok {
		return v.value.Block
	}
	if v, ok := o.people.at(id, time.Time{}); ok {
		return v.value.Block
	}
	v, _ := o.moves.at(id, time.Time{})
	return v.value.Block
}

// Blocks as graph.Store says.
func (o *Oracle) Blocks(ctx context.Context, q graph.BlockQuery) (graph.Blocks, error) {
	err := o.enter(ctx, "blocks")
	defer o.mu.Unlock()
	if err != nil {
		return graph.Blocks{}, err
	}
	all := graph.Blocks{Blocks: map[graph.ID]graph.Block{}, Rules: o.rules}
	for _, id := range q.IDs {
		near, ok := q.Near[id]
		all.Blocks[id] = o.block(id, near, ok)
	}
	for _, j := range o.judged() {
		if j.Undone.IsZero() && len(j.Organizations) > 0 {
			all.Judged = append(all.Judged, cloneJudgement(j))
		}
	}
	return all, nil
}

// block reads all of a block, or of one that is split only what is near.
func (o *Oracle) block(id graph.ID, near []graph.Reach, partly bool) graph.Block {
	s := o.splits[id]
	b := graph.Block{ID: id, Version: o.versions[id], Split: s != nil}
	found := map[int64]bool{}
	if s != nil {
		for _, m := range s.marks {
			part, ok := s.parts[m.Claim]
			if ok && slices.ContainsFunc(near, func(r graph.Reach) bool { return r.Key == m.Key && r.From <= m.At && m.At <= r.To }) {
				found[part] = true
			}
		}
	}
	wanted := func(block, member graph.ID) bool {
		if block != id {
			return false
		}
		if s == nil {
			return true
		}
		part, ok := s.parts[member]
		if partly && !(ok && found[part]) {
			return false
		}
		if ok {
			if b.Parts == nil {
				b.Parts = map[graph.ID]int64{}
			}
			b.Parts[member] = part
		}
		return true
	}
	for _, v := range o.claims.all(time.Time{}) {
		if c := v.value; wanted(c.Block, c.ID) {
			c.Quote, c.Start, c.End = "", 0, 0
			b.Claims = append(b.Claims, c)
		}
	}
	for _, v := range o.people.all(time.Time{}) {
		if wanted(v.value.Block, v.value.ID) {
			b.People = append(b.People, person(v))
		}
	}
	for _, v := range o.moves.all(time.Time{}) {
		if wanted(v.value.Block, v.value.ID) {
			b.Moves = append(b.Moves, move(v))
		}
	}
	for _, j := range o.judged() {
		if j.Undone.IsZero() && slices.Contains(j.Blocks, id) {
			b.Judgements = append(b.Judgements, cloneJudgement(j))
		}
	}
	return b
}
