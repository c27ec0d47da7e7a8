package view

import (
	"cmp"
	"time"

	"talentgraph/graph"
)

// OrganizationFilter is the input of that name.
type OrganizationFilter struct {
	ID              []graph.ID
	Text            *string
	Country, Sector []string
	Parent          []graph.ID
	Catalogued      *bool
	Moves           *MoveFilter
	End             graph.MoveEnd
}

func (f *OrganizationFilter) graph() (g graph.OrganizationFilter, err error) {
	if f == nil {
		return g, nil
	}
	if err := cmp.Or(checkIDs("where.id", f.ID, "Organization"), checkWords("where.text", f.Text), checkCountries("where.country", f.Country),
		checkAny("where.sector", f.Sector), checkIDs("where.parent", f.Parent, "Organization")); err != nil {
		return g, err
	}
	if f.End != "" && f.Moves == nil {
		return g, badArgument("where.end", "goes with moves: it is an end of these")
	}
	g = graph.OrganizationFilter{IDs: f.ID, Text: value(f.Text), Countries: f.Country, Sectors: f.Sector, Parents: f.Parent, Catalogued: f.Catalogued, End: f.End}
	g.Moves, err = f.Moves.inside()
	return g, err
}

// OrganizationConnection is one page of a list of organizations.
type OrganizationConnection struct{ listPage[Organization] }

// Edges are the page's organizations with their cursors.
func (c *OrganizationConnection) Edges() []*OrganizationEdge {
	return edgesOf(c.listPage, func(cursor string, node *Organization) *OrganizationEdge { return &OrganizationEdge{cursor, node} })
}

// OrganizationEdge is the type of that name.
type OrganizationEdge struct {
	Cursor string
	Node   *Organization
}

// metOrganization is the row of an organization, the same wherever it stands in the answer.
func (v *View) metOrganization(o graph.Organization) *Organization {
	return met(v.organizations, o.ID, func() *Organization { return &Organization{Organization: o, v: v} })
}

// Organizations is a page of those that pass the filter.
func (r *Request) Organizations(where *OrganizationFilter, order graph.NameOrder, w Window, knownAt *time.Time) (*OrganizationConnection, error) {
	g, err := w.graph()
	if err != nil {
		return nil, err
	}
	filter, err := where.graph()
	if err != nil {
		return nil, err
	}
	v := r.root(knownAt)
	page, err := r.graph.ListOrganizations(r.ctx, graph.OrganizationsRequest{Window: g, Where: filter, Order: order, At: v.at,
		Total: r.wanted("totalCount", r.selection(), "OrganizationConnection")})
	if err != nil {
		return nil, blame(g, err)
	}
	c := &OrganizationConnection{newListPage(page, v.metOrganization)}
	return c, r.read(func() { readPage(r, c.listPage, 1, r.selection(), "Organization", r.readOrganizations) })
}

// OrganizationSet is the type of that name.
type OrganizationSet struct {
	ID, Title string
	v         *View
	of        []graph.ID
}

// Size is how many organizations it has.
func (s *OrganizationSet) Size() int { return len(s.of) }

// Organizations are those of it that the record knows.
func (s *OrganizationSet) Organizations() ([]*Organization, error) {
	list := []*Organization{}
	for _, id := range s.of {
		o, ok := s.v.organizations[id]
		if !ok {
			return nil, notRead("organization", id)
		}
		if o != nil {
			list = append(list, o)
		}
	}
	return list, nil
}

// Sets are the saved ones.
func (r *Request) Sets(knownAt *time.Time) ([]*OrganizationSet, error) {
	list := []*OrganizationSet{}
	v := r.root(knownAt)
	for _, s := range r.graph.Sets() {
		list = append(list, &OrganizationSet{s.ID, s.Title, v, s.Organizations})
	}
	return list, r.read(func() { r.readSets(once(list...)) })
}

// Set is the saved one with this id; nil for none.
func (r *Request) Set(id string, knownAt *time.Time) (*OrganizationSet, error) {
	v := r.root(knownAt)
	for _, s := range r.graph.Sets() {
		if s.ID == id {
			set := &OrganizationSet{s.ID, s.Title, v, s.Organizations}
			return set, r.read(func() { r.readSets(once(set)) })
		}
	}
	return nil, nil
}

func (r *Request) readSets(sets rows[*OrganizationSet]) {
	for _, f := range r.fields(sets.sum, r.selection(), "OrganizationSet") {
		if f.Name == "organizations" {
			follow(r, sets, func(s *OrganizationSet) {
				for _, id := range s.of {
					s.v.wantOrganization(id)
				}
			}, func(s *OrganizationSet) []*Organization { return many(s.Organizations()) }, r.readOrganizations, f.Selections)
		}
	}
}
