package extract

import "strings"

// institutionAt reads the name of an institution whose words are mostly lower-case, as Romance languages write them: "Caisse
// autonome d'amortissement", "ministère des Finances", "centre hospitalier de Saint-Nazaire". It gives the number of tokens.
//
// A head in a capital ("orghead") goes on over adjectives and "of" phrases; a head in lower case ("orgheadlow") only counts
// where a capitalised word follows in one of them.
func (d *document) institutionAt(s *sentence, i int) int {
	p, t := d.p, s.toks
	if !p.is("option", "adjective-behind") {
		return 0
	}
	if n := p.tokensMatch("orglow", t, i); n > 0 { // "cabinet du ministre de l'économie"
		end := i + n
		for end < len(t)-1 && p.is("instof", t[end].low) {
			m := end + 1
			for m < len(t)-1 && p.is("det", t[m].low) {
				m++
			}
			w := t[m]
			if w.punct || w.digit || p.is("stop", w.low) || p.is("func", w.low) || p.verb[w.low] || d.flags(w.low)&isGiven != 0 && w.capital {
				break
			}
			end = m + 1
			if end < len(t) && p.is("instadj", t[end].low) {
				end++
			}
		}
		return end - i
	}
	low := false
	k := i
	switch {
	case t[i].capital && !t[i].punct && p.is("orghead", t[i].low):
		k = i + 1
	default:
		n := p.tokensMatch("orgheadlow", t, i)
		if n == 0 {
			return 0
		}
		low, k = !t[i].capital, i+n
	}
	if p.tokensMatch("noorg", t, i) > 0 {
		return 0
	}
	caps := !low
	nameRun := func() {
		for k < len(t) && t[k].capital && !t[k].punct && !p.is("title", t[k].low) && d.nameWord(s, k, true) && d.flags(t[k].low)&isGiven == 0 {
			caps = true
			k++
		}
	}
	plain := func(j int) bool {
		w := t[j]
		return !w.punct && !w.capital && !w.digit && !p.is("stop", w.low) && !p.is("func", w.low) && !p.verb[w.low] && !p.is("skip", w.low)
	}
	capsEnd := 0
	nameRun()                                                                                            // "musée Unterlinden"
	if caps && k > i+1 && k < len(t) && len(t[k].text) < 3 && t[k].digit && p.is("numbered", t[i].low) { // "université Rennes 2"
		k++
	}
	if !low || caps {
		capsEnd = k
	}
	end := k
	for n := 0; n < 2 && k < len(t) && plain(k) && (p.is("orgadj", t[k].low) || p.is("rolepost", t[k].low) || p.is("instadj", t[k].low) || !low && p.endsIn("instsuffix", t[k].low)); n++ {
		k++
	}
	if k == i+1 && !low && k < len(t) && plain(k) && p.is("gentilehead", t[i].low) && p.endsIn("gentile", t[k].low) { // "Stade rennais"
		k++
	}
	if k > i+1 {
		end = k
	}
	if k > capsEnd { // "Aéroport international Jean-Lesage"
		before := k
		nameRun()
		if k > before {
			end, capsEnd = k, k
		}
	}
	for groups := 0; groups < 5 && k < len(t); groups++ {
		start := k
		if groups > 0 && p.is("and", t[k].low) && !p.is("clitic", t[k].low) {
			k++
		}
		if k >= len(t) || !p.is("instof", t[k].low) {
			k = start
			break
		}
		k++
		for m := 0; m < 2 && k < len(t) && p.is("det", t[k].low); m++ {
			k++
		}
		if k >= len(t) {
			k = start
			break
		}
		if t[k].capital && !t[k].punct {
			before := k
			if n := p.tokensMatch("place", t, k); n > 0 {
				k += n
				caps = true
			} else {
				nameRun()
			}
			if k == before && p.is("ministryhead", t[i].low) { // "ministère des Solidarités et de la Santé"
				k++
				caps = true
			}
			if k == before {
				k = start
				break
			}
			capsEnd = k
			for n := 0; n < 2 && k < len(t) && plain(k) && (p.is("instadj", t[k].low) || k == before+1 && p.is("gentilehead", t[before].low) && p.endsIn("gentile", t[k].low)); n++ {
				k++
				capsEnd = k
			}
			end = k
			continue
		}
		if !plain(k) {
			k = start
			break
		}
		k++
		for n := 0; n < 2 && k < len(t) && plain(k) && (p.is("orgadj", t[k].low) || p.is("instadj", t[k].low) || p.is("rolepost", t[k].low)); n++ {
			k++
		}
		end = k
	}
	if low {
		if !caps {
			return 0
		}
		end = capsEnd
	}
	// "Centre hospitalier universitaire (CHU) de Toulouse"
	if k := end; k+4 < len(t) && end > i && t[k].low == "(" && t[k+1].upper && t[k+2].low == ")" && p.is("instof", t[k+3].low) {
		m := k + 4
		for m < len(t)-1 && p.is("det", t[m].low) {
			m++
		}
		if n := p.tokensMatch("place", t, m); n > 0 && t[m].capital {
			return m + n - i
		}
	}
	if end <= i+1 {
		return 0
	}
	// nothing but capitals: the usual reading of names does as well
	lower := false
	for _, w := range t[i:end] {
		lower = lower || !w.capital && !w.punct
	}
	if !lower {
		return 0
	}
	return end - i
}

