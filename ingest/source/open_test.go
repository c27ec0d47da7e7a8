package source_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"talentgraph/graph"
	"talentgraph/ingest/source"
)

// write makes files below a new folder and returns the folder.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for name, content := range files {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func texts(docs []source.Document) (out []string) {
	for _, d := range docs {
		out = append(out, d.Text)
	}
	return out
}

func wantTexts(t *testing.T, docs []source.Document, want ...string) {
	t.Helper()
	if got := texts(docs); !slices.Equal(got, want) {
		t.Errorf("texts %q, want %q", got, want)
	}
}

// wantProblem asserts that there is one problem with this text, one line of kind.
func wantProblem(t *testing.T, problems []error, kind error, text string) {
	t.Helper()
	if len(problems) != 1 {
		t.Fatalf("problems %v, want one", problems)
	}
	err := problems[0]
	var located *source.Error
	if !errors.Is(err, kind) || !errors.As(err, &located) || !strings.Contains(err.Error(), text) || strings.Contains(err.Error(), "\n") {
		t.Errorf("problem %q (%[1]T), want a *source.Error of kind %v with %q", err, kind, text)
	}
}

func TestFolderIsReadByNameAndDeep(t *testing.T) {
	root := write(t, map[string]string{
		"b.txt": "B", "a/z.md": "Z", "a/y.jsonl": `{"text":"Y1"}` + "\n" + `{"text":"Y2"}`, "c": "C", ".git/x.txt": "no", ".hidden.txt": "no", "p.css": "no", "d.HTML": "<p>D",
	})
	if err := os.Symlink(root, filepath.Join(root, "a", "loop")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(root, "c"), filepath.Join(root, "e.txt")); err != nil {
		t.Fatal(err)
	}
	var skipped []string
	docs, problems := readAll(t, nil, source.Options{Skipped: func(f string) { skipped = append(skipped, filepath.Base(f)) }}, root)
	if len(problems) > 0 {
		t.Error(problems)
	}
	wantTexts(t, docs, "Y1", "Y2", "Z", "B", "C", "D", "C")
	if !slices.Equal(skipped, []string{"p.css"}) {
		t.Errorf("skipped %q", skipped)
	}
}

func TestArgumentsKeepTheirOrder(t *testing.T) {
	root := write(t, map[string]string{"1.txt": "one", "2.txt": "two", "3.md": "three", "[x].txt": "brackets"})
	docs, problems := readAll(t, strings.NewReader("from stdin"), source.Options{},
		filepath.Join(root, "3.md"), "-", filepath.Join(root, "?.txt"), filepath.Join(root, "[x].txt"))
	if len(problems) > 0 {
		t.Error(problems)
	}
	wantTexts(t, docs, "three", "from stdin", "one", "two", "brackets")
	if docs[1].Where != "standard input" || docs[1].ID != "" {
		t.Errorf("standard input is at %q with id %q", docs[1].Where, docs[1].ID)
	}
}

func TestWhatCannotBeOpenedDoesNotStopTheRest(t *testing.T) {
	root := write(t, map[string]string{"1.txt": "one"})
	good := filepath.Join(root, "1.txt")
	missing := filepath.Join(root, "gone.txt")
	docs, problems := readAll(t, nil, source.Options{}, missing, good)
	wantTexts(t, docs, "one")
	wantProblem(t, problems, graph.ErrInvalid, missing+": invalid: no such file or folder")
	wantProblem(t, problems, fs.ErrNotExist, "gone.txt")

	docs, problems = readAll(t, nil, source.Options{}, filepath.Join(root, "*.html"), good)
	wantTexts(t, docs, "one")
	wantProblem(t, problems, graph.ErrInvalid, "no file matches")

	_, problems = readAll(t, nil, source.Options{}, filepath.Join(root, "[a"))
	wantProblem(t, problems, graph.ErrInvalid, "malformed pattern")

	_, problems = readAll(t, nil, source.Options{})
	wantProblem(t, problems, graph.ErrInvalid, "name files")

	broken := filepath.Join(root, "broken.txt")
	if err := os.Symlink(missing, broken); err != nil {
		t.Fatal(err)
	}
	docs, problems = readAll(t, nil, source.Options{}, root)
	wantTexts(t, docs, "one")
	wantProblem(t, problems, fs.ErrNotExist, "broken.txt")
}

func TestTooLargeIsRefusedAndTheRestRead(t *testing.T) {
	root := write(t, map[string]string{"a.txt": "A", "large.txt": "", "large.html": "", "z.txt": "Z"})
	if err := os.Truncate(filepath.Join(root, "large.txt"), 50<<20); err != nil {
		t.Fatal(err)
	}
	docs, problems := readAll(t, nil, source.Options{}, filepath.Join(root, "*.txt"))
	wantTexts(t, docs, "A", "Z")
	wantProblem(t, problems, graph.ErrInvalid, "large.txt: invalid: more than 16 MB")

	if err := os.Truncate(filepath.Join(root, "large.html"), source.MaxHTML+1); err != nil {
		t.Fatal(err)
	}
	_, problems = readAll(t, nil, source.Options{}, filepath.Join(root, "large.html"))
	wantProblem(t, problems, graph.ErrInvalid, "more than 8 MB")

	// On standard input the size shows only in reading.
	_, problems = readAll(t, io.LimitReader(letters{}, 50<<20), source.Options{}, "-")
	wantProblem(t, problems, graph.ErrInvalid, "standard input: invalid: more than 16 MB")
}

