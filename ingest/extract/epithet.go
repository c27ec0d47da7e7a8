package extract

import (
	"slices"
	"strings"
)

// loadEpithets notes what organizations are called beside their names: class "epithet.apple" holds "cupertino" and "iphone maker".
func (p *pack) loadEpithets() {
	for _, name := range sortedKeys(p.classes) {
		org, ok := strings.CutPrefix(name, "epithet.")
		if !ok {
			continue
		}
		if p.epithets == nil {
			p.epithets = map[string][]string{}
		}
		for _, w := range sortedKeys(p.classWords(name)) {
			p.epithets[w] = append(p.epithets[w], org)
			p.class("epithet").add(w)
		}
	}
}

// findEpithets puts organizations that the article names in the place of what else they are called: "Redmond", "the iPhone maker".
func (d *document) findEpithets(s *sentence) {
	c := d.p.named("epithet")
	if c == nil || s.titleCase {
		return
	}
	for i := 0; i < len(s.nodes); i++ {
		n := &s.nodes[i]
		if n.kind == kindPerson || n.kind == kindDate || n.kind == kindRole {
			continue
		}
		m := d.p.tokensMatch("epithet", s.toks, n.a)
		if m == 0 {
			continue
		}
		end := i
		for end < len(s.nodes) && s.nodes[end].b < n.a+m {
			end++
		}
		if end >= len(s.nodes) || s.nodes[end].b != n.a+m {
			continue
		}
		words := make([]string, 0, m)
		for _, t := range s.toks[n.a : n.a+m] {
			words = append(words, t.low)
		}
		o := d.calledSo(strings.Join(words, " "))
		if o == nil {
			continue
		}
		nd := node{kind: kindOrg, name: o.name, ref: refName, org: o}
		first := i
		for first > 0 && i-first < 3 && s.nodes[first-1].kind == kindWord && (d.p.is("orgadj", s.nodes[first-1].low) || d.p.is("nationality", s.nodes[first-1].low)) {
			first--
		}
		if first > 0 && s.nodes[first-1].kind == kindWord && d.p.is("det", s.nodes[first-1].low) {
			first--
		} else {
			first = i
		}
		s.splice(first, end+1, nd)
		i = first
	}
}

// calledSo is the organization of the article that the words mean, the one named most often where they may mean several.
func (d *document) calledSo(words string) *organization {
	var best *organization
	for _, o := range d.reg.orgs {
		if !slices.Contains(d.p.epithets[words], strings.Join(o.words, " ")) && (len(o.words) < 2 || !slices.Contains(d.p.epithets[words], o.words[0])) {
			continue
		}
		if best == nil || o.count > best.count {
			best = o
		}
	}
	return best
}

// demonymAlone reports whether token i is where somebody comes from in the place of a name: "The Italian had departed".
func (d *document) demonymAlone(t []token, i int) bool {
	if d.p.is("option", "pro-drop") && i == 1 && i+1 < len(t) { // "El alemán, que en su día …": "La alemana" may be a firm
		next := t[i+1]
		return d.p.is("demonym", t[i].low) && !t[i].capital && !next.capital && (next.low == "," || d.p.verb[next.low] || d.p.is("aux", next.low) || d.p.is("skip", next.low) || d.p.is("pasttense", next.low))
	}
	if !d.p.is("demonym", t[i].low) || !t[i].capital || i == 0 || i+1 >= len(t) || !d.p.is("det.def", t[i-1].low) {
		return false
	}
	next := t[i+1]
	return !next.capital && (d.p.verb[next.low] || d.p.is("aux", next.low) || d.p.is("skip", next.low) || d.p.is("pasttense", next.low) || d.p.is("presentverb", next.low) || d.pastForm(next.low))
}
