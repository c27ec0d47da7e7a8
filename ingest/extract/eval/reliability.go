package eval

import (
	"fmt"
	"io"
	"slices"
)

// Bin is one step of the reliability curve: moves of about the same confidence, and how many of them are right.
type Bin struct {
	Confidence   float64 // the mean of the bin
	Moves, Right int
}

// Share of moves that are right.
func (b Bin) Share() float64 { return ratio(b.Right, b.Moves) }

// Reliability compares confidence with the strict outcome. Moves that the gold leaves open (optional) are not counted. A bin
// holds the moves of one tenth of confidence, in rising order.
func Reliability(gold []Gold, predictions []Prediction) []Bin {
	by := map[string]Prediction{}
	for _, p := range predictions {
		by[p.ID] = p
	}
	bins := map[int]*Bin{}
	sum := map[int]float64{}
	for _, g := range gold {
		for _, p := range by[g.ID].Moves {
			right, open := false, false
			for _, m := range g.Moves {
				if fits(m, p) {
					right = right || !m.Optional && ((m.Status == "denied") == (p.Status == "denied") || slices.Contains(m.StatusAlt, "denied"))
					open = open || m.Optional
				}
			}
			if open && !right {
				continue
			}
			k := min(int(p.Confidence*10), 9)
			if bins[k] == nil {
				bins[k] = &Bin{}
			}
			sum[k] += p.Confidence
			bins[k].Moves++
			if right {
				bins[k].Right++
			}
		}
	}
	out := make([]Bin, 0, len(bins))
	for k := range 10 {
		if b := bins[k]; b != nil {
			b.Confidence = sum[k] / float64(b.Moves)
			out = append(out, *b)
		}
	}
	return out
}

// WriteReliability prints the curve as a table.
func WriteReliability(w io.Writer, bins []Bin) {
	fmt.Fprintf(w, "%10s %6s %6s %6s\n", "confidence", "moves", "right", "share")
	for _, b := range bins {
		fmt.Fprintf(w, "%10.2f %6d %6d %6.3f\n", b.Confidence, b.Moves, b.Right, b.Share())
	}
}
