package main

import (
	"fmt"
	"strings"
	"testing"

	"talentgraph/ingest/extract"
	"talentgraph/ingest/extract/eval"
)

// TestFitManner: how plain articles are told is learnt from how the articles are sorted, and articles of other groups say nothing.
func TestFitManner(t *testing.T) {
	x, err := extract.New(extract.WithModel(nil))
	if err != nil {
		t.Fatal(err)
	}
	report := "Anna Smith has left Barclays after many long years to become the chief executive of Meridian Media in Leeds. "
	column := "Anna Smith? Gone from Barclays: how sad! "
	tell := func(k int, text, group string) *article {
		a := &article{Gold: eval.Gold{ID: fmt.Sprint(group, k), Lang: "en", Text: strings.Repeat(text, 5+k)}, group: group}
		if err := a.read(x, nil); err != nil {
			t.Fatal(err)
		}
		return a
	}
	var arts []*article
	for k := range 4 {
		arts = append(arts, tell(k, report, "plain"), tell(k, column, "sibling-hard"), tell(k, column, "constructions"), tell(k, column, "lesson-plain"))
	}
	m := fitManner(arts)
	plain, _ := tell(6, report, "plain").study.Manner()
	hard, _ := tell(6, column, "hard").study.Manner()
	if p, q := m.Plain(plain), m.Plain(hard); p < 0.9 || q > 0.1 {
		t.Errorf("a report is plain with %.2f, a column with %.2f", p, q)
	}
}
