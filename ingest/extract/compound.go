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
	return i > 0 && t[i-1].capital && !t[i-1].punct && p.is("orgnoun", t[i-1].low) && (!p.is("orggeneric", t[i-1].low) || i > 1 && !p.nouns[w.low] && p.is("det", t[i-2].low) && (i+1 == len(t) || !t[i+1].capital) && p.singularCompound(w.low)) && !(i+1 < len(t) && t[i+1].capital && p.plainNounWord(t[i+1].low) && !(i+2 == len(t) || !t[i+2].capital))
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
