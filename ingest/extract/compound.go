package extract

import (
	"strings"
)

// What German asks for beyond the tables: every noun is capitalised, so that a name needs evidence; adjectives in names
// inflect; genitives end in -s; a relative clause begins with a word that is also the article.

// plainNounWord reports whether a capitalised word is one of the language rather than a name.
func (p *pack) plainNounWord(low string) bool {
	if p.common[low] || p.verb[low] || p.is("func", low) || p.is("orgnoun", low) || p.is("nounend", low) || p.compoundRole(low) || p.is("skip", low) {
		return true
	}
	return false
}

// plainAt reports whether the capitalised token i is a noun of the language, cases and plurals included, rather than a name.
func (d *document) plainAt(t []token, i int) bool {
	p, low := d.p, t[i].low
	if p.common[low] || p.verb[low] || p.is("func", low) || p.is("skip", low) {
		return true
	}
	if f := d.flags(low); f&(isSurname|isGiven) != 0 && !strings.Contains(low, "-") {
		o := p.classes["orgnoun"]
		r := p.classes["rolehead"]
		return o != nil && o.single[low] || r != nil && r.single[low]
	}
	if p.plainNounWord(low) {
		return true
	}
	for _, e := range []string{"es", "en", "s", "n"} {
		if stem, ok := strings.CutSuffix(low, e); ok && len(stem) > 4 && (p.common[stem] || p.is("nounend", stem)) {
			if e == "s" || e == "es" { // the genitive has a word before it that says so
				return i > 0 && (p.is("det.gen", t[i-1].low) || p.is("det.poss", t[i-1].low) || adjectival(t[i-1].low))
			}
			return true
		}
	}
	return false
}

// inflects reports whether a word is an adjective that has its capital only in names: "Deutschen", "Rheinische".
func (p *pack) inflects(low string) bool {
	c := p.classes["orgfirst"]
	if c == nil {
		return false
	}
	for _, x := range c.prefixes {
		if strings.HasPrefix(low, x) && len(low) <= len(x)+2 {
			return true
		}
	}
	return false
}

// orgHead reports whether a word heads names of organizations, in the genitive too: "des Museums Ludwig".
func (p *pack) orgHead(low string) bool {
	if p.is("orghead", low) {
		return true
	}
	stem, ok := strings.CutSuffix(low, "s")
	return ok && p.is("orghead", stem)
}

// nameBeside reports whether what stands beside a capitalised word of the language makes it a name all the same: "Inter
// Versicherungsgruppe", "den Gasekonzern Linde", "Linde-Sprecher".
func (d *document) nameBeside(t []token, i int) bool {
	p := d.p
	w := t[i]
	if p.is("func", w.low) || p.is("orgnoun", w.low) || p.compoundRole(w.low) || p.is("orgadj", w.low) || p.is("rolemod", w.low) || p.is("domain", w.low) {
		return false
	}
	if i+1 < len(t) && t[i+1].capital && !t[i+1].punct && (p.is("orgword", t[i+1].low) || p.is("orgsuffix", t[i+1].low)) {
		return true
	}
	if i+2 < len(t) && t[i+1].low == "-" && t[i+1].glued && t[i+2].glued && d.names.orgs[w.low] {
		return true
	}
	return i > 0 && t[i-1].capital && !t[i-1].punct && p.is("orgnoun", t[i-1].low) && !p.is("orggeneric", t[i-1].low) && !(i+1 < len(t) && t[i+1].capital && p.plainNounWord(t[i+1].low))
}

