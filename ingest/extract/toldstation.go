package extract

import (
	"slices"
	"strings"

	"talentgraph/graph"
)

// toldStation is the employer that the text gave the person last before a clause about an earlier time that only says from where he came: "Il
// dirigeait A. Il y était venu de B en 2012", "P quitte A pour C. Il avait été recruté chez B": to A.
func (d *document) toldStation(f *fact) *organization {
	if !d.p.is("option", "home") || f.from.org == nil || !d.earlier(f) {
		return nil
	}
	for k := len(d.facts) - 1; k >= 0; k-- {
		g := d.facts[k]
		if g == f || g.who != f.who || g.sent.index > f.sent.index || g.sent == f.sent && g.node >= f.node || f.sent.index-g.sent.index > 2 || g.status == graph.Denied {
			continue
		}
		var o *organization
		switch {
		case (g.kind == "is" || g.kind == "was") && !g.org.implied && g.tense != coming && !g.formerly && !d.ended(g):
			o = g.org.org
		case g.kind == "leave" && !g.from.implied, g.kind == "join" && !g.from.implied && !d.earlier(g):
			o = g.from.org
		}
		if o != nil && o != f.from.org && !d.school(o) {
			return o
		}
	}
	return nil
}

// onwards lets the news come from where the stations told lead, if its former employer was only inferred: "B nomme P. Il a débuté chez A1. A2 le
// recrute en 2004, A3 en 2012": from A3.
func (d *document) onwards(news *candidate, all []*candidate) {
	if !d.p.is("option", "home") || news == nil || news.from == nil || news.fact.from.org == news.from || news.status == graph.Denied || news.past {
		return
	}
	if !slices.ContainsFunc(news.explain, func(x string) bool { return strings.HasPrefix(x, "from: ") }) || slices.ContainsFunc(d.facts, func(f *fact) bool {
		return f.who == news.who && f.kind == "is" && f.phrase && f.tense == present && f.org.org == news.from && !f.org.implied
	}) {
		return
	}
	for n := 0; n < 5; n++ {
		var next *organization
		for _, x := range all {
			if x != news && x.conf > 0 && x.from == news.from && x.to != nil && x.to != news.to && x.status == graph.Completed && (x.past || x.conf == confCareer) {
				next = x.to
			}
		}
		if next == nil {
			return
		}
		for _, x := range all { // he came back to where he was
			if x != news && x.to == news.from && x.from == next {
				return
			}
		}
		news.from, news.roleFrom = next, ""
		news.explain = append(news.explain, "from: onwards")
	}
}
