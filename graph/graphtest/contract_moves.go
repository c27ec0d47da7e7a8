package graphtest

import (
	"time"

	"talentgraph/graph"
)

func moveIDs(pages map[graph.ID][]graph.Move) map[graph.ID][]graph.ID {
	ids := map[graph.ID][]graph.ID{}
	for of, moves := range pages {
		ids[of] = []graph.ID{}
		for _, m := range moves {
			ids[of] = append(ids[of], m.ID)
		}
	}
	return ids
}

// page asks for moves and gives the IDs of each page.
func (f *fixture) page(q graph.MoveQuery) map[graph.ID][]graph.ID {
	f.Helper()
	if q.Limit == 0 {
		q.Limit = 100
	}
	if q.Order == "" {
		q.Order = graph.NewestFirst
	}
	pages, err := f.s.Moves(f.ctx, q)
	return moveIDs(must(f, pages, err))
}

func fullMove() graph.Move {
	m := testMove("full", "p", "org_x", "org_y", "2025-07-07")
	m.RoleFrom, m.RoleTo, m.RoleFamily, m.Seniority = "engineer", "head of \"AI\"", "ENGINEERING", "HEAD"
	m.Announced, m.Status, m.Confidence, m.Inferred, m.Publishers = date("2025-06"), graph.Announced, 0.1, true, 3
	m.Mentions = []graph.Mention{{Organization: "org_y", Name: "y", Claims: 2}, {Organization: "org_x", Name: "X Labs", Claims: 1}, {Organization: "org_x", Name: "x", Claims: 1}}
	m.Words = []string{"ada", "engineer", "labs"}
	return m
}

