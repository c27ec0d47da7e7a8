package extract

import (
	"strings"
)

// What German asks for beyond the tables: every noun is capitalised, so that a name needs evidence; adjectives in names
// inflect; genitives end in -s; a relative clause begins with a word that is also the article.

// plainNounWord reports whether a capitalised word is one of the language rather than a name.
func (p *pack) plainNounWord(low string) bool {
	if p.nouns[low] || p.common[low] || p.verb[low] || p.is("func", low) || p.is("orgnoun", low) || p.is("nounend", low) || p.compoundRole(low) || p.is("skip", low) {
		return true
	}
	return false
}

// plainAt reports whether the capitalised token i is a noun of the language, cases and plurals included, rather than a name.
func (d *document) plainAt(t []token, i int) bool {
	p, low := d.p, t[i].low
	if p.common[low] || p.verb[low] || p.is("func", low) || p.is("skip", low) {
		return true
	}
	if f := d.flags(low); f&(isSurname|isGiven) != 0 && !strings.Contains(low, "-") {
		o := p.classes["orgnoun"]
		r := p.classes["rolehead"]
		return o != nil && o.single[low] || r != nil && r.single[low] || p.nouns[low] && !d.names.orgs[low]
	}
	if stem, ok := strings.CutSuffix(strings.TrimSuffix(low, "in"), "er"); ok && len(stem) > 3 && !t[i].upper && (p.common[stem+"en"] || p.nouns[stem+"en"]) {
		return true // "Sanierer"
	}
	if p.plainNounWord(low) || p.compoundNoun(low) && !d.names.orgs[low] {
		return true
	}
	for _, e := range []string{"es", "en", "s", "n"} {
		if stem, ok := strings.CutSuffix(low, e); ok && len(stem) > 4 && (p.common[stem] || p.is("nounend", stem)) {
			if e == "s" || e == "es" { // the genitive has a word before it that says so
				return i > 0 && (p.is("det.gen", t[i-1].low) || p.is("det.poss", t[i-1].low) || adjectival(t[i-1].low))
			}
			return true
		}
	}
	return false
}

// inflects reports whether a word is an adjective that has its capital only in names: "Deutschen", "Rheinische".
func (p *pack) inflects(low string) bool {
	c := p.classes["orgfirst"]
	if c == nil {
		return false
	}
	for _, x := range c.prefixes {
		if strings.HasPrefix(low, x) && len(low) <= len(x)+2 {
			return true
		}
	}
	return false
}

// orgHead reports whether a word heads names of organizations, in the genitive too: "des Museums Ludwig".
func (p *pack) orgHead(low string) bool {
	if p.is("orghead", low) {
		return true
	}
	stem, ok := strings.CutSuffix(low, "s")
	return ok && p.is("orghead", stem)
}

// exactly reports whether a class holds the word itself, not only its end.
func (p *pack) exactly(class, low string) bool {
	c := p.classes[class]
	return c != nil && c.single[low]
}

// orgTailed reports whether a word, or its part behind the last hyphen, tells of an organization: "Stadt-Anzeiger".
func (p *pack) orgTailed(low string) bool {
	return p.is("orgword", low) || p.is("orgword", low[strings.LastIndexByte(low, '-')+1:])
}

// nameBeside reports whether what stands beside a capitalised word of the language makes it a name all the same: "Inter
// Versicherungsgruppe", "den Gasekonzern Linde", "Linde-Sprecher".
func (d *document) nameBeside(t []token, i int) bool {
	p := d.p
	w := t[i]
	if p.is("func", w.low) || p.exactly("orgnoun", w.low) || p.is("orgnoun", w.low) && p.noun(w.low) || p.compoundRole(w.low) || p.is("orgadj", w.low) || p.is("rolemod", w.low) && !p.is("place", w.low) || p.is("domain", w.low) && !p.is("place", w.low) {
		return false
	}
	if i+1 < len(t) && t[i+1].capital && !t[i+1].punct && (p.is("orgword", t[i+1].low) || p.is("orgsuffix", t[i+1].low)) {
		return true
	}
	if i+2 < len(t) && t[i+1].low == "-" && t[i+1].glued && t[i+2].glued && d.names.orgs[w.low] {
		return true
	}
	return i > 0 && t[i-1].capital && !t[i-1].punct && p.is("orgnoun", t[i-1].low) && !p.is("orggeneric", t[i-1].low) && !(i+1 < len(t) && t[i+1].capital && p.plainNounWord(t[i+1].low) && !(i+2 == len(t) || !t[i+2].capital))
}

