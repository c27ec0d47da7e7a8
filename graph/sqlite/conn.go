package sqlite

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"strings"

	engine "modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"

	"talentgraph/graph"
)

// conn is one connection with its prepared statements. It speaks to the driver without database/sql in between, which
// would cost more than most of the statements do. A conn is used by one goroutine at a time.
type conn struct {
	driver.Conn
	statements map[string]*statement
	near       *near // of the store; nil for the write connection
}

type statement struct {
	driver.Stmt
	sql    string
	busy   bool // rows of it are being read
	single bool // not kept: the kept one was busy
}

func openConn(file string, pragmas ...string) (*conn, error) {
	path, err := filepath.Abs(file)
	if err != nil {
		return nil, err
	}
	if path = filepath.ToSlash(path); !strings.HasPrefix(path, "/") {
		path = "/" + path // a drive letter
	}
	raw, err := new(engine.Driver).Open((&url.URL{Scheme: "file", Path: path}).String())
	if err != nil {
		return nil, err
	}
	c := &conn{Conn: raw, statements: map[string]*statement{}}
	for _, p := range pragmas {
		if err := c.exec("PRAGMA " + p); err != nil {
			return nil, errors.Join(fmt.Errorf("pragma %s: %w", p, err), c.close())
		}
	}
	return c, nil
}

func (c *conn) close() error {
	var errs []error
	for _, s := range c.statements {
		errs = append(errs, s.Close())
	}
	c.statements = nil
	return errors.Join(append(errs, c.Conn.Close())...)
}

func (c *conn) prepare(sql string) (*statement, error) {
	s := c.statements[sql]
	if s != nil && !s.busy {
		return s, nil
	}
	raw, err := c.Prepare(sql)
	if err != nil {
		return nil, err
	}
	fresh := &statement{Stmt: raw, sql: sql, single: s != nil}
	if s == nil {
		c.statements[sql] = fresh
	}
	return fresh, nil
}

func values(args []any) []driver.NamedValue {
	list := make([]driver.NamedValue, len(args))
	for i, a := range args {
		switch x := a.(type) {
		case int:
			a = int64(x)
		case graph.ID:
			a = string(x)
		}
		list[i] = driver.NamedValue{Ordinal: i + 1, Value: a}
	}
	return list
}

// exec runs a short statement; it is not interrupted.
func (c *conn) exec(sql string, args ...any) error {
	_, err := c.run(sql, args)
	return err
}

// insert runs an INSERT and returns the rowid.
func (c *conn) insert(sql string, args ...any) (int64, error) {
	r, err := c.run(sql, args)
	if err != nil {
		return 0, err
	}
	return r.LastInsertId()
}

// delete runs a DELETE and returns how many rows there were.
func (c *conn) delete(sql string, args ...any) (int64, error) {
	r, err := c.run(sql, args)
	if err != nil {
		return 0, err
	}
	return r.RowsAffected()
}

func (c *conn) run(sql string, args []any) (driver.Result, error) {
	s, err := c.prepare(sql)
	if err != nil {
		return nil, err
	}
	r, err := s.Stmt.(driver.StmtExecContext).ExecContext(context.Background(), values(args))
	if s.single {
		err = errors.Join(err, s.Close())
	}
	return r, err
}

// rows are the results of a query, one at a time. They have to be closed.
type rows struct {
	ctx  context.Context
	s    *statement
	raw  driver.Rows
	row  []driver.Value
	n    int
	done bool
	err  error
}

// query starts a query that is interrupted when the context ends.
func (c *conn) query(ctx context.Context, sql string, args ...any) *rows {
	s, err := c.prepare(sql)
	if err != nil {
		return &rows{done: true, err: err}
	}
	raw, err := s.Stmt.(driver.StmtQueryContext).QueryContext(ctx, values(args))
	if err != nil {
		if s.single {
			err = errors.Join(err, s.Close())
		}
		return &rows{done: true, err: err}
	}
	s.busy = true
	return &rows{ctx: ctx, s: s, raw: raw, row: make([]driver.Value, len(raw.Columns()))}
}

// short is query for one that takes microseconds: the watch over the context would cost more than it does.
func (c *conn) short(sql string, args ...any) *rows {
	return c.query(context.Background(), sql, args...)
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
	if err := r.raw.Next(r.row); err != nil {
		if err != io.EOF {
			r.err = err
		}
		r.close()
		return false
	}
	return true
}

// close ends reading and returns what went wrong, if anything did. It may be called again.
func (r *rows) close() error {
	if !r.done {
		r.done = true
		r.s.busy = false
		if err := r.raw.Close(); r.err == nil {
			r.err = err
		}
		if r.s.single {
			r.err = errors.Join(r.err, r.s.Close())
		}
	}
	return r.err
}

func (r *rows) int(i int) int64 {
	n, _ := r.row[i].(int64)
	return n
}

func (r *rows) text(i int) string {
	s, _ := r.row[i].(string)
	return s
}

func (r *rows) blob(i int) []byte {
	b, _ := r.row[i].([]byte)
	return b
}

// failed says in the contract's words what went wrong in an operation.
func failed(operation string, err error) error {
	if err == nil {
		return nil
	}
	var e *engine.Error
	if errors.As(err, &e) {
		switch e.Code() & 0xff {
		case codes.SQLITE_BUSY, codes.SQLITE_LOCKED, codes.SQLITE_CANTOPEN, codes.SQLITE_IOERR, codes.SQLITE_FULL,
			codes.SQLITE_PROTOCOL, codes.SQLITE_READONLY:
			return fmt.Errorf("sqlite: %s: %w: %w", operation, graph.ErrUnavailable, err)
		}
	}
	return fmt.Errorf("sqlite: %s: %w", operation, err)
}
