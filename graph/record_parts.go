package graph

// judged is the judgements on organizations as they were read last: what a claim reaches depends on them.
type judged struct {
	version int64
	rules   Rules
}

// near reads, of the blocks that are split, the parts that the new claims reach, and all of the others. What was asked of
// each block is returned as well.
func (w *writing) near(ids []ID) (read Blocks, near map[ID][]Reach, err error) {
	known := w.g.judged.Load()
	if known == nil {
		known = &judged{}
	}
	for {
		near = make(map[ID][]Reach, len(ids))
		resolve := w.g.fuser.resolver(known.rules)
		for _, id := range ids {
			near[id] = nil
			for i := range w.added[id] {
				if r := w.g.fuser.reading(&w.added[id][i], resolve); !r.void() {
					near[id] = append(near[id], r.reaches()...)
				}
			}
		}
		if read, err = w.g.store.Blocks(w.ctx, BlockQuery{IDs: ids, Near: near}); err != nil {
			return read, near, err
		}
		if read.Rules == known.version {
			return read, near, w.agree(read)
		}
		known = &judged{read.Rules, w.g.fuser.Rules(read.Judged)}
		w.g.judged.Store(known)
	}
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
