package extract

import "strings"

// Whether a single capitalised word can be part of a name, in a language that capitalises its nouns too: by what the word is and
// by what stands beside it.

// compoundNameWord is nameWord for such a language; first: as the first word of a name.
func (d *document) compoundNameWord(s *sentence, i int, first bool) bool {
	p, t := d.p, s.toks
	if !first {
		return d.namesOn(t, i)
	}
	w := t[i]
	next := capitalAt(t, i+1)
	if next != "" && strings.HasSuffix(t[i].low, "er") && p.is("gremium", next) {
		return false // "Der Hofer Kulturausschuss"
	}
	if i+3 < len(t) && t[i+1].low == "-" && t[i+1].glued && p.is("and", t[i+2].low) && t[i+3].capital && p.is("orgnoun", t[i+3].low) && !p.orgHead(t[i+3].low) && !p.is("orgword", t[i+3].low) || i > 2 && next != "" && p.is("and", t[i-1].low) && t[i-2].low == "-" && p.is("orgnoun", w.low) && !p.orgHead(w.low) {
		return false // "Prüfungs- und Beratungsgesellschaft Ebner Stolz"
	}
	if i > 0 && t[i-1].low == "\"" && nextLow(t, i) == "\"" && !p.is("func", t[i].low) && !p.verb[t[i].low] {
		return true // „Bild“
	}
	if hyphenated(t, i) && strings.Contains(t[i].low, "-") { // "Aldi-Nord-Manager"
		head := t[i].low[:strings.IndexByte(t[i].low, '-')]
		return !p.is("rolemod", head) && !p.is("func", head) && (!p.common[head] || d.names.orgs[strings.ReplaceAll(t[i].low, "-", " ")])
	}
	if k := strings.LastIndexByte(w.low, '-'); k > 0 && next != "" && p.is("makernoun", w.low[k+1:]) { // "Kaufland-Rivale Globus"
		return false
	}
	if i > 1 && next == "" && t[i-2].low == "im" && !t[i-1].capital && p.is("nationality", t[i-1].low) && !d.names.orgs[w.low] {
		return false // "im schweizerischen Boudry"
	}
	if p.is("unit", w.low) {
		return false // "neun Jahre Stadtwerke"
	}
	if w.low == "st" && next != "" && i > 0 && !d.plainAt(t, i+1) {
		return true // "St. Jacobi"
	}
	if d.bareSubject(t, i) {
		return true
	}
	if next != "" && d.describesNext(t, i, next) || d.fragmentWord(t, i) || d.placeOwns(t, i, next) {
		return false
	}
	if d.properAdjective(t, i, next) {
		return true
	}
	if d.demonym(t, i, next) || i > 1 && next == "" && !w.upper && !camel(w.text) && !d.names.orgs[w.low] && !p.is("orgsure", w.low) && d.demonym(t, i-1, w.low) && strings.HasSuffix(w.low, "er") {
		return false // "den Esslinger Automatisierer"
	}
	if next != "" && i > 0 && p.is("in", t[i-1].low) && p.is("place", t[i].low) && d.personRun(t, i+1) > 0 { // "in Leoben Peter Moser"
		return false
	}
	if d.namedByPlace(t, i, next) || d.namedBySlot(t, i, next) || d.namedByPart(t, i) {
		return true
	}
	return d.namesAlone(s, i, next)
}

// capitalAt is the lower-case text of token i where it is a capitalised word, else empty.
func capitalAt(t []token, i int) string {
	if i < len(t) && t[i].capital && !t[i].punct {
		return t[i].low
	}
	return ""
}

// hyphenated reports whether a hyphen that the tokenizer cut off ties token i to a role: "Siemens-Chef".
func hyphenated(t []token, i int) bool {
	return i+2 < len(t) && t[i+1].low == "-" && t[i+1].glued && t[i+2].glued
}

