package extract

import (
	"slices"
	"strings"

	"talentgraph/graph"
)

// resolveOrg finds which organization a node means.
func (d *document) resolveOrg(s *sentence, i int, n *node, who *person) orgArg {
	switch {
	case n.ref == refThey && i == 0 && s.closingTeller(d) != nil: // "It hired X, Vattenfall said."
		return orgArg{org: s.closingTeller(d)}
	case n.ref == refThey:
		for j := 0; j < i && j < len(s.nodes); j++ {
			if isName(&s.nodes[j]) && s.nodes[j].org != nil {
				return orgArg{org: s.nodes[j].org, implied: true}
			}
		}
		return orgArg{org: d.focus, implied: true}
	case n.kind == kindWhere || n.ref == refRelative || n.ref == refWhere:
		for j := min(i, len(s.nodes)) - 1; j >= 0; j-- {
			x := &s.nodes[j]
			if x.low == ")" { // over "(Nasdaq: VTRS)"
				for j > 0 && s.nodes[j].low != "(" {
					j--
				}
				continue
			}
			if x.kind == kindRole && x.roleOrg != nil {
				return d.resolveOrg(s, j, x.roleOrg, who)
			}
			if isName(x) && x.ref != refRelative {
				// "A, the brand that B bought, where": what an apposition describes, not what it names
				for k := j - 1; k > 1 && k > j-10 && s.nodes[k].kind != kindPerson; k-- {
					if y := &s.nodes[k]; isName(y) && y.ref == refDescribed && s.nodes[k-1].low == "," && isName(&s.nodes[k-2]) && s.nodes[k-2].ref == refName {
						return d.resolveOrg(s, k-2, &s.nodes[k-2], who)
					}
				}
				return d.resolveOrg(s, j, x, who)
			}
			if x.kind == kindPerson { // the organization inside "X, head of Y,"
				for k := len(s.affs) - 1; k >= 0; k-- {
					if st := s.affs[k]; st.who.a >= x.a && st.who.b <= x.b && st.aff.org != nil {
						return d.resolveOrg(s, j, st.aff.org, who)
					}
				}
			}
		}
		return orgArg{org: d.lastOrg, implied: true}
	case n.ref == refUnknown:
		return orgArg{unknown: true}
	case n.ref == refDescribed:
		a := d.describedOrg(s, i, n, who)
		if a.implied && d.p.is("option", "home") && d.opening != nil && d.opening != a.org && d.firstBehind(s, i, a.org) {
			a.org = d.opening // "le quotidien a choisi P, ex-rédactrice de O": hardly O
		}
		return a
	}
	return orgArg{org: n.org}
}

// firstBehind reports whether the text names the organization first behind node i of this sentence.
func (d *document) firstBehind(s *sentence, i int, o *organization) bool {
	if o == nil || o.first != s.index {
		return false
	}
	for j := 0; j < i && j < len(s.nodes); j++ {
		if s.orgAt(j) == o {
			return false
		}
	}
	return true
}

