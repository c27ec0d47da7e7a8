package main

import (
	"log/slog"
	"math/rand/v2"

	"talentgraph/ingest/extract/rank"
)

const (
	inner     = 4   // folds in which words are learnt, so that trees see them as they are on unseen articles
	easyShare = 0.3 // of the choices that are neither moves nor said by the rules, taken with more weight instead
	// Trees are surer than they are right on unseen articles. These bring their log odds to the shares that are right among moves of the fifth kept
	// aside, all styles and languages together.
	scale, shift = 1.1, -0.6
	threshold    = 0.14 // of probability: best F1 over hard and plain articles in cross-validation
)

// fit trains words, then trees upon them.
func fit(arts []*article) *rank.Model {
	m := &rank.Model{Scale: scale, Shift: shift, Threshold: threshold}
	for k := range inner {
		w := wordsOf(arts, func(a *article) bool { return a.fold(inner, "in") != k })
		for _, a := range arts {
			if a.fold(inner, "in") == k {
				for _, e := range a.ends {
					e.SetWords(w.Score(e.Sparse))
				}
			}
		}
	}
	m.Words = wordsOf(arts, func(*article) bool { return true })
	var xs [][]float32
	var y, weight []float32
	moves := 0
	r := rand.New(rand.NewPCG(3, 3))
	for _, a := range arts {
		if a.group == "constructions" {
			continue // the frames were written from them
		}
		a.label()
		for i, c := range a.choices {
			w := weights[a.group]
			if a.labels[i] < 0 {
				continue
			}
			moves += int(a.labels[i])
			if a.labels[i] == 0 && c.Rule == 0 {
				if r.Float32() > easyShare {
					continue
				}
				w /= easyShare
			}
			xs, y, weight = append(xs, c.Features), append(y, float32(a.labels[i])), append(weight, w)
		}
		a.choices, a.labels = nil, nil
	}
	table := binned(xs, y, weight)
	for seed := range uint64(rank.Bags) {
		f := trainForest(table, 5+seed)
		m.Forest.Features = f.Features
		m.Forest.Bias += f.Bias / rank.Bags
		for _, t := range f.Trees {
			for i := range t.Leaves {
				t.Leaves[i] /= rank.Bags
			}
			m.Forest.Trees = append(m.Forest.Trees, t)
		}
	}
	slog.Info("trained", "articles", len(arts), "words", len(m.Words.Hash), "choices", len(xs), "moves", moves, "features", m.Forest.Features)
	return m
}

func wordsOf(arts []*article, use func(*article) bool) rank.Words {
	var ex []example
	for _, a := range arts {
		if use(a) {
			ex = append(ex, a.examples...)
		}
	}
	return trainWords(ex, 7)
}
