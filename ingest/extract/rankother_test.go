package extract_test

import (
	"slices"
	"testing"

	"talentgraph/ingest/extract"
)

// TestOtherReadings: what no frame reads as an organization is weighed as one by the trained decision, where it may be one.
func TestOtherReadings(t *testing.T) {
	x := extractor(t)
	for _, c := range []struct{ lang, text, want string }{
		{"es", "Marta Ruiz fue gerente de gestión humana de Alpina.", "Alpina"},                                 // the end of a post
		{"es", "Marta Ruiz llega procedente de la parroquia San Lázaro.", "parroquia San Lázaro"},               // a noun with the name behind it
		{"es", "Marta Ruiz ya no factura para Ceca Magán. Hablará Ceca Magán mañana.", "Ceca Magán"},            // like a person
		{"de", "Noémie Fournier, die Renault-Frau, kommt im Mai.", "Renault"},                                   // in a compound
		{"de", "Anna Keller verlässt die ETH. Sie war lange an der Städelschule.", "Städelschule"},              // a noun that describes a house
		{"de", "Anna Keller war vorher Controllerin von On und dann Beraterin.", "On"},                          // behind a preposition in a post
		{"de", "Anna Keller arbeitete im Kölner Bundesverwaltungsamt in Köln.", "Bundesverwaltungsamt"},         // without where it is
		{"de", "Anna Keller ist jetzt Beraterin bei 4flow in Berlin.", "4flow"},                                 // begins with a digit
		{"en", "Anna Smith has quit Duluth at breakfast, her agent said.", "Duluth"},                            // a place behind a verb
		{"en", "Nyala let Anna Smith go in May, her agent said.", "Nyala"},                                      // first in its sentence
		{"pt", "Quem assume o time é Ana Prado (ex-Klabin), nova técnica.", "Klabin"},                           // behind "ex-"
		{"fr", "Anne Martin est venue de la clinique Pasteur après dix ans de CHU.", "clinique Pasteur"},        // a noun with the name behind it
		{"it", "Anna Rossi era direttrice della biblioteca di Maggio Records.", "biblioteca di Maggio Records"}, // in a post, by its capitals
		{"en", "Anna Smith joins Koch Media from Barclays, where she led the team in Leeds.", "Koch Media"},     // a surname and more
	} {
		st, err := x.Study(extract.Article{Language: c.lang, Text: c.text}, nil)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, e := range st.Ends() {
			names = append(names, e.Organization)
		}
		if !slices.Contains(names, c.want) {
			t.Errorf("%s %q: organizations %q, want %q among them", c.lang, c.text, names, c.want)
		}
	}
}

// TestNoReadings: common words, verbs and times in the same places are none.
func TestNoReadings(t *testing.T) {
	x := extractor(t)
	for _, c := range []struct{ lang, text, not string }{
		{"en", "Anna Smith has quit Barclays. Yesterday her agent said so.", "Yesterday"},
		{"en", "Anna Smith has quit Barclays. However, her agent said so.", "However"},
		{"de", "Anna Keller verlässt Siemens. Gestern sprach der Berater mit ihr.", "Gestern"},
		{"fr", "Anne Martin quitte Renault. Elle était directrice de la communication.", "communication"},
		{"es", "Marta Ruiz deja Repsol. Hablará en la reunión de mañana.", "reunión"},
	} {
		st, err := x.Study(extract.Article{Language: c.lang, Text: c.text}, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range st.Ends() {
			if e.Organization == c.not {
				t.Errorf("%s %q: %q is read as an organization", c.lang, c.text, c.not)
			}
		}
	}
}
