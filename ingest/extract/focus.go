package extract

import (
	"slices"

	"talentgraph/graph"
)

// localFocus is the organization that a clause ending at node at speaks of where it names none.
func (d *document) localFocus(s *sentence, at int) *organization {
	if o := d.announcer(s); o != nil {
		return o
	}
	if o := d.subjectOrg(s, at); o != nil {
		return o
	}
	if o := d.noticeOf[s.block]; o != nil {
		return o
	}
	if o := d.possessorOf(s); o != nil {
		return o
	}
	if o := d.tellingHouse(s, at); o != nil {
		return o
	}
	if d.label != nil && d.labelled == s.block {
		return d.label
	}
	if d.home != nil && !(d.p.is("option", "pro-drop") && d.focus != nil && (d.focus.count*2 > d.home.count || d.turnedTo(s, d.focus))) {
		return d.home
	}
	if d.focus != nil && d.focus.first > s.index && d.p.is("option", "org-before-role") {
		return nil
	}
	if o := d.dominant(s); o != nil {
		return o
	}
	return d.focus
}

// tellingHouse is the house that tells what the sentence says, where it opens with it: "En O corroboran que P se jubila", "Voceros de O admitieron
// que P se retira", "La gestora confirma que P deja el cargo".
func (d *document) tellingHouse(s *sentence, at int) *organization {
	if !d.p.is("option", "pro-drop") || d.p.named("tells") == nil || len(s.nodes) < 4 {
		return nil
	}
	for i := 0; i < 4 && i+1 < len(s.nodes) && i < at; i++ {
		n := &s.nodes[i]
		if !isName(n) {
			if n.kind != kindWord || s.toks[n.a].punct {
				return nil
			}
			continue
		}
		for j := i + 1; j < len(s.nodes) && j < i+4; j++ {
			if w := &s.nodes[j]; w.kind == kindWord && d.p.is("tells", w.low) {
				o := n.org
				if n.ref == refDescribed && !d.p.is("orggeneric", n.head) {
					o = d.describedOrg(s, i, n, nil).org
					if o != nil && !o.heads[n.head] && !slices.Contains(o.words, fold(n.head)) {
						return nil
					}
				} else if n.ref != refName {
					return nil
				}
				return o
			}
		}
		return nil
	}
	return nil
}

// turnedTo reports whether the paragraph has turned to o by the sentence s: a sentence that names it alone, and nobody.
func (d *document) turnedTo(s *sentence, o *organization) bool {
	for _, t := range s.block.sentences {
		if t.index <= s.index && t.onlyOrg() == o && !t.namesPerson(0) {
			return true
		}
	}
	return false
}

// wasHere reports whether the one who arrives elsewhere comes from the organization in focus, which the text then goes on about,
// below the title and lead.
func (d *document) wasHere(f *fact) bool {
	if d.focus == nil || f.sent.index < 3 {
		return false
	}
	if f.from.org == d.focus {
		return true
	}
	for _, g := range d.facts {
		if g.who == f.who && (g.kind == "is" || g.kind == "was") && g.org.org == d.focus && g.tense != coming {
			return true
		}
	}
	return false
}

// comesFrom reports whether o is where somebody is or was who arrives at the organization in focus: a paragraph that tells of it tells where
// the newcomer comes from.
func (d *document) comesFrom(o *organization) bool {
	if o == nil || o == d.focus || !d.p.is("option", "org-before-role") {
		return false
	}
	if o == d.leftHouse {
		return true
	}
	for _, f := range d.facts {
		if f.who == nil || f.org.org != o || f.kind != "is" && f.kind != "was" && f.kind != "prior" {
			continue
		}
		for _, g := range d.facts {
			if g.who == f.who && (g.kind == "join" || g.kind == "start" || g.kind == "succeed") && !g.loose && g.status != graph.Denied && (g.to.org == d.focus || g.to.org == nil && g.focus == d.focus) {
				return true
			}
		}
	}
	return false
}

// replaced reports whether the sentence says that somebody succeeds q: "She succeeds X, who is going back to B" is not about B.
func (d *document) replaced(s *sentence, q *person) bool {
	for _, f := range d.facts {
		if f.sent == s && f.kind == "succeed" && f.whom == q && f.who != q {
			return true
		}
	}
	return false
}

// spokenOf is the organization that a sentence begins with by what the text has called it: "The trust was rated …".
func (d *document) spokenOf(s *sentence) *organization {
	if d.p.named("roleowner") == nil || s.block.kind == heading {
		return nil
	}
	for i := 0; i < len(s.nodes) && i < 6; i++ {
		n := &s.nodes[i]
		if isName(n) && n.ref == refDescribed && !n.possess && !d.p.is("orggeneric", n.head) {
			if o := d.describedOrg(s, i, n, nil); o.org != nil && o.org.heads[n.head] {
				return o.org
			}
			return nil
		}
		if isName(n) || n.kind == kindPerson || n.kind == kindRole || n.kind == kindWord && (d.p.verb[n.low] || d.p.is("aux", n.low) || n.low == ",") {
			return nil
		}
	}
	return nil
}

// joinedBefore reports whether an earlier fact already has the person joining somewhere.
func (d *document) joinedBefore(f *fact) bool {
	for _, g := range d.facts {
		if g == f {
			return false
		}
		if g.who == f.who && g.kind == "join" {
			return true
		}
	}
	return false
}

// colonFocus is the local focus at node i, or the house named before the colon in front of it: "Novità anche per A: il direttore P diventa …".
func (d *document) colonFocus(s *sentence, i int) *organization {
	for j := i - 1; j > 0 && d.p.is("option", "pro-drop") && s.block.kind != heading; j-- {
		if s.nodes[j].low != ":" {
			continue
		}
		var house *organization
		for k := j - 1; k >= 0; k-- {
			if s.nodes[k].kind == kindPerson {
				return d.localFocus(s, i)
			}
			if o := s.orgAt(k); house == nil && o != nil && !d.behindFrom(s, k) {
				house = o
			}
		}
		if house != nil {
			return house
		}
		break
	}
	return d.localFocus(s, i)
}
