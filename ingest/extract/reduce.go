package extract

import (
	"strings"
)

// reduce puts nodes together to phrases: organizations with what describes them, roles with their organization, persons
// with their role, lists. What a phrase says of a person on the way is kept in s.affs.
func (d *document) reduce(s *sentence) {
	if d.headlineNoun(s, 0) {
		s.nodes[0].kind = kindWord
	}
	d.organizations(s)
	if d.p.compounds {
		d.sources(s)
	}
	d.pronouns(s)
	d.roles(s)
	d.possessedRoles(s)
	d.persons(s)
	d.appositions(s)
	d.lists(s)
	d.introduced(s)
	s.buildSkips(d.p)
}

// stated is an affiliation that a phrase of the sentence states of the persons of node who.
type stated struct {
	who node
	aff affiliation
}

// addName adds the n tokens from i on as a name and gives the token behind it.
func (s *sentence) addName(i, n int) int {
	s.nodes = append(s.nodes, node{kind: kindName, a: i, b: i + n, low: s.toks[i].low, name: spanText(s.src, s.toks[i:i+n])})
	return i + n
}

func (s *sentence) splice(i, j int, n node) {
	n.a, n.b = s.nodes[i].a, s.nodes[j-1].b
	s.nodes[i] = n
	s.nodes = append(s.nodes[:i+1], s.nodes[j:]...)
}

func isName(n *node) bool { return n != nil && (n.kind == kindOrg || n.kind == kindName) }

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
	for i := 1; i+3 < len(s.nodes) && p.classes["emphatic"] != nil; i++ { // "Jean Dupont a, lui, été appelé par O"
		if k := s.aside(p, i); k > 0 { // "devient, à 45 ans, directrice", "est quant à lui parti"
			s.nodes = append(s.nodes[:i], s.nodes[i+k:]...)
		}
		if i+3 >= len(s.nodes) {
			break
		}
		if n := &s.nodes[i+1]; s.nodes[i].low == "," && n.kind == kindWord && p.is("emphatic", n.low) && s.nodes[i+2].low == "," && s.nodes[i-1].low != "," && (isName(&s.nodes[i-1]) || s.nodes[i-1].kind == kindPerson || p.is("aux", s.nodes[i-1].low) || p.verb[s.nodes[i-1].low]) {
			s.nodes = append(s.nodes[:i], s.nodes[i+3:]...)
		}
	}
	for i := 0; i < len(s.nodes); i++ {
		n := &s.nodes[i]
		if n.kind != kindWord || d.firstPerson(s, i) {
			continue
		}
		if i == 0 && len(s.nodes) > 1 && (p.is("pron.last.m", n.low) || p.is("pron.last.f", n.low)) && s.nodes[1].kind == kindWord && !s.toks[s.nodes[1].a].capital && (p.verb[s.nodes[1].low] || p.is("aux", s.nodes[1].low) || p.is("finite", s.nodes[1].low)) { // "Der geht in Rente"
			ref := refHe
			if p.is("pron.last.f", n.low) {
				ref = refShe
			}
			*n = node{kind: kindPerson, a: n.a, b: n.b, low: n.low, ref: ref}
			continue
		}
		if k := p.phraseAt("pron.he", s, i); k > 1 { // "ce dernier"
			s.splice(i, i+k, node{kind: kindPerson, low: n.low, ref: refHe})
			continue
		}
		for _, o := range []struct {
			class string
			ref   reference
		}{{"ord.first", refFirst}, {"ord.second", refSecond}, {"ord.third", refThird}} {
			if k := p.phraseAt(o.class, s, i); (k > 1 || k == 1 && p.compounds) && i+k < len(s.nodes) {
				x := &s.nodes[i+k]
				if x.kind == kindWord && (p.is("skip", x.low) || p.is("negation", x.low)) && i+k+1 < len(s.nodes) {
					x = &s.nodes[i+k+1] // "le premier y dirigeait"
				}
				if x.kind == kindWord && (p.verb[x.low] || p.is("aux", x.low) || p.compounds && d.verbal(x) || p.is("loose.was", x.low) || x.low == ",") || o.ref != refFirst && d.ordinalGap(s, i, i+k) {
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
		if k := p.phraseAt("pron.they", s, i); k > 1 && s.clauseStart(i) { // "tous trois"
			s.splice(i, i+k, node{kind: kindPerson, low: n.low, ref: refThey, plural: true})
			continue
		}
		switch {
		case p.is("pron.i", n.low):
			*n = node{kind: kindPerson, a: n.a, b: n.b, low: n.low, ref: refSelf}
		case p.is("pron.he", n.low):
			*n = node{kind: kindPerson, a: n.a, b: n.b, low: n.low, ref: refHe}
		case p.compounds && n.low == "sie" && d.addressed(s, i):
		case p.compounds && n.low == "sie" && d.manyVerb(s, i):
			*n = node{kind: kindPerson, a: n.a, b: n.b, low: n.low, ref: refThey, plural: true}
		case p.is("pron.she", n.low):
			*n = node{kind: kindPerson, a: n.a, b: n.b, low: n.low, ref: refShe}
		case p.is("pron.they", n.low) && p.is("bothword", n.low) && i+1 < len(s.nodes) && (s.nodes[i+1].kind == kindRole || p.is("former", s.nodes[i+1].low) || i > 0 && p.is("aux", s.nodes[i-1].low)): // "X and Y, both former partners", "will both start"
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
					if a.kind == kindOrg && d.governed(s, i) {
						k = kindOrg
					}
				}
			}
			*n = node{kind: k, a: n.a, b: n.b, low: n.low, ref: refRelative}
		case p.is("rel.which", n.low):
			if a := s.antecedent(i); p.is("relperson", n.low) && a != nil && a.kind == kindPerson { // "Y, lequel dirige aujourd'hui O"
				*n = node{kind: kindPerson, a: n.a, b: n.b, low: n.low, ref: refRelative}
				continue
			}
			*n = node{kind: kindOrg, a: n.a, b: n.b, low: n.low, ref: refRelative}
		case p.is("pron.it", n.low) && !s.toks[n.a].upper:
			*n = node{kind: kindOrg, a: n.a, b: n.b, low: n.low, ref: refThey}
		case p.is("where", n.low):
			*n = node{kind: kindWhere, a: n.a, b: n.b, low: n.low, ref: refWhere}
		}
	}
}

