package extract

import (
	"strings"
)

// adjectiveTail reports whether the word at j is an adjective in lower case that belongs to the noun in a capital with which a name of
// several words ends: "SPF Santé publique", "Alizé Solutions climatiques".
func (d *document) adjectiveTail(t []token, j int) bool {
	p := d.p
	if !p.is("option", "home") || j >= len(t) {
		return false
	}
	noun, w := t[j-1], t[j]
	if !noun.capital || noun.upper || !p.common[noun.low] && !p.is("orgword", noun.low) || p.is("rolehead", noun.low) || w.capital || w.punct || w.digit {
		return false
	}
	return !p.verb[w.low] && !p.is("func", w.low) && !p.is("stop", w.low) && !p.is("skip", w.low) && !p.is("nationality", w.low) && !p.is("formerbehind", w.low) && (p.is("instadj", w.low) || p.endsIn("instsuffix", w.low))
}

// partnership reads the rest of "Sedgwick, Detert, Moran & Arnold" from the first comma on.
func (d *document) partnership(s *sentence, j int) int {
	t := s.toks
	if d.names.orgs[t[j-1].low] {
		return 0
	}
	if j > 1 && d.p.is("option", "home") && (t[j-2].low == "à" || d.p.is("townprep", t[j-2].low) && d.p.is("place", t[j-1].low)) {
		return 0 // "À Lille, Pixel & Frites vend …"
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
	if p.is("option", "org-before-role") && (p.is("weekday", t[k].low) || p.monthOf(t[k].low) > 0 && k+1 < len(t) && t[k+1].digit) {
		return 0 // "the University of Vermont and on August 1"
	}
	if t[k].capital && !t[k].punct && !p.is("title", t[k].low) {
		return k + 1 - j
	}
	if p.is("orgfor", t[j].low) && k > j+1 && p.is("option", "org-before-role") {
		return 0 // "the Animal Medical Center for the faculty of Tufts"
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

// fieldsAhead is how many tokens from the comma at j belong to the name of a department that lists its fields, "Environment, Food and
// Rural Affairs"; else 0.
func (d *document) fieldsAhead(s *sentence, start, j int) int {
	p, t := d.p, s.toks
	if !p.is("lowbodyof", t[start].low) || j-start < 3 || !p.is("option", "org-before-role") || s.titleCase {
		return 0
	}
	k := j
	for k < len(t) && t[k].low == "," {
		k++
		m := k
		for k < len(t) && t[k].capital && !t[k].punct && p.common[t[k].low] {
			k++
		}
		if k == m {
			return 0
		}
	}
	if k+1 < len(t) && t[k].low == "and" && t[k+1].capital && p.common[t[k+1].low] {
		k++
		for k < len(t) && t[k].capital && !t[k].punct && p.common[t[k].low] {
			k++
		}
		return k - j
	}
	return 0
}

// twinName is how many tokens from the "and" at j belong to the name of a public body that is called after two places or fields, "Calder and
// Airedale Council"; else 0.
func (d *document) twinName(s *sentence, i, start, j int) int {
	p, t := d.p, s.toks
	if p.named("twinhead") == nil || s.titleCase || j-start > 2 || d.names.orgs[strings.ToLower(joinTokens(t[start:j]))] || p.is("orgword", t[j-1].low) && !p.common[t[j-1].low] {
		return 0
	}
	k := j + 1
	for k < len(t) && k < j+6 && t[k].capital && !t[k].punct {
		k++
	}
	if k < j+3 || !p.is("twinhead", t[k-1].low) || d.names.orgAt(t, j+1) > 1 {
		return 0
	}
	return k - j
}
