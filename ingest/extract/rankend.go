package extract

import (
	"slices"

	"talentgraph/graph"
	"talentgraph/ingest/extract/rank"
)

// beside is one mention of an organization with what ties the person to it there.
type beside struct {
	kind   string // S< S>: in one sentence, the person before or behind; T: the person is the topic; P1 P2 N1 N2: so many sentences before or behind
	s      *sentence
	o, p   int // chunks; p is -1 where the person is in another sentence
	others int // persons named between
	orgs   int // organizations between
	commas int
	at     int // which mention it is: of the organization, or, where it is implied, of the person
	way    int // a number for the kind, where the person is in another sentence
}

// contexts lists at most twelve mentions of o as seen from p.
func (st *study) contexts(p *person, o *organization) []beside {
	out := st.contextRoom[:0]
	at := st.personAt[p]
	for k, m := range st.orgAt[o] {
		if len(out) == mostContexts {
			break
		}
		s := st.d.sents[m.s]
		best, gap := -1, 99
		for _, q := range at {
			if q.s == m.s {
				if k := max(q.i-m.i, m.i-q.i); k < gap {
					best, gap = q.i, k
				}
			}
		}
		c := beside{s: s, o: m.i, p: best, at: k}
		switch {
		case best >= 0:
			c.kind = "S<"
			lo, hi := best, m.i
			if best > m.i {
				c.kind, lo, hi = "S>", m.i, best
			}
			for k := lo + 1; k < hi; k++ {
				x := &s.seen[k]
				switch {
				case x.kind == kindPerson && x.byName && !slices.Contains(x.persons, p):
					c.others++
				case x.org != nil:
					c.orgs++
				case x.low == "," || x.low == ";":
					c.commas++
				}
			}
			if c.others > 0 {
				c.kind += "x"
			}
		case s.then.topic == p:
			c.kind, c.way = "T", 5
			if slices.ContainsFunc(s.seen, func(x seen) bool { return x.kind == kindPerson && x.byName }) {
				c.kind, c.way = "Tx", 6
			}
		default:
			best := 9
			for _, q := range at {
				if k := q.s - m.s; k > -3 && k < 3 && max(k, -k)*2+k/2 < best {
					best = max(k, -k)*2 + k/2
					c.kind, c.way = [...]string{"P2", "P1", "", "N1", "N2"}[k+2], k+2
				}
			}
			if c.kind == "" {
				continue
			}
		}
		out = append(out, c)
	}
	st.contextRoom = out
	return out
}

// vector collects features in a fixed order; names only where somebody asks for them.
type vector struct {
	x     []float32
	names []string
	named bool
}

func (v *vector) put(name string, x float64) {
	v.x = append(v.x, float32(x))
	if v.named {
		v.names = append(v.names, name)
	}
}

func (v *vector) flag(name string, b bool) {
	x := 0.0
	if b {
		x = 1
	}
	v.put(name, x)
}

// nobody is the end that the text does not name.
var nobody end

// endOf is what speaks for o as an end of a move of p; o nil is the end that the text does not name.
func (st *study) endOf(p *person, o *organization) *end {
	if o == nil {
		return &nobody
	}
	if e := st.ends[p.place][o.place]; e != nil {
		return e
	}
	if len(st.endRoom) == 0 {
		st.endRoom = make([]end, 32)
	}
	e := &st.endRoom[0]
	st.endRoom = st.endRoom[1:]
	st.ends[p.place][o.place] = e
	ctx, implied := st.contexts(p, o), st.implied(p, o)
	v := vector{x: st.take(len(denseNames))}
	st.denseOf(p, o, ctx, &v)
	st.impliedFeatures(o, implied, &v)
	e.dense = v.x
	if st.model != nil {
		z := st.endScore(p, o, ctx, implied)
		e.from, e.to = z[0], z[1]
	}
	return e
}

// weighed is what words around a mention weigh, once that is known.
type weighed struct {
	sum   [2]float32
	known bool
}

// endScore is what the words say of an end, as endWords gives them. What is said where the person is not named is the same for all persons, and what
// is said of the person the same for all organizations that it may imply: that is weighed once.
func (st *study) endScore(p *person, o *organization, ctx, implied []beside) [2]float32 {
	if st.away == nil {
		st.away, st.implying = make([][][7]weighed, len(st.orgs)), make([][][8]weighed, len(st.persons))
	}
	away, implying := &st.away[o.place], &st.implying[p.place]
	if *away == nil {
		*away = make([][7]weighed, len(st.orgAt[o]))
	}
	if *implying == nil {
		*implying = make([][8]weighed, len(st.personAt[p]))
	}
	h := &st.scratch
	h.lang = st.d.p.lang
	head := &st.model.Words[rank.HeadEnd]
	h.Reset()
	st.endFacts(p, o, h)
	sums := append(st.sumRoom[:0], head.Sum(h.Hashes))
	for i := range ctx {
		c := &ctx[i]
		var w *weighed
		if c.p < 0 && len(st.personAt[p]) < mostSpots { // not one who is named more often than anybody looks
			w = &(*away)[c.at][c.way]
			if w.known {
				sums = append(sums, w.sum)
				continue
			}
		}
		h.Reset()
		st.mentionWords(p, o, c, h)
		sum := head.Sum(h.Hashes)
		if w != nil {
			*w = weighed{sum, true}
		}
		sums = append(sums, sum)
	}
	for i := range implied {
		c := &implied[i]
		w := &(*implying)[c.at][c.way]
		if !w.known {
			h.Reset()
			st.impliedWords(p, c, h)
			*w = weighed{head.Sum(h.Hashes), true}
		}
		sums = append(sums, w.sum)
	}
	st.sumRoom = sums
	return head.Pool(sums)
}

