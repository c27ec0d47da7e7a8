package graphtest

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"talentgraph/graph"
)

func graphCases() []graphCase {
	return []graphCase{
		{"the order and batches of arrival do not matter", func(f *graphFixture) {
			f.recordInBatches(f.g, f.shuffled(f.readings))
			f.same("the graph", f.picture(f.g, time.Time{}), f.picture(f.reference(f.readings), time.Time{}))
		}},
		{"the same article twice changes nothing", func(f *graphFixture) {
			first := f.record(f.g, append(f.shuffled(f.readings), f.readings[0])...)
			f.same("recorded", []int{first.Articles, first.Known}, []int{len(f.readings), 1})
			before, err := f.g.Snapshot(f.ctx, time.Time{})
			f.must("snapshot", err)
			picture := f.picture(f.g, time.Time{})
			again := f.record(f.g, f.shuffled(f.readings)...)
			f.same("recorded again", again, graph.Recorded{Known: len(f.readings)})
			after, err := f.g.Snapshot(f.ctx, time.Time{})
			f.must("snapshot", err)
			f.same("snapshot", after, before)
			f.same("the graph", f.picture(f.g, time.Time{}), picture)
		}},
		{"a retracted article leaves nothing", func(f *graphFixture) {
			f.recordInBatches(f.g, f.shuffled(f.readings))
			stay := len(f.readings) / 2
			var retract []graph.ID
			for _, r := range f.readings[stay:] {
				retract = append(retract, r.Article.ID)
			}
			f.must("retract", f.g.Retract(f.ctx, retract[:3]...))
			f.must("retract", f.g.Retract(f.ctx, retract[3:]...))
			f.same("the graph", f.picture(f.g, time.Time{}), f.picture(f.reference(f.readings[:stay]), time.Time{}))
			if err := f.g.Retract(f.ctx, retract[0]); !errors.Is(err, graph.ErrNotFound) {
				f.Errorf("retracting twice: %v, want ErrNotFound", err)
			}
			f.recordInBatches(f.g, f.shuffled(f.readings[stay:]))
			f.same("recorded again", f.picture(f.g, time.Time{}), f.picture(f.reference(f.readings), time.Time{}))
			f.must("retract all", f.g.Retract(f.ctx, articleIDs(f.readings)...))
			f.same("all retracted", f.picture(f.g, time.Time{}), f.picture(f.reference(nil), time.Time{}))
		}},
		{"known at a time is what was recorded until then", func(f *graphFixture) {
			order := f.shuffled(f.readings)
			times := f.recordInBatches(f.g, order)
			f.must("retract", f.g.Retract(f.ctx, articleIDs(order[:5])...))
			for at, n := range times {
				f.same("the graph then", f.picture(f.g, at), f.picture(f.reference(order[:n]), time.Time{}))
			}
		}},
		{"eight recorders at once end in the same graph as one", func(f *graphFixture) {
			order := append(f.shuffled(f.readings), f.shuffled(f.readings)...) // each article by two recorders
			var all sync.WaitGroup
			for w := range writers {
				all.Go(func() {
					for i := w; i < len(order); i += writers {
						if _, err := f.g.Record(f.ctx, order[i:i+1]); err != nil {
							f.Errorf("record: %v", err)
						}
					}
				})
			}
			all.Wait()
			f.same("the graph", f.picture(f.g, time.Time{}), f.picture(f.reference(f.readings), time.Time{}))
		}},
		{"an id that gave way leads to where its claims went", idsResolve},
		{"judgements survive re-ingest and can be undone", judgementsSurvive},
		{"organizations judged to be one are, until it is undone", organizationsMerge},
		{"a move between organizations judged to be one comes back when that is undone", func(f *graphFixture) {
			r := f.readings[0]
			r.Article.ID, r.Article.URL = "", "https://paper.example/inner"
			r.Claims = []graph.Claim{{Person: "Ann Inner", From: "Globex", To: "Initech", Status: graph.Completed, Confidence: 0.5, Extractor: "inner/1"}}
			complete(&r)
			f.record(f.g, append(f.shuffled(f.readings), r)...)
			kept, absorbed := graph.OrganizationID(graph.OrganizationKey("Globex")), graph.OrganizationID(graph.OrganizationKey("Initech"))
			j, err := f.g.MergeOrganizations(f.ctx, kept, []graph.ID{absorbed}, verdict)
			f.must("merge", err)
			f.must("undo", f.g.Undo(f.ctx, j.ID))
			f.same("after undoing", f.picture(f.g, time.Time{}), f.picture(f.reference(append(f.readings, r)), time.Time{}))
		}},
		{"an erased person leaves nothing at any time and stays erased", erasedStays},
		{"a crowded name is split, and whole again when it is not crowded or judged", crowdsComeAndGo},
		{"a crowded name that was recorded before such names were split is split when it is written", crowdsOfOld},
		{"wrong input is invalid and records nothing", invalidReadings},
		{"a cancelled context ends it and nothing is recorded", func(f *graphFixture) {
			ctx, cancel := context.WithCancel(f.ctx)
			cancel()
			if _, err := f.g.Record(ctx, f.readings); !errors.Is(err, context.Canceled) {
				f.Errorf("record: %v, want the context's error", err)
			}
			f.same("the graph", f.picture(f.g, time.Time{}), f.picture(f.reference(nil), time.Time{}))
		}},
	}
}

