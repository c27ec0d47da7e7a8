package main

import (
	"bufio"
	"cmp"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"talentgraph/graph"
)

// area is a part of the people whom the news names. The heads say how much of its people the commonest names make up.
type area struct {
	name                   string
	weight                 float64
	givenHead, surnameHead float64
	countries              string
	lists                  []string // unranked surnames, of namedatabases
}

var areas = []area{
	{"EN", .38, .12, .06, "US GB IE CA AU NZ", []string{"sur_uk.txt"}},
	{"FR", .12, .12, .03, "FR BE LU", []string{"sur_fr.txt"}},
	{"DE", .11, .12, .04, "DE AT CH LI", nil},
	{"ES", .10, .2, .2, "ES MX AR CL CO PE CU CR GT DO SV PY VE EC BO UY PA PR", nil},
	{"IT", .06, .15, .03, "IT SM", []string{"sur_it.txt"}},
	{"PT", .06, .2, .3, "PT BR", []string{"sur_pt.txt"}},
	{"CN", .04, .02, .45, "CN TW HK MO SG", []string{"sur_cn.txt"}},
	{"IN", .04, .06, .2, "IN PK BD LK NP", []string{"sur_hi.txt"}},
	{"KR", .01, .03, .3, "KR", []string{"sur_kr.txt"}},
	{"JP", .01, .03, .09, "JP", nil},
	{"RU", .02, .3, .06, "RU UA BY KZ GE AM AZ", nil},
	{"AR", .02, .3, .06, "EG MA DZ TN SA AE IQ JO LB KW LY IR", nil},
	{"NO", .03, .1, .06, "NO DK SE FI IS NL PL CZ SK HU RO BG GR TR VN IL RS HR SI BA AL XK EE LV LT", []string{"sur_pl.txt", "sur_il.txt"}},
}

// unrankedShare is the share of a surname that a list of the area has without saying how common it is.
const unrankedShare = 1e-5

// condenseNames makes the rows of graph.ReadNameTable.
func condenseNames(data, out string) (string, error) {
	given, surnames := make(shares), make(shares)
	if err := readByHand(filepath.Join(out, "common_names.tsv"), given, surnames); err != nil {
		return "", err
	}
	popular := filepath.Join(data, "popular_names")
	if err := readForenames(filepath.Join(popular, "common-forenames-by-country.csv"), given); err != nil {
		return "", err
	}
	if err := readSurnames(filepath.Join(popular, "common-surnames-by-country.csv"), surnames); err != nil {
		return "", err
	}
	for i, a := range areas {
		for _, list := range a.lists {
			err := lines(filepath.Join(data, "namedatabases", list), func(_ int, name string) {
				surnames.atLeast(name, i, unrankedShare)
			})
			if err != nil {
				return "", err
			}
		}
	}
	// Spanish surnames come ranked.
	err := lines(filepath.Join(data, "namedatabases", "sur_es.txt"), func(rank int, name string) {
		if rank < 4000 {
			surnames.atLeast(name, 3, areas[3].surname(rank)/3)
		}
	})
	if err != nil {
		return "", err
	}
	var b strings.Builder
	b.WriteString("# Condensed from public lists by graph/catalogue/gen; see SOURCES.md. Rows as graph.ReadNameTable has them.\n")
	for _, a := range areas {
		fmt.Fprintf(&b, "area\t%s\t%g\n", a.name, a.weight)
	}
	given.write(&b, "given")
	surnames.write(&b, "surname")
	return b.String(), nil
}

// shares are a kind's names with their shares by area.
type shares map[string]*[maxAreas]float64

const maxAreas = 16

func (s shares) atLeast(name string, area int, share float64) {
	word := strings.Join(graph.FoldWords(name), "")
	if len(word) < 2 || len(word) > 24 {
		return
	}
	if s[word] == nil {
		s[word] = new([maxAreas]float64)
	}
	s[word][area] = max(s[word][area], share)
}

// write lists the names commonest first.
func (s shares) write(b *strings.Builder, kind string) {
	total := func(w string) (sum float64) {
		for i, a := range areas {
			sum += a.weight * s[w][i]
		}
		return sum
	}
	words := slices.Sorted(maps.Keys(s))
	slices.SortStableFunc(words, func(x, y string) int { return cmp.Compare(total(y), total(x)) })
	for _, w := range words {
		fmt.Fprintf(b, "%s\t%s\t", kind, w)
		sep := ""
		for i, a := range areas {
			if n := int(s[w][i] * 1e8); n > 0 {
				fmt.Fprintf(b, "%s%s:%d", sep, a.name, n)
				sep = " "
			}
		}
		b.WriteByte('\n')
	}
}

func readByHand(path string, given, surnames shares) error {
	return lines(path, func(_ int, line string) {
		f := strings.Split(line, "\t")
		if strings.HasPrefix(line, "#") || len(f) < 3 {
			return
		}
		i := slices.IndexFunc(areas, func(a area) bool { return a.name == f[0] })
		if i < 0 {
			return
		}
		for rank, name := range strings.Fields(f[2]) {
			if f[1] == "given" {
				given.atLeast(name, i, areas[i].given(rank+1))
			} else {
				surnames.atLeast(name, i, areas[i].surname(rank+1))
			}
		}
	})
}

// readForenames reads names given to babies of one year: good for which names there are, less for how common they are
// among adults, so they count a tenth.
func readForenames(path string, given shares) error {
	return rows(path, ',', func(r []string) {
		rank, err := strconv.Atoi(r[7])
		i := areaOf(r[0])
		name := r[11]
		if name == "" {
			name = r[10]
		}
		if err == nil && i >= 0 {
			given.atLeast(name, i, areas[i].given(rank)/10/countriesOf(i))
		}
	})
}

// readSurnames reads ranked surnames. Of several spellings of one the first has most bearers.
func readSurnames(path string, surnames shares) error {
	spellings := make(map[string]int) // by the name group
	return rows(path, ',', func(r []string) {
		rank, err := strconv.Atoi(r[1])
		i := areaOf(r[0])
		name := r[5]
		if name == "" {
			name = r[4]
		}
		if err == nil && i >= 0 {
			spellings[r[3]]++
			part := 1 / float64(spellings[r[3]]*spellings[r[3]])
			surnames.atLeast(name, i, areas[i].surname(rank)*part/countriesOf(i))
		}
	})
}

// given is the share of the given name of a rank. Published counts fall like this.
func (a area) given(rank int) float64 { return a.givenHead / float64(rank+5) }

// surname is the share of the surname of a rank. In Korea a handful of them are most people's.
func (a area) surname(rank int) float64 {
	if a.name == "KR" {
		return a.surnameHead / (float64(rank) + .5)
	}
	return a.surnameHead / float64(rank+5)
}

// countriesOf weighs a country's list against its area: a country among many makes a part of it.
func countriesOf(i int) float64 { return max(1, float64(len(strings.Fields(areas[i].countries)))/4) }

func areaOf(country string) int {
	return slices.IndexFunc(areas, func(a area) bool { return strings.Contains(" "+a.countries+" ", " "+country+" ") })
}

// lines calls f with each line's number from 1 and its text.
func lines(path string, f func(n int, line string)) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	scan := bufio.NewScanner(file)
	scan.Buffer(nil, 1<<20)
	for n := 1; scan.Scan(); n++ {
		f(n, strings.TrimPrefix(scan.Text(), "\ufeff"))
	}
	return scan.Err()
}
