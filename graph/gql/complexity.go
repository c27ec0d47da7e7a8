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
	claimsExpected     = 5
)

// complexity says what fields cost: 1 and, for lists, what an element costs as often as the list may be long. It refuses
// hopeless requests before anything is read; view.WithBudget bounds those that pass by what there really is.
func complexity() exec.ComplexityRoot {
	moves := func(child int, _ *view.MoveFilter, _ graph.MoveOrder, first int, _ *string) int {
		return times(first, child)
	}
	claims := func(child int, first int) int { return times(min(first, claimsExpected), child) }

	var c exec.ComplexityRoot
	c.Query.Moves = moves
	c.Query.Flows = func(child int, _ *view.MoveFilter, _ []view.FlowDimension, _ graph.Period, first int, _ *string) int {
		return times(first, child)
	}
	c.Query.Search = func(child int, _ string, _ []view.EntityKind, first int, _ *time.Time) int {
		return times(first, child)
	}
	c.Person.Moves = moves
	c.Person.Candidates = func(child int) int { return times(candidatesExpected, child) }
	c.Organization.Arrivals, c.Organization.Departures, c.Organization.Moves = moves, moves, moves
	c.Article.Moves = moves
	c.Flow.Moves = func(child int, _ graph.MoveOrder, first int, _ *string) int { return times(first, child) }
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