// letters is an endless text.
type letters struct{}

func (letters) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = "word "[i%5]
	}
	return len(p), nil
}

func TestTooLongLineIsRefusedAndTheRestRead(t *testing.T) {
	in := io.MultiReader(
		strings.NewReader(`{"text":"one"}`+"\n"+`{"text":"`), io.LimitReader(letters{}, source.MaxText), strings.NewReader(`"}`+"\n"+`{"text":"three"}`))
	docs, problems := readAll(t, in, source.Options{Format: source.JSONL}, "-")
	wantTexts(t, docs, "one", "three")
	wantProblem(t, problems, graph.ErrInvalid, "standard input:2: invalid: more than 16 MB")
	if docs[1].Where != "standard input:3" {
		t.Error(docs[1].Where)
	}
}

func TestManyLinesKeepMemoryBounded(t *testing.T) {
	line := `{"text":"` + strings.Repeat("word ", 2000) + `"}` + "\n"
	in, out := io.Pipe()
	go func() {
		for range 2000 {
			if _, err := io.WriteString(out, line); err != nil {
				return
			}
		}
		out.Close()
	}()
	defer in.Close()
	n := 0
	var before, now runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	for _, err := range source.Open(t.Context(), []string{"-"}, in, source.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		if n++; n%500 == 0 {
			runtime.GC()
			runtime.ReadMemStats(&now)
			if held := int64(now.HeapAlloc) - int64(before.HeapAlloc); held > 4<<20 {
				t.Errorf("holds %d bytes after %d documents", held, n)
			}
		}
	}
	if n != 2000 {
		t.Errorf("%d documents", n)
	}
}

func TestConsumerMayStopEarly(t *testing.T) {
	root := write(t, map[string]string{"1.txt": "one", "2.txt": "two", "3.jsonl": `{"text":"x"}`})
	for range source.Open(context.Background(), []string{root, root, "-"}, strings.NewReader("x"), source.Options{}) {
		break // the iterator panics if it goes on
	}
}

func TestContextEndsReading(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	in, out := io.Pipe() // standard input on which nobody types
	defer out.Close()
	var last error
	n := 0
	for d, err := range source.Open(ctx, []string{"-"}, io.MultiReader(strings.NewReader("{\"text\":\"x\"}\n"), in), source.Options{Format: source.JSONL}) {
		if err == nil {
			n++
			if d.Text != "x" {
				t.Error(d.Text)
			}
			cancel()
		}
		last = err
	}
	if n != 1 || !errors.Is(last, context.Canceled) {
		t.Errorf("%d documents, last error %v", n, last)
	}
}

func TestProgressReachesTotal(t *testing.T) {
	root := write(t, map[string]string{"1.txt": "one", "d/2.md": "# two", "d/3.jsonl": `{"text":"x"}`, "pic.png": "\x89PNG"})
	args := []string{root, filepath.Join(root, "1.txt")}
	var read int64
	_, problems := readAll(t, nil, source.Options{Progress: func(n int64) { read += n }}, args...)
	if len(problems) > 0 {
		t.Error(problems)
	}
	if total := source.Total(args); total != read || total != int64(3+5+12+3) {
		t.Errorf("total %d, read %d", total, read)
	}
	if source.Total([]string{"-"}) != -1 {
		t.Error("standard input has no size")
	}
}

func TestFutureDates(t *testing.T) {
	line := func(d string) string { return fmt.Sprintf(`{"published":%q,"text":"x"}`, d) + "\n" }
	docs, problems := readAll(t, strings.NewReader(line("2027-01-01")+line("2027-01-02")), source.Options{}, "-")
	wantTexts(t, docs, "x")
	wantProblem(t, problems, graph.ErrInvalid, "standard input:2: invalid: published 2027-01-02, more than a year ahead")
	opts := source.Options{Now: func() time.Time { return testTime.AddDate(10, 0, 0) }}
	if docs, _ = readAll(t, strings.NewReader(line("2027-01-02")), opts, "-"); len(docs) != 1 {
		t.Error("refused a past date")
	}
}

func TestErrorIsSafeToPrint(t *testing.T) {
	err := &source.Error{File: "a\x1b[31m\nb\u202e.txt", Line: 3, Err: errors.New("bad\r\nthing")}
	if got := err.Error(); got != "a\uFFFD[31m\uFFFDb\uFFFD.txt:3: bad\uFFFD\uFFFDthing" {
		t.Errorf("%q", got)
	}
}
