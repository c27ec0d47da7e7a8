package view

import (
	"time"

	"github.com/99designs/gqlgen/graphql"

	"talentgraph/graph"
	"talentgraph/graph/insight"
)

// scope is which moves a root field counts.
type scope struct{ insight.Scope }

// scope of a filter, and the graph at its time.
func (r *Request) scope(where *MoveFilter) (*scope, *View, error) {
	filter, err := where.graph()
	if err != nil {
		return nil, nil, err
	}
	v := r.At(where.knownAt(time.Time{}))
	return &scope{insight.Scope{Where: filter, At: v.at}}, v, nil
}

// cell is a figure as the place of the list of moves that it counts.
type cell struct {
	counts insight.Cell
	scope  *scope
	v      *View
	lists  map[listArguments]*MoveConnection

	coverage *Coverage // nil where not asked for
}

func (s *scope) cell(v *View, c insight.Cell) *cell {
	return &cell{counts: c, scope: s, v: v, lists: map[listArguments]*MoveConnection{}}
}

// moves are what was read ahead.
func (c *cell) moves(order graph.MoveOrder, w Window) (*MoveConnection, error) {
	l, err := newList(graph.EitherEnd, nil, order, w)
	if err != nil {
		return nil, err
	}
	got, ok := c.lists[l.key]
	if !ok {
		return nil, notRead("moves of a figure", "")
	}
	return got, got.err
}

func (c *cell) want(l list, _ bool) {
	if _, ok := c.lists[l.key]; ok {
		return // wanted once
	}
	c.lists[l.key] = &MoveConnection{v: c.v, cell: c, list: l}
	for _, w := range c.v.wants.cells {
		if w.list.key == l.key && w.scope == c.scope {
			w.cells = append(w.cells, c)
			return
		}
	}
	c.v.wants.cells = append(c.v.wants.cells, &wantedCells{l, c.scope, []*cell{c}})
}

func (c *cell) got(l list) *MoveConnection { return c.lists[l.key] }

// wantedCells are figures of one root field whose moves are wanted with the same arguments.
type wantedCells struct {
	list  list
	scope *scope
	cells []*cell
}

func (w *wantedCells) read(v *View) {
	counts := make([]insight.Cell, len(w.cells))
	for i, c := range w.cells {
		counts[i] = c.counts
	}
	pages, err := insight.MovesOf(v.r.ctx, v.r.graph, w.scope.Scope, counts, w.list.request)
	err = blame(windowFrom(w.list.request), err)
	for i, c := range w.cells {
		l := c.lists[w.list.key]
		if l.err = err; err == nil {
			l.fill(pages[i])
		}
	}
}

// readCells asks for a page of the moves of a figure of each of the rows.
func readCells[P any](r *Request, all rows[P], f graphql.CollectedField, of func(P) *cell) {
	l, _, err := r.arguments(graph.EitherEnd, f)
	if err != nil {
		return
	}
	cells := cellsOf(all, of)
	places := rows[place]{objects: make([]place, len(cells.objects)), times: all.times, sum: all.sum}
	for i, c := range cells.objects {
		places.objects[i] = c
	}
	r.readConnections(places, l, f.Selections)
}

// known reads the organizations that an argument names and refuses it where one is none.
func (r *Request) known(v *View, argument string, ids ...graph.ID) error {
	for _, id := range ids {
		if err := checkKindOf(argument, id, "Organization"); err != nil {
			return err
		}
		v.wantOrganization(id)
	}
	if err := v.flush(); err != nil {
		return err
	}
	for _, id := range ids {
		if v.organizations[id] == nil {
			return &ArgumentError{argument, "no organization has the id " + string(id), graph.ErrNotFound}
		}
	}
	return nil
}

// noEnds refuses a filter by the organizations that the question itself names.
func (f *MoveFilter) noEnds() error {
	if f == nil {
		return nil
	}
	for _, x := range []struct {
		name string
		used bool
	}{{"from", f.From != nil}, {"to", f.To != nil}, {"organization", f.Organization != nil},
		{"fromSet", f.FromSet != nil}, {"toSet", f.ToSet != nil}, {"organizationSet", f.OrganizationSet != nil}} {
		if x.used {
			return badArgument("where."+x.name, "the question names its organizations itself; put further ones into and")
		}
	}
	return nil
}