// describedBefore finds where a description in front of the name at node i begins: "groupe de services pétroliers TechnipFMC",
// "cabinet d'avocats Gide". It gives the node, i where there is none.
func (d *document) describedBefore(s *sentence, i int) int {
	p := d.p
	if !p.is("option", "adjective-behind") {
		return i
	}
	for j := i - 1; j >= 0 && j > i-8; j-- {
		n := &s.nodes[j]
		single := n.kind == kindWord || n.kind == kindRole && n.b-n.a == 1 && n.roleOrg == nil
		if single && j < i-1 && p.is("orgnoun", n.low) && !s.toks[n.a].capital { // "firma de inversión X", though "firma" is a verb as well
			return j
		}
		if !single || s.toks[n.a].punct || s.toks[n.a].capital || s.toks[n.a].digit || p.verb[n.low] || p.is("says", n.low) {
			return i
		}
		if p.is("orgnoun", n.low) {
			return j
		}
		if p.is("instof", n.low) || p.is("and", n.low) || p.is("orgadj", n.low) || p.is("instprep", n.low) {
			if j == i-1 && (p.is("instof", n.low) || p.is("instprep", n.low)) {
				return i // "filiale de X": another organization
			}
			continue
		}
		if p.is("stop", n.low) || p.is("func", n.low) || p.is("skip", n.low) {
			return i
		}
	}
	return i
}

// plainNoun reports whether node j may be the noun of "groupe de cosmétiques".
func (d *document) plainNoun(s *sentence, j int) bool {
	w := s.toks[s.nodes[j].a]
	p := d.p
	return !w.punct && !w.capital && !w.digit && !p.is("stop", w.low) && !p.is("func", w.low) && !p.verb[w.low] && !p.is("skip", w.low) && !p.is("det", w.low) && !p.is("orgnoun", w.low)
}

// sameOrganization makes one organization of two that the text says are the same: "Autorité de régulation (ARTP)".
func (d *document) sameOrganization(o, alias *organization) {
	if o == nil || alias == nil || o == alias {
		return
	}
	for key, x := range d.reg.byKey {
		if x == alias {
			d.reg.byKey[key] = o
		}
	}
	o.count += alias.count
	for k, x := range d.reg.orgs {
		if x == alias {
			d.reg.orgs = append(d.reg.orgs[:k], d.reg.orgs[k+1:]...)
			break
		}
	}
	for _, s := range d.sents {
		for i := range s.nodes {
			if s.nodes[i].org == alias {
				s.nodes[i].org = o
			}
		}
	}
}

// describesName reports whether the noun at node i begins a description of a name a little later: "le groupe de services
// pétroliers TechnipFMC".
func (d *document) describesName(s *sentence, i int) bool {
	if !d.p.is("option", "adjective-behind") {
		return false
	}
	for j := i + 1; j < len(s.nodes) && j < i+8; j++ {
		if isName(&s.nodes[j]) {
			return s.nodes[j].ref == refName && d.describedBefore(s, j) == i
		}
	}
	return false
}

func joinTokens(t []token) string {
	var b strings.Builder
	for i, w := range t {
		if i > 0 && !w.glued {
			b.WriteByte(' ')
		}
		b.WriteString(w.text)
	}
	return b.String()
}

