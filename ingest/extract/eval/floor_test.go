package eval

import (
	"context"
	"encoding/json"
	"flag"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"talentgraph/ingest/extract"
)

var update = flag.Bool("update", false, "raise testdata/floors.json to what is measured now")

// floor is the least strict F1, and the least precision of moves of some confidence, over all gold articles of a language and style and those written for the project.
type floor struct{ F1, Precision float64 }

// sure is the confidence from which on precision is recorded: the default one depends on how an article is told, and may change without any move being found worse.
const sure = 0.3

// TestFloors holds extraction to the recorded quality: F1 as it is by default, precision from a fixed confidence on. A floor may only rise: -update never lowers one.
func TestFloors(t *testing.T) {
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	surer, err := extract.New(extract.WithThreshold(sure))
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile("testdata/floors.json")
	if err != nil {
		t.Fatal(err)
	}
	floors := map[string]floor{}
	if err := json.Unmarshal(b, &floors); err != nil {
		t.Fatal(err)
	}
	paths, err := filepath.Glob("../testdata/gold/*.jsonl")
	if err != nil || len(paths) == 0 {
		t.Fatalf("gold: %v, %d files", err, len(paths))
	}
	raised := false
	for _, p := range paths {
		name := strings.TrimSuffix(filepath.Base(p), ".jsonl")
		own := name // "plain-es"; the hard ones have no prefix in gold
		if !strings.HasPrefix(name, "plain-") {
			own = "hard-" + name
		}
		ours, err := filepath.Glob("../testdata/own/" + own + "-*.jsonl")
		if err != nil || len(ours) == 0 {
			t.Fatalf("%s: %v, no articles of our own", name, err)
		}
		gold, err := LoadGold(append(ours, p))
		if err != nil {
			t.Fatal(err)
		}
		preds, err := Run(context.Background(), x, gold)
		if err != nil {
			t.Fatal(err)
		}
		r := Score(gold, preds).Rows["all"]
		if preds, err = Run(context.Background(), surer, gold); err != nil {
			t.Fatal(err)
		}
		precision := Score(gold, preds).Rows["all"].Precision()
		f := floors[name]
		t.Logf("%-9s F1 %.3f (floor %.3f) precision %.3f, of confidence %v and more %.3f (floor %.3f)", name, r.F1(), f.F1, r.Precision(), sure, precision, f.Precision)
		if r.F1() < f.F1 {
			t.Errorf("%s: F1 %.4f is below its floor %.4f", name, r.F1(), f.F1)
		}
		if precision < f.Precision {
			t.Errorf("%s: precision %.4f is below its floor %.4f", name, precision, f.Precision)
		}
		down := func(v float64) float64 { return math.Floor(v*1000) / 1000 }
		if n := (floor{max(f.F1, down(r.F1())), max(f.Precision, down(precision)-0.02)}); n != f && *update {
			n.Precision = math.Round(n.Precision*1000) / 1000
			floors[name] = n
			raised = true
		}
	}
	if raised {
		b, _ := json.MarshalIndent(floors, "", " ")
		if err := os.WriteFile("testdata/floors.json", append(b, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
