package graphtest

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"
	"time"

	"talentgraph/graph"
)

// writers is how many commit at once; each makes rounds commits.
const writers, rounds = 8, 12

// atOnce runs the writers together and reports their errors.
func (f *fixture) atOnce(write func(ctx context.Context, writer int) error) {
	f.Helper()
	ctx, cancel := context.WithTimeout(f.ctx, 2*time.Minute)
	defer cancel()
	var all sync.WaitGroup
	for w := range writers {
		all.Go(func() {
			if err := write(ctx, w); err != nil {
				f.Errorf("writer %d: %v", w, err)
			}
		})
	}
	all.Wait()
}

func concurrentCases() []contractCase {
	return []contractCase{
		{"writers of the same blocks that retry on a conflict lose nothing", func(f *fixture) {
			f.atOnce(func(ctx context.Context, writer int) error {
				for round := range rounds {
					if err := appendClaims(ctx, f.s, writer, round); err != nil {
						return err
					}
				}
				return nil
			})
			b, err := f.s.Blocks(f.ctx, graph.BlockQuery{IDs: []graph.ID{"blk_0", "blk_1", "blk_2"}})
			for id, x := range must(f, b, err).Blocks {
				f.same(string(id)+" version", x.Version, int64(2*writers*rounds/3))
				f.same(string(id)+" claims", len(x.Claims), 2*writers*rounds/3)
				f.same(string(id)+" moves", len(x.Moves), len(x.Claims))
				f.same(string(id)+" people", len(x.People), 1)
				f.same(string(id)+" aliases", len(x.People[0].Aliases), len(x.Claims))
			}
			s, err := f.s.Snapshot(f.ctx, time.Time{})
			s = must(f, s, err)
			n := writers * rounds
			f.same("counts", []int{int(s.Commits), s.Articles, s.Claims, s.Moves, s.People, s.Organizations}, []int{n, n, 2 * n, 2 * n, 3, 2})
			fl, err := f.s.Flows(f.ctx, graph.FlowQuery{By: []graph.FlowDimension{graph.ByFrom, graph.ByTo}, Limit: 10})
			f.same("flows", must(f, fl, err), []graph.Flow{{From: "org_x", To: "org_y", Moves: 2 * n}})
		}},
		{"writers of different blocks never conflict, and their sums are right", func(f *fixture) {
			f.commit(graph.Commit{Organizations: []graph.Organization{testOrganization("x"), testOrganization("y")}})
			var mu sync.Mutex
			times := map[time.Time]bool{}
			f.atOnce(func(ctx context.Context, writer int) error {
				for round := range rounds {
					m := testMove(fmt.Sprint(writer, "-", round), fmt.Sprint(writer), "org_x", "org_y", "2025-07")
					c := alone(m)
					c.Expect = map[graph.ID]int64{m.Block: int64(round)}
					s, err := f.s.Commit(ctx, c)
					if err != nil {
						return err
					}
					mu.Lock()
					times[s.At] = true
					mu.Unlock()
				}
				return nil
			})
			n := writers * rounds
			f.same("different times", len(times), n)
			fl, err := f.s.Flows(f.ctx, graph.FlowQuery{By: []graph.FlowDimension{graph.ByPeriod}, Period: graph.Month, Limit: 10})
			f.same("flows", must(f, fl, err), []graph.Flow{{Period: "2025-07", Moves: n}})
			o, err := f.s.Organizations(f.ctx, []graph.ID{"org_x"}, time.Time{})
			f.same("observed", must(f, o, err)["org_x"].Observed, []string{"x"})
			f.commit(graph.Commit{Mentions: []graph.Mention{{Organization: "org_x", Name: "x", Claims: 1 - n}}})
			o, err = f.s.Organizations(f.ctx, []graph.ID{"org_x"}, time.Time{})
			f.same("all mentions but one taken away", len(must(f, o, err)), 1)
			f.commit(graph.Commit{Mentions: []graph.Mention{{Organization: "org_x", Name: "x", Claims: -1}}})
			o, err = f.s.Organizations(f.ctx, []graph.ID{"org_x"}, time.Time{})
			f.same("the last one as well", len(must(f, o, err)), 0)
		}},
		{"of writers that read the same version one succeeds", func(f *fixture) {
			var mu sync.Mutex
			won := 0
			f.atOnce(func(ctx context.Context, writer int) error {
				c := alone(testMove(fmt.Sprint(writer), "p", "org_x", "org_y", "2025-07"))
				c.Expect = map[graph.ID]int64{"blk_p": 0}
				_, err := f.s.Commit(ctx, c)
				if errors.Is(err, graph.ErrConflict) {
					return nil
				}
				mu.Lock()
				won++
				mu.Unlock()
				return err
			})
			f.same("succeeded", won, 1)
			f.same("moves", len(f.page(graph.MoveQuery{})[""]), 1)
		}},
		{"of writers that record the same article one succeeds", func(f *fixture) {
			var mu sync.Mutex
			won := 0
			f.atOnce(func(ctx context.Context, writer int) error {
				_, err := f.s.Commit(ctx, graph.Commit{Now: f.clock, Articles: []graph.Article{testArticle("a")}})
				if errors.Is(err, graph.ErrConflict) {
					return nil
				}
				mu.Lock()
				won++
				mu.Unlock()
				return err
			})
			f.same("succeeded", won, 1)
		}},
		{"readers see commits whole and the past unmoved", readersWhileWriting},
	}
}

