package extract

import (
	"slices"

	"talentgraph/graph"
)

// leftFocus is where somebody comes from of whom a clause only says where he went, by a verb of going away: the organization that
// the text is speaking of. "Is there an exodus at Lotus? James Allison went to Ferrari in the spring."
func (d *document) leftFocus(c *candidate) *organization {
	f := c.fact
	if d.p.named("awayverb") == nil || !f.away || f.to.implied || c.to == nil || d.p.compounds && f.before {
		return nil
	}
	from := f.focus
	if from == nil || from.count < 2 {
		from = d.opening
	}
	if from == nil || from == c.to || from.count < 2 || from.first > f.sent.index || d.publishers[from] {
		return nil
	}
	for _, g := range d.facts { // others came to the organization from there, or it takes people on: it is no place that is left
		if g.who == f.who && g.kind == "join" && (g.to.org == from || d.p.compounds && g.to.org == nil && !g.to.unknown && g.focus == from) && g.status != graph.Denied {
			return nil
		}
	}
	return from
}

// goingAway reports whether a match has a verb of going away.
func (d *document) goingAway(s *sentence, b binding) bool {
	for _, w := range b.words {
		if n := &s.nodes[w]; n.kind == kindWord && d.p.is("awayverb", n.low) {
			return true
		}
	}
	return false
}

// laterAt is the organization at which the text has somebody now whom it has told to leave another one: "X leaves Cosworth. … X, till
// now head of engineering, is Ilmor's team manager".
func (d *document) laterAt(l *fact, from *organization, fs []*fact) *fact {
	if d.p.is("option", "pro-drop") && l.status != graph.Denied && l.to.org == nil && !l.to.unknown {
		return d.sameTellsNow(l, from, fs)
	}
	if !d.p.is("option", "holders") || l.status == graph.Denied || l.from.org == nil || l.to.org != nil || l.to.unknown {
		return nil
	}
	left := map[*sentence]bool{} // where an apposition says what he leaves
	for _, f := range fs {
		left[f.sent] = left[f.sent] || f.kind == "leave"
	}
	for _, f := range fs {
		if f.phrase && left[f.sent] {
			continue
		}
		if f.kind == "is" && f.tense == present && !f.weak && f.org.org != nil && !f.org.implied && f.org.org != l.from.org && f.sent.index >= l.sent.index && f.sent.index <= l.sent.index+2 && !(f.sent == l.sent && f.node < l.node) && !d.boardRole(f.role) && f.sinceYear == 0 && !f.ongoing && !d.school(f.org.org) {
			return f
		}
	}
	return nil
}

// sameTellsNow is where the sentence of a departure has the person who left now: "l'uscita di P, oggi direttore di O".
func (d *document) sameTellsNow(l *fact, from *organization, fs []*fact) *fact {
	for _, f := range fs {
		if f.sent != l.sent || f.node >= len(f.sent.nodes) || l.node >= len(l.sent.nodes) || !slices.ContainsFunc(f.sent.toks[min(f.sent.nodes[f.node].a, l.sent.nodes[l.node].a):], func(t token) bool { return d.p.is("nowat", t.low) }) {
			continue
		}
		if f.kind == "is" && f.tense == present && !f.weak && f.org.org != nil && !f.org.implied && f.org.org != from && f.node >= l.node && !d.boardRole(f.role) && f.sinceYear == 0 && !d.school(f.org.org) {
			return f
		}
	}
	return nil
}

// groupLeft takes "the group" at which somebody was for the one that he leaves, not for the one that he is told to go to: "X leaves A. He was
// taken on by B. He had been with the group since 2004".
func (d *document) groupLeft(fs []*fact) {
	if !d.p.is("option", "pro-drop") {
		return
	}
	for _, f := range fs {
		if f.kind != "was" || f.phrase || !f.org.implied || f.org.org == nil {
			continue
		}
		var left *organization
		gone := false
		for _, g := range fs {
			if g.sent.index >= f.sent.index || g.status == graph.Denied {
				continue
			}
			if g.kind == "leave" && g.from.org != nil && !g.from.implied && g.from.org != f.org.org {
				left = g.from.org
			}
			gone = gone || (g.kind == "join" || g.kind == "leave") && g.to.org == f.org.org && !g.to.implied && !g.before && !g.weak
		}
		if left != nil && gone {
			f.org.org = left
		}
	}
}

// hiring reports whether a match has a verb of hiring or a role taken up.
func (d *document) hiring(s *sentence, b binding) bool {
	for _, w := range b.words {
		if n := &s.nodes[w]; n.kind == kindWord && (d.p.is("v.hire", n.low) || d.p.is("hired", n.low)) {
			return true
		}
	}
	k := slices.Index(b.frame.labels, "role")
	return k >= 0 && b.at[k] >= 0
}

// lastArrived is where this sentence or one of the three before has had somebody arrive last.
func (d *document) lastArrived(s *sentence) *organization {
	for i := len(d.facts) - 1; i >= 0 && d.facts[i].sent.index >= s.index-3; i-- {
		f := d.facts[i]
		if (f.kind == "join" || f.kind == "leave") && !f.loose && f.status != graph.Denied {
			if d.p.is("option", "org-before-role") && f.to.org != nil && (d.earlier(f) || d.joinedBefore(f) && d.stationOf(f.who, f.to.org)) {
				continue // a step of the career before
			}
			if f.to.org != nil {
				return f.to.org
			}
			if f.kind == "join" && !f.to.unknown {
				return f.focus
			}
		}
	}
	return nil
}

// postAt is the organization of the post that q leaves (or, with arrives, takes), of which node at and what is before it tell: where the
// text has said that q is, else the one named before it in the sentence, else where somebody has just arrived, else the one in focus.
func (d *document) postAt(s *sentence, at int, q *person, arrives bool) *organization {
	for k := len(d.facts) - 1; k >= 0 && !arrives; k-- {
		if f := d.facts[k]; f.who == q && f.sent != s && f.kind == "is" && f.org.org != nil && f.tense != coming && !f.loose {
			return f.org.org
		}
	}
	for j := min(at, len(s.nodes)) - 1; j >= 0; j-- {
		n := &s.nodes[j]
		if n.kind == kindPerson && n.ref == refName && !slices.Contains(n.persons, q) {
			break // "P went to A and B; X was followed by Y"
		}
		if isName(n) && n.org != nil && !d.publishers[n.org] && !(j > 0 && d.p.is("source", s.nodes[j-1].low)) {
			return n.org
		}
	}
	if o := d.statedEmployer(s, q); o != nil && !arrives && d.lastArrived(s) == nil {
		return o
	}
	if o := d.lastArrived(s); o != nil {
		return o
	}
	return d.localFocus(s, at)
}
