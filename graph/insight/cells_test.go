package insight

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"talentgraph/graph"
)

// TestFiguresLeadToTheirMoves: whatever was recorded, each figure counts as many moves as its list has.
func TestFiguresLeadToTheirMoves(t *testing.T) {
	places := []string{"", "Alphabet", "Google", "DeepMind", "Apple", "Meta", "Acme"}
	rapid.Check(t, func(rt *rapid.T) {
		var moves []told
		for i := range rapid.IntRange(1, 12).Draw(rt, "moves") {
			from, to := rapid.SampledFrom(places).Draw(rt, "from"), rapid.SampledFrom(places).Draw(rt, "to")
			if from == "" && to == "" {
				to = "Meta"
			}
			name := fmt.Sprintf("%c%s Stone", 'A'+i, "aei"[i%3:i%3+1])
			moves = append(moves, told{name, from, to, rapid.SampledFrom([]string{"", "2023", "2024-02", "2024-11-05"}).Draw(rt, "date")})
		}
		g := newGraph(t, moves...)
		s := Scope{Where: graph.MoveFilter{Subsidiaries: rapid.Bool().Draw(rt, "subsidiaries")}}
		if rapid.Bool().Draw(rt, "since") {
			s.Where.Since = graph.Date{Year: 2024}
		}
		var cells []Cell
		for _, period := range []graph.Period{"", graph.Year, graph.Quarter, graph.Month} {
			for _, o := range []string{"Alphabet", "Google", "Meta"} {
				balances, err := Balances(t.Context(), g, org(o), period, s)
				if err != nil {
					rt.Fatal(err)
				}
				for _, b := range balances {
					cells = append(cells, b.Arrivals, b.Departures, b.Inside, b.All)
				}
			}
		}
		r, err := RatioOf(t.Context(), g, org("Alphabet"), org("Apple"), s)
		if err != nil {
			rt.Fatal(err)
		}
		m, err := MatrixOf(t.Context(), g, []graph.ID{org("Alphabet"), org("DeepMind"), org("Apple"), org("Meta")}, s)
		if err != nil {
			rt.Fatal(err)
		}
		cells = append(cells, r.Forth, r.Back, r.All, m.All)
		for i, row := range m.Cells {
			for j, c := range row {
				if i != j {
					cells = append(cells, c)
				}
			}
		}
		pages, err := MovesOf(t.Context(), g, s, cells, graph.MoveRequest{First: graph.MaxPage})
		if err != nil {
			rt.Fatal(err)
		}
		for i, c := range cells {
			if len(pages[i].Moves) != c.Moves || pages[i].HasNext {
				rt.Fatalf("%+v counts %d moves and lists %d", c.Only, c.Moves, len(pages[i].Moves))
			}
		}
	})
}
