package graph

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestFoldWords(t *testing.T) {
	for text, want := range map[string]string{
		"Ruoming Pang":             "ruoming pang",
		"Müller":                   "muller",
		"Straße":                   "strasse",
		"Søren Ørsted":             "soren orsted",
		"Łukasz Wałęsa":            "lukasz walesa",
		"Сергей Брин":              "sergei brin",
		"Γιώργος":                  "giorgos",
		"腾讯":                       "tengxun",
		"庞若鸣":                      "pangruoming",
		"محمد صلاح":                "mhmd slah",
		"O'Brien":                  "obrien",
		"O’Brien":                  "obrien",
		"L´Oréal":                  "loreal",
		"l'Oréal":                  "loreal",
		"AT&T":                     "at t",
		"Jean-Luc":                 "jean luc",
		"  a\tb\nc\u00a0d ":        "a b c d",
		"Goo\u200bgle":             "google",
		"\u202eevil\u202c name":    "evil name",
		"zero\u0000byte":           "zerobyte",
		"ﬁne ① Ｆｕｌｌ":               "fine 1 full",
		"e\u0301cole":              "ecole",
		"\xff\xfeabc\xed\xa0\x80d": "abcd",
		"ᚠᚢ":                       "fu",
		"कुमार":                    "kumaar",
		"\ufe79 \ufc5e":            "", // forms of bare marks
		"---":                      "",
		"":                         "",
		"😀":                        "",
	} {
		if got := strings.Join(FoldWords(text), " "); got != want {
			t.Errorf("FoldWords(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestSearchKeys(t *testing.T) {
	got := SearchKeys("Massachusetts Institute of Technology")
	want := []string{"massachusetts institute of technology", "institute of technology massachusetts",
		"of technology massachusetts institute", "technology massachusetts institute of"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if n := len(SearchKeys(strings.Repeat("word ", 50))); n != 6 {
		t.Errorf("a name of 50 words has %d keys, want 6", n)
	}
	if SearchKeys(" – ") != nil {
		t.Error("a name without letters has keys")
	}
}

// anyText draws texts of the kinds that articles throw at the program.
func anyText() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.String(),
		rapid.StringOf(rapid.SampledFrom([]rune("aZé ßøłÆ'’.&+-,()\"'éЖя王김अ\u0301\u200f\u202e\u0000\t0９１MRjJyx"))),
		rapid.Map(rapid.SliceOf(rapid.SampledFrom([]string{"the", "La", "LA", "Inc.", "GmbH", "& Co", "and", "y", "e", "E.", "S.p.A.", "Group",
			"Acme", "Robotics", "de", "CV", "l'", "Dr.", "Jr", "van", "der", "A", "B", "Jean", "Luc", "-", ","})),
			func(w []string) string { return strings.Join(w, " ") }),
		rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) }),
	)
}

func TestFoldingProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkFolding(t, anyText().Draw(t, "text")) })
}

func FuzzFolding(f *testing.F) {
	for _, s := range []string{"O’Brien", "S.p.A.", "\xff", "庞若鸣", "Pang, Ruoming", "LA Times", "Canal+", "A & B & C Inc", "y e et", "\xefﹹ\xb9"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { checkFolding(t, s) })
}

type failer interface {
	Fatalf(format string, args ...any)
}

func checkFolding(t failer, s string) {
	words := FoldWords(s)
	for _, w := range words {
		if w == "" || strings.Trim(w, "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
			t.Fatalf("FoldWords(%q) has the word %q", s, w)
		}
	}
	if again := FoldWords(strings.Join(words, " ")); !slices.Equal(words, again) {
		t.Fatalf("folding %q again: %q became %q", s, words, again)
	}
	key := OrganizationKey(s)
	if again := OrganizationKey(key); again != key {
		t.Fatalf("OrganizationKey(%q) = %q, whose key is %q", s, key, again)
	}
	letters := strings.ContainsFunc(norm.NFKC.String(strings.ToValidUTF8(s, "")), func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Lm, r) && !isSoftSign(r) })
	if letters && (key == "" || len(words) == 0) {
		t.Fatalf("%q has letters, but folds to %q and has the key %q", s, words, key)
	}
	if slow := organizationKey(organizationWords(s)); slow != key {
		t.Fatalf("the short way to the key of %q gives %q, the long one %q", s, key, slow)
	}
	n := ParsePersonName(s)
	for _, w := range append([]string{n.Given, n.Surname, n.Surname2, n.Suffix}, n.Middle...) {
		if strings.Trim(w, "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
			t.Fatalf("ParsePersonName(%q) = %+v", s, n)
		}
	}
	if (n.Key() == "") != n.IsZero() {
		t.Fatalf("ParsePersonName(%q) = %+v has the key %q", s, n, n.Key())
	}
	if !n.IsZero() && !n.Compatible(n) {
		t.Fatalf("%q = %+v is not compatible with itself", s, n)
	}
	ClassifyRole(s)
	SearchKeys(s)
}

// BenchmarkFolding reports what the usual and the longest names cost; the cost of a byte must not grow with the length.
func BenchmarkFolding(b *testing.B) {
	for name, text := range map[string]string{"name": "Vincent van der Berg", "accents": "Société Générale S.A.", "hyphens": strings.Repeat("a-", 50_000),
		"letters": strings.Repeat("a ", 50_000), "dots": strings.Repeat("a.", 50_000), "particles": strings.Repeat("von ", 25_000)} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				OrganizationKey(text)
				PersonKey(text)
			}
		})
	}
}
