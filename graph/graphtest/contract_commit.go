package graphtest

import (
	"maps"
	"slices"
	"time"

	"talentgraph/graph"
)

func commitCases() []contractCase {
	return []contractCase{
		{"at is the writer's clock in UTC microseconds", func(f *fixture) {
			zone := time.FixedZone("elsewhere", 5*3600)
			f.clock = time.Date(2025, 3, 1, 12, 0, 0, 123456789, zone)
			want := time.Date(2025, 3, 1, 7, 0, 0, 123456000, time.UTC)
			s, err := f.s.Commit(f.ctx, f.prepare(graph.Commit{Articles: []graph.Article{testArticle("a")}}))
			f.same("snapshot", must(f, s, err), graph.Snapshot{Commits: 1, At: want})
			if s.At.Location() != time.UTC {
				f.Errorf("time in %v, want UTC", s.At.Location())
			}
			a, err := f.s.Articles(f.ctx, []graph.ID{"art_a"}, time.Time{})
			f.same("recorded", must(f, a, err)["art_a"].Recorded, want)
		}},
		{"at is one microsecond after the commit before where the clock stands or goes back", func(f *fixture) {
			first := f.record(testArticle("a"))
			f.clock = first
			second := f.record(testArticle("b"))
			f.clock = first.Add(-time.Hour)
			third := f.record(testArticle("c"))
			f.clock = third.Add(999 * time.Nanosecond)
			fourth := f.record(testArticle("d"))
			f.same("times", []time.Time{second, third, fourth}, []time.Time{
				first.Add(time.Microsecond), first.Add(2 * time.Microsecond), first.Add(3 * time.Microsecond)})
		}},
		{"the returned snapshot counts commits and leaves the other counts zero", func(f *fixture) {
			f.put(testMove("a", "p", "org_x", "org_y", "2025"))
			c := f.putting(testMove("b", "p", "org_y", "org_z", "2025"))
			s, err := f.s.Commit(f.ctx, f.prepare(c))
			s = must(f, s, err)
			f.same("snapshot", s, graph.Snapshot{Commits: 2, At: s.At})
		}},
		{"an empty commit is one too", func(f *fixture) {
			at := f.commit(graph.Commit{})
			s, err := f.s.Snapshot(f.ctx, time.Time{})
			f.same("snapshot", must(f, s, err), graph.Snapshot{Commits: 1, At: at})
		}},
		{"each expected block goes up by one version and no other does", func(f *fixture) {
			f.put(testMove("a", "p", "org_x", "org_y", "2025"), testMove("b", "q", "org_x", "org_y", "2025"))
			f.commit(graph.Commit{Expect: map[graph.ID]int64{"blk_p": 1, "blk_new": 0}})
			b, err := f.s.Blocks(f.ctx, graph.BlockQuery{IDs: []graph.ID{"blk_p", "blk_q", "blk_new", "blk_none"}})
			versions := map[graph.ID]int64{}
			for id, x := range must(f, b, err).Blocks {
				versions[id] = x.Version
			}
			f.same("versions", versions, map[graph.ID]int64{"blk_p": 2, "blk_q": 1, "blk_new": 1, "blk_none": 0})
		}},
		{"a version that was current until now is closed and the new one is current", func(f *fixture) {
			m := testMove("a", "p", "org_x", "org_y", "2025")
			first := f.put(m)
			m.Date = date("2025-04-01")
			second := f.put(m)
			for _, x := range []struct {
				at           time.Time
				day          string
				since, until time.Time
			}{{time.Time{}, "2025-04-01", second, time.Time{}}, {second, "2025-04-01", second, time.Time{}},
				{second.Add(-time.Microsecond), "2025", first, second}, {first, "2025", first, second}} {
				got, err := f.s.MovesByID(f.ctx, []graph.ID{"mov_a"}, x.at)
				want := m
				want.Date, want.Since, want.Until = date(x.day), x.since, x.until
				f.same("at "+x.at.String(), must(f, got, err), map[graph.ID]graph.Move{"mov_a": want})
			}
		}},
		{"what was passed in stays the caller's", func(f *fixture) {
			m := testMove("a", "p", "org_x", "org_y", "2025")
			m.Words = []string{"ada", "x"}
			f.put(m)
			m.Words[0], m.Claims[0], m.Mentions[0].Name = "changed", "clm_changed", "changed"
			got, err := f.s.MovesByID(f.ctx, []graph.ID{"mov_a"}, time.Time{})
			x := must(f, got, err)["mov_a"]
			f.same("words", x.Words, []string{"ada", "x"})
			f.same("claims", x.Claims, []graph.ID{"clm_a"})
			f.same("mention", x.Mentions[0].Name, "x")
			x.Words[0] = "changed too"
			got, err = f.s.MovesByID(f.ctx, []graph.ID{"mov_a"}, time.Time{})
			f.same("words after changing what was returned", must(f, got, err)["mov_a"].Words, []string{"ada", "x"})
		}},
		{"many of everything in one commit", func(f *fixture) {
			var moves []graph.Move
			for i := range 500 {
				name := number(i)
				moves = append(moves, testMove(name, number(i/3), graph.ID("org_"+number(i%50)), graph.ID("org_"+number(i%49+50)), "2025"))
			}
			f.put(moves...)
			s, err := f.s.Snapshot(f.ctx, time.Time{})
			s = must(f, s, err)
			f.same("counts", []int{s.Articles, s.Claims, s.People, s.Organizations, s.Moves}, []int{500, 500, 167, 99, 500})
			ids := make([]graph.ID, 0, 500)
			for _, m := range moves {
				ids = append(ids, m.ID)
			}
			got, err := f.s.MovesByID(f.ctx, ids, time.Time{})
			f.same("moves read in one call", len(must(f, got, err)), 500)
			claims, err := f.s.Claims(f.ctx, graph.ClaimQuery{Of: ids})
			f.same("claims read in one call", len(must(f, claims, err)), 500)
		}},
	}
}

