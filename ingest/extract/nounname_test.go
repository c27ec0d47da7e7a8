package extract_test

import (
	"context"
	"testing"

	"talentgraph/ingest/extract"
)

// TestNounsOff: a house that an article names with and without the noun for what it is, is one house.
func TestNounsOff(t *testing.T) {
	x, err := extract.New(extract.WithModel(nil))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ lang, text, from, to string }{
		{"de", "Anna Berger wechselt von der Helvetia zum LegalTech-Unternehmen Paragrafix. Paragrafix wurde 2015 gegründet.", "Helvetia", "Paragrafix"},
		{"pt", "Ana Lopes deixou o Banco Carregosa e vai para a Galp. Ana Lopes trabalhava no Carregosa desde 2010.", "Banco Carregosa", "Galp"},
	} {
		r, err := x.Extract(context.Background(), extract.Article{ID: "a", Language: c.lang, Text: c.text})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Moves) != 1 || r.Moves[0].From != c.from || r.Moves[0].To != c.to {
			t.Errorf("%s: %+v, want one move from %s to %s", c.lang, r.Moves, c.from, c.to)
		}
	}
}
