package extract

import (
	"slices"

	"talentgraph/graph"
)

// waiting is a post whose next holder the text has announced without a name.
type waiting struct {
	whom  *person
	house *organization
	sent  int
}

// place notes at which house somebody is who is only named as the heir, the superior or the colleague of one who moves: the heir is at the house
// left ("lui succède": class "heir.verb"; "une remplaçante": "heir.noun"), the superior at the one to come ("il sera l'un des adjoints de P": "under").
func (d *document) place(s *sentence) {
	if !d.p.is("option", "home") || s.block.title || d.topic == nil {
		return
	}
	if w := d.awaits; w.house != nil && w.sent == s.index-1 {
		if j := d.namedFirst(s, 0, w.whom); j >= 0 && d.lastMention(s.nodes[j].persons[0], s.index) < 0 {
			d.placeAt(s, j, w.whom, w.house)
		}
		d.awaits = waiting{}
	}
	for i := range s.toks {
		if n := d.p.tokensMatch("before", s.toks, i); n > 0 {
			d.placePrior(s, d.nodeAt(s, i), d.nodeAt(s, min(i+n, len(s.toks)-1)))
		} else if n := d.p.tokensMatch("heir.verb", s.toks, i); n > 0 && !d.p.tokenIs("heir.not", s.toks, i+n) {
			if j := d.namedBeside(s, d.nodeAt(s, i), d.topic); j >= 0 {
				d.placeAt(s, j, d.topic, d.houseLeft(d.topic))
			}
		} else if d.p.tokensMatch("heir.noun", s.toks, i) > 0 {
			if j := d.namedFirst(s, d.nodeAt(s, i), d.topic); j >= 0 {
				d.placeAt(s, j, d.topic, d.houseLeft(d.topic))
			} else if o := d.houseLeft(d.topic); o != nil && !d.says(s, "negation") {
				d.awaits = waiting{d.topic, o, s.index}
			}
		} else if d.p.tokensMatch("under", s.toks, i) > 0 {
			d.placeAbove(s, d.nodeAt(s, i))
		}
	}
}

// placeAbove places the superior or colleague whom the sentence names beside node k.
func (d *document) placeAbove(s *sentence, k int) {
	x := d.topic
	if j := d.namedLast(s, k, nil); j >= 0 && d.houseToCome(s.nodes[j].persons[0]) != nil {
		x = s.nodes[j].persons[0]
	}
	j := d.namedFirst(s, k, x)
	if j < 0 {
		j = d.namedLast(s, k, x)
	}
	o := d.slotOpening(s)
	if o == nil {
		o = d.houseToCome(x)
	}
	if j >= 0 && o != nil {
		d.placeAt(s, j, nil, o)
	}
}

// placePrior places the one before, whom the sentence names from node at on ("son prédécesseur, P": class "before"), at the house that the one
// arrives at whom it speaks of, else at that of the notice.
func (d *document) placePrior(s *sentence, k, at int) {
	j := d.namedFirst(s, k, d.topic)
	if j < 0 || j > at+3 {
		return
	}
	q := s.nodes[j].persons[0]
	o := d.houseToCome(d.topic)
	if d.home != nil && o != d.home && d.houseLeft(d.topic) == d.home { // who left the house that the text is about
		o = d.home
	}
	if x := d.namedLast(s, k, nil); x >= 0 && d.houseToCome(s.nodes[x].persons[0]) != nil {
		o = d.houseToCome(s.nodes[x].persons[0])
	}
	if o == nil {
		o = d.houses[d.topic]
	}
	if o == nil {
		o = d.noticeOf[s.block]
	}
	if o == nil || d.houses[q] != nil || o.names(q) || d.houseToCome(q) != nil {
		return
	}
	d.housed(q, o)
	d.gone[q] = o
}

// housed notes at which house somebody is.
func (d *document) housed(q *person, o *organization) {
	if d.houses == nil {
		d.houses, d.gone = map[*person]*organization{}, map[*person]*organization{}
	}
	d.houses[q] = o
}

// namedFirst is the node behind which the sentence first names somebody other than x; -1 where it names nobody.
func (d *document) namedFirst(s *sentence, from int, x *person) int {
	for j := from; j < len(s.nodes) && s.nodes[j].low != "\""; j++ {
		if n := &s.nodes[j]; n.kind == kindPerson && n.ref == refName && len(n.persons) == 1 && n.persons[0] != x && !d.speaker(s, j) {
			return j
		}
	}
	return -1
}

