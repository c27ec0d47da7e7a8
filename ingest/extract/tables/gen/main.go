// Command gen condenses public lists of names and annotated text into the tables that package extract embeds: given
// names with gender, surnames, organizations, and for each language the words that are no names. Run it as
//
//	go run ./ingest/extract/tables/gen -data DIR -constructions DIR -nouns FILE -out ingest/extract/tables
//
// where DIR holds the sets that tables/SOURCES.md names and FILE is the list of German nouns. The same input gives the same bytes. With
//
//	go run ./ingest/extract/tables/gen -lists DIR
//
// it makes only the lists of further words, words-LANG.txt.gz, from DIR/LANG.txt (words.py makes those).
package main

import (
	"bufio"
	"compress/gzip"
	"encoding/csv"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

func main() {
	data := flag.String("data", "", "folder of public sets")
	cons := flag.String("constructions", "", "folder of constructions")
	cat := flag.String("catalogue", "graph/catalogue/organizations.tsv", "the project's table of organizations")
	gold := flag.String("gold", "ingest/extract/testdata/gold", "gold articles, for their lower-case words")
	cities := flag.String("cities", "", "GeoNames towns as JSON (cities15000); places stay as they are where empty")
	towns := flag.String("towns", "", "GeoNames towns as JSON (cities1000); the table of towns stays as it is where empty")
	words := flag.String("words", "", "folder of the English Hunspell dictionary (index.dic, index.aff); the dictionary stays as it is where empty")
	nouns := flag.String("nouns", "", "nouns.csv of the package german-nouns; the table of nouns stays as it is where empty")
	out := flag.String("out", "ingest/extract/tables", "where to write")
	lists := flag.String("lists", "", "folder of word lists (LANG.txt); nothing else is made")
	flag.Parse()
	if *lists != "" {
		if err := furtherWords(*lists, *out); err != nil {
			fmt.Fprintln(os.Stderr, "gen:", err)
			os.Exit(1)
		}
		return
	}
	if err := run(gen{data: *data, cons: *cons, cat: *cat, gold: *gold, cities: *cities, towns: *towns, words: *words, nounFile: *nouns}, *out); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(g gen, out string) error {
	if g.cities != "" {
		if err := g.write(filepath.Join(out, "places.txt.gz"), g.places(out)); err != nil {
			return err
		}
	}
	if g.towns != "" {
		if err := g.write(filepath.Join(out, "towns.txt.gz"), g.townNames()); err != nil {
			return err
		}
	}
	if g.words != "" {
		if err := g.write(filepath.Join(out, "words-en.txt.gz"), g.dictionary()); err != nil {
			return err
		}
	}
	if g.data == "" {
		return nil
	}
	names, orgs := g.names(), g.orgs()
	if err := g.write(filepath.Join(out, "names.txt.gz"), names); err != nil {
		return err
	}
	if err := g.write(filepath.Join(out, "orgs.txt.gz"), orgs); err != nil {
		return err
	}
	if g.nounFile != "" {
		for i, n := range names {
			_, names[i], _ = strings.Cut(n, " ")
		}
		if err := g.write(filepath.Join(out, "nouns-de.txt.gz"), g.nouns(g.nounFile, append(names, orgs...))); err != nil {
			return err
		}
	}
	for lang, words := range g.common() {
		if err := g.write(filepath.Join(out, "common-"+lang+".txt.gz"), words); err != nil {
			return err
		}
	}
	return nil
}

type gen struct {
	data, cons, cat, gold, cities, towns, words, nounFile string
	err                                                   error
}

func (g *gen) write(path string, lines []string) error {
	if g.err != nil {
		return g.err
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	z, _ := gzip.NewWriterLevel(f, gzip.BestCompression)
	for _, l := range lines {
		io.WriteString(z, l+"\n")
	}
	if err := z.Close(); err != nil {
		return err
	}
	fmt.Println(path, len(lines))
	return f.Close()
}

// lines reads a file, unpacked where it is packed.
func (g *gen) lines(name string) []string {
	f, err := os.Open(name)
	if err != nil {
		g.err = err
		return nil
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(name, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			g.err = err
			return nil
		}
	}
	var out []string
	s := bufio.NewScanner(r)
	s.Buffer(nil, 16<<20)
	for s.Scan() {
		out = append(out, strings.TrimPrefix(strings.TrimSpace(s.Text()), "\ufeff"))
	}
	return out
}

func (g *gen) set(name string) []string { return g.lines(filepath.Join(g.data, name)) }

func nameWord(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	s = strings.ReplaceAll(s, "’", "'")
	for _, r := range s {
		if !unicode.IsLetter(r) && r != '-' && r != '\'' || unicode.Is(unicode.Han, r) {
			return ""
		}
		if r > 0x24f {
			return ""
		}
	}
	if len([]rune(s)) < 2 {
		return ""
	}
	return s
}

// names: "g<gender> name" and "s name"; the gender is m, f or u.
func (g *gen) names() []string {
	given := map[string]string{}
	add := func(n, gender string) {
		if n = nameWord(n); n == "" {
			return
		}
		if old, ok := given[n]; ok && old != gender && gender != "" {
			if old == "" {
				given[n] = gender
			} else {
				given[n] = "u"
			}
			return
		} else if !ok {
			given[n] = gender
		}
	}
	rows := g.csv("popular_names/common-forenames-by-country.csv")
	for _, r := range rows {
		if len(r) > 11 {
			for _, n := range r[10:12] {
				add(n, strings.ToLower(r[9]))
			}
		}
	}
	for _, l := range g.set("prenoms/prenoms.csv") {
		f := strings.Split(l, ";")
		if len(f) < 2 || f[0] == "01_prenom" {
			continue
		}
		gender := f[1]
		if gender != "m" && gender != "f" {
			gender = "u"
		}
		add(f[0], gender)
	}
	for _, l := range append(g.set("libpostal/given_names_all.txt"), g.set("namedatabases/first_all.txt")...) {
		for _, n := range strings.Split(l, "|") {
			add(n, "")
		}
	}
	sur := map[string]bool{}
	for _, r := range g.csv("popular_names/common-surnames-by-country.csv") {
		if len(r) > 5 {
			sur[nameWord(r[4])], sur[nameWord(r[5])] = true, true
		}
	}
	for _, f := range []string{"libpostal/surnames_all.txt", "namedatabases/sur_fr.txt", "namedatabases/sur_it.txt", "namedatabases/sur_pt.txt", "namedatabases/sur_uk.txt", "namedatabases/sur_cn.txt", "namedatabases/sur_hi.txt", "namedatabases/sur_pl.txt", "namedatabases/sur_kr.txt"} {
		for _, l := range g.set(f) {
			for _, n := range strings.Split(l, "|") {
				sur[nameWord(n)] = true
			}
		}
	}
	delete(sur, "")
	var out []string
	for n, x := range given {
		if x == "" {
			x = "u"
		}
		out = append(out, "g"+x+" "+n)
	}
	for n := range sur {
		out = append(out, "s "+n)
	}
	slices.Sort(out)
	return out
}

func (g *gen) csv(name string) [][]string {
	r := csv.NewReader(strings.NewReader(strings.Join(g.set(name), "\n")))
	r.FieldsPerRecord, r.LazyQuotes = -1, true
	rows, err := r.ReadAll()
	if err != nil {
		g.err = err
	}
	return rows
}

var legal = regexp.MustCompile(`(?i)[, ]+(inc\.?|incorporated|corp\.?|corporation|co\.?|company|ltd\.?|limited|llc|plc|s\.?a\.?|ag|se|n\.?v\.?)$`)

// orgs: well-known organizations, as written.
func (g *gen) orgs() []string {
	all := map[string]bool{}
	add := func(n string) {
		n = strings.TrimSpace(n)
		for range 2 {
			n = legal.ReplaceAllString(n, "")
		}
		n = strings.TrimSpace(strings.TrimSuffix(n, ","))
		first := []rune(n)
		if len(first) < 2 || len(first) > 60 || strings.ContainsAny(n, "()\"") {
			return
		}
		if strings.ToLower(n) == n && !strings.ContainsAny(n, "0123456789") {
			return
		}
		all[n] = true
	}
	for _, r := range g.csv("sp500/constituents.csv")[1:] {
		add(r[1])
	}
	for _, l := range g.set("universities/universities.tsv")[1:] {
		n, _, _ := strings.Cut(l, "\t")
		add(n)
	}
	for _, r := range g.csv("ai_labs/organizations.csv")[1:] {
		add(r[0])
	}
	for _, l := range g.set("simple_icons/brands.tsv")[1:] {
		f := strings.Split(l, "\t")
		add(f[0])
	}
	for _, n := range g.curated() {
		add(n)
	}
	out := make([]string, 0, len(all))
	for n := range all {
		out = append(out, n)
	}
	slices.Sort(out)
	return out
}

// curated are the names, aliases and former names of the project's own catalogue that are no common words.
func (g *gen) curated() []string {
	b, err := os.ReadFile(g.cat)
	if err != nil && g.err == nil {
		g.err = err
	}
	var out []string
	for _, l := range strings.Split(string(b), "\n") {
		f := append(strings.Split(l, "\t"), make([]string, 11)...)
		if strings.HasPrefix(l, "#") || strings.Contains(f[8], "ambiguous") {
			continue
		}
		for _, n := range append(append([]string{f[0]}, strings.Split(f[9], "|")...), strings.Split(f[10], "|")...) {
			if n != "" {
				out = append(out, n)
			}
		}
	}
	return out
}
