package extract

import (
	"strings"
	"unicode"
)

// How much the shape of a name speaks for a person.

// shapeScore is positive for persons, negative for organizations.
func (d *document) shapeScore(name string) float64 {
	words := strings.Fields(name)
	low := strings.ToLower(name)
	sc := 0.0
	first := strings.ToLower(words[0])
	if i := strings.IndexByte(first, '-'); i > 0 && d.flags(first) == 0 {
		first = first[:i]
	}
	last := strings.ToLower(strings.TrimRight(words[len(words)-1], "."))
	suffix := 0.0
	if len(words) > 2 && d.p.is("degree", last) && strings.Contains(name, ",") { // "Jay Bradner, M.D."
		suffix = 4
	} else if len(words) > 2 && d.p.is("namesuffix", last) { // "Israel Rocha Jr."
		last = strings.ToLower(strings.Trim(words[len(words)-2], ".,"))
		suffix = 2
	}
	flags := d.flags(first)
	if d.names.orgs[low] || d.p.named("orgname").hasPhrase(strings.Fields(low)) {
		sc -= 3
	}
	if d.p.named("orglike").hasPhrase(strings.Fields(low)) { // "Julius Baer", "Eli Lilly"
		sc -= 4
	}
	orgWords := 0
	for _, w := range words {
		wl := strings.ToLower(strings.Trim(w, ",."))
		if d.p.is("orgword", wl) || d.p.is("orgsuffix", wl) || d.p.is("orghead", wl) {
			orgWords++
		}
		if strings.ContainsAny(w, "&0123456789+") || w == "and" {
			sc -= 5
		}
		if strings.ContainsFunc(w, func(r rune) bool { return unicode.IsUpper(r) }) && camel(w) {
			sc -= 2
		}
	}
	sc -= 2.5 * float64(orgWords)
	if len(words) == 1 {
		return sc - 1
	}
	sc += suffix
	if flags&isGiven != 0 {
		sc += 2
		if d.p.common[first] {
			sc -= 0.7
		}
	}
	if d.flags(last)&isSurname != 0 || d.hyphened(last) {
		sc++
	} else if d.p.common[last] {
		sc--
	}
	if d.p.compounds && len(words) == 3 && flags&isGiven == 0 && !d.p.is("particle", strings.ToLower(words[1])) && !d.p.is("title.noble", strings.ToLower(words[1])) { // "Fiebinger Polak Leon"
		sc -= 2
	}
	for _, w := range words[1 : len(words)-1] {
		if len([]rune(strings.Trim(w, "."))) == 1 {
			sc += 1.5
		}
		if d.p.is("particle", strings.ToLower(w)) && flags&isGiven != 0 {
			sc++
		}
	}
	if initials(words[0]) && len(words) <= 3 && !d.p.is("place", strings.TrimRight(first, ".")) {
		sc += 1.5
	}
	if len(words) > 4 {
		sc -= 1
	}
	if up := words[0]; len(words) == 2 && len(up) == 2 && strings.ToUpper(up) == up && d.names.flags(last)&isSurname != 0 && !d.p.common[last] && d.names.flags(first)&isGiven == 0 {
		sc += 1.2 // "VK Sibal"
	} else if len(words) <= 2 && len(up) > 1 && strings.ToUpper(up) == up && !strings.Contains(up, ".") {
		sc -= 1.5
	}
	if d.foreignName(words) {
		sc++
	}
	if d.p.is("option", "org-before-role") && eastAsian(words) {
		sc += 2.5
	}
	if d.p.is("place", first) {
		sc -= 2
	}
	inner := 0.0
	if len(words) > 2 && orgWords == 0 && !d.p.common[first] && d.p.is("option", "two-surnames") { // "Marisa Gonçalves Maia": a surname inside
		for _, w := range words[1 : len(words)-1] {
			if l := strings.ToLower(w); d.flags(l)&isSurname != 0 && !d.p.common[l] && !d.p.is("place", l) {
				inner = 1.6
			}
		}
	}
	if d.p.is("place", last) && len(words) > 1 && !(d.p.compounds && flags&isGiven != 0 && len(words) == 2) {
		sc -= 1.5
		if flags&isGiven != 0 {
			sc += inner
		}
		if flags&isGiven != 0 && d.p.is("option", "org-before-role") { // "Harrison Leeds"
			sc++
		}
	}
	return sc
}

// fullName reports whether the words are a given name and a surname, neither of them a word of the language or a town.
func (d *document) fullName(name string) bool {
	w := strings.Fields(strings.ToLower(name))
	if len(w) < 2 {
		return false
	}
	first, last := w[0], w[len(w)-1]
	return d.flags(first)&isGiven != 0 && d.flags(last)&isSurname != 0 && !d.p.common[first] && !d.p.common[last] && !d.p.is("place", last)
}

// hyphened reports whether one part of "watanabe-cole" is a surname.
func (d *document) hyphened(w string) bool {
	a, b, ok := strings.Cut(w, "-")
	return ok && !d.p.compounds && len(a) > 2 && len(b) > 2 && (d.flags(a)&isSurname != 0 || d.flags(b)&isSurname != 0)
}

// eastAsian reports whether the last word is a given name like "Wei-jen".
func eastAsian(words []string) bool {
	a, b, ok := strings.Cut(words[len(words)-1], "-")
	return ok && len(words) <= 3 && len(words) > 1 && len(a) > 1 && len(a) < 7 && len(b) > 1 && len(b) < 7 && b == strings.ToLower(b) && a != strings.ToLower(a)
}

// foreignName reports whether two words look like the name of a person that the lists lack: neither is a word of the language, a
// place or part of the names of organizations.
func (d *document) foreignName(words []string) bool {
	if !d.p.is("option", "org-before-role") || len(words) != 2 || d.flags(strings.ToLower(words[0]))&isGiven != 0 || d.names.orgs[strings.ToLower(strings.Join(words, " "))] {
		return false
	}
	for _, w := range words {
		low := strings.ToLower(w)
		if len(w) < 2 || w == strings.ToUpper(w) || strings.ContainsAny(w, "&0123456789.'’") || camel(w) || d.p.common[low] || d.p.is("place", low) || d.p.is("region", low) || d.p.is("orgword", low) || d.p.is("orghead", low) || d.p.is("orgsuffix", low) || d.p.is("nationality", low) || d.p.is("func", low) || d.p.is("orgof", low) || d.names.orgs[low] {
			return false
		}
	}
	return true
}

func initials(w string) bool {
	return len(w) <= 4 && strings.HasSuffix(w, ".") || len(w) == 1
}

func camel(w string) bool {
	lower := false
	for i, r := range w {
		if unicode.IsLower(r) {
			lower = true
		} else if unicode.IsUpper(r) && lower && i > 0 {
			rest := w[:i]
			return rest != "Mc" && rest != "Mac" && rest != "De" && rest != "Di" && rest != "Van" && rest != "Le" && rest != "La" && rest != "Du" && !strings.ContainsAny(rest, "-'’") && rest != "Fitz" && rest != "Del"
		}
	}
	return false
}

// endsAsHouse notes the names that may be either and end as no person's does: "Kestrel Bank", "Mirabel Media".
func (d *document) endsAsHouse(s *sentence) {
	for i := range s.nodes {
		n := &s.nodes[i]
		if n.kind != kindName || n.ref != refName || n.titled || n.b-n.a < 2 {
			continue
		}
		if last := s.toks[n.b-1].low; d.p.is("orgword", last) {
			n.house = d.flags(last)&isSurname == 0 || d.flags(s.toks[n.a].low)&isGiven == 0
		}
	}
}
