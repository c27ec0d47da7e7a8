package extract

import (
	"slices"

	"talentgraph/graph"
)

// employerBefore is where the text has had the person before the arrival at org, nil where it has told of no such arrival.
func (d *document) employerBefore(q *person, org *organization) *organization {
	var before *organization
	joined := false
	for _, f := range d.facts {
		if f.who != q {
			continue
		}
		joined = joined || f.kind == "join" && f.to.org == org
		if (f.kind == "is" || f.kind == "was") && f.org.org != nil && !f.org.implied && f.org.org != org {
			before = f.org.org
		}
	}
	if !joined {
		return nil
	}
	return before
}

// statedEmployer is the organization that a phrase of the sentence gives the person.
func (d *document) statedEmployer(s *sentence, q *person) *organization {
	for _, f := range d.facts {
		if f.sent == s && f.phrase && f.who == q && f.kind == "is" && f.org.org != nil && !f.org.implied {
			return f.org.org
		}
	}
	return nil
}

// lastElsewhere is where the text has had the person last, other than at org.
func (d *document) lastElsewhere(q *person, org *organization) *organization {
	for k := len(d.facts) - 1; k >= 0; k-- {
		f := d.facts[k]
		if f.who != q || f.status == graph.Denied || f.status == graph.Rumored {
			continue
		}
		for _, o := range []*organization{f.org.org, f.from.org, f.to.org} {
			if o != nil && o != org {
				return o
			}
		}
	}
	return nil
}

// careerEmployer is the employer that a passage on the person's career has just reached: "In 2012 she was recruited by A. … and
// left the group in March."
func (d *document) careerEmployer(s *sentence, q *person) *organization {
	for k := len(d.facts) - 1; k >= 0; k-- {
		f := d.facts[k]
		if f.sent.index >= s.index || f.who != q || f.phrase {
			continue
		}
		if s.index-f.sent.index > 2 {
			return nil
		}
		if f.kind == "join" && f.to.org != nil && !f.to.implied && d.joinedBefore(f) {
			return f.to.org
		}
	}
	return nil
}

// cameFrom is where the text has the person come from to org, nil where it has not said so.
func (d *document) cameFrom(q *person, org *organization) *organization {
	if !d.p.is("option", "pro-drop") {
		return nil
	}
	for k := len(d.facts) - 1; k >= 0; k-- {
		if f := d.facts[k]; f.who == q && f.kind == "join" && f.to.org == org && f.from.org != nil && f.status != graph.Denied {
			return f.from.org
		}
	}
	if g := d.group; g != nil && !g.lost && g.to.org == org && g.from.org != nil {
		return g.from.org
	}
	return nil
}

// heldBefore says of whom somebody succeeds that he or she was where the successor arrives, in the sentence that has just been read.
func (d *document) heldBefore(s *sentence) {
	if !d.p.is("option", "home") && !d.p.is("option", "pro-drop") {
		return
	}
	first := len(d.facts)
	for first > 0 && d.facts[first-1].sent == s {
		first--
	}
	facts := d.facts[first:]
	for _, l := range facts {
		if l.kind != "succeed" || l.whom == nil || l.whom == l.who {
			continue
		}
		var org orgArg
		for _, f := range facts {
			if f.kind == "join" && f.to.org != nil && f.status != graph.Denied && f.who != l.whom && (org.org == nil || f.who == l.who) {
				org = f.to
			}
		}
		if org.org == nil && d.home != nil {
			org = orgArg{org: d.home, implied: true}
		}
		if org.org != nil {
			d.facts = append(d.facts, &fact{kind: "was", who: l.whom, org: org, sent: s, node: l.node, rule: "predecessor", focus: l.focus})
		}
	}
}

// nowElsewhere has somebody who leaves a post, or is succeeded in it, go where a remark in the same sentence says that he or she is now:
// "o lugar deixado por P, atualmente diretor da B".
func (d *document) nowElsewhere(s *sentence) {
	first := len(d.facts)
	for first > 0 && d.facts[first-1].sent == s {
		first--
	}
	facts := d.facts[first:]
	for _, f := range facts {
		if !f.phrase || f.kind != "is" || f.tense != present || f.org.org == nil || f.org.implied || f.node < 0 || f.node >= len(s.nodes) {
			continue
		}
		n := &s.nodes[f.node]
		if n.kind != kindPerson || !slices.ContainsFunc(s.toks[n.a:n.b], func(t token) bool { return d.p.is("nowelsewhere", t.low) }) {
			continue
		}
		for _, l := range facts {
			switch {
			case l.kind == "leave" && l.who == f.who && l.to.org == nil && l.status != graph.Denied && l.from.org != f.org.org:
				l.to, f.tense = f.org, coming
			case l.kind == "succeed" && l.whom == f.who:
				f.tense = coming
				d.facts = append(d.facts, &fact{kind: "join", who: f.who, to: f.org, roleTo: f.role, sent: s, node: f.node, rule: "now elsewhere", focus: f.focus, status: graph.Completed})
			default:
				continue
			}
			break
		}
	}
}
