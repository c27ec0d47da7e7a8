package extract

import "talentgraph/graph"

// listMembers ties the items of a list to what its heading or the sentence before it says of all: "Quatre associés lâchent leur
// cabinet :", "Autour de lui, cinq chercheurs :". What an item says itself of where its person comes from or goes stays.
func (d *document) listMembers(s *sentence) {
	if s.block.kind != item || !d.p.is("option", "home") {
		return
	}
	g, weak := d.group, false
	if g == nil || !g.items || g.lost || g.to.org == nil || s.index <= g.sent || s.index-g.sent > 15 {
		o := d.teamOf(s)
		if o == nil {
			return
		}
		g, weak = &group{to: orgArg{org: o}}, true
	}
	who := s.leading()
	for _, q := range who {
		joined := false
		for k := len(d.facts) - 1; k >= 0 && d.facts[k].sent == s; k-- {
			f := d.facts[k]
			if f.who == q && !f.phrase && weak && (f.kind == "leave" && f.from.org == nil || f.kind == "is" || f.from.org == g.to.org || f.org.org == g.to.org) {
				joined = true
			}
			if f.who != q || f.phrase || f.kind != "join" && f.kind != "leave" || joined {
				continue
			}
			if f.to.org == nil && !f.to.unknown && f.from.org != g.to.org {
				f.kind, f.to, f.status = "join", g.to, g.listedStatus()
			}
			joined = joined || f.to.org == g.to.org && !f.loose || weak && f.to.org != nil && !f.before
		}
		if !joined {
			d.facts = append(d.facts, &fact{kind: "join", who: q, to: g.to, from: g.from, sent: s, rule: "item", focus: d.focus, status: g.listedStatus(), weak: weak})
		}
	}
}

// teamOf is the organization whose people a list names that opens with "L'équipe :" or the like: the one that the opening names, else the
// one that the article is about. It is nil where the opening speaks of departures.
func (d *document) teamOf(s *sentence) *organization {
	for k := s.index - 1; k >= 0 && s.index-k <= 15; k-- {
		t := d.sents[k]
		if t.block.kind == item && len(t.leading()) > 0 {
			continue
		}
		if n := len(t.nodes); n == 0 || t.nodes[n-1].low != ":" && t.block.kind != heading || d.parts(t) {
			return nil
		}
		if o := t.onlyOrg(); o != nil && o.first < t.index {
			return o
		}
		return d.house()
	}
	return nil
}

// parts reports whether a line speaks of departures.
func (d *document) parts(s *sentence) bool {
	for i := range s.nodes {
		if n := &s.nodes[i]; n.kind == kindWord && (d.p.is("parting", n.low) || d.p.is("head.leave", n.low) || d.p.is("v.quitter", n.low) || d.p.is("v.aller", n.low)) {
			return true
		}
	}
	return false
}

// house is the organization that the article is about, where there is none so the only one that the title names.
func (d *document) house() *organization {
	if d.home != nil || len(d.sents) == 0 || !d.sents[0].block.title {
		return d.home
	}
	return d.sents[0].onlyOrg()
}

// leading are the persons with whom an item begins.
func (s *sentence) leading() []*person {
	for i := 0; i < len(s.nodes) && i < 3; i++ {
		if n := &s.nodes[i]; n.kind == kindPerson && n.ref == refName {
			return n.persons
		}
	}
	return nil
}

// originItem reads an item below a heading that asks where each comes from: "- X : O", "- X : first at A, then at B".
func (d *document) originItem(s *sentence) []*fact {
	to := d.section.org
	if to == nil && d.section.kind != "from" {
		to = d.house()
	}
	if to == nil {
		to = d.localFocus(s, 0)
	}
	who := s.leading()
	if to == nil || len(who) == 0 {
		return nil
	}
	var orgs []*organization
	for i := range s.nodes {
		if o := s.orgAt(i); o != nil && o != to && (len(orgs) == 0 || orgs[len(orgs)-1] != o && d.p.is("cue.at", s.nodes[i-1].low)) {
			orgs = append(orgs, o)
		}
	}
	var out []*fact
	for _, q := range who {
		f := &fact{kind: "join", who: q, to: orgArg{org: to}, sent: s, rule: "origin", focus: d.focus, status: graph.Completed}
		if n := len(orgs); n > 0 {
			f.from.org = orgs[n-1]
		}
		out = append(out, f)
		for k := 1; k < len(orgs); k++ {
			out = append(out, &fact{kind: "join", who: q, from: orgArg{org: orgs[k-1]}, to: orgArg{org: orgs[k]}, sent: s, rule: "origin", focus: d.focus, status: graph.Completed, before: true})
		}
	}
	return out
}
