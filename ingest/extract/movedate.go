package extract

import (
	"slices"

	"talentgraph/graph"
)

// laterThisYear reports whether a month without a year lies ahead of the article: it comes within half a year, and the clause is in no
// tense of the past.
func (d *document) laterThisYear(c *candidate) bool {
	w, pub := c.date, d.published()
	class := d.p.named("pastaux")
	if class == nil || w.rel || w.year > 0 || w.month == 0 || int(pub.Month) == 0 {
		return false
	}
	if ahead := w.month - int(pub.Month); ahead <= 0 || ahead > 6 {
		return false
	}
	for i := range c.fact.sent.nodes {
		n := &c.fact.sent.nodes[i]
		if n.kind == kindWord && class.has(n.low) {
			return false
		}
		if n.kind == kindDate && n.date == w {
			break
		}
	}
	return true
}

// dateBeside is the date that the text puts beside the organization where an earlier step of a career led: "avant de rejoindre O en
// 2012", "O, qu'elle pilotait depuis 2018".
func (d *document) dateBeside(c *candidate) (when, bool) {
	if c.to == nil || !d.p.is("option", "home") {
		return when{}, false
	}
	at := c.fact.sent.index
	for _, s := range d.sents[max(0, at-6):min(len(d.sents), at+7)] {
		if s.block.kind == heading || s != c.fact.sent && !d.aboutOnly(s, c.who) {
			continue
		}
		for j := range s.nodes {
			if s.orgAt(j) != c.to {
				continue
			}
			for _, k := range []int{j + 1, j + 2, j - 2, j - 1, j - 3, j + 3, j + 4, j + 5} {
				if k < 0 || k >= len(s.nodes) || s.nodes[k].kind != kindDate || s.nodes[k].date.year == 0 {
					continue
				}
				lo, hi := min(j, k), max(j, k)
				if !slices.ContainsFunc(s.nodes[lo+1:hi], func(n node) bool {
					return isName(&n) && n.ref == refName || n.low == ";" || n.kind == kindRole && n.roleOrg != nil || n.kind == kindDate
				}) {
					return s.nodes[k].date, true
				}
			}
		}
	}
	return when{}, false
}

// effectDate is the date behind words such as "effective" in the rest of the sentence, as a node; -1 where there is none.
func (d *document) effectDate(s *sentence, from int) int {
	class := d.p.named("dateeffect")
	if class == nil {
		return -1
	}
	for i := from; i < len(s.nodes) && i < from+30; i++ {
		n := &s.nodes[i]
		if n.kind == kindPerson && n.ref == refName {
			return -1
		}
		if n.kind == kindDate && (n.date.starts || i > 0 && s.nodes[i-1].kind == kindWord && class.has(s.nodes[i-1].low)) {
			return i
		}
	}
	return -1
}

// takesDate gives the move the date of one more fact where it has none yet or the fact tells when the work begins.
func (c *candidate) takesDate(f *fact) {
	if f.hasDate && (!c.hasDate || f.date.starts && !c.date.starts) && f.status != graph.Denied {
		c.date, c.hasDate = f.date, true
	}
}
