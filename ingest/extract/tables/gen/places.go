package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
)

// near are the countries of which smaller towns are taken in: those where the six languages are spoken.
const near = "US GB IE CA AU NZ FR BE CH LU MC DE AT ES IT PT BR MX AR CO CL PE UY EC"

const large = 250_000 // people

// places: "country name", the country in small letters or "**" for a large town, the name in lower case, from the GeoNames list of towns with more than 15,000 people. Small towns that are also
// names of people or organizations are left out.
func (g *gen) places(out string) []string {
	b, err := os.ReadFile(g.cities)
	if err != nil {
		g.err = err
		return nil
	}
	var all map[string]struct {
		Name       string
		Country    string `json:"countrycode"`
		Population int
	}
	if err := json.Unmarshal(b, &all); err != nil {
		g.err = err
		return nil
	}
	taken := map[string]bool{}
	for _, l := range g.lines(filepath.Join(out, "names.txt.gz")) {
		_, n, _ := strings.Cut(l, " ")
		taken[n] = true
	}
	orgs := map[string]bool{}
	for _, l := range g.lines(filepath.Join(out, "orgs.txt.gz")) {
		orgs[strings.ToLower(l)] = true
	}
	set := map[string]bool{}
	for _, c := range all {
		n := strings.ToLower(strings.ReplaceAll(c.Name, "’", "'"))
		least, mark := large, "**"
		if slices.Contains(strings.Fields(near), c.Country) {
			least = 40_000
			if c.Population < large {
				mark = strings.ToLower(c.Country)
			}
		}
		if c.Population < least || len([]rune(n)) < 4 || orgs[n] || taken[n] && c.Population < 400_000 {
			continue
		}
		if strings.ContainsFunc(n, func(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune(" -'.", r) || r > 0x24f }) {
			continue
		}
		set[mark+" "+n] = true
	}
	res := make([]string, 0, len(set))
	for n := range set {
		res = append(res, n)
	}
	slices.Sort(res)
	return res
}
