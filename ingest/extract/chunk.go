package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// chunk turns the tokens of a sentence into nodes: dates, roles, names, and words for the rest.
func (d *document) chunk(s *sentence) {
	p, t := d.p, s.toks
	s.nodes = s.nodes[:0]
	for i := 0; i < len(t); {
		if w, n := p.dateAt(t, i); n > 0 && !(p.compounds && i > 0 && t[i-1].low == "," && p.is("rel.det", t[i].low)) && !(p.compounds && n == 1 && t[i].low == "august" && i+1 < len(t) && t[i+1].capital && d.flags(t[i+1].low)&isSurname != 0) {
			s.nodes = append(s.nodes, node{kind: kindDate, a: i, b: i + n, low: t[i].low, date: w})
			i += n
			continue
		}
		if n, head := d.roleAt(s, i); n > 0 && !(t[i].capital && d.names.orgAt(t, i) > 1) {
			s.nodes = append(s.nodes, node{kind: kindRole, a: i, b: i + n, low: t[i].low, role: spanText(s.src, t[i:i+n]), head: head})
			i += n
			continue
		}
		if n := p.tokensMatch("place", t, i); n == 1 && i > 0 && t[i].capital && p.is("option", "adjective-behind") && p.is("placedorg", t[i-1].low) && !(i+1 < len(t) && t[i+1].capital) { // "la maison Valence"
			s.nodes = append(s.nodes, node{kind: kindName, a: i, b: i + 1, low: t[i].low, name: t[i].text})
			i++
			continue
		}
		if n := p.tokensMatch("place", t, i); n > 1 && t[i].capital && !(i+n < len(t) && t[i+n].capital && !t[i+n].punct) && !t[i+n-1].punct {
			s.nodes = append(s.nodes, node{kind: kindPlace, a: i, b: i + n, low: t[i].low})
			i += n
			continue
		}
		if i > 0 && p.is("nationality", t[i].low) && p.is("det.def", t[i-1].low) && (t[i].capital && !p.is("option", "club-article") || i+1 < len(t) && !t[i].capital && (p.verb[t[i+1].low] || p.is("aux", t[i+1].low))) && !(i+1 < len(t) && t[i+1].capital) && p.is("option", "adjective-behind") { // "le Néerlandais"
			s.nodes = append(s.nodes, node{kind: kindRole, a: i, b: i + 1, low: t[i].low, role: "", head: t[i].low})
			i++
			continue
		}
		if p.compounds && i > 1 && t[i].capital && strings.HasPrefix(t[i-1].low, "gebürtige") && !(i+1 < len(t) && t[i+1].capital) { // "der gebürtige Marburger"
			s.nodes = append(s.nodes, node{kind: kindRole, a: i, b: i + 1, low: t[i].low, head: t[i].low})
			i++
			continue
		}
		if p.compounds && t[i].digit && t[i].capital && strings.Contains(t[i].low, "-jährig") { // "der 48-Jährige"
			s.nodes = append(s.nodes, node{kind: kindRole, a: i, b: i + 1, low: t[i].low, head: t[i].low})
			i++
			continue
		}
		if n := p.tokensMatch("orgname", t, i); n > 1 && t[i].capital { // "Cassa depositi e prestiti"
			s.nodes = append(s.nodes, node{kind: kindName, a: i, b: i + n, low: t[i].low, name: spanText(s.src, t[i:i+n])})
			i += n
			continue
		}
		if n := d.institutionAt(s, i); n > 0 {
			s.nodes = append(s.nodes, node{kind: kindName, a: i, b: i + n, low: t[i].low, name: spanText(s.src, t[i:i+n])})
			i += n
			continue
		}
		if n, titled, skip := d.nameAt(s, i); n > 0 && !(n == 1 && d.department(s, i)) {
			if n == 1 && p.is("body", t[i].low) || n >= 3 && p.is("body", t[i].low) && p.is("bodykind", t[i+n-1].low) { // "the Board of Directors": whose, the context says
				s.nodes = append(s.nodes, node{kind: kindWord, a: i, b: i + n, low: t[i].low})
				i += n
				continue
			}
			nd := node{kind: kindName, a: i, b: i + n, low: t[i].low, titled: titled, name: p.withoutDegree(s.src, t[i+skip+p.bodyOf(t[i+skip:i+n]):i+n])}
			if p.compounds && i+n < len(t) && t[i+n].low == "-" && t[i+n].glued {
				nd.name = d.unhyphened(nd.name)
			}
			if p.placeName(t[i+skip:i+n]) && !(p.is("option", "club-article") && i > 0 && p.is("det.def", t[i-1].low) && !p.is("det.f", t[i-1].low) && !p.is("placearticle", strings.ToLower(nd.name))) { // "la Roma", "del Napoli" are clubs
				nd.kind = kindPlace
			} else if i > 0 && p.is("street", t[i-1].low) { // "via Solferino"
				nd.kind = kindPlace
			} else if n <= 2 && i+n+1 < len(t) && t[i+n].low == "," && t[i+n+1].capital && p.is("region", t[i+n+1].low) { // "Boulder, Colo."
				n += 2
				nd.kind, nd.b = kindPlace, i+n
			}
			s.nodes = append(s.nodes, nd)
			i += n
			continue
		}
		if n := p.tokensMatch("place", t, i); n > 0 && t[i].capital {
			s.nodes = append(s.nodes, node{kind: kindPlace, a: i, b: i + n, low: t[i].low})
			i += n
			continue
		}
		if d.brands[t[i].low] {
			s.nodes = append(s.nodes, node{kind: kindName, a: i, b: i + 1, low: t[i].low, name: t[i].text})
			i++
			continue
		}
		s.nodes = append(s.nodes, node{kind: kindWord, a: i, b: i + 1, low: t[i].low})
		i++
	}
	d.spellings(s)
}

