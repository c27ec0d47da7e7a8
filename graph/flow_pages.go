package graph

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"
)

// FlowRequest asks for counts of moves.
type FlowRequest struct {
	Where  MoveFilter // no Statuses: all but DENIED
	By     []FlowDimension
	Period Period // of ByPeriod
	RollUp bool   // parts of an organization count for the topmost one that they are part of
	Order  FlowOrder
	First  int // 1 to MaxPage
	After  Cursor
	Back   bool   // the last First flows in place of the first, in the same order
	Before Cursor // only with Back, which After is not for
	At     time.Time
}

// FlowPage is one page of flows.
type FlowPage struct {
	Flows       []Flow
	HasNext     bool // as of MovePage
	HasPrevious bool
	key         string
}

// Cursor of the page's i-th flow.
func (p FlowPage) Cursor(i int) Cursor { return flowCursor(p.key, p.Flows[i]) }

// Flows counts moves by cell. Denied moves count only where the filter asks for them.
func (g *Graph) Flows(ctx context.Context, r FlowRequest) (FlowPage, error) {
	q, page, err := g.flowQuery(ctx, r)
	if err != nil {
		return page, fmt.Errorf("flows: %w", err)
	}
	if page.Flows, err = g.store.Flows(ctx, q); err != nil {
		return page, fmt.Errorf("flows: %w", err)
	}
	more := len(page.Flows) > r.First
	if more {
		page.Flows = page.Flows[:r.First]
	}
	page.HasNext, page.HasPrevious = more, r.After != ""
	if r.Back {
		slices.Reverse(page.Flows)
		page.HasNext, page.HasPrevious = r.Before != "", more
	}
	return page, nil
}

// AllFlows returns the first most cells of a request, whatever its page, and whether there are more. It is one read of the store, where
// pages would each count anew.
func (g *Graph) AllFlows(ctx context.Context, r FlowRequest, most int) (flows []Flow, more bool, err error) {
	r.First, r.After, r.Back, r.Before = 1, "", false, ""
	q, _, err := g.flowQuery(ctx, r)
	if err != nil {
		return nil, false, fmt.Errorf("flows: %w", err)
	}
	q.Limit = most + 1
	if flows, err = g.store.Flows(ctx, q); err != nil {
		return nil, false, fmt.Errorf("flows: %w", err)
	}
	if more = len(flows) > most; more {
		flows = flows[:most]
	}
	return flows, more, nil
}

func (g *Graph) flowQuery(ctx context.Context, r FlowRequest) (FlowQuery, FlowPage, error) {
	q := FlowQuery{By: r.By, Period: r.Period, RollUp: r.RollUp, Order: cmp.Or(r.Order, MostMoves), At: r.At, Limit: r.First + 1}
	page := FlowPage{key: MoveRequest{Where: r.Where}.lists().of(fmt.Sprint(r.By, r.Period, r.RollUp, q.Order))}
	if err := r.check(); err != nil {
		return q, page, err
	}
	at := r.After
	if r.Back {
		q.Order, at = q.Order.reverse(), r.Before
	}
	if at != "" {
		after, err := at.flow(page.key)
		if err != nil {
			return q, page, err
		}
		q.After = &after
	}
	where, err := g.filter(ctx, r.Where, r.At)
	q.Where = FlowFilter(where)
	return q, page, err
}

func (r FlowRequest) check() error {
	if r.First < 1 || r.First > MaxPage {
		return fmt.Errorf("%w first %d: want 1 to %d", ErrInvalid, r.First, MaxPage)
	}
	if len(r.By) > MaxDimensions {
		return fmt.Errorf("%w by: %d dimensions, at most %d", ErrInvalid, len(r.By), MaxDimensions)
	}
	for i, d := range r.By {
		if slices.Contains(r.By[:i], d) {
			return fmt.Errorf("%w by: %s twice", ErrInvalid, d)
		}
	}
	switch {
	case slices.Contains(r.By, ByPeriod) != (r.Period != ""):
		return fmt.Errorf("%w period: it goes with %s among the dimensions", ErrInvalid, ByPeriod)
	case r.Back && r.After != "":
		return fmt.Errorf("%w after: goes with first, before with last", ErrInvalid)
	case !r.Back && r.Before != "":
		return fmt.Errorf("%w before: goes with last, after with first", ErrInvalid)
	}
	return nil
}

func (o FlowOrder) reverse() FlowOrder {
	switch o {
	case MostMoves:
		return LeastMoves
	case LeastMoves:
		return MostMoves
	case ByCell:
		return ByCellDown
	}
	return ByCell
}

// FlowMoves returns for each of these flows a page of the moves that it counts, in the flows' order. The flows are from
// a page that r asked for; after goes with at most one of them.
func (g *Graph) FlowMoves(ctx context.Context, r FlowRequest, flows []Flow, order MoveOrder, first int, after Cursor) ([]MovePage, error) {
	each := make([]MoveFilter, len(flows))
	for i, f := range flows {
		each[i] = r.Cell(f)
	}
	return g.MovesOfEach(ctx, MoveRequest{Where: FlowFilter(r.Where), Order: order, First: first, After: after, At: r.At}, each)
}

// Cell is the filter that passes what one flow of a page that r asked for counts, beside r.Where.
func (r FlowRequest) Cell(f Flow) MoveFilter {
	var c MoveFilter
	end := func(id ID, exact, group *[]ID, field MoveField) {
		switch {
		case id == "":
			c.Unknown = append(c.Unknown, field)
		case r.RollUp:
			*group = []ID{id}
		default:
			*exact = []ID{id}
		}
	}
	for _, d := range r.By {
		switch d {
		case ByFrom:
			end(f.From, &c.From, &c.FromGroups, FromField)
		case ByTo:
			end(f.To, &c.To, &c.ToGroups, ToField)
		case ByPeriod:
			c.Months = r.Period.Months(f.Period)
		case ByRoleFamily:
			c.RoleFamilies = []RoleFamily{f.RoleFamily}
		case BySeniority:
			c.Seniorities = []Seniority{f.Seniority}
		case ByFromSector:
			c.FromSectors = []string{f.FromSector}
		case ByToSector:
			c.ToSectors = []string{f.ToSector}
		case ByFromCountry:
			c.FromCountries = []string{f.FromCountry}
		case ByToCountry:
			c.ToCountries = []string{f.ToCountry}
		case ByStatus:
			c.Statuses = []Status{f.Status}
		case ByLanguage:
			c.FirstLanguages = []string{f.Language}
		}
	}
	if r.RollUp {
		c.Inside = &f.Inside
	}
	return c
}

// FlowFilter is the filter that a flow's moves pass: all but denied ones where neither it nor one inside it names a status.
func FlowFilter(f MoveFilter) MoveFilter {
	if !f.namesStatus() {
		f.Statuses = []Status{Rumored, Announced, Completed}
	}
	return f
}

func (f MoveFilter) namesStatus() bool {
	return len(f.Statuses) > 0 || slices.ContainsFunc(slices.Concat(f.All, f.Any, f.None), MoveFilter.namesStatus)
}

// Parts are the organizations below one, as the catalogue has them, in no order.
func (g *Graph) Parts(organization ID) []ID { return g.fuser.parts(organization) }
