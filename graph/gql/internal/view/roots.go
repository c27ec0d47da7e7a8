package view

import (
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"talentgraph/graph"
)

// selection of the root field.
func (r *Request) selection() ast.SelectionSet {
	return graphql.GetFieldContext(r.ctx).Field.Selections
}

// root is the view that an argument knownAt asks for.
func (r *Request) root(knownAt *time.Time) *View {
	if knownAt == nil {
		return r.At(time.Time{})
	}
	return r.At(*knownAt)
}

// Person with this id and all that is selected of it; nil for none.
func (r *Request) Person(id graph.ID, knownAt *time.Time) (*Person, error) {
	if err := checkKind(id, "Person"); err != nil {
		return nil, err
	}
	v := r.root(knownAt)
	err := r.read(func() {
		follow(r, once(v), func(v *View) { v.wantPerson(id) },
			func(v *View) []*Person { return []*Person{v.people[id]} }, r.readPeople, r.selection())
	})
	return v.people[id], err
}

// Organization with this id and all that is selected of it; nil for none.
func (r *Request) Organization(id graph.ID, knownAt *time.Time) (*Organization, error) {
	if err := checkKind(id, "Organization"); err != nil {
		return nil, err
	}
	v := r.root(knownAt)
	err := r.read(func() {
		follow(r, once(v), func(v *View) { v.wantOrganization(id) },
			func(v *View) []*Organization { return []*Organization{v.organizations[id]} }, r.readOrganizations, r.selection())
	})
	return v.organizations[id], err
}

// Move with this id and all that is selected of it; nil for none.
func (r *Request) Move(id graph.ID, knownAt *time.Time) (*Move, error) {
	if err := checkKind(id, "Move"); err != nil {
		return nil, err
	}
	v := r.root(knownAt)
	err := r.read(func() {
		follow(r, once(v), func(v *View) { v.wantMove(id) },
			func(v *View) []*Move { return []*Move{v.moves[id]} }, r.readMoves, r.selection())
	})
	return v.moves[id], err
}

// Article with this id and all that is selected of it; nil for none.
func (r *Request) Article(id graph.ID, knownAt *time.Time) (*Article, error) {
	if err := checkKind(id, "Article"); err != nil {
		return nil, err
	}
	v := r.root(knownAt)
	err := r.read(func() {
		follow(r, once(v), func(v *View) { v.wantArticle(id) },
			func(v *View) []*Article { return []*Article{v.articles[id]} }, r.readArticles, r.selection())
	})
	return v.articles[id], err
}

// claim with this id and all that is selected of it; nil for none.
func (r *Request) claim(id graph.ID, knownAt *time.Time) (*Claim, error) {
	v := r.root(knownAt)
	get := func(v *View) []*Claim { return v.claims[id] }
	err := r.read(func() {
		follow(r, once(v), func(v *View) { v.wantClaim(id) }, get, r.readClaims, r.selection())
	})
	for _, c := range get(v) {
		return c, err
	}
	return nil, err
}

// Node is what has this id, with all that is selected of it; nil for nothing.
func (r *Request) Node(id graph.ID, knownAt *time.Time) (Node, error) {
	switch id.Kind() {
	case "Person":
		return some(r.Person(id, knownAt))
	case "Organization":
		return some(r.Organization(id, knownAt))
	case "Move":
		return some(r.Move(id, knownAt))
	case "Article":
		return some(r.Article(id, knownAt))
	case "Claim":
		return some(r.claim(id, knownAt))
	}
	return nil, badArgument("id", "%s is of kind %s, which is no Node", id, id.Kind())
}

// some makes a nil pointer the nil Node.
func some[P interface {
	comparable
	Node
}](p P, err error) (Node, error) {
	var none P
	if p == none {
		return nil, err
	}
	return p, err
}

// Moves is a page of the moves that pass the filter.
func (r *Request) Moves(where *MoveFilter, order graph.MoveOrder, w Window) (*MoveConnection, error) {
	l, err := newList(graph.EitherEnd, where, order, w)
	if err != nil {
		return nil, err
	}
	v := r.At(where.knownAt(time.Time{}))
	if err := r.read(func() {
		r.readConnections(once[place](owned{"", v}), l, r.selection())
	}); err != nil {
		return nil, err
	}
	c := v.lists[listKey{"", l.key}]
	return c, c.err
}

// Snapshot is a point of the record.
func (r *Request) Snapshot(knownAt *time.Time) (*Snapshot, error) {
	s, err := r.graph.Snapshot(r.ctx, r.root(knownAt).at)
	return &Snapshot{s}, err
}

// Snapshot is the type of that name.
type Snapshot struct{ graph.Snapshot }

// Commits is how many commits led to it.
func (s *Snapshot) Commits() int { return int(s.Snapshot.Commits) }
