package extract

import (
	"cmp"
	"slices"
)

// choice is a possible move of a person: organizations or nil.
type choice struct {
	from, to *organization
	rule     *candidate // the rules' own, where they have decided just this
	x        []float32
	z        float32    // log odds at the first look
	words    [2]float32 // what the words say of all three together: a move, half of one; log odds
	again    []float32  // features at the second
	p        float64    // how probable it is
}

// rankFew is how many organizations are tried for each end of a person's moves, beside those of the rules.
const rankFew = 9

// rankChoices is how many pairs of ends are weighed for each person, the likeliest by their odds; those of the rules come on top.
const rankChoices = 14

// What surely comes to nothing is not weighed, where nobody learns from it: pairs of which the rules have stated neither end and whose odds
// together are less than rankPlain, and those of which they have stated one beyond the rankTouched likeliest.
const (
	rankPlain   = -5
	rankTouched = 9
)

// endPair is a possible move by the places of its ends among those tried.
type endPair struct {
	i, j int
	sum  float32
	rule *candidate
}

// choices lists the possible moves of p with their features.
func (st *study) choices(p *person) []choice {
	pick := func(l []*organization) []*organization {
		out := append([]*organization{nil}, l[:min(len(l), rankFew)]...)
		for _, c := range st.ruled[p] {
			for _, o := range []*organization{c.from, c.to} {
				if !slices.Contains(out, o) && !st.isName(o, p) {
					out = append(out, o)
				}
			}
		}
		return out
	}
	froms, tos := st.rankedEnds(p, 0), st.rankedEnds(p, 1)
	fs, ts := pick(froms), pick(tos)
	if len(fs) == 1 && len(ts) == 1 {
		return nil
	}
	best, second := [2]float32{-14, -14}, [2]float32{-14, -14} // the highest of each end
	for q, l := range [][]*organization{froms, tos} {
		if len(l) > 0 {
			best[q] = st.odds(p, l[0])[q]
		}
		if len(l) > 1 {
			second[q] = st.odds(p, l[1])[q]
		}
	}
	pairs := st.pairRoom[:0]
	for i, f := range fs {
		for j, t := range ts {
			if f == t {
				continue
			}
			c := endPair{i: i, j: j, sum: st.together(p, f, t)}
			for _, r := range st.ruled[p] {
				if r.from == f && r.to == t && (c.rule == nil || r.conf > c.rule.conf) {
					c.rule = r
				}
			}
			pairs = append(pairs, c)
		}
	}
	st.pairRoom = pairs
	slices.SortStableFunc(pairs, func(a, b endPair) int { return cmp.Compare(b.sum, a.sum) })
	out := make([]choice, 0, min(len(pairs), rankChoices+len(st.ruled[p])))
	for k, c := range pairs {
		x := choice{from: fs[c.i], to: ts[c.j], rule: c.rule}
		if c.rule == nil && (k >= rankChoices || st.model != nil && st.vain(p, &x, k, c.sum)) {
			continue
		}
		v := vector{x: st.take(featureCount)}
		st.ofFeatures(p, &v)
		st.pairFeatures(p, x.from, x.to, c.i, c.j, best, second, &v)
		x.x = v.x
		out = append(out, x)
	}
	return out
}

// vain reports whether the k-th likeliest pair of a person, whose odds together are so high, is not worth weighing.
func (st *study) vain(p *person, c *choice, k int, odds float32) bool {
	if st.touched(p, c) {
		return k >= rankTouched
	}
	return odds < rankPlain
}

// together are the odds of both ends; an open end costs a little.
func (st *study) together(p *person, f, t *organization) float32 {
	sum := float32(0)
	for q, o := range []*organization{f, t} {
		if o == nil {
			sum -= 2
			continue
		}
		sum += st.odds(p, o)[q]
	}
	return sum
}

// featureNames are the names of the features of choices, in order.
func featureNames() []string {
	st, p, o := emptyStudy()
	v := vector{named: true}
	st.personFeatures(p, &v)
	st.pairFeatures(p, o, o, 0, 0, [2]float32{}, [2]float32{}, &v)
	return v.names
}

