package graphtest

import (
	"time"

	"talentgraph/graph"
)

func judgementCases() []contractCase {
	list := func(f *fixture, after graph.ID, limit int) []graph.Judgement {
		f.Helper()
		got, err := f.s.Judgements(f.ctx, after, limit)
		return must(f, got, err)
	}
	judge := func(id graph.ID) graph.Judgement {
		return graph.Judgement{ID: id, Kind: graph.JudgeReject, Blocks: []graph.ID{"blk_p"}, Claims: []graph.ID{"clm_a"}, By: "Eve"}
	}
	inForce := func(f *fixture) []graph.ID {
		f.Helper()
		b, err := f.s.Blocks(f.ctx, graph.BlockQuery{IDs: []graph.ID{"blk_p"}})
		var ids []graph.ID
		for _, j := range must(f, b, err).Blocks["blk_p"].Judgements {
			ids = append(ids, j.ID)
		}
		return ids
	}
	undo := func(f *fixture, id graph.ID) time.Time {
		f.Helper()
		b, err := f.s.Blocks(f.ctx, graph.BlockQuery{IDs: []graph.ID{"blk_p"}})
		return f.commit(graph.Commit{Expect: map[graph.ID]int64{"blk_p": must(f, b, err).Blocks["blk_p"].Version}, Undo: []graph.ID{id}})
	}
	rules := func(f *fixture) int64 {
		f.Helper()
		b, err := f.s.Blocks(f.ctx, graph.BlockQuery{})
		return must(f, b, err).Rules
	}
	return []contractCase{
		{"a judgement reads as recorded, with the store's time", func(f *fixture) {
			j := graph.Judgement{ID: "jdg_a", Kind: graph.JudgeDifferent, Blocks: []graph.ID{"blk_p", "blk_q"}, Claims: []graph.ID{"clm_a", "clm_b"}, Others: []graph.ID{"clm_c"},
				Suppress: []string{"digest two", "digest one"}, By: "Eve \"the\" judge", Why: "née O'Neil", At: time.Date(1999, 1, 1, 0, 0, 0, 0, time.UTC), Undone: time.Date(1999, 1, 1, 0, 0, 0, 0, time.UTC)}
			j.At = f.commit(graph.Commit{Judgements: []graph.Judgement{j}})
			j.Undone = time.Time{}
			f.same("list", list(f, "", 10), []graph.Judgement{j})
			b, err := f.s.Blocks(f.ctx, graph.BlockQuery{IDs: []graph.ID{"blk_p", "blk_q", "blk_r"}})
			for _, id := range []graph.ID{"blk_p", "blk_q"} {
				f.same(string(id), must(f, b, err).Blocks[id].Judgements, []graph.Judgement{j})
			}
			f.same("another block", b.Blocks["blk_r"].Judgements, []graph.Judgement{})
			f.same("rules", b.Rules, int64(0))
		}},
		{"by At, then ID, after the given one, at most the limit", func(f *fixture) {
			f.same("empty", list(f, "", 10), []graph.Judgement{})
			f.commit(graph.Commit{Judgements: []graph.Judgement{judge("jdg_z"), judge("jdg_m")}})
			f.commit(graph.Commit{Judgements: []graph.Judgement{judge("jdg_b")}})
			f.commit(graph.Commit{Judgements: []graph.Judgement{judge("jdg_a")}})
			order := []graph.ID{"jdg_m", "jdg_z", "jdg_b", "jdg_a"}
			for i := -1; i < len(order); i++ {
				after := graph.ID("")
				if i >= 0 {
					after = order[i]
				}
				for limit := 1; limit <= 5; limit++ {
					var ids []graph.ID
					for _, j := range list(f, after, limit) {
						ids = append(ids, j.ID)
					}
					f.same("after "+string(after), ids, order[i+1:min(i+1+limit, len(order))])
				}
			}
			f.same("after an unknown one", list(f, "jdg_none", 10), []graph.Judgement{})
		}},
		{"an undone judgement is listed and not in force", func(f *fixture) {
			f.commit(graph.Commit{Judgements: []graph.Judgement{judge("jdg_a"), judge("jdg_b")}})
			at := undo(f, "jdg_a")
			f.same("in force", inForce(f), []graph.ID{"jdg_b"})
			all := list(f, "", 10)
			f.same("listed", len(all), 2)
			f.same("undone", all[0].Undone, at)
			f.same("not undone", all[1].Undone, time.Time{})
		}},
		{"undoing what is unknown or undone changes nothing", func(f *fixture) {
			f.commit(graph.Commit{Judgements: []graph.Judgement{judge("jdg_a")}})
			first := undo(f, "jdg_a")
			undo(f, "jdg_a")
			undo(f, "jdg_none")
			f.same("undone", list(f, "", 10)[0].Undone, first)
			f.same("rules", rules(f), int64(0))
		}},
		{"recorded again after undoing it is in force again, from then", func(f *fixture) {
			f.commit(graph.Commit{Judgements: []graph.Judgement{judge("jdg_a")}})
			f.commit(graph.Commit{Judgements: []graph.Judgement{judge("jdg_b")}})
			undo(f, "jdg_a")
			j := judge("jdg_a")
			j.Why = "on second thoughts"
			j.At = f.commit(graph.Commit{Judgements: []graph.Judgement{j}})
			f.same("in force", inForce(f), []graph.ID{"jdg_b", "jdg_a"})
			f.same("listed", list(f, "jdg_b", 10), []graph.Judgement{j})
			f.same("once", len(list(f, "", 10)), 2)
		}},
		{"recorded again while in force changes nothing", func(f *fixture) {
			j := judge("jdg_a")
			j.At = f.commit(graph.Commit{Judgements: []graph.Judgement{j}})
			again := judge("jdg_a")
			again.Why = "again"
			f.commit(graph.Commit{Judgements: []graph.Judgement{again}})
			f.same("listed", list(f, "", 10), []graph.Judgement{j})
		}},
		{"organization judgements have a version that counts recording and undoing", func(f *fixture) {
			f.same("at first", rules(f), int64(0))
			j1, j2 := sameOrganizations("jdg_2"), sameOrganizations("jdg_1")
			j1.At = f.commit(graph.Commit{Judgements: []graph.Judgement{j1, judge("jdg_a")}})
			f.same("one recorded", rules(f), int64(1))
			j2.At = f.commit(graph.Commit{Judgements: []graph.Judgement{j2}})
			f.commit(graph.Commit{Judgements: []graph.Judgement{j2}})
			f.same("two recorded, one of them twice", rules(f), int64(2))
			b, err := f.s.Blocks(f.ctx, graph.BlockQuery{})
			f.same("judged", must(f, b, err).Judged, []graph.Judgement{j1, j2})
			undo(f, "jdg_2")
			undo(f, "jdg_2")
			f.same("one undone twice", rules(f), int64(3))
			b, err = f.s.Blocks(f.ctx, graph.BlockQuery{})
			f.same("judged", must(f, b, err).Judged, []graph.Judgement{j2})
			f.commit(graph.Commit{Judgements: []graph.Judgement{sameOrganizations("jdg_2")}})
			f.same("in force again", rules(f), int64(4))
			f.same("block judgements", inForce(f), []graph.ID{"jdg_a"})
		}},
	}
}
