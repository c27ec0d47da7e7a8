package graphtest

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"
	"time"

	"talentgraph/graph"
)

// How many random questions testCases asks, fewer with -short; TALENTGRAPH_CASES sets it. The record that it asks about is
// made in caseSteps changes of a script, each followed by a recording, in a world of so many blocks.
const (
	cases, shortCases     = 1500, 200
	caseSteps, caseBlocks = 120, 14
	maxWrong              = 5    // cases told before it gives up
	onceWrong             = 3845 // a case that Neo4j answered without a property that the filter had looked at; always asked
)

// testCases asks a store and Oracle, which hold the same record with a long history, the same random questions: filters
// over all that moves have, nested, by any grouping and order, in lists and pages, at times of both axes. Each case is
// seeded by its number, so that one can be asked alone.
func testCases(t *testing.T, open func(t *testing.T) graph.Store) {
	count := cases
	if testing.Short() {
		count = shortCases
	}
	if n, err := strconv.Atoi(os.Getenv("TALENTGRAPH_CASES")); err == nil {
		count = n
	}
	s := newScript(newFixture(t, open(t)), 1)
	for len(s.world.blocks) < caseBlocks {
		s.world.blocks = append(s.world.blocks, graph.ID(fmt.Sprint("blk_", len(s.world.blocks))))
	}
	for step := range caseSteps {
		s.step(step)
		s.change(step, "record", s.world.record()) // or too much of it would be gone again
	}
	asked, found, wrong := 0, 0, 0
	numbers := make([]int, count)
	for n := range numbers {
		numbers[n] = n
	}
	if count <= onceWrong {
		numbers = append(numbers, onceWrong)
	}
	for _, n := range numbers {
		if wrong == maxWrong {
			break
		}
		s.rng = rand.New(rand.NewPCG(2, uint64(n)))
		s.world.rng = s.rng
		if !t.Run(fmt.Sprint(n), func(t *testing.T) {
			one := *s.fixture
			one.T = t
			x := *s
			x.fixture = &one
			x.asked, x.found = 0, 0
			x.askFigures(scriptQuestion{&x, fmt.Sprintf("case %d", n)}, x.at())
			asked, found = asked+x.asked, found+x.found
		}) {
			wrong++
		}
	}
	moves, err := s.oracle.Snapshot(s.ctx, time.Time{})
	t.Logf("%d answers, %d of them not empty, of a record of %d moves: %v", asked, found, moves.Moves, err)
	if count >= shortCases && found < asked/3 {
		t.Errorf("%d of %d answers were not empty: the questions find too little to tell anything", found, asked)
	}
}
