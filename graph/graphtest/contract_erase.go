package graphtest

import (
	"time"

	"talentgraph/graph"
)

func eraseCases() []contractCase {
	// A person whose move was once told differently, another person of the block, and one merged into the first.
	scene := func(f *fixture) []time.Time {
		a, b := testMove("a", "p", "org_x", "org_y", "2021"), testMove("b", "q", "org_x", "org_y", "2022")
		b.Block = "blk_p"
		t1 := f.put(a, b)
		a.To, a.Mentions = "org_z", []graph.Mention{{Organization: "org_x", Name: "x", Claims: 1}, {Organization: "org_z", Name: "z", Claims: 1}}
		t2 := f.put(a)
		f.commit(graph.Commit{People: []graph.Person{testPerson("old", "blk_p")}})
		t3 := f.commit(graph.Commit{Expect: map[graph.ID]int64{"blk_p": 3}, Gone: []graph.Gone{{ID: "per_old", Successor: "per_p"}}})
		return []time.Time{t1, t2, t3}
	}
	erase := func(f *fixture) time.Time {
		f.Helper()
		a := f.ledger.moves["mov_a"]
		c := graph.Commit{Expect: map[graph.ID]int64{"blk_p": 4}, Erase: []graph.ID{"clm_a", "per_p", "mov_a", "per_old"}, Redact: []graph.ID{"art_a"}}
		mentions, flows := map[mentioned]int{}, map[graph.FlowCount]int{}
		tally(a, -1, mentions, flows)
		c.Mentions, c.Flows = mentionsOf(mentions), flowsOf(flows)
		return f.commit(c)
	}
	always := func(times []time.Time) []time.Time { return append(times, time.Time{}) }
	return []contractCase{
		{"leaves no claim, person or move at any time, by any read", func(f *fixture) {
			times := scene(f)
			times = append(times, erase(f))
			for _, at := range always(times) {
				p, err := f.s.People(f.ctx, []graph.ID{"per_p", "per_old"}, at)
				f.same("people", must(f, p, err), map[graph.ID]graph.Person{})
				m, err := f.s.MovesByID(f.ctx, []graph.ID{"mov_a"}, at)
				f.same("moves", must(f, m, err), map[graph.ID]graph.Move{})
				c, err := f.s.Claims(f.ctx, graph.ClaimQuery{Of: []graph.ID{"clm_a", "art_a", "mov_a"}, At: at})
				f.same("claims", must(f, c, err), map[graph.ID][]graph.Claim{})
				f.same("pages", f.page(graph.MoveQuery{Of: []graph.ID{"per_p", "art_a", "org_z"}, At: at}), map[graph.ID][]graph.ID{})
				f.same("all moves", f.page(graph.MoveQuery{At: at}), map[graph.ID][]graph.ID{"": {"mov_b"}})
				n, err := f.s.CountMoves(f.ctx, graph.MoveQuery{At: at})
				f.same("count", must(f, n, err), map[graph.ID]int{"": 1})
				fl, err := f.s.Flows(f.ctx, graph.FlowQuery{By: []graph.FlowDimension{graph.ByFrom, graph.ByTo, graph.ByPeriod}, Period: graph.Year, Limit: 9, At: at})
				f.same("flows", must(f, fl, err), []graph.Flow{{From: "org_x", To: "org_y", Period: "2022", Moves: 1}})
				names, err := f.s.Search(f.ctx, graph.SearchQuery{Prefixes: []string{"ada"}, Limit: 9, At: at})
				f.same("search", must(f, names, err), []graph.Name{{Key: "ada q", ID: "per_q", Name: "Ada q"}})
			}
			s, err := f.s.Successors(f.ctx, []graph.ID{"per_old", "per_p"})
			f.same("successors", must(f, s, err), map[graph.ID]graph.ID{})
			b, err := f.s.Blocks(f.ctx, graph.BlockQuery{IDs: []graph.ID{"blk_p"}})
			block := must(f, b, err).Blocks["blk_p"]
			f.same("block", []int{len(block.Claims), len(block.People), len(block.Moves)}, []int{1, 1, 1})
		}},
		{"takes successions to what was erased as well", func(f *fixture) {
			scene(f)
			f.commit(graph.Commit{Expect: map[graph.ID]int64{"blk_p": 4}, Erase: []graph.ID{"per_p"}})
			s, err := f.s.Successors(f.ctx, []graph.ID{"per_old"})
			f.same("successors", must(f, s, err), map[graph.ID]graph.ID{})
		}},
		{"is not counted at any time, while commits and articles stay", func(f *fixture) {
			times := scene(f)
			at := erase(f)
			for i, x := range []graph.Snapshot{{Commits: 1, At: times[0], Articles: 2, Claims: 1, People: 1, Moves: 1}, {Commits: 2, At: times[1], Articles: 2, Claims: 1, People: 1, Moves: 1},
				{Commits: 5, At: at, Articles: 2, Claims: 1, People: 1, Moves: 1, Organizations: 2}} {
				s, err := f.s.Snapshot(f.ctx, x.At)
				s = must(f, s, err)
				if i < 2 {
					s.Organizations = 0
				}
				f.same("snapshot", s, x)
			}
		}},
		{"leaves the organizations where others mention them", func(f *fixture) {
			scene(f)
			erase(f)
			o, err := f.s.Organizations(f.ctx, []graph.ID{"org_x", "org_y", "org_z"}, time.Time{})
			got := map[graph.ID][]string{}
			for id, x := range must(f, o, err) {
				got[id] = x.Observed
			}
			f.same("observed", got, map[graph.ID][]string{"org_x": {"x"}, "org_y": {"y"}})
		}},
		{"an erased claim supports no version that stays, and erased people are nobody's candidates", func(f *fixture) {
			a, b := testMove("a", "p", "org_x", "org_y", "2021"), testMove("b", "q", "org_x", "org_y", "2022")
			b.Block, b.Claims = "blk_p", []graph.ID{"clm_a", "clm_b"}
			f.put(a)
			q := testPerson("q", "blk_p")
			q.Candidates = []graph.Candidate{{Person: "per_p", Score: 0.5, Reason: "near"}, {Person: "per_r", Score: 0.4, Reason: "near"}}
			c := f.putting(b)
			c.People = []graph.Person{q}
			before := f.commit(c)
			b.Claims, q.Candidates = []graph.ID{"clm_b"}, q.Candidates[1:]
			c = f.putting(b)
			c.People = []graph.Person{q}
			f.commit(c)
			f.commit(graph.Commit{Expect: map[graph.ID]int64{"blk_p": 3}, Erase: []graph.ID{"clm_a", "per_p", "mov_a"}})
			for _, at := range []time.Time{before, {}} {
				p, err := f.s.People(f.ctx, []graph.ID{"per_p", "per_q"}, at)
				f.same("people", len(must(f, p, err)), 1)
				f.same("candidates", p["per_q"].Candidates, q.Candidates)
				m, err := f.s.MovesByID(f.ctx, []graph.ID{"mov_a", "mov_b"}, at)
				f.same("moves", len(must(f, m, err)), 1)
				f.same("support", m["mov_b"].Claims, []graph.ID{"clm_b"})
				claims, err := f.s.Claims(f.ctx, graph.ClaimQuery{Of: []graph.ID{"mov_b"}, At: at})
				f.same("claims", len(must(f, claims, err)["mov_b"]), 1)
				f.same("of the article", f.page(graph.MoveQuery{Of: []graph.ID{"art_a", "art_b"}, At: at}), map[graph.ID][]graph.ID{"art_b": {"mov_b"}})
			}
		}},
		{"takes along what gave way to it, step by step, but not what is current again", func(f *fixture) {
			var people []graph.Person
			for _, name := range []string{"p", "o", "n", "back", "other"} {
				people = append(people, testPerson(name, "blk_p"))
			}
			before := f.commit(graph.Commit{People: people})
			gone := func(version int64, id, successor graph.ID) {
				f.commit(graph.Commit{Expect: map[graph.ID]int64{"blk_p": version}, Gone: []graph.Gone{{ID: id, Successor: successor}}})
			}
			gone(1, "per_n", "per_o")
			gone(2, "per_o", "per_p")
			gone(3, "per_back", "per_p")
			back := f.commit(graph.Commit{People: []graph.Person{testPerson("back", "blk_p")}})
			gone(5, "per_other", "per_back")
			f.commit(graph.Commit{Expect: map[graph.ID]int64{"blk_p": 6}, Gone: []graph.Gone{{ID: "per_p"}}, Erase: []graph.ID{"per_p"}})
			for at, want := range map[time.Time]int{before: 2, back: 2, {}: 1} {
				p, err := f.s.People(f.ctx, []graph.ID{"per_p", "per_o", "per_n", "per_back", "per_other"}, at)
				f.same("people", len(must(f, p, err)), want)
			}
			s, err := f.s.Successors(f.ctx, []graph.ID{"per_p", "per_o", "per_n", "per_back", "per_other"})
			f.same("successors", must(f, s, err), map[graph.ID]graph.ID{"per_other": "per_back"})
		}},
		{"redacting empties title and URL in every version", func(f *fixture) {
			a := testArticle("a")
			t1 := f.record(a)
			f.commit(graph.Commit{Retract: []graph.ID{"art_a"}})
			t2 := f.record(a)
			f.record(testArticle("b"))
			f.commit(graph.Commit{Redact: []graph.ID{"art_a", "art_none"}})
			a.Title, a.URL = "", ""
			for _, at := range []time.Time{t1, t2, {}} {
				got, err := f.s.Articles(f.ctx, []graph.ID{"art_a"}, at)
				a.Recorded = t2
				if at.Equal(t1) {
					a.Recorded = t1
				}
				f.same("article", must(f, got, err), map[graph.ID]graph.Article{"art_a": a})
			}
			got, err := f.s.Articles(f.ctx, []graph.ID{"art_b"}, time.Time{})
			f.same("another", must(f, got, err)["art_b"].Title, "About b")
		}},
		{"unquoting empties the quotes of claims in every version, and of no others", func(f *fixture) {
			a, x, y := testArticle("a"), testClaim("x", "art_a", "blk_p"), testClaim("y", "art_a", "blk_p")
			t1 := f.record(a, x, y)
			f.commit(graph.Commit{Retract: []graph.ID{"art_a"}, Expect: map[graph.ID]int64{"blk_p": 1}})
			t2 := f.record(a, x, y)
			f.commit(graph.Commit{Unquote: []graph.ID{"clm_x", "clm_none"}})
			x.Quote, x.Start, x.End = "", 0, 0
			for _, at := range []time.Time{t1, t2, {}} {
				got, err := f.s.Claims(f.ctx, graph.ClaimQuery{Of: []graph.ID{"art_a"}, At: at})
				f.same("claims", must(f, got, err), map[graph.ID][]graph.Claim{"art_a": {x, y}})
			}
		}},
		{"what was erased can be recorded anew", func(f *fixture) {
			scene(f)
			erase(f)
			f.commit(graph.Commit{Expect: map[graph.ID]int64{"blk_p": 5}, Retract: []graph.ID{"art_a"}})
			at := f.put(testMove("a", "p", "org_x", "org_y", "2023"))
			m, err := f.s.MovesByID(f.ctx, []graph.ID{"mov_a"}, time.Time{})
			f.same("since", must(f, m, err)["mov_a"].Since, at)
			m, err = f.s.MovesByID(f.ctx, []graph.ID{"mov_a"}, at.Add(-time.Microsecond))
			f.same("before", must(f, m, err), map[graph.ID]graph.Move{})
		}},
		{"erasing what is unknown changes nothing", func(f *fixture) {
			scene(f)
			before := everything(f)
			f.commit(graph.Commit{Erase: []graph.ID{"clm_none", "per_none", "mov_none"}})
			after := everything(f)
			delete(before, "snapshot")
			delete(after, "snapshot")
			f.same("all", after, before)
		}},
	}
}
