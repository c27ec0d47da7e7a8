package rank

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"

	"talentgraph/graph"
)

// magic opens a model file; the digit is the version of its format.
const magic = "tgrank4\n"

// unit is the step to which weights of words are rounded.
const unit = 1.0 / 2048

// Round brings the weights to the precision that a file keeps and drops the words that say next to nothing.
func (w *Words) Round() {
	n := 0
	for i, h := range w.Hash {
		a, b := steps(w.Weight[i][0]), steps(w.Weight[i][1])
		if max(a, -a, b, -b) < least {
			continue
		}
		w.Hash[n], w.Weight[n] = h, [2]float32{float32(a) * unit, float32(b) * unit}
		n++
	}
	w.Hash, w.Weight = w.Hash[:n], w.Weight[:n]
}

// least is how many units a weight must have to be kept.
const least = 32

func steps(x float32) int64 { return int64(math.Round(float64(x) / unit)) }

// Encode writes the model; the same model gives the same bytes.
func (m *Model) Encode(out io.Writer) error {
	z, err := gzip.NewWriterLevel(out, gzip.BestCompression)
	if err != nil {
		return err
	}
	b := []byte(magic)
	f32 := func(x float32) { b = binary.LittleEndian.AppendUint32(b, math.Float32bits(x)) }
	num := func(x int) { b = binary.AppendUvarint(b, uint64(x)) }
	f32(m.Scale)
	f32(m.Shift)
	f32(m.Threshold)
	for i := range m.Words {
		w := &m.Words[i]
		f32(w.Bias[0])
		f32(w.Bias[1])
		num(len(w.Hash))
		last := uint32(0)
		for _, h := range w.Hash {
			num(int(h - last))
			last = h
		}
		for k := range 2 {
			for _, x := range w.Weight {
				b = binary.AppendVarint(b, steps(x[k]))
			}
		}
	}
	for _, f := range []*Forest{&m.Ends[0], &m.Ends[1], &m.Forest, &m.Again} {
		num(f.Features)
		num(f.Bags)
		f32(f.Bias)
		num(len(f.Trees))
		for _, t := range f.Trees {
			num(len(t.Splits))
			for _, s := range t.Splits {
				num(int(s.Feature))
				f32(s.Value)
				b = binary.AppendVarint(b, int64(s.Left))
				b = binary.AppendVarint(b, int64(s.Right))
			}
			num(len(t.Leaves))
			for _, l := range t.Leaves {
				f32(l)
			}
		}
	}
	if _, err := z.Write(b); err != nil {
		return err
	}
	return z.Close()
}

// reader reads numbers and keeps the first error.
type reader struct {
	b   []byte // what is left
	err error
}

func (r *reader) num(most int) int {
	if r.err != nil {
		return 0
	}
	x, n := binary.Uvarint(r.b)
	switch {
	case n <= 0:
		r.err = errCutOff
	case x > uint64(most):
		r.err = fmt.Errorf("%w: %d where at most %d is possible", graph.ErrInvalid, x, most)
	}
	if r.err != nil {
		return 0
	}
	r.b = r.b[n:]
	return int(x)
}

func (r *reader) signed() int64 {
	if r.err != nil {
		return 0
	}
	x, n := binary.Varint(r.b)
	if n <= 0 {
		r.err = errCutOff
		return 0
	}
	r.b = r.b[n:]
	return x
}

func (r *reader) f32() float32 {
	if r.err == nil && len(r.b) < 4 {
		r.err = errCutOff
	}
	if r.err != nil {
		return 0
	}
	x := math.Float32frombits(binary.LittleEndian.Uint32(r.b))
	r.b = r.b[4:]
	return x
}

// errCutOff is a file that ends too early.
var errCutOff = errors.New("it is cut off")

const (
	mostBytes = 1 << 28
	mostWords = 1 << 22
	mostTrees = 1 << 14
	mostNodes = 1 << 14
)

// Decode reads a model. Its error is graph.ErrInvalid where the bytes are none.
func Decode(in io.Reader) (*Model, error) {
	m, err := decode(in)
	if err != nil {
		return nil, fmt.Errorf("%w: ranking model: %v", graph.ErrInvalid, err)
	}
	return m, nil
}

func decode(in io.Reader) (*Model, error) {
	z, err := gzip.NewReader(in)
	if err != nil {
		return nil, err
	}
	b, err := io.ReadAll(io.LimitReader(z, mostBytes))
	if err != nil {
		return nil, err
	}
	b, found := bytes.CutPrefix(b, []byte(magic))
	if !found {
		return nil, fmt.Errorf("no %q at the start", magic)
	}
	r := &reader{b: b}
	m := &Model{Scale: r.f32(), Shift: r.f32(), Threshold: r.f32()}
	for i := range m.Words {
		m.Words[i] = r.words()
	}
	for _, f := range []*Forest{&m.Ends[0], &m.Ends[1], &m.Forest, &m.Again} {
		if *f, err = r.forest(); err != nil {
			return nil, err
		}
	}
	return m, nil
}

func (r *reader) words() Words {
	w := Words{Bias: [2]float32{r.f32(), r.f32()}}
	n := r.num(mostWords)
	if n > len(r.b) { // each takes a byte at least
		r.err = errCutOff
		return w
	}
	w.Hash = make([]uint32, 0, n)
	last := uint32(0)
	for i := 0; i < n && r.err == nil; i++ {
		last += uint32(r.num(math.MaxUint32))
		w.Hash = append(w.Hash, last)
	}
	w.Weight = make([][2]float32, len(w.Hash))
	for k := range 2 {
		for i := range w.Weight {
			w.Weight[i][k] = float32(r.signed()) * unit
		}
	}
	w.index()
	return w
}

func (r *reader) forest() (Forest, error) {
	f := Forest{Features: r.num(1 << 16), Bags: r.num(1 << 4), Bias: r.f32()}
	for n := r.num(mostTrees); n > 0 && r.err == nil; n-- {
		var t Tree
		for k := r.num(mostNodes); k > 0 && r.err == nil; k-- {
			t.Splits = append(t.Splits, Split{Feature: uint16(r.num(max(0, f.Features-1))), Value: r.f32(), Left: int32(r.signed()), Right: int32(r.signed())})
		}
		for k := r.num(mostNodes); k > 0 && r.err == nil; k-- {
			t.Leaves = append(t.Leaves, r.f32())
		}
		if r.err != nil {
			break
		}
		if !t.sound(f.Features) {
			return f, fmt.Errorf("tree %d is broken", len(f.Trees))
		}
		f.Trees = append(f.Trees, t)
	}
	if r.err == nil {
		f.flat = flatten(f.Trees)
	}
	return f, r.err
}

// sound reports whether it is a tree, of so many features: every way goes down and ends at a leaf, and no two ways meet at a split.
func (t *Tree) sound(features int) bool {
	met := make([]bool, len(t.Splits))
	ok := func(from int, to int32) bool {
		if to < 0 {
			return int(^to) < len(t.Leaves)
		}
		if int(to) <= from || int(to) >= len(t.Splits) || met[to] {
			return false
		}
		met[to] = true
		return true
	}
	for i, s := range t.Splits {
		if int(s.Feature) >= features || !ok(i, s.Left) || !ok(i, s.Right) {
			return false
		}
	}
	return len(t.Leaves) > 0
}