// spellings puts the words together that an acronym in brackets behind them spells: "Council for Excellence in Government (CEG)".
func (d *document) spellings(s *sentence) {
	for i := 1; i+2 < len(s.nodes); i++ {
		n := &s.nodes[i+1]
		if s.nodes[i].low != "(" || s.nodes[i+2].low != ")" || n.b-n.a != 1 || !s.toks[n.a].upper || len(n.low) > 7 {
			continue
		}
		letters := []rune(strings.ReplaceAll(n.low, ".", ""))
		k := s.nodes[i-1].b - 1
		m := len(letters) - 1
		for k >= 0 && m >= 0 && s.nodes[i-1].b-k < 14 {
			t := s.toks[k]
			r, _ := utf8.DecodeRuneInString(t.low)
			switch {
			case t.capital && r == letters[m]:
				m--
			case t.capital || t.punct && t.low != "&" && t.low != "'" && t.low != "," || !t.punct && len(t.low) > 4:
				m = -2
			}
			k--
		}
		if m != -1 {
			continue
		}
		a := k + 1
		first := -1
		for q := range s.nodes[:i] {
			if s.nodes[q].a == a {
				first = q
			}
		}
		if first < 0 || first == i-1 {
			continue
		}
		s.splice(first, i, node{kind: kindName, low: s.toks[a].low, name: spanText(s.src, s.toks[a:s.nodes[i-1].b])})
		i = first + 1
	}
}

// department reports whether the lone capitalised word at i is a field of work, no name: "la dirección de Operaciones".
func (d *document) department(s *sentence, i int) bool {
	t := s.toks[i]
	return i > 0 && !t.upper && d.p.is("option", "adjective-behind") && d.p.is("domain", t.low) && !d.names.orgs[t.low] &&
		(d.p.is("instof", s.toks[i-1].low) && !d.p.is("fused", s.toks[i-1].low) || d.p.is("and", s.toks[i-1].low))
}

// surnameBehind reports whether token k is a lone surname that may close a person's name behind "e".
func (d *document) surnameBehind(t []token, k int) bool {
	f := d.flags(t[k].low)
	return t[k].capital && f&isSurname != 0 && d.flags(t[k-2].low)&isSurname != 0 && !(k+1 < len(t) && (t[k+1].capital || d.p.is("particle", t[k+1].low)) && !t[k+1].punct)
}

// bodyOf gives how many tokens of a name are the body that speaks for an organization: "Board of Directors of (the) X".
func (p *pack) bodyOf(t []token) int {
	if len(t) < 3 || !p.is("body", t[0].low) {
		return 0
	}
	for k := 1; k+1 < len(t); k++ {
		if t[k].low != "of" {
			continue
		}
		if p.is("bodykind", t[k+1].low) {
			continue
		}
		if p.is("bodyown", t[k+1].low) {
			return 0 // "Board of Education"
		}
		k++
		for k < len(t)-1 && p.is("det", t[k].low) {
			k++
		}
		return k
	}
	return 0
}

// withoutDegree is the text of a name without "M.D." and the like behind it.
func (p *pack) withoutDegree(src string, t []token) string {
	n := len(t)
	for n > 1 && p.is("degree", t[n-1].low) {
		n--
		if n > 1 && t[n-1].low == "," {
			n--
		}
	}
	return spanText(src, t[:n])
}

func spanText(src string, t []token) string {
	if len(t) == 0 {
		return ""
	}
	return strings.Join(strings.Fields(src[t[0].start:t[len(t)-1].end]), " ")
}

