package graph

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mozillazg/go-unidecode"
	"golang.org/x/text/unicode/norm"
)

// maxSearchKeys bounds the rotations of one name, so that a long title cannot flood the search index.
const maxSearchKeys = 6

// FoldWords gives the words of a text in lower-case ASCII letters and digits: accents, control, bidirectional and
// zero-width characters go, other scripts are transliterated (Müller → muller, Сергей → sergei, 腾讯 → tengxun),
// punctuation splits, an apostrophe inside a word joins (O'Brien → obrien, l'Oréal → loreal). A letter that has no
// transliteration becomes "u" and its code point in hexadecimal, so that a text with letters never folds to nothing;
// what Unicode calls letters but are compatibility forms of bare marks (Arabic ﹹ) are marks.
// Folding what was folded changes nothing. The result is nil where there is no letter or digit.
func FoldWords(s string) []string {
	if isFolded(s) {
		return strings.Fields(s)
	}
	toks := foldTokens(s)
	if len(toks) == 0 {
		return nil
	}
	words := make([]string, len(toks))
	for i, t := range toks {
		words[i] = t.word
	}
	return words
}

// Fold is FoldWords joined by single spaces.
func Fold(s string) string { return strings.Join(FoldWords(s), " ") }

// NameWords are the words of a name that search and filters look at: its first six, folded.
func NameWords(name string) []string {
	words := FoldWords(name)
	return words[:min(len(words), maxSearchKeys)]
}

// SearchKeys gives the folded name and its rotations that start at each further word, at most six, so that a prefix
// search finds "Ruoming Pang" by "pang" as well. The first is the name itself; nil where nothing is left of the name.
func SearchKeys(name string) []string {
	words := FoldWords(name)
	keys := make([]string, 0, min(len(words), maxSearchKeys))
	for i := range min(len(words), maxSearchKeys) {
		key := strings.Join(words[i:], " ")
		if i > 0 {
			key += " " + strings.Join(words[:i], " ")
		}
		keys = append(keys, key)
	}
	if len(keys) == 0 {
		return nil
	}
	return keys
}

// token is one folded word and what the text showed around it, for the readers of personal and organization names.
type token struct {
	word  string
	sep   string // the ASCII punctuation and spaces before it, as written; other separators count as a space
	end   string // the same after it, for the last token only
	lead  int    // how many letters of word stood before its first apostrophe, 0 without one: 1 for l'Oréal
	upper bool   // two or more letters, all capital
	title bool   // its first letter is a capital
	han   bool   // written in Han characters or Hangul
	raw   []rune // the characters of a word in Han or Hangul, where the first one is the surname; else nil
}

func isFolded(s string) bool {
	for i := range len(s) {
		c := s[i]
		if c != ' ' && (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// foldTokens splits and folds a text. It reads each rune once and never fails: invalid bytes are skipped.
func foldTokens(s string) []token {
	if !isASCII(s) {
		// The acute accent that stands for an apostrophe would decompose into a space.
		s = norm.NFKC.String(strings.ReplaceAll(strings.ToValidUTF8(s, ""), "´", "'"))
	}
	var (
		toks           []token
		word, sep      strings.Builder
		cur            token
		letters, upper int
		pendingApos    bool
	)
	flush := func() {
		if word.Len() > 0 {
			cur.word = word.String()
			cur.upper = letters >= 2 && upper == letters
			toks = append(toks, cur)
			word.Reset()
			sep.Reset()
		}
		cur, letters, upper, pendingApos = token{}, 0, 0, false
	}
	for _, r := range s {
		folded := foldRune(r)
		switch {
		case folded != "":
			if word.Len() == 0 {
				cur.sep = sep.String()
			}
			if pendingApos && cur.lead == 0 {
				cur.lead = word.Len()
			}
			pendingApos = false
			if unicode.IsLetter(r) {
				letters++
				if unicode.IsUpper(r) {
					upper++
					cur.title = cur.title || letters == 1
				}
				if unicode.Is(unicode.Han, r) || unicode.Is(unicode.Hangul, r) {
					cur.han = true
					cur.raw = append(cur.raw, r)
				}
			}
			word.WriteString(folded)
		case vanishes(r):
		case isApostrophe(r) && word.Len() > 0 && !pendingApos:
			pendingApos = true
		default:
			flush()
			if isApostrophe(r) {
				sep.WriteByte('\'')
			} else if r > ' ' && r < 0x7f {
				sep.WriteRune(r)
			} else {
				sep.WriteByte(' ')
			}
		}
	}
	flush()
	if len(toks) > 0 {
		toks[len(toks)-1].end = sep.String()
	}
	return toks
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// foldRune gives the lower-case ASCII letters and digits for one letter or digit; empty for everything else.
func foldRune(r rune) string {
	if r < utf8.RuneSelf {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return asciiStrings[r]
		case r >= 'A' && r <= 'Z':
			return asciiStrings[r+'a'-'A']
		}
		return ""
	}
	if x, ok := latinLetters[r]; ok {
		return x
	}
	letter := unicode.IsLetter(r) || unicode.IsNumber(r)
	if !letter && (!unicode.IsMark(r) || unicode.Is(unicode.Inherited, r)) {
		return ""
	}
	var b strings.Builder
	for _, c := range []byte(unidecode.Unidecode(plainLetter(r))) {
		switch {
		case c >= 'A' && c <= 'Z':
			b.WriteByte(c + 'a' - 'A')
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
			b.WriteByte(c)
		}
	}
	if b.Len() == 0 && unicode.In(r, unicode.Arabic, unicode.Hebrew) {
		return "a" // alef, ayin, hamza
	}
	if b.Len() == 0 && letter && !isSoftSign(r) {
		return fmt.Sprintf("u%x", r)
	}
	return b.String()
}

// plainLetter takes the accents off a letter of the scripts that write them as marks. Other scripts (Devanagari,
// Hangul, kana) compose sounds that way, so their letters stay whole.
func plainLetter(r rune) string {
	if !unicode.In(r, unicode.Latin, unicode.Greek) {
		return string(r)
	}
	base, _ := utf8.DecodeRuneInString(norm.NFD.String(string(r)))
	return string(base)
}

// vanishes tells the characters inside a word that are no part of its spelling from those that end it.
func vanishes(r rune) bool {
	if r < utf8.RuneSelf {
		return (r < ' ' && (r < '\t' || r > '\r')) || r == 0x7f
	}
	return unicode.In(r, unicode.Mn, unicode.Me, unicode.Mc, unicode.Cf) || (unicode.IsControl(r) && r != 0x85) || isSoftSign(r)
}

// isSoftSign reports letters that transliterate to an apostrophe only.
func isSoftSign(r rune) bool {
	return r == 'ь' || r == 'Ь' || r == 'ъ' || r == 'Ъ' || unicode.Is(unicode.Lm, r)
}

func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', '´', '`', 'ʼ', '′':
		return true
	}
	return false
}

// latinLetters are letters whose customary ASCII spelling is not what taking the accent off or the transliteration gives.
var latinLetters = map[rune]string{
	'ß': "ss", 'ẞ': "ss", 'ø': "o", 'Ø': "o", 'ł': "l", 'Ł': "l", 'đ': "d", 'Đ': "d", 'ð': "d", 'Ð': "d",
	'þ': "th", 'Þ': "th", 'æ': "ae", 'Æ': "ae", 'œ': "oe", 'Œ': "oe", 'ı': "i", 'ħ': "h", 'Ħ': "h",
}

var asciiStrings = func() (t [utf8.RuneSelf]string) {
	for i := range t {
		t[i] = string(rune(i))
	}
	return t
}()
