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
	request  graph.FlowRequest
	page     graph.FlowPage
	rows     []*Flow
	previous bool
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
	c     *FlowConnection
	v     *View
	lists map[listArguments]*MoveConnection // of the moves that it counts
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
func (f *Flow) Moves(orderBy graph.MoveOrder, first int, after *string) (*MoveConnection, error) {
	l, err := newList(graph.EitherEnd, nil, orderBy, first, after)
	if err != nil {
		return nil, err
	}
	c, ok := f.lists[l.key]
	if !ok {
		return nil, notRead("moves of flow", f.Flow.From+" → "+f.Flow.To)
	}
	return c, c.err
}

func (f *Flow) want(l list, _ bool) {
	if _, ok := f.lists[l.key]; !ok {
		if f.v.wants.flows == nil {
			f.v.wants.flows = map[listArguments]*wantedFlows{}
		}
		w, ok := f.v.wants.flows[l.key]
		if !ok {
			w = &wantedFlows{list: l}
			f.v.wants.flows[l.key] = w
		}
		w.flows = append(w.flows, f)
		f.lists[l.key] = &MoveConnection{v: f.v, flow: f, list: l} // wanted once
	}
}

func (f *Flow) got(l list) *MoveConnection { return f.lists[l.key] }

// wantedFlows are flows of one page whose moves are wanted with the same arguments.
type wantedFlows struct {
	list  list
	flows []*Flow
}

func (w *wantedFlows) read(v *View) {
	flows := make([]graph.Flow, len(w.flows))
	for i, f := range w.flows {
		flows[i] = f.Flow
	}
	q := w.list.request
	pages, err := v.r.graph.FlowMoves(v.r.ctx, w.flows[0].c.request, flows, q.Order, q.First, q.After)
	for i, f := range w.flows {
		c := f.lists[w.list.key]
		if c.err = err; err == nil {
			c.fill(pages[i])
		}
	}
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
			r.readFlowMoves(flows, f)
		}
	}
}

func (r *Request) readFlowMoves(flows rows[*Flow], f graphql.CollectedField) {
	l, _, err := r.arguments(graph.EitherEnd, f)
	if err != nil {
		return
	}
	places := rows[place]{objects: make([]place, len(flows.objects)), times: flows.times, sum: flows.sum}
	for i, f := range flows.objects {
		places.objects[i] = f
	}
	r.readConnections(places, l, f.Selections)
}
