package extract

import (
	"slices"
	"strings"
	"unicode"
)

// mostContexts is how many mentions are looked at for one answer.
const mostContexts = 12

// general is a token where nobody in particular is meant.
func general(x *seen) string {
	switch {
	case x.kind == kindPerson:
		return "P"
	case x.org != nil:
		return "O"
	case x.kind == kindRole:
		return "R"
	case x.kind == kindDate:
		return "D"
	case x.kind == kindPlace:
		return "L"
	}
	return x.low
}

// around adds the tokens at distances from i.
func (h *hasher) around(s *sentence, i int, slots ...int) {
	for _, k := range slots {
		slot := string(rune('m' + k))
		if i+k < 0 || i+k >= len(s.seen) {
			h.add(slot, "#")
			continue
		}
		x := &s.seen[i+k]
		t := general(x)
		h.add(h.lang, slot, t)
		h.add(slot, coarsely(x, t))
	}
}

// window adds the words from a up to b in any order, with their cues.
func (h *hasher) window(s *sentence, slot string, a, b int) {
	for i := max(a, 0); i < b && i < len(s.seen); i++ {
		x := &s.seen[i]
		if x.kind == kindWord && len(x.low) > 1 {
			h.add(h.lang, slot, x.low)
			each(x.cues, func(n string) { h.add(slot, n) })
		} else if x.kind == kindRole {
			h.add(slot, "R")
		}
	}
}

// pairWords adds what stands around f and t where one sentence names both.
func (st *study) pairWords(f, t *organization, h *hasher) {
	h.Close()
	n := 0
	for k, a := range st.orgAt[f] {
		if k > 0 && st.orgAt[f][k-1].s == a.s || n == 4 {
			continue
		}
		i, j := -1, -1
		for _, x := range st.orgAt[f] {
			for _, y := range st.orgAt[t] {
				if x.s == a.s && y.s == a.s && (i < 0 || max(x.i-y.i, y.i-x.i) < max(i-j, j-i)) {
					i, j = x.i, y.i
				}
			}
		}
		if i < 0 || i == j {
			continue
		}
		n++
		s := st.d.sents[a.s]
		order, lo, hi := "<", i, j
		if i > j {
			order, lo, hi = ">", j, i
		}
		token := func(x *seen) string {
			switch x.org {
			case f:
				return "f"
			case t:
				return "t"
			}
			return general(x)
		}
		h.add(order)
		words, shape := hashChainOf(h.lang, order), hashChainOf(order)
		for k := max(lo-1, 0); k <= hi && hi-lo < 9; k++ {
			x := &s.seen[k]
			w := token(x)
			words.and(w)
			shape.and(coarsely(x, w))
		}
		if hi-lo < 9 {
			h.put(words)
			h.put(shape)
		}
		at := func(i int) (string, string) {
			if i < 0 || i >= len(s.seen) {
				return "#", "#"
			}
			w := token(&s.seen[i])
			return w, coarsely(&s.seen[i], w)
		}
		w1, c1 := at(lo - 1)
		w2, c2 := at(hi - 1)
		w3, c3 := at(hi + 1)
		h.add(h.lang, order, "before both", w1, w2)
		h.add(order, "before both", c1, c2)
		h.add(h.lang, order, "1", w1)
		h.add(h.lang, order, "2", w2)
		h.add(h.lang, order, "3", w3)
		h.add(order, "1", c1)
		h.add(order, "2", c2)
		h.add(order, "3", c3)
		persons := [3]int{}
		for k := range s.seen {
			if s.seen[k].kind != kindPerson {
				continue
			}
			switch {
			case k < lo:
				persons[0]++
			case k < hi:
				persons[1]++
			default:
				persons[2]++
			}
		}
		h.add(order, "persons", bucket(persons[0]), bucket(persons[1]), bucket(persons[2]))
		h.window(s, order+"between", lo+1, min(hi, lo+16))
		h.window(s, order+"before", lo-8, lo)
		h.window(s, order+"behind", hi+1, hi+6)
		if s.block.title {
			h.add(order, "title")
		}
		h.add(order, "distance", bucket(hi-lo))
		h.Close()
	}
}

