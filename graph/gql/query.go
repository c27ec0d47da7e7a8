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

func (q query) Moves(ctx context.Context, where *view.MoveFilter, orderBy graph.MoveOrder, first int, after *string) (*view.MoveConnection, error) {
	return view.New(ctx, q.graph).Moves(where, orderBy, first, after)
}

func (q query) Flows(ctx context.Context, where *view.MoveFilter, by []view.FlowDimension, period graph.Period, first int, after *string) (*view.FlowConnection, error) {
	return view.New(ctx, q.graph).Flows(where, by, period, first, after)
}

func (q query) Snapshot(ctx context.Context, knownAt *time.Time) (*view.Snapshot, error) {
	return view.New(ctx, q.graph).Snapshot(knownAt)
}
