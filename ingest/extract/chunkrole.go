package extract

// roleAt reads a role at token i: modifiers and a head, more of them behind "and", and what the role is of.
func (d *document) roleAt(s *sentence, i int) (int, string) {
	p, t := d.p, s.toks
	j, head := d.roleCore(t, i)
	if j == 0 {
		return 0, ""
	}
	if j == i+1 && t[i].capital && i+1 < len(t) && t[i+1].capital && d.names.orgs[t[i].low+" "+t[i+1].low] { // "Founders Fund"
		return 0, ""
	}
	if d.partnersName(t, i, j) {
		return 0, ""
	}
	if i > 0 && p.is("notbeforerole", t[i-1].low) && j == i+1 {
		return 0, ""
	}
	if j == i+1 && d.givenNotRole(t, i) {
		return 0, ""
	}
	for j+1 < len(t) && (p.is("and", t[j].low) || t[j].low == "/" || t[j].low == "&") {
		k, h := d.roleCore(t, j+1)
		if k == 0 {
			break
		}
		j = k
		_ = h
	}
	j = d.roleTail(s, j)
	return j - i, head
}

func (d *document) roleCore(t []token, i int) (int, string) {
	p := d.p
	j, end := i, 0
	head := ""
	for j < len(t) && j-i < 9 {
		if n := chiefOfficer(t, j); n > 0 { // "chief omni-channel officer" in any language
			head = t[j+n-1].low
			j += n
			end = j
			continue
		}
		n := p.tokensMatch("rolehead", t, j)
		if p.compounds && n == 1 && (d.flags(t[j].low)&isGiven != 0 || p.is("orgnoun", t[j].low) || p.is("place", t[j].low)) && !p.exactly("rolehead", t[j].low) {
			n = 0 // "Severin" is no role, whatever it ends in
		}
		if p.compounds && (p.is("norole", t[j].low) || end > i && p.is("nopost", head)) { // "der Ökonom Mitglied der Geschäftsleitung"
			break
		}
		if n == 0 && p.is("roleshort", t[j].low) && (j+1 == len(t) || t[j+1].punct || p.is("roleat", t[j+1].low) || p.is("and", t[j+1].low)) { // Italian "ad di Enel"
			n = 1
		}
		if n > 0 {
			head = t[j+n-1].low
			j += n
			end = j
			// adjectives behind the head: "directeur général adjoint"
			if k := d.fieldBehind(t, i, j, head); k > j { // "Leiterin Verkauf und Service"
				j, end = k, k
			}
			for j < len(t) {
				m := p.tokensMatch("rolepost", t, j)
				if m == 0 && p.is("and", t[j].low) && j+1 < len(t) && !t[j+1].capital { // "directeur administratif et financier"
					if m = p.tokensMatch("rolepost", t, j+1); m > 0 && p.tokensMatch("rolehead", t, j+1) == 0 {
						m++
					} else {
						m = 0
					}
				}
				if m == 0 && d.postAdjective(t, j) {
					m = 1
				}
				if m == 0 && p.is("option", "role-nouns") && j-i < 4 {
					m = d.roleNoun(t, j)
				}
				if m == 0 {
					break
				}
				j += m
				end = j
			}
			continue
		}
		if p.compounds && t[j].capital && p.compoundRole(t[j].low) && !p.is("orgnoun", t[j].low) && !p.is("place", t[j].low) && d.flags(t[j].low)&isGiven == 0 {
			head = t[j].low
			j++
			end = j
			continue
		}
		if n := p.tokensMatch("rolemod", t, j); n > 0 {
			j += n
			continue
		}
		if t[j].low == "-" && (j > i || !p.compounds) || (t[j].low == "&" || t[j].low == "and") && j > i && j+1 < len(t) && p.is("rolemod", t[j+1].low) {
			j++
			continue
		}
		break
	}
	return end, head
}

// roleNoun counts the lower-case words at j that say what a role is for, where its organization or the end of the phrase follows:
// "direttore strategia di O", "direttrice rete vendita,".
func (d *document) roleNoun(t []token, j int) int {
	p := d.p
	for k := j; k < len(t) && k < j+3; k++ {
		w := t[k]
		if w.punct || w.capital || w.digit || len(w.low) < 4 || p.is("func", w.low) || p.verb[w.low] || p.is("stop", w.low) || p.is("aux", w.low) || p.is("skip", w.low) || p.is("nationality", w.low) || p.is("formerbehind", w.low) {
			return 0
		}
		if k+1 >= len(t) || t[k+1].low == "," || t[k+1].low == "." || t[k+1].low == "(" || t[k+1].low == ")" || p.is("roleat", t[k+1].low) && k+2 < len(t) && t[k+2].capital {
			return k + 1 - j
		}
	}
	return 0
}

