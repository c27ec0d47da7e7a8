package rank

import (
	"bytes"
	"errors"
	"io"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"talentgraph/graph"
)

func models(t *rapid.T) *Model {
	m := &Model{Forest: Forest{Features: 5, Bias: rapid.Float32Range(-3, 3).Draw(t, "bias")}, Scale: 1.1, Shift: -0.5, Threshold: [2]float32{0.15, 0.3}, Manner: Manner{Bias: 0.5, Weights: [MannerCounts]float32{1, -2, 3}}}
	for k := range m.Words {
		var hashes []uint32
		for h := range rapid.MapOf(rapid.Uint32(), rapid.Bool()).Draw(t, "words") {
			hashes = append(hashes, h)
		}
		m.Words[k] = sorted(hashes, rapid.Float32Range(-4, 4).Draw(t, "weight"))
	}
	m.Forest.Bags = rapid.IntRange(1, 3).Draw(t, "bags")
	for _, f := range []*Forest{&m.Forest, &m.Again, &m.Ends[1]} {
		f.Features = 5
		for range rapid.IntRange(0, 4).Draw(t, "trees") {
			f.Trees = append(f.Trees, tree(t))
		}
	}
	return m
}

// tree has leaves at different depths, here and there below those that all trees of a forest are brought to.
func tree(t *rapid.T) (out Tree) {
	n := rapid.IntRange(0, 14).Draw(t, "splits")
	next := int32(1)
	for k := range n {
		s := Split{Feature: rapid.Uint16Range(0, 4).Draw(t, "feature"), Value: rapid.Float32Range(-9, 9).Draw(t, "value")}
		for _, to := range []*int32{&s.Left, &s.Right} {
			if int(next) < n && (rapid.Bool().Draw(t, "split again") || int(next) == k+1) {
				*to = next
				next++
				continue
			}
			*to = ^int32(len(out.Leaves))
			out.Leaves = append(out.Leaves, rapid.Float32Range(-2, 2).Draw(t, "leaf"))
		}
		out.Splits = append(out.Splits, s)
	}
	if n == 0 {
		out.Leaves = []float32{0.5}
	}
	return out
}

// sorted makes weights for hashes in order.
func sorted(hashes []uint32, weight float32) (w Words) {
	for h := range 1 << 8 {
		for _, x := range hashes {
			if int(x>>24) == h {
				w.Hash = append(w.Hash, x)
			}
		}
	}
	for i := 1; i < len(w.Hash); i++ {
		for k := i; k > 0 && w.Hash[k-1] > w.Hash[k]; k-- {
			w.Hash[k-1], w.Hash[k] = w.Hash[k], w.Hash[k-1]
		}
	}
	for range w.Hash {
		w.Weight = append(w.Weight, [2]float32{weight, -weight})
	}
	w.Round()
	return w
}

// TestCodec: what is read decides as what was written, and written again gives the same bytes.
func TestCodec(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := models(t)
		file := encoded(t, m)
		got, err := Decode(file)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(encoded(t, got), file) {
			t.Fatal("two writings differ")
		}
		if got.Scale != m.Scale || got.Shift != m.Shift || got.Threshold != m.Threshold || got.Manner != m.Manner {
			t.Fatalf("read %v %v %v %v", got.Scale, got.Shift, got.Threshold, got.Manner)
		}
		for k := range got.Words {
			w, written := &got.Words[k], &m.Words[k]
			if w.Bias != written.Bias {
				t.Fatalf("bias %v, wrote %v", w.Bias, written.Bias)
			}
			for _, h := range written.Hash {
				for _, h := range []uint32{h, h - 1, h + 1} {
					if w.weightOf(h) != written.weightOf(h) {
						t.Fatalf("%d has weight %v, %v is written for it", h, w.weightOf(h), written.weightOf(h))
					}
				}
			}
		}
		var xs [][]float32
		for range 19 {
			xs = append(xs, rapid.SliceOfN(rapid.Float32Range(-9, 9), 5, 5).Draw(t, "x"))
		}
		for i, f := range got.forests() {
			written := m.forests()[i]
			if f.Features != written.Features || !reflect.DeepEqual(f.All(xs), written.All(xs)) {
				t.Fatalf("forest %d: %v as read, %v by the trees written", i, f.All(xs), written.All(xs))
			}
			for _, x := range xs {
				if !reflect.DeepEqual(f.Shares(x), written.Shares(x)) {
					t.Fatalf("forest %d: shares %v as read, %v by the trees written", i, f.Shares(x), written.Shares(x))
				}
			}
		}
	})
}

