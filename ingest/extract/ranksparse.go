package extract

import (
	"slices"
)

const fnvStart, fnvPrime = 2166136261, 16777619

func hashOf(h uint32, s string) uint32 {
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * fnvPrime
	}
	return (h ^ 0xff) * fnvPrime
}

// sparseOf adds to out hashes of what stands around each mention: words with their language, cues for all languages together.
func (st *study) sparseOf(p *person, o *organization, ctx []beside, out []uint32) []uint32 {
	lang := st.d.p.lang
	add := func(parts ...string) {
		h := uint32(fnvStart)
		for _, s := range parts {
			h = hashOf(h, s)
		}
		out = append(out, h)
	}
	cue := func(m uint32, f func(string)) {
		for k, name := range cueNames {
			if m&(1<<k) != 0 {
				f(name)
			}
		}
	}
	token := func(x *seen) string {
		switch {
		case slices.Contains(x.persons, p):
			return "p"
		case x.kind == kindPerson:
			return "P"
		case x.org == o:
			return "o"
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
	coarse := func(x *seen) string {
		if t := token(x); x.kind != kindWord || len(t) == 1 || x.org != nil {
			return t
		}
		for k, name := range cueNames {
			if x.cues&(1<<k) != 0 {
				return name
			}
		}
		return "w"
	}
	// ends reports whether another end or person stands at x, behind which words say nothing of this one.
	ends := func(x *seen) bool {
		return x.org != nil || x.kind == kindPerson && x.byName && !slices.Contains(x.persons, p)
	}
	for _, c := range ctx {
		s, k := c.s, c.kind
		word := func(slot string, i int) {
			if i < 0 || i >= len(s.seen) {
				add(k, slot, "#")
				return
			}
			add(k, lang, slot, token(&s.seen[i]))
			add(lang, slot, token(&s.seen[i]))
			add(k, slot, coarse(&s.seen[i]))
		}
		pair := func(slot string, i, j int) {
			if i >= 0 && j < len(s.seen) {
				add(k, lang, slot, token(&s.seen[i]), token(&s.seen[j]))
				add(lang, slot, token(&s.seen[i]), token(&s.seen[j]))
				add(k, slot, coarse(&s.seen[i]), coarse(&s.seen[j]))
			}
		}
		add(k)
		word("b1", c.o-1)
		word("b2", c.o-2)
		word("a1", c.o+1)
		word("a2", c.o+2)
		pair("b21", c.o-2, c.o-1)
		pair("b32", c.o-3, c.o-2)
		pair("a12", c.o+1, c.o+2)
		if c.o > 0 && c.o+1 < len(s.seen) {
			add(k, lang, "ba", token(&s.seen[c.o-1]), token(&s.seen[c.o+1]))
		}
		last := ""
		for i := c.o - 1; i >= 0 && i > c.o-8; i-- {
			x := &s.seen[i]
			if ends(x) {
				add(k, "w", "stop", token(x))
				break
			}
			if x.kind == kindWord && len(x.low) > 1 {
				add(k, lang, "w", x.low)
				add(lang, "w", x.low)
				cue(x.cues, func(n string) { add(k, "w", n) })
				if last == "" && x.cues&cueVerbs != 0 {
					cue(x.cues&cueVerbs, func(n string) {
						last = n
						add(k, "nv", n, coarse(&s.seen[c.o-1]))
					})
					add(k, lang, "nv", x.low, token(&s.seen[c.o-1]))
				}
			} else if x.kind == kindRole {
				add(k, lang, "wr", x.low)
				cue(x.cues, func(n string) { add(k, "wr", n) })
			}
		}
		for i := c.o + 1; i < len(s.seen) && i < c.o+6; i++ {
			x := &s.seen[i]
			if ends(x) {
				add(k, "v", "stop", token(x))
				break
			}
			if x.kind == kindWord && len(x.low) > 1 {
				add(k, lang, "v", x.low)
				add(lang, "v", x.low)
				cue(x.cues, func(n string) { add(k, "v", n) })
			} else if x.kind == kindRole {
				cue(x.cues, func(n string) { add(k, "vr", n) })
			}
		}
		for i := c.o + 1; i < len(s.seen) && i < c.o+12; i++ { // what happens behind it: "bei O gekündigt"
			if x := &s.seen[i]; x.cues&cueVerbs != 0 {
				cue(x.cues&cueVerbs, func(n string) { add(k, "fv", n) })
				add(k, lang, "fv", x.low)
				break
			} else if x.kind == kindPerson && x.byName {
				break
			}
		}
		for i, seenOrg := c.o-1, false; i >= 0; i-- { // the organization before it: "von A zu O"
			if x := &s.seen[i]; x.org != nil && x.org != o && !seenOrg {
				seenOrg = true
				if i > 0 {
					add(k, "po", coarse(&s.seen[i-1]), coarse(&s.seen[c.o-1]))
					add(lang, "po", token(&s.seen[i-1]), token(&s.seen[c.o-1]))
				}
			}
		}
		for i := c.o + 1; i < len(s.seen); i++ {
			if x := &s.seen[i]; x.org != nil && x.org != o {
				add(k, "no", coarse(&s.seen[i-1]), coarse(&s.seen[max(0, c.o-1)]))
				add(lang, "no", token(&s.seen[i-1]), token(&s.seen[max(0, c.o-1)]))
				break
			}
		}
		if c.p >= 0 { // what the person does first
			for i := c.p + 1; i < len(s.seen) && i < c.p+10; i++ {
				if x := &s.seen[i]; x.cues&cueVerbs != 0 {
					cue(x.cues&cueVerbs, func(n string) { add(k, "pv", n) })
					add(k, lang, "pv", x.low)
					break
				} else if x.kind == kindPerson && x.byName {
					break
				}
			}
			if c.p > 0 {
				add(k, "pb", coarse(&s.seen[c.p-1]))
			}
			if c.p+1 < len(s.seen) {
				add(k, "pa", coarse(&s.seen[c.p+1]))
			}
		}
		if c.p >= 0 {
			lo, hi := min(c.p, c.o), max(c.p, c.o)
			var all uint32
			if hi-lo <= 24 {
				for i := lo + 1; i < hi; i++ {
					x := &s.seen[i]
					if x.kind == kindWord && len(x.low) > 1 {
						add(k, lang, "x", x.low)
						all |= x.cues
					}
				}
			}
			cue(all, func(n string) { add(k, "x", n) })
			if hi-lo <= 8 {
				shape, words := []string{k, "shape"}, []string{k, lang, "words"}
				for i := lo; i <= hi; i++ {
					shape = append(shape, coarse(&s.seen[i]))
					words = append(words, token(&s.seen[i]))
				}
				add(shape...)
				add(words...)
			}
			add(k, "dist", bucket(hi-lo))
			add(k, "others", bucket(c.others))
			add(k, "orgs", bucket(c.orgs))
		}
		var all uint32
		for i := range s.seen {
			all |= s.seen[i].cues
		}
		cue(all&(cueVerbs|cueNew|cueFormer), func(n string) { add(k, "sent", n) })
		if s.block.title {
			add(k, "title")
		}
		if s.block.kind == item {
			add(k, "item")
		}
		if s.then.focus == o {
			add(k, "focus")
		}
	}
	for _, f := range st.factsOf[p] {
		for _, e := range []struct {
			slot string
			arg  orgArg
		}{{"org", f.org}, {"from", f.from}, {"to", f.to}} {
			if e.arg.org == o && o != nil {
				add("fact", f.kind, e.slot)
				how := ""
				if e.arg.implied {
					how += "i"
				}
				if f.weak || f.loose {
					how += "w"
				}
				if f.phrase {
					how += "p"
				}
				if f.tense == past {
					how += "t"
				}
				if f.tense == coming {
					how += "c"
				}
				add("fact", f.kind, e.slot, how, string(f.status))
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func bucket(n int) string {
	switch {
	case n <= 4:
		return string(rune('0' + n))
	case n <= 7:
		return "7"
	case n <= 12:
		return "12"
	case n <= 20:
		return "20"
	}
	return "+"
}
