package main

import (
	"fmt"
	"testing"

	"talentgraph/ingest/extract"
	"talentgraph/ingest/extract/eval"
)

// TestDoubted checks that among siblings that are read when frames are written a rule is believed about as often as it speaks among the others, that a
// rule that speaks once is never believed, and that rules of other articles are otherwise left alone.
func TestDoubted(t *testing.T) {
	var arts []*article
	add := func(id, group string, rules ...string) *article {
		a := &article{Gold: eval.Gold{ID: id, Lang: "en"}, group: group, study: &extract.Study{Rules: rules}}
		arts = append(arts, a)
		return a
	}
	read := 0
	for family := range 400 {
		a := add(fmt.Sprintf("sibling-en-plain-%02d-1-%02d", family, 2*(family%5)+1), "sibling-plain")
		a.study.Rules = []string{"everywhere", "fitted"}
		if !a.framed() {
			a.study.Rules = []string{"everywhere"}
		} else {
			read++
		}
	}
	if read < 200 || read > 330 {
		t.Fatalf("%d of 400 families are read, want about two thirds", read)
	}
	once, gold := add("sibling-en-plain-00-1-01", "sibling-plain", "once"), add("plain-en-001", "plain", "fitted", "elsewhere")
	add("plain-en-002", "plain", "elsewhere")
	d := countDoubts(arts)
	fitted := 0
	for _, a := range arts[:400] {
		if d.doubted(a, "everywhere") {
			t.Errorf("%s: a rule that speaks everywhere is doubted", a.ID)
		}
		if a.framed() && !d.doubted(a, "fitted") {
			fitted++
		}
	}
	if fitted > read/20 {
		t.Errorf("a rule that only speaks where it was written is believed in %d of %d articles", fitted, read)
	}
	if !d.doubted(once, "once") {
		t.Error("a rule that speaks in one article is believed in it")
	}
	if d.doubted(gold, "fitted") || d.doubted(gold, "elsewhere") {
		t.Error("rules of the gold are doubted for what they do in siblings")
	}
}