// TestTooHeavy: a weight that the file could not hold is refused rather than cut.
func TestTooHeavy(t *testing.T) {
	m := &Model{Words: [Heads]Words{{Hash: []uint32{1}, Weight: [][2]float32{{0, -17}}}}}
	if err := m.Encode(io.Discard); err == nil {
		t.Error("written")
	}
}

func TestWordsAndTrees(t *testing.T) {
	w := Words{Bias: [2]float32{-1, -2}, Hash: []uint32{3, 9}, Weight: [][2]float32{{0.5, 1}, {2, -1}}}
	if z := w.Score(&Mentions{Hashes: []uint32{3, 4, 9}, Ends: []int32{3}}); z != [2]float32{1.5, -2} {
		t.Errorf("score %v", z)
	}
	one, two := w.Score(&Mentions{Hashes: []uint32{9}, Ends: []int32{0, 1}}), w.Score(&Mentions{Hashes: []uint32{9, 3}, Ends: []int32{0, 1, 2}})
	if one != [2]float32{1, -3} || two[0] <= one[0] || two[0] >= one[0]+0.5 {
		t.Errorf("scores %v, with a weaker mention %v", one, two)
	}
	m := Model{Scale: 1, Forest: Forest{Bias: -1, Trees: []Tree{{Splits: []Split{{0, 1, ^0, 1}, {1, 5, ^1, ^2}}, Leaves: []float32{1, 2, 3}}, {Leaves: []float32{0}}}}}
	for _, c := range []struct {
		x    []float32
		leaf int
	}{{[]float32{1, 9}, 0}, {[]float32{2, 5}, 1}, {[]float32{2, 6}, 2}} {
		if k := m.Forest.Trees[0].Leaf(c.x); k != c.leaf {
			t.Errorf("leaf of %v is %d, want %d", c.x, k, c.leaf)
		}
	}
	if p := m.Probability(m.Forest.LogOdds([]float32{0, 0})); p != 0.5 {
		t.Errorf("probability %v", p)
	}
	if m.Shift = -1; m.Probability(0) >= 0.5 {
		t.Error("the shift does nothing")
	}
}

// encoded are the bytes of a model file.
func encoded(t interface{ Fatal(...any) }, m *Model) []byte {
	var b bytes.Buffer
	if err := m.Encode(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestBroken: what ends too early or too late, or holds no trees where it should, is refused.
func TestBroken(t *testing.T) {
	file := func(trees ...flatTree) []byte {
		return encoded(t, &Model{Forest: Forest{Features: 2, Bags: 1, flat: trees}})
	}
	tree := func(nodes ...flatNode) flatTree { return flatTree{nodes: nodes, leaves: make([]float32, len(nodes))} }
	good := tree(flatNode{1, 0, 1}, flatNode{endless, 0, 1}, flatNode{5, 1, 3}, flatNode{endless, 0, 3}, flatNode{endless, 0, 4})
	whole := file(good, good)
	if _, err := Decode(whole); err != nil {
		t.Fatal(err)
	}
	for n := range whole {
		if _, err := Decode(whole[:n]); !errors.Is(err, graph.ErrInvalid) {
			t.Fatalf("the first %d of %d bytes: %v", n, len(whole), err)
		}
	}
	if _, err := Decode(append(whole, 0)); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("more than a model: %v", err)
	}
	leaf := flatNode{endless, 0, 2}
	for name, bad := range map[string]flatTree{
		"a way up":        tree(flatNode{1, 0, 1}, flatNode{1, 0, 0}, leaf),
		"no such node":    tree(flatNode{1, 0, 1}, flatNode{1, 0, 2}, leaf),
		"no such feature": tree(flatNode{1, 2, 1}, flatNode{endless, 0, 1}, leaf),
		"nothing":         tree(),
	} {
		if _, err := Decode(file(good, bad)); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzDecode: no bytes make it panic, and what it accepts can be used.
func FuzzDecode(f *testing.F) {
	m := &Model{Words: [Heads]Words{sorted([]uint32{1, 1 << 30}, 1)}, Forest: Forest{Features: 2, Bags: 1, Trees: []Tree{{Splits: []Split{{1, 0, ^0, ^1}}, Leaves: []float32{1, 2}}}}}
	f.Add(encoded(f, m))
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := Decode(data)
		if err != nil {
			if !errors.Is(err, graph.ErrInvalid) {
				t.Fatalf("error %v", err)
			}
			return
		}
		for i := range m.Words {
			m.Words[i].Score(&Mentions{Hashes: []uint32{0, 1, 1 << 30, 1<<32 - 1}, Ends: []int32{4}})
		}
		for _, f := range m.forests() {
			f.LogOdds(make([]float32, f.Features+1))
			f.Shares(make([]float32, f.Features+1))
		}
	})
}
