package sqlite

import (
	"context"
	"errors"
	"fmt"
	"slices"

	engine "zombiezen.com/go/sqlite"

	"talentgraph/graph"
)

// statement is a compiled one, of one connection.
type statement struct {
	*engine.Stmt
	busy   bool // rows of it are being read
	single bool // not kept: the kept one was busy
}

// bind gives the statement its parameters, all of them.
func (s *statement) bind(args []any) error {
	if n := s.BindParamCount(); n > len(args) {
		return fmt.Errorf("%d parameters of %d are missing", n-len(args), n)
	}
	for i, a := range args {
		i++
		switch x := a.(type) {
		case nil:
			s.BindNull(i)
		case int:
			s.BindInt64(i, int64(x))
		case int64:
			s.BindInt64(i, x)
		case bool:
			s.BindBool(i, x)
		case float64:
			s.BindFloat(i, x)
		case string:
			s.BindText(i, x)
		case graph.ID:
			s.BindText(i, string(x))
		case []byte:
			if x == nil {
				s.BindNull(i)
			} else {
				s.BindBytes(i, x)
			}
		default:
			return fmt.Errorf("parameter %d is a %T", i, a)
		}
	}
	return nil
}

// reset ends an execution. What went wrong in it was told by Step.
func (s *statement) reset() error {
	if s.single {
		return s.Finalize()
	}
	_ = s.Reset()
	return nil
}

// run executes the statement to its end, without looking at rows.
func (s *statement) run(args []any) error {
	err := s.bind(args)
	for more := err == nil; more; {
		more, err = s.Step()
	}
	return errors.Join(err, s.reset())
}

// rows are the results of a query, one at a time. They have to be closed.
type rows struct {
	ctx   context.Context
	s     *statement
	bytes []byte // of the row, as far as they were looked at
	done  bool
	err   error
}

// next moves to the next row; false at the end, after an error, and when the context ended.
func (r *rows) next() bool {
	if r.done {
		return false
	}
	r.bytes = r.bytes[:0]
	more, err := r.s.Step()
	if err != nil {
		if r.err = r.ctx.Err(); r.err == nil {
			r.err = err
		}
	}
	if !more {
		r.close()
	}
	return more
}

// close ends reading and returns what went wrong, if anything did. It may be called again.
func (r *rows) close() error {
	if !r.done {
		r.done = true
		r.s.busy = false
		if err := r.s.reset(); r.err == nil {
			r.err = err
		}
	}
	return r.err
}

// int is a column of the row; 0 for NULL, and after the last row.
func (r *rows) int(i int) int64 {
	if r.done {
		return 0
	}
	return r.s.ColumnInt64(i)
}

func (r *rows) isNull(i int) bool { return r.done || r.s.ColumnIsNull(i) }

func (r *rows) text(i int) string {
	if r.done {
		return ""
	}
	return r.s.ColumnText(i)
}

func (r *rows) blob(i int) []byte { return slices.Clone(r.view(i)) }

// view is a text or blob that is good until the next row.
func (r *rows) view(i int) []byte {
	if r.done {
		return nil
	}
	start, n := len(r.bytes), r.s.ColumnLen(i)
	r.bytes = slices.Grow(r.bytes, n)[:start+n]
	r.s.ColumnBytes(i, r.bytes[start:])
	return r.bytes[start : start+n : start+n]
}
