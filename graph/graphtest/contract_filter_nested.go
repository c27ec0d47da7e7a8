package graphtest

import (
	"time"

	"talentgraph/graph"
)

func nestedFilterCases() []contractCase {
	ids := func(list ...graph.ID) []graph.ID { return list }
	either := func(list ...graph.MoveFilter) []graph.MoveFilter { return list }
	fr, engineer := graph.MoveFilter{Countries: []string{"FR"}}, graph.MoveFilter{Role: []string{"engineer"}}
	fromX, toX, ofQ := graph.MoveFilter{From: ids("org_x")}, graph.MoveFilter{To: ids("org_x")}, graph.MoveFilter{People: ids("per_q")}
	recent, told := graph.MoveFilter{Since: date("2025-08")}, graph.MoveFilter{Statuses: []graph.Status{graph.Rumored, graph.Announced}}
	nobody := graph.MoveFilter{People: ids("per_none")}
	return []contractCase{
		filterTable("filters in filters", wideScene, []filterRow{
			{"all: each of them", graph.MoveFilter{All: either(fr, engineer)}, ids("mov_b", "mov_a")},
			{"all and the filter's own conditions", graph.MoveFilter{Statuses: told.Statuses, All: either(fr, engineer)}, ids("mov_b")},
			{"all of one that passes nothing", graph.MoveFilter{All: either(fr, nobody)}, nil},
			{"any: at least one", graph.MoveFilter{Any: either(toX, ofQ)}, ids("mov_d", "mov_b", "mov_c")},
			{"any and the filter's own conditions", graph.MoveFilter{Known: []graph.MoveField{graph.DateField}, Any: either(fromX, ofQ)}, ids("mov_b", "mov_a")},
			{"any of one that passes nothing and one that does not", graph.MoveFilter{Any: either(nobody, fromX)}, ids("mov_a")},
			{"any of one", graph.MoveFilter{Any: either(fromX)}, ids("mov_a")},
			{"an empty any is no condition", graph.MoveFilter{Any: either()}, ids("mov_d", "mov_b", "mov_a", "mov_c")},
			{"any of a zero filter passes all", graph.MoveFilter{Any: either(fromX, graph.MoveFilter{})}, ids("mov_d", "mov_b", "mov_a", "mov_c")},
			{"none: not one of them", graph.MoveFilter{None: either(toX, ofQ)}, ids("mov_a")},
			{"none of a zero filter passes nothing", graph.MoveFilter{None: either(graph.MoveFilter{})}, nil},
			{"none of what asks for dates passes the undated", graph.MoveFilter{None: either(recent)}, ids("mov_a", "mov_c")},
			{"none of none", graph.MoveFilter{None: either(graph.MoveFilter{None: either(told)})}, ids("mov_d", "mov_b")},
			{"all, any and none together", graph.MoveFilter{All: either(fr), Any: either(engineer, toX), None: either(ofQ)}, ids("mov_d", "mov_a")},
			{"any within all within none", graph.MoveFilter{None: either(graph.MoveFilter{All: either(fr, graph.MoveFilter{Any: either(fromX, ofQ)})})}, ids("mov_d", "mov_c")},
			{"ends, dates and statuses inside, where they are looked at by other ways outside", graph.MoveFilter{From: ids("org_x", "org_y"),
				Any: either(graph.MoveFilter{To: ids("org_y"), Until: date("2025-07")}, graph.MoveFilter{To: ids("org_z"), Statuses: []graph.Status{graph.Announced}})}, ids("mov_b", "mov_a")},
		}),
		{"on pages of people, organizations, articles and of several filters", func(f *fixture) {
			wideScene(f)
			where := graph.MoveFilter{Any: either(fr, engineer), None: either(toX)}
			f.same("pages", f.page(graph.MoveQuery{Of: ids("per_q", "per_r", "org_x", "org_z", "art_2", "art_7"), Where: where}), map[graph.ID][]graph.ID{
				"per_q": {"mov_b"}, "org_x": {"mov_a"}, "org_z": {"mov_b"}, "art_2": {"mov_a"}})
			each := graph.MoveQuery{Each: either(graph.MoveFilter{FromGroups: ids("org_h")}, graph.MoveFilter{Publishers: []string{"a.example"}}, graph.MoveFilter{}), Where: where}
			f.same("each", f.page(each), map[graph.ID][]graph.ID{"0": {"mov_b"}, "1": {"mov_a"}, "2": {"mov_b", "mov_a"}})
			n, err := f.s.CountMoves(f.ctx, each)
			f.same("counts", must(f, n, err), map[graph.ID]int{"0": 1, "1": 1, "2": 2})
		}},
		{"at a time by what the move was then", func(f *fixture) {
			wideScene(f)
			then := f.clock.Add(-time.Minute)
			b := f.ledger.moves["mov_b"]
			b.FromPlace.Country, b.ToPlace.Group, b.RoleTo, b.Ended, b.Publishers = "IT", "org_z", "counsel", date("2025-10"), 2
			state(&b, source("art_4", "", "", "2025-09"), source("art_8", "d.example", "it", "2025-09-20"))
			f.put(b)
			f.remove("", "mov_c")
			yes := true
			for _, x := range []struct {
				where     graph.MoveFilter
				then, now []graph.ID
			}{
				{graph.MoveFilter{Countries: []string{"IT"}}, nil, ids("mov_b")},
				{graph.MoveFilter{FromCountries: []string{""}}, ids("mov_d", "mov_b"), ids("mov_d")},
				{graph.MoveFilter{Inside: &yes}, ids("mov_b"), nil},
				{engineer, ids("mov_b", "mov_a"), ids("mov_a")},
				{graph.MoveFilter{Known: []graph.MoveField{graph.EndedField}}, ids("mov_a"), ids("mov_b", "mov_a")},
				{graph.MoveFilter{MinPublishers: 2}, ids("mov_a", "mov_c"), ids("mov_b", "mov_a")},
				{graph.MoveFilter{Languages: []string{"it"}}, nil, ids("mov_b")},
				{graph.MoveFilter{Publishers: []string{"b.example", "d.example"}}, ids("mov_a", "mov_c"), ids("mov_b", "mov_a")},
				{graph.MoveFilter{None: either(fr)}, ids("mov_c"), nil},
			} {
				for at, want := range map[time.Time][]graph.ID{then: x.then, {}: x.now} {
					pages := map[graph.ID][]graph.ID{}
					if len(want) > 0 {
						pages[""] = want
					}
					f.same(brief(x.where)+" at "+at.String(), f.page(graph.MoveQuery{Where: x.where, At: at}), pages)
				}
			}
		}},
		filterTable("as of a day: where people worked on it", asOfScene, []filterRow{
			{"the day before any", graph.MoveFilter{AsOf: date("2025-02-28")}, ids("mov_y")},
			{"the first day of a coarse date", graph.MoveFilter{AsOf: date("2025-03-01")}, ids("mov_m", "mov_y")},
			{"the day before a move", graph.MoveFilter{AsOf: date("2025-03-09")}, ids("mov_m", "mov_y")},
			{"the day of a move", graph.MoveFilter{AsOf: date("2025-03-10")}, ids("mov_d", "mov_m", "mov_y")},
			{"the day of the report where there is no other", graph.MoveFilter{AsOf: date("2025-04-02")}, ids("mov_d", "mov_m", "mov_y", "mov_u")},
			{"the day before the report", graph.MoveFilter{AsOf: date("2025-04-01")}, ids("mov_d", "mov_m", "mov_y")},
			{"the day on which the stay ends", graph.MoveFilter{AsOf: date("2025-06-20")}, ids("mov_d", "mov_m", "mov_y", "mov_u")},
			{"the day after", graph.MoveFilter{AsOf: date("2025-06-21")}, ids("mov_m", "mov_y", "mov_u")},
			{"the last day of a coarse end", graph.MoveFilter{AsOf: date("2025-08-31")}, ids("mov_m", "mov_y", "mov_u")},
			{"the day after a coarse end", graph.MoveFilter{AsOf: date("2025-09-01")}, ids("mov_y", "mov_u")},
			{"a month that the stay reaches into", graph.MoveFilter{AsOf: date("2025-06")}, ids("mov_d", "mov_m", "mov_y", "mov_u")},
			{"a year in which stays begin", graph.MoveFilter{AsOf: date("2025")}, ids("mov_d", "mov_m", "mov_y", "mov_u")},
			{"a year after", graph.MoveFilter{AsOf: date("2026")}, ids("mov_y", "mov_u")},
			{"a year before", graph.MoveFilter{AsOf: date("2023")}, nil},
			{"with other conditions", graph.MoveFilter{AsOf: date("2025-05"), People: ids("per_q", "per_p"), Until: date("2025-03")}, ids("mov_d", "mov_m")},
		}),
	}
}

// asOfScene is moves to organizations told to the day, the month and the year, one undated, and ones that bring nobody
// anywhere: hearsay, a denial, a departure and one of which no date is known at all.
func asOfScene(f *fixture) {
	d, m, y, u := testMove("d", "p", "org_x", "org_y", "2025-03-10"), testMove("m", "q", "org_x", "org_y", "2025-03"), testMove("y", "r", "", "org_y", "2024"), testMove("u", "s", "org_x", "org_z", "")
	d.Ended, m.Ended = date("2025-06-20"), date("2025-08")
	u.Reported, u.Status = date("2025-04-02"), graph.Announced
	rumor, denial, departure, never := testMove("rumor", "p", "org_y", "org_x", "2025"), testMove("denial", "p", "org_y", "org_x", "2025"), testMove("departure", "q", "org_y", "", "2025"), testMove("never", "r", "org_x", "org_y", "")
	rumor.Status, denial.Status, never.Reported = graph.Rumored, graph.Denied, graph.Date{}
	f.put(d, m, y, u, rumor, denial, departure, never)
}
