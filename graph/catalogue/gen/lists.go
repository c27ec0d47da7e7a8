package main

import (
	"compress/gzip"
	"encoding/csv"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"talentgraph/graph"
)

// rows reads a file of separated values, gzipped where its name says so, and calls f for each row after the first.
func rows(path string, comma rune, f func(row []string)) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	var r io.Reader = file
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(file); err != nil {
			return err
		}
	}
	if comma == '\t' {
		text, err := io.ReadAll(r)
		if err != nil {
			return err
		}
		for i, line := range strings.Split(string(text), "\n") {
			if i > 0 && line != "" {
				f(append(strings.Split(strings.TrimRight(line, "\r"), "\t"), "", "", "", ""))
			}
		}
		return nil
	}
	c := csv.NewReader(r)
	c.Comma, c.FieldsPerRecord, c.LazyQuotes = comma, -1, true
	for first := true; ; first = false {
		row, err := c.Read()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if !first {
			f(append(row, "", "", "", ""))
		}
	}
}

func readSP500(c *condenser, list, dir string) error {
	return rows(filepath.Join(dir, "constituents.csv"), ',', func(r []string) {
		e := graph.CatalogueEntry{Name: r[1], Kind: "company", Sector: r[2], Ticker: r[0]}
		hq := r[4][strings.LastIndex(r[4], ",")+1:]
		if e.Country = countryCode(hq); e.Country == "" {
			e.Country = "US"
		}
		e.Name = strings.TrimSpace(regexp.MustCompile(`\s*\((Class [A-C]|The)\)`).ReplaceAllString(e.Name, ""))
		c.add(list, e)
	})
}

func readLabs(c *condenser, list, dir string) error {
	return rows(filepath.Join(dir, "organizations.csv"), ',', func(r []string) {
		e := graph.CatalogueEntry{Name: strings.TrimSpace(r[0]), Sector: "Technology", Country: countryCode(r[1])}
		switch {
		case strings.Contains(r[3], "Academia"):
			e.Kind, e.Sector = "university", "Education"
		case strings.Contains(r[3], "Government"):
			e.Kind, e.Sector = "government", "Public sector"
		case r[3] == "Industry":
			e.Kind = "company"
		default:
			return
		}
		if strings.Contains(e.Name, ",") || !junk.MatchString(e.Name) {
			c.add(list, e)
		}
	})
}

func readUniversities(c *condenser, list, dir string) error {
	return rows(filepath.Join(dir, "universities.tsv"), '\t', func(r []string) {
		e := graph.CatalogueEntry{Name: r[0], Kind: "university", Sector: "Education", Country: r[1], Domains: domains(r[2])}
		if strings.Contains(e.Name, " ") {
			c.add(list, e)
		}
	})
}

func readStartups(c *condenser, list, dir string) error {
	return rows(filepath.Join(dir, "yc_companies.tsv"), '\t', func(r []string) {
		e := graph.CatalogueEntry{Name: r[0], Kind: "company", Sector: "Technology", Domains: domains(r[2])}
		place := r[4][strings.LastIndex(r[4], ",")+1:]
		e.Country = countryCode(place)
		for _, former := range strings.Split(r[1], "|") {
			former = regexp.MustCompile(`(?i)^(formerly|fka|previously|prev\.)[ :]+`).ReplaceAllString(former, "")
			if len(strings.Fields(former)) <= 4 {
				e.FormerNames = append(e.FormerNames, former)
			}
		}
		// A start-up called by an everyday word would claim that word in every article.
		if key := graph.OrganizationKey(e.Name); strings.Contains(key, " ") || len(key) >= 4 && !c.ordinary[key] {
			c.add(list, e)
		}
	})
}