// denseOf are the counted features of an end.
func (st *study) denseOf(p *person, o *organization, ctx []beside, v *vector) {
	d := st.d
	var with, personBefore, topic, besides, near int
	var before, behind, window [len(cueNames)]int
	gap, others, orgs, commas, first := 60, 9, 9, 20, 0
	title, lead, focus, nearest, role := 0, 0, 0, 0, 0
	for _, c := range ctx {
		switch c.kind {
		case "S<", "S<x":
			with++
			personBefore++
		case "S>", "S>x":
			with++
		case "T":
			topic++
		case "Tx":
			besides++
		case "P1", "N1", "P2", "N2":
			near++
		}
		s := c.s
		if c.p >= 0 {
			if g := max(c.p-c.o, c.o-c.p); g < gap {
				gap, others, orgs, commas, first = g, c.others, c.orgs, c.commas, 1
				if c.p > c.o {
					first = -1
				}
			}
			if c.others == 0 {
				nearest++
			}
		}
		if s.block.title {
			title++
		}
		if s.index <= 2 {
			lead++
		}
		if s.then.focus == o {
			focus++
		}
		if c.p < 0 && c.kind[0] != 'T' {
			continue
		}
		if c.o > 0 {
			for k := range cueNames {
				if s.seen[c.o-1].cues&(1<<k) != 0 {
					before[k]++
				}
			}
		}
		var w, b uint32
		for i := c.o - 1; i >= 0 && i > c.o-7; i-- {
			x := &s.seen[i]
			if x.org != nil || x.kind == kindPerson && x.byName && !slices.Contains(x.persons, p) {
				break
			}
			w |= x.cues
			if x.kind == kindRole && i >= c.o-2 {
				role++
			}
		}
		for i := c.o + 1; i < len(s.seen) && i < c.o+5 && s.seen[i].org == nil; i++ {
			b |= s.seen[i].cues
			if s.seen[i].kind == kindRole && i <= c.o+2 {
				role++
			}
		}
		for k := range cueNames {
			if w&(1<<k) != 0 {
				window[k]++
			}
			if b&(1<<k) != 0 {
				behind[k]++
			}
		}
	}
	at := st.orgAt[o]
	v.put("mentions", float64(len(at)))
	v.put("with person", float64(with))
	v.put("person before", float64(personBefore))
	v.put("topic", float64(topic))
	v.put("topic beside others", float64(besides))
	v.put("near sentences", float64(near))
	v.put("distance", float64(gap))
	v.put("order", float64(first))
	v.put("persons between", float64(others))
	v.put("organizations between", float64(orgs))
	v.put("commas between", float64(commas))
	v.put("nearest", float64(nearest))
	v.put("in title", float64(title))
	v.put("in lead", float64(lead))
	v.put("in focus", float64(focus))
	v.put("beside role", float64(role))
	v.flag("otherwise", st.others[o] != "")
	v.flag("opening", d.opening == o)
	v.flag("home", d.home == o)
	v.flag("known", o.known)
	v.put("words", float64(o.length))
	for k, label := range lookLabels {
		v.flag(label, o.looks&(1<<k) != 0)
	}
	firstAt, behindPerson := 99, 0
	if len(at) > 0 {
		firstAt = at[0].s
		behindPerson = at[0].s - st.personAt[p][0].s
	}
	v.put("first sentence", float64(firstAt))
	v.put("first after person", float64(behindPerson))
	for k := range cueNames {
		if k >= 16 && k <= 22 {
			v.put(cueLabels[2][k], float64(before[k]))
		} else {
			v.put(cueLabels[3][k], float64(window[k]))
		}
		if k < 16 {
			v.put(cueLabels[4][k], float64(behind[k]))
		}
	}
	var facts [10]float64
	year := 0
	for _, f := range st.factsOf[p] {
		hit := f.org.org == o || f.to.org == o || f.from.org == o
		if hit && f.hasDate && f.date.year > 0 {
			year = f.date.year
		}
		if hit && f.status == graph.Denied {
			facts[9]++
		}
		switch f.kind {
		case "join", "leave":
			if f.to.org == o {
				if f.to.implied {
					facts[1]++
				} else {
					facts[0]++
				}
			}
			if f.from.org == o {
				if f.from.implied {
					facts[3]++
				} else {
					facts[2]++
				}
			}
		case "is":
			if f.org.org == o {
				if f.org.implied {
					facts[5]++
				} else {
					facts[4]++
				}
			}
		case "was", "prior", "begin", "after":
			if f.org.org == o {
				facts[6]++
			}
		case "internal", "stay":
			if f.org.org == o || f.org.org == nil && f.focus == o {
				facts[7]++
			}
		}
		if f.focus == o && (f.kind == "join" || f.kind == "leave") {
			facts[8]++
		}
	}
	for k, name := range [...]string{"fact arrives", "fact arrives implied", "fact leaves", "fact leaves implied", "fact is", "fact is implied", "fact was", "fact internal", "fact move with focus", "fact denied"} {
		v.put(name, facts[k])
	}
	age := -1.0
	if pub := int(d.published().Year); year > 0 && pub > 0 {
		age = float64(pub - year)
	}
	v.put("years ago", age)
	var arrive, leave float64
	for _, f := range d.facts {
		if f.who != p && f.who != nil {
			if f.to.org == o {
				arrive++
			}
			if f.from.org == o {
				leave++
			}
		}
	}
	v.put("others arrive", arrive)
	v.put("others leave", leave)
}
