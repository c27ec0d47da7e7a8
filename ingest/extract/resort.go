package extract

import (
	"slices"
	"sort"

	"talentgraph/graph"
)

// lastResort is where a person comes from whose arrival no rule gives an employer before: the only other organization that the
// sentence names, or else the one that a neighbouring sentence about the person names, where nothing speaks against it.
// Nearly all articles that tell of an arrival tell from where.
func (d *document) lastResort(c *candidate, used map[*organization]bool) *organization {
	if !d.p.is("option", "last-resort") || c.to == nil || c.fact.board || d.boardRole(c.roleTo) {
		return nil
	}
	s := c.fact.sent
	if s.block.kind == heading {
		return nil
	}
	if o := d.onlyOther(s, c, used); o != nil {
		return o
	}
	for _, k := range []int{s.index + 1, s.index - 1} {
		if k < 0 || k >= len(d.sents) || d.sents[k].block.kind == heading || !d.aboutOnly(d.sents[k], c.who) {
			continue
		}
		if o := d.onlyOther(d.sents[k], c, used); o != nil {
			return o
		}
	}
	return d.onlyNear(s, c.who, c.to, used)
}

// resortReach is how many sentences before and behind a move are searched for its other end.
const resortReach = 2

// onlyNear is the one organization other than o that the passage around a sentence names, whatever its place in the sentence, where the
// passage is about nobody else: "X signe chez B. A, où il n'aura passé que huit mois, se tait."
func (d *document) onlyNear(s *sentence, q *person, o *organization, used map[*organization]bool) *organization {
	if !d.p.is("option", "home") {
		return nil
	}
	var only *organization
	for k := max(0, s.index-resortReach); k <= s.index+resortReach && k < len(d.sents); k++ {
		x := d.sents[k]
		if x.block.kind == heading || x.block != s.block {
			continue
		}
		for j := range x.nodes {
			n := &x.nodes[j]
			if n.kind == kindPerson && n.ref == refName && !slices.Contains(n.persons, q) {
				return nil // somebody else's passage too
			}
			a := x.orgAt(j)
			if a == nil || a == o || a == only || a.names(q) {
				continue
			}
			if n.kind == kindPlace || d.onlySource(x, j) {
				continue
			}
			if used[a] || only != nil || d.besideResort(x, j) {
				return nil
			}
			if kind, _ := d.governor(x, j); kind == "not" || d.othersOrg(x, a, q) || d.school(a) {
				return nil
			}
			only = a
		}
	}
	return only
}

// onlySource reports whether the organization at node j only says or publishes something.
func (d *document) onlySource(s *sentence, j int) bool {
	if j > 0 && (d.p.is("source", s.nodes[j-1].low) || d.p.is("says", s.nodes[j-1].low) || d.p.is("resort.in", s.nodes[j-1].low)) || j > 1 && d.p.phraseAt("source", s, j-2) == 2 || j+1 < len(s.nodes) && d.p.is("says", s.nodes[j+1].low) {
		return true
	}
	o := s.orgAt(j)
	return o != nil && d.p.is("resort.medium", fold(o.name))
}

// besideResort reports whether a word within three of node j makes the organization something else than an employer: "filiale de O",
// "O, actionnaire".
func (d *document) besideResort(s *sentence, j int) bool {
	for k := max(0, j-3); k <= j+3 && k < len(s.nodes); k++ {
		if n := &s.nodes[k]; n.kind == kindWord && d.p.is("resort.not", n.low) {
			return true
		}
	}
	return false
}

// onlyOther is the one organization of a sentence beside where the person arrives that may be where he was; nil where there are several.
func (d *document) onlyOther(s *sentence, c *candidate, used map[*organization]bool) *organization {
	var only *organization
	for j := range s.nodes {
		o := s.orgAt(j)
		if o == nil || o == c.to || o.names(c.who) || o == only || d.publishers[o] {
			continue
		}
		if j > 0 && (d.p.is("source", s.nodes[j-1].low) || d.p.is("says", s.nodes[j-1].low)) || j > 1 && d.p.phraseAt("source", s, j-2) == 2 || j+1 < len(s.nodes) && d.p.is("says", s.nodes[j+1].low) {
			continue
		}
		if used[o] || s.nodes[j].kind == kindPlace {
			return nil
		}
		if kind, _ := d.governor(s, j); kind == "not" || kind == "join" || kind == "after" {
			continue
		}
		prep := j > 0 && (d.p.is("cue.at", s.nodes[j-1].low) || d.p.is("cue.from", s.nodes[j-1].low)) || s.nodes[j].kind == kindRole
		if !prep && !d.regrets(s, j) || j > 1 && d.p.is("resort.not", s.nodes[j-2].low) || d.othersOrg(s, o, c.who) {
			continue
		}
		if only != nil {
			return nil
		}
		only = o
	}
	return only
}

// othersOrg reports whether the text ties o to somebody else.
func (d *document) othersOrg(s *sentence, o *organization, q *person) bool {
	return slices.ContainsFunc(d.factsIn(s.index-2, s.index+2), func(f *fact) bool {
		return f.who != q && f.who != nil && (f.org.org == o && !f.org.implied || f.from.org == o || f.to.org == o) && f.status != graph.Denied
	})
}

// factsIn are the facts that the sentences from lo to hi state.
func (d *document) factsIn(lo, hi int) []*fact {
	from := sort.Search(len(d.facts), func(i int) bool { return d.facts[i].sent.index >= lo })
	to := sort.Search(len(d.facts), func(i int) bool { return d.facts[i].sent.index > hi })
	return d.facts[from:to]
}

// aboutOnly reports whether a sentence is about the person and names nobody else.
func (d *document) aboutOnly(s *sentence, q *person) bool {
	about := false
	for i := range s.nodes {
		n := &s.nodes[i]
		if n.kind != kindPerson {
			continue
		}
		if n.ref == refName && !slices.Contains(n.persons, q) {
			return false
		}
		about = about || n.ref == refName || n.ref == refHe || n.ref == refShe
	}
	return about
}

// regrets reports whether the organization at node j stands where a relative or another clause tells that it loses somebody: "dont O
// pensait avoir sécurisé l'avenir", "que O laisse partir".
func (d *document) regrets(s *sentence, j int) bool {
	return j > 0 && (s.nodes[j-1].kind == kindWhere || s.nodes[j-1].ref == refRelative) && s.nodes[j].kind != kindRole
}

// lastTarget is where somebody goes of whom the text says from where he leaves and no more: the only other organization that the passage
// names, behind a word of place ("chez O").
func (d *document) lastTarget(l *fact, c *candidate, arrivals []*candidate, used map[*organization]bool) *organization {
	if !d.p.is("option", "home") || l.status == graph.Denied || l.retired || l.to.unknown || l.from.org == nil || l.from.implied || len(arrivals) > 0 || l.sent.block.kind == heading {
		return nil
	}
	o := d.onlyNear(l.sent, c.who, c.from, used)
	if o == nil {
		return nil
	}
	for k := l.sent.index; k <= l.sent.index+resortReach && k < len(d.sents); k++ {
		x := d.sents[k]
		for j := 1; j < len(x.nodes); j++ {
			if x.orgAt(j) == o && d.p.is("resort.at", x.nodes[j-1].low) {
				return o
			}
		}
	}
	return nil
}
