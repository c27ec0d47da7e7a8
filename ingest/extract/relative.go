package extract

import "strings"

// lastOnly reports whether the relative at node i speaks of the last person of the list in node x alone: "A, from O, and B, who
// trained at …", where the list says more of single persons.
func (d *document) lastOnly(s *sentence, i int, x *node) bool {
	if next := s.at(i + 1); next != nil && next.kind == kindWord && d.p.is("verb.many", next.low) {
		return false
	}
	for _, st := range s.affs {
		if d.p.is("option", "org-before-role") && st.who.a >= x.a && st.who.b < x.b && st.aff.org != nil {
			return true
		}
	}
	return false
}

// holds reports whether a word of the node is in the class.
func (d *document) holds(s *sentence, n *node, class string) bool {
	for _, t := range s.toks[n.a:n.b] {
		if d.p.is(class, t.low) {
			return true
		}
	}
	return false
}

// teller is the node of the person who says what the pronoun at node i begins: "X said (that) he"; -1 where there is none.
func (d *document) teller(s *sentence, i int) int {
	if !d.p.is("option", "org-before-role") {
		return -1
	}
	said := false
	for j := i - 1; j >= 0 && j > i-7; j-- {
		n := &s.nodes[j]
		switch {
		case n.kind == kindPerson:
			if said && n.ref == refName && len(n.persons) == 1 {
				return j
			}
			return -1
		case n.kind == kindWord && d.p.is("says", n.low):
			said = true
		case s.toks[n.a].punct && n.low != "\"":
			return -1
		}
	}
	return -1
}

// leadPerson is whom "Unilever legal chief" of a headline means: the first one whom the next sentences tie to that organization, else
// the first one that the lead names.
func (d *document) leadPerson(org *node) *person {
	var first *person
	for _, s := range d.sents[:min(len(d.sents), 5)] {
		if s.block.title || s.block.kind == heading {
			continue
		}
		for _, st := range s.affs {
			if o := st.aff.org; o != nil && org != nil && o.org != nil && o.org == org.org && len(st.who.persons) == 1 {
				return st.who.persons[0]
			}
		}
		for i := range s.nodes {
			if n := &s.nodes[i]; first == nil && n.kind == kindPerson && n.ref == refName && len(n.persons) == 1 && !d.speaker(s, i) {
				first = n.persons[0]
			}
		}
	}
	if org != nil && org.org != nil && d.p.is("option", "home") {
		if q := d.personNear(org.org); q != nil {
			return q
		}
	}
	return first
}

// personNear is the person whom the first sentence below the title that names the organization names before it, else the one named last
// in the two sentences before.
func (d *document) personNear(o *organization) *person {
	var last *person
	at := -3
	for _, s := range d.sents[:min(len(d.sents), 10)] {
		if s.block.title || s.block.kind == heading {
			continue
		}
		for i := range s.nodes {
			if n := &s.nodes[i]; n.kind == kindPerson && n.ref == refName && len(n.persons) == 1 && !d.speaker(s, i) {
				last, at = n.persons[0], s.index
			}
			if s.orgAt(i) == o && last != nil && s.index-at <= 2 {
				return last
			}
		}
	}
	return nil
}

// presented marks a role whom the next sentence names: "The finance director of Northmoor has been named chief executive of Leeds. Priyanka
// Desai, who …".
func (d *document) presented(s *sentence) {
	n := s.at(0)
	if n == nil || n.kind != kindRole || n.possess || n.plural || n.roleOrg == nil || s.block.title || s.block.kind == heading || !d.p.is("option", "org-before-role") && !d.p.is("option", "home") {
		return
	}
	n.named = (n.definite || n.indef) && d.namedNext(s) != nil
}

