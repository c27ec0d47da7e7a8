package graphtest

import (
	"os"
	"runtime"
	"slices"
	"strconv"
	"testing"
	"time"

	"talentgraph/graph"
	"talentgraph/graph/catalogue"
)

// knownWorld is a world with the catalogue and the names that ship with the program.
func knownWorld(t testing.TB, seed uint64) *World {
	t.Helper()
	organizations, err := catalogue.Organizations()
	if err != nil {
		t.Fatal(err)
	}
	names, err := catalogue.Names()
	if err != nil {
		t.Fatal(err)
	}
	return NewWorld(seed, organizations, names)
}

func TestWorldIsTheSameForTheSameSeed(t *testing.T) {
	a, b, c := knownWorld(t, 7).Take(300), knownWorld(t, 7).Take(300), knownWorld(t, 8).Take(300)
	if d := difference(a, b); d != "" {
		t.Errorf("two worlds of one seed differ:%s", d)
	}
	if difference(a, c) == "" {
		t.Error("worlds of two seeds are the same")
	}
}

func TestWorldNeedsLittleMemory(t *testing.T) {
	w := knownWorld(t, 1)
	var before, after runtime.MemStats
	n := 0
	for range w.Entries() {
		n++
		if n == 10_000 {
			runtime.GC()
			runtime.ReadMemStats(&before)
		}
		if n == 30_000 {
			runtime.GC()
			runtime.ReadMemStats(&after)
			break
		}
	}
	if grown := int64(after.HeapAlloc) - int64(before.HeapAlloc); grown > 20<<20 {
		t.Errorf("telling 20,000 more articles took %d MB more", grown>>20)
	}
}

// TestWorldOnGraph records a small world as a program would, and compares what the graph tells with the truth. The
// floors are lower than the bars of TestWorld100k because a small world varies more.
func TestWorldOnGraph(t *testing.T) {
	w := knownWorld(t, 1)
	g := graph.New(NewOracle(), w.Catalogue, w.Names)
	record := NewRecord(w)
	for batch := range slices.Chunk(w.Take(5000), 250) {
		var readings []graph.Reading
		for _, e := range batch {
			readings = append(readings, e.Reading)
			record.Add(e.Reading.Claims, e.Truth)
		}
		done, err := g.Record(t.Context(), readings)
		if err != nil {
			t.Fatal(err)
		}
		if done.Articles != len(batch) {
			t.Fatalf("recorded %d of %d articles", done.Articles, len(batch))
		}
	}
	var moves []graph.Move
	r := graph.MoveRequest{Order: graph.OldestFirst, First: graph.MaxPage}
	for {
		pages, err := g.Moves(t.Context(), r)
		if err != nil {
			t.Fatal(err)
		}
		moves = append(moves, pages[""].Moves...)
		if !pages[""].HasNext {
			break
		}
		r.After = pages[""].Cursor(graph.MaxPage - 1)
	}
	s := record.Score(moves)
	t.Log(s)
	if s.IdentityF1 < 0.96 || s.MovesF1 < 0.96 || s.MergedNamesakes > 0 {
		t.Error("want F1 of at least 0.96 for people and moves, and no common namesakes merged")
	}
}

// TestWorld100k asserts the bars that the project set itself, on 100,000 articles; with -short on 20,000.
func TestWorld100k(t *testing.T) {
	n := 100_000
	if testing.Short() {
		n = 20_000
	}
	seed := uint64(1)
	if v, err := strconv.ParseUint(os.Getenv("TALENTGRAPH_SEED"), 10, 64); err == nil {
		seed = v
	}
	w := knownWorld(t, seed)
	record := NewRecord(w)
	var claims []graph.Claim
	for _, e := range w.Take(n) {
		record.Add(e.Reading.Claims, e.Truth)
		claims = append(claims, e.Reading.Claims...)
	}
	start := time.Now()
	fused := graph.NewFuser(w.Catalogue, w.Names).Fuse(claims, nil)
	took := time.Since(start)
	s := record.Score(fused.Moves)
	t.Logf("%d articles, fused in %v: %s", n, took.Round(time.Millisecond), s)
	if s.IdentityF1 < 0.97 {
		t.Errorf("identity: B-cubed F1 %.4f, want 0.97", s.IdentityF1)
	}
	if s.MovesF1 < 0.97 {
		t.Errorf("moves: pairwise F1 %.4f, want 0.97", s.MovesF1)
	}
	for _, m := range record.MergedPairs(fused.Moves) {
		t.Errorf("merged two people called %s (%d and %d) whose careers never met", m.Name, m.A, m.B)
	}
}

func TestScores(t *testing.T) {
	w := NewWorld(1, nil, nil)
	r := NewRecord(w)
	claim := func(id graph.ID) graph.Claim { return graph.Claim{ID: id, Block: "blk_p", Person: "Ada Smith"} }
	for i, id := range []graph.ID{"clm_1", "clm_2", "clm_3", "clm_4"} {
		r.Add([]graph.Claim{claim(id)}, []Truth{{Person: i / 3, Move: i / 2}}) // people 1 2 3 | 4, moves 1 2 | 3 4
	}
	s := r.Score([]graph.Move{{ID: "mov_1", Person: "per_1", Claims: []graph.ID{"clm_1", "clm_2", "clm_3"}}, {ID: "mov_2", Person: "per_1", Claims: []graph.ID{"clm_4"}}})
	want := Scores{Claims: 4, IdentityPrecision: 0.625, IdentityRecall: 1, IdentityF1: 2 * 0.625 / 1.625, MovesPrecision: 1.0 / 3, MovesRecall: 0.5, MovesF1: 0.4, Shared: 4, LargestBlock: 4}
	if d := difference(s, want); d != "" {
		t.Errorf("scores:%s", d)
	}
}
