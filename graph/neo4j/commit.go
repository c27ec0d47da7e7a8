package neo4j

import (
	"context"
	"crypto/rand"
	"fmt"
	"log/slog"
	"maps"
	"slices"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"talentgraph/graph"
)

// commitRetries is how often a commit is tried again after the connection was lost while it ended, so that nobody
// knows whether it took place. Its token tells.
const commitRetries = 3

// Commit as graph.Store says. Commits of all stores on one database follow one another: each first takes the lock of
// the one TalentGraph node, so their times rise and they cannot deadlock.
func (s *Store) Commit(ctx context.Context, c graph.Commit) (graph.Snapshot, error) {
	var done graph.Snapshot
	var announced int64
	token := rand.Text()
	work := func(t transaction) error {
		w := writer{transaction: t, c: c, token: token}
		applied, err := w.apply()
		done = w.done
		if err == nil && !applied {
			announced, err = s.announce(ctx)
		}
		return err
	}
	err := s.enter(ctx)
	for try := 0; err == nil; try++ {
		err = s.attempt(ctx, neo4j.AccessModeWrite, work)
		if err == nil || !neo4j.IsConnectivityError(err) || try == commitRetries {
			break
		}
		select {
		case <-ctx.Done():
		case <-time.After(time.Duration(try+1) * 200 * time.Millisecond):
			err = nil
		}
	}
	if announced > 0 {
		if failed := s.settle(ctx, announced, err == nil); err == nil && failed != nil {
			slog.WarnContext(ctx, "neo4j: readers have to wait for a moment", "error", failed) // until release
		}
	}
	if err = explain(ctx, err); err != nil {
		if s.closed.Load() {
			err = fmt.Errorf("%w: the store is closed", graph.ErrInvalid)
		}
		return graph.Snapshot{}, fmt.Errorf("commit: %w", err)
	}
	return done, nil
}

// writer applies one commit in one transaction.
type writer struct {
	transaction
	c     graph.Commit
	token string
	at    int64 // the commit's time in microseconds
	done  graph.Snapshot
	rules int64
	count counts // how much is current after the commit

	renamedPeople []any // ids of people whose moves need another caption
	idle          []any // ids of organizations without definition and mentions

	unmarked []string // ids of claims that are no longer current
}

// counts is how much is current, as in graph.Snapshot.
type counts struct{ articles, claims, people, organizations, moves int64 }

// apply does the whole commit. Each step assumes those before it: relationships need their ends, a move's caption the
// names of its person and organizations.
func (w *writer) apply() (applied bool, err error) {
	if applied, err = w.begin(); err != nil || applied {
		return applied, err
	}
	for _, step := range []func() error{
		w.check, w.whole, w.retract, w.record, w.judge, w.organizations, w.people, w.moves, w.succeed, w.flows, w.divide, w.erase, w.finish,
	} {
		if err := step(); err != nil {
			return false, err
		}
	}
	return false, nil
}

// begin waits for the commits before this one and reads where they left the record. Applied is true where this very
// commit has taken place already.
func (w *writer) begin() (applied bool, err error) {
	if err := w.lock(); err != nil {
		return false, err
	}
	found := false
	var last int64
	err = w.each(`MATCH (g:TalentGraph {id: 'graph'}) MATCH (r:Rules {id: 'rules'}) OPTIONAL MATCH (c:Commit {token: $token})
		RETURN g.commits, g.at, r.version, g.articles, g.claims, g.people, g.organizations, g.moves, g.schema, c.number, c.at`,
		parameters{"token": w.token}, func(v []any) {
			n := func(i int) int64 { x, _ := v[i].(int64); return x }
			found = n(8) == schemaVersion
			last, w.rules = n(1), n(2)
			w.count = counts{n(3), n(4), n(5), n(6), n(7)}
			w.done = graph.Snapshot{Commits: n(0) + 1}
			if v[9] != nil {
				applied = true
				w.done = graph.Snapshot{Commits: n(9), At: fromMicros(n(10))}
			}
		})
	if err != nil || applied {
		return applied, err
	}
	if !found {
		return false, fmt.Errorf("%w database: its graph was taken away or changed by another program", graph.ErrInvalid)
	}
	w.at = max(w.c.Now.UnixMicro(), last+1)
	w.done.At = fromMicros(w.at)
	return false, nil
}

// check compares versions, raising those of the blocks on the way: a conflict undoes it all.
func (w *writer) check() error {
	if w.c.Rules != w.rules {
		return fmt.Errorf("%w: the organization judgements have version %d, not %d", graph.ErrConflict, w.rules, w.c.Rules)
	}
	var conflict error
	rows := make([]any, 0, len(w.c.Expect))
	for _, id := range slices.Sorted(maps.Keys(w.c.Expect)) {
		rows = append(rows, []any{string(id), w.c.Expect[id]})
	}
	for len(rows) > 0 && conflict == nil {
		n := min(len(rows), maxRows)
		if err := w.each(`UNWIND $rows AS r
			MERGE (b:Block {id: r[0]}) ON CREATE SET b.version = 1 ON MATCH SET b.version = b.version + 1
			WITH b, r WHERE b.version <> r[1] + 1 RETURN b.id, b.version - 1, r[1]`,
			parameters{"rows": rows[:n]}, func(v []any) {
				conflict = fmt.Errorf("%w: block %s has version %d, not %d", graph.ErrConflict, v[0], v[1], v[2])
			}); err != nil {
			return err
		}
		rows = rows[n:]
	}
	if conflict != nil {
		return conflict
	}
	recorded, err := w.recorded()
	if err != nil {
		return err
	}
	for _, a := range w.c.Articles {
		if recorded[a.ID] {
			return fmt.Errorf("%w: article %s is recorded", graph.ErrConflict, a.ID)
		}
	}
	for _, id := range w.c.Retract {
		if !recorded[id] {
			return fmt.Errorf("%w: article %s is not recorded", graph.ErrConflict, id)
		}
	}
	return nil
}

// recorded says which of the commit's articles are recorded and not retracted.
func (w *writer) recorded() (map[graph.ID]bool, error) {
	ids := slices.Clone(w.c.Retract)
	for _, a := range w.c.Articles {
		ids = append(ids, a.ID)
	}
	found := map[graph.ID]bool{}
	if len(ids) == 0 {
		return found, nil
	}
	err := w.each(`UNWIND $ids AS id MATCH (a:Article {id: id}) USING INDEX SEEK a:Article(id) RETURN a.id`, parameters{"ids": sortedTexts(ids)},
		func(v []any) { found[graph.ID(v[0].(string))] = true })
	return found, err
}

// finish notes the commit.
func (w *writer) finish() error {
	return w.do(`MATCH (g:TalentGraph {id: 'graph'})
		SET g.commits = $commits, g.at = $at, g.articles = $articles, g.claims = $claims, g.people = $people,
			g.organizations = $organizations, g.moves = $moves
		CREATE (:Commit {token: $token, number: $commits, at: $at, articles: $articles, claims: $claims, people: $people,
			organizations: $organizations, moves: $moves})`,
		parameters{"commits": w.done.Commits, "at": w.at, "token": w.token, "articles": w.count.articles,
			"claims": w.count.claims, "people": w.count.people, "organizations": w.count.organizations, "moves": w.count.moves})
}
