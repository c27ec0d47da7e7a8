package insight

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/graph/community"
	"gonum.org/v1/gonum/graph/network"
	"gonum.org/v1/gonum/graph/simple"

	"talentgraph/graph"
)

// Circle is a set of organizations that exchange people with each other more than with others.
type Circle struct {
	Members []Member // the most central first
	Inside  Cell     // moves between its members
	Out     int      // moves from its members to others
	In      int      // moves from others to its members
}

// Member is an organization of a circle.
type Member struct {
	Organization graph.ID
	Rank         float64 // PageRank over all circles, where people go being the links; all ranks add up to 1
}

// Circles are the communities of the flows between organizations and the snapshot of the record that they were found on.
type Circles struct {
	Circles    []Circle // the most moves inside first
	Modularity float64  // of the division: 0 for none that is better than chance
	Snapshot   graph.Snapshot
	All        Cell // all moves of which both ends are known, without their number
	Truncated  bool // only the largest flows were read
}

// CirclesMethod names how circles and ranks are found.
const CirclesMethod = "Louvain method on the number of moves both ways; PageRank with damping 0.85 on where people go"

// CirclesOf divides the organizations into circles by the Louvain method (Blondel et al., 2008) on the number of moves
// both ways. The same moves give the same circles.
func CirclesOf(ctx context.Context, g *graph.Graph, first int, s Scope) (Circles, error) {
	if first < 1 || first > graph.MaxPage {
		return Circles{}, fmt.Errorf("circles: %w first %d: want 1 to %d", graph.ErrInvalid, first, graph.MaxPage)
	}
	snapshot, err := g.Snapshot(ctx, s.At)
	if err != nil {
		return Circles{}, fmt.Errorf("circles: %w", err)
	}
	flows, more, err := allFlows(ctx, g, s.flows(graph.ByFrom, graph.ByTo))
	if err != nil {
		return Circles{}, fmt.Errorf("circles: %w", err)
	}
	flows = slices.DeleteFunc(flows, func(f graph.Flow) bool { return f.From == "" || f.To == "" || f.From == f.To })
	if err := ctx.Err(); err != nil {
		return Circles{}, err
	}
	found := divide(flows)
	found.Snapshot, found.All, found.Truncated = snapshot, BothEnds(), more
	found.Circles = found.Circles[:min(first, len(found.Circles))]
	for i, c := range found.Circles {
		ids := make([]graph.ID, len(c.Members))
		for j, m := range c.Members {
			ids[j] = m.Organization
		}
		found.Circles[i].Inside.Only = graph.MoveFilter{From: ids, To: ids}
	}
	return found, nil
}

func divide(flows []graph.Flow) Circles {
	index := map[graph.ID]int64{}
	for _, f := range flows {
		index[f.From], index[f.To] = 0, 0
	}
	ids := slices.Sorted(maps.Keys(index))
	if len(ids) == 0 {
		return Circles{}
	}
	both, there := simple.NewWeightedUndirectedGraph(0, 0), simple.NewWeightedDirectedGraph(0, 0)
	for i, id := range ids {
		index[id] = int64(i)
		both.AddNode(simple.Node(i))
		there.AddNode(simple.Node(i))
	}
	for _, f := range flows {
		a, b := simple.Node(index[f.From]), simple.Node(index[f.To])
		there.SetWeightedEdge(simple.WeightedEdge{F: a, T: b, W: float64(f.Moves)})
		w := float64(f.Moves)
		if e := both.WeightedEdge(a.ID(), b.ID()); e != nil {
			w += e.Weight()
		}
		both.SetWeightedEdge(simple.WeightedEdge{F: a, T: b, W: w})
	}
	reduced := community.Modularize(both, 1, rand.NewPCG(1, 1)) // a fixed seed: the same moves, the same circles
	parts := reduced.Communities()
	ranks := network.PageRankSparse(there, 0.85, 1e-12) // starts at random, hence the rounding
	of := map[graph.ID]int{}
	found := Circles{Circles: make([]Circle, len(parts)), Modularity: community.Q(both, parts, 1)}
	for i, nodes := range parts {
		for _, n := range nodes {
			of[ids[n.ID()]] = i
			found.Circles[i].Members = append(found.Circles[i].Members, Member{ids[n.ID()], math.Round(ranks[n.ID()]*1e6) / 1e6})
		}
		slices.SortFunc(found.Circles[i].Members, func(a, b Member) int {
			return cmp.Or(cmp.Compare(b.Rank, a.Rank), cmp.Compare(a.Organization, b.Organization))
		})
	}
	for _, f := range flows {
		if from, to := of[f.From], of[f.To]; from == to {
			found.Circles[from].Inside.Moves += f.Moves
		} else {
			found.Circles[from].Out += f.Moves
			found.Circles[to].In += f.Moves
		}
	}
	slices.SortFunc(found.Circles, func(a, b Circle) int {
		return cmp.Or(cmp.Compare(b.Inside.Moves, a.Inside.Moves), cmp.Compare(a.Members[0].Organization, b.Members[0].Organization))
	})
	return found
}
