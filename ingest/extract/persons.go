package extract

import (
	"slices"
	"strings"
)

// roleOfRole reports whether a role ends with whose it is, which is a role too: "bras droit du maire".
func (d *document) roleOfRole(s *sentence, n *node) bool {
	t, p, k := s.toks, d.p, n.b-2
	if !p.is("option", "home") || k <= n.a || !p.is("rolehead", t[n.b-1].low) {
		return false
	}
	if p.is("fused", t[k].low) {
		return !strings.HasSuffix(t[k].low, "s")
	}
	return p.is("det.def", t[k].low) && k-1 > n.a && p.is("instof", t[k-1].low)
}

// persons takes what stands before or right behind a person's name into its node.
func (d *document) persons(s *sentence) {
	p := d.p
	for i := 0; i < len(s.nodes); i++ { // "the insurer seeks a successor for its head": who "its" is
		if n := &s.nodes[i]; n.kind == kindRole && n.possess && n.roleOrg == nil && p.is("option", "adjective-behind") {
			for j := i - 1; j >= 0 && s.nodes[j].kind != kindPerson; j-- {
				if isName(&s.nodes[j]) && s.nodes[j].ref == refDescribed {
					o := s.nodes[j]
					n.roleOrg = &o
				}
				if isName(&s.nodes[j]) {
					break
				}
			}
		}
	}
	for i := 0; i < len(s.nodes); i++ {
		n := &s.nodes[i]
		if n.kind != kindPerson || n.ref != refName {
			continue
		}
		if i > 1 && p.is("option", "pro-drop") && s.nodes[i-1].kind == kindWord && s.nodes[i-2].kind == kindWord && p.is("det.def", s.nodes[i-2].low) && !p.is("fused", s.nodes[i-2].low) && (p.is("nationality", s.nodes[i-1].low) || p.is("calling", s.nodes[i-1].low)) { // "il violoncellista X", "a portuguesa X"
			s.splice(i-2, i+1, *n)
			i -= 2
			n = &s.nodes[i]
		}
		if i > 0 && s.nodes[i-1].kind == kindRole && s.nodes[i-1].roleOrg == nil && d.roleOfRole(s, &s.nodes[i-1]) { // "le bras droit du maire X" is not X
			r := s.nodes[i-1]
			r.indef, r.definite = !s.block.title, s.block.title
			s.splice(i-1, i+1, r)
			i--
			continue
		}
		if i > 0 && s.nodes[i-1].kind == kindRole && !s.nodes[i-1].indef {
			r := s.nodes[i-1]
			c := *n
			s.state(c, affiliation{org: r.roleOrg, role: r.role, tense: r.tense, indef: r.indef})
			c.affs = append(c.affs, affiliation{org: r.roleOrg, role: r.role, tense: r.tense, indef: r.indef})
			s.splice(i-1, i+1, c)
			i--
		} else if i > 0 && s.nodes[i-1].kind == kindRole {
			r := s.nodes[i-1]
			c := *n
			s.state(c, affiliation{org: r.roleOrg, role: r.role, tense: r.tense, indef: r.indef})
			s.splice(i-1, i+1, c)
			i--
		} else if i > 1 && s.nodes[i-1].low == "'s" && isName(&s.nodes[i-2]) {
			o := s.nodes[i-2]
			c := *n
			s.state(c, affiliation{org: &o})
			s.splice(i-2, i+1, c)
			i -= 2
		}
		if i > 0 && s.nodes[i-1].kind == kindWord && s.toks[s.nodes[i-1].a].capital && p.is("nationality", s.nodes[i-1].low) && p.is("option", "rubrics") { // "la démission de l'Italien X"
			first := i - 1
			if first > 0 && s.nodes[first-1].kind == kindWord && p.is("det.def", s.nodes[first-1].low) && !p.is("fused", s.nodes[first-1].low) {
				first--
			}
			s.splice(first, i+1, s.nodes[i])
			i = first
		}
		n = &s.nodes[i]
		// "New research scientist for Brookfield: P"
		if i > 1 && s.nodes[i-1].low == ":" && s.nodes[i-2].kind == kindRole && s.nodes[i-2].tense == coming && s.nodes[i-2].roleOrg != nil {
			r := s.nodes[i-2]
			c := *n
			s.state(c, affiliation{org: r.roleOrg, role: r.role, tense: coming, indef: false})
			s.splice(i-2, i+1, c)
			i -= 2
			n = &s.nodes[i]
		}
		// "Directrice de clientèle chez DDB depuis cinq ans, P part": a role without article opens the sentence
		if c := i - 1; c > 0 && c < 4 && s.nodes[c].low == "," && s.nodes[0].kind == kindRole && s.nodes[0].tense != coming && s.nodes[0].roleOrg != nil && !s.nodes[0].definite && !s.nodes[0].indef && !s.nodes[0].possess && onlyDates(s.nodes[1:c]) {
			r := s.nodes[0]
			x := *n
			s.state(x, affiliation{org: r.roleOrg, role: r.role, tense: r.tense, indef: false})
			s.splice(0, i+1, x)
			i = 0
			n = &s.nodes[0]
		}
		// "Formerly head of product at Novaterra, P is"
		if i == 2 && s.nodes[1].low == "," && s.nodes[0].kind == kindRole && s.nodes[0].tense == past && s.nodes[0].roleOrg != nil && !(s.nodes[0].definite && s.clauseEnd(i+1)) {
			r := s.nodes[0]
			c := *n
			s.state(c, affiliation{org: r.roleOrg, role: r.role, tense: past, indef: false})
			s.splice(0, 3, c)
			i = 0
			n = &s.nodes[0]
		}
		// "its former chief, P,": a definite role and a comma before the name
		if i > 1 && s.nodes[i-1].low == "," && s.nodes[i-2].kind == kindRole && (!s.nodes[i-2].indef && (s.nodes[i-2].definite || s.nodes[i-2].possess) || d.another(s, i-2)) && s.clauseEnd(i+1) {
			r := s.nodes[i-2]
			c := *n
			s.state(c, affiliation{org: r.roleOrg, role: r.role, tense: r.tense, indef: r.indef})
			j := i + 1
			if j+1 < len(s.nodes) && s.nodes[j].low == "," && !(s.nodes[j+1].kind == kindWord && p.is("remark", s.nodes[j+1].low)) && !(s.nodes[j+1].kind == kindRole && p.is("option", "org-before-role")) {
				j++
			}
			s.splice(i-2, j, c)
			i -= 2
			n = &s.nodes[i]
		}
		// "P of O"
		if i+2 < len(s.nodes) && s.nodes[i+1].kind == kindWord && p.is("personof", s.nodes[i+1].low) && isName(&s.nodes[i+2]) {
			o := s.nodes[i+2]
			c := *n
			s.state(c, affiliation{org: &o})
			s.splice(i, i+3, c)
		}
		// "P (O)", "P (R, O)"
		if i+3 < len(s.nodes) && (s.nodes[i+1].low == "(" || s.nodes[i+1].low == "[" && p.is("option", "org-before-role")) {
			if k := s.closing(i+1, 14); k > 0 {
				d.bracket(s, i, i+2, k-1)
			}
		}
	}
}

