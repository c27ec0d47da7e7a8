package insight

import (
	"context"
	"fmt"
	"maps"
	"math"
	"slices"

	"talentgraph/graph"
)

// Ratio is how two organizations stand to each other.
type Ratio struct {
	Forth    Cell     // moves from the first to the second
	Back     Cell     // moves from the second to the first
	All      Cell     // both
	Ratio    float64  // Forth / Back; +Inf where nobody went back, NaN where nobody moved at all
	Interval Interval // of Ratio, by IntervalMethod on the share of Forth
	Few      bool     // fewer than FewMoves moves
}

// RatioOf compares the moves from a to b with those from b to a.
func RatioOf(ctx context.Context, g *graph.Graph, a, b graph.ID, s Scope) (Ratio, error) {
	if err := s.noEnds(); err != nil {
		return Ratio{}, fmt.Errorf("ratio: %w", err)
	}
	if a == b {
		return Ratio{}, fmt.Errorf("ratio: %w b: %s is a as well", graph.ErrInvalid, b)
	}
	if s.Where.Subsidiaries && (slices.Contains(g.Parts(a), b) || slices.Contains(g.Parts(b), a)) {
		return Ratio{}, fmt.Errorf("ratio: %w b: one of the two is part of the other, and parts count for the whole", graph.ErrInvalid)
	}
	count := func(from, to graph.ID) (Cell, error) {
		r := s.flows()
		r.Where.From, r.Where.To = []graph.ID{from}, []graph.ID{to}
		c := Cell{Only: graph.MoveFilter{From: s.of(g, from), To: s.of(g, to)}}
		page, err := g.Flows(ctx, r)
		if err == nil && len(page.Flows) > 0 {
			c.Moves = page.Flows[0].Moves
		}
		return c, err
	}
	var r Ratio
	var err error
	if r.Forth, err = count(a, b); err == nil {
		r.Back, err = count(b, a)
	}
	if err != nil {
		return Ratio{}, fmt.Errorf("ratio: %w", err)
	}
	n := r.Forth.Moves + r.Back.Moves
	r.All = Cell{graph.MoveFilter{Any: []graph.MoveFilter{r.Forth.Only, r.Back.Only}}, n}
	odds := func(share float64) float64 { return share / (1 - share) }
	share := wilson(r.Forth.Moves, n)
	r.Ratio, r.Few = float64(r.Forth.Moves)/float64(r.Back.Moves), n < FewMoves
	r.Interval = Interval{odds(share.Low), odds(share.High)}
	if share.High >= 1-1e-12 {
		r.Interval.High = math.Inf(1)
	}
	return r, nil
}

// MaxMatrix bounds how many organizations a matrix compares.
const MaxMatrix = 50

// Matrix counts the moves between organizations.
type Matrix struct {
	Organizations []graph.ID
	Cells         [][]Cell // Cells[i][j] from the i-th to the j-th; nothing from one to itself
	All           Cell     // all that Cells count
	Truncated     bool     // only the largest flows were read
}

// MatrixOf counts the moves between each two of the organizations, in the order given. Where subsidiaries count, a part counts for
// the nearest of the organizations above it. Moves inside one of them are not told.
func MatrixOf(ctx context.Context, g *graph.Graph, organizations []graph.ID, s Scope) (Matrix, error) {
	if err := s.noEnds(); err != nil {
		return Matrix{}, fmt.Errorf("matrix: %w", err)
	}
	if n := len(organizations); n < 2 || n > MaxMatrix {
		return Matrix{}, fmt.Errorf("matrix: %w organizations: %d of them, want 2 to %d", graph.ErrInvalid, n, MaxMatrix)
	}
	of := map[graph.ID]int{} // an organization or a part of one → the index of the one that it counts for
	for i, id := range organizations {
		if slices.Contains(organizations[:i], id) {
			return Matrix{}, fmt.Errorf("matrix: %w organizations: %s is named twice", graph.ErrInvalid, id)
		}
		of[id] = i
	}
	if s.Where.Subsidiaries {
		size := map[graph.ID]int{} // of the smallest of them that a part belongs to: the nearest above it
		for i, id := range organizations {
			parts := g.Parts(id)
			for _, part := range parts {
				if slices.Contains(organizations, part) {
					continue // counts for itself
				}
				if n, ok := size[part]; !ok || len(parts) < n {
					of[part], size[part] = i, len(parts)
				}
			}
		}
	}
	r := s.flows(graph.ByFrom, graph.ByTo)
	r.Where.From, r.Where.To = organizations, organizations
	flows, more, err := allFlows(ctx, g, r)
	if err != nil {
		return Matrix{}, fmt.Errorf("matrix: %w", err)
	}
	stands := make([][]graph.ID, len(organizations))
	for _, id := range slices.Sorted(maps.Keys(of)) {
		stands[of[id]] = append(stands[of[id]], id)
	}
	m := Matrix{Organizations: organizations, Cells: make([][]Cell, len(organizations)), Truncated: more}
	all := slices.Concat(stands...)
	m.All.Only = graph.MoveFilter{From: all, To: all}
	for i := range m.Cells {
		m.All.Only.None = append(m.All.Only.None, graph.MoveFilter{From: stands[i], To: stands[i]})
		m.Cells[i] = make([]Cell, len(organizations))
		for j := range m.Cells[i] {
			m.Cells[i][j].Only = graph.MoveFilter{From: stands[i], To: stands[j]}
		}
	}
	for _, f := range flows {
		i, from := of[f.From]
		j, to := of[f.To]
		if from && to && i != j {
			m.Cells[i][j].Moves += f.Moves
			m.All.Moves += f.Moves
		}
	}
	return m, nil
}
