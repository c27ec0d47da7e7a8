package view

import (
	"github.com/vektah/gqlparser/v2/ast"

	"talentgraph/graph"
	"talentgraph/graph/insight"
)

// Subgraph is the type of that name.
type Subgraph struct {
	Nodes     []*SubgraphNode
	Edges     []*Link
	Truncated bool
	all       *cell
}

// Coverage is of the moves that the edges count.
func (s *Subgraph) Coverage() (*Coverage, error) { return s.all.covered() }

// SubgraphNode is the type of that name.
type SubgraphNode struct {
	Hops int
	v    *View
	of   graph.ID
}

// Organization is which one it is.
func (n *SubgraphNode) Organization() (*Organization, error) { return n.v.organization(n.of) }

// Subgraph around organizations.
func (r *Request) Subgraph(around []graph.ID, hops int, where *MoveFilter, limit int) (*Subgraph, error) {
	if err := checkSize("limit", limit); err != nil {
		return nil, err
	}
	if err := checkRange("hops", hops, 0, insight.MaxSubgraphHops); err != nil {
		return nil, err
	}
	if err := checkRange("around", len(around), 1, limit); err != nil {
		return nil, err
	}
	s, v, err := r.compared(where, "around", around...)
	if err != nil {
		return nil, err
	}
	ids := make([]graph.ID, len(around))
	for i, id := range around {
		ids[i] = v.organizations[id].ID
	}
	found, err := insight.SubgraphOf(r.ctx, r.graph, distinct(ids), hops, limit, s.Scope)
	if err != nil {
		return nil, err
	}
	sub := &Subgraph{Truncated: found.Truncated, all: s.cell(v, found.All)}
	// A part that no article names is none that can be shown, and has no flows.
	shown := func(id graph.ID) bool { return v.organizations[id] != nil }
	return sub, r.read(func() {
		for _, n := range found.Nodes {
			v.wantOrganization(n.Organization)
		}
		r.then(func() {
			for _, n := range found.Nodes {
				if shown(n.Organization) {
					sub.Nodes = append(sub.Nodes, &SubgraphNode{n.Hops, v, n.Organization})
				}
			}
			for _, e := range found.Edges {
				if shown(e.From) && shown(e.To) {
					sub.Edges = append(sub.Edges, &Link{v.organizations[e.From], v.organizations[e.To], s.cell(v, e.Moves)})
				}
			}
			r.readSubgraph(sub, r.selection())
		})
	})
}

func (r *Request) readSubgraph(sub *Subgraph, sel ast.SelectionSet) {
	for _, f := range r.fields(1, sel, "Subgraph") {
		switch f.Name {
		case "nodes":
			nodes := once(sub.Nodes...)
			for _, f := range r.fields(nodes.sum, f.Selections, "SubgraphNode") {
				if f.Name == "organization" {
					follow(r, nodes, func(*SubgraphNode) {}, func(n *SubgraphNode) []*Organization { return one(n.Organization()) }, r.readOrganizations, f.Selections)
				}
			}
		case "coverage":
			readCovered(r, once(sub), f, func(s *Subgraph) *cell { return s.all })
		case "edges":
			r.readLinks(once(sub.Edges...), f.Selections)
		}
	}
}
