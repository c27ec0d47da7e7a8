package extract

import (
	"strings"
)

// nameAt reads a run of name words at token i. It gives the number of tokens, whether a title stood before, and how many
// tokens that title takes.
func (d *document) nameAt(s *sentence, i int) (n int, titled bool, skip int) {
	p, t := d.p, s.toks
	if p.compounds {
		return d.compoundNameAt(s, i)
	}
	j := i
	for j < len(t) && p.is("title", t[j].low) && !(p.is("titleorg", t[j].low) && j+1 < len(t) && p.is("orghead", t[j+1].low)) && (t[j].capital || p.is("titlelow", t[j].low)) && j-i < 3 && !(t[j].upper && len(t[j].text) > 2 && p.is("option", "pro-drop") && !capitals(t)) && !(len(t[j].text) == 1 && p.is("option", "pro-drop")) {
		j++
	}
	skip = j - i
	titled = skip > 0
	if j >= len(t) {
		return 0, false, 0
	}
	start := j
	if !titled && j > 0 && t[j].capital && p.is("option", "rubrics") && p.is("nationality", t[j].low) && p.is("det.def", t[j-1].low) && j+2 < len(t) && t[j+1].capital && t[j+2].capital && d.flags(t[j+1].low)&isGiven != 0 {
		return 0, false, 0 // "Le Sénégalais Malèye Faye": the name begins behind it
	}
	if titled { // "M. van der Vaeren"
		for j+1 < len(t) && j-start < 3 && !t[j].capital && p.is("particle", t[j].low) {
			j++
		}
	}
	known := 0
	if t[j].capital && (j > 0 || !p.is("func", t[j].low)) {
		known = d.names.orgAt(t, j)
		if s.titleCase {
			known = max(known, d.bodyName(t, j))
		}
	}
	if known == 0 && !d.nameWord(s, j, true) {
		return 0, false, 0
	}
	if j == 0 && known == 0 && j+1 < len(t) && p.is("wentword", t[j].low) && p.is("instof", t[j+1].low) {
		return 0, false, 0 // "Parti de A, X …", but "Parti libéral"
	}
	given := d.givenName(t[j].low)
	head := p.is("orghead", t[j].low) || known > 1 && (p.is("option", "pro-drop") || p.is("option", "org-before-role")) && p.is("orghead", t[j+known-1].low)
	for k := j; k < j+known && known > 2 && p.is("option", "org-before-role"); k++ {
		head = head || p.is("orghead", t[k].low)
	}
	j += max(1, known)
	for j < len(t) && j-start < 14 {
		w := t[j]
		switch {
		case d.familyBehind(t, start, j):
		case j == start+1 && p.is("option", "pro-drop") && p.is("domain", t[start].low) && p.is("personof", w.low) && j+1 < len(t) && t[j+1].capital && p.is("orghead", t[j+1].low):
			// "el área de Calidad del Hospital General"
		case d.areaField(t, start, j):
			// "la gerencia de Asuntos Públicos de Aldama"
		case d.personAhead(t, start, j):
			// "BP Chief Executive Bob Dudley", "Air Force Gen. John Kelly": a role or title opens a person's name
		case !given && !head && j == start+1 && i > 0 && p.is("roleat", t[i-1].low) && (p.is("option", "adjective-behind") || p.is("option", "org-before-role")) && d.personBehind(t, j):
			// "direttore del Tg5 Clemente Mimun"
		case !given && !head && !titled && i > 0 && j-start <= 2 && d.subjectAhead(t, i, start, j):
			// "sono usciti da Northwind Paola Rossi e Mario Verdi"
		case j == start+1 && (p.is("option", "rubrics") || p.is("option", "pro-drop") && i > 0 && !t[i-1].capital && !t[i-1].punct) && p.tokensMatch("place", t, start) == 1 && !given && j+1 < len(t) && t[j].capital && t[j+1].capital && !t[j+1].punct && d.flags(t[j].low)&isGiven != 0 && !p.is("orgword", t[j+1].low):
			// "le préfet de la Loire Jacques Montaigu"
		case j == start+1 && t[start].upper && len(t[start].text) <= 5 && !given && p.is("option", "rubrics") && d.personBehind(t, j):
			// "a relevé auprès de l'AFP Isabelle Marchand"
		case t[start].upper && j == start+1 && !given && p.is("option", "org-before-role") && w.capital && p.is("officer", w.low) && d.roleBehind(t, j):
			// "RBI Deputy Governor"
		case given && !head && j-start >= 2 && d.roleBehind(t, j) && !p.is("orgword", w.low):
			// "Benedetta Sanguineti Chief Financial Officer"
		case d.nameWord(s, j, false):
			if p.is("orghead", w.low) || p.is("headinside", w.low) { // "BPI Gestão de Ativos"
				head = true
			}
			if n := p.tokensMatch("place", t, j); n > 1 && t[j+n-1].capital && p.is("option", "adjective-behind") { // "Ecobank Côte d'Ivoire"
				j += n
				continue
			}
			j++
			continue
		case p.is("and", w.low) && j == start+1 && j+1 < len(t) && t[j+1].capital && d.names.orgs[t[start].low+" "+w.low+" "+t[j+1].low]:
			j += 2 // "Bimba y Lola"
			continue
		case w.low == ":" && w.glued && j+1 < len(t) && t[j+1].glued && t[j+1].capital && !t[j+1].upper && !t[j+1].punct && !given: // "Austin-Smith:Lord"
			j += 2
			continue
		case w.low == "/" && w.glued && j+1 < len(t) && t[j+1].glued && t[j+1].capital && !t[j+1].punct:
			j += 2
			continue
		case len(w.text) == 1 && w.capital && j+2 < len(t) && t[j+1].low == "/" && t[j+1].glued && t[j+2].glued && len(t[j+2].text) == 1 && t[j+2].capital: // "Helsinge Wind A/S"
			j += 3
			continue
		case w.low == "'s" && j == start+2 && p.is("saint", t[start].low) && t[start].capital: // "St Chad's", "St. Brendan's Hospital"
			j++
			continue
		case w.low == "'s" && !s.titleCase && j+1 < len(t) && p.is("genitivename", t[j-1].low) && t[j+1].capital && d.nameWord(s, j+1, false):
			j += 2 // "Children's Hospital"
			continue
		case w.low == "'" && w.glued && !s.titleCase && j+1 < len(t) && strings.HasSuffix(t[j-1].low, "s") && t[j+1].capital && !t[j+1].glued && (p.common[t[j-1].low] || i > 0 && p.is("det.def", t[i-1].low) && p.is("option", "org-before-role")) && !d.givenName(t[j+1].low):
			j += 2 // "Rail Operators' Federation"
			continue
		case w.low == "'" && w.glued && t[j-1].low == "ca" && j+1 < len(t) && t[j+1].capital && !t[j+1].punct && p.is("option", "pro-drop"):
			j += 2 // "Università Ca' Foscari"
			continue
		case w.low == "," && j+1 < len(t) && p.is("orgsuffix", t[j+1].low) && t[j+1].capital:
			j += 2
			continue
		case w.low == "," && j == start+1 && !(j+1 < len(t) && p.is("namesuffix", t[j+1].low)):
			if n := d.partnership(s, j); n > 0 {
				j += n
				continue
			}
		case (p.is("and", w.low) || w.low == "&") && j+1 < len(t) && t[j+1].capital && p.is("orgtail", t[j+1].low): // "Gualtieri e Associati", "Quaranta & Soci"
			j += 2
			continue
		case w.digit && len(w.text) < 4 && !t[j-1].punct && j+1 < len(t) && t[j+1].capital && !t[j+1].punct && !t[j+1].digit && !t[j+1].upper && p.monthOf(t[j+1].low) == 0 && p.is("orghead", t[start].low): // "Sole 24 Ore"
			j += 2
			continue
		case w.low == "&" || w.low == "+":
			if given && j+2 < len(t) && j-start >= 2 && d.names.words[t[j+1].low]&isGiven != 0 && t[j+2].capital {
				break // "Ann Dubois & Joe O'Connor"
			}
			if j+1 < len(t) && d.nameWord(s, j+1, false) {
				j += 2
				continue
			}
		case w.low == "\"" && given && j+2 < len(t):
			// nickname: Christopher “CJ” Moore
			k := j + 1
			for k < len(t) && k < j+3 && t[k].capital {
				k++
			}
			if k > j+1 && k+1 < len(t) && t[k].low == "\"" && t[k+1].capital && d.nameWord(s, k+1, false) && j == start+1 {
				j = k + 2
				continue
			}
		case p.is("option", "particle-first") && j-start >= 2 && p.is("personof", w.low) && d.flags(t[start].low)&isGiven != 0 && (!d.givenName(t[j-1].low) || d.flags(t[j-1].low)&isSurname != 0) && !(j+1 < len(t) && d.flags(t[j+1].low)&isSurname != 0 && !d.names.orgs[t[j+1].low] && !d.houseRun(t, j+1)):
			// "Karim Benali de Renault": no particle behind a surname
		case p.is("particle", w.low) && j+1 < len(t):
			k := j + 1
			for k < len(t) && k < j+3 && (p.is("particle", t[k].low)) {
				k++
			}
			if k < len(t) && j-start >= 2 && p.is("option", "two-surnames") && p.is("personof", w.low) && d.flags(t[k].low)&isSurname == 0 && !head && (d.names.orgs[t[k].low] || j-start >= 3) {
				break // "Ana Ruiz de Cuatrecasas"
			}
			if k < len(t) && k == j+1 && j-start >= 2 && given && !head && p.is("personof", w.low) && t[k].capital && (d.houseRun(t, k) && (p.is("option", "pro-drop") || p.is("option", "particle-first")) || p.is("option", "pro-drop") && d.flags(t[j-1].low)&isSurname != 0 && p.is("fused", w.low) && d.flags(t[k].low) == 0 && !p.common[t[k].low] && !t[k].upper && p.tokensMatch("place", t, k) == 0) {
				break // "Paulo Monteiro da Cortexa"
			}
			if k < len(t) && d.foreignParticle(t, start, j, k) && d.nameWord(s, k, false) {
				j = k + 1
				continue
			}
			if k < len(t) && d.nameWord(s, k, false) && (given || titled || head && p.is("orgof", w.low) || d.companyOf(s, start, j) || j == start+1 && k == j+1 && p.is("option", "two-surnames") && d.flags(t[start].low)&isSurname != 0 && d.flags(t[k].low)&isSurname != 0) && !(given && !titled && p.is("orgof", w.low) && p.is("orghead", t[k].low)) {
				j = k + 1
				continue
			}
			if n := d.orgTail(s, j, head); n > 0 {
				j += n
				continue
			}
		case p.is("surnameand", w.low) && given && !head && j-start >= 2 && j-start <= 4 && j+1 < len(t) && d.surnameBehind(t, j+1):
			j += 2 // "Vale e Azevedo"
			continue
		case p.is("orgof", w.low) && j-start >= 2 && d.placeBehind(t, start, j) && !(p.is("option", "pro-drop") && p.is("personof", w.low) && p.is("orghead", t[j-1].low)):
			// "Hospital Miguel Servet de Zaragoza": where it is
		case p.is("orgfor", w.low) && head && p.is("option", "org-before-role") && !p.is("orgforhead", t[j-1].low) && j+1 < len(t) && t[j+1].capital && !t[j+1].punct && !s.titleCase && p.is("orghead", t[j-1].low) && p.common[t[j+1].low] && d.names.orgAt(t, j+1) == 0 && d.flags(t[j+1].low)&isGiven == 0 && p.tokensMatch("place", t, j+1) == 0:
			j += 2 // "College for Creative Studies"
			continue
		case p.is("orgof", w.low) && head && !(p.is("and", w.low) && !d.wideName(t, start, j)) && !(p.is("orgfor", w.low) && !p.is("orgforhead", t[j-1].low)):
			if n := d.orgTail(s, j, head); n > 0 {
				j += n
				continue
			}
		case w.low == "," && head && d.fieldsAhead(s, start, j) > 0: // "Department for Environment, Food and Rural Affairs"
			j += d.fieldsAhead(s, start, j)
			continue
		case p.is("and", w.low) && w.low != "&" && !given && !titled && d.twinName(s, i, start, j) > 0: // "Mersey and Dee Hospitals NHS Trust"
			j += d.twinName(s, i, start, j)
			continue
		case p.is("orgin", w.low) && head && d.wideName(t, start, j) && p.tokensMatch("place", t, j+1) == 0 && !(j+1 < len(t) && (p.is("weekday", t[j+1].low) || p.monthOf(t[j+1].low) > 0)):
			j += 2
			continue
		case w.low == "," && j+1 < len(t) && p.is("namesuffix", t[j+1].low) && !(j+2 < len(t) && p.is("personof", t[j+2].low)): // not "X, hijo del fundador"
			j += 2
			if p.is("degree", t[j-1].low) && p.is("option", "org-before-role") && !(j+1 < len(t) && t[j].low == ",") { // "Johanna Bendell, M.D." ends the name
				return j - i, titled, skip
			}
			continue
		}
		break
	}
	if titled && start == j {
		return 0, false, 0
	}
	if !titled && (!given || p.is("orgword", t[j-1].low)) && j-start > 1 && d.adjectiveTail(t, j) {
		j++
	}
	return j - i, titled, skip
}