func readBrands(c *condenser, list, dir string) error {
	return rows(filepath.Join(dir, "brands_latin.tsv.gz"), '\t', func(r []string) {
		e := graph.CatalogueEntry{Name: r[0], Kind: "company", Sector: "Consumer", Wikidata: r[1]}
		if cc := strings.ToUpper(r[3]); len(cc) == 2 && cc != "FX" {
			e.Country = cc
		}
		for _, a := range strings.Split(r[2], "|") {
			if len(a) > 4 && strings.Contains(a, " ") {
				e.Aliases = append(e.Aliases, a)
			}
		}
		key := graph.OrganizationKey(e.Name)
		if !regexp.MustCompile(`^Q\d+$`).MatchString(e.Wikidata) || len(key) < 4 || c.ordinary[key] {
			return
		}
		// Local shops make no news; brands of several countries do.
		if strings.Count(r[3], ",") >= 2 || r[3] == "001" {
			c.add(list, e)
		}
	})
}

func readClubs(c *condenser, list, dir string) error {
	tag := regexp.MustCompile(`\s*\[[a-z]+\]$`)
	return rows(filepath.Join(dir, "clubs.tsv"), '\t', func(r []string) {
		e := graph.CatalogueEntry{Name: r[1], Kind: "club", Sector: "Sport", Country: clubCountry(r[0])}
		for _, a := range strings.Split(r[2], "|") {
			e.Aliases = append(e.Aliases, tag.ReplaceAllString(a, ""))
		}
		e.Name = tag.ReplaceAllString(e.Name, "")
		c.add(list, e)
	})
}

func clubCountry(cc string) string {
	switch cc {
	case "eng", "sco", "wal", "nir":
		return "GB"
	}
	if len(cc) == 2 {
		return strings.ToUpper(cc)
	}
	return ""
}

func readListed(c *condenser, list, dir string) error {
	return rows(filepath.Join(dir, "equity_names.tsv.gz"), '\t', func(r []string) {
		e := graph.CatalogueEntry{Name: initialCase(r[0]), Kind: "company", Country: countryCode(r[1]), Sector: r[2], Domains: domains(r[3])}
		key := graph.OrganizationKey(e.Name)
		if len(e.Domains) == 0 || e.Sector == "" || junk.MatchString(e.Name) || c.ordinary[key] || len(key) < 4 {
			return
		}
		// Canada's and Australia's exchanges list exploration shells by the thousand.
		if e.Sector == "Materials" && (e.Country == "CA" || e.Country == "AU") {
			return
		}
		// The languages' own countries and their neighbours in full; of others only short names.
		if strings.Contains(" US GB IE CA FR BE LU CH DE AT ES MX AR CL CO PE IT PT BR NL DK SE NO FI ", " "+e.Country+" ") ||
			len(strings.Fields(key)) <= 2 && strings.Contains(" AU NZ JP IN IL ", " "+e.Country+" ") {
			c.add(list, e)
		}
	})
}

func readFilers(c *condenser, list, dir string) error {
	state := regexp.MustCompile(`(?i)\s*[/\\](new|[a-z]{2,4})[/\\]?\s*$`)
	return rows(filepath.Join(dir, "sec_company_names.txt"), '\t', func(r []string) {
		name := state.ReplaceAllString(r[0], "")
		e := graph.CatalogueEntry{Name: initialCase(name), Kind: "company"}
		key := graph.OrganizationKey(e.Name)
		// Names in capitals are mostly of filers that no list of companies has.
		if strings.ToUpper(name) == name || junk.MatchString(e.Name) || c.ordinary[key] || len(key) < 5 || strings.HasSuffix(key, " com") {
			return
		}
		c.add(list, e)
	})
}

func domains(s string) []string {
	var ds []string
	for _, d := range strings.Split(s, "|") {
		d = strings.ToLower(strings.TrimPrefix(strings.TrimSpace(d), "www."))
		if i := strings.IndexAny(d, "/?#"); i >= 0 {
			d = d[:i]
		}
		if strings.Contains(d, ".") && !strings.ContainsAny(d, " @:") && len(ds) < 3 {
			ds = append(ds, d)
		}
	}
	return ds
}
