package view

import (
	"slices"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"talentgraph/graph"
	"talentgraph/graph/insight"
)

// FlowConnection is one page of flows.
type FlowConnection struct {
	page  graph.FlowPage
	rows  []*Flow
	all   *cell
	total int // moves in all cells, where it was asked for
}

// Nodes are the page's flows.
func (c *FlowConnection) Nodes() []*Flow { return c.rows }

// Edges are the page's flows with their cursors.
func (c *FlowConnection) Edges() []*FlowEdge {
	edges := make([]*FlowEdge, len(c.rows))
	for i := range edges {
		edges[i] = &FlowEdge{c, i}
	}
	return edges
}

// PageInfo says where the page stands.
func (c *FlowConnection) PageInfo() *PageInfo {
	return newPageInfo(len(c.rows), c.page.Cursor, c.page.HasNext, c.page.HasPrevious)
}

// TotalMoves is how many moves the cells of all pages count.
func (c *FlowConnection) TotalMoves() int { return c.total }

// Other is what the cells that the page does not show count.
func (c *FlowConnection) Other() *OtherFlows {
	rest := c.total
	for _, f := range c.rows {
		rest -= f.Flow.Moves
	}
	rest = max(0, rest) // more may have been recorded between the two reads
	return &OtherFlows{rest, value(share(rest, c.total))}
}

// Coverage is of the moves of all cells.
func (c *FlowConnection) Coverage() (*Coverage, error) { return c.all.covered() }

// OtherFlows is the type of that name.
type OtherFlows struct {
	Count int
	Share float64
}

// FlowEdge is a flow in a list.
type FlowEdge struct {
	c *FlowConnection
	i int
}

// Cursor is the flow's place in the list.
func (e *FlowEdge) Cursor() string { return string(e.c.page.Cursor(e.i)) }

// Node is the flow.
func (e *FlowEdge) Node() *Flow { return e.c.rows[e.i] }

// Flow is the type of that name.
type Flow struct {
	graph.Flow
	page *FlowConnection
	v    *View
	cell *cell
}

// From is the organization left.
func (f *Flow) From() (*Organization, error) { return f.v.organization(f.Flow.From) }

// To is the organization joined.
func (f *Flow) To() (*Organization, error) { return f.v.organization(f.Flow.To) }

// Period is the span of time.
func (f *Flow) Period() *string { return optional(&f.Flow.Period) }

// RoleFamily is the kind of work.
func (f *Flow) RoleFamily() *graph.RoleFamily { return optional(&f.Flow.RoleFamily) }

// Seniority is the level.
func (f *Flow) Seniority() *graph.Seniority { return optional(&f.Flow.Seniority) }

// FromSector is the line of business left.
func (f *Flow) FromSector() *string { return optional(&f.Flow.FromSector) }

// ToSector is the line of business joined.
func (f *Flow) ToSector() *string { return optional(&f.Flow.ToSector) }

// FromCountry is the country left.
func (f *Flow) FromCountry() *string { return optional(&f.Flow.FromCountry) }

// ToCountry is the country joined.
func (f *Flow) ToCountry() *string { return optional(&f.Flow.ToCountry) }

// Status is how far the moves have come.
func (f *Flow) Status() *graph.Status { return optional(&f.Flow.Status) }

// Language is that of the first report.
func (f *Flow) Language() *string { return optional(&f.Flow.Language) }

// Count is how many moves there are in the cell.
func (f *Flow) Count() int { return f.Flow.Moves }

// Share is how large a part of all moves that is.
func (f *Flow) Share() float64 { return min(1, value(share(f.Flow.Moves, f.page.total))) }

// People is how many moved.
func (f *Flow) People() (int, error) {
	c, err := f.cell.covered()
	if err != nil {
		return 0, err
	}
	return c.People, nil
}

// FirstDate is the earliest one of the moves.
func (f *Flow) FirstDate() (*graph.Date, error) { return f.date((*Coverage).FirstDate) }

// LastDate is the latest one of the moves.
func (f *Flow) LastDate() (*graph.Date, error) { return f.date((*Coverage).LastDate) }

func (f *Flow) date(of func(*Coverage) graph.Date) (*graph.Date, error) {
	c, err := f.cell.covered()
	if err != nil || of(c).IsZero() {
		return nil, err
	}
	d := of(c)
	return &d, nil
}

// TopRoles are those of most moves.
func (f *Flow) TopRoles(first int) ([]*RoleShare, error) {
	c, err := f.cell.covered()
	if err != nil {
		return nil, err
	}
	return c.TopRoles(first)
}

