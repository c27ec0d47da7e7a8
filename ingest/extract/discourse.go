package extract

import (
	"strings"

	"talentgraph/graph"
)

// beginSentence notes the persons named in the sentence, so that pronouns in it can find them.
func (d *document) beginSentence(s *sentence) {
	if len(s.nodes) < 3 {
		return
	}
	if d.p.is("option", "home") && s.block.kind == item && s == s.block.sentences[0] && s.index > 0 { // where one item of a list ends up is not what the next one is about
		if d.sents[s.index-1].block.kind == item {
			d.focus = d.listFocus
		} else {
			d.listFocus = d.focus
		}
	}
	d.inNotice(s)
	d.labelOf(s)
	d.beginNotice(s)
	if q := d.namedBehind(s); q != nil {
		d.topic = q
	}
	if s == s.block.sentences[0] && s.block.kind == paragraph {
		if q := d.mainPerson(); q != nil && !s.block.namesPerson() {
			d.topic = q
		} else if q := d.protagonist(s, 0); q != nil && !s.namesPerson(0) {
			d.topic = q
		}
	}
	// "At AbbVie, …", "Tamar Investors: …"
	n := s.nodes
	if n[0].kind == kindWord && d.p.is("focusprep", n[0].low) && isName(&n[1]) && n[1].ref == refName && n[1].org != nil && n[2].low == "," {
		d.focus = n[1].org
	}
	if o := d.headedBy(s); o != nil {
		d.focus = o
	}
	if isName(&n[0]) && n[0].ref == refName && n[0].org != nil && (n[1].low == ":" || n[1].low == "–" && (s.block.kind == item || d.p.is("option", "pro-drop") && s.block.kind == paragraph && s == s.block.sentences[0] && (n[2].kind == kindPerson || n[2].kind == kindRole))) {
		d.focus = n[0].org
	}
}

