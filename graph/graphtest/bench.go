package graphtest

import (
	"context"
	"iter"
	"os"
	"runtime"
	"strconv"
	"testing"
	"time"

	"talentgraph/graph"
)

// What BenchmarkRecord measures: the batches up to the 10,000th article and the last ones, and single articles after them.
const (
	benchStart   = 10_000
	benchBatch   = 2_000
	benchBatches = 3
	benchSingles = 200
)

// BenchmarkRecord records a world's articles through graph.Graph in batches and reports the rate over all of them
// (articles/s, without the time to make them up), the cost of an article at the end in terms of that in a new store up to
// the 10,000th (cost-ratio), the highest use of the heap (peak-heap-MB), the time of a Record of one article at the end
// (one-article-ms), and that in terms of the same after 10,000 (one-article-ratio). Where two stores can be open at once,
// what is compared is measured in turn, so that both meet the same weather; else on the one store, one after the other.
// With cpu, which tells how much time of processors the process has used, both ratios are told of that as well.
// TALENTGRAPH_BENCH_ARTICLES sets how many articles there are; 20,000 otherwise.
func BenchmarkRecord(b *testing.B, w *World, cpu func() time.Duration, two bool, open func(b *testing.B) graph.Store) {
	n := 20_000
	if x, err := strconv.Atoi(os.Getenv("TALENTGRAPH_BENCH_ARTICLES")); err == nil && x >= 2*benchStart {
		n = x
	}
	for b.Loop() {
		big := newRecorder(b, w, cpu, open(b))
		var early, firstOne, late, one cost
		if !two {
			big.grow(benchStart - benchBatches*benchBatch)
			early, firstOne = big.measure(benchBatches, benchBatch), big.measure(benchSingles, 1)
		}
		big.grow(n - benchBatches*benchBatch)
		if two {
			small := newRecorder(b, w, cpu, open(b))
			small.grow(benchStart - benchBatches*benchBatch)
			late, early = measureInTurn(benchBatches, benchBatch, big, small)
			one, firstOne = measureInTurn(benchSingles, 1, big, small)
			small.close()
		} else {
			late, one = big.measure(benchBatches, benchBatch), big.measure(benchSingles, 1)
		}
		batched, took := big.recorded-benchSingles, big.took-one.took
		if !two {
			batched, took = batched-benchSingles, took-firstOne.took
		}
		b.ReportMetric(float64(batched)/took.Seconds(), "articles/s")
		b.ReportMetric(late.took.Seconds()/early.took.Seconds(), "cost-ratio")
		b.ReportMetric(float64(big.peak)/(1<<20), "peak-heap-MB")
		b.ReportMetric(float64(one.took.Microseconds())/1000/benchSingles, "one-article-ms")
		b.ReportMetric(one.took.Seconds()/firstOne.took.Seconds(), "one-article-ratio")
		if cpu != nil {
			b.ReportMetric(late.cpu.Seconds()/early.cpu.Seconds(), "CPU-cost-ratio")
			b.ReportMetric(one.cpu.Seconds()/firstOne.cpu.Seconds(), "CPU-one-article-ratio")
		}
		big.close()
	}
}

// cost is the time that something took, and the time of processors.
type cost struct{ took, cpu time.Duration }

// measureInTurn lets two recorders record some times some articles each, and returns what it cost each of them.
func measureInTurn(times, articles int, r, s *recorder) (of, than cost) {
	for range times {
		of = of.plus(r.record(articles))
		than = than.plus(s.record(articles))
	}
	return of, than
}

// measure records some times some articles each.
func (r *recorder) measure(times, articles int) (all cost) {
	for range times {
		all = all.plus(r.record(articles))
	}
	return all
}

// grow records in batches up to n articles, about.
func (r *recorder) grow(n int) {
	for r.recorded < n {
		r.record(benchBatch)
		if r.recorded%100_000 < benchBatch {
			r.b.Logf("%d articles recorded, the last %d at %.0f/s", r.recorded, benchBatch, benchBatch/r.last.Seconds())
		}
	}
}

func (c cost) plus(d cost) cost { return cost{c.took + d.took, c.cpu + d.cpu} }

// recorder records a world's articles in a store, from the first on.
type recorder struct {
	b        *testing.B
	s        graph.Store
	g        *graph.Graph
	next     func() (Entry, bool)
	stop     func()
	cpu      func() time.Duration
	recorded int
	cost                   // of all
	last     time.Duration // of the last Record
	peak     uint64
}

func newRecorder(b *testing.B, w *World, cpu func() time.Duration, s graph.Store) *recorder {
	r := &recorder{b: b, s: s, g: graph.New(s, w.Catalogue, w.Names), cpu: cpu}
	r.next, r.stop = iter.Pull(w.Entries())
	return r
}

func (r *recorder) close() {
	r.stop()
	if err := r.s.Close(); err != nil {
		r.b.Fatal(err)
	}
}

// record records the next n articles in one Record.
func (r *recorder) record(n int) cost {
	batch := make([]graph.Reading, n)
	for i := range batch {
		e, _ := r.next() // there is no end
		batch[i] = e.Reading
	}
	var used time.Duration
	if r.cpu != nil {
		used = r.cpu()
	}
	start := time.Now()
	done, err := r.g.Record(context.Background(), batch)
	took := time.Since(start)
	if err != nil {
		r.b.Fatal(err)
	}
	if r.cpu != nil {
		used = r.cpu() - used
	}
	if done.Articles != n {
		r.b.Fatalf("recorded %d of %d articles", done.Articles, n)
	}
	c := cost{took, used}
	r.recorded, r.cost, r.last = r.recorded+n, r.plus(c), took
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	r.peak = max(r.peak, m.HeapAlloc)
	return c
}

// Namesakes are at least n claims on people of one very common name: a name block as large as there are.
func (w *World) Namesakes(n int) []graph.Claim {
	name := w.crowdedName(w.rng(chanceOfLife, 0))
	var claims []graph.Claim
	for i := 0; len(claims) < n; i++ {
		p := w.life(i)
		p.name = lifeName{given: name.given, surname: name.surname, middle: p.name.middle}
		for _, e := range w.articles(w.stories(p, nil), i) {
			for _, c := range e.Reading.Claims {
				if c.Block == graph.BlockID(name.given+" "+name.surname) {
					claims = append(claims, c)
				}
			}
		}
	}
	return claims[:n]
}