// placeBehind reports whether behind the proper name that ends before token j only a place follows, which is no part of it.
func (d *document) placeBehind(t []token, start, j int) bool {
	p := d.p
	if !p.is("option", "pro-drop") || p.is("and", t[j].low) {
		return false
	}
	if first := t[start].low; !p.common[first] && !p.is("orghead", first) && !p.is("orgheadlow", first) && !p.is("orgword", first) && d.flags(first)&isGiven == 0 {
		return p.tokensMatch("place", t, j+1) > 0 // "Sorin Ceramiche di Casalgrande"
	}
	if w := t[j-1]; !w.capital || w.upper || p.common[w.low] || p.is("instadj", w.low) || p.is("orgadj", w.low) || p.is("rolepost", w.low) || p.is("orghead", w.low) || p.is("orgword", w.low) || p.is("orgheadlow", w.low) {
		return false
	}
	return p.tokensMatch("place", t, j+1) > 0
}

// areaField reports whether the capitalised words from start to j are what an area works on, behind the noun for it, and its
// organization follows: "la gerencia de Asuntos Públicos de Aldama".
func (d *document) areaField(t []token, start, j int) bool {
	p := d.p
	if !p.is("option", "pro-drop") || start < 2 || j <= start || !p.is("areaword", t[start-2].low) || t[start-2].capital || !p.is("fieldprep", t[start-1].low) {
		return false
	}
	for _, w := range t[start:j] {
		if w.upper || !p.is("domain", w.low) && !p.is("and", w.low) {
			return false
		}
	}
	return j < len(t) && (!t[j].capital && !p.is("personof", t[j].low) && !p.is("and", t[j].low) || p.is("personof", t[j].low) && j+1 < len(t) && (t[j+1].capital || p.is("det", t[j+1].low)))
}

