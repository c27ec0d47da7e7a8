package extract

import "talentgraph/graph"

// section is what a heading says of the lines below it: arrivals or departures, and of which organization.
type section struct {
	kind  string // "join", "leave" or ""
	org   *organization
	index int // of the heading's sentence

	balanced bool // the brackets say where they come from or go
}

// readItem reads lines of columns that have no verb: rows parted by bars, and "Hired: P, R, O" with the marker in the line or
// in a heading above. It reports what it found.
func (d *document) readItem(s *sentence) []*fact {
	if fs := d.groupItem(s); fs != nil {
		return fs
	}
	if fs := d.readTable(s); fs != nil {
		return fs
	}
	if fs := d.readArrow(s); fs != nil {
		return fs
	}
	kind, at := d.itemMarker(s)
	if kind != "" {
		d.itemPersons(s)
	}
	if kind != "" && !s.namesPerson(at) {
		if kind == "from" || at >= len(s.nodes) || s.block.kind == heading || s.nodes[len(s.nodes)-1].low == ":" {
			d.section = section{kind: kind, org: s.onlyOrg(), index: s.index}
			if kind == "from" {
				d.section.org = nil
			}
		}
		return nil
	}
	if s.block.kind == heading && kind == "" && !s.namesPerson(0) {
		if o := s.onlyOrg(); o != nil && len(s.nodes) <= 6 && !d.publishers[o] {
			if d.section.kind == "" || d.section.org != nil {
				d.section = section{}
			}
			d.focus = o
		}
		return nil
	}
	if d.section.kind == "from" && s.block.kind == item && s.index-d.section.index <= 25 {
		d.itemPersons(s)
		return d.originItem(s)
	}
	if d.section.kind == "" && d.bareItem(s) {
		return d.originItem(s)
	}
	if d.hasVerb(s) {
		return nil
	}
	d.itemPersons(s)
	if fs := d.readRow(s); fs != nil {
		return fs
	}
	if kind == "" {
		if fs := d.readChange(s); fs != nil {
			return fs
		}
	}
	sec := section{kind: kind, org: d.focus}
	if kind == "" {
		if s.block.kind == paragraph && len(s.block.sentences) > 2 || d.section.kind == "" || d.section.kind == "from" || s.index-d.section.index > 25 {
			return nil
		}
		sec.kind = d.section.kind
	}
	if d.section.org != nil {
		sec.org = d.section.org
	}
	if o := d.balance(s); o != nil {
		sec.org, sec.balanced = o, true
	}
	if len(s.nodes) > 2 && s.orgAt(0) != nil && (s.nodes[1].low == "→" || s.nodes[1].low == ":" || s.nodes[1].low == ">") {
		sec.org = s.orgAt(0) // "Studio Gatteschi → X (da Legance)"
	}
	var out []*fact
	if len(s.affs) == 0 && s.onlyOrg() == nil && kind == "" && !(d.p.is("option", "org-before-role") && s.block.kind == item && s.namesOrg()) {
		return nil // bare names
	}
	for i := at; i < len(s.nodes); i++ {
		n := &s.nodes[i]
		if n.kind != kindPerson || n.ref != refName {
			continue
		}
		for _, q := range n.persons {
			f := &fact{kind: sec.kind, who: q, sent: s, node: i, rule: "list", focus: d.focus, status: graph.Completed}
			d.itemEnds(s, i, q, sec, f)
			out = append(out, f)
		}
	}
	return out
}

