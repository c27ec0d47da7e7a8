package extract

import (
	"slices"

	"talentgraph/graph"
)

// ofGroup completes what a frame at a node states of a person by the group told of before, of which the person is a member; several are those of whom
// it is stated.
func (d *document) ofGroup(s *sentence, node int, f *fact, several bool) {
	if g := d.group; g != nil && !g.lost && f.kind == "leave" && several && g.to.org != nil && f.to.org == nil && (f.from.org == nil || f.from.implied) && s.index > g.sent && s.index-g.sent <= 2 {
		f.kind, f.to = "join", g.to // "B a débauché trois chercheurs de A. X, Y et Z ont quitté le laboratoire"
		if g.from.org != nil {
			f.from = g.from
		}
	}
	if g := d.group; g != nil && !g.lost && f.kind == "leave" && f.to.org == nil && g.to.org != nil && g.from.org != nil && f.from.org == g.from.org && !f.from.implied && s.index > g.sent && s.index-g.sent <= 2 && d.mentioned(f.who) == s.index && d.p.is("option", "org-before-role") {
		f.kind, f.to = "join", g.to // "Three have moved from A to B. X started in May, Y will leave A in June."
	}
	if g := d.group; g != nil && g.lost && f.kind == "leave" && f.from.org == nil && !f.from.unknown && s.index-g.sent <= 3 && s.index > g.sent {
		f.from = g.from
	}
	if g := d.group; g != nil && !g.lost && d.p.compounds && f.kind == "join" && f.from.org == nil && g.from.org != nil && f.to.org == g.to.org && s.index-g.sent <= 2 {
		f.from = g.from
	}
	if g := d.group; g != nil && !g.lost && f.kind == "join" && f.to.org == nil && !f.to.unknown && f.from.org == nil && g.from.org != nil && s.index > g.sent && s.index-g.sent <= 3 && (!g.single || g.one == nil || g.one == f.who) {
		g.one = f.who
		f.to, f.from = g.to, g.from
	}
	if g := d.group; g != nil && g.lost && f.kind == "join" && f.from.org == nil && f.to.org != g.from.org && (s.index-g.sent <= 4 || s.index-g.sent <= 8 && s.block == d.sents[g.sent].block && d.p.is("option", "pro-drop") || d.sents[g.sent].block.title && s.index <= 8 && d.p.is("option", "home")) && s.index > g.sent {
		f.from = g.from
	}
	if f.kind == "leave" && f.from.implied && f.from.org != nil && f.from.org != d.opening && d.joinsIn(f.who, f.from.org) {
		f.from.org = d.opening // "X goes to B" in the title, "X has left the company" in the lead
	}
	if g := d.group; g != nil && !g.lost && (f.kind == "is" || f.kind == "was") && g.from.org != nil && g.to.org != nil && f.org.org == g.from.org && s.index > g.sent && s.index-g.sent <= 3 && f.who.first > g.sent && d.mentioned(f.who) == s.index {
		// "B has hired two bankers of A. X and Y worked there for ten years."
		d.facts = append(d.facts, &fact{kind: "join", who: f.who, to: g.to, from: g.from, sent: s, node: node, rule: "group", focus: d.focus, status: graph.Completed})
	}
	if g := d.group; g != nil && !g.lost && f.kind == "join" && f.from.org == nil && !f.from.unknown && f.to.org != nil && (f.to.org == g.to.org || slices.Contains(g.named, f.to.org)) && g.from.org != nil && s.index > g.sent && s.index-g.sent <= 4 && (!g.single || g.one == nil || g.one == f.who) {
		g.one = f.who
		d.facts = append(d.facts, &fact{kind: "was", who: f.who, org: g.from, sent: s, node: node, rule: "group", focus: d.focus, phrase: true})
	}
}
