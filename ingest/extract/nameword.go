package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// nameWord reports whether token i can be part of a name; first: as its first word.
func (d *document) nameWord(s *sentence, i int, first bool) bool {
	p, w := d.p, s.toks[i]
	if w.punct || !w.capital {
		if first && !w.punct && siteName(w.low) {
			return true // "viene de eldiario.es"
		}
		if w.digit && !first && p.compounds && p.is("orgnumber", w.low) && s.toks[i-1].capital {
			return true // "Mainz 05"
		}
		if w.digit && !first && i > 0 && len(w.text) <= 3 && !s.toks[i-1].punct && s.toks[i-1].capital && !p.is("unit", nextLow(s.toks, i)) {
			if len(w.text) >= 2 && p.is("option", "home") && i+1 < len(s.toks) && p.monthOf(s.toks[i-1].low) == 0 && !s.toks[i-1].digit && (s.toks[i+1].punct || !s.toks[i+1].capital && !s.toks[i+1].digit) {
				return true // "Studio 24", "Havas 360"
			}
			return w.glued || p.is("orgnumbered", s.toks[i-1].low) || len(w.text) == 1 && i+1 < len(s.toks) && (s.toks[i+1].punct || p.is("stop", s.toks[i+1].low))
		}
		return w.digit && strings.ContainsFunc(w.text, unicode.IsUpper) && len(w.text) <= 5
	}
	if !first && p.compounds && (p.is("weekday", w.low) || p.monthOf(w.low) > 0) && d.flags(s.toks[i-1].low)&isGiven != 0 && s.toks[i-1].capital {
		return true // "Stefan Freitag"
	}
	if !first && i > 0 && (p.is("weekday", w.low) || p.monthOf(w.low) > 0) && initials(s.toks[i-1].text) && s.toks[i-1].capital && !(i+1 < len(s.toks) && s.toks[i+1].digit) {
		return true // "Elbert W. Friday"
	}
	if p.compounds && first && w.upper && p.is("notname", w.low) && i+1 < len(s.toks) && s.toks[i+1].capital && !s.toks[i+1].punct && (!d.plainAt(s.toks, i+1) || i > 0 && p.is("orgword", w.low) && p.is("orgnoun", s.toks[i-1].low)) && !p.compoundRole(s.toks[i+1].low) && i > 0 && (p.is("orgnoun", s.toks[i-1].low) || p.is("bareprep", s.toks[i-1].low)) && d.personRun(s.toks, i+1) == 0 {
		return true // "TV Bavaria"
	}
	if !first && d.surnameLike(s, i) {
		return true // "María Casado", "Marina Natale", "Pepe Domingo Castaño"
	}
	if p.is("notname", w.low) && !(first && p.is("option", "pro-drop") && i+2 < len(s.toks) && s.toks[i+1].low == "&" && s.toks[i+2].capital) && !(!first && p.is("option", "home") && p.is("place", w.low) && s.toks[i-1].capital && !s.toks[i-1].punct) && !(!first && !w.upper && len(w.low) <= 4 && p.is("option", "rubrics") && d.flags(s.toks[i-1].low)&isGiven != 0) && !(!first && w.upper && p.is("nameupper", w.low) && s.toks[i-1].capital) || p.is("prefix", w.low) {
		return false
	}
	if k := strings.IndexByte(w.low, '-'); first && k > 0 && p.is("cliticend", w.low[k+1:]) {
		return false // "Acompanham-no Raquel e Pedro"
	}
	if p.compounds {
		return !p.is("clitic", w.low) && d.compoundNameWord(s, i, first)
	}
	if first && p.verb[w.low] && !w.upper && i > 0 && p.is("aux", s.toks[i-1].low) {
		return false // "to Join O2"
	}
	if p.verb[w.low] && w.upper && !first && p.is("option", "org-before-role") && capitals(s.toks) && len(w.low) > 4 {
		return false // "JAMES VASQUEZ JUMPS TO"
	}
	if p.verb[w.low] && !w.upper && i > 0 && s.toks[i-1].capital && i+1 < len(s.toks) && s.toks[i+1].capital && len(w.low) > 4 && (w.low[len(w.low)-1] == 's' && !strings.HasSuffix(w.low, "ss") || strings.HasSuffix(w.low, "ed")) {
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
	if first && i > 0 && p.is("orgnoun", w.low) && !p.is("orghead", w.low) && (p.is("det.def", s.toks[i-1].low) || p.is("det.indef", s.toks[i-1].low) && p.is("option", "org-before-role")) && !w.upper && (i+1 >= len(s.toks) || !s.toks[i+1].capital || s.toks[i+1].punct) {
		return false // "the Company" of filings
	}
	if first && (i == 0 || s.toks[i-1].punct && !(s.toks[i-1].low == "," && p.is("option", "org-before-role"))) && p.is("orgnoun", w.low) && !p.is("orghead", w.low) && !w.upper && i+1 < len(s.toks) && s.toks[i+1].capital && !s.toks[i+1].punct && !d.known2(s.toks, i) {
		return false // "Broadcaster Channel North"
	}
	if first && p.is("nationality", w.low) && !(i > 1 && s.toks[i-1].capital && p.is("det.def", s.toks[i-1].low) && !s.toks[i-2].punct) && !(p.is("orghead", w.low) && p.is("orgof", nextLow(s.toks, i))) && (i+1 >= len(s.toks) || !s.toks[i+1].capital || s.toks[i+1].punct) {
		return false
	}
	if first && p.is("nationality", w.low) && !(i > 1 && s.toks[i-1].capital && p.is("det.def", s.toks[i-1].low) && !s.toks[i-2].punct) && i+2 < len(s.toks) && d.flags(s.toks[i+1].low)&isGiven != 0 && s.toks[i+1].capital && s.toks[i+2].capital && !s.toks[i+2].punct {
		return false // "the Italian Carlo Rossi"
	}
	if first && p.is("option", "org-before-role") && p.is("demonym", w.low) && !w.upper && d.personRest(s.toks, i) {
		return false // "Dane Subhash Holmgaard"
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
	if p.is("namenumber", w.low) && !w.upper && i > 0 && !s.toks[i-1].punct && i+1 < len(s.toks) && s.toks[i+1].capital && !s.toks[i+1].punct {
		return true // "le brasseur Deux Fourquets"
	}
	if w.upper && p.common[w.low] && !d.names.orgs[w.low] && d.flags(w.low)&isGiven == 0 && d.inCapitals(s) {
		return false // "THE STORY", "FIRST MOVE DAILY"
	}
	initial := i == 0 || s.toks[i-1].punct && s.toks[i-1].low != "," && s.toks[i-1].low != "(" && s.toks[i-1].low != "-" && s.toks[i-1].low != "/"
	dictionary := p.common[w.low] || p.verb[w.low]
	if first && dictionary && !w.upper && p.is("orgnumbered", w.low) && i+1 < len(s.toks) && s.toks[i+1].digit && len(s.toks[i+1].text) <= 3 && !p.is("unit", nextLow(s.toks, i+1)) {
		return true // "Channel 10"
	}
	if first && dictionary && !w.upper {
		next := ""
		nextCap := false
		if i+1 < len(s.toks) {
			next, nextCap = s.toks[i+1].low, s.toks[i+1].capital && !s.toks[i+1].punct
		}
		if initial && p.is("option", "pro-drop") && nextCap && d.suffixAhead(s.toks, i) {
			return true // "Prima Linea S.p.A. comunica"
		}
		if nextCap && s.titleCase && p.is("option", "org-before-role") && p.is("orgword", next) && !p.verb[w.low] && !p.is("func", w.low) {
			return true // "Kestrel Aviation" in a headline
		}
		if (initial || s.titleCase || p.is("option", "pro-drop")) && next == "&" && i+2 < len(s.toks) && s.toks[i+2].capital && !s.toks[i+2].punct && !p.is("func", w.low) {
			return true // "Finch & Co"
		}
		if p.is("func", w.low) {
			return !initial && !s.titleCase && nextCap && p.is("namefirst", w.low) && !(p.is("option", "pro-drop") && i > 0 && s.toks[i-1].punct)
		}
		if initial && d.inside[w.low] && !p.verb[w.low] {
			return true // a word, but the article has it as a name inside a sentence too
		}
		if initial && nextCap && (p.is("option", "adjective-behind") || p.is("option", "org-before-role")) && p.common[w.low] && d.flags(w.low)&isGiven == 0 && d.givenName(next) && i+2 < len(s.toks) && s.toks[i+2].capital && !p.is("orghead", w.low) && !d.plainRun(s.toks, i) {
			return false // "Fallece Juan Soler"
		}
		if initial && d.names.orgs[w.low] && !nextCap && (p.is("aux", next) || p.verb[next] || next == "'s" || p.is("says", next) || p.is("rolehead", next) || p.is("former", next) || next == "," || strings.HasSuffix(next, "ed") || strings.HasSuffix(next, "s") || p.is("pastirregular", next) || p.is("option", "org-before-role") && i+1 < len(s.toks) && s.toks[i+1].punct) {
			return true // "Google has", "Google executive"
		}
		if initial || s.titleCase {
			// "Mark Curtin", "Bank of Singapore", "General Electric"
			if d.flags(w.low)&isGiven != 0 && nextCap && (!p.common[next] || p.is("namefunc", next)) {
				return true
			}
			if nextCap && d.flags(w.low)&isGiven != 0 && d.flags(next)&isSurname != 0 {
				return true
			}
			if p.is("orghead", w.low) || d.known2(s.toks, i) {
				return true
			}
			if initial && !s.titleCase && nextCap && !p.verb[w.low] {
				return true
			}
			return false
		}
		return true
	}
	if !first && dictionary && s.titleCase && !w.upper {
		if p.is("func", w.low) || p.verb[w.low] && !p.is("orgword", w.low) {
			return false
		}
		if p.is("orgword", w.low) {
			return true
		}
		return d.flags(w.low)&isSurname != 0 && d.flags(s.toks[i-1].low)&isGiven != 0 || d.known2(s.toks, i-1)
	}
	if !first && !w.upper && !s.titleCase && p.is("option", "pro-drop") && p.is("new", w.low) && s.toks[i-1].capital && !s.toks[i-1].punct && d.flags(s.toks[i-1].low)&isGiven == 0 {
		return true // "Conservatorio Venezze Nuovo"
	}
	if !first && !w.upper && !s.titleCase && len(w.low) > 1 && p.is("option", "pro-drop") && (p.is("func", w.low) || p.is("skip", w.low)) && !p.is("det", w.low) && s.toks[i-1].capital && !s.toks[i-1].punct && d.flags(s.toks[i-1].low)&isGiven == 0 && (i > 1 || !p.common[s.toks[i-1].low]) && d.endsName(s.toks, i+1) {
		return true // "a rede Diagnose Mais", "a Motoboy Já"
	}
	if p.is("func", w.low) && w.upper && (capitals(s.toks) || d.inCapitals(s) || len(s.toks) <= 2 && s.block.kind == heading && p.is("option", "org-before-role")) {
		return false // a headline in capitals
	}
	if p.is("func", w.low) && !w.upper {
		if !first && !s.titleCase && len(w.low) > 3 && d.names.words[w.low]&isSurname != 0 && d.names.words[s.toks[i-1].low]&isGiven != 0 && s.toks[i-1].capital {
			return true // "Ian Read"
		}
		// "Step Up To Serve"
		return !first && !s.titleCase && p.is("namefunc", w.low) && i+1 < len(s.toks) && s.toks[i+1].capital && !s.toks[i+1].punct && s.toks[i-1].capital
	}
	if w.upper && p.common[w.low] && (len(w.text) > 5 || len(w.text) > 3 && p.is("option", "pro-drop") && capitals(s.toks)) {
		return false
	}
	if w.upper && len(w.text) > 3 && p.common[w.low] && p.is("option", "pro-drop") && len(s.toks) <= 3 {
		return false // "FATO RELEVANTE"
	}
	return true
}

// surnameLike reports whether token i, a word of the language with a capital right behind a given name, is a surname.
func (d *document) surnameLike(s *sentence, i int) bool {
	w, given := s.toks[i], s.toks[i-1]
	if !d.p.is("option", "pro-drop") || s.titleCase || w.upper || len(w.low) < 4 || d.p.is("det", w.low) || d.p.is("rolehead", w.low) {
		return false
	}
	if d.p.is("weekday", w.low) || d.p.monthOf(w.low) > 0 {
		return given.capital && d.flags(given.low)&isGiven != 0 // neither has a capital inside a sentence
	}
	return given.capital && !given.upper && !d.p.common[given.low] && d.flags(given.low)&isGiven != 0 && (i < 2 || !s.toks[i-2].capital || s.toks[i-2].punct || i == 2 && d.p.common[s.toks[0].low])
}

// findInside notes the words that the article writes with a capital inside a sentence, so that they are names at its start too.
func (d *document) findInside() {
	d.inside = map[string]bool{}
	for _, s := range d.sents {
		if s.titleCase || s.block.kind != paragraph {
			continue
		}
		for i := 1; i < len(s.toks); i++ {
			if w := s.toks[i]; w.capital && !w.upper && !w.punct && !s.toks[i-1].punct && !s.toks[i-1].capital && d.p.common[w.low] && !d.p.is("func", w.low) && !d.p.is("notname", w.low) && !d.p.is("rolehead", w.low) && !d.p.is("orgnoun", w.low) && !d.p.is("domain", w.low) {
				d.inside[w.low] = true
			}
		}
	}
}

// siteName reports whether a word is the name of a site: "eldiario.es".
func siteName(w string) bool {
	k := strings.LastIndexByte(w, '.')
	if k < 4 || strings.ContainsAny(w, "@/") {
		return false
	}
	switch w[k:] {
	case ".com", ".es", ".it", ".pt", ".br", ".fr", ".de", ".net", ".org", ".info":
		return true
	}
	return false
}

// inCapitals reports whether a heading is in capitals throughout.
func (d *document) inCapitals(s *sentence) bool {
	if s.block.kind != heading || !d.p.is("option", "org-before-role") {
		return false
	}
	for _, t := range s.toks {
		if !t.punct && !t.digit && !t.upper {
			return false
		}
	}
	return len(s.toks) > 1
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

// endsName reports whether at token k, behind a word with a capital, no name goes on: a mark, or a word with no capital.
func (d *document) endsName(t []token, k int) bool {
	return k >= len(t) || t[k].punct || !t[k].capital && !t[k].digit
}

// findFamilies notes the family names of the article as they stand behind given names: "Tommaso Rinaldi Dossi" has "rinaldi dossi"
// and "dossi".
func (d *document) findFamilies() {
	d.families = map[string]bool{}
	for _, s := range d.sents {
		for i := 0; i+1 < len(s.toks); i++ {
			if w := s.toks[i]; !w.capital || w.upper || d.flags(w.low)&isGiven == 0 || i > 0 && s.toks[i-1].capital && !s.toks[i-1].punct {
				continue
			}
			j := i + 1
			for j < len(s.toks) && j < i+4 && s.toks[j].capital && !s.toks[j].punct {
				j++
			}
			for k := i + 1; k < j; k++ {
				if d.flags(s.toks[k].low)&isGiven == 0 {
					d.families[strings.ToLower(joinTokens(s.toks[k:j]))] = true
				}
			}
		}
	}
}

// familyBehind reports whether behind the known organization of the tokens from start to j the family name of a person of the
// article follows: "Al Cern Rinaldi Dossi coordinava …".
func (d *document) familyBehind(t []token, start, j int) bool {
	if d.families == nil || !t[j].capital || d.flags(t[start].low)&isGiven != 0 || !d.names.orgs[strings.ToLower(joinTokens(t[start:j]))] && !d.behindPlaceWord(t, start, j) {
		return false
	}
	k := j
	for k < len(t) && k < j+3 && t[k].capital && !t[k].punct {
		k++
	}
	return k > j && d.families[strings.ToLower(joinTokens(t[j:k]))]
}

// behindPlaceWord reports whether the words from start to j stand behind a preposition of place and are no beginning of an organization
// that may be called after a family: "Nella Carel Rinaldi aveva guidato …", but not "allo Studio Rinaldi".
func (d *document) behindPlaceWord(t []token, start, j int) bool {
	p := d.p
	if !p.is("option", "pro-drop") || start == 0 || t[start-1].capital && start > 1 || !p.is("cue.at", t[start-1].low) {
		return false
	}
	for _, w := range t[start:j] {
		if p.is("orghead", w.low) || p.is("orgword", w.low) || p.common[w.low] || d.flags(w.low)&isSurname != 0 {
			return false
		}
	}
	return true
}

// plainRun reports whether a run of capitals at token i is made of words of the language up to its end, which is that of an organization:
// "Big Sky Health Network".
func (d *document) plainRun(t []token, i int) bool {
	if !d.p.is("option", "org-before-role") || !d.p.common[t[i+1].low] {
		return false
	}
	k := i + 1
	for k+1 < len(t) && t[k+1].capital && !t[k+1].punct {
		k++
	}
	return k > i+1 && d.p.is("orgword", t[k].low)
}

// personRest reports whether behind token i two or three capitalised words follow that look like a person's name.
func (d *document) personRest(t []token, i int) bool {
	if i+2 >= len(t) || !t[i+1].capital || !t[i+2].capital || t[i+1].punct || t[i+2].punct || t[i+1].upper {
		return false
	}
	for _, w := range t[i+1 : i+3] {
		if d.p.is("orgword", w.low) || d.p.is("orghead", w.low) || d.p.is("orgsuffix", w.low) || d.p.common[w.low] && d.flags(w.low) == 0 {
			return false
		}
	}
	return true
}
