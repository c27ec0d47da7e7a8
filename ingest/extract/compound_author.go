package extract

// Who speaks in a text that says "I" and "we": the one who signs it, and the house in whose name it is signed.

// findAuthor notes the person who signs a text in the first person, and the organization that signs one which says "we".
func (d *document) findAuthor() {
	if d.p.named("self") == nil {
		return
	}
	if d.p.is("option", "org-before-role") {
		d.author = d.bylineAuthor()
		return
	}
	if !d.p.compounds {
		return
	}
	self, house := false, false
	for _, s := range d.sents {
		for i := range s.toks {
			if s.block.kind == heading {
				break
			}
			self = self || d.p.is("self", s.toks[i].low) && !quotedAt(s, i)
			house = house || d.p.is("selfhouse", s.toks[i].low) && !quotedAt(s, i)
		}
	}
	for k := len(d.sents) - 1; k > 0 && k >= len(d.sents)-4; k-- {
		s := d.sents[k]
		if len(s.nodes) > 9 || d.hasVerb(s) {
			continue
		}
		if q := d.signs(s); q != nil && self && d.author == nil {
			d.author = q
		}
		if o := d.signsFor(s); o != nil && house && d.signedFor == nil {
			d.signedFor = o
		}
	}
}

// quotedAt reports whether token i stands inside quote marks of its sentence.
func quotedAt(s *sentence, i int) bool {
	n := 0
	for k := range i {
		if s.toks[k].low == "\"" {
			n++
		}
	}
	return n%2 == 1
}

// signs is the person that a line consists of: "– Florian Brückner".
func (d *document) signs(s *sentence) *person {
	var q *person
	for i := range s.nodes {
		n := &s.nodes[i]
		switch {
		case n.kind == kindPerson && n.ref == refName && len(n.persons) == 1 && q == nil:
			q = n.persons[0]
		case s.toks[n.a].punct || n.kind == kindWord && d.p.is("greeting", n.low):
		default:
			return nil
		}
	}
	return q
}

// signsFor is the organization in whose name a line signs: "Ihr Team von der Allianz", "Die Redaktion des „Anzeigers“".
func (d *document) signsFor(s *sentence) *organization {
	var o *organization
	signed := false
	for i := range s.nodes {
		n := &s.nodes[i]
		switch {
		case isName(n) && n.org != nil && o == nil:
			o = n.org
		case isName(n):
			return nil
		case n.kind == kindWord && (d.p.is("signature", n.low) || d.p.is("greeting", n.low)), n.kind == kindRole:
			signed = true
		}
	}
	if !signed {
		return nil
	}
	return o
}

// addressed makes whom a question names of the polite "Sie" at node i: "Frau Wagner, warum haben Sie A verlassen?"
func (d *document) addressed(s *sentence, i int) bool {
	n := &s.nodes[i]
	if n.a == 0 || s.toks[n.a].text != "Sie" || s.toks[n.a-1].punct {
		return false
	}
	for j := range i {
		if x := &s.nodes[j]; x.kind == kindPerson && len(x.persons) == 1 {
			*n = node{kind: kindPerson, a: n.a, b: n.b, low: n.low, name: x.persons[0].name, persons: x.persons}
			return true
		}
	}
	return false
}

// firstPerson makes the author of the word for oneself at node i.
func (d *document) firstPerson(s *sentence, i int) bool {
	n := &s.nodes[i]
	if d.author == nil || !d.p.is("self", n.low) || quotedAt(s, n.a) {
		return false
	}
	*n = node{kind: kindPerson, a: n.a, b: n.b, low: n.low, name: d.author.name, persons: []*person{d.author}}
	return true
}
