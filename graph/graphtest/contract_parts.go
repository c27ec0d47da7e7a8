package graphtest

import (
	"slices"
	"time"

	"talentgraph/graph"
)

// splitScene is a block p in two parts: claim, move and person a in part 1, b and c in part 2; d is in none.
func splitScene(f *fixture) time.Time {
	f.Helper()
	for _, name := range []string{"a", "b", "c", "d"} {
		m := testMove(name, "p", "org_x", "org_y", "2025")
		m.Person = graph.ID("per_" + name)
		f.put(m)
	}
	return f.commit(graph.Commit{Expect: f.versions("blk_p"),
		Parts: []graph.Part{
			{Block: "blk_p", ID: 1, Members: []graph.ID{"clm_a", "mov_a", "per_a"}},
			{Block: "blk_p", ID: 2, Members: []graph.ID{"clm_b", "mov_b", "per_b", "clm_c", "mov_c", "per_c"}}},
		Marks: []graph.Mark{{Claim: "clm_a", Key: 7, At: 100}, {Claim: "clm_b", Key: 7, At: 200}, {Claim: "clm_b", Key: -9, At: -5}, {Claim: "clm_c", Key: 7, At: 300}}})
}

// versions is what a commit expects of blocks that it changes.
func (f *fixture) versions(ids ...graph.ID) map[graph.ID]int64 {
	f.Helper()
	read, err := f.s.Blocks(f.ctx, graph.BlockQuery{IDs: ids})
	versions := map[graph.ID]int64{}
	for id, b := range must(f, read, err).Blocks {
		versions[id] = b.Version
	}
	return versions
}

// near is block p as far as the reaches find it; all of it without any.
func (f *fixture) near(reaches ...graph.Reach) graph.Block {
	f.Helper()
	q := graph.BlockQuery{IDs: []graph.ID{"blk_p"}}
	if len(reaches) > 0 {
		q.Near = map[graph.ID][]graph.Reach{"blk_p": reaches}
	}
	read, err := f.s.Blocks(f.ctx, q)
	return must(f, read, err).Blocks["blk_p"]
}

// members is all that was read of a block.
func members(b graph.Block) []graph.ID {
	ids := []graph.ID{}
	for _, c := range b.Claims {
		ids = append(ids, c.ID)
	}
	for _, m := range b.Moves {
		ids = append(ids, m.ID)
	}
	for _, p := range b.People {
		ids = append(ids, p.ID)
	}
	slices.Sort(ids)
	return ids
}

var (
	partOne = []graph.ID{"clm_a", "mov_a", "per_a"}
	partTwo = []graph.ID{"clm_b", "clm_c", "mov_b", "mov_c", "per_b", "per_c"}
)

