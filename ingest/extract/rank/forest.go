package rank

import (
	"math"
	"slices"
	"sync"
)

// Forest sums trees to log odds.
type Forest struct {
	Trees    []Tree // as trained; a file has them only laid out
	Bias     float32
	Features int        // how many each x has at least
	Bags     int        // of equal size, one behind the other, that it averages
	flat     []flatTree // the trees laid out, where they come from a file
	deep     []deepTree // and laid out to walk through them
}

// stages are when a forest gives up what it finds hopeless: after one in so many trees of the first bag, where the log odds so far are below; factor
// tells what the other trees would make of it, about. Of what would end above -2.5, as low as anything that is ever looked at again, fewer than
// three in a hundred are given up.
var stages = [...]struct {
	part          int
	below, factor float32
}{{16, -3.2, 1.6}, {5, -2.7, 1.4}, {2, -2.7, 1.1}, {1, -2.8, 1}}

// fewest trees that a bag must have for that.
const fewest = 48

// Probability that a choice has whose forest gives these log odds.
func (m *Model) Probability(odds float32) float64 {
	return 1 / (1 + math.Exp(-float64(m.Scale*odds+m.Shift)))
}

// LogOdds of what has these features.
func (f *Forest) LogOdds(x []float32) float32 { return f.All([][]float32{x})[0] }

// All are the log odds of each x. Of what is found hopeless they are roughly so. Tree by tree, as a tree fits into the processor's cache and a
// forest does not.
func (f *Forest) All(xs [][]float32) []float32 {
	z := make([]float32, len(xs))
	w := walks.Get().(*walk)
	defer walks.Put(w)
	w.forest, w.open, w.rows, w.z = f, w.open[:0], append(w.rows[:0], xs...), w.z[:0]
	for i := range xs {
		w.open, w.z = append(w.open, int32(i)), append(w.z, f.Bias)
	}
	w.z = append(w.z, make([]float32, abreast)...)
	w.lay()
	trees := max(len(f.Trees), len(f.flat))
	bag := trees / max(f.Bags, 1)
	at := 0
	for _, stage := range stages {
		end := bag / stage.part
		w.through(at, end)
		if at = end; bag >= fewest {
			w.keep(z, stage.below, stage.factor)
		}
	}
	w.through(at, trees)
	for k, i := range w.open {
		z[i] = w.z[k]
	}
	clear(w.rows)
	return z
}

// walk is on its way through a forest.
type walk struct {
	forest  *Forest
	open    []int32     // what is not given up, by its place among all
	rows    [][]float32 // its features
	z       []float32   // its log odds so far; some more numbers follow, to be added to
	columns []column    // the features of so many, those of the next ones, …
	ahead   uint64      // of what was fetched ahead: says nothing, but for it the compiler would leave that out
}

// walks are those of which the room may be used again.
var walks = sync.Pool{New: func() any { return &walk{} }}

// keep gives up what is hopeless and notes for it what the other trees would make of it, about.
func (w *walk) keep(z []float32, below, factor float32) {
	bias, scale := w.forest.Bias, float32(max(w.forest.Bags, 1))
	n := 0
	for k, i := range w.open {
		if all := bias + (w.z[k]-bias)*scale; all < below {
			z[i] = bias + (all-bias)*factor
		} else {
			w.open[n], w.rows[n], w.z[n] = i, w.rows[k], w.z[k]
			n++
		}
	}
	if n < len(w.open) {
		w.open, w.rows = w.open[:n], w.rows[:n]
		w.lay()
	}
}

// lay puts the features into columns.
func (w *walk) lay() {
	if len(w.forest.deep) == 0 {
		return
	}
	n := w.forest.Features
	blocks := (len(w.rows) + abreast - 1) / abreast
	w.columns = slices.Grow(w.columns[:0], blocks*n)[:blocks*n]
	for b := range blocks {
		lay(w.rows[b*abreast:min(len(w.rows), (b+1)*abreast)], w.columns[b*n:(b+1)*n])
	}
}