// describedOrg finds which organization "the bank" means: one that was called so, else the one in focus.
func (d *document) describedOrg(s *sentence, i int, n *node, who *person) orgArg {
	if n.head == "@employer" {
		return orgArg{unknown: true}
	}
	var last, former *organization
	for j := 0; j < i && j < len(s.nodes); j++ {
		if o := s.nodes[j].org; o != nil && s.nodes[j].ref == refName {
			if j > 0 && (d.p.is("sourceverb", s.nodes[j-1].low) || d.p.is("source", s.nodes[j-1].low)) {
				continue // "Secondo quanto riporta il Messaggero"
			}
			if j > 1 && d.p.phraseAt("source", s, j-2) == 2 { // "D'après le site X"
				continue
			}
			if !d.behindFrom(s, j) { // "venue de Keolis, prendra la présidence du groupe"
				last = o
			}
			if o.heads[n.head] {
				return orgArg{org: o}
			}
		}
		if r := s.nodes[j].roleOrg; r != nil && r.org != nil && s.nodes[j].tense != past {
			last = r.org
		} else if r != nil && r.org != nil && s.nodes[j].definite {
			former = r.org
		}
	}
	if former != nil && i > 0 && d.p.is("option", "pro-drop") && d.p.is("v.leave", s.nodes[i-1].low) { // "El exdirectivo de O, que dejó la constructora"
		return orgArg{org: former, implied: true}
	}
	if o := d.recalledOrg(s, i, n, who); o != nil && last == nil {
		return orgArg{org: o}
	}
	if c := d.p.named("orgnoun"); d.p.compounds && s.block.title && n.ref == refDescribed && !c.single[n.head] {
		return orgArg{} // "wechselt zum Chemieverband": the text will name it
	}
	if o := d.formerHouse(s, who); o != nil && !(d.focus != nil && slices.Contains(d.focus.words, n.head)) {
		return orgArg{org: o, implied: true}
	}
	if d.focus != nil && d.p.is("option", "org-before-role") && !d.p.is("orggeneric", n.head) && slices.Contains(d.focus.words, n.head) { // "the bank", where Maumee Valley Bank is in focus
		return orgArg{org: d.focus, implied: true}
	}
	if o := d.houses[who]; o != nil && (o.heads[n.head] || slices.Contains(o.words, fold(n.head)) || d.p.is("orggeneric", n.head) && d.subjectOrg(s, i) == nil) {
		return orgArg{org: o, implied: true}
	}
	if d.label != nil && d.labelled == s.block && last == nil {
		return orgArg{org: d.label, implied: true}
	}
	if o := d.namedSo(s, n.head); o != nil && !(d.p.is("option", "pro-drop") && d.home != nil && d.home.count > o.count && d.p.is("orggeneric", n.head)) {
		return orgArg{org: o, implied: true}
	}
	if o := d.announcer(s); o != nil && d.p.is("orggeneric", n.head) {
		return orgArg{org: o, implied: true}
	}
	if d.p.is("orggeneric", n.head) && who != nil { // "X, a director at Facebook, is leaving the company"
		for _, f := range d.facts {
			if f.sent == s && f.phrase && f.who == who && f.org.org != nil && !f.org.implied && f.kind == "is" && f.node < i {
				return orgArg{org: f.org.org, implied: true}
			}
		}
		for _, f := range d.facts { // "hatte bei O geforscht und ist nicht mehr im Unternehmen"
			if d.p.compounds && f.sent == s && !f.phrase && !f.loose && f.who == who && (f.kind == "was" || f.kind == "is") && f.org.org != nil && !f.org.implied && f.node < i {
				return orgArg{org: f.org.org, implied: true}
			}
		}
		if o := d.subjectOrg(s, i); o != nil {
			return orgArg{org: o, implied: true}
		}
	}
	if last != nil && d.p.is("option", "adjective-behind") && d.p.is("orggeneric", n.head) && who != nil {
		return orgArg{org: last, implied: true}
	}
	if i == 0 && last == nil && d.opening != nil && d.p.is("option", "pro-drop") && d.p.is("orggeneric", n.head) && s.index > 0 && d.sents[s.index-1].block != s.block {
		return orgArg{org: d.opening, implied: true} // "Lo studio ha anche nominato": whose news it is
	}
	if d.focus != nil && d.focus.heads[n.head] {
		return orgArg{org: d.focus, implied: true}
	}
	if d.lastOrg != nil && d.lastOrg.heads[n.head] {
		return orgArg{org: d.lastOrg, implied: true}
	}
	for _, o := range d.reg.orgs {
		if o.heads[n.head] && !d.p.is("orggeneric", n.head) && o.first <= s.index {
			return orgArg{org: o, implied: true}
		}
	}
	for _, o := range d.reg.orgs {
		if !d.p.is("orghead", n.head) && !(d.p.is("option", "pro-drop") && !d.p.is("orggeneric", n.head)) {
			break
		}
		for _, w := range o.words {
			if w == fold(n.head) && len(o.words) > 1 && !(o.first > s.index && d.focus != nil) {
				return orgArg{org: o, implied: true}
			}
		}
	}
	if o := d.institutionItself(s, n); o != nil {
		return orgArg{org: o}
	}
	if d.home != nil && d.focus != d.home && !d.p.is("orggeneric", n.head) && !d.p.is("option", "pro-drop") {
		return orgArg{org: d.home, implied: true}
	}
	return orgArg{org: d.focus, implied: true}
}

