package main

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
)

func TestEval(t *testing.T) {
	const gold = `{"id":"g1","lang":"en","text":"Clara Fournier has left Siemens to join Bosch.","moves":[{"person":"Clara Fournier","from":"Siemens","to":"Bosch","status":"completed","prominence":"main"}]}
{"id":"g2","lang":"fr","title":null,"text":"Il pleut.","moves":[{"person":"Jean Petit","from":"Total","to":null,"status":"completed","prominence":"main"}]}
`
	dir := t.TempDir()
	file := write(t, dir, "gold.jsonl", gold)
	for _, args := range [][]string{{file}, {dir}, {filepath.Join(dir, "g*.jsonl")}} {
		r := command(t, "", append([]string{"eval", "--json"}, args...)...)
		var rows map[string]struct{ Gold, Hits int }
		if err := json.Unmarshal([]byte(r.out), &rows); err != nil || r.code != exitDone {
			t.Fatalf("%v: %+v", err, r)
		}
		if rows["en"].Gold != 1 || rows["en"].Hits != 1 || rows["fr"].Gold != 1 || rows["fr"].Hits != 0 || rows["all"].Gold != 2 {
			t.Errorf("%s", r.out)
		}
	}
	r := command(t, "", "eval", "--misses", file)
	if r.code != exitDone || !strings.Contains(r.out, "Jean Petit") || strings.Contains(r.out, "Clara Fournier") {
		t.Errorf("%+v", r)
	}
	if r := command(t, "", "eval", file); strings.Contains(r.out, "Jean Petit") || !strings.Contains(r.out, "all") {
		t.Errorf("%+v", r)
	}
	if r := command(t, "", "eval", "--reliability", file); r.code != exitDone || !strings.Contains(r.out, "confidence") || !strings.Contains(r.out, "1.000") {
		t.Errorf("%+v", r)
	}
	// by their ids the second article is kept aside, the first is not
	if r := command(t, "", "eval", "--kept", "--misses", file); r.code != exitDone || !strings.Contains(r.out, "Jean Petit") || strings.Contains(r.out, "en ") {
		t.Errorf("%+v", r)
	}
	r = command(t, "", "eval", filepath.Join(dir, "none.jsonl"))
	if r.code != exitFailed {
		t.Errorf("exit code %d", r.code)
	}
	r.oneLine(t, "none.jsonl")
	r = command(t, "", "eval", write(t, dir, "broken.jsonl", gold+"{\n"))
	if r.code != exitFailed {
		t.Errorf("exit code %d", r.code)
	}
	r.oneLine(t, "broken.jsonl", "3")
}
