package view

import (
	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"talentgraph/graph"
)

// FlowDimension is what flows are grouped by.
type FlowDimension string

// The dimensions.
const (
	ByFrom   FlowDimension = "FROM"
	ByTo     FlowDimension = "TO"
	ByPeriod FlowDimension = "PERIOD"
)

// FlowConnection is one page of flows.
type FlowConnection struct {
	page     graph.FlowPage
	rows     []*Flow
	previous bool
	total    int
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
	return newPageInfo(len(c.rows), c.page.Cursor, c.page.HasNext, c.previous)
}

// TotalMoves is how many moves the cells of all pages count.
func (c *FlowConnection) TotalMoves() int { return c.total }

// readTotal counts them.
func (r *Request) readTotal(c *FlowConnection, q graph.FlowRequest) error {
	wanted := false
	for _, f := range graphql.CollectFields(r.op, r.selection(), []string{"FlowConnection"}) {
		wanted = wanted || f.Name == "totalMoves"
	}
	if !wanted {
		return nil
	}
	page, err := r.graph.Flows(r.ctx, graph.FlowRequest{Where: q.Where, Text: q.Text, IncludeSubsidiaries: q.IncludeSubsidiaries, First: 1, At: q.At})
	if err != nil {
		return err
	}
	if len(page.Flows) > 0 {
		c.total = page.Flows[0].Moves
	}
	return nil
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
	v    *View
	cell *cell
}

// From is the organization left.
func (f *Flow) From() (*Organization, error) { return f.v.organization(f.Flow.From) }

// To is the organization joined.
func (f *Flow) To() (*Organization, error) { return f.v.organization(f.Flow.To) }

// Period is the span of time.
func (f *Flow) Period() *string { return optional(&f.Flow.Period) }

// Count is how many moves there are in the cell.
func (f *Flow) Count() int { return f.Flow.Moves }

// Moves are those that are counted.
func (f *Flow) Moves(orderBy graph.MoveOrder, first *int, after *string, last *int, before *string) (*MoveConnection, error) {
	return f.cell.moves(orderBy, window{first, after, last, before})
}

func (r *Request) readFlows(c *FlowConnection, sel ast.SelectionSet) {
	for _, f := range r.fields(1, sel, "FlowConnection") {
		switch f.Name {
		case "nodes":
			r.readFlowNodes(once(c.rows...), f.Selections)
		case "edges":
			for _, e := range r.fields(len(c.rows), f.Selections, "FlowEdge") {
				if e.Name == "node" {
					r.readFlowNodes(once(c.rows...), e.Selections)
				}
			}
		}
	}
}

func (r *Request) readFlowNodes(flows rows[*Flow], sel ast.SelectionSet) {
	for _, f := range r.fields(flows.sum, sel, "Flow") {
		switch f.Name {
		case "from":
			follow(r, flows, func(f *Flow) { f.v.wantOrganization(f.Flow.From) },
				func(f *Flow) []*Organization { return one(f.From()) }, r.readOrganizations, f.Selections)
		case "to":
			follow(r, flows, func(f *Flow) { f.v.wantOrganization(f.Flow.To) },
				func(f *Flow) []*Organization { return one(f.To()) }, r.readOrganizations, f.Selections)
		case "moves":
			readCells(r, flows, f, func(f *Flow) *cell { return f.cell })
		}
	}
}
