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
	return left, affs
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
