package source

import (
	"bytes"
	"net/http"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// Decode is the text of data, whatever its encoding: that of its byte order mark; UTF-16 without one, known by its
// zero bytes; UTF-8 where it is valid or nearly (what is not becomes U+FFFD); the declared encoding; else a guess:
// another script's encoding where most letters are beyond ASCII, Windows-1252 (and so Latin-1) otherwise.
// Data that is no text at all is graph.ErrInvalid. The text is not yet normalized.
func Decode(data []byte, declared string) (string, error) {
	if e, mark := byteOrder(data); e != nil {
		return decodeAs(e, data[mark:])
	}
	if kind := binaryKind(data); kind != "" {
		return "", invalid("not a text file: %s", kind)
	}
	return decodeBytes(data, declared)
}

// byteOrder is the encoding that a byte order mark or the pattern of zero bytes gives away, and the mark's length.
func byteOrder(data []byte) (encoding.Encoding, int) {
	little := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	big := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	switch {
	case bytes.HasPrefix(data, []byte{0xEF, 0xBB, 0xBF}):
		return encoding.Nop, 3
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE, 0, 0}) && len(data)%4 == 0:
		return utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM), 4
	case bytes.HasPrefix(data, []byte{0, 0, 0xFE, 0xFF}):
		return utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM), 4
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return little, 2
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return big, 2
	}
	// In UTF-16 of a Latin text, every other byte is zero, nearly: typographic quotes and dashes have none.
	head := data[:min(len(data), 4096)&^1]
	var zeros [2]int
	for i, b := range head {
		if b == 0 {
			zeros[i%2]++
		}
	}
	pairs := len(head) / 2
	switch {
	case pairs == 0:
	case zeros[1]*10 >= pairs*6 && zeros[0]*20 <= pairs:
		return little, 0
	case zeros[0]*10 >= pairs*6 && zeros[1]*20 <= pairs:
		return big, 0
	}
	return nil, 0
}

// binaryKind says what data is when it is no text, else "".
func binaryKind(data []byte) string {
	head := data[:min(len(data), 4096)]
	kind, _, _ := strings.Cut(http.DetectContentType(head), ";")
	known := kind != "application/octet-stream"
	if known && !strings.HasPrefix(kind, "text/") && kind != "application/postscript" {
		return kind
	}
	controls := 0
	for _, b := range head {
		if b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1B {
			controls++
		}
	}
	// A stray control character is dirt in a text; many of them are no text.
	if controls*20 > len(head) && controls > 1 {
		return "binary data"
	}
	return ""
}

// decodeBytes decodes text that has neither a byte order mark nor UTF-16's zeros.
func decodeBytes(data []byte, declared string) (string, error) {
	if nearlyUTF8(data) {
		return string(data), nil
	}
	// What declares itself UTF-8 or UTF-16 is not, or it would have been found so.
	if e, name := charset.Lookup(declared); e != nil && !strings.HasPrefix(name, "utf-") && name != "replacement" {
		return decodeAs(e, data)
	}
	return decodeAs(guess(data), data)
}

// nearlyUTF8 reports whether data is UTF-8, if need be with a few broken places: an invalid byte or two in a text
// whose other letters beyond ASCII are well-formed is damage and not another encoding.
func nearlyUTF8(data []byte) bool {
	if utf8.Valid(data) {
		return true
	}
	good, broken := 0, 0
	for len(data) > 0 {
		c, n := utf8.DecodeRune(data)
		switch {
		case c == utf8.RuneError && n == 1:
			broken++
		case n > 1:
			good++
		}
		data = data[n:]
	}
	return good > 4*broken
}

func decodeAs(e encoding.Encoding, data []byte) (string, error) {
	text, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return "", invalid("not readable in its encoding: %w", err)
	}
	return string(text), nil
}

// guess chooses an encoding for text that is not UTF-8 and declares none.
func guess(data []byte) encoding.Encoding {
	sample := data[:min(len(data), 64<<10)]
	high, letters := 0, 0
	for _, b := range sample {
		if b >= 0x80 {
			high++
			letters++
		} else if 'a' <= b|0x20 && b|0x20 <= 'z' {
			letters++
		}
	}
	// Only other scripts have this many letters beyond ASCII, and only there is the detector better than this rule.
	if high > 40 && high*10 > letters*4 {
		if best, err := chardet.NewTextDetector().DetectBest(sample); err == nil && best.Confidence >= 30 {
			if e, _ := charset.Lookup(best.Charset); e != nil && !strings.HasPrefix(best.Charset, "UTF-") {
				return e
			}
		}
	}
	return charmap.Windows1252
}