// alone is the commit of one move with all around it but the blocks expected.
func alone(m graph.Move) graph.Commit {
	name := suffix(m.ID)
	return graph.Commit{Now: time.Date(2025, 3, 1, 0, 0, 0, 0, time.UTC), Articles: []graph.Article{testArticle(name)},
		Claims: []graph.Claim{testClaim(name, "art_"+graph.ID(name), m.Block)}, People: []graph.Person{testPerson(suffix(m.Person), m.Block)},
		Organizations: []graph.Organization{testOrganization("x"), testOrganization("y")}, Moves: []graph.Move{m}, Mentions: m.Mentions,
		Flows: []graph.FlowCount{{From: m.From, To: m.To, Month: graph.MonthOf(m.Date), Status: m.Status, Moves: 1}}}
}

// appendClaims adds a claim, a move and an alias to two of three blocks, reading and trying until it works.
func appendClaims(ctx context.Context, s graph.Store, writer, round int) error {
	blocks := []graph.ID{graph.ID(fmt.Sprint("blk_", (writer+round)%3)), graph.ID(fmt.Sprint("blk_", (writer+round+1)%3))}
	for ctx.Err() == nil {
		read, err := s.Blocks(ctx, graph.BlockQuery{IDs: blocks})
		if err != nil {
			return err
		}
		name := fmt.Sprint(writer, "-", round)
		c := graph.Commit{Now: time.Date(2025, 3, 1, 0, 0, 0, 0, time.UTC), Expect: map[graph.ID]int64{}, Articles: []graph.Article{testArticle(name)},
			Organizations: []graph.Organization{testOrganization("x"), testOrganization("y")}, Flows: []graph.FlowCount{{From: "org_x", To: "org_y", Month: "2025-07", Status: graph.Completed, Moves: 2}},
			Mentions: []graph.Mention{{Organization: "org_x", Name: "x", Claims: 2}, {Organization: "org_y", Name: "y", Claims: 2}}}
		for _, id := range blocks {
			b := read.Blocks[id]
			c.Expect[id] = b.Version
			m := testMove(name+string(id), suffix(id), "org_x", "org_y", "2025-07")
			p := testPerson(suffix(id), id)
			if len(b.People) > 0 {
				p.Aliases = b.People[0].Aliases
			}
			p.Aliases = append(p.Aliases, name)
			c.Moves, c.People = append(c.Moves, m), append(c.People, p)
			c.Claims = append(c.Claims, testClaim(name+string(id), "art_"+graph.ID(name), id))
		}
		if _, err = s.Commit(ctx, c); !errors.Is(err, graph.ErrConflict) {
			return err
		}
	}
	return ctx.Err()
}

// readersWhileWriting moves one person's single move to and fro while others look: there is always exactly one, and
// what was read of a past time reads the same later.
func readersWhileWriting(f *fixture) {
	first := f.put(testMove("a", "p", "org_x", "org_y", "2025-07"))
	past, err := f.s.Moves(f.ctx, graph.MoveQuery{Order: graph.NewestFirst, Limit: 9, At: first})
	past = must(f, past, err)
	past[""][0].Until = time.Time{}
	ctx, cancel := context.WithCancel(f.ctx)
	defer cancel()
	var readers sync.WaitGroup
	for range 3 {
		readers.Go(func() {
			for ctx.Err() == nil {
				now, err := f.s.Moves(f.ctx, graph.MoveQuery{Order: graph.NewestFirst, Limit: 9})
				then, err2 := f.s.Moves(f.ctx, graph.MoveQuery{Order: graph.NewestFirst, Limit: 9, At: first})
				flows, err3 := f.s.Flows(f.ctx, graph.FlowQuery{By: []graph.FlowDimension{graph.ByTo}, Limit: 9})
				if err := errors.Join(err, err2, err3); err != nil {
					f.Errorf("read: %v", err)
					return
				}
				if len(now[""]) != 1 || len(flows) != 1 || flows[0].Moves != 1 || len(then[""]) != 1 {
					f.Errorf("read %d moves now, flows %v, %d moves then", len(now[""]), flows, len(then[""]))
					return
				}
				then[""][0].Until = time.Time{}
				f.same("the past", then, past)
			}
		})
	}
	ends := []graph.ID{"org_y", "org_z"}
	for i := range 20 {
		m := f.ledger.moves["mov_a"]
		m.To = ends[(i+1)%2]
		m.Mentions = []graph.Mention{{Organization: "org_x", Name: "x", Claims: 1}, {Organization: m.To, Name: suffix(m.To), Claims: 1}}
		f.put(m)
	}
	cancel()
	readers.Wait()
	f.same("commits", len(slices.Collect(maps.Keys(f.ledger.moves))), 1)
}