// namesOn reports whether the capitalised word i goes on with a name that ends before it.
func (d *document) namesOn(t []token, i int) bool {
	p, w := d.p, t[i]
	prev := t[i-1]
	if prev.low == "&" || prev.low == "+" {
		return !p.is("func", w.low)
	}
	if p.is("gremium", w.low) && !w.upper {
		return false
	}
	small := p.is("func", w.low) || p.verb[w.low]
	prevGiven := prev.capital && d.flags(prev.low)&isGiven != 0
	switch {
	case w.upper && !p.is("func", w.low) || p.tokensMatch("place", t, i) > 1:
		return true
	case i > 1 && d.properAdjective(t, i-1, w.low) && !small:
		return true
	case p.inflects(prev.low) && !small:
		return true // "Verband Deutscher Werkzeugbauer"
	case p.is("club", prev.low) && !small && !p.compoundRole(w.low), p.is("townpart", prev.low) && i > 1 && p.orgHead(t[i-2].low) && !small:
		return true // "SV Wehen Wiesbaden", "Stadtwerke Bad Vilbel"
	case p.is("townpart", w.low) && p.orgHead(prev.low) && capitalAt(t, i+1) != "":
		return true
	case d.firmEnds(t, i):
		return true // "bei Wüest Partner"
	case p.is("townfirm", w.low) && (p.is("nationality", prev.low) || p.townAdjective(prev.low)):
		return true // "Hamburger Hochbahn"
	case prev.upper && i > 1 && p.is("orgword", prev.low) && p.is("notname", prev.low) && p.is("orgnoun", t[i-2].low) && !small:
		return true // "beim Sender TV Bavaria"
	case prev.upper && len(prev.text) <= 5 && !p.is("notname", prev.low) && d.flags(w.low)&isSurname != 0 && !p.plainHere(w.low) && !small:
		return true // "SSI Schäfer"
	case p.is("orghead", prev.low) && !small && !p.compoundRole(w.low) && (!p.nouns[w.low] && !p.common[w.low] || d.flags(w.low)&isSurname != 0 && !p.is("orgnoun", w.low)):
		return true // "Klinikum Elbmark", "Bäckerei Huber"
	case p.is("orgheadwide", prev.low) && !small && !p.compoundRole(w.low):
		return true // "Handelsverband Textil"
	case prevGiven && !p.common[prev.low] && !small && !p.exactly("rolehead", w.low) && !p.is("orgnoun", w.low) && (i < 2 || d.flags(t[i-2].low)&isGiven == 0 || !t[i-2].capital):
		return true // "Tobias Reiche"
	case small || p.is("skip", w.low):
		return false
	case p.is("place", w.low) && (!p.is("orgnoun", prev.low) || p.orgHead(prev.low) || p.is("orgword", prev.low) || i > 1 && p.inflects(t[i-2].low)):
		return true // "Deutsche Bank Schweiz"
	case p.is("orgword", w.low) || p.is("orgsuffix", w.low) || p.is("orghead", w.low):
		return true
	case d.plainAt(t, i):
		return d.nounOn(t, i, prevGiven)
	case strings.Contains(w.low, "-"):
		tail := w.low[strings.LastIndexByte(w.low, '-')+1:]
		return !p.plainNounWord(tail) || p.is("orgword", tail) || p.is("orghead", tail) || d.suffixAhead(t, i)
	}
	return true
}

// nounOn reports whether the noun at i goes on with a name: a surname behind a given name, a part of a well-known name.
func (d *document) nounOn(t []token, i int, prevGiven bool) bool {
	p, w := d.p, t[i]
	if k := d.runStart(t, i); k > 0 && !prevGiven && p.is("bareprep", t[k-1].low) && p.compoundNoun(w.low) && !p.is("orgword", w.low) && !d.known2(t, i-1) {
		return false // "räumt bei Breuninger Regale ein"
	}
	if (prevGiven || initials(t[i-1].text)) && !p.common[w.low] && !p.is("rolehead", w.low) && !p.is("nationality", w.low) {
		return true // only the end of the word looks like a noun: "Leung", "Rotthaus"
	}
	if !p.common[w.low] && !p.compoundRole(w.low) && !p.is("orgnoun", w.low) && !p.exactly("nounend", w.low) && i == 1+d.runStart(t, i) && !d.plainAt(t, i-1) && !p.orgHead(t[i-1].low) {
		return true // "Yorcka Polländer"
	}
	f := d.flags(w.low)
	return prevGiven && (f&isSurname != 0 || p.common[w.low] && !p.is("orgnoun", w.low) && !p.compoundRole(w.low) && f != 0) || d.known2(t, i-1) || d.suffixAhead(t, i)
}

// describesNext reports whether word i only says what the name behind it is: "die Russin Nadja Petrowa", "beim
// Risikokapitalgeber Acton Capital".
func (d *document) describesNext(t []token, i int, next string) bool {
	p, w, f := d.p, t[i], d.flags(t[i].low)
	if d.known2(t, i) || p.orgHead(w.low) {
		return false
	}
	if after := capitalAt(t, i+2); after != "" && f&isGiven == 0 && d.givenName(next) && !p.common[next] && !p.is("orgword", next) && !w.upper && !p.compoundRole(after) && (d.flags(after)&isSurname != 0 || !d.plainAt(t, i+2)) {
		return true
	}
	return i > 0 && len(w.low) >= 10 && (p.is("det", t[i-1].low) || p.is("fused", t[i-1].low) || p.is("orgadj", t[i-1].low)) && f == 0 && !d.names.orgs[w.low] && !strings.Contains(w.low, "-") && !camel(w.text) &&
		!p.is("orgword", w.low) && !p.is("orgfirst", w.low) && !p.is("orgsure", w.low) && !p.is("orgword", next) && !p.is("orgsuffix", next) && !d.plainAt(t, i+1) && p.tokensMatch("place", t, i+1) == 0
}

