package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"talentgraph/ingest/extract/eval"
)

// construction is a passage with slots.
type construction struct {
	ID, Lang, Text string
	Moves          []struct {
		Person, From, To string
		Status           string
		Optional         bool
	}
}

// fillBank fills every construction of the files LANG.jsonl in dir once; the same seed gives the same passages.
func fillBank(dir string, seed uint64) ([]eval.Gold, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "[a-z][a-z].jsonl"))
	if err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("no constructions in %s", dir)
	}
	var out []eval.Gold
	for _, p := range paths {
		f, err := os.Open(p)
		if err != nil {
			return nil, err
		}
		s := bufio.NewScanner(f)
		s.Buffer(nil, 1<<20)
		for n := 1; s.Scan(); n++ {
			var c construction
			if err := json.Unmarshal(s.Bytes(), &c); err != nil {
				f.Close()
				return nil, fmt.Errorf("%s line %d: %w", p, n, err)
			}
			if w, ok := wordings[c.Lang]; ok {
				out = append(out, (&filler{w: w, c: c, r: rand.New(rand.NewPCG(seed, uint64(n)))}).fill())
			}
		}
		err = s.Err()
		f.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p, err)
		}
	}
	return out, nil
}

// filler puts one construction's slots into words.
type filler struct {
	w       wording
	c       construction
	r       *rand.Rand
	persons map[string]filledPerson
	orgs    map[string]string
	roles   map[string][2]string
}

type filledPerson struct {
	first, last string
	woman       bool
}

var slot = regexp.MustCompile(`\{([^{}]*)\}`)
var slotParts = regexp.MustCompile(`^(?:([\p{L}]+):)?((?:P|F|T|O|RF|RT|R|L|D|M|N|G)\d+(?:\+P\d+)*)((?:\.[A-Za-z]+)*)(?::(.*))?$`)

// fill gives the passage with its moves. Slots of an unknown form are left out.
func (f *filler) fill() eval.Gold {
	f.persons, f.orgs, f.roles = map[string]filledPerson{}, map[string]string{}, map[string][2]string{}
	g := eval.Gold{ID: f.c.ID, Lang: f.c.Lang, Published: "2025-07-20", Text: slot.ReplaceAllStringFunc(f.c.Text, f.one)}
	for _, m := range f.c.Moves {
		mv := eval.GoldMove{Status: m.Status, Optional: m.Optional, Prominence: "main"}
		if m.Person != "" {
			p := f.person(m.Person)
			mv.Person = p.first + " " + p.last
			mv.PersonAlt = []string{p.last}
		}
		if m.From != "" {
			mv.From = f.org(m.From)
		}
		if m.To != "" {
			mv.To = f.org(m.To)
		}
		g.Moves = append(g.Moves, mv)
	}
	return g
}

func (f *filler) one(s string) string {
	m := slotParts.FindStringSubmatch(s[1 : len(s)-1])
	if m == nil {
		return ""
	}
	prep, name, attr, hint := m[1], m[2], m[3], m[4]
	out := ""
	switch name[0] {
	case 'P':
		p := f.person(strings.SplitN(name, "+", 2)[0])
		man, woman, two := strings.Cut(hint, "|")
		switch {
		case two && p.woman:
			return woman
		case two:
			return man
		}
		out = p.word(attr, f.w)
		prep = f.w.before[strings.ToLower(prep)]
	case 'F', 'T', 'O':
		out = f.org(name)
		if man, _, two := strings.Cut(hint, "|"); two {
			return man
		}
		switch attr {
		case ".desc":
			out = f.w.described
		case ".unit":
			out = "AI Lab"
		case ".alias":
			out, _, _ = strings.Cut(out, " ")
		case ".komp":
			out = strings.ReplaceAll(out, " ", "-")
		}
		prep = f.w.before[strings.ToLower(m[1])]
	case 'R':
		r := f.role(name)
		out = r[0]
		if f.person(f.holder(name)).woman {
			out = r[1]
		}
		prep = f.w.beforeRole[strings.ToLower(m[1])]
	case 'D':
		out, prep = f.w.dates[hint], ""
	case 'L':
		out = f.w.places[int(name[1]-'0')%len(f.w.places)]
		prep = f.w.before[strings.ToLower(m[1])]
	case 'M':
		out, prep = f.w.medium, f.w.before[strings.ToLower(m[1])]
	case 'N':
		out, prep = f.w.numbers[int(name[1]-'0')%len(f.w.numbers)], ""
	case 'G':
		out, prep = "Nova "+name[1:], f.w.before[strings.ToLower(m[1])]
	}
	if prep != "" {
		out = prep + " " + out
	}
	if m[1] != "" && strings.ToLower(m[1]) != m[1] && out != "" {
		r := []rune(out)
		out = strings.ToUpper(string(r[:1])) + string(r[1:])
	}
	return out
}

// word is the name in the form asked for, or an English pronoun.
func (p filledPerson) word(attr string, w wording) string {
	pick := func(man, woman string) string {
		if p.woman {
			return woman
		}
		return man
	}
	switch attr {
	case ".last":
		return p.last
	case ".first":
		return p.first
	case ".he":
		return pick("he", "she")
	case ".He":
		return pick("He", "She")
	case ".his":
		return pick("his", "her")
	case ".His":
		return pick("His", "Her")
	case ".him":
		return pick("him", "her")
	case ".gen":
		return p.first + " " + p.last + "s"
	}
	return p.first + " " + p.last
}

func (f *filler) person(k string) filledPerson {
	if p, ok := f.persons[k]; ok {
		return p
	}
	p := filledPerson{woman: f.r.IntN(2) == 0}
	given := f.w.men
	if p.woman {
		given = f.w.women
	}
	for {
		p.first, p.last = given[f.r.IntN(len(given))], f.w.surnames[f.r.IntN(len(f.w.surnames))]
		again := false
		for _, q := range f.persons {
			again = again || q.last == p.last
		}
		if !again || len(f.persons) >= len(f.w.surnames) {
			break
		}
	}
	f.persons[k] = p
	return p
}

func (f *filler) org(k string) string {
	if o, ok := f.orgs[k]; ok {
		return o
	}
	i := f.r.IntN(len(f.w.orgs))
	for range f.w.orgs {
		again := false
		for _, o := range f.orgs {
			again = again || o == f.w.orgs[i]
		}
		if !again {
			break
		}
		i = (i + 1) % len(f.w.orgs)
	}
	f.orgs[k] = f.w.orgs[i]
	return f.w.orgs[i]
}

func (f *filler) role(k string) [2]string {
	if _, ok := f.roles[k]; !ok {
		f.roles[k] = f.w.roles[f.r.IntN(len(f.w.roles))]
	}
	return f.roles[k]
}

// holder is the person whose role a slot names.
func (f *filler) holder(role string) string {
	if p := "P" + strings.TrimLeft(role, "RFT"); strings.Contains(f.c.Text, p) {
		return p
	}
	return "P1"
}
