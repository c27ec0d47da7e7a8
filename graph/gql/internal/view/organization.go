package view

import (
	"time"

	"talentgraph/graph"
)

// Organization is the type of that name.
type Organization struct {
	graph.Organization
	v *View
}

// organization is one that was read ahead; nil for the empty id.
func (v *View) organization(id graph.ID) (*Organization, error) {
	if id == "" {
		return nil, nil
	}
	o, ok := v.organizations[id]
	switch {
	case !ok:
		return nil, notRead("organization", id)
	case o == nil:
		return nil, changed("organization", id)
	}
	return o, nil
}

// IsNode says that an Organization is a Node.
func (o *Organization) IsNode() {}

// IsEntity says that an Organization is an Entity.
func (o *Organization) IsEntity() {}

// Aliases are other names that the catalogue knows.
func (o *Organization) Aliases() []string { return listed(o.Organization.Aliases) }

// FormerNames are names that it had before.
func (o *Organization) FormerNames() []string { return listed(o.Organization.FormerNames) }

// ObservedNames are the names that articles use.
func (o *Organization) ObservedNames() []string { return listed(o.Observed) }

// Domains are internet domains.
func (o *Organization) Domains() []string { return listed(o.Organization.Domains) }

// Wikidata is the Q number.
func (o *Organization) Wikidata() *string { return optional(&o.Organization.Wikidata) }

// LEI is the Legal Entity Identifier.
func (o *Organization) LEI() *string { return optional(&o.Organization.LEI) }

// Ticker is the stock exchange symbol.
func (o *Organization) Ticker() *string { return optional(&o.Organization.Ticker) }

// Country is that of the seat.
func (o *Organization) Country() *string { return optional(&o.Organization.Country) }

// Sector is the line of business.
func (o *Organization) Sector() *string { return optional(&o.Organization.Sector) }

// Parent is the organization that this one is part of.
func (o *Organization) Parent() (*Organization, error) {
	return o.v.organization(o.Organization.Parent)
}

// Arrivals are moves to the organization.
func (o *Organization) Arrivals(where *MoveFilter, orderBy graph.MoveOrder, first *int, after *string, last *int, before *string) (*MoveConnection, error) {
	return o.v.connectionOf(o.ID, graph.ToEnd, where, orderBy, Window{first, after, last, before})
}

// Departures are moves from the organization.
func (o *Organization) Departures(where *MoveFilter, orderBy graph.MoveOrder, first *int, after *string, last *int, before *string) (*MoveConnection, error) {
	return o.v.connectionOf(o.ID, graph.FromEnd, where, orderBy, Window{first, after, last, before})
}

// Moves are both.
func (o *Organization) Moves(where *MoveFilter, orderBy graph.MoveOrder, first *int, after *string, last *int, before *string) (*MoveConnection, error) {
	return o.v.connectionOf(o.ID, graph.EitherEnd, where, orderBy, Window{first, after, last, before})
}

// KnownSince is from when this definition was the current one.
func (o *Organization) KnownSince() time.Time { return o.Since }

// KnownUntil is until when.
func (o *Organization) KnownUntil() time.Time { return o.Until }
