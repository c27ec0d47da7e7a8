package graphtest

import (
	"testing"

	"talentgraph/graph"
)

// BenchmarkFuse5000 fuses the claims on 5,000 claims' worth of people who all have one common name.
func BenchmarkFuse5000(b *testing.B) {
	w := knownWorld(b, 1)
	claims := w.Namesakes(5000)
	f := graph.NewFuser(w.Catalogue, w.Names)
	rules := f.Rules(nil)
	for b.Loop() {
		if out := f.FuseGroup(claims, nil, rules); len(out.Moves) == 0 {
			b.Fatal("no moves")
		}
	}
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N), "ms/block")
}

// BenchmarkWorld tells how fast the world makes up articles, which BenchmarkRecord does not count.
func BenchmarkWorld(b *testing.B) {
	w := knownWorld(b, 1)
	n := 0
	for b.Loop() {
		n += len(w.Take(2000))
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "articles/s")
}
