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

// same reports whether two points are one. The number of commits alone would do, but for a store that was replaced by another.
func (p point) same(q point) bool {
	return p.Commits == q.Commits && (p.At == nil) == (q.At == nil) && (p.At == nil || p.At.Equal(*q.At))
}

// now is the point of the record that reading begins at.
func (s snapshotExtension) now(ctx context.Context) (point, error) {
	now, err := s.graph.Snapshot(ctx, time.Time{})
	if err != nil {
		return point{}, err
	}
	p := point{Commits: now.Commits}
	if !now.At.IsZero() {
		p.At = &now.At
	}
	return p, nil
}

// reading is what is known of an answer in the making.
type reading struct {
	record bool  // the record was asked
	at     point // where reading began
	known  bool  // at is so
}

type readingKey struct{}

func readingOf(ctx context.Context) *reading {
	if r, ok := ctx.Value(readingKey{}).(*reading); ok {
		return r
	}
	return &reading{}
}

func (s snapshotExtension) around(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	if op := graphql.GetOperationContext(ctx).Operation; op == nil || !asksTheRecord(op.SelectionSet) {
		return next(ctx)
	}
	r := readingOf(ctx)
	r.record = true
	if !r.known {
		var err error
		if r.at, err = s.now(ctx); err != nil { // the fields will say what clients need to know
			s.log.WarnContext(ctx, "no snapshot of the record", "error", err)
			return next(ctx)
		}
		r.known = true
	}
	graphql.RegisterExtension(ctx, "snapshot", r.at)
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
