package graph

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestPersonKeyBringsSpellingsTogether(t *testing.T) {
	for _, same := range [][]string{
		{"Ruoming Pang", "Pang Ruoming", "Pang, Ruoming", "RUOMING PANG", "Dr. Ruoming Pang", "Mr Ruoming X. Pang", "庞若鸣", "Pang Ruo-ming"},
		{"Hans Müller", "Hans Mueller", "Hans Muller", "Herr Hans Müller", "Prof. Dr. Hans Müller", "Hans P. Müller"},
		{"Hans-Peter Müller", "Hans Peter Müller", "Hans Peter MUELLER"},
		{"Sergey Ivanov", "Sergei Ivanov", "Сергей Иванов", "Ivanov, Sergey"},
		{"Dmitry Medvedev", "Дмитрий Медведев", "Dmitri Medvedev"},
		{"Jean-Luc Martin", "Jean Luc Martin", "M. Jean-Luc Martin", "Jean-Luc MARTIN"},
		{"Juan de la Torre", "Sr. Juan de la Torre", "de la Torre, Juan"},
		{"Vincent van der Berg", "Vincent Vanderberg", "van der Berg, Vincent"},
		{"Heinrich von Stein", "Dr. Heinrich von Stein"},
		{"Robert Downey Jr.", "Robert Downey", "Robert Downey, Jr.", "Robert John Downey Jr"},
		{"Jane Smith, PhD", "Jane Smith", "Mme Jane Smith", "Jane Smith Ph.D.", "Jane Smith, MBA"},
		{"William (Bill) Gates", "William Gates", "William \"Bill\" Gates III"},
		{"Conan O'Brien", "Conan O’Brien", "Conan OBrien"},
		{"Pedro Sánchez", "Pedro Sánchez Pérez-Castejón"},
		{"Gabriel García Márquez", "Gabriel García"},
		{"Kai-Fu Lee", "Kaifu Lee", "Lee Kai-fu"},
		{"J.D. Vance", "JD Vance", "J. D. Vance"},
		{"김민수", "Kim Min-su"},
		{"Anna Maria dos Santos", "Anna dos Santos"},
	} {
		for _, name := range same[1:] {
			if PersonKey(name) != PersonKey(same[0]) {
				t.Errorf("PersonKey(%q) = %q, PersonKey(%q) = %q", name, PersonKey(name), same[0], PersonKey(same[0]))
			}
		}
	}
}

func TestPersonKeyKeepsNamesApart(t *testing.T) {
	seen := map[string]string{}
	for _, name := range []string{"Ruoming Pang", "R. Pang", "Pang", "John Smith", "Jane Smith", "Jack Ma", "John E. Doe", "Al Gore", "Van Morrison",
		"Ludwig van Beethoven", "Eddie Van Halen", "Wei Wu", "Wei Vu", "Robert De Niro", "Madonna"} {
		key := PersonKey(name)
		if key == "" || seen[key] != "" {
			t.Errorf("PersonKey(%q) = %q, the key of %q", name, key, seen[key])
		}
		seen[key] = name
	}
	for _, name := range []string{"", " ", "--", "Dr.", "\xff"} {
		if key := PersonKey(name); key != "" {
			t.Errorf("PersonKey(%q) = %q, want none", name, key)
		}
	}
}

func TestParsePersonName(t *testing.T) {
	for name, want := range map[string]string{
		"Ruoming Pang":              "ruoming||pang||",
		"J.R.R. Tolkien":            "j|r r|tolkien||",
		"John E. Smith":             "john|e|smith||",
		"Ortega y Gasset, José":     "jose||ortegaygasset||",
		"Martin Luther King, Jr.":   "martin|luther|king||jr",
		"José Mourinho Filho":       "jose||mourinho||jr",
		"Luiz Inácio Lula da Silva": "luiz|inacio lula|dasilva||",
		"Charles de Gaulle":         "charles||degaulle||",
		"M. Dupont":                 "||dupont||",
		"Madonna":                   "||madonna||",
		"Gabriel García Márquez":    "gabriel||garcia|marquez|",
	} {
		n := ParsePersonName(name)
		got := strings.Join([]string{n.Given, strings.Join(n.Middle, " "), n.Surname, n.Surname2, n.Suffix}, "|")
		if got != want {
			t.Errorf("ParsePersonName(%q) = %s, want %s", name, got, want)
		}
	}
}

func TestCompatible(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Ruoming Pang", "R. Pang", true},
		{"Ruoming Pang", "Pang Ruoming", true},
		{"Ruoming Pang", "Pang", true},
		{"Ruoming Pang", "Xiaoming Pang", false},
		{"Ruoming Pang", "R. Wang", false},
		{"John James Smith", "John Smith", true},
		{"John James Smith", "John J. Smith", true},
		{"John James Smith", "John Robert Smith", false},
		{"John James Smith", "John R. Smith", false},
		{"John J. R. Smith", "John R. Smith", true},
		{"Robert Downey Jr.", "Robert Downey Sr.", false},
		{"Robert Downey Jr.", "Robert Downey", true},
		{"Hans Müller", "Hans Mueller", true},
		{"Jean-Luc Martin", "Jean Luc Martin", true},
		{"Jean-Luc Martin", "Jean-Pierre Martin", false},
		{"Сергей Иванов", "Sergey Ivanov", true},
		{"Gabriel García Márquez", "Gabriel García", true},
		{"Gabriel García Márquez", "Gabriel García Pérez", false},
		{"Bob Smith", "Robert Smith", false},
		{"", "Ruoming Pang", false},
	} {
		a, b := ParsePersonName(c.a), ParsePersonName(c.b)
		if a.Compatible(b) != c.want || b.Compatible(a) != c.want {
			t.Errorf("%q and %q: %v and %v, want %v", c.a, c.b, a.Compatible(b), b.Compatible(a), c.want)
		}
	}
}

func TestPersonKeyIgnoresOrderCaseAndAccents(t *testing.T) {
	word := rapid.StringMatching(`[A-ZÄÖÜÉÁ][a-zäöüéáñ]{2,8}`).Filter(func(w string) bool {
		f := Fold(w)
		return !titles[f] && !particles[f] && generations[f] == "" && !degrees[f] && !dottedTitles[f]
	})
	rapid.Check(t, func(t *rapid.T) {
		given, surname := word.Draw(t, "given"), word.Draw(t, "surname")
		key := PersonKey(given + " " + surname)
		for _, other := range []string{surname + " " + given, surname + ", " + given, strings.ToUpper(given + " " + surname),
			strings.ToLower(given + " " + surname), Fold(given + " " + surname), given + " Q. " + surname, "Dr. " + given + " " + surname} {
			if PersonKey(other) != key {
				t.Fatalf("PersonKey(%q) = %q, PersonKey(%q) = %q", other, PersonKey(other), given+" "+surname, key)
			}
			if !ParsePersonName(given + " " + surname).Compatible(ParsePersonName(other)) {
				t.Fatalf("%q is not compatible with %q", given+" "+surname, other)
			}
		}
	})
}
