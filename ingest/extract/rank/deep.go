package rank

import (
	"math"
	"math/bits"
)

// A forest walks through its trees in a form of its own: every tree is as deep as the deepest, so that a way through it needs no more than the features
// to tell where it goes, and features are whole numbers in the order of their values, in columns of so many x.

// depth of all trees in that form; a forest with a deeper one goes without it.
const depth = 8

// abreast is how many walk through a tree at once: the processor need not wait for one's step to take the next one's.
const abreast = 8

// column is a feature of x that walk together.
type column [abreast]uint64

// deepTree has the children of node i at 2i and 2i+1, from node 1 on: what lies above the value goes to the second one. A node is the value as
// a whole number and the feature above it.
type deepTree struct {
	nodes  [1 << depth]uint64
	leaves [1 << depth]float32
}

// wholeOf is a whole number that compares with others as x does, in the upper half.
func wholeOf(x float32) uint64 {
	b := math.Float32bits(x + 0) // one zero, where there are two
	return uint64(b^(uint32(int32(b)>>31)|1<<31)) << 32
}

// deepened are trees in that form; nil where one is too deep, or where there are no features to go by.
func deepened(trees []flatTree, features int) []deepTree {
	if features == 0 {
		return nil
	}
	out := make([]deepTree, len(trees))
	for i := range trees {
		t, d := &trees[i], &out[i]
		if t.steps > depth {
			return nil
		}
		var at [2 << depth]uint16 // the node of the tree that each stands for
		for k := 1; k < 1<<depth; k++ {
			n := &t.nodes[at[k]]
			at[2*k], at[2*k+1] = at[k], at[k] // of leaves
			if n.left != at[k] {
				at[2*k], at[2*k+1] = n.left, n.left+1
				d.nodes[k] = wholeOf(n.value) | uint64(n.feature)
			}
		}
		for k := range d.leaves {
			d.leaves[k] = t.leaves[at[1<<depth+k]]
		}
	}
	return out
}

// lay puts the features of xs, no more than abreast, into columns.
func lay(xs [][]float32, columns []column) {
	for q, x := range xs {
		for k := range columns {
			columns[k][q] = wholeOf(x[k])
		}
	}
}

// touch reads through the tree, from one piece of memory to the next, which brings it all into the cache while another one is walked through.
func (t *deepTree) touch() (sum uint64) {
	for i := 0; i < len(t.nodes); i += 8 {
		sum += t.nodes[i]
	}
	for i := 0; i < len(t.leaves); i += 16 {
		sum += uint64(math.Float32bits(t.leaves[i]))
	}
	return sum
}

// below is the child of node i to which the q-th x of the columns goes.
func (t *deepTree) below(i uint64, columns []column, q int) uint64 {
	n := t.nodes[uint8(i)]
	_, up := bits.Sub64(n, columns[uint32(n)][q], 0)
	i, _ = bits.Add64(i, i, up)
	return i
}

// add adds to z the leaves at which the x of the columns end. Each has a variable of its own, which stays in a register: an array of them takes
// a tenth more of all the time that an article takes.
func (t *deepTree) add(columns []column, z *[abreast]float32) {
	a, b, c, d, e, f, g, h := uint64(1), uint64(1), uint64(1), uint64(1), uint64(1), uint64(1), uint64(1), uint64(1)
	for range depth {
		a, b, c, d = t.below(a, columns, 0), t.below(b, columns, 1), t.below(c, columns, 2), t.below(d, columns, 3)
		e, f, g, h = t.below(e, columns, 4), t.below(f, columns, 5), t.below(g, columns, 6), t.below(h, columns, 7)
	}
	for q, at := range [abreast]uint64{a, b, c, d, e, f, g, h} {
		z[q] += t.leaves[uint8(at)]
	}
}
