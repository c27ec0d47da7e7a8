package view

import (
	"github.com/vektah/gqlparser/v2/ast"

	"talentgraph/graph"
	"talentgraph/graph/insight"
)

// Circles is the type of that name.
type Circles struct {
	Nodes      []*Circle
	Modularity float64
	Snapshot   *Snapshot
	Truncated  bool
	all        *cell
}

// Coverage is of all moves that were looked at.
func (c *Circles) Coverage() (*Coverage, error) { return c.all.covered() }

// Method says how circles and ranks were found.
func (*Circles) Method() string { return insight.CirclesMethod }

// Circle is the type of that name.
type Circle struct {
	insight.Circle
	members []*Member
	inside  *cell
}

// Size is how many members it has.
func (c *Circle) Size() int { return len(c.members) }

// Members are its organizations.
func (c *Circle) Members(first int) ([]*Member, error) {
	if err := checkFirst(first); err != nil {
		return nil, err
	}
	return c.members[:min(first, len(c.members))], nil
}

// Coverage is of the moves between its members.
func (c *Circle) Coverage() (*Coverage, error) { return c.inside.covered() }

// Inside is how many moves there are between its members.
func (c *Circle) Inside() int { return c.Circle.Inside.Moves }

// InsideMoves are those that Inside counts.
func (c *Circle) InsideMoves(orderBy graph.MoveOrder, first *int, after *string, last *int, before *string) (*MoveConnection, error) {
	return c.inside.moves(orderBy, Window{first, after, last, before})
}

// Member is the type of that name.
type Member struct {
	Rank float64
	v    *View
	of   graph.ID
}

// Organization is which one it is.
func (m *Member) Organization() (*Organization, error) { return m.v.organization(m.of) }

// Circles of organizations that exchange people.
func (r *Request) Circles(first int, where *MoveFilter) (*Circles, error) {
	if err := checkFirst(first); err != nil {
		return nil, err
	}
	s, v, err := r.scope(where)
	if err != nil {
		return nil, err
	}
	found, err := insight.CirclesOf(r.ctx, r.graph, first, s.Scope)
	if err != nil {
		return nil, err
	}
	all := &Circles{Nodes: make([]*Circle, len(found.Circles)), Modularity: found.Modularity, Snapshot: &Snapshot{found.Snapshot}, Truncated: found.Truncated, all: s.cell(v, found.All)}
	for i, c := range found.Circles {
		all.Nodes[i] = &Circle{Circle: c, inside: s.cell(v, c.Inside)}
		for _, m := range c.Members {
			all.Nodes[i].members = append(all.Nodes[i].members, &Member{m.Rank, v, m.Organization})
		}
	}
	return all, r.read(func() {
		for _, f := range r.fields(1, r.selection(), "Circles") {
			switch f.Name {
			case "nodes":
				r.readCircles(once(all.Nodes...), f.Selections)
			case "coverage":
				readCovered(r, once(all), f, func(c *Circles) *cell { return c.all })
			}
		}
	})
}

func (r *Request) readCircles(circles rows[*Circle], sel ast.SelectionSet) {
	for _, f := range r.fields(circles.sum, sel, "Circle") {
		switch f.Name {
		case "members":
			if first, ok := r.first(f, len(circles.objects)); ok {
				follow(r, circles, func(*Circle) {}, func(c *Circle) []*Member { return many(c.Members(first)) }, r.readMembers, f.Selections)
			}
		case "insideMoves":
			readCells(r, circles, f, func(c *Circle) *cell { return c.inside })
		case "coverage":
			readCovered(r, circles, f, func(c *Circle) *cell { return c.inside })
		}
	}
}

func (r *Request) readMembers(members rows[*Member], sel ast.SelectionSet) {
	for _, f := range r.fields(members.sum, sel, "Member") {
		if f.Name == "organization" {
			follow(r, members, func(m *Member) { m.v.wantOrganization(m.of) },
				func(m *Member) []*Organization { return one(m.Organization()) }, r.readOrganizations, f.Selections)
		}
	}
}
