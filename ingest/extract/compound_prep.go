package extract

import (
	"slices"
	"strings"

	"talentgraph/graph"
)

// What a lone preposition says of an organization where neither a frame nor a governing word has read it: literary prose tells of work and
// of ways in any verb ("hütet bei O das Kreditressort", "radelt demnächst für O").

// prepositional states, for the only person of a sentence, what the prepositions before its organizations say; taken are the nodes that
// frames have read, done those that have facts.
func (d *document) prepositional(s *sentence, taken, done []bool) []*fact {
	p := d.p
	if p.named("prep.at") == nil || s.block.kind == heading {
		return nil
	}
	sole, fragment := d.onlyPersons(s, 0, len(s.nodes)), false
	if sole == nil && d.topic != nil && !slices.ContainsFunc(s.nodes, func(n node) bool { return n.kind == kindPerson }) && d.toldLately(s, d.topic) {
		sole, fragment = d.one(d.topic), true // "Davor: zehn Jahre bei O."
	}
	for i := range s.nodes {
		if n := &s.nodes[i]; n.kind == kindWord && p.is("prep.not", n.low) {
			return nil
		}
	}
	var out []*fact
	if p.compounds {
		out = d.rubricOf(s)
	}
	for j := range s.nodes {
		o := s.orgAt(j)
		if o == nil || taken[j] || done[j] || s.nodes[j].kind == kindPlace {
			continue
		}
		if s.nodes[j].kind == kindRole && !(fragment && p.compounds || j > 0 && s.nodes[j-1].kind == kindWord && p.is("prep.role", s.nodes[j-1].low)) {
			continue // "der Chef von O lobte sie"
		}
		a, b := s.clauseAround(j)
		who := sole
		if who == nil {
			if who = d.onlyPersons(s, a, b); who == nil {
				if who = d.personBefore(s, a, j); who == nil && p.named("prep.besides") != nil {
					who = d.nearestIn(s, a, b, j)
				}
				if who == nil {
					continue
				}
			}
		}
		if slices.ContainsFunc(who, o.names) {
			continue
		}
		k := j - 1
		for k > 0 && s.nodes[k].kind == kindWord && (p.is("det", s.nodes[k].low) || p.is("skip", s.nodes[k].low) || s.nodes[k].low == "\"") && !p.is("prep.at", s.nodes[k].low) && !p.is("prep.to", s.nodes[k].low) && !p.is("prep.from", s.nodes[k].low) {
			k--
		}
		role := s.nodes[j].kind == kindRole
		if !role && (k < 0 || s.nodes[k].kind != kindWord) {
			continue
		}
		if !role && p.is("prep.often", s.nodes[k].low) && o.count < 2 && !(k > 0 && p.is("prep.unit", s.nodes[k-1].low)) && !p.is("orghead", o.words[0]) && !p.is("orgword", o.words[0]) {
			continue // it also stands before what is no employer: "au pays de O"
		}
		f := fact{sent: s, node: j, rule: "preposition", focus: d.focus, status: graph.Completed, weak: true, loose: true}
		prep, at := "", role
		if !role {
			prep = s.nodes[k].low
			if u := d.unitBefore(s, k); u >= 0 {
				k, at = u, true
			}
		}
		switch {
		case at, p.is("prep.at", prep), k > 0 && p.is("instof", prep) && p.is("prep.unit", s.nodes[k-1].low): // "au sein de O"
			f.kind, f.org = "is", orgArg{org: o}
			if role && s.nodes[j].tense == past || !(role && s.nodes[j].tense == coming) && d.pastClause(s, a, b) {
				f.kind = "was"
			}
		case p.is("prep.to", prep) && d.negated(s, a, b):
			continue
		case p.is("prep.to", prep):
			f.kind, f.to = "join", orgArg{org: o}
		case p.is("prep.from", prep) && k > 1 && s.nodes[k-1].kind == kindWord && s.toks[s.nodes[k-1].a].capital:
			continue // "die Aktie von O"
		case p.is("prep.from", prep):
			f.kind, f.org = "was", orgArg{org: o}
		default:
			continue
		}
		d.looseDate(s, max(k, 0), j, &f)
		for _, q := range who {
			g := f
			g.who = q
			out = append(out, &g)
		}
	}
	return out
}

// byRole states of whom a sentence is about that opens with a role instead of the name that he or she holds or held it: "La
// vice-présidente de O a dit lundi …".
func (d *document) byRole(s *sentence) []*fact {
	n := s.at(0)
	if n == nil || !d.p.is("option", "home") || n.kind != kindRole || !n.definite || n.possess || n.plural || n.roleOrg == nil || n.roleOrg.ref != refName || n.roleOrg.org == nil || n.tense == coming || s.block.kind == heading {
		return nil
	}
	who := d.resolvePersons(s, 0)
	if len(who) != 1 || s.namesPerson(1) || d.p.is("prep.not", strings.ToLower(n.role)) {
		return nil
	}
	f := &fact{kind: "is", who: who[0], org: orgArg{org: n.roleOrg.org}, role: n.role, tense: n.tense, sent: s, rule: "by role", focus: d.focus, status: graph.Completed, weak: true, loose: true}
	if n.tense == past {
		f.kind = "was"
	}
	return []*fact{f}
}

