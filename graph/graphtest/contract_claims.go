package graphtest

import (
	"time"

	"talentgraph/graph"
)

func claimCases() []contractCase {
	// three claims on one move, and one on another, of two articles.
	scene := func(f *fixture) time.Time {
		c1, c2, c3, c4 := testClaim("1", "art_a", "blk_p"), testClaim("2", "art_a", "blk_p"), testClaim("3", "art_b", "blk_p"), testClaim("4", "art_b", "blk_p")
		c1.Reported, c2.Reported, c3.Reported, c4.Reported = graph.Date{}, date("2025-03-01"), date("2025-02"), date("2025-02")
		m, n := testMove("m", "p", "org_x", "org_y", "2025"), testMove("n", "p", "org_y", "", "2025")
		m.Claims, n.Claims = []graph.ID{"clm_3", "clm_2", "clm_1"}, []graph.ID{"clm_4"}
		f.commit(graph.Commit{Articles: []graph.Article{testArticle("a"), testArticle("b"), testArticle("bare")}, Claims: []graph.Claim{c1, c2, c3, c4}})
		return f.put(m, n)
	}
	names := func(claims map[graph.ID][]graph.Claim) map[graph.ID][]graph.ID {
		ids := map[graph.ID][]graph.ID{}
		for of, list := range claims {
			ids[of] = []graph.ID{}
			for _, c := range list {
				ids[of] = append(ids[of], c.ID)
			}
		}
		return ids
	}
	return []contractCase{
		{"a claim reads as it was recorded, with its quote", func(f *fixture) {
			full, bare := testClaim("a", "art_a", "blk_p"), graph.Claim{ID: "clm_b", Article: "art_a", Block: "blk_p", Person: "Ada", To: "Two", Status: graph.Rumored}
			f.record(testArticle("a"), full, bare)
			got, err := f.s.Claims(f.ctx, graph.ClaimQuery{Of: []graph.ID{"clm_a", "clm_b"}})
			f.same("claims", must(f, got, err), map[graph.ID][]graph.Claim{"clm_a": {full}, "clm_b": {bare}})
		}},
		{"of moves, articles and claims mixed, by Reported with the unknown last, then ID", func(f *fixture) {
			scene(f)
			got, err := f.s.Claims(f.ctx, graph.ClaimQuery{Of: []graph.ID{"mov_m", "art_b", "clm_1", "mov_n", "art_a"}})
			f.same("claims", names(must(f, got, err)), map[graph.ID][]graph.ID{"mov_m": {"clm_3", "clm_2", "clm_1"},
				"art_b": {"clm_3", "clm_4"}, "clm_1": {"clm_1"}, "mov_n": {"clm_4"}, "art_a": {"clm_2", "clm_1"}})
		}},
		{"the limit is for each", func(f *fixture) {
			scene(f)
			got, err := f.s.Claims(f.ctx, graph.ClaimQuery{Of: []graph.ID{"mov_m", "art_a", "mov_n"}, Limit: 1})
			f.same("claims", names(must(f, got, err)), map[graph.ID][]graph.ID{"mov_m": {"clm_3"}, "art_a": {"clm_2"}, "mov_n": {"clm_4"}})
		}},
		{"unknown ids and articles without claims are left out", func(f *fixture) {
			scene(f)
			got, err := f.s.Claims(f.ctx, graph.ClaimQuery{Of: []graph.ID{"mov_none", "art_bare", "clm_none", "", "per_p"}})
			f.same("claims", must(f, got, err), map[graph.ID][]graph.Claim{})
		}},
		{"of a move at a time are those of its version then", func(f *fixture) {
			first := scene(f)
			m := f.ledger.moves["mov_m"]
			m.Claims = []graph.ID{"clm_2"}
			second := f.put(m)
			for at, want := range map[time.Time][]graph.ID{{}: {"clm_2"}, second: {"clm_2"}, first: {"clm_3", "clm_2", "clm_1"}} {
				got, err := f.s.Claims(f.ctx, graph.ClaimQuery{Of: []graph.ID{"mov_m"}, At: at})
				f.same("at "+at.String(), names(must(f, got, err)), map[graph.ID][]graph.ID{"mov_m": want})
			}
			got, err := f.s.Claims(f.ctx, graph.ClaimQuery{Of: []graph.ID{"mov_m"}, At: first.Add(-time.Microsecond)})
			f.same("before the move", must(f, got, err), map[graph.ID][]graph.Claim{})
		}},
		{"a move that is gone has claims only before", func(f *fixture) {
			first := scene(f)
			f.remove("", "mov_m")
			got, err := f.s.Claims(f.ctx, graph.ClaimQuery{Of: []graph.ID{"mov_m"}})
			f.same("now", must(f, got, err), map[graph.ID][]graph.Claim{})
			got, err = f.s.Claims(f.ctx, graph.ClaimQuery{Of: []graph.ID{"mov_m"}, At: first})
			f.same("before", len(must(f, got, err)["mov_m"]), 3)
		}},
	}
}

