package rank

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"
)

// Words gives log odds to what stands around mentions, for each of two questions.
type Words struct {
	Bias   [2]float32
	Hash   []uint32 // rising
	Weight [][2]float32
	table  wordTable // instead of both, where it comes from a file
}

// unit is the step to which weights of words are rounded.
const unit = 1.0 / 2048

// least is how many units a weight must have to be kept.
const least = 32

func steps(x float32) int64 { return int64(math.Round(float64(x) / unit)) }

// Round brings the weights to the precision that a file keeps and drops the words that say next to nothing.
func (w *Words) Round() {
	n := 0
	for i, h := range w.Hash {
		a, b := steps(w.Weight[i][0]), steps(w.Weight[i][1])
		if max(a, -a, b, -b) < least {
			continue
		}
		w.Hash[n], w.Weight[n] = h, [2]float32{float32(a) * unit, float32(b) * unit}
		n++
	}
	w.Hash, w.Weight = w.Hash[:n], w.Weight[:n]
}

// wordTable holds the words of a file as they lie in it: slots of a hash and both weights in units, of two bytes each. A hash has its home where it
// would be if all were spread evenly, and lies there or behind; all lie in their order. A slot without weights is free.
type wordTable struct {
	homes int
	slots []byte
}

const slotSize = 8

// laid lays out the words for a file.
func (w *Words) laid() (wordTable, error) {
	if w.table.slots != nil || len(w.Hash) == 0 {
		return w.table, nil
	}
	t := wordTable{homes: len(w.Hash) + len(w.Hash)/4 + 1} // most are at home
	next := 0
	for i, h := range w.Hash {
		a, b := steps(w.Weight[i][0]), steps(w.Weight[i][1])
		if max(a, b) > math.MaxInt16 || min(a, b) < math.MinInt16 {
			return t, fmt.Errorf("weights %v of a word are more than a file can hold", w.Weight[i])
		}
		if a == 0 && b == 0 {
			continue
		}
		at := max(t.home(h), next)
		t.slots = append(t.slots, make([]byte, (at-next)*slotSize)...)
		t.slots = binary.LittleEndian.AppendUint32(t.slots, h)
		t.slots = binary.LittleEndian.AppendUint16(t.slots, uint16(int16(a)))
		t.slots = binary.LittleEndian.AppendUint16(t.slots, uint16(int16(b)))
		next = at + 1
	}
	t.slots = append(t.slots, make([]byte, max(0, t.homes-next)*slotSize)...)
	return t, nil
}

// home of a hash, by its place among all that are possible.
func (t *wordTable) home(h uint32) int { return int(uint64(h) * uint64(t.homes) >> 32) }

// weightOf is the weight of a hash; 0 where it has none.
func (t *wordTable) weightOf(h uint32) (weight [2]float32) {
	for at := t.home(h) * slotSize; at+slotSize <= len(t.slots); at += slotSize {
		slot := binary.LittleEndian.Uint64(t.slots[at:])
		switch have := uint32(slot); {
		case slot>>32 == 0 || have > h:
			return weight
		case have == h:
			return [2]float32{float32(int16(slot>>32)) * unit, float32(int16(slot>>48)) * unit}
		}
	}
	return weight
}

func (w *Words) weightOf(h uint32) [2]float32 {
	if len(w.table.slots) > 0 {
		return w.table.weightOf(h)
	}
	if i, ok := slices.BinarySearch(w.Hash, h); ok {
		return w.Weight[i]
	}
	return [2]float32{}
}

// ahead is how many slots are asked for before the first one is looked at: the processor need not wait for each in turn.
const ahead = 16

// sum adds up the weights of hashes, in units, which lose nothing.
func (t *wordTable) sum(hashes []uint32) (a, b int) {
	var slots [ahead]uint64
	for len(hashes) > 0 {
		some := hashes[:min(len(hashes), ahead)]
		hashes = hashes[len(some):]
		for i, h := range some {
			slots[i%ahead] = binary.LittleEndian.Uint64(t.slots[t.home(h)*slotSize:])
		}
		for i, h := range some {
			slot := slots[i%ahead]
			for at := t.home(h) + 1; slot>>32 != 0 && uint32(slot) < h && at < len(t.slots)/slotSize; at++ {
				slot = binary.LittleEndian.Uint64(t.slots[at*slotSize:])
			}
			if uint32(slot) == h {
				a += int(int16(slot >> 32))
				b += int(int16(slot >> 48))
			}
		}
	}
	return a, b
}

// Sum is the weight of a bag of hashes.
func (w *Words) Sum(hashes []uint32) (s [2]float32) {
	if len(w.table.slots) > 0 {
		a, b := w.table.sum(hashes)
		return [2]float32{float32(a) * unit, float32(b) * unit}
	}
	for _, h := range hashes {
		x := w.weightOf(h)
		s[0] += x[0]
		s[1] += x[1]
	}
	return s
}

// Score is the log odds of both questions.
func (w *Words) Score(m *Mentions) [2]float32 {
	var room [16][2]float32
	sums := room[:0]
	at := int32(0)
	for _, end := range m.Ends {
		sums = append(sums, w.Sum(m.Hashes[at:end]))
		at = end
	}
	return w.Pool(sums)
}

// Pool makes log odds of the weights of bags: what holds for the whole, and the mentions taken together such that the strongest counts most.
func (w *Words) Pool(sums [][2]float32) (z [2]float32) {
	z = w.Bias
	var most [2]float32
	var sum [2]float64
	for k, s := range sums {
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
