package extract

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// farOff are the log odds of ends that are not worth weighing, and the words' log odds that say so: of any end, of a second reading of a name.
const (
	farOff           = -9
	wordsFarOff      = -5
	wordsFarOffAgain = -3.5
)

// odds are the log odds of o as the employer that p leaves, the one that p joins, all things together.
func (st *study) odds(p *person, o *organization) [2]float32 {
	if o == nil {
		return [2]float32{-14, -14}
	}
	return st.endOf(p, o).odds
}

// weigh gives every end its log odds.
func (st *study) weigh() {
	var ends []*end
	var xs [][]float32
	for _, p := range st.persons {
		for _, o := range st.orgs {
			if st.isName(o, p) {
				continue
			}
			e := st.endOf(p, o)
			if words := max(e.from, e.to); (words < wordsFarOff || words < wordsFarOffAgain && st.readAgain(o)) && !st.stated(p, o) {
				e.odds = [2]float32{farOff, farOff}
				continue
			}
			v := vector{x: st.take(endFeatures)}
			st.weighing(p, o, &v)
			ends, xs = append(ends, e), append(xs, v.x)
		}
	}
	for q := range 2 {
		for i, z := range st.model.Ends[q].All(xs) {
			ends[i].odds[q] = z
		}
	}
}

// readAgain reports whether o is but another reading of a name in the article, with a description before it: "Traditionsweberei Lenders" of "Lenders".
func (st *study) readAgain(o *organization) bool {
	return st.others[o] != "" && slices.ContainsFunc(st.orgs, func(x *organization) bool {
		return x != o && st.others[x] == "" && strings.HasSuffix(o.spaced, x.spaced)
	})
}

// endFeatures is how many features an end has.
var endFeatures = func() int {
	st, p, o := emptyStudy()
	v := vector{}
	st.weighing(p, o, &v)
	return len(v.x)
}()

// store is room for features, which one study after the other may use.
type store struct{ x []float32 }

// take is room for n features.
func (st *study) take(n int) []float32 {
	if len(st.room) < n {
		size := 48 * n
		if st.store == nil {
			if st.store, _ = st.d.e.stores.Get().(*store); st.store == nil {
				st.store = &store{}
			}
		} else {
			size, st.store = max(size, 2*len(st.store.x)), &store{}
		}
		if len(st.store.x) < n {
			st.store.x = make([]float32, size)
		}
		st.room = st.store.x
	}
	x := st.room[:0:n]
	st.room = st.room[n:]
	return x
}

// release gives the store back; no features may be looked at any more.
func (st *study) release() {
	if st.store != nil {
		st.d.e.stores.Put(st.store)
	}
	st.store, st.room = nil, nil
}

// stated reports whether the rules have said that p leaves o or joins it.
func (st *study) stated(p *person, o *organization) bool {
	return slices.ContainsFunc(st.ruled[p], func(c *candidate) bool { return c.from == o || c.to == o })
}

// isName reports whether o is called like p: the same name read in two ways.
func (st *study) isName(o *organization, p *person) bool {
	return o != nil && st.called[1][o.place] == st.called[0][p.place]
}

// Names of features: of the words about an end, of its name.
var (
	wordLabels = [2][4]string{
		{"words as former", "words as former: lead", "words as former: better ones", "words as former: of others"},
		{"words as new", "words as new: lead", "words as new: better ones", "words as new: of others"},
	}
	nameLabels = [2][2]string{
		{"name as left: better ones", "name as left: lead"},
		{"name as joined: better ones", "name as joined: lead"},
	}
)

// weighing are the features of one end.
func (st *study) weighing(p *person, o *organization, v *vector) {
	e := st.endOf(p, o)
	for k, name := range denseNames {
		if v.named {
			v.names = append(v.names, name)
		}
		x := float32(-3)
		if k < len(e.dense) {
			x = e.dense[k]
		}
		v.x = append(v.x, x)
	}
	words := [2]float32{e.from, e.to}
	better := [2]float64{}
	best := [2]float32{-14, -14}
	for _, x := range st.orgs {
		if x == o || st.isName(x, p) {
			continue
		}
		f := st.endOf(p, x)
		for q, w := range [2]float32{f.from, f.to} {
			best[q] = max(best[q], w)
			if w > words[q] {
				better[q]++
			}
		}
	}
	for q, l := range wordLabels {
		v.put(l[0], float64(words[q]))
		v.put(l[1], float64(words[q]-best[q]))
		v.put(l[2], better[q])
		v.put(l[3], float64(st.best(o).except(p, q)))
	}
	name, who := st.ofName(o), st.ofPerson(p)
	v.put("name as left by anyone", float64(name[0]))
	v.put("name as joined by anyone", float64(name[1]))
	about := st.about(o)
	for q, l := range nameLabels {
		v.put(l[0], about.better[q])
		v.put(l[1], float64(name[q]-about.best[q]))
	}
	st.nearness(p, o, v)
	v.put("person: words for a departure to nowhere", float64(who[0]))
	v.put("person: words for an arrival from nowhere", float64(who[1]))
	v.put("best pair as former", float64(about.pair[0]))
	v.put("best pair as new", float64(about.pair[1]))
	var left, joined, others [2]float64
	for _, c := range st.ruled[p] {
		if c.from == o {
			left[0] = max(left[0], c.conf)
			left[1]++
		}
		if c.to == o {
			joined[0] = max(joined[0], c.conf)
			joined[1]++
		}
	}
	for _, c := range st.sure {
		if c.who != p {
			if c.from == o {
				others[0]++
			}
			if c.to == o {
				others[1]++
			}
		}
	}
	v.put("rules: left", left[0])
	v.put("rules: how often left", left[1])
	v.put("rules: joined", joined[0])
	v.put("rules: how often joined", joined[1])
	v.put("rules: moves", float64(len(st.ruled[p])))
	v.put("rules: others leave", others[0])
	v.put("rules: others join", others[1])
	beside := 0.0
	for _, m := range st.personAt[p] {
		if slices.ContainsFunc(st.orgAt[o], func(x spot) bool { return x.s == m.s }) {
			beside++
		}
	}
	v.put("mentions beside it", beside)
	st.flankFeatures(p, o, v)
	st.hintFeatures(p, o, v)
	st.ofFeatures(p, v)
}

