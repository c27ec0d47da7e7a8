package extract

import (
	"strings"

	"talentgraph/graph"
)

// placeOf is where the one who takes over from another arrives when no clause names it: where the other is or was until then.
func (d *document) placeOf(f *fact) *organization {
	if !d.p.compounds || f.to.org != nil {
		return nil
	}
	for _, x := range d.facts {
		if x.kind != "succeed" || x.who != f.who || x.whom == nil || x.sent.index < f.sent.index-1 || x.sent.index > f.sent.index+1 {
			continue
		}
		for _, y := range d.facts {
			if y.who != x.whom || y.sent.index > x.sent.index+1 {
				continue
			}
			switch {
			case y.kind == "join" && d.earlier(y):
				return y.to.org
			case (y.kind == "leave" || y.kind == "join") && y.from.org != nil && !y.from.implied:
				return y.from.org
			case y.kind == "is" && y.org.org != nil:
				return y.org.org
			}
		}
	}
	return nil
}

// pronounOpens reports whether a sentence speaks of a person without naming one.
func (d *document) pronounOpens(s *sentence) bool {
	for i := range s.nodes {
		if n := &s.nodes[i]; n.kind == kindPerson || n.kind == kindRole && n.definite && i == 0 {
			return true
		}
	}
	return false
}

// nameAgain reports whether the noun at node i is the name of o again: without an article, as only names stand.
func (d *document) nameAgain(s *sentence, i int, o *organization) bool {
	p := d.p
	n := &s.nodes[i]
	if !strings.EqualFold(o.name, s.toks[n.a].text) && !strings.EqualFold(o.words[0], n.low) {
		return false
	}
	if i == 0 {
		return len(s.nodes) > 1 && (p.verb[s.nodes[1].low] || p.is("aux", s.nodes[1].low) || p.is("finite", s.nodes[1].low) || p.is("says", s.nodes[1].low) || s.block.kind == paragraph && !s.toks[s.nodes[1].a].capital)
	}
	prev := s.toks[n.a-1]
	if !p.nouns[n.low] && !p.common[n.low] && !p.is("orgnoun", n.low) && !prev.capital && !p.is("det", prev.low) && !p.is("fused", prev.low) && !adjectival(prev.low) {
		return true // "um Quellwerk zu gründen"
	}
	return !prev.capital && !prev.digit && !p.is("det", prev.low) && !p.is("fused", prev.low) && !adjectival(prev.low) && (p.is("bareprep", prev.low) || p.is("orgprep", prev.low) || p.is("aux", prev.low) || prev.punct || p.verb[prev.low] || p.is("finite", prev.low))
}

// numbered reports whether only the number of an item stands before the sentence in its block: "2. Bild: …".
func (d *document) numbered(s *sentence) bool {
	for _, x := range s.block.sentences {
		if x == s {
			return true
		}
		for i := range x.toks {
			if t := &x.toks[i]; !t.punct && !t.digit {
				return false
			}
		}
	}
	return false
}

// labelStart passes over the number of an item, and over the town behind the organization that labels it: "3 Fraunhofer MOEZ, Leipzig: …".
// It gives the node to look at for "O :".
func (d *document) labelStart(s *sentence, i int) int {
	n := s.nodes
	if i+1 < len(n) && s.toks[n[i].a].digit && n[i].b-n[i].a == 1 && n[i].kind == kindWord && isName(&n[i+1]) {
		i++
	}
	if i+4 < len(n) && isName(&n[i]) && n[i].ref == refName && n[i].org != nil && (n[i+1].low == "," && n[i+2].kind == kindPlace && n[i+3].low == ":") {
		d.label, d.labelled = n[i].org, s.block
		d.focus = d.label
	}
	return i
}

// headedBy is the organization of "Großes Stühlerücken bei O: …", "Der Aderlass bei O hält an: …".
func (d *document) headedBy(s *sentence) *organization {
	if !d.p.compounds {
		return nil
	}
	var o *organization
	for i := 0; i+2 < len(s.nodes) && i < 14; i++ {
		n := &s.nodes[i]
		switch {
		case n.kind == kindPerson || n.low == "," || n.low == ";" || n.low == "\"":
			return nil
		case isName(n) && n.ref == refName && n.org != nil:
			if o != nil || i == 0 || !d.p.is("focusprep", s.nodes[i-1].low) {
				return nil
			}
			o = n.org
		case n.low == ":":
			return o
		}
	}
	return nil
}

// bareName is the organization that a sentence without a verb or person consists of: "Und dann Schalke 04."
func (d *document) bareName(s *sentence) *organization {
	if !d.p.compounds || len(s.nodes) > 6 || s.block.kind != paragraph || len(s.block.sentences) < 2 || s.namesPerson(0) {
		return nil
	}
	for i := range s.nodes {
		n := &s.nodes[i]
		if n.kind == kindRole || n.kind == kindWord && (d.verbal(n) || s.toks[n.a].capital && i > 0 || d.p.is("cue.at", n.low)) {
			return nil
		}
	}
	return s.onlyOrg()
}