// givenName reports whether the word is a given name: "marie-laure" where "marie" is one.
func (d *document) givenName(low string) bool {
	if d.flags(low)&isGiven != 0 {
		return true
	}
	head, _, ok := strings.Cut(low, "-")
	return ok && d.flags(head)&isGiven != 0
}

// pluralRole reports whether a role is in the plural by the ending of its first word.
func pluralRole(role string) bool {
	w, _, _ := strings.Cut(strings.ToLower(role), " ")
	return len(w) > 3 && (strings.HasSuffix(w, "s") || strings.HasSuffix(w, "tori") || strings.HasSuffix(w, "soci")) && !strings.HasSuffix(w, "ss")
}

func onlyDates(nodes []node) bool {
	for i := range nodes {
		if nodes[i].kind != kindDate {
			return false
		}
	}
	return true
}

// names reports whether what was taken for an organization is the person's own name.
func (o *organization) names(q *person) bool {
	return o != nil && q != nil && fold(o.name) == fold(q.name)
}

// implied reports whether the fact names no organization where the person arrives.
func (f *fact) implied() bool { return f.to.org == nil || f.to.implied }

// endsIn reports whether the word ends in one of the class, with at least three letters before.
func (p *pack) endsIn(class, word string) bool {
	c := p.classes[class]
	if c == nil {
		return false
	}
	for e := range c.single {
		if len(word) > len(e)+2 && strings.HasSuffix(word, e) {
			return true
		}
	}
	return false
}

// namedBefore reports whether the article names o before token a of the sentence.
func (d *document) namedBefore(s *sentence, o *organization, a int) bool {
	if o == nil || o.first < s.index {
		return o != nil
	}
	for i := range s.nodes {
		if n := &s.nodes[i]; n.a <= a && (n.org == o || n.roleOrg != nil && n.roleOrg.org == o) {
			return true
		}
	}
	for _, st := range s.affs {
		if st.aff.org != nil && st.aff.org.org == o && st.aff.org.a <= a {
			return true
		}
	}
	return false
}

// bracketed unites "Centre hospitalier universitaire (CHU) de Toulouse" with "CHU de Toulouse".
func (d *document) bracketed() {
	for k := 0; k < len(d.reg.orgs); k++ {
		o := d.reg.orgs[k]
		a, b := strings.IndexByte(o.name, '('), strings.IndexByte(o.name, ')')
		if a <= 0 || b < a || b+1 >= len(o.name) {
			continue
		}
		short := o.name[a+1:b] + o.name[b+1:]
		if x := d.reg.byKey[strings.Join(d.orgWords(short), " ")]; x != nil && x != o {
			d.sameOrganization(o, x)
			k = -1
		}
	}
}

// findBrands notes names that are written small, from slots where no plain word can stand: "rejoindre emlyon", "chez inwi".
func (d *document) findBrands() {
	p := d.p
	if p.classes["brandslot"] == nil {
		return
	}
	for _, s := range d.sents {
		t := s.toks
		for i := 1; i < len(t); i++ {
			w := t[i]
			if !p.is("brandslot", t[i-1].low) || w.punct || w.digit || w.capital || len(w.low) < 4 || p.common[w.low] || p.verb[w.low] {
				continue
			}
			if p.is("func", w.low) || p.is("stop", w.low) || p.is("skip", w.low) || p.is("det", w.low) || p.is("rolehead", w.low) || p.is("orgnoun", w.low) || p.is("aux", w.low) || p.is("orgadj", w.low) || p.is("clitic", w.low) || p.is("former", w.low) || p.is("new", w.low) || p.monthOf(w.low) > 0 || p.endsIn("adverbend", w.low) {
				continue
			}
			if d.brands == nil {
				d.brands = map[string]bool{}
			}
			d.brands[w.low] = true
		}
	}
}

// placeAlone reports whether a place stands at token k and no name that begins with it: "Qatar" but not "Qatar Airways".
func (p *pack) placeAlone(t []token, k int) bool {
	n := p.tokensMatch("place", t, k)
	if n == 0 || !p.is("option", "adjective-behind") {
		return p.is("place", t[k].low)
	}
	return k+n >= len(t) || !t[k+n].capital || t[k+n].punct
}
