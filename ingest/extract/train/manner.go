package main

import (
	"math"
	"strings"

	"talentgraph/ingest/extract/rank"
)

const (
	mannerSteps = 2000
	mannerRate  = 0.5
)

// fitManner learns to tell plain articles from hard ones, as the gold, the project's own articles and the siblings are sorted: gradient descent over all at once. Both styles weigh
// the same.
func fitManner(arts []*article) rank.Manner {
	type row struct {
		x        [rank.MannerCounts]float32
		y, share float64
	}
	var rows []row
	var count [2]float64
	for _, a := range arts {
		plain, hard := strings.HasSuffix(a.group, "plain"), strings.HasSuffix(a.group, "hard")
		if strings.HasPrefix(a.group, "lesson-") || !plain && !hard {
			continue
		}
		x, ok := a.study.Manner()
		if !ok {
			continue
		}
		r := row{x: x}
		if plain {
			r.y = 1
		}
		count[int(r.y)]++
		rows = append(rows, r)
	}
	for i := range rows {
		rows[i].share = 0.5 / count[int(rows[i].y)]
	}
	var w [rank.MannerCounts + 1]float64
	for range mannerSteps {
		var slope [rank.MannerCounts + 1]float64
		for _, r := range rows {
			z := w[rank.MannerCounts]
			for i, x := range r.x {
				z += w[i] * float64(x)
			}
			e := (r.y - 1/(1+math.Exp(-z))) * r.share
			for i, x := range r.x {
				slope[i] += e * float64(x)
			}
			slope[rank.MannerCounts] += e
		}
		for i := range w {
			w[i] += mannerRate * slope[i]
		}
	}
	m := rank.Manner{Bias: float32(w[rank.MannerCounts])}
	for i := range m.Weights {
		m.Weights[i] = float32(w[i])
	}
	return m
}
