package sqlite

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"

	"modernc.org/sqlite/lib"
	engine "zombiezen.com/go/sqlite"

	"talentgraph/graph"
)

func init() { sqlite3.PatchIssue199() } // pages of 64 KB on arm64; the binding does not call it

// conn is one connection with its prepared statements. A conn is used by one goroutine at a time.
type conn struct {
	*engine.Conn
	statements map[string]*statement
	near       *near // of the store; nil for the write connection
}

func openConn(file string, pragmas ...string) (*conn, error) {
	path, err := filepath.Abs(file)
	if err != nil {
		return nil, err
	}
	if path = filepath.ToSlash(path); !strings.HasPrefix(path, "/") {
		path = "/" + path // a drive letter
	}
	h, err := engine.OpenConn((&url.URL{Scheme: "file", Path: path}).String(), engine.OpenReadWrite, engine.OpenCreate, engine.OpenURI)
	if err != nil {
		return nil, err
	}
	h.SetBusyTimeout(lockWait)
	c := &conn{Conn: h, statements: map[string]*statement{}}
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
		errs = append(errs, s.Finalize())
	}
	c.statements = nil
	return errors.Join(append(errs, c.Close())...)
}

// prepared is the statement of an SQL text, which is kept unless the kept one is busy or more statements follow it in the text.
func (c *conn) prepared(sql string) (s *statement, rest string, err error) {
	kept := c.statements[sql]
	if kept != nil && !kept.busy {
		return kept, "", nil
	}
	compiled, trailing, err := c.PrepareTransient(sql)
	if err != nil {
		return nil, "", err
	}
	s = &statement{Stmt: compiled, single: true}
	if rest = strings.TrimSpace(sql[len(sql)-trailing:]); kept == nil && rest == "" {
		s.single = false
		c.statements[sql] = s
	}
	return s, rest, nil
}

// exec runs a short statement, or several.
func (c *conn) exec(sql string, args ...any) error {
	for sql != "" {
		s, rest, err := c.prepared(sql)
		if err == nil {
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
	return c.LastInsertRowID(), err
}

// delete runs a DELETE and returns how many rows there were.
func (c *conn) delete(sql string, args ...any) (int64, error) {
	err := c.exec(sql, args...)
	return int64(c.Changes()), err
}

// query starts a query that ends with the context.
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
	return &rows{ctx: ctx, s: s}
}

// short is query for one that takes microseconds.
func (c *conn) short(sql string, args ...any) *rows {
	return c.query(context.Background(), sql, args...)
}

// failed says in the contract's words what went wrong in an operation.
func failed(operation string, err error) error {
	if err == nil {
		return nil
	}
	switch engine.ErrCode(err).ToPrimary() {
	case engine.ResultBusy, engine.ResultLocked, engine.ResultCantOpen, engine.ResultIOErr, engine.ResultFull, engine.ResultProtocol,
		engine.ResultReadOnly:
		return fmt.Errorf("sqlite: %s: %w: %w", operation, graph.ErrUnavailable, err)
	}
	return fmt.Errorf("sqlite: %s: %w", operation, err)
}
