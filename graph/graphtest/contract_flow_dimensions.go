package graphtest

import (
	"slices"
	"time"

	"talentgraph/graph"
)

func by(dimensions ...graph.FlowDimension) []graph.FlowDimension { return dimensions }

func (f *fixture) flows(q graph.FlowQuery) []graph.Flow {
	f.Helper()
	if q.Limit == 0 {
		q.Limit = 100
	}
	if q.Order == "" {
		q.Order = graph.MostMoves
	}
	got, err := f.s.Flows(f.ctx, q)
	return must(f, got, err)
}

// tiedScene is wideScene with a few moves more in some of its cells.
func tiedScene(f *fixture) {
	wideScene(f)
	var more []graph.Move
	for i, like := range []graph.ID{"mov_a", "mov_a", "mov_b", "mov_d"} {
		m := f.ledger.moves[like]
		m.ID = graph.ID("mov_" + string(rune('p'+i)))
		state(&m, m.Sources[0])
		m.Sources[0].Article = graph.ID("art_more" + string(rune('p'+i)))
		if i == 1 {
			m.Seniority, m.Status = "DIRECTOR", graph.Announced
		}
		more = append(more, m)
	}
	f.put(more...)
}

// groupings are some of each number of dimensions.
func groupings() []graph.FlowQuery {
	return []graph.FlowQuery{
		{}, {RollUp: true}, {By: by(graph.ByFrom)}, {By: by(graph.ByFrom), RollUp: true}, {By: by(graph.ByFrom, graph.ByTo)}, {By: by(graph.ByTo, graph.ByFrom), RollUp: true},
		{By: by(graph.ByPeriod), Period: graph.Quarter, RollUp: true}, {By: by(graph.ByPeriod, graph.ByTo), Period: graph.Month},
		{By: by(graph.BySeniority, graph.ByStatus)}, {By: by(graph.ByToCountry, graph.ByToSector, graph.ByLanguage), RollUp: true},
		{By: by(graph.ByFromSector, graph.ByFromCountry, graph.ByRoleFamily)}, {By: by(graph.ByStatus, graph.ByPeriod, graph.ByFrom), Period: graph.Year},
	}
}

