package extract

import "strings"

// unitBehind finds the organization of "Redakteur im Parlamentsbüro der Zeitung", "Referentin in der Pressestelle von O" behind the role at
// node i: its node, 0 where there is none.
func (d *document) unitBehind(s *sentence, i int) int {
	p := d.p
	if !p.compounds || s.nodes[i].roleOrg != nil {
		return 0
	}
	j := i + 1
	if j+3 >= len(s.nodes) || s.nodes[j].kind != kindWord || !p.is("unitprep", s.nodes[j].low) {
		return 0
	}
	j++
	for j < len(s.nodes) && s.nodes[j].kind == kindWord && (p.is("det", s.nodes[j].low) || !s.toks[s.nodes[j].a].capital && adjectival(s.nodes[j].low)) {
		j++
	}
	if j+1 >= len(s.nodes) || s.nodes[j].kind != kindWord || !s.toks[s.nodes[j].a].capital || !p.is("unitnoun", s.nodes[j].low) {
		return 0
	}
	j++
	if s.nodes[j].kind == kindWord && (p.is("orgprep2", s.nodes[j].low) || p.is("focusprep", s.nodes[j].low)) {
		j++
	}
	if j < len(s.nodes) && isName(&s.nodes[j]) && s.nodes[j].ref == refName && (j > 0 && s.nodes[j-1].kind == kindWord && !p.is("unitnoun", s.nodes[j-1].low) || d.genitiveOrg(s, j)) {
		return j
	}
	return 0
}

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

// fragmentWord reports whether a lone capitalised word that opens a sentence is a participle or adjective of the language: "Nachgerückt ist
// …", "Abgestiegen: …", "Denkbar wäre …".
func (d *document) fragmentWord(t []token, i int) bool {
	w := t[i]
	if i > 0 && !t[i-1].punct || w.upper || capitalAt(t, i+1) != "" || d.names.orgs[w.low] || d.inside[w.low] || d.flags(w.low)&(isGiven|isSurname) != 0 {
		return false
	}
	for _, e := range []string{"bar", "lich", "haft", "sam"} {
		if strings.HasSuffix(w.low, e) && len(w.low) > len(e)+3 {
			return true
		}
	}
	if !strings.HasSuffix(w.low, "t") && !strings.HasSuffix(w.low, "en") || len(w.low) < 6 {
		return false
	}
	if strings.HasPrefix(w.low, "ge") {
		return true
	}
	for k := 2; k <= 7 && k+5 <= len(w.low); k++ {
		if d.p.is("separated", w.low[:k]) && strings.HasPrefix(w.low[k:], "ge") {
			return true
		}
	}
	return false
}

// demonym reports whether the word at i behind an article says from which town the maker or doer behind it is: "den Esslinger Automatisierer".
func (d *document) demonym(t []token, i int, next string) bool {
	p := d.p
	stem, ok := strings.CutSuffix(t[i].low, "er")
	if !ok || i == 0 || next == "" || !p.is("det", t[i-1].low) && !p.is("fused", t[i-1].low) || !strings.HasSuffix(next, "er") || p.is("orgword", next) || p.is("orgnoun", next) || p.orgHead(next) || d.names.orgs[next] || d.flags(next)&isSurname != 0 {
		return false
	}
	return p.is("place", stem) || p.is("place", stem+"en") || p.is("nationality", t[i].low)
}

// properAdjective reports whether the word at i is an adjective in "-isch" that has its capital only as part of a name: "das
// Südostbayerische Städtetheater".
func (d *document) properAdjective(t []token, i int, next string) bool {
	w := t[i]
	if i == 0 || t[i-1].punct || w.upper || next == "" {
		return false
	}
	stem := strings.TrimRight(w.low, "enrsm")
	return strings.HasSuffix(stem, "isch") && len(stem) > 6 && (d.p.orgHead(next) || d.p.is("orgword", next) || d.p.is("orgnoun", next))
}