// roleAt reads a role at token i: modifiers and a head, more of them behind "and", and what the role is of.
func (d *document) roleAt(s *sentence, i int) (int, string) {
	p, t := d.p, s.toks
	j, head := d.roleCore(t, i)
	if j == 0 {
		return 0, ""
	}
	if j == i+1 && t[i].capital && i+1 < len(t) && t[i+1].capital && d.names.orgs[t[i].low+" "+t[i+1].low] { // "Founders Fund"
		return 0, ""
	}
	if i > 0 && p.is("notbeforerole", t[i-1].low) && j == i+1 {
		return 0, ""
	}
	for j+1 < len(t) && (p.is("and", t[j].low) || t[j].low == "/" || t[j].low == "&") {
		k, h := d.roleCore(t, j+1)
		if k == 0 {
			break
		}
		j = k
		_ = h
	}
	j = d.roleTail(s, j)
	return j - i, head
}

func (d *document) roleCore(t []token, i int) (int, string) {
	p := d.p
	j, end := i, 0
	head := ""
	for j < len(t) && j-i < 9 {
		if n := chiefOfficer(t, j); n > 0 { // "chief omni-channel officer" in any language
			head = t[j+n-1].low
			j += n
			end = j
			continue
		}
		n := p.tokensMatch("rolehead", t, j)
		if p.compounds && n == 1 && d.flags(t[j].low)&isGiven != 0 && !p.classes["rolehead"].single[t[j].low] {
			n = 0 // "Severin" is no role, whatever it ends in
		}
		if n == 0 && p.is("roleshort", t[j].low) && (j+1 == len(t) || t[j+1].punct || p.is("roleat", t[j+1].low) || p.is("and", t[j+1].low)) { // Italian "ad di Enel"
			n = 1
		}
		if n > 0 {
			head = t[j+n-1].low
			j += n
			end = j
			// adjectives behind the head: "directeur général adjoint"
			for j < len(t) {
				m := p.tokensMatch("rolepost", t, j)
				if m == 0 && p.is("and", t[j].low) && j+1 < len(t) && !t[j+1].capital { // "directeur administratif et financier"
					if m = p.tokensMatch("rolepost", t, j+1); m > 0 && p.tokensMatch("rolehead", t, j+1) == 0 {
						m++
					} else {
						m = 0
					}
				}
				if m == 0 {
					break
				}
				j += m
				end = j
			}
			continue
		}
		if p.compounds && t[j].capital && p.compoundRole(t[j].low) {
			head = t[j].low
			j++
			end = j
			continue
		}
		if n := p.tokensMatch("rolemod", t, j); n > 0 {
			j += n
			continue
		}
		if t[j].low == "-" && (j > i || !p.compounds) || (t[j].low == "&" || t[j].low == "and") && j > i && j+1 < len(t) && p.is("rolemod", t[j+1].low) {
			j++
			continue
		}
		break
	}
	return end, head
}

// chiefOfficer counts the words of "chief … officer" at j.
func chiefOfficer(t []token, j int) int {
	if t[j].low != "chief" {
		return 0
	}
	for k := j + 1; k < len(t) && k < j+7 && (!t[k].punct || t[k].low == "&"); k++ {
		if t[k].low == "officer" || t[k].low == "officers" {
			return k + 1 - j
		}
	}
	return 0
}

