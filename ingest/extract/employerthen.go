package extract

import "talentgraph/graph"

// employerThen is where somebody arrived of whom a clause about an earlier time only says from where: "came to Bangor in 2016 from
// A", where the text gives a present employer, or the one now left.
func (d *document) employerThen(f *fact) *organization {
	if !d.p.is("option", "org-before-role") || f.kind != "join" || f.from.org == nil {
		return nil
	}
	if !d.earlier(f) {
		return d.cameTo(f)
	}
	for _, a := range d.facts {
		switch {
		case a.who != f.who || a.sent.index > f.sent.index+1:
		case a.kind == "is" && a.tense == present && a.org.org != nil && a.org.org != f.from.org:
			return a.org.org
		case a.kind == "leave" && a.from.org != nil && a.from.org != f.from.org && a.status != graph.Denied && a.sent.index < f.sent.index:
			return a.from.org
		}
	}
	return d.lastAt(f)
}

// cameTo is the present employer of whom goes elsewhere now, where the sentence behind says from where he or she came: "She has been with A for
// ten years. She came from B": to A.
func (d *document) cameTo(f *fact) *organization {
	if f.status != graph.Completed || f.to.org != nil || d.inPresent(f) {
		return nil
	}
	for _, a := range d.facts {
		if a.who != f.who || a.kind != "is" || a.tense != present || a.phrase || a.org.org == nil || a.org.implied || a.org.org == f.from.org || a.sent.index != f.sent.index-1 || a.sent.block != f.sent.block {
			continue
		}
		for _, g := range d.facts {
			if g.who == f.who && g.kind == "join" && g != f && g.sent.index < a.sent.index && g.status != graph.Denied && (g.to.org != nil && g.to.org != a.org.org || g.to.org == nil && g.focus != a.org.org) {
				return a.org.org
			}
		}
	}
	return nil
}

// inPresent reports whether the verb of the fact is in the present tense: "comes from", "joins from".
func (d *document) inPresent(f *fact) bool {
	for i := max(0, f.node); i < len(f.sent.nodes) && i < f.node+5; i++ {
		if n := &f.sent.nodes[i]; n.kind == kindWord && d.p.is("presentverb", n.low) {
			return true
		}
	}
	return false
}

// lastAt is the employer before the news that the sentence before f has told of: "He had been in charge of sales at
// A. He came in 2010 from B": to A, where somebody is who goes elsewhere now.
func (d *document) lastAt(f *fact) *organization {
	var o *organization
	for _, a := range d.facts {
		if a.who == f.who && a.kind == "was" && !a.phrase && !a.org.implied && a.org.org != nil && a.org.org != f.from.org && a.sent.index == f.sent.index-1 {
			o = a.org.org
		}
	}
	for _, a := range d.facts {
		if o != nil && a.who == f.who && a.kind == "join" && a != f && !d.earlier(a) && a.sent.index < f.sent.index && a.status != graph.Denied && (a.to.org == nil && a.focus != o || a.to.org != nil && a.to.org != o) {
			return o
		}
	}
	return nil
}

// houseOf is the house that somebody leaves of whom the fact does not say it, where o is in focus: what the article opened with, where o is only
// where another comes from who arrives there.
func (d *document) houseOf(o *organization, f *fact) *organization {
	if o == nil || d.opening == nil || o == d.opening || f.sent.names(o) {
		return o
	}
	for _, t := range f.sent.block.sentences {
		if t.index < f.sent.index && (d.subjectOrg(t, len(t.nodes)) == o || d.spokenOf(t) == o) {
			return o // the paragraph is about it
		}
	}
	var q *person
	for _, g := range d.facts {
		at := (g.kind == "is" || g.kind == "was" || g.kind == "prior" || g.kind == "begin") && g.org.org == o && !g.org.implied || (g.kind == "join" || g.kind == "leave") && g.from.org == o && !g.from.implied
		if at && g.who == f.who {
			return o
		}
		if at && g.who != nil && q == nil {
			q = g.who
		}
	}
	for _, g := range d.facts {
		if q != nil && g.who == q && (g.kind == "join" || g.kind == "start" || g.kind == "succeed") && g.status != graph.Denied && (g.to.org == d.opening || g.to.org == nil && g.focus == d.opening) {
			return d.opening
		}
	}
	return o
}
