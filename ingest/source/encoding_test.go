package source_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	xunicode "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"talentgraph/graph"
	"talentgraph/ingest/source"
)

// words of the six languages, from which texts are drawn.
var words = strings.Fields(`Nadège Lefèvre quitte Orphée où elle fut élève ; à Besançon, l’hôtel naïf coûte
	Jürgen Weiß verläßt die Möwe AG für die Brücke José Núñez deja Peñarol ¿cuándo? João Simões Conceição São também
	Perché la città è così però più Gérard Müller Åsa Øyvind Zoë the company said on Monday that he joins as chief
	“quoted” – dash … 3 M€ 2025 Š Ž œuvre`)

func drawText(t *rapid.T) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 3, 60).Draw(t, "words"), " ")
}

// TestEncodingsRoundTrip: a text that is written in any of these encodings, with or without saying so, is read as it
// was, as a text file and as JSONL.
func TestEncodingsRoundTrip(t *testing.T) {
	encodings := map[string]encoding.Encoding{
		"utf-8": encoding.Nop, "utf-8 with mark": xunicode.UTF8BOM, "windows-1252": charmap.Windows1252, "latin-1": charmap.ISO8859_1,
		"utf-16le": xunicode.UTF16(xunicode.LittleEndian, xunicode.IgnoreBOM), "utf-16be": xunicode.UTF16(xunicode.BigEndian, xunicode.IgnoreBOM),
		"utf-16le with mark": xunicode.UTF16(xunicode.LittleEndian, xunicode.UseBOM), "utf-16be with mark": xunicode.UTF16(xunicode.BigEndian, xunicode.UseBOM),
	}
	for name, e := range encodings {
		t.Run(name, rapid.MakeCheck(func(t *rapid.T) {
			text := drawText(t)
			if name == "latin-1" {
				text = strings.Map(func(c rune) rune {
					if c > 0xFF {
						return 'x'
					}
					return c
				}, text)
			}
			for _, wrap := range []struct{ before, after string }{{}, {`{"text":"`, `"}`}} {
				data, err := e.NewEncoder().String(wrap.before + text + wrap.after)
				if err != nil {
					t.Fatal(err)
				}
				for d, err := range source.Open(t.Context(), []string{"-"}, strings.NewReader(data), source.Options{}) {
					if err != nil || d.Text != text {
						t.Fatalf("read %q, %v; want %q", d.Text, err, text)
					}
				}
			}
		}))
	}
}

func TestOtherScripts(t *testing.T) {
	russian := strings.Repeat("Анна Петрова переходит из Яндекса в Сбербанк на должность директора. ", 5)
	japaneseText := strings.Repeat("田中さんはソニーを退社し、トヨタに入社しました。", 8)
	for text, e := range map[string]encoding.Encoding{russian: charmap.Windows1251, japaneseText: japanese.ShiftJIS} {
		data, err := e.NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := source.Decode([]byte(data), ""); err != nil || got != text {
			t.Errorf("read %q, %v; want %q", got, err, text)
		}
	}
}

func TestDeclaredEncodingLosesToTheTruth(t *testing.T) {
	latin2, err := charmap.ISO8859_2.NewEncoder().String("Łukasz Żak")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ data, declared, want string }{
		{"José", "iso-8859-1", "José"},
		{"Jos\xe9", "utf-8", "José"},
		{"Jos\xe9", "utf-16", "José"},
		{"Jos\xe9", "no-such-encoding", "José"},
		{latin2, "iso-8859-2", "Łukasz Żak"},
	} {
		if got, err := source.Decode([]byte(test.data), test.declared); err != nil || got != test.want {
			t.Errorf("%q declared %s: %q, %v; want %q", test.data, test.declared, got, err, test.want)
		}
	}
}

func TestBinaryIsRefused(t *testing.T) {
	for _, data := range []string{"%PDF-1.7\n", "PK\x03\x04rest", "\x89PNG\r\n\x1a\n", "\x1f\x8b\x08", "a\x00b\x01c\x02d\x03"} {
		_, problems := readAll(t, strings.NewReader(data), source.Options{}, "-")
		wantProblem(t, problems, graph.ErrInvalid, "standard input: invalid: not a text file: ")
		_, problems = readAll(t, strings.NewReader(data), source.Options{Format: source.JSONL}, "-")
		wantProblem(t, problems, graph.ErrInvalid, "not a text file: ")
	}
}

// TestNormalize states what the normal form is.
func TestNormalize(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		got := source.Normalize(rapid.OneOf(rapid.String(), rapid.StringOf(rapid.SampledFrom([]rune("ae\u0301\r\n\t\x00\x1b\u00ad\u200b\u202e\u2028\ufeff\U000E0041"))),
			rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) })).Draw(t, "text"))
		checkNormal(t, got)
		if again := source.Normalize(got); again != got {
			t.Fatalf("not stable: %q, then %q", got, again)
		}
	})
	for in, want := range map[string]string{
		"a\r\nb\rc\n\r\n": "a\nb\nc\n\n", "tab\tstays": "tab\tstays", "nul\x00gone": "nulgone", "e\u0301": "é", "soft\u00adhyphen": "softhyphen",
		"\ufeffmark": "mark", "\u202eevil\u202c": "evil", "a\u2028b\u2029c\u0085d\fe": "a\nb\nc\nd\ne", "bad\xff": "bad\uFFFD", "no\u00a0break": "no\u00a0break",
	} {
		if got := source.Normalize(in); got != want {
			t.Errorf("Normalize(%q) = %q, want %q", in, got, want)
		}
	}
	// Text as most is comes through untouched, so that offsets are those of the file.
	rapid.Check(t, func(t *rapid.T) {
		if text := drawText(t); source.Normalize(text) != text {
			t.Fatalf("changed %q", text)
		}
	})
}

func checkNormal(t interface{ Fatalf(string, ...any) }, text string) {
	if !utf8.ValidString(text) || !norm.NFC.IsNormalString(text) {
		t.Fatalf("not valid or not in normal form C: %q", text)
	}
	for _, c := range text {
		if unicode.IsControl(c) && c != '\n' && c != '\t' || unicode.Is(unicode.Bidi_Control, c) || c == 0xFEFF {
			t.Fatalf("holds %U: %q", c, text)
		}
	}
}
