package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const constructions = `{"id":"t-en-1","lang":"en","text":"{P1}, {F1}'s {RF1}, left for {T1} in {D1:month}; {P1.he} told {P2.last}.","moves":[{"person":"P1","from":"F1","to":"T1","role_from":"RF1","role_to":null,"date":"D1","status":"completed"}]}
{"id":"t-en-2","lang":"en","text":"{O1} has not hired {P1}.","moves":[]}
`

// TestFill: slots become the names that the moves have, and the same seed gives the same passages.
func TestFill(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "en.jsonl"), []byte(constructions), 0o600); err != nil {
		t.Fatal(err)
	}
	a, err := fillBank(dir, 1)
	if err != nil {
		t.Fatal(err)
	}
	b, err := fillBank(dir, 1)
	if err != nil {
		t.Fatal(err)
	}
	if len(a) != 2 || a[0].Text != b[0].Text || a[1].Text != b[1].Text {
		t.Fatalf("filled %+v and %+v", a, b)
	}
	m := a[0].Moves[0]
	for _, s := range []string{m.Person, m.From, m.To, "July 2025"} {
		if s == "" || !strings.Contains(a[0].Text, s) {
			t.Errorf("%q is not in %q", s, a[0].Text)
		}
	}
	if strings.ContainsAny(a[0].Text+a[1].Text, "{}") || len(a[1].Moves) != 0 {
		t.Errorf("%+v", a)
	}
	if _, err := fillBank(t.TempDir(), 1); err == nil {
		t.Error("an empty folder is no bank")
	}
}

// TestOperators: what stands before a slot follows the language.
func TestOperators(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"fr", "{à:T1}", "chez "}, {"fr", "{De:F1}", "De "}, {"de", "{zu:T1}", "zu "}, {"it", "{da:F1}", "da "}, {"pt", "{em:F1}", "na "},
	} {
		f := &filler{w: wordings[c.lang], c: construction{Lang: c.lang, Text: c.text}, r: testRand()}
		if g := f.fill(); !strings.HasPrefix(g.Text, c.want) || len(g.Text) <= len(c.want) {
			t.Errorf("%s %s: %q", c.lang, c.text, g.Text)
		}
	}
	f := &filler{w: wordings["de"], c: construction{Lang: "de", Text: "{P1:Der|Die} {nom:RF1}"}, r: testRand()}
	if g := f.fill(); !strings.HasPrefix(g.Text, "Der ") && !strings.HasPrefix(g.Text, "Die ") {
		t.Errorf("%q", g.Text)
	}
}
