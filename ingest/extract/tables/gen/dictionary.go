package main

import (
	"path/filepath"
	"slices"
	"strings"
	"unicode"
)

// suffix is a rule of a spelling dictionary: a word that ends in one of the endings loses strip and takes add.
type suffix struct {
	strip, add, when string
}

// dictionary: the lower-case words of a Hunspell dictionary with their endings. Words with a capital are names
// and left out.
func (g *gen) dictionary() []string {
	rules := map[byte][]suffix{}
	for _, l := range g.lines(filepath.Join(g.words, "index.aff")) {
		f := strings.Fields(l)
		if len(f) >= 5 && f[0] == "SFX" && len(f[1]) == 1 {
			strip, add := strings.TrimPrefix(f[2], "0"), f[3]
			rules[f[1][0]] = append(rules[f[1][0]], suffix{strip, add, f[4]})
		}
	}
	set := map[string]bool{}
	add := func(w string) {
		if len(w) > 1 && !strings.ContainsFunc(w, func(r rune) bool { return !unicode.IsLower(r) || r > 0x24f }) {
			set[w] = true
		}
	}
	for _, l := range g.lines(filepath.Join(g.words, "index.dic")) {
		w, flags, _ := strings.Cut(l, "/")
		if w != strings.ToLower(w) {
			continue
		}
		add(w)
		for i := 0; i < len(flags); i++ {
			for _, r := range rules[flags[i]] {
				if flags[i] != 'M' && strings.HasSuffix(w, r.strip) && fitsEnd(w, r.when) {
					add(strings.TrimSuffix(w, r.strip) + r.add)
				}
			}
		}
	}
	out := make([]string, 0, len(set))
	for w := range set {
		out = append(out, w)
	}
	slices.Sort(out)
	return out
}

// fitsEnd reports whether the word ends as the condition says: letters, "." for any and "[…]" or "[^…]" for one of several.
func fitsEnd(w, cond string) bool {
	var parts []string
	for i := 0; i < len(cond); i++ {
		j := i
		if cond[i] == '[' {
			if k := strings.IndexByte(cond[i:], ']'); k > 0 {
				j = i + k
			}
		}
		parts = append(parts, cond[i:j+1])
		i = j
	}
	if len(w) < len(parts) {
		return false
	}
	for k, p := range parts {
		c := w[len(w)-len(parts)+k]
		switch {
		case p == ".":
		case strings.HasPrefix(p, "[^"):
			if strings.IndexByte(p[2:len(p)-1], c) >= 0 {
				return false
			}
		case p[0] == '[':
			if strings.IndexByte(p[1:len(p)-1], c) < 0 {
				return false
			}
		case p[0] != c:
			return false
		}
	}
	return true
}
