package extract

import "talentgraph/graph"

// listedAlong reads lists in running text behind a colon or dash, "B took on three partners – X and Y, both from A, and Z of C": who is
// named there with an organization goes where the others go. Where the sentence has nobody arrive, two who are said to have been
// elsewhere are enough: "The kitchen: X, formerly of A, and Y, late of C".
func (d *document) listedAlong(s *sentence) []*fact {
	if !d.p.is("option", "org-before-role") || s.block.title {
		return nil
	}
	mark := s.listMark()
	if mark < 0 {
		return nil
	}
	type member struct {
		who  *person
		node int
		org  *organization
		past bool
		role string
	}
	var list []member
	for i := mark + 1; i < len(s.nodes); i++ {
		if n := &s.nodes[i]; n.kind == kindPerson && n.ref == refName && !d.speaker(s, i) {
			for _, q := range n.persons {
				list = append(list, member{who: q, node: i})
			}
		}
	}
	if len(list) < 2 {
		return nil
	}
	moved := map[*person]bool{}
	var to *organization
	status := graph.Completed
	past := 0
	for k := len(d.facts) - 1; k >= 0 && d.facts[k].sent == s; k-- {
		f := d.facts[k]
		switch {
		case f.kind == "internal" || f.kind == "stay" || f.kind == "succeed" || f.status == graph.Denied:
			return nil
		case (f.kind == "join" || f.kind == "leave") && !f.loose:
			moved[f.who] = true
			if f.kind == "join" && f.to.org != nil {
				to, status = f.to.org, f.status
			}
			continue
		}
		for i := range list {
			m := &list[i]
			if m.who != f.who {
				continue
			}
			switch {
			case f.kind == "join" && f.from.org != nil: // loose: "late of A"
				m.org, m.past, m.role = f.from.org, true, f.roleFrom
			case (f.kind == "is" || f.kind == "was") && f.phrase && f.org.org != nil && !f.org.implied && f.tense != coming:
				if m.org == nil {
					m.org, m.past, m.role = f.org.org, f.kind == "was", f.role
				}
			}
		}
	}
	for _, m := range list {
		if m.past {
			past++
		}
	}
	if g := d.group; to == nil && g != nil && !g.lost && s.index-g.sent <= 3 && past > 0 {
		to = g.to.org
	}
	lone := to == nil
	if lone {
		if past < 2 {
			return nil
		}
		to = d.hirerBefore(s, mark)
	}
	if to == nil {
		return nil
	}
	var out []*fact
	for _, m := range list {
		if moved[m.who] || m.org == nil || m.org == to || lone && !m.past {
			continue
		}
		out = append(out, &fact{kind: "join", who: m.who, to: orgArg{org: to}, from: orgArg{org: m.org}, roleFrom: m.role, sent: s, node: m.node, rule: "listed", focus: d.focus, status: status})
	}
	return out
}

// listMark is the node of the colon or dash that opens a list of persons, -1 where there is none.
func (s *sentence) listMark() int {
	for i := 1; i < len(s.nodes)-1; i++ {
		if l := s.nodes[i].low; l == ":" || l == "–" || l == "—" {
			return i
		}
	}
	return -1
}

// hirerBefore is the organization that a sentence names before its list, also by the name of its town: "Alabama has two of them: …"; else
// the one in focus.
func (d *document) hirerBefore(s *sentence, mark int) *organization {
	for i := 0; i < mark; i++ {
		n := &s.nodes[i]
		if o := s.orgAt(i); o != nil {
			return o
		}
		if n.kind == kindPlace && i == 0 {
			o := d.addOrg(s.wordsOf(n), s.index)
			o.count++
			return o
		}
	}
	return d.localFocus(s, mark)
}

// aloneBefore is the person who is all that the sentence before says: "Karen Fordham. No longer CEO at …".
func (d *document) aloneBefore(s *sentence) *person {
	if s.index == 0 {
		return nil
	}
	prev := d.sents[s.index-1]
	var q *person
	for i := range prev.nodes {
		n := &prev.nodes[i]
		switch {
		case n.kind == kindPerson && n.ref == refName && len(n.persons) == 1 && q == nil:
			q = n.persons[0]
		case n.kind == kindWord && len(prev.toks[n.a].text) <= 3: // marks, digits, degrees
		case isName(n) && d.p.is("degree", fold(n.name)):
		default:
			return nil
		}
	}
	return q
}

// orgBehindRole is the organization that stands right behind "X, R," up to the next mark: "Tim O'Brien, CEO, Mountainside Medical Center:".
func (d *document) orgBehindRole(s *sentence, st stated) *organization {
	if !d.p.is("option", "org-before-role") || st.aff.role == "" {
		return nil
	}
	i := d.nodeAt(s, st.who.a) + 1
	if i < len(s.nodes) && s.nodes[i].low == "," {
		i++
	}
	if i >= len(s.nodes) || !isName(&s.nodes[i]) || s.nodes[i].ref != refName || s.nodes[i].org == nil {
		return nil
	}
	if i+1 < len(s.nodes) && !s.toks[s.nodes[i+1].a].punct {
		return nil
	}
	if b := s.nodes[d.nodeAt(s, st.who.a)].b; b > 0 && s.toks[b-1].low != "," && s.nodes[i-1].low != "," {
		return nil
	}
	return s.nodes[i].org
}
