package extract

import (
	"strconv"
	"strings"
)

// groupSize is the number that the words of a match give for a group, else 0.
func (d *document) groupSize(s *sentence, b binding) int {
	for i := b.start; i < b.end && i < len(s.nodes); i++ {
		n := &s.nodes[i]
		if n.kind == kindNumber {
			if k, err := strconv.Atoi(n.low); err == nil && k > 1 && k < 40 {
				return k
			}
		}
		if n.kind == kindOrg && n.ref != refName { // "a four-strong team"
			for _, t := range s.toks[n.a:n.b] {
				if head, _, ok := strings.Cut(t.low, "-"); ok && d.number(head) > 0 {
					return d.number(head)
				}
			}
		}
		if n.kind != kindWord {
			continue
		}
		if k := d.number(n.low); k > 0 {
			return k
		}
	}
	return 0
}

// number is the number from two to twelve that a word stands for, else 0.
func (d *document) number(word string) int {
	for k := 2; k <= 12; k++ {
		if d.p.is("num"+strconv.Itoa(k), word) {
			return k
		}
	}
	return 0
}

// countedMembers takes the persons of a sentence as members of the group told of before, where they are as many as the group and not
// named earlier: "B has hired five lenders from A. X, Y, Z, V and W will serve wine producers."
func (d *document) countedMembers(s *sentence) {
	g := d.group
	if g == nil || g.count < 2 || s.block.title || s.index < g.sent || s.index > g.sent+4 || g.to.org == nil && !g.lost {
		return
	}
	var who []*person
	at := map[*person]int{}
	for i := range s.nodes {
		n := &s.nodes[i]
		if n.kind != kindPerson && !(n.kind == kindName && n.fits('P')) || n.ref != refName || d.speaker(s, i) {
			continue
		}
		for _, q := range d.resolvePersons(s, i) {
			if _, ok := at[q]; !ok && d.mentioned(q) == s.index {
				who = append(who, q)
				at[q] = i
			}
		}
	}
	if len(who) != g.count && !(g.count > 4 && len(who) == g.count-1) { // one name of many may not have been read
		return
	}
	status := g.listedStatus()
	for _, q := range who {
		f := &fact{kind: "join", who: q, to: g.to, from: g.from, sent: s, node: at[q], rule: "count", focus: d.focus, status: status}
		if g.lost {
			f.kind = "leave"
		}
		if d.countedAlready(s, f) {
			continue
		}
		d.facts = append(d.facts, f)
	}
}

// countedAlready reports whether the sentence has already told what f says of its person, and gives f the former employer that it names.
func (d *document) countedAlready(s *sentence, f *fact) bool {
	for k := len(d.facts) - 1; k >= 0 && d.facts[k].sent == s; k-- {
		h := d.facts[k]
		if h.who != f.who {
			continue
		}
		switch {
		case h.kind == "internal" || h.kind == "stay":
			return true
		case (h.kind == "join" || h.kind == "leave") && !h.loose:
			if h.to.org != nil && h.to.org != f.to.org || h.from.org != nil && h.from.org != f.from.org || h.to.org == f.to.org && h.from.org == f.from.org {
				return true
			}
		case h.phrase && h.org.org != nil && !h.org.implied && h.org.org != f.to.org && h.org.org != f.from.org && h.tense != coming:
			if f.from.org == nil {
				f.from = h.org
			}
		}
	}
	return false
}