// number is three digits, so that names sort as numbers do.
func number(i int) string {
	return string([]byte{'0' + byte(i/100%10), '0' + byte(i/10%10), '0' + byte(i%10)})
}

func conflictCases() []contractCase {
	conflict := func(name string, change func(f *fixture, c *graph.Commit)) contractCase {
		return contractCase{name, func(f *fixture) {
			f.put(testMove("a", "p", "org_x", "org_y", "2025"))
			f.record(testArticle("gone"))
			f.commit(graph.Commit{Retract: []graph.ID{"art_gone"}})
			m := testMove("a", "p", "org_x", "org_z", "2025-06")
			c := f.prepare(f.putting(m, testMove("b", "q", "org_x", "org_z", "2025")))
			c.Retract = []graph.ID{"art_a"}
			c.Judgements = []graph.Judgement{{ID: "jdg_1", Kind: graph.JudgeReject, Blocks: []graph.ID{"blk_p"}, Claims: []graph.ID{"clm_a"}}}
			c.Gone = []graph.Gone{{ID: "mov_a", Successor: "mov_b"}}
			c.Erase, c.Redact = []graph.ID{"clm_a"}, []graph.ID{"art_a"}
			change(f, &c)
			before := everything(f)
			_, err := f.s.Commit(f.ctx, c)
			f.wantError("commit", err, graph.ErrConflict)
			f.same("after the conflict", everything(f), before)
		}}
	}
	return []contractCase{
		conflict("a block read at an older version, and nothing is changed", func(f *fixture, c *graph.Commit) { c.Expect["blk_p"]-- }),
		conflict("a block expected at a version that is not there yet", func(f *fixture, c *graph.Commit) { c.Expect["blk_p"]++ }),
		conflict("a new block that another writer made first", func(f *fixture, c *graph.Commit) {
			f.commit(graph.Commit{Expect: map[graph.ID]int64{"blk_q": 0}})
		}),
		conflict("a block that is read only", func(f *fixture, c *graph.Commit) { c.Expect["blk_never"] = 7 }),
		conflict("other organization judgements", func(f *fixture, c *graph.Commit) { c.Rules++ }),
		conflict("organization judgements recorded since", func(f *fixture, c *graph.Commit) {
			f.commit(graph.Commit{Judgements: []graph.Judgement{sameOrganizations("jdg_o")}})
		}),
		conflict("an article that is recorded", func(f *fixture, c *graph.Commit) {
			c.Articles = append(c.Articles, testArticle("a"))
		}),
		conflict("retracting an article that was never recorded", func(f *fixture, c *graph.Commit) {
			c.Retract = append(c.Retract, "art_never")
		}),
		conflict("retracting an article that is retracted", func(f *fixture, c *graph.Commit) {
			c.Retract = append(c.Retract, "art_gone")
		}),
		{"blocks that are not expected conflict with nothing", func(f *fixture) {
			f.put(testMove("a", "p", "org_x", "org_y", "2025"))
			mine := f.prepare(f.putting(testMove("b", "q", "org_x", "org_y", "2025")))
			f.commit(graph.Commit{Expect: map[graph.ID]int64{"blk_p": 1, "blk_r": 0}})
			_, err := f.s.Commit(f.ctx, mine)
			f.wantError("commit", err, nil)
		}},
		{"a retry after reading again succeeds", func(f *fixture) {
			f.put(testMove("a", "p", "org_x", "org_y", "2025"))
			c := f.putting(testMove("b", "p", "org_y", "org_z", "2025"))
			stale := f.prepare(c)
			f.commit(graph.Commit{Expect: map[graph.ID]int64{"blk_p": 1}})
			_, err := f.s.Commit(f.ctx, stale)
			f.wantError("stale", err, graph.ErrConflict)
			f.commit(c)
			got, err := f.s.MovesByID(f.ctx, []graph.ID{"mov_a", "mov_b"}, time.Time{})
			f.same("moves", len(must(f, got, err)), 2)
		}},
	}
}

