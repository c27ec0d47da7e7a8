package extract

import (
	"slices"
	"testing"
)

// TestFewWords: a sentence or a headline tells its moves though its language is not declared and has hardly a word to know it by.
func TestFewWords(t *testing.T) {
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"Ann Wood left Calder Bank for Freshfields.":           "Ann Wood: Calder Bank > Freshfields",
		"Ann Wood joins Freshfields.":                          "Ann Wood:  > Freshfields",
		"Jean Petit quitte Renault pour Stellantis.":           "Jean Petit: Renault > Stellantis",
		"Jonas Weber wechselt von Siemens zu Zalando.":         "Jonas Weber: Siemens > Zalando",
		"Andrés Molina ficha por Mapfre.":                      "Andrés Molina:  > Mapfre",
		"Andrea Moretti lascia Unipol per Generali.":           "Andrea Moretti: Unipol > Generali",
		"Letícia Campos deixa a Galp e assume cargo na Sonae.": "Letícia Campos: Galp > Sonae",
	} {
		if got := told(t, x, Article{Text: text}); !slices.Equal(got, []string{want}) {
			t.Errorf("%s\n got %q\nwant %q", text, got, want)
		}
	}
	for _, text := range []string{"Solen skinner i Århus.", "Ann Wood", "12 345", ""} {
		if got := told(t, x, Article{Text: text}); len(got) > 0 {
			t.Errorf("%q: %q", text, got)
		}
	}
}