// heldAlong states for the trained decision what follows from the facts of the whole text: who joined A before B was at A; who leaves and
// nobody says what leaves the house that the article is about.
func (d *document) heldAlong() {
	if !d.p.is("option", "home") && !d.p.compounds && !d.p.is("option", "pro-drop") {
		return
	}
	moves := map[*person][]*fact{}
	var order []*person
	for _, f := range d.facts {
		if f.who != nil && (f.kind == "join" || f.kind == "after" || f.kind == "leave") && f.status != graph.Denied && f.status != graph.Rumored {
			if moves[f.who] == nil {
				order = append(order, f.who)
			}
			moves[f.who] = append(moves[f.who], f)
		}
	}
	at := func(f *fact) *organization {
		if f.kind == "join" {
			return f.to.org
		}
		return f.org.org
	}
	for _, q := range order {
		l := moves[q]
		for i, f := range l {
			g := *f
			g.kind, g.org, g.to, g.from, g.rule, g.weak, g.loose = "was", orgArg{org: at(f)}, orgArg{}, orgArg{}, "held along", true, true
			if f.kind == "leave" {
				if f.from.org == nil && !f.from.unknown && d.home != nil && f.to.org != d.home && !slices.ContainsFunc(l, func(o *fact) bool { return o.from.org != nil || o.to.org == d.home }) {
					g.org = orgArg{org: d.home, implied: true}
					d.faint = append(d.faint, &g)
				}
				continue
			}
			if at(f) == nil || f.loose {
				continue
			}
			for k, o := range l {
				later := o.kind != "leave" && at(o) != nil && at(o) != at(f) && !o.loose
				switch {
				case !later:
				case f.hasDate && o.hasDate && f.date.year != o.date.year:
					later = f.date.year < o.date.year
				case f.before != o.before:
					later = f.before
				default:
					later = k > i && (f.before || f.kind == "after")
				}
				if later {
					d.faint = append(d.faint, &g)
					break
				}
			}
		}
	}
}

// unitBefore is the preposition before a part of the organization, where k is the article or "von" behind that part: "in der Pressestelle
// der O", "auf der Gehaltsliste von O"; -1 for none.
func (d *document) unitBefore(s *sentence, k int) int {
	p := d.p
	if !p.compounds || k < 2 || !p.is("det.gen", s.nodes[k].low) && s.nodes[k].low != "von" && s.nodes[k].low != "vom" {
		return -1
	}
	n := &s.nodes[k-1]
	if n.kind != kindWord || !s.toks[n.a].capital || p.compoundRole(n.low) {
		return -1
	}
	for i := k - 2; i >= 0 && i > k-5; i-- {
		n := &s.nodes[i]
		if n.kind != kindWord || s.toks[n.a].capital && i > 0 {
			return -1
		}
		if p.is("prep.at", n.low) || n.low == "auf" {
			return i
		}
		if !p.is("det", n.low) && !adjectival(n.low) {
			return -1
		}
	}
	return -1
}

// onlyPersons are those of whom alone the nodes from a to b speak, nil where there are none or others too.
func (d *document) onlyPersons(s *sentence, a, b int) []*person {
	var who []*person
	for i := a; i < b; i++ {
		if s.nodes[i].kind != kindPerson {
			continue
		}
		l := d.resolvePersons(s, i)
		if len(l) == 0 && s.nodes[i].ref == refRelative {
			continue
		}
		if len(l) == 0 || len(l) > 4 || who != nil && !slices.Equal(l, who) {
			return nil
		}
		who = l
	}
	return who
}

// personBefore are those whom a clause from node a on, itself without a person, goes on about: the last named before node j.
func (d *document) personBefore(s *sentence, a, j int) []*person {
	for i := a; i < len(s.nodes); i++ {
		if n := &s.nodes[i]; i > j && (n.low == "," || n.low == ";" || n.low == ":") {
			break
		} else if n.kind == kindPerson {
			return nil
		}
	}
	for i := a - 1; i >= 0 && s.nodes[i].low != ";" && s.nodes[i].low != ":"; i-- {
		if s.nodes[i].kind == kindPerson {
			return d.resolvePersons(s, i)
		}
	}
	return nil
}

// toldLately reports whether one of the two sentences before, in the same paragraph, speaks of the person.
func (d *document) toldLately(s *sentence, q *person) bool {
	for k := max(0, s.index-2); k < s.index; k++ {
		t := d.sents[k]
		if t.block != s.block {
			continue
		}
		for i := range t.nodes {
			if t.nodes[i].kind == kindPerson && slices.Contains(d.resolvePersons(t, i), q) {
				return true
			}
		}
	}
	return false
}

// clauseAround gives the nodes between the commas, semicolons, colons and dashes around node j.
func (s *sentence) clauseAround(j int) (int, int) {
	ends := func(i int) bool {
		switch s.nodes[i].low {
		case ",", ";", ":", "–":
			return true
		}
		return false
	}
	a, b := j, j+1
	for a > 0 && !ends(a-1) {
		a--
	}
	for b < len(s.nodes) && !ends(b) {
		b++
	}
	return a, b
}

// pastClause reports whether the clause from node a to b is in a tense of the past.
func (d *document) pastClause(s *sentence, a, b int) bool {
	for i := a; i < b; i++ {
		n := &s.nodes[i]
		if n.kind != kindWord || s.toks[n.a].capital && i > 0 {
			continue
		}
		if d.p.is("prep.past", n.low) || d.p.endsIn("prep.pastend", n.low) || d.p.compounds && len(n.low) > 5 && (strings.HasSuffix(n.low, "te") || strings.HasSuffix(n.low, "ten")) && !d.p.is("func", n.low) && !d.p.is("skip", n.low) {
			return true
		}
	}
	return false
}

// negated reports whether the clause from node a to b denies what it says.
func (d *document) negated(s *sentence, a, b int) bool {
	for i := a; i < b; i++ {
		if n := &s.nodes[i]; n.kind == kindWord && d.p.is("prep.denies", n.low) {
			return true
		}
	}
	return false
}
