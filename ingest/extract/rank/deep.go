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

// deepened are trees in that form; nil where one is too deep.
func deepened(trees []flatTree) []deepTree {
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

// add adds to z the leaves at which the x of the columns end.
func (t *deepTree) add(columns []column, z *[abreast]float32) {
	a, b, c, d, e, f, g, h := uint64(1), uint64(1), uint64(1), uint64(1), uint64(1), uint64(1), uint64(1), uint64(1)
	for a < 1<<depth {
		n := t.nodes[uint8(a)]
		_, up := bits.Sub64(n, columns[uint32(n)][0], 0)
		a, _ = bits.Add64(a, a, up)
		n = t.nodes[uint8(b)]
		_, up = bits.Sub64(n, columns[uint32(n)][1], 0)
		b, _ = bits.Add64(b, b, up)
		n = t.nodes[uint8(c)]
		_, up = bits.Sub64(n, columns[uint32(n)][2], 0)
		c, _ = bits.Add64(c, c, up)
		n = t.nodes[uint8(d)]
		_, up = bits.Sub64(n, columns[uint32(n)][3], 0)
		d, _ = bits.Add64(d, d, up)
		n = t.nodes[uint8(e)]
		_, up = bits.Sub64(n, columns[uint32(n)][4], 0)
		e, _ = bits.Add64(e, e, up)
		n = t.nodes[uint8(f)]
		_, up = bits.Sub64(n, columns[uint32(n)][5], 0)
		f, _ = bits.Add64(f, f, up)
		n = t.nodes[uint8(g)]
		_, up = bits.Sub64(n, columns[uint32(n)][6], 0)
		g, _ = bits.Add64(g, g, up)
		n = t.nodes[uint8(h)]
		_, up = bits.Sub64(n, columns[uint32(n)][7], 0)
		h, _ = bits.Add64(h, h, up)
	}
	z[0] += t.leaves[uint8(a)]
	z[1] += t.leaves[uint8(b)]
	z[2] += t.leaves[uint8(c)]
	z[3] += t.leaves[uint8(d)]
	z[4] += t.leaves[uint8(e)]
	z[5] += t.leaves[uint8(f)]
	z[6] += t.leaves[uint8(g)]
	z[7] += t.leaves[uint8(h)]
}
