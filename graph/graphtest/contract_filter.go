package graphtest

import (
	"talentgraph/graph"
)

// filterCases say what MoveFilter passes; each is checked for pages, counts and flows.
func filterCases() []contractCase {
	yes, no := true, false
	one := func(name string, where graph.MoveFilter, want ...graph.ID) contractCase {
		return contractCase{name, func(f *fixture) {
			a, b, c, d := testMove("a", "p", "org_x", "org_y", "2025-07-15"), testMove("b", "q", "org_y", "org_z", "2025-07"), testMove("c", "q", "org_z", "", "2025"), testMove("d", "r", "", "org_x", "")
			a.RoleFamily, a.Seniority, a.Status, a.Confidence, a.Words = "ENGINEERING", "HEAD", graph.Rumored, 0.25, []string{"ada", "engineer", "x"}
			b.RoleFamily, b.Seniority, b.Status, b.Confidence, b.Inferred, b.Words = "LEGAL", "HEAD", graph.Announced, 0.5, true, []string{"ada", "counsel"}
			c.RoleFamily, c.Status, c.Confidence, c.Words = "LEGAL", graph.Denied, 0.75, []string{"bob", "engineer"}
			d.Confidence = 1
			f.put(a, b, c, d)
			ids := map[graph.ID][]graph.ID{}
			counts := map[graph.ID]int{}
			var flows []graph.Flow
			if len(want) > 0 {
				ids[""], counts[""] = want, len(want)
				flows = []graph.Flow{{Moves: len(want)}}
			}
			f.same("page", f.page(graph.MoveQuery{Where: where}), ids)
			n, err := f.s.CountMoves(f.ctx, graph.MoveQuery{Where: where})
			f.same("count", must(f, n, err), counts)
			got, err := f.s.Flows(f.ctx, graph.FlowQuery{Where: where, Limit: 10})
			f.same("flows", must(f, got, err), flows)
		}}
	}
	orgs := func(ids ...graph.ID) []graph.ID { return ids }
	return []contractCase{
		one("a zero filter passes all", graph.MoveFilter{}, "mov_a", "mov_b", "mov_c", "mov_d"),
		one("people: any of", graph.MoveFilter{People: orgs("per_p", "per_r", "per_none")}, "mov_a", "mov_d"),
		one("from: any of", graph.MoveFilter{From: orgs("org_x", "org_z")}, "mov_a", "mov_c"),
		one("to: any of", graph.MoveFilter{To: orgs("org_x", "org_y")}, "mov_a", "mov_d"),
		one("from and to: both", graph.MoveFilter{From: orgs("org_x", "org_y"), To: orgs("org_z")}, "mov_b"),
		one("organizations: at either end", graph.MoveFilter{Organizations: orgs("org_x")}, "mov_a", "mov_d"),
		one("organizations: any of", graph.MoveFilter{Organizations: orgs("org_x", "org_z")}, "mov_a", "mov_b", "mov_c", "mov_d"),
		one("organizations and from: both", graph.MoveFilter{Organizations: orgs("org_z"), From: orgs("org_y")}, "mov_b"),
		one("unknown ids pass nothing", graph.MoveFilter{People: orgs("per_none")}),
		one("since a day within what a coarse date may mean", graph.MoveFilter{Since: date("2025-07-16")}, "mov_b", "mov_c"),
		one("since the day itself", graph.MoveFilter{Since: date("2025-07-15")}, "mov_a", "mov_b", "mov_c"),
		one("since a month after", graph.MoveFilter{Since: date("2025-08")}, "mov_c"),
		one("since the first day of a coarse bound", graph.MoveFilter{Since: date("2025")}, "mov_a", "mov_b", "mov_c"),
		one("since a later year", graph.MoveFilter{Since: date("2026")}),
		one("until a day within what a coarse date may mean", graph.MoveFilter{Until: date("2025-07-14")}, "mov_b", "mov_c"),
		one("until the last day of a coarse bound", graph.MoveFilter{Until: date("2025-07")}, "mov_a", "mov_b", "mov_c"),
		one("until the month before", graph.MoveFilter{Until: date("2025-06-30")}, "mov_c"),
		one("until an earlier year", graph.MoveFilter{Until: date("2024")}),
		one("since and until: both", graph.MoveFilter{Since: date("2025-07-15"), Until: date("2025-07-15")}, "mov_a", "mov_b", "mov_c"),
		one("an undated move fails since and until", graph.MoveFilter{Since: date("1000"), Until: date("9999")}, "mov_a", "mov_b", "mov_c"),
		one("statuses: any of", graph.MoveFilter{Statuses: []graph.Status{graph.Rumored, graph.Completed}}, "mov_a", "mov_d"),
		one("role families: any of", graph.MoveFilter{RoleFamilies: []graph.RoleFamily{"LEGAL"}}, "mov_b", "mov_c"),
		one("seniorities: any of", graph.MoveFilter{Seniorities: []graph.Seniority{"HEAD", "BOARD"}}, "mov_a", "mov_b"),
		one("inferred", graph.MoveFilter{Inferred: &yes}, "mov_b"),
		one("not inferred", graph.MoveFilter{Inferred: &no}, "mov_a", "mov_c", "mov_d"),
		one("at least so confident", graph.MoveFilter{MinConfidence: 0.5}, "mov_b", "mov_c", "mov_d"),
		one("words: one", graph.MoveFilter{Words: []string{"engineer"}}, "mov_a", "mov_c"),
		one("words: all of them", graph.MoveFilter{Words: []string{"ada", "engineer"}}, "mov_a"),
		one("words: not parts of words", graph.MoveFilter{Words: []string{"engin"}}),
		one("words: the same one twice", graph.MoveFilter{Words: []string{"ada", "ada"}}, "mov_a", "mov_b"),
		one("months: the moves dated to the month or a day of it", graph.MoveFilter{Months: []string{"2025-07"}}, "mov_a", "mov_b"),
		one("months: any of, known to the year only and undated", graph.MoveFilter{Months: []string{"2025", "2025-08", ""}}, "mov_c", "mov_d"),
		one("no from", graph.MoveFilter{Unknown: []graph.MoveField{graph.FromField}}, "mov_d"),
		one("no to", graph.MoveFilter{Unknown: []graph.MoveField{graph.ToField}}, "mov_c"),
		one("no from and no to", graph.MoveFilter{Unknown: []graph.MoveField{graph.FromField, graph.ToField}}),
		one("all conditions together", graph.MoveFilter{People: orgs("per_q"), Organizations: orgs("org_z"), Since: date("2025"), Until: date("2025"),
			Statuses: []graph.Status{graph.Announced, graph.Denied}, RoleFamilies: []graph.RoleFamily{"LEGAL"}, Inferred: &no, MinConfidence: 0.6, Words: []string{"bob"}}, "mov_c"),
		{"on the pages of people, organizations and articles", func(f *fixture) {
			a, b := testMove("a", "p", "org_x", "org_y", "2025-07-15"), testMove("b", "p", "org_x", "org_y", "2024-07-15")
			b.Status, b.Words = graph.Rumored, []string{"ada"}
			f.put(a, b)
			for _, where := range []graph.MoveFilter{{Statuses: []graph.Status{graph.Rumored}}, {Until: date("2024")}, {Words: []string{"ada"}}} {
				f.same("pages", f.page(graph.MoveQuery{Of: []graph.ID{"per_p", "org_x", "org_y", "art_a", "art_b"}, Where: where}),
					map[graph.ID][]graph.ID{"per_p": {"mov_b"}, "org_x": {"mov_b"}, "org_y": {"mov_b"}, "art_b": {"mov_b"}})
			}
		}},
	}
}