func articleIDs(readings []graph.Reading) (ids []graph.ID) {
	for _, r := range readings {
		ids = append(ids, r.Article.ID)
	}
	return ids
}

// idsResolve follows every move that ever was: while one of its claims counts, its ID finds a move with one of them.
func idsResolve(f *graphFixture) {
	ever := map[graph.ID][]graph.Move{}
	note := func() {
		for _, m := range f.moves(f.g, time.Time{}) {
			ever[m.ID] = append(ever[m.ID], m)
		}
	}
	for _, r := range f.shuffled(f.readings) {
		f.record(f.g, r)
		note()
	}
	counts := map[graph.ID]bool{} // claims
	for _, m := range f.moves(f.g, time.Time{}) {
		for _, c := range m.Claims {
			counts[c] = true
		}
	}
	var ids []graph.ID
	for id := range ever {
		ids = append(ids, id)
	}
	found, err := f.g.MovesByID(f.ctx, ids, time.Time{})
	f.must("moves", err)
	for id, versions := range ever {
		last := versions[len(versions)-1]
		if !slices.ContainsFunc(last.Claims, func(c graph.ID) bool { return counts[c] }) {
			continue
		}
		m, ok := found[id]
		if !ok {
			f.Errorf("move %s is lost though claims of it count", id)
		}
		if m.ID == id {
			continue
		}
		if people, err := f.g.People(f.ctx, []graph.ID{last.Person}, time.Time{}); err != nil || len(people) == 0 {
			f.Errorf("person %s of move %s is lost (%v)", last.Person, id, err)
		}
	}
}

var verdict = graph.Verdict{By: "Eve", Why: "read the articles"}

