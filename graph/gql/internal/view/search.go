package view

import (
	"time"

	"talentgraph/graph"
)

// Node is anything that has an id.
type Node interface{ IsNode() }

// Entity is a person or an organization.
type Entity interface {
	Node
	IsEntity()
}

// EntityKind is what a name can mean.
type EntityKind string

// The kinds.
const (
	KindPerson       EntityKind = "PERSON"
	KindOrganization EntityKind = "ORGANIZATION"
)

// SearchHit is a person or organization found by name.
type SearchHit struct {
	Entity  Entity
	Kind    EntityKind
	Matched string
	Score   float64
}

// Search finds people and organizations by name.
func (r *Request) Search(text string, kinds []EntityKind, first int, knownAt *time.Time) ([]*SearchHit, error) {
	if err := checkFirst(first); err != nil {
		return nil, err
	}
	names, err := namesOf(kinds)
	if err != nil {
		return nil, err
	}
	if len(graph.FoldWords(text)) == 0 {
		return nil, badArgument("text", "no letter or digit in it")
	}
	v := r.root(knownAt)
	found, err := r.graph.Search(r.ctx, text, names, first, v.at)
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

// namesOf are the kinds as the graph names them.
func namesOf(kinds []EntityKind) ([]string, error) {
	if empty(kinds) {
		return nil, badArgument("kinds", "an empty list finds nothing; leave it out to find all")
	}
	var names []string
	for _, k := range kinds {
		names = append(names, map[EntityKind]string{KindPerson: "Person", KindOrganization: "Organization"}[k])
	}
	return distinct(names), nil
}

// Suggestion is a name that completes a text.
type Suggestion struct {
	ID    graph.ID
	Kind  EntityKind
	Name  string
	Score float64
}

// Suggest completes a text while it is being typed.
func (r *Request) Suggest(text string, kinds []EntityKind, first int, knownAt *time.Time) ([]*Suggestion, error) {
	if err := checkFirst(first); err != nil {
		return nil, err
	}
	names, err := namesOf(kinds)
	if err != nil {
		return nil, err
	}
	found, err := r.graph.Suggest(r.ctx, text, names, first, r.root(knownAt).at)
	if err != nil {
		return nil, err
	}
	list := make([]*Suggestion, len(found))
	for i, s := range found {
		list[i] = &Suggestion{s.ID, KindPerson, s.Name, s.Score}
		if s.ID.Kind() == "Organization" {
			list[i].Kind = KindOrganization
		}
	}
	return list, r.read(func() { r.fields(len(list), r.selection(), "Suggestion") })
}
