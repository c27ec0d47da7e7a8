package sqlite

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"
)

// The benchmarks run on a made-up record with TALENTGRAPH_BENCH_MOVES moves (default 20,000), which is made once in the
// folder TALENTGRAPH_BENCH_DIR where that is set. The figures of the README are those of
//
//	TALENTGRAPH_BENCH_MOVES=1000000 TALENTGRAPH_BENCH_DIR=/tmp/bench go test -run - -bench . -timeout 2h ./graph/sqlite
func benchMoves() int {
	if n, err := strconv.Atoi(os.Getenv("TALENTGRAPH_BENCH_MOVES")); err == nil && n > 0 {
		return n
	}
	return 20_000
}

const benchBatch = 5000 // articles a commit

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
