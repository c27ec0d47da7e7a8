package extract

import "strings"

// reduce puts nodes together to phrases: organizations with what describes them, roles with their organization, persons
// with their role, lists. What a phrase says of a person on the way is kept in s.affs.
func (d *document) reduce(s *sentence) {
	d.organizations(s)
	d.pronouns(s)
	d.roles(s)
	d.persons(s)
	d.appositions(s)
	d.lists(s)
	s.buildSkips(d.p)
}

// stated is an affiliation that a phrase of the sentence states of the persons of node who.
type stated struct {
	who node
	aff affiliation
}

func (s *sentence) splice(i, j int, n node) {
	n.a, n.b = s.nodes[i].a, s.nodes[j-1].b
	s.nodes[i] = n
	s.nodes = append(s.nodes[:i+1], s.nodes[j:]...)
}

func isName(n *node) bool { return n != nil && (n.kind == kindOrg || n.kind == kindName) }

// acronyms joins "Jones Lang LaSalle (JLL)".
func (d *document) acronyms(s *sentence) {
	for i := 0; i+4 < len(s.nodes); i++ { // "Clariane (ex-Korian)"
		if isName(&s.nodes[i]) && s.nodes[i+1].low == "(" && s.nodes[i+2].kind == kindWord && d.p.is("former", s.nodes[i+2].low) && isName(&s.nodes[i+3]) && s.nodes[i+4].low == ")" && d.p.is("option", "adjective-behind") {
			d.sameOrganization(s.nodes[i].org, s.nodes[i+3].org)
			s.splice(i, i+5, s.nodes[i])
		}
	}
	for i := 0; i+3 < len(s.nodes); i++ {
		if d.p.compounds && s.nodes[i].kind == kindName && isName(&s.nodes[i+2]) && !strings.EqualFold(s.nodes[i].name[:1], s.nodes[i+2].name[:1]) {
			continue // "Alexander von Erdély (CBRE)"
		}
		if isName(&s.nodes[i]) && s.nodes[i+1].low == "(" && s.nodes[i+3].low == ")" && (isName(&s.nodes[i+2]) || s.nodes[i+2].kind == kindRole && s.nodes[i+2].b-s.nodes[i+2].a == 1 && s.toks[s.nodes[i+2].a].upper) {
			d.sameOrganization(s.nodes[i].org, s.nodes[i+2].org)
			s.splice(i, i+4, s.nodes[i])
		}
	}
}

