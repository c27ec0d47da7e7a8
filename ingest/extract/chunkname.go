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
	given := d.givenName(t[j].low)
	head := p.is("orghead", t[j].low) || known > 1 && p.is("option", "pro-drop") && p.is("orghead", t[j+known-1].low)
	j += max(1, known)
	for j < len(t) && j-start < 14 {
		w := t[j]
		switch {
		case d.familyBehind(t, start, j):
		case j == start+1 && p.is("option", "pro-drop") && p.is("domain", t[start].low) && p.is("personof", w.low) && j+1 < len(t) && t[j+1].capital && p.is("orghead", t[j+1].low):
			// "el área de Calidad del Hospital General"
		case d.personAhead(t, start, j):
			// "BP Chief Executive Bob Dudley", "Air Force Gen. John Kelly": a role or title opens a person's name
		case !given && !head && j == start+1 && i > 0 && p.is("roleat", t[i-1].low) && (p.is("option", "adjective-behind") || p.is("option", "org-before-role")) && d.personBehind(t, j):
			// "direttore del Tg5 Clemente Mimun"
		case j == start+1 && p.is("option", "rubrics") && p.tokensMatch("place", t, start) == 1 && !given && j+1 < len(t) && t[j].capital && t[j+1].capital && !t[j+1].punct && d.flags(t[j].low)&isGiven != 0 && !p.is("orgword", t[j+1].low):
			// "le préfet de la Loire Jacques Montaigu"
		case j == start+1 && t[start].upper && len(t[start].text) <= 5 && !given && p.is("option", "rubrics") && d.personBehind(t, j):
			// "a relevé auprès de l'AFP Isabelle Marchand"
		case t[start].upper && j == start+1 && !given && p.is("option", "org-before-role") && w.capital && p.is("officer", w.low) && d.roleBehind(t, j):
			// "RBI Deputy Governor"
		case given && !head && j-start >= 2 && d.roleBehind(t, j) && !p.is("orgword", w.low):
			// "Benedetta Sanguineti Chief Financial Officer"
		case d.nameWord(s, j, false):
			if p.is("orghead", w.low) {
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
		case w.low == "'s" && j == start+2 && p.is("saint", t[start].low) && t[start].capital: // "St Chad's", "St. Brendan's Hospital"
			j++
			continue
		case w.low == "'s" && !s.titleCase && j+1 < len(t) && p.is("genitivename", t[j-1].low) && t[j+1].capital && d.nameWord(s, j+1, false):
			j += 2 // "Children's Hospital"
			continue
		case w.low == "'" && w.glued && !s.titleCase && j+1 < len(t) && strings.HasSuffix(t[j-1].low, "s") && t[j+1].capital && !t[j+1].glued && p.common[t[j-1].low] && !d.givenName(t[j+1].low):
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
		case p.is("and", w.low) && j+1 < len(t) && t[j+1].capital && p.is("orgtail", t[j+1].low): // "Gualtieri e Associati"
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
		case p.is("option", "particle-first") && j-start >= 2 && p.is("personof", w.low) && d.flags(t[start].low)&isGiven != 0 && !d.givenName(t[j-1].low) && !(j+1 < len(t) && d.flags(t[j+1].low)&isSurname != 0 && !d.names.orgs[t[j+1].low]):
			// "Karim Benali de Renault": no particle behind a surname
		case p.is("particle", w.low) && j+1 < len(t):
			k := j + 1
			for k < len(t) && k < j+3 && (p.is("particle", t[k].low)) {
				k++
			}
			if k < len(t) && j-start >= 2 && p.is("option", "two-surnames") && p.is("personof", w.low) && d.flags(t[k].low)&isSurname == 0 && !head && (d.names.orgs[t[k].low] || j-start >= 3) {
				break // "Ana Ruiz de Cuatrecasas"
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
		case p.is("orgof", w.low) && j-start >= 2 && d.placeBehind(t, start, j):
			// "Hospital Miguel Servet de Zaragoza": where it is
		case p.is("orgof", w.low) && head && !(p.is("and", w.low) && !d.wideName(t, start, j)) && !(p.is("orgfor", w.low) && !p.is("orgforhead", t[j-1].low)):
			if n := d.orgTail(s, j, head); n > 0 {
				j += n
				continue
			}
		case p.is("orgin", w.low) && head && d.wideName(t, start, j) && p.tokensMatch("place", t, j+1) == 0:
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

// personAhead reports whether inside a run of capitals that began at start, token j is a role or title with a person behind it.
func (d *document) personAhead(t []token, start, j int) bool {
	p := d.p
	k := j
	if d.names.orgs[strings.ToLower(joinTokens(t[start:j]))] && d.flags(t[start].low)&isGiven == 0 && t[j].capital && j+1 < len(t) && d.givenName(t[j].low) && t[j+1].capital && !t[j+1].punct && d.flags(t[j+1].low)&isSurname != 0 && !p.is("orgword", t[j+1].low) {
		return true // "de Nestlé Marie-Laure Fabre"
	}
	if p.is("title", t[j].low) && p.is("abbrev", t[j].low) {
		k++
	} else if n, _ := d.roleCore(t, j); n > 0 && !(p.is("option", "org-before-role") && t[j].capital && p.is("orgword", t[j].low) && (!t[n-1].capital || j > start && d.roleFrom(t, j+1))) { // not "Brightwell Systems engineers"
		k = n
	}
	return k > j && k < len(t) && t[k].capital && d.flags(t[k].low)&isGiven != 0 && k+1 < len(t) && t[k+1].capital && !t[k+1].punct
}

// partnership reads the rest of "Sedgwick, Detert, Moran & Arnold" from the first comma on.
func (d *document) partnership(s *sentence, j int) int {
	t := s.toks
	if d.names.orgs[t[j-1].low] {
		return 0
	}
	k := j
	for k+1 < len(t) && k-j < 16 && t[k].low == "," && t[k+1].capital && !t[k+1].punct && d.nameWord(s, k+1, false) {
		k += 2
		if k < len(t) && t[k].low == "," && k+1 < len(t) && t[k+1].low == "&" {
			k++
		}
		if k+1 < len(t) && t[k].low == "&" && t[k+1].capital && d.nameWord(s, k+1, false) {
			return k + 2 - j
		}
	}
	return 0
}

// wideName reports whether "and" may go on with the name that runs from start to j: "Department of Health and Human Services".
func (d *document) wideName(t []token, start, j int) bool {
	if j+1 >= len(t) || !t[j+1].capital || t[j+1].punct || d.names.words[t[j+1].low]&isGiven != 0 && !d.p.common[t[j+1].low] {
		return false
	}
	for k := start; k < j; k++ {
		if !t[k].capital {
			return true
		}
	}
	return false
}

// orgTail reads "of the Arts", "de l'habitat de Côte d'Ivoire" behind the head of an organization's name.
func (d *document) orgTail(s *sentence, j int, head bool) int {
	p, t := d.p, s.toks
	if !head {
		return 0
	}
	k := j + 1
	for k < len(t) && k < j+3 && (p.is("det", t[k].low) || p.is("orgof", t[k].low)) {
		k++
	}
	if k >= len(t) {
		return 0
	}
	if t[k].capital && !t[k].punct && !p.is("title", t[k].low) {
		return k + 1 - j
	}
	// a lower-case word between: "Banque de l'habitat de Côte"
	if k+2 < len(t) && !t[k].punct && p.common[t[k].low] && p.is("orgof", t[k+1].low) && !p.verb[t[k].low] {
		m := k + 2
		for m < len(t) && m < k+4 && p.is("det", t[m].low) {
			m++
		}
		if m < len(t) && t[m].capital && d.nameWord(s, m, false) && d.flags(t[m].low)&isGiven == 0 {
			return m + 1 - j
		}
	}
	return 0
}

// roleFrom reports whether a role begins at token i.
func (d *document) roleFrom(t []token, i int) bool {
	if i >= len(t) {
		return false
	}
	n, _ := d.roleCore(t, i)
	return n > 0
}
