package extract

import "strings"

// How the names of persons are read in a language that capitalises its nouns too: a given name and what may follow it.

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
	if particles > 0 && t[i+1].low == "zu" && p.is("place", t[i].low) {
		return 0 // "von Union Berlin zu Hertha"
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
	beside := i > 0 && i+1 < len(t) && t[i-1].capital && !t[i-1].punct && (p.compoundRole(t[i-1].low) || p.personNoun(t[i-1].low))
	if !beside && !personBehind(t, i+2) && !(i == 0 && len(t) == 3 && t[2].punct) || i+1 >= len(t) || !t[i+1].capital || t[i+1].punct || t[i].upper || t[i+1].upper || strings.Contains(t[i].low, "-") {
		return false
	}
	w, next := t[i].low, t[i+1].low
	return !(beside && p.is("nationality", t[i-1].low)) && !(i > 0 && !beside && t[i-1].capital && !t[i-1].punct) && !p.is("orgfirst", w) && !p.is("orgnoun", w) && !p.is("orgnoun", strings.TrimSuffix(w, "s")) && !p.common[w] && !p.noun(w) && !p.compoundNoun(w) && !d.names.orgs[w] && !p.is("place", w) && !p.is("orgword", w) && !p.is("orghead", w) && !p.is("domain", w) && !p.is("nationality", w) && !p.is("rolepost", w) && !p.is("notname", w) &&
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
	if p.is("func", w.low) || p.verb[w.low] || p.is("orgword", w.low) || p.is("orgsuffix", w.low) || p.is("orgnoun", w.low) || p.orgHead(w.low) || p.compoundRole(w.low) && (p.exactly("rolehead", w.low) || p.noun(w.low)) || p.is("nationality", w.low) || p.is("notname", w.low) || p.monthOf(w.low) > 0 || p.is("title", w.low) {
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

// givenFirst reports whether a name begins with a given name.
func (d *document) givenFirst(name string) bool {
	first, _, _ := strings.Cut(name, " ")
	return d.flags(strings.ToLower(first))&isGiven != 0 || d.names.words[fold(first)]&isGiven != 0
}

// personBehind reports whether what stands from token k on follows names of persons only: an age, in brackets or between commas.
func personBehind(t []token, k int) bool {
	return k+2 < len(t) && (t[k].low == "(" && t[k+2].low == ")" || t[k].low == "," && t[k+2].low == ",") && t[k+1].digit && len(t[k+1].low) == 2
}