// namedNext is the person with whom the next sentence opens, where the text has not named him or her before.
func (d *document) namedNext(s *sentence) *person {
	if s.index+1 >= len(d.sents) {
		return nil
	}
	next := d.sents[s.index+1]
	n := next.at(0)
	if n == nil || n.kind != kindPerson || n.ref != refName || len(n.persons) != 1 || next.block.kind == heading {
		return nil
	}
	if q := n.persons[0]; q.first == next.index || d.sents[q.first].block.title && d.lastMention(q, next.index) <= q.first {
		return q
	}
	return nil
}

// vacancy reports whether the sentence or one of the two before speaks of a new holder of a post and names nobody: "has found its next
// director in Philadelphia".
func (d *document) vacancy(s *sentence) bool {
	for k := max(0, s.index-2); k <= s.index; k++ {
		for i := range d.sents[k].nodes {
			if n := &d.sents[k].nodes[i]; n.kind == kindRole && n.tense == coming {
				return true
			}
		}
	}
	return false
}

// closingTeller is the organization of ", Vattenfall said." at the end of the sentence.
func (s *sentence) closingTeller(d *document) *organization {
	k := len(s.nodes) - 1
	for k > 0 && (s.toks[s.nodes[k].a].punct || s.nodes[k].kind == kindDate) {
		k--
	}
	if k > 2 && s.nodes[k].kind == kindWord && d.p.is("says", s.nodes[k].low) && isName(&s.nodes[k-1]) && s.nodes[k-1].ref == refName && s.nodes[k-2].low == "," {
		return s.nodes[k-1].org
	}
	return nil
}

// employerOf is where the text has last had the person, else what is in focus.
func (d *document) employerOf(s *sentence, q *person) *organization {
	if q == nil {
		return nil
	}
	for k := len(d.facts) - 1; k >= 0; k-- {
		f := d.facts[k]
		if f.who != q {
			continue
		}
		switch {
		case (f.kind == "is" || f.kind == "was") && f.org.org != nil && f.tense != coming:
			return f.org.org
		case f.kind == "leave" && f.from.org != nil:
			return f.from.org
		}
	}
	return d.localFocus(s, 0)
}

// elsewhere reports whether the text has said where the person is or was, and always at other organizations than o.
func (d *document) elsewhere(q *person, o *organization) bool {
	other := false
	for _, f := range d.facts {
		if f.who != q || f.loose || f.tense == coming {
			continue
		}
		switch {
		case (f.kind == "is" || f.kind == "was") && f.org.org == o || f.kind == "internal":
			return false
		case f.kind == "join" && f.to.org != nil && !f.to.implied && f.to.org != o: // the arrival is told
			return false
		case (f.kind == "is" || f.kind == "was") && f.org.org != nil && !f.org.implied:
			other = true
		}
	}
	return other && o != nil
}

// agedAlone is how many tokens at token i stand for a person by age: "The 44-year-old joins from Sodexo", "The 50-year-old Frenchwoman was".
func (d *document) agedAlone(t []token, i int) int {
	if !d.p.is("option", "org-before-role") || !t[i].digit || i == 0 || i+1 >= len(t) || !strings.HasSuffix(t[i].low, "-year-old") || !d.p.is("det.def", t[i-1].low) {
		return 0
	}
	n := 1
	if d.p.is("demonym", t[i+1].low) && t[i+1].capital && i+2 < len(t) {
		n = 2
	}
	if next := t[i+n]; next.punct || d.p.verb[next.low] || d.p.is("aux", next.low) || d.p.is("func", next.low) || n == 2 && !next.capital {
		return n
	}
	return 0
}

// headlineNoun reports whether node i is the first word of a headline that has its capital only from its place: "School governors choose insider".
func (d *document) headlineNoun(s *sentence, i int) bool {
	n := s.at(i)
	if n == nil || !isName(n) || n.b-n.a != 1 || n.org != nil && n.org.count > 2 || !s.block.title && s.block.kind != heading || !d.p.is("option", "org-before-role") {
		return false
	}
	return d.p.is("orgnoun", n.low) || d.p.is("orgword", n.low) || d.p.is("orghead", n.low)
}
