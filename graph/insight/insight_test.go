package insight

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"talentgraph/graph"
	"talentgraph/graph/graphtest"
)

// told is a move as a test writes it: person, from, to, date.
type told struct{ person, from, to, date string }

func newGraph(t *testing.T, moves ...told) *graph.Graph {
	t.Helper()
	catalogue, err := graph.NewCatalogue([]graph.CatalogueEntry{{Name: "Alphabet"}, {Name: "Google", Parent: "alphabet"},
		{Name: "DeepMind", Parent: "google"}, {Name: "Apple"}, {Name: "Meta"}})
	if err != nil {
		t.Fatal(err)
	}
	g := graph.New(graphtest.NewOracle(), catalogue, nil)
	var readings []graph.Reading
	for i, m := range moves {
		date, err := graph.ParseDate(m.date)
		if err != nil {
			t.Fatal(err)
		}
		text := fmt.Sprintf("Article %d.", i)
		readings = append(readings, graph.Reading{Text: text, Article: graph.Article{URL: fmt.Sprintf("https://p%d.example/a", i), Published: date},
			Claims: []graph.Claim{{Person: m.person, From: m.from, To: m.to, Date: date, Status: graph.Completed, Quote: text, End: len(text),
				Confidence: 0.9, Extractor: "test"}}})
	}
	if _, err := g.Record(t.Context(), readings); err != nil {
		t.Fatal(err)
	}
	return g
}

func org(name string) graph.ID { return graph.OrganizationID(graph.OrganizationKey(name)) }

func names(ids ...graph.ID) []string {
	var list []string
	for _, id := range ids {
		for _, n := range []string{"Alphabet", "Google", "DeepMind", "Apple", "Meta", "Acme", "Borel"} {
			if org(n) == id {
				list = append(list, n)
			}
		}
	}
	return list
}

var sample = []told{
	{"Ada Quill", "Apple", "Meta", "2023-01"}, {"Ben Oak", "Apple", "Meta", "2024-02-03"}, {"Cleo Ash", "Meta", "Apple", "2024-05"},
	{"Dan Elm", "DeepMind", "Google", "2024-01"}, {"Eve Fir", "DeepMind", "Meta", "2024-03"}, {"Finn Yew", "", "Google", "2024-04"},
}

func TestBalances(t *testing.T) {
	g := newGraph(t, sample...)
	got, err := Balances(t.Context(), g, org("Apple"), graph.Year, Scope{})
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || got[0].Period != "2023" || got[0].Departures.Moves != 1 || got[1].Arrivals.Moves != 1 || got[1].Net != 0 || !got[1].Few {
		t.Errorf("Apple by year: %+v", got)
	}
	whole, err := Balances(t.Context(), g, org("Alphabet"), "", Scope{Where: graph.MoveFilter{Subsidiaries: true}})
	if err != nil {
		t.Fatal(err)
	}
	if len(whole) != 1 || whole[0].Arrivals.Moves != 1 || whole[0].Departures.Moves != 1 || whole[0].Inside.Moves != 1 {
		t.Errorf("Alphabet with its parts: %+v", whole)
	}
	if i := whole[0].Interval; i.Low < -2 || i.High > 2 || i.Low >= 0 || i.High <= 0 {
		t.Errorf("interval %+v of a net 0 among 2", i)
	}
	none, err := Balances(t.Context(), newGraph(t), org("Apple"), "", Scope{})
	if err != nil || len(none) != 1 || none[0].Arrivals.Moves != 0 {
		t.Errorf("an organization without moves: %+v, %v", none, err)
	}
	if _, err := Balances(t.Context(), g, org("Nowhere"), "", Scope{}); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("an organization of which nothing is known: %v, want ErrNotFound", err)
	}
	if _, err := Balances(t.Context(), g, org("Apple"), "", Scope{Where: graph.MoveFilter{From: []graph.ID{org("Meta")}}}); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("a scope with an end: %v, want ErrInvalid", err)
	}
}

func TestWilson(t *testing.T) {
	// 8 of 10: 0.4901625, 0.9433178 (Newcombe 1998 gives the method; these are its formula worked out by hand).
	got := wilson(8, 10)
	if math.Abs(got.Low-0.4901625) > 1e-6 || math.Abs(got.High-0.9433178) > 1e-6 {
		t.Errorf("8 of 10: %+v", got)
	}
	if got := wilson(0, 0); got != (Interval{0, 1}) {
		t.Errorf("0 of 0: %+v", got)
	}
}

