package sqlite

import (
	"context"
	"errors"
	"fmt"

	"modernc.org/libc"
	engine "modernc.org/sqlite/lib"

	"talentgraph/graph"
)

// statement is a compiled one, of one connection.
type statement struct {
	*handle
	raw    uintptr
	args   buffer // texts and blobs that are bound
	busy   bool   // rows of it are being read
	single bool   // not kept: the kept one was busy
}

func (s *statement) close() error {
	code := engine.Xsqlite3_finalize(s.tls, s.raw)
	s.raw = 0
	s.args.free(s.tls)
	if code != engine.SQLITE_OK {
		return s.failed(code)
	}
	return nil
}

// bind gives the statement its parameters, all of them.
func (s *statement) bind(args []any) error {
	if n := int(engine.Xsqlite3_bind_parameter_count(s.tls, s.raw)); n > len(args) {
		return fmt.Errorf("%d parameters of %d are missing", n-len(args), n)
	}
	size := 0
	for _, a := range args {
		switch x := a.(type) {
		case string:
			size += len(x)
		case graph.ID:
			size += len(x)
		case []byte:
			size += len(x)
		}
	}
	room, err := s.args.bytes(s.tls, size)
	if err != nil {
		return err
	}
	at := s.args.at
	for i, a := range args {
		var code int32
		i := int32(i + 1)
		switch x := a.(type) {
		case nil:
			code = engine.Xsqlite3_bind_null(s.tls, s.raw, i)
		case int:
			code = engine.Xsqlite3_bind_int64(s.tls, s.raw, i, engine.Tsqlite_int64(x))
		case int64:
			code = engine.Xsqlite3_bind_int64(s.tls, s.raw, i, engine.Tsqlite_int64(x))
		case bool:
			code = engine.Xsqlite3_bind_int64(s.tls, s.raw, i, engine.Tsqlite_int64(libc.Bool32(x)))
		case float64:
			code = engine.Xsqlite3_bind_double(s.tls, s.raw, i, x)
		case string:
			n := copy(room, x)
			code = engine.Xsqlite3_bind_text(s.tls, s.raw, i, at, int32(n), 0)
			room, at = room[n:], at+uintptr(n)
		case graph.ID:
			n := copy(room, x)
			code = engine.Xsqlite3_bind_text(s.tls, s.raw, i, at, int32(n), 0)
			room, at = room[n:], at+uintptr(n)
		case []byte:
			if x == nil {
				code = engine.Xsqlite3_bind_null(s.tls, s.raw, i)
				break
			}
			n := copy(room, x)
			code = engine.Xsqlite3_bind_blob(s.tls, s.raw, i, at, int32(n), 0)
			room, at = room[n:], at+uintptr(n)
		default:
			return fmt.Errorf("parameter %d is a %T", i, a)
		}
		if code != engine.SQLITE_OK {
			return s.failed(code)
		}
	}
	return nil
}

// step goes to the next row; false after the last.
func (s *statement) step() (bool, error) {
	switch code := engine.Xsqlite3_step(s.tls, s.raw); code {
	case engine.SQLITE_ROW:
		return true, nil
	case engine.SQLITE_DONE:
		return false, nil
	default:
		return false, s.failed(code)
	}
}

// reset ends an execution. What went wrong in it was told by step.
func (s *statement) reset() error {
	engine.Xsqlite3_reset(s.tls, s.raw)
	if s.single {
		return s.close()
	}
	return nil
}

// run executes the statement to its end, without looking at rows.
func (s *statement) run(args []any) error {
	err := s.bind(args)
	for more := err == nil; more; {
		more, err = s.step()
	}
	return errors.Join(err, s.reset())
}

// rows are the results of a query, one at a time. They have to be closed.
type rows struct {
	ctx  context.Context
	stop func() // watching over the context; nil for nothing
	s    *statement
	n    int
	done bool
	err  error
}

// next moves to the next row; false at the end, after an error, and when the context ended.
func (r *rows) next() bool {
	if r.done {
		return false
	}
	if r.n++; r.n&0xff == 0 {
		if r.err = r.ctx.Err(); r.err != nil {
			r.close()
			return false
		}
	}
	more, err := r.s.step()
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
		if r.stop != nil {
			r.stop()
		}
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
	return int64(engine.Xsqlite3_column_int64(r.s.tls, r.s.raw, int32(i)))
}

func (r *rows) isNull(i int) bool {
	return r.done || engine.Xsqlite3_column_type(r.s.tls, r.s.raw, int32(i)) == engine.SQLITE_NULL
}

func (r *rows) text(i int) string { return string(r.view(i)) }

func (r *rows) blob(i int) []byte { return append([]byte(nil), r.view(i)...) }

// view is a text or blob as it stands in the engine's memory until the next row.
func (r *rows) view(i int) []byte {
	if r.done {
		return nil
	}
	at := engine.Xsqlite3_column_blob(r.s.tls, r.s.raw, int32(i))
	if at == 0 {
		return nil
	}
	return libc.GoBytes(at, int(engine.Xsqlite3_column_bytes(r.s.tls, r.s.raw, int32(i))))
}
