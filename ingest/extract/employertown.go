package extract

import "strings"

// townSure is how much must speak for it that an article calls an employer by the name of its town.
const townSure = 2

// employerTowns takes the towns by whose names an article speaks of clubs, universities and houses for organizations, wherever it does not say
// "in": "Bournemouth, who had resigned themselves to waiting", "a lectureship at Bristol", "Leicester to Harlequins".
func (d *document) employerTowns() {
	if !d.p.is("option", "org-before-role") || d.p.named("townsubject") == nil {
		return
	}
	score := map[string]int{}
	for _, s := range d.sents {
		for i := range s.nodes {
			if s.nodes[i].kind == kindPlace && !s.titleCase {
				score[s.wordsOf(&s.nodes[i])] += d.townAsHouse(s, i)
			}
		}
	}
	for _, s := range d.sents {
		for i := range s.nodes {
			n := &s.nodes[i]
			if n.kind != kindPlace || score[s.wordsOf(n)] < townSure || i > 0 && (d.p.is("placeprep", s.nodes[i-1].low) || s.nodes[i-1].low == "," && i+1 < len(s.nodes) && s.nodes[i+1].low == ",") {
				continue
			}
			n.kind, n.name, n.ref = kindOrg, s.wordsOf(n), refName
			n.org = d.addOrg(n.name, s.index)
			n.org.count++
		}
	}
}

// townAsHouse is how much the place of node i is spoken of as an employer: 2 where it can hardly be anything else, 1 where it may be.
func (d *document) townAsHouse(s *sentence, i int) int {
	p := d.p
	at := func(k int) *node {
		if k < 0 || k >= len(s.nodes) {
			return &node{}
		}
		return &s.nodes[k]
	}
	prev, next := at(i-1), at(i+1)
	if p.is("placeprep", prev.low) || prev.low == "," && next.low == "," && !p.is("rel.who", at(i+2).low) || prev.kind == kindPlace || next.kind == kindPlace {
		return 0
	}
	name := func(n *node) bool { return n.kind == kindPerson && n.ref == refName }
	begins := i == 0 || prev.low == "," || prev.low == ";" || prev.low == ":" || p.is("and", prev.low) || prev.ref == refRelative
	town := d.names.towns()[strings.ToLower(s.wordsOf(&s.nodes[i]))]
	switch {
	case begins && town && p.is("townmany", next.low): // "Bournemouth are looking"
		return 2
	case next.low == "," && p.is("rel.who", at(i+2).low) && i > 0 && !name(prev) || begins && next.low == "," && p.is("rel.who", at(i+2).low): // "Bournemouth, who"
		return 2
	case begins && p.is("townsubject", next.low) && at(i+2).kind == kindPerson: // "Boston landed X"
		return 2
	case town && next.low == "'s" && name(at(i+2)) && at(i+2).b-at(i+2).a > 1: // "Exeter's Alun Trelawny"
		return 2
	case p.is("orgonly", prev.low) && !isName(at(i-2)) && at(i-2).kind != kindRole && !p.is("townevent", next.low): // "a lectureship at Bristol", not "the University of Maryland at College Park"
		return 2
	case name(at(i-2)) && prev.low == ":" && next.low == "to", prev.low == "to" && isName(at(i-2)) && at(i-3).low == ":": // "Suresh Tuilagi-Moore: Leicester to Harlequins"
		return 2
	case town && (p.is("v.join", prev.low) || p.is("townobject", prev.low) || p.phraseEnding("townobject", s, i)): // "signed for Leicester"
		return 1
	case town && next.low == "'s" && (at(i+2).kind == kindRole || p.is("townown", at(i+2).low)):
		return 1
	}
	return 0
}

// phraseEnding reports whether a phrase of two words of the class ends right before node i.
func (p *pack) phraseEnding(class string, s *sentence, i int) bool {
	return i > 1 && p.phraseAt(class, s, i-2) == 2
}
