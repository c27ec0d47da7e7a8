package main

import (
	"encoding/csv"
	"os"
	"slices"
	"strings"
	"unicode"
)

// nounEndings are the endings of German nouns that the reader takes off by itself; forms that they explain are left out.
var nounEndings = []string{"s", "es", "n", "en", "e", "se", "sen"}

// nouns reads the table of German nouns: "n noun" ("f noun": feminine, takes no -s) with plurals
// that change the stem, "l place", "s surname", "g given name", in lower case.
func (g *gen) nouns(path string, known []string) []string {
	f, err := os.Open(path)
	if err != nil {
		g.err = err
		return nil
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.FieldsPerRecord, r.LazyQuotes = -1, true
	rows, err := r.ReadAll()
	if err != nil || len(rows) == 0 {
		g.err = err
		return nil
	}
	given := map[string]bool{}
	taken := map[string]bool{}
	for _, n := range known {
		taken[strings.ToLower(n)] = true
	}
	nouns, feminine, forms, places, surnames := map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, row := range rows[1:] {
		lemma, kinds := row[0], strings.Split(row[1], ",")
		has := func(k string) bool { return slices.Contains(kinds, k) }
		if has("Toponym") {
			if !has("adjektivische Deklination") && germanWord(lemma, true) {
				places[strings.ToLower(lemma)] = true
			}
			continue
		}
		if has("Nachname") {
			if germanWord(lemma, false) {
				surnames[strings.ToLower(lemma)] = true
			}
			continue
		}
		if has("Vorname") {
			if germanWord(lemma, false) {
				given[strings.ToLower(lemma)] = true
			}
			continue
		}
		if has("Eigenname") || has("Abkürzung") || has("Affix") || has("Straßenname") || !germanWord(lemma, false) {
			continue
		}
		low := strings.ToLower(lemma)
		feminine[low] = row[2] == "f" && (!nouns[low] || feminine[low])
		nouns[low] = true
		for i, name := range rows[0] {
			if i < len(row) && germanWord(row[i], false) && (strings.HasPrefix(name, "nominativ") || strings.HasPrefix(name, "genitiv") || strings.HasPrefix(name, "dativ") || strings.HasPrefix(name, "akkusativ")) {
				forms[strings.ToLower(row[i])] = true
			}
		}
	}
	var out []string
	for n := range nouns {
		if feminine[n] {
			out = append(out, "f "+n)
		} else {
			out = append(out, "n "+n)
		}
	}
next:
	for w := range forms {
		if nouns[w] {
			continue
		}
		for _, e := range nounEndings {
			if stem, ok := strings.CutSuffix(w, e); ok && len(stem) > 2 && nouns[stem] {
				continue next
			}
		}
		out = append(out, "n "+w)
	}
	for w := range places {
		if !nouns[w] && !surnames[w] && !taken[w] {
			out = append(out, "l "+w)
		}
	}
	for w := range given {
		out = append(out, "g "+w)
	}
	for w := range surnames {
		out = append(out, "s "+w)
	}
	slices.Sort(out)
	return out
}

// germanWord reports whether w is a capitalised word of three letters or more, no acronym; spaces: words.
func germanWord(w string, spaces bool) bool {
	n, lower := 0, false
	for i, r := range w {
		switch {
		case i == 0 && !unicode.IsUpper(r):
			return false
		case r == ' ' && spaces || r == '-':
		case !unicode.IsLetter(r) || r > 0x24f:
			return false
		}
		lower = lower || unicode.IsLower(r)
		n++
	}
	return n > 2 && lower
}