// roleTail takes in what the role is of as long as that is no name: "of global sales", "chargée du marketing".
func (d *document) roleTail(s *sentence, j int) int {
	p, t := d.p, s.toks
	for j < len(t) {
		k := j
		if n := p.tokensMatch("roleprep", t, k); n > 0 {
			k += n
		} else if t[k].low == "," && k+1 < len(t) && t[k+1].capital && p.is("domain", t[k+1].low) {
			k++
		} else {
			return j
		}
		for k < len(t) && p.is("det", t[k].low) {
			k++
		}
		start := k
		if p.compounds && k < len(t) && t[k].capital && !p.is("domain", t[k].low) && p.tokensMatch("place", t, k) == 0 {
			if n, _, _ := d.nameAt(s, k); n > 0 {
				return j
			}
		}
		if k < len(t) && d.institutionAt(s, k) > 0 {
			return j
		}
		if k < len(t) && p.is("orgnoun", t[k].low) && !p.is("domain", t[k].low) && !p.is("unitnoun", t[k].low) {
			return j
		}
		if k > 0 && k+1 < len(t) && p.is("det.def", t[k-1].low) && t[k].capital && t[k+1].capital && !p.compounds && !t[k+1].punct {
			return j // "head of the Federal Supply Service"
		}
		if k < len(t) && k > 0 && t[k].capital && p.is("option", "club-article") && p.is("det.def", t[k-1].low) && p.is("place", t[k].low) && !p.is("placearticle", t[k].low) && p.tokensMatch("place", t, k) == 1 {
			return j // "allenatore del Napoli"
		}
		if k < len(t) && t[k].capital && !t[j-1].capital && !p.compounds && !p.is("domain", t[k].low) && !p.placeAlone(t, k) && !p.is("rolemod", t[k].low) && !p.is("nationality", t[k].low) {
			return j // "chairman of Spirit"
		}
		if k+1 < len(t) && t[k].capital && t[k+1].capital && d.names.orgs[t[k].low+" "+t[k+1].low] {
			return j // "CEO de Mercado Libre"
		}
		for k < len(t) && k-start < 12 {
			w := t[k]
			if p.is("and", w.low) || w.low == "&" {
				if k > start && k+1 < len(t) && d.domainWord(t[k+1]) && !p.is("det", t[k+1].low) {
					k++
					continue
				}
				break
			}
			if w.low == "," && k > start && k+2 < len(t) && d.domainWord(t[k+1]) && !p.is("det", t[k+1].low) && !p.is("former", t[k+1].low) && d.listGoesOn(t, k+1) {
				k++
				continue
			}
			if w.punct || !d.domainWord(w) {
				break
			}
			k++
		}
		for k > start && (p.is("roleprep", t[k-1].low) || p.is("roleat", t[k-1].low)) {
			k--
		}
		for p.compounds && k > start && !t[k-1].capital {
			k--
		}
		if k == start {
			return j
		}
		if k < len(t) && t[k].capital && !t[k].punct && p.is("orgnoun", t[k-1].low) && !t[k-1].capital {
			return j
		}
		if last := t[k-1]; p.is("orgnoun", last.low) && !p.is("unitnoun", last.low) && !p.is("domain", last.low) && !last.capital {
			return j // "chief executive of the dental chain Bridgewater", "of a private company"
		}
		if !p.compounds && k < len(t) && t[k].capital && !t[k].punct && p.is("place", t[k-1].low) && d.names.orgAt(t, k-1) > 0 {
			return j // "of Toronto Star"
		}
		if !p.compounds && k < len(t) && t[k].capital && !t[k].punct && t[k-1].capital && d.flags(t[k].low)&isGiven == 0 && !titleCase(t) {
			return j // "of Financial Engines"
		}
		j = k
	}
	return j
}

// listGoesOn reports whether a comma list of domain words reaches an "and" soon.
func (d *document) listGoesOn(t []token, k int) bool {
	for n := 0; k < len(t) && n < 7; n++ {
		if d.p.is("and", t[k].low) {
			return k+1 < len(t) && d.domainWord(t[k+1])
		}
		if !d.domainWord(t[k]) && t[k].low != "," {
			return false
		}
		k++
	}
	return false
}

func (d *document) domainWord(w token) bool {
	p := d.p
	if w.punct || p.is("stop", w.low) || p.verb[w.low] || p.is("clitic", w.low) {
		return false
	}
	if w.capital {
		if p.is("place", w.low) || p.is("domain", w.low) || p.is("nationality", w.low) {
			return true
		}
		return (p.common[w.low] || p.compounds && p.is("nounend", w.low)) && !w.upper && d.flags(w.low)&isGiven == 0 && !p.is("orgword", w.low)
	}
	return !w.digit
}

