package extract_test

import (
	"testing"

	"talentgraph/ingest/extract"
)

// TestGender: a given name tells a man from a woman by the article's language, by lists and, where no list has it, by its end.
func TestGender(t *testing.T) {
	x := extractor(t)
	for _, c := range []struct {
		lang, person string
		gender       float32 // as the feature has it: 1 a man, 2 a woman, 0 unknown
	}{
		{"it", "Andrea Rossi", 1}, {"de", "Andrea Becker", 2}, {"it", "Simone Rossi", 1}, {"fr", "Simone Dubois", 2}, {"it", "Nicola Rossi", 1}, {"de", "Nicola Becker", 2},
		{"fr", "Jean-Marc Dubois", 1}, {"fr", "Anne-Lise Dubois", 2}, {"es", "Begoña Moreno", 2}, {"es", "Esteban Moreno", 1}, {"es", "Yanelkis Moreno", 0},
		{"es", "Fulgencina Moreno", 2}, {"pt", "Edivanaldo Moreira", 1}, {"de", "Adelgunde Becker", 2}, {"de", "Reinbert Becker", 1}, {"en", "Rhoswen Smith", 2}, {"en", "Robin Smith", 0},
	} {
		text := map[string]string{
			"en": c.person + " has left Barclays. The bank said so on Friday.", "fr": c.person + " a quitté Renault. Le groupe l'a dit vendredi.",
			"de": c.person + " verlässt Siemens. Das sagte der Konzern am Freitag.", "es": c.person + " deja Repsol. La empresa lo dijo el viernes.",
			"it": c.person + " lascia Enel. Lo ha detto il gruppo venerdì.", "pt": c.person + " deixa a Galp. A empresa disse isso na sexta-feira.",
		}[c.lang]
		s, err := x.Study(extract.Article{Language: c.lang, Text: text}, nil)
		if err != nil {
			t.Fatal(err)
		}
		ends := s.Ends()
		if len(ends) == 0 || ends[0].Person != c.person {
			t.Errorf("%s: %s is no person: %v", c.lang, c.person, ends)
			continue
		}
		if g := endFeature(t, s, c.person, ends[0].Organization, "person: gender"); g != c.gender {
			t.Errorf("%s: %s has gender %v, want %v", c.lang, c.person, g, c.gender)
		}
	}
}
