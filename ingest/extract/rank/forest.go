package rank

import (
	"math"
	"slices"
)

// Forest sums trees to log odds.
type Forest struct {
	Trees    []Tree // as trained; a file has them only laid out
	Bias     float32
	Features int        // how many each x has at least
	Bags     int        // of equal size, one behind the other, that it averages
	flat     []flatTree // the trees laid out, where they come from a file
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
	open, rows := make([]int32, len(xs)), make([][]float32, len(xs)) // what is not given up, by its place among all
	for i := range xs {
		z[i], open[i], rows[i] = f.Bias, int32(i), xs[i]
	}
	trees := max(len(f.Trees), len(f.flat))
	bag := trees / max(f.Bags, 1)
	scale := float32(max(f.Bags, 1))
	keep := func(below float32, factor float32) {
		n := 0
		for k, i := range open {
			if all := f.Bias + (z[i]-f.Bias)*scale; all < below {
				z[i] = f.Bias + (all-f.Bias)*factor
			} else {
				open[n], rows[n] = i, rows[k]
				n++
			}
		}
		open, rows = open[:n], rows[:n]
	}
	stage := 0
	for k := range trees {
		if stage < len(stages) && k == bag/stages[stage].part {
			if bag >= fewest {
				keep(stages[stage].below, stages[stage].factor)
			}
			stage++
		}
		if len(f.flat) == 0 { // fresh from training
			t := &f.Trees[k]
			for n, i := range open {
				z[i] += t.Leaves[t.Leaf(rows[n])]
			}
			continue
		}
		t := &f.flat[k]
		var ends [abreast]uint16
		for n := 0; n < len(open); n += abreast {
			some := open[n:min(n+abreast, len(open))]
			t.walk(rows[n:n+len(some)], &ends)
			for q, i := range some {
				z[i] += t.leaves[ends[q]]
			}
		}
	}
	return z
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

// abreast is how many walk through a tree at once: the processor need not wait for one's step to take the next one's.
const abreast = 16

// walk gives the nodes at which xs, no more than abreast, end.
func (t *flatTree) walk(xs [][]float32, ends *[abreast]uint16) {
	nodes, at := t.nodes, ends[:len(xs)]
	clear(at)
	for range t.steps {
		for q, x := range xs {
			at[q] = nodes[at[q]].next(x)
		}
	}
}
