package extract

import (
	"slices"
	"strings"
)

// resolvePersons finds whom node i means.
func (d *document) resolvePersons(s *sentence, i int) []*person {
	n := &s.nodes[i]
	if len(n.persons) > 0 {
		return n.persons
	}
	if n.kind == kindRole && n.named {
		return d.one(d.namedNext(s))
	}
	if n.kind == kindName && n.ref == refName { // a name that only the slot makes a person
		if q := d.reg.findPerson(n.name); len(q) > 0 {
			return q
		}
		if n.org != nil && n.org.count > 2 {
			return nil
		}
		n.persons = []*person{d.addPerson(n.name, s.index)}
		return n.persons
	}
	if n.kind == kindRole {
		if l := d.lastNamed(s, d.counted(s, n)); len(l) > 1 && n.definite && d.p.is("option", "pro-drop") {
			return l // "I tre professionisti lasciano O"
		}
		return d.one(d.describedPerson(s, i))
	}
	switch n.ref {
	case refRelative:
		if i > 0 && d.p.is("option", "pro-drop") && s.nodes[i-1].kind == kindWord && d.p.is("companyprep", s.nodes[i-1].low) { // "X met Y, with whom he had worked at O": X had
			for j := 0; j < i; j++ {
				if x := &s.nodes[j]; x.kind == kindPerson && x.ref == refName && !d.speaker(s, j) {
					return d.resolvePersons(s, j)
				}
			}
			return d.one(d.topic)
		}
		if q := d.roleBefore(s, i); q != nil {
			return d.one(q)
		}
		for j := i - 1; j >= 0; j-- {
			if x := &s.nodes[j]; x.ref != refRelative && (x.kind == kindPerson || x.kind == kindName && x.b-x.a > 1) {
				l := d.resolvePersons(s, j)
				if len(l) > 1 && (d.p.compounds && n.low == "der" || i+1 < len(s.nodes) && d.p.is("verb.singular", s.nodes[i+1].low) || d.lastOnly(s, i, x)) { // "A et B, qui arrive de O"
					return l[len(l)-1:]
				}
				return l
			}
		}
		if l := d.behindColon(s, i); l != nil {
			return l
		}
		return d.one(d.topic)
	case refFirst, refSecond, refThird:
		if k := int(n.ref - refFirst); k < len(d.lastFew(s)) {
			return d.lastFew(s)[k : k+1]
		}
	case refSelf:
		return d.one(d.selfPerson(s))
	case refHe, refShe:
		g := byte('m')
		if n.ref == refShe {
			g = 'f'
		}
		if n.b-n.a > 1 || d.p.is("pron.last.m", n.low) || d.p.is("pron.last.f", n.low) { // "ce dernier": the one named last
			if q := d.latter(s, n); q != nil {
				return d.one(q)
			}
			for _, x := range d.recent {
				if x.gender == 0 || x.gender == g {
					return d.one(x)
				}
			}
		}
		q := d.pronoun(s, i, g)
		if q != nil && q.gender == 0 && !d.looking {
			q.gender = g
		}
		return d.one(q)
	case refThey:
		if j := d.teller(s, i); j >= 0 { // "X said they would leave"
			return s.nodes[j].persons
		}
		if k := d.counted(s, n); k > 1 {
			for j := i - 1; j >= 0 && j >= i-3; j-- { // "X et Y, tous deux en provenance de O"
				if l := s.nodes[j].persons; len(l) == k && s.nodes[j].ref == refName {
					return l
				}
			}
			return d.lastNamed(s, k)
		}
		for j := i - 1; j >= 0; j-- {
			if len(s.nodes[j].persons) > 1 {
				return s.nodes[j].persons
			}
		}
		if d.p.compounds && d.p.is("bothword", n.low) {
			if l := d.twoPersons(s, i); len(l) == 2 {
				return l
			}
		}
		if len(d.recent) > 1 {
			return d.lastGroup(s)
		}
	}
	return nil
}

