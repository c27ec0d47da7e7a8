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
		return d.one(d.describedPerson(s, i))
	}
	switch n.ref {
	case refRelative:
		for j := i - 1; j >= 0; j-- {
			if x := &s.nodes[j]; x.ref != refRelative && (x.kind == kindPerson || x.kind == kindName && x.b-x.a > 1) {
				l := d.resolvePersons(s, j)
				if len(l) > 1 && (i+1 < len(s.nodes) && d.p.is("verb.singular", s.nodes[i+1].low) || d.lastOnly(s, i, x)) { // "A et B, qui arrive de O"
					return l[len(l)-1:]
				}
				return l
			}
		}
		return d.one(d.topic)
	case refFirst, refSecond:
		if two := d.lastTwo(s); len(two) == 2 {
			return two[n.ref-refFirst : n.ref-refFirst+1]
		}
	case refHe, refShe:
		g := byte('m')
		if n.ref == refShe {
			g = 'f'
		}
		if n.b-n.a > 1 || d.p.is("pron.last.m", n.low) || d.p.is("pron.last.f", n.low) { // "ce dernier": the one named last
			for _, x := range d.recent {
				if x.gender == 0 || x.gender == g {
					return d.one(x)
				}
			}
		}
		q := d.pronoun(s, i, g)
		if q != nil && q.gender == 0 {
			q.gender = g
		}
		return d.one(q)
	case refThey:
		if j := d.teller(s, i); j >= 0 { // "X said they would leave"
			return s.nodes[j].persons
		}
		if k := d.counted(s, n); k > 1 {
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

// lastMention is the last sentence before index that names the person, -1 where none does.
func (d *document) lastMention(q *person, index int) int {
	for k := index - 1; k >= 0 && k > index-6; k-- {
		for i := range d.sents[k].nodes {
			if slices.Contains(d.sents[k].nodes[i].persons, q) {
				return k
			}
		}
	}
	return -1
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
	for j := 0; j < i; j++ {
		if l := s.nodes[j].persons; s.nodes[j].kind == kindPerson && len(l) == 1 && fits(l[0]) && !d.speaker(s, j) && !(aside && j > 1) {
			return l[0]
		}
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

// describedPerson finds whom "the executive" means.
func (d *document) describedPerson(s *sentence, i int) *person {
	if h := s.nodes[i].head; d.p.compounds && strings.Contains(h, "-jährig") {
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
			if f := d.facts[k]; f.kind == "join" && f.who != nil && !f.implied() && fits(f.who) {
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
	for j := b.start; j >= 0; j-- {
		if j < b.start && s.nodes[j].person() && s.nodes[j].ref == refRelative {
			return d.resolvePersons(s, j) // ", who has been chief since 2009 and is leaving"
		}
		if j < len(s.nodes) && s.nodes[j].person() && s.nodes[j].ref != refRelative && !d.speaker(s, j) {
			// the first person of the sentence is its subject more often than the last
			for k := 0; k <= j; k++ {
				if s.nodes[k].person() && !d.speaker(s, k) && !(s.nodes[k].ref == refRelative && d.p.is("option", "pro-drop")) {
					return d.resolvePersons(s, k)
				}
			}
		}
	}
	if d.p.is("option", "home") {
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

// resolveOrg finds which organization a node means.
func (d *document) resolveOrg(s *sentence, i int, n *node, who *person) orgArg {
	switch {
	case n.ref == refThey && i == 0 && s.closingTeller(d) != nil: // "It hired X, Vattenfall said."
		return orgArg{org: s.closingTeller(d)}
	case n.ref == refThey:
		for j := 0; j < i && j < len(s.nodes); j++ {
			if isName(&s.nodes[j]) && s.nodes[j].org != nil {
				return orgArg{org: s.nodes[j].org, implied: true}
			}
		}
		return orgArg{org: d.focus, implied: true}
	case n.kind == kindWhere || n.ref == refRelative || n.ref == refWhere:
		for j := min(i, len(s.nodes)) - 1; j >= 0; j-- {
			x := &s.nodes[j]
			if x.low == ")" { // over "(Nasdaq: VTRS)"
				for j > 0 && s.nodes[j].low != "(" {
					j--
				}
				continue
			}
			if x.kind == kindRole && x.roleOrg != nil {
				return d.resolveOrg(s, j, x.roleOrg, who)
			}
			if isName(x) && x.ref != refRelative {
				// "A, the brand that B bought, where": what an apposition describes, not what it names
				for k := j - 1; k > 1 && k > j-10 && s.nodes[k].kind != kindPerson; k-- {
					if y := &s.nodes[k]; isName(y) && y.ref == refDescribed && s.nodes[k-1].low == "," && isName(&s.nodes[k-2]) && s.nodes[k-2].ref == refName {
						return d.resolveOrg(s, k-2, &s.nodes[k-2], who)
					}
				}
				return d.resolveOrg(s, j, x, who)
			}
			if x.kind == kindPerson { // the organization inside "X, head of Y,"
				for k := len(s.affs) - 1; k >= 0; k-- {
					if st := s.affs[k]; st.who.a >= x.a && st.who.b <= x.b && st.aff.org != nil {
						return d.resolveOrg(s, j, st.aff.org, who)
					}
				}
			}
		}
		return orgArg{org: d.lastOrg, implied: true}
	case n.ref == refUnknown:
		return orgArg{unknown: true}
	case n.ref == refDescribed:
		return d.describedOrg(s, i, n, who)
	}
	return orgArg{org: n.org}
}

// describedOrg finds which organization "the bank" means: one that was called so, else the one in focus.
func (d *document) describedOrg(s *sentence, i int, n *node, who *person) orgArg {
	if n.head == "@employer" {
		return orgArg{unknown: true}
	}
	var last *organization
	for j := 0; j < i && j < len(s.nodes); j++ {
		if o := s.nodes[j].org; o != nil && s.nodes[j].ref == refName {
			if j > 0 && (d.p.is("sourceverb", s.nodes[j-1].low) || d.p.is("source", s.nodes[j-1].low)) {
				continue // "Secondo quanto riporta il Messaggero"
			}
			if j > 1 && d.p.phraseAt("source", s, j-2) == 2 { // "D'après le site X"
				continue
			}
			if !d.behindFrom(s, j) { // "venue de Keolis, prendra la présidence du groupe"
				last = o
			}
			if o.heads[n.head] {
				return orgArg{org: o}
			}
		}
		if r := s.nodes[j].roleOrg; r != nil && r.org != nil && s.nodes[j].tense != past {
			last = r.org
		}
	}
	if c := d.p.classes["orgnoun"]; d.p.compounds && s.block.title && n.ref == refDescribed && !c.single[n.head] {
		return orgArg{} // "wechselt zum Chemieverband": the text will name it
	}
	if d.focus != nil && d.p.is("option", "org-before-role") && !d.p.is("orggeneric", n.head) && slices.Contains(d.focus.words, n.head) { // "the bank", where Maumee Valley Bank is in focus
		return orgArg{org: d.focus, implied: true}
	}
	if d.label != nil && d.labelled == s.block && last == nil {
		return orgArg{org: d.label, implied: true}
	}
	if o := d.namedSo(s, n.head); o != nil {
		return orgArg{org: o, implied: true}
	}
	if o := d.announcer(s); o != nil && d.p.is("orggeneric", n.head) {
		return orgArg{org: o, implied: true}
	}
	if d.p.is("orggeneric", n.head) && who != nil { // "X, a director at Facebook, is leaving the company"
		for _, f := range d.facts {
			if f.sent == s && f.phrase && f.who == who && f.org.org != nil && !f.org.implied && f.kind == "is" && f.node < i {
				return orgArg{org: f.org.org, implied: true}
			}
		}
		if o := d.subjectOrg(s, i); o != nil {
			return orgArg{org: o, implied: true}
		}
	}
	if last != nil && d.p.is("option", "adjective-behind") && d.p.is("orggeneric", n.head) && who != nil {
		return orgArg{org: last, implied: true}
	}
	if d.focus != nil && d.focus.heads[n.head] {
		return orgArg{org: d.focus, implied: true}
	}
	if d.lastOrg != nil && d.lastOrg.heads[n.head] {
		return orgArg{org: d.lastOrg, implied: true}
	}
	for _, o := range d.reg.orgs {
		if o.heads[n.head] && !d.p.is("orggeneric", n.head) && o.first <= s.index {
			return orgArg{org: o, implied: true}
		}
	}
	for _, o := range d.reg.orgs {
		if !d.p.is("orghead", n.head) {
			break
		}
		for _, w := range o.words {
			if w == fold(n.head) && len(o.words) > 1 && !(o.first > s.index && d.focus != nil) {
				return orgArg{org: o, implied: true}
			}
		}
	}
	if o := d.institutionItself(s, n); o != nil {
		return orgArg{org: o}
	}
	if d.home != nil && d.focus != d.home && !d.p.is("orggeneric", n.head) {
		return orgArg{org: d.home, implied: true}
	}
	return orgArg{org: d.focus, implied: true}
}

// possessorBefore is the organization that the sentence before begins with, for a role with a possessive: "Nsia perd l'un de ses piliers. P, son
// directeur général, …"; nil where the sentence itself begins with one.
func (d *document) possessorBefore(s *sentence, st stated) *organization {
	if !d.p.is("option", "home") || s.index == 0 || st.aff.role == "" || d.subjectOrg(s, len(s.nodes)) != nil || d.sents[s.index-1].block != s.block {
		return nil
	}
	first, _, _ := strings.Cut(strings.ToLower(st.aff.role), " ")
	for i := max(0, st.who.a-4); i+1 < len(s.toks) && i < st.who.b+12; i++ {
		if d.p.is("det.poss", s.toks[i].low) && (s.toks[i+1].low == first || i+2 < len(s.toks) && s.toks[i+2].low == first) {
			prev := d.sents[s.index-1]
			for j := 0; j < 2 && j+1 < len(prev.nodes); j++ {
				if x := &prev.nodes[j+1]; prev.orgAt(j) != nil && prev.nodes[j].kind != kindRole && x.kind == kindWord && !prev.toks[x.a].punct && !d.p.is("cue.at", x.low) {
					return prev.orgAt(j)
				}
			}
			return nil
		}
	}
	return nil
}