// bracket reads what stands in brackets behind a person.
func (d *document) bracket(s *sentence, who, a, b int) {
	var org *node
	role := ""
	tn := present
	arrives := false
	if n := &s.nodes[a]; a < b && n.kind == kindWord && d.p.is("bracketaside", n.low) { // "(see “…”)"
		return
	}
	if d.bracketMove(s, who, a, b) {
		return
	}
	for j := a; j < b; j++ {
		n := &s.nodes[j]
		switch {
		case isName(n) && org == nil:
			o := *n
			org = &o
		case n.kind == kindRole && role == "":
			role = n.role
			if n.roleOrg != nil {
				org = n.roleOrg
			}
			if n.tense != present {
				tn = n.tense
			}
		case n.kind == kindWord && (d.p.is("former", n.low) || d.p.is("cue.from", n.low) || d.p.is("cue.from1", n.low) || d.p.is("was", n.low)):
			tn = past
			arrives = arrives || j == a && d.p.is("bracketfrom", n.low)
		case n.kind == kindWord && (d.p.is("nowword", n.low) || d.p.compounds && d.p.is("bracketto", n.low)):
			tn = coming
		case n.kind == kindPerson:
			return
		}
	}
	if org != nil && role == "" && d.p.is("option", "adjective-behind") && s.ageAt(a) { // "(60 ans, ESCP)": where one studied
		org = nil
	}
	if org != nil || role != "" {
		s.state(s.nodes[who], affiliation{org: org, role: role, tense: tn, arrives: arrives && org != nil, bracket: true})
		n := s.nodes[who]
		s.splice(who, b+1, n)
	}
}

// bracketMove reads "(A to B)", "(A → B)", "(joins B from A)" behind a person: two organizations and the way between them.
func (d *document) bracketMove(s *sentence, who, a, b int) bool {
	if d.p.named("way.to") == nil {
		return false
	}
	var from, to *node
	to2, from2 := false, false // what the words before the next name say
	for j := a; j < b; j++ {
		n := &s.nodes[j]
		switch {
		case isName(n) && n.ref == refName:
			o := *n
			switch {
			case to2 && to == nil:
				to = &o
			case from == nil && (from2 || to == nil):
				from = &o
			default:
				return false
			}
			to2, from2 = false, false
		case n.kind == kindPerson || n.kind == kindRole && n.roleOrg != nil:
			return false
		case d.p.is("way.to", n.low):
			to2, from2 = true, false
		case d.p.is("way.from", n.low):
			to2, from2 = false, true
		}
	}
	if from == nil || to == nil {
		return false
	}
	s.state(s.nodes[who], affiliation{org: from, tense: past, bracket: true})
	s.state(s.nodes[who], affiliation{org: to, tense: coming, bracket: true})
	s.splice(who, b+1, s.nodes[who])
	return true
}

func (s *sentence) state(who node, a affiliation) {
	who.inner = nil
	s.affs = append(s.affs, stated{who, a})
}

// placed reports whether the sentence has given one of the persons an organization already.
func (s *sentence) placed(l []*person) bool {
	return slices.ContainsFunc(s.affs, func(st stated) bool {
		return st.aff.org != nil && slices.ContainsFunc(st.who.persons, func(q *person) bool { return slices.Contains(l, q) })
	})
}
