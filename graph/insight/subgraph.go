package insight

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"

	"talentgraph/graph"
)

// MaxSubgraphHops is how far a subgraph reaches at the most.
const MaxSubgraphHops = 4

// Subgraph is what lies around some organizations.
type Subgraph struct {
	Nodes     []SubgraphNode // the nearest first, those of a distance by id
	Edges     []SubgraphEdge // between these nodes, most moves first, then by ids
	All       Cell           // all that Edges count
	Truncated bool           // there is more within that distance: only the largest flows, or as many nodes as asked for, are in it
}

// SubgraphNode is an organization and how many flows it lies away from the nearest of those in the middle.
type SubgraphNode struct {
	Organization graph.ID
	Hops         int
}

// SubgraphEdge is a flow and the moves that it counts.
type SubgraphEdge struct {
	From, To graph.ID
	Moves    Cell
}

// SubgraphOf finds the organizations that flows either way lead to from those around, in at most so many hops, the largest flows of
// each hop first, at most limit nodes; and all flows between those found. Subsidiaries are in the middle too where they count.
func SubgraphOf(ctx context.Context, g *graph.Graph, around []graph.ID, hops, limit int, s Scope) (Subgraph, error) {
	var sub Subgraph
	switch {
	case len(around) == 0 || len(around) > limit:
		return sub, fmt.Errorf("subgraph: %w around: %d ids, want 1 to %d", graph.ErrInvalid, len(around), limit)
	case hops < 0 || hops > MaxSubgraphHops:
		return sub, fmt.Errorf("subgraph: %w hops %d: want 0 to %d", graph.ErrInvalid, hops, MaxSubgraphHops)
	case limit < 1 || limit > graph.MaxPage:
		return sub, fmt.Errorf("subgraph: %w limit %d: want 1 to %d", graph.ErrInvalid, limit, graph.MaxPage)
	}
	if err := s.noEnds(); err != nil {
		return sub, fmt.Errorf("subgraph: %w", err)
	}
	distance, frontier := map[graph.ID]int{}, []graph.ID(nil)
	add := func(id graph.ID, hop int) {
		if _, ok := distance[id]; ok || id == "" {
			return
		}
		if len(distance) == limit {
			sub.Truncated = true
			return
		}
		distance[id] = hop
		frontier = append(frontier, id)
	}
	for _, id := range around {
		add(id, 0)
	}
	for _, id := range around {
		for _, part := range s.of(g, id) {
			add(part, 0)
		}
	}
	r := s.flows(graph.ByFrom, graph.ByTo)
	r.Where.Subsidiaries = false
	for hop := 1; hop <= hops && len(frontier) > 0; hop++ {
		r.Where.Organizations, frontier = frontier, nil
		page, err := g.Flows(ctx, r)
		if err != nil {
			return sub, fmt.Errorf("subgraph: %w", err)
		}
		sub.Truncated = sub.Truncated || page.HasNext
		for _, f := range page.Flows {
			if f.From != "" && f.To != "" {
				add(f.From, hop)
				add(f.To, hop)
			}
		}
	}
	ids := slices.Sorted(maps.Keys(distance))
	for _, id := range ids {
		sub.Nodes = append(sub.Nodes, SubgraphNode{id, distance[id]})
	}
	slices.SortStableFunc(sub.Nodes, func(a, b SubgraphNode) int { return cmp.Compare(a.Hops, b.Hops) })
	r.Where.Organizations, r.Where.From, r.Where.To = nil, ids, ids
	flows, more, err := allFlows(ctx, g, r)
	if err != nil {
		return sub, fmt.Errorf("subgraph: %w", err)
	}
	sub.Truncated = sub.Truncated || more
	sub.All.Only = graph.MoveFilter{From: ids, To: ids}
	for _, f := range flows {
		sub.All.Moves += f.Moves
		only := graph.MoveFilter{From: []graph.ID{f.From}, To: []graph.ID{f.To}}
		sub.Edges = append(sub.Edges, SubgraphEdge{f.From, f.To, Cell{Only: only, Moves: f.Moves}})
	}
	return sub, nil
}
