package extract

import "talentgraph/graph"

// expectation is an arrival that a sentence announces without a name: "Die Caritas bekommt einen neuen Direktor."
type expectation struct {
	org  *organization
	role string
	sent int
}

// expected ties the one whom a sentence begins with to the arrival that one of the two sentences before has announced, and notes
// what this sentence announces.
func (d *document) expected(s *sentence) {
	if !d.p.compounds {
		return
	}
	if x := d.expect; x != nil && s.index > x.sent && s.index-x.sent <= 2 {
		if q := d.newcomer(s); q != nil {
			d.arriveAt(s, q, x)
			d.expect = nil
		}
	}
	if s.namesPerson(0) {
		return
	}
	o := d.subjectOrg(s, len(s.nodes))
	subject := o != nil
	if o == nil {
		if o = s.onlyOrg(); o != nil && d.onlyFrom(s, o) {
			return // "holt Verstärkung von A"
		}
	}
	if o == nil {
		o = d.focus
	}
	if o == nil {
		return
	}
	for i := range s.nodes {
		n := &s.nodes[i]
		if n.kind == kindRole && (n.tense == coming && !(n.definite && i == 0) || subject && n.indef && n.tense == present && !d.onlyDescribes(n.role)) {
			d.expect = &expectation{o, n.role, s.index}
			return
		}
		if n.kind == kindWord && s.toks[n.a].capital && d.p.is("expect", n.low) {
			d.expect = &expectation{o, "", s.index}
		}
	}
}

// newcomer is the person with whom a sentence begins, where the text has not told of any before.
func (d *document) newcomer(s *sentence) *person {
	for i := 0; i < len(s.nodes) && i < 6; i++ {
		n := &s.nodes[i]
		if isName(n) && n.ref == refName {
			return nil
		}
		if n.kind != kindPerson || n.ref != refName || len(n.persons) != 1 {
			continue
		}
		q := n.persons[0]
		if first := d.mentioned(q); d.speaker(s, i) || first < s.index && !d.sents[first].block.title {
			return nil
		}
		return q
	}
	return nil
}

// arriveAt states that q arrives where it was expected, as far as the sentence does not say otherwise.
func (d *document) arriveAt(s *sentence, q *person, x *expectation) {
	var arrival *fact
	elsewhere, here := false, false
	for _, f := range d.facts {
		if f.sent != s || f.who != q {
			continue
		}
		switch {
		case f.kind == "join" && f.to.org != nil && !f.to.implied && f.to.org != x.org:
			if !elsewhere && f.from.org == nil && !f.from.unknown { // "A muss sich nach einem neuen Chef umsehen. P wechselt zu B."
				f.from = orgArg{org: x.org}
			}
			return
		case f.kind == "leave" || f.kind == "internal" || f.kind == "stay":
			return
		case f.kind == "join":
			arrival = f
		case (f.kind == "is" || f.kind == "was" || f.kind == "prior") && f.org.org != nil && f.org.org != x.org && !f.org.implied:
			elsewhere = true
		case f.kind == "is" && f.org.org == x.org && !f.org.implied:
			return
		case f.kind == "is" && f.phrase && f.tense != coming && !f.bare:
			here = true // "Gründer X hat Y berufen"
		}
	}
	if arrival != nil {
		for _, f := range d.facts { // "derzeit Leiter der Jugendhilfe in Bottrop" is not here
			if f.sent == s && f.who == q && f.phrase && f.org.implied && f.org.org == x.org {
				f.org = orgArg{}
			}
		}
		if arrival.to.org == nil || arrival.to.implied {
			arrival.to, arrival.weak = orgArg{org: x.org}, false
		}
		if arrival.roleTo == "" {
			arrival.roleTo = x.role
		}
		return
	}
	if elsewhere || x.role != "" && !here && s.onlyPerson() == q { // "A hat einen neuen Direktor. Es ist X. Bisher …"
		d.facts = append(d.facts, &fact{kind: "join", who: q, to: orgArg{org: x.org}, roleTo: x.role, sent: s, rule: "expected", focus: d.focus, status: graph.Completed, weak: true})
	}
}

// onlyFrom reports whether a sentence names o only as where something comes from.
func (d *document) onlyFrom(s *sentence, o *organization) bool {
	for i := range s.nodes {
		if s.orgAt(i) == o && !d.behindFrom(s, i) {
			return false
		}
	}
	return true
}

// onlyPerson is the one person whom a sentence names, nil where it names more.
func (s *sentence) onlyPerson() *person {
	var q *person
	for i := range s.nodes {
		if n := &s.nodes[i]; n.kind == kindPerson && n.ref == refName {
			if q != nil || len(n.persons) != 1 {
				return nil
			}
			q = n.persons[0]
		}
	}
	return q
}
