package graph

import (
	"cmp"
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
	Of                  []ID // people, organizations or articles: a page for each; empty for one page of all moves
	End                 MoveEnd
	Where               MoveFilter
	Text                string // words that names or roles of the move contain; folded here
	IncludeSubsidiaries bool   // organizations in the filter stand for their parts as well
	Order               MoveOrder
	First               int    // how many a page, 1 to MaxPage
	After               Cursor // only with at most one of Of
	At                  time.Time
}

// MovePage is one page of moves.
type MovePage struct {
	Moves   []Move
	HasNext bool
	q       *MoveQuery
}

// Cursor of the page's i-th move: where the next page starts when it is the last one.
func (p MovePage) Cursor(i int) Cursor { return moveCursor(p.q.Order, p.Moves[i]) }

// Moves returns a page for each of r.Of, or one under the empty ID; a page without moves is in the map as well.
func (g *Graph) Moves(ctx context.Context, r MoveRequest) (map[ID]MovePage, error) {
	q, err := g.moveQuery(ctx, r)
	if err != nil {
		return nil, fmt.Errorf("moves: %w", err)
	}
	of := r.Of
	if len(of) == 0 {
		of = []ID{""}
	}
	pages := make(map[ID]MovePage, len(of))
	for _, id := range of {
		pages[id] = MovePage{q: &q}
	}
	q.Limit = r.First + 1
	got, err := g.store.Moves(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("moves: %w", err)
	}
	for id, moves := range got {
		p := MovePage{Moves: moves, q: &q}
		if len(moves) > r.First {
			p.Moves, p.HasNext = moves[:r.First], true
		}
		pages[id] = p
	}
	return pages, nil
}

// CountMoves counts the moves of each of r.Of, or of all under the empty ID, whatever First and After say.
func (g *Graph) CountMoves(ctx context.Context, r MoveRequest) (map[ID]int, error) {
	r.First, r.After = 1, ""
	q, err := g.moveQuery(ctx, r)
	if err != nil {
		return nil, fmt.Errorf("count moves: %w", err)
	}
	q.Limit = 1
	return g.store.CountMoves(ctx, q)
}

func (g *Graph) moveQuery(ctx context.Context, r MoveRequest) (MoveQuery, error) {
	q := MoveQuery{Of: r.Of, End: r.End, Order: r.Order, At: r.At}
	if q.Order == "" {
		q.Order = NewestFirst
	}
	if r.First < 1 || r.First > MaxPage {
		return q, fmt.Errorf("%w first %d: want 1 to %d", ErrInvalid, r.First, MaxPage)
	}
	if r.After != "" {
		if len(r.Of) > 1 {
			return q, fmt.Errorf("%w after: a cursor is of one list, and %d are asked for", ErrInvalid, len(r.Of))
		}
		at, err := r.After.move(q.Order)
		if err != nil {
			return q, err
		}
		q.After = &at
	}
	where, err := g.filter(ctx, r.Where, r.Text, r.IncludeSubsidiaries)
	q.Where = where
	return q, err
}

// filter checks a filter as callers give it and turns it into what stores take.
func (g *Graph) filter(ctx context.Context, f MoveFilter, text string, subsidiaries bool) (MoveFilter, error) {
	for _, l := range []struct {
		name string
		ids  []ID
		kind string
	}{{"person", f.People, "Person"}, {"from", f.From, "Organization"}, {"to", f.To, "Organization"},
		{"organization", f.Organizations, "Organization"}} {
		if len(l.ids) > maxIDs {
			return f, fmt.Errorf("%w %s: %d ids, at most %d", ErrInvalid, l.name, len(l.ids), maxIDs)
		}
		for _, id := range l.ids {
			if id.Kind() != l.kind {
				return f, fmt.Errorf("%w %s: %.40q is no id of a %s", ErrInvalid, l.name, string(id), l.kind)
			}
		}
	}
	if !f.Since.IsZero() && !f.Until.IsZero() && f.Until.Last().Compare(f.Since.First()) < 0 {
		return f, fmt.Errorf("%w since %s is after until %s", ErrInvalid, f.Since, f.Until)
	}
	if f.MinConfidence < 0 || f.MinConfidence > 1 {
		return f, fmt.Errorf("%w minConfidence %v: want 0 to 1", ErrInvalid, f.MinConfidence)
	}
	if text != "" {
		words := FoldWords(text)
		if len(words) == 0 {
			return f, fmt.Errorf("%w text %.40q: no letter or digit in it", ErrInvalid, text)
		}
		slices.Sort(words)
		f.Words = slices.Compact(words)
	}
	var err error
	if f.People, err = g.current(ctx, f.People); err != nil {
		return f, err
	}
	for _, ids := range []*[]ID{&f.From, &f.To, &f.Organizations} {
		if *ids, err = g.current(ctx, *ids); err != nil {
			return f, err
		}
		if subsidiaries {
			*ids = g.withParts(*ids)
		}
	}
	return f, nil
}

