package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Normalize is the one form of text in which articles are read and to which offsets refer: valid UTF-8 in Unicode
// normal form C; lines end in "\n"; tab is the only other control character. What is invalid becomes U+FFFD; control
// characters and the invisible ones that only steer layout or hide text (bidirectional controls, soft hyphens,
// zero-width spaces, byte order marks, tags) are removed. Text that is in this form already, as most is, stays as it is.
func Normalize(s string) string {
	if plain(s) {
		return s
	}
	s = strings.ToValidUTF8(s, "\uFFFD")
	var b strings.Builder
	b.Grow(len(s))
	for i, c := range s {
		switch {
		case c == '\r':
			if i+1 == len(s) || s[i+1] != '\n' {
				b.WriteByte('\n')
			}
		case c == '\v' || c == '\f' || c == '\u0085' || c == '\u2028' || c == '\u2029':
			b.WriteByte('\n')
		case c == '\n' || c == '\t':
			b.WriteRune(c)
		case unicode.IsControl(c) || removed(c):
		default:
			b.WriteRune(c)
		}
	}
	return norm.NFC.String(b.String())
}

// plain reports whether s needs no work at all, cheaply.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' && s[i] != '\n' && s[i] != '\t' || s[i] == 0x7F {
			return false
		}
		if s[i] >= utf8.RuneSelf {
			return utf8.ValidString(s) && norm.NFC.IsNormalString(s) && strings.IndexFunc(s, func(c rune) bool {
				return c == '\u2028' || c == '\u2029' || c != '\n' && c != '\t' && unicode.IsControl(c) || removed(c)
			}) < 0
		}
	}
	return true
}

// removed reports whether c is invisible and says nothing: it would only break names and quotes apart.
func removed(c rune) bool {
	switch {
	case c < 0xAD:
		return false
	case c == 0xAD, c == 0x61C, c == 0x180E, c == 0x200B, c == 0x200E, c == 0x200F, c == 0xFEFF:
		return true
	case 0x202A <= c && c <= 0x202E, 0x2060 <= c && c <= 0x206F, 0xFFF9 <= c && c <= 0xFFFB:
		return true
	case 0xFDD0 <= c && c <= 0xFDEF, c&0xFFFE == 0xFFFE, 0xE0000 <= c && c <= 0xE007F:
		return true
	}
	return false
}

// field is the normal form of a short text such as a title: one line, single spaces, none around it.
func field(s string) string { return strings.Join(strings.Fields(Normalize(s)), " ") }