// nameAt reads a run of name words at token i. It gives the number of tokens, whether a title stood before, and how many
// tokens that title takes.
func (d *document) nameAt(s *sentence, i int) (n int, titled bool, skip int) {
	p, t := d.p, s.toks
	j := i
	for j < len(t) && p.is("title", t[j].low) && (t[j].capital || p.is("titlelow", t[j].low)) && j-i < 3 {
		j++
	}
	skip = j - i
	titled = skip > 0
	if j >= len(t) {
		return 0, false, 0
	}
	start := j
	if titled { // "M. van der Vaeren"
		for j+1 < len(t) && j-start < 3 && !t[j].capital && p.is("particle", t[j].low) {
			j++
		}
	}
	known := 0
	if t[j].capital && (j > 0 || !p.is("func", t[j].low)) {
		known = d.names.orgAt(t, j)
		if p.compounds && known == 1 && d.plainAt(t, j) {
			known = 0
		}
	}
	if p.compounds && t[j].digit && j+1 < len(t) && len(t[j].text) <= 2 && p.is("club", t[j+1].low) { // "1. FC Köln"
		known = 2
	}
	if known == 0 && !d.nameWord(s, j, true) && !(p.compounds && titled && t[j].capital && !t[j].punct && !p.is("func", t[j].low)) {
		return 0, false, 0
	}
	given := d.givenName(t[j].low)
	head := p.is("orghead", t[j].low)
	j += max(1, known)
	for j < len(t) && j-start < 14 {
		w := t[j]
		switch {
		case d.personAhead(t, start, j):
			// "BP Chief Executive Bob Dudley", "Air Force Gen. John Kelly": a role or title opens a person's name
		case given && !head && j-start >= 2 && d.roleBehind(t, j):
			// "Benedetta Sanguineti Chief Financial Officer"
		case d.nameWord(s, j, false):
			if p.is("orghead", w.low) {
				head = true
			}
			if n := p.tokensMatch("place", t, j); n > 1 && t[j+n-1].capital && p.is("option", "adjective-behind") { // "Ecobank Côte d'Ivoire"
				j += n
				continue
			}
			j++
			continue
		case p.is("and", w.low) && j == start+1 && j+1 < len(t) && t[j+1].capital && d.names.orgs[t[start].low+" "+w.low+" "+t[j+1].low]:
			j += 2 // "Bimba y Lola"
			continue
		case w.low == "/" && w.glued && j+1 < len(t) && t[j+1].glued && t[j+1].capital && !t[j+1].punct:
			j += 2
			continue
		case w.low == "'s" && !s.titleCase && j+1 < len(t) && p.is("genitivename", t[j-1].low) && t[j+1].capital && d.nameWord(s, j+1, false):
			j += 2 // "Children's Hospital"
			continue
		case w.low == "," && j+1 < len(t) && p.is("orgsuffix", t[j+1].low) && t[j+1].capital:
			j += 2
			continue
		case p.compounds && w.low == "-" && w.glued && j+2 < len(t) && p.is("and", t[j+1].low) && t[j+2].capital && (head || p.inflects(t[start].low)):
			j += 3 // "Deutscher Sparkassen- und Giroverband"
			continue
		case w.low == "," && j == start+1 && !(j+1 < len(t) && p.is("namesuffix", t[j+1].low)):
			if n := d.partnership(s, j); n > 0 {
				j += n
				continue
			}
		case p.is("and", w.low) && j+1 < len(t) && t[j+1].capital && p.is("orgtail", t[j+1].low): // "Gualtieri e Associati"
			j += 2
			continue
		case w.digit && len(w.text) < 4 && !t[j-1].punct && j+1 < len(t) && t[j+1].capital && !t[j+1].punct && !t[j+1].digit && !t[j+1].upper && p.monthOf(t[j+1].low) == 0 && p.is("orghead", t[start].low): // "Sole 24 Ore"
			j += 2
			continue
		case w.low == "&" || w.low == "+":
			if given && j+2 < len(t) && j-start >= 2 && d.names.words[t[j+1].low]&isGiven != 0 && t[j+2].capital {
				break // "Ann Dubois & Joe O'Connor"
			}
			if j+1 < len(t) && d.nameWord(s, j+1, false) {
				j += 2
				continue
			}
		case w.low == "\"" && given && j+2 < len(t):
			// nickname: Christopher “CJ” Moore
			k := j + 1
			for k < len(t) && k < j+3 && t[k].capital {
				k++
			}
			if k > j+1 && k+1 < len(t) && t[k].low == "\"" && t[k+1].capital && d.nameWord(s, k+1, false) && j == start+1 {
				j = k + 2
				continue
			}
		case p.is("option", "particle-first") && j-start >= 2 && p.is("personof", w.low) && d.flags(t[start].low)&isGiven != 0 && !d.givenName(t[j-1].low) && !(j+1 < len(t) && d.flags(t[j+1].low)&isSurname != 0 && !d.names.orgs[t[j+1].low]):
			// "Karim Benali de Renault": no particle behind a surname
		case p.is("particle", w.low) && j+1 < len(t):
			k := j + 1
			for k < len(t) && k < j+3 && (p.is("particle", t[k].low)) {
				k++
			}
			if p.compounds && !head && p.is("det.def", w.low) && !p.is("fused", w.low) {
				break // "verlässt Boris Colins den Händler"
			}
			if p.compounds && (p.is("orgprep2", w.low) || p.is("cue.at", w.low)) && (j-start >= 2 || p.is("cue.go", w.low)) {
				break // "Urs Hirschi zu Julius Bär"
			}
			if p.compounds && given && j == start+1 && k < len(t) && t[k].capital && !t[k].punct && !p.is("func", t[k].low) && p.tokensMatch("place", t, k) == 0 { // "Karl vom Stein"
				j = k + 1
				continue
			}
			if k < len(t) && j-start >= 2 && p.is("option", "two-surnames") && p.is("personof", w.low) && d.flags(t[k].low)&isSurname == 0 && !head && (d.names.orgs[t[k].low] || j-start >= 3) {
				break // "Ana Ruiz de Cuatrecasas"
			}
			if k < len(t) && d.nameWord(s, k, false) && (given || titled || head && p.is("orgof", w.low) || j == start+1 && k == j+1 && p.is("option", "two-surnames") && d.flags(t[start].low)&isSurname != 0 && d.flags(t[k].low)&isSurname != 0) && !(given && !titled && p.is("orgof", w.low) && p.is("orghead", t[k].low)) {
				j = k + 1
				continue
			}
			if n := d.orgTail(s, j, head); n > 0 {
				j += n
				continue
			}
		case p.is("surnameand", w.low) && given && !head && j-start >= 2 && j-start <= 4 && j+1 < len(t) && d.surnameBehind(t, j+1):
			j += 2 // "Vale e Azevedo"
			continue
		case p.is("orgof", w.low) && head && !(p.is("and", w.low) && !d.wideName(t, start, j)) && !(p.is("orgfor", w.low) && !p.is("orgforhead", t[j-1].low)):
			if n := d.orgTail(s, j, head); n > 0 {
				j += n
				continue
			}
		case p.is("orgin", w.low) && head && d.wideName(t, start, j) && p.tokensMatch("place", t, j+1) == 0:
			j += 2
			continue
		case w.low == "," && j+1 < len(t) && p.is("namesuffix", t[j+1].low):
			j += 2
			continue
		}
		break
	}
	if titled && start == j {
		return 0, false, 0
	}
	return j - i, titled, skip
}

