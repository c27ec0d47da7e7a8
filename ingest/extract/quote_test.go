package extract_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"talentgraph/graph"
	"talentgraph/ingest/extract"
	"talentgraph/ingest/extract/eval"
)

func goldArticles(tb testing.TB) []eval.Gold {
	tb.Helper()
	paths, err := filepath.Glob("testdata/gold/*.jsonl")
	if err != nil || len(paths) == 0 {
		tb.Fatalf("gold: %v, %d files", err, len(paths))
	}
	gold, err := eval.LoadGold(paths)
	if err != nil {
		tb.Fatal(err)
	}
	return gold
}

func extractor(tb testing.TB) *extract.Extractor {
	tb.Helper()
	x, err := extract.New()
	if err != nil {
		tb.Fatal(err)
	}
	return x
}

func article(g eval.Gold) extract.Article {
	return extract.Article{ID: g.ID, URL: g.URL, Language: g.Lang, Title: g.Title, Text: g.Text, Published: g.PublishedDate()}
}

// checkMoves asserts what holds for every result, whatever the text.
func checkMoves(tb testing.TB, a extract.Article, r extract.Result) {
	tb.Helper()
	runes := []rune(a.Text)
	seen := map[[3]string]bool{}
	for _, m := range r.Moves {
		if m.Start < 0 || m.End > len(runes) || m.Start >= m.End || string(runes[m.Start:m.End]) != m.Quote {
			tb.Fatalf("%s: quote %.80q is not the text from %d to %d", a.ID, m.Quote, m.Start, m.End)
		}
		if m.Person == "" || m.From == "" && m.To == "" || m.From == m.To {
			tb.Fatalf("%s: move without a person or ends: %+v", a.ID, m)
		}
		if _, err := graph.ParseStatus(string(m.Status)); err != nil {
			tb.Fatalf("%s: %v", a.ID, err)
		}
		if m.Confidence <= 0 || m.Confidence > 1 {
			tb.Fatalf("%s: confidence %v", a.ID, m.Confidence)
		}
		k := [3]string{m.Person, m.From, m.To}
		if seen[k] {
			tb.Fatalf("%s: move %v twice", a.ID, k)
		}
		seen[k] = true
	}
}

// TestQuotes: every quote of every gold article is a part of its text, of no more than two sentences.
func TestQuotes(t *testing.T) {
	x := extractor(t)
	for _, g := range goldArticles(t) {
		a := article(g)
		r, err := x.Extract(context.Background(), a)
		if err != nil {
			t.Fatal(err)
		}
		checkMoves(t, a, r)
		for _, m := range r.Moves {
			if n := extract.SentenceCount(r.Language, m.Quote); n > 2 {
				t.Errorf("%s: %d sentences in %q", g.ID, n, m.Quote)
			}
		}
	}
}

// TestQuoteSaysIt: the quote is where the move is told: behind the news, if that is where it stands, and with the sentence that names the other end.
func TestQuoteSaysIt(t *testing.T) {
	text := "The food group Nestlé has named Marta Keller head of finance for Europe. She takes up the post in June. Nestlé has looked for a successor since March. " +
		"Shares of Nestlé rose on Tuesday. Keller has run the finances of Barry Callebaut since 2019. She came there from Roche, where she was treasurer."
	x := extractor(t)
	r, err := x.Extract(context.Background(), extract.Article{ID: "a", Language: "en", Text: text})
	if err != nil {
		t.Fatal(err)
	}
	quotes := map[string]string{}
	for _, m := range r.Moves {
		quotes[m.From+" > "+m.To] = m.Quote
	}
	want := "Keller has run the finances of Barry Callebaut since 2019. She came there from Roche, where she was treasurer."
	if got := quotes["Roche > Barry Callebaut"]; got != want {
		t.Errorf("quote %q, want %q; of %v", got, want, quotes)
	}
	both, all := 0, 0
	for _, g := range goldArticles(t) {
		r, err := x.Extract(context.Background(), article(g))
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range r.Moves {
			if m.From != "" && m.To != "" {
				all++
				if strings.Contains(m.Quote, m.From) && strings.Contains(m.Quote, m.To) {
					both++
				}
			}
		}
	}
	if 100*both < 45*all {
		t.Errorf("the quotes of %d of %d moves name both ends", both, all)
	}
	t.Logf("the quotes of %d of %d moves name both ends", both, all)
}

// TestSameAgain: two extractors, and one used from several goroutines, give the same moves.
func TestSameAgain(t *testing.T) {
	x, y := extractor(t), extractor(t)
	gold := goldArticles(t)[:60]
	results := make([]extract.Result, len(gold))
	done := make(chan int)
	for w := range 4 {
		go func() {
			for i := w; i < len(gold); i += 4 {
				results[i], _ = x.Extract(context.Background(), article(gold[i]))
			}
			done <- w
		}()
	}
	for range 4 {
		<-done
	}
	for i, g := range gold {
		r, err := y.Extract(context.Background(), article(g))
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Moves) != len(results[i].Moves) {
			t.Fatalf("%s: %d moves, then %d", g.ID, len(results[i].Moves), len(r.Moves))
		}
		for k, m := range r.Moves {
			n := results[i].Moves[k]
			if m.Person != n.Person || m.From != n.From || m.To != n.To || m.Status != n.Status || m.Date != n.Date || m.Start != n.Start || m.Confidence != n.Confidence {
				t.Fatalf("%s: %+v, then %+v", g.ID, n, m)
			}
		}
	}
}
