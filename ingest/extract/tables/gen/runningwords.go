package main

import (
	"encoding/json"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"talentgraph/ingest/extract/eval"
)

var slot = regexp.MustCompile(`\{[^{}]*\}`)

// common: by language, the words of running text that are no names, in lower case.
func (g *gen) common() map[string][]string {
	out := map[string][]string{}
	for _, lang := range []string{"de", "en", "es", "fr", "it", "pt"} {
		count := map[string]int{}
		word := func(w string, always bool) {
			w = strings.ReplaceAll(w, "’", "'")
			low := strings.ToLower(w)
			if !always && low != w {
				return
			}
			for _, r := range low {
				if !unicode.IsLetter(r) && r != '-' {
					return
				}
			}
			count[low]++
		}
		words := func(s string, always bool, n int) {
			for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) {
				for range n {
					word(w, always)
				}
			}
		}
		for _, l := range g.lines(filepath.Join(g.cons, lang+".jsonl")) {
			var c struct{ Text string }
			if json.Unmarshal([]byte(l), &c) == nil {
				s := slot.ReplaceAllStringFunc(c.Text, func(m string) string {
					if i := strings.IndexByte(m, ':'); i > 0 && strings.Contains(m, "|") {
						return strings.ReplaceAll(m[i+1:len(m)-1], "|", " ")
					}
					return " "
				})
				words(s, lang == "de", 2)
			}
		}
		for _, f := range map[string][]string{
			"de": {"uner/de_pud-ud-test.iob2"}, "en": {"uner/en_pud-ud-test.iob2", "uner/en_ewt-ud-test.iob2.gz"},
			"es": {"pud_projected/es_pud_projected.iob2"}, "fr": {"pud_projected/fr_pud_projected.iob2"},
			"it": {"pud_projected/it_pud_projected.iob2"}, "pt": {"uner/pt_bosque-ud-train.iob2.gz", "uner/pt_pud-ud-test.iob2"},
		}[lang] {
			for _, l := range g.set(f) {
				if s, ok := strings.CutPrefix(l, "# text = "); ok {
					words(s, false, 1)
				}
			}
		}
		if lang == "de" {
			for _, f := range []string{"germeval2014_de/NER-de-dev.tsv", "germeval2014_de/NER-de-test.tsv"} {
				for _, l := range g.set(f) {
					if c := strings.Split(l, "\t"); len(c) >= 4 && c[2] == "O" && c[3] == "O" && c[0] != "1" {
						word(c[1], true)
					}
				}
			}
		}
		if lang == "en" {
			for _, l := range g.set("wikigold/wikigold.conll.txt") {
				if w, tag, ok := strings.Cut(l, " "); ok && tag == "O" {
					word(w, false)
				}
			}
		}
		for _, style := range []string{"", "plain-"} { // the development articles; the kept-aside fifth stays unseen
			articles, err := eval.LoadGold([]string{filepath.Join(g.gold, style+lang+".jsonl")})
			if err != nil && g.err == nil {
				g.err = err
			}
			for _, a := range articles {
				if !a.Kept() {
					words(a.Text, false, 2)
				}
			}
		}
		for _, n := range g.curated() {
			if low := strings.ToLower(n); len(low) > 4 && lang != "de" {
				delete(count, low)
			}
		}
		for w, n := range count {
			if n >= 2 || lang == "de" {
				out[lang] = append(out[lang], w)
			}
		}
		slices.Sort(out[lang])
	}
	return out
}
