package view

import (
	"cmp"
	"time"

	"talentgraph/graph"
)

// ArticleFilter is the input of that name.
type ArticleFilter struct {
	ID                  []graph.ID
	Publisher, Language []string
	Since, Until        graph.Date
	Text                *string
	Moves               *MoveFilter
}

func (f *ArticleFilter) graph() (g graph.ArticleFilter, err error) {
	if f == nil {
		return g, nil
	}
	if err := cmp.Or(checkIDs("where.id", f.ID, "Article"), checkAny("where.publisher", f.Publisher), checkLanguages("where.language", f.Language),
		checkSpan("where.since", f.Since, f.Until), checkWords("where.text", f.Text)); err != nil {
		return g, err
	}
	g = graph.ArticleFilter{IDs: f.ID, Publishers: f.Publisher, Languages: f.Language, Since: f.Since, Until: f.Until, Text: value(f.Text)}
	g.Moves, err = f.Moves.inside()
	return g, err
}

// ArticleConnection is one page of a list of articles.
type ArticleConnection struct{ listPage[Article] }

// Edges are the page's articles with their cursors.
func (c *ArticleConnection) Edges() []*ArticleEdge {
	return edgesOf(c.listPage, func(cursor string, node *Article) *ArticleEdge { return &ArticleEdge{cursor, node} })
}

// ArticleEdge is the type of that name.
type ArticleEdge struct {
	Cursor string
	Node   *Article
}

// metArticle is the row of an article, the same wherever it stands in the answer.
func (v *View) metArticle(a graph.Article) *Article {
	return met(v.articles, a.ID, func() *Article { return &Article{Article: a, v: v} })
}

// Articles is a page of those that pass the filter.
func (r *Request) Articles(where *ArticleFilter, order graph.ArticleOrder, w Window, knownAt *time.Time) (*ArticleConnection, error) {
	g, err := w.graph()
	if err != nil {
		return nil, err
	}
	filter, err := where.graph()
	if err != nil {
		return nil, err
	}
	v := r.root(knownAt)
	page, err := r.graph.ListArticles(r.ctx, graph.ArticlesRequest{Window: g, Where: filter, Order: order, At: v.at,
		Total: r.wanted("totalCount", r.selection(), "ArticleConnection")})
	if err != nil {
		return nil, blame(g, err)
	}
	c := &ArticleConnection{newListPage(page, v.metArticle)}
	return c, r.read(func() { readPage(r, c.listPage, 1, r.selection(), "Article", r.readArticles) })
}
