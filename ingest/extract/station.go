package extract

import (
	"strings"

	"talentgraph/graph"
)

// describedPast states where "L'ancien patron d'Atos" was, as subject of a clause.
func (d *document) describedPast(s *sentence) []*fact {
	if !d.p.is("option", "adjective-behind") {
		return nil
	}
	var out []*fact
	for i := range s.nodes {
		n := &s.nodes[i]
		if n.kind != kindRole || !n.definite || n.tense == coming || n.roleOrg == nil || i+1 >= len(s.nodes) || i > 0 && !s.clauseStart(i) {
			continue
		}
		if x := &s.nodes[i+1]; x.kind != kindWord || !d.p.verb[x.low] && !d.p.is("aux", x.low) && !d.p.is("was", x.low) {
			continue
		}
		kind := "was"
		if n.tense == present { // "La stratège de Vinci rejoint …"
			if !d.p.is("movesverb", s.nodes[i+1].low) || n.possess {
				continue
			}
			kind = "is"
		}
		q := d.describedPerson(s, i)
		o := d.resolveOrg(s, i, n.roleOrg, q)
		if q == nil || o.org == nil {
			continue
		}
		out = append(out, &fact{kind: kind, who: q, org: o, role: n.role, tense: n.tense, sent: s, node: i, rule: "description", focus: d.focus})
	}
	return out
}

// leaderJoined is where the person of node i goes, for those who go along: "Elle est accompagnée de X et Y".
func (d *document) leaderJoined(s *sentence, i int) orgArg {
	lead := d.resolvePersons(s, i)
	if len(lead) != 1 {
		return orgArg{}
	}
	for k := len(d.facts) - 1; k >= 0; k-- {
		if f := d.facts[k]; f.who == lead[0] && (f.kind == "join" || f.kind == "leave") && f.to.org != nil {
			return orgArg{org: f.to.org}
		}
	}
	return orgArg{}
}

// lastStation is the employer that the text gave the person last, in the two sentences before.
func (d *document) lastStation(s *sentence, q *person) *organization {
	for k := len(d.facts) - 1; k >= 0; k-- {
		f := d.facts[k]
		if f.who != q || f.sent.index >= s.index {
			continue
		}
		if s.index-f.sent.index > 2 {
			return nil
		}
		if (f.kind == "was" || f.kind == "is") && !f.phrase && f.org.org != nil && !f.org.implied {
			return f.org.org
		}
	}
	return nil
}

// withinGroup reports whether an arrival from nowhere is at a sister of an employer that the text gives the person: "Axa France"
// and "Axa Investment Managers".
func (d *document) withinGroup(c *candidate, fs []*fact) bool {
	if !d.p.is("option", "sister-names") || len(c.to.words) < 2 || len(c.to.words[0]) < 3 || genericHead[c.to.words[0]] {
		return false
	}
	for _, f := range fs {
		for _, o := range []*organization{f.org.org, f.from.org, f.to.org} {
			if o != nil && o != c.to && len(o.words) > 0 && o.words[0] == c.to.words[0] && !d.p.is("orghead", o.words[0]) {
				return true
			}
		}
	}
	return false
}

// lastTold is the employer that the two sentences before tell of last, named or not.
func (d *document) lastTold(s *sentence, q *person) *organization {
	for k := len(d.facts) - 1; k >= 0 && d.facts[k].sent.index >= s.index-2; k-- {
		f := d.facts[k]
		if f.who != q || f.sent == s || f.phrase {
			continue
		}
		switch {
		case (f.kind == "was" || f.kind == "is") && f.org.org != nil:
			return f.org.org
		case f.kind == "join" && f.to.org != nil && f.status != graph.Denied:
			return f.to.org
		case f.kind == "leave" && f.from.org != nil && !f.from.implied && f.to.org == nil && d.p.is("option", "pro-drop"): // "His reign at B is over. He had come from A"
			return f.from.org
		}
	}
	return nil
}

// toldBefore is the one organization other than org at which this sentence, or else one of the two before it, has had the person; nil
// where the sentence tells of several.
func (d *document) toldBefore(s *sentence, q *person, org *organization) *organization {
	var here *organization
	for i := range s.nodes {
		o := s.orgAt(i)
		switch {
		case o == nil || o == org || o == here:
		case here != nil:
			return nil
		default:
			here = o
		}
	}
	if here == nil {
		if here = d.lastTold(s, q); here == org {
			return nil
		}
		for k := len(d.facts) - 1; k >= 0 && d.facts[k].sent.index >= s.index-2; k-- { // "She came to B from A. Before that she was at O": before A
			if f := d.facts[k]; f.who == q && f.sent != s && f.kind == "join" && (f.to.org == here || f.to.org == nil && f.sent.index == d.lastMention(q, s.index)) && f.from.org != nil && !f.from.implied && f.from.org != org {
				return f.from.org
			}
		}
		return here
	}
	for _, f := range d.facts {
		if f.sent == s && f.who == q && (f.org.org == here || f.from.org == here || f.to.org == here) {
			return here
		}
	}
	return nil
}