// compoundNameWord is nameWord for a language that capitalises its nouns; the token is a capitalised word.
func (d *document) compoundNameWord(s *sentence, i int, first bool) bool {
	p, t := d.p, s.toks
	w := t[i]
	next, nextCap := "", false
	if i+1 < len(t) {
		next, nextCap = t[i+1].low, t[i+1].capital && !t[i+1].punct
	}
	flags := d.flags(w.low)
	plain := d.plainAt(t, i)
	if !first && (t[i-1].low == "&" || t[i-1].low == "+") {
		return !p.is("func", w.low)
	}
	if !first {
		prevGiven := t[i-1].capital && d.flags(t[i-1].low)&isGiven != 0
		switch {
		case w.upper && !p.is("func", w.low) || p.tokensMatch("place", t, i) > 1:
			return true
		case p.inflects(t[i-1].low) && !p.is("func", w.low) && !p.verb[w.low]:
			return true // "Verband Deutscher Werkzeugbauer"
		case p.is("orgheadwide", t[i-1].low) && !p.is("func", w.low) && !p.verb[w.low] && !p.compoundRole(w.low):
			return true // "Handelsverband Textil"
		case prevGiven && !p.common[t[i-1].low] && !p.is("func", w.low) && !p.verb[w.low] && !p.compoundRole(w.low) && !p.is("orgnoun", w.low) && (i < 2 || d.flags(t[i-2].low)&isGiven == 0 || !t[i-2].capital):
			return true // "Tobias Reiche"
		case p.is("func", w.low) || p.verb[w.low] || p.is("skip", w.low):
			return false
		case p.is("place", w.low) && (!p.is("orgnoun", t[i-1].low) || p.orgHead(t[i-1].low)):
			return true // "Deutsche Bank Schweiz"
		case p.is("orgword", w.low) || p.is("orgsuffix", w.low) || p.is("orghead", w.low):
			return true
		case plain:
			if (prevGiven || initials(t[i-1].text)) && !p.common[w.low] && !p.is("rolehead", w.low) && !p.is("nationality", w.low) {
				return true // only the end of the word looks like a noun: "Leung", "Rotthaus"
			}
			if !p.common[w.low] && !p.compoundRole(w.low) && !p.is("orgnoun", w.low) && !p.classes["nounend"].single[w.low] && i == 1+d.runStart(t, i) && !d.plainAt(t, i-1) && !p.orgHead(t[i-1].low) {
				return true // "Yorcka Polländer"
			}
			return prevGiven && (flags&isSurname != 0 || p.common[w.low] && !p.is("orgnoun", w.low) && !p.compoundRole(w.low) && flags != 0) || d.known2(t, i-1) || d.suffixAhead(t, i)
		case strings.Contains(w.low, "-"):
			tail := w.low[strings.LastIndexByte(w.low, '-')+1:]
			return !p.plainNounWord(tail) || p.is("orgword", tail) || p.is("orghead", tail) || d.suffixAhead(t, i)
		}
		return true
	}
	if i > 0 && i+1 < len(t) && t[i-1].low == "\"" && t[i+1].low == "\"" && !p.is("func", w.low) && !p.verb[w.low] {
		return true // „Bild“
	}
	if i+2 < len(t) && t[i+1].low == "-" && t[i+1].glued && t[i+2].glued && strings.Contains(w.low, "-") { // "Aldi-Nord-Manager"
		head := w.low[:strings.IndexByte(w.low, '-')]
		return !p.is("rolemod", head) && !p.is("func", head) && (!p.common[head] || d.names.orgs[strings.ReplaceAll(w.low, "-", " ")])
	}
	if nextCap && i+2 < len(t) && t[i+2].capital && !t[i+2].punct && flags&isGiven == 0 && d.givenName(next) && !p.common[next] && !p.is("orgword", next) && !p.orgHead(w.low) && !w.upper && !p.compoundRole(t[i+2].low) && (d.flags(t[i+2].low)&isSurname != 0 || !d.plainAt(t, i+2)) && !d.known2(t, i) {
		return false // "die Russin Nadja Petrowa"
	}
	if nextCap && i > 0 && len(w.low) >= 10 && (p.is("det", t[i-1].low) || p.is("fused", t[i-1].low) || p.is("orgadj", t[i-1].low)) && flags == 0 && !d.names.orgs[w.low] && !strings.Contains(w.low, "-") && !camel(w.text) && !p.orgHead(w.low) && !p.is("orgword", w.low) && !p.is("orgfirst", w.low) && !p.is("orgsure", w.low) && !p.is("orgword", next) && !p.is("orgsuffix", next) && !d.plainAt(t, i+1) && p.tokensMatch("place", t, i+1) == 0 && !d.known2(t, i) {
		return false // "beim Risikokapitalgeber Acton Capital": what the name behind it is
	}
	if k := strings.LastIndexByte(w.text, '-'); k > 1 && strings.ToUpper(w.text[:k]) == w.text[:k] && p.is("orgword", w.low[k+1:]) && !p.is("rolemod", w.low[:k]) && !p.is("notname", w.low[:k]) {
		return true // "DAK-Gesundheit"
	}
	switch {
	case p.is("orgsure", w.low) && !(nextCap && p.compoundRole(next)):
		return true
	case p.is("func", w.low) && !w.upper:
		return nextCap && p.is("namefirst", w.low) && d.known2(t, i)
	case d.known2(t, i) && !p.is("orgnoun", w.low) || nextCap && d.names.orgs[p.uninflected(w.low)+" "+next]:
		return true
	case p.inflects(w.low) && i > 0 && nextCap && !t[i-1].punct && !p.is("func", next) && !p.verb[next]:
		return true // an adjective with a capital inside a sentence: "der Rheinischen NetzGesellschaft"
	case p.is("nationality", w.low):
		if !nextCap || p.is("orgnoun", next) && i+2 < len(t) && t[i+2].capital && !t[i+2].punct && !d.plainAt(t, i+2) {
			return false
		}
		return p.is("orgword", next) || p.is("orghead", next) && (!p.is("orgnoun", next) || p.is("orgfirst", w.low)) || p.is("orgfirst", w.low) && d.suffixAhead(t, i)
	case p.is("orgfirst", w.low):
		return nextCap && (p.is("orgword", next) || p.is("orghead", next) || p.is("orgfirst", next) && d.compoundNameWord(s, i+1, true) || d.suffixAhead(t, i))
	case p.orgHead(w.low):
		if k := strings.LastIndexByte(w.low, '-'); w.upper || k > 0 && !p.common[w.low[:k]] && !p.is("rolemod", w.low[:k]) && !p.is("orgadj", w.low[:k]) {
			return true
		}
		if !nextCap && p.is("orgof", next) && i+2 < len(t) {
			return t[i+2].capital && !t[i+2].punct || i+3 < len(t) && t[i+3].capital && (p.is("det", t[i+2].low) || adjectival(t[i+2].low))
		}
		return nextCap && (p.is("orgheadwide", w.low) && !p.compoundRole(next) && !p.is("func", next) || !d.plainAt(t, i+1) || p.is("place", next) || d.flags(next)&isSurname != 0 && !p.is("orgnoun", next) || d.suffixAhead(t, i))
	case flags&isGiven != 0 && nextCap && !p.common[w.low] && !p.is("func", next) && !p.verb[next] && !p.compoundRole(next) && !p.is("orgnoun", next) && !p.is("orgword", next):
		return true
	case flags&isGiven != 0 && nextCap && d.names.flags(next)&isSurname != 0 && !p.is("orgnoun", next) && !p.is("orgword", next) && !p.compoundRole(next) && !p.is("nounend", next):
		return true // "Ernst Rauch"
	case flags&isGiven != 0 && nextCap && (!p.common[w.low] || d.flags(next)&isSurname != 0 && !p.common[next]) && (!d.plainAt(t, i+1) || !p.common[next] && !p.is("rolehead", next) || d.flags(next)&isSurname != 0):
		return true
	case w.upper && len(w.text) <= 5:
		return true
	case plain:
		return p.is("orgword", w.low) && nextCap && !d.plainAt(t, i+1) && !p.is("orgnoun", w.low) || d.suffixAhead(t, i) || d.nameBeside(t, i)
	}
	if k := strings.LastIndexByte(w.low, '-'); k > 0 {
		head, tail := w.low[:k], w.low[k+1:]
		if p.plainNounWord(tail) {
			return (p.is("orgword", tail) || p.is("orghead", tail)) && !p.is("rolemod", head) && !p.common[head]
		}
		if p.is("orgnoun", head) || p.common[head] && !p.is("orgword", tail) { // "Start-up-Inkubator"
			return false
		}
		if p.is("rolemod", head) && p.is("adjsuffix", tail) {
			return false
		}
	}
	return true
}

