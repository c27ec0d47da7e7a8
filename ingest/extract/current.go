package extract

import (
	"slices"

	"talentgraph/graph"
)

// employerTold is where the sentence before has had the person since a year, of whom this one only says from where: "X has led A since
// 2019. She came from B."
func (d *document) employerTold(f *fact) *organization {
	if !d.p.is("option", "pro-drop") || f.from.org == nil {
		return nil
	}
	for _, g := range d.facts {
		if g.who == f.who && g.kind == "is" && !g.phrase && g.sinceYear > 0 && g.org.org != nil && g.org.org != f.from.org && g.sent.block == f.sent.block && (g.sent.index == f.sent.index-1 || g.sent == f.sent && g.node < f.node) {
			return g.org.org
		}
	}
	return nil
}

// stillThere turns weak arrivals told in the present ("is currently editor of A") into where the person is, where the text has told before
// of an arrival elsewhere that lies ahead: "X will be the new editor of B. He is currently editor of A."
func (d *document) stillThere(joins, affs []*fact) (left, more []*fact) {
	if !d.p.is("option", "pro-drop") {
		return joins, affs
	}
	ahead := func(j *fact) bool {
		for _, g := range joins {
			if g != j && !g.weak && g.to.org != nil && g.to.org != j.to.org && g.from.org == nil && g.status == graph.Announced && g.sent.index <= j.sent.index {
				return true
			}
		}
		return false
	}
	for _, j := range joins {
		if j.kind != "join" || !j.weak || j.loose || j.to.org == nil || j.to.implied || j.from.org != nil || j.status != graph.Completed || !ahead(j) {
			left = append(left, j)
			continue
		}
		j.kind, j.org, j.role = "is", j.to, j.roleTo
		affs = append(affs, j)
	}
	return left, d.untitled(left, affs)
}

// startedLately gives weak arrivals where a clause says that the person has been somewhere since a date near the article's: "Desde el lunes
// dirige B."
func (d *document) startedLately(joins, affs []*fact) []*fact {
	if !d.p.is("option", "pro-drop") {
		return nil
	}
	var out []*fact
	for _, a := range affs {
		if a.kind != "is" || a.phrase || a.loose || a.org.org == nil || a.org.implied || !a.date.since || !d.recentDate(a.date) || a.status != graph.Completed {
			continue
		}
		if slices.ContainsFunc(joins, func(j *fact) bool { return j.to.org == a.org.org || j.from.org == a.org.org }) {
			continue
		}
		j := *a
		j.kind, j.to, j.org, j.roleTo, j.weak = "join", a.org, orgArg{}, a.role, true
		out = append(out, &j)
	}
	return out
}

// cameBack gives an earlier arrival its former employer where the news is the return to it: "X, who went to A in 2019, returns to B".
func (d *document) cameBack(arrivals []*candidate, fs []*fact) {
	for _, f := range fs {
		if !f.returns || f.to.org == nil {
			continue
		}
		for _, c := range arrivals {
			for _, x := range arrivals {
				if c.to == f.to.org && c.from != nil && x.to == c.from && x != c && x.from == nil && x.status == graph.Completed {
					x.from, x.conf = c.to, max(x.conf, confCareer)
					x.explain = append(x.explain, "from: return")
				}
			}
		}
	}
}

// wentAway is the step before a return, where the text tells of the first time and of no other step: "X, que se formó en B, vuelve desde A" went
// from B to A.
func (d *document) wentAway(q *person, news *candidate, fs []*fact, told []*candidate) []*candidate {
	if news == nil || news.from == nil || news.to == nil || news.status == graph.Denied || news.status == graph.Rumored || !d.p.is("option", "pro-drop") {
		return nil
	}
	for _, c := range told {
		if c.to == news.from && c.conf > confDropped {
			return nil
		}
	}
	var back, before *fact
	for _, f := range fs {
		switch {
		case f.returns && (f.to.org == news.to || f.to.org == nil && slices.Contains(news.explain, f.rule)):
			back = f
		case (f.kind == "was" || f.kind == "begin" || f.kind == "prior" || f.kind == "join" && d.earlier(f)) && !f.phrase && (f.org.org == news.to || f.org.org == nil && f.to.org == news.to):
			before = f
		}
	}
	if before == nil || back == nil && (before.kind == "join" || before.to.org != nil || news.past || !d.returnTold(q)) {
		return nil
	}
	return []*candidate{{who: q, from: news.to, to: news.from, fact: before, status: graph.Completed, conf: confCareer, explain: []string{"return"}}}
}

// returnTold reports whether a sentence that names q speaks of a return: "En el caso de X se trata de un regreso."
func (d *document) returnTold(q *person) bool {
	for _, s := range d.sents {
		named, back := false, false
		for i := range s.nodes {
			n := &s.nodes[i]
			named = named || n.kind == kindPerson && slices.Contains(n.persons, q)
			back = back || n.kind == kindWord && d.p.is("returnverb", n.low)
		}
		if named && back {
			return true
		}
	}
	return false
}

// untitled leaves out where the title says that somebody is, and the text that he arrives: "P, al frente de B. El patronato de B ha designado a P".
func (d *document) untitled(joins, affs []*fact) []*fact {
	if !d.p.is("option", "pro-drop") {
		return affs
	}
	return slices.DeleteFunc(affs, func(a *fact) bool {
		return a.kind == "is" && !a.phrase && a.sent.block.title && a.sinceYear == 0 && slices.ContainsFunc(joins, func(j *fact) bool { return j.kind == "join" && j.to.org == a.org.org && !j.sent.block.title })
	})
}

// notAgain is where an arrival of long ago was of which the text only says what kind of house it was, where that seems to be the one that the person
// goes to now: "El banco niega que P vaya a B. P llegó a la entidad en 2012": where the text has the person.
func (d *document) notAgain(f *fact) {
	if !d.p.is("option", "pro-drop") || f.kind != "join" || f.to.org == nil || !f.to.implied || !d.earlier(f) {
		return
	}
	ahead := false
	for _, g := range d.facts {
		ahead = ahead || g.who == f.who && g.kind == "join" && g.to.org == f.to.org && (!g.to.implied || g.status == graph.Rumored || g.status == graph.Denied) && g.sent.index < f.sent.index && !d.earlier(g) && !g.loose
	}
	if !ahead {
		return
	}
	for _, g := range d.facts {
		o := g.org.org
		if g.kind == "leave" {
			o = g.from.org
		}
		if g.who == f.who && (g.kind == "is" || g.kind == "leave") && o != nil && o != f.to.org && o != f.from.org && g.sent.index < f.sent.index && !g.loose {
			f.to.org = o
			return
		}
	}
}