func sameOrganizations(id graph.ID) graph.Judgement {
	return graph.Judgement{ID: id, Kind: graph.JudgeSame, Organizations: []graph.ID{"org_x", "org_y"}, By: "Eve", Why: "one company"}
}

// everything is all that the reads tell of a store that holds what the cases of this package record.
func everything(f *fixture) map[string]any {
	f.Helper()
	all := map[string]any{}
	note := func(name string, v any, err error) {
		f.Helper()
		if err != nil {
			f.Fatalf("%s: %v", name, err)
		}
		all[name] = v
	}
	s, err := f.s.Snapshot(f.ctx, time.Time{})
	note("snapshot", s, err)
	blocks, err := f.s.BlocksOf(f.ctx, nil, "", 1000)
	note("blocks of", blocks, err)
	b, err := f.s.Blocks(f.ctx, graph.BlockQuery{IDs: append(blocks, "blk_p", "blk_q")})
	note("blocks", b, err)
	m, err := f.s.Moves(f.ctx, graph.MoveQuery{Order: graph.NewestFirst, Limit: 1000})
	note("moves", m, err)
	fl, err := f.s.Flows(f.ctx, graph.FlowQuery{By: []graph.FlowDimension{graph.ByFrom, graph.ByTo, graph.ByPeriod}, Period: graph.Month, Limit: 1000})
	note("flows", fl, err)
	n, err := f.s.Search(f.ctx, graph.SearchQuery{Prefixes: []string{""}, Limit: 1000})
	note("search", n, err)
	j, err := f.s.Judgements(f.ctx, "", 1000)
	note("judgements", j, err)
	var ids []graph.ID
	for _, x := range b.Blocks {
		for _, c := range x.Claims {
			ids = append(ids, c.ID, c.Article)
		}
		for _, p := range x.People {
			ids = append(ids, p.ID)
		}
		for _, m := range x.Moves {
			ids = append(ids, m.ID, m.From, m.To)
		}
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	a, err := f.s.Articles(f.ctx, ids, time.Time{})
	note("articles", a, err)
	c, err := f.s.Claims(f.ctx, graph.ClaimQuery{Of: slices.Collect(maps.Keys(a))})
	note("claims", c, err)
	o, err := f.s.Organizations(f.ctx, ids, time.Time{})
	note("organizations", o, err)
	su, err := f.s.Successors(f.ctx, append(ids, "mov_a", "mov_b"))
	note("successors", su, err)
	return all
}