// namedByPlace reports whether a place opens a name at i: "der Zillertal Arena", "Zweitligist Preußen Münster".
func (d *document) namedByPlace(t []token, i int, next string) bool {
	p := d.p
	if next == "" || i == 0 || !p.is("place", t[i].low) || p.tokensMatch("place", t, i) != 1 {
		return false
	}
	prev := t[i-1].low
	if !p.is("det", prev) && !p.is("fused", prev) && !p.is("bareprep", prev) && !p.is("orgnoun", prev) {
		return false
	}
	return !p.is("func", next) && !p.verb[next] && !p.compoundRole(next) && d.personRun(t, i+1) == 0 && (!p.is("place", next) || p.nouns[next] || p.is("orgnoun", prev)) && p.monthOf(next) == 0 && !p.is("weekday", next)
}

// namedBySlot reports whether a word that is also a noun is a name by the words around it: "beim Spiegel", "Chefin der Zeit", "zur
// Rheinenergie".
func (d *document) namedBySlot(t []token, i int, next string) bool {
	p, w := d.p, t[i]
	if i == 0 {
		return p.is("orgplain", w.low) && p.is("orgverb", next)
	}
	prev := t[i-1].low
	if p.is("orgplain", w.low) {
		if p.is("bareprep", prev) || p.is("fused", prev) || p.is("orgprep", prev) || prev == "des" { // "des Falters", "des Falter"
			return true
		}
		if i > 1 && p.is("det.def", prev) && (p.is("bareprep", t[i-2].low) || p.compoundRole(t[i-2].low) || t[i-2].low == "für") {
			return true
		}
	}
	return (p.is("fused", prev) || p.is("det", prev) || p.is("bareprep", prev)) && p.brandCompound(w.low)
}

// namedByPart reports whether the make of a word, or what is tied to it, shows that it opens a name: "DAK-Gesundheit",
// "Otto-Konzern", "Mainova-Finanzchefin", "Pfeil & Kollegen".
func (d *document) namedByPart(t []token, i int) bool {
	p, w := d.p, t[i]
	if k := strings.LastIndexByte(w.text, '-'); k > 1 && strings.ToUpper(w.text[:k]) == w.text[:k] && p.is("orgword", w.low[k+1:]) && !p.is("rolemod", w.low[:k]) && !p.is("notname", w.low[:k]) {
		return true
	}
	if k := strings.LastIndexByte(w.low, '-'); k > 0 && p.is("selfname", w.low[k+1:]) && d.brandly(w.low[:k]) && !p.is("orgadj", w.low[:k]) {
		return true
	}
	if k := strings.LastIndexByte(w.low, '-'); k > 2 && p.is("papertail", w.low[k+1:]) && !p.is("rolemod", w.low[:k]) && !p.is("orgadj", w.low[:k]) && !p.is("notname", w.low[:k]) {
		return true // "Alster-Zeitung"
	}
	if hyphenated(t, i) && !p.nouns[w.low] && d.brandly(w.low) && !p.is("compoundhead", w.low) && !p.is("func", w.low) && !p.is("unitnoun", w.low) && !strings.HasSuffix(w.low, "s") {
		return true
	}
	if i+2 < len(t) && t[i+1].low == "/" && t[i+1].glued && t[i+2].glued && t[i+2].upper && !t[i+2].digit && !p.is("func", w.low) && !p.compoundRole(w.low) { // "Nord/LB"
		return true
	}
	if d.behindMaker(t, i) {
		return true
	}
	if i == 0 && i+2 < len(t) && (i+3 == len(t) || t[i+3].punct) && p.plainHere(w.low) && p.plainHere(t[i+2].low) { // "Namen & Fakten"
		return false
	}
	return i+2 < len(t) && t[i+1].low == "&" && t[i+2].capital && !p.is("func", w.low) && !p.verb[w.low] && d.personRun(t, i+2) == 0
}