// organizations takes determiners and describing nouns into the node of a name, and makes nodes of "the company".
func (d *document) organizations(s *sentence) {
	p := d.p
	for i := 0; i < len(s.nodes); i++ {
		n := &s.nodes[i]
		if isName(n) && n.b-n.a == 1 && n.ref == refName && i > 0 && p.is("orggeneric", n.low) && p.is("det.def", s.nodes[i-1].low) && p.is("option", "adjective-behind") { // "la Société"
			nd := node{kind: kindOrg, low: s.nodes[i-1].low, ref: refDescribed, head: n.low}
			if p.is("fused", s.nodes[i-1].low) {
				s.splice(i, i+1, nd)
			} else {
				s.splice(i-1, i+1, nd)
				i--
			}
			continue
		}
		if isName(n) {
			// "(Nasdaq: NVBK)" and the like are skipped when matching
			if i > 1 && s.nodes[i-1].kind == kindWord && p.is("det.def", s.nodes[i-1].low) && s.toks[s.nodes[i-1].a].capital && s.nodes[i-2].kind == kindWord && (p.is("orgnoun", s.nodes[i-2].low) || p.is("orgadj", s.nodes[i-2].low)) {
				s.splice(i-1, i+1, *n) // "rival The Miami Herald"
				i--
				n = &s.nodes[i]
			}
			j := i
			for j > 0 && j > i-5 && s.nodes[j-1].kind == kindWord && (p.is("orgnoun", s.nodes[j-1].low) || p.is("orgadj", s.nodes[j-1].low)) {
				if p.is("orgnoun", s.nodes[j-1].low) && n.org != nil {
					d.describe(n.org, s.nodes[j-1].low)
				}
				j--
			}
			if j == i && d.apposed(s, i) {
				j--
			}
			if k := d.describedBefore(s, i); j == i && k < i {
				j = k
				if n.org != nil {
					d.describe(n.org, s.nodes[j].low)
				}
			}
			if j == i && n.ref == refName && !s.titleCase { // "the youth campaign Step Up"
				k := i
				for k > 0 && k > i-5 && s.nodes[k-1].kind == kindWord && d.descriptive(s, k-1) && !p.is("unit", s.nodes[k-1].low) {
					k--
				}
				if k < i && k > 0 && p.is("det.def", s.nodes[k-1].low) {
					j = k
				}
			}
			if j < i { // adjectives and noun compounds before the noun
				for j > 0 && j > i-8 && s.nodes[j-1].kind == kindWord && d.descriptive(s, j-1) {
					j--
				}
			}
			if p.compounds && j > 0 && i+1 < len(s.nodes) && s.nodes[j-1].low == "\"" && s.nodes[i+1].low == "\"" { // „Spiegel“
				c := *n
				s.splice(j-1, i+2, c)
				i = j - 1
				j, n = i, &s.nodes[i]
			}
			if j > 0 && s.nodes[j-1].kind == kindWord && (p.is("det", s.nodes[j-1].low)) && !(p.compounds && p.is("rel.det", s.nodes[j-1].low) && d.relativeAt(s, j-1)) {
				j--
			}
			if j < i {
				c := *n
				s.splice(j, i+1, c)
				i = j
			}
			if i+2 < len(s.nodes) && s.nodes[i+1].low == "'s" { // "Albertson's, based in …", "Albertson's hired"
				if t := &s.nodes[i+2]; t.kind == kindWord && (s.toks[t.a].punct && t.low != "\"" || p.verb[t.low] || p.is("aux", t.low)) {
					c := s.nodes[i]
					s.splice(i, i+2, c)
				}
			}
			if i+2 < len(s.nodes) && s.nodes[i].kind != kindPlace && p.is("campus", s.nodes[i+1].low) && strings.Contains(strings.ToLower(s.nodes[i].name), "universit") && isName(&s.nodes[i+2]) && s.nodes[i+2].ref == refName && !strings.Contains(strings.ToLower(s.nodes[i+2].name), "universit") {
				c := s.nodes[i] // "University of Maryland at College Park"
				s.splice(i, i+3, c)
			}
			// "School of Public Policy at the University of Maryland": the whole counts, not the part
			if i+2 < len(s.nodes) && s.nodes[i].ref == refName && p.is("unitof", s.nodes[i+1].low) && d.unitName(&s.nodes[i]) {
				k := i + 2
				if s.nodes[k].kind == kindWord && p.is("det", s.nodes[k].low) && k+1 < len(s.nodes) {
					k++
				}
				if isName(&s.nodes[k]) {
					c := s.nodes[k]
					s.splice(i, k+1, c)
				}
			}
			d.unitAround(s, &i)
			d.unitOf(s, &i)
			d.describedBehind(s, i)
			continue
		}
		if n.kind != kindWord || !p.is("orgnoun", n.low) || i == 0 {
			continue
		}
		j := i
		for j > 0 && j > i-6 && (d.descriptive(s, j-1) || s.nodes[j-1].kind == kindPlace || s.nodes[j-1].kind == kindWord && p.is("orgnoun", s.nodes[j-1].low)) {
			j--
		}
		if j == 0 || s.nodes[j-1].kind != kindWord {
			continue
		}
		det := s.nodes[j-1].low
		ref := refDescribed
		switch {
		case p.is("det.indef", det):
			ref = refUnknown
		case p.is("det.def", det) || p.is("det.poss", det):
		default:
			continue
		}
		k := i + 1
		for k < len(s.nodes) && k < i+3 && s.nodes[k].kind == kindWord && p.is("orgadj", s.nodes[k].low) {
			k++
		}
		if k < len(s.nodes) && isName(&s.nodes[k]) && !(s.nodes[k].kind == kindName && s.nodes[k].b-s.nodes[k].a > 1) {
			continue // "le groupe Inseec": the name takes it in
		}
		if d.describesName(s, i) {
			continue
		}
		if p.is("option", "adjective-behind") { // "le groupe de cosmétiques"
			for k+1 < len(s.nodes) && k < i+6 && s.nodes[k].kind == kindWord && p.is("instdesc", s.nodes[k].low) && s.nodes[k+1].kind == kindWord && d.plainNoun(s, k+1) && !(k+2 < len(s.nodes) && isName(&s.nodes[k+2])) {
				k += 2
				for k < len(s.nodes) && k < i+6 && s.nodes[k].kind == kindWord && p.is("orgadj", s.nodes[k].low) {
					k++
				}
			}
		}
		nd := node{kind: kindOrg, low: det, ref: ref, head: n.low, possess: p.is("det.poss", det)}
		if p.is("employer", n.low) {
			nd.head = "@employer"
		}
		if k+1 < len(s.nodes) && s.nodes[k].low == "," && isName(&s.nodes[k+1]) && (ref == refUnknown || nd.possess) && s.clauseEnd(k+2) && s.nodes[k+1].org != nil && !d.knownBefore(s, s.nodes[k+1].org) {
			nd = s.nodes[k+1] // "a production company, Lantern Hill Pictures"
			d.describe(nd.org, n.low)
			k += 2
		}
		if k+1 < len(s.nodes) && ref == refDescribed && s.nodes[k].kind == kindWord && p.is("wholeof", s.nodes[k].low) && isName(&s.nodes[k+1]) && s.nodes[k+1].ref == refName {
			nd = s.nodes[k+1] // "the faculty of Stanford"
			k += 2
		}
		first := j - 1
		if p.is("fused", det) { // "del grupo": the preposition in it stays a word
			first = j
		}
		s.splice(first, k, nd)
		i = first
	}
}

