package extract_test

import (
	"context"
	"testing"

	"talentgraph/graph"
	"talentgraph/ingest/extract"
)

const rawPage = `Skip to content
Menu
Home | Business | Sport | Culture
We use cookies to improve your experience. Accept all | Manage cookies
Subscribe for £1 a week

Halden Bank names Mira Solberg-Okoye chief risk officer
By Tom Whitaker
Published 12 March 2024
Share Tweet 34 shares

Halden Bank said on Tuesday that it had appointed Mira Solberg-Okoye as chief risk officer. She joins from Norvik Insurance, where she was head of credit risk.

Read also: Pellworm Capital hires Jonas Frey from Astra Partners

She replaces Peter Lindqvist, who retired in January after 22 years with the bank, and will be based in Oslo from the start of May.

Photo: Halden Bank's headquarters in Oslo

Related stories
Ida Brandt leaves Fjord Energy for Kestrel Oil
Comments (2)
bergen77: Anna Dahl should have joined Halden Bank instead!
About Halden Bank
Halden Bank was founded in 1911. In 2019 Ole Strand joined Halden Bank from Nordbank as chairman of the advisory council.
© 2024 The Harbour Times
`

// TestRawPage reads the text of a page with everything around the article.
func TestRawPage(t *testing.T) {
	a := extract.Article{ID: "page", Language: "en", Text: rawPage, Published: graph.Date{Year: 2024, Month: 3, Day: 12}}
	r, err := extractor(t).Extract(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	checkMoves(t, a, r)
	want := map[[3]string]bool{
		{"Mira Solberg-Okoye", "Norvik Insurance", "Halden Bank"}: true,
		{"Peter Lindqvist", "Halden Bank", ""}:                    true,
	}
	for _, m := range r.Moves {
		if k := [3]string{m.Person, m.From, m.To}; !want[k] {
			t.Errorf("move %v from %q", k, m.Quote)
		} else {
			delete(want, k)
		}
	}
	for k := range want {
		t.Errorf("missing %v", k)
	}
}
