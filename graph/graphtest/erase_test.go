package graphtest

import (
	"strings"
	"testing"
	"time"

	"talentgraph/graph"
)

// TestErasedInQuotes: what others' claims quote of the same article does not name the erased person any more.
func TestErasedInQuotes(t *testing.T) {
	g := graph.New(NewOracle(), nil, nil)
	text := "Ada Quill left Apple with Ben Oak for Meta. Cleo Ash stays at Acme, having joined in May."
	claim := func(person, from, to, quote string) graph.Claim {
		start := strings.Index(text, quote)
		return graph.Claim{Person: person, From: from, To: to, Status: graph.Completed, Quote: quote, Start: start, End: start + len(quote), Confidence: 0.9, Extractor: "test"}
	}
	first, second, _ := strings.Cut(text, " Cleo")
	done, err := g.Record(t.Context(), []graph.Reading{{Text: text, Article: graph.Article{URL: "https://p.example/quill", Title: "Quill and Oak leave"},
		Claims: []graph.Claim{claim("Ada Quill", "Apple", "Meta", first), claim("Ben Oak", "Apple", "Meta", first), claim("Cleo Ash", "", "Acme", "Cleo"+second)}}})
	if err != nil {
		t.Fatal(err)
	}
	var victim graph.ID
	for _, m := range done.Moves {
		people, err := g.People(t.Context(), []graph.ID{m.Person}, time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		if people[m.Person].Name == "Ada Quill" {
			victim = m.Person
		}
	}
	if _, err := g.ErasePerson(t.Context(), victim, graph.Verdict{By: "Ada", Why: "asked for it"}); err != nil {
		t.Fatal(err)
	}
	quotes := map[string]string{}
	for _, m := range done.Moves {
		claims, err := g.Claims(t.Context(), graph.ClaimQuery{Of: []graph.ID{m.ID}})
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range claims[m.ID] {
			quotes[c.Person] = c.Quote
		}
	}
	if len(quotes) != 2 || quotes["Ben Oak"] != "" || quotes["Cleo Ash"] != "Cleo"+second {
		t.Errorf("quotes left: %q", quotes)
	}
}
