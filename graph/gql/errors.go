package gql

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"talentgraph/graph"
	"talentgraph/graph/gql/internal/view"
)

// The codes in an error's extensions. Errors in a query's text have those of gqlgen: GRAPHQL_PARSE_FAILED,
// GRAPHQL_VALIDATION_FAILED, COMPLEXITY_LIMIT_EXCEEDED.
const (
	codeInvalid     = "INVALID"     // an argument is wrong; the message says which and why
	codeNotFound    = "NOT_FOUND"   // nothing has the id
	codeConflict    = "CONFLICT"    // the graph changed meanwhile; ask again
	codeUnavailable = "UNAVAILABLE" // the store does not answer; try later
	codeTimeout     = "TIMEOUT"     // took too long; ask for less
	codeInternal    = "INTERNAL"    // a fault of the program; the log has it
	codeBadRequest  = "BAD_REQUEST" // no GraphQL request at all
	codeTooLarge    = "TOO_LARGE"   // the request, its operation or the answer exceeds a limit
)

func requestError(code, format string, args ...any) *gqlerror.Error {
	e := gqlerror.Errorf(format, args...)
	e.Extensions = map[string]any{"code": code}
	return e
}

// presenter decides what clients are told of an error.
type presenter struct {
	log        *slog.Logger
	timeout    time.Duration
	hideSchema bool
}

func (p presenter) present(ctx context.Context, err error) *gqlerror.Error {
	e := *graphql.DefaultErrorPresenter(ctx, err) // has the path
	if e.Extensions["code"] != nil {
		if p.hideSchema {
			e.Message, _, _ = strings.Cut(e.Message, " Did you mean ")
		}
		return &e
	}
	e.Extensions = map[string]any{}
	err = view.Explained(err)
	tell := func(code, message string) *gqlerror.Error {
		e.Extensions["code"], e.Message = code, message
		return &e
	}
	var argument *view.ArgumentError
	var tooLarge *view.TooLargeError
	switch {
	case errors.As(err, &tooLarge):
		return tell(codeTooLarge, tooLarge.Error())
	case errors.As(err, &argument):
		e.Extensions["argument"] = argument.Argument
		if errors.Is(err, graph.ErrNotFound) {
			return tell(codeNotFound, argument.Error())
		}
		return tell(codeInvalid, argument.Error())
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return tell(codeTimeout, fmt.Sprintf("not answered within %s; ask for less", p.timeout))
	case errors.Is(err, graph.ErrInvalid):
		if name := argumentOf(ctx, e.Path); name != "" {
			e.Extensions["argument"] = name
		}
		return tell(codeInvalid, cause(err).Error())
	case errors.Is(err, graph.ErrNotFound):
		return tell(codeNotFound, cause(err).Error())
	case errors.Is(err, graph.ErrConflict):
		return tell(codeConflict, cause(err).Error())
	}
	p.log.ErrorContext(ctx, "GraphQL request failed", "error", err, "path", e.Path.String())
	if errors.Is(err, graph.ErrUnavailable) {
		return tell(codeUnavailable, "the store does not answer now; try again later")
	}
	return tell(codeInternal, "internal error")
}

// argumentOf is the argument whose value could not be read: what the path has below the field.
func argumentOf(ctx context.Context, path ast.Path) string {
	field := graphql.GetFieldContext(ctx)
	if field == nil || len(path) <= len(field.Path()) {
		return ""
	}
	var b strings.Builder
	for _, step := range path[len(field.Path()):] {
		switch step := step.(type) {
		case ast.PathName:
			if b.Len() > 0 {
				b.WriteByte('.')
			}
			b.WriteString(string(step))
		case ast.PathIndex:
			fmt.Fprintf(&b, "[%d]", int(step))
		}
	}
	return b.String()
}

// cause is the error that gqlgen wrapped to give it a path.
func cause(err error) error {
	var g *gqlerror.Error
	for errors.As(err, &g) && g.Err != nil {
		err = g.Err
	}
	return err
}

func (p presenter) recovered(ctx context.Context, value any) error {
	p.log.ErrorContext(ctx, "GraphQL request panicked", "panic", value, "stack", string(debug.Stack()))
	return requestError(codeInternal, "internal error")
}