// itemEnds fills a list fact from what stands behind the person up to the next one.
func (d *document) itemEnds(s *sentence, i int, q *person, sec section, f *fact) {
	here, other := &f.to, &f.from
	if sec.kind == "leave" {
		here, other = &f.from, &f.to
	}
	for _, st := range s.affs {
		if st.who.a < s.nodes[i].a || st.who.b > s.nodes[i].b || len(st.who.persons) == 0 || st.who.persons[0] != q || st.aff.org == nil || st.aff.org.org == nil {
			continue
		}
		if st.aff.bracket && sec.kind != "" && sec.org != nil && sec.org != st.aff.org.org && (sec.balanced || d.p.is("option", "org-before-role") || d.p.compounds) { // "In: X (A)" below B
			other.org = st.aff.org.org
			continue
		}
		if st.aff.tense == past && sec.kind == "join" || st.aff.tense == coming && sec.kind == "leave" {
			other.org = st.aff.org.org
		} else {
			here.org = st.aff.org.org
		}
	}
	for j := i + 1; j < len(s.nodes) && !(s.nodes[j].kind == kindPerson && s.nodes[j].ref == refName); j++ {
		o := s.orgAt(j)
		if o == nil {
			continue
		}
		switch {
		case d.behindFrom(s, j) || d.behindPast(s, j) || j > 0 && (d.p.is("former", s.nodes[j-1].low) || d.p.is("cue.from1", s.nodes[j-1].low)):
			if sec.kind == "join" && other.org == nil {
				other.org = o
			}
		case j > 0 && sec.kind == "leave" && d.p.is("cue.go", s.nodes[j-1].low):
			if other.org == nil {
				other.org = o
			}
		case here.org == nil:
			here.org = o
		}
	}
	if here.org == nil && sec.org != nil {
		*here = orgArg{org: sec.org}
	}
}

// itemMarker finds "Hired:", "ARRIVALS", "Departing:" at the start of a line and gives the node behind it.
func (d *document) itemMarker(s *sentence) (string, int) {
	i := 0
	for i < len(s.nodes) && i < 2 && s.toks[s.nodes[i].a].punct {
		i++
	}
	for _, kind := range []string{"join", "leave", "from"} {
		c := d.p.named("head." + kind)
		if c == nil || i >= len(s.nodes) {
			continue
		}
		k := s.phrase(c, i)
		if k == 0 && c.has(s.nodes[i].low) {
			k = 1
		}
		if n := d.p.tokensMatch("head."+kind, s.toks, 0); kind == "from" && n > 1 || n > 0 && s.toks[0].upper && s.nodes[0].b == n && isName(&s.nodes[0]) || n > 1 && s.nodes[0].kind == kindPerson && s.nodes[0].ref != refName { // in capitals, which look like names; "Quem chegou:"
			for k = 0; i+k < len(s.nodes) && s.nodes[i+k].a < n; {
				k++
			}
		}
		if k == 0 {
			continue
		}
		j := i + k
		if j >= len(s.nodes) || s.nodes[j].low == ":" || s.nodes[j].low == "–" || kind == "from" && s.nodes[j].low == "?" || d.p.is("cue.at", s.nodes[j].low) && (s.block.kind == heading || s.nodes[len(s.nodes)-1].low == ":" || s.hasColon(j)) {
			return kind, min(j+1, len(s.nodes))
		}
	}
	return "", 0
}

func (s *sentence) hasColon(from int) bool {
	for i := from; i < len(s.nodes) && i < from+5; i++ {
		if s.nodes[i].low == ":" {
			return true
		}
	}
	return false
}

// itemPersons takes names of two to four words that stand before ", R" or a bracket for persons: in a list they are.
func (d *document) itemPersons(s *sentence) {
	for i := range s.nodes {
		n := &s.nodes[i]
		if n.kind != kindName || n.ref != refName || n.b-n.a < 2 || n.b-n.a > 4 || i+2 >= len(s.nodes) || n.org != nil && n.org.count > 1 {
			continue
		}
		if d.section.kind == "from" && i > 1 {
			break // the name behind the colon is where they come from
		}
		if s.nodes[i+1].low == "," && s.nodes[i+2].kind == kindRole || s.nodes[i+1].low == "(" {
			n.kind, n.persons, n.org = kindPerson, []*person{d.addPerson(n.name, s.index)}, nil
		}
	}
}