// subjectOrg is the organization that a sentence begins with, as long as it stands before node at.
func (d *document) subjectOrg(s *sentence, at int) *organization {
	first := d.behindOpening(s)
	for j := first; j < at && j < first+7 && j < len(s.nodes); j++ {
		n := &s.nodes[j]
		switch {
		case isName(n) && n.org != nil && d.publishers[n.org]:
			return nil
		case isName(n) && j > 0 && s.nodes[j-1].kind == kindWord && d.p.is("aboutprep", s.nodes[j-1].low): // "On Blind, some threw a party when he left"
			return nil
		case isName(n):
			if d.p.is("option", "home") && (j > 0 && d.p.is("source", s.nodes[j-1].low) || j > 1 && d.p.phraseAt("source", s, j-2) == 2) { // "D'après le site X, le groupe …"
				continue
			}
			if n.ref != refName || n.org == nil || j+1 >= len(s.nodes) || j > 0 && s.nodes[j-1].kind == kindWord && (d.p.is("cue.at", s.nodes[j-1].low) || d.p.is("option", "pro-drop") && d.p.is("loose.prep", s.nodes[j-1].low) || d.p.compounds && d.p.is("source", s.nodes[j-1].low)) {
				return nil
			}
			x := &s.nodes[j+1]
			if x.kind == kindDate && j+2 < len(s.nodes) {
				x = &s.nodes[j+2]
			}
			if d.p.is("reportverb", x.low) { // "Bloomberg reported that"
				return nil
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

// behindOpening is where the main clause begins: behind "Para repor a perda, …", where the opening names nobody.
func (d *document) behindOpening(s *sentence) int {
	if !d.p.is("option", "pro-drop") || len(s.nodes) < 4 || s.nodes[0].kind != kindWord || !d.p.is("opens", s.nodes[0].low) {
		return 0
	}
	for j := 1; j < len(s.nodes)-2 && j < 10; j++ {
		n := &s.nodes[j]
		if n.low == "," {
			return j + 1
		}
		if n.kind == kindPerson || isName(n) || n.kind == kindRole {
			return 0
		}
	}
	return 0
}

// pastForm reports whether a word looks like a verb of the past: "IBM tried".
func (d *document) pastForm(w string) bool {
	c := d.p.named("verbend")
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

// endSentence moves the topic on.
func (d *document) endSentence(s *sentence, found []binding) {
	subject := d.pronounSubject(s)
	pronoun := subject != nil && d.p.is("option", "home")
	for i := range s.nodes {
		n := &s.nodes[i]
		if n.kind == kindPerson && n.ref == refName && len(n.persons) > 0 {
			if subject == nil && !d.speaker(s, i) && !d.onlyMentioned(s, i) {
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
	if o := s.rubric(); o != nil {
		d.focus = o // "Courtis. Le courtier recrute …"
		if d.p.is("option", "pro-drop") {
			d.label, d.labelled = o, s.block
		}
	}
	if o := d.subjectOrg(s, len(s.nodes)); o != nil && (d.p.compounds || d.p.is("option", "org-before-role") && len(s.block.sentences) > 1 && !s.namesPerson(0)) && s.block.kind == paragraph && s == s.block.sentences[0] {
		d.focus = o // a paragraph that begins with an organization is about it
	}
	if o := s.onlyOrg(); o != nil && len(s.block.sentences) > 1 && s == s.block.sentences[0] && s.block.kind == paragraph && (o.count > 1 && !d.p.compounds || d.p.is("option", "org-before-role") && !s.namesPerson(0) || d.p.compounds && !s.namesPerson(0) && !d.pronounOpens(s)) && !s.block.mentions(d.focus) && !(d.p.is("option", "rubrics") && d.focus != nil && d.focus.count > o.count && !s.opensWith(o)) && !(d.focus != nil && d.comesFrom(o) && d.subjectOrg(s, len(s.nodes)) != o) {
		d.focus = o
	}
	if o := d.announcer(s); o != nil {
		d.focus = o
	}
	if o := d.bareName(s); o != nil {
		d.focus = o
	}
	if o := d.spokenOf(s); o != nil {
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
			if f.sent == s && !f.phrase && !f.loose && (f.kind == "join" || f.kind == "leave" || f.kind == "internal") && !o.names(f.who) {
				d.focus = o
				break
			}
		}
	}
	for _, f := range d.facts {
		if d.p.compounds && f.rule == "hint" {
			continue
		}
		if f.sent == s && !f.phrase && !f.loose && f.who != nil && (f.kind == "join" || f.kind == "leave" || f.kind == "internal") {
			if !pronoun && !(subject != nil && d.p.is("option", "org-before-role") && d.replaced(s, f.who)) { // "X replaces Y, who is leaving", "Elle arrive avec X", "Il prend la place de Y, parti chez O": it goes on about the one it began with
				subject = f.who
			}
			if f.kind == "internal" && f.org.org != nil && !f.org.implied {
				d.focus = f.org.org
			}
			if d.p.compounds && f.status != graph.Denied && (f.kind == "join" && d.leavesFocus(f) || f.kind == "leave" && d.leavesFocus(f)) {
				d.losing = d.focus
			}
			if f.kind == "leave" && d.focus == nil && f.from.org != nil && !f.from.implied && f.to.org == nil {
				d.focus = f.from.org
			}
			if f.kind == "join" && f.to.org != nil && !f.to.implied && !d.joinedBefore(f) && !(d.p.is("option", "pro-drop") && d.focus != nil && f.status == graph.Denied) && !((d.p.is("option", "org-before-role") || d.p.compounds) && (d.wasHere(f) || d.aboutOther(s, f) || d.focus != nil && f.to.org.count < d.focus.count)) && !(d.p.compounds && d.leavesFocus(f)) && !(d.focus != nil && d.p.is("option", "org-before-role") && d.replaced(s, f.who)) {
				d.focus = f.to.org
			}
			break
		}
	}
	if subject == nil && d.p.compounds {
		for _, f := range d.facts {
			if f.sent == s && !f.phrase && f.who != nil && f.node == 0 {
				subject = f.who // known only by the slot of a frame
			}
		}
	}
	if subject == nil && d.p.is("option", "home") { // "Le dirigeant a passé six ans chez A. B l'a recruté": him
		for _, f := range d.facts {
			if f.sent == s && !f.phrase && !f.loose && f.who != nil && f.node < 3 {
				subject = f.who
				break
			}
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
	if subject == nil {
		subject = d.roleSubject(s)
	}
	if subject == nil {
		subject = d.toldBy(s)
	}
	if subject == nil && d.topic == nil && d.p.compounds { // who opens the text by saying something is whom it is about
		for i := range s.nodes {
			if n := &s.nodes[i]; n.kind == kindPerson && n.ref == refName && len(n.persons) == 1 {
				subject = n.persons[0]
				break
			}
		}
	}
	if subject != nil {
		d.topic = subject
	}
	d.backToVenture()
}

// onlyMentioned reports whether the person at node i is no more than a complement in a sentence about the topic: "she met her
// mentor, X", "he ran the accounts of X". The languages that leave subjects out go on about the topic then.
func (d *document) onlyMentioned(s *sentence, i int) bool {
	if !d.p.is("option", "pro-drop") || d.topic == nil || i == 0 || s.block.kind == heading {
		return false
	}
	for j := 0; j < i; j++ {
		if n := &s.nodes[j]; n.kind == kindPerson && (n.ref == refHe || n.ref == refShe) && s.clauseStart(j) {
			return true
		}
	}
	if s == s.block.sentences[0] {
		return false
	}
	if n := &s.nodes[0]; n.kind == kindWord && i > 3 && (d.p.verb[n.low] || d.p.is("aux", n.low)) && d.subjectBehind(s, 1) == nil {
		return true // "Volvió a casa y conoció a su mentor, X": the topic did
	}
	prev := &s.nodes[i-1]
	return prev.kind == kindWord && (d.p.is("cue.at", prev.low) || d.p.is("loose.prep", prev.low) || d.p.is("loose.object", prev.low))
}

// aboutOther reports whether the sentence is about another organization than the one where its person goes: "A has found a
// successor to X, who is to join B".
func (d *document) aboutOther(s *sentence, f *fact) bool {
	o := d.subjectOrg(s, len(s.nodes))
	return o != nil && o != f.to.org && !o.names(f.who) && f.to.org != d.opening
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

// person reports whether the node is a person, maybe only by the slot of an earlier frame.
func (n *node) person() bool { return n.kind == kindPerson || len(n.persons) > 0 }

// rubric is the organization of a first sentence that holds no more than its name: "• HSBC. Desde noviembre manda …".
func (s *sentence) rubric() *organization {
	n := s.nodes
	if len(n) > 1 && s.block.kind == item && s.toks[n[0].a].punct {
		n = n[1:]
	}
	if len(n) == 0 || len(n) > 2 || !isName(&n[0]) || n[0].ref != refName || len(s.block.sentences) < 2 || s != s.block.sentences[0] || len(n) == 2 && n[1].low != "." {
		return nil
	}
	return n[0].org
}

// says reports whether the sentence has a word or phrase of the class, in names and roles too.
func (d *document) says(s *sentence, class string) bool {
	for i := range s.toks {
		if d.p.tokensMatch(class, s.toks, i) > 0 {
			return true
		}
	}
	return false
}

// saysItself is says without what stands in names and roles.
func (d *document) saysItself(s *sentence, class string) bool {
	for i := range s.nodes {
		if s.nodes[i].kind == kindWord && d.inClass(class, s, i) {
			return true
		}
	}
	return false
}
