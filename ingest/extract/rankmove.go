package extract

import "slices"

// moveWords adds what speaks for a move of p from f to t, of which one may be nowhere: the facts about both ends together, then each sentence that
// names two of the three, with the words in every gap between them.
func (st *study) moveWords(p *person, f, t *organization, h *hasher) {
	end := func(x, want *organization) string {
		switch {
		case x == nil && want == nil:
			return "open"
		case x == nil:
			return "unsaid"
		case x == want:
			return "this"
		}
		return "other"
	}
	shape := end(nil, f) + end(nil, t)
	h.add("shape", shape)
	for _, x := range st.factsOf[p] {
		if from, to := end(x.from.org, f), end(x.to.org, t); from == "this" || to == "this" {
			h.add("fact", shape, x.kind, from, to)
		}
	}
	for _, x := range st.ruled[p] {
		if from, to := end(x.from, f), end(x.to, t); from == "this" || to == "this" {
			h.add("ruled", shape, from, to)
		}
	}
	h.Close()
	names := st.named(p, f, t)
	n := 0
	for k, s := range st.d.sents {
		here := names[k]
		if here&(here-1) == 0 {
			continue
		}
		if n++; n > mostContexts {
			break
		}
		st.gaps(s, shape, p, f, t, h)
		h.Close()
	}
}

// Whom a sentence names, of a move.
const (
	namesPerson = 1 << iota
	namesFrom
	namesTo
)

// named tells for each sentence which of p, f and t it names, by pronouns and descriptions too.
func (st *study) named(p *person, f, t *organization) []byte {
	out := make([]byte, len(st.d.sents))
	for _, m := range st.personAt[p] {
		out[m.s] |= namesPerson
	}
	for _, m := range st.orgAt[f] {
		out[m.s] |= namesFrom
	}
	for _, m := range st.orgAt[t] {
		out[m.s] |= namesTo
	}
	return out
}

// gaps adds the words of a sentence by the gap in which they stand: before, between and behind the mentions of p, f and t.
func (st *study) gaps(s *sentence, shape string, p *person, f, t *organization, h *hasher) {
	token := func(x *seen) string {
		switch {
		case slices.Contains(x.persons, p):
			return "p"
		case x.kind == kindPerson || x.org == nil:
		case x.org == f:
			return "f"
		case x.org == t:
			return "t"
		}
		return general(x)
	}
	is := func(w string) bool { return w == "p" || w == "f" || w == "t" }
	const aside = 4 // words looked at before the first mention and behind the last
	first, last := -1, -1
	for i := range s.seen {
		if is(token(&s.seen[i])) {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first < 0 {
		return
	}
	order, before := "", "^"
	for i := max(first-aside, 0); i <= last; {
		gap := before
		j := i
		words, coarse := hashChainOf(h.lang), hashChainOf("")
		others := [2]int{}
		for j <= last && !is(token(&s.seen[j])) {
			j++
		}
		to := "$"
		if j <= last {
			to = token(&s.seen[j])
		}
		gap += to
		words.and(gap)
		coarse.and(gap)
		for k := i; k < j; k++ {
			x := &s.seen[k]
			w := general(x)
			words.and(w)
			coarse.and(coarsely(x, w))
			if x.kind == kindWord && len(x.low) > 1 && j-i <= 14 {
				h.add(h.lang, gap, w)
				each(x.cues, func(n string) { h.add(gap, n) })
			}
			if x.kind == kindPerson {
				others[0]++
			} else if x.org != nil {
				others[1]++
			}
		}
		if j-i <= 6 {
			h.put(words)
			h.put(coarse)
		}
		h.add(gap, "others", bucket(others[0]), bucket(others[1]))
		h.add(shape, gap, bucket(j-i))
		order += to
		before = to
		i = j + 1
	}
	for k := last + 1; k < len(s.seen) && k <= last+aside; k++ {
		x := &s.seen[k]
		w := general(x)
		h.add(h.lang, before+"$", w)
		each(x.cues, func(n string) { h.add(before+"$", n) })
		if is(w) {
			break
		}
	}
	if len(order) <= 6 {
		h.add("order", shape, order)
		if s.block.title {
			h.add("title", shape, order)
		}
	}
}
