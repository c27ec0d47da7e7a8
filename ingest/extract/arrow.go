package extract

import "talentgraph/graph"

// readArrow reads a line in which an arrow leads from one organization to the other: "P (A → B)", "P: A → B, R", "A → B: P", "P → B
// (antes, A)".
func (d *document) readArrow(s *sentence) []*fact {
	if !d.p.is("option", "pro-drop") {
		return nil
	}
	at, who, whoAt := -1, (*person)(nil), node{}
	for i := range s.toks {
		if isArrow(s.toks[i].low) {
			if at >= 0 {
				return nil // a chain
			}
			at = i
		}
	}
	if at < 1 || at+1 >= len(s.toks) {
		return nil
	}
	for i := range s.nodes {
		if n := &s.nodes[i]; n.kind == kindPerson && n.ref == refName {
			if who != nil || len(n.persons) != 1 {
				return nil
			}
			who, whoAt = n.persons[0], *n
		}
	}
	if who == nil {
		return nil
	}
	a := at
	for a > 0 && !s.toks[a-1].punct {
		a--
	}
	b := at + 1
	for b < len(s.toks) && !s.toks[b].punct {
		b++
	}
	f := &fact{kind: "join", who: who, sent: s, rule: "arrow", focus: d.focus, status: graph.Completed, node: d.nodeAt(s, whoAt.a)}
	f.to.org = d.spanOrg(s, at+1, b)
	if a > whoAt.a || whoAt.a > at { // not the person itself
		f.from.org = d.spanOrg(s, a, at)
	} else {
		for i := b; i < len(s.toks); i++ { // "(antes, A)"
			if t := s.toks[i]; t.capital && !t.punct && i > 0 && (d.p.is("chain.before", s.toks[i-1].low) || d.p.is("former", s.toks[i-1].low) || i > 1 && s.toks[i-1].punct && d.p.is("chain.before", s.toks[i-2].low)) {
				e := i
				for e < len(s.toks) && !s.toks[e].punct {
					e++
				}
				f.from.org = d.spanOrg(s, i, e)
				break
			}
		}
	}
	if f.to.org == nil || f.to.org == f.from.org || f.to.org.names(who) || f.from.org != nil && f.from.org.names(who) {
		return nil
	}
	return []*fact{f}
}

func isArrow(w string) bool {
	switch w {
	case "→", "⇒", "➔", "➜", "➝", "⟶", "▶", "=>", "->":
		return true
	}
	return false
}

// spanOrg is the organization that the tokens from a to b name, nil where they are no name.
func (d *document) spanOrg(s *sentence, a, b int) *organization {
	for a < b && d.p.is("det", s.toks[a].low) {
		a++
	}
	if a >= b || b-a > 6 || !s.toks[a].capital && !s.toks[a].digit || !s.toks[b-1].capital && !s.toks[b-1].digit {
		return nil
	}
	return d.addOrg(spanText(s.src, s.toks[a:b]), s.index)
}
