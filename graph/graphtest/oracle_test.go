package graphtest

import (
	"math/rand/v2"
	"testing"
	"time"

	"talentgraph/graph"
)

func TestOracle(t *testing.T) {
	TestStore(t, func(*testing.T) graph.Store { return NewOracle() })
}

// The scripts' differences of flows and mentions add up to what the moves say: a store that counts them is as right as
// one that looks at the moves.
func TestScriptDifferencesAddUp(t *testing.T) {
	for seed := range uint64(20) {
		w, o := newScriptWorld(rand.New(rand.NewPCG(seed, 0))), NewOracle()
		mentions, flows := map[mentioned]int{}, map[graph.FlowCount]int{}
		for step := range 60 {
			name, c := w.next()
			if _, err := o.Commit(t.Context(), c); err != nil {
				t.Fatalf("seed %d step %d: %v", seed, step, err)
			}
			w.committed(c)
			for _, m := range c.Mentions {
				mentions[mentioned{m.Organization, m.Name}] += m.Claims
			}
			for _, f := range c.Flows {
				n := f.Moves
				f.Moves = 0
				flows[f] += n
			}
			wantMentions, wantFlows := map[mentioned]int{}, map[graph.FlowCount]int{}
			for _, v := range o.moves.all(time.Time{}) {
				tally(v.value, 1, wantMentions, wantFlows)
			}
			if d := difference(mentionsOf(mentions), mentionsOf(wantMentions)) + difference(flowsOf(flows), flowsOf(wantFlows)); d != "" {
				t.Fatalf("seed %d step %d (%s):%s", seed, step, name, d)
			}
		}
	}
}

func TestGraphOnOracle(t *testing.T) {
	TestGraph(t, func(*testing.T) graph.Store { return NewOracle() })
}
