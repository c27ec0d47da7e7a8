package view

import (
	"cmp"
	"fmt"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"talentgraph/graph"
)

// PersonFilter is the input of that name.
type PersonFilter struct {
	ID    []graph.ID
	Text  *string
	Moves *MoveFilter
}

func (f *PersonFilter) graph() (g graph.PersonFilter, err error) {
	if f == nil {
		return g, nil
	}
	if err := cmp.Or(checkIDs("where.id", f.ID, "Person"), checkWords("where.text", f.Text)); err != nil {
		return g, err
	}
	g = graph.PersonFilter{IDs: f.ID, Text: value(f.Text)}
	g.Moves, err = f.Moves.inside()
	return g, err
}

// PersonConnection is one page of a list of people.
type PersonConnection struct {
	listPage[Person]
	v       *View
	request graph.PeopleRequest
	err     error
}

// Edges are the page's people with their cursors.
func (c *PersonConnection) Edges() []*PersonEdge {
	return edgesOf(c.listPage, func(cursor string, node *Person) *PersonEdge { return &PersonEdge{cursor, node} })
}

// PersonEdge is the type of that name.
type PersonEdge struct {
	Cursor string
	Node   *Person
}

func (c *PersonConnection) read() {
	page, err := c.v.r.graph.ListPeople(c.v.r.ctx, c.request)
	if c.err = blame(c.request.Window, err); c.err == nil {
		c.listPage = newListPage(page, c.v.metPerson)
	}
}

// metPerson is the row of a person, the same wherever it stands in the answer.
func (v *View) metPerson(p graph.Person) *Person {
	return met(v.people, p.ID, func() *Person { return &Person{Person: p, v: v} })
}

// People is a page of those that pass the filter.
func (r *Request) People(where *PersonFilter, order graph.NameOrder, w Window, knownAt *time.Time) (*PersonConnection, error) {
	g, err := w.graph()
	if err != nil {
		return nil, err
	}
	filter, err := where.graph()
	if err != nil {
		return nil, err
	}
	v := r.root(knownAt)
	c := &PersonConnection{v: v, request: graph.PeopleRequest{Window: g, Where: filter, Order: order, At: v.at}}
	c.request.Total = r.wanted("totalCount", r.selection(), "PersonConnection")
	if c.read(); c.err != nil {
		return nil, c.err
	}
	return c, r.read(func() { readPage(r, c.listPage, 1, r.selection(), "Person", r.readPeople) })
}

// maxStaffs bounds of how many organizations one operation lists the staff: each is a call of the store.
const maxStaffs = 20

// staffKey tells lists of staff apart.
type staffKey struct {
	of        graph.ID
	arguments string
}

func staffArguments(asOf graph.Date, parts bool, order graph.NameOrder, w Window) string {
	return fmt.Sprint(asOf, parts, order, value(w.First), w.First == nil, value(w.Last), w.Last == nil, fmt.Sprintf("%q%q", value(w.After), value(w.Before)))
}

// Staff are the people who worked there on a day.
func (o *Organization) Staff(asOf graph.Date, includeSubsidiaries bool, orderBy graph.NameOrder, first *int, after *string, last *int, before *string) (*PersonConnection, error) {
	w := Window{first, after, last, before}
	if _, err := w.graph(); err != nil {
		return nil, err
	}
	c, ok := o.v.staff[staffKey{o.ID, staffArguments(asOf, includeSubsidiaries, orderBy, w)}]
	if !ok {
		return nil, notRead("staff of", o.ID)
	}
	return c, c.err
}

func (r *Request) readStaff(organizations rows[*Organization], f graphql.CollectedField) {
	raw := f.ArgumentMap(r.op.Variables)
	w, err := windowOf(raw)
	if err != nil {
		return // execution will report it, here and below
	}
	g, err := w.graph()
	asOf, ok := dateArgument(raw, "asOf")
	if err != nil || !ok {
		return
	}
	n := len(organizations.objects)
	if r.budget.staffs.Add(int64(n)) > maxStaffs {
		r.err = cmp.Or(r.err, error(&TooLargeError{fmt.Sprintf("the staff of more than %d organizations in one request; ask for fewer", maxStaffs)}))
	}
	if r.err = cmp.Or(r.err, r.budget.allow(n, g.First)); r.err != nil {
		return
	}
	parts, _ := raw["includeSubsidiaries"].(bool)
	order := graph.NameOrder(textArgument(raw, "orderBy"))
	key := staffArguments(asOf, parts, order, w)
	count := r.wanted("totalCount", f.Selections, "PersonConnection")
	lists := make([]*PersonConnection, n)
	for i, o := range organizations.objects {
		at := staffKey{o.ID, key}
		c := o.v.staff[at]
		if c == nil {
			moves := &graph.MoveFilter{To: []graph.ID{o.ID}, Subsidiaries: parts, AsOf: asOf}
			c = &PersonConnection{v: o.v, request: graph.PeopleRequest{Window: g, Where: graph.PersonFilter{Moves: moves}, Order: order, At: o.v.at}}
			o.v.staff[at] = c
			o.v.wants.staff = append(o.v.wants.staff, c)
		}
		c.request.Total = c.request.Total || count
		lists[i] = c
	}
	r.then(func() {
		for i, c := range lists {
			if c.err == nil {
				readPage(r, c.listPage, organizations.times[i], f.Selections, "Person", r.readPeople)
			}
		}
	})
}

// Employers are where the person worked on a day.
func (p *Person) Employers(asOf graph.Date) ([]*Organization, error) {
	c, err := p.v.employment(p.ID, asOf)
	if err != nil {
		return nil, err
	}
	list := []*Organization{}
	met := map[graph.ID]bool{}
	for _, m := range c.rows {
		if met[m.Move.To] {
			continue
		}
		met[m.Move.To] = true
		o, err := p.v.organization(m.Move.To)
		if err != nil {
			return nil, err
		}
		list = append(list, o)
	}
	return list, nil
}

// maxEmployers bounds how many arrivals without a departure a person has: far more than anybody.
const maxEmployers = 50

func employment(asOf graph.Date) list {
	return list{
		key:     listArguments{graph.EitherEnd, "employers " + asOf.String()},
		request: graph.MoveRequest{Where: graph.MoveFilter{AsOf: asOf}, First: maxEmployers},
	}
}

func (v *View) employment(person graph.ID, asOf graph.Date) (*MoveConnection, error) {
	c, ok := v.lists[listKey{person, employment(asOf).key}]
	if !ok {
		return nil, notRead("employers of", person)
	}
	return c, c.err
}

func (r *Request) readEmployers(people rows[*Person], f graphql.CollectedField) {
	asOf, ok := dateArgument(f.ArgumentMap(r.op.Variables), "asOf")
	if r.err = cmp.Or(r.err, r.budget.allow(len(people.objects), maxEmployers)); !ok || r.err != nil {
		return
	}
	for _, p := range people.objects {
		p.v.wantList(p.ID, employment(asOf))
	}
	r.then(func() {
		follow(r, people, func(p *Person) {
			if c, err := p.v.employment(p.ID, asOf); err == nil {
				for _, m := range c.rows {
					p.v.wantOrganization(m.Move.To)
				}
			}
		}, func(p *Person) []*Organization { return many(p.Employers(asOf)) }, r.readOrganizations, f.Selections)
	})
}
