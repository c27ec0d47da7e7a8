package extract_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"talentgraph/graph"
	"talentgraph/ingest/extract"
)

func FuzzExtract(f *testing.F) {
	x := extractor(f)
	for i, g := range goldArticles(f) {
		if i%25 == 0 {
			f.Add(g.Lang, g.Title, g.Text)
		}
	}
	f.Add("en", "", "Anna Smith (“CJ”) has left Google’s AI Lab – for R/GA, Sedgwick, Moran & Arnold – on Feb. 30, 2025.")
	f.Add("fr", "L’", "’’ d’ l' « » … —")
	f.Add("de", "", "Müller-\u00ad\u200bLüdenscheidt\u202e wechselt zu 🎉 S.p.A.\x00\xff")
	f.Add("", "", "\xff\xfe\x80 A.B.C. \u2066x\u2069")
	for _, lang := range []string{"en", "fr", "de", "es", "it", "pt"} { // a headline cut off behind a preposition
		f.Add(lang, "Meccanica Breita de", "Padova. Anna Rossi lascia Meccanica Breita.")
	}
	f.Fuzz(func(t *testing.T, lang, title, text string) {
		if len(text) > 20_000 || len(title) > 2_000 {
			return
		}
		a := extract.Article{ID: "fuzz", Language: lang, Title: title, Text: strings.ToValidUTF8(text, "\uFFFD"), Published: graph.Date{Year: 2025, Month: 7, Day: 20}}
		r, err := x.Extract(context.Background(), a)
		if err != nil {
			t.Fatal(err)
		}
		checkMoves(t, a, r)
	})
}

// adversarial texts: each is built from n, so that cost can be compared at n and 4n.
var adversarial = map[string]func(n int) string{
	"no full stop":    func(n int) string { return strings.Repeat("and Anna Smith who left Google for Meta said ", n) },
	"capitals":        func(n int) string { return strings.Repeat("Anna Smith Google Meta Bank Of The ", n) },
	"different names": func(n int) string { return differentNames(n) },
	"nested quotes":   func(n int) string { return strings.Repeat("“Anna said «Bob told ‘Meta hired”» ", n) },
	"brackets":        func(n int) string { return strings.Repeat("(Anna Smith [Google (Meta ", n) + strings.Repeat(")", n) },
	"commas":          func(n int) string { return "Google hired " + strings.Repeat("Anna Smith, Bob Jones, ", n) + "." },
	"right to left": func(n int) string {
		return strings.Repeat("\u202eAnna Smith\u202c غادر שלום Google joined Meta. ", n)
	},
	"homoglyphs":  func(n int) string { return strings.Repeat("Аnnа Smіth jоined Gооgle from Mеta. ", n) },
	"zero width":  func(n int) string { return strings.Repeat("An\u200bna Sm\u200dith joi\u00adned Goo\ufeffgle. ", n) },
	"newlines":    func(n int) string { return strings.Repeat("• Anna Smith: CFO, Google\n\n", n) },
	"one word":    func(n int) string { return strings.Repeat("x", 40*n) },
	"dots":        func(n int) string { return strings.Repeat("A.B. ... ", 4*n) },
	"apostrophes": func(n int) string { return strings.Repeat("l'd'l’Anna's ", 3*n) },
	"ordinary sentence": func(n int) string {
		return strings.Repeat("Anna Smith has joined Google from Meta as chief executive. ", n)
	},
}

func differentNames(n int) string {
	var b strings.Builder
	for i := range n {
		for k := range 4 {
			w := i*4 + k
			b.WriteByte(byte('A' + w%26))
			for range 5 {
				b.WriteByte(byte('a' + w%26))
				w /= 3
			}
			b.WriteByte(' ')
		}
		b.WriteString("joined ")
	}
	return b.String()
}

// TestAdversarial reads hostile texts of about a megabyte; the cost per byte must not grow with the text. The bound is wide,
// as machines are noisy: it tells linear from quadratic, which would be four times the cost a byte.
func TestAdversarial(t *testing.T) {
	x := extractor(t)
	for name, build := range adversarial {
		t.Run(name, func(t *testing.T) {
			cost := func(n int) (time.Duration, int) {
				a := extract.Article{ID: name, Language: "en", Text: build(n)}
				start := time.Now()
				r, err := x.Extract(context.Background(), a)
				if err != nil {
					t.Fatal(err)
				}
				d := time.Since(start)
				checkMoves(t, a, r)
				return d, len(a.Text)
			}
			cost(500)
			small, sb := cost(5_000)
			large, lb := cost(25_000)
			if lb < 500_000 {
				t.Fatalf("text of %d bytes", lb)
			}
			ratio := (float64(large) / float64(lb)) / (float64(small) / float64(sb))
			t.Logf("%d bytes in %v; cost a byte grows by %.2f", lb, large, ratio)
			if ratio > 3 && large > time.Second {
				t.Errorf("cost a byte grows by %.1f from %d to %d bytes", ratio, sb, lb)
			}
		})
	}
}

func TestOtherLanguages(t *testing.T) {
	x := extractor(t)
	for lang, text := range map[string]string{
		"nl": "De raad van bestuur van het bedrijf heeft Jan de Vries benoemd tot nieuwe directeur, hij is overgestapt van Philips en het is de bedoeling dat hij voor het einde van het jaar begint.",
		"":   "日本語の記事です。田中さんは会社を辞めました。",
	} {
		r, err := x.Extract(context.Background(), extract.Article{Text: text})
		if err != nil || len(r.Moves) != 0 || r.Language != lang {
			t.Errorf("%q: language %q, %d moves, %v", text, r.Language, len(r.Moves), err)
		}
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := extractor(t).Extract(ctx, extract.Article{Text: "x"}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}
