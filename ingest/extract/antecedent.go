package extract

import "strings"

// pronounSubject is whom a sentence is about that has a pronoun before any name: "He set the group up with John Deer",
// "A 53 ans, il devance X". The text goes on about him.
func (d *document) pronounSubject(s *sentence) *person {
	home := d.p.is("option", "home")
	if !home && !d.p.is("option", "org-before-role") {
		return nil
	}
	if home && len(s.toks) > 0 && d.p.is("det.poss", s.toks[0].low) && d.topic != nil && d.ownsSubject(s) { // "Son complice, X, …": it goes on about the one whose he is
		return d.topic
	}
	for i := range s.nodes {
		n := &s.nodes[i]
		if home && (n.kind == kindRole && n.definite || n.low == "\"" || n.low == ";") {
			return nil
		}
		if n.kind != kindPerson {
			continue
		}
		if n.ref != refHe && n.ref != refShe || i > 6 && !home || home && (n.b-n.a > 1 || d.p.is("hint.object", n.low)) {
			return nil
		}
		if l := d.resolvePersons(s, i); len(l) == 1 {
			return l[0]
		}
		return nil
	}
	return nil
}

// soleSubject is the only person whom the sentence names before node i, also where he only says something: "Boulter told a reporter
// that he would make way; the carrier had hired him".
func (d *document) soleSubject(s *sentence, i int) *person {
	if !d.p.is("option", "org-before-role") {
		return nil
	}
	var q *person
	for j := 0; j < i; j++ {
		n := &s.nodes[j]
		if n.low == "\"" {
			return nil
		}
		if n.kind != kindPerson || n.ref == refRelative {
			continue
		}
		if q == nil && n.ref != refName || len(n.persons) > 1 {
			return nil
		}
		if n.ref == refName && len(n.persons) == 1 {
			if q != nil && q != n.persons[0] {
				return nil
			}
			q = n.persons[0]
		}
	}
	return q
}

// learnGenders reads who is a man or a woman from a pronoun behind the only person whom a sentence names.
func (d *document) learnGenders() {
	if !d.p.is("option", "org-before-role") {
		return
	}
	for _, s := range d.sents {
		for i := range s.nodes {
			n := &s.nodes[i]
			if n.kind != kindPerson || n.ref != refHe && n.ref != refShe {
				continue
			}
			if q := d.soleSubject(s, i); q != nil && q.gender == 0 {
				q.gender = 'm'
				if n.ref == refShe {
					q.gender = 'f'
				}
			}
			break
		}
	}
}

// possessorOf is the organization that "its" at the start of a sentence means where the sentence before names just one other than the
// one in focus: "They work at Periodic Labs. Its founders, …".
func (d *document) possessorOf(s *sentence) *organization {
	if !d.p.is("option", "org-before-role") || s.index == 0 || len(s.toks) == 0 || !d.p.is("roleowner", s.toks[0].low) {
		return nil
	}
	prev := d.sents[s.index-1]
	if d.focus == nil {
		return nil
	}
	o := prev.onlyOrg()
	for i := range prev.nodes {
		if prev.nodes[i].ref == refThey && isName(&prev.nodes[i]) {
			return nil
		}
	}
	return o
}

// employerPlaces takes towns and states that hire somebody for organizations, as clubs and councils are called so: "South Carolina
// lured Shawn Elliott".
func (d *document) employerPlaces(s *sentence) {
	if !d.p.is("option", "org-before-role") || s.titleCase {
		return
	}
	for i := range s.nodes {
		n := &s.nodes[i]
		if n.kind != kindPlace || !d.placeHires(s, i) && !d.placeHired(s, i) {
			continue
		}
		n.kind, n.name, n.ref = kindOrg, s.wordsOf(n), refName
		n.org = d.addOrg(n.name, s.index)
		n.org.count++
	}
}

