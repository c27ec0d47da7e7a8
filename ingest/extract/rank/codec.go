package rank

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"

	"talentgraph/graph"
)

// magic opens a model file; the digit is the version of its format. Numbers are little-endian and of fixed size. Tables of words lie as they
// are used: they are not unpacked, and what nobody asks for is not even read. Trees are laid out anew (deep.go).
const magic = "tgrank6\n"

// Encode writes the model; the same model gives the same bytes.
func (m *Model) Encode(out io.Writer) error {
	b := writer(magic)
	b.f32(m.Scale)
	b.f32(m.Shift)
	for _, x := range m.thresholds() {
		b.f32(*x)
	}
	for i := range m.Words {
		if err := b.words(&m.Words[i]); err != nil {
			return err
		}
	}
	for _, f := range m.forests() {
		b.forest(f)
	}
	_, err := out.Write(b)
	return err
}

// thresholds are the numbers of which thresholds are made, in the order of a file.
func (m *Model) thresholds() []*float32 {
	out := []*float32{&m.Threshold[0], &m.Threshold[1], &m.Manner.Bias}
	for i := range m.Manner.Weights {
		out = append(out, &m.Manner.Weights[i])
	}
	return out
}

// forests in the order of a file.
func (m *Model) forests() []*Forest {
	return []*Forest{&m.Ends[0], &m.Ends[1], &m.Forest, &m.Again}
}

type writer []byte

func (b *writer) num(x int)     { *b = binary.LittleEndian.AppendUint32(*b, uint32(x)) }
func (b *writer) f32(x float32) { *b = binary.LittleEndian.AppendUint32(*b, math.Float32bits(x)) }

func (b *writer) words(w *Words) error {
	t, err := w.laid()
	if err != nil {
		return err
	}
	b.f32(w.Bias[0])
	b.f32(w.Bias[1])
	b.num(t.homes)
	b.num(len(t.slots) / slotSize)
	*b = append(*b, t.slots...)
	return nil
}

func (b *writer) forest(f *Forest) {
	b.num(f.Features)
	b.num(f.Bags)
	b.f32(f.Bias)
	flat := f.laid()
	b.num(len(flat))
	for i := range flat {
		t := &flat[i]
		b.num(len(t.nodes))
		for k, n := range t.nodes {
			if int(n.left) == k { // the value of a leaf, which compares with nothing
				n.value = t.leaves[k]
			}
			b.f32(n.value)
			b.num(int(n.feature) | int(n.left)<<16)
		}
	}
}

// reader reads numbers and keeps the first error.
type reader struct {
	b     []byte // what is left
	err   error
	depth []int // of the nodes of a tree
}

// take is the next n bytes; nil where they are not there.
func (r *reader) take(n int) []byte {
	if r.err == nil && n > len(r.b) {
		r.err = errCutOff
	}
	if r.err != nil {
		return nil
	}
	b := r.b[:n:n]
	r.b = r.b[n:]
	return b
}

func (r *reader) u32() uint32 {
	if b := r.take(4); b != nil {
		return binary.LittleEndian.Uint32(b)
	}
	return 0
}

func (r *reader) f32() float32 { return math.Float32frombits(r.u32()) }

func (r *reader) num(most int) int {
	x := r.u32()
	if r.err == nil && uint64(x) > uint64(most) {
		r.err = fmt.Errorf("%w: %d where at most %d is possible", graph.ErrInvalid, x, most)
	}
	if r.err != nil {
		return 0
	}
	return int(x)
}

// errCutOff is a file that ends too early.
var errCutOff = errors.New("it is cut off")

const (
	mostSlots = 1 << 24
	mostTrees = 1 << 14
	mostNodes = 1 << 15
)

// Decode makes a model of the bytes of a file, which it goes on reading: they must not change. Its error is graph.ErrInvalid where they are no model.
func Decode(file []byte) (*Model, error) {
	m, err := decode(file)
	if err != nil {
		return nil, fmt.Errorf("%w: ranking model: %v", graph.ErrInvalid, err)
	}
	return m, nil
}

func decode(file []byte) (*Model, error) {
	b, found := bytes.CutPrefix(file, []byte(magic))
	if !found {
		return nil, fmt.Errorf("no %q at the start", magic)
	}
	r := &reader{b: b}
	m := &Model{Scale: r.f32(), Shift: r.f32()}
	for _, x := range m.thresholds() {
		*x = r.f32()
	}
	for i := range m.Words {
		m.Words[i] = r.words()
	}
	for _, f := range m.forests() {
		*f = r.forest()
	}
	if r.err == nil && len(r.b) > 0 {
		r.err = fmt.Errorf("%d bytes behind its end", len(r.b))
	}
	return m, r.err
}

func (r *reader) words() Words {
	w := Words{Bias: [2]float32{r.f32(), r.f32()}}
	w.table.homes = r.num(mostSlots)
	n := r.num(mostSlots)
	if r.err == nil && n < w.table.homes {
		r.err = errors.New("a table of words is too short")
	}
	w.table.slots = r.take(n * slotSize)
	return w
}

func (r *reader) forest() Forest {
	f := Forest{Features: r.num(1 << 15), Bags: r.num(1 << 4), Bias: r.f32()}
	for n := r.num(mostTrees); n > 0 && r.err == nil; n-- {
		f.flat = append(f.flat, r.tree(f.Features))
	}
	if r.err == nil {
		f.deep = deepened(f.flat, f.Features)
	}
	return f
}

// tree reads a tree, of so many features: every way through it goes down and ends at a leaf.
func (r *reader) tree(features int) (t flatTree) {
	n := r.num(mostNodes)
	b := r.take(n * nodeSize)
	if r.err != nil {
		return t
	}
	t.nodes, t.leaves = make([]flatNode, n), make([]float32, n)
	depth := append(r.depth[:0], make([]int, n)...)
	r.depth = depth
	for i := range t.nodes {
		x := binary.LittleEndian.Uint64(b[i*nodeSize:])
		value, feature, left := math.Float32frombits(uint32(x)), uint16(x>>32), uint16(x>>48)
		switch {
		case int(left) == i:
			t.nodes[i], t.leaves[i] = flatNode{endless, 0, left}, value
			t.steps = max(t.steps, depth[i])
			continue
		case int(left) < i || int(left)+1 >= n || int(feature) >= features:
			r.err = errors.New("a tree is broken")
			return t
		}
		t.nodes[i] = flatNode{value, feature, left}
		depth[left], depth[left+1] = max(depth[left], depth[i]+1), max(depth[left+1], depth[i]+1)
	}
	if n == 0 {
		r.err = errors.New("a tree has no leaves")
	}
	return t
}