// governed reports whether a preposition stands before the relative at i, or before its article: "O, a la que se incorporó", "año en que",
// not "a los que empiezan".
func (d *document) governed(s *sentence, i int) bool {
	k, many := i-1, false
	if k > 0 && s.nodes[k].kind == kindWord && !d.p.is("relgoverns", s.nodes[k].low) && d.p.is("det.def", s.nodes[k].low) {
		many = strings.HasSuffix(s.nodes[k].low, "s")
		k--
	}
	if k < 1 || s.nodes[k].kind != kindWord || !d.p.is("relgoverns", s.nodes[k].low) {
		return false
	}
	n := &s.nodes[k-1]
	return !many || n.low == "," || isName(n) || n.kind == kindRole
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

// pluralRole reports whether a role is of several persons: "socios".
func (d *document) pluralRole(role string) bool {
	w, _, _ := strings.Cut(strings.ToLower(role), " ")
	if !strings.HasSuffix(w, "s") || !d.p.is("rolehead", w) {
		return false
	}
	return d.p.is("rolehead", strings.TrimSuffix(w, "s")) || d.p.is("rolehead", strings.TrimSuffix(w, "es"))
}

// aside gives how many nodes from node i on are an aside between a verb and what belongs to it: ", à 45 ans,", "quant à lui".
func (s *sentence) aside(p *pack, i int) int {
	n := s.nodes[i:]
	switch {
	case len(n) > 5 && n[0].low == "," && p.is("agefrom", n[1].low) && n[2].kind == kindWord && s.toks[n[2].a].digit && p.is("agetail", n[3].low) && n[4].low == "," && s.nodes[i-1].kind == kindWord:
		return 5
	case len(n) > 5 && n[0].low == "," && n[1].low == "quant" && p.is("emphatic", n[3].low) && n[4].low == ",":
		return 5
	case len(n) > 4 && n[0].low == "quant" && p.is("emphatic", n[2].low) && n[3].kind == kindWord && n[3].low != ",":
		return 3
	}
	return 0
}
