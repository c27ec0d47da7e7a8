package view

import (
	"cmp"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"talentgraph/graph"
)

// fields of a selection on as many objects of a type, with those of its fragments; satisfies are the type and its
// interfaces. There are none where the answer becomes too large.
func (r *Request) fields(objects int, sel ast.SelectionSet, satisfies ...string) []graphql.CollectedField {
	fields := graphql.CollectFields(r.op, sel, satisfies)
	if r.err = cmp.Or(r.err, r.budget.spend(objects, len(fields))); r.err != nil {
		return nil
	}
	return fields
}

// follow asks for what a field of the parents needs and, when that was read, goes on with what it gave.
func follow[P any, C comparable](r *Request, parents rows[P], ask func(P), get func(P) []C, into func(rows[C], ast.SelectionSet), sel ast.SelectionSet) {
	for _, p := range parents.objects {
		ask(p)
	}
	r.then(func() {
		var children gather[C]
		for i, p := range parents.objects {
			for _, c := range get(p) {
				children.add(c, parents.times[i])
			}
		}
		if len(children.objects) > 0 {
			into(children.rows, sel)
		}
	})
}

func one[T any](x T, _ error) []T { return []T{x} }

func many[T any](x []T, _ error) []T { return x }

func (r *Request) readMoves(moves rows[*Move], sel ast.SelectionSet) {
	for _, f := range r.fields(moves.sum, sel, "Move", "Node") {
		switch f.Name {
		case "person":
			follow(r, moves, func(m *Move) { m.v.wantPerson(m.Move.Person) },
				func(m *Move) []*Person { return one(m.Person()) }, r.readPeople, f.Selections)
		case "from":
			follow(r, moves, func(m *Move) { m.v.wantOrganization(m.Move.From) },
				func(m *Move) []*Organization { return one(m.From()) }, r.readOrganizations, f.Selections)
		case "to":
			follow(r, moves, func(m *Move) { m.v.wantOrganization(m.Move.To) },
				func(m *Move) []*Organization { return one(m.To()) }, r.readOrganizations, f.Selections)
		case "claims":
			if first, ok := r.first(f, len(moves.objects)); ok {
				follow(r, moves, func(m *Move) { m.wantClaims(first) },
					func(m *Move) []*Claim { return many(m.Claims(first)) }, r.readClaims, f.Selections)
			}
		}
	}
}

func (r *Request) readPeople(people rows[*Person], sel ast.SelectionSet) {
	for _, f := range r.fields(people.sum, sel, "Person", "Node", "Entity") {
		switch f.Name {
		case "moves":
			readLists(r, people, f, graph.EitherEnd, func(p *Person) (graph.ID, *View) { return p.ID, p.v })
		case "candidates":
			r.readCandidates(people, f.Selections)
		case "employers":
			r.readEmployers(people, f)
		case "timeline":
			d, ok := dateArgument(f.ArgumentMap(r.op.Variables), "asOf")
			if !ok {
				continue // execution will report it
			}
			asOf := &d
			follow(r, people, func(p *Person) { want(p.v.timelines, &p.v.wants.timelines, p.ID) },
				func(p *Person) []*Stint { return many(p.Timeline(asOf)) }, r.readStints, f.Selections)
		}
	}
}

func (r *Request) readCandidates(people rows[*Person], sel ast.SelectionSet) {
	var candidates gather[*Candidate]
	for i, p := range people.objects {
		for _, c := range p.Candidates() {
			candidates.add(c, people.times[i])
		}
	}
	for _, f := range r.fields(candidates.sum, sel, "Candidate") {
		if f.Name == "person" {
			follow(r, candidates.rows, func(c *Candidate) { c.v.wantPerson(c.Candidate.Person) },
				func(c *Candidate) []*Person { return one(c.Person()) }, r.readPeople, f.Selections)
		}
	}
}

func (r *Request) readOrganizations(organizations rows[*Organization], sel ast.SelectionSet) {
	owner := func(o *Organization) (graph.ID, *View) { return o.ID, o.v }
	for _, f := range r.fields(organizations.sum, sel, "Organization", "Node", "Entity") {
		switch f.Name {
		case "parent":
			follow(r, organizations, func(o *Organization) { o.v.wantOrganization(o.Organization.Parent) },
				func(o *Organization) []*Organization { return one(o.Parent()) }, r.readOrganizations, f.Selections)
		case "arrivals":
			readLists(r, organizations, f, graph.ToEnd, owner)
		case "departures":
			readLists(r, organizations, f, graph.FromEnd, owner)
		case "moves":
			readLists(r, organizations, f, graph.EitherEnd, owner)
		case "staff":
			r.readStaff(organizations, f)
		}
	}
}

func (r *Request) readArticles(articles rows[*Article], sel ast.SelectionSet) {
	for _, f := range r.fields(articles.sum, sel, "Article", "Node") {
		switch f.Name {
		case "claims":
			if first, ok := r.first(f, len(articles.objects)); ok {
				follow(r, articles, func(a *Article) { a.v.wantStated(a.ID) },
					func(a *Article) []*Claim { return many(a.Claims(first)) }, r.readClaims, f.Selections)
			}
		case "moves":
			readLists(r, articles, f, graph.EitherEnd, func(a *Article) (graph.ID, *View) { return a.ID, a.v })
		}
	}
}

func (r *Request) readClaims(claims rows[*Claim], sel ast.SelectionSet) {
	for _, f := range r.fields(claims.sum, sel, "Claim", "Node") {
		switch f.Name {
		case "article":
			follow(r, claims, func(c *Claim) { c.v.wantArticle(c.Claim.Article) },
				func(c *Claim) []*Article { return one(c.Article()) }, r.readArticles, f.Selections)
		case "move":
			follow(r, claims, func(c *Claim) { c.v.wantSupported(c.Claim.Article) },
				func(c *Claim) []*Move { return one(c.Move()) }, r.readMoves, f.Selections)
		}
	}
}

// first is the argument of that name of as many lists; not ok where it is out of range, which execution will report,
// and where the lists become too many.
func (r *Request) first(f graphql.CollectedField, lists int) (int, bool) {
	n, err := UnmarshalInt(f.ArgumentMap(r.op.Variables)["first"])
	if err != nil || checkFirst(n) != nil {
		return 0, false
	}
	r.err = cmp.Or(r.err, r.budget.allow(lists, n))
	return n, r.err == nil
}
