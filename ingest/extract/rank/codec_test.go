package rank

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"talentgraph/graph"
)

func models(t *rapid.T) *Model {
	m := &Model{Forest: Forest{Features: 5, Bias: rapid.Float32Range(-3, 3).Draw(t, "bias")}, Scale: 1.1, Shift: -0.5, Threshold: 0.3}
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

// tree has leaves at different depths.
func tree(t *rapid.T) (out Tree) {
	n := rapid.IntRange(0, 6).Draw(t, "splits")
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

// TestCodec: what is written is what is read, and the same model gives the same bytes.
func TestCodec(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := models(t)
		var a, b bytes.Buffer
		if err := m.Encode(&a); err != nil {
			t.Fatal(err)
		}
		if err := m.Encode(&b); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a.Bytes(), b.Bytes()) {
			t.Fatal("two writings differ")
		}
		got, err := Decode(&a)
		if err != nil {
			t.Fatal(err)
		}
		for k := range got.Words {
			w, written := &got.Words[k], &m.Words[k]
			for i, h := range w.Hash { // found as by a search
				if w.weightOf(h) != w.Weight[i] || written.weightOf(h+1) != w.weightOf(h+1) {
					t.Fatalf("%d has not the weight that is written for it", h)
				}
			}
			w.slots = nil
			if len(w.Hash) == 0 {
				w.Hash, written.Hash, w.Weight, written.Weight = nil, nil, nil, nil
			}
		}
		var xs [][]float32 // what is laid out anew decides as the trees themselves
		for range 7 {
			xs = append(xs, rapid.SliceOfN(rapid.Float32Range(-9, 9), 5, 5).Draw(t, "x"))
		}
		for i, f := range []*Forest{&got.Forest, &got.Again, &got.Ends[0], &got.Ends[1]} {
			quick := f.All(xs)
			if f.flat = nil; !reflect.DeepEqual(quick, f.All(xs)) {
				t.Fatalf("forest %d: %v by a quick walk, %v by its trees", i, quick, f.All(xs))
			}
		}
		if !reflect.DeepEqual(got, m) {
			t.Fatalf("read %+v, wrote %+v", got, m)
		}
	})
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

// unpacked are the bytes of a model file before compression.
func unpacked(t testing.TB, m *Model) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := m.Encode(&b); err != nil {
		t.Fatal(err)
	}
	z, err := gzip.NewReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	plain, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return plain
}

// packed is a model file of these bytes.
func packed(t testing.TB, plain []byte) io.Reader {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(plain); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return &b
}

// TestBroken: what ends too early, or holds no trees where it should, is refused.
func TestBroken(t *testing.T) {
	file := func(trees ...Tree) []byte {
		return unpacked(t, &Model{Forest: Forest{Features: 2, Bags: 1, Trees: trees}})
	}
	decoded := func(plain []byte) error {
		_, err := Decode(packed(t, plain))
		return err
	}
	good := Tree{Splits: []Split{{0, 1, ^0, 1}, {1, 5, ^1, ^2}}, Leaves: []float32{1, 2, 3}}
	whole := file(good, good)
	if err := decoded(whole); err != nil {
		t.Fatal(err)
	}
	for n := range whole {
		if err := decoded(whole[:n]); !errors.Is(err, graph.ErrInvalid) {
			t.Fatalf("the first %d of %d bytes: %v", n, len(whole), err)
		}
	}
	meeting := Tree{Leaves: []float32{1}} // every way through it is a way of its own: 2 to the power of 40
	for k := range int32(40) {
		meeting.Splits = append(meeting.Splits, Split{0, 1, k + 1, k + 1})
	}
	meeting.Splits = append(meeting.Splits, Split{0, 1, ^0, ^0})
	for name, bad := range map[string]Tree{
		"ways that meet": meeting, "a way up": {Splits: []Split{{0, 1, 0, ^0}}, Leaves: []float32{1}}, "no such leaf": {Splits: []Split{{0, 1, ^0, ^1}}, Leaves: []float32{1}}, "no leaves": {},
	} {
		if err := decoded(file(good, bad)); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzDecode: no bytes make it panic, and what it accepts can be used.
func FuzzDecode(f *testing.F) {
	m := &Model{Words: [Heads]Words{sorted([]uint32{1, 1 << 30}, 1)}, Forest: Forest{Features: 2, Bags: 1, Trees: []Tree{{Splits: []Split{{1, 0, ^0, ^1}}, Leaves: []float32{1, 2}}}}}
	f.Add(unpacked(f, m))
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := Decode(packed(t, data))
		if err != nil {
			if !errors.Is(err, graph.ErrInvalid) {
				t.Fatalf("error %v", err)
			}
			return
		}
		for _, f := range []*Forest{&m.Ends[0], &m.Ends[1], &m.Forest, &m.Again} {
			f.LogOdds(make([]float32, f.Features+1))
		}
	})
}
