package extract

import (
	"strings"
)

// roles ties roles to their organization and reads what stands before them: "a former", "its new".
func (d *document) roles(s *sentence) {
	p := d.p
	for i := 0; i < len(s.nodes); i++ {
		n := &s.nodes[i]
		if n.kind != kindRole {
			continue
		}
		// behind: "of BP", "at the bank"
		j := i + 1
		if i > 0 && j < len(s.nodes) && s.nodes[j].low == "\"" && s.nodes[i-1].low == "\"" {
			j++ // '"chairman" of BP'
		}
		if j < len(s.nodes) && s.nodes[j].low == "(" {
			if k := s.closing(j, 6); k > 0 && k < len(s.nodes) && p.is("roleat", s.nodes[k].low) {
				j = k
			}
		}
		for j < len(s.nodes) && j < i+3 && (s.nodes[j].kind == kindDate && s.nodes[j].date.since) {
			j++
		}
		if j+1 < len(s.nodes) && s.nodes[j].low == "," && strings.Contains(n.role, ",") && d.roleAtWords(s, j+1) > 0 { // "vice-présidente, Finances, de Cascades"
			j++
		}
		if m := d.roleAtWords(s, j); m > 0 && j+m+2 < len(s.nodes) && s.nodes[j+m].low == "\"" && isName(&s.nodes[j+m+1]) && s.nodes[j+m+2].low == "\"" && p.is("option", "adjective-behind") { // "rédacteur en chef du « Temps »"
			o := s.nodes[j+m+1]
			s.splice(j+m, j+m+3, o)
			n = &s.nodes[i]
		}
		if m := d.roleAtWords(s, j); m > 0 && j+m < len(s.nodes) && isName(&s.nodes[j+m]) && s.nodes[j+m].ref != refRelative && !d.noPost(s, n) && !(p.is("det.acc", s.toks[s.nodes[j+m].a].low) && p.is("motion", s.nodes[j].low)) && !d.movesAs(s, i, j) && !d.aided(s, j, m) {
			c := *n
			o := s.nodes[j+m]
			end := j + m + 1
			c.roleOrg = &o
			if owner := d.ownerBefore(s, i); owner != nil && o.ref == refName && o.org != nil && o.org.count == 1 && !d.names.orgs[strings.ToLower(o.name)] && p.is("roleprep", s.nodes[j].low) && m == 1 { // "Google's head of Workspace"
				c.roleOrg = nil
				c.role = spanText(s.src, s.toks[n.a:o.b])
			}
			// "head of sales of its unit X at Y": the last one counts
			if m2 := d.roleAtWords(s, end); m2 > 0 && end+m2 < len(s.nodes) && isName(&s.nodes[end+m2]) && p.is("roleatlast", s.nodes[end].low) {
				o2 := s.nodes[end+m2]
				c.roleOrg = &o2
				end += m2 + 1
			}
			for end+1 < len(s.nodes) && p.is("rolearea", s.nodes[end].low) { // "directeur du FMI pour l'Afrique"
				k := end + 1
				if p.is("det", s.nodes[k].low) && k+1 < len(s.nodes) {
					k++
				}
				if s.nodes[k].kind != kindPlace {
					break
				}
				end = k + 1
			}
			s.splice(i, end, c)
			n = &s.nodes[i]
		}
		if p.compounds && n.roleOrg == nil && d.genitiveOrg(s, i+1) { // "Chefin der Bank"
			c := *n
			o := s.nodes[i+1]
			c.roleOrg = &o
			s.splice(i, i+2, c)
			n = &s.nodes[i]
		}
		if p.is("newhead", n.head) { // "Airbus-Neuzugang P"
			n.tense = coming
		}
		if m := d.unitBehind(s, i); m > 0 { // "Redakteur im Parlamentsbüro der Zeitung"
			c := *n
			o := s.nodes[m]
			c.roleOrg = &o
			s.splice(i, m+1, c)
			n = &s.nodes[i]
		}
		if p.compounds && n.roleOrg != nil && n.roleOrg.ref == refDescribed && i+1 < len(s.nodes) && isName(&s.nodes[i+1]) && s.nodes[i+1].ref == refName && s.toks[s.nodes[i+1].a].low == "\"" { // "Chef des Magazins „Trend“"
			c := *n
			o := s.nodes[i+1]
			c.roleOrg = &o
			s.splice(i, i+2, c)
			n = &s.nodes[i]
		}
		// before: "Penn provost", "Apple's former"
		j = i
		j = d.roleLead(s, j, n)
		if k := d.roleWords(s, j); k < j { // "a projects partner"
			n.role = spanText(s.src, s.toks[s.nodes[k].a:s.nodes[j].a]) + " " + n.role
			j = d.roleLead(s, k, n)
		}
		if n.roleOrg == nil && j > 0 {
			k := j
			if s.nodes[k-1].low == "'s" || s.nodes[k-1].low == "'" || s.nodes[k-1].low == "-" {
				k--
			}
			if k > 0 && (s.nodes[k-1].kind == kindOrg || s.nodes[k-1].kind == kindName && (k < j || i+1 < len(s.nodes) && s.nodes[i+1].kind == kindPerson)) && (k < j || (p.is("option", "org-before-role") || p.compounds) && !(s.nodes[k-1].ref != refName)) {
				o := s.nodes[k-1]
				n.roleOrg = &o
				n.possess = n.possess || k < j && s.nodes[k].low == "'s"
				if p.compounds && k < j && s.nodes[k].low == "-" { // "Die frühere SRF-Journalistin": the article is that of the role
					for _, t := range s.toks[o.a:o.b] {
						n.definite = n.definite || p.is("det.def", t.low) && !p.is("fused", t.low)
						n.indef = n.indef || p.is("det.indef", t.low)
						n.possess = n.possess || p.is("det.poss", t.low)
						if p.is("former", t.low) || p.is("new", t.low) {
							d.roleTense(n, t.low)
						}
					}
				}
				j = k - 1
			}
		}
		j = d.roleLead(s, j, n)
		if j > 1 && s.nodes[j-1].kind == kindDate && !s.nodes[j-1].date.since && s.nodes[j-1].date.unit == 'x' && p.is("det.def", s.nodes[j-2].low) && p.is("option", "adjective-behind") {
			j-- // "la hasta ahora directora"
		}
		if j > 0 && s.nodes[j-1].kind == kindWord {
			det := s.nodes[j-1].low
			switch {
			case p.is("det.poss", det):
				n.possess = true
				j--
				if det == "'s" && j > 0 && s.nodes[j-1].kind == kindPerson && s.nodes[j-1].ref == refName && n.roleOrg == nil {
					j-- // "Pugliese's deputy"
				}
			case p.is("det.indef", det):
				n.indef = true
				j--
			case p.compounds && p.is("fused", det): // "zum Chef": the preposition stays
			case p.is("det.def", det):
				n.definite = true
				if !(p.is("fused", det) && p.is("option", "fused-roles")) { // "l'addio del direttore": the preposition stays
					j--
				}
			}
		}
		if j < i {
			c := *n
			s.splice(j, i+1, c)
			i = j
			n = &s.nodes[i]
		}
		if i == 0 && s.block.title && n.roleOrg != nil && !n.indef && p.is("option", "org-before-role") { // "Unilever legal chief heads to Nestlé"
			n.definite = true
		}
		// adjectives behind: "directeur sortant"
		if i+1 < len(s.nodes) && s.nodes[i+1].kind == kindWord && p.is("formerbehind", s.nodes[i+1].low) {
			c := *n
			s.splice(i, i+2, c)
		}
	}
}

