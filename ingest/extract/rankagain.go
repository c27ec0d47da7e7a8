package extract

import (
	"slices"
	"strings"

	"talentgraph/ingest/extract/rank"
)

// A choice is looked at again, beside all others of the article, where the first forest gives it at least these log odds.
const rankAgain = -3

// nothing are the log odds of a choice that there is not.
const nothing = -9

// again weighs the likely choices of all persons a second time, now that it is known how likely the others are.
func (st *study) again(all [][]choice) {
	g := st.gather(all)
	var xs [][]float32
	var of []*choice
	for i := range all {
		for k := range all[i] {
			if c := &all[i][k]; c.z >= rankAgain {
				st.scratch.Reset()
				st.scratch.lang = st.d.p.lang
				st.moveWords(st.persons[i], c.from, c.to, &st.scratch)
				c.words = st.model.Words[rank.HeadMove].Score(&st.scratch.Mentions)
				c.again = g.features(i, k)
				xs, of = append(xs, c.again), append(of, c)
			} else {
				c.p = st.model.Probability(c.z)
			}
		}
	}
	for i, z := range st.model.Again.All(xs) {
		of[i].p = st.model.Probability(z)
	}
}

// gathered is what the first look has found for the whole article. Persons are numbered as in the study.
type gathered struct {
	st     *study
	all    [][]choice
	sum    map[*organization][2]float32   // how many persons are likely to join it, leave it
	of     []map[*organization][2]float32 // how likely each person is to, by the likeliest choice
	beside [][]int                        // persons named in one sentence with each
}

// gather counts over the choices of all persons.
func (st *study) gather(all [][]choice) *gathered {
	g := &gathered{st: st, all: all, sum: map[*organization][2]float32{}}
	for i := range all {
		most := map[*organization][2]float32{}
		for k := range all[i] {
			c := &all[i][k]
			if c.z < rankAgain {
				continue
			}
			p := chance(c.z)
			if c.to != nil {
				m := most[c.to]
				m[0] = max(m[0], p)
				most[c.to] = m
			}
			if c.from != nil {
				m := most[c.from]
				m[1] = max(m[1], p)
				most[c.from] = m
			}
		}
		for o, m := range most {
			t := g.sum[o]
			g.sum[o] = [2]float32{t[0] + m[0], t[1] + m[1]}
		}
		g.of = append(g.of, most)
	}
	g.beside = make([][]int, len(all))
	at := map[int][]int{} // persons by sentence, in order
	for i, p := range st.persons {
		for _, m := range st.personAt[p] {
			if !slices.Contains(at[m.s], i) {
				at[m.s] = append(at[m.s], i)
			}
		}
	}
	for i, p := range st.persons {
		for _, m := range st.personAt[p] {
			for _, q := range at[m.s] {
				if q != i && !slices.Contains(g.beside[i], q) {
					g.beside[i] = append(g.beside[i], q)
				}
			}
		}
	}
	return g
}

// features are those of a choice at the second look: those of the first, then what the other choices say.
func (g *gathered) features(i, k int) []float32 {
	x := g.all[i][k].x
	v := vector{x: append(g.st.take(len(x)+len(againNames)), x...)}
	g.around(i, k, &v)
	return v.x
}

// againNames are the names of what a second look adds.
var againNames = func() []string {
	st, _, o := emptyStudy()
	v := vector{named: true}
	st.gather([][]choice{{{to: o}}}).around(0, 0, &v)
	return v.names
}()

