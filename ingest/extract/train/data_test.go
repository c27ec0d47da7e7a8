package main

import (
	"testing"

	"talentgraph/ingest/extract/eval"
)

// TestFolds: siblings of one sample are never on both sides of a fold.
func TestFolds(t *testing.T) {
	a, b := &article{Gold: eval.Gold{ID: "sibling-fr-plain-01-1-01"}}, &article{Gold: eval.Gold{ID: "sibling-fr-plain-01-9-02"}}
	for _, salt := range []string{"cv", "in", "ends", "choices"} {
		if a.fold(7, salt) != b.fold(7, salt) {
			t.Errorf("%s: folds %d and %d", salt, a.fold(7, salt), b.fold(7, salt))
		}
	}
}
