package sqlite

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"

	engine "modernc.org/sqlite/lib"

	"talentgraph/graph"
)

// conn is one connection with its prepared statements. A conn is used by one goroutine at a time.
type conn struct {
	*handle
	statements map[string]*statement
	watched    context.Context // that whatever runs is interrupted by already; nil for none
	near       *near           // of the store; nil for the write connection
}

func openConn(file string, pragmas ...string) (*conn, error) {
	path, err := filepath.Abs(file)
	if err != nil {
		return nil, err
	}
	if path = filepath.ToSlash(path); !strings.HasPrefix(path, "/") {
		path = "/" + path // a drive letter
	}
	h, err := openHandle((&url.URL{Scheme: "file", Path: path}).String())
	if err != nil {
		return nil, err
	}
	h.wait(lockWait)
	c := &conn{handle: h, statements: map[string]*statement{}}
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
		errs = append(errs, s.close())
	}
	c.statements = nil
	return errors.Join(append(errs, c.handle.close())...)
}

// prepared is the statement of an SQL text, which is kept unless the kept one is busy or more statements follow it in the text.
func (c *conn) prepared(sql string) (s *statement, rest string, err error) {
	kept := c.statements[sql]
	if kept != nil && !kept.busy {
		return kept, "", nil
	}
	raw, rest, err := c.prepare(sql)
	if err != nil {
		return nil, "", err
	}
	s = &statement{handle: c.handle, raw: raw, single: true}
	if rest = strings.TrimSpace(rest); kept == nil && rest == "" && raw != 0 {
		s.single = false
		c.statements[sql] = s
	}
	return s, rest, nil
}

// exec runs a short statement, or several; it is not interrupted.
func (c *conn) exec(sql string, args ...any) error {
	for sql != "" {
		s, rest, err := c.prepared(sql)
		if err == nil && s.raw != 0 { // there may be nothing but a comment
			err = s.run(args)
		}
		if err != nil {
			return err
		}
		sql = rest
	}
	return nil
}

// insert runs an INSERT and returns the rowid.
func (c *conn) insert(sql string, args ...any) (int64, error) {
	err := c.exec(sql, args...)
	return int64(engine.Xsqlite3_last_insert_rowid(c.tls, c.db)), err
}

// delete runs a DELETE and returns how many rows there were.
func (c *conn) delete(sql string, args ...any) (int64, error) {
	err := c.exec(sql, args...)
	return int64(engine.Xsqlite3_changes64(c.tls, c.db)), err
}

// query starts a query that is interrupted when the context ends.
func (c *conn) query(ctx context.Context, sql string, args ...any) *rows {
	s, _, err := c.prepared(sql)
	if err == nil {
		err = ctx.Err()
	}
	if err == nil {
		err = s.bind(args)
	}
	if err != nil {
		return &rows{done: true, err: err}
	}
	s.busy = true
	r := &rows{ctx: ctx, s: s}
	if ctx != c.watched {
		r.stop = c.interruptedBy(ctx)
	}
	return r
}

// short is query for one that takes microseconds: it is not interrupted.
func (c *conn) short(sql string, args ...any) *rows {
	return c.query(context.Background(), sql, args...)
}

// failed says in the contract's words what went wrong in an operation.
func failed(operation string, err error) error {
	if err == nil {
		return nil
	}
	var f failure
	if errors.As(err, &f) {
		switch f.code & 0xff {
		case engine.SQLITE_BUSY, engine.SQLITE_LOCKED, engine.SQLITE_CANTOPEN, engine.SQLITE_IOERR, engine.SQLITE_FULL,
			engine.SQLITE_PROTOCOL, engine.SQLITE_READONLY:
			return fmt.Errorf("sqlite: %s: %w: %w", operation, graph.ErrUnavailable, err)
		}
	}
	return fmt.Errorf("sqlite: %s: %w", operation, err)
}