// personAhead reports whether inside a run of capitals that began at start, token j is a role or title with a person behind it.
func (d *document) personAhead(t []token, start, j int) bool {
	p := d.p
	if p.compounds {
		return false
	}
	k := j
	if d.names.orgs[strings.ToLower(joinTokens(t[start:j]))] && d.flags(t[start].low)&isGiven == 0 && t[j].capital && j+1 < len(t) && d.givenName(t[j].low) && t[j+1].capital && !t[j+1].punct && d.flags(t[j+1].low)&isSurname != 0 && !p.is("orgword", t[j+1].low) {
		return true // "de Nestlé Marie-Laure Fabre"
	}
	if p.is("title", t[j].low) && p.is("abbrev", t[j].low) {
		k++
	} else if n, _ := d.roleCore(t, j); n > 0 {
		k = n
	}
	return k > j && k < len(t) && t[k].capital && d.flags(t[k].low)&isGiven != 0 && k+1 < len(t) && t[k+1].capital && !t[k+1].punct
}

// roleBehind reports whether a capitalised role of two words or more begins at token j.
func (d *document) roleBehind(t []token, j int) bool {
	if d.p.compounds || !t[j].capital || t[j].punct {
		return false
	}
	n, _ := d.roleCore(t, j)
	return n > 1 || n == 1 && t[j].upper && len(t[j].text) == 3
}

// partnership reads the rest of "Sedgwick, Detert, Moran & Arnold" from the first comma on.
func (d *document) partnership(s *sentence, j int) int {
	t := s.toks
	if d.names.orgs[t[j-1].low] {
		return 0
	}
	k := j
	for k+1 < len(t) && k-j < 16 && t[k].low == "," && t[k+1].capital && !t[k+1].punct && d.nameWord(s, k+1, false) {
		k += 2
		if k < len(t) && t[k].low == "," && k+1 < len(t) && t[k+1].low == "&" {
			k++
		}
		if k+1 < len(t) && t[k].low == "&" && t[k+1].capital && d.nameWord(s, k+1, false) {
			return k + 2 - j
		}
	}
	return 0
}

// wideName reports whether "and" may go on with the name that runs from start to j: "Department of Health and Human Services".
func (d *document) wideName(t []token, start, j int) bool {
	if j+1 >= len(t) || !t[j+1].capital || t[j+1].punct || d.names.words[t[j+1].low]&isGiven != 0 && !d.p.common[t[j+1].low] {
		return false
	}
	for k := start; k < j; k++ {
		if !t[k].capital {
			return true
		}
	}
	return false
}

// orgTail reads "of the Arts", "de l'habitat de Côte d'Ivoire" behind the head of an organization's name.
func (d *document) orgTail(s *sentence, j int, head bool) int {
	p, t := d.p, s.toks
	if !head {
		return 0
	}
	if p.compounds {
		return d.compoundTail(t, j)
	}
	k := j + 1
	for k < len(t) && k < j+3 && (p.is("det", t[k].low) || p.is("orgof", t[k].low)) {
		k++
	}
	if k >= len(t) {
		return 0
	}
	if t[k].capital && !t[k].punct && !p.is("title", t[k].low) {
		return k + 1 - j
	}
	// a lower-case word between: "Banque de l'habitat de Côte"
	if k+2 < len(t) && !t[k].punct && p.common[t[k].low] && p.is("orgof", t[k+1].low) && !p.verb[t[k].low] {
		m := k + 2
		for m < len(t) && m < k+4 && p.is("det", t[m].low) {
			m++
		}
		if m < len(t) && t[m].capital && d.nameWord(s, m, false) && d.flags(t[m].low)&isGiven == 0 {
			return m + 1 - j
		}
	}
	return 0
}

