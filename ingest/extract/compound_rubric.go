package extract

import (
	"slices"

	"talentgraph/graph"
)

// Who is meant in what bare prepositions say (compound_prep.go), and organizations that head their sentence.

// rubricOf states that the first person behind an organization that heads its sentence is there: "Zoo Basel: Für die Presse ist X zuständig."
func (d *document) rubricOf(s *sentence) []*fact {
	for j := 0; j < len(s.nodes)-2 && j < 5; j++ {
		o := s.orgAt(j)
		if o == nil {
			if s.nodes[j].kind == kindPerson || s.nodes[j].kind == kindRole {
				return nil
			}
			continue
		}
		k := j + 1
		for k < len(s.nodes) && k < j+4 && (s.nodes[k].low == "\"" || s.nodes[k].low == "," || s.nodes[k].kind == kindPlace) {
			k++
		}
		if k >= len(s.nodes) || s.nodes[k].low != ":" {
			return nil
		}
		for i := k + 1; i < len(s.nodes); i++ {
			if s.orgAt(i) != nil {
				return nil
			}
			if s.nodes[i].kind != kindPerson {
				continue
			}
			var out []*fact
			for _, q := range d.resolvePersons(s, i) {
				out = append(out, &fact{kind: "is", who: q, org: orgArg{org: o}, sent: s, node: j, rule: "rubric", focus: d.focus, status: graph.Completed, weak: true, loose: true})
			}
			return out
		}
		return nil
	}
	return nil
}

// nearestIn are those of a clause with several persons who stand next to node j, before it if they do, other than behind "mit", "unter".
func (d *document) nearestIn(s *sentence, a, b, j int) []*person {
	free := func(i int) bool {
		return s.nodes[i].kind == kindPerson && !(i > 0 && s.nodes[i-1].kind == kindWord && (d.p.is("loose.object", s.nodes[i-1].low) || d.p.is("prep.besides", s.nodes[i-1].low)))
	}
	for i := j - 1; i >= a; i-- {
		if free(i) {
			return d.resolvePersons(s, i)
		}
	}
	for i := j + 1; i < b; i++ {
		if free(i) {
			return d.resolvePersons(s, i)
		}
	}
	return nil
}

// impliedEnds states for the trained decision, once the whole text has been read: arrivals and departures that name no organization are at
// the one that was in focus, where nothing else says so of the person ("Ihr Vorgänger geht in den Ruhestand."); who was at A and before that
// at B arrived at A.
func (d *document) impliedEnds() {
	if !d.p.compounds && !d.p.is("option", "pro-drop") {
		return
	}
	of := map[*person][]*fact{}
	var order []*person
	for _, f := range d.facts {
		if f.who != nil {
			if of[f.who] == nil {
				order = append(order, f.who)
			}
			of[f.who] = append(of[f.who], f)
		}
	}
	for _, q := range order {
		l := of[q]
		named := func(arrival bool) bool {
			return slices.ContainsFunc(l, func(f *fact) bool {
				if arrival {
					return f.kind == "join" && f.to.org != nil
				}
				return (f.kind == "leave" || f.kind == "join") && f.from.org != nil
			})
		}
		var at *organization
		for _, f := range l {
			g := *f
			g.rule, g.weak, g.loose = "implied end", true, true
			switch {
			case f.kind == "leave" && f.from.org == nil && !f.from.unknown && f.focus != nil && f.to.org != f.focus && !named(false):
				g.from, g.to = orgArg{org: f.focus, implied: true}, orgArg{}
				d.addFaint(&g)
			case f.kind == "join" && f.to.org == nil && !f.to.unknown && !f.board && !f.founder && f.focus != nil && f.from.org != f.focus && f.rule != "hint" && !named(true):
				g.to, g.from = orgArg{org: f.focus, implied: true}, orgArg{}
				d.addFaint(&g)
			case f.kind == "prior" && f.org.org != nil && at != nil && at != f.org.org:
				g.kind, g.org = "after", orgArg{org: at}
				d.addFaint(&g)
			}
			switch {
			case f.kind == "join" && f.to.org != nil:
				at = f.to.org
			case (f.kind == "is" || f.kind == "was" || f.kind == "prior") && f.org.org != nil && !f.org.implied:
				at = f.org.org
			}
		}
	}
}

// addFaint adds a fact for the trained decision unless it is there already.
func (d *document) addFaint(g *fact) {
	for _, f := range d.faint {
		if f.who == g.who && f.kind == g.kind && f.rule == g.rule && f.to.org == g.to.org && f.from.org == g.from.org && f.org.org == g.org.org {
			return
		}
	}
	d.faint = append(d.faint, g)
}

// headsNotice reports whether the sentence opens with a rubric, a single noun or place and a colon: "Handel: Bei A ging …".
func (d *document) headsNotice(s *sentence) bool {
	n := s.nodes
	if len(n) < 5 || n[1].low != ":" || n[0].b-n[0].a != 1 || !s.toks[n[0].a].capital || s.block.kind == heading {
		return false
	}
	switch n[0].kind {
	case kindWord:
		return !d.p.is("func", n[0].low) && !d.p.verb[n[0].low]
	case kindName, kindOrg:
		return n[0].org != nil && n[0].org.count == 1 && !d.names.orgs[n[0].low] && (d.p.nouns[n[0].low] || d.p.plainNounWord(n[0].low))
	}
	return n[0].kind == kindPlace
}

// beginNotice forgets what the text was about where the next of several short notices under rubrics begins: it is about the one organization
// that it names, or that its first sentence begins with.
func (d *document) beginNotice(s *sentence) {
	if !d.p.compounds || !d.headsNotice(s) {
		return
	}
	if d.notices == 0 {
		for _, t := range d.sents {
			if d.headsNotice(t) {
				d.notices++
			}
		}
		d.notices++
	}
	if d.notices < 4 {
		return
	}
	if n := &s.nodes[0]; n.kind != kindPlace {
		n.kind, n.org = kindWord, nil
	}
	d.topic, d.losing, d.focus = nil, nil, s.onlyOrg()
	for i := 2; i < len(s.nodes) && d.focus == nil; i++ {
		n := &s.nodes[i]
		if n.kind == kindPerson || n.kind == kindRole || n.kind == kindWord && (d.p.verb[n.low] || d.p.is("aux", n.low)) {
			break
		}
		if isName(n) && n.ref == refName && !d.p.is("cue.from", s.nodes[i-1].low) {
			d.focus = n.org
		}
	}
}
