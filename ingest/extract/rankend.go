package extract

import (
	"slices"
	"strings"

	"talentgraph/graph"
	"talentgraph/ingest/extract/rank"
)

// spot is a mention: which sentence, which of its chunks.
type spot struct{ s, i int }

// study is an article as the decision by statistics sees it: who and what is mentioned where, and what the rules make of it.
type study struct {
	d        *document
	persons  []*person
	orgs     []*organization
	personAt map[*person][]spot // in order of the text
	orgAt    map[*organization][]spot
	factsOf  map[*person][]*fact
	ruled    map[*person][]*candidate // what the rules decided, the uncertain too
	sure     []*candidate             // those of them that count
	beyond   []*candidate             // those of the rules about persons and organizations beyond the limits
	ends     map[endKey]*end
	bests    map[*organization]*bests
	model    *rank.Model
	explain  bool
}

// Beyond these an article is a register: its other persons and organizations are left to the rules.
const (
	mostPersons = 60
	mostOrgs    = 80
	mostSpots   = 40
)

type endKey struct {
	p *person
	o *organization
}

// end is an organization as a possible end of a person's moves.
type end struct {
	sparse   []uint32 // hashes of what stands around the mentions, sorted
	dense    []float32
	from, to float32 // how much the words speak for it as the employer left, the one joined: log odds
}

// newStudy collects mentions; ruled are the moves of the rules before any threshold.
func (d *document) newStudy(ruled []*candidate, m *rank.Model) *study {
	st := &study{d: d, model: m, personAt: map[*person][]spot{}, orgAt: map[*organization][]spot{}, factsOf: map[*person][]*fact{}, ruled: map[*person][]*candidate{}, ends: map[endKey]*end{}, bests: map[*organization]*bests{}}
	d.settle()
	for k, s := range d.sents {
		for i := range s.seen {
			x := &s.seen[i]
			for _, q := range x.persons {
				if st.personAt[q] == nil {
					if len(st.persons) == mostPersons {
						continue
					}
					st.persons = append(st.persons, q)
				}
				if len(st.personAt[q]) == mostSpots {
					continue
				}
				st.personAt[q] = append(st.personAt[q], spot{k, i})
			}
			if x.org != nil {
				if st.orgAt[x.org] == nil {
					if len(st.orgs) == mostOrgs {
						continue
					}
					st.orgs = append(st.orgs, x.org)
				}
				if len(st.orgAt[x.org]) == mostSpots {
					continue
				}
				st.orgAt[x.org] = append(st.orgAt[x.org], spot{k, i})
			}
		}
	}
	for _, f := range d.facts {
		if f.who != nil {
			st.factsOf[f.who] = append(st.factsOf[f.who], f)
			if st.personAt[f.who] == nil && len(st.persons) < mostPersons {
				st.personAt[f.who] = []spot{{f.sent.index, min(f.node, len(f.sent.seen)-1)}}
				st.persons = append(st.persons, f.who)
			}
		}
	}
	for _, c := range ruled {
		if st.personAt[c.who] == nil || c.from != nil && st.orgAt[c.from] == nil && len(st.orgs) >= mostOrgs || c.to != nil && st.orgAt[c.to] == nil && len(st.orgs) >= mostOrgs {
			st.beyond = append(st.beyond, c)
			continue
		}
		st.ruled[c.who] = append(st.ruled[c.who], c)
		if c.conf >= defaultThreshold {
			st.sure = append(st.sure, c)
		}
		for _, o := range []*organization{c.from, c.to} {
			if o != nil && st.orgAt[o] == nil && len(st.orgs) < mostOrgs {
				st.orgAt[o] = []spot{}
				st.orgs = append(st.orgs, o)
			}
		}
	}
	return st
}

// beside is one mention of an organization with what ties the person to it there.
type beside struct {
	kind   string // S< S>: in one sentence, the person before or behind; T: the person is the topic; P1 P2 N1 N2: so many sentences before or behind
	s      *sentence
	o, p   int // chunks; p is -1 where the person is in another sentence
	near   bool
	others int // persons named between
	orgs   int // organizations between
	commas int
}

// contexts lists at most twelve mentions of o as seen from p.
func (st *study) contexts(p *person, o *organization) []beside {
	var out []beside
	at := st.personAt[p]
	for _, m := range st.orgAt[o] {
		if len(out) == 12 {
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
		c := beside{s: s, o: m.i, p: best}
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
			c.kind = "T"
			if slices.ContainsFunc(s.seen, func(x seen) bool { return x.kind == kindPerson && x.byName }) {
				c.kind = "Tx"
			}
		default:
			best := 9
			for _, q := range at {
				if k := q.s - m.s; k > -3 && k < 3 && max(k, -k)*2+k/2 < best {
					best = max(k, -k)*2 + k/2
					c.kind = [...]string{"P2", "P1", "", "N1", "N2"}[k+2]
				}
			}
			if c.kind == "" {
				continue
			}
		}
		out = append(out, c)
	}
	return out
}

