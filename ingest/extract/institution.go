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
	switch n := p.tokensMatch("orgheadlow", t, i); {
	case t[i].capital && !t[i].punct && p.is("orghead", t[i].low) && n < 2:
		k = i + 1
	case n == 0 && i > 1 && p.is("townemployer", t[i].low) && p.is("det.def", t[i-1].low) && p.is("townemploys", t[i-2].low): // "travaille pour la ville de Brest"
		low, k = true, i+1
	default:
		if n == 0 {
			return 0
		}
		low, k = !t[i].capital, i+n
	}
	if p.tokensMatch("noorg", t, i) > 0 && !p.is("townemployer", t[i].low) {
		return 0
	}
	caps := !low
	nameRun := func() {
		for k < len(t) && t[k].capital && !t[k].punct && !p.is("title", t[k].low) && d.nameWord(s, k, true) && d.flags(t[k].low)&isGiven == 0 {
			caps = true
			k++
			if k+1 < len(t) && (t[k].low == "&" || t[k].low == "+") && t[k+1].capital && d.nameWord(s, k+1, false) { // "l'école hôtelière Savoirs & Saveurs"
				k++
			}
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
	for n := 0; n < 2 && k < len(t) && plain(k) && (p.is("orgadj", t[k].low) || p.is("rolepost", t[k].low) || p.is("instadj", t[k].low) || !low && p.endsIn("instsuffix", t[k].low) || !low && p.is("insttail", t[k].low)); n++ {
		k++
	}
	if k == i+1 && !low && k < len(t) && plain(k) && p.is("gentilehead", t[i].low) && p.endsIn("gentile", t[k].low) { // "Stade rennais"
		k++
	}
	if low && k+1 < len(t) && k > i+1 && t[k].capital && p.is("orghead", t[k].low) && t[k+1].capital {
		return 0 // "l'école de commerce lilloise Institut Mercure"
	}
	if n := d.instAnd(t, k); n > 0 && !low && k > i+1 && plain(k+1) { // "Comité économique et social européen"
		k += n
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
			if k < len(t) && caps && t[k-2].capital && p.is("option", "pro-drop") && d.fieldWord(t[k]) && t[k].capital && !p.is("orgword", t[k].low) && !p.is("rolehead", t[k].low) { // "Ministerio de Energía y Minas"
				k++
				end, capsEnd = k, k
				continue
			}
			if k < len(t) && t[k].capital && !t[k].punct && p.is("ministryhead", t[i].low) && d.flags(t[k].low)&isGiven == 0 { // "ministère des Collèges et Universités"
				k++
				end, capsEnd, caps = k, k, true
				continue
			}
			if k+1 < len(t) && !low && p.named("insttail") != nil && plain(k) && !p.is("rolehead", t[k].low) && p.is("instof", t[k+1].low) { // "Caisse de dépôt et placement du Québec"
				k++
			}
		} else if groups > 0 && t[k].low == "," && p.is("ministryhead", t[i].low) && k+3 < len(t) && p.is("instof", t[k+1].low) && (t[k+2].capital || t[k+3].capital && (p.is("det", t[k+2].low) || p.is("clitic", t[k+2].low))) { // "ministère de l'Économie, de l'Innovation et des Exportations"
			k++
		}
		if n := d.instField(s, i, k); n > 0 && !low && groups < 3 { // "Ordre des technologues en imagerie", "Ligue pour la recherche"
			k += n
			for n := 0; n < 2 && k < len(t) && plain(k) && d.instTail(t, k); n++ {
				k++
			}
			end = k
			continue
		}
		if start > i+1 && start+1 < len(t) && !low && p.is("and", t[start].low) && p.is("instfield", t[start-1].low) && p.is("instfield", t[start+1].low) { // "École supérieure d'art et design"
			k = start + 2
			end = k
			continue
		}
		if k >= len(t) || !p.is("instof", t[k].low) {
			k = start
			break
		}
		k++
		if k < len(t) && p.is("det.poss", t[k].low) { // "l'Agence de l'aviation civile de son pays"
			k = start
			break
		}
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
			if k == before && p.is("orghead", t[k].low) && k+1 < len(t) && p.is("instof", t[k+1].low) && p.named("insttail") != nil { // "Service de police de la Ville de Montréal"
				k++
				caps = true
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
		for n := 0; n < 2 && k < len(t) && plain(k) && (p.is("orgadj", t[k].low) || p.is("instadj", t[k].low) || p.is("rolepost", t[k].low) || !low && d.instTail(t, k)); n++ {
			k++
		}
		if n := d.instAnd(t, k); n > 0 && !low && plain(k+1) {
			k += n
		} else if k+2 < len(t) && !low && p.named("insttail") != nil && p.is("and", t[k].low) && plain(k+1) && plain(k+2) && d.instTail(t, k+2) && !p.is("rolehead", t[k+1].low) {
			k += 3 // "Autorité des services et marchés financiers"
		}
		end = k
	}
	if low {
		if !caps {
			return 0
		}
		end = capsEnd
	}
	if end+1 < len(t) && p.is("instathead", t[i].low) && p.is("instat", t[end].low) && t[end+1].capital && d.placeBefore(t, i, end) { // "ambassade de France à Tokyo", "Université du Québec à Montréal"
		if n := p.tokensMatch("place", t, end+1); n > 0 {
			end += 1 + n
		} else if d.names.towns()[t[end+1].low] {
			end += 2
		}
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

// placeBefore reports whether a place ends at token end, behind token i.
func (d *document) placeBefore(t []token, i, end int) bool {
	for k := end - 1; k > i && k > end-4; k-- {
		if n := d.p.tokensMatch("place", t, k); n > 0 && k+n == end {
			return true
		}
	}
	return false
}

// instTail reports whether the word at token k is an adjective behind a noun in the name of an institution: "Institut de recherches
// agronomiques", "Fondation de la bande dessinée".
func (d *document) instTail(t []token, k int) bool {
	return d.p.named("insttail") != nil && (d.p.is("insttail", t[k].low) || d.p.is("instadj", t[k].low) || d.p.endsIn("instsuffix", t[k].low))
}

// instAnd counts the tokens of "et social européen" behind an adjective in the name of an institution.
func (d *document) instAnd(t []token, k int) int {
	p := d.p
	if p.named("insttail") == nil || k < 1 || k+1 >= len(t) || !p.is("and", t[k].low) || t[k+1].capital || !d.instTail(t, k-1) || !d.instTail(t, k+1) || p.is("rolehead", t[k+1].low) {
		return 0
	}
	n := 2
	if k+2 < len(t) && !t[k+2].capital && !t[k+2].punct && !p.verb[t[k+2].low] && d.instTail(t, k+2) {
		n++
	}
	return n
}

// instField counts the tokens of what the institution whose name begins at token i is for: "en santé", "pour la recherche", "à
// l'énergie".
func (d *document) instField(s *sentence, i, k int) int {
	p, t := d.p, s.toks
	if k+1 >= len(t) || p.named("insttail") == nil {
		return 0
	}
	if p.is("instin", t[k].low) {
		if p.is("instfield", t[k+1].low) {
			return 2
		}
		return 0
	}
	switch {
	case p.is("instfor", t[k].low) && p.is("instforhead", t[i].low):
		if d.names.orgs[strings.ToLower(joinTokens(t[i:k]))] { // "porte-parole de la Commission européenne pour l'industrie"
			return 0
		}
		for j := max(0, i-8); j < i && !(k+2 < len(t) && t[k+2].capital); j++ { // "a quitté la Commission pour la présidence de"
			if p.is("v.quitter", t[j].low) || p.is("v.aller", t[j].low) {
				return 0
			}
		}
	case p.is("instto", t[k].low) && p.is("insttohead", t[i].low):
	default:
		return 0
	}
	if !p.is("det.def", t[k+1].low) || k+2 >= len(t) {
		return 0
	}
	w := t[k+2]
	if w.punct || w.digit || p.verb[w.low] || p.is("func", w.low) || p.is("top", w.low) || p.is("rolehead", w.low) || p.is("orgnoun", w.low) || w.capital && p.tokensMatch("place", t, k+2) == 0 {
		return 0
	}
	return 3
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
