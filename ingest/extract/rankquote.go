package extract

// clearly is by how much more another sentence must say of a move than the one of a rule that states a part of it.
const clearly = 1

// evidence is where the sentences begin and end from which a decided move is quoted: the one of the rules, where they state just this, else the one that
// says most of it; and the one before or behind, where that has the name of an end that is missing there. Nil for none.
func (st *study) evidence(c *candidate) (first, last *sentence) {
	d := st.d
	s := d.quotable(c)
	if s == nil {
		return nil, nil
	}
	k := s.index
	if c.partly {
		told := st.telling(c.who, c.from, c.to)
		best := k
		for i, x := range told {
			if b := d.sents[i].block; x > told[best] && !b.title && b.kind != heading {
				best = i
			}
		}
		if told[best] > told[k]+clearly {
			k = best
		}
	}
	names, missing := make([]byte, len(d.sents)), byte(0)
	for bit, o := range map[byte]*organization{namesFrom: c.from, namesTo: c.to} {
		if o != nil && len(st.orgAt[o]) > 0 {
			missing |= bit
		}
		for _, m := range st.orgAt[o] {
			if x := d.sents[m.s].seen; m.i < len(x) && x[m.i].byName { // "there" says too little
				names[m.s] |= bit
			}
		}
	}
	missing &^= names[k]
	first, last = d.sents[k], d.sents[k]
	if missing == 0 {
		return first, last
	}
	for _, i := range []int{k - 1, k + 1} {
		if i < 0 || i >= len(d.sents) || d.sents[i].block != first.block || names[i]&missing != missing {
			continue
		}
		if i < k {
			return d.sents[i], last
		}
		return first, d.sents[i]
	}
	return first, last
}
