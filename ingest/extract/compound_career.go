package extract

import "talentgraph/graph"

// Careers told backwards (option "compounds"): "Lindner kommt von A. Zu dem Konzern war sie 2014 von B gestoßen." The second arrival lies before the
// news: it was at A, not at the house that the text is about.

// arrivedBefore gives the arrivals of a person that lie before the news and that name no house, or only by what it is, the employer that the text has
// named last for that person.
func (d *document) arrivedBefore(fs []*fact) {
	if !d.p.compounds {
		return
	}
	for _, f := range fs {
		if f.kind == "leave" && !f.loose && f.from.org != nil && !f.from.implied && f.to.org == nil && !f.to.unknown && f.status == graph.Completed && d.earlier(f) {
			if o := d.employerTill(f, fs); o != nil { // "Sie kommt von A. 2014 hatte sie dafür B verlassen."
				f.kind, f.to, f.before = "join", orgArg{org: o}, true
			}
			continue
		}
		if f.kind != "join" || f.loose || f.to.unknown || f.to.org != nil && !f.to.implied || f.status != graph.Completed || f.rule == "expected" || f.rule == "hint" || !d.longBefore(f) || f.from.org == nil && !d.earlier(f) {
			continue
		}
		if o := d.employerNamed(f, fs); o != nil && o != f.to.org {
			f.to, f.before, f.weak = orgArg{org: o}, true, false
		}
	}
}

// longBefore reports whether a fact is dated before the news, or told in a tense or with a word of what went before.
func (d *document) longBefore(f *fact) bool {
	if d.earlier(f) {
		return true
	}
	s := f.sent
	if f.node >= len(s.nodes) {
		return false
	}
	a, b := s.clauseAround(f.node)
	for i := a; i < b; i++ {
		if n := &s.nodes[i]; n.kind == kindWord && d.p.is("longago", n.low) {
			return true
		}
	}
	return false
}

// employerNamed is where the text has had the person of f until the news: the last one named before f, in its sentence or the two before.
func (d *document) employerNamed(f *fact, fs []*fact) *organization {
	var o *organization
	for _, g := range fs {
		if g == f || g.loose && g.rule != "preposition" || g.status == graph.Denied || g.sent.index > f.sent.index || f.sent.index-g.sent.index > 3 || g.sent == f.sent && g.node >= f.node {
			continue
		}
		x := orgArg{}
		switch g.kind {
		case "is", "was":
			if g.tense != coming && !(g.phrase && g.tense == past) {
				x = g.org
			}
		case "join", "leave":
			if !d.earlier(g) && !g.before {
				x = g.from
			}
		}
		if x.org != nil && !x.implied && x.org != f.from.org {
			o = x.org
		}
	}
	return o
}

// employerTill is the one other house at which the text has the person of departure f until the news, on the way to a third.
func (d *document) employerTill(f *fact, fs []*fact) *organization {
	var o *organization
	goes := false
	for _, g := range fs {
		if g == f || g.status == graph.Denied {
			continue
		}
		switch g.kind {
		case "join":
			goes = goes || !g.loose && !g.before && !d.earlier(g)
			if g.sent == f.sent {
				return nil // says itself where to
			}
			if g.from.org != nil && !g.from.implied && g.from.org != f.from.org && !d.earlier(g) {
				o = g.from.org
			}
		case "is":
			if g.org.org != nil && !g.org.implied && g.tense == present && g.org.org != f.from.org && (!g.loose || g.rule == "preposition") {
				o = g.org.org
			}
		}
	}
	for _, g := range fs { // the house that the person goes to is not the one before
		if g.kind == "join" && (g.to.org == o || g.to.org == nil && g.focus == o) {
			return nil
		}
	}
	if !goes {
		return nil
	}
	return o
}
