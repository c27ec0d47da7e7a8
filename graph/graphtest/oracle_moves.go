package graphtest

import (
	"cmp"
	"context"
	"slices"

	"talentgraph/graph"
)

// Moves as graph.Store says.
func (o *Oracle) Moves(ctx context.Context, q graph.MoveQuery) (map[graph.ID][]graph.Move, error) {
	err := o.enter(ctx, "moves")
	defer o.mu.Unlock()
	if err != nil {
		return nil, err
	}
	pages := map[graph.ID][]graph.Move{}
	for id, moves := range o.pages(q) {
		slices.SortFunc(moves, func(a, b graph.Move) int { return compareMoves(q.Order, position(a), position(b)) })
		if q.After != nil {
			moves = slices.DeleteFunc(moves, func(m graph.Move) bool {
				return compareMoves(q.Order, position(m), *q.After) <= 0
			})
		}
		if moves = moves[:min(q.Limit, len(moves))]; len(moves) > 0 {
			pages[id] = moves
		}
	}
	return pages, nil
}

// CountMoves as graph.Store says.
func (o *Oracle) CountMoves(ctx context.Context, q graph.MoveQuery) (map[graph.ID]int, error) {
	err := o.enter(ctx, "count moves")
	defer o.mu.Unlock()
	if err != nil {
		return nil, err
	}
	counts := map[graph.ID]int{}
	for id, moves := range o.pages(q) {
		counts[id] = len(moves)
	}
	return counts, nil
}

// pages is the moves of each of q.Of or q.Each, or of all under the empty ID, that pass the filter.
func (o *Oracle) pages(q graph.MoveQuery) map[graph.ID][]graph.Move {
	pages := map[graph.ID][]graph.Move{}
	for _, v := range o.moves.all(q.At) {
		m := move(v)
		if !passes(m, q.Where) {
			continue
		}
		for i, each := range q.Each {
			if passes(m, each) {
				pages[graph.PageKey(i)] = append(pages[graph.PageKey(i)], m)
			}
		}
		if len(q.Of) == 0 && len(q.Each) == 0 {
			pages[""] = append(pages[""], m)
		}
		for _, id := range slices.Compact(slices.Sorted(slices.Values(q.Of))) {
			if m.Person == id || q.End != graph.ToEnd && m.From == id || q.End != graph.FromEnd && m.To == id || o.states(id, m) {
				pages[id] = append(pages[id], m)
			}
		}
	}
	return pages
}

// states reports whether a claim of the article supports the move.
func (o *Oracle) states(article graph.ID, m graph.Move) bool {
	return slices.ContainsFunc(m.Claims, func(id graph.ID) bool {
		versions := o.claims[id]
		return len(versions) > 0 && versions[0].value.Article == article
	})
}

func position(m graph.Move) graph.MovePosition { return graph.MovePosition{Date: m.Date, ID: m.ID} }

func compareMoves(order graph.MoveOrder, a, b graph.MovePosition) int {
	newest := cmp.Or(cmp.Compare(b.Date.String(), a.Date.String()), cmp.Compare(a.ID, b.ID))
	if order == graph.OldestFirst {
		return -newest
	}
	return newest
}
