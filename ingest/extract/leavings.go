package extract

import "talentgraph/graph"

// leavings opens a group of those who left one house where a paragraph begins by saying, of nobody by name, that others have gone: "Non è la
// prima uscita", "In due anni è la quinta defezione", "Molti colleghi l'hanno preceduta". A word of departures (class "parting") and one that
// counts or sets apart (class "parting.many") make it; from where is the house that the sentence names, else the one left last.
func (d *document) leavings(s *sentence) {
	if !d.p.is("option", "pro-drop") || d.p.named("parting.many") == nil || s.block.title || s.block.kind == heading || s.index == 0 || d.sents[s.index-1].block == s.block {
		return
	}
	gone, many := false, false
	var from *organization
	for i := range s.nodes {
		n := &s.nodes[i]
		switch {
		case n.kind == kindPerson && n.ref == refName:
			for _, q := range n.persons {
				if d.mentioned(q) == s.index {
					return // told of by name
				}
			}
		case isName(n) && n.ref == refName && n.org != nil:
			if from != nil && from != n.org {
				return
			}
			from = n.org
		case n.kind == kindWord || n.kind == kindRole || n.kind == kindOrg || n.kind == kindDate:
			for k := n.a; k < n.b; k++ {
				low := s.toks[k].low
				gone = gone || d.p.is("parting", low)
				many = many || d.p.is("parting.many", low)
			}
			gone = gone || d.p.phraseAt("parting", s, i) > 0
			many = many || d.p.phraseAt("parting.many", s, i) > 0
		}
	}
	if !gone || !many {
		return
	}
	if left := d.leftMain(); left != nil && (from == nil || !d.isLeft(from)) {
		from = left
	}
	if from == nil || !d.isLeft(from) {
		return
	}
	d.group = &group{sent: s.index, end: len(s.nodes), lost: true, from: orgArg{org: from, implied: true}}
	d.focus = from
}

// leftMain is the house that the news of the article tells somebody to leave: the one left first.
func (d *document) leftMain() *organization {
	for _, f := range d.facts {
		switch {
		case f.status == graph.Denied:
		case f.kind == "leave" && f.from.org != nil:
			return f.from.org
		case f.kind == "join" && f.from.org != nil && f.to.org != nil:
			return f.from.org
		}
	}
	return nil
}

// isLeft reports whether the text has told that somebody leaves the house, or is in it.
func (d *document) isLeft(o *organization) bool {
	for _, f := range d.facts {
		if (f.kind == "leave" || f.kind == "join") && f.from.org == o || f.kind == "is" && f.org.org == o && !f.org.implied {
			return true
		}
	}
	return false
}

// sameHouse is the house that "the same firm" means of a person whom the sentence names first: where the one told of before comes from.
func (d *document) sameHouse(s *sentence, q *person) *organization {
	if d.mentioned(q) != s.index {
		return nil
	}
	for i := len(d.facts) - 1; i >= 0 && d.facts[i].sent.index >= s.index-3; i-- {
		f := d.facts[i]
		if f.who == q || f.sent == s || f.status == graph.Denied {
			continue
		}
		switch {
		case (f.kind == "join" || f.kind == "leave") && f.from.org != nil:
			return f.from.org
		case (f.kind == "was" || f.kind == "is") && f.org.org != nil && !f.org.implied:
			return f.org.org
		}
	}
	return nil
}

// goneTo is where the text had somebody go last from the house.
func (d *document) goneTo(from *organization) *organization {
	for i := len(d.facts) - 1; i >= 0 && d.p.is("option", "pro-drop"); i-- {
		f := d.facts[i]
		if (f.kind == "join" || f.kind == "leave") && f.to.org != nil && !f.to.implied && f.to.org != from && f.status != graph.Denied {
			return f.to.org
		}
	}
	return nil
}

// another reports whether the role at node i is of one more of a house: "un'altra professionista di A, P,".
func (d *document) another(s *sentence, i int) bool {
	n := &s.nodes[i]
	return d.p.is("option", "pro-drop") && n.roleOrg != nil && !n.definite && (d.p.is("otherone", s.toks[n.a].low) || n.b > n.a+1 && d.p.is("otherone", s.toks[n.a+1].low))
}
