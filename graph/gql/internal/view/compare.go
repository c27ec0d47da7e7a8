package view

import (
	"cmp"
	"slices"

	"github.com/vektah/gqlparser/v2/ast"

	"talentgraph/graph"
	"talentgraph/graph/insight"
)

// Ratio is the type of that name.
type Ratio struct {
	insight.Ratio
	v           *View
	a, b        graph.ID
	forth, back *cell
	all         *cell
}

// A is the first organization.
func (c *Ratio) A() (*Organization, error) { return c.v.organization(c.a) }

// B is the second organization.
func (c *Ratio) B() (*Organization, error) { return c.v.organization(c.b) }

// Forth is how many moves there are from the first to the second.
func (c *Ratio) Forth() int { return c.Ratio.Forth.Moves }

// Back is how many moves there are from the second to the first.
func (c *Ratio) Back() int { return c.Ratio.Back.Moves }

// Value is null where nobody goes the other way.
func (c *Ratio) Value() *float64 { return finite(c.Ratio.Ratio) }

// Coverage is of the moves both ways.
func (c *Ratio) Coverage() (*Coverage, error) { return c.all.covered() }

// Interval is that of the ratio.
func (c *Ratio) Interval() *Interval { return &Interval{c.Ratio.Interval} }

// ForthMoves are those that Forth counts.
func (c *Ratio) ForthMoves(orderBy graph.MoveOrder, first *int, after *string, last *int, before *string) (*MoveConnection, error) {
	return c.forth.moves(orderBy, Window{first, after, last, before})
}

// BackMoves are those that Back counts.
func (c *Ratio) BackMoves(orderBy graph.MoveOrder, first *int, after *string, last *int, before *string) (*MoveConnection, error) {
	return c.back.moves(orderBy, Window{first, after, last, before})
}

// Ratio of two organizations.
func (r *Request) Ratio(a, b graph.ID, where *MoveFilter) (*Ratio, error) {
	s, v, err := r.compared(where, "a", a)
	if err == nil {
		err = r.known(v, "b", b)
	}
	if err != nil {
		return nil, err
	}
	switch x, y := v.organizations[a].ID, v.organizations[b].ID; {
	case x == y:
		return nil, badArgument("b", "is the same organization as a")
	case s.Where.Subsidiaries && (slices.Contains(r.graph.Parts(x), y) || slices.Contains(r.graph.Parts(y), x)):
		return nil, badArgument("b", "one of the two is part of the other, and with includeSubsidiaries parts count for the whole")
	}
	found, err := insight.RatioOf(r.ctx, r.graph, v.organizations[a].ID, v.organizations[b].ID, s.Scope)
	if err != nil {
		return nil, err
	}
	c := &Ratio{found, v, a, b, s.cell(v, found.Forth), s.cell(v, found.Back), s.cell(v, found.All)}
	return c, r.read(func() { r.readRatio(once(c), r.selection()) })
}

func (r *Request) readRatio(ratio rows[*Ratio], sel ast.SelectionSet) {
	for _, f := range r.fields(1, sel, "Ratio") {
		switch f.Name {
		case "a":
			follow(r, ratio, func(*Ratio) {}, func(c *Ratio) []*Organization { return one(c.A()) }, r.readOrganizations, f.Selections)
		case "b":
			follow(r, ratio, func(*Ratio) {}, func(c *Ratio) []*Organization { return one(c.B()) }, r.readOrganizations, f.Selections)
		case "forthMoves":
			readCells(r, ratio, f, func(c *Ratio) *cell { return c.forth })
		case "backMoves":
			readCells(r, ratio, f, func(c *Ratio) *cell { return c.back })
		case "coverage":
			readCovered(r, ratio, f, func(c *Ratio) *cell { return c.all })
		}
	}
}

// Matrix is the type of that name.
type Matrix struct {
	Organizations []*Organization
	Counts        [][]int
	Cells         []*Link
	Truncated     bool
	all           *cell
}

// Coverage is of all moves that are counted.
func (m *Matrix) Coverage() (*Coverage, error) { return m.all.covered() }

// Link is the type of that name.
type Link struct {
	From, To *Organization
	moves    *cell
}

// Count is how many moves there are.
func (c *Link) Count() int { return c.moves.counts.Moves }

// Few says that they are too few to conclude from.
func (c *Link) Few() bool { return c.Count() < insight.FewMoves }

// Coverage is of the moves that are counted.
func (c *Link) Coverage() (*Coverage, error) { return c.moves.covered() }

// Moves are those that are counted.
func (c *Link) Moves(orderBy graph.MoveOrder, first *int, after *string, last *int, before *string) (*MoveConnection, error) {
	return c.moves.moves(orderBy, Window{first, after, last, before})
}

// Matrix of the moves between organizations.
func (r *Request) Matrix(organizations []graph.ID, where *MoveFilter) (*Matrix, error) {
	if err := checkRange("organizations", len(organizations), 2, insight.MaxMatrix); err != nil {
		return nil, err
	}
	s, v, err := r.compared(where, "organizations", organizations...)
	if err != nil {
		return nil, err
	}
	m := &Matrix{}
	ids := make([]graph.ID, len(organizations))
	for i, id := range organizations {
		o := v.organizations[id]
		if ids[i] = o.ID; slices.Contains(ids[:i], o.ID) {
			return nil, badArgument("organizations", "%s is there twice", id)
		}
		m.Organizations = append(m.Organizations, o)
	}
	found, err := insight.MatrixOf(r.ctx, r.graph, ids, s.Scope)
	if err != nil {
		return nil, err
	}
	m.Truncated, m.all = found.Truncated, s.cell(v, found.All)
	for i, row := range found.Cells {
		counts := make([]int, len(row))
		for j, c := range row {
			if counts[j] = c.Moves; c.Moves > 0 {
				m.Cells = append(m.Cells, &Link{m.Organizations[i], m.Organizations[j], s.cell(v, c)})
			}
		}
		m.Counts = append(m.Counts, counts)
	}
	slices.SortStableFunc(m.Cells, func(a, b *Link) int { return cmp.Compare(b.Count(), a.Count()) })
	return m, r.read(func() { r.readMatrix(m, r.selection()) })
}

func (r *Request) readMatrix(m *Matrix, sel ast.SelectionSet) {
	for _, f := range r.fields(1, sel, "Matrix") {
		switch f.Name {
		case "organizations":
			r.readOrganizations(once(m.Organizations...), f.Selections)
		case "cells":
			r.readLinks(once(m.Cells...), f.Selections)
		case "coverage":
			readCovered(r, once(m), f, func(m *Matrix) *cell { return m.all })
		}
	}
}

func (r *Request) readLinks(links rows[*Link], sel ast.SelectionSet) {
	for _, f := range r.fields(links.sum, sel, "Link") {
		switch f.Name {
		case "from":
			follow(r, links, func(*Link) {}, func(c *Link) []*Organization { return []*Organization{c.From} }, r.readOrganizations, f.Selections)
		case "to":
			follow(r, links, func(*Link) {}, func(c *Link) []*Organization { return []*Organization{c.To} }, r.readOrganizations, f.Selections)
		case "moves":
			readCells(r, links, f, func(c *Link) *cell { return c.moves })
		case "coverage":
			readCovered(r, links, f, func(c *Link) *cell { return c.moves })
		}
	}
}