// compoundNameWord is nameWord for a language that capitalises its nouns; the token is a capitalised word.
func (d *document) compoundNameWord(s *sentence, i int, first bool) bool {
	p, t := d.p, s.toks
	w := t[i]
	next, nextCap := "", false
	if i+1 < len(t) {
		next, nextCap = t[i+1].low, t[i+1].capital && !t[i+1].punct
	}
	flags := d.flags(w.low)
	plain := d.plainAt(t, i)
	if !first && (t[i-1].low == "&" || t[i-1].low == "+") {
		return !p.is("func", w.low)
	}
	if first && nextCap && strings.HasSuffix(w.low, "er") && p.is("gremium", next) || !first && p.is("gremium", w.low) && !w.upper {
		return false // "Der Hofer Kulturausschuss"
	}
	if !first {
		prevGiven := t[i-1].capital && d.flags(t[i-1].low)&isGiven != 0
		switch {
		case w.upper && !p.is("func", w.low) || p.tokensMatch("place", t, i) > 1:
			return true
		case p.inflects(t[i-1].low) && !p.is("func", w.low) && !p.verb[w.low]:
			return true // "Verband Deutscher Werkzeugbauer"
		case p.is("orghead", t[i-1].low) && !p.is("func", w.low) && !p.verb[w.low] && !p.compoundRole(w.low) && !p.noun(w.low) && !p.common[w.low]:
			return true // "Klinikum Elbmark"
		case p.is("orgheadwide", t[i-1].low) && !p.is("func", w.low) && !p.verb[w.low] && !p.compoundRole(w.low):
			return true // "Handelsverband Textil"
		case prevGiven && !p.common[t[i-1].low] && !p.is("func", w.low) && !p.verb[w.low] && !p.exactly("rolehead", w.low) && !p.is("orgnoun", w.low) && (i < 2 || d.flags(t[i-2].low)&isGiven == 0 || !t[i-2].capital):
			return true // "Tobias Reiche"
		case p.is("func", w.low) || p.verb[w.low] || p.is("skip", w.low):
			return false
		case p.is("place", w.low) && (!p.is("orgnoun", t[i-1].low) || p.orgHead(t[i-1].low) || i > 1 && p.inflects(t[i-2].low)):
			return true // "Deutsche Bank Schweiz"
		case p.is("orgword", w.low) || p.is("orgsuffix", w.low) || p.is("orghead", w.low):
			return true
		case plain:
			if (prevGiven || initials(t[i-1].text)) && !p.common[w.low] && !p.is("rolehead", w.low) && !p.is("nationality", w.low) {
				return true // only the end of the word looks like a noun: "Leung", "Rotthaus"
			}
			if !p.common[w.low] && !p.compoundRole(w.low) && !p.is("orgnoun", w.low) && !p.classes["nounend"].single[w.low] && i == 1+d.runStart(t, i) && !d.plainAt(t, i-1) && !p.orgHead(t[i-1].low) {
				return true // "Yorcka Polländer"
			}
			return prevGiven && (flags&isSurname != 0 || p.common[w.low] && !p.is("orgnoun", w.low) && !p.compoundRole(w.low) && flags != 0) || d.known2(t, i-1) || d.suffixAhead(t, i)
		case strings.Contains(w.low, "-"):
			tail := w.low[strings.LastIndexByte(w.low, '-')+1:]
			return !p.plainNounWord(tail) || p.is("orgword", tail) || p.is("orghead", tail) || d.suffixAhead(t, i)
		}
		return true
	}
	if i > 0 && i+1 < len(t) && t[i-1].low == "\"" && t[i+1].low == "\"" && !p.is("func", w.low) && !p.verb[w.low] {
		return true // „Bild“
	}
	if i+2 < len(t) && t[i+1].low == "-" && t[i+1].glued && t[i+2].glued && strings.Contains(w.low, "-") { // "Aldi-Nord-Manager"
		head := w.low[:strings.IndexByte(w.low, '-')]
		return !p.is("rolemod", head) && !p.is("func", head) && (!p.common[head] || d.names.orgs[strings.ReplaceAll(w.low, "-", " ")])
	}
	if nextCap && i+2 < len(t) && t[i+2].capital && !t[i+2].punct && flags&isGiven == 0 && d.givenName(next) && !p.common[next] && !p.is("orgword", next) && !p.orgHead(w.low) && !w.upper && !p.compoundRole(t[i+2].low) && (d.flags(t[i+2].low)&isSurname != 0 || !d.plainAt(t, i+2)) && !d.known2(t, i) {
		return false // "die Russin Nadja Petrowa"
	}
	if nextCap && i > 0 && len(w.low) >= 10 && (p.is("det", t[i-1].low) || p.is("fused", t[i-1].low) || p.is("orgadj", t[i-1].low)) && flags == 0 && !d.names.orgs[w.low] && !strings.Contains(w.low, "-") && !camel(w.text) && !p.orgHead(w.low) && !p.is("orgword", w.low) && !p.is("orgfirst", w.low) && !p.is("orgsure", w.low) && !p.is("orgword", next) && !p.is("orgsuffix", next) && !d.plainAt(t, i+1) && p.tokensMatch("place", t, i+1) == 0 && !d.known2(t, i) {
		return false // "beim Risikokapitalgeber Acton Capital": what the name behind it is
	}
	if k := strings.LastIndexByte(w.text, '-'); k > 1 && strings.ToUpper(w.text[:k]) == w.text[:k] && p.is("orgword", w.low[k+1:]) && !p.is("rolemod", w.low[:k]) && !p.is("notname", w.low[:k]) {
		return true // "DAK-Gesundheit"
	}
	if k := strings.LastIndexByte(w.low, '-'); k > 0 && p.is("selfname", w.low[k+1:]) && !p.plainHere(w.low[:k]) && !p.is("nationality", w.low[:k]) && !p.is("notname", w.low[:k]) && !p.is("rolemod", w.low[:k]) && !p.is("orgadj", w.low[:k]) {
		return true // "Otto-Konzern"
	}
	if p.is("orgplain", w.low) && i > 0 && (p.is("bareprep", t[i-1].low) || p.is("fused", t[i-1].low) || p.is("orgprep", t[i-1].low)) || p.is("orgplain", w.low) && i > 1 && (p.is("bareprep", t[i-2].low) || p.compoundRole(t[i-2].low) || t[i-2].low == "für") && p.is("det.def", t[i-1].low) || p.is("orgplain", w.low) && i == 0 && p.is("orgverb", next) || p.is("orgplain", w.low) && i > 0 && t[i-1].low == "des" && strings.HasSuffix(w.low, "s") {
		return true // "beim Spiegel", "Chefin der Zeit"
	}
	if i+2 < len(t) && t[i+1].low == "-" && t[i+1].glued && t[i+2].glued && !p.nouns[w.low] && !p.common[w.low] && !p.is("rolemod", w.low) && !p.is("compoundhead", w.low) && !p.is("nationality", w.low) && !p.is("func", w.low) && !p.is("notname", w.low) && !p.is("orgnoun", w.low) && !p.is("unitnoun", w.low) && !strings.HasSuffix(w.low, "s") {
		return true // "Mainova-Finanzchefin"
	}
	if nextCap && p.is("place", w.low) && p.tokensMatch("place", t, i) == 1 && i > 0 && (p.is("det", t[i-1].low) || p.is("fused", t[i-1].low) || p.is("bareprep", t[i-1].low) || p.is("orgnoun", t[i-1].low)) && !p.is("func", next) && !p.verb[next] && !p.compoundRole(next) && d.personRun(t, i+1) == 0 && (!p.is("place", next) || p.nouns[next] || p.is("orgnoun", t[i-1].low)) && p.monthOf(next) == 0 && !p.is("weekday", next) {
		return true // "der Zillertal Arena", "Zweitligist Preußen Münster"
	}
	if i > 0 && p.brandCompound(w.low) && (p.is("fused", t[i-1].low) || p.is("det", t[i-1].low) || p.is("bareprep", t[i-1].low)) {
		return true // "zur Rheinenergie"
	}
	if i+2 < len(t) && t[i+1].low == "&" && t[i+2].capital && !p.is("func", w.low) && !p.verb[w.low] && d.personRun(t, i+2) == 0 {
		return true // "Pfeil & Kollegen"
	}
	switch {
	case p.is("orgsure", w.low) && !(nextCap && p.compoundRole(next)):
		return true
	case p.is("func", w.low) && !w.upper:
		return nextCap && p.is("namefirst", w.low) && d.known2(t, i)
	case d.known2(t, i) && !p.is("orgnoun", w.low) || nextCap && d.names.orgs[p.uninflected(w.low)+" "+next]:
		return true
	case p.inflects(w.low) && i > 0 && nextCap && !t[i-1].punct && !p.is("func", next) && !p.verb[next]:
		return true // an adjective with a capital inside a sentence: "der Rheinischen NetzGesellschaft"
	case p.is("nationality", w.low):
		if !nextCap || p.is("orgnoun", next) && i+2 < len(t) && t[i+2].capital && !t[i+2].punct && !d.plainAt(t, i+2) {
			return false
		}
		return p.is("orgword", next) || p.orgTailed(next) && !p.is("orghead", next) || p.is("orghead", next) && (!p.is("orgnoun", next) || p.is("orgfirst", w.low)) || p.is("orgfirst", w.low) && d.suffixAhead(t, i)
	case p.is("orgfirst", w.low):
		return nextCap && (p.is("orgword", next) || p.is("orghead", next) || p.is("orgfirst", next) && d.compoundNameWord(s, i+1, true) || d.suffixAhead(t, i))
	case p.orgHead(w.low):
		if k := strings.LastIndexByte(w.low, '-'); w.upper || k > 0 && !p.common[w.low[:k]] && !p.is("rolemod", w.low[:k]) && !p.is("orgadj", w.low[:k]) {
			return true
		}
		if !nextCap && p.is("orgof", next) && i+2 < len(t) {
			return t[i+2].capital && !t[i+2].punct || i+3 < len(t) && t[i+3].capital && (p.is("det", t[i+2].low) || adjectival(t[i+2].low))
		}
		return nextCap && (p.is("orgheadwide", w.low) && !p.compoundRole(next) && !p.is("func", next) || !p.noun(next) && !p.common[next] && !p.compoundRole(next) && !p.is("func", next) && !p.verb[next] || !d.plainAt(t, i+1) || p.is("place", next) || d.flags(next)&isSurname != 0 && !p.is("orgnoun", next) || d.suffixAhead(t, i))
	case flags&isGiven != 0 && nextCap && !p.common[w.low] && !p.is("func", next) && !p.verb[next] && !p.compoundRole(next) && !p.is("orgnoun", next) && !p.is("orgword", next):
		return true
	case flags&isGiven != 0 && nextCap && d.names.flags(next)&isSurname != 0 && !p.is("orgnoun", next) && !p.is("orgword", next) && !p.compoundRole(next) && !p.is("nounend", next):
		return true // "Ernst Rauch"
	case flags&isGiven != 0 && nextCap && (!p.common[w.low] || d.flags(next)&isSurname != 0 && !p.common[next]) && (!d.plainAt(t, i+1) || !p.common[next] && !p.is("rolehead", next) || d.flags(next)&isSurname != 0):
		return true
	case w.upper && len(w.text) <= 5:
		return true
	case plain:
		return p.is("orgword", w.low) && nextCap && !d.plainAt(t, i+1) && !p.is("orgnoun", w.low) || d.suffixAhead(t, i) || d.nameBeside(t, i) || d.bareSlot(t, i) || d.nounOfPlace(t, i)
	}
	if k := strings.LastIndexByte(w.low, '-'); k > 0 {
		head, tail := w.low[:k], w.low[k+1:]
		if p.is("selfname", tail) && !p.plainHere(head) && !p.is("nationality", head) && !p.is("notname", head) && !p.is("rolemod", head) {
			return true // "Otto-Konzern"
		}
		if p.plainNounWord(tail) || p.noun(tail) {
			return (p.is("orgword", tail) || p.is("orghead", tail)) && !p.is("rolemod", head) && !p.common[head]
		}
		if p.is("orgnoun", head) || p.common[head] && !p.is("orgword", tail) { // "Start-up-Inkubator"
			return false
		}
		if p.is("rolemod", head) && p.is("adjsuffix", tail) {
			return false
		}
	}
	return true
}