func moveCases() []contractCase {
	ordered := func(f *fixture) {
		f.put(testMove("d", "p", "org_x", "org_y", "2025-07-07"), testMove("c", "p", "org_x", "org_y", "2025-07"), testMove("b", "p", "org_x", "org_y", "2025"),
			testMove("a", "p", "org_x", "org_y", ""), testMove("e", "p", "org_x", "org_y", ""), testMove("f", "p", "org_x", "org_y", "2025-07"),
			testMove("g", "p", "org_x", "org_y", "2024-12-31"), testMove("h", "p", "org_x", "org_y", "2025-08"))
	}
	newest := []graph.ID{"mov_h", "mov_d", "mov_c", "mov_f", "mov_b", "mov_g", "mov_a", "mov_e"}
	reversed := func(ids []graph.ID) (r []graph.ID) {
		for i := len(ids) - 1; i >= 0; i-- {
			r = append(r, ids[i])
		}
		return r
	}
	cases := []contractCase{
		{"a move reads as committed by every way", func(f *fixture) {
			m := fullMove()
			m.Since = f.put(m)
			f.put(testMove("other", "q", "org_z", "", "2025"))
			byID, err := f.s.MovesByID(f.ctx, []graph.ID{"mov_full", "mov_none", "", "per_p"}, time.Time{})
			f.same("by id", must(f, byID, err), map[graph.ID]graph.Move{"mov_full": m})
			for _, of := range []graph.ID{"per_p", "org_x", "org_y", "art_full"} {
				got, err := f.s.Moves(f.ctx, graph.MoveQuery{Of: []graph.ID{of}, Order: graph.NewestFirst, Limit: 5})
				f.same("of "+string(of), must(f, got, err), map[graph.ID][]graph.Move{of: {m}})
			}
			byID, err = f.s.MovesByID(f.ctx, nil, time.Time{})
			f.same("no ids", must(f, byID, err), map[graph.ID]graph.Move{})
		}},
		{"newest first is by the date's text backwards with undated last, IDs ascending", func(f *fixture) {
			ordered(f)
			f.same("all", f.page(graph.MoveQuery{}), map[graph.ID][]graph.ID{"": newest})
			f.same("of a person", f.page(graph.MoveQuery{Of: []graph.ID{"per_p"}}), map[graph.ID][]graph.ID{"per_p": newest})
		}},
		{"oldest first is the exact reverse", func(f *fixture) {
			ordered(f)
			f.same("all", f.page(graph.MoveQuery{Order: graph.OldestFirst}), map[graph.ID][]graph.ID{"": reversed(newest)})
			f.same("of an organization", f.page(graph.MoveQuery{Of: []graph.ID{"org_y"}, Order: graph.OldestFirst}), map[graph.ID][]graph.ID{"org_y": reversed(newest)})
		}},
		{"after a position comes what follows it, move by move, in both orders", func(f *fixture) {
			ordered(f)
			for _, order := range []graph.MoveOrder{graph.NewestFirst, graph.OldestFirst} {
				list := newest
				if order == graph.OldestFirst {
					list = reversed(newest)
				}
				for i, id := range list {
					after := position(f.ledger.moves[id])
					want := map[graph.ID][]graph.ID{"": list[i+1:]}
					if i == len(list)-1 {
						want = map[graph.ID][]graph.ID{}
					}
					f.same(string(order)+" after "+string(id), f.page(graph.MoveQuery{Order: order, After: &after}), want)
				}
			}
		}},
		{"a position need not be that of a move, and holds for every page", func(f *fixture) {
			ordered(f)
			for _, x := range []struct {
				order graph.MoveOrder
				after graph.MovePosition
				want  []graph.ID
			}{
				{graph.NewestFirst, graph.MovePosition{Date: date("2025-07"), ID: "mov_cc"}, newest[3:]},
				{graph.NewestFirst, graph.MovePosition{Date: date("2025-06-30"), ID: "mov_z"}, newest[4:]},
				{graph.NewestFirst, graph.MovePosition{ID: "mov_b"}, newest[7:]},
				{graph.NewestFirst, graph.MovePosition{Date: date("9999"), ID: ""}, newest},
				{graph.OldestFirst, graph.MovePosition{ID: "mov_b"}, reversed(newest)[1:]},
				{graph.OldestFirst, graph.MovePosition{Date: date("2025-07"), ID: "mov_d"}, reversed(newest)[5:]},
			} {
				f.same("all", f.page(graph.MoveQuery{Order: x.order, After: &x.after}), map[graph.ID][]graph.ID{"": x.want})
				f.same("of two", f.page(graph.MoveQuery{Of: []graph.ID{"per_p", "org_x"}, Order: x.order, After: &x.after}),
					map[graph.ID][]graph.ID{"per_p": x.want, "org_x": x.want})
			}
		}},
		{"the limit is for each page", func(f *fixture) {
			ordered(f)
			f.put(testMove("i", "q", "org_y", "org_z", "2026"))
			f.same("all", f.page(graph.MoveQuery{Limit: 2}), map[graph.ID][]graph.ID{"": {"mov_i", "mov_h"}})
			f.same("of many", f.page(graph.MoveQuery{Of: []graph.ID{"per_p", "org_y", "org_z", "per_q"}, Limit: 2}), map[graph.ID][]graph.ID{
				"per_p": {"mov_h", "mov_d"}, "org_y": {"mov_i", "mov_h"}, "org_z": {"mov_i"}, "per_q": {"mov_i"}})
		}},
		{"a page with no moves is left out", func(f *fixture) {
			f.same("empty store", f.page(graph.MoveQuery{}), map[graph.ID][]graph.ID{})
			ordered(f)
			f.same("unknown", f.page(graph.MoveQuery{Of: []graph.ID{"per_none", "art_none", "org_none", "clm_a", "mov_a"}}), map[graph.ID][]graph.ID{})
			f.same("filtered", f.page(graph.MoveQuery{Of: []graph.ID{"per_p"}, Where: graph.MoveFilter{From: []graph.ID{"org_none"}}}), map[graph.ID][]graph.ID{})
		}},
		{"an article's moves are those its claims support", func(f *fixture) {
			m, n := testMove("m", "p", "org_x", "org_y", "2025"), testMove("n", "q", "org_x", "org_y", "2026")
			m.Claims, n.Claims = []graph.ID{"clm_1", "clm_2"}, []graph.ID{"clm_3"}
			f.commit(graph.Commit{Articles: []graph.Article{testArticle("a"), testArticle("b")}, Claims: []graph.Claim{
				testClaim("1", "art_a", "blk_p"), testClaim("2", "art_a", "blk_p"), testClaim("3", "art_a", "blk_q")}})
			f.put(m, n)
			f.same("moves", f.page(graph.MoveQuery{Of: []graph.ID{"art_a", "art_b"}}), map[graph.ID][]graph.ID{"art_a": {"mov_n", "mov_m"}})
		}},
	}
	return append(cases, moveEndCases()...)
}

