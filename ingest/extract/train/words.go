package main

import (
	"math"
	"math/rand/v2"
	"slices"

	"talentgraph/ingest/extract/rank"
)

// example is what stands around mentions, with the answers to the two questions.
type example struct {
	*rank.Mentions
	is     [2]bool
	weight float32
}

const (
	wordLeast  = 3 // examples that must have a feature
	wordEpochs = 12
	wordRate   = 0.05
)

// trainWords fits two logistic regressions over hashed features: stochastic gradient descent with a rate for each feature, few
// steps of it, which keeps weights small.
func trainWords(examples []example, seed uint64) rank.Words {
	count := map[uint32]int{}
	for _, e := range examples {
		for _, h := range e.Hashes {
			count[h]++
		}
	}
	var w rank.Words
	for h, n := range count {
		if n >= wordLeast {
			w.Hash = append(w.Hash, h)
		}
	}
	slices.Sort(w.Hash)
	at := make(map[uint32]int32, len(w.Hash))
	for i, h := range w.Hash {
		at[h] = int32(i)
	}
	rows := make([][]int32, len(examples))
	ends := make([][]int32, len(examples))
	for i, e := range examples {
		next := int32(0)
		for _, end := range e.Ends {
			for _, h := range e.Hashes[next:end] {
				if k, ok := at[h]; ok {
					rows[i] = append(rows[i], k)
				}
			}
			next = end
			ends[i] = append(ends[i], int32(len(rows[i])))
		}
	}
	w.Weight = make([][2]float32, len(w.Hash))
	squares := make([][2]float32, len(w.Hash))
	biasSquares := [2]float32{1, 1}
	w.Bias = [2]float32{-2, -2}
	r := rand.New(rand.NewPCG(seed, 1))
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	var shares []float32
	for range wordEpochs {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			e := &examples[i]
			for k := range 2 {
				z, share := pooled(&w, k, rows[i], ends[i], shares)
				shares = share
				g := float32(1 / (1 + math.Exp(-float64(z))))
				if e.is[k] {
					g--
				}
				g *= e.weight
				biasSquares[k] += g * g
				w.Bias[k] -= float32(wordRate * g / float32(math.Sqrt(float64(biasSquares[k]))))
				next := int32(0)
				for m, end := range ends[i] {
					gm := g * share[m]
					for _, f := range rows[i][next:end] {
						squares[f][k] += gm * gm
						w.Weight[f][k] -= float32(wordRate * gm / float32(math.Sqrt(float64(1+squares[f][k]))))
					}
					next = end
				}
			}
		}
	}
	w.Round()
	return w
}

// pooled is the log odds of an example, as rank.Words.Score counts them, and which share each bag has in them.
func pooled(w *rank.Words, q int, row, ends []int32, scratch []float32) (z float32, share []float32) {
	share = scratch[:0]
	most, next := float32(math.Inf(-1)), int32(0)
	for m, end := range ends {
		s := float32(0)
		for _, f := range row[next:end] {
			s += w.Weight[f][q]
		}
		next = end
		share = append(share, s)
		if m > 0 {
			most = max(most, s)
		}
	}
	z = w.Bias[q]
	if len(share) > 0 {
		z += share[0]
		share[0] = 1
	}
	if len(share) < 2 {
		return z, share
	}
	sum := float32(0)
	for m := 1; m < len(share); m++ {
		share[m] = float32(math.Exp(float64(share[m] - most)))
		sum += share[m]
	}
	for m := 1; m < len(share); m++ {
		share[m] /= sum
	}
	return z + most + float32(math.Log(float64(sum))), share
}
