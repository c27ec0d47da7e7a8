package graph

import (
	"cmp"
	"slices"
	"time"
)

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

// Passes reports whether a person meets the conditions but Moves, which is for the store to know.
func (f PersonFilter) Passes(p Person) bool {
	return oneOf(f.IDs, p.ID) && hasWords(p.Names(), f.Words)
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

// Passes reports whether an organization, with Observed filled, meets the conditions but Moves, which is for the store to know.
func (f OrganizationFilter) Passes(o Organization) bool {
	return oneOf(f.IDs, o.ID) && hasWords(o.names(), f.Words) && oneOf(f.Countries, o.Country) && oneOf(f.Sectors, o.Sector) &&
		oneOf(f.Parents, o.Parent) && (f.Catalogued == nil || *f.Catalogued == o.Catalogued)
}

// names are all that the organization is called.
func (o Organization) names() []string {
	return slices.Concat([]string{o.Name}, o.Aliases, o.FormerNames, o.Observed)
}

// oneOf reports whether a list has a value, or nothing at all.
func oneOf[T comparable](list []T, value T) bool {
	return len(list) == 0 || slices.Contains(list, value)
}

// hasWords reports whether one of the names has all the words.
func hasWords(names, words []string) bool {
	return len(words) == 0 || slices.ContainsFunc(names, func(n string) bool {
		has := NameWords(n)
		return !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(has, w) })
	})
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

// Compare orders places.
func (o NameOrder) Compare(a, b NamePosition) int {
	c := cmp.Or(cmp.Compare(a.Key, b.Key), cmp.Compare(a.ID, b.ID))
	if o == NameDown {
		return -c
	}
	return c
}

// Listed is the first limit entries of a list that come after a place, nil for the beginning, in the order of their places. What has
// no key is in no list; in all is how many entries have one.
func Listed[T any](all []T, place func(T) NamePosition, order NameOrder, after *NamePosition, limit int) (list []T, inAll int) {
	for _, v := range all {
		if p := place(v); p.Key != "" {
			if inAll++; after == nil || order.Compare(p, *after) > 0 {
				list = append(list, v)
			}
		}
	}
	slices.SortFunc(list, func(a, b T) int { return order.Compare(place(a), place(b)) })
	return list[:min(limit, len(list))], inAll
}

// ListKey is what people are listed by: the folded name.
func (p Person) ListKey() string { return Fold(p.Name) }

// Place is where a person stands in lists.
func (p Person) Place() NamePosition { return NamePosition{p.ListKey(), p.ID} }

// ListKey is what organizations are listed by: the folded name of the definition where the catalogue has one, else the
// folded first of the observed names.
func (o Organization) ListKey() string {
	if !o.Catalogued && len(o.Observed) > 0 {
		return Fold(o.Observed[0])
	}
	return Fold(o.Name)
}

// Place is where an organization stands in lists.
func (o Organization) Place() NamePosition { return NamePosition{o.ListKey(), o.ID} }

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

// Shares are the highest of some counts in the order of Coverage, at most so many.
func Shares(counts map[string]int, most int) []Share {
	list := make([]Share, 0, len(counts))
	for name, n := range counts {
		list = append(list, Share{name, n})
	}
	slices.SortFunc(list, func(a, b Share) int { return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Name, b.Name)) })
	if list = list[:max(0, min(most, len(list)))]; len(list) == 0 {
		return nil
	}
	return list
}
