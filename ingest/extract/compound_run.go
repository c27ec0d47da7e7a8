package extract

import "strings"

// How names are read from runs of capitals in a language that capitalises its nouns too: persons as compound_person.go says,
// an organization is a word that is no noun, or a noun with a mark of its kind, and what goes on from there.

// compoundNameAt is nameAt for such a language.
func (d *document) compoundNameAt(s *sentence, i int) (n int, titled bool, skip int) {
	p, t := d.p, s.toks
	j := i
	for j < len(t) && p.is("title", t[j].low) && (t[j].capital || p.is("titlelow", t[j].low)) && j-i < 4 {
		j++
	}
	skip = j - i
	titled = skip > 0
	if j >= len(t) {
		return 0, false, 0
	}
	start := j
	if titled {
		if n := d.personRun(t, j); n > 0 {
			return j + n - i, true, skip
		}
		for j+1 < len(t) && j-start < 3 && !t[j].capital && p.is("particle", t[j].low) { // "Herr von der Heide"
			j++
		}
		if t[j].punct || !t[j].capital || p.is("func", t[j].low) {
			return 0, false, 0
		}
		if j++; j < len(t) && t[j].capital && !t[j].punct && (d.flags(t[j].low)&isSurname != 0 || !d.plainAt(t, j) && !t[j].upper && !p.is("orgword", t[j].low) && !p.is("orgsuffix", t[j].low) && !p.is("place", t[j].low) && !p.orgHead(t[j].low) && !d.names.orgs[t[j].low]) && !p.compoundRole(t[j].low) && !p.is("func", t[j].low) || j < len(t) && d.givenTitled(t, j) {
			j++ // "Frau Yorcka Polländer", "Dr. Andrin Fetz"
		}
		return j - i, true, skip
	}
	if t[j].digit && j+1 < len(t) && len(t[j].text) <= 2 && p.is("club", t[j+1].low) { // "1. FC Köln"
		return d.orgRun(s, start, j+2) - i, false, 0
	}
	if t[j].punct || !t[j].capital {
		if n := d.smallName(t, j); n > 0 {
			return n, false, 0
		}
		if p.is("orgname", t[j].low) {
			return 1, false, 0
		}
		return 0, false, 0
	}
	if n := d.quotedName(t, j); n > 1 {
		return n, false, 0
	}
	if n := d.firmRun(t, j); n > 1 {
		return n, false, 0
	}
	if d.firmRun(t, j+1) > 2 {
		return 0, false, 0 // what it is: "die Sozietät Häfele Ott Maurer"
	}
	known := 0
	if !p.is("func", t[j].low) || j > 0 {
		known = d.orgKnown(s, j)
	}
	if known == 0 {
		if n := d.personRun(t, j); n > 0 {
			return n, false, 0
		}
		if !d.nameWord(s, j, true) {
			return 0, false, 0
		}
		known = 1
	}
	return d.orgRun(s, start, j+known) - i, false, 0
}

// quotedName gives how many tokens a name of several words takes that stands in quotes behind an article: "des „Hamburger
// Abendblatts“".
func (d *document) quotedName(t []token, i int) int {
	p := d.p
	if i < 2 || t[i-1].low != "\"" || !p.is("det", t[i-2].low) && !p.is("fused", t[i-2].low) && !p.is("orgnoun", t[i-2].low) && !p.is("bareprep", t[i-2].low) {
		return 0
	}
	bare := p.is("bareprep", t[i-2].low) // "bei „Circus HalliGalli“"
	k := i
	for k < len(t) && k < i+4 && t[k].capital && !t[k].punct {
		k++
	}
	if k-i < 2 || k >= len(t) || t[k].low != "\"" || d.personRun(t, i) > 0 || !bare && !p.is("orgword", t[k-1].low) && !p.is("orgword", strings.TrimSuffix(t[k-1].low, "s")) {
		return 0
	}
	return k - i
}

