package sqlite

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	"testing"
	"time"

	"talentgraph/graph"
	"talentgraph/graph/catalogue"
	"talentgraph/graph/graphtest"
)

// The benchmarks run on a made-up record with TALENTGRAPH_BENCH_MOVES moves (default 20,000), which is made once in the
// folder TALENTGRAPH_BENCH_DIR where that is set. The bars are for a million articles, which have 1.17 million moves:
//
//	TALENTGRAPH_BENCH_MOVES=1170000 TALENTGRAPH_BENCH_DIR=/tmp/bench go test -run - -bench . -benchtime 1x -timeout 2h ./graph/sqlite
func benchMoves() int {
	if n, err := strconv.Atoi(os.Getenv("TALENTGRAPH_BENCH_MOVES")); err == nil && n > 0 {
		return n
	}
	return 20_000
}

const benchBatch = 2000 // articles a commit

// benchStore opens the record with at least n moves, making it first if it is not there. The time that the store took for an
// article, over a tenth of the record or 10,000 articles, is told at the beginning and at the end of the making.
func benchStore(b *testing.B, n int) *Store {
	b.Helper()
	dir := os.Getenv("TALENTGRAPH_BENCH_DIR")
	if dir == "" {
		dir = b.TempDir()
	}
	s := openTest(b, filepath.Join(dir, "bench-"+strconv.Itoa(n)+".db"))
	grow(b, s, n)
	return s
}

func grow(b *testing.B, s *Store, moves int) {
	b.Helper()
	ctx := context.Background()
	shot, err := s.Snapshot(ctx, time.Time{})
	if err != nil {
		b.Fatal(err)
	}
	w := newWorld(s, shot.Articles)
	w.again, w.join = 0, 0 // more moves an article: it is them that the reads need many of
	for k := 0; shot.Moves < moves; k++ {
		if err := w.batch(ctx, benchBatch); err != nil {
			b.Fatal(err)
		}
		if k%5 == 4 {
			if shot, err = s.Snapshot(ctx, time.Time{}); err != nil {
				b.Fatal(err)
			}
		}
		if k%20 == 19 {
			b.Logf("%d articles, %d moves: %.0f articles/s, %.0f µs CPU each", shot.Articles, shot.Moves,
				20*benchBatch/w.took.Seconds(), w.cpu.Seconds()*1e6/20/benchBatch)
			w.took, w.cpu = 0, 0
		}
	}
}

// BenchmarkRecord compares what the store takes for an article on a new record and on a grown one, in batches.
func BenchmarkRecord(b *testing.B) {
	big := benchStore(b, benchMoves())
	ctx := context.Background()
	rate := func(w *world, batches int) (perSecond, cpu float64) {
		w.took, w.cpu = 0, 0
		for range batches {
			if err := w.batch(ctx, benchBatch); err != nil {
				b.Fatal(err)
			}
		}
		n := float64(batches * benchBatch)
		return n / w.took.Seconds(), w.cpu.Seconds() * 1e6 / n
	}
	for b.Loop() {
		small := openTest(b, filepath.Join(b.TempDir(), "small.db"))
		w := newWorld(small, 0)
		rate(w, 10_000/benchBatch)
		first, firstCPU := rate(w, 10_000/benchBatch)
		shot, err := big.Snapshot(ctx, time.Time{})
		if err != nil {
			b.Fatal(err)
		}
		v := newWorld(big, shot.Articles)
		rate(v, 1)
		last, lastCPU := rate(v, 20_000/benchBatch)
		b.ReportMetric(first, "articles/s-at-10k")
		b.ReportMetric(last, "articles/s-grown")
		b.ReportMetric(first/last, "cost-ratio")
		b.ReportMetric(firstCPU, "µs-CPU/article-at-10k")
		b.ReportMetric(lastCPU, "µs-CPU/article-grown")
		b.ReportMetric(lastCPU/firstCPU, "CPU-ratio")
	}
}

