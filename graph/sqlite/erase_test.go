package sqlite

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"talentgraph/graph"
)

// TestEraseLeavesNothing asserts that no byte of what was erased is left in the file or its log.
func TestEraseLeavesNothing(t *testing.T) {
	ctx := context.Background()
	file := filepath.Join(t.TempDir(), "graph.db")
	s := openTest(t, file)
	w := newWorld(s, 0)
	if err := w.batch(ctx, 300); err != nil {
		t.Fatal(err)
	}
	const name, quote, title, mark = "Zyxwvut Qponmlk", "Zyxwvut Qponmlk is gone from Somewhere", "Zyxwvut leaves Somewhere", "yxwvut"
	block := graph.BlockID(name)
	a := graph.Article{ID: "art_erased", Title: title, URL: "https://news.example/zyxwvut"}
	c := graph.Claim{ID: "clm_erased", Article: a.ID, Block: block, Person: name, From: "Somewhere", Quote: quote}
	p := graph.Person{ID: "per_erased", Block: block, Name: name}
	m := graph.Move{ID: "mov_erased", Person: p.ID, Block: block, From: "org_somewhere", Claims: []graph.ID{c.ID}, Words: []string{"qponmlk", "zyxwvut"}}
	flow := graph.FlowCount{From: m.From, Status: graph.Completed, Moves: 1}
	m.Status = graph.Completed
	commit := graph.Commit{Now: time.Now(), Expect: map[graph.ID]int64{block: 0}, Articles: []graph.Article{a}, Claims: []graph.Claim{c},
		People: []graph.Person{p}, Moves: []graph.Move{m}, Flows: []graph.FlowCount{flow}}
	if _, err := s.Commit(ctx, commit); err != nil {
		t.Fatal(err)
	}
	p.Aliases = []string{"Z. Qponmlk"}
	m.RoleFrom = "colleague of Zyxwvut"
	if _, err := s.Commit(ctx, graph.Commit{Now: time.Now(), Expect: map[graph.ID]int64{block: 1}, People: []graph.Person{p},
		Moves: []graph.Move{m}}); err != nil {
		t.Fatal(err)
	}
	if err := w.batch(ctx, 300); err != nil {
		t.Fatal(err)
	}
	if !contains(t, file, mark) {
		t.Fatal("the name is not in the files: the test looks for the wrong thing")
	}
	flow.Moves = -1
	if _, err := s.Commit(ctx, graph.Commit{Now: time.Now(), Expect: map[graph.ID]int64{block: 2}, Flows: []graph.FlowCount{flow},
		Erase: []graph.ID{c.ID, p.ID, m.ID}, Redact: []graph.ID{a.ID}}); err != nil {
		t.Fatal(err)
	}
	for range 100 { // the log is emptied in the background
		if !contains(t, file, mark) {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	if contains(t, file, mark) {
		t.Error("the name is still in the files")
	}
	recount(t, s)
}

func contains(t *testing.T, file, text string) bool {
	t.Helper()
	for _, name := range []string{file, file + "-wal"} {
		b, err := os.ReadFile(name)
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
		if bytes.Contains(bytes.ToLower(b), []byte(text)) {
			return true
		}
	}
	return false
}