func peopleCases() []contractCase {
	return []contractCase{
		{"a person reads as committed, lists in their order", func(f *fixture) {
			p := graph.Person{ID: "per_p", Block: "blk_p", Name: "Ada Lovelace", Aliases: []string{"A. Lovelace", "Lovelace, Ada"},
				Score: 0.123456789012345, Reason: "shares Analytical Engines with clm_a; \"rare\" name",
				Candidates: []graph.Candidate{{Person: "per_z", Score: 0.5, Reason: "same employer"}, {Person: "per_q", Score: 0.25, Reason: "same year"}}}
			f.record(testArticle("a"), testClaim("a", "art_a", "blk_p"), testClaim("b", "art_a", "blk_p"))
			p.Since = f.commit(graph.Commit{People: []graph.Person{p, {ID: "per_q", Block: "blk_p", Name: "Ada"}}})
			got, err := f.s.People(f.ctx, []graph.ID{"per_p", "per_none", "mov_a", ""}, time.Time{})
			f.same("people", must(f, got, err), map[graph.ID]graph.Person{"per_p": p})
			got, err = f.s.People(f.ctx, nil, time.Time{})
			f.same("no ids", must(f, got, err), map[graph.ID]graph.Person{})
		}},
		{"the store sets Since and Until", func(f *fixture) {
			p := testPerson("p", "blk_p")
			p.Since, p.Until = time.Date(1999, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(1999, 1, 2, 0, 0, 0, 0, time.UTC)
			at := f.commit(graph.Commit{People: []graph.Person{p}})
			p.Since, p.Until = at, time.Time{}
			got, err := f.s.People(f.ctx, []graph.ID{"per_p"}, time.Time{})
			f.same("people", must(f, got, err), map[graph.ID]graph.Person{"per_p": p})
		}},
		{"at a time is the version then, with nothing before the first and after the last", func(f *fixture) {
			p := testPerson("p", "blk_p")
			t1 := f.commit(graph.Commit{People: []graph.Person{p}})
			p.Name = "Ada King"
			t2 := f.commit(graph.Commit{People: []graph.Person{p}})
			t3 := f.commit(graph.Commit{Expect: map[graph.ID]int64{"blk_p": 2}, Gone: []graph.Gone{{ID: "per_p"}}})
			p.Name = "Ada Byron"
			t4 := f.commit(graph.Commit{People: []graph.Person{p}})
			for _, x := range []struct {
				at           time.Time
				name         string
				since, until time.Time
			}{
				{t1.Add(-time.Microsecond), "", time.Time{}, time.Time{}}, {t1, "Ada p", t1, t2},
				{t2.Add(-time.Nanosecond), "Ada p", t1, t2}, {t2.In(time.FixedZone("elsewhere", -3600)), "Ada King", t2, t3}, {t3, "", time.Time{}, time.Time{}},
				{t4.Add(-time.Microsecond), "", time.Time{}, time.Time{}}, {t4, "Ada Byron", t4, time.Time{}},
				{t4.Add(time.Hour), "Ada Byron", t4, time.Time{}}, {time.Time{}, "Ada Byron", t4, time.Time{}},
			} {
				got, err := f.s.People(f.ctx, []graph.ID{"per_p"}, x.at)
				want := map[graph.ID]graph.Person{}
				if x.name != "" {
					v := p
					v.Name, v.Since, v.Until = x.name, x.since, x.until
					want["per_p"] = v
				}
				f.same("at "+x.at.String(), must(f, got, err), want)
			}
		}},
	}
}