// largest is the employer with the most moves.
func largest(b *testing.B, s *Store) graph.ID {
	b.Helper()
	var id graph.ID
	err := s.read(context.Background(), "largest", func(c session) error {
		r := c.long("SELECT o.id FROM (SELECT list, count(*) AS n FROM listing WHERE side = 1 AND list > 0 GROUP BY list ORDER BY n DESC LIMIT 1) JOIN organization o ON o.n = list")
		if r.next() {
			id = graph.ID(r.text(0))
		}
		return r.close()
	})
	if err != nil || id == "" {
		b.Fatal(id, err)
	}
	return id
}

// median runs a few calls of each function in turn, so that all meet the same weather, and returns their middle times.
func median(b *testing.B, rounds int, calls ...func() error) []time.Duration {
	b.Helper()
	times := make([][]time.Duration, len(calls))
	for range rounds {
		for i, call := range calls {
			start := time.Now()
			if err := call(); err != nil {
				b.Fatal(err)
			}
			times[i] = append(times[i], time.Since(start))
		}
	}
	middle := make([]time.Duration, len(calls))
	for i, t := range times {
		slices.Sort(t)
		middle[i] = t[len(t)/2]
	}
	return middle
}

func microseconds(d time.Duration) float64 { return float64(d.Nanoseconds()) / 1000 }

// page reads 50 moves of an organization with their people, organizations and first claims, as a page of the API does.
func page(ctx context.Context, s *Store, q graph.MoveQuery) ([]graph.Move, error) {
	found, err := s.Moves(ctx, q)
	if err != nil {
		return nil, err
	}
	var moves []graph.Move
	for _, m := range found {
		moves = m
	}
	var people, organizations, ids []graph.ID
	for _, m := range moves {
		people = append(people, m.Person)
		organizations = append(organizations, m.From, m.To)
		ids = append(ids, m.ID)
	}
	if _, err := s.People(ctx, people, time.Time{}); err != nil {
		return nil, err
	}
	if _, err := s.Organizations(ctx, organizations, time.Time{}); err != nil {
		return nil, err
	}
	_, err = s.Claims(ctx, graph.ClaimQuery{Of: ids, Limit: 1})
	return moves, err
}

// BenchmarkPage compares a page of the largest employer's moves with what the bare prepared statements for the same rows
// take, and with a page deep in the list.
func BenchmarkPage(b *testing.B) {
	s := benchStore(b, benchMoves())
	ctx := context.Background()
	w, err := s.Snapshot(ctx, time.Time{})
	if err != nil {
		b.Fatal(err)
	}
	first := graph.MoveQuery{Of: []graph.ID{largest(b, s)}, Order: graph.NewestFirst, Limit: 50}
	n, err := s.CountMoves(ctx, first)
	if err != nil {
		b.Fatal(err)
	}
	deep := first
	depth := min(5000*50, n[first.Of[0]]-50)
	deep.Limit = depth
	skipped, err := s.Moves(ctx, deep)
	if err != nil {
		b.Fatal(err)
	}
	last := skipped[first.Of[0]][depth-1]
	deep.Limit, deep.After = 50, &graph.MovePosition{Date: last.Date, ID: last.ID}
	all := graph.MoveQuery{Order: graph.NewestFirst, Limit: 50}
	allDeep, allDepth := all, min(5000*50, w.Moves-50)
	position := placeOf(b, s, allDepth)
	allDeep.After = &position
	for b.Loop() {
		t := median(b, 101,
			func() error { _, err := page(ctx, s, first); return err },
			func() error { _, err := page(ctx, s, deep); return err },
			func() error { return barePage(ctx, s, first) },
			func() error { _, err := page(ctx, s, all); return err },
			func() error { _, err := page(ctx, s, allDeep); return err })
		b.ReportMetric(microseconds(t[0]), "µs/page")
		b.ReportMetric(microseconds(t[2]), "µs/bare")
		b.ReportMetric(float64(t[0])/float64(t[2]), "page/bare")
		b.ReportMetric(float64(t[1])/float64(t[0]), "deep/first")
		b.ReportMetric(float64(depth/50), "deep-page")
		b.ReportMetric(float64(t[4])/float64(t[3]), "deep/first-of-all")
		b.ReportMetric(float64(allDepth/50), "deep-page-of-all")
	}
}

