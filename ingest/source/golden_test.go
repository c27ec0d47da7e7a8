package source_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"talentgraph/ingest/source"
)

var update = flag.Bool("update", false, "write the golden files anew")

var testTime = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)

// readAll is what Open yields: documents and the lines of errors.
func readAll(t testing.TB, stdin io.Reader, opts source.Options, args ...string) (docs []source.Document, problems []error) {
	t.Helper()
	if opts.Now == nil {
		opts.Now = func() time.Time { return testTime }
	}
	for d, err := range source.Open(context.Background(), args, stdin, opts) {
		if err != nil {
			problems = append(problems, err)
		} else {
			docs = append(docs, d)
		}
	}
	return docs, problems
}

// TestGolden reads every file of testdata/articles and compares what comes of it with testdata/golden.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/articles/*")
	if err != nil || len(files) == 0 {
		t.Fatal("no test data:", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			docs, problems := readAll(t, nil, source.Options{}, filepath.ToSlash(file))
			var got bytes.Buffer
			enc := json.NewEncoder(&got)
			enc.SetIndent("", "  ")
			enc.SetEscapeHTML(false)
			for _, d := range docs {
				if err := enc.Encode(d); err != nil {
					t.Fatal(err)
				}
			}
			for _, err := range problems {
				if err := enc.Encode(map[string]string{"error": err.Error()}); err != nil {
					t.Fatal(err)
				}
			}
			golden := filepath.Join("testdata", "golden", filepath.Base(file)+".json")
			if *update {
				if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got.Bytes(), want) {
				t.Errorf("got\n%s\nwant\n%s", got.Bytes(), want)
			}
		})
	}
}
