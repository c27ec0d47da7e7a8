package extract

import (
	"slices"

	"talentgraph/graph"
)

// lastFew are the two or three persons whom the sentence before names, in order; nil where it names more or fewer.
func (d *document) lastFew(s *sentence) []*person {
	if s.index == 0 {
		return nil
	}
	var out []*person
	for i := range d.sents[s.index-1].nodes {
		for _, q := range d.sents[s.index-1].nodes[i].persons {
			if !slices.Contains(out, q) {
				out = append(out, q)
			}
		}
	}
	if len(out) < 2 || len(out) > 3 {
		return nil
	}
	return out
}

// names reports whether the sentence names the organization.
func (s *sentence) names(o *organization) bool {
	for i := range s.nodes {
		if s.orgAt(i) == o {
			return true
		}
	}
	return false
}

// ordinalGap reports whether behind the ordinal of nodes i to k stands an organization in place of a clause, as another ordinal
// had one before: "La première a rejoint A, le second B".
func (d *document) ordinalGap(s *sentence, i, k int) bool {
	if i == 0 || s.nodes[i-1].low != "," && s.nodes[i-1].low != ";" && !d.p.is("and", s.nodes[i-1].low) {
		return false
	}
	before := false
	for x := 0; x < i; x++ {
		n := &s.nodes[x]
		before = before || n.kind == kindPerson && n.ref >= refFirst && n.ref <= refThird
	}
	for k < len(s.nodes) && s.nodes[k].kind == kindWord && (d.p.is("det", s.nodes[k].low) || d.p.is("cue.at", s.nodes[k].low) || d.p.is("instof", s.nodes[k].low)) {
		k++
	}
	return before && k < len(s.nodes) && s.orgAt(k) != nil
}

// shared states for the persons of a sentence what it leaves out: the clause of the second of two ("le second B"), or to whom of
// several each organization belongs ("travaillaient respectivement chez A et B").
func (d *document) shared(s *sentence) {
	if d.p.named("share.word") == nil || s.block.kind == heading {
		return
	}
	first := len(d.facts)
	for first > 0 && d.facts[first-1].sent == s {
		first--
	}
	for i := range s.nodes {
		n := &s.nodes[i]
		if n.kind == kindPerson && (n.ref == refSecond || n.ref == refThird) && d.ordinalGap(s, i, i+1) {
			d.fillGap(s, i, first)
		}
		if n.kind == kindWord && d.p.is("share.word", n.low) {
			d.share(s, i, first)
		}
	}
}

// fillGap states for the person at node i what the clause before states for another, of the organization behind it.
func (d *document) fillGap(s *sentence, i, first int) {
	who := d.resolvePersons(s, i)
	j := i + 1
	for j < len(s.nodes) && s.orgAt(j) == nil {
		j++
	}
	if len(who) != 1 || j == len(s.nodes) {
		return
	}
	for _, f := range d.facts[first:] {
		if f.node < i && f.who != who[0] && (f.kind == "join" || f.kind == "was" || f.kind == "prior" || f.kind == "leave") {
			g := *f
			g.who, g.node, g.roleTo, g.roleFrom, g.role = who[0], j, "", "", s.nodes[j].role
			d.facts = append(d.facts, replaced(&g, nil, s.orgAt(j)))
			return
		}
	}
}

// replaced puts an organization in place of another in a fact, or in place of the one that its kind is about where old is nil.
func replaced(f *fact, old, o *organization) *fact {
	arg := &f.org
	switch {
	case f.to.org != nil && (f.to.org == old || old == nil):
		arg = &f.to
	case f.from.org != nil && (f.from.org == old || old == nil):
		arg = &f.from
	}
	*arg = orgArg{org: o}
	return f
}

// share gives each of the persons before the word at node r the organization behind it that is theirs.
func (d *document) share(s *sentence, r, first int) {
	var who []*person
	for i := r - 1; i >= 0 && len(who) < 2; i-- {
		if s.nodes[i].kind == kindPerson {
			who = d.resolvePersons(s, i)
		}
	}
	var list []int
	for j := r + 1; j < len(s.nodes); j++ {
		if s.orgAt(j) != nil {
			list = append(list, j)
		}
	}
	if len(who) < 2 || len(list) != len(who) {
		return
	}
	among := func(a orgArg) bool {
		return a.org != nil && slices.ContainsFunc(list, func(j int) bool { return s.orgAt(j) == a.org })
	}
	var kept, of []*fact
	for _, f := range d.facts[first:] {
		if slices.Contains(who, f.who) && (among(f.org) || among(f.from) || among(f.to)) {
			of = append(of, f)
			continue
		}
		kept = append(kept, f)
	}
	var model fact
	switch lead := s.nodes[max(r-2, 0):list[0]]; {
	case len(of) > 0:
		model = *of[0]
	case slices.ContainsFunc(lead, func(n node) bool { return d.p.is("share.from", n.low) }):
		model = fact{kind: "join", sent: s, rule: "share", focus: d.focus, status: graph.Completed, weak: true, loose: true}
		model.from.org = s.orgAt(list[0])
	default:
		model = fact{kind: "leave", sent: s, rule: "share", focus: d.focus, status: graph.Completed}
		model.to.org = s.orgAt(list[0])
	}
	for nth, q := range who {
		o := s.orgAt(list[nth])
		f := model
		f.who, f.node, f.role, f.roleTo, f.roleFrom = q, list[nth], s.nodes[list[nth]].role, "", ""
		if slices.ContainsFunc(kept, func(x *fact) bool { // "quittent A pour, respectivement, B et C"
			if x.who == q && x.kind == f.kind && len(of) == 0 && (f.kind == "leave" && x.to.org == nil || f.kind == "join" && x.from.org == nil) {
				replaced(&f, nil, o)
				if f.kind == "leave" {
					x.to = f.to
				} else {
					x.from = f.from
				}
				return true
			}
			return false
		}) {
			continue
		}
		kept = append(kept, replaced(&f, s.orgAt(list[0]), o))
	}
	d.facts = append(d.facts[:first], kept...)
}
