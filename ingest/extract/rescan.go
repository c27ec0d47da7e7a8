package extract

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// plainWords reports whether a folded name consists of nothing but words of the language that make no organization.
func (d *document) plainWords(key string) bool {
	for _, w := range strings.Fields(key) {
		if !d.p.common[w] || d.p.is("orgword", w) || d.p.is("orghead", w) || d.p.is("orgsuffix", w) || d.flags(w)&isGiven != 0 {
			return false
		}
	}
	return true
}

// placeOnly reports whether a name of one or two words always stands behind a preposition of place, once behind one that
// only places take.
func (d *document) placeOnly(key string, n int, at func(int) (*sentence, *node)) bool {
	if strings.Count(key, " ") > 1 || d.p.named("placeprep") == nil || n == 0 {
		return false
	}
	once := false
	for i := range n {
		s, nd := at(i)
		if nd.titled || nd.a == 0 || d.names.orgs[strings.ToLower(nd.name)] || s.toks[nd.a].upper || camel(nd.name) {
			return false
		}
		for _, w := range strings.Fields(key) {
			if d.p.is("orgword", w) || d.p.is("orghead", w) || d.p.is("orgsuffix", w) || strings.ContainsAny(w, "&0123456789") {
				return false
			}
		}
		prev := s.toks[nd.a-1].low
		switch {
		case d.p.is("placeprep", prev):
			once = true
		case prev == "to" || prev == "from":
		default:
			return false
		}
	}
	return once
}

// rescan finds the short forms that look like ordinary words: "Price", "Long", "Spirit".
func (d *document) rescan() {
	for _, s := range d.sents {
		for i := 0; i < len(s.nodes); i++ {
			n := &s.nodes[i]
			if n.kind == kindPerson && d.p.compounds && i > 0 && n.b-n.a == 1 && d.p.is("orgprep", s.nodes[i-1].low) { // "zu Brandtner", where Brandtner AG is named
				o := d.reg.shortOrg(s.toks[n.a].text)
				for _, x := range d.reg.orgs {
					if w := fold(s.toks[n.a].text); o == nil && len(x.words) > 1 && x.words[len(x.words)-1] == w && d.p.orgHead(x.words[0]) {
						o = x // "zu Bergedorf": Verlagsgruppe Bergedorf
					}
				}
				if o != nil {
					n.kind, n.persons, n.org = kindOrg, nil, o
				}
			}
			if n.kind == kindPerson && d.p.compounds && i > 0 && n.b-n.a == 1 && !n.titled && s.nodes[i-1].kind == kindWord && d.p.is("orgnoun", s.nodes[i-1].low) && !d.p.compoundRole(s.nodes[i-1].low) { // "der Weberei Lenders"
				n.kind, n.persons, n.org = kindOrg, nil, d.addOrg(n.name, s.index)
			}
			if d.p.compounds && n.kind == kindWord && d.p.is("nameparticle", n.low) && d.particled(s, i) {
				continue
			}
			d.townsHouse(s, i)
			d.placeAsHouse(s, i)
			n = &s.nodes[i]
			if n.kind == kindPlace && n.b-n.a == 1 && !(i > 0 && (d.p.is("cue.at", s.nodes[i-1].low) || s.nodes[i-1].low == ",")) { // "Mendoza", a city and a surname
				if pl := d.reg.byLast[fold(s.toks[n.a].text)]; len(pl) > 0 && lastSurface(pl[0]) == s.toks[n.a].text {
					n.kind, n.name, n.persons = kindPerson, s.toks[n.a].text, pl[:1]
					continue
				}
			}
			if n.kind == kindPlace && n.b-n.a == 1 && !(i > 0 && d.p.is("placeprep", s.nodes[i-1].low)) { // "Woodside", where Woodside Energy is named
				if o := d.reg.shortOrg(s.toks[n.a].text); o != nil && !genericHead[n.low] && !d.placeAsSuch(s, i) {
					n.kind, n.name, n.org = kindOrg, s.toks[n.a].text, o
				}
				continue
			}
			if n.kind != kindWord || n.b-n.a != 1 || !s.toks[n.a].capital || s.toks[n.a].punct || utf8.RuneCountInString(n.low) < 3 {
				continue
			}
			w := s.toks[n.a].text
			if d.p.is("func", n.low) {
				continue
			}
			if pl := d.reg.byLast[fold(w)]; len(pl) > 0 && !d.p.is("title", n.low) && lastSurface(pl[0]) == w {
				n.kind, n.name, n.persons = kindPerson, w, pl[:1]
				continue
			}
			if d.p.is("nationality", n.low) || genericHead[n.low] || d.p.is("orgword", n.low) {
				continue
			}
			if o := d.reg.byKey[n.low]; d.p.compounds && o != nil && (d.names.orgs[n.low] || d.nameAgain(s, i, o)) && !d.p.is("orgnoun", n.low) { // "Linde", where "Linde-Sprecher" shows that it is a name
				n.kind, n.name, n.org = kindOrg, w, o
				continue
			}
			if o := d.reg.byKey[n.low]; o != nil && !d.p.compounds && !s.titleCase && d.nameGoesOn(s, i) { // "Stripe, the payments company", where another sentence has it as a name
				n.kind, n.name, n.org = kindOrg, w, o
				o.count++
				continue
			}
			if o := d.reg.shortOrg(w); o != nil && (i > 0 || !d.p.common[n.low]) && !s.titleCase {
				n.kind, n.name, n.org = kindOrg, w, o
			}
		}
	}
}

