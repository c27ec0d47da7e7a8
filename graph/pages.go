package graph

import (
	"context"
	"fmt"
	"slices"
	"time"
)

// The sizes of pages.
const (
	DefaultPage = 50
	MaxPage     = 500
	maxIDs      = 1000 // in one list of a filter
)

// MoveRequest asks for pages of moves.
type MoveRequest struct {
	Of     []ID // people, organizations or articles: a page for each; empty for one page of all moves
	End    MoveEnd
	Where  MoveFilter
	Order  MoveOrder
	First  int    // how many a page, 1 to MaxPage
	After  Cursor // only with at most one of Of
	Back   bool   // the last First moves of the list in place of the first, in the same order
	Before Cursor // only with Back, which After is not for, and at most one of Of
	At     time.Time
}

// MovePage is one page of moves.
type MovePage struct {
	Moves       []Move
	HasNext     bool // more come after them; after a page that was read backwards: there is what Before named
	HasPrevious bool // others come before them; likewise
	list        string
}

// Cursor of the page's i-th move: where the next page starts when it is the last one, and where the page before ends
// when it is the first.
func (p MovePage) Cursor(i int) Cursor { return moveCursor(p.list, p.Moves[i]) }

// page makes one of the moves that were read for it, of which one more than First says that there are more.
func (r MoveRequest) page(list string, moves []Move) MovePage {
	p := MovePage{Moves: moves, list: list, HasNext: r.Before != "", HasPrevious: r.After != ""}
	more := len(moves) > r.First
	if more {
		p.Moves = moves[:r.First]
	}
	if r.Back {
		slices.Reverse(p.Moves)
		p.HasPrevious = more
	} else {
		p.HasNext = more
	}
	return p
}

// Moves returns a page for each of r.Of, or one under the empty ID; a page without moves is in the map as well.
func (g *Graph) Moves(ctx context.Context, r MoveRequest) (map[ID]MovePage, error) {
	of := r.Of
	if len(of) == 0 {
		of = []ID{""}
	}
	q, err := g.moveQuery(ctx, r, of[0])
	if err != nil {
		return nil, fmt.Errorf("moves: %w", err)
	}
	q.Limit = r.First + 1
	got, err := g.store.Moves(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("moves: %w", err)
	}
	lists, pages := r.lists(), make(map[ID]MovePage, len(of))
	for _, id := range of {
		pages[id] = r.page(lists.of(id), got[id])
	}
	return pages, nil
}

// MovesOfEach returns a page for each of the filters, in their order, of the moves that pass it and r.Where as well. The
// filters are taken as they are: of organizations they name those only, not what took their place nor their parts. r.Of is empty.
func (g *Graph) MovesOfEach(ctx context.Context, r MoveRequest, each []MoveFilter) ([]MovePage, error) {
	if len(r.Of) > 0 {
		return nil, fmt.Errorf("moves: %w: filters and owners at once", ErrInvalid)
	}
	if err := r.oneList(len(each)); err != nil {
		return nil, fmt.Errorf("moves: %w", err)
	}
	pages := make([]MovePage, len(each))
	if len(each) == 0 {
		return pages, nil
	}
	q, err := g.moveQuery(ctx, r, each[0])
	if err != nil {
		return nil, fmt.Errorf("moves: %w", err)
	}
	lists := r.lists()
	q.Each, q.Limit = each, r.First+1
	got, err := g.store.Moves(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("moves: %w", err)
	}
	for i := range each {
		pages[i] = r.page(lists.of(each[i]), got[PageKey(i)])
	}
	return pages, nil
}

// oneList refuses a cursor for several lists.
func (r MoveRequest) oneList(lists int) error {
	for name, c := range map[string]Cursor{"after": r.After, "before": r.Before} {
		if c != "" && lists > 1 {
			return fmt.Errorf("%w %s: a cursor is of one list, and %d are asked for", ErrInvalid, name, lists)
		}
	}
	return nil
}

// CountMoves counts the moves of each of r.Of, or of all under the empty ID, whatever First, After, Back and Before say.
func (g *Graph) CountMoves(ctx context.Context, r MoveRequest) (map[ID]int, error) {
	r.First, r.After, r.Before, r.Back = 1, "", "", false
	q, err := g.moveQuery(ctx, r, ID(""))
	if err != nil {
		return nil, fmt.Errorf("count moves: %w", err)
	}
	q.Limit = 1
	return g.store.CountMoves(ctx, q)
}

// moveQuery checks a request. Owner is what its lists are of where it has a cursor, and so only one list.
func (g *Graph) moveQuery(ctx context.Context, r MoveRequest, owner any) (MoveQuery, error) {
	q := MoveQuery{Of: r.Of, End: r.End, Order: r.Order, At: r.At}
	if q.Order == "" {
		q.Order = NewestFirst
	}
	if r.First < 1 || r.First > MaxPage {
		return q, fmt.Errorf("%w first %d: want 1 to %d", ErrInvalid, r.First, MaxPage)
	}
	if err := r.oneList(len(r.Of)); err != nil {
		return q, err
	}
	at := r.After
	switch {
	case r.Back && r.After != "":
		return q, fmt.Errorf("%w after: goes with first, before with last", ErrInvalid)
	case !r.Back && r.Before != "":
		return q, fmt.Errorf("%w before: goes with last, after with first", ErrInvalid)
	case r.Back:
		at = r.Before
	}
	if at != "" {
		position, err := at.move(r.lists().of(owner))
		if err != nil {
			return q, err
		}
		q.After = &position
	}
	if r.Back {
		q.Order = q.Order.reverse()
	}
	where, err := g.filter(ctx, r.Where, r.At)
	q.Where = where
	return q, err
}

func (o MoveOrder) reverse() MoveOrder {
	switch o {
	case NewestFirst:
		return OldestFirst
	case OldestFirst:
		return NewestFirst
	}
	return o
}
