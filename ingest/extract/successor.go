package extract

import "slices"

// successorAt is where the one who takes over from q arrives, as far as the text has said so near the fact.
func (d *document) successorAt(q *person, f *fact) *organization {
	if o := d.gone[q]; o != nil && o != f.to.org {
		return o
	}
	for _, x := range d.facts {
		if o := d.houses[x.who]; o != nil && x.kind == "succeed" && x.whom == q && o != f.to.org && x.sent.index <= f.sent.index+1 {
			return o
		}
		if x.kind != "succeed" || x.whom != q || x.who == nil || (x.sent.index > f.sent.index+1 || x.sent.index < f.sent.index-1) && !(d.p.is("option", "home") && x.sent.index < f.sent.index) && !(d.p.is("option", "org-before-role") && x.sent.index < f.sent.index && f.sent.index-x.sent.index <= 4) {
			continue
		}
		var o, gone *organization
		joins := false
		for _, j := range d.facts {
			joins = joins || j.who == x.who && j.kind == "join" && !j.weak && !(d.p.is("option", "home") && j.to.org == nil)
			if d.p.compounds && o == nil && !d.arrives(x.who) && j.who == x.who && j.kind == "is" && j.org.org != nil && j.sent.index <= x.sent.index {
				o = j.org.org
			}
			if j.who != x.who || j.to.org == nil || j.to.implied || j.sent.index > x.sent.index {
				continue
			}
			switch j.kind {
			case "join":
				if o != nil && (d.earlier(j) && !d.earlier(x) || d.stationOf(x.who, j.to.org)) { // "who came to Northmoor eight years ago"
					continue
				}
				o = j.to.org
			case "leave":
				gone = j.to.org
			}
		}
		if o == nil && !joins {
			o = gone
		}
		if o == nil && !joins && d.p.is("option", "home") && x.focus != nil && x.sent.names(x.focus) { // "O annonce le remplacement de P par Q"
			o = x.focus
		}
		return o
	}
	return nil
}

// stationOf reports whether the text tells that q is or was at o: an arrival there is an earlier one.
func (d *document) stationOf(q *person, o *organization) bool {
	if !d.p.is("option", "org-before-role") {
		return false
	}
	for _, f := range d.facts {
		if f.who == q && f.org.org == o && (f.kind == "was" || f.kind == "prior" || f.kind == "is" && f.tense != coming) && !f.org.implied {
			return true
		}
	}
	return false
}

// succeeds reports whether the text has q take over from somebody.
func (d *document) succeeds(q *person) bool {
	return slices.ContainsFunc(d.facts, func(f *fact) bool { return f.kind == "succeed" && f.who == q })
}

// hasHeir reports whether the text has somebody take over from q.
func (d *document) hasHeir(q *person) bool {
	return slices.ContainsFunc(d.facts, func(f *fact) bool { return f.kind == "succeed" && f.whom == q || f.who == q && f.rule == "predecessor" })
}
