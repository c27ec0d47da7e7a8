package extract_test

import (
	"slices"
	"testing"

	"talentgraph/ingest/extract"
)

// endFeature is a feature of an organization beside a person, by its name.
func endFeature(t *testing.T, s *extract.Study, person, organization, name string) float32 {
	t.Helper()
	k := slices.Index(extract.EndNames, name)
	if k < 0 {
		t.Fatalf("no feature %q", name)
	}
	for _, e := range s.Ends() {
		if e.Person == person && e.Organization == organization {
			return e.Features[k]
		}
	}
	t.Fatalf("%s beside %s is no end", organization, person)
	return 0
}

// TestGenderHints: a pronoun, a post or a possessive speaks for the person of its gender and against the other, wherever the rules see its person.
func TestGenderHints(t *testing.T) {
	x := extractor(t)
	for _, c := range []struct{ lang, text, fits, differs string }{
		{"en", "Anna Smith and Paul Jones met the press in Leeds. The chair said nothing. She spent thirteen years at Veolia.", "Anna Smith", "Paul Jones"},
		{"en", "Anna Smith and Paul Jones met the press in Leeds. The chair said nothing. He spent thirteen years at Veolia.", "Paul Jones", "Anna Smith"},
		{"de", "Anna Schmidt und Paul Becker trafen die Presse in Köln. Es regnete. Seine dreizehn Jahre bei Veolia waren vorbei.", "Paul Becker", "Anna Schmidt"},
		{"fr", "Anne Martin et Paul Dubois ont rencontré la presse à Lyon. Le temps était beau. La directrice a passé treize ans chez Veolia.", "Anne Martin", "Paul Dubois"},
		{"fr", "Anne Martin et Paul Dubois ont rencontré la presse à Lyon. La journée était belle. Il a passé treize ans chez Veolia.", "Paul Dubois", "Anne Martin"},
		{"de", "Anna Schmidt und Paul Becker trafen die Presse in Köln. Es regnete. Sie war dreizehn Jahre bei Veolia.", "Anna Schmidt", "Paul Becker"},
		{"es", "Ana García y Pablo Moreno hablaron con la prensa en Bilbao. Llovía. El directivo pasó trece años en Veolia.", "Pablo Moreno", "Ana García"},
		{"it", "Anna Rossi e Paolo Bianchi hanno incontrato la stampa a Torino. Pioveva. La direttrice ha lavorato tredici anni in Veolia.", "Anna Rossi", "Paolo Bianchi"},
		{"pt", "Ana Ferreira e Paulo Moreira falaram com a imprensa no Porto. Chovia. A diretora passou treze anos na Veolia.", "Ana Ferreira", "Paulo Moreira"},
	} {
		s, err := x.Study(extract.Article{ID: "hint", Language: c.lang, Text: c.text}, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, who := range []string{c.fits, c.differs} {
			fits := endFeature(t, s, who, "Veolia", "gender fits") + endFeature(t, s, who, "Veolia", "hinted, gender fits")
			differs := endFeature(t, s, who, "Veolia", "gender differs") + endFeature(t, s, who, "Veolia", "hinted, gender differs")
			if want := who == c.fits; (fits > 0) != want || (differs > 0) == want {
				t.Errorf("%s: %s: fits %v, differs %v", c.text, who, fits, differs)
			}
		}
	}
}

// TestNamedLast: a sentence that names nobody speaks for the person named last, the more the less has come between.
func TestNamedLast(t *testing.T) {
	s, err := extractor(t).Study(extract.Article{ID: "last", Language: "en", Text: "Anna Smith spoke in Leeds. Carla Jones spoke too. Rain fell all day. Thirteen years at Veolia were over."}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for who, want := range map[string][3]float32{"Carla Jones": {1, 1, 2}, "Anna Smith": {0, 0.5, 3}} {
		for i, name := range []string{"no hint, named last", "no hint, recency", "sentences since named"} {
			if got := endFeature(t, s, who, "Veolia", name); got != want[i] {
				t.Errorf("%s: %s is %v, want %v", who, name, got, want[i])
			}
		}
	}
}

// TestNearestMeant: of two persons in a sentence the one nearest to the organization on either side is told from the other.
func TestNearestMeant(t *testing.T) {
	s, err := extractor(t).Study(extract.Article{ID: "near", Language: "en", Text: "Anna Smith left, and Paul Jones, who ran Veolia, will follow Carla Reyes."}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for who, want := range map[string][4]float32{"Paul Jones": {1, 0, 0, 1}, "Carla Reyes": {0, 1, 1, 0}, "Anna Smith": {0, 1, 0, 1}} {
		for i, name := range []string{"right behind the person", "right behind another", "closeness before the person", "before another"} {
			if got := endFeature(t, s, who, "Veolia", name); (got > 0) != (want[i] > 0) {
				t.Errorf("%s: %s is %v", who, name, got)
			}
		}
	}
}
