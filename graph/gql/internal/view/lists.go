package view

import (
	"cmp"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"talentgraph/graph"
)

// place is where a list of moves stands in the answer.
type place interface {
	want(l list, count bool)
	got(l list) *MoveConnection // after the level was read
}

// owned is the list of one person, organization or article, or of all moves under the empty ID.
type owned struct {
	of graph.ID
	v  *View
}

func (o owned) want(l list, count bool) {
	o.v.wantList(o.of, l)
	if count {
		o.v.wantCount(o.of, l)
	}
}

func (o owned) got(l list) *MoveConnection { return o.v.lists[listKey{o.of, l.key}] }

// readLists asks for a page of moves of each owner. Wrong arguments ask for nothing: execution will report them.
func readLists[P any](r *Request, owners rows[P], f graphql.CollectedField, end graph.MoveEnd, owner func(P) (graph.ID, *View)) {
	l, at, err := r.arguments(end, f)
	if err != nil {
		return
	}
	places := rows[place]{objects: make([]place, len(owners.objects)), times: owners.times, sum: owners.sum}
	for i, o := range owners.objects {
		id, v := owner(o)
		places.objects[i] = owned{id, r.At(at(v.at))}
	}
	r.readConnections(places, l, f.Selections)
}

func (r *Request) readConnections(lists rows[place], l list, sel ast.SelectionSet) {
	if r.err = cmp.Or(r.err, r.budget.allow(len(lists.objects), l.request.First)); r.err != nil {
		return
	}
	count := false
	var edges, nodes []ast.SelectionSet
	for _, f := range r.fields(lists.sum, sel, "MoveConnection") {
		switch f.Name {
		case "totalCount":
			count = true
		case "nodes":
			nodes = append(nodes, f.Selections)
		case "edges":
			edges = append(edges, f.Selections)
		}
	}
	for _, p := range lists.objects {
		p.want(l, count)
	}
	r.then(func() {
		var moves gather[*Move]
		for i, p := range lists.objects {
			for _, m := range p.got(l).rows {
				moves.add(m, lists.times[i])
			}
		}
		if len(moves.objects) == 0 {
			return
		}
		for _, sel := range edges {
			for _, e := range r.fields(moves.sum, sel, "MoveEdge") {
				if e.Name == "node" {
					r.readMoves(moves.rows, e.Selections)
				}
			}
		}
		for _, sel := range nodes {
			r.readMoves(moves.rows, sel)
		}
	})
}
