package extract

import (
	"math/bits"
	"slices"

	"talentgraph/ingest/extract/rank"
)

const fnvStart, fnvPrime = 2166136261, 16777619

func hashOf(h uint32, s string) uint32 {
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * fnvPrime
	}
	return (h ^ 0xff) * fnvPrime
}

// hasher collects hashed features.
type hasher struct {
	rank.Mentions
	lang string
}

func (h *hasher) add(parts ...string) { h.put(hashChainOf(parts...)) }

// hashChain is a hash that grows word by word.
type hashChain uint32

func hashChainOf(parts ...string) hashChain {
	x := uint32(fnvStart)
	for _, s := range parts {
		x = hashOf(x, s)
	}
	return hashChain(x)
}

func (c *hashChain) and(s string) { *c = hashChain(hashOf(uint32(*c), s)) }

// put adds what the chain has come to.
func (h *hasher) put(c hashChain) { h.Hashes = append(h.Hashes, uint32(c)) }

// each calls f with the name of each cue.
func each(cues uint32, f func(string)) {
	for ; cues != 0; cues &= cues - 1 {
		f(cueNames[bits.TrailingZeros32(cues)])
	}
}

// coarsely is a token put more generally: a word by its first cue.
func coarsely(x *seen, token string) string {
	switch {
	case x.kind != kindWord || len(token) == 1 || x.org != nil:
		return token
	case x.cues != 0:
		return cueNames[bits.TrailingZeros32(x.cues)]
	}
	return "w"
}

