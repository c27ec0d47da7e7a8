package insight

import (
	"context"

	"talentgraph/graph"
)

// Cell is what one figure counts: the moves of a scope that pass Only, but for those with both ends among Except.
type Cell struct {
	Only   graph.MoveFilter
	Except []graph.ID
	Moves  int // how many they are
	Inside int // how many pass Only and are left out by Except
}

// MovesOf returns for each of the cells, in their order, a page of the moves that it counts. Window says by its Order, First,
// After, Back and Before which page.
func MovesOf(ctx context.Context, g *graph.Graph, s Scope, cells []Cell, window graph.MoveRequest) ([]graph.MovePage, error) {
	window.Where, window.Text, window.IncludeSubsidiaries, window.At = graph.FlowFilter(s.Where), s.Text, s.IncludeSubsidiaries, s.At
	each, inside := make([]graph.MoveFilter, len(cells)), 0
	for i, c := range cells {
		each[i], inside = c.Only, max(inside, c.Inside)
	}
	read := window
	if window.First >= 1 && window.First <= graph.MaxPage {
		read.First = min(window.First+inside, graph.MaxPage)
	}
	pages, err := g.MovesOfEach(ctx, read, each)
	if err != nil || inside == 0 {
		return pages, err
	}
	for i, c := range cells {
		if c.Inside > 0 {
			if pages[i], err = without(ctx, g, read, c, pages[i], window.First); err != nil {
				return nil, err
			}
		} else {
			pages[i] = cut(pages[i], window)
		}
	}
	return pages, nil
}

// without leaves the moves inside out of a page, and reads on where too few of others are left.
func without(ctx context.Context, g *graph.Graph, read graph.MoveRequest, c Cell, page graph.MovePage, first int) (graph.MovePage, error) {
	among := map[graph.ID]bool{}
	for _, id := range c.Except {
		among[id] = true
	}
	window, kept, start := read, page, page
	window.First = first
	kept.Moves = nil
	for {
		var left []graph.Move
		for _, m := range page.Moves {
			if !among[m.From] || !among[m.To] {
				left = append(left, m)
			}
		}
		more := page.HasNext
		if read.Back {
			kept.Moves, more = append(left, kept.Moves...), page.HasPrevious
		} else {
			kept.Moves = append(kept.Moves, left...)
		}
		if len(kept.Moves) > first || !more || len(page.Moves) == 0 {
			kept.HasNext, kept.HasPrevious = start.HasNext, start.HasPrevious
			if read.Back {
				kept.HasPrevious = false // but for those that are cut off
			} else {
				kept.HasNext = false
			}
			return cut(kept, window), nil
		}
		if read.Back {
			read.Before = page.Cursor(0)
		} else {
			read.After = page.Cursor(len(page.Moves) - 1)
		}
		pages, err := g.MovesOfEach(ctx, read, []graph.MoveFilter{c.Only})
		if err != nil {
			return page, err
		}
		page = pages[0]
	}
}

// cut shortens a page to the window's length.
func cut(page graph.MovePage, window graph.MoveRequest) graph.MovePage {
	more := len(page.Moves) - window.First
	switch {
	case more <= 0:
	case window.Back:
		page.Moves, page.HasPrevious = page.Moves[more:], true
	default:
		page.Moves, page.HasNext = page.Moves[:window.First], true
	}
	return page
}
