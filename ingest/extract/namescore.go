package extract

import (
	"strings"
	"unicode"
)

// shapeScore is positive for persons, negative for organizations.
func (d *document) shapeScore(name string) float64 {
	words := strings.Fields(name)
	low := strings.ToLower(name)
	sc := 0.0
	first := strings.ToLower(words[0])
	if i := strings.IndexByte(first, '-'); i > 0 && d.flags(first) == 0 {
		first = first[:i]
	}
	last := strings.ToLower(strings.TrimRight(words[len(words)-1], "."))
	suffix := 0.0
	if len(words) > 2 && d.p.is("degree", last) && strings.Contains(name, ",") { // "Jay Bradner, M.D."
		suffix = 4
	} else if len(words) > 2 && d.p.is("namesuffix", last) { // "Israel Rocha Jr."
		last = strings.ToLower(strings.Trim(words[len(words)-2], ".,"))
		suffix = 2
	}
	flags := d.flags(first)
	if d.names.orgs[low] || d.p.named("orgname").hasPhrase(strings.Fields(low)) {
		sc -= 3
	}
	if d.p.named("orglike").hasPhrase(strings.Fields(low)) { // "Julius Baer", "Eli Lilly"
		sc -= 4
	}
	orgWords := 0
	for _, w := range words {
		wl := strings.ToLower(strings.Trim(w, ",."))
		if d.p.is("orgword", wl) || d.p.is("orgsuffix", wl) || d.p.is("orghead", wl) {
			orgWords++
		}
		if strings.ContainsAny(w, "&0123456789+") || w == "and" {
			sc -= 5
		}
		if strings.ContainsFunc(w, func(r rune) bool { return unicode.IsUpper(r) }) && camel(w) {
			sc -= 2
		}
	}
	sc -= 2.5 * float64(orgWords)
	if len(words) == 1 {
		return sc - 1
	}
	sc += suffix
	if flags&isGiven != 0 {
		sc += 2
		if d.p.common[first] {
			sc -= 0.7
		}
	}
	if d.flags(last)&isSurname != 0 || d.hyphened(last) {
		sc++
	} else if d.p.common[last] {
		sc--
	}
	if d.p.compounds && len(words) == 3 && flags&isGiven == 0 && !d.p.is("particle", strings.ToLower(words[1])) && !d.p.is("title.noble", strings.ToLower(words[1])) { // "Fiebinger Polak Leon"
		sc -= 2
	}
	for _, w := range words[1 : len(words)-1] {
		if len([]rune(strings.Trim(w, "."))) == 1 {
			sc += 1.5
		}
		if d.p.is("particle", strings.ToLower(w)) && flags&isGiven != 0 {
			sc++
		}
	}
	if initials(words[0]) && len(words) <= 3 && !d.p.is("place", strings.TrimRight(first, ".")) {
		sc += 1.5
	}
	if len(words) > 4 {
		sc -= 1
	}
	if up := words[0]; len(words) == 2 && len(up) == 2 && strings.ToUpper(up) == up && d.names.flags(last)&isSurname != 0 && !d.p.common[last] && d.names.flags(first)&isGiven == 0 {
		sc += 1.2 // "VK Sibal"
	} else if len(words) <= 2 && len(up) > 1 && strings.ToUpper(up) == up && !strings.Contains(up, ".") {
		sc -= 1.5
	}
	if d.foreignName(words) {
		sc++
	}
	if d.p.is("option", "org-before-role") && eastAsian(words) {
		sc += 2.5
	}
	if d.p.is("place", first) {
		sc -= 2
	}
	if d.p.is("place", last) && len(words) > 1 && !(d.p.compounds && flags&isGiven != 0 && len(words) == 2) {
		sc -= 1.5
		if flags&isGiven != 0 && d.p.is("option", "org-before-role") { // "Harrison Leeds"
			sc++
		}
	}
	return sc
}

// fullName reports whether the words are a given name and a surname, neither of them a word of the language or a town.
func (d *document) fullName(name string) bool {
	w := strings.Fields(strings.ToLower(name))
	if len(w) < 2 {
		return false
	}
	first, last := w[0], w[len(w)-1]
	return d.flags(first)&isGiven != 0 && d.flags(last)&isSurname != 0 && !d.p.common[first] && !d.p.common[last] && !d.p.is("place", last)
}

// hyphened reports whether one part of "watanabe-cole" is a surname.
func (d *document) hyphened(w string) bool {
	a, b, ok := strings.Cut(w, "-")
	return ok && !d.p.compounds && len(a) > 2 && len(b) > 2 && (d.flags(a)&isSurname != 0 || d.flags(b)&isSurname != 0)
}

// eastAsian reports whether the last word is a given name like "Wei-jen".
func eastAsian(words []string) bool {
	a, b, ok := strings.Cut(words[len(words)-1], "-")
	return ok && len(words) <= 3 && len(words) > 1 && len(a) > 1 && len(a) < 7 && len(b) > 1 && len(b) < 7 && b == strings.ToLower(b) && a != strings.ToLower(a)
}

// foreignName reports whether two words look like the name of a person that the lists lack: neither is a word of the language, a
// place or part of the names of organizations.
func (d *document) foreignName(words []string) bool {
	if !d.p.is("option", "org-before-role") || len(words) != 2 || d.flags(strings.ToLower(words[0]))&isGiven != 0 || d.names.orgs[strings.ToLower(strings.Join(words, " "))] {
		return false
	}
	for _, w := range words {
		low := strings.ToLower(w)
		if len(w) < 2 || w == strings.ToUpper(w) || strings.ContainsAny(w, "&0123456789.'’") || camel(w) || d.p.common[low] || d.p.is("place", low) || d.p.is("region", low) || d.p.is("orgword", low) || d.p.is("orghead", low) || d.p.is("orgsuffix", low) || d.p.is("nationality", low) || d.p.is("func", low) || d.p.is("orgof", low) || d.names.orgs[low] {
			return false
		}
	}
	return true
}

func initials(w string) bool {
	return len(w) <= 4 && strings.HasSuffix(w, ".") || len(w) == 1
}

func camel(w string) bool {
	lower := false
	for i, r := range w {
		if unicode.IsLower(r) {
			lower = true
		} else if unicode.IsUpper(r) && lower && i > 0 {
			rest := w[:i]
			return rest != "Mc" && rest != "Mac" && rest != "De" && rest != "Di" && rest != "Van" && rest != "Le" && rest != "La" && rest != "Du" && !strings.ContainsAny(rest, "-'’") && rest != "Fitz" && rest != "Del"
		}
	}
	return false
}

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
			sc -= 3
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
		if p.is("orgnoun", prev.low) && prev.b-prev.a == 1 { // not "Università di X"
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
		if p.is("orgprep2", prev.low) { // "was with Hamilton Lane", "comes from Reed Smith"
			sc -= 0.7
			if pp := s.at(i - 2); pp != nil && (p.verb[pp.low] || p.is("was", pp.low)) {
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
