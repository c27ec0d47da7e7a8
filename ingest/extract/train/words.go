package main

import (
	"math"
	"math/rand/v2"
	"slices"

	"talentgraph/ingest/extract/rank"
)

// example is an organization beside a person: what stands around it, and whether it is an employer left, one joined.
type example struct {
	sparse []uint32
	is     [2]bool
	weight float32
}

const (
	wordLeast  = 3 // examples that must have a feature
	wordEpochs = 6
	wordRate   = 0.02
)

// trainWords fits two logistic regressions over hashed features: stochastic gradient descent with a rate for each feature, few
// steps of it, which keeps weights small.
func trainWords(examples []example, seed uint64) rank.Words {
	count := map[uint32]int{}
	for _, e := range examples {
		for _, h := range e.sparse {
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
	for i, e := range examples {
		for _, h := range e.sparse {
			if k, ok := at[h]; ok {
				rows[i] = append(rows[i], k)
			}
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
	for range wordEpochs {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			e := &examples[i]
			for k := range 2 {
				z := w.Bias[k]
				for _, f := range rows[i] {
					z += w.Weight[f][k]
				}
				g := float32(1 / (1 + math.Exp(-float64(z))))
				if e.is[k] {
					g--
				}
				g *= e.weight
				biasSquares[k] += float32(g * g)
				w.Bias[k] -= float32(wordRate * g / float32(math.Sqrt(float64(biasSquares[k]))))
				for _, f := range rows[i] {
					squares[f][k] += float32(g * g)
					w.Weight[f][k] -= float32(wordRate * g / float32(math.Sqrt(float64(1+squares[f][k]))))
				}
			}
		}
	}
	w.Round()
	return w
}
