package main

import (
	"bufio"
	"encoding/json"
	"strings"
	"testing"

	"talentgraph/graph"
	"talentgraph/ingest"
	"talentgraph/ingest/extract"
	"talentgraph/ingest/source"
)

const fournier = `{"id":"a1","url":"https://press.example/1","lang":"en","title":null,"published":"2024-05-02","text":"Clara Fournier has left Siemens to join Bosch as chief financial officer."}`

func TestExtractWritesOneObjectAnArticle(t *testing.T) {
	r := command(t, fournier+"\n\n"+`{"text":"It rained in Lisbon on Tuesday, and nobody minded very much."}`+"\n", "extract")
	if r.code != exitDone || r.err != "" {
		t.Fatalf("%+v", r)
	}
	lines := strings.Split(strings.TrimSpace(r.out), "\n")
	if len(lines) != 2 {
		t.Fatalf("%d lines: %s", len(lines), r.out)
	}
	if !strings.HasPrefix(lines[0], `{"id":"a1","lang":"en","moves":[{"person":"Clara Fournier","from":"Siemens","to":"Bosch","roleFrom":null,"roleTo":"chief financial officer",`) {
		t.Errorf("%s", lines[0])
	}
	if !strings.HasPrefix(lines[1], `{"id":null,"lang":"en","moves":[]}`) {
		t.Errorf("%s", lines[1])
	}
}

// TestOutput: the exact form of a line.
func TestOutput(t *testing.T) {
	read := ingest.Read{Document: source.Document{ID: "a1"}, Result: extract.Result{Language: "fr", Moves: []extract.Move{
		{Person: "Zoé Li", To: "Ben & Fils", RoleTo: "PDG", Date: graph.Date{Year: 2024, Month: 5}, Status: graph.Announced, Confidence: 0.5, Quote: "« Oui »", Start: 3, End: 10},
		{Person: "Al", From: "B", RoleFrom: "c", Status: graph.Denied, Explain: []string{"rule 7"}},
	}}}
	var b strings.Builder
	if err := writeJSON(&b, outputOf(read)); err != nil {
		t.Fatal(err)
	}
	want := `{"id":"a1","lang":"fr","moves":[` +
		`{"person":"Zoé Li","from":null,"to":"Ben & Fils","roleFrom":null,"roleTo":"PDG","date":"2024-05","status":"announced","confidence":0.5,"quote":"« Oui »","start":3,"end":10},` +
		`{"person":"Al","from":"B","to":null,"roleFrom":"c","roleTo":null,"date":null,"status":"denied","confidence":0,"quote":"","start":0,"end":0,"explain":["rule 7"]}]}` + "\n"
	if b.String() != want {
		t.Errorf("got  %s\nwant %s", b.String(), want)
	}
}

func TestExtractReportsWhatItCannotReadAndGoesOn(t *testing.T) {
	r := command(t, "not JSON\n"+fournier+"\n{\"text\":\n{\"text\":\"\",\"id\":\"x\"}\n{\"text\":\"A\",\"published\":\"2025-13-40\"}\n"+fournier+"\n", "extract", "-")
	if r.code != exitFailed || strings.Count(r.out, "\n") != 2 {
		t.Errorf("%+v", r)
	}
	r.says(t, "standard input:1: ", "standard input:3: ", "standard input:4: ", "standard input:5: ", "2025-13-40", "4 items could not be read")
	if n := strings.Count(r.err, "\n"); n != 5 {
		t.Errorf("%d lines: %s", n, r.err)
	}
}

func TestExtractExplainsAndFilters(t *testing.T) {
	if r := command(t, fournier, "extract", "--explain"); r.code != exitDone || !strings.Contains(r.out, `"explain":["`) {
		t.Errorf("%+v", r)
	}
	if r := command(t, fournier, "extract", "--threshold", "1"); r.code != exitDone || !strings.Contains(r.out, `"moves":[]`) {
		t.Errorf("%+v", r)
	}
	if r := command(t, "Clara Fournier has left Siemens to join Bosch.", "extract", "--format", "text", "--threshold=0"); !strings.Contains(r.out, `"to":"Bosch"`) {
		t.Errorf("%+v", r)
	}
}

func TestExtractSaysWhichLanguagesItDoesNotRead(t *testing.T) {
	r := command(t, `{"lang":"nl","text":"Clara Fournier verlaat Siemens en gaat naar Bosch."}`+"\n"+fournier, "extract")
	if r.code != exitDone || !strings.HasPrefix(r.out, `{"id":null,"lang":"nl","moves":[]}`+"\n") || strings.Count(r.out, "\n") != 2 {
		t.Errorf("%+v", r)
	}
	r.says(t, "languages that are not read", "articles=1")
}

// TestQuotesAreWhereTheyAreSaidToBe: over all articles of the demo.
func TestQuotesAreWhereTheyAreSaidToBe(t *testing.T) {
	moves := 0
	for _, file := range []string{"demo/articles.jsonl", "demo/seed.jsonl"} {
		in, err := demoArticles.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		r := command(t, string(in), "extract", "--threshold", "0")
		if r.code != exitDone || strings.Count(r.out, "\n") != strings.Count(string(in), "\n") {
			t.Fatalf("%s: %d, %s", file, r.code, r.err)
		}
		articles := bufio.NewScanner(strings.NewReader(string(in)))
		for found := bufio.NewScanner(strings.NewReader(r.out)); found.Scan() && articles.Scan(); {
			var a struct{ ID, Text string }
			var o output
			if err := json.Unmarshal(articles.Bytes(), &a); err != nil {
				t.Fatal(err)
			}
			if err := json.Unmarshal(found.Bytes(), &o); err != nil {
				t.Fatal(err)
			}
			if o.ID == nil || *o.ID != a.ID {
				t.Fatalf("%s is answered by %s", a.ID, found.Text())
			}
			for _, m := range o.Moves {
				moves++
				if text := []rune(a.Text); m.Start < 0 || m.End > len(text) || string(text[m.Start:m.End]) != m.Quote || m.Quote == "" {
					t.Errorf("%s: %d to %d is not %q", a.ID, m.Start, m.End, m.Quote)
				}
			}
		}
	}
	if moves < 50 {
		t.Errorf("only %d moves", moves)
	}
}