// nameGoesOn reports whether what stands behind the word at node i fits the name of an organization.
func (d *document) nameGoesOn(s *sentence, i int) bool {
	n := s.at(i + 1)
	if n == nil {
		return false
	}
	p := d.p
	return n.kind == kindRole || n.kind == kindDate || n.low == "," || n.low == "'s" || n.low == "(" || p.is("aux", n.low) || p.verb[n.low] || p.is("says", n.low) || p.is("and", n.low)
}

// placeAsSuch reports whether the place at node i stands as one: in an address, in a dateline, before "office".
func (d *document) placeAsSuch(s *sentence, i int) bool {
	if i == 0 && s.nodes[i].b == len(s.toks) {
		return true
	}
	if i > 0 && s.nodes[i-1].low == "," || i+1 < len(s.nodes) && s.nodes[i+1].low == "," && i+2 < len(s.nodes) && s.nodes[i+2].kind == kindPlace {
		return true
	}
	return i+1 < len(s.nodes) && (d.p.is("unitnoun", s.nodes[i+1].low) || d.p.is("orgnoun", s.nodes[i+1].low))
}

// withoutPlace is the folded name without the place at its end; empty where there is none or too little is left.
func (d *document) withoutPlace(name string) string {
	bare, ok := d.placeless[name]
	if !ok {
		bare = d.placeCut(name)
		if d.placeless == nil {
			d.placeless = map[string]string{}
		}
		d.placeless[name] = bare
	}
	return bare
}

// placeCut is withoutPlace, looked at anew.
func (d *document) placeCut(name string) string {
	words := strings.Fields(strings.ToLower(name))
	c := d.p.named("place")
	if c == nil || len(words) < 2 {
		return ""
	}
	for k := max(1, len(words)-3); k < len(words); k++ {
		if slices.Contains(words[:k], "of") { // "University of Western Ontario", "University of Western Australia"
			return ""
		}
		tail := words[k:]
		ok := len(tail) == 1 && c.single[tail[0]]
		for _, f := range c.phrases[tail[0]] {
			ok = ok || slices.Equal(f, tail)
		}
		if !ok {
			continue
		}
		last := words[k-1]
		if k == 1 && (genericHead[fold(last)] || d.p.is("orghead", last) || d.p.is("orgword", last)) || d.p.is("orgof", last) || d.p.is("func", last) {
			return ""
		}
		return fold(strings.Join(words[:k], " "))
	}
	return ""
}