// suffixAhead reports whether the run of capitals that goes on behind token i soon ends in a legal suffix: "Sülzle
// Werkzeugmaschinen AG".
func (d *document) suffixAhead(t []token, i int) bool {
	p := d.p
	for k := i + 1; k < len(t) && k < i+5; k++ {
		if t[k].punct && t[k].low != "&" || !t[k].capital && t[k].low != "&" && !p.is("and", t[k].low) {
			return false
		}
		if p.is("orgsuffix", t[k].low) {
			return true
		}
		if p.is("func", t[k].low) || p.verb[t[k].low] {
			return false
		}
	}
	return false
}

// uninflected is an adjective in its plain form: "deutschen" → "deutsche".
func (p *pack) uninflected(w string) string {
	for _, e := range []string{"en", "er", "es", "em"} {
		if strings.HasSuffix(w, e) && len(w) > 5 {
			return w[:len(w)-1]
		}
	}
	return w
}

// compoundTail reads "für Digitale Medientechnologie", "der Universität Ulm" behind the head of an organization's name.
func (d *document) compoundTail(t []token, j int) int {
	p := d.p
	k := j + 1
	for k < len(t) && k < j+3 && p.is("det", t[k].low) {
		k++
	}
	for k+1 < len(t) && !t[k].capital && !t[k].punct && adjectival(t[k].low) && t[k+1].capital && !p.is("stop", t[k].low) {
		k++
	}
	if k >= len(t) || !t[k].capital || t[k].punct || p.is("func", t[k].low) {
		return 0
	}
	for k < len(t) && t[k].capital && !t[k].punct && !p.is("func", t[k].low) && !p.verb[t[k].low] && !(k+1 < len(t) && d.flags(t[k].low)&isGiven != 0 && !p.common[t[k].low] && (t[k+1].capital || p.is("particle", t[k+1].low))) {
		k++
		for k+2 < len(t) && t[k].low == "-" && t[k].glued && (t[k+1].low == "," || p.is("and", t[k+1].low)) && t[k+2].capital { // "Allgemein-, Viszeral- und Gefäßchirurgie"
			k += 3
		}
		if k+1 < len(t) && (p.is("and", t[k].low) || t[k].low == "&") && t[k+1].capital && !t[k+1].punct && p.plainNounWord(t[k+1].low) && !p.is("func", t[k+1].low) {
			k++
		}
	}
	return k - j
}

