package extract

import (
	"cmp"
	"slices"
	"strings"

	"talentgraph/graph"
)

// namedBehind is the person whom the next sentence names, for a sentence that tells of somebody unnamed: "Fue consejera de A y ahora
// aterriza en B. Se llama P." It is nil where the sentence names somebody or the text has named one before and the next does not say so.
func (d *document) namedBehind(s *sentence) *person {
	if !d.p.is("option", "pro-drop") || s.block.kind == heading || s.namesPerson(0) || s.index+1 >= len(d.sents) {
		return nil
	}
	next := d.sents[s.index+1]
	if next.block != s.block {
		return nil
	}
	var q *person
	called := false
	for i := range next.nodes {
		n := &next.nodes[i]
		if n.kind == kindWord && i < 3 {
			called = called || d.p.is("iscalled", n.low)
		}
		if n.kind == kindPerson && n.ref == refName && !d.speaker(next, i) {
			if len(n.persons) != 1 || q != nil {
				return nil
			}
			q = n.persons[0]
		}
	}
	if !called && (d.topic != nil || len(s.nodes) > 11) {
		return nil
	}
	return q
}

// mainPerson is the one person whom the title names, for the languages that leave subjects out; nil where it names none or several.
func (d *document) mainPerson() *person {
	if !d.p.is("option", "pro-drop") || len(d.sents) == 0 || !d.sents[0].block.title {
		return nil
	}
	var q *person
	for _, s := range d.sents {
		if !s.block.title {
			break
		}
		for i := range s.nodes {
			n := &s.nodes[i]
			if n.kind != kindPerson || n.ref != refName {
				continue
			}
			if len(n.persons) != 1 || q != nil && q != n.persons[0] {
				return nil
			}
			q = n.persons[0]
		}
	}
	return q
}

// protagonist is the one person whom the text has had arrive somewhere, where a paragraph opens without a name and whom the text named last only
// had something to say: "Lo anunció X. La directiva nació …", "Presidió el acto X. Nacido en A, estudió …". The gender g is 0 where none is told.
func (d *document) protagonist(s *sentence, g byte) *person {
	if !d.p.is("option", "pro-drop") || d.topic == nil || s != s.block.sentences[0] || s.block.kind != paragraph || d.arriving(d.topic) || d.spokenOfTwice(d.topic, s) {
		return nil
	}
	var q *person
	for _, f := range d.facts {
		if f.who == nil || f.who == q || f.sent == s || !d.arriving(f.who) || g != 0 && f.who.gender != 0 && f.who.gender != g {
			continue
		}
		if q != nil && !(g != 0 && q.gender == 0 && f.who.gender == g) {
			if g != 0 && q.gender == g && f.who.gender == 0 {
				continue
			}
			return nil
		}
		q = f.who
	}
	return q
}

// spokenOfTwice reports whether two paragraphs before the sentence name q: the text has come back to him.
func (d *document) spokenOfTwice(q *person, s *sentence) bool {
	var first *block
	for k := 0; k < s.index; k++ {
		x := d.sents[k]
		if x.block.kind == heading || x.block == first {
			continue
		}
		for i := range x.nodes {
			if x.nodes[i].kind == kindPerson && slices.Contains(x.nodes[i].persons, q) {
				if first != nil {
					return true
				}
				first = x.block
				break
			}
		}
	}
	return false
}

// arriving reports whether a frame has said of q that he goes or leaves somewhere.
func (d *document) arriving(q *person) bool {
	for _, f := range d.facts {
		if f.who == q && !f.loose && (f.kind == "join" || f.kind == "leave" || f.kind == "internal") {
			return true
		}
	}
	return false
}

// roleSubject is whom a sentence is about that opens with what somebody is called: "La directiva habla español."
func (d *document) roleSubject(s *sentence) *person {
	if !d.p.is("option", "pro-drop") || len(s.nodes) < 3 {
		return nil
	}
	n := &s.nodes[0]
	if n.kind != kindRole || !n.definite || n.possess || n.named || n.roleOrg != nil || n.plural || d.speaker(s, 0) {
		return nil
	}
	return d.describedPerson(s, 0)
}

// roleBefore is whom a relative at node i stands for right behind what somebody is called: "dijo el fundador, que antes …".
func (d *document) roleBefore(s *sentence, i int) *person {
	if !d.p.is("option", "pro-drop") || i < 2 || s.nodes[i-1].low != "," {
		return nil
	}
	if n := &s.nodes[i-2]; n.kind == kindRole && n.definite && !n.possess && !n.named && n.roleOrg == nil && !n.plural && len(n.persons) == 0 {
		return d.describedPerson(s, i-2)
	}
	return nil
}

// otherOffice reports whether the text has given q another post of the same kind than role: "el director financiero" is not the director general.
func (d *document) otherOffice(q *person, role string) bool {
	words := strings.Fields(strings.ToLower(role))
	if q == nil || len(words) < 2 || !d.p.is("option", "pro-drop") {
		return false
	}
	other := false
	for _, f := range d.facts {
		if f.who != q || f.role == "" && f.roleTo == "" || f.kind == "was" {
			continue
		}
		r := strings.Fields(strings.ToLower(cmp.Or(f.role, f.roleTo)))
		if len(r) < 2 || r[0] != words[0] {
			continue
		}
		if r[1] == words[1] {
			return false
		}
		other = true
	}
	return other
}

// toldBy is the one who says something in a sentence that names nobody else, where the text is about him: "Es un reto", señala X. Su etapa …".
func (d *document) toldBy(s *sentence) *person {
	if !d.p.is("option", "pro-drop") {
		return nil
	}
	var q *person
	for i := range s.nodes {
		n := &s.nodes[i]
		if n.kind != kindPerson || n.ref != refName {
			continue
		}
		if len(n.persons) != 1 || q != nil || !d.speaker(s, i) || !d.arriving(n.persons[0]) {
			return nil
		}
		q = n.persons[0]
	}
	return q
}

// backToVenture lets the house that the article has had somebody found be what it goes on about, where it has told in between of the house that a
// founder comes from: "P funda B. En A, de donde sale, era R. La tercera socia, Q, se ha incorporado después."
func (d *document) backToVenture() {
	if !d.p.is("option", "pro-drop") || d.focus == nil {
		return
	}
	for _, g := range d.facts {
		if !g.founder || g.kind != "join" || g.to.org == nil || g.to.implied || g.status == graph.Denied || d.earlier(g) {
			continue
		}
		if g.sent.index > 4 || g.to.org == d.focus {
			return
		}
		for _, h := range d.facts {
			if h.who == g.who && h.status != graph.Denied && (h.from.org == d.focus || h.org.org == d.focus || h.to.org == d.focus) {
				d.focus = g.to.org
				return
			}
		}
		return
	}
}

// namesPerson reports whether a sentence of the block names somebody.
func (b *block) namesPerson() bool {
	for _, s := range b.sentences {
		if s.namesPerson(0) {
			return true
		}
	}
	return false
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
