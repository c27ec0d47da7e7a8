package gql

import (
	"context"
	"log/slog"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"talentgraph/graph"
)

// snapshotExtension puts into extensions.snapshot at which point of the record reading began. Answers that hold nothing
// of the record have none.
type snapshotExtension struct {
	graph *graph.Graph
	log   *slog.Logger
}

// point of the record.
type point struct {
	Commits int64      `json:"commits"`
	At      *time.Time `json:"at"` // of the last commit; null for an empty record
}

func (s snapshotExtension) around(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	if op := graphql.GetOperationContext(ctx).Operation; op == nil || !asksTheRecord(op.SelectionSet) {
		return next(ctx)
	}
	now, err := s.graph.Snapshot(ctx, time.Time{})
	if err != nil { // the fields will say what clients need to know
		s.log.WarnContext(ctx, "no snapshot of the record", "error", err)
		return next(ctx)
	}
	p := point{Commits: now.Commits}
	if !now.At.IsZero() {
		p.At = &now.At
	}
	graphql.RegisterExtension(ctx, "snapshot", p)
	return next(ctx)
}

// asksTheRecord is whether a root field is none of introspection.
func asksTheRecord(sel ast.SelectionSet) bool {
	for _, s := range sel {
		switch s := s.(type) {
		case *ast.Field:
			if !strings.HasPrefix(s.Name, "__") {
				return true
			}
		case *ast.InlineFragment:
			if asksTheRecord(s.SelectionSet) {
				return true
			}
		case *ast.FragmentSpread:
			if asksTheRecord(s.Definition.SelectionSet) {
				return true
			}
		}
	}
	return false
}