func adjectival(w string) bool {
	for _, e := range []string{"e", "en", "er", "es", "em"} {
		if strings.HasSuffix(w, e) && len(w) > 4 {
			return true
		}
	}
	return false
}

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
			if n.kind != kindName || n.titled || n.b-n.a != 3 || d.flags(s.toks[n.a].low)&isGiven == 0 {
				continue
			}
			last := s.toks[n.b-1]
			if !have[fold(last.text)] && !d.names.orgs[last.low] || d.flags(last.low)&isSurname != 0 && !have[fold(last.text)] {
				continue
			}
			o := node{kind: kindName, a: n.b - 1, b: n.b, low: last.low, name: last.text}
			n.name, n.b = spanText(s.src, s.toks[n.a:n.b-1]), n.b-1
			s.nodes = append(s.nodes[:i+1], append([]node{o}, s.nodes[i+1:]...)...)
		}
	}
	d.genitives()
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
		if !strings.HasSuffix(name, "s") || len(name) < 4 {
			return
		}
		short := name[:len(name)-1]
		f := strings.Fields(fold(short))
		noun := n.b < len(s.toks) && !s.toks[n.b].punct && (s.toks[n.b].capital || adjectival(s.toks[n.b].low) && !d.p.is("func", s.toks[n.b].low))
		if have[fold(short)] || d.names.orgs[strings.ToLower(short)] && !d.names.orgs[strings.ToLower(name)] && times[name] == 1 && noun || len(f) == 1 && have[f[0]] {
			n.name = short
		} else if f := strings.Fields(short); noun && len(f) == 2 && d.flags(strings.ToLower(f[0]))&isGiven != 0 && d.flags(strings.ToLower(f[1]))&isSurname != 0 && d.flags(strings.ToLower(f[1]+"s"))&isSurname == 0 {
			n.name = short
		}
	})
}