// placeHires reports whether the place at node i is the subject of a verb of hiring with a person behind it.
func (d *document) placeHires(s *sentence, i int) bool {
	if i > 0 && s.nodes[i-1].kind == kindWord && (d.p.is("placeprep", s.nodes[i-1].low) || d.p.is("cue.at", s.nodes[i-1].low) || s.nodes[i-1].low == ",") {
		return false
	}
	j := i + 1
	for j < len(s.nodes) && s.nodes[j].kind == kindWord && d.p.is("aux", s.nodes[j].low) {
		j++
	}
	if j+1 >= len(s.nodes) || !d.p.is("v.hire", s.nodes[j].low) || d.p.is("passive", s.nodes[j-1].low) {
		return false
	}
	return s.nodes[j+1].kind == kindPerson || j+2 < len(s.nodes) && s.nodes[j+2].kind == kindPerson || i > 0 && s.nodes[i-1].kind == kindPerson && s.nodes[i-1].ref == refRelative
}

// placeHired reports whether somebody is hired by the place at node i: "snapped up by Edinburgh", "hired from Lipscomb by Tulsa".
func (d *document) placeHired(s *sentence, i int) bool {
	if i < 2 || !d.p.is("byword", s.nodes[i-1].low) {
		return false
	}
	for k := i - 2; k >= 0 && k > i-6; k-- {
		n := &s.nodes[k]
		if n.low == "," || n.low == ";" || n.kind == kindPerson {
			return false
		}
		if n.kind == kindWord && (d.p.is("v.hire", n.low) || d.p.is("hired", n.low) || d.p.phraseAt("hired", s, k) > 0) {
			return true
		}
	}
	return false
}

// wordsOf are the words of a node as written, parted by blanks.
func (s *sentence) wordsOf(n *node) string {
	words := make([]string, 0, n.b-n.a)
	for _, t := range s.toks[n.a:n.b] {
		words = append(words, t.text)
	}
	return strings.Join(words, " ")
}

// byline reports whether a line only says who wrote the article: "By WWD Staff".
func (d *document) byline(s *sentence) bool {
	return len(s.toks) > 1 && len(s.toks) < 12 && d.p.is("byword", s.toks[0].low) && !d.hasVerb(s)
}

// noPlural reports whether a word that ends in -s is no form of a word of the language: "Quercus".
func (d *document) noPlural(low string) bool {
	stem := strings.TrimSuffix(low, "s")
	return len(low) > 4 && !d.p.common[stem] && !d.p.common[strings.TrimSuffix(stem, "e")] && !d.p.common[strings.TrimSuffix(stem, "ie")+"y"]
}

// ownsSubject reports whether the person with whom a sentence begins is told of only as somebody's: "Son complice de l'époque, X,".
func (d *document) ownsSubject(s *sentence) bool {
	for k := 1; k < len(s.toks) && k < 8 && s.toks[k].low != ","; k++ { // "Son prédécesseur, X,": the text goes on about X
		if d.p.is("heir", s.toks[k].low) {
			return false
		}
	}
	for i := 0; i < len(s.nodes) && i < 8; i++ {
		n := &s.nodes[i]
		if n.kind == kindPerson && n.ref == refName {
			return n.a == 0 || i > 1 && s.nodes[i-1].low == ","
		}
		if n.kind == kindPerson || d.p.verb[n.low] || d.p.is("aux", n.low) {
			return false
		}
	}
	return false
}

// possessedRoles gives a role behind "'s" to whom the name before it belongs, whatever name the role holds itself: "Ilmor's MotoGP team
// manager"; towns too where the role is one of a club: "Bournemouth's technical director".
func (d *document) possessedRoles(s *sentence) {
	if !d.p.is("option", "org-before-role") {
		return
	}
	for i := 0; i+1 < len(s.nodes); i++ {
		n, r := &s.nodes[i], s.nodes[i+1]
		if r.kind != kindRole || s.toks[r.a].low != "'s" {
			continue
		}
		if n.kind == kindPlace && d.clubRole(r.role) {
			n.kind, n.name, n.ref = kindOrg, s.wordsOf(n), refName
			n.org = d.addOrg(n.name, s.index)
			n.org.count++
		}
		if !isName(n) || n.ref != refName || n.org == nil {
			continue
		}
		owner := *n
		r.roleOrg, r.possess = &owner, false
		s.splice(i, i+2, r)
	}
}

// clubRole reports whether a role is one that clubs have.
func (d *document) clubRole(role string) bool {
	for _, w := range strings.Fields(strings.ToLower(role)) {
		if d.p.is("clubrole", w) {
			return true
		}
	}
	return false
}
