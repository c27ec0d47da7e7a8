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

// on adds what the chain comes to with further words.
func (h *hasher) on(c hashChain, parts ...string) {
	for _, s := range parts {
		c.and(s)
	}
	h.put(c)
}

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
	st.endFacts(p, o, h)
	h.Close()
	for i := range ctx {
		st.mentionWords(p, o, &ctx[i], h)
		h.Close()
	}
	for i := range implied {
		st.impliedWords(p, &implied[i], h)
		h.Close()
	}
}

// mentionWords adds what stands around a mention of o.
func (st *study) mentionWords(p *person, o *organization, c *beside, h *hasher) {
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
	s, k := c.s, c.kind
	ofKind, ofLang := hashChainOf(k), hashChainOf(h.lang)
	ofBoth := ofKind
	ofBoth.and(h.lang)
	word := func(slot string, i int) {
		if i < 0 || i >= len(s.seen) {
			h.on(ofKind, slot, "#")
			return
		}
		x := &s.seen[i]
		t := token(x)
		h.on(ofBoth, slot, t)
		h.on(ofLang, slot, t)
		h.on(ofKind, slot, coarsely(x, t))
	}
	pair := func(slot string, i, j int) {
		if i >= 0 && j < len(s.seen) {
			x, y := &s.seen[i], &s.seen[j]
			t, u := token(x), token(y)
			h.on(ofBoth, slot, t, u)
			h.on(ofLang, slot, t, u)
			h.on(ofKind, slot, coarsely(x, t), coarsely(y, u))
		}
	}
	h.put(ofKind)
	word("b1", c.o-1)
	word("b2", c.o-2)
	word("a1", c.o+1)
	word("a2", c.o+2)
	pair("b21", c.o-2, c.o-1)
	pair("b32", c.o-3, c.o-2)
	pair("a12", c.o+1, c.o+2)
	if c.o > 0 && c.o+1 < len(s.seen) {
		h.on(ofBoth, "ba", token(&s.seen[c.o-1]), token(&s.seen[c.o+1]))
	}
	near := func(slot string, x *seen) (word bool) { // one of the words on one side
		if word = x.kind == kindWord && len(x.low) > 1; word {
			h.on(ofBoth, slot, x.low)
			h.on(ofLang, slot, x.low)
			each(x.cues, func(n string) { h.on(ofKind, slot, n) })
		}
		return word
	}
	last := ""
	for i := c.o - 1; i >= 0 && i > c.o-8; i-- {
		x := &s.seen[i]
		if ends(x) {
			h.on(ofKind, "w", "stop", token(x))
			break
		}
		if near("w", x) {
			if last == "" && x.cues&cueVerbs != 0 {
				each(x.cues&cueVerbs, func(n string) {
					last = n
					h.on(ofKind, "nv", n, coarse(&s.seen[c.o-1]))
				})
				h.on(ofBoth, "nv", x.low, token(&s.seen[c.o-1]))
			}
		} else if x.kind == kindRole {
			h.on(ofBoth, "wr", x.low)
			each(x.cues, func(n string) { h.on(ofKind, "wr", n) })
		}
	}
	for i := c.o + 1; i < len(s.seen) && i < c.o+6; i++ {
		x := &s.seen[i]
		if ends(x) {
			h.on(ofKind, "v", "stop", token(x))
			break
		}
		if !near("v", x) && x.kind == kindRole {
			each(x.cues, func(n string) { h.on(ofKind, "vr", n) })
		}
	}
	for i := c.o + 1; i < len(s.seen) && i < c.o+12; i++ { // what happens behind it: "bei O gekündigt"
		if x := &s.seen[i]; x.cues&cueVerbs != 0 {
			each(x.cues&cueVerbs, func(n string) { h.on(ofKind, "fv", n) })
			h.on(ofBoth, "fv", x.low)
			break
		} else if x.kind == kindPerson && x.byName {
			break
		}
	}
	for i, seenOrg := c.o-1, false; i >= 0; i-- { // the organization before it: "von A zu O"
		if x := &s.seen[i]; x.org != nil && x.org != o && !seenOrg {
			seenOrg = true
			if i > 0 {
				h.on(ofKind, "po", coarse(&s.seen[i-1]), coarse(&s.seen[c.o-1]))
				h.on(ofLang, "po", token(&s.seen[i-1]), token(&s.seen[c.o-1]))
			}
		}
	}
	for i := c.o + 1; i < len(s.seen); i++ {
		if x := &s.seen[i]; x.org != nil && x.org != o {
			h.on(ofKind, "no", coarse(&s.seen[i-1]), coarse(&s.seen[max(0, c.o-1)]))
			h.on(ofLang, "no", token(&s.seen[i-1]), token(&s.seen[max(0, c.o-1)]))
			break
		}
	}
	if c.p >= 0 { // what the person does first
		for i := c.p + 1; i < len(s.seen) && i < c.p+10; i++ {
			if x := &s.seen[i]; x.cues&cueVerbs != 0 {
				each(x.cues&cueVerbs, func(n string) { h.on(ofKind, "pv", n) })
				h.on(ofBoth, "pv", x.low)
				break
			} else if x.kind == kindPerson && x.byName {
				break
			}
		}
		if c.p > 0 {
			h.on(ofKind, "pb", coarse(&s.seen[c.p-1]))
		}
		if c.p+1 < len(s.seen) {
			h.on(ofKind, "pa", coarse(&s.seen[c.p+1]))
		}
	}
	if c.p >= 0 {
		lo, hi := min(c.p, c.o), max(c.p, c.o)
		var all uint32
		if hi-lo <= 24 {
			for i := lo + 1; i < hi; i++ {
				x := &s.seen[i]
				if x.kind == kindWord && len(x.low) > 1 {
					h.on(ofBoth, "x", x.low)
					all |= x.cues
				}
			}
		}
		each(all, func(n string) { h.on(ofKind, "x", n) })
		if hi-lo <= 8 {
			shape, words := hashChainOf(k, "shape"), hashChainOf(k, h.lang, "words")
			for i := lo; i <= hi; i++ {
				shape.and(coarse(&s.seen[i]))
				words.and(token(&s.seen[i]))
			}
			h.put(shape)
			h.put(words)
		}
		h.on(ofKind, "dist", bucket(hi-lo))
		h.on(ofKind, "others", bucket(c.others))
		h.on(ofKind, "orgs", bucket(c.orgs))
	}
	var all uint32
	for i := range s.seen {
		all |= s.seen[i].cues
	}
	each(all&(cueVerbs|cueNew|cueFormer), func(n string) { h.on(ofKind, "sent", n) })
	if s.block.title {
		h.on(ofKind, "title")
	}
	if s.block.kind == item {
		h.on(ofKind, "item")
	}
	if s.then.focus == o {
		h.on(ofKind, "focus")
	}
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
