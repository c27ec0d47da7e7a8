package extract

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"talentgraph/graph"
)

// TestRomancePassages reads testdata/romance.txt, short passages in Spanish, Italian and Portuguese.
func TestRomancePassages(t *testing.T) {
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile("testdata/romance.txt")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(b)) {
		part := strings.Split(strings.TrimSpace(line), " | ")
		if strings.HasPrefix(line, "#") {
			continue
		}
		if len(part) != 3 {
			t.Fatalf("testdata/romance.txt: %q", line)
		}
		n++
		want := strings.Split(part[2], "; ")
		if got := romanceMoves(t, x, part[0], part[1]); !slices.Equal(got, want) {
			t.Errorf("%s\n got %q\nwant %q", part[1], got, want)
		}
	}
	if n < 50 {
		t.Errorf("%d passages", n)
	}
}

func romanceMoves(t *testing.T, x *Extractor, lang, text string) []string {
	got := told(t, x, Article{Text: text, Language: lang, Published: graph.Date{Year: 2025, Month: 5, Day: 5}}, graph.Denied)
	for i := range got {
		got[i] = strings.TrimSpace(got[i])
	}
	slices.Sort(got)
	return got
}

// TestRomance states what the Spanish, Italian and Portuguese tables make of ordinary sentences: "person: from > to".
func TestRomance(t *testing.T) {
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		lang, text string
		want       []string
	}{
		// "del", "do" stay prepositions before a role
		{"es", "Mapfre confirmó la salida del director de Tecnología, Andrés Molina.", []string{"Andrés Molina: Mapfre >"}},
		{"it", "Unipol ha confermato l'uscita del direttore tecnico, Andrea Moretti.", []string{"Andrea Moretti: Unipol >"}},
		{"pt", "A Galp confirmou a saída do diretor de tecnologia, André Moreira.", []string{"André Moreira: Galp >"}},
		// stations with their years
		{"es", "Nuria Castells acaba de incorporarse a Banca March. Ha pasado por Talgo (2008-2012), Bimbo (2012-2017) y Mapfre (2017-2024).", []string{"Nuria Castells: Bimbo > Mapfre", "Nuria Castells: Mapfre > Banca March", "Nuria Castells: Talgo > Bimbo"}},
		{"it", "Noemi Tosi è appena entrata in Moncler. È passata per Bulgari (2008-2012) e Lavazza (2012-2024).", []string{"Noemi Tosi: Bulgari > Lavazza", "Noemi Tosi: Lavazza > Moncler"}},
		{"pt", "Letícia Campos acaba de entrar na Sonae. Passou pela Ambev (2008-2012) e Galp (2012-2024).", []string{"Letícia Campos: Ambev > Galp", "Letícia Campos: Galp > Sonae"}},
		// the subject behind its verb, the house before it
		{"es", "Fuga de talento en Mapfre. En apenas un mes han dejado la compañía Tomás Molina y Nuria Castells, ambos fichados por Amadeus.", []string{"Nuria Castells: Mapfre > Amadeus", "Tomás Molina: Mapfre > Amadeus"}},
		{"it", "Fuga di talenti da Unipol. In un mese hanno lasciato l'azienda Giancarlo Bertolini e Noemi Tosi, entrambi ingaggiati da Satispay.", []string{"Giancarlo Bertolini: Unipol > Satispay", "Noemi Tosi: Unipol > Satispay"}},
		{"pt", "Fuga de talentos na Galp. Em apenas um mês deixaram a empresa Thiago Bastos e Letícia Campos, ambos contratados pela Farfetch.", []string{"Letícia Campos: Galp > Farfetch", "Thiago Bastos: Galp > Farfetch"}},
		// the family name behind an organization, words that are names here
		{"it", "Tommaso Rinaldi Dossi lascia Unipol per Generali. In Unipol Rinaldi Dossi guidava le vendite.", []string{"Tommaso Rinaldi Dossi: Unipol > Generali"}},
		{"pt", "A diretora financeira Priscila Campos trocou a Galp pela concorrente Motoboy Já.", []string{"Priscila Campos: Galp > Motoboy Já"}},
		{"es", "La periodista Nuria Castells deja El País y ficha por eldiario.es.", []string{"Nuria Castells: El País > eldiario.es"}},
		// what is denied, what is not
		{"es", "Andrés Molina desmintió los rumores que lo situaban en Telefónica.", []string{"Andrés Molina:  > Telefónica (denied)"}},
		{"it", "Andrea Moretti di Unipol ha smentito le voci che lo danno in partenza per Generali.", []string{"Andrea Moretti: Unipol > Generali (denied)"}},
		{"es", "El director general de Economía del Gobierno de Aragón, Andrés Molina, ficha por Mapfre.", []string{"Andrés Molina: Gobierno de Aragón > Mapfre"}},
		{"es", "El puesto le costó caro a Andrés Molina, director de Mapfre.", nil},
		{"it", "Andrea Moretti, direttore di Unipol, parte da un dato: le vendite crescono.", nil},
		{"pt", "A Galp trouxe do Brasil uma nova tecnologia, disse o diretor André Moreira.", nil},
	} {
		got := romanceMoves(t, x, c.lang, c.text)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

// TestSiteName tells names of sites from addresses and numbers.
func TestSiteName(t *testing.T) {
	for w, want := range map[string]bool{"eldiario.es": true, "www.sapo.pt": true, "s.a": false, "ana@sapo.pt": false, "3.500": false} {
		if siteName(w) != want {
			t.Errorf("siteName(%q) = %v", w, !want)
		}
	}
}

// TestOfficeRole reads the role from the name of an office or from a verb, in the gender of its holder.
func TestOfficeRole(t *testing.T) {
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ lang, text, want string }{
		{"es", "Carmen Castells deja Mapfre para asumir la presidencia de Enagás.", "presidenta"},
		{"es", "Andrés Molina presidirá Enagás tras dejar Mapfre.", "presidente"},
		{"it", "Andrea Moretti lascia Unipol per assumere la presidenza di Generali.", "presidente"},
		{"pt", "Letícia Campos deixa a Galp para assumir a presidência da Sonae.", "presidente"},
		{"pt", "André Moreira deixa a Galp para assumir a direção financeira da Sonae.", "diretor financeiro"},
	} {
		r, err := x.Extract(context.Background(), Article{Text: c.text, Language: c.lang, Published: graph.Date{Year: 2025, Month: 7, Day: 10}})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Moves) != 1 || r.Moves[0].RoleTo != c.want {
			t.Errorf("%s\n got %+v\nwant %q", c.text, r.Moves, c.want)
		}
	}
}