// smallName gives how many tokens a name takes that is written small and stands in quotes behind a preposition, an article or before a
// role: "zum „profil“", "„brand eins“-Gründerin".
func (d *document) smallName(t []token, i int) int {
	p := d.p
	if i > 0 && i+1 < len(t) && p.is("orgsuffix", t[i+1].low) && t[i+1].upper && !t[i].punct && !t[i].digit && len(t[i].low) > 4 && !p.is("func", t[i].low) && !p.common[t[i].low] && !adjectival(t[i].low) && (p.is("det", t[i-1].low) || p.is("fused", t[i-1].low) || p.is("bareprep", t[i-1].low)) {
		return 2 // "der voestalpine AG"
	}
	if i == 0 || t[i-1].low != "\"" || t[i].punct || t[i].digit || len(t[i].low) < 3 {
		return 0
	}
	k := i
	for k < len(t) && k < i+2 && !t[k].punct && !t[k].capital && !p.is("func", t[k].low) && !p.verb[t[k].low] {
		k++
	}
	if k == i || k >= len(t) || t[k].low != "\"" {
		return 0
	}
	role := k+2 < len(t) && t[k+1].low == "-" && p.compoundRole(t[k+2].low)
	slot := i > 1 && (p.is("bareprep", t[i-2].low) || p.is("fused", t[i-2].low) || p.is("orgprep", t[i-2].low)) || i > 2 && p.is("det.def", t[i-2].low) && (p.is("bareprep", t[i-3].low) || p.is("cue.from", t[i-3].low))
	if !role && !(slot && !adjectival(t[i].low)) {
		return 0
	}
	return k - i
}

// orgKnown gives how many tokens a well-known organization takes at i; a lone noun of the language is none.
func (d *document) orgKnown(s *sentence, i int) int {
	t := s.toks
	n := d.names.orgAt(t, i)
	if n == 1 || n == 0 {
		return 0
	}
	if k := d.personRun(t, i); k == n && n == 2 && i+n < len(t) && (t[i+n].low == "," || t[i+n].low == "(") && i > 0 && d.p.compoundRole(t[i-1].low) {
		return 0
	}
	return n
}

// orgRun goes on with the name of an organization that began at start and runs to j; it gives where the name ends.
func (d *document) orgRun(s *sentence, start, j int) int {
	p, t := d.p, s.toks
	head := false
	for k := start; k < j; k++ {
		head = head || p.orgHead(t[k].low)
	}
	for j < len(t) && j-start < 14 {
		w := t[j]
		switch {
		case w.capital && !w.punct && p.is("headperson", t[j-1].low) && d.personRun(t, j) == 2:
			j += 2 // "Weingut Robert Weil"
			continue
		case w.capital && !w.punct && d.personRun(t, j) > 0 && !(p.orgHead(t[j-1].low) && p.is("place", t[j].low)) && !p.is("club", t[j-1].low):
			// "holt Vantora Simon Graf"
			return j
		case j-start > 1 && w.capital && p.is("place", t[j-1].low) && (d.names.orgAt(t, j) > 1 || d.names.orgs[w.low]):
			return j // "von der Kunsthalle Bremen Wacker Chemie"
		case w.low == "st" && w.capital && j+1 < len(t) && t[j+1].capital && !t[j+1].punct: // "Theater St. Gallen"
			j += 2
			continue
		case w.digit && p.is("orgnumber", w.low) && t[j-1].capital, (w.capital || w.digit) && !w.punct && d.nameWord(s, j, false) && !d.closesName(t, start, j):
			head = head || p.orgHead(w.low)
			j++
			continue
		case w.capital && !w.punct && d.slotNoun(t, start, j):
			j++
			continue
		case (w.low == "&" || w.low == "+") && j+1 < len(t) && t[j+1].capital && !t[j+1].punct && !p.is("func", t[j+1].low):
			j += 2
			continue
		case p.is("and", w.low) && j+1 < len(t) && t[j+1].capital && !t[j+1].punct && (p.is("orgtail", t[j+1].low) || d.names.orgs[t[start].low+" "+w.low+" "+t[j+1].low] || d.suffixAhead(t, j) && !d.suffixBehind(t, start, j) && d.personRun(t, j+1) == 0):
			j += 2 // "Brandt und Söhne", "Hamburger Hafen und Logistik AG"
			continue
		case w.low == "/" && w.glued && j+1 < len(t) && t[j+1].glued && t[j+1].capital && !t[j+1].punct:
			j += 2
			continue
		case w.low == "," && j+1 < len(t) && p.is("orgsuffix", t[j+1].low) && t[j+1].upper:
			j += 2
			continue
		case w.low == "-" && w.glued && j+2 < len(t) && p.is("and", t[j+1].low) && t[j+2].capital && (head || p.inflects(t[start].low) || strings.Contains(t[j+2].low, "-") && p.orgTailed(t[j+2].low)):
			j += 3 // "Deutscher Sparkassen- und Giroverband"
			continue
		case w.low == ",":
			if n := d.partnership(s, j); n > 0 && j == start+1 {
				j += n
				continue
			}
		case head && p.is("orgam", w.low) && p.orgHead(t[j-1].low) && j+1 < len(t) && d.siteNames(t, j+1):
			j += 2 // "Klinik am Habichtswald"
			continue
		case p.is("orgof", w.low) && head && !(p.is("orgfor", w.low) && !p.is("orgforhead", t[j-1].low) && !p.is("orgforhead", strings.TrimSuffix(t[j-1].low, "s"))):
			if n := d.compoundTail(t, j); n > 0 {
				j += n
				continue
			}
		}
		return j
	}
	return j
}

