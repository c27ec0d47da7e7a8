package insight

import (
	"context"

	"talentgraph/graph"
)

// Cell is what one figure counts: the moves of a scope that pass Only.
type Cell struct {
	Only  graph.MoveFilter
	Moves int // how many they are
}

// BothEnds counts the moves of which both ends are known.
func BothEnds() Cell {
	return Cell{Only: graph.MoveFilter{Known: []graph.MoveField{graph.FromField, graph.ToField}}}
}

// MovesOf returns for each of the cells, in their order, a page of the moves that it counts. Window says by its Order, First,
// After, Back and Before which page.
func MovesOf(ctx context.Context, g *graph.Graph, s Scope, cells []Cell, window graph.MoveRequest) ([]graph.MovePage, error) {
	window.Where, window.At = graph.FlowFilter(s.Where), s.At
	return g.MovesOfEach(ctx, window, filters(cells))
}

// CoverageOf tells for each of the cells, in their order, what the moves that it counts rest on, with at most top of the
// publishers, languages and roles each.
func CoverageOf(ctx context.Context, g *graph.Graph, s Scope, cells []Cell, top int) ([]graph.Coverage, error) {
	return g.Coverage(ctx, graph.CoverageRequest{Where: s.Where, Each: filters(cells), Top: top, At: s.At})
}

func filters(cells []Cell) []graph.MoveFilter {
	each := make([]graph.MoveFilter, len(cells))
	for i, c := range cells {
		each[i] = c.Only
	}
	return each
}
