package catalogue

import (
	"bytes"
	"errors"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"talentgraph/graph"
)

func organizationsOf(t *testing.T) *graph.Catalogue {
	t.Helper()
	c, err := Organizations()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestOrganizations(t *testing.T) {
	c := organizationsOf(t)
	count := map[string]int{}
	country := regexp.MustCompile(`^([A-Z]{2})?$`)
	wikidata := regexp.MustCompile(`^(Q[1-9]\d*)?$`)
	domain := regexp.MustCompile(`^[^\s/?#@]+\.[^\s?#@]+$`)
	for _, e := range c.Entries() {
		count["all"]++
		count[e.Kind]++
		if e.Curated {
			count["curated"]++
		}
		if e.Wikidata != "" {
			count["wikidata"]++
		}
		if len(e.FormerNames) > 0 {
			count["former"]++
		}
		if !country.MatchString(e.Country) || !wikidata.MatchString(e.Wikidata) || e.Kind == "" {
			t.Errorf("%s: country %q, Wikidata %q, kind %q", e.Key, e.Country, e.Wikidata, e.Kind)
		}
		for _, d := range e.Domains {
			if !domain.MatchString(d) {
				t.Errorf("%s: domain %q", e.Key, d)
			}
		}
		for _, n := range e.Names() {
			if n != strings.TrimSpace(n) || graph.OrganizationKey(n) == "" {
				t.Errorf("%s: name %q", e.Key, n)
			}
		}
		// What is written by hand is found by its name and aliases, and if not, then by nothing else.
		if e.Curated {
			if found, ok := c.Lookup(e.Name); !ok || found.Key != e.Key {
				t.Errorf("Lookup(%q) = %q, want %q", e.Name, found.Key, e.Key)
			}
			for _, n := range append(e.Aliases, e.FormerNames...) {
				if found, ok := c.Lookup(n); !ok || found.Key != e.Key {
					t.Errorf("Lookup(%q) = %q, want %q", n, found.Key, e.Key)
				}
			}
		}
	}
	for what, least := range map[string]int{"all": 10000, "curated": 500, "university": 5000, "club": 1000, "law firm": 80, "media": 150,
		"government": 80, "central bank": 25, "wikidata": 1000, "former": 500} {
		if count[what] < least {
			t.Errorf("%d of %s, want at least %d", count[what], what, least)
		}
	}
}

func TestLookup(t *testing.T) {
	c := organizationsOf(t)
	for want, names := range map[string][]string{
		"Massachusetts Institute of Technology": {"MIT", "M.I.T.", "Massachusetts Institute of Technology"},
		"Google":                                {"谷歌", "Гугл", "جوجل"},
		"Deutsche Bank":                         {"德意志银行", "Дойче банк", "Ντόιτσε Μπανκ"},
		"Université Paris-Saclay":               {"Paris-Saclay", "Paris-Saclay University", "universite paris saclay"},
		"Federal Reserve":                       {"la Fed", "the Fed", "Fed", "Réserve fédérale", "Reserva Federal", "US-Notenbank", "Riserva federale"},
		"European Central Bank":                 {"EZB", "ECB", "BCE", "Banque centrale européenne", "Banca centrale europea", "Banco Central Europeu"},
		"International Monetary Fund":           {"IMF", "FMI", "IWF", "Internationaler Währungsfonds", "Fundo Monetário Internacional"},
		"European Commission":                   {"Commission européenne", "EU-Kommission", "Comisión Europea", "Commissione europea", "Comissão Europeia"},
		"Google DeepMind":                       {"DeepMind", "Deepmind", "Google DeepMind"},
		"Meta":                                  {"Facebook", "Facebook Inc.", "Meta Platforms, Inc.", "META"},
		"X":                                     {"Twitter", "Twitter, Inc.", "X Corp."},
		"OpenAI":                                {"OpenAI"}, "Anthropic": {"Anthropic"}, "xAI": {"xAI", "x.ai"}, "Mistral AI": {"Mistral", "Mistral AI"},
		"Hugging Face":            {"Hugging Face", "HuggingFace"},
		"Inria":                   {"INRIA"},
		"CNRS":                    {"le CNRS"},
		"Max-Planck-Gesellschaft": {"Max-Planck-Institut", "Max Planck Society"},
		"L'Oréal":                 {"l’Oréal", "Loreal", "L'OREAL S.A."},
		"Amazon Web Services":     {"AWS"},
		"Amazon":                  {"Amazon.com, Inc."},
		"JPMorgan Chase":          {"J.P. Morgan", "JPMorgan", "JPMorgan Chase & Co."},
		"EY":                      {"Ernst & Young", "Ernst and Young LLP"},
		"El País":                 {"El Pais"},
		"The New York Times":      {"NYT", "New York Times"},
		"Los Angeles Times":       {"LA Times"},
		"The Times":               {"The Times"},
		"Target":                  {"Target"}, "Apple": {"Apple", "Apple Inc."}, "Orange": {"Orange"}, "Gap": {"Gap", "The Gap"},
	} {
		for _, name := range names {
			if e, _ := c.Lookup(name); e.Name != want {
				t.Errorf("Lookup(%q) = %q, want %q", name, e.Name, want)
			}
		}
	}
	for _, name := range []string{"Acme Robotics", "Banco Central", "he", "Presse"} {
		if e, ok := c.Lookup(name); ok {
			t.Errorf("Lookup(%q) = %q, want none", name, e.Name)
		}
	}
}

func TestParents(t *testing.T) {
	c := organizationsOf(t)
	for name, want := range map[string][]string{
		"DeepMind": {"google", "alphabet"}, "Instagram": {"meta"}, "WhatsApp": {"meta"}, "LinkedIn": {"microsoft"}, "GitHub": {"microsoft"},
		"YouTube": {"google", "alphabet"}, "Waymo": {"alphabet"}, "AWS": {"amazon"}, "Audi": {"volkswagen"}, "Gucci": {"kering"},
	} {
		e, _ := c.Lookup(name)
		if got := c.Ancestors(e.Key); !slices.Equal(got, want) {
			t.Errorf("ancestors of %s: %q, want %q", name, got, want)
		}
	}
	e, _ := c.Lookup("Meta")
	if !slices.Contains(e.FormerNames, "Facebook") {
		t.Errorf("former names of Meta: %q", e.FormerNames)
	}
	if e, _ := c.Lookup("Apple"); !e.Ambiguous {
		t.Error("Apple is not marked as a common word")
	}
}

func TestNames(t *testing.T) {
	names, err := Names()
	if err != nil {
		t.Fatal(err)
	}
	if g, s := len(names.GivenNames(2000)), len(names.Surnames(20000)); g < 1500 || s < 15000 {
		t.Errorf("%d given names, %d surnames", g, s)
	}
	for _, name := range []string{"John Smith", "Wei Wang", "María García", "Jean Martin", "Hans Müller", "Anna Rossi", "João Silva", "Rahul Sharma"} {
		p := graph.ParsePersonName(name)
		if c := names.Commonness(p); !names.Common(p, 1000) || c < 1e-6 || c > 1e-3 {
			t.Errorf("%s: common %v, commonness %g", name, names.Common(p, 1000), c)
		}
	}
	for _, name := range []string{"Ruoming Pang", "Arthur Mensch", "Yann LeCun"} {
		p := graph.ParsePersonName(name)
		if c := names.Commonness(p); names.Common(p, 1000) || c > 1e-6 {
			t.Errorf("%s: common %v, commonness %g", name, names.Common(p, 1000), c)
		}
	}
	for _, pair := range [][2]string{{"Bob", "Robert"}, {"Bill", "William"}, {"Mike", "Michael"}, {"Alex", "Alexander"}, {"Pepe", "José"},
		{"Sasha", "Александр"}, {"Beppe", "Giuseppe"}, {"Sepp", "Josef"}} {
		if !names.Nickname(pair[0], pair[1]) {
			t.Errorf("%s is no nickname of %s", pair[0], pair[1])
		}
	}
}

// TestTableIsSorted keeps the hand-written table readable and mergeable.
func TestTableIsSorted(t *testing.T) {
	entries, err := ReadTable(bytes.NewReader(curatedTable), true)
	if err != nil {
		t.Fatal(err)
	}
	last, section := "", ""
	for _, e := range entries {
		if s := e.Kind + e.Sector; s != section {
			section, last = s, ""
		}
		if name := graph.Fold(e.Name); name < last {
			t.Errorf("%q comes after %q", e.Name, last)
		} else {
			last = name
		}
	}
	var b strings.Builder
	for _, e := range entries {
		e.Parent = ""
		b.WriteString(FormatRow(e) + "\n")
	}
	again, err := ReadTable(strings.NewReader(b.String()), true)
	if err != nil || len(again) != len(entries) {
		t.Errorf("what FormatRow writes, ReadTable reads as %d rows, %v; want %d", len(again), err, len(entries))
	}
}

func TestReadTableErrors(t *testing.T) {
	for name, row := range map[string]string{
		"no name": "\tcompany", "flag": "Acme\tcompany\tUS\t\t\t\t\t\tstrange", "columns": "Acme" + strings.Repeat("\t", 12),
	} {
		_, err := ReadTable(strings.NewReader("# head\n"+row+"\n"), true)
		if !errors.Is(err, graph.ErrInvalid) || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%s: %v, want ErrInvalid on line 2", name, err)
		}
	}
}

func FuzzReadTable(f *testing.F) {
	f.Add("Acme\tcompany\tUS\tTechnology\t\tACM\tacme.com\tQ1\tambiguous\tA|B\tC\n")
	f.Fuzz(func(t *testing.T, s string) {
		entries, err := ReadTable(strings.NewReader(s), true)
		if err != nil {
			return
		}
		for _, e := range entries {
			if e.Name == "" {
				t.Fatal("an entry without a name")
			}
		}
	})
}

// TestSourcesNameEveryList keeps the attribution complete.
func TestSourcesNameEveryList(t *testing.T) {
	text, err := os.ReadFile("SOURCES.md")
	if err != nil {
		t.Fatal(err)
	}
	code, err := os.ReadFile("gen/organizations.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`\{"([a-z0-9_]+)", read`).FindAllStringSubmatch(string(code), -1) {
		if !strings.Contains(string(text), m[1]) {
			t.Errorf("SOURCES.md does not name %s", m[1])
		}
	}
}
