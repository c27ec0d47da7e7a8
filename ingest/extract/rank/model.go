// Package rank holds the trained model by which extraction weighs possible moves: log odds of words around a mention, and trees over
// counted features. It knows nothing of articles; ingest/extract makes the features, ingest/extract/train the model.
package rank

import (
	"math"
	"slices"
)

// Mentions are bags of hashed features, one behind the other: the first holds for the whole, each further one is a mention.
type Mentions struct {
	Hashes []uint32
	Ends   []int32 // where each bag ends
}

// Close ends a bag.
func (m *Mentions) Close() { m.Ends = append(m.Ends, int32(len(m.Hashes))) }

// Reset empties it, to be filled anew.
func (m *Mentions) Reset() { m.Hashes, m.Ends = m.Hashes[:0], m.Ends[:0] }

// Head is what words are asked.
type Head int

// The heads, with their two questions.
const (
	HeadEnd    Head = iota // an organization beside a person: does the person leave it, join it?
	HeadPair               // two organizations named in one sentence: does anyone go from the first to the second, the other way?
	HeadPerson             // a person: a move to nowhere named, one from nowhere named?
	HeadName               // an organization: does anyone leave it, join it?
	Heads
)

// Words gives log odds to what stands around mentions, for each of two questions.
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

// Score is the log odds of both questions: what holds for the whole, and the mentions taken together such that the strongest counts most.
func (w *Words) Score(m *Mentions) (z [2]float32) {
	z = w.Bias
	var most [2]float32
	var sum [2]float64
	at := 0
	for k, end := range m.Ends {
		var s [2]float32
		for _, h := range m.Hashes[at:end] {
			if i := w.find(h); i >= 0 {
				s[0] += w.Weight[i][0]
				s[1] += w.Weight[i][1]
			}
		}
		at = int(end)
		for q := range 2 {
			switch {
			case k == 0:
				z[q] += s[q]
			case k == 1:
				most[q], sum[q] = s[q], 1
			case s[q] > most[q]:
				sum[q] = sum[q]*math.Exp(float64(most[q]-s[q])) + 1
				most[q] = s[q]
			default:
				sum[q] += math.Exp(float64(s[q] - most[q]))
			}
		}
	}
	for q := range 2 {
		if sum[q] > 0 {
			z[q] += most[q] + float32(math.Log(sum[q]))
		}
	}
	return z
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
	Words     [Heads]Words
	Ends      [2]Forest // an organization beside a person: left, joined?
	Forest    Forest    // a possible move
	Again     Forest    // one that the first forest finds likely, beside all others of the article
	Scale     float32   // with Shift: what makes log odds of the forest such that the probability is the share that is right
	Shift     float32
	Threshold float32 // of probability; below it a move is left out by default
}