// roleTail takes in what the role is of as long as that is no name: "of global sales", "chargée du marketing".
func (d *document) roleTail(s *sentence, j int) int {
	p, t := d.p, s.toks
	for j < len(t) {
		k := j
		if n := d.titlePart(t, j); n > 0 {
			j += n
			return j
		} else if n := p.tokensMatch("roleprep", t, k); n > 0 {
			k += n
		} else if t[k].low == "," && k+1 < len(t) && t[k+1].capital && p.is("domain", t[k+1].low) {
			k++
		} else if n := p.tokensMatch("roleprep", t, k+1); n > 0 && p.is("and", t[k].low) && k+n+1 < len(t) && p.is("option", "pro-drop") && p.is("domain", t[k+n+1].low) && !t[k+n+1].capital { // "diretor comercial e de marketing da O"
			k += n + 1
		} else {
			return j
		}
		for k < len(t) && p.is("det", t[k].low) {
			k++
		}
		start := k
		if p.compounds && k < len(t) && t[k].capital && !p.is("domain", t[k].low) && p.tokensMatch("place", t, k) == 0 {
			if n, _, _ := d.nameAt(s, k); n > 0 {
				return j
			}
		}
		if p.compounds && k+1 < len(t) && p.is("place", t[k].low) && t[k+1].capital && !t[k+1].punct && (p.is("orgword", t[k+1].low) || p.is("orgsuffix", t[k+1].low) || d.personRun(t, k+1) == 0 && !p.compoundRole(t[k+1].low) && p.tokensMatch("place", t, k) == 1) {
			return j // "Chef von Seelow Maschinenbau"
		}
		if k < len(t) && d.institutionAt(s, k) > 0 {
			return j
		}
		if k < len(t) && t[k].capital && p.is("option", "org-before-role") {
			if n := p.tokensMatch("place", t, k); n > 0 && k+n+1 < len(t) && t[k+n].low == "'s" && t[k+n+1].capital {
				return j // "manager of Panama's Copa Airlines"
			}
		}
		if k+1 < len(t) && t[k].capital && !t[k].upper && p.is("option", "pro-drop") && p.is("orghead", t[k].low) && p.is("domain", t[k].low) && (p.is("nationality", t[k+1].low) || k+2 < len(t) && p.is("orgof", t[k+1].low) && t[k+2].capital) {
			return j // "director general de Turismo del Gobierno de Aragón"
		}
		if k < len(t) && p.is("orgnoun", t[k].low) && !p.is("domain", t[k].low) && !p.is("unitnoun", t[k].low) && !d.attributive(t, k) {
			return j
		}
		if k > 0 && k+1 < len(t) && p.is("det.def", t[k-1].low) && t[k].capital && t[k+1].capital && !p.compounds && !t[k+1].punct {
			return j // "head of the Federal Supply Service"
		}
		if k < len(t) && k > 0 && t[k].capital && p.is("option", "club-article") && p.is("det.def", t[k-1].low) && p.is("place", t[k].low) && !p.is("placearticle", t[k].low) && p.tokensMatch("place", t, k) == 1 {
			return j // "allenatore del Napoli"
		}
		if n := d.field(t, k); n > 0 && k == start {
			j = k + n
			continue
		}
		if k < len(t) && t[k].capital && !t[j-1].capital && !p.compounds && !p.is("domain", t[k].low) && !p.placeAlone(t, k) && !p.is("rolemod", t[k].low) && !p.is("nationality", t[k].low) {
			return j // "chairman of Spirit"
		}
		if k+1 < len(t) && t[k].capital && t[k+1].capital && d.names.orgs[t[k].low+" "+t[k+1].low] {
			return j // "CEO de Mercado Libre"
		}
		for k < len(t) && k-start < 12 {
			w := t[k]
			if p.is("and", w.low) || w.low == "&" {
				if k > start && k+1 < len(t) && d.domainWord(t[k+1]) && !p.is("det", t[k+1].low) {
					k++
					continue
				}
				break
			}
			if w.low == "," && k > start && k+2 < len(t) && d.domainWord(t[k+1]) && !p.is("det", t[k+1].low) && !p.is("former", t[k+1].low) && d.listGoesOn(t, k+1) {
				k++
				continue
			}
			if w.punct || !d.domainWord(w) || w.capital && p.is("saint", w.low) || w.capital && k > start && !t[j-1].capital && !p.compounds && p.is("option", "org-before-role") && !p.is("domain", w.low) && !p.is("place", w.low) && !p.is("nationality", w.low) {
				break
			}
			k++
		}
		for k > start && (p.is("roleprep", t[k-1].low) || p.is("roleat", t[k-1].low)) {
			k--
		}
		for p.compounds && k > start && !t[k-1].capital {
			k--
		}
		for p.compounds && k > start && k < len(t) && t[k].capital && !t[k].punct && p.is("nationality", t[k-1].low) {
			k-- // "die Leitung des Kölner Versorgers A"
		}
		if k == start || k == start+1 && k < len(t) && t[k].capital && !t[k-1].capital && p.is("option", "pro-drop") && (p.is("nationality", t[start].low) || p.is("orgadj", t[start].low)) { // "executivo da espanhola Puig"
			return j
		}
		if k < len(t) && t[k].capital && !t[k].punct && p.is("orgnoun", t[k-1].low) && !t[k-1].capital && !(p.is("domain", t[k-1].low) && p.is("option", "org-before-role") && d.givenName(t[k].low)) {
			return j
		}
		if last := t[k-1]; p.is("orgnoun", last.low) && !p.is("unitnoun", last.low) && !p.is("domain", last.low) && !last.capital {
			return j // "chief executive of the dental chain Bridgewater", "of a private company"
		}
		if !p.compounds && k < len(t) && t[k].capital && !t[k].punct && p.is("place", t[k-1].low) && d.names.orgAt(t, k-1) > 0 {
			return j // "of Toronto Star"
		}
		if !p.compounds && k < len(t) && t[k].capital && !t[k].punct && t[k-1].capital && d.flags(t[k].low)&isGiven == 0 && !titleCase(t) {
			return j // "of Financial Engines"
		}
		j = k
	}
	return j
}

