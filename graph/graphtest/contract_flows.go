package graphtest

import (
	"time"

	"talentgraph/graph"
)

func flowCases() []contractCase {
	flows := func(f *fixture, q graph.FlowQuery) []graph.Flow {
		f.Helper()
		if q.Limit == 0 {
			q.Limit = 100
		}
		got, err := f.s.Flows(f.ctx, q)
		return must(f, got, err)
	}
	scene := func(f *fixture) time.Time {
		r := testMove("f", "q", "org_x", "org_y", "2025-07-30")
		r.Status = graph.Rumored
		return f.put(testMove("a", "p", "org_x", "org_y", "2025-07-07"), testMove("b", "p", "org_x", "org_y", "2025-08"), testMove("c", "p", "org_x", "org_y", "2025"),
			testMove("d", "q", "", "org_y", ""), testMove("e", "q", "org_y", "", "2024-01-01"), r)
	}
	return []contractCase{
		{"an empty store has none", func(f *fixture) {
			f.same("flows", flows(f, graph.FlowQuery{}), []graph.Flow{})
			f.same("flows", flows(f, graph.FlowQuery{By: []graph.FlowDimension{graph.ByFrom, graph.ByTo, graph.ByPeriod}, Period: graph.Month}), []graph.Flow{})
		}},
		{"grouped by nothing is one cell", func(f *fixture) {
			scene(f)
			f.same("flows", flows(f, graph.FlowQuery{}), []graph.Flow{{Moves: 6}})
		}},
		{"most moves first, ties by From, To and Period with the empty one first", func(f *fixture) {
			scene(f)
			f.same("by ends", flows(f, graph.FlowQuery{By: []graph.FlowDimension{graph.ByFrom, graph.ByTo}}), []graph.Flow{
				{From: "org_x", To: "org_y", Moves: 4}, {To: "org_y", Moves: 1}, {From: "org_y", Moves: 1}})
			f.same("by from", flows(f, graph.FlowQuery{By: []graph.FlowDimension{graph.ByFrom}}), []graph.Flow{{From: "org_x", Moves: 4}, {Moves: 1}, {From: "org_y", Moves: 1}})
			f.same("by to", flows(f, graph.FlowQuery{By: []graph.FlowDimension{graph.ByTo}}), []graph.Flow{{To: "org_y", Moves: 5}, {Moves: 1}})
		}},
		{"by month, a coarse date in a cell of its own and undated in the empty one", func(f *fixture) {
			scene(f)
			f.same("month", flows(f, graph.FlowQuery{By: []graph.FlowDimension{graph.ByPeriod}, Period: graph.Month}), []graph.Flow{{Period: "2025-07", Moves: 2}, {Moves: 1},
				{Period: "2024-01", Moves: 1}, {Period: "2025", Moves: 1}, {Period: "2025-08", Moves: 1}})
		}},
		{"by quarter", func(f *fixture) {
			scene(f)
			f.same("quarter", flows(f, graph.FlowQuery{By: []graph.FlowDimension{graph.ByPeriod}, Period: graph.Quarter}), []graph.Flow{{Period: "2025-Q3", Moves: 3}, {Moves: 1},
				{Period: "2024-Q1", Moves: 1}, {Period: "2025", Moves: 1}})
		}},
		{"by year", func(f *fixture) {
			scene(f)
			f.same("year", flows(f, graph.FlowQuery{By: []graph.FlowDimension{graph.ByPeriod}, Period: graph.Year}), []graph.Flow{{Period: "2025", Moves: 4}, {Moves: 1}, {Period: "2024", Moves: 1}})
		}},
		{"every month falls in its quarter", func(f *fixture) {
			var moves []graph.Move
			for _, month := range []string{"01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"} {
				moves = append(moves, testMove(month, "p", "org_x", "org_y", "2025-"+month))
			}
			f.put(moves...)
			f.same("quarters", flows(f, graph.FlowQuery{By: []graph.FlowDimension{graph.ByPeriod}, Period: graph.Quarter}), []graph.Flow{{Period: "2025-Q1", Moves: 3},
				{Period: "2025-Q2", Moves: 3}, {Period: "2025-Q3", Moves: 3}, {Period: "2025-Q4", Moves: 3}})
		}},
		{"by all, filtered", func(f *fixture) {
			scene(f)
			all := graph.FlowQuery{By: []graph.FlowDimension{graph.ByFrom, graph.ByTo, graph.ByPeriod}, Period: graph.Month}
			for _, x := range []struct {
				where graph.MoveFilter
				want  []graph.Flow
			}{
				{graph.MoveFilter{Statuses: []graph.Status{graph.Rumored}}, []graph.Flow{{From: "org_x", To: "org_y", Period: "2025-07", Moves: 1}}},
				{graph.MoveFilter{From: []graph.ID{"org_y"}}, []graph.Flow{{From: "org_y", Period: "2024-01", Moves: 1}}},
				{graph.MoveFilter{Organizations: []graph.ID{"org_x"}, Since: date("2025-07-08"), Until: date("2025-07")}, []graph.Flow{
					{From: "org_x", To: "org_y", Period: "2025", Moves: 1}, {From: "org_x", To: "org_y", Period: "2025-07", Moves: 1}}},
				{graph.MoveFilter{Since: date("2025-08")}, []graph.Flow{
					{From: "org_x", To: "org_y", Period: "2025", Moves: 1}, {From: "org_x", To: "org_y", Period: "2025-08", Moves: 1}}},
				{graph.MoveFilter{People: []graph.ID{"per_q"}, To: []graph.ID{"org_y"}}, []graph.Flow{
					{To: "org_y", Moves: 1}, {From: "org_x", To: "org_y", Period: "2025-07", Moves: 1}}},
			} {
				q := all
				q.Where = x.where
				f.same("flows", flows(f, q), x.want)
			}
		}},
		{"at most the limit, and after a flow what follows it", func(f *fixture) {
			scene(f)
			q := graph.FlowQuery{By: []graph.FlowDimension{graph.ByFrom, graph.ByTo, graph.ByPeriod}, Period: graph.Month}
			all := flows(f, q)
			f.same("in all", len(all), 5)
			for i := range all {
				q.Limit = i + 1
				q.After = nil
				f.same("limit", flows(f, q), all[:i+1])
				q.After, q.Limit = &all[i], 2
				f.same("after", flows(f, q), all[i+1:min(i+3, len(all))])
			}
			q.After, q.Limit = &graph.Flow{Moves: 1, From: "org_xx"}, 10
			f.same("after what is no flow", flows(f, q), []graph.Flow{{From: "org_y", Period: "2024-01", Moves: 1}})
		}},
		{"follow a move that changes and goes, and are as they were at each time", func(f *fixture) {
			t0 := f.commit(graph.Commit{})
			t1 := scene(f)
			a := f.ledger.moves["mov_a"]
			a.To, a.Date, a.Status = "org_z", date("2025-09-01"), graph.Announced
			a.Mentions = []graph.Mention{{Organization: "org_x", Name: "x", Claims: 1}, {Organization: "org_z", Name: "z", Claims: 1}}
			t2 := f.put(a)
			t3 := f.remove("", "mov_f", "mov_e")
			q := graph.FlowQuery{By: []graph.FlowDimension{graph.ByFrom, graph.ByTo}}
			second := []graph.Flow{{From: "org_x", To: "org_y", Moves: 3}, {To: "org_y", Moves: 1}, {From: "org_x", To: "org_z", Moves: 1}, {From: "org_y", Moves: 1}}
			third := []graph.Flow{{From: "org_x", To: "org_y", Moves: 2}, {To: "org_y", Moves: 1}, {From: "org_x", To: "org_z", Moves: 1}}
			for _, x := range []struct {
				at   time.Time
				want []graph.Flow
			}{{t0, nil}, {t1.Add(-time.Microsecond), nil}, {t1, []graph.Flow{{From: "org_x", To: "org_y", Moves: 4}, {To: "org_y", Moves: 1}, {From: "org_y", Moves: 1}}},
				{t2, second}, {t3.Add(-time.Microsecond), second}, {t3, third}, {time.Time{}, third}} {
				q.At = x.at
				f.same("at "+x.at.String(), flows(f, q), x.want)
			}
			f.same("months now", flows(f, graph.FlowQuery{By: []graph.FlowDimension{graph.ByPeriod}, Period: graph.Month, Where: graph.MoveFilter{Statuses: []graph.Status{graph.Announced, graph.Rumored}}}),
				[]graph.Flow{{Period: "2025-09", Moves: 1}})
		}},
		{"cells that came to nothing are not there", func(f *fixture) {
			scene(f)
			f.remove("", "mov_a", "mov_b", "mov_c", "mov_d", "mov_e", "mov_f")
			f.same("flows", flows(f, graph.FlowQuery{By: []graph.FlowDimension{graph.ByFrom, graph.ByTo}}), []graph.Flow{})
			f.same("total", flows(f, graph.FlowQuery{}), []graph.Flow{})
		}},
	}
}
