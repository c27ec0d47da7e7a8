package graph

import (
	"context"
	"fmt"
	"time"
)

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
	what := MoveRequest{Where: r.Where, Text: r.Text, IncludeSubsidiaries: r.IncludeSubsidiaries}.lists()
	page := FlowPage{key: what.of(fmt.Sprint(r.ByFrom, r.ByTo, r.ByPeriod))}
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
	each := make([]MoveFilter, len(flows))
	for i, f := range flows {
		each[i] = r.Cell(f)
	}
	return g.MovesOfEach(ctx, MoveRequest{Where: FlowFilter(r.Where), Text: r.Text, IncludeSubsidiaries: r.IncludeSubsidiaries,
		Order: order, First: first, After: after, At: r.At}, each)
}

// Cell is the filter that passes what one flow of a page that r asked for counts, beside r.Where.
func (r FlowRequest) Cell(f Flow) MoveFilter {
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