// around adds what the other choices say of the k-th of person i.
func (g *gathered) around(i, k int, v *vector) {
	c := &g.all[i][k]
	f, t := c.from, c.to
	v.put("first look", float64(c.z))
	v.put("words of the whole", float64(c.words[0]))
	v.put("words of half of it", float64(c.words[1]))
	rank, likely, sum := 0.0, 0.0, 0.0
	best := [10]float32{}
	for n := range best {
		best[n] = nothing
	}
	up := func(n int, z float32) { best[n] = max(best[n], z) }
	longer, shorter := float32(nothing), float32(nothing)
	for n := range g.all[i] {
		x := &g.all[i][n]
		if n == k {
			continue
		}
		if x.z > c.z {
			rank++
		}
		if x.z > 0 {
			likely++
		}
		sum += float64(chance(x.z))
		switch {
		case x.to == t && t != nil && x.from == nil:
			up(0, x.z)
		case x.to == t && t != nil:
			up(1, x.z)
		case x.from == f && f != nil && x.to == nil:
			up(2, x.z)
		case x.from == f && f != nil:
			up(3, x.z)
		case x.from == t && x.to == f && f != nil && t != nil:
			up(4, x.z)
		default:
			up(5, x.z)
		}
		if x.to == f && f != nil && x.from != t { // where the person came from before
			up(6, x.z)
			if x.from != nil {
				up(7, x.z)
			}
		}
		if x.from == t && t != nil && x.to != f {
			up(8, x.z)
			if x.to != nil {
				up(9, x.z)
			}
		}
		if x.to == t && within(f, x.from) || x.from == f && within(t, x.to) {
			longer = max(longer, x.z)
		}
		if x.to == t && within(x.from, f) || x.from == f && within(x.to, t) {
			shorter = max(shorter, x.z)
		}
	}
	v.put("rank among the person's", rank)
	v.put("likely ones", likely)
	v.put("sum", sum)
	for n, name := range [...]string{"same arrival, from nowhere", "same arrival, from elsewhere", "same departure, to nowhere", "same departure, to elsewhere", "reverse", "another",
		"before it: arrival", "before it: move", "after it: departure", "after it: move"} {
		v.put(name, float64(best[n]))
	}
	v.put("with a longer name", float64(longer))
	v.put("with a shorter name", float64(shorter))
	own := g.of[i]
	others := func(o *organization, q int) float64 {
		if o == nil {
			return -1
		}
		return float64(g.sum[o][q] - own[o][q])
	}
	v.put("others join where from: likely", others(f, 0))
	v.put("others leave where from: likely", others(f, 1))
	v.put("others join where to: likely", others(t, 0))
	v.put("others leave where to: likely", others(t, 1))
	joined, left := 0.0, 0.0
	for o, m := range g.sum {
		if o != t {
			joined = max(joined, float64(m[0]-own[o][0]))
		}
		if o != f {
			left = max(left, float64(m[1]-own[o][1]))
		}
	}
	v.put("others join elsewhere: likely", joined)
	v.put("others leave elsewhere: likely", left)
	exact, arrive, leave, n := float32(nothing), float32(nothing), float32(nothing), 0.0
	near := [3]float32{nothing, nothing, nothing}
	for q := range g.all {
		if q == i {
			continue
		}
		beside := slices.Contains(g.beside[i], q)
		for k := range g.all[q] {
			x := &g.all[q][k]
			switch {
			case x.from == f && x.to == t:
				exact = max(exact, x.z)
				if x.z > -1 {
					n++
				}
				if beside {
					near[0] = max(near[0], x.z)
				}
			case x.to == t && t != nil:
				arrive = max(arrive, x.z)
				if beside {
					near[1] = max(near[1], x.z)
				}
			case x.from == f && f != nil:
				leave = max(leave, x.z)
				if beside {
					near[2] = max(near[2], x.z)
				}
			}
		}
	}
	v.put("others: just this", float64(exact))
	v.put("others: how many just this", n)
	v.put("others: same arrival, likely", float64(arrive))
	v.put("others: same departure, likely", float64(leave))
	v.put("beside: just this", float64(near[0]))
	v.put("beside: same arrival", float64(near[1]))
	v.put("beside: same departure", float64(near[2]))
	v.put("beside: persons", float64(len(g.beside[i])))
}

// within reports whether the words of a's name all stand in b's, which has more.
func within(a, b *organization) bool {
	if a == nil || b == nil || a == b || len(a.name) >= len(b.name) {
		return false
	}
	return strings.Contains(b.spaced, a.spaced)
}