// counted is how many persons a pronoun means, where it says so: "tous trois"; else 0.
func (d *document) counted(s *sentence, n *node) int {
	for k, class := range []string{"num2", "num3", "num4", "num5"} {
		for i := n.a; i < n.b; i++ {
			if d.p.is(class, s.toks[i].low) {
				return k + 2
			}
		}
	}
	return 0
}

// lastNamed are the k persons named last before the sentence, nil where the three sentences before name fewer.
func (d *document) lastNamed(s *sentence, k int) []*person {
	if len(d.recent) < k {
		return nil
	}
	l := slices.Clone(d.recent[:k])
	for _, q := range l {
		if last := d.lastMention(q, s.index); last < s.index-3 {
			return nil
		}
	}
	return l
}

func (d *document) one(q *person) []*person {
	if q == nil {
		return nil
	}
	return []*person{q}
}

// lastGroup is the last list of persons before the sentence.
func (d *document) lastGroup(s *sentence) []*person {
	for k := s.index - 1; k >= 0 && k > s.index-4; k-- {
		for i := len(d.sents[k].nodes) - 1; i >= 0; i-- {
			if l := d.sents[k].nodes[i].persons; len(l) > 1 {
				return l
			}
		}
	}
	return nil
}

// pronoun finds whom "he" or "she" at node i means: the subject of this sentence before it, the topic, the last one named.
func (d *document) pronoun(s *sentence, i int, g byte) *person {
	fits := func(q *person) bool { return q != nil && (q.gender == 0 || q.gender == g) }
	if j := d.teller(s, i); j >= 0 && fits(s.nodes[j].persons[0]) {
		return s.nodes[j].persons[0]
	}
	aside := s.nodes[0].kind == kindWord && d.p.is("intro", s.nodes[0].low) && s.nodes[i-min(i, 1)].low == "," && fits(d.topic) // "After clerking for Jane Roth, she": not Roth
	subject := d.clauseSubject(s, i)
	for j := 0; j < i; j++ {
		if l := s.nodes[j].persons; s.nodes[j].kind == kindPerson && len(l) == 1 && fits(l[0]) && !d.speaker(s, j) && !(aside && j > 1) && l[0] != subject {
			return l[0]
		}
	}
	if subject != nil { // "George Szell made him": not Szell
		if fits(d.topic) && d.topic != subject {
			return d.topic
		}
		for _, q := range d.recent {
			if q != subject && (q.gender == g || q.gender == 0) {
				return q
			}
		}
		return nil
	}
	if q := d.soleSubject(s, i); fits(q) {
		return q
	}
	if fits(d.topic) {
		return d.topic
	}
	for _, q := range d.recent {
		if q.gender == g {
			return q
		}
	}
	for _, q := range d.recent {
		if q.gender == 0 {
			return q
		}
	}
	if len(d.recent) == 1 && d.p.is("option", "org-before-role") {
		return d.recent[0] // whatever the name suggests
	}
	return nil
}

// clauseSubject is the person named as subject of the clause whose object the pronoun at node i is (class "pron.object"); nil where it
// is none.
func (d *document) clauseSubject(s *sentence, i int) *person {
	if !d.p.is("pron.object", s.nodes[i].low) || s.nodes[i].b-s.nodes[i].a > 1 {
		return nil
	}
	for j := i - 1; j >= 0 && j > i-6; j-- {
		n := &s.nodes[j]
		switch {
		case n.kind == kindPerson && n.ref == refName && len(n.persons) == 1 && j < i-1 && (j == 0 || !d.p.is("cue.at", s.nodes[j-1].low) && !d.p.is("cue.from", s.nodes[j-1].low)):
			return n.persons[0]
		case n.kind != kindWord && n.kind != kindDate || s.toks[n.a].punct || d.p.is("and", n.low) || d.p.is("intro", n.low) || d.p.is("rel.who", n.low) || n.low == "that" || n.low == "but":
			return nil
		}
	}
	return nil
}

