package eval

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// TestScorerEqualsReference counts a fixture of mutated predictions: the expected counts are those of the reference scorer
// of the gold articles, over the articles that the fixture names.
func TestScorerEqualsReference(t *testing.T) {
	paths, err := filepath.Glob("../testdata/gold/*.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	all, err := LoadGold(paths)
	if err != nil {
		t.Fatal(err)
	}
	preds := map[string]Prediction{}
	f, err := os.Open("testdata/predictions.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var list []Prediction
	for s := bufio.NewScanner(f); s.Scan(); {
		var p Prediction
		if err := json.Unmarshal(s.Bytes(), &p); err != nil {
			t.Fatal(err)
		}
		preds[p.ID] = p
		list = append(list, p)
	}
	var gold []Gold
	for _, g := range all {
		if _, ok := preds[g.ID]; ok {
			gold = append(gold, g)
		}
	}
	b, err := os.ReadFile("testdata/expected.json")
	if err != nil {
		t.Fatal(err)
	}
	type counts struct {
		Articles, Gold, Predicted, Hits, MainGold, MainHits, Relaxed, StatusOK, Negative, NegativeFalse int
	}
	want := map[string]counts{}
	if err := json.Unmarshal(b, &want); err != nil {
		t.Fatal(err)
	}
	rep := Score(gold, list)
	if len(want) != len(rep.Rows) {
		t.Errorf("rows for %d languages, want %d", len(rep.Rows), len(want))
	}
	for lang, w := range want {
		r := rep.Rows[lang]
		if r == nil {
			t.Errorf("%s: no row", lang)
			continue
		}
		have := counts{r.Articles, r.Gold, r.Predicted, r.Hits, r.MainGold, r.MainHits, r.Relaxed, r.StatusOK, r.Negative, r.NegativeFalse}
		if have != w {
			t.Errorf("%s:\nhave %+v\nwant %+v", lang, have, w)
		}
	}
}