// endWords adds to h what speaks for o as an end of a move of p: the facts, then what stands around each mention, words with their language,
// cues for all languages together.
func (st *study) endWords(p *person, o *organization, ctx, implied []beside, h *hasher) {
	lang := h.lang
	st.endFacts(p, o, h)
	h.Close()
	token := func(x *seen) string {
		switch {
		case slices.Contains(x.persons, p):
			return "p"
		case x.kind != kindPerson && x.org == o:
			return "o"
		}
		return general(x)
	}
	coarse := func(x *seen) string { return coarsely(x, token(x)) }
	// ends reports whether another end or person stands at x, behind which words say nothing of this one.
	ends := func(x *seen) bool {
		return x.org != nil || x.kind == kindPerson && x.byName && !slices.Contains(x.persons, p)
	}
	for _, c := range ctx {
		s, k := c.s, c.kind
		word := func(slot string, i int) {
			if i < 0 || i >= len(s.seen) {
				h.add(k, slot, "#")
				return
			}
			h.add(k, lang, slot, token(&s.seen[i]))
			h.add(lang, slot, token(&s.seen[i]))
			h.add(k, slot, coarse(&s.seen[i]))
		}
		pair := func(slot string, i, j int) {
			if i >= 0 && j < len(s.seen) {
				h.add(k, lang, slot, token(&s.seen[i]), token(&s.seen[j]))
				h.add(lang, slot, token(&s.seen[i]), token(&s.seen[j]))
				h.add(k, slot, coarse(&s.seen[i]), coarse(&s.seen[j]))
			}
		}
		h.add(k)
		word("b1", c.o-1)
		word("b2", c.o-2)
		word("a1", c.o+1)
		word("a2", c.o+2)
		pair("b21", c.o-2, c.o-1)
		pair("b32", c.o-3, c.o-2)
		pair("a12", c.o+1, c.o+2)
		if c.o > 0 && c.o+1 < len(s.seen) {
			h.add(k, lang, "ba", token(&s.seen[c.o-1]), token(&s.seen[c.o+1]))
		}
		last := ""
		for i := c.o - 1; i >= 0 && i > c.o-8; i-- {
			x := &s.seen[i]
			if ends(x) {
				h.add(k, "w", "stop", token(x))
				break
			}
			if x.kind == kindWord && len(x.low) > 1 {
				h.add(k, lang, "w", x.low)
				h.add(lang, "w", x.low)
				each(x.cues, func(n string) { h.add(k, "w", n) })
				if last == "" && x.cues&cueVerbs != 0 {
					each(x.cues&cueVerbs, func(n string) {
						last = n
						h.add(k, "nv", n, coarse(&s.seen[c.o-1]))
					})
					h.add(k, lang, "nv", x.low, token(&s.seen[c.o-1]))
				}
			} else if x.kind == kindRole {
				h.add(k, lang, "wr", x.low)
				each(x.cues, func(n string) { h.add(k, "wr", n) })
			}
		}
		for i := c.o + 1; i < len(s.seen) && i < c.o+6; i++ {
			x := &s.seen[i]
			if ends(x) {
				h.add(k, "v", "stop", token(x))
				break
			}
			if x.kind == kindWord && len(x.low) > 1 {
				h.add(k, lang, "v", x.low)
				h.add(lang, "v", x.low)
				each(x.cues, func(n string) { h.add(k, "v", n) })
			} else if x.kind == kindRole {
				each(x.cues, func(n string) { h.add(k, "vr", n) })
			}
		}
		for i := c.o + 1; i < len(s.seen) && i < c.o+12; i++ { // what happens behind it: "bei O gekündigt"
			if x := &s.seen[i]; x.cues&cueVerbs != 0 {
				each(x.cues&cueVerbs, func(n string) { h.add(k, "fv", n) })
				h.add(k, lang, "fv", x.low)
				break
			} else if x.kind == kindPerson && x.byName {
				break
			}
		}
		for i, seenOrg := c.o-1, false; i >= 0; i-- { // the organization before it: "von A zu O"
			if x := &s.seen[i]; x.org != nil && x.org != o && !seenOrg {
				seenOrg = true
				if i > 0 {
					h.add(k, "po", coarse(&s.seen[i-1]), coarse(&s.seen[c.o-1]))
					h.add(lang, "po", token(&s.seen[i-1]), token(&s.seen[c.o-1]))
				}
			}
		}
		for i := c.o + 1; i < len(s.seen); i++ {
			if x := &s.seen[i]; x.org != nil && x.org != o {
				h.add(k, "no", coarse(&s.seen[i-1]), coarse(&s.seen[max(0, c.o-1)]))
				h.add(lang, "no", token(&s.seen[i-1]), token(&s.seen[max(0, c.o-1)]))
				break
			}
		}
		if c.p >= 0 { // what the person does first
			for i := c.p + 1; i < len(s.seen) && i < c.p+10; i++ {
				if x := &s.seen[i]; x.cues&cueVerbs != 0 {
					each(x.cues&cueVerbs, func(n string) { h.add(k, "pv", n) })
					h.add(k, lang, "pv", x.low)
					break
				} else if x.kind == kindPerson && x.byName {
					break
				}
			}
			if c.p > 0 {
				h.add(k, "pb", coarse(&s.seen[c.p-1]))
			}
			if c.p+1 < len(s.seen) {
				h.add(k, "pa", coarse(&s.seen[c.p+1]))
			}
		}
		if c.p >= 0 {
			lo, hi := min(c.p, c.o), max(c.p, c.o)
			var all uint32
			if hi-lo <= 24 {
				for i := lo + 1; i < hi; i++ {
					x := &s.seen[i]
					if x.kind == kindWord && len(x.low) > 1 {
						h.add(k, lang, "x", x.low)
						all |= x.cues
					}
				}
			}
			each(all, func(n string) { h.add(k, "x", n) })
			if hi-lo <= 8 {
				shape, words := hashChainOf(k, "shape"), hashChainOf(k, lang, "words")
				for i := lo; i <= hi; i++ {
					shape.and(coarse(&s.seen[i]))
					words.and(token(&s.seen[i]))
				}
				h.put(shape)
				h.put(words)
			}
			h.add(k, "dist", bucket(hi-lo))
			h.add(k, "others", bucket(c.others))
			h.add(k, "orgs", bucket(c.orgs))
		}
		var all uint32
		for i := range s.seen {
			all |= s.seen[i].cues
		}
		each(all&(cueVerbs|cueNew|cueFormer), func(n string) { h.add(k, "sent", n) })
		if s.block.title {
			h.add(k, "title")
		}
		if s.block.kind == item {
			h.add(k, "item")
		}
		if s.then.focus == o {
			h.add(k, "focus")
		}
		h.Close()
	}
	st.impliedWords(p, implied, h)
}

// endFacts adds what the rules state of p and o.
func (st *study) endFacts(p *person, o *organization, h *hasher) {
	for _, f := range st.factsOf[p] {
		for _, e := range []struct {
			slot string
			arg  orgArg
		}{{"org", f.org}, {"from", f.from}, {"to", f.to}} {
			if e.arg.org == o && o != nil {
				h.add("fact", f.kind, e.slot)
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
				h.add("fact", f.kind, e.slot, how, string(f.status))
			}
		}
	}
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
