package extract

import "strings"

// contextScore looks at what stands around a name.
func (d *document) contextScore(s *sentence, i int) float64 {
	p := d.p
	n := &s.nodes[i]
	sc := 0.0
	if n.titled && !(p.is("option", "org-before-role") && n.b-n.a == 2 && (p.is("orghead", s.toks[n.b-1].low) || p.is("orgword", s.toks[n.b-1].low))) { // not "Justice Department"
		sc += 3
	}
	prev, next, next2 := s.at(i-1), s.at(i+1), s.at(i+2)
	if n.b-n.a == 2 && p.is("option", "pro-drop") && s.toks[n.a].upper && len(s.toks[n.a].text) > 1 && len(s.toks[n.a].text) <= 5 && p.is("place", s.toks[n.b-1].low) && !s.toks[n.b-1].upper {
		sc -= 3 // "ING España"
	}
	if prev != nil {
		if prev.kind == kindRole {
			sc += 1.6
			if pp := s.at(i - 2); pp != nil && p.is("option", "org-before-role") && d.pluralRole(prev.role) && (p.is("orgprep2", pp.low) || p.is("orgprep", pp.low) || p.is("v.join", pp.low) || p.is("byword", pp.low)) && !(next != nil && (p.is("and", next.low) || next.low == "," && next2 != nil && (isName(next2) || next2.kind == kindPerson))) {
				sc -= 4 // "with engineers Connell Wagner"
			}
		}
		if pp := s.at(i - 2); pp != nil && pp.kind == kindRole && p.is("roleat", prev.low) {
			sc -= 2
			if p.is("personwith", prev.low) { // "filled the post of chief product officer with Tom Hale"
				sc += 1.4
			}
		}
		if prev.low == "," {
			for j := i - 2; j >= 0 && j > i-7 && !s.toks[s.nodes[j].a].punct; j-- {
				if s.nodes[j].kind == kindRole {
					sc++
					if j > 0 && p.is("det.def", s.nodes[j-1].low) && p.is("option", "adjective-behind") && len(strings.Fields(n.name)) > 1 { // "Le directeur du FMI, X, …"
						sc += 0.6
					}
					if next != nil && next.low == "," {
						sc += 0.6 // "Kering's head of research, X,"
					}
					break
				}
			}
		}
		if prev.kind == kindWord && !n.titled && p.is("det.def", prev.low) && p.is("option", "org-before-role") { // "at the Young Vic"
			sc -= 2.5
		}
		if pp := s.at(i - 2); pp != nil && p.is("roleat", prev.low) && p.is("personslot", pp.low) { // "la succession de Rami Baitieh"
			sc += 1.5
		}
		if pp := s.at(i - 2); pp != nil && p.is("roleat", prev.low) && p.is("orgslot", pp.low) && !p.is("persondative", prev.low) { // "à la tête d'Yves Rocher"
			if under := s.at(i - 4); under != nil && p.is("underprep", under.low) { // "sous la direction de Kodjo Amegan"
				sc += 1.5
			} else {
				sc -= 3
			}
		}
		if pp := s.at(i - 2); pp != nil && p.is("persondative", prev.low) && p.is("dativeslot", pp.low) { // "en confie les commandes à X"
			sc += 1.5
		}
		if p.is("kin", prev.low) {
			sc += 3.5 // "su hermano Gabriel"
		}
		if p.is("leavefor", prev.low) && p.is("option", "home") { // "quitte A pour X"
			for j := i - 2; j >= 0 && j > i-5; j-- {
				if p.is("v.quitter", s.nodes[j].low) {
					sc -= 2
					break
				}
			}
		}
		if p.is("orgfor", prev.low) && p.is("option", "org-before-role") { // "has left Arup for Mott MacDonald"
			for j := i - 2; j >= 0 && j > i-5; j-- {
				if p.is("v.leave", s.nodes[j].low) {
					sc -= 2.5
					break
				}
			}
		}
		if p.is("orgonly", prev.low) {
			sc -= 2
		}
		if p.is("option", "org-before-role") && (p.is("v.leave", prev.low) || p.is("v.join", prev.low)) && !d.fullName(n.name) {
			sc -= 1.2
		}
		if p.is("orgprep", prev.low) {
			sc -= 1.5
			if pp := s.at(i - 2); pp != nil && (p.is("worked", pp.low) || p.verb[pp.low]) {
				sc -= 1
			}
		}
		if pp := s.at(i - 2); pp != nil && p.is("personof", prev.low) && p.is("unitnoun", pp.low) { // "the Washington office of Paul Weiss"
			sc -= 2
		}
		if p.is("option", "pro-drop") && prev.kind == kindWord && !n.titled && p.is("det.def", prev.low) && (i == 1 || !p.is("nationality", prev.low)) {
			sc -= 1.6 // "el Vilafranquense", "do Estrela do Mondego"
		}
		if pp := s.at(i - 2); p.is("orgnoun", prev.low) && prev.b-prev.a == 1 && !(pp != nil && p.is("homeverb", pp.low)) { // not "Università di X", not "ha trovato casa X"
			if p.is("option", "rubrics") && len(strings.Fields(n.name)) == 2 && d.flags(strings.ToLower(strings.Fields(n.name)[0]))&isGiven != 0 {
				sc -= 1.5 // "la gestionnaire Agnès Quidet"
			} else if d.subjectBehindNoun(s, i) {
				sc -= 0.5
			} else {
				sc -= 3
			}
		}
		if p.compounds && prev.low == "von" && n.b-n.a == 2 && n.a > 1 && p.is("personof", s.toks[n.a-2].low) { // "Nachfolger von Hermann Krone"
			sc += 2
		}
		if p.compounds && prev.kind == kindWord && prev.b-prev.a == 1 && s.toks[prev.a].capital && n.b-n.a == 2 && p.personNoun(prev.low) {
			sc += 1.6 // "Fotografin Herlinde Koelbl"
		}
		if p.compounds && (prev.kind == kindRole && prev.role != "" || prev.kind == kindWord && p.personNoun(prev.low)) && n.b-n.a == 2 && d.strangeGiven(s.toks, n.a) {
			sc++
		}
		if p.compounds && prev.kind == kindWord && !n.titled && (p.is("det.def", prev.low) || p.is("fused", prev.low)) { // "das Conrad Tokyo"
			sc -= 2.5
		}
		if p.is("orgadj", prev.low) && p.is("option", "adjective-behind") { // "studio legale e tributario X"
			for j := i - 2; j >= 0 && j > i-6 && (p.is("orgadj", s.nodes[j+1].low) || p.is("and", s.nodes[j+1].low)); j-- {
				if p.is("orgnoun", s.nodes[j].low) {
					sc -= 3
					break
				}
			}
		}
		if a, b := s.at(i-2), s.at(i-3); a != nil && b != nil && p.is("instof", a.low) && p.is("orgnoun", b.low) && prev.b-prev.a == 1 && !s.toks[prev.a].capital && !s.toks[prev.a].punct && !p.is("det", prev.low) {
			sc -= 3 // "sociedade de advogados X"
			if prev.kind == kindRole {
				sc -= 1.6
			}
		}
		if pp := s.at(i - 2); pp != nil && p.is("option", "org-before-role") && p.is("roleat", prev.low) && (p.is("former", pp.low) || p.is("orgonce", pp.low)) { // "hitherto with Carlton Fields"
			sc -= 2
		}
		if pp := s.at(i - 2); pp != nil && p.is("option", "pro-drop") && p.is("orgprep", prev.low) && !p.is("personof", prev.low) && (p.is("former", pp.low) || p.is("current", pp.low)) { // "finora in Allen Conti"
			sc -= 2
		}
		if p.is("orgprep2", prev.low) { // "was with Hamilton Lane", "comes from Reed Smith"
			pp := s.at(i - 2)
			if pp != nil && p.is("agentverb", pp.low) && len(strings.Fields(n.name)) > 1 { // "sarà guidato da Luca Bassani"
				sc += 0.7
			}
			sc -= 0.7
			if pp != nil && !p.is("agentverb", pp.low) && (p.verb[pp.low] || p.is("was", pp.low)) {
				sc -= 1.8
			}
		}
		if next != nil && p.is("personas", next.low) && len(strings.Fields(n.name)) >= 2 && p.is("option", "org-before-role") && (p.is("v.hire", prev.low) || i > 1 && p.phraseAt("v.hire", s, i-2) == 2) {
			sc += 1.5 // "has brought in Wanjiru Githaiga as"
		}
		if p.is("personverb", prev.low) && next != nil && p.is("personas", next.low) && len(strings.Fields(n.name)) >= 2 {
			sc++ // "nomme X au poste de"
		}
		if p.is("personverb", prev.low) {
			sc += 0.5
		}
	}
	if next != nil {
		if p.is("aux", next.low) && len(strings.Fields(n.name)) >= 2 { // "X a été nommée"
			for j := i + 2; j < i+4; j++ {
				if x := s.at(j); x != nil && p.is("personpart", x.low) {
					sc += 0.8
					break
				} else if x == nil || !p.is("aux", x.low) {
					break
				}
			}
		}
		if next.low == "," && next2 != nil && p.is("option", "org-before-role") && d.describedAhead(s, i+2) { // "Sullivan Tate, the advisory firm he joined"
			sc -= 4
		}
		if p.is("personpred", next.low) && len(strings.Fields(n.name)) >= 2 {
			sc += 0.8
		}
		if next.kind == kindRole && prev != nil && p.is("former", prev.low) {
			sc -= 2
		}
		if p.is("says", next.low) {
			sc += 0.3
		}
		if next.low == "'s" && next2 != nil && p.is("orgowns", next2.low) || p.is("orgowns", next.low) && p.is("option", "org-before-role") { // "Harland's board", "Harland shares"
			sc -= 2
		}
		if p.is("orgverb", next.low) {
			sc -= 1.2
		}
		if p.is("aux", next.low) && next2 != nil && p.is("v.hire", next2.low) && !p.is("passive", next.low) {
			sc -= 1
		}
		if p.is("option", "org-before-role") {
			switch h := d.hires(s, i); {
			case h == 1 && d.fullName(n.name) && !d.neverShort(n.name):
				sc--
			case h == 1 && d.fullName(n.name): // "Carter Jonas has recruited Ann Lee"
				sc -= 3.5
			case h > 0:
				sc -= 2.5
			}
			if prev != nil && prev.kind == kindRole && d.pluralRole(prev.role) && d.hires(s, i) > 0 { // "Consultants Ruskin Hale have recruited"
				sc -= 3
			}
		}
		if next.low == "," && next2 != nil && p.is("orgborn", next2.low) && len(strings.Fields(n.name)) == 2 { // "Harcus Parker, founded in 2019 by"
			sc -= 3
		}
		if p.is("rel.who", next.low) {
			sc += 0.6
		}
		verb := next
		if p.is("aux", next.low) && next2 != nil {
			verb = next2
		}
		if p.is("orgloses", verb.low) { // "Grosvenor Pike has lost tax partner Dominic Fell"
			k := i + 2
			if verb != next {
				k++
			}
			if x := s.at(k); x != nil && (x.kind == kindPerson || isName(x) || x.kind == kindRole && !x.possess) {
				sc -= 1.5
			}
		}
		if p.is("v.leave", verb.low) || p.is("v.resign", verb.low) || p.is("v.join", verb.low) {
			sc += 0.7
		}
		if next.low == "," && next2 != nil {
			if t := s.toks[next2.a]; t.digit && len(t.text) == 2 {
				sc += 2.5
			}
			if p.is("rel.who", next2.low) {
				sc += 1.5
			}
			if x := s.at(i + 3); p.is("option", "adjective-behind") && len(strings.Fields(n.name)) >= 2 && (next2.kind == kindRole || x != nil && x.kind == kindRole && p.is("former", next2.low)) {
				sc += 1.6 // "Brelotte Ba, précédemment directeur de": no organization
			} else if next2.kind == kindRole {
				sc++
			}
			if p.is("orgnoun", next2.low) {
				sc -= 2
			}
			if p.is("option", "pro-drop") && len(strings.Fields(n.name)) >= 2 && (p.is("former", next2.low) || p.is("untilword", next2.low)) {
				sc++ // "Óscar Pardo, até agora no Bradesco,"
			}
		}
		if p.compounds && next.low == "," && next2 != nil && (next2.low == "der" || next2.low == "die") && len(strings.Fields(n.name)) == 2 && prev != nil && (p.is("aux", prev.low) || p.is("personverb", prev.low) || prev.kind == kindRole || prev.low == "auf") {
			sc += 1.5 // "Neuer Vorsitzender ist Asoka Wöhrmann, der …"
		}
		if p.compounds && next.low == ":" && n.a == 0 && s.block.kind != heading { // "Hogan Lovells: Der Rechtsanwalt …"
			sc -= 1.5
		}
		if next.low == "(" && next2 != nil {
			if a := s.at(i + 3); a != nil && a.low == ")" && next2.kind == kindName && s.toks[next2.a].upper && next2.b-next2.a == 1 && (!p.compounds && !p.is("option", "pro-drop") || strings.EqualFold(n.name[:1], next2.name[:1])) {
				sc -= 5
			}
			if t := s.toks[next2.a]; t.digit && len(t.text) == 2 {
				sc += 2
			}
			if p.is("option", "pro-drop") && (p.is("bracketfrom", next2.low) || p.is("former", next2.low)) && len(strings.Fields(n.name)) >= 2 {
				sc++ // "Ilario Pompei (da Legance)"
			}
		}
		if next.low == "'s" && next2 != nil && next2.kind == kindRole {
			sc--
		}
	}
	if p.compounds && sc < 0 && d.clearlyPerson(n.name) { // "liegt jetzt bei Nikolaos Georgakis", "für Anke Eickmeyer"
		sc /= 5
	}
	return sc
}

