package insight

import (
	"context"
	"fmt"
	"math"
	"slices"

	"talentgraph/graph"
)

// Ratio is how two organizations stand to each other.
type Ratio struct {
	Forth    int      // moves from the first to the second
	Back     int      // moves from the second to the first
	Ratio    float64  // Forth / Back; +Inf where nobody went back, NaN where nobody moved at all
	Interval Interval // of Ratio, by IntervalMethod on the share of Forth
	Few      bool     // fewer than FewMoves moves
}

// RatioOf compares the moves from a to b with those from b to a.
func RatioOf(ctx context.Context, g *graph.Graph, a, b graph.ID, s Scope) (Ratio, error) {
	if err := s.noEnds(); err != nil {
		return Ratio{}, fmt.Errorf("ratio: %w", err)
	}
	count := func(from, to graph.ID) (int, error) {
		r := s.flows()
		r.Where.From, r.Where.To = []graph.ID{from}, []graph.ID{to}
		page, err := g.Flows(ctx, r)
		if err != nil || len(page.Flows) == 0 {
			return 0, err
		}
		return page.Flows[0].Moves, nil
	}
	var r Ratio
	var err error
	if r.Forth, err = count(a, b); err == nil {
		r.Back, err = count(b, a)
	}
	if err != nil {
		return Ratio{}, fmt.Errorf("ratio: %w", err)
	}
	n := r.Forth + r.Back
	odds := func(share float64) float64 { return share / (1 - share) }
	share := wilson(r.Forth, n)
	r.Ratio, r.Few = float64(r.Forth)/float64(r.Back), n < FewMoves
	r.Interval = Interval{odds(share.Low), odds(share.High)}
	if share.High >= 1-1e-12 {
		r.Interval.High = math.Inf(1)
	}
	return r, nil
}

// maxMatrix bounds how many organizations a matrix compares.
const maxMatrix = 100

// Matrix counts the moves between organizations: Moves[i][j] from the i-th to the j-th.
type Matrix struct {
	Organizations []graph.ID
	Moves         [][]int
}

// MatrixOf counts the moves between each two of the organizations, in the order given. Moves inside one of them (between its
// parts, where subsidiaries count) are not told.
func MatrixOf(ctx context.Context, g *graph.Graph, organizations []graph.ID, s Scope) (Matrix, error) {
	if err := s.noEnds(); err != nil {
		return Matrix{}, fmt.Errorf("matrix: %w", err)
	}
	if n := len(organizations); n < 2 || n > maxMatrix {
		return Matrix{}, fmt.Errorf("matrix: %w organizations: %d of them, want 2 to %d", graph.ErrInvalid, n, maxMatrix)
	}
	of := map[graph.ID]int{} // an organization or a part of one → the index of the one that it counts for
	for i, id := range organizations {
		if slices.Contains(organizations[:i], id) {
			return Matrix{}, fmt.Errorf("matrix: %w organizations: %s is named twice", graph.ErrInvalid, id)
		}
		of[id] = i
	}
	if s.IncludeSubsidiaries {
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
	r := s.flows()
	r.Where.From, r.Where.To, r.ByFrom, r.ByTo = organizations, organizations, true, true
	flows, _, err := allFlows(ctx, g, r)
	if err != nil {
		return Matrix{}, fmt.Errorf("matrix: %w", err)
	}
	m := Matrix{Organizations: organizations, Moves: make([][]int, len(organizations))}
	for i := range m.Moves {
		m.Moves[i] = make([]int, len(organizations))
	}
	for _, f := range flows {
		i, from := of[f.From]
		j, to := of[f.To]
		if from && to && i != j {
			m.Moves[i][j] += f.Moves
		}
	}
	return m, nil
}
