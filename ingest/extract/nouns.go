package extract

import (
	_ "embed"
	"strings"
	"unicode/utf8"
)

//go:embed tables/nouns-de.txt.gz
var nounsDeGz []byte

// nounEndings are the endings that a noun of the table may take; plurals that change the stem are in the table themselves.
var nounEndings = []string{"s", "es", "n", "en", "e", "se", "sen"}

// loadNouns reads the nouns, places and surnames of a language that capitalises its nouns. Places join the class "place".
func (p *pack) loadNouns() error {
	p.nouns = make(map[string]bool, 120_000)
	p.surnames, p.given, p.feminine = map[string]bool{}, map[string]bool{}, make(map[string]bool, 45_000)
	p.longForms = map[string]string{}
	if c := p.classes["longform"]; c != nil { // "uni universität"
		for first, l := range c.phrases {
			for _, f := range l {
				p.longForms[fold(first)] = fold(strings.Join(f[1:], " "))
			}
		}
	}
	place := p.class("place")
	return eachLine(nounsDeGz, func(l string) {
		if len(l) < 3 {
			return
		}
		switch w := l[2:]; l[0] {
		case 'n':
			p.nouns[w] = true
		case 'f':
			p.nouns[w], p.feminine[w] = true, true
		case 'l':
			if len(w) > 3 && !p.common[w] && !p.is("func", w) && !p.is("skip", w) {
				place.add(w)
			}
		case 'g':
			p.given[w] = true
		case 's':
			p.surnames[w] = true
		}
	})
}

// noun reports whether a lower-case word is a noun of the table, in any case or number.
func (p *pack) noun(w string) bool {
	if p.nouns[w] {
		return true
	}
	if stem, ok := strings.CutSuffix(strings.TrimSuffix(w, "nen"), "in"); ok && len(stem) > 3 && p.nouns[stem] { // "Geografin"
		return true
	}
	for _, e := range nounEndings {
		if stem, ok := strings.CutSuffix(w, e); ok && len(stem) > 2 && p.nouns[stem] && !(p.feminine[stem] && (e == "s" || e == "es")) {
			return true
		}
	}
	return false
}

// compoundNoun reports whether a word is a noun or put together from nouns and other words: "Geschäftskundenvertrieb". What ends
// like a surname or a place ("Rautenberg") is none.
func (p *pack) compoundNoun(w string) bool {
	if p.noun(w) {
		return true
	}
	if len(w) > 48 {
		return false
	}
	for k := 3; k+4 <= len(w); k++ {
		if utf8.RuneStart(w[k]) && p.noun(w[k:]) && !p.is("nameend", w[k:]) && p.compoundHead(w[:k]) {
			return true
		}
	}
	return false
}

// compoundHead reports whether a word may open a compound, with or without the sound that links it.
func (p *pack) compoundHead(w string) bool {
	if p.nouns[w] || len(w) > 3 && p.common[w] || p.is("compoundhead", w) {
		return true
	}
	for _, e := range []string{"s", "es", "n", "en", "er", "e", "-", "s-"} {
		if stem, ok := strings.CutSuffix(w, e); ok && len(stem) > 2 && p.nouns[stem] {
			return true
		}
	}
	for k := 3; k+4 <= len(w); k++ { // two nouns before the last
		if utf8.RuneStart(w[k]) && (p.nouns[w[:k]] || w[k-1] == 's' && p.nouns[w[:k-1]]) && p.compoundHead(w[k:]) {
			return true
		}
	}
	return false
}

// brandCompound reports whether a compound that the table does not hold names an organization by a region and its trade:
// "Rheinenergie", "Nordbank".
func (p *pack) brandCompound(w string) bool {
	if p.noun(w) || len(w) > 40 {
		return false
	}
	for k := 3; k+4 <= len(w); k++ {
		if utf8.RuneStart(w[k]) && p.is("regionhead", w[:k]) && (p.exactly("orgword", w[k:]) || p.exactly("trade", w[k:])) {
			return true
		}
	}
	return false
}

// personNoun reports whether a noun says what a person is: the table has its female form, or it is one.
func (p *pack) personNoun(w string) bool {
	if p.is("orgnoun", w) {
		return false
	}
	if stem, ok := strings.CutSuffix(w, "in"); ok && p.feminine[w] && len(stem) > 3 && (p.nouns[stem] || p.nouns[stem+"e"]) {
		return true
	}
	return p.feminine[w+"in"] || p.feminine[strings.TrimSuffix(w, "e")+"in"] && p.nouns[w]
}