// through goes through the trees from one to before another.
func (w *walk) through(from, to int) {
	f := w.forest
	for k := from; k < to; k++ {
		switch {
		case len(f.deep) > 0:
			t, n := &f.deep[k], f.Features
			w.ahead += f.deep[min(k+1, to-1)].touch()
			for b := 0; b*abreast < len(w.rows); b++ {
				t.add(w.columns[b*n:(b+1)*n], (*[abreast]float32)(w.z[b*abreast:]))
			}
		case len(f.flat) > 0:
			t := &f.flat[k]
			for i, x := range w.rows {
				w.z[i] += t.leaves[t.end(x)]
			}
		default: // fresh from training
			t := &f.Trees[k]
			for i, x := range w.rows {
				w.z[i] += t.Leaves[t.Leaf(x)]
			}
		}
	}
}

// Shares tells how much each feature moves the log odds on the way of x through the trees, against the mean of what lay open before.
func (f *Forest) Shares(x []float32) []float32 {
	out := make([]float32, len(x))
	for _, t := range f.laid() {
		mean := slices.Clone(t.leaves) // of splits those of what is below, which comes behind
		for i := len(mean) - 1; i >= 0; i-- {
			if left := int(t.nodes[i].left); left != i {
				mean[i] = (mean[left] + mean[left+1]) / 2
			}
		}
		at := 0
		for range t.steps {
			n := &t.nodes[at]
			to := int(n.next(x))
			out[n.feature] += mean[to] - mean[at]
			at = to
		}
	}
	return out
}

// flatNode is a node of a tree laid out for quick walks: what lies above the value goes to the node behind left, the rest to left. A leaf leads to
// itself, so that all walks take the same number of steps.
type flatNode struct {
	value   float32
	feature uint16
	left    uint16
}

type flatTree struct {
	nodes  []flatNode
	leaves []float32 // by node; those of splits are 0
	steps  int
}

const nodeSize = 8

// endless is the value of leaves, which nothing lies above.
const endless = math.MaxFloat32

// laid are the trees laid out.
func (f *Forest) laid() []flatTree {
	if len(f.flat) > 0 {
		return f.flat
	}
	return flatten(f.Trees)
}

// flatten lays out trees that have no more nodes than a file may hold.
func flatten(trees []Tree) []flatTree {
	out := make([]flatTree, len(trees))
	for i := range trees {
		t := &trees[i]
		n := len(t.Splits) + len(t.Leaves)
		f := flatTree{nodes: make([]flatNode, 0, n), leaves: make([]float32, 0, n)}
		level := []int32{0} // splits, or leaves as ^i
		if len(t.Splits) == 0 {
			level[0] = ^0
		}
		for len(level) > 0 {
			var below []int32
			at := len(f.nodes) + len(level)
			for _, k := range level {
				if k < 0 {
					f.nodes = append(f.nodes, flatNode{endless, 0, uint16(len(f.nodes))})
					f.leaves = append(f.leaves, t.Leaves[^k])
					continue
				}
				s := &t.Splits[k]
				f.nodes = append(f.nodes, flatNode{s.Value + 0, s.Feature, uint16(at + len(below))})
				f.leaves = append(f.leaves, 0)
				below = append(below, s.Left, s.Right)
			}
			if level = below; len(level) > 0 {
				f.steps++
			}
		}
		out[i] = f
	}
	return out
}

// next is the node that x goes to from n. The sign bit of the difference decides, which costs no guess of the processor's.
func (n *flatNode) next(x []float32) uint16 {
	return n.left + uint16(math.Float32bits(n.value-x[n.feature])>>31)
}

// end is the node at which x ends.
func (t *flatTree) end(x []float32) (at uint16) {
	for range t.steps {
		at = t.nodes[at].next(x)
	}
	return at
}