// nameWord reports whether token i can be part of a name; first: as its first word.
func (d *document) nameWord(s *sentence, i int, first bool) bool {
	p, w := d.p, s.toks[i]
	if w.punct || !w.capital {
		if w.digit && !first && p.compounds && p.is("orgnumber", w.low) && s.toks[i-1].capital {
			return true // "Mainz 05"
		}
		if w.digit && !first && i > 0 && len(w.text) <= 3 && !s.toks[i-1].punct && s.toks[i-1].capital && !p.is("unit", nextLow(s.toks, i)) {
			return w.glued || len(w.text) == 1 && i+1 < len(s.toks) && (s.toks[i+1].punct || p.is("stop", s.toks[i+1].low))
		}
		return w.digit && strings.ContainsFunc(w.text, unicode.IsUpper) && len(w.text) <= 5
	}
	if !first && p.compounds && (p.is("weekday", w.low) || p.monthOf(w.low) > 0) && d.flags(s.toks[i-1].low)&isGiven != 0 && s.toks[i-1].capital {
		return true // "Stefan Freitag"
	}
	if !first && i > 0 && (p.is("weekday", w.low) || p.monthOf(w.low) > 0) && initials(s.toks[i-1].text) && s.toks[i-1].capital && !(i+1 < len(s.toks) && s.toks[i+1].digit) {
		return true // "Elbert W. Friday"
	}
	if p.is("notname", w.low) && !(!first && w.upper && p.is("nameupper", w.low) && s.toks[i-1].capital) || p.is("prefix", w.low) {
		return false
	}
	if p.compounds {
		return !p.is("clitic", w.low) && d.compoundNameWord(s, i, first)
	}
	if first && p.verb[w.low] && !w.upper && i > 0 && p.is("aux", s.toks[i-1].low) && !p.compounds {
		return false // "to Join O2"
	}
	if p.verb[w.low] && !w.upper && !p.compounds && i > 0 && s.toks[i-1].capital && i+1 < len(s.toks) && s.toks[i+1].capital && len(w.low) > 4 && (w.low[len(w.low)-1] == 's' || strings.HasSuffix(w.low, "ed")) {
		return false // "BBC Appoints Jennifer Nakamura"
	}
	if k := strings.LastIndexByte(w.low, '-'); k > 0 && k+1 < len(w.low) {
		tail := w.low[k+1:]
		if tail == "based" || p.is("adjsuffix", tail) { // "California-based"
			return false
		}
		if r, _ := utf8.DecodeRuneInString(w.text); unicode.IsLower(r) && p.is("nationality", tail) { // "pan-European"
			return false
		}
		if k <= 2 && tail[0] >= '0' && tail[0] <= '9' { // "F-35": a model, no organization
			return false
		}
	}
	if first && i > 0 && p.is("orgnoun", w.low) && !p.is("orghead", w.low) && p.is("det.def", s.toks[i-1].low) && !w.upper && !p.compounds && (i+1 >= len(s.toks) || !s.toks[i+1].capital || s.toks[i+1].punct) {
		return false // "the Company" of filings
	}
	if first && (i == 0 || s.toks[i-1].punct) && p.is("orgnoun", w.low) && !p.is("orghead", w.low) && !w.upper && i+1 < len(s.toks) && s.toks[i+1].capital && !s.toks[i+1].punct && !d.known2(s.toks, i) {
		return false // "Broadcaster Channel North"
	}
	if first && p.is("nationality", w.low) && !(i > 1 && s.toks[i-1].capital && p.is("det.def", s.toks[i-1].low) && !s.toks[i-2].punct) && !(p.is("orghead", w.low) && p.is("orgof", nextLow(s.toks, i))) && (i+1 >= len(s.toks) || !s.toks[i+1].capital || s.toks[i+1].punct) {
		return false
	}
	if first && p.is("nationality", w.low) && !(i > 1 && s.toks[i-1].capital && p.is("det.def", s.toks[i-1].low) && !s.toks[i-2].punct) && i+2 < len(s.toks) && d.flags(s.toks[i+1].low)&isGiven != 0 && s.toks[i+1].capital && s.toks[i+2].capital && !s.toks[i+2].punct {
		return false // "the Italian Carlo Rossi"
	}
	if first && p.tokensMatch("place", s.toks, i) > 1 {
		return true
	}
	if p.is("clitic", w.low) && first && i > 0 && !s.toks[i-1].punct && p.is("namefirst", w.low) { // "in L'Oréal"
		return i+1 < len(s.toks) && s.toks[i+1].capital && s.toks[i+1].glued
	}
	if p.is("clitic", w.low) { // "Campo Dall'Orto"
		return !first && p.is("namefunc", w.low) && i > 0 && s.toks[i-1].capital && !s.toks[i-1].punct && i+1 < len(s.toks) && s.toks[i+1].capital
	}
	initial := i == 0 || s.toks[i-1].punct && s.toks[i-1].low != "," && s.toks[i-1].low != "(" && s.toks[i-1].low != "-" && s.toks[i-1].low != "/"
	dictionary := p.common[w.low] || p.verb[w.low]
	if first && dictionary && !w.upper {
		next := ""
		nextCap := false
		if i+1 < len(s.toks) {
			next, nextCap = s.toks[i+1].low, s.toks[i+1].capital && !s.toks[i+1].punct
		}
		if p.is("func", w.low) {
			return !initial && !s.titleCase && !p.compounds && nextCap && p.is("namefirst", w.low)
		}
		if initial && d.names.orgs[w.low] && !nextCap && (p.is("aux", next) || p.verb[next] || next == "'s" || p.is("says", next)) {
			return true // "Google has"
		}
		if initial || s.titleCase || p.compounds {
			// "Mark Curtin", "Bank of Singapore", "General Electric"
			if d.flags(w.low)&isGiven != 0 && nextCap && (!p.common[next] || p.is("namefunc", next)) && !p.compounds {
				return true
			}
			if nextCap && d.flags(w.low)&isGiven != 0 && d.flags(next)&isSurname != 0 {
				return true
			}
			if p.is("orghead", w.low) || d.known2(s.toks, i) {
				return true
			}
			if p.compounds {
				return p.is("orgword", w.low) && nextCap
			}
			if initial && !s.titleCase && nextCap && !p.verb[w.low] {
				return true
			}
			return false
		}
		return true
	}
	if !first && dictionary && (s.titleCase || p.compounds) && !w.upper {
		if p.is("func", w.low) || p.verb[w.low] && !p.is("orgword", w.low) {
			return false
		}
		if p.is("orgword", w.low) {
			return true
		}
		return d.flags(w.low)&isSurname != 0 && d.flags(s.toks[i-1].low)&isGiven != 0 || d.known2(s.toks, i-1)
	}
	if p.is("func", w.low) && w.upper && capitals(s.toks) {
		return false // a headline in capitals
	}
	if p.is("func", w.low) && !w.upper {
		if !first && !s.titleCase && len(w.low) > 3 && d.names.words[w.low]&isSurname != 0 && d.names.words[s.toks[i-1].low]&isGiven != 0 && s.toks[i-1].capital {
			return true // "Ian Read"
		}
		// "Step Up To Serve"
		return !first && !s.titleCase && !p.compounds && p.is("namefunc", w.low) && i+1 < len(s.toks) && s.toks[i+1].capital && !s.toks[i+1].punct && s.toks[i-1].capital
	}
	if w.upper && len(w.text) > 5 && p.common[w.low] {
		return false
	}
	return true
}

