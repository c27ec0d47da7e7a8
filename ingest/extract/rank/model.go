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
	HeadMove               // a possible move, after a first look: is it one, is it one but for one end?
	HeadDoubt              // a move: is it denied, rumored?
	HeadTime               // a move: is it announced, completed?
	Heads
)

// Words gives log odds to what stands around mentions, for each of two questions.
type Words struct {
	Bias   [2]float32
	Hash   []uint32 // rising
	Weight [][2]float32
	slots  []slot // by the low bits of a hash, else behind. Empty: search
}

// slot is a hash with its weights, where one look into memory finds both; one without weights is free.
type slot struct {
	hash   uint32
	weight [2]float32
}

// index makes look-ups quick.
func (w *Words) index() {
	size := 1
	for 3*size < 4*len(w.Hash)+3 { // never full
		size *= 2
	}
	w.slots = make([]slot, size)
	for i, h := range w.Hash {
		if w.Weight[i] == [2]float32{} {
			continue
		}
		at := int(h) & (size - 1)
		for w.slots[at].weight != [2]float32{} {
			at = (at + 1) & (size - 1)
		}
		w.slots[at] = slot{h, w.Weight[i]}
	}
}

// Compact drops what only Encode needs.
func (m *Model) Compact() {
	for i := range m.Words {
		if w := &m.Words[i]; len(w.slots) > 0 {
			w.Hash, w.Weight = nil, nil
		}
	}
}

// weightOf is the weight of a hash; 0 where it has none.
func (w *Words) weightOf(h uint32) [2]float32 {
	if len(w.slots) == 0 {
		if i, ok := slices.BinarySearch(w.Hash, h); ok {
			return w.Weight[i]
		}
		return [2]float32{}
	}
	for at := int(h) & (len(w.slots) - 1); ; at = (at + 1) & (len(w.slots) - 1) {
		if s := &w.slots[at]; s.hash == h || s.weight == [2]float32{} {
			return s.weight
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
			x := w.weightOf(h)
			s[0] += x[0]
			s[1] += x[1]
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
