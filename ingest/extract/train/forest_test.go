package main

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"talentgraph/ingest/extract/rank"
)

func testRand() *rand.Rand { return rand.New(rand.NewPCG(1, 1)) }

// TestForest learns a rule of two features, the same way each time.
func TestForest(t *testing.T) {
	r := testRand()
	var xs [][]float32
	var y, w []float32
	for range 4000 {
		x := []float32{r.Float32(), r.Float32(), r.Float32()}
		xs = append(xs, x)
		v := float32(0)
		if x[0] > 0.5 && x[2] < 0.3 {
			v = 1
		}
		y, w = append(y, v), append(w, 1)
	}
	f := trainForest(binned(xs, y, w), 180, 5, 3)
	if g := trainForest(binned(xs, y, w), 180, 5, 3); !reflect.DeepEqual(f, g) {
		t.Error("two trainings differ")
	}
	for _, c := range []struct {
		x   []float32
		yes bool
	}{{[]float32{0.9, 0.5, 0.1}, true}, {[]float32{0.1, 0.5, 0.1}, false}, {[]float32{0.9, 0.5, 0.9}, false}} {
		if p := f.LogOdds(c.x); (p > 0) != c.yes {
			t.Errorf("%v: %.2f", c.x, p)
		}
	}
	if s := f.Shares([]float32{0.9, 0.5, 0.1}); s[0] < s[1] || s[2] < s[1] {
		t.Errorf("shares %v: the second feature says nothing", s)
	}
}

// mentions are bags, the first for the whole.
func mentions(bags ...[]uint32) *rank.Mentions {
	m := &rank.Mentions{}
	for _, b := range bags {
		m.Hashes = append(m.Hashes, b...)
		m.Close()
	}
	return m
}

// TestPooled: training counts log odds as the model does.
func TestPooled(t *testing.T) {
	r := testRand()
	for range 200 {
		w := rank.Words{Bias: [2]float32{r.Float32(), r.Float32()}}
		for h := range uint32(6) {
			w.Hash = append(w.Hash, h)
			w.Weight = append(w.Weight, [2]float32{4*r.Float32() - 2, 4*r.Float32() - 2})
		}
		m := &rank.Mentions{}
		var row []int32
		for range 1 + r.IntN(4) {
			for range r.IntN(4) {
				h := r.Uint32N(6)
				m.Hashes, row = append(m.Hashes, h), append(row, int32(h))
			}
			m.Close()
		}
		for q, want := range w.Score(m) {
			if z, _ := pooled(&w, q, row, m.Ends, nil); z-want > 1e-4 || want-z > 1e-4 {
				t.Fatalf("%v: %v in training, %v in the model", m, z, want)
			}
		}
	}
}

// TestWords learns which features speak for which end.
func TestWords(t *testing.T) {
	var ex []example
	for i := range 300 {
		ex = append(ex, example{mentions([]uint32{100}, []uint32{uint32(i % 3)}, []uint32{7}), [2]bool{i%3 == 0, i%3 == 1}, 1})
	}
	w := trainWords(ex, 1)
	for k := range uint32(3) {
		z := w.Score(mentions([]uint32{100}, []uint32{k}, []uint32{7}))
		from, to := z[0], z[1]
		if (from > to) != (k == 0) && k != 2 || (k == 1) != (to > from) && k != 2 {
			t.Errorf("feature %d: %v %v", k, from, to)
		}
	}
}
