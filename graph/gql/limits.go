package gql

import (
	"context"
	"math"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// Limits bound what one request may cost.
type Limits struct {
	Body          int64 // bytes of a request
	Tokens        int   // of the query's text: names, braces, values
	Depth         int   // how deep fields nest, introspection apart (the validator bounds that)
	Fields        int   // with those of fragments counted wherever they are spread
	RootFields    int
	Aliases       int
	Directives    int
	Introspection int // fields __schema and __type
	Complexity    int // fields that the answer could hold if each list of moves were as long as its first
	AnswerFields  int // fields that the answer does hold, as far as reading has come
	LevelRows     int // elements that the lists of one level could hold, from what was read above them
	Errors        int // told in one answer; further ones are counted
}

// DefaultLimits let through what a page of the product needs, several times over.
func DefaultLimits() Limits {
	return Limits{
		Body: 256 << 10, Tokens: 1000, Depth: 15, Fields: 2000, RootFields: 20, Aliases: 30, Directives: 50, Introspection: 4,
		Complexity: 100_000_000, AnswerFields: 100_000, LevelRows: 100_000, Errors: 20,
	}
}

func (l Limits) orDefault() Limits {
	d := DefaultLimits()
	if l.Body <= 0 {
		l.Body = d.Body
	}
	for _, x := range []struct{ value, standard *int }{
		{&l.Tokens, &d.Tokens}, {&l.Depth, &d.Depth}, {&l.Fields, &d.Fields}, {&l.RootFields, &d.RootFields}, {&l.Aliases, &d.Aliases},
		{&l.Directives, &d.Directives}, {&l.Introspection, &d.Introspection}, {&l.Complexity, &d.Complexity},
		{&l.AnswerFields, &d.AnswerFields}, {&l.LevelRows, &d.LevelRows}, {&l.Errors, &d.Errors},
	} {
		if *x.value <= 0 {
			*x.value = *x.standard
		}
	}
	return l
}

// shapeLimit refuses operations by their shape, before anything of them is computed.
type shapeLimit struct{ limits Limits }

var _ interface {
	graphql.HandlerExtension
	graphql.OperationContextMutator
} = shapeLimit{}

func (shapeLimit) ExtensionName() string                   { return "ShapeLimit" }
func (shapeLimit) Validate(graphql.ExecutableSchema) error { return nil }

func (l shapeLimit) MutateOperationContext(_ context.Context, op *graphql.OperationContext) *gqlerror.Error {
	m := measurer{fragments: map[string]shape{}}
	s := m.measure(op.Operation.SelectionSet)
	s.directives += len(op.Operation.Directives)
	for _, x := range []struct {
		what       string
		got, limit int
	}{
		{"levels of fields", s.depth, l.limits.Depth}, {"fields", s.fields, l.limits.Fields},
		{"root fields", s.width, l.limits.RootFields}, {"aliases", s.aliases, l.limits.Aliases},
		{"directives", s.directives, l.limits.Directives}, {"introspection fields", s.introspection, l.limits.Introspection},
	} {
		if x.got > x.limit {
			return requestError(codeTooLarge, "the operation has %d %s, at most %d are allowed", x.got, x.what, x.limit)
		}
	}
	return nil
}

// shape is what a selection amounts to when its fragments are spread.
type shape struct{ depth, width, fields, aliases, directives, introspection int }

// measurer measures each fragment once, so that fragments of fragments cost no more than their text.
type measurer struct{ fragments map[string]shape }

func (m measurer) measure(sel ast.SelectionSet) shape {
	var sum shape
	for _, s := range sel {
		var one shape
		switch s := s.(type) {
		case *ast.Field:
			one = m.field(s)
		case *ast.InlineFragment:
			one = m.measure(s.SelectionSet)
			one.directives = add(one.directives, len(s.Directives))
		case *ast.FragmentSpread:
			var known bool
			if one, known = m.fragments[s.Name]; !known {
				one = m.measure(s.Definition.SelectionSet)
				m.fragments[s.Name] = one
			}
			one.directives = add(one.directives, len(s.Directives))
		}
		sum = shape{
			max(sum.depth, one.depth), add(sum.width, one.width), add(sum.fields, one.fields), add(sum.aliases, one.aliases),
			add(sum.directives, one.directives), add(sum.introspection, one.introspection),
		}
	}
	return sum
}

func (m measurer) field(f *ast.Field) shape {
	one := m.measure(f.SelectionSet)
	one.depth++
	one.width = 1
	one.fields = add(one.fields, 1)
	one.directives = add(one.directives, len(f.Directives))
	if f.Alias != f.Name {
		one.aliases = add(one.aliases, 1)
	}
	if strings.HasPrefix(f.Name, "__") && f.Name != "__typename" {
		one.introspection = add(one.introspection, 1)
		one.depth = 1
	}
	return one
}

// add stops at the greatest int: nested fragments double at each step.
func add(a, b int) int {
	if a > math.MaxInt-b {
		return math.MaxInt
	}
	return a + b
}
