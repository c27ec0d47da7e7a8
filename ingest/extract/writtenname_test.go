package extract_test

import (
	"context"
	"testing"

	"talentgraph/ingest/extract"
)

// TestWrittenNames: a number and the house named before "of" belong to a name that never stands without them.
func TestWrittenNames(t *testing.T) {
	x, err := extract.New(extract.WithModel(nil))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, to string }{
		{"Ana Lopes deixou a Galp e vai para o Canal 8. A jornalista estava na Galp desde 2010.", "Canal 8"},
		{"Ana Lopes deixou a Galp e vai para a Sonae. Em 2024 a Sonae 12 lojas abriu.", "Sonae"},
	} {
		r, err := x.Extract(context.Background(), extract.Article{ID: "a", Language: "pt", Text: c.text})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Moves) != 1 || r.Moves[0].To != c.to {
			t.Errorf("%+v, want one move to %s", r.Moves, c.to)
		}
	}
}