// roleWords goes back from j over plain words that describe a role up to a determiner; it gives j where there is none.
func (d *document) roleWords(s *sentence, j int) int {
	p := d.p
	if !p.is("option", "org-before-role") {
		return j
	}
	k := j
	for k > 0 && k > j-4 && s.nodes[k-1].kind == kindWord && !s.toks[s.nodes[k-1].a].digit && !s.toks[s.nodes[k-1].a].capital && d.descriptive(s, k-1) && !p.is("orgnoun", s.nodes[k-1].low) && !p.is("roleat", s.nodes[k-1].low) && !p.is("former", s.nodes[k-1].low) && !p.is("new", s.nodes[k-1].low) && !p.is("nowword", s.nodes[k-1].low) && !p.is("toverb", s.nodes[k-1].low) && !d.pastForm(s.nodes[k-1].low) {
		k--
	}
	if k < j && k > 0 && s.nodes[k-1].kind == kindWord && (p.is("det", s.nodes[k-1].low) || p.is("roleowner", s.nodes[k-1].low) || k > 1 && s.nodes[k-1].low == "," && s.nodes[k-2].kind == kindPerson) {
		return k
	}
	return j
}

// ownerBefore is the node of the "'s" or "its" before the role at i, over what describes the role; nil where there is none.
func (d *document) ownerBefore(s *sentence, i int) *node {
	p := d.p
	if p.classes["roleowner"] == nil {
		return nil
	}
	for j := i - 1; j >= 0 && j > i-5 && s.nodes[j].kind == kindWord; j-- {
		w := s.nodes[j].low
		switch {
		case p.is("roleowner", w):
			if j > 0 && w == "'s" && !(isName(&s.nodes[j-1]) && s.nodes[j-1].ref != refThey) {
				return nil
			}
			return &s.nodes[j]
		case p.is("former", w) || p.is("new", w) || p.is("current", w) || p.is("roleadj", w) || p.is("nationality", w):
		default:
			return nil
		}
	}
	return nil
}

