// Package rank holds the trained model by which extraction weighs possible moves: log odds of words around a mention, and trees over
// counted features. It knows nothing of articles; ingest/extract makes the features, ingest/extract/train the model.
package rank

import (
	"math"
	"slices"
)

// Words gives log odds to sets of hashed features, for each of two questions: is this the employer left, is it the one joined?
type Words struct {
	Bias   [2]float32
	Hash   []uint32 // rising
	Weight [][2]float32
	places []int32 // by the low bits of a hash, else behind: the index in Hash and one more; 0 for none. Empty: search
}

// index makes look-ups quick.
func (w *Words) index() {
	size := 1
	for size < 2*len(w.Hash) {
		size *= 2
	}
	w.places = make([]int32, size)
	for i, h := range w.Hash {
		at := int(h) & (size - 1)
		for w.places[at] != 0 {
			at = (at + 1) & (size - 1)
		}
		w.places[at] = int32(i + 1)
	}
}

// find is where a hash stands in Hash; -1 for nowhere.
func (w *Words) find(h uint32) int {
	if len(w.places) == 0 {
		if i, ok := slices.BinarySearch(w.Hash, h); ok {
			return i
		}
		return -1
	}
	for at := int(h) & (len(w.places) - 1); ; at = (at + 1) & (len(w.places) - 1) {
		switch i := int(w.places[at]) - 1; {
		case i < 0 || w.Hash[i] == h:
			return i
		}
	}
}

// Score is the log odds of both questions for a set of features.
func (w *Words) Score(features []uint32) (from, to float32) {
	from, to = w.Bias[0], w.Bias[1]
	for _, h := range features {
		if i := w.find(h); i >= 0 {
			from += w.Weight[i][0]
			to += w.Weight[i][1]
		}
	}
	return from, to
}

// Split is a node of a tree: below or at Value goes to Left, above to Right; negative indexes are leaves, ^i.
type Split struct {
	Feature     uint16
	Value       float32
	Left, Right int32
}

// Tree is a regression tree; one without splits has one leaf.
type Tree struct {
	Splits []Split
	Leaves []float32
}

// Leaf is the index of the leaf that x falls into.
func (t *Tree) Leaf(x []float32) int {
	if len(t.Splits) == 0 {
		return 0
	}
	i := int32(0)
	splits := t.Splits
	for i >= 0 {
		s := &splits[i]
		next := s.Right
		if x[s.Feature] <= s.Value {
			next = s.Left
		}
		i = next
	}
	return int(^i)
}

// Model is what is trained.
type Model struct {
	Words     Words
	Forest    Forest
	Scale     float32 // with Shift: what makes log odds of the forest such that the probability is the share that is right
	Shift     float32
	Threshold float32 // of probability; below it a move is left out by default
}

// Forest sums trees to log odds.
type Forest struct {
	Trees    []Tree
	Bias     float32
	Features int // how many each x has at least
}

// Bags is how many forests of equal size a Forest averages, one behind the other.
const Bags = 3

// hopeless are log odds of the first bag at which the others are not asked: they would not bring them to a threshold.
const hopeless = -3.5

// Probability that a choice with these features is a move.
func (m *Model) Probability(x []float32) float64 {
	return 1 / (1 + math.Exp(-float64(m.Scale*m.Forest.LogOdds(x)+m.Shift)))
}

// LogOdds of what has these features. Of what the first bag finds hopeless they are those that this one gives.
func (f *Forest) LogOdds(x []float32) float32 {
	z := f.Bias
	first := len(f.Trees) / Bags
	for i := range f.Trees {
		if i == first && first > 0 {
			if all := f.Bias + (z-f.Bias)*Bags; all < hopeless {
				return all
			}
		}
		t := &f.Trees[i]
		z += t.Leaves[t.Leaf(x)]
	}
	return z
}

// Shares tells how much each feature moves the log odds on the way of x through the trees, against the mean of what lay open before.
func (f *Forest) Shares(x []float32) []float32 {
	out := make([]float32, len(x))
	for i := range f.Trees {
		t := &f.Trees[i]
		if len(t.Splits) == 0 {
			continue
		}
		mean := make([]float32, len(t.Splits))
		at := func(k int32) float32 {
			if k < 0 {
				return t.Leaves[^k]
			}
			return mean[k]
		}
		for k := len(t.Splits) - 1; k >= 0; k-- { // what is below comes behind
			mean[k] = (at(t.Splits[k].Left) + at(t.Splits[k].Right)) / 2
		}
		for k := int32(0); k >= 0; {
			s := &t.Splits[k]
			next := s.Right
			if x[s.Feature] <= s.Value {
				next = s.Left
			}
			out[s.Feature] += at(next) - mean[k]
			k = next
		}
	}
	return out
}
