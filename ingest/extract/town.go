package extract

import (
	"slices"
	"strings"
)

// town reports whether a name is that of a town by the table of places and stands nowhere as an organization would: behind a
// preposition that only organizations take, or as the subject of a verb.
func (d *document) town(name string, n int, at func(int) (*sentence, *node)) bool {
	p := d.p
	low := strings.ToLower(strings.ReplaceAll(name, "’", "'"))
	if p.classes["townprep"] == nil || d.names.orgs[low] || p.is("orgname", low) || !d.names.towns()[low] {
		return false
	}
	sure := false
	for i := range n {
		s, nd := at(i)
		prev, next := "", ""
		if nd.a > 0 {
			prev = s.toks[nd.a-1].low
		}
		if nd.b < len(s.toks) {
			next = s.toks[nd.b].low
		}
		switch {
		case nd.titled || p.is("towndeny", prev) || p.is("orgonly", prev) || p.is("orgadj", prev) || p.is("orgnoun", prev):
			return false
		case p.is("instof", prev) && nd.a > 1: // "le site de Figeac", but not "les activités d'Hollandia"
			sure = sure || p.is("townnoun", s.toks[nd.a-2].low)
		case p.is("townprep", prev):
			sure = true
		case nd.a == 0 && (next == "," || next == "–" || next == "-" || next == "(") && s.block.kind == paragraph: // a dateline
			sure = true
		case prev == "" || prev == ".":
			return false
		case p.is("v.hire", next) || p.is("says", next) || p.is("aux", next):
			return false
		}
	}
	return sure
}

// clubOf reports whether the article also names a club that bears the name of the town: "rumou a Fafe … o Desportivo de Fafe".
func (d *document) clubOf(key string, names []string) bool {
	return d.p.is("option", "club-article") && slices.ContainsFunc(names, func(long string) bool {
		head, _, more := strings.Cut(long, " ")
		return more && strings.HasSuffix(long, " "+key) && d.p.is("club", head)
	})
}

// rubric reports whether a name that the article has only once heads a title or an item: "Portrait : …", "ASSURANCE. …".
func (d *document) rubric(s *sentence, n *node) bool {
	if !d.p.is("option", "rubrics") || n.a != 0 || n.titled || n.b-n.a > 1 && d.flags(s.toks[n.a].low)&isGiven != 0 || d.names.orgs[strings.ToLower(n.name)] || n.b >= len(s.toks) {
		return false
	}
	switch {
	case s.toks[n.b].low == ":":
		return s.block.kind == heading && len(d.sents) > 2 // a headline alone: "Argentis : Paul Roux claque la porte"
	case s.toks[n.b].low == ".":
		return n.b == len(s.toks)-1 && len(s.block.sentences) > 1 && s.toks[n.a].upper && n.b-n.a == 1 && (d.p.common[s.toks[n.a].low] || d.p.is("orgword", s.toks[n.a].low))
	}
	return false
}

// companyOf reports whether the name of one word from start goes on behind "of" at j: a noun in a capital in the midst of a
// sentence, "chez Terrassements du Littoral".
func (d *document) companyOf(s *sentence, start, j int) bool {
	p, t := d.p, s.toks
	if !p.is("option", "rubrics") && !p.is("option", "pro-drop") || j != start+1 || start == 0 || t[start].upper || !p.is("companyof", t[j].low) || t[start-1].low == "." || d.flags(t[start].low)&isGiven != 0 {
		return false
	}
	return (p.common[t[start].low] || strings.HasSuffix(t[start].low, "s")) && p.tokensMatch("place", t, start) == 0 && !p.is("nationality", t[start].low) && !d.names.orgs[t[start].low]
}

// initialsLabel reports whether a name is initials that say who speaks in an interview: "P. L. : …".
func (d *document) initialsLabel(s *sentence, n *node) bool {
	if n.a != 0 || n.b >= len(s.toks) || s.toks[n.b].low != ":" {
		return false
	}
	for _, w := range strings.Fields(n.name) {
		if len([]rune(strings.Trim(w, "."))) > 2 || !strings.HasSuffix(w, ".") && len(w) > 1 {
			return false
		}
	}
	return true
}

// seats takes a lone name between "à" and a comma or full stop, right behind an organization, for the town where that is: "au Mas des
// Herbes Blanches, à Joucas,".
func (d *document) seats(s *sentence) {
	if !d.p.is("option", "home") {
		return
	}
	for i := 3; i < len(s.nodes); i++ {
		n := &s.nodes[i]
		if n.kind != kindName || n.b-n.a != 1 || s.toks[n.a].upper || s.nodes[i-1].kind != kindWord || !d.p.is("seatprep", s.nodes[i-1].low) || s.nodes[i-2].low != "," || s.nodes[i-3].kind != kindName || d.names.orgs[n.low] {
			continue
		}
		if i+1 == len(s.nodes) || s.nodes[i+1].low == "," || s.nodes[i+1].low == "." || s.nodes[i+1].low == ";" || s.nodes[i+1].low == ")" {
			n.kind = kindPlace
		}
	}
}
