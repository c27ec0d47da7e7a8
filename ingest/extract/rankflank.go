package extract

import "slices"

// flank is who and what stands beside a mention of an organization in its sentence.
type flank struct {
	s, i           int
	before, behind flanking
	acts           bool // something happens between those before and it
	led, followed  bool // other organizations stand before, behind
}

// flanking is the nearest chunk on one side that means persons; nil where there is none.
type flanking struct {
	persons []*person
	off     int // chunks
}

// flanks are those of the first mentions of o.
func (st *study) flanks(o *organization) []flank {
	if st.flanked == nil {
		st.flanked = make([][]flank, len(st.orgs))
	}
	if st.flanked[o.place] != nil {
		return st.flanked[o.place]
	}
	at := st.orgAt[o]
	out := make([]flank, 0, min(len(at), mostContexts))
	for _, m := range at[:min(len(at), mostContexts)] {
		s := st.d.sents[m.s]
		f := flank{s: m.s, i: m.i}
		for i := m.i - 1; i >= 0; i-- {
			x := &s.seen[i]
			f.led = f.led || x.org != nil
			if f.before.persons == nil && len(x.persons) > 0 {
				f.before = flanking{x.persons, m.i - i}
			}
			f.acts = f.acts || f.before.persons == nil && x.cues&cueVerbs != 0
		}
		for i := m.i + 1; i < len(s.seen); i++ {
			x := &s.seen[i]
			f.followed = f.followed || x.org != nil
			if f.behind.persons == nil && len(x.persons) > 0 {
				f.behind = flanking{x.persons, i - m.i}
			}
		}
		out = append(out, f)
	}
	st.flanked[o.place] = out
	return out
}

// side counts how often p stands next to an organization on one side, another person, nobody, and how close they come: 1 where they touch.
type side struct{ own, ownClose, other, otherClose, nobody float64 }

func (x *side) count(f flanking, p *person) {
	switch {
	case f.persons == nil:
		x.nobody++
	case slices.Contains(f.persons, p):
		x.own++
		x.ownClose = max(x.ownClose, 1/float64(f.off))
	default:
		x.other++
		x.otherClose = max(x.otherClose, 1/float64(f.off))
	}
}

// flankFeatures tell who stands nearest to the mentions of o, and who comes first in their sentences.
func (st *study) flankFeatures(p *person, o *organization, v *vector) {
	told := st.listen()
	var before, behind side
	var first, firstOther, otherActs, alone, aloneOther, since, commas, led, followed, longest float64
	for _, f := range st.flanks(o) {
		h, s := &told[f.s], st.d.sents[f.s]
		longest = max(longest, float64(len(s.seen)))
		before.count(f.before, p)
		behind.count(f.behind, p)
		if f.acts && f.before.persons != nil && !slices.Contains(f.before.persons, p) {
			otherActs++
		}
		switch {
		case h.first != nil && slices.Contains(h.first, p):
			first++
		case h.first != nil:
			firstOther++
		case h.last == p:
			alone++
		case h.last != nil:
			aloneOther++
		}
		if f.led {
			led++
		}
		if f.followed {
			followed++
		}
		orgs, breaks := 1.0, 1.0
		for k := f.i - 1; k >= 0; k-- {
			x := &s.seen[k]
			if x.org != nil {
				orgs++
			}
			if x.low == "," || x.low == ";" {
				breaks++
			}
			if slices.Contains(x.persons, p) {
				since, commas = max(since, orgs), max(commas, breaks)
				break
			}
		}
	}
	place := 2.0 // not in the text as it was read
	if at := st.orgAt[o]; len(at) > 0 {
		place = float64(at[0].s) / float64(len(st.d.sents))
	}
	v.put("first of the sentence", first)
	v.put("another first of the sentence", firstOther)
	v.put("right behind the person", before.own)
	v.put("closeness behind the person", before.ownClose)
	v.put("right behind another", before.other)
	v.put("closeness behind another", before.otherClose)
	v.put("another acts", otherActs)
	v.put("behind nobody", before.nobody)
	v.put("closeness before the person", behind.ownClose)
	v.put("before another", behind.other)
	v.put("closeness before another", behind.otherClose)
	v.put("before nobody", behind.nobody)
	v.put("beside nobody, the person last", alone)
	v.put("beside nobody, another last", aloneOther)
	v.put("organizations since the person", since)
	v.put("commas since the person", commas)
	v.put("behind others", led)
	v.put("before others", followed)
	v.put("longest sentence", longest)
	v.put("place in the text", place)
}
