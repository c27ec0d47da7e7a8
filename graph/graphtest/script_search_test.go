package graphtest

import (
	"testing"
	"time"

	"talentgraph/graph"
	"talentgraph/graph/catalogue"
)

// TestSearchInOtherScripts: what the catalogue calls an organization in another script finds it, whole or by its beginning.
func TestSearchInOtherScripts(t *testing.T) {
	organizations, err := catalogue.Organizations()
	if err != nil {
		t.Fatal(err)
	}
	g := graph.New(NewOracle(), organizations, nil)
	text := "Ada Quill left Google for the European Central Bank."
	if _, err := g.Record(t.Context(), []graph.Reading{{Text: text, Article: graph.Article{URL: "https://p.example/a"}, Claims: []graph.Claim{{Person: "Ada Quill",
		From: "Google", To: "European Central Bank", Status: graph.Completed, Quote: text, End: len(text), Confidence: 0.9, Extractor: "test"}}}}); err != nil {
		t.Fatal(err)
	}
	for query, want := range map[string]string{"谷歌": "Google", "Гугл": "Google", "гугл": "Google", "جوجل": "Google", "Европейский центр": "European Central Bank",
		"Ευρωπαϊκή Κεντρική": "European Central Bank", "欧洲中央银行": "European Central Bank", "Ада Квилл": ""} {
		hits, err := g.Search(t.Context(), query, []string{"Organization"}, 5, time.Time{})
		if err != nil || want == "" && len(hits) > 0 || want != "" && (len(hits) == 0 || hits[0].Organization.Name != want) {
			t.Errorf("search %q: %+v, %v, want %q", query, hits, err, want)
		}
	}
}