// field counts the capitalised words of the language at k that name what somebody works on, behind a preposition without article:
// "especialista en Medicina Preventiva", "director de Capital Humano".
func (d *document) field(t []token, k int) int {
	p := d.p
	if !p.is("option", "pro-drop") || k == 0 || k >= len(t) || p.is("det", t[k-1].low) || !p.is("fieldprep", t[k-1].low) {
		return 0
	}
	n := 0
	for k+n < len(t) && n < 4 {
		w := t[k+n]
		if n > 0 && p.is("and", w.low) && k+n+1 < len(t) && t[k+n+1].capital && d.fieldWord(t[k+n+1]) {
			n += 2
			continue
		}
		if !w.capital || !d.fieldWord(w) {
			break
		}
		n++
	}
	if n == 0 || k+n < len(t) && t[k+n].capital && !t[k+n].punct || d.names.orgAt(t, k) > 0 || d.names.orgs[t[k].low] {
		return 0
	}
	return n
}

func (d *document) fieldWord(w token) bool {
	p := d.p
	return p.common[w.low] && !w.upper && !w.punct && d.flags(w.low)&isGiven == 0 && !p.is("place", w.low) && !p.is("orghead", w.low) && !p.is("func", w.low) && !d.names.orgs[w.low]
}

// titlePart counts a part of a title between commas that an "of" or "at" follows: "Executive Vice President, Analog Products, of X".
func (d *document) titlePart(t []token, j int) int {
	p := d.p
	if j == 0 || j+3 >= len(t) || t[j].low != "," || !t[j-1].capital || !p.is("option", "org-before-role") {
		return 0
	}
	k := j + 1
	for k < len(t) && k < j+7 && (t[k].capital && p.common[t[k].low] && !t[k].punct && d.flags(t[k].low)&isGiven == 0 || k > j+1 && (p.is("and", t[k].low) || t[k].low == "&")) {
		k++
	}
	if k > j+1 && k+1 < len(t) && t[k].low == "," && (p.is("personof", t[k+1].low) || p.is("roleatlast", t[k+1].low)) {
		return k - j
	}
	return 0
}

// listGoesOn reports whether a comma list of domain words reaches an "and" soon.
func (d *document) listGoesOn(t []token, k int) bool {
	for n := 0; k < len(t) && n < 7; n++ {
		if d.p.is("and", t[k].low) {
			return k+1 < len(t) && d.domainWord(t[k+1])
		}
		if !d.domainWord(t[k]) && t[k].low != "," {
			return false
		}
		k++
	}
	return false
}

func (d *document) domainWord(w token) bool {
	p := d.p
	if w.punct || p.is("stop", w.low) || p.verb[w.low] || p.is("clitic", w.low) {
		return false
	}
	if w.capital {
		if p.is("place", w.low) || p.is("domain", w.low) || p.is("nationality", w.low) {
			return true
		}
		return (p.common[w.low] || p.compounds && p.is("nounend", w.low)) && !w.upper && d.flags(w.low)&isGiven == 0 && !p.is("orgword", w.low)
	}
	return !w.digit
}

// givenNotRole reports whether the role word at i is rather a given name: "Dean Hollis would join".
func (d *document) givenNotRole(t []token, i int) bool {
	if !d.p.is("option", "org-before-role") || !t[i].capital || t[i].upper || d.flags(t[i].low)&isGiven == 0 || i+1 >= len(t) || !t[i+1].capital || t[i+1].punct {
		return false
	}
	if i+2 < len(t) && d.p.common[t[i].low] && d.flags(t[i+1].low)&isGiven != 0 && !d.p.common[t[i+1].low] && t[i+2].capital && !t[i+2].punct {
		return false // "Lawyer Bethany Johansson"
	}
	return !(i > 0 && (d.p.is("det", t[i-1].low) || t[i-1].low == "'s" || t[i-1].capital && !t[i-1].punct)) && !d.p.is("rolehead", t[i+1].low)
}

// attributive reports whether the noun at k, without an article, only says what kind the next one is: "head of network planning".
func (d *document) attributive(t []token, k int) bool {
	p := d.p
	if !p.is("option", "org-before-role") || k == 0 || p.is("det", t[k-1].low) || k+1 >= len(t) {
		return false
	}
	w := t[k+1]
	return !w.capital && !w.punct && !w.digit && p.is("domain", w.low)
}