// Coverage is of the moves that are counted.
func (f *Flow) Coverage() (*Coverage, error) { return f.cell.covered() }

// Moves are those that are counted.
func (f *Flow) Moves(orderBy graph.MoveOrder, first *int, after *string, last *int, before *string) (*MoveConnection, error) {
	return f.cell.moves(orderBy, Window{first, after, last, before})
}

// Flows is a page of counts of the moves that pass the filter.
func (r *Request) Flows(where *MoveFilter, by []graph.FlowDimension, period graph.Period, rollUp bool, order graph.FlowOrder, w Window) (*FlowConnection, error) {
	g, err := w.graph()
	if err != nil {
		return nil, err
	}
	if len(by) > graph.MaxDimensions {
		return nil, badArgument("by", "%d dimensions, at most %d", len(by), graph.MaxDimensions)
	}
	for i, d := range by {
		if slices.Contains(by[:i], d) {
			return nil, badArgument("by", "%s is there twice", d)
		}
	}
	s, v, err := r.scope(where)
	if err != nil {
		return nil, err
	}
	q := graph.FlowRequest{Where: s.Where, By: by, RollUp: rollUp, Order: order, First: g.First, After: g.After, Back: g.Back, Before: g.Before, At: v.at}
	if slices.Contains(by, graph.ByPeriod) {
		q.Period = period
	}
	page, err := r.graph.Flows(r.ctx, q)
	if err != nil {
		return nil, blame(g, err)
	}
	c := &FlowConnection{page: page, rows: make([]*Flow, len(page.Flows)), all: s.cell(v, insight.Cell{})}
	for i, f := range page.Flows {
		c.rows[i] = &Flow{Flow: f, page: c, v: v, cell: s.cell(v, insight.Cell{Only: q.Cell(f), Moves: f.Moves})}
	}
	return c, r.read(func() { r.readFlows(c, q, r.selection()) })
}

func (r *Request) readFlows(c *FlowConnection, q graph.FlowRequest, sel ast.SelectionSet) {
	total := false
	for _, f := range r.fields(1, sel, "FlowConnection") {
		switch f.Name {
		case "nodes":
			total = r.readFlowNodes(once(c.rows...), f.Selections) || total
		case "edges":
			for _, e := range r.fields(len(c.rows), f.Selections, "FlowEdge") {
				if e.Name == "node" {
					total = r.readFlowNodes(once(c.rows...), e.Selections) || total
				}
			}
		case "totalMoves", "other":
			total = true
		case "coverage":
			readCovered(r, once(c), f, func(c *FlowConnection) *cell { return c.all })
		}
	}
	if total && r.err == nil {
		c.total, r.err = r.total(q)
	}
}

// total is how many moves the cells of all pages count.
func (r *Request) total(q graph.FlowRequest) (int, error) {
	page, err := r.graph.Flows(r.ctx, graph.FlowRequest{Where: q.Where, First: 1, At: q.At})
	if err != nil || len(page.Flows) == 0 {
		return 0, err
	}
	return page.Flows[0].Moves, nil
}

// readFlowNodes tells as well whether the total of all cells is wanted.
func (r *Request) readFlowNodes(flows rows[*Flow], sel ast.SelectionSet) (total bool) {
	ofFlow := func(f *Flow) *cell { return f.cell }
	for _, f := range r.fields(flows.sum, sel, "Flow") {
		switch f.Name {
		case "from":
			follow(r, flows, func(f *Flow) { f.v.wantOrganization(f.Flow.From) },
				func(f *Flow) []*Organization { return one(f.From()) }, r.readOrganizations, f.Selections)
		case "to":
			follow(r, flows, func(f *Flow) { f.v.wantOrganization(f.Flow.To) },
				func(f *Flow) []*Organization { return one(f.To()) }, r.readOrganizations, f.Selections)
		case "share":
			total = true
		case "people", "firstDate", "lastDate":
			r.readCoverage(cellsOf(flows, ofFlow), nil)
		case "topRoles":
			r.readCoverage(cellsOf(flows, ofFlow), ast.SelectionSet{f.Field})
		case "coverage":
			readCovered(r, flows, f, ofFlow)
		case "moves":
			readCells(r, flows, f, ofFlow)
		}
	}
	return total
}

// wanted tells whether a selection has a field.
func (r *Request) wanted(name string, sel ast.SelectionSet, satisfies ...string) bool {
	return slices.ContainsFunc(graphql.CollectFields(r.op, sel, satisfies), func(f graphql.CollectedField) bool { return f.Name == name })
}
