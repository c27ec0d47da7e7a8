package extract

import "slices"

// mostImplied is how many sentences about a person are looked at for an organization that they do not name.
const mostImplied = 5

// backdrop is which organizations a sentence may be about without naming them.
type backdrop struct {
	focus, last *organization // of the discourse; the last one named before
}

// backdrops are those of all sentences, and the organization that the article names most and the one of its title.
func (st *study) backdrops() {
	st.behind = make([]backdrop, len(st.d.sents))
	var last *organization
	for i, s := range st.d.sents {
		st.behind[i] = backdrop{s.then.focus, last}
		for k := range s.seen {
			if o := s.seen[k].org; o != nil && st.orgAt[o] != nil {
				last = o
				if s.block.title && st.titled == nil {
					st.titled = o
				}
			}
		}
	}
	for _, o := range st.orgs {
		if st.leading == nil || len(st.orgAt[o]) > len(st.orgAt[st.leading]) {
			st.leading = o
		}
	}
}

// implied lists sentences that name p and do not name o, though they may be about it: o is in focus there, was named last, or is what the article
// names most. The kind tells which.
func (st *study) implied(p *person, o *organization) []beside {
	out := st.impliedRoom[:0]
	last := -1
	for at, m := range st.personAt[p] {
		if m.s == last || m.i < 0 || m.i >= len(st.d.sents[m.s].seen) {
			continue
		}
		last = m.s
		b := st.behind[m.s]
		way := 0
		if b.focus == o {
			way |= 1
		}
		if b.last == o {
			way |= 2
		}
		if st.leading == o {
			way |= 4
		}
		if way == 0 || slices.ContainsFunc(st.orgAt[o], func(x spot) bool { return x.s == m.s }) {
			continue
		}
		out = append(out, beside{kind: impliedKinds[way], s: st.d.sents[m.s], o: -1, p: m.i, at: at, way: way})
		if len(out) == mostImplied {
			break
		}
	}
	st.impliedRoom = out
	return out
}

// impliedKinds are the kinds by why an organization is implied: it is in focus, the last one named, the one that the article names most.
var impliedKinds = [...]string{"I", "If", "Il", "Ifl", "Im", "Ifm", "Ilm", "Iflm"}

// impliedWords adds what a sentence that may be about an organization says of p.
func (st *study) impliedWords(p *person, c *beside, h *hasher) {
	s, k := c.s, c.kind
	ofKind, ofAny := hashChainOf(k), hashChainOf("I", h.lang)
	h.put(ofKind)
	// beside adds the words on one side of the person, up to another one; behind, what the person does first is told apart.
	beside := func(slot, role string, step, most int) {
		var all uint32
		verb := step < 0
		for n, i := 1, c.p+step; n < most && i >= 0 && i < len(s.seen); n, i = n+1, i+step {
			x := &s.seen[i]
			if x.kind == kindPerson && x.byName && !slices.Contains(x.persons, p) {
				h.on(ofKind, slot, "stop")
				break
			}
			if x.kind == kindWord && len(x.low) > 1 {
				h.on(ofAny, slot, x.low)
				all |= x.cues
				if !verb && x.cues&cueVerbs != 0 {
					verb = true
					h.on(ofAny, "pv", x.low)
					each(x.cues&cueVerbs, func(n string) { h.on(ofKind, "pv", n) })
				}
			} else if x.kind == kindRole {
				h.on(ofKind, role)
			}
		}
		each(all, func(n string) { h.on(ofKind, slot, n) })
	}
	beside("iv", "ir", 1, 10)
	beside("ib", "ibr", -1, 8)
	orgs := 0
	for i := range s.seen {
		if s.seen[i].org == nil {
			continue
		}
		if orgs++; orgs > 4 {
			break
		}
		side := "before"
		if i > c.p {
			side = "behind"
		}
		h.on(ofKind, "org", side)
		if i > 0 {
			t := general(&s.seen[i-1])
			h.on(ofKind, "org", side, coarsely(&s.seen[i-1], t))
			h.on(ofAny, "org", side, t)
		}
		if i > 1 {
			h.on(ofKind, "org2", side, coarsely(&s.seen[i-2], general(&s.seen[i-2])), coarsely(&s.seen[i-1], general(&s.seen[i-1])))
		}
	}
	h.on(ofKind, "orgs", bucket(orgs))
	var all uint32
	for i := range s.seen {
		all |= s.seen[i].cues
	}
	each(all&(cueVerbs|cueNew|cueFormer), func(n string) { h.on(ofKind, "sent", n, bucket(orgs)) })
	if !s.seen[c.p].byName {
		h.on(ofKind, "pronoun")
	}
	if s.block.title {
		h.on(ofKind, "title")
	}
	if s.block.kind == item {
		h.on(ofKind, "item")
	}
}

// impliedFeatures counts what the sentences that may be about o say of p.
func (st *study) impliedFeatures(o *organization, implied []beside, v *vector) {
	var focus, last, leading, alone float64
	var behind [cueVerbCount]float64
	for _, c := range implied {
		for _, r := range c.kind[1:] {
			switch r {
			case 'f':
				focus++
			case 'l':
				last++
			case 'm':
				leading++
			}
		}
		if !slices.ContainsFunc(c.s.seen, func(x seen) bool { return x.org != nil }) {
			alone++
		}
		var all uint32
		for i := c.p + 1; i < len(c.s.seen) && i < c.p+8; i++ {
			x := &c.s.seen[i]
			if x.kind == kindPerson && x.byName {
				break
			}
			all |= x.cues
		}
		for k := range cueVerbCount {
			if all&(1<<k) != 0 {
				behind[k]++
			}
		}
	}
	v.put("implied by focus", focus)
	v.put("implied as the last", last)
	v.put("implied as the leading one", leading)
	v.put("implied where no other stands", alone)
	v.flag("leading", st.leading == o)
	v.flag("titled", st.titled == o)
	for k := range cueVerbCount {
		v.put(cueLabels[5][k], behind[k])
	}
}
