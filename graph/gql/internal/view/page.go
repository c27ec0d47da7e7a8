package view

import (
	"slices"

	"talentgraph/graph"
)

// MoveConnection is one page of a list of moves.
type MoveConnection struct {
	v    *View
	of   graph.ID
	cell *cell // in place of of
	list list
	page graph.MovePage
	rows []*Move
	err  error
}

func (c *MoveConnection) fill(page graph.MovePage) {
	c.page, c.rows = page, make([]*Move, len(page.Moves))
	for i, m := range page.Moves {
		c.rows[i] = c.v.move(m)
	}
}

// connectionOf is what was read ahead for a field with a list of moves.
func (v *View) connectionOf(of graph.ID, end graph.MoveEnd, where *MoveFilter, order graph.MoveOrder, w Window) (*MoveConnection, error) {
	l, err := newList(end, where, order, w)
	if err != nil {
		return nil, err
	}
	c, ok := v.r.At(where.knownAt(v.at)).lists[listKey{of, l.key}]
	if !ok {
		return nil, notRead("list of moves of", of)
	}
	return c, c.err
}

// Nodes are the page's moves.
func (c *MoveConnection) Nodes() []*Move { return c.rows }

// Edges are the page's moves with their cursors.
func (c *MoveConnection) Edges() []*MoveEdge {
	edges := make([]MoveEdge, len(c.rows))
	pointers := make([]*MoveEdge, len(c.rows))
	for i := range edges {
		edges[i] = MoveEdge{c, i}
		pointers[i] = &edges[i]
	}
	return pointers
}

// PageInfo says where the page stands.
func (c *MoveConnection) PageInfo() *PageInfo {
	return newPageInfo(len(c.rows), c.page.Cursor, c.page.HasNext, c.page.HasPrevious)
}

// TotalCount is how many moves the list has.
func (c *MoveConnection) TotalCount() (int, error) {
	if c.cell != nil {
		return c.cell.counts.Moves, nil
	}
	n, ok := c.v.counts[listKey{c.of, c.list.key}]
	if !ok {
		return 0, notRead("count of moves of", c.of)
	}
	return n.moves, n.err
}

type counted struct {
	moves int
	err   error
}

// MoveEdge is a move in a list.
type MoveEdge struct {
	c *MoveConnection
	i int
}

// Cursor is the move's place in the list.
func (e *MoveEdge) Cursor() string { return string(e.c.page.Cursor(e.i)) }

// Node is the move.
func (e *MoveEdge) Node() *Move { return e.c.rows[e.i] }

// PageInfo is Relay's.
type PageInfo struct {
	HasNextPage, HasPreviousPage bool
	StartCursor, EndCursor       *string
}

func newPageInfo(rows int, cursor func(int) graph.Cursor, next, previous bool) *PageInfo {
	p := &PageInfo{HasNextPage: next, HasPreviousPage: previous}
	if rows > 0 {
		start, end := string(cursor(0)), string(cursor(rows-1))
		p.StartCursor, p.EndCursor = &start, &end
	}
	return p
}

func (v *View) claimList(claims []graph.Claim) []*Claim {
	list := make([]*Claim, len(claims))
	for i, c := range claims {
		list[i] = &Claim{Claim: c, v: v}
	}
	return list
}

// claimsOf is the first claims of an article that were read ahead.
func (v *View) claimsOf(article graph.ID, first int) ([]*Claim, error) {
	if err := checkFirst(first); err != nil {
		return nil, err
	}
	l, ok := v.claims[article]
	if !ok {
		return nil, notRead("claims of", article)
	}
	return l[:min(first, len(l))], nil
}

// optional is null for an empty text.
func optional[T ~string](s *T) *T {
	if *s == "" {
		return nil
	}
	return s
}

// listed is s, or the empty list in place of nil.
func listed[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

// inReadingOrder sorts an article's claims as they stand in its text.
func inReadingOrder(claims []*Claim) {
	slices.SortStableFunc(claims, func(a, b *Claim) int { return a.Claim.Start - b.Claim.Start })
}