func TestRatioAndMatrix(t *testing.T) {
	g := newGraph(t, sample...)
	r, err := RatioOf(t.Context(), g, org("Apple"), org("Meta"), Scope{})
	if err != nil || r.Forth.Moves != 2 || r.Back.Moves != 1 || r.Ratio != 2 || !r.Few || r.Interval.Low >= 2 || r.Interval.High <= 2 {
		t.Errorf("Apple to Meta: %+v, %v", r, err)
	}
	r, err = RatioOf(t.Context(), g, org("DeepMind"), org("Meta"), Scope{})
	if err != nil || !math.IsInf(r.Ratio, 1) || !math.IsInf(r.Interval.High, 1) {
		t.Errorf("DeepMind to Meta: %+v, %v", r, err)
	}
	m, err := MatrixOf(t.Context(), g, []graph.ID{org("Apple"), org("Meta"), org("Alphabet")}, Scope{Where: graph.MoveFilter{Subsidiaries: true}})
	if want := [][]int{{0, 2, 0}, {1, 0, 0}, {0, 1, 0}}; err != nil || !reflect.DeepEqual(counts(m), want) {
		t.Errorf("matrix %v, %v, want %v", counts(m), err, want)
	}
	for _, bad := range [][]graph.ID{{org("Apple")}, {org("Apple"), org("Apple")}} {
		if _, err := MatrixOf(t.Context(), g, bad, Scope{}); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("matrix of %v: %v, want ErrInvalid", bad, err)
		}
	}
}

func counts(m Matrix) [][]int {
	rows := make([][]int, len(m.Cells))
	for i := range rows {
		for _, c := range m.Cells[i] {
			rows[i] = append(rows[i], c.Moves)
		}
	}
	return rows
}

// TestCells: the moves of a figure are those that it counts, page by page, forwards and backwards.
func TestCells(t *testing.T) {
	var moves []told
	for i := range 7 {
		name := fmt.Sprintf("%c%s Stone", 'A'+i, "aei"[i%3:i%3+1])
		moves = append(moves, told{name, "DeepMind", "Google", fmt.Sprintf("2024-0%d", i+1)}, told{name, "Google", "Apple", fmt.Sprintf("2025-0%d", i+1)})
		moves = append(moves, told{fmt.Sprintf("%c%s Brook", 'A'+i, "aei"[i%3:i%3+1]), "Meta", "DeepMind", fmt.Sprintf("2024-0%d", i+1)})
	}
	g, s := newGraph(t, moves...), Scope{Where: graph.MoveFilter{Subsidiaries: true}}
	balances, err := Balances(t.Context(), g, org("Alphabet"), graph.Year, s)
	if err != nil || len(balances) != 2 || balances[0].Arrivals.Moves != 7 || balances[0].Inside.Moves != 7 || balances[1].Departures.Moves != 7 {
		t.Fatalf("balances %+v, %v", balances, err)
	}
	for _, c := range []Cell{balances[0].Arrivals, balances[0].Inside, balances[1].Departures} {
		for _, back := range []bool{false, true} {
			var ids []graph.ID
			for r := (graph.MoveRequest{First: 2, Back: back}); ; {
				pages, err := MovesOf(t.Context(), g, s, []Cell{c}, r)
				if err != nil || len(pages) != 1 || len(pages[0].Moves) > 2 {
					t.Fatalf("%+v, %v", pages, err)
				}
				p := pages[0]
				for _, m := range p.Moves {
					ids = append(ids, m.ID)
				}
				if back && p.HasNext != (r.Before != "") || !back && p.HasPrevious != (r.After != "") {
					t.Errorf("page %+v", p)
				}
				if back && p.HasPrevious {
					r.Before = p.Cursor(0)
				} else if !back && p.HasNext {
					r.After = p.Cursor(len(p.Moves) - 1)
				} else {
					break
				}
			}
			slices.Sort(ids)
			if n := len(slices.Compact(ids)); n != c.Moves || n != len(ids) {
				t.Errorf("%d moves, %d of them distinct, the figure is %d (back %v)", len(ids), n, c.Moves, back)
			}
		}
	}
	two, err := MovesOf(t.Context(), g, s, []Cell{balances[0].Arrivals, balances[0].Inside}, graph.MoveRequest{First: 100})
	if err != nil || len(two[0].Moves) != 7 || len(two[1].Moves) != 7 || two[0].HasNext || two[1].HasNext {
		t.Errorf("%d and %d moves, %v", len(two[0].Moves), len(two[1].Moves), err)
	}
}

