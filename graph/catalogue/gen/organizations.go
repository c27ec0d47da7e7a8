package main

import (
	"fmt"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"talentgraph/graph"
)

// condenser gathers entries; the first list that has a key decides, later ones only fill what is empty.
type condenser struct {
	entries  map[string]*graph.CatalogueEntry
	curated  map[string]bool // keys that the table written by hand has as name, alias or former name
	ordinary map[string]bool // words that are no sign of an organization by themselves
	counts   map[string]int
}

// condenseOrganizations reads the lists in order of how well they write names. The result is sorted by key.
func condenseOrganizations(data, out string, curated []graph.CatalogueEntry) ([]graph.CatalogueEntry, string, error) {
	c := &condenser{entries: make(map[string]*graph.CatalogueEntry), curated: make(map[string]bool), counts: make(map[string]int)}
	for _, e := range curated {
		for _, n := range slices.Concat([]string{e.Name}, e.Aliases, e.FormerNames) {
			c.curated[graph.OrganizationKey(n)] = true
		}
	}
	var err error
	if c.ordinary, err = ordinaryWords(data, out); err != nil {
		return nil, "", err
	}
	for _, list := range []struct {
		name string
		read func(*condenser, string, string) error
	}{
		{"sp500", readSP500}, {"ai_labs", readLabs}, {"universities", readUniversities}, {"yc_companies", readStartups},
		{"name_suggestion_index", readBrands}, {"football_clubs", readClubs}, {"financedatabase", readListed},
		{"sec_tickers", readFilers},
	} {
		if err := list.read(c, list.name, filepath.Join(data, list.name)); err != nil {
			return nil, "", fmt.Errorf("%s: %w", list.name, err)
		}
	}
	var entries []graph.CatalogueEntry
	for _, key := range slices.Sorted(maps.Keys(c.entries)) {
		entries = append(entries, *c.entries[key])
	}
	report := fmt.Sprintf("organizations: %d written by hand, %d from lists\n", len(curated), len(entries))
	for _, name := range slices.Sorted(maps.Keys(c.counts)) {
		report += fmt.Sprintf("  %-22s %6d\n", name, c.counts[name])
	}
	return entries, report, nil
}

// junk marks what is listed or filed but employs nobody that the news would name: funds, shells, securities, notes.
var junk = regexp.MustCompile(`(?i)\b(etf|etn|etc|etp|fund|funds|trust|warrants?|units?|acquisition|acquisitions|spac|blank check|notes?|bonds?|` +
	`preferred|depositary|adr|gdr|shs|reit|income|municipal|treasury|portfolio|index|ishares|spdr|leveraged|capital pool|` +
	`merger|merger sub|royalty|receivables|mortgage securities|cl [a-z]|class [a-z]|series [a-z])\b|\bDL-|\bLS -|\bO\.N\.|\bINH\b|,-|,\d`)

// add takes an organization in unless its name is of no use.
func (c *condenser) add(list string, e graph.CatalogueEntry) {
	e.Name = strings.Join(strings.Fields(e.Name), " ")
	key := graph.OrganizationKey(e.Name)
	if len(key) < 2 || len(e.Name) > 80 || c.curated[key] || strings.ContainsAny(e.Name, "\t|\"") || !latin(e.Name) {
		return
	}
	if strings.Trim(key, "0123456789 ") == "" {
		return
	}
	if old, ok := c.entries[key]; ok {
		fill(&old.Country, e.Country)
		fill(&old.Sector, e.Sector)
		fill(&old.Ticker, e.Ticker)
		if len(old.Domains) == 0 {
			old.Domains = e.Domains
		}
		return
	}
	e.Key = key
	e.Ambiguous = !strings.Contains(key, " ") && c.ordinary[key]
	e.Aliases = c.otherNames(e, e.Aliases)
	e.FormerNames = c.otherNames(e, e.FormerNames)
	c.entries[key] = &e
	c.counts[list]++
}

// otherNames keeps the names that lead elsewhere than the entry's own and could not be mistaken for a word.
func (c *condenser) otherNames(e graph.CatalogueEntry, names []string) []string {
	var kept []string
	seen := map[string]bool{e.Key: true, "": true}
	for _, n := range names {
		n = strings.Join(strings.Fields(n), " ")
		key := graph.OrganizationKey(n)
		if seen[key] || len(key) < 3 || c.ordinary[key] || c.curated[key] || len(n) > 60 || !latin(n) || strings.ContainsAny(n, "\"|\t[]()") {
			continue
		}
		seen[key] = true
		kept = append(kept, n)
	}
	return kept
}

func fill(s *string, from string) {
	if *s == "" {
		*s = from
	}
}

// latin reports that a name is in Latin letters.
func latin(s string) bool {
	for _, r := range s {
		if r > 0x24f && (r < 0x1e00 || r > 0x1eff) && r != '’' && r != '–' {
			return false
		}
	}
	return true
}

// initialCase brings names that are written in capitals into the usual case; short words stay, they may be abbreviations.
func initialCase(name string) string {
	if strings.ToUpper(name) != name {
		return name
	}
	words := strings.Fields(name)
	for i, w := range words {
		lower := strings.ToLower(w)
		switch {
		case i > 0 && smallWords[lower]:
			words[i] = lower
		case len(w) > 3 || legalCase[lower]:
			words[i] = strings.ToUpper(lower[:1]) + lower[1:]
		}
	}
	return strings.Join(words, " ")
}

var (
	smallWords = map[string]bool{"of": true, "and": true, "the": true, "for": true, "de": true, "in": true, "&": true}
	legalCase  = map[string]bool{"inc": true, "inc.": true, "co": true, "co.": true, "ltd": true, "ltd.": true, "new": true, "gas": true, "oil": true}
)
