package sqlite

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
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

// No fact, current, ended or void, tells of what was erased, wherever facts are kept.
func TestEraseLeavesNoFacts(t *testing.T) {
	ctx := context.Background()
	for name, packAt := range map[string]int64{"one by one": 1000, "by columns": 3} {
		t.Run(name, func(t *testing.T) {
			s := openTest(t, "")
			s.packAt = packAt
			block := graph.BlockID("Zyxwvut Qponmlk")
			a := graph.Article{ID: "art_erased"}
			source := []graph.Source{{Article: a.ID, Publisher: "a.example"}}
			c := graph.Claim{ID: "clm_erased", Article: a.ID, Block: block}
			p := graph.Person{ID: "per_erased", Block: block, Name: "Zyxwvut Qponmlk"}
			stays := graph.Person{ID: "per_stays", Block: block, Name: "Zyxwvut Qponmlk"}
			m := graph.Move{ID: "mov_erased", Person: p.ID, Block: block, To: "org_a", RoleTo: "colleague", Claims: []graph.ID{c.ID}, Sources: source}
			other := graph.Move{ID: "mov_stays", Person: stays.ID, Block: block, To: "org_a", RoleTo: "manager", Claims: []graph.ID{c.ID, "clm_stays"},
				Sources: append(source, graph.Source{Article: "art_stays", Publisher: "b.example"})}
			var times []int64
			commit := func(c graph.Commit) {
				t.Helper()
				c.Now = time.Now()
				done, err := s.Commit(ctx, c)
				if err != nil {
					t.Fatal(err)
				}
				times = append(times, at(done.At))
			}
			commit(graph.Commit{Expect: map[graph.ID]int64{block: 0}, Articles: []graph.Article{a, {ID: "art_stays"}}, Claims: []graph.Claim{c, {ID: "clm_stays", Article: "art_stays", Block: block}},
				People: []graph.Person{p, stays}, Moves: []graph.Move{m, other}})
			m.Inferred, other.Inferred = true, true
			commit(graph.Commit{Expect: map[graph.ID]int64{block: 1}, Moves: []graph.Move{m, other}})
			commit(graph.Commit{Expect: map[graph.ID]int64{block: 2}, Erase: []graph.ID{c.ID, p.ID, m.ID}})
			err := s.read(ctx, "facts", func(c session) error {
				v, err := c.survey(0)
				if err != nil {
					return err
				}
				clear(v.dead)
				facts := 0
				if err := v.each(1<<factColumns-1, func(c *chunk, all []int) error {
					facts += len(all)
					for column, values := range c.columns {
						for what, n := range map[string]uint64{"person": uint64(key(p.ID)), "role": textHash("colleague"), "article": uint64(key(a.ID)), "move": rankStart(rank(m.ID))} {
							if column != factID && slices.Contains(values, n) {
								t.Errorf("the %s is still in column %d", what, column)
							}
						}
					}
					return nil
				}); err != nil {
					return err
				}
				if facts != 4 {
					t.Errorf("%d facts, want 4", facts)
				}
				for _, at := range append(times, 0) {
					if err := c.recountFacts(t, at); err != nil {
						return err
					}
				}
				return nil
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
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