func TestTimeline(t *testing.T) {
	g := newGraph(t, told{"Ada Quill", "Apple", "Meta", "2015-03"}, told{"Ada Quill", "Meta", "Acme", "2018-01"},
		told{"Ada Quill", "Acme", "Meta", "2020-06"})
	hits, err := g.Search(t.Context(), "Ada Quill", nil, 1, Scope{}.At)
	if err != nil || len(hits) != 1 {
		t.Fatalf("search: %v, %v", hits, err)
	}
	timelines, err := Timelines(t.Context(), g, []graph.ID{hits[0].Person.ID}, Scope{})
	if err != nil {
		t.Fatal(err)
	}
	got := timelines[hits[0].Person.ID]
	var lines []string
	for _, s := range got {
		lines = append(lines, fmt.Sprintf("%v %s–%s open %v boomerang %v gap %d overlaps %v", names(s.Organization), s.Start, s.End, s.Open, s.Boomerang, s.GapDays, s.Overlaps))
	}
	want := []string{"[Apple] –2015-03 open false boomerang false gap 0 overlaps false",
		"[Meta] 2015-03–2018-01 open false boomerang false gap 0 overlaps false",
		"[Acme] 2018-01–2020-06 open false boomerang false gap 0 overlaps false",
		"[Meta] 2020-06– open true boomerang true gap 0 overlaps false"}
	if !reflect.DeepEqual(lines, want) {
		t.Errorf("got\n%q\nwant\n%q", lines, want)
	}
}

func TestWays(t *testing.T) {
	g := newGraph(t, told{"Ada Quill", "Apple", "Acme", "2015-03"}, told{"Ada Quill", "Acme", "Meta", "2018-01"},
		told{"Ben Oak", "Apple", "Acme", "2016-03"}, told{"Ben Oak", "Acme", "Meta", "2017-01"},
		told{"Cleo Ash", "Apple", "Meta", "2017-01"}, told{"Dan Elm", "Meta", "Apple", "2017-01"}, told{"Eve Fir", "Apple", "Borel", "2019"})
	got, truncated, err := Ways(t.Context(), g, org("Apple"), org("Meta"), 4, 10, Scope{})
	if err != nil || truncated || len(got) != 2 {
		t.Fatalf("ways %+v, truncated %v, %v", got, truncated, err)
	}
	if w := names(got[0].Organizations...); !reflect.DeepEqual(w, []string{"Apple", "Acme", "Meta"}) || len(got[0].Travels) != 2 || len(got[0].Travels[0].Moves) != 2 {
		t.Errorf("the most travelled way: %v by %d", w, len(got[0].Travels))
	}
	pages, err := MovesOf(t.Context(), g, Scope{}, []Cell{got[0].Cell(), Along(got), Along(nil)}, graph.MoveRequest{First: 10})
	if err != nil || len(pages[0].Moves) != got[0].Cell().Moves || len(pages[1].Moves) != Along(got).Moves || len(pages[2].Moves) != 0 {
		t.Errorf("the moves along the ways: %+v, %v", pages, err)
	}
	if got, _, err := Ways(t.Context(), g, org("Apple"), org("Meta"), 1, 10, Scope{}); err != nil || len(got) != 1 {
		t.Errorf("by one move: %v, %v", got, err)
	}
}