// behindMaker reports whether the word at i stands right behind what an organization makes or does and the table of nouns does not
// hold it: "Kranhersteller Hubmeister".
func (d *document) behindMaker(t []token, i int) bool {
	p, low := d.p, t[i].low
	return i > 0 && t[i-1].capital && !t[i-1].punct && p.is("makernoun", t[i-1].low) && !p.nouns[low] && !p.common[low] && !p.exactly("rolehead", low) && !p.is("func", low) && !p.verb[low] && capitalAt(t, i+1) == "" && !strings.Contains(low, "-")
}

// brandly reports whether a word may be a name before a hyphen: no word of the language, no field, no nationality.
func (d *document) brandly(low string) bool {
	p := d.p
	return !p.plainHere(low) && !p.is("nationality", low) && !p.is("notname", low) && !p.is("rolemod", low)
}

// namesAlone decides by the word itself and the one behind it.
func (d *document) namesAlone(s *sentence, i int, next string) bool {
	p, t := d.p, s.toks
	w, f := t[i], d.flags(t[i].low)
	known := next != "" && !p.is("func", next) && !p.verb[next]
	switch {
	case p.is("orgsure", w.low) && (next == "" || !p.compoundRole(next)):
		return true
	case p.is("func", w.low) && !w.upper:
		return next != "" && p.is("namefirst", w.low) && d.known2(t, i)
	case d.known2(t, i) && !p.is("orgnoun", w.low) || next != "" && d.names.orgs[p.uninflected(w.low)+" "+next]:
		return true
	case p.inflects(w.low) && i > 0 && known && !t[i-1].punct:
		return true // an adjective with a capital inside a sentence: "der Rheinischen NetzGesellschaft"
	case p.is("nationality", w.low):
		return next != "" && d.placeNames(t, i, next)
	case next != "" && p.townAdjective(w.low) && (p.is("orgword", next) || p.is("townfirm", next)) && !d.townPlain(t, i, next):
		return true // "Kasseler Verkehrsgesellschaft"
	case p.is("orgfirst", w.low):
		return next != "" && (p.is("orgword", next) || p.is("orghead", next) || p.is("orgfirst", next) && d.compoundNameWord(s, i+1, true) || d.suffixAhead(t, i))
	case p.orgHead(w.low):
		return d.headNames(t, i, next)
	case f&isGiven != 0 && known && d.givenOpens(t, i, next):
		return true
	case w.upper && len(w.text) <= 5:
		return true
	case d.plainAt(t, i):
		return p.is("orgword", w.low) && next != "" && !d.plainAt(t, i+1) && !p.is("orgnoun", w.low) || d.suffixAhead(t, i) || d.nameBeside(t, i) || d.bareSlot(t, i) || d.nounOfPlace(t, i)
	}
	k := strings.LastIndexByte(w.low, '-')
	if k <= 0 {
		return true
	}
	head, tail := w.low[:k], w.low[k+1:]
	if p.plainNounWord(tail) || p.noun(tail) {
		return (p.is("orgword", tail) || p.is("orghead", tail)) && !p.is("rolemod", head) && !p.common[head] || len(head) < 3 && d.suffixAhead(t, i) // "V-Zug AG"
	}
	if p.is("orgnoun", head) || p.common[head] && !p.is("orgword", tail) { // "Start-up-Inkubator"
		return false
	}
	return !(p.is("rolemod", head) && p.is("adjsuffix", tail))
}

// placeNames reports whether an adjective of a place opens a name: "Zürcher Kantonalbank".
func (d *document) placeNames(t []token, i int, next string) bool {
	p, low := d.p, t[i].low
	if p.is("orgnoun", next) && capitalAt(t, i+2) != "" && (!d.plainAt(t, i+2) || i > 0 && p.is("det", t[i-1].low) && capitalAt(t, i+3) == "" && !p.compoundRole(t[i+2].low)) {
		return false // "bei der Berliner Agentur Heimat"
	}
	if d.townPlain(t, i, next) {
		return false // "das Wiesbadener Institut"
	}
	return p.is("orgword", next) || p.is("townfirm", next) && capitalAt(t, i+2) == "" || p.orgTailed(next) && !p.is("orghead", next) || p.is("orghead", next) && (!p.is("orgnoun", next) || p.is("orgfirst", low)) || p.is("orgfirst", low) && d.suffixAhead(t, i)
}

