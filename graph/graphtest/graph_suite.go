package graphtest

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"sync/atomic"
	"testing"
	"time"

	"talentgraph/graph"
)

// TestGraph checks what graph.Graph promises, over any store: that the derived graph is a function of what is recorded,
// whatever the order, the batches, the retractions and the number of writers. What it should be is told by a second
// graph over Oracle, or by the same one at another time. Open is as for TestStore; a case opens one store at a time.
// TALENTGRAPH_SCRIPTS and TALENTGRAPH_SEED are as there.
func TestGraph(t *testing.T, open func(t *testing.T) graph.Store) {
	count, first := 4, uint64(1)
	if testing.Short() {
		count = 1
	}
	if n, err := strconv.Atoi(os.Getenv("TALENTGRAPH_SCRIPTS")); err == nil {
		count = n
	}
	if n, err := strconv.ParseUint(os.Getenv("TALENTGRAPH_SEED"), 10, 64); err == nil {
		first = n
	}
	for _, c := range graphCases() {
		t.Run(c.name, func(t *testing.T) {
			for seed := first; seed < first+uint64(count); seed++ {
				t.Run(fmt.Sprintf("seed %d", seed), func(t *testing.T) {
					rng := rand.New(rand.NewPCG(seed, 1))
					c.start(open(t), &graphFixture{T: t, rng: rng, ctx: t.Context(), readings: denseReadings(rng, 40)})
				})
				if (seed-first)%2 == 0 {
					t.Run(fmt.Sprintf("seed %d, crowded", seed), func(t *testing.T) {
						rng := rand.New(rand.NewPCG(seed, 2))
						c.start(open(t), &graphFixture{T: t, rng: rng, ctx: t.Context(), readings: crowdedReadings(rng, 50), crowd: 6})
					})
				}
			}
		})
	}
}

type graphCase struct {
	name string
	run  func(f *graphFixture)
}

// start runs a case on an empty store.
func (c graphCase) start(s graph.Store, f *graphFixture) {
	f.Cleanup(func() {
		if err := s.Close(); err != nil {
			f.Errorf("close: %v", err)
		}
	})
	f.s = s
	f.g = f.over(s)
	c.run(f)
}

// graphFixture is a graph over an empty store, and articles to record in it.
type graphFixture struct {
	*testing.T
	crowd    int // as graph.WithCrowd
	rng      *rand.Rand
	ctx      context.Context
	s        graph.Store
	g        *graph.Graph
	readings []graph.Reading
}

// over makes a graph over a store, with a clock that goes on by a second at each look.
func (f *graphFixture) over(s graph.Store) *graph.Graph {
	f.Helper()
	catalogue, err := denseCatalogue()
	if err != nil {
		f.Fatal(err)
	}
	names, err := denseNames()
	if err != nil {
		f.Fatal(err)
	}
	var ticks atomic.Int64
	options := []graph.Option{graph.WithClock(func() time.Time { return time.Unix(1_750_000_000+ticks.Add(1), 0) })}
	if f.crowd > 0 {
		options = append(options, graph.WithCrowd(f.crowd), graph.WithBlocks(2))
	}
	return graph.New(s, catalogue, names, options...)
}

// reference is a graph over the oracle in which these articles were recorded, one by one.
func (f *graphFixture) reference(readings []graph.Reading) *graph.Graph {
	f.Helper()
	g := f.over(NewOracle())
	for _, r := range readings {
		f.record(g, r)
	}
	return g
}

func (f *graphFixture) record(g *graph.Graph, readings ...graph.Reading) graph.Recorded {
	f.Helper()
	done, err := g.Record(f.ctx, readings)
	if err != nil {
		f.Fatalf("record: %v", err)
	}
	return done
}

func (f *graphFixture) must(what string, err error) {
	f.Helper()
	if err != nil {
		f.Fatalf("%s: %v", what, err)
	}
}

func (f *graphFixture) same(what string, got, want any) {
	f.Helper()
	if d := difference(got, want); d != "" {
		f.Errorf("%s:%s", what, d)
	}
}

// shuffled is a copy in another order.
func (f *graphFixture) shuffled(readings []graph.Reading) []graph.Reading {
	readings = slices.Clone(readings)
	f.rng.Shuffle(len(readings), func(i, j int) { readings[i], readings[j] = readings[j], readings[i] })
	return readings
}

// recordInBatches records in random batches and gives the time of each commit with how many articles were recorded then.
func (f *graphFixture) recordInBatches(g *graph.Graph, readings []graph.Reading) map[time.Time]int {
	f.Helper()
	times := map[time.Time]int{}
	for i := 0; i < len(readings); {
		n := min(len(readings)-i, 1+f.rng.IntN(8))
		done := f.record(g, readings[i:i+n]...)
		i += n
		times[done.Snapshot.At] = i
	}
	return times
}

// picture is all that a graph tells at a time, but for when it was recorded.
func (f *graphFixture) picture(g *graph.Graph, at time.Time) map[string]any {
	f.Helper()
	snapshot, err := g.Snapshot(f.ctx, at)
	f.must("snapshot", err)
	snapshot.Commits, snapshot.At = 0, time.Time{}
	all := map[string]any{"snapshot": snapshot}
	moves := f.moves(g, at)
	people, organizations := map[graph.ID]bool{}, map[graph.ID]bool{}
	for i := range moves {
		m := &moves[i]
		people[m.Person] = true
		for _, x := range m.Mentions {
			organizations[x.Organization] = true
		}
		m.Since, m.Until = time.Time{}, time.Time{}
	}
	all["moves"] = moves
	ps, err := g.People(f.ctx, slices.Collect(maps.Keys(people)), at)
	f.must("people", err)
	for id, p := range ps {
		p.Since, p.Until = time.Time{}, time.Time{}
		ps[id] = p
	}
	all["people"] = ps
	os, err := g.Organizations(f.ctx, slices.Collect(maps.Keys(organizations)), at)
	f.must("organizations", err)
	for id, o := range os {
		o.Since, o.Until = time.Time{}, time.Time{}
		os[id] = o
	}
	all["organizations"] = os
	var moveIDs []graph.ID
	for _, m := range moves {
		moveIDs = append(moveIDs, m.ID)
	}
	claims, err := g.Claims(f.ctx, graph.ClaimQuery{Of: moveIDs, At: at})
	f.must("claims", err)
	all["claims"] = claims
	flows, err := g.Flows(f.ctx, graph.FlowRequest{By: []graph.FlowDimension{graph.ByFrom, graph.ByTo, graph.ByPeriod}, Period: graph.Month, First: graph.MaxPage, At: at})
	f.must("flows", err)
	all["flows"] = flows.Flows
	for _, text := range []string{"ada", "smith", "g", "robotics", "lee"} {
		hits, err := g.Search(f.ctx, text, nil, 100, at)
		f.must("search", err)
		var found []string
		for _, h := range hits {
			found = append(found, fmt.Sprint(h.Kind, h.Person.ID, h.Organization.ID, h.Matched))
		}
		all["search "+text] = found
	}
	return all
}

// moves is all of them, by pages of uneven length.
func (f *graphFixture) moves(g *graph.Graph, at time.Time) (all []graph.Move) {
	f.Helper()
	r := graph.MoveRequest{Order: graph.NewestFirst, First: 7, At: at}
	for {
		pages, err := g.Moves(f.ctx, r)
		f.must("moves", err)
		p := pages[""]
		all = append(all, p.Moves...)
		if !p.HasNext {
			return all
		}
		r.After = p.Cursor(len(p.Moves) - 1)
	}
}
