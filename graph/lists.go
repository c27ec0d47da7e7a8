package graph

import "time"

// PeopleQuery asks for people in order.
type PeopleQuery struct {
	Where PersonFilter
	Order NameOrder
	After *NamePosition // only what comes after it in Order
	Limit int           // 0 for none
	Total bool          // count all that pass Where, whatever After and Limit
	At    time.Time     // as in Store
}

// PersonFilter passes the people that meet all of its conditions; a zero condition passes all.
type PersonFilter struct {
	IDs   []ID
	Words []string    // all of them are among the NameWords of one of Person.Names
	Moves *MoveFilter // they made a move that passes; nil for no condition
	Text  string      // for Graph, which makes Words of it
}

// OrganizationQuery asks for organizations in order.
type OrganizationQuery struct {
	Where OrganizationFilter
	Order NameOrder
	After *NamePosition
	Limit int
	Total bool
	At    time.Time
}

// OrganizationFilter passes the organizations that meet all of its conditions; a zero condition passes all.
type OrganizationFilter struct {
	IDs        []ID
	Words      []string // all of them are among the NameWords of one of its names (of the definition or observed)
	Countries  []string // any of; "" is unknown
	Sectors    []string // any of; "" is unknown
	Parents    []ID     // the organization that it is part of, directly, is one of these
	Catalogued *bool
	Moves      *MoveFilter // it is at End of a move that passes; nil for no condition
	End        MoveEnd
	Text       string // for Graph, which makes Words of it
}

// ArticleQuery asks for articles in order.
type ArticleQuery struct {
	Where ArticleFilter
	Order ArticleOrder
	After *ArticlePosition
	Limit int
	Total bool
	At    time.Time
}

// ArticleFilter passes the articles that meet all of its conditions; a zero condition passes all.
type ArticleFilter struct {
	IDs          []ID
	Publishers   []string    // any of; "" is unknown
	Languages    []string    // any of; "" is unknown
	Since, Until Date        // of Published, as in MoveFilter
	Words        []string    // all of them are among the folded words of the title
	Moves        *MoveFilter // a claim of it supports a move that passes; nil for no condition
	Text         string      // for Graph, which makes Words of it
}

// NameOrder is an order of people or organizations: by ListKey as bytes, then by ID. NameDown is the exact reverse. What has an
// empty ListKey, for no letter or digit is in its name, is in no list.
type NameOrder string

// The orders.
const (
	NameUp   NameOrder = "NAME"
	NameDown NameOrder = "NAME_DOWN"
)

// NamePosition is a place in an order of people or organizations.
type NamePosition struct {
	Key string
	ID  ID
}

// ListKey is what people are listed by: the folded name.
func (p Person) ListKey() string { return Fold(p.Name) }

// ListKey is what organizations are listed by: the folded name of the definition where the catalogue has one, else the
// folded first of the observed names.
func (o Organization) ListKey() string {
	if !o.Catalogued && len(o.Observed) > 0 {
		return Fold(o.Observed[0])
	}
	return Fold(o.Name)
}

// ArticleOrder is an order of articles: by Published as text (see Date.String), then by ID. OldestArticles is the exact reverse.
type ArticleOrder string

// The orders.
const (
	NewestArticles ArticleOrder = "NEWEST_FIRST" // latest first, undated last; IDs ascending
	OldestArticles ArticleOrder = "OLDEST_FIRST"
)

// ArticlePosition is a place in an order of articles.
type ArticlePosition struct {
	Published Date
	ID        ID
}

// CoverageQuery asks what moves rest on.
type CoverageQuery struct {
	Where MoveFilter
	Each  []MoveFilter
	Top   int       // how many of Publishers, Languages and Roles at most, each
	At    time.Time // as in Store
}

// Coverage tells what some moves rest on.
type Coverage struct {
	Moves       int
	People      int  // distinct
	Undated     int  // moves without Date
	Inferred    int  // moves
	First, Last Date // the earliest and latest Date of the moves, as text; unknown where none is dated

	Claims       int  // of the moves
	Articles     int  // distinct ones that state these (Move.Sources)
	Since, Until Date // the earliest and latest Published of these, as text; unknown where none is dated

	// The most first, then by name as bytes; at most Top of each.
	Publishers []Share // of articles
	Languages  []Share // of articles
	Roles      []Share // of moves: RoleTo, else RoleFrom, as stated; moves without either count in none

	// How many there are in all, the unknown one among them where articles have it.
	PublisherCount, LanguageCount int
}

// Share is how many articles or moves have something in common.
type Share struct {
	Name  string // empty: unknown
	Count int
}
