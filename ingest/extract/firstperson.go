package extract

import "slices"

// selfReach is how many sentences behind one in the first person may say whose words they are.
const selfReach = 2

// selfPerson finds who says "I" in a sentence: whom the text has speak there or right behind, the one who goes on speaking, the one
// who signs, the one whom the title names, else the only person of the article.
func (d *document) selfPerson(s *sentence) *person {
	for k := s.index; k < len(d.sents) && k <= s.index+selfReach; k++ {
		x := d.sents[k]
		if k > s.index && x.block != s.block && x.block.kind == heading {
			break
		}
		if q := d.speakerOf(x); q != nil {
			d.self, d.selfAt = q, s.index
			return q
		}
	}
	if d.self != nil && s.index-d.selfAt <= 8 {
		d.selfAt = s.index
		return d.self
	}
	if q := d.signer(); q != nil {
		d.self, d.selfAt = q, s.index
		return q
	}
	var named []*person
	for _, x := range d.sents {
		if x.block.title {
			for i := range x.nodes {
				if n := &x.nodes[i]; n.kind == kindPerson && n.ref == refName {
					named = append(named, n.persons...)
				}
			}
		}
	}
	switch {
	case len(named) == 1:
		d.self = named[0]
	case len(d.reg.persons) == 1:
		d.self = d.reg.persons[0]
	case d.topic != nil && d.mentionedRecently(d.topic, s.index):
		return d.topic
	default:
		return nil
	}
	d.selfAt = s.index
	return d.self
}

// mentionedRecently reports whether the text has named the person in one of the three sentences before.
func (d *document) mentionedRecently(q *person, index int) bool {
	return d.lastMention(q, index) >= index-3
}

// speakerOf is the person whom a sentence has speak: "raconte X", "X : …" at the start of an answer.
func (d *document) speakerOf(s *sentence) *person {
	for i := range s.nodes {
		n := &s.nodes[i]
		if n.kind != kindPerson || n.ref != refName || len(n.persons) != 1 {
			continue
		}
		if d.speaker(s, i) || d.speaksAt(s, i-1) || d.speaksAt(s, i+1) {
			return n.persons[0]
		}
		if i == 0 && len(s.nodes) > 2 && (s.nodes[1].low == ":" || s.nodes[1].low == ".") && s == s.block.sentences[0] {
			return n.persons[0]
		}
	}
	return nil
}

// speaksAt reports whether node i is a verb of telling of oneself: "se souvient X", "écrit X".
func (d *document) speaksAt(s *sentence, i int) bool {
	n := s.at(i)
	return n != nil && n.kind == kindWord && d.p.is("says.self", n.low)
}

// signer is the person who signs the article: "— X", "(X, ex-O)" at its end.
func (d *document) signer() *person {
	for k := len(d.sents) - 1; k >= 0 && k >= len(d.sents)-3; k-- {
		s := d.sents[k]
		for i := range s.nodes {
			n := &s.nodes[i]
			if n.kind != kindPerson || n.ref != refName || len(n.persons) != 1 {
				continue
			}
			if i > 0 && (s.nodes[i-1].low == "–" || s.nodes[i-1].low == "(" || s.nodes[i-1].low == "-") && i+1 >= len(s.nodes)-2 {
				return n.persons[0]
			}
			break
		}
	}
	return nil
}

// objectPerson is whom an object pronoun of a clause means: the speaker for "me", else whom the text is about where he is no
// subject of the clause itself.
func (d *document) objectPerson(s *sentence, b binding) []*person {
	for k := b.start; k < b.end && k < len(s.nodes); k++ {
		if n := &s.nodes[k]; n.kind == kindWord && d.p.is("obj.i", n.low) {
			return d.one(d.selfPerson(s))
		}
	}
	for j := 0; j < b.start; j++ { // "X plaidait chez O, et c'est B qui l'en avait débauché"
		if n := &s.nodes[j]; n.kind == kindPerson && n.ref != refRelative && n.ref != refSelf && !d.speaker(s, j) {
			return d.resolvePersons(s, j)
		}
	}
	for i := range s.nodes { // he is the subject himself
		if n := &s.nodes[i]; n.kind == kindPerson && n.ref == refName && slices.Contains(n.persons, d.topic) {
			return nil
		}
	}
	return d.one(d.topic)
}
