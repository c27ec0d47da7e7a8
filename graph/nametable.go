package graph

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// NameTable knows how common given names and surnames are, by language area, and customary nicknames. The zero table
// and a nil one know none: every name is rare. It is safe for concurrent use.
type NameTable struct {
	areas     []nameArea
	given     nameKind
	surnames  nameKind
	nicknames map[string][]string // short form → full names
}

// nameArea is a part of the people in the news whose given names and surnames go together.
type nameArea struct {
	name   string
	weight float64
}

type nameKind struct {
	words   map[string]nameShares
	ranking []string            // as folded, commonest first
	initial map[[2]byte]float64 // area and first letter → share of the names that it begins
}

type nameShares struct {
	rank   int // 1 is the commonest
	shares []areaShare
}

type areaShare struct {
	area  uint8
	share float32
}

// unknownShare is the share of a name, in an area, that no list of the area has: about one bearer in a million.
const unknownShare = 1e-6

// ReadNameTable reads a table, one row a line: "area", its name and weight; "given" or "surname", a folded name and its
// shares ("EN:1234 FR:5", in units of 1e-8) in order of commonness; "nickname", a full name and its short forms. Fields are
// separated by tabs; # begins a comment line. A row of any other shape is ErrInvalid, with its line.
func ReadNameTable(r io.Reader) (*NameTable, error) {
	t := &NameTable{nicknames: make(map[string][]string)}
	t.given = nameKind{words: make(map[string]nameShares), initial: make(map[[2]byte]float64)}
	t.surnames = nameKind{words: make(map[string]nameShares), initial: make(map[[2]byte]float64)}
	scan := bufio.NewScanner(r)
	for line := 1; scan.Scan(); line++ {
		text := scan.Text()
		if text == "" || text[0] == '#' {
			continue
		}
		if err := t.readRow(text); err != nil {
			return nil, fmt.Errorf("name table, line %d: %w", line, err)
		}
	}
	if err := scan.Err(); err != nil {
		return nil, fmt.Errorf("name table: %w", err)
	}
	t.given.rank(t.areas)
	t.surnames.rank(t.areas)
	return t, nil
}

func (t *NameTable) readRow(text string) error {
	kind, rest, _ := strings.Cut(text, "\t")
	word, values, ok := strings.Cut(rest, "\t")
	if !ok || word == "" {
		return fmt.Errorf("%w row %.40q: want three fields", ErrInvalid, text)
	}
	switch kind {
	case "area":
		w, err := strconv.ParseFloat(values, 64)
		if err != nil || !(w > 0 && w <= 1) {
			return fmt.Errorf("%w weight %.20q of area %.20q", ErrInvalid, values, word)
		}
		t.areas = append(t.areas, nameArea{word, w})
	case "given":
		return t.given.read(t.areas, word, values)
	case "surname":
		return t.surnames.read(t.areas, word, values)
	case "nickname":
		for _, short := range strings.Fields(values) {
			key := spellingKey(short)
			t.nicknames[key] = append(t.nicknames[key], spellingKey(word))
		}
	default:
		return fmt.Errorf("%w kind %.20q: want area, given, surname or nickname", ErrInvalid, kind)
	}
	return nil
}

func (k *nameKind) read(areas []nameArea, word, values string) error {
	key := spellingKey(word)
	s, known := k.words[key]
	for _, v := range strings.Fields(values) {
		name, number, _ := strings.Cut(v, ":")
		area := slices.IndexFunc(areas, func(a nameArea) bool { return a.name == name })
		n, err := strconv.ParseFloat(number, 32)
		if err != nil || area < 0 || !(n > 0 && n <= 1e8) {
			return fmt.Errorf("%w share %.20q of %.20q", ErrInvalid, v, word)
		}
		s.shares = addShare(s.shares, areaShare{uint8(area), float32(n / 1e8)})
		k.initial[[2]byte{byte(area), word[0]}] += n / 1e8
	}
	k.words[key] = s
	if !known {
		k.ranking = append(k.ranking, word)
	}
	return nil
}

