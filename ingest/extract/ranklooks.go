package extract

import "strings"

// looks is what the name of an organization alone says of what it is: a name taken for one may be a town, a field or a part of a house.
type looks uint8

const (
	looksPlace looks = 1 << iota
	looksPlain       // words of the language and nothing else
	looksGiven       // begins with a given name
	looksHouse       // has a word that houses are called by
	looksPart        // has a word for parts of houses
	looksField       // has a word for what somebody is responsible for
)

// lookLabels name them, in the order of their bits.
var lookLabels = [...]string{"looks a place", "looks plain", "looks a person", "looks a house", "looks a part", "looks a field"}

// looksOf looks at a name.
func (d *document) looksOf(name string) looks {
	p := d.p
	words := strings.Fields(strings.ToLower(name))
	var l looks
	if c := p.named("place"); len(words) == 1 && p.is("place", words[0]) || len(words) > 1 && c.hasPhrase(words) {
		l |= looksPlace
	}
	plain := len(words) > 0
	for _, w := range words {
		if p.is("orgword", w) || p.is("orghead", w) || p.is("orgsuffix", w) {
			l |= looksHouse
		}
		if p.is("unitword", w) || p.is("unitnoun", w) {
			l |= looksPart
		}
		if p.is("domain", w) {
			l |= looksField
		}
		plain = plain && (p.common[w] || p.nouns[w] || p.is("func", w) || p.is("orgof", w))
	}
	if plain {
		l |= looksPlain
	}
	if len(words) > 1 && d.flags(words[0])&isGiven != 0 {
		l |= looksGiven
	}
	return l
}

// each calls f with the label of each.
func (l looks) each(f func(label string)) {
	for k, label := range lookLabels {
		if l&(1<<k) != 0 {
			f(label)
		}
	}
}