func moveEndCases() []contractCase {
	return []contractCase{
		{"the end says where organizations stand, and nothing of people and articles", func(f *fixture) {
			f.put(testMove("a", "p", "org_x", "org_y", "2021"), testMove("b", "p", "org_y", "org_x", "2022"), testMove("c", "p", "org_x", "", "2023"), testMove("d", "p", "", "org_x", "2024"))
			for end, want := range map[graph.MoveEnd][]graph.ID{graph.EitherEnd: {"mov_d", "mov_c", "mov_b", "mov_a"}, graph.FromEnd: {"mov_c", "mov_a"}, graph.ToEnd: {"mov_d", "mov_b"}} {
				f.same("end "+string(end), f.page(graph.MoveQuery{Of: []graph.ID{"org_x", "per_p", "art_a"}, End: end}), map[graph.ID][]graph.ID{
					"org_x": want, "per_p": {"mov_d", "mov_c", "mov_b", "mov_a"}, "art_a": {"mov_a"}})
				n, err := f.s.CountMoves(f.ctx, graph.MoveQuery{Of: []graph.ID{"org_x", "per_p", "art_a", "org_none"}, End: end})
				f.same("count", must(f, n, err), map[graph.ID]int{"org_x": len(want), "per_p": 4, "art_a": 1})
			}
		}},
		{"a move within one organization stands once on its page", func(f *fixture) {
			f.put(testMove("a", "p", "org_x", "org_x", "2021"))
			for _, end := range []graph.MoveEnd{graph.EitherEnd, graph.FromEnd, graph.ToEnd} {
				f.same("page", f.page(graph.MoveQuery{Of: []graph.ID{"org_x"}, End: end}), map[graph.ID][]graph.ID{"org_x": {"mov_a"}})
				n, err := f.s.CountMoves(f.ctx, graph.MoveQuery{Of: []graph.ID{"org_x"}, End: end})
				f.same("count", must(f, n, err), map[graph.ID]int{"org_x": 1})
			}
		}},
		{"the same id twice in Of is one page", func(f *fixture) {
			f.put(testMove("a", "p", "org_x", "org_y", "2021"))
			f.same("page", f.page(graph.MoveQuery{Of: []graph.ID{"org_x", "org_x"}}), map[graph.ID][]graph.ID{"org_x": {"mov_a"}})
			n, err := f.s.CountMoves(f.ctx, graph.MoveQuery{Of: []graph.ID{"org_x", "org_x"}})
			f.same("count", must(f, n, err), map[graph.ID]int{"org_x": 1})
		}},
		{"counting passes over limit and position, and leaves zeros out", func(f *fixture) {
			n, err := f.s.CountMoves(f.ctx, graph.MoveQuery{})
			f.same("empty store", must(f, n, err), map[graph.ID]int{})
			f.put(testMove("a", "p", "org_x", "org_y", "2021"), testMove("b", "p", "org_y", "org_x", "2022"), testMove("c", "q", "org_x", "", ""))
			n, err = f.s.CountMoves(f.ctx, graph.MoveQuery{Limit: 1, After: &graph.MovePosition{Date: date("2022"), ID: "mov_b"}, Order: graph.NewestFirst})
			f.same("all", must(f, n, err), map[graph.ID]int{"": 3})
			n, err = f.s.CountMoves(f.ctx, graph.MoveQuery{Of: []graph.ID{"per_p", "per_q", "per_none"}, Where: graph.MoveFilter{Since: date("2022")}})
			f.same("filtered", must(f, n, err), map[graph.ID]int{"per_p": 1})
		}},
		{"a page for each of several filters that passes Where as well, under its number", func(f *fixture) {
			f.put(testMove("a", "p", "org_x", "org_y", "2021"), testMove("b", "p", "org_y", "org_x", "2022"), testMove("c", "q", "org_x", "", "2023"), testMove("d", "q", "", "org_x", "2024"))
			q := graph.MoveQuery{Each: []graph.MoveFilter{{People: []graph.ID{"per_p"}}, {From: []graph.ID{"org_none"}}, {}, {Unknown: []graph.MoveField{graph.FromField}}, {People: []graph.ID{"per_p"}}, {Since: date("2022")}},
				Where: graph.MoveFilter{Until: date("2023")}, Limit: 2}
			f.same("pages", f.page(q), map[graph.ID][]graph.ID{"0": {"mov_b", "mov_a"}, "2": {"mov_c", "mov_b"}, "4": {"mov_b", "mov_a"}, "5": {"mov_c", "mov_b"}})
			n, err := f.s.CountMoves(f.ctx, q)
			f.same("counts", must(f, n, err), map[graph.ID]int{"0": 2, "2": 3, "4": 2, "5": 2})
			q.After, q.Order = &graph.MovePosition{Date: date("2022"), ID: "mov_b"}, graph.OldestFirst
			f.same("after, oldest first", f.page(q), map[graph.ID][]graph.ID{"2": {"mov_c"}, "5": {"mov_c"}})
		}},
		{"at a time are the versions then, pages and counts", func(f *fixture) {
			a, b := testMove("a", "p", "org_x", "org_y", "2021"), testMove("b", "p", "org_y", "org_z", "2022")
			t1 := f.put(a)
			t2 := f.put(b)
			a.To, a.Date, a.Mentions = "org_w", date("2023"), nil
			t3 := f.put(a)
			t4 := f.remove("", "mov_b")
			for _, x := range []struct {
				at   time.Time
				all  []graph.ID
				of   graph.ID
				want []graph.ID
			}{
				{t1.Add(-time.Microsecond), nil, "org_y", nil},
				{t1, []graph.ID{"mov_a"}, "org_y", []graph.ID{"mov_a"}},
				{t2, []graph.ID{"mov_b", "mov_a"}, "org_y", []graph.ID{"mov_b", "mov_a"}},
				{t3.Add(-time.Microsecond), []graph.ID{"mov_b", "mov_a"}, "art_a", []graph.ID{"mov_a"}},
				{t3, []graph.ID{"mov_a", "mov_b"}, "org_y", []graph.ID{"mov_b"}},
				{t3, []graph.ID{"mov_a", "mov_b"}, "org_w", []graph.ID{"mov_a"}},
				{t4, []graph.ID{"mov_a"}, "org_y", nil},
				{time.Time{}, []graph.ID{"mov_a"}, "org_z", nil},
				{time.Time{}, []graph.ID{"mov_a"}, "per_p", []graph.ID{"mov_a"}},
			} {
				all, of, counts := map[graph.ID][]graph.ID{}, map[graph.ID][]graph.ID{}, map[graph.ID]int{}
				if x.all != nil {
					all[""] = x.all
				}
				if x.want != nil {
					of[x.of], counts[x.of] = x.want, len(x.want)
				}
				f.same("all at "+x.at.String(), f.page(graph.MoveQuery{At: x.at}), all)
				f.same("of "+string(x.of)+" at "+x.at.String(), f.page(graph.MoveQuery{Of: []graph.ID{x.of}, At: x.at}), of)
				n, err := f.s.CountMoves(f.ctx, graph.MoveQuery{Of: []graph.ID{x.of}, At: x.at})
				f.same("count", must(f, n, err), counts)
			}
		}},
	}
}
