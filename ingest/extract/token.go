package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is one word or punctuation mark; start and end are byte offsets in the source text.
type token struct {
	start, end int
	text       string
	low        string // lower case, straight apostrophes
	capital    bool   // starts with an upper-case letter, or has one inside ("eBay")
	upper      bool   // two letters or more, all upper case
	digit      bool   // starts with a digit
	punct      bool
	glued      bool // no space before it
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' || r == '`' }

func isInvisible(r rune) bool {
	return r == '\u200b' || r == '\u200c' || r == '\u200d' || r == '\ufeff' || r == '\u00ad' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

// tokenize splits src[from:to]. Clitics ("d'", "l'") and the English "'s" become tokens of their own; so do the parts of
// "ex-Google".
func (p *pack) tokenize(src string, from, to int, out []token) []token {
	i := from
	last := from
	for i < to {
		r, n := utf8.DecodeRuneInString(src[i:to])
		if unicode.IsSpace(r) || isInvisible(r) {
			i += n
			continue
		}
		if !isWordRune(r) {
			out = append(out, token{start: i, end: i + n, text: src[i : i+n], low: normPunct(r, src[i:i+n]), punct: true, glued: i == last && i > from})
			i += n
			last = i
			continue
		}
		j := wordEnd(src, i, to)
		out = p.splitWord(src, i, j, i == last && i > from, out)
		i = j
		last = j
	}
	return out
}

// wordEnd finds the end of the word at i: letters and digits with inner apostrophes, hyphens, dots and ampersands.
func wordEnd(src string, i, to int) int {
	j := i
	for j < to && j-i < 400 {
		r, n := utf8.DecodeRuneInString(src[j:to])
		switch {
		case isWordRune(r) || isInvisible(r) && j+n < to:
			j += n
			continue
		case isApostrophe(r) || r == '-' || r == '‑' || r == '&' || r == '.' || r == ',' || r == '+':
			next, m := utf8.DecodeRuneInString(src[j+n : to])
			prev, _ := utf8.DecodeLastRuneInString(src[i:j])
			if r == '.' {
				if abbreviationDot(src[i:j], next, m) {
					j += n
					continue
				}
				return j
			}
			if r == ',' {
				if unicode.IsDigit(prev) && unicode.IsDigit(next) {
					j += n
					continue
				}
				return j
			}
			if r == '+' {
				if j+n == to || !isWordRune(next) {
					return j + n
				}
				if j-i == 1 || j-i > 2 && src[j-2] == '+' { // "I+D", "I+D+i"
					j += n
					continue
				}
				return j
			}
			if m > 0 && isWordRune(next) {
				j += n
				continue
			}
			return j
		default:
			return j
		}
	}
	return j
}

// abbreviationDot reports whether the dot after word belongs to it: "U.S.", "J.P.", "3.4", "Ben.com".
func abbreviationDot(word string, next rune, m int) bool {
	if m > 0 && next == '1' && strings.HasSuffix(word, "Sat") { // "ProSiebenSat.1"
		return true
	}
	if m > 0 && (unicode.IsLetter(next) || unicode.IsDigit(next)) {
		r, _ := utf8.DecodeLastRuneInString(word)
		if unicode.IsDigit(r) {
			return unicode.IsDigit(next)
		}
		// "J.P.", "salesforce.com" but not "end.Next"
		letters := utf8.RuneCountInString(word[strings.LastIndexByte(word, '.')+1:])
		return letters == 1 || unicode.IsLower(next) || word == "Ph" && next == 'D'
	}
	// a single capital letter, or the last letter of "U.S."
	last := word[strings.LastIndexByte(word, '.')+1:]
	r, n := utf8.DecodeRuneInString(last)
	return n == len(last) && n > 0 && unicode.IsUpper(r)
}

func (p *pack) splitWord(src string, i, j int, glued bool, out []token) []token {
	for i < j {
		w := src[i:j]
		// clitics at the start
		if k := strings.IndexFunc(w, isApostrophe); k > 0 {
			_, n := utf8.DecodeRuneInString(w[k:])
			head := strings.ToLower(w[:k])
			tail := strings.ToLower(w[k+n:])
			if p.is("clitic", head+"'") && len(tail) > 0 {
				out = append(out, makeToken(src, i, i+k+n, glued))
				i, glued = i+k+n, true
				continue
			}
			if m := strings.LastIndexFunc(w, isApostrophe); m > 0 {
				_, n := utf8.DecodeRuneInString(w[m:])
				tail := strings.ToLower(w[m+n:])
				if p.is("enclitic", "'"+tail) {
					out = append(out, makeToken(src, i, i+m, glued), makeToken(src, i+m, j, true))
					return out
				}
				if full, cut := p.contracted(w, m); full != "" {
					t := makeToken(src, i+cut, j, true)
					t.low = full
					return append(out, makeToken(src, i, i+cut, glued), t)
				}
			}
		}
		if len(w) > 4 && (w[0] == 'e' || w[0] == 'E') && w[1] == 'x' && p.is("prefix", "ex") && p.is("rolehead", strings.ToLower(w[2:])) { // "exdirector"
			out = append(out, makeToken(src, i, i+2, glued))
			i, glued = i+2, true
			continue
		}
		if len(w) > 3 && w[1] == '-' && w[0] >= '1' && w[0] <= '9' && w[2] >= 'A' && w[2] <= 'Z' && w[3] >= 'a' { // "UPDATE 2-Alder Chemicals"
			out = append(out, makeToken(src, i, i+1, glued), makeToken(src, i+1, i+2, true))
			i, glued = i+2, true
			continue
		}
		if k := strings.IndexByte(w, '-'); k > 0 && k+1 < len(w) {
			head, rest := strings.ToLower(w[:k+1]), w[k+1:]
			r, _ := utf8.DecodeRuneInString(rest)
			if p.is("prefix", head) && (unicode.IsUpper(r) || p.is("rolehead", strings.ToLower(rest))) {
				out = append(out, makeToken(src, i, i+k+1, glued))
				i, glued = i+k+1, true
				continue
			}
			if k = strings.LastIndexByte(w, '-'); p.is("option", "org-before-role") && p.is("rolepost", strings.ToLower(w[k+1:])) { // "Executive-designate"
				return append(out, makeToken(src, i, i+k, glued), makeToken(src, i+k+1, j, true))
			}
			if k = strings.LastIndexByte(w, '-'); p.compounds && (p.compoundRole(strings.ToLower(w[k+1:])) || p.is("rolefirst", strings.ToLower(w[k+1:]))) {
				for m := strings.LastIndexByte(w[:k], '-'); m > 0 && p.is("rolemod", strings.ToLower(w[m+1:k])) && !p.is("place", strings.ToLower(w[m+1:k])); m = strings.LastIndexByte(w[:k], '-') {
					k = m // "Nordbank-Software-Entwickler"
				}
				r, _ := utf8.DecodeRuneInString(w)
				if unicode.IsUpper(r) {
					out = append(out, makeToken(src, i, i+k, glued), makeToken(src, i+k, i+k+1, true), makeToken(src, i+k+1, j, true))
					return out
				}
			}
		}
		t := makeToken(src, i, j, glued)
		if n := len(t.low); n == 2 && t.low[1] == '.' && p.is("title", t.low[:1]) { // "M. Kern"
			t.low = t.low[:1]
		}
		return append(out, t)
	}
	return out
}

// contracted gives the word that the end of w stands for, with its apostrophe at byte m, and where that end begins: "she'll" is "she"
// and "will", "isn't" is "is" and "not" (class contraction: "'ll will"). It is empty where w has no such end.
func (p *pack) contracted(w string, m int) (full string, cut int) {
	if p.contractions == nil {
		return "", 0
	}
	_, n := utf8.DecodeRuneInString(w[m:])
	tail := strings.ToLower(w[m+n:])
	if full = p.contractions["'"+tail]; full != "" {
		return full, m
	}
	if m > 1 {
		if full = p.contractions[strings.ToLower(w[m-1:m])+"'"+tail]; full != "" {
			return full, m - 1
		}
	}
	return "", 0
}

func makeToken(src string, i, j int, glued bool) token {
	t := src[i:j]
	low := strings.ToLower(t)
	if strings.ContainsFunc(low, func(r rune) bool { return isApostrophe(r) && r != '\'' || isInvisible(r) || r == '‑' }) {
		low = strings.Map(func(r rune) rune {
			switch {
			case isApostrophe(r):
				return '\''
			case r == '‑':
				return '-'
			case isInvisible(r):
				return -1
			}
			return r
		}, low)
	}
	if len(low) > 2 && low[len(low)-1] == '.' { // "U.S." is looked up as "u.s"
		low = low[:len(low)-1]
	}
	tk := token{start: i, end: j, text: t, low: low, glued: glued}
	r, _ := utf8.DecodeRuneInString(t)
	tk.digit = unicode.IsDigit(r)
	tk.capital = unicode.IsUpper(r) || strings.ContainsFunc(t, unicode.IsUpper)
	up, lo := 0, 0
	for _, r := range t {
		if unicode.IsUpper(r) {
			up++
		} else if unicode.IsLower(r) {
			lo++
		}
	}
	tk.upper = up >= 2 && lo == 0
	return tk
}

func normPunct(r rune, s string) string {
	switch r {
	case '“', '”', '„', '«', '»', '‟':
		return "\""
	case '’', '‘', '`':
		return "'"
	case '–', '—', '―', '‒':
		return "–"
	case '…':
		return "…"
	}
	return s
}
