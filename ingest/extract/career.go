package extract

import (
	"slices"

	"talentgraph/graph"
)

// career decides the moves of one person.
func (d *document) career(q *person, fs []*fact) []*candidate {
	var out []*candidate
	var joins, leaves, affs []*fact
	if d.p.compounds {
		fs = withoutHints(fs)
	}
	d.arrivedBefore(fs)
	d.groupLeft(fs)
	for _, f := range fs {
		switch f.kind {
		case "join":
			joins = append(joins, f)
		case "leave":
			if f.to.org != nil && f.from.org == f.to.org {
				continue // changes roles
			}
			d.leftFor(f)
			if f.to.org != nil {
				if f.from.org == nil && !f.from.unknown {
					if o := d.stepBefore(f, fs); o != nil {
						f.from.org = o
						joins = append(joins, f)
						continue
					}
					f.from = orgArg{org: d.successorAt(q, f), implied: true}
					if f.from.org == nil && d.p.is("option", "org-before-role") { // "joined A in 2012 … left in 2020 for B"
						for _, j := range joins {
							if j.to.org != nil && !j.to.implied && j.to.org != f.to.org && j.status == graph.Completed {
								f.from.org = j.to.org
							}
						}
					}
					for _, l := range fs { // "X leaves A. She goes to B."
						if f.from.org == nil && l.kind == "leave" && l.to.org == nil && l.from.org != nil && !l.from.implied && l.from.org != f.to.org && l.status != graph.Denied && l.sent.index <= f.sent.index {
							f.from.org = l.from.org
						}
					}
					if f.from.org == nil {
						f.from.org = d.employerAt(f, fs)
					}
					if f.from.org == f.to.org { // "a ticket agent for A. He left in 1961 for B": what was told before
						f.from.org = d.stationBefore(f, fs)
					}
				}
				joins = append(joins, f)
			} else {
				leaves = append(leaves, f)
			}
		case "is", "was":
			affs = append(affs, f)
		}
	}
	joins = append(joins, d.foundAgain(q, leaves, affs, joins)...)
	joins, affs = d.stillThere(joins, affs)
	joins = append(joins, d.startedLately(joins, affs)...)
	internal := func(o *organization) bool {
		for _, f := range fs {
			if f.kind == "internal" && (f.org.org == nil || f.org.org == o) {
				return true
			}
		}
		return false
	}
	// "X, chief medical officer, will become head of research": a new role where X already is
	joins = slices.DeleteFunc(joins, func(f *fact) bool {
		if f.kind == "join" && f.to.org != nil && f.from.org == nil && f.roleTo != "" && d.p.is("option", "org-before-role") && slices.ContainsFunc(affs, func(a *fact) bool {
			return a.kind == "is" && a.phrase && a.tense == present && a.sent == f.sent && a.node < f.node && a.org.org == f.to.org && !a.org.implied && a.role != f.roleTo
		}) {
			return true // "X, executive director at A, becomes chairman of A"
		}
		if f.to.org != nil && !f.to.implied || f.to.unknown || f.from.org != nil || f.roleTo == "" || f.kind == "leave" {
			return false
		}
		o := f.to.org
		if o == nil {
			o = d.focusAt(f)
		}
		for _, a := range affs {
			if a.kind == "is" && a.org.org == o && !(a.bare && d.calling(a.role)) && a.tense == present && a.sent.index <= f.sent.index && a.role != f.roleTo && (a.phrase || a.date.since) {
				return true
			}
		}
		return false
	})
	// "O informó que P, hasta ahora directora de X, ocupará la dirección de Y": promoted where P was, unless O hires
	joins = slices.DeleteFunc(joins, func(f *fact) bool {
		return d.p.is("option", "pro-drop") && f.kind == "join" && !f.hired && f.from.org == nil && !f.from.unknown && slices.ContainsFunc(affs, func(a *fact) bool {
			return a.sent == f.sent && a.kind == "was" && a.bare && a.org.implied && a.org.org != nil && a.org.org == f.to.org && !d.calling(a.role)
		})
	})
	// "leaves the head of A and takes the chair of the same A": a change of roles
	same := func(j, l *fact) bool {
		return j.sent == l.sent && j.from.org == nil && j.to.org != nil && j.to.org == l.from.org && j.status != graph.Denied && l.status != graph.Denied && l.to.org == nil && l.node < j.node
	}
	joins = slices.DeleteFunc(joins, func(j *fact) bool {
		n := len(leaves)
		if j.kind == "join" {
			leaves = slices.DeleteFunc(leaves, func(l *fact) bool { return same(j, l) })
		}
		return len(leaves) < n
	})
	// one arrival an organization
	var arrivals []*candidate
	for _, f := range joins {
		to := f.to.org
		if to == nil && !f.to.unknown {
			to = d.impliedTo(f, arrivals)
			if to == nil {
				continue
			}
		}
		if f.to.unknown && to == nil {
			if f.from.org == nil && f.founder && d.p.is("option", "pro-drop") { // "Y succeeds X, who has founded a firm of his own"
				f.from.org = d.successorAt(q, f)
			}
			if f.from.org == nil {
				continue
			}
			leaves = append(leaves, f)
			continue
		}
		var c *candidate
		for _, x := range arrivals {
			if x.to == to && (x.status == graph.Denied) == (f.status == graph.Denied) {
				c = x
			}
		}
		if c == nil {
			c = &candidate{who: q, to: to, fact: f, status: f.status, conf: confArrival, roleTo: f.roleTo}
			if f.to.implied || f.to.org == nil {
				c.conf = confImplied
			}
			c.past, c.weak, c.implied, c.loose = true, true, true, true
			arrivals = append(arrivals, c)
		}
		c.past = c.past && d.earlier(f)
		c.again = c.again || f != c.fact && d.earlier(f) != d.earlier(c.fact)
		c.loose = c.loose && f.loose
		c.implied = c.implied && (f.to.org == nil || f.to.implied)
		c.weak = c.weak && (f.weak || f.founder && f.status != graph.Announced)
		c.explain = append(c.explain, f.rule)
		if c.fact.sent.block.kind == heading && f.sent.block.kind != heading {
			c.fact = f
			c.status = f.status
		} else if c.fact.weak && c.status == graph.Rumored && !f.weak && !f.loose && (f.status == graph.Completed || f.status == graph.Announced) { // "B offered her the post, and she took it"
			c.fact, c.status = f, f.status
		} else if f.status == graph.Announced && c.status == graph.Completed && f.sent.block.kind != heading {
			c.status = f.status
		}
		if c.from == nil && f.from.org != nil && f.from.org != to {
			c.from, c.roleFrom = f.from.org, f.roleFrom
			c.came = f.weak && f.to.org == nil
			c.conf = confStated
		}
		if c.roleTo == "" {
			c.roleTo = f.roleTo
		}
		c.takesDate(f)
	}
	for _, c := range arrivals { // "dismissed talk of leaving A; he had been linked with B"
		for _, l := range leaves {
			if c.status == graph.Denied && c.from == nil && l.status == graph.Denied && !l.from.unknown && d.p.is("option", "pro-drop") { // "X is not leaving A. It is false that he has signed with B."
				o := l.from.org
				if o == nil {
					o = d.employerAt(l, fs)
				}
				if o != nil && o != c.to {
					c.from, c.conf = o, max(c.conf, confInferred)
				}
			}
			if (c.status == graph.Rumored || c.status == graph.Announced && d.p.is("option", "org-before-role")) && c.from == nil && l.status == graph.Denied && l.from.org != nil && l.from.org != c.to {
				c.status, c.from, c.fact = graph.Denied, l.from.org, l
				c.conf = max(c.conf, confInferred)
			}
		}
	}
	for _, c := range arrivals { // "X dit non à B et reste chez A"
		for _, f := range fs {
			if c.status == graph.Denied && c.from == nil && f.kind == "stay" && f.org.org != nil && !f.org.implied && f.org.org != c.to {
				c.from, c.conf = f.org.org, max(c.conf, confInferred)
			}
		}
	}
	arrivals = d.deniedArrivals(arrivals, fs)
	usedLeave := map[*fact]bool{}
	fromUsed := map[*organization]bool{}
	for _, c := range arrivals {
		if c.from != nil {
			fromUsed[c.from] = true
		}
	}
	leaveOrg := func(f *fact) *organization {
		if o := d.successorAt(q, f); o != nil && (f.from.org == nil || f.from.implied) {
			return o
		}
		if f.from.org != nil {
			return f.from.org
		}
		if f.from.unknown {
			return nil
		}
		if d.p.is("option", "org-before-role") { // "have told A that they are quitting. … Within hours they were out the door": of A
			for _, l := range leaves {
				if l != f && l.from.org != nil && !l.from.implied && l.status != graph.Denied && (l.sent.index < f.sent.index && f.sent.index-l.sent.index <= 5 || l.sent.index > f.sent.index && l.sent.index-f.sent.index <= 2) {
					return l.from.org
				}
			}
		}
		return d.employerAt(f, fs)
	}
	for _, c := range arrivals { // "Nommée directrice de O, P ne prendra pas ses fonctions"
		for _, x := range arrivals {
			if c != x && c.to == x.to && c.status == graph.Denied && x.status != graph.Denied && c.fact.sent.index >= x.fact.sent.index && d.p.is("option", "home") {
				x.conf = 0
				if c.from == nil {
					c.from = x.from
				}
			}
		}
	}
	news := d.newsAmong(fs, arrivals)
	forwards := false
	if news != nil && d.p.is("option", "home") { // a career told forwards: the present employer's is the last arrival
		for _, x := range arrivals {
			if x != news && x.status != graph.Denied && slices.ContainsFunc(affs, func(a *fact) bool {
				return a.kind == "is" && a.tense == present && a.org.org == x.to && !a.org.implied && (news.past || !a.phrase && a.sent.index < news.fact.sent.index && news.fact.sent.index < x.fact.sent.index)
			}) {
				news, forwards = x, true
			}
		}
	}
	var came []*candidate
	for _, c := range arrivals { // "P quitte B. Arrivé il y a deux ans de A, il rejoint C": from B, to which he came from A
		for _, l := range leaves {
			if o := leaveOrg(l); c.came && c == news && (d.p.is("option", "home") || d.p.is("option", "org-before-role")) && l.status != graph.Denied && l.from.org != nil && o != nil && o != c.from && o != c.to {
				came = append(came, &candidate{who: q, from: c.from, to: o, fact: c.fact, status: graph.Completed, conf: confCareer, explain: []string{"came from"}})
				c.from, c.roleFrom, c.came = o, l.roleFrom, false
				fromUsed[o] = true
			}
		}
	}
	runs := d.steps(q, fs, news)
	d.inOrder(runs, arrivals, news, affs, leaves, fromUsed)
	for _, c := range arrivals {
		if c.from == nil {
			known := d.withPrior(affs, fs, c)
			if forwards && c != news {
				known = toldBefore(known, c.fact)
			}
			if st := d.previous(c, c == news, arrivals, known, leaves, leaveOrg, fromUsed); st != nil {
				if d.p.compounds && st.f.kind == "is" && c.onlyHinted() {
					continue // may be there still
				}
				if st.org == c.to {
					if c.status != graph.Denied {
						c.conf = 0
					}
				} else {
					c.from, c.roleFrom = st.org, st.role
					c.conf = max(c.conf, confInferred)
					if st.f.kind == "is" && !(st.f.until && !st.f.phrase && d.p.is("option", "pro-drop")) && (c.fact.board || d.boardRole(c.roleTo)) { // a seat beside the job
						c.conf = 0
					}
					c.explain = append(c.explain, "from: "+st.f.rule)
					fromUsed[st.org] = true
					st.f.used = true
				}
			}
		}
	}
	for _, c := range arrivals {
		if o := d.successorAt(q, c.fact); c.from == nil && !(d.p.compounds && c.onlyHinted()) && c.conf > 0 && c.status != graph.Denied && o != nil && o != c.to {
			c.from, c.conf = o, max(c.conf, confInferred) // "takes over from X, who goes to B"
			c.explain = append(c.explain, "from: successor")
		}
	}
	for _, c := range arrivals {
		if c.from == nil && c == news && c.conf > 0 && !c.loose && !internal(c.to) && !c.weak && !(d.p.is("option", "pro-drop") && slices.ContainsFunc(fs, func(f *fact) bool { return f.kind == "after" })) {
			if o := d.lastResort(c, fromUsed); o != nil && !(c.past && d.p.is("option", "pro-drop") && slices.ContainsFunc(arrivals, func(x *candidate) bool { return x.to == o })) {
				c.from, c.conf = o, max(c.conf, confGuessed)
				c.explain = append(c.explain, "from: the only other")
				fromUsed[o] = true
			}
		}
	}
	for _, c := range arrivals {
		if c.from == nil && c.conf > 0 && c.status != graph.Denied && !c.loose {
			if o := d.leftFocus(c); o != nil && !internal(o) {
				c.from, c.conf = o, max(c.conf, confGuessed)
				c.explain = append(c.explain, "from: in focus")
				fromUsed[o] = true
			}
		}
	}
	for _, c := range arrivals { // read without a frame: only as the end of a departure that one has stated
		if c.loose && !(c.from != nil && !c.implied && d.p.is("option", "holders")) && !slices.ContainsFunc(leaves, func(l *fact) bool { return !l.loose && leaveOrg(l) == c.from && c.from != nil }) && (c.from == nil || d.successorAt(q, c.fact) != c.from) {
			c.conf = min(c.conf, confDropped)
		}
	}
	for _, c := range arrivals { // "prend la présidence de O, où il était entré en 2008": a promotion
		if c.from == nil && c.again && (d.p.compounds || d.p.is("option", "home") || d.p.is("option", "pro-drop")) {
			c.conf = min(c.conf, confDropped)
		}
	}
	for _, c := range arrivals {
		if c.from == nil && (c.weak || c.status == graph.Denied && d.p.is("option", "pro-drop") && (!c.fact.denied || c.fact.rule == "denied")) { // denied by what stands around it, not by its clause
			c.conf = min(c.conf, confDropped)
		}
		if c.from == nil && c.implied { // neither end is named
			c.conf = min(c.conf, confDropped)
		}
	}
	for _, c := range arrivals { // "he follows Y, who has gone to C"
		if c.from == nil && d.p.compounds {
			if o := d.placeTaken(q, c.fact); o != nil && o != c.to {
				c.from, c.conf = o, max(c.conf, confInferred)
			}
		}
	}
	for _, c := range arrivals { // "X, già direttore commerciale del gruppo, è stato nominato R di O": a promotion
		for _, a := range affs {
			if c.from == nil && a.phrase && !a.bare && a.org.implied && (a.org.org == nil || a.org.org == c.to) && a.sent == c.fact.sent && !c.fact.sent.block.title {
				c.conf = 0
			}
		}
	}
	d.cameBack(arrivals, fs)
	back := d.background(q, fs, arrivals, news, leaveOrg)
	back = append(back, d.between(q, runs, slices.Concat(arrivals, back))...)
	back = append(back, d.periods(q, fs, news, slices.Concat(arrivals, back))...)
	back = append(back, d.wentAway(q, news, fs, slices.Concat(arrivals, back))...)
	d.onwards(news, slices.Concat(arrivals, back))
	for _, c := range arrivals {
		if c.from == nil && internal(c.to) {
			c.conf = 0
		}
		if c.from == nil && c != news && c.past && (news == nil || news.from != nil && news.conf > confDropped) && d.p.is("option", "pro-drop") { // an earlier step from nowhere
			c.conf = min(c.conf, confDropped)
		}
		for _, l := range leaves {
			o := leaveOrg(l)
			if o == c.from && o != nil && (l.status == graph.Denied) == (c.status == graph.Denied) {
				usedLeave[l] = true
				if c.roleFrom == "" {
					c.roleFrom = l.roleFrom
				}
				if !c.hasDate && l.hasDate {
					c.date, c.hasDate = l.date, true
				}
			}
		}
	}
	for _, c := range arrivals {
		for _, a := range affs {
			if c.roleFrom == "" && c.from != nil && a.org.org == c.from && a.role != "" {
				c.roleFrom = a.role
			}
			if c.roleTo == "" && a.org.org == c.to && a.role != "" && c != news {
				c.roleTo = a.role
			}
		}
	}
	d.starts(fs, news)
	if news != nil {
		news.main = true
	}
	stays := d.stays(fs)
	out = append(out, arrivals...)
	out = append(out, d.departures(q, fs, leaves, usedLeave, leaveOrg, news, arrivals, stays, fromUsed)...)
	out = append(out, back...)
	out = append(out, came...)
	if len(out) == 0 {
		if c := d.holder(q, fs); c != nil {
			out = append(out, c)
		}
	}
	return out
}