// describedPerson finds whom "the executive" means.
func (d *document) describedPerson(s *sentence, i int) *person {
	if h := s.nodes[i].head; d.p.compounds && strings.Contains(h, "-jährig") || strings.HasSuffix(h, "-year-old") {
		return d.agedPerson(h)
	}
	n := &s.nodes[i]
	g := byte(0)
	if n.definite && n.b > n.a+1 {
		switch det := s.toks[n.a].low; {
		case d.p.is("det.f", det):
			g = 'f'
		case d.p.is("det.m", det):
			g = 'm'
		}
	}
	w, _, _ := strings.Cut(strings.ToLower(n.role), " ")
	if d.p.compounds {
		w = n.head
	}
	if g == 0 && (n.definite || d.p.compounds && !n.indef) && w != "" {
		switch {
		case d.p.endsIn("femaleend", w):
			g = 'f'
		case d.p.endsIn("maleend", w):
			g = 'm'
		}
	}
	fits := func(q *person) bool { return q != nil && (g == 0 || q.gender == 0 || q.gender == g) }
	if n.tense == coming && n.definite && !n.possess { // "la nouvelle directrice": whom the text had arrive
		for k := len(d.facts) - 1; k >= 0; k-- {
			if f := d.facts[k]; f.kind == "join" && f.who != nil && !f.implied() && !(f.loose && d.p.is("option", "home")) && fits(f.who) {
				return f.who
			}
		}
	}
	for j := i - 1; j >= 0; j-- {
		if l := s.nodes[j].persons; len(l) == 1 && fits(l[0]) {
			return l[0]
		}
	}
	if n.tense == coming { // "the new chief executive": who arrived last
		for k := len(d.facts) - 1; k >= 0; k-- {
			if f := d.facts[k]; f.kind == "join" && fits(f.who) {
				return f.who
			}
		}
	}
	if q := d.protagonist(s, g); q != nil && !n.possess {
		return q
	}
	if d.otherOffice(d.topic, n.role) {
		return nil
	}
	if fits(d.topic) || g == 0 {
		return d.topic
	}
	for k := len(d.facts) - 1; k >= 0 && d.home != nil; k-- { // whom the article has had move
		if f := d.facts[k]; (f.kind == "join" || f.kind == "leave") && !f.loose && f.who != nil && f.who.gender == g {
			return f.who
		}
	}
	for _, q := range d.recent {
		if q.gender == g {
			return q
		}
	}
	return d.topic
}