// current adds to ids what they gave way to, so that a filter by an old id goes on working.
func (g *Graph) current(ctx context.Context, ids []ID) ([]ID, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	all := slices.Clone(ids)
	for next := ids; len(next) > 0 && len(all) < 2*maxIDs; {
		succ, err := g.store.Successors(ctx, next)
		if err != nil {
			return nil, err
		}
		next = nil
		for _, id := range succ {
			if id != "" && !slices.Contains(all, id) {
				next = append(next, id)
				all = append(all, id)
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all), nil
}

// withParts adds the organizations below those with the given ids, as the catalogue has them.
func (g *Graph) withParts(ids []ID) []ID {
	all := slices.Clone(ids)
	for _, id := range ids {
		all = append(all, g.fuser.parts(id)...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// FlowRequest asks for counts of moves.
type FlowRequest struct {
	Where               MoveFilter // no Statuses: all but DENIED
	Text                string
	IncludeSubsidiaries bool
	ByFrom, ByTo        bool
	ByPeriod            Period
	First               int // 1 to MaxPage
	After               Cursor
	At                  time.Time
}

// FlowPage is one page of flows, most moves first.
type FlowPage struct {
	Flows   []Flow
	HasNext bool
	key     string
}

// Cursor of the page's i-th flow.
func (p FlowPage) Cursor(i int) Cursor { return flowCursor(p.key, p.Flows[i]) }

// Flows counts moves by cell. Denied moves count only where the filter asks for them.
func (g *Graph) Flows(ctx context.Context, r FlowRequest) (FlowPage, error) {
	q := FlowQuery{ByFrom: r.ByFrom, ByTo: r.ByTo, ByPeriod: r.ByPeriod, At: r.At, Limit: r.First + 1}
	page := FlowPage{key: fmt.Sprint(r.ByFrom, r.ByTo, r.ByPeriod)}
	if r.First < 1 || r.First > MaxPage {
		return page, fmt.Errorf("flows: %w first %d: want 1 to %d", ErrInvalid, r.First, MaxPage)
	}
	if r.After != "" {
		at, err := r.After.flow(page.key)
		if err != nil {
			return page, fmt.Errorf("flows: %w", err)
		}
		q.After = &at
	}
	where, err := g.filter(ctx, r.Where, r.Text, r.IncludeSubsidiaries)
	if err != nil {
		return page, fmt.Errorf("flows: %w", err)
	}
	q.Where = FlowFilter(where)
	if page.Flows, err = g.store.Flows(ctx, q); err != nil {
		return page, fmt.Errorf("flows: %w", err)
	}
	if len(page.Flows) > r.First {
		page.Flows, page.HasNext = page.Flows[:r.First], true
	}
	return page, nil
}

// FlowMoves returns for each of these flows a page of the moves that it counts, in the flows' order. The flows are from
// a page that r asked for; after goes with at most one of them.
func (g *Graph) FlowMoves(ctx context.Context, r FlowRequest, flows []Flow, order MoveOrder, first int, after Cursor) ([]MovePage, error) {
	if first < 1 || first > MaxPage {
		return nil, fmt.Errorf("moves of flows: %w first %d: want 1 to %d", ErrInvalid, first, MaxPage)
	}
	pages := make([]MovePage, len(flows))
	if len(flows) == 0 {
		return pages, nil
	}
	where, err := g.filter(ctx, r.Where, r.Text, r.IncludeSubsidiaries)
	if err != nil {
		return nil, fmt.Errorf("moves of flows: %w", err)
	}
	q := MoveQuery{Where: FlowFilter(where), Order: cmp.Or(order, NewestFirst), Limit: first + 1, At: r.At}
	if after != "" {
		if len(flows) > 1 {
			return nil, fmt.Errorf("moves of flows: %w after: a cursor is of one list, and %d are asked for", ErrInvalid, len(flows))
		}
		at, err := after.move(q.Order)
		if err != nil {
			return nil, fmt.Errorf("moves of flows: %w", err)
		}
		q.After = &at
	}
	for _, f := range flows {
		q.Each = append(q.Each, r.cell(f))
	}
	got, err := g.store.Moves(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("moves of flows: %w", err)
	}
	for i := range flows {
		pages[i] = MovePage{Moves: got[PageKey(i)], q: &q}
		if len(pages[i].Moves) > first {
			pages[i].Moves, pages[i].HasNext = pages[i].Moves[:first], true
		}
	}
	return pages, nil
}

// cell is the filter that passes what one flow counts.
func (r FlowRequest) cell(f Flow) MoveFilter {
	var c MoveFilter
	if r.ByFrom {
		if c.FromUnknown = f.From == ""; !c.FromUnknown {
			c.From = []ID{f.From}
		}
	}
	if r.ByTo {
		if c.ToUnknown = f.To == ""; !c.ToUnknown {
			c.To = []ID{f.To}
		}
	}
	if r.ByPeriod != "" {
		c.Months = r.ByPeriod.Months(f.Period)
	}
	return c
}

// FlowFilter is the filter that a flow's moves pass: all but denied ones where it names no status.
func FlowFilter(f MoveFilter) MoveFilter {
	if len(f.Statuses) == 0 {
		f.Statuses = []Status{Rumored, Announced, Completed}
	}
	return f
}

// Parts are the organizations below one, as the catalogue has them, in no order.
func (g *Graph) Parts(organization ID) []ID { return g.fuser.parts(organization) }