// judgementsSurvive makes judgements of every kind on people and claims, reads everything anew, and takes them back.
func judgementsSurvive(f *graphFixture) {
	f.recordInBatches(f.g, f.shuffled(f.readings))
	before := f.picture(f.g, time.Time{})
	var made []graph.Judgement
	judge := func(what string, j graph.Judgement, err error) {
		f.Helper()
		f.must(what, err)
		made = append(made, j)
	}
	moves := f.moves(f.g, time.Time{})
	a := moves[0]
	for _, b := range moves {
		if b.Person != a.Person && b.Block == a.Block {
			j, err := f.g.MergePeople(f.ctx, a.Person, b.Person, verdict)
			judge("merge", j, err)
			people, err := f.g.People(f.ctx, []graph.ID{a.Person, b.Person}, time.Time{})
			f.must("people", err)
			f.same("the merged people", people[a.Person].ID, people[b.Person].ID)
			break
		}
	}
	byPerson := map[graph.ID][]graph.Move{}
	for _, m := range f.moves(f.g, time.Time{}) {
		byPerson[m.Person] = append(byPerson[m.Person], m)
	}
	for _, m := range f.moves(f.g, time.Time{}) {
		if list := byPerson[m.Person]; len(list) > 1 {
			j, err := f.g.SplitPerson(f.ctx, m.Person, list[0].Claims, verdict)
			judge("split", j, err)
			found, err := f.g.Moves(f.ctx, graph.MoveRequest{Order: graph.NewestFirst, First: graph.MaxPage})
			f.must("moves", err)
			for _, x := range found[""].Moves {
				if slices.ContainsFunc(x.Claims, func(c graph.ID) bool { return slices.Contains(list[0].Claims, c) }) &&
					slices.ContainsFunc(x.Claims, func(c graph.ID) bool { return slices.Contains(list[1].Claims, c) }) {
					f.Errorf("move %s has claims of both people that were split", x.ID)
				}
			}
			break
		}
	}
	wrong := f.moves(f.g, time.Time{})[1].Claims[0]
	j, err := f.g.JudgeClaims(f.ctx, graph.JudgeReject, []graph.ID{wrong}, verdict)
	judge("reject", j, err)
	for _, m := range f.moves(f.g, time.Time{}) {
		if slices.Contains(m.Claims, wrong) {
			f.Errorf("move %s rests on a rejected claim", m.ID)
		}
	}
	right := f.moves(f.g, time.Time{})[0].Claims[0]
	j, err = f.g.JudgeClaims(f.ctx, graph.JudgeAccept, []graph.ID{right}, verdict)
	judge("accept", j, err)
	judged := f.picture(f.g, time.Time{})

	f.must("retract", f.g.Retract(f.ctx, articleIDs(f.readings)...))
	f.recordInBatches(f.g, f.shuffled(f.readings))
	f.same("after reading everything anew", f.picture(f.g, time.Time{}), judged)
	for _, j := range made {
		f.must("undo", f.g.Undo(f.ctx, j.ID))
	}
	f.same("after undoing all", f.picture(f.g, time.Time{}), before)
	if err := f.g.Undo(f.ctx, made[0].ID); !errors.Is(err, graph.ErrNotFound) {
		f.Errorf("undoing twice: %v, want ErrNotFound", err)
	}
}

func organizationsMerge(f *graphFixture) {
	f.recordInBatches(f.g, f.shuffled(f.readings))
	before := f.picture(f.g, time.Time{})
	kept, absorbed := graph.OrganizationID(graph.OrganizationKey("Globex")), graph.OrganizationID(graph.OrganizationKey("Initech"))
	j, err := f.g.MergeOrganizations(f.ctx, kept, []graph.ID{absorbed}, verdict)
	f.must("merge", err)
	for _, m := range f.moves(f.g, time.Time{}) {
		if m.From == absorbed || m.To == absorbed || m.From == m.To {
			f.Errorf("move %s goes from %s to %s", m.ID, m.From, m.To)
		}
	}
	found, err := f.g.Organizations(f.ctx, []graph.ID{absorbed}, time.Time{})
	f.must("organizations", err)
	f.same("the absorbed one leads to the kept one", found[absorbed].ID, kept)
	merged := f.picture(f.g, time.Time{})
	f.must("retract", f.g.Retract(f.ctx, articleIDs(f.readings)...))
	f.recordInBatches(f.g, f.shuffled(f.readings))
	f.same("after reading everything anew", f.picture(f.g, time.Time{}), merged)
	f.must("undo", f.g.Undo(f.ctx, j.ID))
	f.same("after undoing", f.picture(f.g, time.Time{}), before)
}