// readChange reads a line of one person with a former employer and one more organization: "ECS – Gypsy Olivarius (ex-Re), engineer".
func (d *document) readChange(s *sentence) []*fact {
	var who *person
	var from, to *organization
	for i := range s.nodes {
		n := &s.nodes[i]
		if n.kind == kindPerson && n.ref == refName {
			if who != nil || len(n.persons) != 1 {
				return nil
			}
			who = n.persons[0]
			for _, st := range s.affs {
				if st.who.a >= n.a && st.who.b <= n.b && st.aff.tense == past && st.aff.org != nil {
					from = st.aff.org.org
				}
			}
			continue
		}
		if o := s.orgAt(i); o != nil {
			if to != nil && to != o {
				return nil
			}
			to = o
		}
	}
	if who == nil || from == nil || to == nil || from == to {
		return nil
	}
	return []*fact{{kind: "join", who: who, from: orgArg{org: from}, to: orgArg{org: to}, sent: s, rule: "change", focus: d.focus, status: graph.Completed}}
}

// readRow reads "P | O | O" and "date | P | O | O".
func (d *document) readRow(s *sentence) []*fact {
	bars := 0
	var who []*person
	var orgs []*organization
	for i := range s.nodes {
		n := &s.nodes[i]
		switch {
		case n.low == "|":
			bars++
		case n.kind == kindPerson && n.ref == refName && len(n.persons) == 1:
			who = append(who, n.persons...)
		case s.orgAt(i) != nil:
			orgs = append(orgs, s.orgAt(i))
		}
	}
	if bars < 2 || len(who) != 1 || len(orgs) != 2 || orgs[0] == orgs[1] {
		return nil
	}
	return []*fact{{kind: "join", who: who[0], from: orgArg{org: orgs[0]}, to: orgArg{org: orgs[1]}, sent: s, rule: "row", focus: d.focus, status: graph.Completed}}
}

func (s *sentence) namesPerson(from int) bool {
	for i := from; i < len(s.nodes); i++ {
		if s.nodes[i].kind == kindPerson && s.nodes[i].ref == refName {
			return true
		}
	}
	return false
}

// namesOrg reports whether the line names an organization.
func (s *sentence) namesOrg() bool {
	for i := range s.nodes {
		if s.orgAt(i) != nil {
			return true
		}
	}
	return false
}

// hasVerb reports whether a line is a sentence after all.
func (d *document) hasVerb(s *sentence) bool {
	for i := range s.nodes {
		if n := &s.nodes[i]; n.kind == kindWord && !s.toks[n.a].capital && (d.p.verb[n.low] || d.p.is("aux", n.low) && n.low != "to" && n.low != "'s" || d.pastForm(n.low)) {
			return true
		}
	}
	return false
}

// groupItem takes the person at the start of a list item for one of the group that the line before the list speaks of: "People that B has
// hired from A:".
func (d *document) groupItem(s *sentence) []*fact {
	g := d.group
	if g == nil || !g.items || s.block.kind != item || s.index-g.sent > 15 {
		return nil
	}
	for i := 0; i < len(s.nodes) && i < 3; i++ {
		n := &s.nodes[i]
		if n.kind != kindPerson || n.ref != refName || len(n.persons) != 1 {
			continue
		}
		f := &fact{kind: "join", who: n.persons[0], to: g.to, from: g.from, sent: s, node: i, rule: "item", focus: d.focus, status: graph.Completed}
		if g.lost {
			f.kind = "leave"
		}
		for _, st := range s.affs {
			if len(st.who.persons) == 1 && st.who.persons[0] == f.who && st.aff.org == nil && f.roleFrom == "" {
				f.roleFrom = st.aff.role
			}
		}
		return []*fact{f}
	}
	return nil
}

// bareItem reports whether a line is one of a list "- X : O" about the people of a house.
func (d *document) bareItem(s *sentence) bool {
	if s.block.kind != item || !d.p.is("option", "home") || d.house() == nil {
		return false
	}
	for i := 0; i < len(s.nodes); i++ {
		n := &s.nodes[i]
		switch {
		case n.low == "(":
			if j := s.closing(i, 12); j > 0 {
				i = j - 1
			}
		case n.low == ":":
			return i > 0 && i < 6 && len(s.leading()) == 1 && !d.hasVerb(s)
		case i > 2 || n.kind != kindPerson && !s.toks[n.a].punct:
			return false
		}
	}
	return false
}