// headNames reports whether the head of names at i has its name behind it: "Klinikum Fulda", "Institut für Optik".
func (d *document) headNames(t []token, i int, next string) bool {
	p, w := d.p, t[i]
	if k := strings.LastIndexByte(w.low, '-'); w.upper || k > 0 && !p.common[w.low[:k]] && !p.is("rolemod", w.low[:k]) && !p.is("orgadj", w.low[:k]) {
		return true
	}
	if next == "" {
		if p.is("orgam", nextLow(t, i)) && p.is("orghead", w.low) && i+2 < len(t) && d.siteNames(t, i+2) { // "die Klinik am Habichtswald"
			return true
		}
		if !p.is("orgof", nextLow(t, i)) || i+2 >= len(t) {
			return false
		}
		return t[i+2].capital && !t[i+2].punct || i+3 < len(t) && t[i+3].capital && (p.is("det", t[i+2].low) || adjectival(t[i+2].low))
	}
	if p.is("townpart", next) && capitalAt(t, i+2) != "" {
		return true // "Landkreis Bad Tölz"
	}
	small := p.compoundRole(next) || p.is("func", next)
	return p.is("orgheadwide", w.low) && !small || !p.nouns[next] && !p.common[next] && !small && !p.verb[next] || !d.plainAt(t, i+1) || p.is("place", next) || d.flags(next)&isSurname != 0 && !p.is("orgnoun", next) || d.suffixAhead(t, i)
}

// placeOwns reports whether the word at i is a place in the genitive before what belongs to it: "Wiens Anwälte", "Österreichs Medien".
func (d *document) placeOwns(t []token, i int, next string) bool {
	stem, ok := strings.CutSuffix(t[i].low, "s")
	behind := next != "" && (d.plainAt(t, i+1) || d.p.noun(next)) || next == "" && i+2 < len(t) && !t[i+1].punct && adjectival(t[i+1].low) && t[i+2].capital && !d.p.is("func", t[i+1].low) && !d.p.is("stop", t[i+1].low) // "Polens größter Händler"
	return ok && behind && len(stem) > 3 && d.p.is("place", stem) && !d.p.is("place", t[i].low) && !d.names.orgs[t[i].low]
}

// bareSubject reports whether the word at i stands without an article as the subject of what houses do, as no common noun does: "verliert
// Birkenstock seinen Finanzchef", "Birkenstock verliert seinen Finanzchef".
func (d *document) bareSubject(t []token, i int) bool {
	p, w := d.p, t[i]
	if p.nouns[w.low] || p.common[w.low] || p.is("orgnoun", w.low) || p.compoundRole(w.low) || p.is("func", w.low) || p.verb[w.low] || p.is("notname", w.low) || d.flags(w.low)&isGiven != 0 || strings.HasSuffix(w.low, "ung") || strings.HasSuffix(w.low, "en") || capitalAt(t, i+1) != "" {
		return false
	}
	if i > 0 && p.is("houseverb", t[i-1].low) {
		return p.is("det.poss", nextLow(t, i)) || p.is("det.indef", nextLow(t, i))
	}
	if i > 0 && t[i-1].low != ":" {
		return false
	}
	return p.is("houseverb", nextLow(t, i)) && i+2 < len(t) && (p.is("det.poss", t[i+2].low) || p.is("det.indef", t[i+2].low)) || p.is("housedoes", nextLow(t, i)) && d.standsBare(w.low) > 1
}

// siteNames reports whether the word at i is the site that a house has in its name.
func (d *document) siteNames(t []token, i int) bool {
	p, w := d.p, t[i]
	return w.capital && !w.punct && !p.nouns[w.low] && !p.common[w.low] && !p.is("weekday", w.low) && p.monthOf(w.low) == 0 && !p.is("place", w.low) && !p.compoundRole(w.low) && !p.is("orgnoun", w.low) && !p.is("func", w.low)
}

// givenOpens reports whether the given name at i opens a person's name or one made of it.
func (d *document) givenOpens(t []token, i int, next string) bool {
	p, low := d.p, t[i].low
	surname := d.flags(next)&isSurname != 0
	if p.compoundRole(next) || p.is("orgnoun", next) || p.is("orgword", next) {
		return (!p.common[low] || surname && !p.common[next]) && (!d.plainAt(t, i+1) || !p.common[next] && !p.is("rolehead", next) || surname)
	}
	return !p.common[low] || d.names.flags(next)&isSurname != 0 && !p.is("nounend", next) || surname && !p.common[next] || surname
}

// firmEnds reports whether the word at i closes the name of a firm that stands right before it, behind a preposition or what it is.
func (d *document) firmEnds(t []token, i int) bool {
	p := d.p
	if i < 2 || !p.is("firmend", t[i].low) || d.plainAt(t, i-1) || d.flags(t[i-1].low)&isGiven != 0 && d.flags(t[i-1].low)&isSurname == 0 || capitalAt(t, i+1) != "" {
		return false
	}
	k := d.runStart(t, i)
	return k > 0 && (p.is("bareprep", t[k-1].low) || p.is("firmnoun", t[k-1].low) || p.is("firmnoun", t[k].low))
}
