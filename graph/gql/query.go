package gql

import (
	"context"
	"time"

	"talentgraph/graph"
	"talentgraph/graph/gql/internal/exec"
	"talentgraph/graph/gql/internal/view"
)

// root answers the root fields of schema/query.graphqls. All below them is read ahead by view.
type root struct{ graph *graph.Graph }

// Query is the schema's root.
func (r root) Query() exec.QueryResolver { return query(r) }

type query root

func (q query) Node(ctx context.Context, id graph.ID, knownAt *time.Time) (view.Node, error) {
	return view.New(ctx, q.graph).Node(id, knownAt)
}

func (q query) Person(ctx context.Context, id graph.ID, knownAt *time.Time) (*view.Person, error) {
	return view.New(ctx, q.graph).Person(id, knownAt)
}

func (q query) Organization(ctx context.Context, id graph.ID, knownAt *time.Time) (*view.Organization, error) {
	return view.New(ctx, q.graph).Organization(id, knownAt)
}

func (q query) Move(ctx context.Context, id graph.ID, knownAt *time.Time) (*view.Move, error) {
	return view.New(ctx, q.graph).Move(id, knownAt)
}

func (q query) Article(ctx context.Context, id graph.ID, knownAt *time.Time) (*view.Article, error) {
	return view.New(ctx, q.graph).Article(id, knownAt)
}

func (q query) Search(ctx context.Context, text string, kinds []view.EntityKind, first int, knownAt *time.Time) ([]*view.SearchHit, error) {
	return view.New(ctx, q.graph).Search(text, kinds, first, knownAt)
}

func (q query) Suggest(ctx context.Context, text string, kinds []view.EntityKind, first int, knownAt *time.Time) ([]*view.Suggestion, error) {
	return view.New(ctx, q.graph).Suggest(text, kinds, first, knownAt)
}

func (q query) People(ctx context.Context, where *view.PersonFilter, orderBy graph.NameOrder, first *int, after *string, last *int, before *string, knownAt *time.Time) (*view.PersonConnection, error) {
	return view.New(ctx, q.graph).People(where, orderBy, view.Window{First: first, After: after, Last: last, Before: before}, knownAt)
}

func (q query) Organizations(ctx context.Context, where *view.OrganizationFilter, orderBy graph.NameOrder, first *int, after *string, last *int, before *string, knownAt *time.Time) (*view.OrganizationConnection, error) {
	return view.New(ctx, q.graph).Organizations(where, orderBy, view.Window{First: first, After: after, Last: last, Before: before}, knownAt)
}

func (q query) Articles(ctx context.Context, where *view.ArticleFilter, orderBy graph.ArticleOrder, first *int, after *string, last *int, before *string, knownAt *time.Time) (*view.ArticleConnection, error) {
	return view.New(ctx, q.graph).Articles(where, orderBy, view.Window{First: first, After: after, Last: last, Before: before}, knownAt)
}

func (q query) Sets(ctx context.Context, knownAt *time.Time) ([]*view.OrganizationSet, error) {
	return view.New(ctx, q.graph).Sets(knownAt)
}

func (q query) Set(ctx context.Context, id string, knownAt *time.Time) (*view.OrganizationSet, error) {
	return view.New(ctx, q.graph).Set(id, knownAt)
}

func (q query) Moves(ctx context.Context, where *view.MoveFilter, orderBy graph.MoveOrder, first *int, after *string, last *int, before *string) (*view.MoveConnection, error) {
	return view.New(ctx, q.graph).Moves(where, orderBy, view.Window{First: first, After: after, Last: last, Before: before})
}

func (q query) Flows(ctx context.Context, where *view.MoveFilter, by []graph.FlowDimension, period graph.Period, rollUp bool, orderBy graph.FlowOrder, first *int, after *string, last *int, before *string) (*view.FlowConnection, error) {
	return view.New(ctx, q.graph).Flows(where, by, period, rollUp, orderBy, view.Window{First: first, After: after, Last: last, Before: before})
}

func (q query) Balance(ctx context.Context, organization graph.ID, where *view.MoveFilter, period *graph.Period) ([]*view.Balance, error) {
	return view.New(ctx, q.graph).Balance(organization, where, period)
}

func (q query) Ratio(ctx context.Context, a, b graph.ID, where *view.MoveFilter) (*view.Ratio, error) {
	return view.New(ctx, q.graph).Ratio(a, b, where)
}

func (q query) Matrix(ctx context.Context, organizations []graph.ID, where *view.MoveFilter) (*view.Matrix, error) {
	return view.New(ctx, q.graph).Matrix(organizations, where)
}

func (q query) Paths(ctx context.Context, from, to graph.ID, where *view.MoveFilter, maxHops, first int) (*view.Paths, error) {
	return view.New(ctx, q.graph).Paths(from, to, where, maxHops, first)
}

func (q query) Teams(ctx context.Context, least, days int, where *view.MoveFilter, first int) (*view.Teams, error) {
	return view.New(ctx, q.graph).Teams(least, days, where, first)
}

func (q query) Circles(ctx context.Context, first int, where *view.MoveFilter) (*view.Circles, error) {
	return view.New(ctx, q.graph).Circles(first, where)
}

func (q query) Subgraph(ctx context.Context, around []graph.ID, hops int, where *view.MoveFilter, limit int) (*view.Subgraph, error) {
	return view.New(ctx, q.graph).Subgraph(around, hops, where, limit)
}

func (q query) Coverage(ctx context.Context, where *view.MoveFilter) (*view.Coverage, error) {
	return view.New(ctx, q.graph).Coverage(where)
}

func (q query) Snapshot(ctx context.Context, knownAt *time.Time) (*view.Snapshot, error) {
	return view.New(ctx, q.graph).Snapshot(knownAt)
}
