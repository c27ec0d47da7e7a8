package sqlite

import (
	"context"
	"errors"
	"maps"
	"reflect"
	"testing"
	"time"

	"talentgraph/graph"
)

// recount asserts that the counts kept with the record are those that its current versions give, and that the file is
// sound.
func recount(t testing.TB, s *Store) {
	t.Helper()
	ctx := context.Background()
	err := s.read(ctx, "recount", func(c session) error {
		q := graph.FlowQuery{By: []graph.FlowDimension{graph.ByFrom, graph.ByTo, graph.ByPeriod}, Period: graph.Month}
		var kept, live [5]map[cell]int
		for i, status := range append([]graph.Status{""}, graph.Statuses()...) {
			f := newFilter(graph.MoveFilter{})
			if status != "" {
				f = newFilter(graph.MoveFilter{Statuses: []graph.Status{status}})
			}
			k, l := newTally(q), newTally(q)
			if _, err := c.counted(f, k, true); err != nil {
				return err
			}
			if err := c.each([]list{{side: allSide}}, f, 0, func(m graph.Move) {
				from, _, fromErr := c.numberOf(m.From)
				to, _, toErr := c.numberOf(m.To)
				if err := errors.Join(fromErr, toErr); err != nil {
					t.Error(err)
				}
				l.add(from, to, number(m.Date)/100, 1)
			}); err != nil {
				return err
			}
			maps.DeleteFunc(k.cells, func(_ cell, n int) bool { return n == 0 })
			kept[i], live[i] = k.cells, l.cells
			if !maps.Equal(kept[i], live[i]) {
				t.Errorf("flows %q: %d cells kept, %d live, or other counts", status, len(k.cells), len(l.cells))
			}
		}
		pairs := map[cell]int{}
		for p, n := range live[0] {
			pairs[cell{source: p.source, target: p.target}] += n
		}
		maps.DeleteFunc(pairs, func(_ cell, n int) bool { return n < heavy })
		inTable := map[cell]int{}
		r := c.short("SELECT source, target, moves FROM pair")
		for r.next() {
			inTable[cell{source: r.int(0), target: r.int(1)}] = int(r.int(2))
		}
		if err := r.close(); err != nil {
			return err
		}
		if !maps.Equal(pairs, inTable) {
			t.Errorf("%d heavy pairs kept, %d live, or other counts", len(inTable), len(pairs))
		}

		mentions, moves := map[graph.Mention]int{}, int64(0)
		if err := c.each([]list{{side: allSide}}, newFilter(graph.MoveFilter{}), 0, func(m graph.Move) {
			moves++
			for _, x := range m.Mentions {
				n := x.Claims
				x.Claims = 0
				mentions[x] += n
			}
		}); err != nil {
			return err
		}
		told := map[graph.Mention]int{}
		r = c.short("SELECT o.id, m.name, m.claims FROM mention m JOIN organization o ON o.n = m.n WHERE m.until IS NULL")
		for r.next() {
			told[graph.Mention{Organization: graph.ID(r.text(0)), Name: r.text(1)}] = int(r.int(2))
		}
		if err := r.close(); err != nil {
			return err
		}
		if !maps.Equal(mentions, told) {
			t.Errorf("%d mentions kept, %d live, or other counts", len(told), len(mentions))
		}
		if err := c.recountFacts(t, 0); err != nil {
			return err
		}
		return c.recountState(t, moves)
	})
	if err != nil {
		t.Error(err)
	}
}

// recountFacts asserts that the facts of a time are those that its versions of moves give.
func (s session) recountFacts(t testing.TB, at int64) error {
	t.Helper()
	w := &commit{session: s, store: s.store, organizations: map[graph.ID]int64{}, terms: map[term]uint64{}}
	want := map[graph.ID]fact{}
	var failed error
	if err := s.each([]list{{side: allSide}}, newFilter(graph.MoveFilter{}), at, func(m graph.Move) {
		x, err := w.factOf(&m, 0)
		failed = errors.Join(failed, err)
		want[m.ID] = x
	}); err != nil || failed != nil {
		return errors.Join(err, failed)
	}
	v, err := s.survey(at)
	if err != nil {
		return err
	}
	met := 0
	return errors.Join(v.each(1<<factColumns-1, func(c *chunk, live []int) error {
		return v.moves(c, live, func(i int, m *graph.Move) error {
			met++
			var x fact
			for k := range x.values {
				if k != factItem {
					x.values[k] = c.columns[k][i]
				}
			}
			for n := c.starts[i]; n < c.starts[i+1]; n++ {
				var source [factColumns - factArticle]uint64
				for k := range source {
					source[k] = c.columns[factArticle+k][n]
				}
				x.sources = append(x.sources, source)
			}
			if !reflect.DeepEqual(x, want[m.ID]) {
				t.Errorf("at %d: the fact of %s is\n%v, and should be\n%v", at, m.ID, x, want[m.ID])
			}
			return nil
		})
	}), func() error {
		if met != len(want) {
			t.Errorf("at %d: %d facts of %d moves", at, met, len(want))
		}
		return nil
	}())
}

func (s session) recountState(t testing.TB, moves int64) error {
	t.Helper()
	now, err := s.stateAt(0)
	if err != nil {
		return err
	}
	for _, x := range []struct {
		what, sql string
		want      int64
	}{
		{"articles", "SELECT count(*) FROM article WHERE until IS NULL", now.articles},
		{"claims", "SELECT count(*) FROM item WHERE kind = 1 AND until IS NULL", now.claims},
		{"people", "SELECT count(*) FROM item WHERE kind = 2 AND until IS NULL", now.people},
		{"moves", "SELECT count(*) FROM item WHERE kind = 3 AND until IS NULL", now.moves},
		{"listed moves", "SELECT count(*) FROM listing WHERE side = 2 AND until IS NULL", now.moves},
		{"read moves", "SELECT ?", moves},
		{"organizations", `SELECT count(*) FROM definition d WHERE until IS NULL
			AND EXISTS (SELECT 1 FROM mention m WHERE m.n = d.n AND m.until IS NULL)`, now.organizations},
		{"recent", "SELECT count(*) FROM recent", now.recent},
		{"broken keys", "SELECT count(*) FROM pragma_foreign_key_check", 0},
	} {
		args := []any(nil)
		if x.what == "read moves" {
			args, x.want = []any{moves}, now.moves
		}
		r := s.long(x.sql, args...)
		if r.next() && r.int(0) != x.want && (x.what != "recent" || r.int(0) > x.want) { // of recent some may have been erased
			t.Errorf("%s: %d, counted %d", x.what, x.want, r.int(0))
		}
		if err := r.close(); err != nil {
			return err
		}
	}
	r := s.long("PRAGMA integrity_check")
	if !r.next() || r.text(0) != "ok" {
		t.Errorf("integrity check: %q", r.text(0))
	}
	return r.close()
}

// TestRecount grows a record in commits of many sizes.
func TestRecount(t *testing.T) {
	s := openTest(t, "")
	s.settleAt = 500
	w := newWorld(s, 0)
	for _, n := range []int{1, 300, 2, 40, 700, 1, 1, 500} {
		if err := w.batch(context.Background(), n); err != nil {
			t.Fatal(err)
		}
	}
	recount(t, s)
	shot, err := s.Snapshot(context.Background(), time.Time{})
	if err != nil || shot.Articles != 1545 || shot.Moves < 1000 {
		t.Errorf("snapshot %+v, %v", shot, err)
	}
}