// placeOf is the position of the n-th of all moves, newest first.
func placeOf(b *testing.B, s *Store, n int) graph.MovePosition {
	b.Helper()
	var m graph.Move
	err := s.read(context.Background(), "place", func(c session) error {
		r := c.long("SELECT i.body FROM listing l JOIN item i ON i.r = l.r WHERE side = 2 AND list = 0 AND l.until IS NULL ORDER BY day, id LIMIT 1 OFFSET ?", n-1)
		defer r.close()
		if !r.next() {
			return errors.Join(r.close(), errTorn)
		}
		var err error
		m, err = readMove(version{body: r.blob(0)}, nil)
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return graph.MovePosition{Date: m.Date, ID: m.ID}
}

// barePage runs the statements that a page takes, one for each row and without looking at what they return beyond the
// references that lead on.
func barePage(ctx context.Context, s *Store, q graph.MoveQuery) error {
	return s.read(ctx, "bare", func(c session) error {
		n, _, err := c.numberOf(q.Of[0])
		if err != nil {
			return err
		}
		var entries []entry
		for _, side := range [...]int64{fromSide, toSide} {
			r := c.short(entriesSQL(false, false, false), side, n, -99999999, []byte{}, 0, q.Limit)
			for r.next() {
				entries = append(entries, entry{r.int(0), r.blob(1), r.int(2)})
			}
			if err := r.close(); err != nil {
				return err
			}
		}
		slices.SortFunc(entries, entry.compare)
		for _, e := range entries[:q.Limit] {
			r := c.short(itemSQL, e.r)
			if !r.next() {
				return errTorn
			}
			d := decode(r.blob(5))
			m := readMoveHead(&d)
			if err := readMoveRest(&d, &m, version{}, nil); err != nil {
				return err
			}
			if err := r.close(); err != nil {
				return err
			}
			if err := bareMove(c, m); err != nil {
				return err
			}
		}
		return nil
	})
}

func bareMove(c session, m graph.Move) error {
	all := func(r *rows) error {
		for r.next() {
		}
		return r.close()
	}
	for _, err := range []error{
		all(c.short(itemsByKeySQL, key(m.Person))),
		all(c.short(organizationSQL, key(m.From))), all(c.short(organizationSQL, key(m.To))),
	} {
		if err != nil {
			return err
		}
	}
	for _, id := range []graph.ID{m.From, m.To} {
		n, _, err := c.numberOf(id)
		if err != nil {
			return err
		}
		if err := errors.Join(all(c.short(definitionSQL, n)), all(c.short(observedSQL, n))); err != nil {
			return err
		}
	}
	claim, ok, err := c.openItem(m.Claims[0], claimKind)
	if err != nil || !ok {
		return errors.Join(err, errTorn)
	}
	_, n, err := readClaim(claim.body)
	return errors.Join(err, all(c.short(articleSQL, n)), all(c.short(headSQL, headAt(claim.r>>blockShift))))
}

// BenchmarkGraph records graphtest's world through graph.Graph: reading, fusing and committing together. The heap has the soft
// bound that the command ingest gives it; peak-RSS-MB is the most memory that the process ever held.
func BenchmarkGraph(b *testing.B) {
	organizations, err := catalogue.Organizations()
	if err != nil {
		b.Fatal(err)
	}
	names, err := catalogue.Names()
	if err != nil {
		b.Fatal(err)
	}
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(140 << 20))
	graphtest.BenchmarkRecord(b, graphtest.NewWorld(1, organizations, names), graphtest.ProcessorTime, true, func(b *testing.B) graph.Store { return openTest(b, "") })
	b.ReportMetric(graphtest.PeakMemory(), "peak-RSS-MB")
}
