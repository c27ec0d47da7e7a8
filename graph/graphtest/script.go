package graphtest

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"
	"time"

	"talentgraph/graph"
)

// Scripts and steps of testScripts, fewer with -short. TALENTGRAPH_SCRIPTS sets how many scripts there are and
// TALENTGRAPH_SEED the first one's seed.
const (
	scripts, shortScripts = 8, 2
	steps                 = 40
)

// testScripts runs random but possible commits on the store and on Oracle, and compares what random questions give.
func testScripts(t *testing.T, open func(t *testing.T) graph.Store) {
	count, first := scripts, uint64(1)
	if testing.Short() {
		count = shortScripts
	}
	if n, err := strconv.Atoi(os.Getenv("TALENTGRAPH_SCRIPTS")); err == nil {
		count = n
	}
	if n, err := strconv.ParseUint(os.Getenv("TALENTGRAPH_SEED"), 10, 64); err == nil {
		first = n
	}
	for seed := first; seed < first+uint64(count); seed++ {
		t.Run(fmt.Sprintf("seed %d", seed), func(t *testing.T) {
			f := newFixture(t, open(t))
			newScript(f, seed).run()
		})
	}
}

// script is one random course of events on a store and on the oracle.
type script struct {
	*fixture
	oracle *Oracle
	rng    *rand.Rand
	world  *scriptWorld
	times  []time.Time
	log    []string

	asked, found int // questions, and those whose answer was not empty
}

func newScript(f *fixture, seed uint64) *script {
	rng := rand.New(rand.NewPCG(seed, 0))
	return &script{fixture: f, oracle: NewOracle(), rng: rng, world: newScriptWorld(rng), times: []time.Time{{}}}
}

func (s *script) run() {
	for step := range steps {
		if s.rng.IntN(5) == 0 {
			s.conflict(step)
		}
		s.step(step)
		for range 12 {
			s.ask(step)
		}
		if s.Failed() {
			s.Fatalf("the steps: %q", s.log)
		}
	}
	for range 300 {
		s.ask(steps)
	}
}

// step makes one random change in both.
func (s *script) step(step int) {
	name, c := s.world.next()
	s.change(step, name, c)
}

func (s *script) change(step int, name string, c graph.Commit) {
	s.log = append(s.log, name)
	c.Now = s.clock
	if s.rng.IntN(4) > 0 { // else the clock stands
		s.clock = s.clock.Add(time.Duration(s.rng.IntN(5_000_000)) * time.Microsecond)
	}
	got, err := s.s.Commit(s.ctx, c)
	want, wantErr := s.oracle.Commit(s.ctx, c)
	if wantErr != nil {
		s.Fatalf("step %d (%s): the script made a wrong commit: %v", step, name, wantErr)
	}
	if err != nil {
		s.Fatalf("step %d (%s): commit: %v", step, name, err)
	}
	s.world.committed(c)
	s.times = append(s.times, got.At)
	s.compare(fmt.Sprintf("step %d (%s): snapshot of the commit", step, name), got, want)
}

// conflict tries a commit that has to fail.
func (s *script) conflict(step int) {
	c := s.world.bump()
	switch kind := s.rng.IntN(4); {
	case kind == 0 && len(s.world.recorded()) > 0:
		c.Articles = []graph.Article{s.world.articles[pick(s.rng, s.world.recorded())].Article}
	case kind == 1:
		c.Rules++
	case kind == 2:
		c.Retract = []graph.ID{"art_unheard-of"}
	default:
		c.Expect["blk_0"] = s.world.versions["blk_0"] + 1
	}
	c.Now = s.clock.Add(time.Hour)
	c.People = []graph.Person{{ID: "per_conflict", Block: "blk_0", Name: "Conflict"}}
	_, err := s.s.Commit(s.ctx, c)
	_, wantErr := s.oracle.Commit(s.ctx, c)
	if !errors.Is(wantErr, graph.ErrConflict) || !errors.Is(err, graph.ErrConflict) {
		s.Fatalf("step %d: conflicting commit: error %v, oracle %v", step, err, wantErr)
	}
}

func (s *script) compare(what string, got, want any) {
	s.Helper()
	if d := difference(got, want); d != "" {
		s.Errorf("%s:%s", what, d)
	}
}

// at is a time to read at: now, a commit's, or just beside it.
func (s *script) at() time.Time {
	t := pick(s.rng, s.times)
	if t.IsZero() || s.rng.IntN(3) == 0 {
		return time.Time{}
	}
	return t.Add(pick(s.rng, []time.Duration{0, 0, -time.Nanosecond, time.Nanosecond, -time.Microsecond, time.Hour}))
}