// knownBefore reports whether an earlier sentence named the organization.
func (d *document) knownBefore(s *sentence, o *organization) bool {
	return o.first < s.index && !d.sents[o.first].block.title
}

// unitAround takes a part of an organization and its place into the node at *i: "Colliers's Boston office", "the Dallas office of
// Thompson & Knight", "Wild Oats Markets of Boulder".
func (d *document) unitAround(s *sentence, i *int) {
	p := d.p
	if n := &s.nodes[*i]; n.ref != refName {
		return
	}
	if k := *i + 1; k+1 < len(s.nodes) && s.nodes[k].low == "'s" {
		k++
		for k < len(s.nodes) && k < *i+5 && (s.nodes[k].kind == kindPlace || s.nodes[k].kind == kindWord && !p.is("unitnoun", s.nodes[k].low) && d.descriptive(s, k)) {
			k++
		}
		if k < len(s.nodes) && s.nodes[k].kind == kindWord && p.is("unitnoun", s.nodes[k].low) {
			s.splice(*i, k+1, s.nodes[*i])
		}
	}
	if k := *i + 1; k+1 < len(s.nodes) && s.nodes[k].kind == kindWord && p.is("orgplace", s.nodes[k].low) && s.nodes[k+1].kind == kindPlace {
		k += 2
		for k+1 < len(s.nodes) && s.nodes[k].low == "," && s.nodes[k+1].kind == kindPlace {
			k += 2
		}
		if k+1 < len(s.nodes) && s.nodes[k].low == "," && k >= *i+3 && (p.verb[s.nodes[k+1].low] || p.is("aux", s.nodes[k+1].low)) {
			k++
		}
		s.splice(*i, k, s.nodes[*i])
	}
	if j := *i - 2; j >= 0 && s.nodes[j+1].low == "'s" && s.nodes[j].kind == kindOrg && s.nodes[j].ref == refName && *i+1 < len(s.nodes) && !d.names.orgs[strings.ToLower(s.nodes[*i].name)] && s.nodes[*i].kind == kindOrg {
		if x := &s.nodes[*i+1]; x.kind == kindWord && (p.is("aux", x.low) || p.is("v.hire", x.low)) { // "Deloitte's Wealth Management has hired"
			s.splice(j, *i+1, s.nodes[j])
			*i = j
			return
		}
	}
	if j := *i - 2; j >= 0 && s.nodes[j+1].low == "'s" && s.nodes[j].kind == kindPerson { // "Helen Rossi's Halcyon"
		s.splice(j, *i+1, s.nodes[*i])
		*i = j
		return
	}
	if j := *i - 2; j >= 0 && p.is("personof", s.nodes[j+1].low) && s.nodes[j].kind == kindOrg && s.nodes[j].ref == refDescribed && p.is("unitnoun", s.nodes[j].head) && p.is("option", "adjective-behind") { // "la filial mexicana de X"
		s.splice(j, *i+1, s.nodes[*i])
		*i = j
		return
	}
	if j := *i - 2; j > 0 && (p.is("personof", s.nodes[j+1].low) || p.is("unitof", s.nodes[j+1].low)) && s.nodes[j].kind == kindWord && p.is("unitnoun", s.nodes[j].low) {
		k := j
		for k > 0 && k > j-4 && (s.nodes[k-1].kind == kindPlace || isName(&s.nodes[k-1]) || d.descriptive(s, k-1)) {
			k--
		}
		if k > 0 && p.is("det", s.nodes[k-1].low) {
			s.splice(k-1, *i+1, s.nodes[*i])
			*i = k - 1
		} else if k < j {
			s.splice(k, *i+1, s.nodes[*i])
			*i = k
		}
	}
}

// unitName reports whether a name is that of a part of an organization: a school, an institute.
func (d *document) unitName(n *node) bool {
	for _, w := range strings.Fields(strings.ToLower(n.name)) {
		if d.p.is("unitword", w) {
			return true
		}
	}
	return false
}

// descriptive reports whether the node is a plain lower-case word that may describe a noun behind it.
func (d *document) descriptive(s *sentence, i int) bool {
	n := &s.nodes[i]
	if n.kind == kindRole || n.kind == kindPlace {
		return n.kind == kindPlace
	}
	if n.kind != kindWord || s.toks[n.a].punct {
		return false
	}
	p := d.p
	if p.is("orgadj", n.low) || s.toks[n.a].upper && p.is("notname", n.low) {
		return true
	}
	if p.is("was", n.low) || p.is("worked", n.low) || p.is("aux", n.low) || p.is("skip", n.low) {
		return false
	}
	if p.is("stop", n.low) || p.is("func", n.low) || p.verb[n.low] || p.is("det", n.low) {
		return false
	}
	t := s.toks[n.a]
	if p.compounds {
		return !t.capital && adjectival(n.low)
	}
	return !p.is("option", "adjective-behind") && !p.compounds && (!t.capital || t.upper && p.is("notname", n.low) || strings.HasSuffix(n.low, "-based"))
}