func (st *study) pairFeatures(p *person, f, t *organization, i, j int, best, second [2]float32, v *vector) {
	d := st.d
	ef, et := st.endOf(p, f), st.endOf(p, t)
	put := func(side string, o *organization, e *end, n int) {
		label := func(k int) string {
			if !v.named {
				return ""
			}
			return side + [...]string{"words as former", "words as new", "rank"}[k]
		}
		for k, name := range denseNames {
			if v.named {
				v.names = append(v.names, side+name)
			}
			x := float32(-3) // not named
			if k < len(e.dense) {
				x = e.dense[k]
			}
			v.x = append(v.x, x)
		}
		if o == nil {
			v.put(label(0), -14)
			v.put(label(1), -14)
			v.put(label(2), -1)
			return
		}
		v.put(label(0), float64(e.from))
		v.put(label(1), float64(e.to))
		v.put(label(2), float64(n))
	}
	put("from: ", f, ef, i)
	put("to: ", t, et, j)
	pair, who, nf, nt := st.pair(f, t), st.ofPerson(p), st.ofName(f), st.ofName(t)
	v.put("words of the pair", float64(pair[0]))
	v.put("words of the pair reversed", float64(pair[1]))
	v.put("person: words for a departure to nowhere", float64(who[0]))
	v.put("person: words for an arrival from nowhere", float64(who[1]))
	v.put("from: name as left by anyone", float64(nf[0]))
	v.put("from: name as joined by anyone", float64(nf[1]))
	v.put("to: name as left by anyone", float64(nt[0]))
	v.put("to: name as joined by anyone", float64(nt[1]))
	v.flag("from: none", f == nil)
	v.flag("to: none", t == nil)
	v.put("best former", float64(best[0]))
	v.put("best new", float64(best[1]))
	of, ot := st.odds(p, f), st.odds(p, t)
	lead := func(x float32, q int) float64 {
		if x == best[q] {
			return float64(x - second[q])
		}
		return float64(x - best[q])
	}
	v.put("from: odds as former", float64(of[0]))
	v.put("from: odds as new", float64(of[1]))
	v.put("to: odds as former", float64(ot[0]))
	v.put("to: odds as new", float64(ot[1]))
	sf, sto := st.share(p, f), st.share(p, t)
	v.put("others: likely leave where from", float64(sf[0]))
	v.put("others: likely join where from", float64(sf[1]))
	v.put("others: likely leave where to", float64(sto[0]))
	v.put("others: likely join where to", float64(sto[1]))
	v.put("from: lead", lead(of[0], 0))
	v.put("to: lead", lead(ot[1], 1))
	v.put("odds together", float64(st.together(p, f, t)))
	// the rules
	var exact, sameTo, sameFrom, toOpen, fromOpen, reverse, weak float64
	for _, c := range st.ruled[p] {
		x := c.conf
		switch {
		case c.from == f && c.to == t:
			exact = max(exact, x)
			if c.conf < defaultThreshold {
				weak = 1
			}
		case c.from == t && c.to == f && f != nil && t != nil:
			reverse = max(reverse, x)
		case c.to == t && t != nil:
			sameTo = max(sameTo, x)
			if c.from == nil {
				toOpen = max(toOpen, x)
			}
		case c.from == f && f != nil:
			sameFrom = max(sameFrom, x)
			if c.to == nil {
				fromOpen = max(fromOpen, x)
			}
		}
	}
	v.put("rules say so", exact)
	v.put("rules dropped it", weak)
	v.put("rules: reverse", reverse)
	v.put("rules: same arrival", sameTo)
	v.put("rules: same departure", sameFrom)
	v.put("rules: arrival from nowhere", toOpen)
	v.put("rules: departure to nowhere", fromOpen)
	var both, arrive, leave, rev, to, from float64
	for _, c := range st.sure {
		if c.who == p {
			continue
		}
		if c.from == f && c.to == t {
			both++
		} else if c.from == t && c.to == f {
			rev++
		}
		if c.to == t && t != nil {
			arrive++
		}
		if c.from == f && f != nil {
			leave++
		}
		if c.to == f && f != nil {
			to++
		}
		if c.from == t && t != nil {
			from++
		}
	}
	v.put("others: same move", both)
	v.put("others: reverse", rev)
	v.put("others: same arrival", arrive)
	v.put("others: same departure", leave)
	v.put("others: arrive where from", to)
	v.put("others: leave where to", from)
	otherFrom, otherTo := st.best(f).except(p, 0), st.best(t).except(p, 1)
	v.put("others: words as former", float64(otherFrom))
	v.put("others: words as new", float64(otherTo))
	// where both are named together
	together, withPerson, gap, order, between := 0.0, 0.0, 60.0, 0.0, uint32(0)
	if f != nil && t != nil {
		for _, a := range st.orgAt[f] {
			for _, b := range st.orgAt[t] {
				if a.s != b.s {
					continue
				}
				together++
				if slices.ContainsFunc(st.personAt[p], func(m spot) bool { return m.s == a.s }) {
					withPerson++
				}
				if g := float64(max(a.i-b.i, b.i-a.i)); g < gap {
					gap = g
					order = 1
					if a.i > b.i {
						order = -1
					}
					between = 0
					s := d.sents[a.s]
					for k := min(a.i, b.i) + 1; k < max(a.i, b.i); k++ {
						between |= s.seen[k].cues
					}
				}
			}
		}
	}
	v.put("together", together)
	v.put("together with person", withPerson)
	v.put("gap", gap)
	v.put("order", order)
	for k := range 23 {
		v.flag(cueLabels[1][k], between&(1<<k) != 0)
	}
	firstGap := 0.0
	if f != nil && t != nil && len(st.orgAt[f]) > 0 && len(st.orgAt[t]) > 0 {
		firstGap = float64(st.orgAt[t][0].s - st.orgAt[f][0].s)
	}
	v.put("first gap", firstGap)
	stated := 0.0
	for _, x := range st.factsOf[p] {
		if (x.kind == "join" || x.kind == "leave") && x.from.org == f && x.to.org == t {
			stated++
		}
	}
	v.put("stated", stated)
}

// featureCount is how many features a choice has.
var featureCount = len(featureNames())

// denseNames are the names of the counted features of an end.
var denseNames = func() []string {
	st, p, o := emptyStudy()
	v := vector{named: true}
	st.denseOf(p, o, nil, &v)
	st.impliedFeatures(o, nil, &v)
	return v.names
}()

// emptyStudy is one of a person and an organization of whom nothing is known, to ask which features there are.
func emptyStudy() (*study, *person, *organization) {
	p, o := &person{}, &organization{}
	d := &document{e: &Extractor{}, p: &pack{}, names: &nameTables{}, sents: []*sentence{{block: &block{}}}}
	return &study{d: d, persons: []*person{p}, orgs: []*organization{o}, personAt: map[*person][]spot{p: {{}}}, ends: [][]*end{{nil}},
		bests: map[*organization]*bests{}, asked: newAsked(), behind: []backdrop{{}}, called: [2][]string{{""}, {"-"}}}, p, o
}
