package eval

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

var suffixes = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("inc incorporated corp corporation co company ltd limited llc llp plc sa sas sarl gmbh ag se nv bv spa srl group groupe gruppe grupo gruppo holding holdings the le la les l der die das el los il o a platforms") {
		m[w] = true
	}
	return m
}()

var possessive = regexp.MustCompile(`'s\b`)

// words folds a name to its words: no accents, no case, no possessive.
func words(s string) []string {
	s = strings.NewReplacer("’", "'", "ß", "ss").Replace(s)
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		if !unicode.Is(unicode.M, r) || norm.NFKD.PropertiesString(string(r)).CCC() == 0 {
			b.WriteRune(r)
		}
	}
	s = possessive.ReplaceAllString(strings.ToLower(b.String()), " ")
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '_' })
}

func orgKey(s string) []string {
	all := words(s)
	var core []string
	for _, w := range all {
		if !suffixes[w] {
			core = append(core, w)
		}
	}
	if len(core) == 0 {
		return all
	}
	return core
}

func sameOrg(a, b string) bool {
	x, y := orgKey(a), orgKey(b)
	if strings.Join(x, "") == strings.Join(y, "") {
		return true
	}
	if len(x) >= len(y) {
		x, y = y, x
	}
	return slices.Equal(x, y[:len(x)])
}

func samePerson(a, b string) bool {
	x, y := words(a), words(b)
	if strings.Join(x, "") == strings.Join(y, "") {
		return true
	}
	if len(x) >= len(y) {
		x, y = y, x
	}
	if len(x) < 2 || x[len(x)-1] != y[len(y)-1] {
		return false
	}
	for _, t := range x {
		if !slices.ContainsFunc(y, func(u string) bool { return strings.HasPrefix(u, t) }) {
			return false
		}
	}
	return true
}

// endOK reports whether v is what the gold says of an end or one of its alternatives; empty is null.
func endOK(want string, alt []string, v string) bool {
	for i := -1; i < len(alt); i++ {
		e := want
		if i >= 0 {
			e = alt[i]
		}
		if e == "" && v == "" || e != "" && v != "" && sameOrg(e, v) {
			return true
		}
	}
	return false
}

func personOK(m GoldMove, v string) bool {
	if m.Person != "" && samePerson(m.Person, v) {
		return true
	}
	return slices.ContainsFunc(m.PersonAlt, func(a string) bool { return a != "" && samePerson(a, v) })
}

// Fits reports whether person and both ends of a prediction are those of the gold move, as the strict score compares them.
func Fits(m GoldMove, p Predicted) bool { return fits(m, p) }

// IsPerson reports whether a name is that of the person of the gold move.
func IsPerson(m GoldMove, name string) bool { return personOK(m, name) }

// IsFrom reports whether an organization is the one that the gold move leaves; never where that may only be null.
func IsFrom(m GoldMove, name string) bool { return name != "" && endOK(m.From, m.FromAlt, name) }

// IsTo reports whether an organization is the one that the gold move joins.
func IsTo(m GoldMove, name string) bool { return name != "" && endOK(m.To, m.ToAlt, name) }
