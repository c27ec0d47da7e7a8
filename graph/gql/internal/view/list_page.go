package view

import (
	"github.com/vektah/gqlparser/v2/ast"

	"talentgraph/graph"
)

// listPage is one page of a list of people, organizations or articles.
type listPage[T any] struct {
	rows                 []*T
	cursor               func(i int) string
	hasNext, hasPrevious bool
	total                int
}

func newListPage[G, T any](page graph.Page[G], row func(G) *T) listPage[T] {
	p := listPage[T]{rows: make([]*T, len(page.Items)), hasNext: page.HasNext, hasPrevious: page.HasPrevious, total: page.Total}
	for i, x := range page.Items {
		p.rows[i] = row(x)
	}
	p.cursor = func(i int) string { return string(page.Cursor(i)) }
	return p
}

// Nodes are what the page has.
func (p listPage[T]) Nodes() []*T { return p.rows }

// TotalCount is how long the list is.
func (p listPage[T]) TotalCount() int { return p.total }

// PageInfo says where the page stands.
func (p listPage[T]) PageInfo() *PageInfo {
	return newPageInfo(len(p.rows), func(i int) graph.Cursor { return graph.Cursor(p.cursor(i)) }, p.hasNext, p.hasPrevious)
}

// edgesOf are what the page has with their cursors.
func edgesOf[T, E any](p listPage[T], edge func(cursor string, node *T) *E) []*E {
	edges := make([]*E, len(p.rows))
	for i, x := range p.rows {
		edges[i] = edge(p.cursor(i), x)
	}
	return edges
}

// met is the same for all places of the answer where something stands.
func met[T any](known map[graph.ID]*T, id graph.ID, row func() *T) *T {
	if known[id] == nil {
		known[id] = row()
	}
	return known[id]
}

// readPage goes on with what a page holds that stands so many times in the answer.
func readPage[T any](r *Request, p listPage[T], times int, sel ast.SelectionSet, name string, into func(rows[*T], ast.SelectionSet)) {
	list := once(p.rows...)
	for i := range list.times {
		list.times[i] = times
	}
	list.sum *= times
	for _, f := range r.fields(times, sel, name+"Connection") {
		switch f.Name {
		case "nodes":
			into(list, f.Selections)
		case "edges":
			for _, e := range r.fields(list.sum, f.Selections, name+"Edge") {
				if e.Name == "node" {
					into(list, e.Selections)
				}
			}
		}
	}
}

// inside checks a filter of moves that is a condition on something else; nil for none.
func (f *MoveFilter) inside() (*graph.MoveFilter, error) {
	if f == nil {
		return nil, nil
	}
	if !f.KnownAt.IsZero() {
		return nil, badArgument("where.moves.knownAt", "the list has an argument of this name; use that one")
	}
	filters := 0
	g, err := f.at("where.moves", &filters)
	return &g, err
}
