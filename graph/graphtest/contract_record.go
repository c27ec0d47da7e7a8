package graphtest

import (
	"time"

	"talentgraph/graph"
)

func blockCases() []contractCase {
	return []contractCase{
		{"a block where nothing was recorded has version 0 and nothing in it", func(f *fixture) {
			b, err := f.s.Blocks(f.ctx, graph.BlockQuery{IDs: []graph.ID{"blk_none", "blk_nil"}})
			f.same("blocks", must(f, b, err), graph.Blocks{Blocks: map[graph.ID]graph.Block{"blk_none": {ID: "blk_none"}, "blk_nil": {ID: "blk_nil"}}})
		}},
		{"no ids give no blocks", func(f *fixture) {
			f.put(testMove("a", "p", "org_x", "org_y", "2025"))
			b, err := f.s.Blocks(f.ctx, graph.BlockQuery{})
			f.same("blocks", must(f, b, err), graph.Blocks{Blocks: map[graph.ID]graph.Block{}})
		}},
		{"a block has its claims without the quote, judgements, people and moves, each by ID", func(f *fixture) {
			at := f.put(testMove("b", "p", "org_x", "org_y", "2025"), testMove("a", "p", "org_y", "org_z", "2024"), testMove("c", "q", "org_y", "org_z", "2024"))
			j1 := graph.Judgement{ID: "jdg_2", Kind: graph.JudgeAccept, Blocks: []graph.ID{"blk_p", "blk_q"}, Claims: []graph.ID{"clm_a"}}
			j2 := graph.Judgement{ID: "jdg_1", Kind: graph.JudgeReject, Blocks: []graph.ID{"blk_p"}, Claims: []graph.ID{"clm_b"}}
			j1.At = f.commit(graph.Commit{Judgements: []graph.Judgement{j1}})
			j2.At = f.commit(graph.Commit{Judgements: []graph.Judgement{j2}})
			b, err := f.s.Blocks(f.ctx, graph.BlockQuery{IDs: []graph.ID{"blk_p"}})
			claim := func(name string) graph.Claim {
				c := testClaim(name, graph.ID("art_"+name), "blk_p")
				c.Quote, c.Start, c.End = "", 0, 0
				return c
			}
			p := testPerson("p", "blk_p")
			p.Since = at
			ma, mb := f.ledger.moves["mov_a"], f.ledger.moves["mov_b"]
			ma.Since, mb.Since = at, at
			f.same("block", must(f, b, err).Blocks, map[graph.ID]graph.Block{"blk_p": {ID: "blk_p", Version: 3,
				Claims: []graph.Claim{claim("a"), claim("b")}, Judgements: []graph.Judgement{j1, j2},
				People: []graph.Person{p}, Moves: []graph.Move{ma, mb}}})
		}},
		{"a retracted article's claims and what is gone are not in the block", func(f *fixture) {
			f.put(testMove("a", "p", "org_x", "org_y", "2025"), testMove("b", "p", "org_y", "org_z", "2025"))
			f.commit(graph.Commit{Expect: map[graph.ID]int64{"blk_p": 1}, Retract: []graph.ID{"art_a", "art_b"},
				Gone: []graph.Gone{{ID: "mov_a"}, {ID: "mov_b"}, {ID: "per_p"}}})
			b, err := f.s.Blocks(f.ctx, graph.BlockQuery{IDs: []graph.ID{"blk_p"}})
			f.same("block", must(f, b, err).Blocks["blk_p"], graph.Block{ID: "blk_p", Version: 2})
		}},
		{"blocks of organizations are those with a current move that mentions one, sorted", func(f *fixture) {
			above := testMove("d", "d", "org_z", "", "2025")
			above.Mentions = append(above.Mentions, graph.Mention{Organization: "org_above", Name: "above", Claims: 1})
			f.put(testMove("a", "c", "org_x", "org_y", "2025"), testMove("b", "b", "org_y", "org_z", "2025"),
				testMove("c", "a", "", "org_y", "2025"), above, testMove("e", "b", "org_y", "org_x", "2026"))
			f.remove("", "mov_c")
			for _, x := range []struct {
				organizations []graph.ID
				after         graph.ID
				limit         int
				want          []graph.ID
			}{
				{[]graph.ID{"org_y"}, "", 10, []graph.ID{"blk_b", "blk_c"}},
				{[]graph.ID{"org_y"}, "blk_b", 10, []graph.ID{"blk_c"}},
				{[]graph.ID{"org_y"}, "blk_bb", 10, []graph.ID{"blk_c"}},
				{[]graph.ID{"org_x", "org_z"}, "", 2, []graph.ID{"blk_b", "blk_c"}},
				{[]graph.ID{"org_x", "org_z"}, "blk_c", 2, []graph.ID{"blk_d"}},
				{[]graph.ID{"org_above"}, "", 10, []graph.ID{"blk_d"}},
				{[]graph.ID{"org_none"}, "", 10, nil},
				{nil, "", 10, []graph.ID{"blk_a", "blk_b", "blk_c", "blk_d"}},
				{nil, "blk_a", 2, []graph.ID{"blk_b", "blk_c"}},
			} {
				got, err := f.s.BlocksOf(f.ctx, x.organizations, x.after, x.limit)
				f.same("blocks of "+string(x.after), must(f, got, err), x.want)
			}
		}},
		{"all blocks are those with a version, whatever is left in them", func(f *fixture) {
			f.commit(graph.Commit{Expect: map[graph.ID]int64{"blk_b": 0, "blk_a": 0}})
			got, err := f.s.BlocksOf(f.ctx, nil, "", 10)
			f.same("blocks", must(f, got, err), []graph.ID{"blk_a", "blk_b"})
		}},
	}
}

