package extract

import "strings"

// Towns that stand for a house in them, and houses that are called like a town.

// townsHouse makes of the town at node i the organization that the article has there, where it has just one and people go to it: "wechselt
// nach Freiburg", "aus Mainz losgeeist".
func (d *document) townsHouse(s *sentence, i int) {
	p := d.p
	n := &s.nodes[i]
	if !p.compounds || i == 0 || n.kind != kindPlace || n.b-n.a != 1 || !p.is("townprep", s.nodes[i-1].low) {
		return
	}
	town := fold(s.toks[n.a].text)
	var only *organization
	for _, o := range d.reg.orgs {
		if k := len(o.words); k < 2 || o.words[k-1] != town || !p.is("townhouse", o.words[0]) {
			continue
		}
		if only != nil {
			return
		}
		only = o
	}
	if only != nil {
		n.kind, n.name, n.org = kindOrg, s.toks[n.a].text, only
	}
}

// elsewhereIn reports whether a role in an apposition is tied to a town, so that it is not at the organization in focus: "P, derzeit
// Chefdramaturgin in Graz".
func (d *document) elsewhereIn(s *sentence, st stated) bool {
	n := &s.nodes[d.nodeAt(s, st.who.a)]
	for i := st.who.b; i+1 < n.b && i+1 < len(s.toks); i++ {
		if (s.toks[i].low == "in" || s.toks[i].low == "aus") && s.toks[i+1].capital && d.p.is("place", s.toks[i+1].low) {
			return true
		}
	}
	return false
}

// placeAsHouse makes an organization of the town at node i where it stands behind "zu" or, after a verb of work, "bei", as only houses that
// are called like a town do: "sie bleibt bei Salzgitter".
func (d *document) placeAsHouse(s *sentence, i int) {
	p := d.p
	n := &s.nodes[i]
	if !p.compounds || i < 2 || n.kind != kindPlace || n.b-n.a != 1 || s.nodes[i-1].kind != kindWord {
		return
	}
	prev := &s.nodes[i-2]
	switch s.nodes[i-1].low {
	case "zu":
		if s.toks[s.nodes[i-1].a-1].capital {
			return // "die Humboldt-Universität zu Berlin"
		}
	case "bei":
		if !(prev.kind == kindWord && (d.verbal(prev) || p.is("skip", prev.low) || p.is("worked", prev.low)) || prev.kind == kindDate && d.sentenceWorks(s)) {
			return
		}
	default:
		return
	}
	n.kind, n.name = kindOrg, s.toks[n.a].text
	n.org = d.addOrg(n.name, s.index)
}

// sentenceWorks reports whether a sentence has a verb of being employed.
func (d *document) sentenceWorks(s *sentence) bool {
	for i := range s.nodes {
		if n := &s.nodes[i]; n.kind == kindWord && (d.p.is("war", n.low) || d.p.is("ist", n.low) || d.p.is("v.wpart", n.low)) {
			return true
		}
	}
	return false
}

// townAdjective reports whether a word says from which town something is: "Kasseler", "Bremer", but not "Sender".
func (p *pack) townAdjective(low string) bool {
	stem, ok := strings.CutSuffix(low, "er")
	return ok && len(stem) > 2 && !p.exactly("orgnoun", low) && (p.is("place", stem) || p.is("place", stem+"en"))
}

// townPlain reports whether the word at i only says where the house is that the article speaks of: "die Zürcher Kanzlei".
func (d *document) townPlain(t []token, i int, next string) bool {
	p := d.p
	return i > 0 && (p.is("det.def", t[i-1].low) || p.is("fused", t[i-1].low)) && p.is("townplain", next) && capitalAt(t, i+2) == "" && !d.names.orgs[t[i].low+" "+next]
}
