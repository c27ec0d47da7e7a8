package extract

import (
	"bytes"
	"compress/gzip"
	"embed"
	"encoding/binary"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed tables/names.txt.gz
var namesGz []byte

//go:embed tables/orgs.txt.gz
var orgsGz []byte

//go:embed tables/towns.txt.gz
var townsGz []byte

//go:embed tables/places.txt.gz
var placesGz []byte

//go:embed tables/common-*.txt.gz tables/words-*.txt.gz
var wordsFS embed.FS

const (
	isGiven uint8 = 1 << iota
	isMale
	isFemale
	isSurname
)

// nameTables says what is known of single words as parts of names, and which organizations are well known.
type nameTables struct {
	words map[string]uint8      // lower case
	orgs  map[string]bool       // lower case
	multi map[string][][]string // organizations of several words, by first word, lower case

	towns func() map[string]bool // names of towns, lower case; read when a language first asks for them
}

// flags says what is known of a lower-case word as part of a name, with or without its accents.
func (t *nameTables) flags(w string) uint8 {
	f := t.words[w]
	if f&(isMale|isFemale) != 0 {
		return f
	}
	for i := 0; i < len(w); i++ {
		if w[i] >= utf8.RuneSelf {
			return f | t.words[fold(w)]
		}
	}
	return f
}

// eachLine calls f with the lines of a packed table.
func eachLine(gz []byte, f func(string)) error {
	z, err := gzip.NewReader(bytes.NewReader(gz))
	if err != nil {
		return err
	}
	var all strings.Builder                                   // of which the lines are parts
	all.Grow(int(binary.LittleEndian.Uint32(gz[len(gz)-4:]))) // its end says how long they are
	if _, err := io.Copy(&all, z); err != nil {
		return err
	}
	for l := range strings.Lines(all.String()) {
		f(strings.TrimSuffix(l, "\n"))
	}
	return nil
}

func loadNames() (*nameTables, error) {
	t := &nameTables{words: make(map[string]uint8, 100_000), orgs: make(map[string]bool, 16_000), multi: map[string][][]string{}, towns: sync.OnceValue(loadTowns)}
	err := eachLine(namesGz, func(l string) {
		if len(l) < 3 {
			return
		}
		switch l[:2] {
		case "s ":
			t.words[l[2:]] |= isSurname
		case "gm":
			t.words[l[3:]] |= isGiven | isMale
		case "gf":
			t.words[l[3:]] |= isGiven | isFemale
		case "gu":
			t.words[l[3:]] |= isGiven
		}
	})
	if err != nil {
		return nil, err
	}
	err = eachLine(orgsGz, func(l string) {
		l = strings.ReplaceAll(l, "’", "'")
		t.orgs[strings.ToLower(l)] = true
		if l2 := strings.ReplaceAll(l, " & ", " and "); l2 != l { // "Marks and Spencer"
			t.orgs[strings.ToLower(l2)] = true
			w := orgTokens(l2)
			t.multi[w[0]] = append(t.multi[w[0]], w[1:])
		}
		if w := orgTokens(l); len(w) > 1 {
			t.multi[w[0]] = append(t.multi[w[0]], w[1:])
		}
	})
	for _, l := range t.multi { // longest first
		slices.SortStableFunc(l, func(a, b []string) int { return len(b) - len(a) })
	}
	return t, err
}

// loadTowns reads the table of towns; it is empty where the table is broken, which the package's tests rule out.
func loadTowns() map[string]bool {
	m := make(map[string]bool, 30_000)
	if err := eachLine(townsGz, func(l string) { m[l] = true }); err != nil {
		return map[string]bool{}
	}
	return m
}

// orgTokens cuts the name of an organization as the tokenizer would, without commas: lower case, with "~" before what the
// name itself writes small.
func orgTokens(name string) []string {
	var out []string
	for _, f := range strings.Fields(name) {
		f = strings.Trim(f, ",.")
		if low := strings.ToLower(f); low == f && len(out) > 0 && f != "" && (f[0] < '0' || f[0] > '9') {
			f = "~" + f
		} else {
			f = low
		}
		if w, ok := strings.CutSuffix(f, "'s"); ok {
			out = append(out, w, "'s")
			continue
		}
		if f != "" {
			out = append(out, f)
		}
	}
	return out
}

// orgAt gives how many tokens a well-known organization of several words takes at i; 0 where none stands there.
func (n *nameTables) orgAt(t []token, i int) int {
next:
	for _, w := range n.multi[t[i].low] {
		k := i + 1
		for _, x := range w {
			small := x[0] == '~'
			if small {
				x = x[1:]
			}
			if k+1 < len(t) && t[k].low == "," && t[k+1].low == x { // "University of California, San Diego"
				k++
			}
			if k >= len(t) || t[k].low != x || !small && !t[k].capital && !t[k].digit && !t[k].punct && x != "'s" {
				continue next
			}
			k++
		}
		return k - i
	}
	return 0
}

// loadCommon reads the words of running text of one language, and the further ones of its dictionary where there is a list.
func loadCommon(lang string) (map[string]bool, error) {
	var words []string
	for _, table := range []string{"common", "words"} {
		gz, err := wordsFS.ReadFile("tables/" + table + "-" + lang + ".txt.gz")
		if err != nil {
			continue
		}
		if err := eachLine(gz, func(l string) { words = append(words, l) }); err != nil {
			return nil, fmt.Errorf("%s of %s: %w", table, lang, err)
		}
	}
	m := make(map[string]bool, len(words)+len(words)/8) // a language adds some
	for _, w := range words {
		m[w] = true
	}
	return m, nil
}

// spokenIn lists the countries of which an article in the language names small towns too.
var spokenIn = map[string]string{
	"en": "us gb ie ca au nz", "fr": "fr be ch ca lu mc", "de": "de at ch lu be it", "es": "es mx ar co cl pe uy ec", "it": "it ch", "pt": "pt br",
}

// addPlaces puts towns into the class "place": the large ones of the world and the smaller ones of where the language is
// spoken, but those that are words of the language as well.
func (p *pack) addPlaces() error {
	c := p.class("place")
	return eachLine(placesGz, func(l string) {
		country, l, _ := strings.Cut(l, " ")
		if country != "**" && !strings.Contains(spokenIn[p.lang], country) {
			return
		}
		if p.common[l] || p.is("orgword", l) || p.is("notplace", l) {
			return
		}
		if f := p.splitText(l); len(f) > 0 {
			c.add(strings.Join(f, " "))
		}
	})
}

// flags is what is known of a word as part of a name, by the general table and by the language's own classes "given.m",
// "given.f" and "given.u" (of both genders).
func (d *document) flags(w string) uint8 {
	f := d.names.flags(w)
	switch { // the language knows better: "Laurence", "Camille"
	case f&isGiven != 0 && d.p.is("given.none", w):
		return f &^ (isGiven | isMale | isFemale)
	case d.p.is("given.u", w):
		f = f&^(isMale|isFemale) | isGiven
	case d.p.is("given.m", w):
		f = f&^isFemale | isGiven | isMale
	case d.p.is("given.f", w):
		f = f&^isMale | isGiven | isFemale
	case f&isGiven == 0 && d.p.given[w]:
		f |= isGiven
	}
	if f&isSurname == 0 && d.p.surnames[w] {
		f |= isSurname
	}
	if a, b, ok := strings.Cut(w, "-"); ok && f == 0 && d.p.is("option", "org-before-role") { // "Kerry-Ann"
		if x, y := d.names.flags(a), d.names.flags(b); x&isGiven != 0 && y&isGiven != 0 {
			f = isGiven | x&y&(isMale|isFemale)
		}
	}
	return f
}
