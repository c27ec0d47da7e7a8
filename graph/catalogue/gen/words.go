package main

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"

	"talentgraph/graph"
)

// ordinaryWords are the words that are no sign of an organization by themselves: those of job titles in three languages,
// common given names and surnames, and the words and places of common_words.txt.
func ordinaryWords(data, out string) (map[string]bool, error) {
	words := make(map[string]bool)
	for _, lang := range []string{"en", "fr", "es"} {
		err := rows(filepath.Join(data, "esco", "esco_occupations_"+lang+".tsv"), '\t', func(r []string) {
			for _, w := range graph.FoldWords(r[2] + " " + r[3]) {
				words[w] = true
			}
		})
		if err != nil {
			return nil, err
		}
	}
	for _, file := range []string{filepath.Join(out, "gen", "common_words.txt"), filepath.Join(out, "common_names.tsv"),
		filepath.Join(data, "libpostal", "given_names_all.txt")} {
		if err := addWords(words, file); err != nil {
			return nil, err
		}
	}
	return words, nil
}

func addWords(words map[string]bool, path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	for scan := bufio.NewScanner(file); scan.Scan(); {
		if line := scan.Text(); !strings.HasPrefix(line, "#") {
			for _, w := range strings.Fields(line) {
				words[graph.Fold(w)] = true
			}
		}
	}
	return nil
}

// countryCode is the ISO 3166-1 alpha-2 code of a country's English name, of a code, and of an alpha-3 code that the
// lists use; empty for anything else.
func countryCode(name string) string {
	name = strings.TrimSpace(name)
	if name == "" {
		return ""
	}
	name, _, _ = strings.Cut(name, ",")
	return countries[graph.Fold(name)]
}

var countries = func() map[string]string {
	m := make(map[string]string)
	for _, pair := range strings.Split(countryNames, ";") {
		code, names, _ := strings.Cut(strings.TrimSpace(pair), " ")
		for _, n := range strings.Split(names, ",") {
			m[graph.Fold(n)] = code
		}
	}
	return m
}()

const countryNames = `US united states,united states of america,usa; GB united kingdom,uk,united kingdom of great britain and northern ireland,england;
CA canada,can; AU australia,aus; NZ new zealand; IE ireland; FR france,fra; DE germany,deu; ES spain; IT italy; PT portugal; BR brazil,bra;
MX mexico,mex; AR argentina; CL chile; CO colombia; PE peru; UY uruguay; CH switzerland; AT austria; BE belgium; NL netherlands,the netherlands;
LU luxembourg; LI liechtenstein; MC monaco; DK denmark; SE sweden; NO norway; FI finland; IS iceland; PL poland; CZ czech republic,czechia;
SK slovakia; HU hungary; RO romania; BG bulgaria; GR greece; CY cyprus; MT malta; EE estonia; LV latvia; LT lithuania; SI slovenia; HR croatia;
RS serbia; UA ukraine; RU russia; TR turkey; IL israel; SA saudi arabia; AE united arab emirates; QA qatar; KW kuwait; EG egypt; MA morocco;
NG nigeria; KE kenya; ZA south africa; SN senegal; CI ivory coast; GH ghana; IN india,ind; PK pakistan; BD bangladesh; LK sri lanka; CN china; HK hong kong;
TW taiwan; JP japan; KR south korea,korea republic of,korea; SG singapore; MY malaysia; ID indonesia; TH thailand; VN vietnam,viet nam; PH philippines;
KZ kazakhstan; GE georgia; BM bermuda; KY cayman islands; JE jersey; GG guernsey; IM isle of man; GI gibraltar; PA panama; PR puerto rico; IR iran,iran islamic republic of`
