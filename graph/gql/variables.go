package gql

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// exactEnums refuses variables with an enum's value in other letters, which the validator lets pass: nothing in the
// graph has the status "rumored", so a filter by it would find nothing, and look right.
type exactEnums struct{ schema *ast.Schema }

var _ interface {
	graphql.HandlerExtension
	graphql.OperationContextMutator
} = &exactEnums{}

func (*exactEnums) ExtensionName() string { return "ExactEnums" }

func (e *exactEnums) Validate(s graphql.ExecutableSchema) error {
	e.schema = s.Schema()
	return nil
}

func (e *exactEnums) MutateOperationContext(_ context.Context, op *graphql.OperationContext) *gqlerror.Error {
	for _, v := range op.Operation.VariableDefinitions {
		if wrong, found := e.wrong(v.Type, op.Variables[v.Variable]); found {
			err := gqlerror.ErrorPathf(ast.Path{ast.PathName("variable"), ast.PathName(v.Variable)}, "%.40q is not a valid %s", wrong.value, wrong.enum)
			errcode.Set(err, errcode.ValidationFailed)
			return err
		}
	}
	return nil
}

type wrongValue struct{ value, enum string }

// wrong finds a value of an enum in other letters than its own.
func (e *exactEnums) wrong(t *ast.Type, value any) (wrongValue, bool) {
	if t.Elem != nil {
		switch list := value.(type) {
		case []any:
			return wrongAmong(e, t.Elem, list)
		case []string: // what the validator makes of one value for a list of it
			return wrongAmong(e, t.Elem, list)
		}
		return wrongValue{}, false
	}
	d := e.schema.Types[t.NamedType]
	switch value := value.(type) {
	case string:
		if d.Kind == ast.Enum && d.EnumValues.ForName(value) == nil {
			return wrongValue{value, d.Name}, true
		}
	case map[string]any:
		for _, f := range d.Fields {
			if w, found := e.wrong(f.Type, value[f.Name]); found {
				return w, true
			}
		}
	}
	return wrongValue{}, false
}

func wrongAmong[T any](e *exactEnums, t *ast.Type, list []T) (wrongValue, bool) {
	for _, x := range list {
		if w, found := e.wrong(t, x); found {
			return w, true
		}
	}
	return wrongValue{}, false
}