// relativeAt reports whether the article-like word at node i begins a relative clause: behind a comma (and a preposition), with
// the verb at the clause's end.
func (d *document) relativeAt(s *sentence, i int) bool {
	p := d.p
	k := i - 1
	if k >= 0 && s.nodes[k].kind == kindWord && p.is("relprep", s.nodes[k].low) {
		k--
	}
	if k < 1 || s.nodes[k].low != "," {
		return false
	}
	last := -1
	for j := i + 1; j < len(s.nodes); j++ {
		n := &s.nodes[j]
		if s.toks[n.a].punct && n.low != "(" && n.low != ")" && n.low != "\"" && n.low != "-" && n.low != "&" {
			break
		}
		if n.low == "und" && j > i+1 && d.verbal(&s.nodes[j-1]) {
			break
		}
		last = j
	}
	if last < 0 {
		return false
	}
	if l := &s.nodes[last]; last > i+1 && l.kind == kindWord && !s.toks[l.a].capital && !s.toks[l.a].digit && !s.toks[l.a].punct && !p.is("func", l.low) && !p.is("skip", l.low) {
		x := &s.nodes[i+1]
		if !(x.kind == kindRole || x.kind == kindWord && s.toks[x.a].capital || x.kind == kindWord && adjectival(x.low) && !p.is("relnext", x.low) && !p.is("det", x.low)) {
			return true // a verb, most likely
		}
	}
	if d.verbal(&s.nodes[last]) && last > i {
		// ", der Chef von X wird": a noun right behind may still be its subject or object
		return true
	}
	n := &s.nodes[i+1]
	return n.kind == kindDate || n.kind == kindPerson || n.kind == kindWord && p.is("relnext", n.low)
}

// verbal reports whether a node is a verb form.
func (d *document) verbal(n *node) bool {
	return n.kind == kindWord && (d.p.verb[n.low] || d.p.is("aux", n.low) || d.p.is("was", n.low) || d.p.is("is", n.low) || d.p.is("worked", n.low) || d.p.is("says", n.low) || d.p.is("finite", n.low))
}

// genitiveOrg reports whether the organization at node i stands in the genitive by its article: "der Bank", "des Spiegels".
func (d *document) genitiveOrg(s *sentence, i int) bool {
	if i >= len(s.nodes) {
		return false
	}
	n := &s.nodes[i]
	return isName(n) && n.ref != refRelative && d.p.is("det.gen", s.toks[n.a].low)
}

// agedPerson finds whom "der 60-Jährige" means: the one called so before, else the topic, else one named lately that has no other age.
func (d *document) agedPerson(age string) *person {
	age, _, _ = strings.Cut(age, "-")
	if q := d.ages[age]; q != nil {
		return q
	}
	taken := map[*person]bool{}
	for _, q := range d.ages {
		taken[q] = true
	}
	q := d.topic
	for _, r := range d.recent {
		if (q == nil || taken[q]) && !taken[r] {
			q = r
		}
	}
	if q != nil {
		if d.ages == nil {
			d.ages = map[string]*person{}
		}
		d.ages[age] = q
	}
	return q
}

// movesAs reports whether the role at node i stands in "wechselt als Partner von X": X is where the person comes from.
func (d *document) movesAs(s *sentence, i, j int) bool {
	p := d.p
	if !p.compounds || i == 0 || s.nodes[i-1].low != "als" || !p.is("orgprep2", s.nodes[j].low) {
		return false
	}
	for k := range s.nodes {
		if n := &s.nodes[k]; n.kind == kindWord && (p.is("v.wechsel", n.low) || p.is("v.komm", n.low) || p.is("v.wpart", n.low)) {
			return true
		}
	}
	return false
}

// unitOf takes "die Sparte X von Y", "das Team X der Y" together to Y.
func (d *document) unitOf(s *sentence, i *int) {
	p := d.p
	j := *i
	if !p.compounds || j == 0 || s.nodes[j].ref != refName || s.nodes[j-1].kind != kindWord || !p.is("unitnoun", s.nodes[j-1].low) {
		return
	}
	k := j + 1
	if k < len(s.nodes) && s.nodes[k].kind == kindWord && (p.is("orgprep2", s.nodes[k].low) || p.is("focusprep", s.nodes[k].low) || p.is("det.gen", s.nodes[k].low)) {
		k++
	}
	if k >= len(s.nodes) || !isName(&s.nodes[k]) {
		return
	}
	if k == j+1 {
		return
	}
	c := s.nodes[k]
	a := j - 1
	if a > 0 && p.is("det", s.nodes[a-1].low) {
		a--
	}
	s.splice(a, k+1, c)
	*i = a
}

