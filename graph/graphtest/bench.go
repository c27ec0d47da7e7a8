package graphtest

import (
	"context"
	"os"
	"runtime"
	"strconv"
	"testing"
	"time"

	"talentgraph/graph"
)

// The measured stretch at the beginning and at the end of BenchmarkRecord, and how many articles a Record takes.
const (
	benchStart = 10_000
	benchBatch = 2_000
)

// BenchmarkRecord records a world's articles through graph.Graph in batches and reports the rate over all of them
// (articles/s, without the time to make them up), the cost of an article at the end in terms of that around the
// 10,000th (cost-ratio), the highest use of the heap (peak-heap-MB), the time of a Record of one article at the end
// (one-article-ms), and that in terms of the same after 10,000 (one-article-ratio). With cpu, which tells how much time of
// processors the process has used, both ratios are told of that as well: a machine with other work to do changes it less.
// TALENTGRAPH_BENCH_ARTICLES sets how many articles there are; 20,000 otherwise.
func BenchmarkRecord(b *testing.B, w *World, cpu func() time.Duration, open func(b *testing.B) graph.Store) {
	n := 20_000
	if x, err := strconv.Atoi(os.Getenv("TALENTGRAPH_BENCH_ARTICLES")); err == nil && x >= 2*benchStart {
		n = x
	}
	for b.Loop() {
		s := open(b)
		g := graph.New(s, w.Catalogue, w.Names)
		r := recorder{b: b, g: g, cpu: cpu}
		r.run(w, n)
		b.ReportMetric(float64(n)/r.all.Seconds(), "articles/s")
		b.ReportMetric(r.late.Seconds()/r.early.Seconds(), "cost-ratio")
		b.ReportMetric(float64(r.peak)/(1<<20), "peak-heap-MB")
		b.ReportMetric(float64(r.one.Microseconds())/1000, "one-article-ms")
		b.ReportMetric(r.one.Seconds()/r.firstOne.Seconds(), "one-article-ratio")
		if cpu != nil {
			b.ReportMetric(r.lateCPU.Seconds()/r.earlyCPU.Seconds(), "CPU-cost-ratio")
			b.ReportMetric(r.oneCPU.Seconds()/r.firstOneCPU.Seconds(), "CPU-one-article-ratio")
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

type recorder struct {
	b                                      *testing.B
	g                                      *graph.Graph
	recorded                               int
	all, early, late                       time.Duration // of all, of those up to the 10,000th and of as many at the end
	one, firstOne                          time.Duration // of a Record of one article, at the end and after the 10,000th
	cpu                                    func() time.Duration
	earlyCPU, lateCPU, oneCPU, firstOneCPU time.Duration
	peak                                   uint64
}

func (r *recorder) run(w *World, n int) {
	const singles = 200
	var batch []graph.Reading
	for e := range w.Entries() {
		batch = append(batch, e.Reading)
		size := benchBatch
		if r.recorded >= n || r.recorded >= benchStart && r.recorded < benchStart+singles {
			size = 1
		}
		if len(batch) < size {
			continue
		}
		took, used := r.record(batch)
		batch = batch[:0]
		switch {
		case r.recorded > n:
			r.oneCPU += used / singles
			if r.one += took / singles; r.recorded >= n+singles {
				return
			}
			continue
		case size == 1:
			r.firstOne += took / singles
			r.firstOneCPU += used / singles
			continue
		case r.recorded > n-benchStart/2:
			r.late += took
			r.lateCPU += used
		case r.recorded > benchStart/2 && r.recorded <= benchStart:
			r.early += took
			r.earlyCPU += used
		}
		r.all += took
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		r.peak = max(r.peak, m.HeapAlloc)
		if r.recorded%100_000 < benchBatch {
			r.b.Logf("%d articles recorded, the last %d at %.0f/s", r.recorded, benchBatch, benchBatch/took.Seconds())
		}
	}
}

func (r *recorder) record(batch []graph.Reading) (took, used time.Duration) {
	if r.cpu != nil {
		before := r.cpu()
		defer func() { used = r.cpu() - before }()
	}
	start := time.Now()
	done, err := r.g.Record(context.Background(), batch)
	if err != nil {
		r.b.Fatal(err)
	}
	if done.Articles != len(batch) {
		r.b.Fatalf("recorded %d of %d articles", done.Articles, len(batch))
	}
	r.recorded += len(batch)
	return time.Since(start), 0
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
