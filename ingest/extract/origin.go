package extract

import (
	"slices"

	"talentgraph/graph"
)

// leftFocus is where somebody comes from of whom a clause only says where he went, by a verb of going away: the organization that
// the text is speaking of. "Is there an exodus at Lotus? James Allison went to Ferrari in the spring."
func (d *document) leftFocus(c *candidate) *organization {
	f := c.fact
	if d.p.named("awayverb") == nil || !f.away || f.to.implied || c.to == nil {
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
		if g.who == f.who && g.kind == "join" && g.to.org == from && g.status != graph.Denied {
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
func (d *document) laterAt(l *fact, fs []*fact) *fact {
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
