package graphtest

import "talentgraph/graph"

// divide splits a block at random, or makes it whole, or gives some of what is in it other parts.
func (w *scriptWorld) divide(c *graph.Commit, block graph.ID, people []graph.Person, moves []graph.Move) {
	if w.rng.IntN(6) == 0 {
		c.Whole = append(c.Whole, block)
	}
	if w.rng.IntN(2) == 0 {
		return
	}
	parts := make([]graph.Part, 3)
	for i := range parts {
		parts[i] = graph.Part{Block: block, ID: int64(i+1) << (31 * i)}
	}
	join := func(id graph.ID) bool {
		i := w.rng.IntN(len(parts) + 1)
		if i == len(parts) {
			return false
		}
		parts[i].Members = append(parts[i].Members, id)
		return true
	}
	var marks []graph.Mark
	for _, x := range w.claims(block) {
		if join(x.ID) {
			for range w.rng.IntN(4) {
				marks = append(marks, graph.Mark{Claim: x.ID, Key: w.markKey(), At: w.rng.IntN(10) - 2})
			}
		}
	}
	for _, p := range people {
		join(p.ID)
	}
	for _, m := range moves {
		join(m.ID)
	}
	split := false
	for _, p := range parts {
		if len(p.Members) > 0 {
			c.Parts = append(c.Parts, p)
			split = true
		}
	}
	if split {
		c.Marks = append(c.Marks, marks...)
	}
}

func (w *scriptWorld) markKey() int64 {
	return pick(w.rng, []int64{0, 1, -1, 1 << 62})
}

// near is random reaches into some blocks.
func (w *scriptWorld) near() map[graph.ID][]graph.Reach {
	near := map[graph.ID][]graph.Reach{}
	for _, id := range w.blocks {
		if w.rng.IntN(2) == 0 {
			continue
		}
		var list []graph.Reach
		for range w.rng.IntN(4) {
			from := w.rng.IntN(12) - 3
			list = append(list, graph.Reach{Key: w.markKey(), From: from, To: from + w.rng.IntN(6) - 1})
		}
		near[id] = list
	}
	return near
}
