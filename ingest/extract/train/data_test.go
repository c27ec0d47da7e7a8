package main

import (
	"testing"

	"talentgraph/ingest/extract/eval"
)

// TestFamily: siblings of one sample are never on both sides of a fold.
func TestFamily(t *testing.T) {
	for _, c := range []struct{ id, family string }{
		{"en-0007", "en-0007"}, {"sibling-fr-plain-01-1-01", "sibling-fr-plain-01-1"}, {"sibling-fr-plain-01-1-02", "sibling-fr-plain-01-1"},
		{"sibling-fr-plain-01-11-03", "sibling-fr-plain-01-2"}, {"sibling-fr-plain-01-2-12", "sibling-fr-plain-01-6"}, {"lesson-de-2-04-11", "lesson-de-2-04-11"},
	} {
		a := &article{Gold: eval.Gold{ID: c.id}}
		if a.Family() != c.family {
			t.Errorf("family of %s: %s", c.id, a.Family())
		}
	}
	a, b := &article{Gold: eval.Gold{ID: "sibling-fr-plain-01-1-01"}}, &article{Gold: eval.Gold{ID: "sibling-fr-plain-01-9-02"}}
	for _, salt := range []string{"cv", "in", "ends", "choices"} {
		if a.fold(7, salt) != b.fold(7, salt) {
			t.Errorf("%s: folds %d and %d", salt, a.fold(7, salt), b.fold(7, salt))
		}
	}
}
