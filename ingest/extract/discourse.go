package extract

import "strings"

// beginSentence notes the persons named in the sentence, so that pronouns in it can find them.
func (d *document) beginSentence(s *sentence) {
	if len(s.nodes) < 3 {
		return
	}
	// "At AbbVie, …", "Tamar Investors: …"
	n := s.nodes
	if n[0].kind == kindWord && d.p.is("focusprep", n[0].low) && isName(&n[1]) && n[1].ref == refName && n[1].org != nil && n[2].low == "," {
		d.focus = n[1].org
	}
	if isName(&n[0]) && n[0].ref == refName && n[0].org != nil && (n[1].low == ":" || n[1].low == "–" && s.block.kind == item) {
		d.focus = n[0].org
	}
}

// subjectOrg is the organization that a sentence begins with, as long as it stands before node at.
func (d *document) subjectOrg(s *sentence, at int) *organization {
	for j := 0; j < at && j < 7 && j < len(s.nodes); j++ {
		n := &s.nodes[j]
		switch {
		case isName(n):
			if n.ref != refName || n.org == nil || j+1 >= len(s.nodes) || j > 0 && s.nodes[j-1].kind == kindWord && (d.p.is("cue.at", s.nodes[j-1].low) || d.p.compounds && d.p.is("source", s.nodes[j-1].low)) {
				return nil
			}
			x := &s.nodes[j+1]
			if x.kind == kindDate && j+2 < len(s.nodes) {
				x = &s.nodes[j+2]
			}
			if x.kind == kindWord && (d.p.is("says", x.low) || d.p.verb[x.low] || d.p.is("aux", x.low) || d.p.is("skip", x.low) || x.low == "," || d.pastForm(x.low)) {
				return n.org
			}
			return nil
		case n.kind == kindPerson, n.kind == kindRole:
			return nil
		case n.kind == kindWord && (d.p.verb[n.low] || d.p.is("source", n.low)):
			return nil
		}
	}
	return nil
}

