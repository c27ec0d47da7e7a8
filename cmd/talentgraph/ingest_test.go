package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"talentgraph/graph"
	"talentgraph/graph/neo4j"
	"talentgraph/graph/neo4j/neo4jtest"
	"talentgraph/graph/sqlite"
)

func write(t *testing.T, dir, name, content string) string {
	t.Helper()
	file := filepath.Join(dir, name)
	if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// ingested runs ingest with --json and returns what it reports.
func ingested(t *testing.T, stdin, store string, args ...string) (ran, ingestReport) {
	t.Helper()
	r := command(t, stdin, append([]string{"ingest", "--json", "--store", store}, args...)...)
	var report ingestReport
	if err := json.Unmarshal([]byte(r.out), &report); err != nil {
		t.Fatalf("%v: %+v", err, r)
	}
	return r, report
}

func utf16le(s string) string {
	b := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return string(b)
}

func move(i int) string {
	return fmt.Sprintf(`{"id":"m%d","url":"https://press.example/%d","lang":"en","published":"2024-05-02","text":"%s Fournier has left Siemens to join Bosch as chief financial officer."}`,
		i, i, strings.ToUpper(string(rune('a'+i%26)))+strings.Repeat(string(rune('a'+i/26%26)), 3+i/676))
}

func TestIngestTakesWhatItCanAndSaysWhatItCannot(t *testing.T) {
	dir, store := t.TempDir(), "sqlite:"+filepath.Join(t.TempDir(), "t.db")
	write(t, dir, "a-broken.jsonl", move(1)+"\n{\"text\": \"half a li\n"+move(2)+"\n")
	write(t, dir, "b-binary.txt", "\x7fELF\x00\x01\x02\x03\x00\x00\xff\xfe"+strings.Repeat("\x00\x93\xfa", 500))
	write(t, dir, "c-utf16.txt", utf16le("Åsa Lindqvist has left Ericsson to join Nokia.\n"))
	write(t, dir, "d-empty.txt", "")
	write(t, dir, "e-dates.jsonl", strings.Replace(move(3), "2024-05-02", "2025-13-40", 1)+"\n"+
		strings.Replace(move(4), "2024-05-02", "9024-05-02", 1)+"\n"+move(5)+"\n")
	write(t, dir, "f-names.jsonl", fmt.Sprintf(`{"lang":"en","text":"Anna %s has left Siemens to join Bosch. Clara Fournier has left Siemens to join Bosch."}`, strings.Repeat("X", 10_000))+"\n"+
		fmt.Sprintf(`{"lang":"en","title":"%s","text":"Clara Fournier has left Siemens."}`, strings.Repeat("t", 10_000))+"\n")
	write(t, dir, "g-odd.jsonl", `{"lang":"en","text":"Cl\u0000ara\u202e Four\u200bnier\u0007 has left Siemens to join Bosch. \ud800 is half a letter."}`+"\n")
	write(t, dir, "h-latin1.txt", "Jos\xe9 Garc\xeda has left Telef\xf3nica to join Vodafone.\n")
	write(t, dir, "picture.png", "\x89PNG\r\n\x1a\n")
	large := write(t, dir, "z-large.txt", "Clara Fournier has left Siemens.\n")
	if err := os.Truncate(large, 50<<20); err != nil {
		t.Fatal(err)
	}

	r, report := ingested(t, "", store, dir)
	if r.code != exitFailed {
		t.Errorf("exit code %d", r.code)
	}
	for _, place := range []string{"a-broken.jsonl:2: ", "b-binary.txt: ", "d-empty.txt: ", "e-dates.jsonl:1: ", "2025-13-40", "e-dates.jsonl:2: ",
		"f-names.jsonl:2: ", "z-large.txt: "} {
		r.says(t, place)
	}
	if strings.Contains(r.err, "Latin") || strings.Contains(r.err, "c-utf16") || strings.Contains(r.err, "h-latin1") || strings.Contains(r.err, "a-broken.jsonl:3") {
		t.Errorf("good articles were refused: %s", r.err)
	}
	for line := range strings.Lines(r.err) {
		if len(line) > 600 {
			t.Errorf("a line of %d bytes: %.200s…", len(line), line)
		}
	}
	// Good: two of a, c, one of e, one of f, g and h.
	if report.Recorded != 7 || report.Unreadable != 6 || report.Skipped != 1 || report.People == 0 || report.Moves == 0 {
		t.Errorf("report %+v\n%s", report, r.err)
	}
	before := report
	r, report = ingested(t, "", store, dir)
	if r.code != exitFailed || report.Recorded != 0 || report.Known != before.Recorded || report.Moves != before.Moves || report.People != before.People {
		t.Errorf("the second time: %+v, %s", report, r.err)
	}
}

func TestIngestReadsStandardInput(t *testing.T) {
	store := "sqlite:" + filepath.Join(t.TempDir(), "t.db")
	r := command(t, move(1)+"\n"+move(2)+"\n"+move(1)+"\n", "ingest", "--store", store, "-")
	if r.code != exitDone || r.err != "" {
		t.Fatalf("%+v", r)
	}
	want := "read 3 articles: 2 recorded, 1 known before\nfound 2 claims; 0 articles said nothing of a move, 0 of them in a language that is not read\n" +
		"the graph in " + store + " now holds 2 people, 2 organizations and 2 moves\n"
	if r.out != want {
		t.Errorf("got %q\nwant %q", r.out, want)
	}
	if r := command(t, "", "ingest", "--store", store, "no-such-folder/*.txt", "none.txt"); r.code != exitFailed || strings.Count(r.err, "\n") != 3 {
		t.Errorf("%+v", r)
	}
}

// place is a store for the tests of interruption.
type place struct {
	address string
	env     map[string]string
	open    func(ctx context.Context) (graph.Store, error)
}

func onSQLite(t *testing.T) place {
	file := filepath.Join(t.TempDir(), "t.db")
	return place{address: "sqlite:" + file, open: func(ctx context.Context) (graph.Store, error) {
		return sqlite.Open(ctx, file, sqlite.Options{})
	}}
}

func onNeo4j(t *testing.T) place {
	c := neo4jtest.Config(t)
	env := map[string]string{"TALENTGRAPH_NEO4J_USER": c.User, "TALENTGRAPH_NEO4J_PASSWORD": c.Password}
	return place{address: c.URI, env: env, open: func(ctx context.Context) (graph.Store, error) { return neo4j.Open(ctx, c) }}
}

// articles counts what is recorded.
func (p place) articles(t *testing.T) int {
	t.Helper()
	s, err := p.open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	snapshot, err := s.Snapshot(t.Context(), time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	return snapshot.Articles
}

// TestInterruptedIngest ends a real process while it reads, and reads the same again.
func TestInterruptedIngest(t *testing.T) {
	const n = 600
	var all strings.Builder
	for i := range n {
		all.WriteString(move(i) + "\n")
	}
	_, whole := ingested(t, all.String(), onSQLite(t).address, "-")
	for name, at := range map[string]func(*testing.T) place{"SQLite": onSQLite, "Neo4j": onNeo4j} {
		t.Run(name+"/Ctrl-C", func(t *testing.T) {
			store := at(t)
			code, out, said := interrupted(t, store, all.String(), os.Interrupt)
			var first ingestReport
			if err := json.Unmarshal([]byte(out), &first); err != nil || code != exitFailed || !strings.Contains(said, "the same command goes on from here") {
				t.Fatalf("exit code %d, %v: %s %s", code, err, out, said)
			}
			if kept := store.articles(t); first.Recorded != kept || kept == 0 || kept >= n {
				t.Errorf("said %d, and %d are recorded", first.Recorded, kept)
			}
			goesOn(t, store, all.String(), n, whole)
		})
		t.Run(name+"/killed", func(t *testing.T) {
			store := at(t)
			interrupted(t, store, all.String(), os.Kill)
			goesOn(t, store, all.String(), n, whole)
		})
	}
}

// interrupted sends half of the articles to a process, and then a signal once some are recorded.
func interrupted(t *testing.T, store place, articles string, signal os.Signal) (code int, out, said string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "ingest", "--json", "--batch", "20", "--store", store.address, "-")
	cmd.Env = append(os.Environ(), "TALENTGRAPH_TEST_MAIN=1")
	for name, value := range store.env {
		cmd.Env = append(cmd.Env, name+"="+value)
	}
	var stdout, stderr strings.Builder
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(in, articles[:len(articles)/2]); err != nil { // ends within a line
		t.Fatalf("%v: %s", err, stderr.String())
	}
	for store.articles(t) == 0 {
		time.Sleep(5 * time.Millisecond)
	}
	if err := cmd.Process.Signal(signal); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // it fails, as it should
	return cmd.ProcessState.ExitCode(), stdout.String(), stderr.String()
}

// goesOn checks that reading all articles again completes what was begun. A commit that was under way when its
// process was killed may still become part of the record until then.
func goesOn(t *testing.T, store place, articles string, n int, whole ingestReport) {
	t.Helper()
	kept := store.articles(t)
	r := commandIn(t, store.env, articles, "ingest", "--json", "--store", store.address, "-")
	var second ingestReport
	if err := json.Unmarshal([]byte(r.out), &second); err != nil {
		t.Fatalf("%v: %+v", err, r)
	}
	if r.code != exitDone || second.Known < kept || second.Known+second.Recorded != n || store.articles(t) != n {
		t.Errorf("after %d the rerun did %+v: %s", kept, second, r.err)
	}
	if second.People != whole.People || second.Organizations != whole.Organizations || second.Moves != whole.Moves {
		t.Errorf("in two runs %+v, in one %+v", second, whole)
	}
}
