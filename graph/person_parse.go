package graph

import (
	"slices"
	"strings"
)

// ParsePersonName takes a name apart, as written in English, French, German, Spanish, Italian or Portuguese text, in
// either order ("Pang, Ruoming"), or in Chinese, Korean, Cyrillic or another script. It never fails: what it cannot
// read becomes a surname, and a text without letters the zero name.
func ParsePersonName(name string) PersonName {
	toks := foldTokens(withoutNicknames(name))
	if len(toks) == 1 && toks[0].han && len(toks[0].raw) >= 2 {
		return eastAsianName(toks[0].raw)
	}
	toks = splitCapitalInitials(toks)
	var suffix string
	toks, suffix = stripTitles(toks)
	if len(toks) == 0 {
		return PersonName{}
	}
	n := PersonName{Suffix: suffix}
	if comma := slices.IndexFunc(toks, func(t token) bool { return strings.Contains(t.sep, ",") }); comma > 0 {
		given := nameUnits(toks[comma:], false)
		n.Surname = join(toks[:comma])
		n.Given, n.Middle = given[0], given[1:]
		return n.tidy()
	}
	units := nameUnits(toks, true)
	last := len(units) - 1
	n.Surname = units[last]
	if last == 0 {
		return n
	}
	n.Given = units[0]
	n.ambiguous = last == 1
	if last >= 2 && isSpanishSurname(units[last-1]) && startsSpanishSurname(units[last]) {
		n.Surname, n.Surname2 = units[last-1], units[last]
		last--
	}
	n.Middle = units[1:last]
	return n.tidy()
}

// tidy joins compound given names that are written apart ("Jean Luc", "Fei Fei").
func (n PersonName) tidy() PersonName {
	if len(n.Middle) > 0 && len(n.Given) > 1 &&
		(n.Given == n.Middle[0] || (compoundFirst[n.Given] && compoundSecond[n.Middle[0]])) {
		n.Given += n.Middle[0]
		n.Middle = n.Middle[1:]
	}
	if len(n.Middle) == 0 {
		n.Middle = nil
	}
	return n
}

// nameUnits joins particles to the word after them and hyphenated words to each other. With surname, the last unit is
// a surname and takes the particles before it; a particle that starts the name is a given name ("Al Gore") unless
// nobody has it as one.
func nameUnits(toks []token, surname bool) []string {
	var units []string
	for i := 0; i < len(toks); {
		from := i
		particle := surname && i+1 < len(toks) && startsSurname(toks, i)
		for i++; i < len(toks); i++ {
			initials := i == from+1 && len(toks[from].word) == 1 && len(toks[i].word) == 1
			if !particle && (toks[i].sep != "-" || initials) {
				break
			}
			particle = particle && i+1 < len(toks) && isParticle(toks[i])
		}
		units = append(units, join(toks[from:i]))
	}
	if surname && len(units) == 2 && firmParticles[units[1]] {
		return []string{units[1] + units[0]}
	}
	return units
}

func startsSurname(toks []token, i int) bool {
	w := toks[i].word
	return firmParticles[w] || i > 0 && isParticle(toks[i]) || w == "van" && isParticle(toks[i+1])
}

// isParticle tells "Costa e Silva" from "John E. Smith".
func isParticle(t token) bool { return particles[t.word] && (len(t.word) > 1 || !t.title) }

// stripTitles drops titles, degrees and generational suffixes at both ends and returns the suffix.
func stripTitles(toks []token) ([]token, string) {
	suffix := ""
	for changed := true; changed && len(toks) > 0; {
		changed = false
		last := len(toks) - 1
		if last == 0 {
			if w := toks[0].word; titles[w] && w != "don" {
				return nil, suffix
			}
			break
		}
		switch w := toks[last].word; {
		case generations[w] != "" && (w != "neto" && w != "filho" && w != "fils" && w != "pere" || last >= 2):
			suffix = generations[w]
			toks, changed = toks[:last], true
		case titles[w], degrees[w] && (toks[last].upper || strings.Contains(toks[last].sep, ",")):
			toks, changed = toks[:last], true
		case last >= 2 && degrees[toks[last-1].word+w] && strings.HasPrefix(toks[last].sep, "."):
			toks, changed = toks[:last-1], true
		}
		if changed {
			continue
		}
		dotted := strings.HasPrefix(toks[1].sep, ".")
		switch w := toks[0].word; {
		case titles[w], dottedTitles[w] && dotted, w == "sr" || w == "jr":
			toks, changed = toks[1:], true
		}
	}
	return toks, suffix
}

// splitCapitalInitials reads "JD Vance" as "J. D. Vance", in a name that is not written in capitals throughout.
func splitCapitalInitials(toks []token) []token {
	if len(toks) < 2 || len(toks[0].word) != 2 || !toks[0].upper || toks[0].han {
		return toks
	}
	if !slices.ContainsFunc(toks, func(t token) bool { return len(t.word) > 1 && !t.upper && !t.han }) {
		return toks
	}
	first, second := toks[0], toks[0]
	first.word, first.upper = toks[0].word[:1], false
	second.word, second.upper, second.sep = toks[0].word[1:], false, "."
	return append([]token{first, second}, toks[1:]...)
}

// eastAsianName reads a name written in Han characters or Hangul without spaces: the surname comes first.
func eastAsianName(raw []rune) PersonName {
	n := 1
	if len(raw) >= 3 && compoundSurnames[string(raw[:2])] || len(raw) >= 4 {
		n = 2
	}
	surname, ok := koreanSurnames[raw[0]]
	if !ok || n == 2 {
		surname = foldAll(raw[:n])
	}
	return PersonName{Given: foldAll(raw[n:]), Surname: surname}
}

func foldAll(raw []rune) string {
	var b strings.Builder
	for _, r := range raw {
		b.WriteString(foldRune(r))
	}
	return b.String()
}

// withoutNicknames drops what stands in brackets or double quotes, where something remains.
func withoutNicknames(name string) string {
	if !strings.ContainsAny(name, "(\"“„«[") {
		return name
	}
	var b strings.Builder
	depth, quoted := 0, false
	for _, r := range name {
		switch r {
		case '(', '[', '«':
			depth++
			b.WriteByte(' ')
		case ')', ']', '»':
			depth = max(0, depth-1)
		case '"', '“', '”', '„':
			quoted = !quoted
			b.WriteByte(' ')
		default:
			if depth == 0 && !quoted {
				b.WriteRune(r)
			}
		}
	}
	if len(FoldWords(b.String())) == 0 || quoted {
		return name
	}
	return b.String()
}

func join(toks []token) string {
	var b strings.Builder
	for _, t := range toks {
		b.WriteString(t.word)
	}
	return b.String()
}

func isSpanishSurname(w string) bool {
	return spanishSurnames[w] || len(w) >= 5 && strings.HasSuffix(w, "ez")
}

// startsSpanishSurname also knows a double one: perezcastejon.
func startsSpanishSurname(w string) bool {
	i := strings.Index(w, "ez")
	return isSpanishSurname(w) || i >= 3 && len(w) >= i+6
}
