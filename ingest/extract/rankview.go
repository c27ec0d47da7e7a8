package extract

import (
	"slices"
	"strings"
)

// cueNames are the classes of words that the decision by statistics looks at: "rank.NAME" of the packs, one bit each.
var cueNames = [...]string{"join", "leave", "hire", "switch", "work", "retire", "found", "succeed", "promote", "stay", "deny", "fire", "hedge", "future",
	"former", "new", "from", "to", "at", "with", "of", "by", "after", "board", "say", "deal", "school", "list"}

// cueLabels are the names of features that count cues: behind a person, between two ends, and of an end right before, in the window
// before, behind, and behind the person where an end is implied.
var cueLabels = func() (l [6][len(cueNames)]string) {
	for i, head := range []string{"person behind: ", "between: ", "before: ", "window: ", "behind: ", "implied: "} {
		for k, name := range cueNames {
			l[i][k] = head + name
		}
	}
	return l
}()

// cueVerbs are the bits of cues that say what happens, as against prepositions and the like: the first ones.
const (
	cueVerbCount = 14
	cueVerbs     = 1<<cueVerbCount - 1
)

// seen is a chunk of a sentence as the decision by statistics sees it: before phrases are put together, with what pronouns and
// descriptions turned out to mean.
type seen struct {
	kind    byte
	a, b    int // tokens
	low     string
	persons []*person
	org     *organization
	byName  bool // not by a pronoun or description
	cues    uint32
	tense   tense
}

// ranked is what a document keeps for the decision by statistics.
type ranked struct {
	looking bool // only looks whom a pronoun means
}

// reading is what the discourse was at a sentence.
type reading struct {
	topic *person
	focus *organization
}

// look keeps the chunks of a sentence before they are put together.
func (d *document) look(s *sentence) {
	s.seen = make([]seen, len(s.nodes))
	for i := range s.nodes {
		n := &s.nodes[i]
		x := seen{kind: n.kind, a: n.a, b: n.b, low: n.low, persons: n.persons, byName: true, tense: n.tense}
		if isName(n) {
			x.org = n.org
		}
		if n.kind == kindRole {
			x.low = strings.ToLower(n.head)
		}
		s.seen[i] = x
	}
}

// lookBack notes what the pronouns and descriptions of a sentence mean at the time when it is read.
func (d *document) lookBack(s *sentence) {
	s.then = reading{d.topic, d.localFocus(s, len(s.nodes))}
	d.looking = true
	defer func() { d.looking = false }()
	for i := range s.nodes {
		n := &s.nodes[i]
		switch {
		case n.kind == kindPerson && n.ref != refName || n.kind == kindRole && n.definite && !n.possess && n.tense != past:
			l := d.resolvePersons(s, i)
			if len(l) > 0 {
				s.pointed = append(s.pointed, seen{kind: kindPerson, a: n.a, b: n.b, persons: slices.Clone(l)})
			}
		case n.kind == kindOrg && n.ref != refName && n.ref != refUnknown || n.kind == kindWhere:
			if o := d.resolveOrg(s, i, n, nil); o.org != nil {
				s.pointed = append(s.pointed, seen{kind: kindOrg, a: n.a, b: n.b, org: o.org})
			}
		case n.kind == kindRole && n.roleOrg != nil && n.roleOrg.ref != refName:
			if o := d.resolveOrg(s, i, n.roleOrg, nil); o.org != nil {
				s.pointed = append(s.pointed, seen{kind: kindOrg, a: n.roleOrg.a, b: n.roleOrg.b, org: o.org})
			}
		}
	}
}

// settle brings what was kept of each sentence up to what the whole reading has found.
func (d *document) settle() {
	for _, s := range d.sents {
		name := func(n *node) { // what putting phrases together made of a name
			if n == nil || n.ref != refName {
				return
			}
			for k := range s.seen {
				x := &s.seen[k]
				if x.a < n.a || x.b > n.b || x.kind != kindOrg && x.kind != kindName {
					continue
				}
				if isName(n) && n.org != nil {
					x.org = n.org
				}
				if len(n.persons) == 1 && x.a == n.a && x.b == n.b {
					x.kind, x.persons, x.org = kindPerson, n.persons, nil
				}
			}
		}
		for i := range s.nodes {
			n := &s.nodes[i]
			name(n)
			if n.kind == kindRole {
				name(n.roleOrg)
			}
		}
		for _, st := range s.affs {
			name(st.aff.org)
		}
		for _, p := range s.pointed { // over the words that it covers
			i := slices.IndexFunc(s.seen, func(x seen) bool { return x.b > p.a })
			if i < 0 {
				continue
			}
			j := i
			free := true
			for j < len(s.seen) && s.seen[j].a < p.b {
				free = free && len(s.seen[j].persons) == 0 && s.seen[j].org == nil
				j++
			}
			if !free || j == i {
				continue
			}
			p.low = s.seen[j-1].low
			s.seen[i] = p
			s.seen = append(s.seen[:i+1], s.seen[j:]...)
		}
		for k := range s.seen {
			x := &s.seen[k]
			switch x.kind {
			case kindWord:
				x.cues = d.p.cues.of(x.low)
			case kindRole:
				for t := x.a; t < x.b; t++ {
					x.cues |= d.p.cues.of(s.toks[t].low) & (cueFormer | cueNew | cueBoard)
				}
			}
		}
	}
}

const (
	cueFormer = 1 << 14
	cueNew    = 1 << 15
	cueBoard  = 1 << 23
)

// cueWords tells the cue classes of words, one bit each: of whole words, of beginnings and of ends.
type cueWords struct {
	whole, beginnings, ends map[string]uint32
	longest                 int // of beginnings and ends, in bytes
}

func (p *pack) cueWords() cueWords {
	c := cueWords{whole: map[string]uint32{}, beginnings: map[string]uint32{}, ends: map[string]uint32{}}
	for k, name := range cueNames {
		class := p.classes["rank."+name]
		if class == nil {
			continue
		}
		for w := range class.single {
			c.whole[w] |= 1 << k
		}
		for _, w := range class.prefixes {
			c.beginnings[w] |= 1 << k
			c.longest = max(c.longest, len(w))
		}
		for _, w := range class.suffixes {
			c.ends[w] |= 1 << k
			c.longest = max(c.longest, len(w))
		}
	}
	return c
}

// of are the cues of a word.
func (c *cueWords) of(low string) uint32 {
	m := c.whole[low]
	for n := 1; n <= min(len(low), c.longest); n++ {
		m |= c.beginnings[low[:n]]
		if len(c.ends) > 0 {
			m |= c.ends[low[len(low)-n:]]
		}
	}
	return m
}
