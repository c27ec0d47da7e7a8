package sqlite

import (
	"context"
	"errors"
	"testing"

	"talentgraph/graph"
)

// BenchmarkFlows times the top 20 flows of the largest employer in the shapes in which they are asked for.
func BenchmarkFlows(b *testing.B) {
	s := benchStore(b, benchMoves())
	ctx := context.Background()
	id := []graph.ID{largest(b, s)}
	told := []graph.Status{graph.Rumored, graph.Announced, graph.Completed}
	since := graph.Date{Year: 2010, Month: 2}
	shapes := []struct {
		name string
		q    graph.FlowQuery
	}{
		{"from", graph.FlowQuery{Where: graph.MoveFilter{From: id, Statuses: told}, By: []graph.FlowDimension{graph.ByFrom, graph.ByTo}}},
		{"to", graph.FlowQuery{Where: graph.MoveFilter{To: id, Statuses: told}, By: []graph.FlowDimension{graph.ByFrom, graph.ByTo}}},
		{"either", graph.FlowQuery{Where: graph.MoveFilter{Organizations: id, Statuses: told}, By: []graph.FlowDimension{graph.ByFrom, graph.ByTo}}},
		{"since", graph.FlowQuery{Where: graph.MoveFilter{Organizations: id, Statuses: told, Since: since}, By: []graph.FlowDimension{graph.ByFrom, graph.ByTo}}},
		{"years", graph.FlowQuery{Where: graph.MoveFilter{Organizations: id, Statuses: told}, By: []graph.FlowDimension{graph.ByFrom, graph.ByTo, graph.ByPeriod}, Period: graph.Year}},
		{"all", graph.FlowQuery{Where: graph.MoveFilter{Statuses: told}, By: []graph.FlowDimension{graph.ByFrom, graph.ByTo}}},
		{"balance", graph.FlowQuery{Where: graph.MoveFilter{To: id, Statuses: told}, By: []graph.FlowDimension{graph.ByPeriod}, Period: graph.Year}},
		{"partners", graph.FlowQuery{Where: graph.MoveFilter{From: id, Statuses: told}, By: []graph.FlowDimension{graph.ByTo}}},
	}
	for b.Loop() {
		for _, x := range shapes {
			x.q.Limit = 20
			t := median(b, 11, func() error {
				f, err := s.Flows(ctx, x.q)
				if err == nil && len(f) == 0 {
					err = errors.New("no flows")
				}
				return err
			})
			b.ReportMetric(microseconds(t[0]), "µs-"+x.name)
		}
	}
}

// BenchmarkFigures times what has to look at the moves themselves, for the largest employer: flows by other than ends and
// periods, rolled up, coverage; and for all moves.
func BenchmarkFigures(b *testing.B) {
	s := benchStore(b, benchMoves())
	ctx := context.Background()
	id := []graph.ID{largest(b, s)}
	to, all := graph.MoveFilter{To: id}, graph.MoveFilter{}
	flows := func(q graph.FlowQuery) func() error {
		return func() error {
			q.Limit = 20
			f, err := s.Flows(ctx, q)
			if err == nil && len(f) == 0 {
				err = errors.New("no flows")
			}
			return err
		}
	}
	coverage := func(where graph.MoveFilter) func() error {
		return func() error {
			_, err := s.Coverage(ctx, graph.CoverageQuery{Where: where, Top: 10})
			return err
		}
	}
	n, err := s.CountMoves(ctx, graph.MoveQuery{Where: to})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		t := median(b, 7, flows(graph.FlowQuery{Where: to, By: []graph.FlowDimension{graph.ByRoleFamily}}), flows(graph.FlowQuery{Where: to, By: []graph.FlowDimension{graph.ByFrom}, RollUp: true}),
			flows(graph.FlowQuery{Where: to, By: []graph.FlowDimension{graph.ByFromCountry, graph.ByPeriod}, Period: graph.Quarter}), coverage(to))
		b.ReportMetric(float64(n[""]), "moves-to-largest")
		b.ReportMetric(microseconds(t[0]), "µs-role-family")
		b.ReportMetric(microseconds(t[1]), "µs-roll-up")
		b.ReportMetric(microseconds(t[2]), "µs-country-quarter")
		b.ReportMetric(microseconds(t[3]), "µs-coverage")
		t = median(b, 1, flows(graph.FlowQuery{Where: all, By: []graph.FlowDimension{graph.ByRoleFamily}}), coverage(all))
		b.ReportMetric(microseconds(t[0])/1000, "ms-role-family-of-all")
		b.ReportMetric(microseconds(t[1])/1000, "ms-coverage-of-all")
	}
}