func (s *script) some(ids []graph.ID) []graph.ID {
	list := []graph.ID{}
	for range s.rng.IntN(6) {
		list = append(list, pick(s.rng, ids))
	}
	return list
}

// ask puts one random question to both.
func (s *script) ask(step int) {
	w := s.world
	ask := scriptQuestion{s, fmt.Sprintf("step %d (%s)", step, s.log[len(s.log)-1])}
	at := s.at()
	switch s.rng.IntN(18) {
	default:
		s.askFigures(ask, at)
	case 0:
		q := graph.BlockQuery{IDs: s.some(w.blocks), Near: w.near()}
		answer(ask, "Blocks "+brief(q), func(x graph.Store) (graph.Blocks, error) { return x.Blocks(s.ctx, q) })
	case 1:
		organizations, after, limit := s.some(w.organizations), graph.ID(fmt.Sprint("blk_", s.rng.IntN(4))), 1+s.rng.IntN(4)
		if s.rng.IntN(3) == 0 {
			after = ""
		}
		answer(ask, fmt.Sprintf("BlocksOf(%q, %q, %d)", organizations, after, limit),
			func(x graph.Store) ([]graph.ID, error) { return x.BlocksOf(s.ctx, organizations, after, limit) })
	case 2:
		ids := s.some(w.seen)
		answer(ask, fmt.Sprintf("Articles(%q, %v)", ids, at), func(x graph.Store) (map[graph.ID]graph.Article, error) { return x.Articles(s.ctx, ids, at) })
	case 3:
		q := graph.ClaimQuery{Of: s.some(w.seen), Limit: s.rng.IntN(3), At: at}
		answer(ask, "Claims "+brief(q), func(x graph.Store) (map[graph.ID][]graph.Claim, error) { return x.Claims(s.ctx, q) })
	case 4:
		ids := s.some(w.seen)
		answer(ask, fmt.Sprintf("People(%q, %v)", ids, at), func(x graph.Store) (map[graph.ID]graph.Person, error) { return x.People(s.ctx, ids, at) })
	case 5:
		ids := s.some(w.organizations)
		answer(ask, fmt.Sprintf("Organizations(%q, %v)", ids, at), func(x graph.Store) (map[graph.ID]graph.Organization, error) { return x.Organizations(s.ctx, ids, at) })
	case 6:
		ids := s.some(w.seen)
		answer(ask, fmt.Sprintf("MovesByID(%q, %v)", ids, at), func(x graph.Store) (map[graph.ID]graph.Move, error) { return x.MovesByID(s.ctx, ids, at) })
	case 7:
		q := graph.SearchQuery{Prefixes: []string{pick(s.rng, scriptPrefixes), pick(s.rng, scriptPrefixes)}[:1+s.rng.IntN(2)],
			Kind: pick(s.rng, []string{"", "Person", "Organization"}), Limit: 1 + s.rng.IntN(8), At: at}
		answer(ask, "Search "+brief(q), func(x graph.Store) ([]graph.Name, error) { return x.Search(s.ctx, q) })
	case 8:
		ids := s.some(w.seen)
		answer(ask, fmt.Sprintf("Successors(%q)", ids), func(x graph.Store) (map[graph.ID]graph.ID, error) { return x.Successors(s.ctx, ids) })
		after, limit := graph.ID(""), 1+s.rng.IntN(5)
		if len(w.judgements) > 0 && s.rng.IntN(2) == 0 {
			after = pick(s.rng, w.judgements).ID
		}
		answer(ask, fmt.Sprintf("Judgements(%q, %d)", after, limit), func(x graph.Store) ([]graph.Judgement, error) { return x.Judgements(s.ctx, after, limit) })
	case 9:
		answer(ask, fmt.Sprintf("Snapshot(%v)", at), func(x graph.Store) (graph.Snapshot, error) { return x.Snapshot(s.ctx, at) })
	}
}

type scriptQuestion struct {
	*script
	when string
}

func answer[T any](q scriptQuestion, what string, read func(graph.Store) (T, error)) {
	q.Helper()
	got, err := read(q.s)
	want, wantErr := read(q.oracle)
	if err != nil || wantErr != nil {
		q.Errorf("%s: %s: error %v, oracle %v", q.when, what, err, wantErr)
		return
	}
	q.asked++
	if len(describe(want)) > 0 {
		q.found++
	}
	q.compare(q.when+": "+what, got, want)
}

func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }
