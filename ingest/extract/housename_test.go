package extract_test

import (
	"context"
	"testing"

	"talentgraph/ingest/extract"
)

// TestHouseNames: how houses are called at the ends of moves, by the rules alone.
func TestHouseNames(t *testing.T) {
	x, err := extract.New(extract.WithModel(nil))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ why, lang, text, from, to string }{
		{"named with and without the noun for what it is: one house", "de",
			"Anna Berger wechselt von der Helvetia zum LegalTech-Unternehmen Paragrafix. Paragrafix wurde 2015 gegründet.", "Helvetia", "Paragrafix"},
		{"the noun is a part of the name", "pt",
			"Ana Lopes deixou o Banco Carregosa e vai para a Galp. Ana Lopes trabalhava no Carregosa desde 2010.", "Banco Carregosa", "Galp"},
		{"a number that is always there belongs to the name", "pt",
			"Ana Lopes deixou a Galp e vai para o Canal 8. A jornalista estava na Galp desde 2010.", "Galp", "Canal 8"},
		{"a number that counts something does not", "pt",
			"Ana Lopes deixou a Galp e vai para a Sonae. Em 2024 a Sonae 12 lojas abriu.", "Galp", "Sonae"},
		{"named with its country and without: without", "es",
			"Ana Ruiz deja Scania Perú y ficha por Komatsu. Las ventas de Scania crecieron un 9 % en 2011.", "Scania", "Komatsu"},
		{"a firm called after two families that hires", "en",
			"Harlan Voss has hired Ann Lee from Savills as head of planning.", "Savills", "Harlan Voss"},
	} {
		r, err := x.Extract(context.Background(), extract.Article{ID: "a", Language: c.lang, Text: c.text})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Moves) != 1 || r.Moves[0].From != c.from || r.Moves[0].To != c.to {
			t.Errorf("%s: %+v, want one move from %s to %s", c.why, r.Moves, c.from, c.to)
		}
	}
}
