package rank

import "math"

// Manner tells how likely an article is plain prose and not a column, a list, gossip, an interview or the like, by counts of its punctuation and the length of its
// sentences and paragraphs: a logistic regression.
type Manner struct {
	Bias    float32
	Weights [MannerCounts]float32
}

// MannerCounts is how many counts a manner goes by.
const MannerCounts = 6

// Plain is how likely an article with these counts is plain prose.
func (m *Manner) Plain(counts [MannerCounts]float32) float64 {
	z := m.Bias
	for i, x := range counts {
		z += m.Weights[i] * x
	}
	return 1 / (1 + math.Exp(-float64(z)))
}

// ThresholdOf is the probability below which a move of an article with these counts is left out by default. What is told plainly is found more surely than
// what is not, and F1 is best at a threshold of about half of what it is itself.
func (m *Model) ThresholdOf(counts [MannerCounts]float32) float64 {
	p := m.Manner.Plain(counts)
	return float64(m.Threshold[0]) + p*float64(m.Threshold[1]-m.Threshold[0])
}
