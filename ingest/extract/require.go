package extract

import (
	"math/bits"
	"slices"
)

// need is something of which every match of a frame has one, in the order of a frame's: a word of one of the sets, or a node of one of the kinds.
// Most frames that a sentence calls for by a word have nothing to match there, and this tells it at less cost than an attempt.
type need struct {
	sets  []*wordClass
	kinds uint8 // bits, in the order of nodeKinds
}

// costOf is how common it is, roughly: nodes of a kind are in most sentences.
func (c *compiler) costOf(n need) int {
	cost := 100_000 * bits.OnesCount8(n.kinds)
	for _, s := range n.sets {
		cost += c.cost(s)
	}
	return cost
}

// either joins what alternatives require into one; of each the rarest. Nothing where one requires nothing.
func (c *compiler) either(alternatives [][]need) (need, bool) {
	var out need
	for _, l := range alternatives {
		if len(l) == 0 {
			return out, false
		}
		n := slices.MinFunc(l, func(a, b need) int { return c.costOf(a) - c.costOf(b) })
		out.sets, out.kinds = append(out.sets, n.sets...), out.kinds|n.kinds
	}
	return out, true
}

// rarest are the words of which every match has one, or begins one: those of the rarest thing that it must contain.
func (c *compiler) rarest() (words, beginnings []string) {
	place := uint8(1) << slices.Index(nodeKinds, kindWhere)
	var best need
	for _, n := range c.must {
		if w := c.p.classes["where"]; n.kinds == place && w != nil { // which are made of its words
			n = need{sets: append(slices.Clone(n.sets), w)}
		}
		if n.kinds == 0 && !slices.ContainsFunc(n.sets, func(s *wordClass) bool { return len(s.suffixes) > 0 }) && (best.sets == nil || c.costOf(n) < c.costOf(best)) {
			best = n
		}
	}
	for i, s := range best.sets {
		if slices.Contains(best.sets[:i], s) {
			continue
		}
		for w := range s.single {
			words = append(words, w)
		}
		for w := range s.phrases {
			if !s.single[w] {
				words = append(words, w)
			}
		}
		beginnings = append(beginnings, s.prefixes...)
	}
	return words, beginnings
}

// numberSets gives the sets that frames require their numbers. What has beginnings or ends of words is not looked for.
func (p *pack) numberSets() {
	numbers := map[*wordClass]int32{}
	p.inSets = map[string][]int32{}
	number := func(s *wordClass) int32 {
		if k, ok := numbers[s]; ok {
			return k
		}
		k := int32(len(numbers))
		numbers[s] = k
		for w := range s.single {
			p.inSets[w] = append(p.inSets[w], k)
		}
		for w := range s.phrases {
			if !s.single[w] {
				p.inSets[w] = append(p.inSets[w], k)
			}
		}
		return k
	}
	var orders []int32
	ends := make([]int, len(p.frames))
	for i, f := range p.frames {
		for _, r := range f.needs {
			if slices.ContainsFunc(r.sets, func(s *wordClass) bool { return len(s.prefixes)+len(s.suffixes) > 0 }) {
				continue
			}
			head := len(orders)
			orders = append(orders, 0)
			for _, s := range r.sets {
				if k := number(s); !slices.Contains(orders[head+1:], k) {
					orders = append(orders, k)
				}
			}
			orders[head] = int32(len(orders)-head-1)<<8 | int32(r.kinds)
		}
		f.needs, ends[i] = nil, len(orders)
	}
	start := 0
	for i, f := range p.frames {
		f.order = orders[start:ends[i]:ends[i]]
		start = ends[i]
	}
	p.sets = len(numbers)
}

// where is in which nodes of a sentence something may stand, a bit each; the last bit is for all nodes from there on.
type where uint64

const lastBit = 63

// search is what looking for frames keeps from one sentence to the next, and from one article to the next. Turns, which only rise, tell what is of
// now, so that nothing need be cleared.
type search struct {
	turn          int32       // of sentences and nodes
	wanted, tried []int32     // by frame, the turn of the last sentence that has a word which it needs, of the last node at which it was tried
	needed        []int       // by frame: the last node that has such a word
	called        []*frame    // frames that a word of the sentence calls for
	opening       [8][]*frame // those of them that may begin with a kind of node
	kinds         [8]where
	sets          []where  // where those that frames require stand
	present       []uint64 // a bit for each that the sentence has: few, and the others need not be looked at
}

// mostTurns is when a search begins anew, long before turns are used up: an article has a few thousand.
const mostTurns = 1 << 30

// newSearch is one that no other article uses now.
func (p *pack) newSearch() *search {
	if t, ok := p.searches.Get().(*search); ok && t.turn < mostTurns {
		return t
	}
	return &search{wanted: make([]int32, len(p.frames)), tried: make([]int32, len(p.frames)), needed: make([]int, len(p.frames)), sets: make([]where, p.sets), present: make([]uint64, p.sets/64+1)}
}

// look notes where everything stands.
func (t *search) look(p *pack, s *sentence) {
	t.kinds = [8]where{}
	clear(t.present)
	for i := range s.nodes {
		n := &s.nodes[i]
		bit := where(1) << min(i, lastBit)
		for k, kind := range nodeKinds {
			if n.fits(kind) {
				t.kinds[k] |= bit
			}
		}
		for _, k := range p.inSets[n.low] {
			if has := uint64(1) << (k % 64); t.present[k/64]&has == 0 {
				t.present[k/64] |= has
				t.sets[k] = 0
			}
			t.sets[k] |= bit
		}
	}
}

// sift drops the frames called for to which something is missing in the sentence, and files the others under what they may begin with.
func (t *search) sift() {
	for k := range t.opening {
		t.opening[k] = t.opening[k][:0]
	}
	for _, f := range t.called {
		if !t.may(f, 0) {
			t.wanted[f.id] = 0
			continue
		}
		for kinds := f.opens; kinds != 0; kinds &= kinds - 1 {
			k := bits.TrailingZeros8(kinds)
			t.opening[k] = append(t.opening[k], f)
		}
	}
}

// may reports whether all that the frame requires stands in the sentence from node i on, in order.
func (t *search) may(f *frame, i int) bool {
	at := min(i, lastBit)
	for order := f.order; len(order) > 0; {
		var all where
		sets := order[1 : 1+order[0]>>8]
		for kinds := uint8(order[0]); kinds != 0; kinds &= kinds - 1 {
			all |= t.kinds[bits.TrailingZeros8(kinds)]
		}
		order = order[1+len(sets):]
		for _, k := range sets {
			if t.present[k/64]&(1<<(k%64)) != 0 {
				all |= t.sets[k]
			}
		}
		if all &= ^where(0) << at; all == 0 {
			return false
		}
		at = min(bits.TrailingZeros64(uint64(all))+1, lastBit)
	}
	return true
}
