package gql

import (
	"context"

	"github.com/99designs/gqlgen/graphql"

	"talentgraph/graph/gql/internal/exec"
	"talentgraph/graph/gql/internal/view"
)

// execution answers operations: by the writer where it can, else, with errors among others, by gqlgen's execution.
type execution struct {
	graphql.ExecutableSchema
	limits Limits
	plain  bool   // by gqlgen's execution only
	began  func() // is called where the writer could not answer; nil for nothing
}

// Exec as graphql.ExecutableSchema says. Nothing is read before the function that it returns is called.
func (e execution) Exec(context.Context) graphql.ResponseHandler {
	var further graphql.ResponseHandler
	return func(ctx context.Context) *graphql.Response {
		if further != nil {
			return further(ctx)
		}
		if !e.plain {
			if data, ok := exec.Write(e.budgeted(ctx), e.ExecutableSchema); ok {
				further = func(context.Context) *graphql.Response { return nil }
				return &graphql.Response{Data: data}
			}
		}
		if e.began != nil {
			e.began()
		}
		ctx = e.budgeted(ctx)
		further = e.ExecutableSchema.Exec(ctx)
		return further(ctx)
	}
}

// budgeted bounds what one attempt may spend.
func (e execution) budgeted(ctx context.Context) context.Context {
	return view.WithBudget(ctx, e.limits.AnswerFields, e.limits.LevelRows)
}
