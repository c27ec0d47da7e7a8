package graphtest

import (
	"time"

	"talentgraph/graph"
)

func coverageCases() []contractCase {
	coverage := func(f *fixture, q graph.CoverageQuery) []graph.Coverage {
		f.Helper()
		got, err := f.s.Coverage(f.ctx, q)
		return must(f, got, err)
	}
	all := graph.Coverage{Moves: 4, People: 3, Undated: 1, First: date("2025-07-15"), Last: date("2026"), Claims: 7, Articles: 7, Since: date("2025-06-20"), Until: date("2025-09-16"),
		Publishers:     []graph.Share{{Count: 2}, {Name: "a.example", Count: 2}, {Name: "b.example", Count: 2}, {Name: "c.example", Count: 1}},
		Languages:      []graph.Share{{Name: "en", Count: 3}, {Name: "fr", Count: 2}, {Count: 1}, {Name: "de", Count: 1}},
		Roles:          []graph.Share{{Name: "Head of A.I.", Count: 1}, {Name: "Membre du Comité", Count: 1}, {Name: "engineer", Count: 1}},
		PublisherCount: 4, LanguageCount: 4}
	return []contractCase{
		{"of nothing is zero, as the only element and for each filter", func(f *fixture) {
			f.same("all", coverage(f, graph.CoverageQuery{Top: 3}), []graph.Coverage{{}})
			f.same("two", coverage(f, graph.CoverageQuery{Each: []graph.MoveFilter{{}, {}}, Top: 3}), []graph.Coverage{{}, {}})
		}},
		{"sums up moves, the articles that state them, and the roles as stated", func(f *fixture) {
			wideScene(f)
			f.same("all", coverage(f, graph.CoverageQuery{Top: 10}), []graph.Coverage{all})
		}},
		{"at most the top of each share, the most first, then by name, while counts are whole", func(f *fixture) {
			wideScene(f)
			two, none := all, all
			two.Publishers, two.Languages, two.Roles = two.Publishers[:2], two.Languages[:2], two.Roles[:2]
			none.Publishers, none.Languages, none.Roles = nil, nil, nil
			f.same("two", coverage(f, graph.CoverageQuery{Top: 2}), []graph.Coverage{two})
			f.same("none", coverage(f, graph.CoverageQuery{}), []graph.Coverage{none})
		}},
		{"of each filter what passes Where as well, in their order", func(f *fixture) {
			wideScene(f)
			got := coverage(f, graph.CoverageQuery{Where: graph.MoveFilter{Since: date("2025")}, Top: 1, Each: []graph.MoveFilter{
				{People: []graph.ID{"per_none"}}, {People: []graph.ID{"per_q"}}, {}, {Unknown: []graph.MoveField{graph.FromField}}, {People: []graph.ID{"per_q"}}}})
			b := graph.Coverage{Moves: 1, People: 1, First: date("2025-08"), Last: date("2025-08"), Claims: 1, Articles: 1, Since: date("2025-09"), Until: date("2025-09"),
				Publishers: []graph.Share{{Count: 1}}, Languages: []graph.Share{{Count: 1}}, Roles: []graph.Share{{Name: "engineer", Count: 1}}, PublisherCount: 1, LanguageCount: 1}
			dated := graph.Coverage{Moves: 3, People: 3, First: date("2025-07-15"), Last: date("2026"), Claims: 5, Articles: 5, Since: date("2025-06-20"), Until: date("2025-09"),
				Publishers: []graph.Share{{Count: 2}}, Languages: []graph.Share{{Name: "en", Count: 2}}, Roles: []graph.Share{{Name: "Head of A.I.", Count: 1}}, PublisherCount: 3, LanguageCount: 4}
			d := graph.Coverage{Moves: 1, People: 1, First: date("2026"), Last: date("2026"), Claims: 1, Articles: 1,
				Publishers: []graph.Share{{Name: "a.example", Count: 1}}, Languages: []graph.Share{{Name: "en", Count: 1}}, PublisherCount: 1, LanguageCount: 1}
			f.same("each", got, []graph.Coverage{{}, b, dated, d, b})
		}},
		{"counts an article once, however many of its claims and moves there are, and dates as text", func(f *fixture) {
			a, b, c := testMove("a", "p", "org_x", "org_y", "2025"), testMove("b", "p", "org_x", "org_y", "2025-01-01"), testMove("c", "p", "org_x", "org_y", "2024-12-31")
			shared := source("art_s", "a.example", "fr", "2025-03")
			state(&a, shared, source("art_t", "a.example", "fr", "2025-03-02"))
			state(&b, shared)
			state(&c, shared)
			a.RoleTo, b.RoleTo, c.RoleFrom, b.RoleFrom, b.Inferred = "Editor", "editor", "Editor", "Editor", true
			f.put(a, b, c)
			want := graph.Coverage{Moves: 3, People: 1, Inferred: 1, First: date("2024-12-31"), Last: date("2025-01-01"), Claims: 4, Articles: 2, Since: date("2025-03"), Until: date("2025-03-02"),
				Publishers: []graph.Share{{Name: "a.example", Count: 2}}, Languages: []graph.Share{{Name: "fr", Count: 2}},
				Roles: []graph.Share{{Name: "Editor", Count: 2}, {Name: "editor", Count: 1}}, PublisherCount: 1, LanguageCount: 1}
			f.same("all", coverage(f, graph.CoverageQuery{Top: 9}), []graph.Coverage{want})
			want.Moves, want.Inferred, want.First, want.Last, want.Claims, want.Roles = 2, 1, date("2025"), date("2025-01-01"), 3, []graph.Share{{Name: "Editor", Count: 1}, {Name: "editor", Count: 1}}
			f.same("since", coverage(f, graph.CoverageQuery{Where: graph.MoveFilter{Since: date("2025")}, Top: 9}), []graph.Coverage{want})
		}},
		{"at a time of the moves then", func(f *fixture) {
			a := testMove("a", "p", "org_x", "org_y", "2025")
			state(&a, source("art_1", "a.example", "fr", "2025-03-01"))
			t1 := f.put(a)
			a.Date, a.RoleTo = date("2025-02"), "editor"
			state(&a, source("art_1", "a.example", "fr", "2025-03-01"), source("art_2", "b.example", "en", ""))
			t2 := f.put(a)
			t3 := f.remove("", "mov_a")
			first := graph.Coverage{Moves: 1, People: 1, First: date("2025"), Last: date("2025"), Claims: 1, Articles: 1, Since: date("2025-03-01"), Until: date("2025-03-01"),
				Publishers: []graph.Share{{Name: "a.example", Count: 1}}, Languages: []graph.Share{{Name: "fr", Count: 1}}, PublisherCount: 1, LanguageCount: 1}
			second := graph.Coverage{Moves: 1, People: 1, First: date("2025-02"), Last: date("2025-02"), Claims: 2, Articles: 2, Since: date("2025-03-01"), Until: date("2025-03-01"),
				Publishers: []graph.Share{{Name: "a.example", Count: 1}, {Name: "b.example", Count: 1}}, Languages: []graph.Share{{Name: "en", Count: 1}, {Name: "fr", Count: 1}},
				Roles: []graph.Share{{Name: "editor", Count: 1}}, PublisherCount: 2, LanguageCount: 2}
			for at, want := range map[time.Time]graph.Coverage{t1.Add(-time.Microsecond): {}, t1: first, t2.Add(-time.Microsecond): first, t2: second, t3: {}, {}: {}} {
				f.same("at "+at.String(), coverage(f, graph.CoverageQuery{Where: graph.MoveFilter{Organizations: []graph.ID{"org_y"}}, Top: 9, At: at}), []graph.Coverage{want})
			}
		}},
		{"without erased claims at any time", func(f *fixture) {
			a, b := testMove("a", "p", "org_x", "org_y", "2025"), testMove("b", "q", "org_x", "org_y", "2026")
			a.Block = "blk_q"
			state(&a, source("art_1", "a.example", "fr", "2025-03-01"))
			state(&b, source("art_1", "a.example", "fr", "2025-03-01"), source("art_2", "b.example", "en", "2025-03-02"))
			then := f.put(a, b)
			f.commit(graph.Commit{Expect: map[graph.ID]int64{"blk_q": 1}, Erase: []graph.ID{"per_p", "mov_a", "clm_a0", "clm_b0"}})
			for _, at := range []time.Time{then, {}} {
				f.same("at "+at.String(), coverage(f, graph.CoverageQuery{Top: 1, At: at}), []graph.Coverage{{Moves: 1, People: 1, First: date("2026"), Last: date("2026"), Claims: 1, Articles: 1,
					Since: date("2025-03-02"), Until: date("2025-03-02"), Publishers: []graph.Share{{Name: "b.example", Count: 1}}, Languages: []graph.Share{{Name: "en", Count: 1}}, PublisherCount: 1, LanguageCount: 1}})
			}
		}},
	}
}