func partCases() []contractCase {
	all := graph.Reach{Key: 7, From: -1000, To: 1000}
	both := slices.Sorted(slices.Values(slices.Concat(partOne, partTwo)))
	return []contractCase{
		{"a reach finds the parts with a mark of its key from its first to its last place", func(f *fixture) {
			splitScene(f)
			for _, x := range []struct {
				reaches []graph.Reach
				want    []graph.ID
			}{
				{[]graph.Reach{{Key: 7, From: 100, To: 100}}, partOne},
				{[]graph.Reach{{Key: 7, From: 101, To: 199}}, []graph.ID{}},
				{[]graph.Reach{{Key: 7, From: 101, To: 200}}, partTwo},
				{[]graph.Reach{{Key: 7, From: 300, To: 1 << 30}}, partTwo},
				{[]graph.Reach{{Key: -9, From: -1 << 30, To: 0}}, partTwo},
				{[]graph.Reach{{Key: -9, From: 0, To: 1}, {Key: 7, From: 0, To: 150}}, partOne},
				{[]graph.Reach{all}, both},
				{[]graph.Reach{{Key: 8, From: -1000, To: 1000}}, []graph.ID{}},
				{[]graph.Reach{{Key: 7, From: 1, To: 0}}, []graph.ID{}},
			} {
				f.same("found by "+brief(x.reaches), members(f.near(x.reaches...)), x.want)
			}
			b := f.near(graph.Reach{Key: 7, From: 100, To: 100})
			f.same("parts", b.Parts, map[graph.ID]int64{"clm_a": 1, "mov_a": 1, "per_a": 1})
			f.same("split, version", []any{b.Split, b.Version}, []any{true, int64(5)})
		}},
		{"a block without an entry in Near, and one that is not split, is read whole", func(f *fixture) {
			splitScene(f)
			f.put(testMove("q", "q", "org_x", "org_y", "2025"))
			b := f.near()
			f.same("members", len(members(b)), 12)
			f.same("parts", len(b.Parts), 9)
			read, err := f.s.Blocks(f.ctx, graph.BlockQuery{IDs: []graph.ID{"blk_p", "blk_q", "blk_none"}, Near: map[graph.ID][]graph.Reach{"blk_p": nil, "blk_q": nil, "blk_none": nil}})
			blocks := must(f, read, err).Blocks
			f.same("nothing near", members(blocks["blk_p"]), []graph.ID{})
			f.same("not split", members(blocks["blk_q"]), []graph.ID{"clm_q", "mov_q", "per_q"})
			f.same("split", []bool{blocks["blk_p"].Split, blocks["blk_q"].Split, blocks["blk_none"].Split}, []bool{true, false, false})
		}},
		{"parts merge, and what is new comes in", func(f *fixture) {
			splitScene(f)
			m := testMove("e", "p", "org_y", "org_z", "2026")
			c := f.putting(m)
			c.Parts = []graph.Part{{Block: "blk_p", ID: 2, Members: []graph.ID{"clm_a", "mov_a", "per_a", "clm_e", "mov_e", "per_p"}}}
			c.Marks = []graph.Mark{{Claim: "clm_e", Key: 1, At: 0}}
			f.commit(c)
			want := slices.Sorted(slices.Values(slices.Concat(both, []graph.ID{"clm_e", "mov_e", "per_p"})))
			f.same("by the mark of one that was in it", members(f.near(graph.Reach{Key: 7, From: 200, To: 200})), want)
			f.same("by the mark of one that came", members(f.near(graph.Reach{Key: 7, From: 100, To: 100})), want)
			f.same("by the mark of a new one", members(f.near(graph.Reach{Key: 1, From: 0, To: 0})), want)
		}},
		{"a new version stays in its part, and what is gone or retracted leaves it with its marks", func(f *fixture) {
			first := splitScene(f)
			m := f.ledger.moves["mov_b"]
			m.Date = date("2024")
			f.put(m)
			f.same("a new version", members(f.near(all)), both)
			f.same("its date", f.near(all).Moves[1].Date, m.Date)
			f.remove("", "mov_b")
			f.commit(graph.Commit{Expect: f.versions("blk_p"), Retract: []graph.ID{"art_a", "art_b"}})
			f.same("gone and retracted", members(f.near(all)), []graph.ID{"clm_c", "mov_c", "per_b", "per_c"})
			f.commit(graph.Commit{Articles: []graph.Article{testArticle("a")}, Claims: []graph.Claim{testClaim("a", "art_a", "blk_p")}})
			f.same("recorded again, in no part", members(f.near(all)), []graph.ID{"clm_c", "mov_c", "per_b", "per_c"})
			old, err := f.s.MovesByID(f.ctx, []graph.ID{"mov_a", "mov_b"}, first)
			f.same("moves known then", len(must(f, old, err)), 2)
		}},
		{"a block in Whole has no parts and marks any more, but for those of the same commit", func(f *fixture) {
			splitScene(f)
			f.commit(graph.Commit{Expect: f.versions("blk_p"), Whole: []graph.ID{"blk_p"},
				Parts: []graph.Part{{Block: "blk_p", ID: 1, Members: []graph.ID{"clm_d", "clm_a"}}}, Marks: []graph.Mark{{Claim: "clm_d", Key: 7, At: 1}}})
			f.same("divided anew", members(f.near(all)), []graph.ID{"clm_a", "clm_d"})
			f.same("parts", f.near().Parts, map[graph.ID]int64{"clm_a": 1, "clm_d": 1})
			f.same("old marks", members(f.near(graph.Reach{Key: 7, From: 2, To: 1000})), []graph.ID{})
			f.commit(graph.Commit{Expect: f.versions("blk_p"), Whole: []graph.ID{"blk_p"}})
			b := f.near(all)
			f.same("whole", []any{b.Split, b.Parts, len(members(b))}, []any{false, map[graph.ID]int64(nil), 12})
		}},
		{"what is erased leaves its part", func(f *fixture) {
			splitScene(f)
			f.commit(graph.Commit{Expect: f.versions("blk_p"), Erase: []graph.ID{"clm_b", "mov_b", "per_b"}})
			f.same("left", members(f.near(all)), []graph.ID{"clm_a", "clm_c", "mov_a", "mov_c", "per_a", "per_c"})
		}},
	}
}
