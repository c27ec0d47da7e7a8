package source_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"talentgraph/graph"
	"talentgraph/ingest/source"
)

func TestJSONLProblems(t *testing.T) {
	for line, want := range map[string]string{
		`{"text":"no end`:                     "the line ends within its JSON",
		`{"text":"a"} trailing`:               "not JSON at byte 14",
		`{text:"a"}`:                          "not JSON at byte 2",
		`nonsense`:                            "not JSON at byte 2",
		`["a"]`:                               "JSON array, not an object with a text",
		`"a"`:                                 "JSON string, not an object with a text",
		`{"text":5}`:                          "text is a number, not a text",
		`{"text":"a","title":{"en":"b"}}`:     "title is an object, not a text",
		`{"text":"a","published":20250707}`:   "published is a number, not a text",
		`{"text":"a","published":"2025-2-3"}`: `invalid date "2025-2-3": want YYYY, YYYY-MM or YYYY-MM-DD`,
		`{"text":"a","published":"2025-02-30T00:00:00Z"}`: `invalid date "2025-02-30T00:00:00Z"`,
		`{"text":" \n"}`:          "no text in it",
		`{}`:                      "no text in it",
		`{"text":"\u0000\u200b"}`: "no text in it",
	} {
		docs, problems := readAll(t, strings.NewReader(`{"text":"before"}`+"\n"+line+"\n"+`{"text":"after"}`), source.Options{Format: source.JSONL}, "-")
		wantTexts(t, docs, "before", "after")
		wantProblem(t, problems, graph.ErrInvalid, want)
		wantProblem(t, problems, graph.ErrInvalid, "standard input:2: ")
	}
}

func TestJSONLFields(t *testing.T) {
	docs, problems := readAll(t, strings.NewReader("\ufeff"+
		`{"id":"7","url":"https://WWW.Example.org:8080/a","lang":"FR-ca","title":" A\n title ","published":"2025","text":"x","text_source":"original","Text":"other","unknown":[1,{"a":null}]}`+"\r\n"+
		`{"id":-1.5,"published":"2025-07-07 23:00:00","lang":"zz","language":"deu","text":"a \ud83d\ude00 \udc00 b \uD800"}`), source.Options{}, "-")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	year, _ := graph.ParseDate("2025")
	day, _ := graph.ParseDate("2025-07-07")
	want := []source.Document{
		{ID: "7", URL: "https://WWW.Example.org:8080/a", Language: "fr", Title: "A title", Published: year, Publisher: "example.org", Text: "x", Where: "standard input:1"},
		{ID: "-1.5", Language: "de", Published: day, Text: "a 😀 \uFFFD b \uFFFD", Where: "standard input:2"},
	}
	for i := range want {
		if docs[i] != want[i] {
			t.Errorf("got\n%+v\nwant\n%+v", docs[i], want[i])
		}
	}
}

func TestLongNamesAreKept(t *testing.T) {
	name := strings.Repeat("Ab", 5000)
	docs, problems := readAll(t, strings.NewReader(`{"title":"`+name+`","text":"`+name+` joins Acme."}`), source.Options{}, "-")
	if len(problems) > 0 || docs[0].Title != name || utf8.RuneCountInString(docs[0].Text) != 10_000+12 {
		t.Error("changed", problems)
	}
}

func TestJSONLOfAnotherEncodingLineByLine(t *testing.T) {
	docs, problems := readAll(t, strings.NewReader("{\"text\":\"José\"}\n{\"text\":\"Jos\xe9 joins\"}\n"), source.Options{}, "-")
	if len(problems) > 0 {
		t.Error(problems)
	}
	wantTexts(t, docs, "José", "José joins")
}

func TestEmptyFileOfLines(t *testing.T) {
	for _, in := range []string{"", "\n \n\r\n"} {
		docs, problems := readAll(t, strings.NewReader(in), source.Options{Format: source.JSONL}, "-")
		wantTexts(t, docs)
		wantProblem(t, problems, graph.ErrInvalid, "no text in it")
	}
}