// pastForm reports whether a word looks like a verb of the past: "IBM tried".
func (d *document) pastForm(w string) bool {
	c := d.p.classes["verbend"]
	if c == nil || d.p.is("func", w) || len(w) < 5 {
		return false
	}
	for e := range c.single {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// localFocus is the organization that a clause ending at node at speaks of where it names none.
func (d *document) localFocus(s *sentence, at int) *organization {
	if o := d.announcer(s); o != nil {
		return o
	}
	if o := d.subjectOrg(s, at); o != nil {
		return o
	}
	return d.focus
}

// endSentence moves the topic on.
func (d *document) endSentence(s *sentence, found []binding) {
	var subject *person
	for i := range s.nodes {
		n := &s.nodes[i]
		if n.kind == kindPerson && n.ref == refName && len(n.persons) > 0 {
			if subject == nil && !d.speaker(s, i) {
				subject = n.persons[0]
			}
			for k := len(n.persons) - 1; k >= 0; k-- {
				d.mention(n.persons[k])
			}
		}
		if isName(n) && n.ref == refName && n.org != nil {
			d.lastOrg = n.org
		}
	}
	if n := s.nodes; len(n) == 3 && n[0].kind == kindWord && d.p.is("personof", n[0].low) && isName(&n[1]) && n[1].org != nil && n[2].low == "." && len(s.block.sentences) > 1 {
		d.focus = n[1].org // "De Pardieu. Le cabinet recrute …"
	}
	if n := s.nodes; len(n) > 0 && len(n) <= 2 && isName(&n[0]) && n[0].ref == refName && n[0].org != nil && (len(n) == 1 || n[1].low == ".") && len(s.block.sentences) > 1 {
		d.focus = n[0].org // "Courtis. Le courtier recrute …"
	}
	if o := s.onlyOrg(); o != nil && len(s.block.sentences) > 1 && s == s.block.sentences[0] && s.block.kind == paragraph && o.count > 1 && !s.block.mentions(d.focus) {
		d.focus = o
	}
	if o := d.announcer(s); o != nil {
		d.focus = o
	}
	if o := d.subjectOrg(s, len(s.nodes)); o != nil && d.p.compounds && s.block.kind == paragraph {
		for i := 1; i < len(s.nodes) && i < 10; i++ { // "Der Milchverarbeiter Emmi hat einen neuen CEO."
			if n := &s.nodes[i]; n.kind == kindRole && n.tense == coming {
				d.focus = o
			}
		}
	}
	if o := d.subjectOrg(s, len(s.nodes)); o != nil && s.block.kind != boilerplate {
		for i := 1; i < len(s.nodes) && i < 10; i++ { // "Le groupe ABB change de patron."
			if n := &s.nodes[i]; n.kind == kindWord && d.p.is("focusverb", n.low) {
				d.focus = o
			}
		}
	}
	if o := d.subjectOrg(s, len(s.nodes)); o != nil {
		for _, f := range d.facts {
			if f.sent == s && !f.phrase && (f.kind == "join" || f.kind == "leave" || f.kind == "internal") && !o.names(f.who) {
				d.focus = o
				break
			}
		}
	}
	for _, f := range d.facts {
		if f.sent == s && !f.phrase && f.who != nil && (f.kind == "join" || f.kind == "leave" || f.kind == "internal") {
			subject = f.who
			if f.kind == "internal" && f.org.org != nil && !f.org.implied {
				d.focus = f.org.org
			}
			if f.kind == "leave" && d.focus == nil && f.from.org != nil && !f.from.implied && f.to.org == nil {
				d.focus = f.from.org
			}
			if f.kind == "join" && f.to.org != nil && !f.to.implied && !d.joinedBefore(f) {
				d.focus = f.to.org
			}
			break
		}
	}
	if subject == nil && len(s.nodes) > 0 { // "The new president has …"
		for i := range s.nodes {
			if n := &s.nodes[i]; n.kind == kindRole && n.definite && n.tense == coming {
				subject = d.describedPerson(s, i)
			}
			if s.nodes[i].kind == kindRole || s.nodes[i].kind == kindPerson {
				break
			}
		}
	}
	if subject != nil {
		d.topic = subject
	}
}

// joinedBefore reports whether an earlier fact already has the person joining somewhere.
func (d *document) joinedBefore(f *fact) bool {
	for _, g := range d.facts {
		if g == f {
			return false
		}
		if g.who == f.who && g.kind == "join" {
			return true
		}
	}
	return false
}

// speaker reports whether the person at i only says something.
func (d *document) speaker(s *sentence, i int) bool {
	p := d.p
	if n := s.at(i - 1); n != nil && p.is("says", n.low) {
		return true
	}
	if n := s.at(i + 1); n != nil && p.is("says", n.low) {
		return true
	}
	return false
}

func (d *document) mention(q *person) {
	for i, x := range d.recent {
		if x == q {
			d.recent = append(d.recent[:i], d.recent[i+1:]...)
			break
		}
	}
	d.recent = append([]*person{q}, d.recent...)
	if len(d.recent) > 20 {
		d.recent = d.recent[:20]
	}
}

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
				return d.resolvePersons(s, j)
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
		if n.b-n.a > 1 { // "ce dernier": the one named last
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
		for j := i - 1; j >= 0; j-- {
			if len(s.nodes[j].persons) > 1 {
				return s.nodes[j].persons
			}
		}
		if len(d.recent) > 1 {
			return d.lastGroup(s)
		}
	}
	return nil
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
	for j := 0; j < i; j++ {
		if l := s.nodes[j].persons; s.nodes[j].kind == kindPerson && len(l) == 1 && fits(l[0]) && !d.speaker(s, j) {
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
	for _, q := range d.recent {
		if q.gender == g {
			return q
		}
	}
	return d.topic
}

// person reports whether the node is a person, maybe only by the slot of an earlier frame.
func (n *node) person() bool { return n.kind == kindPerson || len(n.persons) > 0 }

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
				if s.nodes[k].person() && !d.speaker(s, k) {
					return d.resolvePersons(s, k)
				}
			}
		}
	}
	for j := b.end; j < len(s.nodes); j++ {
		if d.p.is("option", "pro-drop") && j > b.end+1 { // "Arriva da A e prende il posto di P": the subject is the topic
			break
		}
		if s.nodes[j].person() && !d.speaker(s, j) {
			return d.resolvePersons(s, j)
		}
	}
	if d.p.is("option", "adjective-behind") && b.start > 0 && d.subjectOrg(s, b.start) != nil {
		return nil // "The cooperative has a new logo and moves to …"
	}
	return d.one(d.topic)
}

// resolveOrg finds which organization a node means.
func (d *document) resolveOrg(s *sentence, i int, n *node, who *person) orgArg {
	switch {
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
	return orgArg{org: d.focus, implied: true}
}

// mentions reports whether a sentence of the block names o.
func (b *block) mentions(o *organization) bool {
	for _, s := range b.sentences {
		for i := range s.nodes {
			if s.orgAt(i) == o {
				return true
			}
		}
	}
	return false
}

// onlyOrg is the organization that a sentence names where it names just one.
func (s *sentence) onlyOrg() *organization {
	var o *organization
	for i := range s.nodes {
		x := s.orgAt(i)
		if x == nil {
			continue
		}
		if o != nil && o != x {
			return nil
		}
		o = x
	}
	return o
}
