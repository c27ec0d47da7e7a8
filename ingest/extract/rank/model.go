// Package rank holds the trained model by which extraction weighs possible moves: log odds of words around a mention, and trees over
// counted features. It knows nothing of articles; ingest/extract makes the features, ingest/extract/train the model.
package rank

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
	Manner    Manner
	Threshold [2]float32 // of probability; below it a move is left out by default, in what is not told plainly and in what is
}