const fnvStart, fnvPrime = 2166136261, 16777619

func hashOf(h uint32, s string) uint32 {
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * fnvPrime
	}
	return (h ^ 0xff) * fnvPrime
}

// sparseOf hashes what stands around each mention: words with their language, cues for all languages together.
func (st *study) sparseOf(p *person, o *organization, ctx []beside) []uint32 {
	var out []uint32
	lang := st.d.p.lang
	add := func(parts ...string) {
		h := uint32(fnvStart)
		for _, s := range parts {
			h = hashOf(h, s)
		}
		out = append(out, h)
	}
	cue := func(m uint32, f func(string)) {
		for k, name := range cueNames {
			if m&(1<<k) != 0 {
				f(name)
			}
		}
	}
	token := func(x *seen) string {
		switch {
		case slices.Contains(x.persons, p):
			return "p"
		case x.kind == kindPerson:
			return "P"
		case x.org == o:
			return "o"
		case x.org != nil:
			return "O"
		case x.kind == kindRole:
			return "R"
		case x.kind == kindDate:
			return "D"
		case x.kind == kindPlace:
			return "L"
		}
		return x.low
	}
	coarse := func(x *seen) string {
		if t := token(x); x.kind != kindWord || len(t) == 1 || x.org != nil {
			return t
		}
		for k, name := range cueNames {
			if x.cues&(1<<k) != 0 {
				return name
			}
		}
		return "w"
	}
	for _, c := range ctx {
		s, k := c.s, c.kind
		word := func(slot string, i int) {
			if i < 0 || i >= len(s.seen) {
				add(k, slot, "#")
				return
			}
			add(k, lang, slot, token(&s.seen[i]))
			add(lang, slot, token(&s.seen[i]))
			add(k, slot, coarse(&s.seen[i]))
		}
		pair := func(slot string, i, j int) {
			if i >= 0 && j < len(s.seen) {
				add(k, lang, slot, token(&s.seen[i]), token(&s.seen[j]))
				add(lang, slot, token(&s.seen[i]), token(&s.seen[j]))
				add(k, slot, coarse(&s.seen[i]), coarse(&s.seen[j]))
			}
		}
		add(k)
		word("b1", c.o-1)
		word("b2", c.o-2)
		word("a1", c.o+1)
		word("a2", c.o+2)
		pair("b21", c.o-2, c.o-1)
		pair("b32", c.o-3, c.o-2)
		pair("a12", c.o+1, c.o+2)
		if c.o > 0 && c.o+1 < len(s.seen) {
			add(k, lang, "ba", token(&s.seen[c.o-1]), token(&s.seen[c.o+1]))
		}
		last := ""
		for i := c.o - 1; i >= 0 && i > c.o-8; i-- {
			x := &s.seen[i]
			if x.org != nil || x.kind == kindPerson && x.byName && !slices.Contains(x.persons, p) {
				add(k, "w", "stop", token(x))
				break
			}
			if x.kind == kindWord && len(x.low) > 1 {
				add(k, lang, "w", x.low)
				add(lang, "w", x.low)
				cue(x.cues, func(n string) { add(k, "w", n) })
				if last == "" && x.cues&cueVerbs != 0 {
					cue(x.cues&cueVerbs, func(n string) {
						last = n
						add(k, "nv", n, coarse(&s.seen[c.o-1]))
					})
					add(k, lang, "nv", x.low, token(&s.seen[c.o-1]))
				}
			} else if x.kind == kindRole {
				add(k, lang, "wr", x.low)
				cue(x.cues, func(n string) { add(k, "wr", n) })
			}
		}
		for i := c.o + 1; i < len(s.seen) && i < c.o+6; i++ {
			x := &s.seen[i]
			if x.org != nil || x.kind == kindPerson && x.byName && !slices.Contains(x.persons, p) {
				add(k, "v", "stop", token(x))
				break
			}
			if x.kind == kindWord && len(x.low) > 1 {
				add(k, lang, "v", x.low)
				add(lang, "v", x.low)
				cue(x.cues, func(n string) { add(k, "v", n) })
			} else if x.kind == kindRole {
				cue(x.cues, func(n string) { add(k, "vr", n) })
			}
		}
		for i := c.o + 1; i < len(s.seen) && i < c.o+12; i++ { // what happens behind it: "bei O gekündigt"
			if x := &s.seen[i]; x.cues&cueVerbs != 0 {
				cue(x.cues&cueVerbs, func(n string) { add(k, "fv", n) })
				add(k, lang, "fv", x.low)
				break
			} else if x.kind == kindPerson && x.byName {
				break
			}
		}
		for i, seenOrg := c.o-1, false; i >= 0; i-- { // the organization before it: "von A zu O"
			if x := &s.seen[i]; x.org != nil && x.org != o && !seenOrg {
				seenOrg = true
				if i > 0 {
					add(k, "po", coarse(&s.seen[i-1]), coarse(&s.seen[c.o-1]))
					add(lang, "po", token(&s.seen[i-1]), token(&s.seen[c.o-1]))
				}
			}
		}
		for i := c.o + 1; i < len(s.seen); i++ {
			if x := &s.seen[i]; x.org != nil && x.org != o {
				add(k, "no", coarse(&s.seen[i-1]), coarse(&s.seen[max(0, c.o-1)]))
				add(lang, "no", token(&s.seen[i-1]), token(&s.seen[max(0, c.o-1)]))
				break
			}
		}
		if c.p >= 0 { // what the person does first
			for i := c.p + 1; i < len(s.seen) && i < c.p+10; i++ {
				if x := &s.seen[i]; x.cues&cueVerbs != 0 {
					cue(x.cues&cueVerbs, func(n string) { add(k, "pv", n) })
					add(k, lang, "pv", x.low)
					break
				} else if x.kind == kindPerson && x.byName {
					break
				}
			}
			if c.p > 0 {
				add(k, "pb", coarse(&s.seen[c.p-1]))
			}
			if c.p+1 < len(s.seen) {
				add(k, "pa", coarse(&s.seen[c.p+1]))
			}
		}
		if c.p >= 0 {
			lo, hi := min(c.p, c.o), max(c.p, c.o)
			var all uint32
			if hi-lo <= 24 {
				for i := lo + 1; i < hi; i++ {
					x := &s.seen[i]
					if x.kind == kindWord && len(x.low) > 1 {
						add(k, lang, "x", x.low)
						all |= x.cues
					}
				}
			}
			cue(all, func(n string) { add(k, "x", n) })
			if hi-lo <= 8 {
				shape, words := []string{k, "shape"}, []string{k, lang, "words"}
				for i := lo; i <= hi; i++ {
					shape = append(shape, coarse(&s.seen[i]))
					words = append(words, token(&s.seen[i]))
				}
				add(shape...)
				add(words...)
			}
			add(k, "dist", bucket(hi-lo))
			add(k, "others", bucket(c.others))
			add(k, "orgs", bucket(c.orgs))
		}
		var all uint32
		for i := range s.seen {
			all |= s.seen[i].cues
		}
		cue(all&(cueVerbs|cueNew|cueFormer), func(n string) { add(k, "sent", n) })
		if s.block.title {
			add(k, "title")
		}
		if s.block.kind == item {
			add(k, "item")
		}
		if s.then.focus == o {
			add(k, "focus")
		}
	}
	for _, f := range st.factsOf[p] {
		for _, e := range []struct {
			slot string
			arg  orgArg
		}{{"org", f.org}, {"from", f.from}, {"to", f.to}} {
			if e.arg.org == o && o != nil {
				add("fact", f.kind, e.slot)
				how := ""
				if e.arg.implied {
					how += "i"
				}
				if f.weak || f.loose {
					how += "w"
				}
				if f.phrase {
					how += "p"
				}
				if f.tense == past {
					how += "t"
				}
				if f.tense == coming {
					how += "c"
				}
				add("fact", f.kind, e.slot, how, string(f.status))
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func bucket(n int) string {
	switch {
	case n <= 4:
		return string(rune('0' + n))
	case n <= 7:
		return "7"
	case n <= 12:
		return "12"
	case n <= 20:
		return "20"
	}
	return "+"
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

// endOf is what speaks for o as an end of a move of p; o nil is the end that the text does not name.
func (st *study) endOf(p *person, o *organization) *end {
	key := endKey{p, o}
	if e := st.ends[key]; e != nil {
		return e
	}
	e := &end{}
	st.ends[key] = e
	if o == nil {
		return e
	}
	ctx := st.contexts(p, o)
	e.sparse = st.sparseOf(p, o, ctx)
	v := vector{}
	st.denseOf(p, o, ctx, &v)
	e.dense = v.x
	if st.model != nil {
		e.from, e.to = st.model.Words.Score(e.sparse)
	}
	return e
}

// denseOf are the counted features of an end.
func (st *study) denseOf(p *person, o *organization, ctx []beside, v *vector) {
	d := st.d
	n := map[string]int{}
	var before, behind, window [len(cueNames)]int
	gap, others, orgs, commas, first := 60, 9, 9, 20, 0
	title, lead, focus, nearest, role := 0, 0, 0, 0, 0
	for _, c := range ctx {
		n[c.kind]++
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
	v.put("with person", float64(n["S<"]+n["S>"]+n["S<x"]+n["S>x"]))
	v.put("person before", float64(n["S<"]+n["S<x"]))
	v.put("topic", float64(n["T"]))
	v.put("topic beside others", float64(n["Tx"]))
	v.put("near sentences", float64(n["P1"]+n["N1"]+n["P2"]+n["N2"]))
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
	v.flag("opening", d.opening == o)
	v.flag("home", d.home == o)
	v.flag("known", d.names.orgs[strings.ToLower(o.name)])
	v.put("words", float64(len(strings.Fields(o.name))))
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