// suffixBehind reports whether a legal suffix has closed the name already.
func (d *document) suffixBehind(t []token, start, j int) bool {
	for k := start + 1; k < j; k++ {
		if d.p.is("orgsuffix", t[k].low) {
			return true
		}
	}
	return false
}

// closesName reports whether the capitalised word j is none of the name any more: a role, a noun that begins another phrase.
func (d *document) closesName(t []token, start, j int) bool {
	p, w := d.p, t[j]
	if d.suffixBehind(t, start, j) && !p.is("orgsuffix", w.low) && !p.is("orgtail", w.low) {
		return true
	}
	if p.is("orgword", w.low) || p.is("orgsuffix", w.low) || p.orgHead(w.low) || w.upper || d.suffixAhead(t, j) || d.names.orgs[strings.ToLower(joinTokens(t[start:j+1]))] {
		return false
	}
	if p.inflects(t[j-1].low) || d.firmEnds(t, j) {
		return false // "Verein Deutscher Ingenieure"
	}
	if p.compoundRole(w.low) {
		return true
	}
	if j == start+1 && p.orgHead(t[start].low) && d.flags(w.low)&isSurname != 0 { // "die Bäckerei Huber"
		return false
	}
	return p.noun(w.low) && !d.plainAt(t, start) && !p.is("place", w.low) && j+1 < len(t) && !(t[j+1].punct || p.is("stop", t[j+1].low))
}

// bareSlot reports whether the noun at i stands right behind a preposition that takes an employer, without an article, as only names
// do: "bei Klarwerk", "zu Signal Iduna".
func (d *document) bareSlot(t []token, i int) bool {
	p, w := d.p, t[i]
	if i == 0 || !p.is("bareprep", t[i-1].low) || i > 1 && t[i-1].low == "von" && t[i-2].digit || p.is("func", w.low) || p.verb[w.low] || p.exactly("orgnoun", w.low) || p.compoundRole(w.low) || p.is("nationality", w.low) || p.is("domain", w.low) || p.is("bareno", w.low) {
		return false
	}
	if k := strings.LastIndexByte(w.low, '-'); k > 0 && (i+1 == len(t) || !t[i+1].capital || t[i+1].punct) { // "aus Knorr-Bremse", not "von Cloud-Diensten"
		head := w.low[:k]
		return p.nouns[w.low[k+1:]] && !p.is("orgnoun", w.low[k+1:]) && !p.plainHere(head) && !p.is("notname", head) && !p.is("rolemod", head) && !p.is("nationality", head) && !p.is("place", head) && !d.names.orgs[head]
	}
	if i+1 < len(t) && t[i+1].capital && !t[i+1].punct {
		if p.is("orgnoun", w.low) {
			return false
		}
		next := t[i+1].low
		return !p.is("func", next) && !p.verb[next] && !p.compoundRole(next) && d.personRun(t, i+1) == 0 && (!d.plainAt(t, i+1) || p.is("place", next) || p.is("orgword", next)) && d.names.orgAt(t, i+1) == 0
	}
	if i > 1 && t[i-2].capital && p.is("makernoun", t[i-2].low) { // "Anbieter von Personalsoftware"
		return false
	}
	if p.nouns[w.low] && !p.common[w.low] && !p.is("orgnoun", w.low) && (!p.is("nounend", w.low) || p.exactly("nounend", w.low)) && !strings.Contains(w.low, "-") && !p.personNoun(w.low) && len(w.low) > 3 && (t[i-1].low != "von" || i > 1 && t[i-2].capital && !t[i-2].punct) {
		return true // "das Geschäft von Depot"
	}
	return !p.common[w.low] && !p.noun(w.low) && !p.is("nounend", w.low) && !strings.Contains(w.low, "-") && p.singularCompound(w.low)
}