// capitals reports whether most words of a sentence are in capitals throughout.
func capitals(t []token) bool {
	up, all := 0, 0
	for _, w := range t {
		if !w.punct && !w.digit {
			all++
			if w.upper {
				up++
			}
		}
	}
	return all > 4 && up*10 > all*6
}

// known2 reports whether the tokens i and i+1 begin a well-known organization.
func (d *document) known2(t []token, i int) bool {
	if i < 0 || i+1 >= len(t) {
		return i >= 0 && i < len(t) && d.names.orgs[t[i].low]
	}
	if t[i].capital && d.names.orgs[t[i].low+" "+t[i+1].low] {
		return true
	}
	return t[i].capital && len(t[i].low) > 3 && d.names.orgs[t[i].low] && !d.p.common[t[i].low]
}

func nextLow(t []token, i int) string {
	if i+1 < len(t) {
		return t[i+1].low
	}
	return ""
}

// placeName reports whether the whole run is a place.
func (p *pack) placeName(t []token) bool {
	if len(t) == 0 {
		return false
	}
	n := p.tokensMatch("place", t, 0)
	if n == len(t) {
		return true
	}
	if n > 0 && n < len(t) && t[n].low == "," { // "Boulder, Colo"
		return p.placeName(t[n+1:])
	}
	return false
}

func fold(s string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(s) {
		if isApostrophe(r) {
			r = '\''
		}
		if r < utf8.RuneSelf {
			b.WriteRune(r)
			continue
		}
		if f, ok := foldRunes[r]; ok {
			b.WriteString(f)
		} else if !unicode.Is(unicode.Mn, r) && !isInvisible(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

var foldRunes = func() map[rune]string {
	m := map[rune]string{'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d"}
	for base, list := range map[string]string{"a": "àáâãäåāăą", "c": "çćč", "d": "ď", "e": "èéêëēęě", "g": "ğģ", "i": "ìíîïīı", "l": "ľļ", "n": "ñńňņ", "o": "òóôõöōő", "r": "řŕ", "s": "śšşș", "t": "ťţț", "u": "ùúûüūůűų", "y": "ýÿ", "z": "źżž"} {
		for _, r := range list {
			m[r] = base
		}
	}
	return m
}()