func TestTeams(t *testing.T) {
	g := newGraph(t, told{"Ada Quill", "Apple", "Meta", "2024-01-02"}, told{"Ben Oak", "Apple", "Meta", "2024-01-20"},
		told{"Cleo Ash", "Apple", "Meta", "2024-02"}, told{"Dan Elm", "Apple", "Meta", "2022-02"}, told{"Eve Fir", "Apple", "Meta", "2024"})
	got, truncated, err := Teams(t.Context(), g, 3, 60, 10, Scope{})
	if err != nil || truncated || len(got) != 1 || len(got[0].People) != 3 || got[0].First.String() != "2024-01-02" || got[0].Last.String() != "2024-02" {
		t.Errorf("teams %+v, truncated %v, %v", got, truncated, err)
	}
	pages, err := MovesOf(t.Context(), g, Scope{}, []Cell{got[0].Cell(), BothEnds()}, graph.MoveRequest{First: 10})
	if err != nil || len(pages[0].Moves) != 3 || len(pages[1].Moves) != 5 {
		t.Errorf("the group's moves: %+v, %v", pages, err)
	}
	if got, _, err := Teams(t.Context(), g, 4, 60, 10, Scope{}); err != nil || len(got) != 0 {
		t.Errorf("of four: %v, %v", got, err)
	}
}

func TestCircles(t *testing.T) {
	var flows []graph.Flow
	ids := []graph.ID{"a", "b", "c", "x", "y", "z"}
	for i := range 3 {
		for j := range 3 {
			if i != j {
				flows = append(flows, graph.Flow{From: ids[i], To: ids[j], Moves: 5}, graph.Flow{From: ids[3+i], To: ids[3+j], Moves: 4})
			}
		}
	}
	flows = append(flows, graph.Flow{From: "a", To: "x", Moves: 1})
	got := divide(flows)
	if len(got.Circles) != 2 || len(got.Circles[0].Members) != 3 || got.Circles[0].Inside.Moves != 30 || got.Circles[0].Out != 1 || got.Circles[1].In != 1 {
		t.Fatalf("circles %+v", got)
	}
	sum := 0.0
	for _, c := range got.Circles {
		for _, m := range c.Members {
			sum += m.Rank
		}
	}
	if math.Abs(sum-1) > 1e-5 || got.Modularity < 0.3 {
		t.Errorf("ranks add up to %v, modularity %v", sum, got.Modularity)
	}
	for range 5 {
		if again := divide(flows); !reflect.DeepEqual(again, got) {
			t.Fatalf("another run gives %+v, first %+v", again, got)
		}
	}
	if empty := divide(nil); len(empty.Circles) != 0 {
		t.Errorf("circles of nothing: %+v", empty)
	}
}

