package graph

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

// TestCatalogueRows: entries read as they were packed.
func TestCatalogueRows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.Just("")) // also longer than a byte can count
		list := rapid.Custom(func(t *rapid.T) []string {
			if l := rapid.SliceOfN(text, 0, 4).Draw(t, "list"); len(l) > 0 {
				return l
			}
			return nil
		})
		entries := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) CatalogueEntry {
			s := func(what string) string { return text.Draw(t, what) }
			return CatalogueEntry{Key: s("key"), Name: s("name"), Kind: s("kind"), Country: s("country"), Sector: s("sector"), Parent: s("parent"),
				Ticker: s("ticker"), Wikidata: s("wikidata"), LEI: s("lei"), Aliases: list.Draw(t, "aliases"), FormerNames: list.Draw(t, "former"),
				Domains: list.Draw(t, "domains"), Curated: rapid.Bool().Draw(t, "curated"), Ambiguous: rapid.Bool().Draw(t, "ambiguous")}
		}), 0, 5).Draw(t, "entries")
		rows := packRows(entries)
		if rows.len() != len(entries) {
			t.Fatalf("%d rows of %d entries", rows.len(), len(entries))
		}
		for i, e := range entries {
			if got := rows.at(i); !reflect.DeepEqual(got, e) {
				t.Fatalf("%+v became %+v", e, got)
			}
		}
	})
}
