package source_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"talentgraph/graph"
	"talentgraph/ingest/source"
)

// seeds adds the test articles of these extensions.
func seeds(f *testing.F, extensions ...string) {
	for _, extension := range extensions {
		files, err := filepath.Glob("testdata/articles/*" + extension)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(data)
		}
	}
}

// fuzzFormat asserts of any data: it is read as at least one sound document or refused with one clear line.
func fuzzFormat(f *testing.F, format source.Format) {
	f.Fuzz(func(t *testing.T, data []byte) {
		docs, problems := readAll(t, bytes.NewReader(data), source.Options{Format: format}, "-")
		if len(docs)+len(problems) == 0 {
			t.Fatal("neither read nor refused")
		}
		for _, err := range problems {
			if !errors.Is(err, graph.ErrInvalid) || strings.ContainsAny(err.Error(), "\n\r\x1b") {
				t.Fatalf("error %q", err)
			}
		}
		for _, d := range docs {
			checkNormal(t, d.Text)
			checkNormal(t, d.Title)
			if strings.TrimSpace(d.Text) == "" || strings.ContainsAny(d.Title+d.URL+d.Publisher, "\n") {
				t.Fatalf("document %+v", d)
			}
		}
	})
}

func FuzzText(f *testing.F)     { seeds(f, ".txt"); fuzzFormat(f, source.Text) }
func FuzzMarkdown(f *testing.F) { seeds(f, ".md"); fuzzFormat(f, source.Markdown) }
func FuzzHTML(f *testing.F)     { seeds(f, ".html"); fuzzFormat(f, source.HTML) }
func FuzzJSONL(f *testing.F)    { seeds(f, ".jsonl"); fuzzFormat(f, source.JSONL) }
func FuzzSniffed(f *testing.F)  { seeds(f, ".txt", ".md", ".html", ".jsonl"); fuzzFormat(f, "") }
