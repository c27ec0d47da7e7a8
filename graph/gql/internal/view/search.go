package view

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
