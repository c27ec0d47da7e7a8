package extract

import "strings"

// agedPerson finds whom "der 60-Jährige" means: the one called so before, else the topic, else one named lately that has no other age.
func (d *document) agedPerson(age string) *person {
	age, _, _ = strings.Cut(age, "-")
	if q := d.ages[age]; q != nil {
		return q
	}
	taken := map[*person]bool{}
	for _, q := range d.ages {
		taken[q] = true
	}
	q := d.topic
	for _, r := range d.recent {
		if (q == nil || taken[q]) && !taken[r] {
			q = r
		}
	}
	if q != nil {
		if d.ages == nil {
			d.ages = map[string]*person{}
		}
		d.ages[age] = q
	}
	return q
}

// recentDate reports whether a date since when something holds is near the article's: what it tells is news.
func (d *document) recentDate(w when) bool {
	pub := int(d.published().Year)
	if w.rel && (w.since || w.unit == 's' || w.n == 0 && w.unit != 'k' && w.unit != 'x') || !w.since && w.year == 0 && w.month > 0 {
		return true
	}
	if !w.since && w.year < pub || w.rel {
		return false
	}
	if pub == 0 {
		return w.month > 0
	}
	return w.year >= pub || w.month > 0 && (w.year == 0 || w.year == pub-1)
}

// manyVerb reports whether the word beside the pronoun "sie" at node i, or the one that ends its clause, is a verb of several: "Sie sollen",
// "gehen sie".
func (d *document) manyVerb(s *sentence, i int) bool {
	p := d.p
	if i+1 < len(s.nodes) && p.is("pluralverb", s.nodes[i+1].low) || i > 0 && s.nodes[i-1].kind == kindWord && p.is("pluralverb", s.nodes[i-1].low) {
		return true
	}
	if i+1 < len(s.nodes) && d.verbal(&s.nodes[i+1]) || i > 0 && d.verbal(&s.nodes[i-1]) {
		return false
	}
	for j := i + 1; j < len(s.nodes); j++ { // "dass sie bei O angefangen haben"
		if s.toks[s.nodes[j].a].punct {
			return p.is("pluralverb", s.nodes[j-1].low)
		}
	}
	return false
}

// until reports whether the date at node i says when something ends: "noch bis Ende März".
func (d *document) until(s *sentence, i int) bool {
	if !d.p.compounds && !d.p.is("option", "pro-drop") || i < 0 {
		return false
	}
	for _, t := range s.toks[s.nodes[i].a:s.nodes[i].b] {
		if d.p.compounds && t.low == "bis" || !d.p.compounds && d.p.is("untilword", t.low) {
			return true
		}
	}
	return false
}

// announcer is the organization of "wie X am Montag mitteilte", "teilte X mit": who tells of its own affairs.
func (d *document) announcer(s *sentence) *organization {
	if !d.p.compounds {
		return nil
	}
	for i := range s.nodes {
		n := &s.nodes[i]
		if !isName(n) || n.ref != refName || n.org == nil {
			continue
		}
		k := i + 1
		for k < len(s.nodes) && (s.nodes[k].kind == kindDate || s.nodes[k].kind == kindWord && d.p.is("skip", s.nodes[k].low)) {
			k++
		}
		if k < len(s.nodes) && d.p.is("announced", s.nodes[k].low) {
			return n.org
		}
	}
	return nil
}

// placeTaken is where the one who takes over from q in the sentence of the fact arrives.
func (d *document) placeTaken(q *person, f *fact) *organization {
	for _, x := range d.facts {
		if x.kind != "succeed" || x.whom != q || x.who == nil || x.sent != f.sent {
			continue
		}
		for _, j := range d.facts {
			if j.who == x.who && j.kind == "join" {
				if j.to.org != nil {
					return j.to.org
				}
				return d.focusAt(j)
			}
		}
	}
	return nil
}

// orgSubject reports whether an organization, named or described, opens the sentence before node at and no person comes between.
func (d *document) orgSubject(s *sentence, at int) bool {
	if at == 0 || !isName(&s.nodes[0]) || s.nodes[0].person() {
		return false
	}
	for i := 1; i < at && i < len(s.nodes); i++ {
		if s.nodes[i].person() {
			return false
		}
	}
	return true
}

// namedSo finds the organization whose name holds the noun of a description: "die Stiftung" for "Bildungsstiftung Nord". The one
// in focus comes first, then the last one named.
func (d *document) namedSo(s *sentence, noun string) *organization {
	if !d.p.compounds || len(noun) < 4 || d.p.is("orggeneric", noun) || noun == "@employer" {
		return nil
	}
	noun = strings.TrimSuffix(noun, "s")
	fits := func(o *organization) bool {
		return o != nil && o.first <= s.index && strings.Contains(strings.ToLower(o.name), noun)
	}
	for _, o := range append([]*organization{d.focus, d.lastOrg}, d.reg.orgs...) {
		if fits(o) {
			return o
		}
	}
	return nil
}

// withPrior adds to the affiliations of a person the station "before that" that the text tells right behind the arrival c, with
// no other employer between: "Sie wird Professorin in A. Zuvor war sie in B."
func (d *document) withPrior(affs, fs []*fact, c *candidate) []*fact {
	if !d.p.compounds {
		return affs
	}
	for _, f := range fs {
		if f.phrase || f.org.org == nil || f.sent.index < c.fact.sent.index || f.sent.index > c.fact.sent.index+4 || f.kind != "prior" && f.kind != "was" && f.kind != "is" || f.org.implied || f.org.org == c.to {
			continue
		}
		if f.kind == "prior" && (f.to.org == nil || f.to.org == c.to) {
			g := *f
			g.kind = "is"
			return append(append([]*fact(nil), affs...), &g)
		}
		return affs
	}
	return affs
}

// predecessors states whom "ihr Vorgänger P" precedes: the one whom the text is about.
func (d *document) predecessors(s *sentence) []*fact {
	if !d.p.compounds {
		return nil
	}
	var out []*fact
	for i := 2; i < len(s.nodes); i++ {
		n := &s.nodes[i]
		if n.kind != kindPerson || n.ref != refName || len(n.persons) != 1 || n.persons[0] == d.topic || d.topic == nil {
			continue
		}
		if w := &s.nodes[i-1]; w.kind == kindWord && d.p.is("predecessor", w.low) && s.nodes[i-2].kind == kindPerson && len(s.nodes[i-2].persons) == 1 { // "Müllers Vorgänger P"
			out = append(out, &fact{kind: "succeed", who: s.nodes[i-2].persons[0], whom: n.persons[0], sent: s, node: i, rule: "predecessor", focus: d.focus})
		} else if w.kind == kindWord && d.p.is("predecessor", w.low) && d.p.is("det.poss", s.nodes[i-2].low) {
			out = append(out, &fact{kind: "succeed", who: d.topic, whom: n.persons[0], sent: s, node: i, rule: "predecessor", focus: d.focus})
		}
	}
	return out
}

// particled puts together the surname of a person named in full that opens with small words: "van Houten", "von der Heide".
func (d *document) particled(s *sentence, i int) bool {
	for k := min(i+4, len(s.nodes)); k > i+1; k-- {
		last := s.toks[s.nodes[k-1].b-1]
		if !last.capital {
			continue
		}
		text := spanText(s.src, s.toks[s.nodes[i].a:s.nodes[k-1].b])
		if pl := d.reg.byLast[fold(text)]; len(pl) > 0 {
			s.splice(i, k, node{kind: kindPerson, low: s.nodes[i].low, name: text, persons: pl[:1]})
			return true
		}
	}
	return false
}
