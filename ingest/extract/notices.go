package extract

import "strings"

// findNotices gives each paragraph of an article that tells of several houses in turn, one a paragraph, the house that it opens with: "A la O, P
// remplace Q.", "Le directeur de O, P, …", "O. P est …". It leaves alone what is about one person or one house.
func (d *document) findNotices() {
	if !d.p.is("option", "home") {
		return
	}
	houses := map[*block]*organization{}
	count := map[*organization]int{}
	seen := map[*person]int{}
	for _, s := range d.sents {
		b := s.block
		if s != b.sentences[0] || b.kind == heading {
			continue
		}
		if b.kind != paragraph {
			return
		}
		if !b.namesPerson() {
			continue
		}
		known := map[*person]bool{}
		for _, t := range b.sentences {
			for i := range t.nodes {
				for _, q := range t.nodes[i].persons {
					if t.nodes[i].ref == refName && !known[q] {
						known[q] = true
						seen[q]++
					}
				}
			}
		}
		if o := d.openingHouse(s); o != nil {
			houses[b] = o
			count[o]++
		}
	}
	for _, n := range seen {
		if n > 2 {
			return
		}
	}
	if len(count) < 3 || d.home != nil && d.home.mentionedIn(d.sents)*2 >= len(houses) {
		return
	}
	for _, n := range count {
		if n*3 > len(houses)*2 {
			return
		}
	}
	d.noticeOf, d.home = houses, nil
}

// openingHouse is the organization that the first sentence of a paragraph puts first: before its verb, or as the house of the first post behind it.
func (d *document) openingHouse(s *sentence) *organization {
	verb := false
	for i := range s.nodes {
		n := &s.nodes[i]
		if n.kind == kindWord {
			if i < 4 && (d.p.is("source", n.low) || d.p.phraseAt("source", s, i) > 0) {
				return nil
			}
			verb = verb || d.p.verb[n.low] || d.p.is("aux", n.low)
			continue
		}
		if n.kind == kindRole && n.tense == past && n.roleOrg != nil && !verb {
			return nil // "L'ancien patron de O": the notice is about another house, or about this one
		}
		if n.kind == kindPerson && n.ref == refName && len(n.persons) == 1 {
			for _, st := range s.affs {
				if st.who.a == n.a && st.aff.org != nil && st.aff.org.ref == refName && st.aff.tense == present && !verb && i < 4 && d.leadsWith(s, i) {
					return st.aff.org.org
				}
			}
			continue
		}
		o := s.orgAt(i)
		if o == nil || d.publishers[o] || d.p.is("noticebody", strings.ToLower(firstWord(o.name))) || n.kind != kindRole && d.leftBehind(s, i) {
			continue
		}
		if !verb && n.tense != past {
			return o
		}
		if n.kind == kindRole && n.tense != past || i > 0 && s.nodes[i-1].kind == kindWord && d.p.is("instof", s.nodes[i-1].low) {
			return o
		}
		return nil
	}
	return nil
}

// leadsWith reports whether no other house stands close behind the person of node i: "Le directeur de O, P, quitte ses fonctions".
func (d *document) leadsWith(s *sentence, i int) bool {
	for j := i + 1; j < len(s.nodes) && j < i+8; j++ {
		if n := &s.nodes[j]; s.orgAt(j) != nil || n.kind == kindRole && n.roleOrg != nil {
			return false
		}
	}
	return true
}

func firstWord(s string) string {
	w, _, _ := strings.Cut(s, " ")
	return w
}

// inNotice puts the house of the notice in focus.
func (d *document) inNotice(s *sentence) {
	if o := d.noticeOf[s.block]; o != nil {
		if s == s.block.sentences[0] {
			d.topic = nil
		}
		d.focus = o
	}
}

// mentionedIn is how many paragraphs name the organization.
func (o *organization) mentionedIn(sents []*sentence) int {
	n := 0
	var last *block
	for _, s := range sents {
		if s.block != last && s.block.kind != heading && s.block.mentions(o) {
			n++
		}
		last = s.block
	}
	return n
}
