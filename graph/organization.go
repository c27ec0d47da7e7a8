package graph

import "time"

// Organization is an employer or affiliation behind names. What the catalogue knows of it is its definition; what
// articles call it is observed. An organization outside the catalogue has an ID from its folded name, and no more.
type Organization struct {
	ID          ID
	Key         string   // the catalogue's key
	Catalogued  bool     // the catalogue knows it; else only ID, Name and Observed are set
	Name        string   // the catalogue's name; else the best of the observed ones
	Aliases     []string // of the catalogue, sorted
	FormerNames []string // of the catalogue, sorted
	Domains     []string
	Wikidata    string // Q number
	LEI         string
	Ticker      string
	Country     string // ISO 3166-1 alpha-2
	Sector      string
	Parent      ID // the organization that this one is part of; empty for none

	Observed []string // the names that current claims use, sorted by bytes; filled by the store on reading

	Since time.Time // from when this definition was the current one
	Until time.Time // until when; zero for the current one
}

// Mention counts the claims that name an organization in one way. In a Commit it is a difference. A claim on a part
// of an organization also counts as a mention of each organization above it, under the name that the catalogue gives.
type Mention struct {
	Organization ID
	Name         string // as written
	Claims       int    // how many; in a Commit how many more (less, where negative)
}