// suffixAhead reports whether the run of capitals that goes on behind token i soon ends in a legal suffix: "Sülzle
// Werkzeugmaschinen AG".
func (d *document) suffixAhead(t []token, i int) bool {
	p := d.p
	for k := i + 1; k < len(t) && k < i+5; k++ {
		if t[k].punct && t[k].low != "&" || !t[k].capital && t[k].low != "&" && !p.is("and", t[k].low) {
			return false
		}
		if p.is("orgsuffix", t[k].low) {
			return true
		}
		if p.is("func", t[k].low) || p.verb[t[k].low] {
			return false
		}
	}
	return false
}

// uninflected is an adjective in its plain form: "deutschen" → "deutsche".
func (p *pack) uninflected(w string) string {
	for _, e := range []string{"en", "er", "es", "em"} {
		if strings.HasSuffix(w, e) && len(w) > 5 {
			return w[:len(w)-1]
		}
	}
	return w
}

// compoundTail reads "für Digitale Medientechnologie", "der Universität Ulm" behind the head of an organization's name.
func (d *document) compoundTail(t []token, j int) int {
	p := d.p
	k := j + 1
	for k < len(t) && k < j+3 && p.is("det", t[k].low) {
		k++
	}
	for k+1 < len(t) && !t[k].capital && !t[k].punct && adjectival(t[k].low) && t[k+1].capital && !p.is("stop", t[k].low) {
		k++
	}
	if k >= len(t) || !t[k].capital || t[k].punct || p.is("func", t[k].low) {
		return 0
	}
	for k < len(t) && t[k].capital && !t[k].punct && !p.is("func", t[k].low) && !p.verb[t[k].low] && !(k+1 < len(t) && d.flags(t[k].low)&isGiven != 0 && !p.common[t[k].low] && (t[k+1].capital || p.is("particle", t[k+1].low))) {
		k++
		for k+2 < len(t) && t[k].low == "-" && t[k].glued && (t[k+1].low == "," || p.is("and", t[k+1].low)) && t[k+2].capital { // "Allgemein-, Viszeral- und Gefäßchirurgie"
			k += 3
		}
		if k+1 < len(t) && (p.is("and", t[k].low) || t[k].low == "&") && t[k+1].capital && !t[k+1].punct && p.plainNounWord(t[k+1].low) && !p.is("func", t[k+1].low) {
			k++
		}
	}
	return k - j
}

func adjectival(w string) bool {
	for _, e := range []string{"e", "en", "er", "es", "em"} {
		if strings.HasSuffix(w, e) && len(w) > 4 {
			return true
		}
	}
	return false
}

// runStart is the first token of the run of capitals that token i is in.
func (d *document) runStart(t []token, i int) int {
	for i > 0 && t[i-1].capital && !t[i-1].punct && !d.p.is("title", t[i-1].low) {
		i--
	}
	return i
}