func articleCases() []contractCase {
	return []contractCase{
		{"an article reads as it was recorded", func(f *fixture) {
			full, bare := testArticle("a"), graph.Article{ID: "art_b"}
			full.Restated, full.Published = true, date("2024-02")
			full.Recorded = f.clock
			bare.Recorded = f.record(full)
			bare.Recorded = f.record(bare)
			got, err := f.s.Articles(f.ctx, []graph.ID{"art_a", "art_b", "art_a"}, time.Time{})
			f.same("articles", must(f, got, err), map[graph.ID]graph.Article{"art_a": full, "art_b": bare})
		}},
		{"the store sets Recorded", func(f *fixture) {
			a := testArticle("a")
			a.Recorded = time.Date(1999, 1, 1, 0, 0, 0, 0, time.UTC)
			at := f.record(a)
			got, err := f.s.Articles(f.ctx, []graph.ID{"art_a"}, time.Time{})
			f.same("recorded", must(f, got, err)["art_a"].Recorded, at)
		}},
		{"unknown ids are left out", func(f *fixture) {
			f.record(testArticle("a"))
			got, err := f.s.Articles(f.ctx, []graph.ID{"art_none", "", "per_p"}, time.Time{})
			f.same("articles", must(f, got, err), map[graph.ID]graph.Article{})
			got, err = f.s.Articles(f.ctx, nil, time.Time{})
			f.same("no ids", must(f, got, err), map[graph.ID]graph.Article{})
		}},
		{"a retracted article is known only before its retraction, with its claims", func(f *fixture) {
			first := f.record(testArticle("a"), testClaim("a", "art_a", "blk_p"))
			second := f.commit(graph.Commit{Expect: map[graph.ID]int64{"blk_p": 1}, Retract: []graph.ID{"art_a"}})
			for _, x := range []struct {
				at    time.Time
				known bool
			}{{first.Add(-time.Microsecond), false}, {first, true}, {first.Add(999 * time.Nanosecond), true},
				{second.Add(-time.Microsecond), true}, {second, false}, {time.Time{}, false}} {
				a, err := f.s.Articles(f.ctx, []graph.ID{"art_a"}, x.at)
				f.same("article known at "+x.at.String(), len(must(f, a, err)) == 1, x.known)
				for _, id := range []graph.ID{"art_a", "clm_a"} {
					c, err := f.s.Claims(f.ctx, graph.ClaimQuery{Of: []graph.ID{id}, At: x.at})
					f.same("claim known by "+string(id)+" at "+x.at.String(), len(must(f, c, err)[id]) == 1, x.known)
				}
			}
		}},
		{"a retracted article can be recorded again", func(f *fixture) {
			a := testArticle("a")
			c := testClaim("a", "art_a", "blk_p")
			first := f.record(a, c)
			second := f.commit(graph.Commit{Expect: map[graph.ID]int64{"blk_p": 1}, Retract: []graph.ID{"art_a"}})
			a.Title, c.Confidence, c.Extractor = "Another title", 0.25, "rules/2"
			third := f.record(a, c)
			for _, x := range []struct {
				at         time.Time
				title      string
				confidence float64
				recorded   time.Time
			}{{first, "About a", 0.875, first}, {second, "", 0, time.Time{}}, {third, a.Title, 0.25, third}, {time.Time{}, a.Title, 0.25, third}} {
				got, err := f.s.Articles(f.ctx, []graph.ID{"art_a"}, x.at)
				got1 := must(f, got, err)["art_a"]
				f.same("title", got1.Title, x.title)
				f.same("recorded", got1.Recorded, x.recorded)
				claims, err := f.s.Claims(f.ctx, graph.ClaimQuery{Of: []graph.ID{"art_a"}, At: x.at})
				confidence := 0.0
				for _, c := range must(f, claims, err)["art_a"] {
					confidence += c.Confidence
				}
				f.same("the claim's confidence", confidence, x.confidence)
			}
			b, err := f.s.Blocks(f.ctx, graph.BlockQuery{IDs: []graph.ID{"blk_p"}})
			f.same("claims in the block", len(must(f, b, err).Blocks["blk_p"].Claims), 1)
		}},
	}
}
