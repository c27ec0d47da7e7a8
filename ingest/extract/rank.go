package extract

import (
	"cmp"
	"slices"
	"strings"

	"talentgraph/graph"
	"talentgraph/ingest/extract/rank"
)

// decide replaces the rules' moves of each person by those that the model finds most probable, all of a person's together: no
// organization is joined twice or left twice, under whatever reading of its name. Those from the threshold on have the status for which the words speak.
func (d *document) decide(ruled []*candidate, m *rank.Model, threshold float64) []*candidate {
	st := d.newStudy(ruled, m)
	defer st.release()
	var out []*candidate
	all := st.allChoices()
	for i, p := range st.persons {
		for _, c := range st.career(p, all[i]) {
			if c.conf >= threshold {
				c.status = st.statusOf(p, c.from, c.to)
				c.quote[0], c.quote[1] = st.evidence(c)
			}
			out = append(out, c)
		}
	}
	return append(out, st.beyond...)
}

// allChoices are the possible moves of each person.
func (st *study) allChoices() [][]choice {
	if st.model != nil {
		st.weigh()
	}
	all := make([][]choice, len(st.persons))
	for i, p := range st.persons {
		all[i] = st.choices(p)
	}
	if st.model == nil {
		return all
	}
	var xs [][]float32
	for _, l := range all {
		for i := range l {
			xs = append(xs, l[i].x)
		}
	}
	odds := st.model.Forest.All(xs)
	for _, l := range all {
		for i := range l {
			l[i].z, odds = odds[0], odds[1:]
		}
	}
	st.again(all)
	return all
}

// least probability at which a choice is worth keeping at all.
const rankLeast = 0.01

// rankShort is how many sentences a text must have: the model has learnt on articles, and of a few sentences the frames know more.
const rankShort = 5

// career picks the moves of one person.
func (st *study) career(p *person, all []choice) []*candidate {
	slices.SortStableFunc(all, func(a, b choice) int { return cmp.Compare(b.p, a.p) })
	var out []*candidate
	for i := range all {
		c := &all[i]
		if c.p < rankLeast {
			break
		}
		if slices.ContainsFunc(out, func(x *candidate) bool {
			back := x.from == c.to && x.to == c.from && c.from != nil && c.to != nil && (c.rule == nil || c.rule.conf < defaultThreshold)
			return x.to.alike(c.to) && c.to != nil || x.from.alike(c.from) && c.from != nil || back
		}) {
			continue
		}
		m := st.candidateOf(p, c)
		if st.d.e.explain {
			m.explain = slices.Concat(m.explain, st.reasons(c))
		}
		out = append(out, m)
	}
	return out
}

// alike reports whether two organizations are one, or called so much alike that they are two readings of one name: "Fondsgesellschaft Deka Immobilien" and
// "Deka Immobilien", "Blue Ridge Express of Roanoke" and "Blue Ridge Express".
func (o *organization) alike(x *organization) bool {
	if o == nil || x == nil || len(o.spaced) == len(x.spaced) {
		return o == x
	}
	long, short := o.spaced, x.spaced
	if len(long) < len(short) {
		long, short = short, long
	}
	return strings.HasPrefix(long, short) || strings.HasSuffix(long, short)
}

// touched reports whether the rules have said anything of one end of the choice.
func (st *study) touched(p *person, c *choice) bool {
	return slices.ContainsFunc(st.ruled[p], func(r *candidate) bool {
		return r.to == c.to && c.to != nil || r.from == c.from && c.from != nil
	})
}

// candidateOf makes a move of a choice, with what the rules know of it.
func (st *study) candidateOf(p *person, c *choice) *candidate {
	if c.rule != nil {
		r := *c.rule
		r.conf = c.p
		return &r
	}
	for _, r := range st.ruled[p] {
		if r.to == c.to && c.to != nil || r.from == c.from && c.from != nil {
			n := *r
			if n.from != c.from {
				n.from, n.roleFrom = c.from, ""
			}
			if n.to != c.to {
				n.to, n.roleTo = c.to, ""
			}
			n.conf, n.partly = c.p, true
			return &n
		}
	}
	n := &candidate{who: p, from: c.from, to: c.to, conf: c.p, status: graph.Completed}
	for _, f := range st.factsOf[p] {
		if (f.kind == "join" || f.kind == "leave") && (f.to.org == c.to && c.to != nil || f.from.org == c.from && c.from != nil) {
			n.fact, n.status = f, f.status
			break
		}
	}
	if n.fact == nil {
		s := st.sentenceOf(p, c)
		n.fact = &fact{kind: "join", who: p, from: orgArg{org: c.from}, to: orgArg{org: c.to}, sent: s, rule: "statistics", status: graph.Completed, focus: s.then.focus}
	}
	return n
}

// sentenceOf is the sentence that says most of a choice: the one that names the person and the ends, the rarer one before the one that the whole article
// is about, the first of the best.
func (st *study) sentenceOf(p *person, c *choice) *sentence {
	best := st.d.sents[st.personAt[p][0].s]
	top := float32(-1)
	for i, x := range st.telling(p, c.from, c.to) {
		s := st.d.sents[i]
		if !s.block.title && s.block.kind != heading {
			x += 0.5
		}
		if x > top {
			best, top = s, x
		}
	}
	return best
}

// telling is how much each sentence says of a move: that it is about the person, and which ends it names; one named everywhere says less.
func (st *study) telling(p *person, f, t *organization) []float32 {
	out := make([]float32, len(st.d.sents))
	add := func(at []spot, all float32) {
		in := map[int]bool{}
		for _, m := range at {
			in[m.s] = true
		}
		for k := range in {
			out[k] += all / float32(len(in))
		}
	}
	for _, m := range st.personAt[p] {
		out[m.s] = 4
	}
	add(st.orgAt[f], 3)
	add(st.orgAt[t], 3)
	return out
}
