package rank

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestGivenUp: among many, what is hopeless is given up and stays far below; the others have the log odds that they have by themselves, whoever walks
// beside them, as the file's trees and as those of training.
func TestGivenUp(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	f := &Forest{Features: 3, Bags: 2, Bias: -1}
	for range 2 * fewest {
		f.Trees = append(f.Trees, Tree{Splits: []Split{{Feature: 0, Value: 0, Left: ^0, Right: 1}, {Feature: 1 + uint16(r.IntN(2)), Value: r.Float32(), Left: ^1, Right: ^2}}, Leaves: []float32{-0.2, 0.01 * r.Float32(), 0.02 * r.Float32()}})
	}
	m, err := Decode(encoded(t, &Model{Forest: *f}))
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Forest.deep) != len(f.Trees) {
		t.Fatalf("%d deep trees of %d", len(m.Forest.deep), len(f.Trees))
	}
	var xs [][]float32
	for i := range 45 {
		xs = append(xs, []float32{float32(i%3) - 0.5, r.Float32(), r.Float32()})
	}
	read, trained := m.Forest.All(xs), f.All(xs)
	for i, x := range xs {
		whole := f.Bias
		for k := range f.Trees {
			whole += f.Trees[k].Leaves[f.Trees[k].Leaf(x)]
		}
		if read[i] != trained[i] {
			t.Errorf("%v: %v by the file, %v by training", x, read[i], trained[i])
		}
		if hopeless := x[0] < 0; hopeless && (read[i] > -5 || read[i] == whole) || !hopeless && math.Abs(float64(read[i]-whole)) > 1e-4 {
			t.Errorf("%v: log odds %v, by all trees %v", x, read[i], whole)
		}
		if alone := m.Forest.LogOdds(x); alone != read[i] {
			t.Errorf("%v: %v by itself, %v among others", x, alone, read[i])
		}
	}
}

// TestNoFeatures: a forest of trees without splits asks for none.
func TestNoFeatures(t *testing.T) {
	m, err := Decode(encoded(t, &Model{Forest: Forest{Bias: -1, Trees: []Tree{{Leaves: []float32{0.25}}}}}))
	if err != nil {
		t.Fatal(err)
	}
	if z := m.Forest.All([][]float32{{}, {3}}); z[0] != -0.75 || z[1] != -0.75 {
		t.Errorf("log odds %v, want -0.75", z)
	}
}
