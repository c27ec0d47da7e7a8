package view

import (
	"math"

	"github.com/vektah/gqlparser/v2/ast"

	"talentgraph/graph"
	"talentgraph/graph/insight"
)

// Interval is the type of that name.
type Interval struct{ insight.Interval }

// High is null where there is none.
func (i *Interval) High() *float64 { return finite(i.Interval.High) }

// Method says how it was made.
func (i *Interval) Method() string { return insight.IntervalMethod }

// finite is null for what JSON cannot say.
func finite(f float64) *float64 {
	if math.IsInf(f, 0) || math.IsNaN(f) {
		return nil
	}
	return &f
}

// Balance is the type of that name.
type Balance struct {
	insight.Balance
	v                            *View
	organization                 graph.ID
	arrivals, departures, inside *cell
	all                          *cell
}

// Organization is whose balance it is.
func (b *Balance) Organization() (*Organization, error) { return b.v.organization(b.organization) }

// Period is null for all time and for undated moves.
func (b *Balance) Period() *string { return optional(&b.Balance.Period) }

// Arrivals is how many there are.
func (b *Balance) Arrivals() int { return b.Balance.Arrivals.Moves }

// Departures is how many there are.
func (b *Balance) Departures() int { return b.Balance.Departures.Moves }

// Inside is how many there are.
func (b *Balance) Inside() int { return b.Balance.Inside.Moves }

// Coverage is of all three.
func (b *Balance) Coverage() (*Coverage, error) { return b.all.covered() }

// Interval is that of Net.
func (b *Balance) Interval() *Interval { return &Interval{b.Balance.Interval} }

// ArrivalMoves are those that Arrivals counts.
func (b *Balance) ArrivalMoves(orderBy graph.MoveOrder, first *int, after *string, last *int, before *string) (*MoveConnection, error) {
	return b.arrivals.moves(orderBy, Window{first, after, last, before})
}

// DepartureMoves are those that Departures counts.
func (b *Balance) DepartureMoves(orderBy graph.MoveOrder, first *int, after *string, last *int, before *string) (*MoveConnection, error) {
	return b.departures.moves(orderBy, Window{first, after, last, before})
}

// InsideMoves are those that Inside counts.
func (b *Balance) InsideMoves(orderBy graph.MoveOrder, first *int, after *string, last *int, before *string) (*MoveConnection, error) {
	return b.inside.moves(orderBy, Window{first, after, last, before})
}

// Balance of an organization by period.
func (r *Request) Balance(organization graph.ID, where *MoveFilter, period *graph.Period) ([]*Balance, error) {
	s, v, err := r.compared(where, "organization", organization)
	if err != nil {
		return nil, err
	}
	var by graph.Period
	if period != nil {
		by = *period
	}
	found, err := insight.Balances(r.ctx, r.graph, v.organizations[organization].ID, by, s.Scope)
	if err != nil {
		return nil, err
	}
	list := make([]*Balance, len(found))
	for i, b := range found {
		list[i] = &Balance{b, v, organization, s.cell(v, b.Arrivals), s.cell(v, b.Departures), s.cell(v, b.Inside), s.cell(v, b.All)}
	}
	return list, r.read(func() { r.readBalances(once(list...), r.selection()) })
}

// compared is the scope of a question that names organizations in an argument.
func (r *Request) compared(where *MoveFilter, argument string, ids ...graph.ID) (*scope, *View, error) {
	if err := where.noEnds(); err != nil {
		return nil, nil, err
	}
	s, v, err := r.scope(where)
	if err == nil {
		err = r.known(v, argument, ids...)
	}
	return s, v, err
}

func (r *Request) readBalances(balances rows[*Balance], sel ast.SelectionSet) {
	for _, f := range r.fields(balances.sum, sel, "Balance") {
		switch f.Name {
		case "organization":
			follow(r, balances, func(*Balance) {}, func(b *Balance) []*Organization { return one(b.Organization()) }, r.readOrganizations, f.Selections)
		case "arrivalMoves":
			readCells(r, balances, f, func(b *Balance) *cell { return b.arrivals })
		case "departureMoves":
			readCells(r, balances, f, func(b *Balance) *cell { return b.departures })
		case "insideMoves":
			readCells(r, balances, f, func(b *Balance) *cell { return b.inside })
		case "coverage":
			readCovered(r, balances, f, func(b *Balance) *cell { return b.all })
		}
	}
}