// implied finds the subject that a clause leaves out.
func (d *document) implied(s *sentence, b binding) []*person {
	if i := b.start; i > 1 && i < len(s.nodes) && s.nodes[i-1].low == "," && d.p.is("participle", s.nodes[i].low) { // "A, B, gone to C": the nearest
		if n := &s.nodes[i-2]; n.kind == kindPerson && n.ref == refName {
			return d.resolvePersons(s, i-2)
		} else if isName(n) {
			return nil
		}
	}
	if d.p.compounds { // "…, heuert Ahrens bei X an und verlässt Y": the subject of the same clause
		for j := b.start - 1; j >= 0 && s.nodes[j].low != ";" && s.nodes[j].low != ","; j-- {
			if s.nodes[j].kind == kindPerson && !d.speaker(s, j) {
				return d.resolvePersons(s, j)
			}
		}
	}
	if b.start == 0 && d.p.is("option", "pro-drop") { // "Contratado por A en 2008, P había …": P
		for j := b.end; j+2 < len(s.nodes) && j < b.end+5; j++ {
			if n := &s.nodes[j+1]; s.nodes[j].low == "," && n.kind == kindPerson && n.ref == refName && s.nodes[j+2].low != "," && !d.p.is("and", s.nodes[j+2].low) && !d.speaker(s, j+1) {
				return d.resolvePersons(s, j+1)
			}
		}
	}
	for j := b.start; j >= 0; j-- {
		if j < b.start && s.nodes[j].person() && s.nodes[j].ref == refRelative {
			return d.resolvePersons(s, j) // ", who has been chief since 2009 and is leaving"
		}
		if j < len(s.nodes) && s.nodes[j].person() && s.nodes[j].ref != refRelative && !d.speaker(s, j) {
			// the first person of the sentence is its subject more often than the last
			first := 0
			for k := j; k > 0 && d.p.is("option", "pro-drop"); k-- {
				if s.nodes[k].low == ";" { // "X avisou que …; Y não esperou e renunciou": Y
					first = k
					break
				}
			}
			for k := first; k <= j; k++ {
				if s.nodes[k].person() && !d.speaker(s, k) && !(s.nodes[k].ref == refRelative && d.p.is("option", "pro-drop")) {
					return d.resolvePersons(s, k)
				}
			}
		}
	}
	if d.p.is("option", "home") || d.p.is("option", "pro-drop") {
		for j := 0; j < b.start; j++ { // "l'ingénieure avait travaillé …, puis chez O"
			if n := &s.nodes[j]; n.kind == kindRole && n.definite && !n.possess && n.roleOrg == nil && (j == 0 || s.nodes[j-1].low == ",") {
				return d.one(d.describedPerson(s, j))
			}
		}
	}
	if d.p.is("option", "pro-drop") {
		if q := d.subjectBehind(s, b.end); q != nil {
			return q
		}
	}
	for j := b.end; j < len(s.nodes); j++ {
		if d.p.is("option", "pro-drop") && j > b.end+1 { // "Arriva da A e prende il posto di P": the subject is the topic
			break
		}
		if s.nodes[j].person() && !d.speaker(s, j) && !(s.nodes[j].ref == refRelative && d.p.is("option", "pro-drop")) {
			return d.resolvePersons(s, j)
		}
	}
	if d.p.compounds && d.orgSubject(s, b.start) {
		return nil // "Das Büro beschäftigt 28 Mitarbeiter und zieht um"
	}
	if d.p.is("option", "adjective-behind") && b.start > 0 && d.subjectOrg(s, b.start) != nil {
		return nil // "The cooperative has a new logo and moves to …"
	}
	return d.one(d.topic)
}

// subjectBehind finds a subject a little behind its verb: "asumirá la dirección en funciones el administrador, X".
func (d *document) subjectBehind(s *sentence, from int) []*person {
	for j := from; j < len(s.nodes) && j < from+5; j++ {
		n := &s.nodes[j]
		if n.kind == kindPerson && n.ref == refName && !d.speaker(s, j) {
			if x := s.at(j - 1); j > from && x != nil && x.kind == kindWord && (d.p.is("cue.at", x.low) || d.p.is("loose.prep", x.low) || d.p.is("loose.object", x.low) || d.p.is("and", x.low)) {
				return nil
			}
			return d.resolvePersons(s, j)
		}
		if n.kind != kindWord || s.toks[n.a].punct || d.p.verb[n.low] || d.p.is("aux", n.low) {
			return nil
		}
	}
	return nil
}

// behindColon are the persons whom the end of a sentence names after a colon, where its relative at node i has no other antecedent: "C'est un
// Bordelais qui dirigera l'ensemble : X."
func (d *document) behindColon(s *sentence, i int) []*person {
	if !d.p.is("option", "home") || i == 0 || s.nodes[i-1].low == "," {
		return nil
	}
	for j := i + 1; j+1 < len(s.nodes); j++ {
		if s.nodes[j].low == ":" {
			if n := &s.nodes[j+1]; n.kind == kindPerson && n.ref == refName {
				return n.persons
			}
			return nil
		}
		if s.nodes[j].kind == kindPerson && s.nodes[j].ref == refName {
			return nil
		}
	}
	return nil
}
