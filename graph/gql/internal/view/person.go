package view

import (
	"time"

	"talentgraph/graph"
)

// Person is the type of that name.
type Person struct {
	graph.Person
	v *View
}

// person is one that was read ahead.
func (v *View) person(id graph.ID) (*Person, error) {
	p, ok := v.people[id]
	switch {
	case !ok:
		return nil, notRead("person", id)
	case p == nil:
		return nil, changed("person", id)
	}
	return p, nil
}

// IsNode says that a Person is a Node.
func (p *Person) IsNode() {}

// IsEntity says that a Person is an Entity.
func (p *Person) IsEntity() {}

// Aliases are the other forms of the name.
func (p *Person) Aliases() []string { return listed(p.Person.Aliases) }

// Moves are those that the person made.
func (p *Person) Moves(where *MoveFilter, orderBy graph.MoveOrder, first *int, after *string, last *int, before *string) (*MoveConnection, error) {
	return p.v.connectionOf(p.ID, graph.EitherEnd, where, orderBy, Window{first, after, last, before})
}

// Candidates are the near misses.
func (p *Person) Candidates() []*Candidate {
	cs := make([]*Candidate, len(p.Person.Candidates))
	for i, c := range p.Person.Candidates {
		cs[i] = &Candidate{Candidate: c, v: p.v}
	}
	return cs
}

// KnownSince is from when this version was the current one.
func (p *Person) KnownSince() time.Time { return p.Since }

// KnownUntil is until when.
func (p *Person) KnownUntil() time.Time { return p.Until }

// Candidate is the type of that name.
type Candidate struct {
	graph.Candidate
	v *View
}

// Person is the other person.
func (c *Candidate) Person() (*Person, error) {
	p, ok := c.v.people[c.Candidate.Person]
	if !ok {
		return nil, notRead("person", c.Candidate.Person)
	}
	return p, nil
}