// namedLast is the node before node at that last names somebody other than x.
func (d *document) namedLast(s *sentence, at int, x *person) int {
	for j := at - 1; j >= 0 && s.nodes[j].low != "\""; j-- {
		if n := &s.nodes[j]; n.kind == kindPerson && n.ref == refName && len(n.persons) == 1 && n.persons[0] != x && !d.speaker(s, j) {
			return j
		}
	}
	return -1
}

// namedBeside is the node before node k that last names somebody other than x, else the one from it on that first does.
func (d *document) namedBeside(s *sentence, k int, x *person) int {
	if j := d.namedLast(s, k, x); j >= 0 {
		return j
	}
	return d.namedFirst(s, k, x)
}

// placeAt places the person of node j at o, and states an arrival there that counts where the text says from where; the heir of x.
func (d *document) placeAt(s *sentence, j int, x *person, o *organization) {
	q := s.nodes[j].persons[0]
	if slices.ContainsFunc(d.facts, func(f *fact) bool {
		return f.who == q && f.kind == "join" && f.to.org != nil && f.status != graph.Denied && !f.loose && f.sent.index < s.index && !d.earlier(f)
	}) || o == nil || d.houses[q] != nil || o.names(q) || d.houseToCome(q) != nil {
		return
	}
	if at := d.slotOpening(s); at != nil && x != nil { // "Chez O, c'est P qui lui succède"
		o = at
	}
	for _, st := range s.affs { // "la directrice juridique de O, P, sera parmi ses collaborateurs"
		if x == nil && st.aff.org != nil && st.aff.org.ref == refName && st.aff.org.org != nil && st.aff.tense == present && slices.Contains(st.who.persons, q) {
			o = st.aff.org.org
		}
	}
	d.housed(q, o)
	f := &fact{kind: "join", who: q, to: orgArg{org: o, implied: true}, sent: s, node: j, rule: "placed", focus: o, weak: true, status: graph.Completed}
	if x != nil && d.statusLeft(x) == graph.Announced {
		f.status = graph.Announced
	}
	d.facts = append(d.facts, f)
}

// houseToCome is where the news so far takes the person.
func (d *document) houseToCome(q *person) *organization {
	for _, f := range d.facts {
		if f.who == q && (f.kind == "join" || f.kind == "leave") && f.to.org != nil && !f.to.implied && f.status != graph.Denied && !d.earlier(f) && !f.loose {
			return f.to.org
		}
	}
	return nil
}

// houseLeft is where the person is or was whose post passes to somebody else.
func (d *document) houseLeft(q *person) *organization {
	to := d.houseToCome(q)
	var was *organization
	for _, f := range d.facts {
		if f.who != q || f.status == graph.Denied {
			continue
		}
		switch {
		case (f.kind == "join" || f.kind == "leave") && f.from.org != nil && f.from.org != to && !d.earlier(f):
			return f.from.org
		case (f.kind == "is" || f.kind == "was" && !f.before || f.kind == "prior") && f.org.org != nil && f.org.org != to && f.tense != coming && !f.loose && was == nil:
			was = f.org.org
		}
	}
	if was == nil && to == nil {
		for _, f := range d.facts {
			if f.who == q && f.kind == "leave" {
				return f.focus
			}
		}
	}
	if was == nil && to != nil && d.home != to && d.home != nil {
		return d.home
	}
	return was
}

// statusLeft is how sure the departure of q is.
func (d *document) statusLeft(q *person) graph.Status {
	for _, f := range d.facts {
		if f.who == q && (f.kind == "join" || f.kind == "leave") && f.status == graph.Announced {
			return f.status
		}
	}
	return graph.Completed
}

// placeWhom places those from whom somebody placed has taken over.
func (d *document) placeWhom(s *sentence) {
	for k := len(d.facts) - 1; k >= 0 && d.facts[k].sent == s; k-- {
		f := d.facts[k]
		if f.kind != "succeed" || f.who == f.whom || f.who == nil {
			continue
		}
		if o := d.houses[f.who]; o != nil && f.whom != nil && d.houses[f.whom] == nil {
			d.gone[f.whom], d.houses[f.whom] = o, o
		}
	}
}

// placedAt is where the text has placed the person, unless the fact names that house as the other end.
func (d *document) placedAt(f *fact) *organization {
	if o := d.houses[f.who]; o != nil && f.from.org != o && f.to.org != o {
		return o
	}
	return nil
}

// tokenIs reports whether there is a token i and it is of the class.
func (p *pack) tokenIs(class string, t []token, i int) bool {
	return i < len(t) && p.is(class, t[i].low)
}
