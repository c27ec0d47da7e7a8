package extract

import "strings"

// How names are read from runs of capitals in a language that capitalises its nouns too: a person is a given name with what
// follows it, an organization a word that is no noun, or a noun with a mark of its kind, and what goes on from there.

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
		if j++; j < len(t) && t[j].capital && !t[j].punct && d.flags(t[j].low)&isSurname != 0 && !p.compoundRole(t[j].low) && !p.is("func", t[j].low) {
			j++ // "Frau Yorcka Polländer"
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

// personRun gives how many tokens a person's name takes that begins with a given name at i; 0 where none does.
func (d *document) personRun(t []token, i int) int {
	p := d.p
	if i >= len(t) || t[i].punct || !t[i].capital || !d.givenParts(t[i].low) && !d.strangeGiven(t, i) || p.is("func", t[i].low) || p.verb[t[i].low] || p.exactly("rolehead", t[i].low) || p.compoundRole(t[i].low) && p.noun(t[i].low) || p.is("orghead", t[i].low) || p.is("orgsure", t[i].low) {
		return 0
	}
	k := i + 1
	for k < len(t) && k < i+4 && t[k].capital && !t[k].punct && (initials(t[k].text) || k+1 < len(t) && d.flags(t[k].low)&isGiven != 0 && !p.plainHere(t[k].low) && (t[k+1].capital && !t[k+1].punct && d.surnameHere(t, k+1) || p.is("nameparticle", t[k+1].low))) {
		k++
	}
	if k+3 < len(t) && t[k].low == "\"" && t[k+1].capital && t[k+2].low == "\"" && t[k+3].capital { // Christopher „CJ“ Moore
		k += 3
	}
	if k+1 < len(t) && p.is("title.noble", t[k].low) && t[k].capital && (t[k+1].capital && !t[k+1].punct && !p.compoundRole(t[k+1].low) || p.is("nameparticle", t[k+1].low)) { // "Alexander Graf Rotenfels"
		k++
	}
	particles := 0
	if i > 0 && k == i+1 && p.is("bareprep", t[i-1].low) && k < len(t) && (p.is("bareprep", t[k].low) || p.is("fused", t[k].low)) {
		return 0 // "von Luther zu Wolf Theiss"
	}
	for k < len(t) && particles < 3 && !t[k].punct && p.is("nameparticle", t[k].low) && !(particles == 0 && k > i+1 && (p.is("orgprep2", t[k].low) || p.is("bareprep", t[k].low) || p.is("fused", t[k].low) || p.is("det", t[k].low)) && d.flags(t[k-1].low)&isSurname != 0 && !p.is("title.noble", t[k-1].low)) && !(k+1 < len(t) && p.is("fused", t[k].low) && p.is("orgnoun", t[k+1].low)) {
		k++
		particles++
	}
	if particles == 0 && k > i+1 && (k >= len(t) || !t[k].capital || t[k].punct) { // "Jonas Weber von Siemens": Weber is the surname
		k--
	}
	if k == i+1 && k < len(t) && !t[k].capital && p.is("namejoint", t[k].low) { // "Noor al-Khatib"
		return 2
	}
	if k >= len(t) || !t[k].capital || t[k].punct {
		return 0
	}
	if particles > 0 && d.flags(t[k].low)&isSurname == 0 && (d.names.orgs[t[k].low] || p.is("orgnoun", t[k].low) || p.is("oneself", t[k].low)) {
		return 0 // "Peter von der Nationalbank"
	}
	if particles == 0 && !d.surnameHere(t, k) && !d.nounAsSurname(t, i, k) {
		return 0
	}
	noun := p.plainHere(t[i].low)
	if noun && particles == 0 && d.flags(t[k].low)&isSurname == 0 && (p.plainHere(t[k].low) || d.names.orgs[t[k].low] || p.is("place", t[k].low)) {
		return 0 // "Partner Vantora"
	}
	if noun && i > 0 && (p.is("det", t[i-1].low) || p.is("fused", t[i-1].low) || adjectival(t[i-1].low) && !t[i-1].capital) && d.flags(t[k].low)&isGiven != 0 && k+1 < len(t) && t[k+1].capital && !t[k+1].punct {
		return 0 // "der Schweizer Peter Wolf"
	}
	k++
	if k < len(t) && t[k].capital && !t[k].punct { // what goes on behind the surname
		w := t[k]
		switch {
		case p.is("orgword", w.low) || p.is("orgsuffix", w.low) || p.orgHead(w.low) && !p.is("place", w.low) && !(k+1 < len(t) && (p.is("place", t[k+1].low) || p.is("orgof", t[k+1].low))) && !p.verb[w.low]:
			return 0 // "Robert Bosch Stiftung"
		case d.suffixAhead(t, k-1):
			return 0
		case d.flags(w.low)&isSurname != 0 && !d.names.orgs[w.low] && !p.plainHere(w.low) && !p.is("place", w.low) && !p.is("func", w.low) && !p.verb[w.low] && d.personRun(t, k) == 0 && d.names.orgAt(t, k) < 2 && !w.upper && !p.is("orgsure", w.low) && !(k+1 < len(t) && p.is("orgword", t[k+1].low)):
			k++ // "Javier García López"
		case d.thirdName(t, i, k):
			k++ // "Anke Bridge Haux"
		}
	}
	if k < len(t) && (t[k].low == "&" || t[k].low == "+") && k+1 < len(t) && t[k+1].capital {
		return 0
	}
	if k+1 < len(t) && t[k].low == "," && p.is("namesuffix", t[k+1].low) {
		k += 2
	} else if k < len(t) && p.is("namesuffix", t[k].low) && t[k].capital {
		k++
	}
	return k - i
}

// givenParts reports whether a word is a given name, each part of it where it has a hyphen.
func (d *document) givenParts(low string) bool {
	if d.flags(low)&isGiven != 0 {
		return true
	}
	if !strings.Contains(low, "-") { // "Hanspeter"
		for k := 3; k+3 <= len(low) && len(low) < 16; k++ {
			if d.flags(low[:k])&isGiven != 0 && d.flags(low[k:])&isGiven != 0 && !d.p.noun(low) {
				return true
			}
		}
		return false
	}
	for _, w := range strings.Split(low, "-") {
		if d.flags(w)&isGiven == 0 {
			return false
		}
	}
	return true
}

// strangeGiven reports whether a word that no table knows is a given name by what stands around it: a role before it and one more
// name behind it: "Mitgründer Aljoscha Senf".
func (d *document) strangeGiven(t []token, i int) bool {
	p := d.p
	if i == 0 || i+1 >= len(t) || !t[i-1].capital || t[i-1].punct || !p.compoundRole(t[i-1].low) && !p.personNoun(t[i-1].low) || !t[i+1].capital || t[i+1].punct || t[i].upper || t[i+1].upper || strings.Contains(t[i].low, "-") {
		return false
	}
	w, next := t[i].low, t[i+1].low
	return !p.is("nationality", t[i-1].low) && !p.is("orgnoun", w) && !p.is("orgnoun", strings.TrimSuffix(w, "s")) && !p.common[w] && !p.noun(w) && !p.compoundNoun(w) && !d.names.orgs[w] && !p.is("place", w) && !p.is("orgword", w) && !p.is("orghead", w) && !p.is("domain", w) && !p.is("nationality", w) && !p.is("rolepost", w) && !p.is("notname", w) &&
		!p.is("orgword", next) && !p.is("orgsuffix", next) && !p.is("orgnoun", next) && !p.compoundRole(next) && !p.is("func", next) && !p.verb[next] && !d.suffixAhead(t, i)
}

// plainHere reports whether a word is one of the language, whatever stands around it.
func (p *pack) plainHere(low string) bool {
	return p.common[low] || p.nouns[low] || p.is("orgnoun", low)
}

// surnameHere reports whether token k may be the surname behind a given name.
func (d *document) surnameHere(t []token, k int) bool {
	p, w := d.p, t[k]
	if p.is("func", w.low) && (d.flags(w.low)&isSurname == 0 || len(w.low) < 4 || p.is("det", w.low) || p.is("aux", w.low) || w.low == "ende") || p.verb[w.low] && d.flags(w.low)&isSurname == 0 || p.is("orgsuffix", w.low) || p.is("notname", w.low) && w.upper {
		return false
	}
	if d.flags(w.low)&isSurname != 0 && !p.is("orgword", w.low) {
		return true
	}
	if p.compoundRole(w.low) && !p.exactly("rolehead", w.low) && (p.noun(w.low) || p.compoundNoun(w.low)) || p.exactly("rolehead", w.low) && !p.is("nationality", w.low) {
		return false
	}
	return !p.is("orgword", w.low) && !p.is("orgnoun", w.low) && !p.is("domain", w.low) && !p.is("skip", w.low) && (!p.common[w.low] || d.flags(w.low) != 0 || p.is("place", w.low)) && !(p.nouns[w.low] && len(w.low) > 7 && d.flags(w.low) == 0)
}

// nounAsSurname reports whether the noun at k is the surname behind the given name at i, which is nothing but a given name: "Kerstin
// Bund", "Vanessa Lohr".
func (d *document) nounAsSurname(t []token, i, k int) bool {
	p, first, w := d.p, t[i].low, t[k]
	if k != i+1 || p.plainHere(first) || p.is("place", first) || d.names.orgs[first] || p.is("orgsure", first) || p.is("orgplain", first) || p.surnames[first] && d.names.words[first]&isSurname != 0 && d.names.words[first]&(isMale|isFemale) == 0 {
		return false
	}
	if p.is("func", w.low) || p.verb[w.low] || p.is("orgword", w.low) || p.is("orgsuffix", w.low) || p.is("orgnoun", w.low) || p.orgHead(w.low) || p.compoundRole(w.low) || p.is("nationality", w.low) || p.is("notname", w.low) || p.monthOf(w.low) > 0 || p.is("title", w.low) {
		return false
	}
	return !w.upper && len(w.low) < 12
}

// clearlyPerson reports whether a name of several words begins with a given name that is nothing else and has no mark of an organization,
// so that what stands around it hardly counts.
func (d *document) clearlyPerson(name string) bool {
	p := d.p
	w := strings.Fields(strings.ToLower(name))
	if len(w) < 2 || len(w) > 4 || d.names.orgs[strings.Join(w, " ")] || d.names.orgs[w[0]] || !d.givenParts(w[0]) || p.plainHere(w[0]) || p.is("place", w[0]) || p.is("orgsure", w[0]) || p.orgHead(w[0]) {
		return false
	}
	if f := d.flags(w[0]); f&isSurname != 0 && f&(isMale|isFemale) == 0 && d.flags(w[1])&isSurname == 0 {
		return false
	}
	for _, x := range w[1:] {
		if p.is("orgword", x) || p.is("orgsuffix", x) || p.orgHead(x) || strings.ContainsAny(x, "&+0123456789") || p.is("place", x) && d.flags(x)&isSurname == 0 {
			return false
		}
	}
	return true
}

// thirdName reports whether the unknown word at k is one more surname of the person who begins at i: the verb stands right behind.
func (d *document) thirdName(t []token, i, k int) bool {
	p, w := d.p, t[k]
	return k == i+2 && k+1 < len(t) && p.is("aux", t[k+1].low) && !w.upper && !camel(w.text) && d.flags(t[i].low)&(isMale|isFemale) != 0 && !p.plainHere(t[i].low) && d.flags(t[k-1].low)&isSurname != 0 &&
		!d.names.orgs[w.low] && !p.plainHere(w.low) && !p.noun(w.low) && !p.is("place", w.low) && !p.is("orgsure", w.low) && !p.is("func", w.low) && !p.verb[w.low] && !p.compoundRole(w.low) && d.flags(w.low)&isGiven == 0
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
		case w.capital && !w.punct && d.personRun(t, j) > 0 && !(p.orgHead(t[j-1].low) && p.is("place", t[j].low)):
			// "holt Vantora Simon Graf"
			return j
		case j-start > 1 && w.capital && p.is("place", t[j-1].low) && (d.names.orgAt(t, j) > 1 || d.names.orgs[w.low]):
			return j // "von der Kunsthalle Bremen Wacker Chemie"
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
		case p.is("orgof", w.low) && head && !(p.is("orgfor", w.low) && !p.is("orgforhead", t[j-1].low)):
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
	if start == 0 || d.suffixBehind(t, start, j) || p.compoundRole(w.low) || p.is("func", w.low) || p.verb[w.low] || p.is("skip", w.low) || p.is("weekday", w.low) || p.monthOf(w.low) > 0 || p.is("notname", w.low) || p.is("orgnoun", w.low) && !p.is("orgword", w.low) || p.common[w.low] && !p.is("orgword", w.low) && !(j == start+1 && p.is("place", t[start].low) && !p.is("in", t[start-1].low)) || d.plainAt(t, start) && !p.orgHead(t[start].low) {
		return false
	}
	if prev := t[start-1]; !p.is("bareprep", prev.low) && !p.is("fused", prev.low) && !p.is("det", prev.low) && !p.is("orgprep", prev.low) && !p.is("orgnoun", prev.low) {
		return false
	}
	if j+2 < len(t) && t[j+2].punct && p.is("separable", t[j+1].low) {
		return false // "kaufte für A Vorprodukte ein."
	}
	if j+1 == len(t) || t[j+1].punct && t[j+1].low != "-" {
		return true
	}
	return !t[j+1].capital && (p.is("aux", t[j+1].low) || p.is("orgverb", t[j+1].low) || p.is("v.hire", t[j+1].low) || p.is("waspart", t[j+1].low) || p.is("v.wfin", t[j+1].low) || p.is("v.wpart", t[j+1].low) || p.is("stop", t[j+1].low))
}

// givenFirst reports whether a name begins with a given name.
func (d *document) givenFirst(name string) bool {
	first, _, _ := strings.Cut(name, " ")
	return d.flags(strings.ToLower(first))&isGiven != 0 || d.names.words[fold(first)]&isGiven != 0
}
