package main

import (
	"math/rand/v2"
	"reflect"
	"testing"
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
	f := trainForest(binned(xs, y, w), 3)
	if g := trainForest(binned(xs, y, w), 3); !reflect.DeepEqual(f, g) {
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

// TestWords learns which features speak for which end.
func TestWords(t *testing.T) {
	var ex []example
	for i := range 300 {
		ex = append(ex, example{sparse: []uint32{uint32(i % 3), 100}, is: [2]bool{i%3 == 0, i%3 == 1}, weight: 1})
	}
	w := trainWords(ex, 1)
	for k := range uint32(3) {
		from, to := w.Score([]uint32{k, 100})
		if (from > to) != (k == 0) && k != 2 || (k == 1) != (to > from) && k != 2 {
			t.Errorf("feature %d: %v %v", k, from, to)
		}
	}
}
