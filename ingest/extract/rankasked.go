package extract

import "talentgraph/ingest/extract/rank"

// asked keeps answers, so that nothing is asked twice.
type asked struct {
	pairs      map[[2]*organization][2]float32
	persons    map[*person][2]float32
	names      map[*organization][2]float32
	shares     map[*organization][2]float32 // of the odds
	abouts     map[*organization]*aboutName
	neighbours map[*person][2]*organization
	features   map[*person][]float32
}

func newAsked() asked {
	return asked{map[[2]*organization][2]float32{}, map[*person][2]float32{}, map[*organization][2]float32{}, map[*organization][2]float32{}, map[*organization]*aboutName{},
		map[*person][2]*organization{}, map[*person][]float32{}}
}

// ask gives the log odds that a head of the words has for what, as known or by the words that there are for it. Without a model, where
// training has not answered, they are 0.
func ask[K comparable](st *study, known map[K][2]float32, what K, head rank.Head, words func(h *hasher)) [2]float32 {
	z, ok := known[what]
	if ok || st.model == nil {
		return z
	}
	st.scratch.Reset()
	st.scratch.lang = st.d.p.lang
	words(&st.scratch)
	z = st.model.Words[head].Score(&st.scratch.Mentions)
	known[what] = z
	return z
}

// silent are the log odds of a pair that no sentence names together.
var silent = [2]float32{-6, -6}

func (st *study) pair(f, t *organization) [2]float32 {
	if f == nil || t == nil || !st.beside(f, t) {
		return silent
	}
	return ask(st, st.asked.pairs, [2]*organization{f, t}, rank.HeadPair, func(h *hasher) { st.pairWords(f, t, h) })
}

// beside reports whether one sentence names both.
func (st *study) beside(f, t *organization) bool {
	i, j := 0, 0
	a, b := st.orgAt[f], st.orgAt[t]
	for i < len(a) && j < len(b) {
		switch {
		case a[i].s == b[j].s:
			return true
		case a[i].s < b[j].s:
			i++
		default:
			j++
		}
	}
	return false
}

func (st *study) ofPerson(p *person) [2]float32 {
	return ask(st, st.asked.persons, p, rank.HeadPerson, func(h *hasher) { st.personWords(p, h) })
}

func (st *study) ofName(o *organization) [2]float32 {
	if o == nil {
		return [2]float32{}
	}
	return ask(st, st.asked.names, o, rank.HeadName, func(h *hasher) { st.nameWords(o, h) })
}

// ofFeatures adds the features of a person, which are the same for every end and every move.
func (st *study) ofFeatures(p *person, v *vector) {
	if v.named {
		st.personFeatures(p, v)
		return
	}
	x, ok := st.asked.features[p]
	if !ok {
		own := vector{}
		st.personFeatures(p, &own)
		x = own.x
		st.asked.features[p] = x
	}
	v.x = append(v.x, x...)
}