// institutionItself makes an organization of a description that can mean only one: "am Nationalmuseum" where no other is named so.
func (d *document) institutionItself(s *sentence, n *node) *organization {
	if !d.p.compounds || n.head == "" || n.possess {
		return nil
	}
	c := d.p.named("oneself")
	if c == nil || c.single[n.head] {
		return nil
	}
	for _, e := range c.suffixes {
		if head := strings.TrimSuffix(n.head, "s"); strings.HasSuffix(head, e) && len(head) > len(e)+3 && n.b > 0 {
			text := s.toks[n.b-1].text
			if text != "" && strings.EqualFold(text, n.head) {
				if d.p.is("det.gen", s.toks[n.a].low) {
					text = strings.TrimSuffix(text, "s")
				}
				return d.addOrg(text, s.index)
			}
		}
	}
	return nil
}

// arrives reports whether the text has told that the person starts somewhere.
func (d *document) arrives(q *person) bool {
	for _, f := range d.facts {
		if f.who == q && f.kind == "join" {
			return true
		}
	}
	return false
}

// leavesFocus reports whether an arrival is that of somebody who leaves what the text is about, so that the focus stays there.
func (d *document) leavesFocus(f *fact) bool {
	if d.focus == nil {
		return false
	}
	if d.focus == d.losing && d.losing == d.opening { // one who leaves it after another
		return true
	}
	if f.from.org != nil {
		return f.from.org == d.focus
	}
	for _, g := range d.facts {
		if g.who == f.who && (g.kind == "is" || g.kind == "leave" || g.kind == "was") && (g.org.org == d.focus || g.from.org == d.focus) && g.sent.index <= f.sent.index {
			return true
		}
	}
	return false
}

// onlyDescribes reports whether a role without an organization says what a person is, not where: "Dänin", "Arbeitsrechtler".
func (d *document) onlyDescribes(role string) bool {
	if !d.p.compounds {
		return false
	}
	w := strings.ToLower(role)
	return d.p.is("nopost", w[strings.LastIndexByte(w, ' ')+1:])
}

// nounOfPlace reports whether the noun at i and the place right behind it are a name: "bei der Berufsfeuerwehr Dortmund".
func (d *document) nounOfPlace(t []token, i int) bool {
	p, w := d.p, t[i]
	if i+1 >= len(t) || !t[i+1].capital || t[i+1].punct || !p.is("place", t[i+1].low) || p.is("func", w.low) || p.verb[w.low] || p.is("skip", w.low) || p.is("unitnoun", w.low) || p.is("orgnoun", w.low) && !p.orgHead(w.low) && !p.is("orgword", w.low) || p.is("noplacehead", w.low) || p.compoundRole(w.low) || p.is("notname", w.low) || p.monthOf(w.low) > 0 || p.is("weekday", w.low) || p.is("nationality", w.low) {
		return false
	}
	if !p.noun(w.low) && !p.compoundNoun(w.low) || len(w.low) < 5 {
		return false
	}
	return i > 0 && (p.is("det", t[i-1].low) || p.is("fused", t[i-1].low) || p.is("bareprep", t[i-1].low))
}

// twoPersons are the two whom "beide" at node i means: those named in the sentence before it, else in the one before.
func (d *document) twoPersons(s *sentence, i int) []*person {
	var out []*person
	for j := 0; j < i; j++ {
		if n := &s.nodes[j]; n.ref == refName && len(n.persons) == 1 && !containsPerson(out, n.persons[0]) {
			out = append(out, n.persons[0])
		}
	}
	if len(out) == 2 {
		return out
	}
	if few := d.lastFew(s); len(few) == 2 {
		return few
	}
	out = nil
	for _, f := range d.facts { // "Mit X gründet er …"
		if f.sent.index == s.index-1 && f.who != nil && !containsPerson(out, f.who) {
			out = append(out, f.who)
		}
	}
	if s.index > 0 {
		for i := range d.sents[s.index-1].nodes {
			if n := &d.sents[s.index-1].nodes[i]; n.ref == refName && len(n.persons) == 1 && !containsPerson(out, n.persons[0]) {
				out = append(out, n.persons[0])
			}
		}
	}
	if len(out) == 2 {
		return out
	}
	return nil
}

func containsPerson(l []*person, q *person) bool {
	for _, x := range l {
		if x == q {
			return true
		}
	}
	return false
}

// lostBefore is where one comes from of whom the text says only what he is, behind others who left the organization in focus: "Ein
// dritter Partner, X, wechselte zu B."
func (d *document) lostBefore(f *fact) *organization {
	if !d.p.compounds || f.focus == nil || f.focus == f.to.org || f.weak {
		return nil
	}
	bare := false
	for _, g := range d.facts {
		bare = bare || g.who == f.who && g.sent == f.sent && g.kind == "is" && g.org.org == nil && g.role != ""
	}
	if !bare {
		return nil
	}
	for _, g := range d.facts {
		if g.who != nil && g.who != f.who && (g.kind == "leave" || g.kind == "join") && g.from.org == f.focus && g.status != graph.Denied && g.sent.index < f.sent.index {
			return f.focus
		}
	}
	return nil
}