func (d *document) describe(o *organization, noun string) {
	if o.heads == nil {
		o.heads = map[string]bool{}
	}
	o.heads[noun] = true
}

// describedBehind notes what an apposition calls an organization: "Calder Re, a reinsurance broker,".
func (d *document) describedBehind(s *sentence, i int) {
	o := s.nodes[i].org
	if o == nil || i+2 >= len(s.nodes) || s.nodes[i+1].low != "," {
		return
	}
	for j := i + 2; j < len(s.nodes) && j < i+12; j++ {
		n := &s.nodes[j]
		if n.low == "," || n.kind == kindPerson || n.kind == kindRole || d.p.verb[n.low] {
			return
		}
		if n.kind == kindWord && d.p.is("orgnoun", n.low) {
			if k := j + 1; k < len(s.nodes) && (d.p.verb[s.nodes[k].low] || d.p.is("aux", s.nodes[k].low) || d.p.is("option", "adjective-behind") && !s.clauseEnd(k) && !d.describes(s.nodes[k].low)) {
				return // "In a note to the regulator, the bank calls …"
			}
			d.describe(o, n.low)
			return
		}
	}
}

// describes reports whether the word may go on with a description: "banco de …", "banco español", "banco que …".
func (d *document) describes(w string) bool {
	for _, c := range []string{"orgadj", "instof", "instprep", "rel.who", "rel.which", "where", "nationality"} {
		if d.p.is(c, w) {
			return true
		}
	}
	return false
}

func (d *document) pronouns(s *sentence) {
	p := d.p
	for i := 0; i < len(s.nodes); i++ {
		n := &s.nodes[i]
		if n.kind != kindWord {
			continue
		}
		if k := p.phraseAt("pron.he", s, i); k > 1 { // "ce dernier"
			s.splice(i, i+k, node{kind: kindPerson, low: n.low, ref: refHe})
			continue
		}
		for _, o := range []struct {
			class string
			ref   reference
		}{{"ord.first", refFirst}, {"ord.second", refSecond}} {
			if k := p.phraseAt(o.class, s, i); k > 1 && i+k < len(s.nodes) {
				if x := &s.nodes[i+k]; x.kind == kindWord && (p.verb[x.low] || p.is("aux", x.low) || x.low == ",") {
					s.splice(i, i+k, node{kind: kindPerson, low: n.low, ref: o.ref})
					break
				}
			}
		}
		if n.kind != kindWord {
			continue
		}
		if k := p.phraseAt("pron.she", s, i); k > 1 {
			s.splice(i, i+k, node{kind: kindPerson, low: n.low, ref: refShe})
			continue
		}
		switch {
		case p.is("pron.he", n.low):
			*n = node{kind: kindPerson, a: n.a, b: n.b, low: n.low, ref: refHe}
		case p.is("pron.she", n.low):
			*n = node{kind: kindPerson, a: n.a, b: n.b, low: n.low, ref: refShe}
		case p.is("pron.they", n.low):
			*n = node{kind: kindPerson, a: n.a, b: n.b, low: n.low, ref: refThey, plural: true}
		case p.is("conj", n.low) && d.conjunction(s, i):
		case p.compounds && p.is("rel.det", n.low) && d.relativeAt(s, i):
			k := kindPerson
			if a := s.antecedent(i); a != nil && isName(a) {
				k = kindName // either: the frame decides
			}
			*n = node{kind: k, a: n.a, b: n.b, low: n.low, ref: refRelative}
		case p.is("rel.who", n.low):
			// "qui" and "que" may stand for either; the antecedent decides
			k := kindPerson
			if p.is("rel.which", n.low) {
				if a := s.antecedent(i); a != nil && isName(a) {
					k = kindName // either: the frame decides
				}
			}
			*n = node{kind: k, a: n.a, b: n.b, low: n.low, ref: refRelative}
		case p.is("rel.which", n.low):
			*n = node{kind: kindOrg, a: n.a, b: n.b, low: n.low, ref: refRelative}
		case p.is("pron.it", n.low) && !s.toks[n.a].upper:
			*n = node{kind: kindOrg, a: n.a, b: n.b, low: n.low, ref: refThey}
		case p.is("where", n.low):
			*n = node{kind: kindWhere, a: n.a, b: n.b, low: n.low, ref: refWhere}
		}
	}
}

