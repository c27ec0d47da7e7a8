package graphtest

import (
	"time"

	"talentgraph/graph"
)

// askFigures puts a question that filters, counts, groups or lists.
func (s *script) askFigures(ask scriptQuestion, at time.Time) {
	w := s.world
	switch s.rng.IntN(8) {
	case 0, 1:
		q := s.moveQuery(at)
		answer(ask, "Moves "+brief(q), func(x graph.Store) (map[graph.ID][]graph.Move, error) { return x.Moves(s.ctx, q) })
		answer(ask, "CountMoves "+brief(q), func(x graph.Store) (map[graph.ID]int, error) { return x.CountMoves(s.ctx, q) })
	case 2, 3:
		q := s.flowQuery(at)
		answer(ask, "Flows "+brief(q), func(x graph.Store) ([]graph.Flow, error) { return x.Flows(s.ctx, q) })
	case 4:
		q := graph.CoverageQuery{Where: s.filter(), Top: s.rng.IntN(4), At: at}
		for range s.rng.IntN(3) {
			q.Each = append(q.Each, s.filter())
		}
		answer(ask, "Coverage "+brief(q), func(x graph.Store) ([]graph.Coverage, error) { return x.Coverage(s.ctx, q) })
	case 5:
		q := graph.PeopleQuery{Where: graph.PersonFilter{IDs: s.rarely(w.seen), Words: s.words(), Moves: s.madeBy()}, Order: pick(s.rng, scriptNameOrders),
			After: s.namePosition(), Limit: s.rng.IntN(5), Total: s.rng.IntN(2) == 0, At: at}
		answer(ask, "ListPeople "+brief(q), func(x graph.Store) (listing[graph.Person], error) {
			list, total, err := x.ListPeople(s.ctx, q)
			return listing[graph.Person]{list, total}, err
		})
	case 6:
		q := graph.OrganizationQuery{Where: s.organizationFilter(), Order: pick(s.rng, scriptNameOrders), After: s.namePosition(), Limit: s.rng.IntN(5),
			Total: s.rng.IntN(2) == 0, At: at}
		answer(ask, "ListOrganizations "+brief(q), func(x graph.Store) (listing[graph.Organization], error) {
			list, total, err := x.ListOrganizations(s.ctx, q)
			return listing[graph.Organization]{list, total}, err
		})
	default:
		q := s.articleQuery(at)
		answer(ask, "ListArticles "+brief(q), func(x graph.Store) (listing[graph.Article], error) {
			list, total, err := x.ListArticles(s.ctx, q)
			return listing[graph.Article]{list, total}, err
		})
	}
}

func (s *script) moveQuery(at time.Time) graph.MoveQuery {
	q := graph.MoveQuery{Where: s.filter(), Order: pick(s.rng, []graph.MoveOrder{graph.NewestFirst, graph.OldestFirst}), Limit: 1 + s.rng.IntN(6), At: at}
	switch s.rng.IntN(4) {
	case 0:
		for range 1 + s.rng.IntN(4) {
			q.Each = append(q.Each, s.filter())
		}
	case 1:
	default:
		q.Of = append(s.some(s.world.organizations), s.some(s.world.seen)...)
		q.End = pick(s.rng, []graph.MoveEnd{graph.EitherEnd, graph.EitherEnd, graph.FromEnd, graph.ToEnd})
	}
	if s.rng.IntN(2) == 0 {
		q.After = &graph.MovePosition{Date: s.world.date(), ID: pick(s.rng, s.world.seen)}
	}
	return q
}

func (s *script) flowQuery(at time.Time) graph.FlowQuery {
	q := graph.FlowQuery{Limit: 1 + s.rng.IntN(12), At: at, RollUp: s.rng.IntN(4) == 0,
		Order: pick(s.rng, []graph.FlowOrder{graph.MostMoves, graph.MostMoves, graph.LeastMoves, graph.ByCell, graph.ByCellDown})}
	dimensions := scriptDimensions
	if s.rng.IntN(2) == 0 { // what the pre-aggregated counts have
		dimensions, q.RollUp = dimensions[:3], false
	}
	for range s.rng.IntN(graph.MaxDimensions + 1) {
		if d := pick(s.rng, dimensions); !q.Groups(d) {
			q.By = append(q.By, d)
		}
	}
	if q.Groups(graph.ByPeriod) {
		q.Period = pick(s.rng, []graph.Period{graph.Month, graph.Quarter, graph.Year})
	}
	if s.rng.IntN(2) == 0 {
		q.Where = s.filter()
	}
	if s.rng.IntN(2) == 0 { // what the pre-aggregated counts can answer
		q.Where = graph.MoveFilter{From: q.Where.From, To: q.Where.To, Organizations: q.Where.Organizations, Statuses: q.Where.Statuses, Months: q.Where.Months}
	}
	switch s.rng.IntN(6) {
	case 0:
		if all, err := s.oracle.Flows(s.ctx, graph.FlowQuery{Where: q.Where, By: q.By, Period: q.Period, RollUp: q.RollUp, Order: q.Order, Limit: 1000, At: at}); err == nil && len(all) > 0 {
			q.After = &all[s.rng.IntN(len(all))]
		}
	case 1:
		q.After = &graph.Flow{Moves: 1 + s.rng.IntN(3), From: pick(s.rng, append(s.world.organizations, "")), Period: pick(s.rng, []string{"", "2024", "2025-Q1", "2025-03"})}
	}
	return q
}
