package extract

import (
	"slices"

	"talentgraph/graph"
)

// deniedArrivals takes arrivals that the text denies and tells elsewhere for one move, and gives a denied one the employer that the person has: whoever
// is said not to come stays where he is. One of whom no employer is told is no move.
func (d *document) deniedArrivals(arrivals []*candidate, fs []*fact) []*candidate {
	d.staysAfterAll(arrivals, fs)
	if !d.p.is("option", "pro-drop") {
		return arrivals
	}
	for _, c := range arrivals { // the title says that there is nothing in it
		if (c.status == graph.Rumored || c.fact.sent.block.title && c.status == graph.Completed) && c.to == d.opening && (d.titleHas("denyhead") || d.titleHas("takeback") || d.titleHas("noaccord")) && d.onlyOneTo(c.who, c.to) {
			c.status = graph.Denied
		}
	}
	for _, c := range arrivals {
		if c.status != graph.Denied {
			continue
		}
		for _, x := range arrivals {
			if x != c && x.to == c.to && x.status != graph.Denied && (x.implied || x.fact.sent.index <= c.fact.sent.index && c.fact.sent.index <= x.fact.sent.index+6) {
				if c.from == nil {
					c.from = x.from
				}
				x.conf = 0
			}
		}
	}
	arrivals = slices.DeleteFunc(arrivals, func(c *candidate) bool { return c.conf == 0 })
	for _, c := range arrivals {
		if c.status != graph.Denied || c.from != nil {
			continue
		}
		for _, f := range fs {
			if (f.kind == "is" || f.kind == "stay" || f.kind == "was" && f.phrase && !f.formerly) && f.org.org != nil && f.org.org != c.to && !f.org.implied && f.tense != coming {
				c.from, c.roleFrom = f.org.org, f.role
				c.conf = max(c.conf, confInferred)
				c.explain = append(c.explain, "from: "+f.rule)
				break
			}
		}
	}
	return arrivals
}

// tipped states a denied arrival of whom the text says, right behind a denial of the house, that others had named him for it: "O smentisce le voci. Due
// quotidiani avevano indicato P, direttore di A, come vicino alla nomina" (classes "denyhead" and "tip").
func (d *document) tipped(s *sentence) {
	if !d.p.is("option", "pro-drop") || d.p.named("tip") == nil || s.block.title || s.index > 8 {
		return
	}
	d.deniedHere(s)
	if s.index == 0 || !d.saysItself(s, "tip") || d.saysItself(s, "tip.not") {
		return
	}
	var st *stated
	for i := range s.affs {
		x := &s.affs[i]
		if x.aff.tense == present && x.aff.org != nil && len(x.who.persons) == 1 {
			if st != nil {
				return
			}
			st = x
		}
	}
	if st == nil {
		return
	}
	q := st.who.persons[0]
	at := d.resolveOrg(s, d.nodeAt(s, st.aff.org.a), st.aff.org, q)
	if at.org == nil || at.implied {
		return
	}
	for _, f := range d.facts {
		if f.who == q && f.sent == s && (f.kind == "join" || f.kind == "leave") {
			return
		}
	}
	var house *organization
	for k := max(0, s.index-3); k <= s.index; k++ {
		p := d.sents[k]
		if !d.saysItself(p, "denyhead") && !d.saysItself(p, "takeback") {
			continue
		}
		for i := range p.nodes {
			if o := p.orgAt(i); o != nil && o != at.org && p.nodes[i].kind != kindRole && (house == nil || p.block.title) {
				house = o
				break
			}
		}
	}
	if house == nil || house == at.org {
		return
	}
	d.facts = append(d.facts, &fact{kind: "join", who: q, to: orgArg{org: house}, from: at, sent: s, node: d.nodeAt(s, st.who.a), rule: "tipped", focus: d.focus, status: graph.Denied, denied: true})
}

// deniedHere states a denied arrival of the only person whom a denial names beside the only house: "O nega di avere offerto la direzione a P", "Nessun
// accordo tra O e P". Where the text tells no employer elsewhere it makes no move.
func (d *document) deniedHere(s *sentence) {
	if !d.saysItself(s, "denyhead") && !d.saysItself(s, "takeback") && !d.saysItself(s, "noaccord") || d.saysItself(s, "parting") || d.saysItself(s, "tip.not") || !d.saysItself(s, "tip") {
		return
	}
	var q *person
	var house *organization
	at := -1
	for i := range s.nodes {
		n := &s.nodes[i]
		if n.kind == kindPerson && n.ref == refName && !d.speaker(s, i) {
			if len(n.persons) != 1 || q != nil && q != n.persons[0] {
				return
			}
			q, at = n.persons[0], i
		}
		if o := s.orgAt(i); o != nil && n.kind != kindRole {
			if house != nil && house != o {
				return
			}
			house = o
		}
	}
	if q == nil || house == nil {
		return
	}
	for _, f := range d.facts {
		if f.who == q && (f.kind == "join" || f.kind == "leave") && f.sent == s || f.who == q && f.kind == "is" && f.org.org == house {
			return
		}
	}
	d.facts = append(d.facts, &fact{kind: "join", who: q, to: orgArg{org: house}, sent: s, node: at, rule: "denied", focus: d.focus, status: graph.Denied, denied: true})
}

// movesAt reports whether the role at node i, the subject of a move, says where its holder is: "il direttore di A avrebbe preso il posto".
func (d *document) movesAt(s *sentence, i int, kind string) bool {
	return d.p.is("option", "pro-drop") && (kind == "join" || kind == "leave" || kind == "succeed") && s.nodes[i].definite && !s.nodes[i].possess && s.nodes[i].tense == present
}

// onlyOneTo reports whether the text has nobody but q arrive at o.
func (d *document) onlyOneTo(q *person, o *organization) bool {
	return !slices.ContainsFunc(d.facts, func(f *fact) bool {
		return f.kind == "join" && (f.to.org == o || f.to.org == nil && f.status == graph.Rumored) && f.who != q
	})
}
