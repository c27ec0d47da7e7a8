package view

import "talentgraph/graph"

// Claim is the type of that name.
type Claim struct {
	graph.Claim
	v *View
}

// IsNode says that a Claim is a Node.
func (c *Claim) IsNode() {}

// Article is the one that says it.
func (c *Claim) Article() (*Article, error) {
	a, ok := c.v.articles[c.Claim.Article]
	if !ok {
		return nil, notRead("article", c.Claim.Article)
	}
	return a, nil
}

// Move is the one that the claim supports.
func (c *Claim) Move() (*Move, error) {
	moves, ok := c.v.supported[c.Claim.Article]
	if !ok {
		return nil, notRead("move of claim", c.ID)
	}
	return moves[c.ID], nil
}

// PersonName is the person's name as written.
func (c *Claim) PersonName() string { return c.Person }

// FromName is the name of the organization left, as written.
func (c *Claim) FromName() *string { return optional(&c.From) }

// ToName is the name of the organization joined, as written.
func (c *Claim) ToName() *string { return optional(&c.To) }

// RoleFrom is the role left, as stated.
func (c *Claim) RoleFrom() *string { return optional(&c.Claim.RoleFrom) }

// RoleTo is the role taken up, as stated.
func (c *Claim) RoleTo() *string { return optional(&c.Claim.RoleTo) }
