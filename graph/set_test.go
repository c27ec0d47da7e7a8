package graph

import (
	"errors"
	"strings"
	"testing"
)

func TestReadSets(t *testing.T) {
	c, err := NewCatalogue([]CatalogueEntry{{Name: "Apple"}, {Name: "Meta", FormerNames: []string{"Facebook"}}})
	if err != nil {
		t.Fatal(err)
	}
	other := OrganizationID("acme robotics")
	sets, err := ReadSets("# a comment\n\ntwo\tTwo of them\tFacebook; Apple; "+string(other)+";Meta\n", c)
	if err != nil || len(sets) != 1 || sets[0].ID != "two" || sets[0].Title != "Two of them" || len(sets[0].Organizations) != 3 {
		t.Errorf("sets %+v, %v", sets, err)
	}
	for text, want := range map[string]string{"x\ty": "line 1: 2 fields", "\nX Y\tt\tApple": "line 2: id", "x\tt\tNobody Inc": "line 1: the catalogue knows no", "x\tt\t;": "line 1: 0 organizations"} {
		if _, err := ReadSets(text, c); !errors.Is(err, ErrInvalid) || !strings.Contains(err.Error(), want) {
			t.Errorf("ReadSets(%q): %v, want %q", text, err, want)
		}
	}
}

func FuzzReadSets(f *testing.F) {
	c, err := NewCatalogue([]CatalogueEntry{{Name: "Apple"}})
	if err != nil {
		f.Fatal(err)
	}
	f.Add("a\tb\tApple;org_1")
	f.Fuzz(func(t *testing.T, text string) {
		sets, err := ReadSets(text, c)
		if err != nil && !errors.Is(err, ErrInvalid) {
			t.Fatal(err)
		}
		for _, s := range sets {
			if s.ID == "" || len(s.Organizations) == 0 {
				t.Fatalf("set %+v", s)
			}
		}
	})
}
