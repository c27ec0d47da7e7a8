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
	Arrivals   int      // moves to it from elsewhere or from an unknown place
	Departures int      // moves from it to elsewhere or to an unknown place
	Inside     int      // moves between its parts, counted in neither; 0 without subsidiaries
	Net        int      // Arrivals - Departures
	Interval   Interval // of Net, by IntervalMethod on the share of arrivals
	Few        bool     // fewer than FewMoves arrivals and departures
}

// Balances of an organization by period, earliest first, undated moves before all. With the empty period there is one balance of all time.
func Balances(ctx context.Context, g *graph.Graph, organization graph.ID, period graph.Period, s Scope) ([]Balance, error) {
	if err := s.noEnds(); err != nil {
		return nil, fmt.Errorf("balance: %w", err)
	}
	of := map[string]*Balance{}
	count := func(from, to bool, add func(b *Balance, moves int)) error {
		r := s.flows(period)
		if from {
			r.Where.From = []graph.ID{organization}
		}
		if to {
			r.Where.To = []graph.ID{organization}
		}
		flows, _, err := allFlows(ctx, g, r)
		for _, f := range flows {
			if of[f.Period] == nil {
				of[f.Period] = &Balance{Period: f.Period}
			}
			add(of[f.Period], f.Moves)
		}
		return err
	}
	err := cmp.Or(
		count(false, true, func(b *Balance, n int) { b.Arrivals += n }),
		count(true, false, func(b *Balance, n int) { b.Departures += n }))
	if err == nil && s.IncludeSubsidiaries {
		err = count(true, true, func(b *Balance, n int) {
			b.Inside += n
			b.Arrivals -= n
			b.Departures -= n
		})
	}
	if err != nil {
		return nil, fmt.Errorf("balance: %w", err)
	}
	if period == "" && of[""] == nil {
		of[""] = &Balance{}
	}
	var list []Balance
	for _, b := range of {
		n := b.Arrivals + b.Departures
		b.Net, b.Few = b.Arrivals-b.Departures, n < FewMoves
		share := wilson(b.Arrivals, n)
		b.Interval = Interval{float64(n) * (2*share.Low - 1), float64(n) * (2*share.High - 1)}
		list = append(list, *b)
	}
	slices.SortFunc(list, func(a, b Balance) int { return cmp.Compare(a.Period, b.Period) })
	return list, nil
}
