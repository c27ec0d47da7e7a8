package extract

import "strings"

// compoundNames cuts "Wolfgang Reitzle Linde" where the article names both, and takes genitives apart.
func (d *document) compoundNames() {
	have := map[string]bool{}
	for _, s := range d.sents {
		for i := range s.nodes {
			if s.nodes[i].kind == kindName {
				have[fold(s.nodes[i].name)] = true
			}
		}
	}
	for _, s := range d.sents {
		for i := 0; i < len(s.nodes); i++ {
			n := &s.nodes[i]
			if n.kind != kindName || n.titled || n.b-n.a < 3 {
				continue
			}
			cut := d.namesApart(s.toks[n.a:n.b], have)
			if cut == 0 {
				continue
			}
			t := s.toks[n.a+cut]
			o := node{kind: kindName, a: n.a + cut, b: n.b, low: t.low, name: spanText(s.src, s.toks[n.a+cut:n.b])}
			n.name, n.b = spanText(s.src, s.toks[n.a:n.a+cut]), n.a+cut
			s.nodes = append(s.nodes[:i+1], append([]node{o}, s.nodes[i+1:]...)...)
		}
	}
	d.genitives()
}

// namesApart finds where a run of capitals is a person and an organization, or the other way round: after how many tokens the
// second begins, 0 where it is one name.
func (d *document) namesApart(t []token, have map[string]bool) int {
	known := func(t []token) bool {
		name := fold(joinTokens(t))
		return have[name] || d.names.orgs[name]
	}
	person := func(t []token) bool {
		return len(t) == 2 && d.flags(t[0].low)&isGiven != 0 && !d.p.orgHead(t[1].low) && !d.p.is("orgword", t[1].low)
	}
	if rest := t[2:]; person(t[:2]) && !t[2].punct && (known(rest) && d.flags(t[len(t)-1].low)&isSurname == 0 || len(rest) == 1 && have[fold(rest[0].text)] || len(rest) > 1 && d.p.orgHead(rest[0].low)) {
		return 2
	}
	if k := len(t) - 2; person(t[k:]) && known(t[:k]) && d.flags(t[0].low)&isGiven == 0 {
		return k
	}
	return 0
}

// genitives takes the -s off names that the article, or the table of organizations, has without it: "Googles", "Rorsteds".
func (d *document) genitives() {
	have := map[string]bool{}
	times := map[string]int{}
	each := func(f func(s *sentence, n *node)) {
		for _, s := range d.sents {
			for i := range s.nodes {
				if s.nodes[i].kind == kindName {
					f(s, &s.nodes[i])
				}
			}
		}
	}
	each(func(_ *sentence, n *node) {
		have[fold(n.name)] = true
		times[n.name]++
		if f := strings.Fields(fold(n.name)); len(f) > 1 {
			have[f[len(f)-1]] = true
		}
	})
	each(func(s *sentence, n *node) {
		name := strings.TrimRight(n.name, "'’")
		if name != n.name {
			n.name = name
			return
		}
		if head, rest, ok := strings.Cut(name, " "); ok && n.a > 0 && s.toks[n.a-1].low == "des" {
			if stem, ok := strings.CutSuffix(head, "s"); ok && d.p.is("orghead", strings.ToLower(stem)) {
				n.name = stem + " " + rest // "des Amtsgerichts Kronach"
				return
			}
		}
		if !strings.HasSuffix(name, "s") || len(name) < 4 {
			return
		}
		short := name[:len(name)-1]
		if w := strings.ToLower(short); n.a > 0 && s.toks[n.a-1].low == "des" && n.b-n.a == 1 && !d.names.orgs[strings.ToLower(name)] && (d.p.compoundNoun(w) || d.p.is("orgsure", w) || d.p.is("orghead", w)) {
			n.name = short // "des Landesrechnungshofs"
			return
		}
		f := strings.Fields(fold(short))
		noun := n.b < len(s.toks) && !s.toks[n.b].punct && (s.toks[n.b].capital || adjectival(s.toks[n.b].low) && !d.p.is("func", s.toks[n.b].low))
		gen := n.a > 0 && (s.toks[n.a-1].low == "des" || s.toks[n.a-1].low == "eines")
		if gen && d.names.orgs[strings.ToLower(short)] || have[fold(short)] || d.names.orgs[strings.ToLower(short)] && !d.names.orgs[strings.ToLower(name)] && times[name] == 1 && noun || len(f) == 1 && have[f[0]] {
			n.name = short
		} else if f := strings.Fields(short); noun && len(f) == 2 && d.flags(strings.ToLower(f[0]))&isGiven != 0 && d.flags(strings.ToLower(f[1]))&isSurname != 0 && d.flags(strings.ToLower(f[1]+"s"))&isSurname == 0 {
			n.name = short
		}
	})
}

// twoNames reports whether a name is of two words that look like those of a person: no noun, no place, no mark of an organization.
func (d *document) twoNames(name string) bool {
	p := d.p
	w := strings.Fields(name)
	if len(w) != 2 || d.names.orgs[strings.ToLower(name)] {
		return false
	}
	for _, x := range w {
		low := strings.ToLower(x)
		if p.plainHere(low) || p.noun(low) || p.is("place", low) || p.is("orgword", low) || p.is("orgsuffix", low) || p.orgHead(low) || p.is("orgsure", low) || p.inflects(low) || strings.ToUpper(x) == x || camel(x) || strings.ContainsAny(x, "0123456789&+.") || adjectival(low) && d.flags(low) == 0 {
			return false
		}
	}
	return true
}

// nounsOnly reports whether a lone word that the chunker took for a name only ever stands behind an article or an adjective and
// nothing else speaks for a name: "die Lokalausgaben".
func (d *document) nounsOnly(key string, n int, at func(int) (*sentence, *node)) bool {
	p := d.p
	if len(key) < 11 || strings.ContainsAny(key, " .&0123456789") || d.names.orgs[key] || p.brandCompound(key) || p.is("orgsure", key) || p.is("orgword", key) || p.orgHead(key) || d.names.flags(key)&isSurname != 0 {
		return false
	}
	if strings.Contains(key, "-") && !p.plainNounWord(key[strings.LastIndexByte(key, '-')+1:]) {
		return false
	}
	for i := range n {
		s, nd := at(i)
		if nd.titled || nd.a == 0 || s.titleCase || camel(nd.name) || s.toks[nd.a].upper {
			return false
		}
		if nd.b < len(s.toks) && (s.toks[nd.b].low == "-" && s.toks[nd.b].glued || s.toks[nd.b].low == "(") {
			return false
		}
		prev := s.toks[nd.a-1]
		if !(p.is("det", prev.low) || p.is("fused", prev.low) || !prev.capital && !prev.punct && !prev.digit && adjectival(prev.low) && !p.is("orgprep", prev.low) && !p.verb[prev.low] && !p.is("func", prev.low) && !p.is("skip", prev.low)) {
			return false
		}
	}
	return true
}

// unhyphened is the name inside a compound: "Deutsche-Bank" of "Deutsche-Bank-Chef", but "Hewlett-Packard".
func (d *document) unhyphened(name string) string {
	plain := strings.ReplaceAll(name, "-", " ")
	low := strings.ToLower(name)
	if d.names.orgs[strings.ToLower(plain)] || strings.Count(name, "-") > 1 && !d.names.orgs[low] {
		return plain
	}
	if head, _, ok := strings.Cut(low, "-"); ok && d.p.inflects(head) {
		return plain
	}
	return name
}