// singularCompound reports whether a compound ends in a noun in its plain form.
func (p *pack) singularCompound(w string) bool {
	for k := 3; k+4 <= len(w); k++ {
		if p.nouns[w[k:]] && p.compoundHead(w[:k]) {
			return true
		}
	}
	return !p.compoundNoun(w)
}

// slotNoun reports whether the noun at j still belongs to the name that began at start: the name stands behind a preposition or
// article, so that its phrase goes on to the next small word, and no other verb ends the clause.
func (d *document) slotNoun(t []token, start, j int) bool {
	p, w := d.p, t[j]
	if start == 0 || d.suffixBehind(t, start, j) || p.compoundRole(w.low) || p.is("func", w.low) || p.verb[w.low] || p.is("skip", w.low) || p.is("weekday", w.low) || p.monthOf(w.low) > 0 || p.is("notname", w.low) || p.is("orgnoun", w.low) && !p.is("orgword", w.low) || p.common[w.low] && !p.is("orgword", w.low) && !(j == start+1 && p.is("place", t[start].low) && !p.is("in", t[start-1].low)) && !(p.nouns[w.low] && (p.is("det.def", t[start-1].low) || p.is("orgnoun", t[start-1].low)) && !p.is("unit", w.low) && !p.is("dateprep", w.low)) || d.plainAt(t, start) && !p.orgHead(t[start].low) {
		return false
	}
	if prev := t[start-1]; !p.is("bareprep", prev.low) && !p.is("fused", prev.low) && !p.is("det", prev.low) && !p.is("orgprep", prev.low) && !p.is("orgnoun", prev.low) {
		return false
	}
	bare := p.is("bareprep", t[start-1].low)
	if bare && (p.noun(w.low) || len(w.low) > 7 && p.compoundNoun(w.low)) && !p.is("orgword", w.low) && !p.is("place", w.low) {
		return false // "sortierte bei Amazon Anzeigenplätze"
	}
	if j+2 < len(t) && t[j+2].punct && p.is("separable", t[j+1].low) {
		return false // "kaufte für A Vorprodukte ein."
	}
	if j+1 == len(t) || t[j+1].punct && t[j+1].low != "-" {
		return true
	}
	if !bare && !t[j+1].capital && !t[j+1].digit && p.is("det.def", t[start-1].low) {
		return true // "der Rigi Bahnen abgegeben"
	}
	return !t[j+1].capital && (p.is("aux", t[j+1].low) || p.is("orgverb", t[j+1].low) || p.is("v.hire", t[j+1].low) || p.is("waspart", t[j+1].low) || p.is("v.wfin", t[j+1].low) || p.is("v.wpart", t[j+1].low) || p.is("stop", t[j+1].low))
}

// firmRun gives how many tokens the name of a firm takes that is made of family names and stands right behind what it is: "die Kanzlei
// Suter Lang Weiss".
func (d *document) firmRun(t []token, i int) int {
	p := d.p
	if i == 0 || !t[i-1].capital || !p.is("firmnoun", t[i-1].low) {
		return 0
	}
	k := i
	for k < len(t) && k < i+4 && t[k].capital && !t[k].punct && !p.compoundRole(t[k].low) && !p.is("func", t[k].low) && !p.verb[t[k].low] && (!p.plainHere(t[k].low) || d.flags(t[k].low)&isSurname != 0) {
		k++
	}
	if k-i < 2 || k < len(t) && t[k].capital && !t[k].punct || k-i == 2 && d.flags(t[i].low)&isGiven != 0 && d.flags(t[i].low)&isSurname == 0 {
		return 0
	}
	return k - i
}

// givenTitled reports whether the word at i can only be the surname behind a title and a given name: "Dr. Dieter Mühlbauer".
func (d *document) givenTitled(t []token, i int) bool {
	p, w := d.p, t[i]
	if i == 0 || !w.capital || w.punct || w.upper || len(w.low) < 5 || d.flags(t[i-1].low)&isGiven == 0 || p.common[t[i-1].low] {
		return false
	}
	return !p.exactly("rolehead", w.low) && !p.exactly("orgnoun", w.low) && !p.common[w.low] && !p.nouns[w.low] && !p.is("orgword", w.low) && !p.is("orgsuffix", w.low) && !p.is("func", w.low) && !d.names.orgs[w.low] && !p.is("nationality", w.low)
}
