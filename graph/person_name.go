package graph

import (
	"slices"
	"strings"
)

// PersonName is a person's name taken apart. All its words are folded (FoldWords); parts that belong together are
// joined (delatorre, jeanluc, ocasiocortez). Titles, degrees and nicknames in brackets or quotes are not kept.
type PersonName struct {
	Given     string   // the first given name, or its initial; empty where only one word is known
	Middle    []string // further given names or their initials, in order
	Surname   string   // with its particles; the only word of a name of one word
	Surname2  string   // the second surname of a Spanish name; mostly empty
	Suffix    string   // "jr", "sr", "ii", "iii", "iv", "neto"; mostly empty
	ambiguous bool     // written without a sign of which word is the surname
}

// PersonKey is the key of a name's block. All spellings of one name have the same key; so have some names of different
// people, on purpose: who is who inside a block is decided by evidence. It is the first given name and the surname in
// alphabetical order, folded further so that customary transliterations meet (Müller, Mueller, Muller; Сергей, Sergey,
// Sergei). It is empty where the name has no letter.
func PersonKey(name string) string { return ParsePersonName(name).Key() }

// Key is the PersonKey of the name.
func (n PersonName) Key() string {
	words := make([]string, 0, 2)
	for _, w := range []string{n.Given, n.Surname} {
		if w != "" {
			words = append(words, spellingKey(w))
		}
	}
	slices.Sort(words)
	return strings.Join(words, " ")
}

// IsZero reports that nothing was left of the name.
func (n PersonName) IsZero() bool { return n.Given == "" && n.Surname == "" }

// Full reports that the name has a given name that is more than an initial, and a surname.
func (n PersonName) Full() bool { return len(n.Given) > 1 && len(n.Surname) > 1 }

// Compatible reports whether both names can be one person's: initials fit the names that they begin, missing middle
// names and suffixes fit, transliterations fit; two different given names, middle names, surnames or suffixes do not.
// A single word fits a name that has it as given name or surname. Nicknames do not fit here: see NameTable.Nickname.
// The relation is symmetric, not transitive.
func (n PersonName) Compatible(other PersonName) bool {
	if n.IsZero() || other.IsZero() {
		return false
	}
	if n.Suffix != "" && other.Suffix != "" && n.Suffix != other.Suffix {
		return false
	}
	if n.Given == "" || other.Given == "" {
		one, full := n, other
		if other.Given == "" {
			one, full = other, n
		}
		return sameSpelling(one.Surname, full.Surname) || (full.Given != "" && sameSpelling(one.Surname, full.Given))
	}
	if n.fits(other) {
		return true
	}
	return (n.ambiguous || other.ambiguous) && n.swapped().fits(other)
}

func (n PersonName) swapped() PersonName {
	if len(n.Middle) > 0 {
		return n
	}
	n.Given, n.Surname = n.Surname, n.Given
	return n
}

func (n PersonName) fits(other PersonName) bool {
	if !sameSpelling(n.Surname, other.Surname) {
		return false
	}
	if n.Surname2 != "" && other.Surname2 != "" && !sameSpelling(n.Surname2, other.Surname2) {
		return false
	}
	if fitsName(n.Given, other.Given) && fitMiddles(n.Middle, other.Middle) {
		return true
	}
	return joinsAs(n, other) || joinsAs(other, n)
}

// joinsAs reports that a's given name is b's first two in one: jeanluc and jean luc.
func joinsAs(a, b PersonName) bool {
	return len(b.Middle) > 0 && sameSpelling(a.Given, b.Given+b.Middle[0]) && fitMiddles(a.Middle, b.Middle[1:])
}

// fitMiddles reports that the shorter list is in the longer one in order.
func fitMiddles(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for _, w := range b {
		if i < len(a) && fitsName(a[i], w) {
			i++
		}
	}
	return i == len(a)
}

func fitsName(a, b string) bool {
	if len(a) == 1 || len(b) == 1 {
		return a[0] == b[0] || spellingKey(a)[0] == spellingKey(b)[0]
	}
	return sameSpelling(a, b)
}

func sameSpelling(a, b string) bool { return a == b || spellingKey(a) == spellingKey(b) }

// spellingKey brings together the customary ASCII spellings of one folded word: ae, oe, ue for the German umlauts, i, j
// and y of the Slavic transliterations, ph and f, x and ks, tch and ch, single and double letters.
func spellingKey(word string) string {
	if len(word) > 2 && (strings.HasPrefix(word, "ye") || strings.HasPrefix(word, "ie")) {
		word = word[1:]
	}
	var short [32]byte
	b := short[:0]
	put := func(c byte) {
		if n := len(b); n == 0 || b[n-1] != c || c >= '0' && c <= '9' {
			b = append(b, c)
		}
	}
	for i := 0; i < len(word); i++ {
		next := byte(0)
		if i+1 < len(word) {
			next = word[i+1]
		}
		switch c := word[i]; {
		case (c == 'a' || c == 'o' || c == 'u') && next == 'e':
			put(c)
			i++
		case c == 'p' && next == 'h':
			put('f')
			i++
		case c == 't' && strings.HasPrefix(word[i:], "tch"):
		case c == 'x':
			put('k')
			put('s')
		case c == 'y' || c == 'j':
			put('i')
		default:
			put(c)
		}
	}
	return string(b)
}