// subjectBehindNoun reports whether the full name of a person at node i is the subject behind its verb, or the object, rather than the
// name of what the noun before it says: "han dejado la compañía Tomás Bascuñán y …", "junta à sua equipa João Teles".
func (d *document) subjectBehindNoun(s *sentence, i int) bool {
	p := d.p
	if !p.is("option", "pro-drop") || i < 2 || !d.fullName(s.nodes[i].name) || s.nodes[i-2].kind != kindWord {
		return false
	}
	if p.is("det.poss", s.nodes[i-2].low) {
		return true
	}
	if !p.is("orggeneric", s.nodes[i-1].low) || !p.is("det.def", s.nodes[i-2].low) || i < 3 || s.nodes[i-3].kind != kindWord || !p.verb[s.nodes[i-3].low] {
		return false
	}
	for j := 0; j < i-3; j++ {
		if k := s.nodes[j].kind; k == kindName || k == kindPerson || k == kindOrg {
			return false
		}
	}
	return true
}

// hires is 1 where the name at node i is the subject of a verb of hiring whose object is a person, "Carter Jonas has taken on Ann Lee", 2
// where it is several, "three surveyors"; else 0.
func (d *document) hires(s *sentence, i int) int {
	p := d.p
	k := i + 1
	if x := s.at(k); x != nil && p.is("aux", x.low) && !p.is("passive", x.low) {
		k++
	}
	n := 0
	for _, class := range []string{"v.hire", "gather", "houseacts"} {
		n = max(n, p.phraseAt(class, s, k))
	}
	if x := s.at(k); n == 0 && x != nil && p.is("v.hire", x.low) { // single words of the others say too little
		n = 1
	}
	if n == 0 {
		return 0
	}
	for m := k + n; m < k+n+4; m++ {
		x := s.at(m)
		if x == nil || s.toks[x.a].punct || x.kind == kindWord && (p.is("roleat", x.low) || p.verb[x.low]) {
			return 0
		}
		if isName(x) && x.b-x.a >= 2 && d.shapeScore(x.name) > 0 {
			return 1
		}
		if isName(x) {
			return 0
		}
		if m == k+n && (x.low == "its" || x.kind == kindRole && s.toks[x.a].low == "its") { // a person's would be his
			return 2
		}
		if x.kind == kindNumber || p.is("num", x.low) || x.kind == kindRole && d.pluralRole(x.role) {
			return 2
		}
	}
	return 0
}