// possessorBefore is the organization that the sentence before begins with, for a role with a possessive: "Nsia perd l'un de ses piliers. P, son
// directeur général, …"; nil where the sentence itself begins with one.
func (d *document) possessorBefore(s *sentence, st stated) *organization {
	if !d.p.is("option", "home") || s.index == 0 || st.aff.role == "" || d.subjectOrg(s, len(s.nodes)) != nil || d.sents[s.index-1].block != s.block {
		return nil
	}
	first, _, _ := strings.Cut(strings.ToLower(st.aff.role), " ")
	for i := max(0, st.who.a-4); i+1 < len(s.toks) && i < st.who.b+12; i++ {
		if d.p.is("det.poss", s.toks[i].low) && (s.toks[i+1].low == first || i+2 < len(s.toks) && s.toks[i+2].low == first) {
			prev := d.sents[s.index-1]
			for j := 0; j < 2 && j+1 < len(prev.nodes); j++ {
				if x := &prev.nodes[j+1]; prev.orgAt(j) != nil && prev.nodes[j].kind != kindRole && x.kind == kindWord && !prev.toks[x.a].punct && !d.p.is("cue.at", x.low) {
					return prev.orgAt(j)
				}
			}
			return nil
		}
	}
	return nil
}

// formerHouse is the employer of whom goes elsewhere now, where the sentence before has told of it and this one tells of an earlier time: "Ann Lee
// has spent nine years at A. In 2013 she had come to the company from B": to A.
func (d *document) formerHouse(s *sentence, who *person) *organization {
	if who == nil || s.index == 0 || !d.p.is("option", "org-before-role") {
		return nil
	}
	back := d.says(s, "cameverb")
	for i := range s.nodes {
		n := &s.nodes[i]
		back = back || n.kind == kindDate && d.earlier(&fact{date: n.date, hasDate: true}) || n.kind == kindWord && d.p.is("pluperfect", n.low)
	}
	if !back {
		return nil
	}
	if o := d.houseLeftBy(s, who); o != nil {
		return o
	}
	var o *organization
	for _, f := range d.facts {
		if f.who == who && (f.kind == "is" && f.tense == present || f.kind == "was") && f.org.org != nil && !f.org.implied && f.sent.index == s.index-1 && f.sent.block == s.block {
			o = f.org.org
		}
	}
	for _, f := range d.facts {
		if o != nil && f.who == who && f.kind == "join" && f.sent.index < s.index && f.status != graph.Denied && !d.earlier(f) && (f.to.org != nil && f.to.org != o || f.to.org == nil && f.focus != o) {
			return o
		}
	}
	return nil
}

// houseLeftBy is the house that the text has just told the person to leave: "X has left A. She went in May. She came to the club from B": to A.
func (d *document) houseLeftBy(s *sentence, who *person) *organization {
	for k := len(d.facts) - 1; k >= 0 && d.facts[k].sent.index >= s.index-3; k-- {
		f := d.facts[k]
		if f.who != who || f.sent == s || f.sent.block != s.block || f.status == graph.Denied {
			continue
		}
		if f.to.org != nil || f.org.org != nil && !f.phrase {
			return nil
		}
		if f.kind == "leave" && f.from.org != nil {
			return f.from.org
		}
	}
	return nil
}
