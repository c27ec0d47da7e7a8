package insight

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"talentgraph/graph"
)

// Balance is what an organization gained and lost in a span of time.
type Balance struct {
	Period     string   // as Flow has it; empty for undated moves, or for all time where no period was asked for
	Arrivals   Cell     // moves to it from elsewhere or from an unknown place
	Departures Cell     // moves from it to elsewhere or to an unknown place
	Inside     Cell     // moves from it to itself or between its parts, counted in neither
	All        Cell     // all three
	Net        int      // Arrivals - Departures
	Interval   Interval // of Net, by IntervalMethod on the share of arrivals
	Few        bool     // fewer than FewMoves arrivals and departures
}

// Balances of an organization by period, earliest first, undated moves before all. With the empty period there is one balance of all time.
func Balances(ctx context.Context, g *graph.Graph, organization graph.ID, period graph.Period, s Scope) ([]Balance, error) {
	if err := s.noEnds(); err != nil {
		return nil, fmt.Errorf("balance: %w", err)
	}
	parts := s.of(g, organization)
	of := map[string]*Balance{}
	at := func(cell string) *Balance {
		if of[cell] == nil {
			only := graph.MoveFilter{}
			if period != "" {
				only.Months = period.Months(cell)
			}
			b := &Balance{Period: cell, Arrivals: Cell{Only: only}, Departures: Cell{Only: only}, Inside: Cell{Only: only}}
			inside := []graph.MoveFilter{{From: parts, To: parts}}
			b.Arrivals.Only.To, b.Arrivals.Only.None = parts, inside
			b.Departures.Only.From, b.Departures.Only.None = parts, inside
			b.Inside.Only.From, b.Inside.Only.To = parts, parts
			b.All.Only.Organizations, b.All.Only.Months = parts, only.Months
			of[cell] = b
		}
		return of[cell]
	}
	count := func(from, to bool, add func(b *Balance, moves int)) error {
		r := s.flows()
		if period != "" {
			r.By, r.Period = []graph.FlowDimension{graph.ByPeriod}, period
		}
		if from {
			r.Where.From = []graph.ID{organization}
		}
		if to {
			r.Where.To = []graph.ID{organization}
		}
		flows, _, err := allFlows(ctx, g, r)
		for _, f := range flows {
			add(at(f.Period), f.Moves)
		}
		return err
	}
	for _, ends := range []struct {
		from, to bool
		add      func(b *Balance, n int)
	}{
		{false, true, func(b *Balance, n int) { b.Arrivals.Moves += n }},
		{true, false, func(b *Balance, n int) { b.Departures.Moves += n }},
		{true, true, func(b *Balance, n int) {
			b.Inside.Moves = n
			b.Arrivals.Moves -= n
			b.Departures.Moves -= n
		}},
	} {
		if err := count(ends.from, ends.to, ends.add); err != nil {
			return nil, fmt.Errorf("balance: %w", err)
		}
	}
	if period == "" {
		at("")
	}
	list := make([]Balance, 0, len(of))
	for _, b := range of {
		n := b.Arrivals.Moves + b.Departures.Moves
		b.All.Moves = n + b.Inside.Moves
		b.Net, b.Few = b.Arrivals.Moves-b.Departures.Moves, n < FewMoves
		share := wilson(b.Arrivals.Moves, n)
		b.Interval = Interval{float64(n) * (2*share.Low - 1), float64(n) * (2*share.High - 1)}
		list = append(list, *b)
	}
	slices.SortFunc(list, func(a, b Balance) int { return cmp.Compare(a.Period, b.Period) })
	return list, nil
}