func flowDimensionCases() []contractCase {
	return []contractCase{
		{"each dimension by itself, what is unknown in the empty cell", func(f *fixture) {
			wideScene(f)
			for d, want := range map[graph.FlowDimension][]graph.Flow{
				graph.ByFrom:        {{Moves: 1}, {From: "org_x", Moves: 1}, {From: "org_y", Moves: 1}, {From: "org_z", Moves: 1}},
				graph.ByTo:          {{Moves: 1}, {To: "org_x", Moves: 1}, {To: "org_y", Moves: 1}, {To: "org_z", Moves: 1}},
				graph.ByPeriod:      {{Period: "2025", Moves: 2}, {Moves: 1}, {Period: "2026", Moves: 1}},
				graph.ByRoleFamily:  {{Moves: 2}, {RoleFamily: "ENGINEERING", Moves: 2}},
				graph.BySeniority:   {{Moves: 2}, {Seniority: "BOARD", Moves: 1}, {Seniority: "LEAD", Moves: 1}},
				graph.ByFromSector:  {{Moves: 2}, {FromSector: "Banks", Moves: 1}, {FromSector: "Software", Moves: 1}},
				graph.ByToSector:    {{Moves: 2}, {ToSector: "Banks", Moves: 2}},
				graph.ByFromCountry: {{Moves: 2}, {FromCountry: "DE", Moves: 1}, {FromCountry: "FR", Moves: 1}},
				graph.ByToCountry:   {{ToCountry: "FR", Moves: 2}, {Moves: 1}, {ToCountry: "US", Moves: 1}},
				graph.ByStatus:      {{Status: graph.Announced, Moves: 1}, {Status: graph.Completed, Moves: 1}, {Status: graph.Denied, Moves: 1}, {Status: graph.Rumored, Moves: 1}},
				graph.ByLanguage:    {{Language: "en", Moves: 2}, {Moves: 1}, {Language: "fr", Moves: 1}},
			} {
				q := graph.FlowQuery{By: by(d)}
				if d == graph.ByPeriod {
					q.Period = graph.Year
				}
				f.same(string(d), f.flows(q), want)
			}
		}},
		{"three dimensions, whatever their order, by cell where as many moves are in them", func(f *fixture) {
			wideScene(f)
			want := []graph.Flow{{Status: graph.Denied, Language: "en", Moves: 1}, {Status: graph.Rumored, Language: "en", Moves: 1},
				{RoleFamily: "ENGINEERING", Status: graph.Announced, Moves: 1}, {RoleFamily: "ENGINEERING", Status: graph.Completed, Language: "fr", Moves: 1}}
			f.same("role family, status, language", f.flows(graph.FlowQuery{By: by(graph.ByRoleFamily, graph.ByStatus, graph.ByLanguage)}), want)
			f.same("language, role family, status", f.flows(graph.FlowQuery{By: by(graph.ByLanguage, graph.ByRoleFamily, graph.ByStatus)}), want)
			f.same("of some moves", f.flows(graph.FlowQuery{By: by(graph.ByToCountry, graph.BySeniority, graph.ByPeriod), Period: graph.Month, Where: graph.MoveFilter{Sectors: []string{"Banks"}}}),
				[]graph.Flow{{Period: "2025-07", Seniority: "LEAD", ToCountry: "US", Moves: 1}, {Period: "2025-08", ToCountry: "FR", Moves: 1}, {Period: "2026", ToCountry: "FR", Moves: 1}})
		}},
		{"rolled up, an end counts as its group, and what stays in one is apart", func(f *fixture) {
			tiedScene(f)
			f.same("both ends", f.flows(graph.FlowQuery{By: by(graph.ByFrom, graph.ByTo), RollUp: true}), []graph.Flow{
				{From: "org_g", To: "org_y", Moves: 3}, {To: "org_g", Moves: 2}, {From: "org_h", To: "org_h", Inside: true, Moves: 2}, {From: "org_z", Moves: 1}})
			f.same("to", f.flows(graph.FlowQuery{By: by(graph.ByTo), RollUp: true}), []graph.Flow{{To: "org_y", Moves: 3}, {To: "org_g", Moves: 2}, {To: "org_h", Inside: true, Moves: 2}, {Moves: 1}})
			f.same("by no end", f.flows(graph.FlowQuery{RollUp: true}), []graph.Flow{{Moves: 6}, {Inside: true, Moves: 2}})
			f.same("by status", f.flows(graph.FlowQuery{By: by(graph.ByStatus), RollUp: true, Order: graph.ByCell}), []graph.Flow{{Status: graph.Announced, Moves: 1}, {Status: graph.Announced, Inside: true, Moves: 2},
				{Status: graph.Completed, Moves: 2}, {Status: graph.Denied, Moves: 1}, {Status: graph.Rumored, Moves: 2}})
			f.same("conditions are on the organizations themselves", f.flows(graph.FlowQuery{By: by(graph.ByFrom), RollUp: true, Where: graph.MoveFilter{From: []graph.ID{"org_x", "org_h"}}}),
				[]graph.Flow{{From: "org_g", Moves: 3}})
			yes := true
			f.same("inside only", f.flows(graph.FlowQuery{By: by(graph.ByFrom), RollUp: true, Where: graph.MoveFilter{Inside: &yes}}), []graph.Flow{{From: "org_h", Inside: true, Moves: 2}})
		}},
		{"each order: after a flow what follows it, at most the limit, and the reverse order exactly backwards", func(f *fixture) {
			tiedScene(f)
			for _, q := range groupings() {
				for order, reverse := range map[graph.FlowOrder]graph.FlowOrder{graph.MostMoves: graph.LeastMoves, graph.ByCell: graph.ByCellDown} {
					q.After, q.Limit, q.Order = nil, 0, order
					all := f.flows(q)
					if !slices.IsSortedFunc(all, order.Compare) || len(all) == 0 {
						f.Errorf("%s: not in order: %s", brief(q), brief(all))
					}
					q.Order = reverse
					back := f.flows(q)
					slices.Reverse(back)
					f.same(string(reverse)+" "+brief(q.By), back, all)
					for i := range all {
						q.Order, q.After, q.Limit = order, &all[i], 2
						f.same(brief(q), f.flows(q), all[i+1:min(i+3, len(all))])
						q.Order, q.Limit = reverse, 100
						rest := f.flows(q)
						slices.Reverse(rest)
						f.same(brief(q), rest, all[:i])
					}
				}
			}
		}},
		{"after what is no flow", func(f *fixture) {
			tiedScene(f)
			q := graph.FlowQuery{By: by(graph.ByStatus, graph.ByToCountry), After: &graph.Flow{Status: graph.Completed, ToCountry: "AA", Moves: 2}}
			for order, want := range map[graph.FlowOrder][]graph.Flow{
				graph.MostMoves: {{ToCountry: "FR", Status: graph.Announced, Moves: 2}, {ToCountry: "FR", Status: graph.Rumored, Moves: 2}, {ToCountry: "US", Status: graph.Completed, Moves: 2},
					{Status: graph.Denied, Moves: 1}, {ToCountry: "US", Status: graph.Announced, Moves: 1}},
				graph.LeastMoves: nil,
				graph.ByCell: {{ToCountry: "FR", Status: graph.Announced, Moves: 2}, {ToCountry: "FR", Status: graph.Rumored, Moves: 2}, {ToCountry: "US", Status: graph.Announced, Moves: 1},
					{ToCountry: "US", Status: graph.Completed, Moves: 2}},
				graph.ByCellDown: {{Status: graph.Denied, Moves: 1}},
			} {
				q.Order = order
				f.same(string(order), f.flows(q), want)
			}
		}},
		{"the moves of a cell are those that its filter passes", func(f *fixture) {
			tiedScene(f)
			for _, q := range groupings() {
				flows := f.flows(q)
				each := graph.MoveQuery{}
				want := map[graph.ID]int{}
				for i, x := range flows {
					each.Each = append(each.Each, graph.FlowRequest{By: q.By, Period: q.Period, RollUp: q.RollUp}.Cell(x))
					want[graph.PageKey(i)] = x.Moves
				}
				n, err := f.s.CountMoves(f.ctx, each)
				f.same(brief(q), must(f, n, err), want)
			}
		}},
		{"at a time by what the moves were then", func(f *fixture) {
			wideScene(f)
			then := f.clock.Add(-time.Minute)
			a, b := f.ledger.moves["mov_a"], f.ledger.moves["mov_b"]
			a.RoleFamily, a.ToPlace.Sector, a.FromPlace.Country, a.Status = "LEGAL", "Farms", "", graph.Announced
			b.FromPlace.Group, b.Seniority = "org_y", "LEAD"
			f.put(a, b)
			f.remove("", "mov_d")
			for _, x := range []struct {
				q         graph.FlowQuery
				then, now []graph.Flow
			}{
				{graph.FlowQuery{By: by(graph.ByRoleFamily)}, []graph.Flow{{Moves: 2}, {RoleFamily: "ENGINEERING", Moves: 2}}, []graph.Flow{{Moves: 1}, {RoleFamily: "ENGINEERING", Moves: 1}, {RoleFamily: "LEGAL", Moves: 1}}},
				{graph.FlowQuery{By: by(graph.ByToSector), Where: graph.MoveFilter{Known: []graph.MoveField{graph.ToField}}}, []graph.Flow{{ToSector: "Banks", Moves: 2}, {Moves: 1}}, []graph.Flow{{ToSector: "Banks", Moves: 1}, {ToSector: "Farms", Moves: 1}}},
				{graph.FlowQuery{By: by(graph.ByFromCountry)}, []graph.Flow{{Moves: 2}, {FromCountry: "DE", Moves: 1}, {FromCountry: "FR", Moves: 1}}, []graph.Flow{{Moves: 2}, {FromCountry: "DE", Moves: 1}}},
				{graph.FlowQuery{By: by(graph.BySeniority, graph.ByFrom), RollUp: true, Where: graph.MoveFilter{To: []graph.ID{"org_z"}}}, []graph.Flow{{From: "org_h", Inside: true, Moves: 1}}, []graph.Flow{{From: "org_y", Seniority: "LEAD", Moves: 1}}},
				{graph.FlowQuery{By: by(graph.ByStatus, graph.ByLanguage), Where: graph.MoveFilter{Countries: []string{"US", "FR"}}, Limit: 2},
					[]graph.Flow{{Status: graph.Announced, Moves: 1}, {Status: graph.Completed, Language: "fr", Moves: 1}}, []graph.Flow{{Status: graph.Announced, Moves: 1}, {Status: graph.Announced, Language: "fr", Moves: 1}}},
			} {
				for at, want := range map[time.Time][]graph.Flow{then: x.then, {}: x.now, then.Add(-time.Microsecond): nil} {
					x.q.At = at
					f.same(brief(x.q), f.flows(x.q), want)
				}
			}
		}},
	}
}
