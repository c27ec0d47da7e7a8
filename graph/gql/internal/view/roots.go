package view

import (
	"errors"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"talentgraph/graph"
	"talentgraph/graph/insight"
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
	get := func(v *View) []*Claim { return v.claims[id].claims }
	err := r.read(func() {
		follow(r, once(v), func(v *View) { v.wantClaims(id, 1) }, get, r.readClaims, r.selection())
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

// Search finds people and organizations by name.
func (r *Request) Search(text string, kinds []EntityKind, first int, knownAt *time.Time) ([]*SearchHit, error) {
	if err := checkFirst(first); err != nil {
		return nil, err
	}
	if empty(kinds) {
		return nil, badArgument("kinds", "an empty list finds nothing; leave it out to find all")
	}
	if len(graph.FoldWords(text)) == 0 {
		return nil, badArgument("text", "no letter or digit in it")
	}
	var names []string
	for _, k := range kinds {
		names = append(names, map[EntityKind]string{KindPerson: "Person", KindOrganization: "Organization"}[k])
	}
	v := r.root(knownAt)
	found, err := r.graph.Search(r.ctx, text, distinct(names), first, v.at)
	if err != nil {
		return nil, err
	}
	hits := make([]*SearchHit, len(found))
	var people []*Person
	var organizations []*Organization
	for i, h := range found {
		hits[i] = &SearchHit{Kind: KindPerson, Matched: h.Matched, Score: h.Score}
		if h.Kind == "Person" {
			p := &Person{Person: h.Person, v: v}
			hits[i].Entity, people = p, append(people, p)
		} else {
			o := &Organization{Organization: h.Organization, v: v}
			hits[i].Kind, hits[i].Entity, organizations = KindOrganization, o, append(organizations, o)
		}
	}
	return hits, r.read(func() {
		for _, f := range r.fields(len(hits), r.selection(), "SearchHit") {
			if f.Name == "entity" {
				r.readPeople(once(people...), f.Selections)
				r.readOrganizations(once(organizations...), f.Selections)
			}
		}
	})
}

// Moves is a page of the moves that pass the filter.
func (r *Request) Moves(where *MoveFilter, order graph.MoveOrder, first *int, after *string, last *int, before *string) (*MoveConnection, error) {
	l, err := newList(graph.EitherEnd, where, order, window{first, after, last, before})
	if err != nil {
		return nil, err
	}
	v := r.At(where.at(time.Time{}))
	if err := r.read(func() {
		r.readConnections(once[place](owned{"", v}), l, r.selection())
	}); err != nil {
		return nil, err
	}
	c := v.lists[listKey{"", l.key}]
	return c, c.err
}

// Flows is a page of counts of the moves that pass the filter.
func (r *Request) Flows(where *MoveFilter, by []FlowDimension, period graph.Period, first int, after *string) (*FlowConnection, error) {
	if err := checkFirst(first); err != nil {
		return nil, err
	}
	scope, v, err := r.scope(where)
	if err != nil {
		return nil, err
	}
	request := graph.FlowRequest{Where: scope.Where, Text: scope.Text, IncludeSubsidiaries: scope.IncludeSubsidiaries, First: first, At: v.at}
	if after != nil {
		if request.After = graph.Cursor(*after); *after == "" {
			return nil, badArgument("after", "is empty; leave it out to begin at the start")
		}
	}
	for _, d := range by {
		switch d {
		case ByFrom:
			request.ByFrom = true
		case ByTo:
			request.ByTo = true
		case ByPeriod:
			request.ByPeriod = period
		}
	}
	page, err := r.graph.Flows(r.ctx, request)
	if errors.Is(err, graph.ErrInvalid) && after != nil {
		err = badArgument("after", "%s", whyInvalid(err))
	}
	if err != nil {
		return nil, err
	}
	c := &FlowConnection{page: page, rows: make([]*Flow, len(page.Flows)), previous: after != nil}
	for i, f := range page.Flows {
		c.rows[i] = &Flow{Flow: f, v: v, cell: scope.cell(v, insight.Cell{Only: request.Cell(f), Moves: f.Moves})}
	}
	if err := r.readTotal(c, request); err != nil {
		return nil, err
	}
	return c, r.read(func() { r.readFlows(c, r.selection()) })
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
