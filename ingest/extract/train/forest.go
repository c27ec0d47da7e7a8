package main

import (
	"math"
	"math/rand/v2"
	"slices"

	"talentgraph/ingest/extract/rank"
)

// rows are the choices of all articles, their features cut into bins.
type rows struct {
	bins   [][]uint8 // by feature, then row
	cuts   [][]float32
	y      []float32
	weight []float32
}

const (
	maxBins      = 48
	treeRate     = 0.06
	rowShare     = 0.7 // of the choices, for each tree
	featureShare = 0.3
	leafPenalty  = 5.0
	minChild     = 4.0 // least weight of a leaf
	minGain      = 0.5
)

// binned cuts the features of xs at quantiles.
func binned(xs [][]float32, y, weight []float32) *rows {
	r := &rows{y: y, weight: weight}
	if len(xs) == 0 {
		return r
	}
	n := len(xs[0])
	r.bins, r.cuts = make([][]uint8, n), make([][]float32, n)
	step := max(1, len(xs)/20000)
	for f := range n {
		var v []float32
		for i := 0; i < len(xs); i += step {
			v = append(v, xs[i][f])
		}
		slices.Sort(v)
		u := slices.Compact(slices.Clone(v))
		var cuts []float32
		if len(u) <= maxBins {
			for i := 1; i < len(u); i++ {
				cuts = append(cuts, (u[i-1]+u[i])/2)
			}
		} else {
			for k := 1; k < maxBins; k++ {
				c := v[k*len(v)/maxBins]
				if len(cuts) == 0 || c > cuts[len(cuts)-1] {
					cuts = append(cuts, c)
				}
			}
		}
		r.cuts[f] = cuts
		b := make([]uint8, len(xs))
		for i, x := range xs {
			k, _ := slices.BinarySearch(cuts, x[f])
			b[i] = uint8(k)
		}
		r.bins[f] = b
	}
	return r
}

// grow is a leaf that may still be split.
type grow struct {
	rows  []int32
	g, h  float64
	depth int
}

// trainForest boosts trees on the log loss.
func trainForest(r *rows, size, depth int, seed uint64) rank.Forest {
	var trees []rank.Tree
	n := len(r.y)
	var pos, all float64
	for i := range n {
		all += float64(r.weight[i])
		pos += float64(r.weight[i] * r.y[i])
	}
	bias := float32(math.Log(pos / (all - pos)))
	z := make([]float32, n)
	for i := range z {
		z[i] = bias
	}
	g, h := make([]float32, n), make([]float32, n)
	rnd := rand.New(rand.NewPCG(seed, 2))
	for range size {
		for i := range n {
			p := 1 / (1 + math.Exp(-float64(z[i])))
			g[i] = r.weight[i] * (float32(p) - r.y[i])
			h[i] = r.weight[i] * float32(p*(1-p))
		}
		var use []int32
		for i := range n {
			if rnd.Float32() < rowShare {
				use = append(use, int32(i))
			}
		}
		var features []int
		for f := range r.bins {
			if len(r.cuts[f]) > 0 && rnd.Float32() < featureShare {
				features = append(features, f)
			}
		}
		t, cut := r.tree(use, features, depth, g, h)
		for i := range n {
			z[i] += t.Leaves[leafOf(&t, cut, r, i)]
		}
		trees = append(trees, t)
	}
	return rank.Forest{Trees: trees, Bias: bias, Features: len(r.bins)}
}

// leafOf walks by bins.
func leafOf(t *rank.Tree, cut []uint8, r *rows, i int) int {
	if len(t.Splits) == 0 {
		return 0
	}
	k := int32(0)
	for k >= 0 {
		s := &t.Splits[k]
		if r.bins[s.Feature][i] <= cut[k] {
			k = s.Left
		} else {
			k = s.Right
		}
	}
	return int(^k)
}

// tree grows one tree, level by level; cut are the bins at which its splits part.
func (r *rows) tree(use []int32, features []int, depth int, g, h []float32) (t rank.Tree, cut []uint8) {
	var sg, sh float64
	for _, i := range use {
		sg += float64(g[i])
		sh += float64(h[i])
	}
	queue := []grow{{use, sg, sh, 0}}
	type link struct {
		split int
		right bool
	}
	links := []link{{-1, false}}
	set := func(l link, v int32) {
		switch {
		case l.split < 0:
		case l.right:
			t.Splits[l.split].Right = v
		default:
			t.Splits[l.split].Left = v
		}
	}
	var hg, hh [maxBins]float64
	for k := 0; k < len(queue); k++ {
		q, l := queue[k], links[k]
		best, bf, bb := minGain, -1, 0
		var lg, lh float64
		if q.depth < depth {
			base := q.g * q.g / (q.h + leafPenalty)
			for _, f := range features {
				nb := len(r.cuts[f]) + 1
				clear(hg[:nb])
				clear(hh[:nb])
				bins := r.bins[f]
				for _, i := range q.rows {
					b := bins[i]
					hg[b] += float64(g[i])
					hh[b] += float64(h[i])
				}
				var a, c float64
				for b := 0; b < nb-1; b++ {
					a += hg[b]
					c += hh[b]
					if c < minChild || q.h-c < minChild {
						continue
					}
					gain := a*a/(c+leafPenalty) + (q.g-a)*(q.g-a)/(q.h-c+leafPenalty) - base
					if gain > best {
						best, bf, bb, lg, lh = gain, f, b, a, c
					}
				}
			}
		}
		if bf < 0 {
			set(l, ^int32(len(t.Leaves)))
			t.Leaves = append(t.Leaves, float32(-treeRate*q.g/(q.h+leafPenalty)))
			continue
		}
		id := len(t.Splits)
		set(l, int32(id))
		t.Splits = append(t.Splits, rank.Split{Feature: uint16(bf), Value: r.cuts[bf][bb]})
		cut = append(cut, uint8(bb))
		var left, right []int32
		for _, i := range q.rows {
			if int(r.bins[bf][i]) <= bb {
				left = append(left, i)
			} else {
				right = append(right, i)
			}
		}
		queue = append(queue, grow{left, lg, lh, q.depth + 1}, grow{right, q.g - lg, q.h - lh, q.depth + 1})
		links = append(links, link{id, false}, link{id, true})
	}
	return t, cut
}
