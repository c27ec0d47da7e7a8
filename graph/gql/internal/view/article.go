package view

import "talentgraph/graph"

// Article is the type of that name.
type Article struct {
	graph.Article
	v *View
}

// IsNode says that an Article is a Node.
func (a *Article) IsNode() {}

// URL is where the article was found.
func (a *Article) URL() *string { return optional(&a.Article.URL) }

// Title may be unknown.
func (a *Article) Title() *string { return optional(&a.Article.Title) }

// Publisher may be unknown.
func (a *Article) Publisher() *string { return optional(&a.Article.Publisher) }

// Language may be unknown.
func (a *Article) Language() *string { return optional(&a.Article.Language) }

// Claims are what the article says, in reading order.
func (a *Article) Claims(first int) ([]*Claim, error) { return a.v.claimsOf(a.ID, first) }

// Moves are those that the article supports.
func (a *Article) Moves(where *MoveFilter, orderBy graph.MoveOrder, first *int, after *string, last *int, before *string) (*MoveConnection, error) {
	return a.v.connectionOf(a.ID, graph.EitherEnd, where, orderBy, Window{first, after, last, before})
}