// conjunction reports whether "que" at i stands behind a verb: "anunció hoy que".
func (d *document) conjunction(s *sentence, i int) bool {
	for j := i - 1; j >= 0; j-- {
		n := &s.nodes[j]
		if n.kind == kindDate || n.kind == kindWord && d.p.is("skip", n.low) {
			continue
		}
		return n.kind == kindWord && (d.p.verb[n.low] || d.p.is("says", n.low))
	}
	return false
}

// antecedent is the name that a relative pronoun at i most likely points to.
func (s *sentence) antecedent(i int) *node {
	for j := i - 1; j >= 0 && j > i-25; j-- {
		n := &s.nodes[j]
		if n.kind == kindPerson && n.ref != refRelative || isName(n) && n.ref != refRelative {
			return n
		}
		if n.kind == kindRole {
			if n.roleOrg != nil {
				continue
			}
		}
	}
	return nil
}

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
		if m := d.roleAtWords(s, j); m > 0 && j+m < len(s.nodes) && isName(&s.nodes[j+m]) && s.nodes[j+m].ref != refRelative && !(p.is("det.acc", s.toks[s.nodes[j+m].a].low) && p.is("motion", s.nodes[j].low)) && !d.movesAs(s, i, j) {
			c := *n
			o := s.nodes[j+m]
			end := j + m + 1
			c.roleOrg = &o
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
		// before: "Penn provost", "Apple's former"
		j = i
		j = d.roleLead(s, j, n)
		if n.roleOrg == nil && j > 0 {
			k := j
			if s.nodes[k-1].low == "'s" || s.nodes[k-1].low == "'" || s.nodes[k-1].low == "-" {
				k--
			}
			if k > 0 && (s.nodes[k-1].kind == kindOrg || s.nodes[k-1].kind == kindName && (k < j || i+1 < len(s.nodes) && s.nodes[i+1].kind == kindPerson)) && (k < j || p.is("option", "org-before-role") && !(s.nodes[k-1].ref != refName)) {
				o := s.nodes[k-1]
				n.roleOrg = &o
				n.possess = n.possess || k < j && s.nodes[k].low == "'s"
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
		// adjectives behind: "directeur sortant"
		if i+1 < len(s.nodes) && s.nodes[i+1].kind == kindWord && p.is("formerbehind", s.nodes[i+1].low) {
			c := *n
			s.splice(i, i+2, c)
		}
	}
}

// roleLead goes back over what stands before a role at j, "former", "until now the new", and notes its tense.
func (d *document) roleLead(s *sentence, j int, n *node) int {
	p := d.p
next:
	for j > 0 && s.nodes[j-1].kind == kindWord {
		w := s.nodes[j-1].low
		if p.is("nowword", w) {
			break
		}
		if s.toks[s.nodes[j-1].a].digit && p.is("unit", w[strings.LastIndexByte(w, '-')+1:]) && strings.Contains(w, "-") { // "a 15-year veteran"
			j--
			continue
		}
		for _, class := range []string{"former", "new", "current", "roleadj"} {
			if p.is(class, w) {
				d.roleTense(n, w)
				j--
				continue next
			}
			if class == "roleadj" {
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
	return n
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
		if i > 0 && s.nodes[i-1].kind == kindRole && !s.nodes[i-1].indef {
			r := s.nodes[i-1]
			c := *n
			s.state(c, affiliation{r.roleOrg, r.role, r.tense, r.indef})
			c.affs = append(c.affs, affiliation{r.roleOrg, r.role, r.tense, r.indef})
			s.splice(i-1, i+1, c)
			i--
		} else if i > 0 && s.nodes[i-1].kind == kindRole {
			r := s.nodes[i-1]
			c := *n
			s.state(c, affiliation{r.roleOrg, r.role, r.tense, r.indef})
			s.splice(i-1, i+1, c)
			i--
		} else if i > 1 && s.nodes[i-1].low == "'s" && isName(&s.nodes[i-2]) {
			o := s.nodes[i-2]
			c := *n
			s.state(c, affiliation{&o, "", present, false})
			s.splice(i-2, i+1, c)
			i -= 2
		}
		n = &s.nodes[i]
		// "New research scientist for Brookfield: P"
		if i > 1 && s.nodes[i-1].low == ":" && s.nodes[i-2].kind == kindRole && s.nodes[i-2].tense == coming && s.nodes[i-2].roleOrg != nil {
			r := s.nodes[i-2]
			c := *n
			s.state(c, affiliation{r.roleOrg, r.role, coming, false})
			s.splice(i-2, i+1, c)
			i -= 2
			n = &s.nodes[i]
		}
		// "Directrice de clientèle chez DDB depuis cinq ans, P part": a role without article opens the sentence
		if c := i - 1; c > 0 && c < 4 && s.nodes[c].low == "," && s.nodes[0].kind == kindRole && s.nodes[0].tense != coming && s.nodes[0].roleOrg != nil && !s.nodes[0].definite && !s.nodes[0].indef && !s.nodes[0].possess && onlyDates(s.nodes[1:c]) {
			r := s.nodes[0]
			x := *n
			s.state(x, affiliation{r.roleOrg, r.role, r.tense, false})
			s.splice(0, i+1, x)
			i = 0
			n = &s.nodes[0]
		}
		// "Formerly head of product at Novaterra, P is"
		if i == 2 && s.nodes[1].low == "," && s.nodes[0].kind == kindRole && s.nodes[0].tense == past && s.nodes[0].roleOrg != nil && !(s.nodes[0].definite && s.clauseEnd(i+1)) {
			r := s.nodes[0]
			c := *n
			s.state(c, affiliation{r.roleOrg, r.role, past, false})
			s.splice(0, 3, c)
			i = 0
			n = &s.nodes[0]
		}
		// "its former chief, P,": a definite role and a comma before the name
		if i > 1 && s.nodes[i-1].low == "," && s.nodes[i-2].kind == kindRole && !s.nodes[i-2].indef && (s.nodes[i-2].definite || s.nodes[i-2].possess) && s.clauseEnd(i+1) {
			r := s.nodes[i-2]
			c := *n
			s.state(c, affiliation{r.roleOrg, r.role, r.tense, r.indef})
			j := i + 1
			if j+1 < len(s.nodes) && s.nodes[j].low == "," && !(s.nodes[j+1].kind == kindWord && p.is("remark", s.nodes[j+1].low)) {
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
			s.state(c, affiliation{&o, "", present, false})
			s.splice(i, i+3, c)
			n = &s.nodes[i]
		}
		// "P (O)", "P (R, O)"
		if i+3 < len(s.nodes) && s.nodes[i+1].low == "(" {
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
		case n.kind == kindWord && (d.p.is("former", n.low) || d.p.is("cue.from", n.low) || d.p.is("was", n.low)):
			tn = past
		case n.kind == kindWord && d.p.is("nowword", n.low):
			tn = coming
		case n.kind == kindPerson:
			return
		}
	}
	if org != nil && role == "" && d.p.is("option", "adjective-behind") && s.ageAt(a) { // "(60 ans, ESCP)": where one studied
		org = nil
	}
	if org != nil || role != "" {
		s.state(s.nodes[who], affiliation{org, role, tn, false})
		n := s.nodes[who]
		s.splice(who, b+1, n)
	}
}

func (s *sentence) state(who node, a affiliation) {
	who.inner = nil
	s.affs = append(s.affs, stated{who, a})
}

// appositions takes ", chief executive of BP," into the person before it.
func (d *document) appositions(s *sentence) {
	p := d.p
	for i := 0; i < len(s.nodes); i++ {
		n := &s.nodes[i]
		if n.kind != kindPerson || n.ref != refName {
			continue
		}
		j := i + 1
		// age: ", 55,"
		if j+1 < len(s.nodes) && s.nodes[j].low == "," && s.ageAt(j+1) {
			j += 2
			for j < len(s.nodes) && s.nodes[j].kind == kindWord && p.is("unit", s.nodes[j].low) {
				j++
			}
		}
		if j < len(s.nodes) && s.nodes[j].low == "(" {
			if k := s.closing(j, 6); k > 0 {
				j = k
			}
		}
		ageEnd := j
		if j >= len(s.nodes) || s.nodes[j].low != "," && s.nodes[j].low != "–" {
			continue
		}
		comma := s.nodes[j].low
		j++
		tn := present
		lead := j
		for j < len(s.nodes) && j < lead+5 {
			x := &s.nodes[j]
			if m := p.phraseAt("former", s, j); m > 1 {
				tn = past
				j += m
				continue
			}
			if x.kind == kindDate && p.is("untilword", x.low) {
				tn = past
				j++
				continue
			}
			if x.kind != kindWord || !p.is("former", x.low) && !p.is("current", x.low) && !p.is("skip", x.low) && !p.is("bothword", x.low) {
				break
			}
			if p.is("former", x.low) {
				tn = past
			}
			j++
		}
		for p.compounds && j+1 < len(s.nodes) && s.nodes[j].kind == kindDate && (s.nodes[j+1].kind == kindDate || s.nodes[j+1].kind == kindRole) { // ", seit 2015 Leiter", ", von 2007 bis 2012 Vorstand"
			if s.nodes[j+1].kind == kindDate {
				tn = past
			}
			j++
		}
		if j < len(s.nodes) && s.nodes[j].kind == kindDate && !s.nodes[j].date.since {
			j++
		}
		// ", of Spotify,", ", formerly with Ford,"
		if j+1 < len(s.nodes) && s.nodes[j].kind == kindWord && p.is("cue.at", s.nodes[j].low) && isName(&s.nodes[j+1]) && s.nodes[j+1].ref == refName && (tn == past || s.nodes[j].low != "in" && s.nodes[j].low != "for") {
			k := j + 2
			if k < len(s.nodes) && s.nodes[k].kind == kindDate {
				k++
			}
			if s.clauseEnd(k) {
				o := s.nodes[j+1]
				c := *n
				s.state(c, affiliation{&o, "", tn, false})
				if k < len(s.nodes) && s.nodes[k].low == comma {
					k++
				}
				s.splice(i, k, c)
				continue
			}
		}
		if comma == "," && j+2 < len(s.nodes) && isName(&s.nodes[j]) && s.nodes[j].ref == refName && s.nodes[j].kind == kindOrg && s.nodes[j+1].low == "," && (p.verb[s.nodes[j+2].low] || p.is("aux", s.nodes[j+2].low)) && s.nodes[j].org != nil {
			o := s.nodes[j] // "Anthony Bolton, Fidelity, will retire"
			s.state(*n, affiliation{&o, "", tn, false})
			s.splice(i, j+2, s.nodes[i])
			continue
		}
		if k := d.veteran(s, j); k > 0 { // ", one of the best-known dealmakers at Credit Suisse,"
			o := s.nodes[k]
			c := *n
			t := tn
			for m := j; m < k; m++ {
				if p.is("cue.past", s.nodes[m].low) {
					t = past
				}
			}
			s.state(c, affiliation{&o, "", t, true})
			k++
			if k < len(s.nodes) && s.nodes[k].low == comma {
				k++
			}
			s.splice(i, k, c)
			continue
		}
		if j >= len(s.nodes) || s.nodes[j].kind != kindRole {
			if ageEnd > i+1 && ageEnd < len(s.nodes) && s.nodes[ageEnd].low == "," { // "Price, 59, has"
				c := *n
				s.splice(i, ageEnd+1, c)
			}
			continue
		}
		var affs []affiliation
		k := j
		for k < len(s.nodes) {
			r := &s.nodes[k]
			if r.kind != kindRole {
				break
			}
			t := tn
			if r.tense != present {
				t = r.tense
			}
			affs = append(affs, affiliation{r.roleOrg, r.role, t, r.indef})
			k++
			if k+1 < len(s.nodes) && p.is("and", s.nodes[k].low) && s.nodes[k+1].kind == kindRole {
				k++
				continue
			}
			break
		}
		// up to the closing comma
		end := 0
		for m := k; m < len(s.nodes) && m < k+14; m++ {
			x := &s.nodes[m]
			if x.low == comma {
				end = m + 1
				break
			}
			if s.clauseEnd(m) {
				end = m
				break
			}
			if x.kind == kindPerson || x.kind == kindRole || x.kind == kindWord && (p.verb[x.low] || p.is("aux", x.low)) {
				break
			}
			if p.is("and", x.low) && m+1 < len(s.nodes) && s.nodes[m+1].kind == kindPerson {
				end = m
				break
			}
		}
		if end == 0 && k == len(s.nodes) {
			end = k
		}
		c := *n
		for _, a := range affs {
			s.state(c, a)
			if pluralRole(a.role) { // "A and B, partners of C,"
				for m := i - 1; m > 0 && m > i-8; m-- {
					if x := &s.nodes[m]; x.kind == kindPerson && x.ref == refName {
						s.state(*x, a)
					} else if x.low != "," && !p.is("and", x.low) {
						break
					}
				}
			}
		}
		if end == 0 {
			continue
		}
		if end < len(s.nodes) && s.nodes[end].low == "(" { // `, counsel of Orbis, Inc. (the "Company"), notified`
			if k := s.closing(end, 12); k > 0 {
				end = k
				if end < len(s.nodes) && s.nodes[end].low == "," {
					end++
				}
			}
		}
		// keep the comma where a list goes on
		if end < len(s.nodes) && s.nodes[end-1].low == "," && (s.nodes[end].kind == kindPerson && s.nodes[end].ref == refName || p.is("and", s.nodes[end].low) && end+1 < len(s.nodes) && s.nodes[end+1].kind == kindPerson) {
			end--
		}
		s.splice(i, end, c)
	}
}

// veteran finds the organization of an apposition without a role that starts at j: "a 15-year veteran of Google", "the
// Microsoft star"; 0 where there is none.
func (d *document) veteran(s *sentence, j int) int {
	p := d.p
	if j >= len(s.nodes) || s.nodes[j].kind != kindWord || !p.is("det", s.nodes[j].low) || p.is("det.poss", s.nodes[j].low) {
		return 0
	}
	for k := j + 1; k < len(s.nodes) && k < j+9; k++ {
		x := &s.nodes[k]
		if isName(x) && x.ref == refName && x.org != nil {
			if p.is("personat", s.nodes[k-1].low) && s.clauseEnd(k+1) {
				return k
			}
			return 0
		}
		if x.kind == kindPerson || x.kind == kindRole && x.roleOrg != nil || x.kind == kindWord && (p.verb[x.low] || s.toks[x.a].punct || p.is("rel.who", x.low)) || isName(x) {
			return 0
		}
	}
	return 0
}

func (s *sentence) ageAt(i int) bool {
	t := s.toks[s.nodes[i].a]
	return t.digit && len(t.text) == 2
}

// lists joins "A, B and C".
func (d *document) lists(s *sentence) {
	p := d.p
	for i := 0; i < len(s.nodes); i++ {
		if s.nodes[i].kind != kindPerson || s.nodes[i].ref != refName {
			continue
		}
		// "P and eleven colleagues"
		if k := i + 1; k+1 < len(s.nodes) && p.is("and", s.nodes[k].low) {
			for m := k + 1; m < len(s.nodes) && m < k+5 && (s.nodes[m].kind == kindWord || s.nodes[m].kind == kindRole); m++ {
				if p.is("othersword", s.nodes[m].low) || s.nodes[m].kind == kindRole && s.nodes[m].roleOrg == nil && m > k+1 && !s.nodes[m].definite {
					s.splice(i, m+1, s.nodes[i])
					break
				}
				if p.is("det.def", s.nodes[m].low) || p.verb[s.nodes[m].low] || p.is("aux", s.nodes[m].low) {
					break
				}
			}
		}
		for {
			j := i + 1
			if j < len(s.nodes) && s.nodes[j].low == "," {
				j++
			}
			and := j < len(s.nodes) && (p.is("and", s.nodes[j].low) || s.nodes[j].low == "&")
			if and {
				j++
				if j+1 < len(s.nodes) && s.nodes[j].kind == kindWord && p.is("listprep", s.nodes[j].low) && i > 0 && s.nodes[i-1].low == s.nodes[j].low {
					j++ // "a P y a P"
				}
			}
			if j == i+1 || j >= len(s.nodes) {
				break
			}
			if x := &s.nodes[j]; x.kind == kindName && x.b-x.a > 1 && x.org != nil && x.org.count < 3 && (and || d.listAhead(s, j)) {
				x.kind, x.persons, x.org = kindPerson, []*person{d.addPerson(x.name, s.index)}, nil
			}
			if s.nodes[j].kind != kindPerson || s.nodes[j].ref != refName {
				break
			}
			if !and && !d.listAhead(s, j) {
				break
			}
			if and { // "A and B of Unilever"
				for _, st := range s.affs {
					if st.who.a == s.nodes[j].a && st.aff.role == "" && st.aff.org != nil && !st.aff.indef {
						st.who.persons = s.nodes[i].persons
						s.affs = append(s.affs, st)
						break
					}
				}
			}
			c := s.nodes[i]
			for _, st := range s.affs { // "A and B, partners at O,"
				if st.who.a == s.nodes[j].a && len(st.who.persons) == 1 && d.pluralRole(st.aff.role) {
					s.state(s.nodes[i], st.aff)
				}
			}
			c.persons = append(append([]*person(nil), c.persons...), s.nodes[j].persons...)
			c.plural = true
			s.splice(i, j+1, c)
			if and {
				d.bothOf(s, i)
				break
			}
		}
	}
}

// bothOf reads ", both of Nvidia," behind a list of persons.
func (d *document) bothOf(s *sentence, i int) {
	p := d.p
	if i+5 < len(s.nodes) && s.nodes[i+1].low == "," && p.is("bothword", s.nodes[i+2].low) && (p.is("cue.at", s.nodes[i+3].low) || p.is("personat", s.nodes[i+3].low)) && isName(&s.nodes[i+4]) && s.clauseEnd(i+5) {
		o := s.nodes[i+4]
		s.state(s.nodes[i], affiliation{&o, "", present, false})
		end := i + 5
		if s.nodes[end].low == "," {
			end++
		}
		s.splice(i, end, s.nodes[i])
	}
}

// pluralRole reports whether a role is of several persons: "socios".
func (d *document) pluralRole(role string) bool {
	w, _, _ := strings.Cut(strings.ToLower(role), " ")
	if !strings.HasSuffix(w, "s") || !d.p.is("rolehead", w) {
		return false
	}
	return d.p.is("rolehead", strings.TrimSuffix(w, "s")) || d.p.is("rolehead", strings.TrimSuffix(w, "es"))
}

// listAhead reports whether the comma list that goes on at j reaches an "and" with a person.
func (d *document) listAhead(s *sentence, j int) bool {
	for j+1 < len(s.nodes) {
		j++
		if s.nodes[j].low == "," {
			j++
		}
		if j < len(s.nodes) && (d.p.is("and", s.nodes[j].low) || s.nodes[j].low == "&") {
			return j+1 < len(s.nodes) && (s.nodes[j+1].kind == kindPerson || s.nodes[j+1].kind == kindName && s.nodes[j+1].b-s.nodes[j+1].a > 1)
		}
		if j >= len(s.nodes) || s.nodes[j].kind != kindPerson && !(s.nodes[j].kind == kindName && s.nodes[j].b-s.nodes[j].a > 1) {
			return false
		}
	}
	return false
}
