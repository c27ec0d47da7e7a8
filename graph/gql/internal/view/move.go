package view

import (
	"time"

	"talentgraph/graph"
)

// Move is the type of that name.
type Move struct {
	graph.Move
	v *View
}

// move is the same for all places of the answer where it stands.
func (v *View) move(m graph.Move) *Move {
	if known, ok := v.met[m.ID]; ok {
		return known
	}
	row := &Move{Move: m, v: v}
	v.met[m.ID] = row
	return row
}

// IsNode says that a Move is a Node.
func (m *Move) IsNode() {}

// Person is who moved.
func (m *Move) Person() (*Person, error) {
	return m.v.person(m.Move.Person)
}

// From is where the person left.
func (m *Move) From() (*Organization, error) { return m.v.organization(m.Move.From) }

// To is where the person went.
func (m *Move) To() (*Organization, error) { return m.v.organization(m.Move.To) }

// RoleFrom is the role left.
func (m *Move) RoleFrom() *string { return optional(&m.Move.RoleFrom) }

// RoleTo is the role taken up.
func (m *Move) RoleTo() *string { return optional(&m.Move.RoleTo) }

// RoleFamily is null where no role is known.
func (m *Move) RoleFamily() *graph.RoleFamily { return optional(&m.Move.RoleFamily) }

// Seniority is null where no role is known.
func (m *Move) Seniority() *graph.Seniority { return optional(&m.Move.Seniority) }

// Claims is the evidence.
func (m *Move) Claims(first int) ([]*Claim, error) {
	if err := checkFirst(first); err != nil {
		return nil, err
	}
	ids := m.Move.Claims[:min(first, len(m.Move.Claims))]
	list := make([]*Claim, 0, len(ids))
	for _, id := range ids {
		l, ok := m.v.claims[id]
		if !ok {
			return nil, notRead("claim", id)
		}
		list = append(list, l...) // none where it went between the two reads
	}
	return list, nil
}

// wantClaims asks for the first n of them.
func (m *Move) wantClaims(n int) {
	for _, id := range m.Move.Claims[:min(n, len(m.Move.Claims))] {
		m.v.wantClaim(id)
	}
}

// ClaimCount is how many claims support the move.
func (m *Move) ClaimCount() int { return len(m.Move.Claims) }

// KnownSince is from when this version was the current one.
func (m *Move) KnownSince() time.Time { return m.Since }

// KnownUntil is until when.
func (m *Move) KnownUntil() time.Time { return m.Until }
