package neo4j

import (
	"context"
	"fmt"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"talentgraph/graph"
)

// How long the server lets a transaction live, so that a client that is gone holds no lock for ever.
const (
	readTimeout  = 2 * time.Minute
	writeTimeout = 10 * time.Minute
)

type parameters = map[string]any

// transaction runs statements one after the other.
type transaction struct {
	ctx context.Context
	neo4j.ManagedTransaction
	observe func(statement string, p parameters) // of the Store
	seen    *glance                              // where settled has to know the gate; else nil
}

// each runs a statement and hands over its rows; a row is only good until the next one.
func (t transaction) each(statement string, p parameters, row func(values []any)) error {
	if t.observe != nil {
		t.observe(statement, p)
	}
	if t.seen != nil {
		t.seen.last = false
	}
	result, err := t.Run(t.ctx, statement, p)
	if err != nil {
		return err
	}
	for result.Next(t.ctx) {
		row(result.Record().Values)
	}
	return result.Err()
}

// once is each for a statement with few rows, whose columns are named, and finds the gate in the same exchange: collect
// ends the reading of all rows, down to their values, before the gate is looked at. Nodes have to be given as their
// properties, by n{.*}: properties(n) of Neo4j 5.26 loses one that a condition on its being there has read before.
func (t transaction) once(statement, columns string, p parameters, row func(values []any)) error {
	seen := glance{last: true}
	err := t.each("CALL { "+statement+" } WITH collect(["+columns+"]) AS rows OPTIONAL MATCH (g:Gate {id: 'gate'}) RETURN rows, g.begin, g.end", p, func(v []any) {
		rows, _ := v[0].([]any)
		for _, r := range rows {
			row(r.([]any))
		}
		seen.begin, _ = v[1].(int64)
		seen.end, _ = v[2].(int64)
	})
	if err == nil && t.seen != nil {
		*t.seen = seen
	}
	return err
}

// do runs a statement for what it changes.
func (t transaction) do(statement string, p parameters) error {
	return t.each(statement, p, func([]any) {})
}

// rows runs a statement over rows under $rows, in parts that keep messages and server memory small; none without rows.
func (t transaction) rows(statement string, rows []any, p parameters) error {
	for len(rows) > 0 {
		n := min(len(rows), maxRows)
		with := parameters{"rows": rows[:n]}
		for k, v := range p {
			with[k] = v
		}
		if err := t.do(statement, with); err != nil {
			return err
		}
		rows = rows[n:]
	}
	return nil
}

const maxRows = 5000

// enter checks that a call may begin.
func (s *Store) enter(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if s.closed.Load() {
		return fmt.Errorf("%w: the store is closed", graph.ErrInvalid)
	}
	return nil
}

func (s *Store) session(ctx context.Context, mode neo4j.AccessMode) neo4j.SessionWithContext {
	return s.driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: mode, DatabaseName: s.database, BookmarkManager: s.bookmarks})
}

// read runs work in one transaction that only reads, and sees commits whole. Work may run more than once, so it has to
// begin from nothing.
func (s *Store) read(ctx context.Context, operation string, work func(t transaction) error) error {
	return s.run(ctx, operation, func() error { return s.whole(ctx, neo4j.AccessModeRead, work) })
}

// readLeader is read on the server that takes writes, which in a cluster knows most.
func (s *Store) readLeader(ctx context.Context, operation string, work func(t transaction) error) error {
	return s.run(ctx, operation, func() error { return s.whole(ctx, neo4j.AccessModeWrite, work) })
}

// run runs a call of the Store with what is the same for all.
func (s *Store) run(ctx context.Context, operation string, call func() error) error {
	err := s.enter(ctx)
	if err == nil {
		err = explain(ctx, call())
		if err != nil && s.closed.Load() {
			err = fmt.Errorf("%w: the store is closed", graph.ErrInvalid)
		}
	}
	if err != nil {
		return fmt.Errorf("%s: %w", operation, err)
	}
	return nil
}

// attempt runs work in one transaction, which the driver tries again where the server says that this may help.
func (s *Store) attempt(ctx context.Context, mode neo4j.AccessMode, work func(t transaction) error) error {
	session := s.session(ctx, mode)
	defer func() { _ = session.Close(context.WithoutCancel(ctx)) }()
	managed := func(tx neo4j.ManagedTransaction) (any, error) {
		return nil, work(transaction{ctx: ctx, ManagedTransaction: tx, observe: s.observe})
	}
	var err error
	if mode == neo4j.AccessModeRead {
		_, err = session.ExecuteRead(ctx, managed, neo4j.WithTxTimeout(readTimeout))
	} else {
		_, err = session.ExecuteWrite(ctx, managed, neo4j.WithTxTimeout(writeTimeout))
	}
	return err
}