// BenchmarkCircles divides as many flows as an answer reads at the most, among as many organizations:
//
//	go test -run - -bench Circles -benchtime 1x ./graph/insight
func BenchmarkCircles(b *testing.B) {
	r := rand.New(rand.NewPCG(7, 7))
	seen := map[[2]int]bool{}
	var flows []graph.Flow
	for len(flows) < maxCells {
		circle := r.IntN(200)
		pair := [2]int{circle*40 + r.IntN(40), circle*40 + r.IntN(40)}
		if r.IntN(5) == 0 {
			pair[1] = r.IntN(8000)
		}
		if pair[0] != pair[1] && !seen[pair] {
			seen[pair] = true
			id := func(n int) graph.ID { return graph.ID(fmt.Sprintf("org_%d", n)) }
			flows = append(flows, graph.Flow{From: id(pair[0]), To: id(pair[1]), Moves: 1 + r.IntN(9)})
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		found := divide(flows)
		b.ReportMetric(float64(len(found.Circles)), "circles")
		b.ReportMetric(found.Modularity, "modularity")
	}
}

// TestCoverageOf: each cell is covered by the moves that it counts.
func TestCoverageOf(t *testing.T) {
	var moves []told
	for i := range 12 {
		moves = append(moves, told{fmt.Sprintf("%c%s Stone", 'A'+i, "aei"[i%3:i%3+1]), "Apple", "Meta", []string{"2024-05", "", "2023"}[i%3]})
	}
	g := newGraph(t, moves...)
	since := Cell{Only: graph.MoveFilter{Since: graph.Date{Year: 2024}}}
	got, err := CoverageOf(t.Context(), g, Scope{Where: graph.MoveFilter{From: []graph.ID{org("Apple")}}}, []Cell{{}, since}, 3)
	if err != nil || len(got) != 2 {
		t.Fatalf("%+v, %v", got, err)
	}
	if c := got[0]; c.Moves != 12 || c.People != 12 || c.Undated != 4 || c.Claims != 12 || c.Articles != 12 || c.PublisherCount != 12 || len(c.Publishers) != 3 {
		t.Errorf("all: %+v", c)
	}
	if c := got[1]; c.Moves != 4 || c.Undated != 0 || c.First.String() != "2024-05" || c.Last.String() != "2024-05" {
		t.Errorf("since 2024: %+v", c)
	}
	none, err := CoverageOf(t.Context(), g, Scope{Where: graph.MoveFilter{From: []graph.ID{org("Meta")}}}, []Cell{{}}, 3)
	if err != nil || len(none) != 1 || none[0].Moves != 0 || none[0].Articles != 0 || !none[0].Since.IsZero() {
		t.Errorf("nothing: %+v, %v", none, err)
	}
}

func TestSubgraph(t *testing.T) {
	g := newGraph(t, append([]told{{"Gus Ivy", "Meta", "Acme", "2024-01"}, {"Hal Jay", "Acme", "Borel", "2024-02"}, {"Ida Kay", "Borel", "", "2024-03"}}, sample...)...)
	shape := func(s Subgraph) string {
		var text string
		for _, n := range s.Nodes {
			text += fmt.Sprint(names(n.Organization), n.Hops, " ")
		}
		for _, e := range s.Edges {
			text += fmt.Sprint(names(e.From, e.To), e.Moves.Moves, " ")
		}
		return text + fmt.Sprint(s.Truncated)
	}
	one, err := SubgraphOf(t.Context(), g, []graph.ID{org("Acme")}, 1, 500, Scope{})
	if err != nil || len(one.Nodes) != 3 || len(one.Edges) != 2 || one.Truncated || one.Nodes[0].Organization != org("Acme") {
		t.Errorf("around Acme: %s, %v", shape(one), err)
	}
	two, err := SubgraphOf(t.Context(), g, []graph.ID{org("Acme")}, 2, 500, Scope{})
	if err != nil || len(two.Nodes) != 5 || len(two.Edges) != 5 || two.Edges[0].Moves.Moves != 2 || two.Nodes[4].Hops != 2 {
		t.Errorf("two hops: %s, %v", shape(two), err)
	}
	few, err := SubgraphOf(t.Context(), g, []graph.ID{org("Acme")}, 2, 2, Scope{})
	if err != nil || len(few.Nodes) != 2 || !few.Truncated {
		t.Errorf("two nodes: %s, %v", shape(few), err)
	}
	parts, err := SubgraphOf(t.Context(), g, []graph.ID{org("Alphabet")}, 0, 500, Scope{Where: graph.MoveFilter{Subsidiaries: true}})
	if err != nil || len(parts.Nodes) != 3 || len(parts.Edges) != 1 {
		t.Errorf("Alphabet and its parts: %s, %v", shape(parts), err)
	}
	for _, sub := range []Subgraph{one, two, few, parts} {
		s := Scope{Where: graph.MoveFilter{Subsidiaries: false}}
		if pages, err := MovesOf(t.Context(), g, s, []Cell{sub.All}, graph.MoveRequest{First: 100}); err != nil || len(pages[0].Moves) != sub.All.Moves {
			t.Errorf("%s: %d moves in all, the edges have %d, %v", shape(sub), len(pages[0].Moves), sub.All.Moves, err)
		}
	}
	for _, e := range two.Edges {
		pages, err := MovesOf(t.Context(), g, Scope{}, []Cell{e.Moves}, graph.MoveRequest{First: 10})
		if err != nil || len(pages[0].Moves) != e.Moves.Moves {
			t.Errorf("%v: %d moves, the edge has %d, %v", names(e.From, e.To), len(pages[0].Moves), e.Moves.Moves, err)
		}
	}
	for _, bad := range []func() (Subgraph, error){
		func() (Subgraph, error) { return SubgraphOf(t.Context(), g, nil, 1, 10, Scope{}) },
		func() (Subgraph, error) { return SubgraphOf(t.Context(), g, []graph.ID{org("Acme")}, 5, 10, Scope{}) },
		func() (Subgraph, error) { return SubgraphOf(t.Context(), g, []graph.ID{org("Acme")}, 1, 501, Scope{}) },
	} {
		if _, err := bad(); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%v, want ErrInvalid", err)
		}
	}
}
