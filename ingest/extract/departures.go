package extract

import (
	"slices"

	"talentgraph/graph"
)

// departures are the moves of a person to nowhere named: what the text tells of leaving beyond the arrivals that it has stated.
func (d *document) departures(q *person, fs, leaves []*fact, usedLeave map[*fact]bool, leaveOrg func(*fact) *organization, news *candidate, arrivals []*candidate, stays, fromUsed map[*organization]bool) []*candidate {
	var gone, later []*candidate // later: of whom the text then says where they are
	for _, l := range leaves {
		if usedLeave[l] {
			continue
		}
		o := leaveOrg(l)
		if news != nil && o == news.to && news.status != graph.Denied && l.status != graph.Denied && l.from.org != nil && !l.from.implied && !news.past && news.from != nil && l.sent.index > news.fact.sent.index {
			continue
		}
		if news != nil && o == news.to && l.from.org == nil && l.status != graph.Denied && !(l.date.year > 0 && news.date.year > 0 && l.date.year > news.date.year) && !(l.status == graph.Announced && news.status == graph.Completed && d.p.is("option", "org-before-role")) && !d.arrivedLongAgo(l, news) && news.status != graph.Denied && !news.past && news.from != nil {
			continue // "… had said that he would leave": the old employer, not the one in focus
		}
		if news != nil && o == news.to && l.from.org == nil && l.status == graph.Announced && news.status == graph.Completed && news.from != nil && !news.hasDate && d.p.is("option", "org-before-role") {
			if k := l.sent.index - news.fact.sent.index; k >= 0 && k <= 2 { // "has been named head of B. She is expected to leave in the summer."
				news.status = graph.Announced
				continue
			}
		}
		if d.p.compounds && news != nil && o == news.to && l.from.org == nil && l.status != graph.Denied && l.sent == news.fact.sent {
			continue // "scheidet aus dem Amt und folgt einem Ruf an O"
		}
		if d.p.compounds && l.from.org == nil && l.status != graph.Denied && slices.ContainsFunc(leaves, func(x *fact) bool {
			return x != l && x.from.org != nil && !x.from.implied && x.status != graph.Denied && max(x.sent.index-l.sent.index, l.sent.index-x.sent.index) <= 3
		}) {
			continue // "is no longer spokesman of A. He left in February."
		}
		if l.from.org == nil && l.sent.block.kind == heading && l.status != graph.Denied && slices.ContainsFunc(leaves, func(x *fact) bool {
			return x != l && x.from.org != nil && !x.from.implied && x.status != graph.Denied
		}) {
			continue // the headline says that he goes, the text from where
		}
		if d.p.is("option", "org-before-role") && l.from.org == nil && d.boardRole(l.roleFrom) { // "In order to accept, she will resign as a non-executive director"
			continue
		}
		if o == nil || stays[o] && l.status != graph.Denied && !(l.retired && d.p.is("option", "pro-drop")) || fromUsed[o] {
			continue
		}
		dup := false
		for _, g := range gone {
			if g.from == o {
				dup = true
				if !g.hasDate && l.hasDate {
					g.date, g.hasDate = l.date, true
				}
			}
		}
		if dup {
			continue
		}
		if f := d.laterAt(l, o, fs); f != nil && len(arrivals) == 0 {
			later = append(later, &candidate{who: q, from: o, to: f.org.org, fact: l, status: l.status, conf: confInferred, roleFrom: l.roleFrom, roleTo: f.role, date: l.date, hasDate: l.hasDate, explain: []string{l.rule, "to: " + f.rule}})
			continue
		}
		c := &candidate{who: q, from: o, fact: l, status: l.status, conf: confDeparture, roleFrom: l.roleFrom, date: l.date, hasDate: l.hasDate, explain: []string{l.rule}}
		if o := d.lastTarget(l, c, arrivals, fromUsed); o != nil {
			c.to, c.conf = o, confGuessed
			c.explain = append(c.explain, "to: the only other")
		}
		gone = append(gone, c)
	}
	for _, g := range gone {
		if !g.hasDate && d.p.is("option", "org-before-role") { // "X succeeds Y on July 1"
			g.date, g.hasDate = d.handover(q)
		}
		g.main = g.fact.sent.index <= 4 && news == nil
		if g.roleFrom == "" {
			g.roleFrom = roleOf(fs, g.from, g.fact.sent.index)
		}
		if g.roleFrom == "" {
			g.roleFrom = d.roleOfSuccessor(q, nil)
		}
	}
	return append(later, gone...)
}

// stays are the organizations of which the facts say that the person remains there.
func (d *document) stays(fs []*fact) map[*organization]bool {
	stays := map[*organization]bool{}
	for _, f := range fs {
		if f.kind == "stay" {
			o := f.org.org
			if o == nil {
				o = d.placeKept(f)
			}
			if o == nil {
				o = d.focusAt(f)
			}
			stays[o] = true
		}
	}
	return stays
}