// school reports whether an organization is one of those that people leave with a degree.
func (d *document) school(o *organization) bool {
	if o == nil {
		return false
	}
	for _, w := range strings.Fields(strings.ToLower(o.name)) {
		if d.p.is("schoolword", w) {
			return true
		}
	}
	return false
}

// degreeFrom reports whether what stands behind a name only says where the person studied: "P, economista de la Universidad de O,".
func (d *document) degreeFrom(s *sentence, st stated, o *organization) bool {
	if !d.p.is("option", "pro-drop") || st.aff.tense != present || !d.profession(st.aff.role) || !d.school(o) {
		return false
	}
	first := s.toks[st.who.a].low
	return !d.p.is("det", first) && !d.p.is("rolehead", first) && !d.p.is("profession", first) && !d.p.is("calling", first)
}

// studiedAt reports whether the school at node i is only where the person studied: "ingeniero con un posgrado en la Universidad de O".
func (d *document) studiedAt(s *sentence, i int, f *fact) bool {
	if !d.p.is("option", "pro-drop") || f.kind != "was" && f.kind != "is" && f.kind != "begin" && f.kind != "prior" || i >= len(s.nodes) || !isName(&s.nodes[i]) || !d.school(f.org.org) {
		return false
	}
	for j := i - 1; j >= 0 && j > i-7; j-- {
		n := &s.nodes[j]
		if n.kind == kindWord && (d.p.is("cue.not", n.low) || d.p.is("profession", n.low)) || n.kind == kindRole && d.profession(n.role) {
			return true
		}
		if n.kind == kindPerson || n.kind == kindWord && (n.low == ";" || d.p.verb[n.low]) {
			return false
		}
	}
	return false
}

// settled completes a fact by what the text has told before, where its ends stand at the nodes from, who and org; false where it is none.
func (d *document) settled(s *sentence, f *fact, from, who, org int) bool {
	d.notAgain(f)
	if from >= 0 && from < who && s.subject(from) {
		d.ownPost(f)
	}
	return org < 0 || !d.studiedAt(s, org, f)
}

// subject reports whether node i stands where the subject of its clause does: at its beginning, behind no preposition.
func (s *sentence) subject(i int) bool {
	return i == 0 || s.toks[s.nodes[i-1].a].punct || i == 1 && s.nodes[0].kind == kindWord && s.nodes[0].b-s.nodes[0].a == 1 && len(s.nodes[0].low) < 4 && s.nodes[0].low != "de"
}

// ownPost lets somebody who is dismissed leave the house of the post that the sentence names: "O prescinde de P, director de A".
func (d *document) ownPost(f *fact) {
	if !d.p.is("option", "pro-drop") || f.kind != "leave" || f.from.org == nil || f.to.org != nil {
		return
	}
	for _, g := range d.facts {
		if g.who == f.who && g.sent == f.sent && g.phrase && g.kind == "is" && g.tense == present && g.org.org != nil && !g.org.implied && g.org.org != f.from.org && !d.school(g.org.org) {
			f.from = g.org
			return
		}
	}
}

// placeKept is the only organization that the sentence of a fact names, for one who keeps a post without saying where: "X, qui n'a jamais
// quitté O, y conserve sa chaire".
func (d *document) placeKept(f *fact) *organization {
	if !d.p.is("option", "home") {
		return nil
	}
	if o := f.sent.onlyOrg(); o != nil {
		return o
	}
	return nil
}

// careerGoesOn takes the arrivals of a sentence for earlier steps where the text has begun to tell the person's career from its start, a
// sentence or two before, and does not say that they lie ahead.
func (d *document) careerGoesOn(s *sentence) {
	if !d.p.is("option", "home") {
		return
	}
	for k := len(d.facts) - 1; k >= 0 && d.facts[k].sent == s; k-- {
		f := d.facts[k]
		if f.kind != "join" && f.kind != "leave" || f.status == graph.Announced || f.status == graph.Rumored || f.to.org == nil || f.to.org == d.home {
			continue
		}
		for j := k - 1; j >= 0 && d.facts[j].sent.index >= s.index-3; j-- {
			g := d.facts[j]
			if g.who == f.who && g.sent != s && g.sent.block == s.block && (g.kind == "begin" || (g.kind == "join" || g.kind == "after") && g.before && g.sent.index >= s.index-2) {
				f.before = true
				break
			}
		}
	}
}

// otherFocus is the organization that a sentence speaks of where it is not o: the subject of one of the two sentences before, else the
// only other one that these name.
func (d *document) otherFocus(s *sentence, o *organization) *organization {
	for k := s.index - 1; k >= 0 && k >= s.index-2; k-- {
		x := d.sents[k]
		if b := d.subjectOrg(x, len(x.nodes)); b != nil && b != o {
			return b
		}
		if b := x.onlyOrg(); b != nil && b != o {
			return b
		}
	}
	return nil
}

