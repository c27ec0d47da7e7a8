package graph

import (
	"slices"
	"testing"
)

func TestIdentified(t *testing.T) {
	c, err := NewCatalogue([]CatalogueEntry{
		{Key: "apple", Name: "Apple", Wikidata: "Q312", Ticker: "AAPL", LEI: "HWUPKR0MPOU8FGXBT394", Domains: []string{"apple.com"}},
		{Key: "alphabet", Name: "Alphabet", Ticker: "GOOGL", Domains: []string{"abc.xyz"}},
		{Key: "google", Name: "Google", Parent: "alphabet", Domains: []string{"google.com"}},
		{Key: "maps", Name: "Google Maps", Parent: "google", Domains: []string{"maps.google.com"}},
		{Key: "twin", Name: "Apple Retail", Domains: []string{"apple.com"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string][]string{
		"Q312": {"apple"}, " q312 ": {"apple"}, "https://www.wikidata.org/wiki/Q312": {"apple"}, "Q31": nil,
		"HWUPKR0MPOU8FGXBT394": {"apple"}, "hwupkr0mpou8fgxbt394": {"apple"}, "AAPL": {"apple"}, "aapl": nil, "GOOGL": {"alphabet"},
		"apple.com": {"apple", "twin"}, "www.Apple.com": {"apple", "twin"}, "https://www.apple.com/newsroom?x=1": {"apple", "twin"},
		"maps.google.com": {"maps"}, "mail.google.com": {"google"}, "https://google.com:443/": {"google"}, "oogle.com": nil, "com": nil,
		"Apple": nil, "apple com": nil, "": nil, "://": nil, "https://": nil, "%zz://apple.com": nil, "a..com": nil,
	} {
		var got []string
		for _, s := range c.identified(text) {
			for _, e := range c.Entries() {
				if OrganizationID(e.Key) == s.ID {
					got = append(got, e.Key)
				}
			}
			if s.score != 1 || s.Name.Name == "" {
				t.Errorf("%q: %+v", text, s)
			}
		}
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%q names %v, want %v", text, got, want)
		}
	}
	if got := (*Catalogue)(nil).identified("Q312"); got != nil {
		t.Errorf("no catalogue: %v", got)
	}
	both := identifiedFirst([]scored{{Name{ID: "a"}, 1}}, []scored{{Name{ID: "b"}, 0.9}, {Name{ID: "a"}, 0.5}}, 2)
	if len(both) != 2 || both[0].ID != "a" || both[1].ID != "b" {
		t.Errorf("together %v", both)
	}
}

func FuzzIdentified(f *testing.F) {
	c, err := NewCatalogue([]CatalogueEntry{{Key: "apple", Name: "Apple", Wikidata: "Q312", Ticker: "AAPL", Domains: []string{"apple.com"}}})
	if err != nil {
		f.Fatal(err)
	}
	for _, s := range []string{"Q312", "https://www.wikidata.org/wiki/Q312", "apple.com", "https://[::1]/", "AAPL"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if got := c.identified(text); len(got) > 1 {
			t.Errorf("%q names %v", text, got)
		}
	})
}