// recentDate reports whether a date since when something holds is near the article's: what it tells is news.
func (d *document) recentDate(w when) bool {
	pub := int(d.published().Year)
	if w.rel && (w.since || w.unit == 'd' && w.n == 0) || !w.since && w.year == 0 && w.month > 0 {
		return true
	}
	if !w.since && w.year < pub || w.rel {
		return false
	}
	if pub == 0 {
		return w.month > 0
	}
	return w.year >= pub || w.month > 0 && (w.year == 0 || w.year == pub-1)
}

// announcer is the organization of "wie X am Montag mitteilte", "teilte X mit": who tells of its own affairs.
func (d *document) announcer(s *sentence) *organization {
	if !d.p.compounds {
		return nil
	}
	for i := range s.nodes {
		n := &s.nodes[i]
		if !isName(n) || n.ref != refName || n.org == nil {
			continue
		}
		k := i + 1
		for k < len(s.nodes) && (s.nodes[k].kind == kindDate || s.nodes[k].kind == kindWord && d.p.is("skip", s.nodes[k].low)) {
			k++
		}
		if k < len(s.nodes) && d.p.is("announced", s.nodes[k].low) {
			return n.org
		}
	}
	return nil
}

// apposed absorbs a plain noun that stands before a name and says what it is: "vom Energieversorger EnBW".
func (d *document) apposed(s *sentence, i int) bool {
	p := d.p
	if !p.compounds || i < 2 || s.nodes[i].ref != refName || s.nodes[i].kind != kindOrg {
		return false
	}
	n := &s.nodes[i-1]
	if n.kind != kindWord || n.b-n.a != 1 || !s.toks[n.a].capital || s.toks[n.a].punct || p.is("func", n.low) || p.verb[n.low] || p.is("skip", n.low) || p.is("aux", n.low) || len(n.low) < 5 {
		return false
	}
	b := &s.nodes[i-2]
	return b.kind == kindWord && (p.is("det", b.low) || p.is("fused", b.low) || p.is("orgadj", b.low))
}

// placeTaken is where the one who takes over from q in the sentence of the fact arrives.
func (d *document) placeTaken(q *person, f *fact) *organization {
	for _, x := range d.facts {
		if x.kind != "succeed" || x.whom != q || x.who == nil || x.sent != f.sent {
			continue
		}
		for _, j := range d.facts {
			if j.who == x.who && j.kind == "join" {
				if j.to.org != nil {
					return j.to.org
				}
				return d.focusAt(j)
			}
		}
	}
	return nil
}

// nounsOnly reports whether a lone word that the chunker took for a name only ever stands behind an article or an adjective and
// nothing else speaks for a name: "die Lokalausgaben".
func (d *document) nounsOnly(key string, n int, at func(int) (*sentence, *node)) bool {
	p := d.p
	if len(key) < 11 || strings.ContainsAny(key, " .&0123456789") || d.names.orgs[key] || p.is("orgsure", key) || p.is("orgword", key) || p.orgHead(key) || d.names.flags(key)&isSurname != 0 {
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

// runStart is the first token of the run of capitals that token i is in.
func (d *document) runStart(t []token, i int) int {
	for i > 0 && t[i-1].capital && !t[i-1].punct && !d.p.is("title", t[i-1].low) {
		i--
	}
	return i
}

// namedSo finds the organization whose name holds the noun of a description: "die Stiftung" for "Bildungsstiftung Nord". The one
// in focus comes first, then the last one named.
func (d *document) namedSo(s *sentence, noun string) *organization {
	if !d.p.compounds || len(noun) < 4 || d.p.is("orggeneric", noun) || noun == "@employer" {
		return nil
	}
	noun = strings.TrimSuffix(noun, "s")
	fits := func(o *organization) bool {
		return o != nil && o.first <= s.index && strings.Contains(strings.ToLower(o.name), noun)
	}
	for _, o := range append([]*organization{d.focus, d.lastOrg}, d.reg.orgs...) {
		if fits(o) {
			return o
		}
	}
	return nil
}
