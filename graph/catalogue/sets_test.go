package catalogue

import "testing"

func TestSets(t *testing.T) {
	sets, err := Sets()
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]int{}
	for _, s := range sets {
		ids[s.ID] = len(s.Organizations)
		if s.Title == "" {
			t.Errorf("%s has no title", s.ID)
		}
	}
	if ids["big-tech"] != 5 || ids["ivy-league"] != 8 || len(ids) != len(sets) {
		t.Errorf("sets %v", ids)
	}
}