// personWords adds what stands around the mentions of a person.
func (st *study) personWords(p *person, h *hasher) {
	for _, f := range st.factsOf[p] {
		h.add("fact", f.kind, string(f.status))
		if f.to.org == nil {
			h.add("fact open to", f.kind)
		}
		if f.from.org == nil {
			h.add("fact open from", f.kind)
		}
	}
	h.add("organizations", bucket(len(st.orgs)))
	h.Close()
	for k, m := range st.personAt[p] {
		if k == mostContexts || m.i < 0 {
			break
		}
		s := st.d.sents[m.s]
		h.around(s, m.i, -2, -1, 1, 2, 3)
		h.window(s, "before", m.i-7, m.i)
		h.window(s, "behind", m.i+1, m.i+11)
		orgs := 0
		for i := range s.seen {
			if s.seen[i].org != nil {
				orgs++
			}
			if x := &s.seen[i]; i > m.i && x.cues&cueVerbs != 0 && i < m.i+12 {
				h.add(h.lang, "verb", x.low)
				each(x.cues&cueVerbs, func(n string) { h.add("verb", n, bucket(orgs)) })
			}
		}
		h.add("named here", bucket(orgs))
		if s.block.title {
			h.add("title")
		}
		h.Close()
	}
}

// nameWords adds how an organization is called and what stands around its mentions.
func (st *study) nameWords(o *organization, h *hasher) {
	words := strings.Fields(o.name)
	for i, w := range words {
		low := strings.ToLower(w)
		h.add("word", low)
		if i == 0 {
			h.add("first", low)
		}
		if i == len(words)-1 {
			h.add("last", low)
			h.add("ends", low[max(0, len(low)-3):])
			h.add("shape", shapeOf(w), bucket(len(words)))
		}
	}
	for _, p := range st.persons {
		if slices.Contains(p.words, strings.ToLower(words[len(words)-1])) {
			h.add("like a person")
			break
		}
	}
	h.add("words", bucket(len(words)))
	o.looks.each(func(label string) { h.add(label, bucket(len(words))) })
	if how := st.others[o]; how != "" {
		h.add("otherwise", string(how))
	}
	h.add("mentions", bucket(len(st.orgAt[o])))
	if st.d.names.orgs[strings.ToLower(o.name)] {
		h.add("known")
	}
	if st.d.home == o {
		h.add("home")
	}
	if st.d.opening == o {
		h.add("opening")
	}
	h.Close()
	for k, m := range st.orgAt[o] {
		if k == mostContexts {
			break
		}
		s := st.d.sents[m.s]
		h.around(s, m.i, -3, -2, -1, 1, 2)
		if m.i > 0 && m.i+1 < len(s.seen) {
			h.add(h.lang, "both", general(&s.seen[m.i-1]), general(&s.seen[m.i+1]))
		}
		persons := 0
		for i := range s.seen {
			if s.seen[i].kind == kindPerson {
				persons++
			}
		}
		h.add("persons here", bucket(persons))
		h.window(s, "before", m.i-7, m.i)
		h.window(s, "behind", m.i+1, m.i+6)
		if s.block.title {
			h.add("title")
		}
		h.Close()
	}
}

// shapeOf is how a word is written: X for capitals, x for small letters, 9 for digits, each once in a row.
func shapeOf(w string) string {
	var b strings.Builder
	last := rune(0)
	for _, r := range w {
		c := r
		switch {
		case unicode.IsUpper(r):
			c = 'X'
		case unicode.IsLower(r):
			c = 'x'
		case unicode.IsDigit(r):
			c = '9'
		}
		if c != last {
			b.WriteRune(c)
		}
		last = c
	}
	return b.String()
}
