package gql

import (
	"math"
	"time"

	"talentgraph/graph"
	"talentgraph/graph/gql/internal/exec"
	"talentgraph/graph/gql/internal/view"
)

// Lists that are nearly always short are taken to be no longer than this, whatever their first: the answer's own
// budget catches those that are not.
const (
	candidatesExpected = 2
	employersExpected  = 2
	claimsExpected     = 5
	stintsExpected     = 5
	balancesExpected   = 20
	cellsExpected      = 50
	setsExpected       = 10
	travellersExpected = 20
)

// What questions cost that read much for a small answer, as fields: a request has room for a few of the dearest.
const (
	costOfCounting = 100_000
	costOfCovering = 100_000
	costOfMany     = 5_000_000
	costOfCircles  = 20_000_000
)

// page is the cost of a page of moves.
func page(child int, first, last *int) int {
	switch {
	case first != nil:
		return times(*first, child)
	case last != nil:
		return times(*last, child)
	}
	return times(graph.DefaultPage, child)
}

// complexity says what fields cost: 1 and, for lists, what an element costs as often as the list may be long. It refuses
// hopeless requests before anything is read; view.WithBudget bounds those that pass by what there really is.
func complexity() exec.ComplexityRoot {
	moves := func(child int, _ *view.MoveFilter, _ graph.MoveOrder, first *int, _ *string, last *int, _ *string) int {
		return page(child, first, last)
	}
	counted := func(child int, _ graph.MoveOrder, first *int, _ *string, last *int, _ *string) int {
		return page(child, first, last)
	}
	claims := func(child int, first int) int { return times(min(first, claimsExpected), child) }

	var c exec.ComplexityRoot
	c.Query.Moves = moves
	c.Query.Flows = func(child int, _ *view.MoveFilter, _ []graph.FlowDimension, _ graph.Period, _ bool, _ graph.FlowOrder, first *int, _ *string, last *int, _ *string) int {
		return page(child, first, last)
	}
	c.Query.People = func(child int, _ *view.PersonFilter, _ graph.NameOrder, first *int, _ *string, last *int, _ *string, _ *time.Time) int {
		return page(child, first, last)
	}
	c.Query.Organizations = func(child int, _ *view.OrganizationFilter, _ graph.NameOrder, first *int, _ *string, last *int, _ *string, _ *time.Time) int {
		return page(child, first, last)
	}
	c.Query.Articles = func(child int, _ *view.ArticleFilter, _ graph.ArticleOrder, first *int, _ *string, last *int, _ *string, _ *time.Time) int {
		return page(child, first, last)
	}
	c.Query.Suggest = func(child int, _ string, _ []view.EntityKind, first int, _ *time.Time) int {
		return times(first, child)
	}
	c.Query.Sets = func(child int, _ *time.Time) int { return times(setsExpected, child) }
	c.OrganizationSet.Organizations = func(child int) int { return times(cellsExpected, child) }
	c.Query.Search = func(child int, _ string, _ []view.EntityKind, first int, _ *time.Time) int {
		return times(first, child)
	}
	c.Person.Moves = moves
	c.Person.Candidates = func(child int) int { return times(candidatesExpected, child) }
	c.Organization.Arrivals, c.Organization.Departures, c.Organization.Moves = moves, moves, moves
	c.Article.Moves = moves
	c.Organization.Staff = func(child int, _ graph.Date, _ bool, _ graph.NameOrder, first *int, _ *string, last *int, _ *string) int {
		return add(costOfCounting, page(child, first, last))
	}
	c.Person.Employers = func(child int, _ graph.Date) int { return times(employersExpected, child) }
	c.Person.Timeline = func(child int, _ *graph.Date) int { return times(stintsExpected, child) }
	c.Flow.Moves, c.Link.Moves, c.Circle.InsideMoves = counted, counted, counted
	c.Balance.ArrivalMoves, c.Balance.DepartureMoves, c.Balance.InsideMoves = counted, counted, counted
	c.Ratio.ForthMoves, c.Ratio.BackMoves = counted, counted
	c.Query.Balance = func(child int, _ graph.ID, _ *view.MoveFilter, _ *graph.Period) int {
		return add(costOfCounting, times(balancesExpected, child))
	}
	c.Query.Ratio = func(child int, _, _ graph.ID, _ *view.MoveFilter) int { return add(costOfCounting, child) }
	c.Query.Matrix = func(child int, _ []graph.ID, _ *view.MoveFilter) int { return add(costOfMany, child) }
	c.Matrix.Cells = func(child int) int { return times(cellsExpected, child) }
	c.Query.Paths = func(child int, _, _ graph.ID, _ *view.MoveFilter, _ int, first int) int {
		return add(costOfMany, times(first, child))
	}
	c.Query.Teams = func(child int, _, _ int, _ *view.MoveFilter, first int) int {
		return add(costOfMany, times(first, child))
	}
	c.Query.Circles = func(child int, first int, _ *view.MoveFilter) int { return add(costOfCircles, times(first, child)) }
	c.Query.Subgraph = func(child int, _ []graph.ID, _ int, _ *view.MoveFilter, _ int) int { return add(costOfMany, child) }
	c.Subgraph.Nodes = func(child int) int { return times(cellsExpected, child) }
	c.Subgraph.Edges = func(child int) int { return times(cellsExpected, child) }
	c.Query.Coverage = func(child int, _ *view.MoveFilter) int { return add(costOfMany, child) }
	covered := func(child int) int { return add(costOfCovering, child) } // of a connection too, whose cost counts as often as it is long
	c.Flow.Coverage, c.Link.Coverage, c.Balance.Coverage, c.Path.Coverage, c.Team.Coverage, c.Circle.Coverage = covered, covered, covered, covered, covered, covered
	c.FlowConnection.Coverage, c.Ratio.Coverage, c.Matrix.Coverage, c.Circles.Coverage = covered, covered, covered, covered
	c.Paths.Coverage, c.Teams.Coverage, c.Subgraph.Coverage = covered, covered, covered
	c.Flow.People, c.Flow.FirstDate, c.Flow.LastDate = covered, covered, covered
	c.Flow.TopRoles = func(child int, first int) int { return add(costOfCovering, times(first, child)) }
	shares := func(child int, first int) int { return times(min(first, travellersExpected), child) }
	c.Coverage.TopRoles, c.Coverage.Languages, c.Coverage.Publishers = shares, shares, shares
	c.Path.Travellers = func(child int, first int) int { return times(min(first, travellersExpected), child) }
	c.Circle.Members = func(child int, first int) int { return times(min(first, travellersExpected), child) }
	c.Article.Claims, c.Move.Claims = claims, claims
	return c
}

// times is the cost of a list. A length out of range counts as one: the resolver will refuse it.
func times(first, child int) int {
	if first < 1 || first > graph.MaxPage {
		first = 1
	}
	if child > (math.MaxInt-1)/first {
		return math.MaxInt
	}
	return 1 + first*child
}
