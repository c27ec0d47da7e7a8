package graph

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

func testCatalogue(t *testing.T, entries ...CatalogueEntry) *Catalogue {
	t.Helper()
	c, err := NewCatalogue(entries)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestCatalogueLookup(t *testing.T) {
	c := testCatalogue(t,
		CatalogueEntry{Name: "Alphabet"},
		CatalogueEntry{Name: "Google", Parent: "alphabet", Aliases: []string{"Google LLC", "谷歌"}},
		CatalogueEntry{Name: "Google DeepMind", Parent: "google", Aliases: []string{"DeepMind"}},
		CatalogueEntry{Name: "Meta", Key: "meta platforms", Aliases: []string{"Meta Platforms"}, FormerNames: []string{"Facebook"}},
	)
	for name, want := range map[string]string{
		"Google": "google", "google inc.": "google", "谷歌": "google", "DeepMind": "google deepmind", "Meta": "meta platforms",
		"Facebook, Inc.": "meta platforms", "the Alphabet Group": "alphabet", "Yahoo": "", "": "", "\xff": "",
	} {
		if e, ok := c.Lookup(name); e.Key != want || ok != (want != "") {
			t.Errorf("Lookup(%q) = %q, %v, want %q", name, e.Key, ok, want)
		}
	}
	if got := c.Ancestors("google deepmind"); !slices.Equal(got, []string{"google", "alphabet"}) {
		t.Errorf("ancestors of DeepMind: %q", got)
	}
	if got := c.Ancestors("alphabet"); got != nil {
		t.Errorf("ancestors of Alphabet: %q", got)
	}
	if e, ok := c.Entry("meta platforms"); !ok || e.Name != "Meta" {
		t.Errorf("Entry: %+v, %v", e, ok)
	}
	if _, ok := c.Entry("meta"); ok {
		t.Error("a name is no key")
	}
}

func TestCatalogueSharedNames(t *testing.T) {
	c := testCatalogue(t,
		CatalogueEntry{Key: "a", Name: "First", Aliases: []string{"Twin", "Famous", "Second"}},
		CatalogueEntry{Key: "b", Name: "Second", Aliases: []string{"Twin", "Famous"}},
		CatalogueEntry{Key: "c", Name: "Third", Aliases: []string{"Famous"}, Curated: true},
		CatalogueEntry{Key: "d", Name: "La Presse", Curated: true},
		CatalogueEntry{Key: "e", Name: "Die Presse", Curated: true},
		CatalogueEntry{Key: "f", Name: "La Poste", Curated: true},
		CatalogueEntry{Key: "g", Name: "Poste Italiane", Aliases: []string{"Poste"}, Curated: true},
	)
	for name, want := range map[string]string{
		"Twin":      "",  // two listed companies
		"Famous":    "c", // one is written by hand
		"Second":    "b", // a name wins over an alias
		"La Presse": "d", "Die Presse": "e", "Presse": "",
		"La Poste": "f", "Poste": "g",
	} {
		if e, _ := c.Lookup(name); e.Key != want {
			t.Errorf("Lookup(%q) = %q, want %q", name, e.Key, want)
		}
	}
}

func TestNewCatalogueErrors(t *testing.T) {
	for name, c := range map[string]struct {
		entries []CatalogueEntry
		says    string
	}{
		"no name":        {[]CatalogueEntry{{Key: "a", Name: " - "}}, `"a"`},
		"same key":       {[]CatalogueEntry{{Name: "Acme"}, {Name: "Acme Inc."}}, `"acme" is used twice`},
		"unknown parent": {[]CatalogueEntry{{Name: "Acme", Parent: "nobody"}}, `unknown parent "nobody"`},
		"own parent":     {[]CatalogueEntry{{Name: "Acme", Parent: "acme"}}, "acme ⊂ acme"},
		"circle":         {[]CatalogueEntry{{Name: "A1", Parent: "b1"}, {Name: "B1", Parent: "c1"}, {Name: "C1", Parent: "a1"}}, "a1 ⊂ b1 ⊂ c1 ⊂ a1"},
	} {
		if _, err := NewCatalogue(c.entries); !errors.Is(err, ErrInvalid) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want ErrInvalid with %s", name, err, c.says)
		}
	}
}

func TestCatalogueVersion(t *testing.T) {
	a, b := CatalogueEntry{Name: "Acme", Aliases: []string{"A", "B"}}, CatalogueEntry{Name: "Beta"}
	one := testCatalogue(t, a, b).Version()
	if two := testCatalogue(t, b, a).Version(); two != one {
		t.Error("the order of the entries changes the version")
	}
	a.Aliases = []string{"A|B"}
	if three := testCatalogue(t, a, b).Version(); three == one || one == "" {
		t.Error("another alias leaves the version as it was")
	}
}

func TestNilCatalogue(t *testing.T) {
	var c *Catalogue
	if _, ok := c.Lookup("Google"); ok || c.Len() != 0 || c.Entries() != nil || c.Version() != "" || c.Ancestors("google") != nil {
		t.Error("a nil catalogue knows something")
	}
}