// personAhead reports whether inside a run of capitals that began at start, token j is a role or title with a person behind it.
func (d *document) personAhead(t []token, start, j int) bool {
	p := d.p
	k := j
	if (d.names.orgs[strings.ToLower(joinTokens(t[start:j]))] || j-start == 2 && p.is("orgword", t[j-1].low)) && d.flags(t[start].low)&isGiven == 0 && t[j].capital && j+1 < len(t) && d.givenName(t[j].low) && t[j+1].capital && !t[j+1].punct && d.flags(t[j+1].low)&isSurname != 0 && !p.is("orgword", t[j+1].low) {
		return true // "de Nestlé Marie-Laure Fabre"
	}
	if p.is("title", t[j].low) && p.is("abbrev", t[j].low) {
		k++
	} else if n, _ := d.roleCore(t, j); n > 0 && !(p.is("option", "org-before-role") && t[j].capital && p.is("orgword", t[j].low) && (!t[n-1].capital || j > start && d.roleFrom(t, j+1))) { // not "Brightwell Systems engineers"
		k = n
	}
	return k > j && k < len(t) && t[k].capital && d.flags(t[k].low)&isGiven != 0 && k+1 < len(t) && t[k+1].capital && !t[k+1].punct
}

// subjectAhead reports whether behind a preposition and a name of one or two words a person's full name begins at token j, which the
// language may put there without a comma.
func (d *document) subjectAhead(t []token, i, start, j int) bool {
	p := d.p
	if !p.is("option", "pro-drop") || !(p.is("cue.at", t[i-1].low) || p.is("cue.from1", t[i-1].low)) || !t[j].capital || t[j].punct {
		return false
	}
	for k := start; k < j; k++ {
		if !t[k].capital || t[k].punct || p.is("orghead", t[k].low) || d.givenName(t[k].low) && !p.is("place", t[k].low) || p.is("title", t[k].low) {
			return false
		}
	}
	k := j + 1
	if k >= len(t) || !t[k].capital || t[k].punct || d.flags(t[j].low)&isGiven == 0 || p.common[t[j].low] || p.is("orgword", t[j].low) || p.is("place", t[j].low) || p.is("orgword", t[k].low) || p.is("orgsuffix", t[k].low) || p.is("orghead", t[k].low) || p.is("place", t[k].low) || p.common[t[k].low] {
		return false
	}
	if j-start == 1 && d.flags(t[start].low)&isSurname != 0 && !p.is("orgword", t[start].low) && p.tokensMatch("place", t, start) == 0 && k+1 < len(t) && t[k+1].capital {
		return false // "da Gucci Anna Maria Srl"
	}
	return !(k+1 < len(t) && (p.is("orgsuffix", t[k+1].low) || p.is("orgtail", t[k+1].low) || t[k+1].low == "&"))
}

