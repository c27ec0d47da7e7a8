package graphtest

import (
	"slices"
	"time"

	"talentgraph/graph"
)

func (f *fixture) articleIDs(q graph.ArticleQuery) listing[graph.ID] {
	f.Helper()
	if q.Order == "" {
		q.Order = graph.NewestArticles
	}
	list, total, err := f.s.ListArticles(f.ctx, q)
	got := listing[graph.ID]{Total: total}
	for _, a := range must(f, list, err) {
		got.List = append(got.List, a.ID)
	}
	return got
}

func articleListCases() []contractCase {
	ids := func(list ...graph.ID) []graph.ID { return list }
	scene := func(f *fixture) time.Time {
		var c graph.Commit
		for _, x := range []struct{ name, title, publisher, language, published string }{
			{"d", "Ada joins Meta", "a.example", "en", "2025-07-07"}, {"c", "Ada quitte Méta", "b.example", "fr", "2025-07"}, {"b", "A year in moves", "a.example", "", "2025"},
			{"a", "", "", "en", ""}, {"e", "Undated", "a.example", "fr", ""}, {"f", "Meta, again", "b.example", "en", "2025-07"}, {"g", "Old news of Meta", "", "", "2024-12-31"}} {
			a := testArticle(x.name)
			a.Title, a.Publisher, a.Language, a.Published = x.title, x.publisher, x.language, date(x.published)
			c.Articles = append(c.Articles, a)
		}
		return f.commit(c)
	}
	newest := ids("art_d", "art_c", "art_f", "art_b", "art_g", "art_a", "art_e")
	published := []string{"2025-07-07", "2025-07", "2025-07", "2025", "2024-12-31", "", ""}
	back := func(list []graph.ID) []graph.ID {
		list = slices.Clone(list)
		slices.Reverse(list)
		return list
	}
	return []contractCase{
		{"an empty store has none", func(f *fixture) {
			f.same("list", f.articleIDs(graph.ArticleQuery{Limit: 3, Total: true}), listing[graph.ID]{})
		}},
		{"newest first is by the date's text backwards with undated last, IDs ascending; oldest first the exact reverse", func(f *fixture) {
			scene(f)
			f.same("newest", f.articleIDs(graph.ArticleQuery{Limit: 9}), listing[graph.ID]{List: newest})
			f.same("oldest", f.articleIDs(graph.ArticleQuery{Limit: 9, Order: graph.OldestArticles}), listing[graph.ID]{List: back(newest)})
		}},
		{"articles read as recorded", func(f *fixture) {
			a := testArticle("a")
			a.Restated = true
			a.Recorded = f.record(a, testClaim("1", "art_a", "blk_p"))
			for _, where := range []graph.ArticleFilter{{}, {IDs: ids("art_a")}, {Words: []string{"about"}}} {
				got, _, err := f.s.ListArticles(f.ctx, graph.ArticleQuery{Where: where, Order: graph.NewestArticles, Limit: 1})
				f.same(brief(where), must(f, got, err), []graph.Article{a})
			}
		}},
		{"after a position what follows it, article by article, in both orders", func(f *fixture) {
			scene(f)
			for i, id := range newest {
				after := &graph.ArticlePosition{Published: date(published[i]), ID: id}
				f.same("newest after "+string(id), f.articleIDs(graph.ArticleQuery{After: after, Limit: 2}), listing[graph.ID]{List: newest[i+1 : min(i+3, len(newest))]})
				f.same("oldest after "+string(id), f.articleIDs(graph.ArticleQuery{After: after, Limit: 9, Order: graph.OldestArticles}), listing[graph.ID]{List: back(newest[:i])})
				f.same("of some after "+string(id), f.articleIDs(graph.ArticleQuery{Where: graph.ArticleFilter{IDs: newest}, After: after, Limit: 9}), listing[graph.ID]{List: newest[i+1:]})
			}
		}},
		{"a position need not be an article's", func(f *fixture) {
			scene(f)
			for _, x := range []struct {
				after graph.ArticlePosition
				n     int // how many come before it
			}{{graph.ArticlePosition{Published: date("9999")}, 0}, {graph.ArticlePosition{Published: date("2025-07"), ID: "art_cc"}, 2}, {graph.ArticlePosition{Published: date("2025-01-01"), ID: "art_z"}, 3},
				{graph.ArticlePosition{ID: "art_b"}, 6}, {graph.ArticlePosition{ID: "art_z"}, 7}} {
				f.same("newest", f.articleIDs(graph.ArticleQuery{After: &x.after, Limit: 9}), listing[graph.ID]{List: newest[x.n:]})
				f.same("oldest", f.articleIDs(graph.ArticleQuery{After: &x.after, Limit: 9, Order: graph.OldestArticles}), listing[graph.ID]{List: back(newest[:x.n])})
			}
		}},
		{"counts all that pass where asked, and lists none for limit 0", func(f *fixture) {
			scene(f)
			after := &graph.ArticlePosition{Published: date("2024-12-31"), ID: "art_g"}
			f.same("all", f.articleIDs(graph.ArticleQuery{Total: true}), listing[graph.ID]{Total: 7})
			f.same("after", f.articleIDs(graph.ArticleQuery{Total: true, After: after, Limit: 1}), listing[graph.ID]{List: ids("art_a"), Total: 7})
			f.same("filtered", f.articleIDs(graph.ArticleQuery{Total: true, After: after, Where: graph.ArticleFilter{Languages: []string{"en"}}, Limit: 9}), listing[graph.ID]{List: ids("art_a"), Total: 3})
			f.same("not asked", f.articleIDs(graph.ArticleQuery{}), listing[graph.ID]{})
		}},
		{"by each condition and by several", func(f *fixture) {
			scene(f)
			for _, x := range []struct {
				where graph.ArticleFilter
				want  []graph.ID
			}{
				{graph.ArticleFilter{IDs: ids("art_a", "art_f", "art_none", "art_f", "per_p")}, ids("art_f", "art_a")},
				{graph.ArticleFilter{Publishers: []string{"b.example"}}, ids("art_c", "art_f")},
				{graph.ArticleFilter{Publishers: []string{"b.example", ""}}, ids("art_c", "art_f", "art_g", "art_a")},
				{graph.ArticleFilter{Publishers: []string{"example"}}, nil},
				{graph.ArticleFilter{Languages: []string{"fr"}}, ids("art_c", "art_e")},
				{graph.ArticleFilter{Languages: []string{""}}, ids("art_b", "art_g")},
				{graph.ArticleFilter{Since: date("2025-07-08")}, ids("art_c", "art_f", "art_b")},
				{graph.ArticleFilter{Since: date("2025-07-07")}, ids("art_d", "art_c", "art_f", "art_b")},
				{graph.ArticleFilter{Since: date("2026")}, nil},
				{graph.ArticleFilter{Until: date("2025-07-06")}, ids("art_c", "art_f", "art_b", "art_g")},
				{graph.ArticleFilter{Until: date("2024")}, ids("art_g")},
				{graph.ArticleFilter{Since: date("1000"), Until: date("9999")}, newest[:5]},
				{graph.ArticleFilter{Since: date("2025-06"), Until: date("2025-06")}, ids("art_b")},
				{graph.ArticleFilter{Words: []string{"meta"}}, ids("art_d", "art_c", "art_f", "art_g")},
				{graph.ArticleFilter{Words: []string{"meta", "ada"}}, ids("art_d", "art_c")},
				{graph.ArticleFilter{Words: []string{"met"}}, nil},
				{graph.ArticleFilter{Words: []string{"Meta"}}, nil},
				{graph.ArticleFilter{Words: []string{"meta"}, Publishers: []string{"b.example"}, Languages: []string{"en"}}, ids("art_f")},
				{graph.ArticleFilter{IDs: ids("art_c", "art_f"), Languages: []string{"fr"}, Since: date("2025")}, ids("art_c")},
			} {
				f.same(brief(x.where), f.articleIDs(graph.ArticleQuery{Where: x.where, Limit: 9, Total: true}), listing[graph.ID]{List: x.want, Total: len(x.want)})
				f.same("oldest "+brief(x.where), f.articleIDs(graph.ArticleQuery{Where: x.where, Limit: 9, Order: graph.OldestArticles}), listing[graph.ID]{List: back(x.want)})
			}
		}},
		{"by the moves that a claim of theirs supports", func(f *fixture) {
			wideScene(f)
			f.record(testArticle("idle"))
			for _, x := range []struct {
				where graph.ArticleFilter
				want  []graph.ID
			}{
				{graph.ArticleFilter{Moves: &graph.MoveFilter{}}, ids("art_6", "art_5", "art_4", "art_2", "art_1", "art_3", "art_7")},
				{graph.ArticleFilter{Moves: &graph.MoveFilter{People: ids("per_p")}}, ids("art_2", "art_1", "art_3")},
				{graph.ArticleFilter{Moves: &graph.MoveFilter{Languages: []string{"fr"}}, Languages: []string{"en"}}, ids("art_5", "art_2")},
				{graph.ArticleFilter{Moves: &graph.MoveFilter{From: ids("org_none")}}, nil},
				{graph.ArticleFilter{Moves: &graph.MoveFilter{To: ids("org_x")}, IDs: ids("art_1", "art_7")}, ids("art_7")},
			} {
				f.same(brief(x.where), f.articleIDs(graph.ArticleQuery{Where: x.where, Limit: 9, Total: true}), listing[graph.ID]{List: x.want, Total: len(x.want)})
			}
		}},
		{"at a time those recorded and not retracted then", func(f *fixture) {
			t1 := scene(f)
			t2 := f.commit(graph.Commit{Retract: ids("art_d", "art_a")})
			d := testArticle("d")
			d.Title, d.Published = "Ada joins Meta", date("2026-01")
			t3 := f.record(d)
			second, third := ids("art_c", "art_f", "art_b", "art_g", "art_e"), ids("art_d", "art_c", "art_f", "art_b", "art_g", "art_e")
			for at, want := range map[time.Time][]graph.ID{t1.Add(-time.Microsecond): nil, t1: newest, t2: second, t3: third, {}: third} {
				f.same("at "+at.String(), f.articleIDs(graph.ArticleQuery{Limit: 9, Total: true, At: at}), listing[graph.ID]{List: want, Total: len(want)})
				f.same("oldest at "+at.String(), f.articleIDs(graph.ArticleQuery{Limit: 9, Order: graph.OldestArticles, At: at}), listing[graph.ID]{List: back(want)})
			}
			for at, want := range map[time.Time][]graph.ID{t1: ids("art_d", "art_c"), t2: ids("art_c"), t3: ids("art_d", "art_c")} {
				f.same("words at "+at.String(), f.articleIDs(graph.ArticleQuery{Where: graph.ArticleFilter{Words: []string{"ada"}}, Limit: 9, At: at}), listing[graph.ID]{List: want})
				f.same("ids at "+at.String(), f.articleIDs(graph.ArticleQuery{Where: graph.ArticleFilter{IDs: ids("art_d", "art_c")}, Limit: 9, At: at}), listing[graph.ID]{List: want})
			}
		}},
		{"redacted, an article is listed and found by no word", func(f *fixture) {
			t1 := scene(f)
			f.commit(graph.Commit{Redact: ids("art_d")})
			for _, at := range []time.Time{t1, {}} {
				f.same("all", f.articleIDs(graph.ArticleQuery{Limit: 9, Total: true, At: at}), listing[graph.ID]{List: newest, Total: 7})
				f.same("words", f.articleIDs(graph.ArticleQuery{Where: graph.ArticleFilter{Words: []string{"ada"}}, Limit: 9, At: at}), listing[graph.ID]{List: ids("art_c")})
			}
		}},
	}
}