// rankedEnds are the organizations by how likely each is an end of a move of p: as the employer left for q 0, the one joined for 1.
func (st *study) rankedEnds(p *person, q int) []*organization {
	var out []*organization
	for _, o := range st.orgs {
		if !st.isName(o, p) {
			out = append(out, o)
		}
	}
	slices.SortStableFunc(out, func(a, b *organization) int {
		return cmp.Compare(st.odds(p, b)[q], st.odds(p, a)[q])
	})
	return out
}

// nearness are features of how near o stands to p, as against the other organizations.
func (st *study) nearness(p *person, o *organization, v *vector) {
	n := st.neighbours(p)
	v.flag("last before the person", n[0] == o)
	v.flag("next behind the person", n[1] == o)
	v.put("more mentioned ones", st.about(o).mentioned)
	behind := 0.0
	for _, m := range st.personAt[p] {
		for _, at := range st.orgAt[o] {
			if at.s == m.s && at.i > m.i {
				behind++
			}
		}
	}
	v.put("behind the person", behind)
}

// share is how many persons other than p are likely to leave o, or join it, counted by their probabilities.
func (st *study) share(p *person, o *organization) [2]float32 {
	if o == nil {
		return [2]float32{}
	}
	all, ok := st.asked.shares[o]
	if !ok {
		for _, q := range st.persons {
			if !st.isName(o, q) {
				z := st.odds(q, o)
				all[0] += chance(z[0])
				all[1] += chance(z[1])
			}
		}
		st.asked.shares[o] = all
	}
	if !st.isName(o, p) {
		z := st.odds(p, o)
		all[0] -= chance(z[0])
		all[1] -= chance(z[1])
	}
	return all
}

// chance is the probability that log odds stand for.
func chance(odds float32) float32 { return float32(1 / (1 + math.Exp(-float64(odds)))) }

// aboutName is what holds for an organization whoever is asked for.
type aboutName struct {
	pair      [2]float32 // the highest log odds of a pair with another one: as the first, as the second
	best      [2]float32 // the highest of the other names
	better    [2]float64 // how many are higher
	mentioned float64    // how many are mentioned more often
}

func (st *study) about(o *organization) *aboutName {
	if a := st.asked.abouts[o]; a != nil {
		return a
	}
	a := &aboutName{pair: [2]float32{-14, -14}, best: [2]float32{-14, -14}}
	name := st.ofName(o)
	for _, x := range st.orgs {
		if x == o {
			continue
		}
		a.pair[0], a.pair[1] = max(a.pair[0], st.pair(o, x)[0]), max(a.pair[1], st.pair(x, o)[0])
		for q, z := range st.ofName(x) {
			a.best[q] = max(a.best[q], z)
			if z > name[q] {
				a.better[q]++
			}
		}
		if len(st.orgAt[x]) > len(st.orgAt[o]) {
			a.mentioned++
		}
	}
	st.asked.abouts[o] = a
	return a
}

// neighbours are the last organization before the first mention of p and the first one behind it.
func (st *study) neighbours(p *person) [2]*organization {
	n, ok := st.asked.neighbours[p]
	if ok {
		return n
	}
	before := func(a, b spot) bool { return a.s < b.s || a.s == b.s && a.i < b.i }
	first := st.personAt[p][0]
	var lastAt, nextAt spot
	for _, x := range st.orgs {
		if st.isName(x, p) {
			continue
		}
		for _, at := range st.orgAt[x] {
			if before(at, first) && (n[0] == nil || before(lastAt, at)) {
				n[0], lastAt = x, at
			}
			if before(first, at) && (n[1] == nil || before(at, nextAt)) {
				n[1], nextAt = x, at
			}
		}
	}
	st.asked.neighbours[p] = n
	return n
}
