package exec

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"talentgraph/graph"
)

// Write answers the query that ctx is of, to the byte as execution does, in a fraction of the time: objects are written as they are met, and
// arguments are read once for a field and not once for an object. It is for answers without errors: where anything fails, and for what
// it does not know (introspection), it is not ok, and execution has to begin anew.
func Write(ctx context.Context, schema graphql.ExecutableSchema) (data []byte, ok bool) {
	e, known := schema.(*executableSchema)
	op := graphql.GetOperationContext(ctx)
	if !known || op.Operation.Operation != ast.Query {
		return nil, false
	}
	w := &writer{ec: newExecutionContext(op, e, nil)}
	w.ctx = w.withInputs(ctx)
	data, err := w.query(op.Operation.SelectionSet)
	return data, err == nil
}

var (
	errNull  = errors.New("null where there is always something")
	errOther = errors.New("a field that is not written here")
)

// writer writes an answer, or a root field of one.
type writer struct {
	ec  *executionContext
	ctx context.Context
	b   []byte
}

// selection is the selected fields of an object, those of fragments among them.
type selection struct{ fields []selected }

type selected struct {
	graphql.CollectedField
	key   string         // with what stands before the value
	index int            // of the field in its type; 0: __typename
	args  map[string]any // as resolvers take them
	below [6]*selection  // by implementation, where the type is an interface
}

// of is what is selected below the field, of the n-th implementation.
func (f *selected) of(n int, find func(ast.SelectionSet) (*selection, error)) (*selection, error) {
	if s := f.below[n]; s != nil {
		return s, nil
	}
	s, err := find(f.Selections)
	f.below[n] = s
	return s, err
}

func (w *writer) collect(sel ast.SelectionSet, satisfies []string) *selection {
	fields := graphql.CollectFields(w.ec.OperationContext, sel, satisfies)
	s := &selection{make([]selected, len(fields))}
	for i, f := range fields {
		key := `"` + f.Alias + `":`
		if i > 0 {
			key = "," + key
		}
		s.fields[i] = selected{CollectedField: f, key: key}
	}
	return s
}

func (w *writer) key(s *selection, i int) *selected {
	f := &s.fields[i]
	w.b = append(w.b, f.key...)
	return f
}

// query writes the root fields, several of them at once.
func (w *writer) query(sel ast.SelectionSet) ([]byte, error) {
	s, err := w.selectQuery(sel)
	if err != nil {
		return nil, err
	}
	parts := make([]*writer, len(s.fields))
	errs := make([]error, len(s.fields))
	var all sync.WaitGroup
	for i := range s.fields {
		parts[i] = &writer{ec: w.ec, ctx: w.ctx}
		if i == len(s.fields)-1 || s.fields[i].index == 0 {
			errs[i] = parts[i].rootField(&s.fields[i])
		} else {
			all.Go(func() { errs[i] = parts[i].rootField(&s.fields[i]) })
		}
	}
	all.Wait()
	defer func() {
		for _, p := range parts {
			if p.b != nil && cap(p.b) <= 1<<20 {
				buffers.Put(&p.b)
			}
		}
	}()
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	size := 2
	for i, p := range parts {
		size += len(s.fields[i].key) + len(p.b)
	}
	b := append(make([]byte, 0, size), '{')
	for i, p := range parts {
		b = append(append(b, s.fields[i].key...), p.b...)
	}
	return append(b, '}'), nil
}

// buffers are what root fields are written into.
var buffers = sync.Pool{New: func() any { b := make([]byte, 0, 16<<10); return &b }}

// rootField answers one root field. What panics is left to execution, which reports it.
func (w *writer) rootField(f *selected) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	w.b = (*buffers.Get().(*[]byte))[:0]
	ctx := graphql.WithFieldContext(w.ctx, &graphql.FieldContext{Object: "Query", Field: f.CollectedField, Args: f.args, IsMethod: true, IsResolver: true})
	return w.writeRoot(ctx, f)
}

func (w *writer) null() { w.b = append(w.b, "null"...) }

func (w *writer) id(id graph.ID) { w.text(string(id)) }

func (w *writer) int(n int) { w.b = strconv.AppendInt(w.b, int64(n), 10) }

func (w *writer) float(f float64) { w.b = strconv.AppendFloat(w.b, f, 'g', -1, 64) }

func (w *writer) bool(yes bool) { w.b = strconv.AppendBool(w.b, yes) }

func (w *writer) date(d graph.Date) {
	if d.IsZero() {
		w.null()
		return
	}
	w.b = append(w.b, '"')
	w.b = append(w.b, d.String()...)
	w.b = append(w.b, '"')
}

// time writes an instant, and tells whether there is one.
func (w *writer) time(t time.Time) bool {
	if t.IsZero() {
		w.null()
		return false
	}
	w.b = append(w.b, '"')
	w.b = t.UTC().AppendFormat(w.b, time.RFC3339Nano)
	w.b = append(w.b, '"')
	return true
}

// text writes a string as gqlgen does: of bytes that are no UTF-8 nothing is changed.
func (w *writer) text(s string) {
	w.b = append(w.b, '"')
	start := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 0x20 && c != '"' && c != '\\' || c >= utf8.RuneSelf {
			continue
		}
		w.b = append(w.b, s[start:i]...)
		switch c {
		case '\t':
			w.b = append(w.b, `\t`...)
		case '\r':
			w.b = append(w.b, `\r`...)
		case '\n':
			w.b = append(w.b, `\n`...)
		case '"', '\\':
			w.b = append(w.b, '\\', c)
		default:
			const hex = "0123456789ABCDEF"
			w.b = append(w.b, `\u00`...)
			w.b = append(w.b, hex[c>>4], hex[c&0xf])
		}
		start = i + 1
	}
	w.b = append(w.b, s[start:]...)
	w.b = append(w.b, '"')
}
