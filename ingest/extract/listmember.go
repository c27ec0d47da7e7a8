package extract

import "talentgraph/graph"

// listMembers ties the items of a list to what its heading or the sentence before it says of all: "Quatre associés lâchent leur
// cabinet :", "Autour de lui, cinq chercheurs :". What an item says itself of where its person comes from or goes stays.
func (d *document) listMembers(s *sentence) {
	g := d.group
	if g == nil || !g.items || g.lost || g.to.org == nil || s.block.kind != item || s.index <= g.sent || s.index-g.sent > 15 || !d.p.is("option", "home") {
		return
	}
	who := s.leading()
	for _, q := range who {
		joined := false
		for k := len(d.facts) - 1; k >= 0 && d.facts[k].sent == s; k-- {
			f := d.facts[k]
			if f.who != q || f.phrase || f.kind != "join" && f.kind != "leave" {
				continue
			}
			if f.to.org == nil && !f.to.unknown && f.from.org != g.to.org {
				f.kind, f.to, f.status = "join", g.to, g.listedStatus()
			}
			joined = joined || f.to.org == g.to.org && !f.loose
		}
		if !joined {
			d.facts = append(d.facts, &fact{kind: "join", who: q, to: g.to, from: g.from, sent: s, rule: "item", focus: d.focus, status: g.listedStatus()})
		}
	}
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