func erasedStays(f *graphFixture) {
	times := f.recordInBatches(f.g, f.shuffled(f.readings))
	victim := f.moves(f.g, time.Time{})[f.rng.IntN(5)]
	claims, err := f.g.Claims(f.ctx, graph.ClaimQuery{Of: []graph.ID{victim.ID}})
	f.must("claims", err)
	texts := map[string]bool{}
	for _, c := range claims[victim.ID] {
		texts[c.Quote] = true
	}
	j, err := f.g.ErasePerson(f.ctx, victim.Person, verdict)
	f.must("erase", err)
	traces := func(when string) {
		f.Helper()
		for at := range mapsWithZero(times) {
			people, err := f.g.People(f.ctx, []graph.ID{victim.Person}, at)
			f.must("people", err)
			moves, err := f.g.MovesByID(f.ctx, []graph.ID{victim.ID}, at)
			f.must("moves", err)
			left, err := f.g.Claims(f.ctx, graph.ClaimQuery{Of: victim.Claims, At: at})
			f.must("claims", err)
			f.same(when+": what is left", []int{len(people), len(moves), len(left)}, []int{0, 0, 0})
			for _, m := range f.moves(f.g, at) {
				if slices.ContainsFunc(m.Claims, func(c graph.ID) bool { return slices.Contains(victim.Claims, c) }) {
					f.Errorf("%s: move %s still rests on an erased claim", when, m.ID)
				}
			}
		}
	}
	traces("erased")
	erased := f.picture(f.g, time.Time{})
	f.must("retract", f.g.Retract(f.ctx, articleIDs(f.readings)...))
	f.recordInBatches(f.g, f.shuffled(f.readings))
	again := f.picture(f.g, time.Time{})
	for _, m := range f.moves(f.g, time.Time{}) {
		if slices.ContainsFunc(m.Claims, func(c graph.ID) bool { return slices.Contains(victim.Claims, c) }) {
			f.Errorf("read anew: move %s rests on an erased claim", m.ID)
		}
	}
	f.same("people after reading anew", again["people"], erased["people"])
	f.must("undo", f.g.Undo(f.ctx, j.ID))
	f.must("retract", f.g.Retract(f.ctx, articleIDs(f.readings)...))
	f.recordInBatches(f.g, f.shuffled(f.readings))
	f.same("undone and read anew", f.picture(f.g, time.Time{}), f.picture(f.reference(f.readings), time.Time{}))
}

func mapsWithZero(times map[time.Time]int) map[time.Time]int {
	all := map[time.Time]int{{}: 0}
	for at := range times {
		all[at] = 0
	}
	return all
}

func invalidReadings(f *graphFixture) {
	f.record(f.g, f.readings[0])
	before := f.picture(f.g, time.Time{})
	for what, spoil := range map[string]func(*graph.Reading){
		"no ends":          func(r *graph.Reading) { r.Claims[0].From, r.Claims[0].To = "", "" },
		"no name":          func(r *graph.Reading) { r.Claims[0].Person = "?!" },
		"no status":        func(r *graph.Reading) { r.Claims[0].Status = "PERHAPS" },
		"confidence":       func(r *graph.Reading) { r.Claims[0].Confidence = 1.5 },
		"NUL":              func(r *graph.Reading) { r.Claims[0].To = "Goo\x00gle" },
		"broken UTF-8":     func(r *graph.Reading) { r.Article.Title = "\xff" },
		"quote's length":   func(r *graph.Reading) { r.Claims[0].End++ },
		"id of a claim":    func(r *graph.Reading) { r.Article.ID = r.Claims[0].ID },
		"very long name":   func(r *graph.Reading) { r.Claims[0].Person = string(slices.Repeat([]byte("long "), 2000)) },
		"very long title":  func(r *graph.Reading) { r.Article.Title = string(slices.Repeat([]byte("long "), 2000)) },
		"end before start": func(r *graph.Reading) { r.Claims[0].Start, r.Claims[0].End = 5, 1 },
	} {
		bad := f.readings[1]
		bad.Claims = slices.Clone(bad.Claims)
		spoil(&bad)
		if _, err := f.g.Record(f.ctx, []graph.Reading{f.readings[2], bad}); !errors.Is(err, graph.ErrInvalid) {
			f.Errorf("%s: error %v, want ErrInvalid", what, err)
		}
	}
	f.same("the graph", f.picture(f.g, time.Time{}), before)
}