// roleLead goes back over what stands before a role at j, "former", "until now the new", and notes its tense.
func (d *document) roleLead(s *sentence, j int, n *node) int {
	p := d.p
next:
	for j > 0 && s.nodes[j-1].kind == kindWord {
		w := s.nodes[j-1].low
		if p.is("nowword", w) || p.is("fired", w) && j > 1 && p.is("option", "org-before-role") && (isName(&s.nodes[j-2]) || p.is("aux", s.nodes[j-2].low)) { // "Vantara fired finance chief X"
			break
		}
		if s.toks[s.nodes[j-1].a].digit && p.is("unit", w[strings.LastIndexByte(w, '-')+1:]) && strings.Contains(w, "-") { // "a 15-year veteran"
			j--
			continue
		}
		for _, class := range []string{"former", "new", "current", "roleadj"} {
			if class == "roleadj" {
				if p.is(class, w) {
					d.roleTense(n, w)
					j--
					continue next
				}
				continue
			}
			for m := 2; m <= 4 && m <= j; m++ {
				if p.phraseAt(class, s, j-m) == m {
					switch class {
					case "former":
						n.tense = past
					case "new":
						n.tense = coming
					}
					j -= m
					continue next
				}
			}
			if p.is(class, w) {
				d.roleTense(n, w)
				j--
				continue next
			}
		}
		if t := s.toks[s.nodes[j-1].a]; p.compounds && j > 1 && !t.capital && !t.punct && !t.digit && adjectival(w) && !p.is("func", w) && !p.verb[w] && !p.is("stop", w) && s.nodes[j-2].kind == kindWord && p.is("det", s.nodes[j-2].low) && s.nodes[j-2].low != "das" {
			j-- // "die parteilose Juristin"
			continue
		}
		break
	}
	return j
}

func (d *document) roleTense(n *node, w string) {
	switch {
	case d.p.is("former", w):
		n.tense = past
	case d.p.is("new", w):
		n.tense = coming
	}
}

// roleAtWords counts the words at i that tie a role to an organization.
func (d *document) roleAtWords(s *sentence, i int) int {
	if i >= len(s.nodes) || s.nodes[i].kind != kindWord {
		return 0
	}
	n := d.p.phraseAt("roleat", s, i)
	if n == 0 && d.p.is("roleat", s.nodes[i].low) {
		n = 1
	}
	if n == 1 && d.p.is("roletoprep", s.nodes[i].low) && !d.p.is("roleto", s.nodes[i-1].head) { // "added two analysts to its team"
		return 0
	}
	return n
}

// aided reports whether what stands behind the role, by the word at j, is rather a person: "an adviser to Boris Johnson".
func (d *document) aided(s *sentence, j, m int) bool {
	if m != 1 || !d.p.is("roletoprep", s.nodes[j].low) {
		return false
	}
	words := strings.Fields(strings.ToLower(s.nodes[j+1].name))
	return len(words) == 2 && d.flags(words[0])&isGiven != 0 && !d.p.is("orgword", words[1]) && !d.p.is("orgsuffix", words[1]) && !d.names.orgs[strings.Join(words, " ")]
}