// foundAgain are the arrivals of somebody of whom the text first says that he has left, then where he is: "X quitte A. … Il est
// désormais chez B."
func (d *document) foundAgain(q *person, leaves, affs, joins []*fact) []*fact {
	if !d.p.is("option", "home") && !d.p.is("option", "pro-drop") {
		return nil
	}
	var out []*fact
	for _, l := range leaves {
		if l.status == graph.Denied || l.status == graph.Rumored || l.to.unknown || l.retired {
			continue
		}
		from := l.from.org
		if o := d.successorAt(q, l); from == nil && o != nil && d.p.is("option", "pro-drop") {
			from = o
		}
		if from == nil {
			from = d.employerAt(l, affs)
		}
		for _, a := range affs {
			o := a.org.org
			if a.kind != "is" || a.phrase || a.rule == "description" || a.tense == past || a.loose && !d.p.is("option", "pro-drop") || o == nil || a.org.implied || o == from || o.names(q) || a.sent.index < l.sent.index || a.sent.index > l.sent.index+4 || a.sent == l.sent && a.node < l.node {
				continue
			}
			if a.sinceYear > 0 && a.sinceYear < int(d.published().Year) || from == nil {
				continue
			}
			if d.p.is("option", "pro-drop") && !d.saysNow(a) && !(d.hasHeir(q) && a.tense == present && !a.loose) {
				continue
			}
			known := false
			for _, j := range joins {
				known = known || j.to.org == o
			}
			if !known {
				out = append(out, &fact{kind: "join", who: q, from: orgArg{org: from}, to: orgArg{org: o}, roleTo: a.role, roleFrom: l.roleFrom, sent: a.sent, node: a.node, rule: "found again", focus: a.focus, status: graph.Completed, date: a.date, hasDate: a.hasDate})
			}
		}
	}
	return out
}

// saysNow reports whether a word of class "nowelsewhere" ("hoje", "atualmente") stands where a fact is stated.
func (d *document) saysNow(f *fact) bool {
	for i := max(0, f.node-3); i < len(f.sent.nodes) && i < f.node+5; i++ {
		if n := &f.sent.nodes[i]; (n.kind == kindWord || n.kind == kindDate) && d.p.is("nowelsewhere", n.low) {
			return true
		}
	}
	return false
}

// stepBefore is where the text had the person arrive right before a departure, where it tells a career in order: "En 1999, il rejoint A. …
// Il s'en va chez B."
func (d *document) stepBefore(f *fact, fs []*fact) *organization {
	if !d.p.is("option", "home") {
		return nil
	}
	var o *organization
	for _, g := range fs {
		if g == f || g.sent.index > f.sent.index {
			break
		}
		switch {
		case g.sent.block != f.sent.block || f.sent.index-g.sent.index > 2:
		case g.kind == "join" && g.to.org != nil && !g.to.implied && g.to.org != f.to.org && (g.before || d.earlier(g)) && g.status == graph.Completed && !g.loose:
			o = g.to.org
		case g.kind == "after" && g.org.org != nil && g.org.org != f.to.org:
			o = g.org.org
		}
	}
	return o
}

// ownHouse is the organization that the text had the person run before it told how he came to found his own; nil where it named none.
func (d *document) ownHouse(q *person) *organization {
	if !d.p.is("option", "home") {
		return nil
	}
	for _, f := range d.facts {
		if f.who == q && f.kind == "is" && f.tense == present && f.org.org != nil && !f.org.implied && !f.loose && (!f.phrase || d.p.is("founder", f.role)) {
			return f.org.org
		}
	}
	return nil
}

// toldBefore are the facts that stand before f in the text.
func toldBefore(fs []*fact, f *fact) []*fact {
	var out []*fact
	for _, g := range fs {
		if g.sent.index < f.sent.index || g.sent == f.sent && g.node < f.node {
			out = append(out, g)
		}
	}
	return out
}

// pluperfect reports whether the word at node i with the participle behind it tells of a time before the one told of: "aveva lavorato",
// "era stata" (classes "pasttense" or "pluperfect", and "pastpart").
func (d *document) pluperfect(s *sentence, i int) bool {
	if !d.p.is("pasttense", s.nodes[i].low) && !d.p.is("pluperfect", s.nodes[i].low) {
		return false
	}
	for j := i + 1; j < len(s.nodes) && j < i+4; j++ {
		n := &s.nodes[j]
		if n.kind == kindWord && d.p.is("pastpart", n.low) {
			return true
		}
		if n.kind != kindWord && n.kind != kindDate || s.toks[n.a].punct {
			return false
		}
	}
	return false
}
