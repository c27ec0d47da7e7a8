package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// chunk turns the tokens of a sentence into nodes: dates, roles, names, and words for the rest.
func (d *document) chunk(s *sentence) {
	p, t := d.p, s.toks
	s.nodes = slices.Grow(s.nodes[:0], len(t))
	for i := 0; i < len(t); {
		if k := len(s.nodes) - 1; k >= 0 && s.nodes[k].kind == kindRole && i+2 < len(t) && t[i+1].digit && p.is("instof", t[i].low) && p.is("agetail", t[i+2].low) { // "le Français de 44 ans"
			s.nodes[k].b = i + 3
			i += 3
			continue
		}
		if n := d.placeRubric(s, i); n > 0 {
			s.nodes = append(s.nodes, node{kind: kindPlace, a: i, b: i + n, low: t[i].low})
			i += n
			continue
		}
		if articles, n := d.quotedTitle(s, i); n > 0 {
			for range articles {
				s.nodes = append(s.nodes, node{kind: kindWord, a: i, b: i + 1, low: t[i].low})
				i++
			}
			i = s.addName(i, n)
			continue
		}
		if n := d.repeatedAt(s, i); n > 0 {
			i = s.addName(i, n)
			continue
		}
		if w, n := p.dateAt(t, i); n > 0 && !(p.compounds && i > 0 && t[i-1].low == "," && p.is("rel.det", t[i].low)) && !(p.compounds && n == 1 && t[i].low == "august" && i+1 < len(t) && t[i+1].capital && d.flags(t[i+1].low)&isSurname != 0) && !(n == 1 && d.monthGiven(t, i)) {
			s.nodes = append(s.nodes, node{kind: kindDate, a: i, b: i + n, low: t[i].low, date: w})
			i += n
			continue
		}
		if n, head := d.roleAt(s, i); n > 0 && !(p.compounds && t[i].capital && d.behindMaker(t, i)) && !(n == 1 && t[i].capital && i > 1 && t[i-1].low == "&" && p.is("orgtail", t[i].low)) && !(t[i].capital && d.names.orgAt(t, i) > 1) && !(n == 1 && d.craftName(s, i)) && !(n == 1 && i > 0 && p.is("participlerole", t[i].low) && p.is("auxhave", t[i-1].low)) {
			s.nodes = append(s.nodes, node{kind: kindRole, a: i, b: i + n, low: t[i].low, role: spanText(s.src, t[i:i+n]), head: head})
			i += n
			continue
		}
		if n := p.tokensMatch("place", t, i); n == 1 && i > 0 && t[i].capital && p.is("option", "adjective-behind") && p.is("placedorg", t[i-1].low) && !(i+1 < len(t) && t[i+1].capital) { // "la maison Valence"
			s.nodes = append(s.nodes, node{kind: kindName, a: i, b: i + 1, low: t[i].low, name: t[i].text})
			i++
			continue
		}
		if n := p.tokensMatch("place", t, i); n > 1 && t[i].capital && !(i+n < len(t) && t[i+n].capital && !t[i+n].punct) && !t[i+n-1].punct && !(p.is("orghead", t[i+n-1].low) && i+n+1 < len(t) && p.is("orgof", t[i+n].low) && t[i+n+1].capital) {
			s.nodes = append(s.nodes, node{kind: kindPlace, a: i, b: i + n, low: t[i].low})
			i += n
			continue
		}
		if (i == 1 || i > 1 && t[i-2].low == ",") && t[i].capital && !t[i].upper && i+1 < len(t) && !t[i+1].capital && p.is("det.def", t[i-1].low) && p.endsIn("gentile", t[i].low) && (p.is("predicate", t[i+1].low) || i+2 < len(t) && p.is("instof", t[i+1].low) && t[i+2].digit || p.is("aux", t[i+1].low) || p.is("says", t[i+1].low) || p.endsIn("imperfect", t[i+1].low)) && !d.names.orgs[t[i].low] { // "La Singinoise dirige"
			s.nodes = append(s.nodes, node{kind: kindRole, a: i, b: i + 1, low: t[i].low, role: "", head: t[i].low})
			i++
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
		if p.compounds && i > 1 && t[i].capital && (t[i-1].digit && !t[i-1].capital && strings.Contains(t[i-1].low, "-jährig") && p.is("det.def", t[i-2].low) || i > 3 && strings.HasPrefix(t[i-1].low, "alte") && t[i-2].low == "jahre" && t[i-3].digit && p.is("det.def", t[i-4].low)) && !(i+1 < len(t) && t[i+1].capital && !t[i+1].punct) { // "Der 53-jährige Zürcher"
			n, head := d.roleAt(s, i)
			if n == 0 {
				n, head = 1, t[i].low
			}
			s.nodes = append(s.nodes, node{kind: kindRole, a: i, b: i + n, low: t[i].low, head: head})
			i += n
			continue
		}
		if p.compounds && i == 1 && t[i].capital && p.is("det.def", t[0].low) && !p.is("fused", t[0].low) && i+1 < len(t) && !t[i+1].capital && p.personNoun(t[i].low) && !p.compoundRole(t[i].low) && !p.is("orgsure", t[i].low) && (p.verb[t[i+1].low] || p.is("aux", t[i+1].low) || p.is("finite", t[i+1].low) || p.is("war", t[i+1].low) || p.is("ist", t[i+1].low) || !t[i+1].punct && !p.is("func", t[i+1].low) && (strings.HasSuffix(t[i+1].low, "t") || strings.HasSuffix(t[i+1].low, "te"))) { // "Der Slowene schließt sich …"
			s.nodes = append(s.nodes, node{kind: kindRole, a: i, b: i + 1, low: t[i].low, head: t[i].low})
			i++
			continue
		}
		if p.compounds && t[i].digit && t[i].capital && strings.Contains(t[i].low, "-jährig") { // "der 48-Jährige"
			s.nodes = append(s.nodes, node{kind: kindRole, a: i, b: i + 1, low: t[i].low, head: t[i].low})
			i++
			continue
		}
		if n := d.agedAlone(t, i); n > 0 || d.demonymAlone(t, i) {
			n = max(n, 1)
			s.nodes = append(s.nodes, node{kind: kindRole, a: i, b: i + n, low: t[i].low, head: t[i].low})
			i += n
			continue
		}
		if n := p.tokensMatch("noname", t, i); n > 0 && t[i].capital && !(n == 1 && d.flags(t[i].low)&isGiven != 0 && i+1 < len(t) && t[i+1].capital && !t[i+1].punct) { // "Journal officiel", "Noël"
			s.nodes = append(s.nodes, node{kind: kindWord, a: i, b: i + n, low: t[i].low})
			i += n
			continue
		}
		if n := p.tokensMatch("bodyhead", t, i); n > 1 && i+n < len(t) && p.is("instof", t[i+n].low) { // "le Conseil de surveillance du Crédit Ardennais": whose, the name behind says
			for k := range n {
				s.nodes = append(s.nodes, node{kind: kindWord, a: i + k, b: i + k + 1, low: t[i+k].low})
			}
			i += n
			continue
		}
		if n := p.tokensMatch("orgname", t, i); n > 1 && t[i].capital { // "Cassa depositi e prestiti"
			i = s.addName(i, n)
			continue
		}
		if n := d.institutionAt(s, i); n > 0 {
			i = s.addName(i, n)
			continue
		}
		if n := d.areaName(t, i); n > 0 {
			s.nodes = append(s.nodes, node{kind: kindWord, a: i, b: i + n, low: t[i].low})
			i += n
			continue
		}
		if n := d.lowBodyAt(s, i); n > 0 {
			i = s.addName(i, n)
			continue
		}
		if n, titled, skip := d.nameAt(s, i); n > 0 && !(n == 1 && d.department(s, i)) {
			if i > 1 && p.is("areaword", t[i-2].low) && (d.field(t, i) >= n || d.areaField(t, i, i+n)) { // "el área de Desarrollo Internacional"
				n = max(n, d.field(t, i))
				s.nodes = append(s.nodes, node{kind: kindWord, a: i, b: i + n, low: t[i].low})
				i += n
				continue
			}
			if n > 1 && p.is("eventhead", t[i].low) { // "il Premio Donna e Impresa": no employer
				s.nodes = append(s.nodes, node{kind: kindWord, a: i, b: i + n, low: t[i].low})
				i += n
				continue
			}
			if n > 1 && n < 6 && !titled && p.is("rolelast", t[i+n-1].low) && p.is("option", "pro-drop") && d.names.orgAt(t, i) == 0 && d.flags(t[i].low)&isGiven == 0 { // "Market Access Head"
				s.nodes = append(s.nodes, node{kind: kindRole, a: i, b: i + n, low: t[i].low, role: spanText(s.src, t[i:i+n]), head: t[i+n-1].low})
				i += n
				continue
			}
			if n == 1 && p.is("body", t[i].low) || n >= 3 && p.is("body", t[i].low) && p.is("bodykind", t[i+n-1].low) { // "the Board of Directors": whose, the context says
				s.nodes = append(s.nodes, node{kind: kindWord, a: i, b: i + n, low: t[i].low})
				i += n
				continue
			}
			nd := node{kind: kindName, a: i, b: i + n, low: t[i].low, titled: titled, name: p.withoutDegree(s.src, t[i+skip+p.bodyOf(t[i+skip:i+n]):i+n])}
			if p.compounds && i+n < len(t) && t[i+n].low == "-" && t[i+n].glued {
				nd.name = d.unhyphened(nd.name)
			}
			if !titled && p.placeName(t[i+skip:i+n]) && !(p.compounds && i > 0 && t[i-1].capital && p.is("makernoun", t[i-1].low)) && !(p.is("option", "club-article") && i > 0 && p.is("det.def", t[i-1].low) && !p.is("det.f", t[i-1].low) && !p.is("placearticle", strings.ToLower(nd.name))) { // "la Roma", "del Napoli" are clubs
				nd.kind = kindPlace
			} else if !titled && n > 1 && p.is("roadword", t[i+n-1].low) && d.names.orgAt(t, i) == 0 && !p.is("orglike", strings.ToLower(nd.name)) { // "Kingly Street"
				nd.kind = kindPlace
			} else if i > 0 && p.is("street", t[i-1].low) { // "via Solferino"
				nd.kind = kindPlace
			} else if n <= 2 && i+n+1 < len(t) && t[i+n].low == "," && t[i+n+1].capital && p.is("region", t[i+n+1].low) && !(n > 1 && (p.is("orgword", t[i+n-1].low) || p.is("orghead", t[i+n-1].low))) { // "Boulder, Colo."
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
	d.seats(s)
	d.spellings(s)
	d.nicknames(s)
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
	if i > 2 && d.p.is("option", "rubrics") && !t.upper && d.p.is("ministry", t.low) && d.p.is("fused", s.toks[i-1].low) && (d.p.is("minister", s.toks[i-2].low) || d.p.is("minister", s.toks[i-3].low)) && i+1 < len(s.toks) && d.flags(s.toks[i+1].low)&isGiven != 0 {
		return true // "l'ex-ministre fédéral du Budget Koen De Backere"
	}
	if i > 1 && d.p.is("option", "rubrics") && !t.upper && d.p.is("ministry", t.low) && (d.p.is("fused", s.toks[i-1].low) && d.p.is("minister", s.toks[i-2].low) || d.p.is("det", s.toks[i-1].low) && d.p.is("instof", s.toks[i-2].low)) && !(i+1 < len(s.toks) && s.toks[i+1].capital) {
		return true // "les ministères des Finances et de l'Industrie"
	}
	return i > 0 && !t.upper && d.p.is("option", "adjective-behind") && d.p.is("domain", t.low) && !d.names.orgs[t.low] &&
		(d.p.is("instof", s.toks[i-1].low) && (!d.p.is("fused", s.toks[i-1].low) || d.p.is("option", "rubrics") && i+1 < len(s.toks) && !s.toks[i+1].capital) || d.p.is("and", s.toks[i-1].low))
}

// areaName is how many tokens at i name an area of an organization, right behind the noun for it: "la divisione Clienti", "l'area Smart
// Mobility di O".
func (d *document) areaName(t []token, i int) int {
	p := d.p
	if p.named("areabare") == nil || i < 2 || t[i-1].capital || !p.is("areabare", t[i-1].low) || t[i-2].punct {
		return 0
	}
	k := i
	for k < len(t) && k < i+3 && t[k].capital && !t[k].punct && !t[k].upper && d.flags(t[k].low)&isGiven == 0 && d.names.orgAt(t, k) == 0 && p.tokensMatch("place", t, k) == 0 {
		k++
	}
	if k < len(t) && t[k].capital && !t[k].punct {
		return 0
	}
	return k - i
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
	for n > 1 && p.is("degree", t[n-1].low) && (t[n-1].upper || len(t[n-1].text) > 2) {
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

// personBehind reports whether behind a name that is no word of the language a person's name begins at token j.
func (d *document) personBehind(t []token, j int) bool {
	k := j + 1
	for k < len(t) && k < j+3 && d.p.is("particle", t[k].low) && !t[k].capital { // "El portero de Solarpack Luis de la Torre"
		k++
	}
	if d.p.common[t[j-1].low] && !d.p.is("option", "org-before-role") && !d.p.is("option", "home") || k >= len(t) || t[k].punct || !t[j].capital || !t[k].capital {
		return false
	}
	if d.p.is("option", "pro-drop") && k == j+1 && d.givenName(t[k].low) && k+1 < len(t) && t[k+1].capital && d.flags(t[k+1].low)&isSurname != 0 && d.flags(t[j].low)&isGiven != 0 {
		return true // "sostituirà in Zentiva Pier Luigi Gatti"
	}
	if w := t[k].low; d.p.is("option", "home") && d.givenName(t[j].low) && !d.p.common[w] && !d.p.is("orgword", w) && !d.p.is("orgsuffix", w) && !d.p.is("place", w) &&
		(d.names.orgs[t[j-1].low] || j > 1 && d.p.is("orgonly", t[j-2].low)) { // "a recruté chez Dargaud Nick Ragonnet"
		return true
	}
	return d.flags(t[j].low)&isGiven != 0 && d.flags(t[k].low)&isSurname != 0 && !d.p.is("orgword", t[k].low) && !d.p.is("orgsuffix", t[k].low)
}

// roleBehind reports whether a capitalised role of two words or more begins at token j.
func (d *document) roleBehind(t []token, j int) bool {
	if d.p.compounds || !t[j].capital || t[j].punct {
		return false
	}
	n, _ := d.roleCore(t, j)
	return n > 1 || n == 1 && t[j].upper && len(t[j].text) == 3
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
	s = strings.ToLower(s)
	if !strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf || r == '`' }) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 2)
	for _, r := range s {
		if r < utf8.RuneSelf && r != '`' {
			b.WriteByte(byte(r))
		} else if f, ok := foldRunes[r]; ok {
			b.WriteString(f)
		} else if !unicode.Is(unicode.Mn, r) && !isInvisible(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

var foldRunes = func() map[rune]string {
	m := map[rune]string{'’': "'", 'ʼ': "'", '`': "'", 'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d"}
	for base, list := range map[string]string{"a": "àáâãäåāăą", "c": "çćč", "d": "ď", "e": "èéêëēęě", "g": "ğģ", "i": "ìíîïīı", "l": "ľļ", "n": "ñńňņ", "o": "òóôõöōő", "r": "řŕ", "s": "śšşș", "t": "ťţț", "u": "ùúûüūůűų", "y": "ýÿ", "z": "źżž"} {
		for _, r := range list {
			m[r] = base
		}
	}
	return m
}()