// addShare adds up the shares of names that are spellings of one.
func addShare(shares []areaShare, s areaShare) []areaShare {
	for i := range shares {
		if shares[i].area == s.area {
			shares[i].share += s.share
			return shares
		}
	}
	return append(shares, s)
}

func (k *nameKind) rank(areas []nameArea) {
	type ranked struct {
		word, key string
		total     float64
	}
	all := make([]ranked, len(k.ranking))
	for i, word := range k.ranking {
		key := spellingKey(word)
		all[i] = ranked{word: word, key: key}
		for _, s := range k.words[key].shares {
			all[i].total += areas[s.area].weight * float64(s.share)
		}
	}
	slices.SortStableFunc(all, func(a, b ranked) int { return cmp.Compare(b.total, a.total) })
	for i, r := range all {
		k.ranking[i] = r.word
		s := k.words[r.key]
		s.rank = i + 1
		k.words[r.key] = s
	}
}

// share is how many of an area's people bear the name; all of them for an empty one.
func (k *nameKind) share(area int, word string) float64 {
	if word == "" {
		return 1
	}
	if len(word) == 1 {
		return max(unknownShare, k.initial[[2]byte{byte(area), word[0]}])
	}
	for _, s := range k.words[spellingKey(word)].shares {
		if int(s.area) == area {
			return max(unknownShare, float64(s.share))
		}
	}
	return unknownShare
}

// Commonness estimates the share of people in the news who bear this given name and surname: 0.0001 is one in ten
// thousand. It adds up over language areas, within each of which the two names are taken as independent. It is above 0
// and at most 1: two unknown names give 1e-12, an initial counts all names that it begins, a missing name all names.
// Middle names are not considered.
func (t *NameTable) Commonness(name PersonName) float64 {
	if t == nil || len(t.areas) == 0 {
		return unknownShare * unknownShare
	}
	var straight, swapped float64
	for i, a := range t.areas {
		straight += a.weight * t.given.share(i, name.Given) * t.surnames.share(i, name.Surname)
		if name.ambiguous {
			swapped += a.weight * t.given.share(i, name.Surname) * t.surnames.share(i, name.Given)
		}
	}
	return min(1, max(straight, swapped))
}

// Common reports whether the given name and the surname are both among the n commonest of their kind.
func (t *NameTable) Common(name PersonName, n int) bool {
	if t == nil {
		return false
	}
	common := func(given, surname string) bool {
		g, s := t.given.words[spellingKey(given)].rank, t.surnames.words[spellingKey(surname)].rank
		return g > 0 && g <= n && s > 0 && s <= n
	}
	return common(name.Given, name.Surname) || name.ambiguous && common(name.Surname, name.Given)
}

// GivenNames lists the n commonest given names, or all there are, commonest first, folded.
func (t *NameTable) GivenNames(n int) []string {
	if t == nil {
		return nil
	}
	return slices.Clone(t.given.ranking[:max(0, min(n, len(t.given.ranking)))])
}

// Surnames lists the n commonest surnames, or all there are, commonest first, folded.
func (t *NameTable) Surnames(n int) []string {
	if t == nil {
		return nil
	}
	return slices.Clone(t.surnames.ranking[:max(0, min(n, len(t.surnames.ranking)))])
}

// Nickname reports whether one given name is a customary short form of the other, or both are of one third: Bob and
// Robert, Bob and Rob. A name is no nickname of itself.
func (t *NameTable) Nickname(a, b string) bool {
	if t == nil || a == "" || b == "" {
		return false
	}
	a, b = spellingKey(Fold(a)), spellingKey(Fold(b))
	fullA, fullB := t.nicknames[a], t.nicknames[b]
	if a == b {
		return false
	}
	return slices.Contains(fullA, b) || slices.Contains(fullB, a) ||
		slices.ContainsFunc(fullA, func(full string) bool { return slices.Contains(fullB, full) })
}