// roleFrom reports whether a role begins at token i.
func (d *document) roleFrom(t []token, i int) bool {
	if i >= len(t) {
		return false
	}
	n, _ := d.roleCore(t, i)
	return n > 0
}

// foreignParticle reports whether the particles from token j to k stand inside a name of another language that began at start with a word
// that the language does not have: "Pim de Groot", "Orquesta de Valencia".
func (d *document) foreignParticle(t []token, start, j, k int) bool {
	p := d.p
	if !p.is("option", "org-before-role") && !(p.is("option", "pro-drop") && p.is("particleonly", t[j].low)) || j-start > 2 || !t[k].capital || t[k].punct {
		return false
	}
	for i := start; i < j; i++ {
		if p.common[t[i].low] || t[i].upper || !t[i].capital {
			return false
		}
	}
	return !p.common[t[j].low] || j+1 < k || p.is("particleonly", t[j].low)
}

// houseRun reports whether the run of capitals from token k ends in a word that only organizations end in: "Kestrel Bank".
func (d *document) houseRun(t []token, k int) bool {
	j := k
	for j < len(t) && j < k+4 && t[j].capital && !t[j].punct {
		j++
	}
	return j > k+1 && (d.p.is("orgword", t[j-1].low) || d.p.is("orgsuffix", t[j-1].low))
}
