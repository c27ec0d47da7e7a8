package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// otherParts adds what a part of a chunk, or the chunk with what stands around it, may be called.
func (st *study) otherParts(s *sentence, i int, out []otherReading) []otherReading {
	x, p := &s.seen[i], st.d.p
	if p.compounds && (x.kind == kindRole || x.kind == kindWord) { // "die Renault-Frau"
		for k := x.a; k < x.b; k++ {
			head, last, ok := cutLast(s.toks[k].text, '-')
			if r, _ := utf8.DecodeRuneInString(head); !ok || !unicode.IsUpper(r) {
				continue
			}
			if low := strings.ToLower(head); x.kind == kindRole && k == x.b-1 || p.nouns[strings.ToLower(last)] && !p.nouns[low] && !p.common[low] {
				head = strings.TrimPrefix(head, "Ex-")
				out = append(out, otherReading{otherCompound, head})
			}
		}
	}
	if x.kind == kindOrg || x.kind == kindName {
		a := x.a
		for a < x.b && !s.toks[a].capital {
			a++
		}
		if p.compounds && x.kind == kindOrg && x.org != nil && a < x.b && a > x.a && !strings.Contains(strings.ToLower(x.org.name), s.toks[a].low) { // "der Städelschule"
			out = s.reading(out, otherNoun, a, max(x.b, st.tail(s, i)))
		}
		if a > x.a && a < x.b { // "chaîne de magasins Welkom"
			b := x.b - 1
			for b > a && s.toks[b-1].capital {
				b--
			}
			if b > x.a && !p.is("orgof", s.toks[b-1].low) && s.toks[b].capital {
				out = s.reading(out, otherPart, b, x.b)
			}
		}
		if x.kind == kindName || a == x.a {
			out = st.shorter(s, x, out)
		}
	}
	if a, b := st.body(s, i); b > 0 {
		out = s.reading(out, otherBody, a, b)
	}
	return out
}

// shorter adds the ends of a longer name that may be the name: without its first word, where that says what kind of house it is, and behind a
// preposition.
func (st *study) shorter(s *sentence, x *seen, out []otherReading) []otherReading {
	p := st.d.p
	if x.b-x.a < 2 {
		return out
	}
	if w := &s.toks[x.a]; p.compounds && s.toks[x.a+1].capital && (p.is("func", w.low) || p.nouns[w.low] || strings.HasSuffix(w.low, "er")) {
		out = s.reading(out, otherPart, x.a+1, x.b)
	}
	for k := x.a + 1; k < x.b-1; k++ {
		w := s.toks[k].low
		if st.d.p.cues.of(w)&(cueTo|cueAt) == 0 && !(p.is("orgof", w) && (p.is("orgword", s.toks[k+1].low) || p.is("orghead", s.toks[k+1].low) || p.is("unitword", s.toks[x.a].low))) {
			continue
		}
		a := k + 1
		for a < x.b && !s.toks[a].capital {
			a++
		}
		if a < x.b {
			return s.reading(out, otherPart, a, x.b)
		}
	}
	return out
}

// tail is where the words with capitals end that follow the i-th chunk, in tokens.
func (st *study) tail(s *sentence, i int) int {
	e := s.seen[i].b
	if s.titleCase {
		return e
	}
	for j := i + 1; j < len(s.seen) && j <= i+3 && s.seen[j].kind == kindWord && s.seen[j].a == e && st.capital(s, j); j++ {
		e = s.seen[j].b
	}
	return e
}

// behindOf is where in a post the name of a house may begin, behind a preposition: "gerente de Alpina"; 0 where none does.
func (st *study) behindOf(s *sentence, x *seen) int {
	for k := x.b - 1; k > x.a; k-- {
		if s.toks[k].capital {
			continue
		}
		if w := s.toks[k].low; k+1 < x.b && (st.d.p.is("orgof", w) || st.d.p.cues.of(w)&cueLinks != 0) {
			return k + 1
		}
		return 0
	}
	return 0
}

// body is the span of a noun at the i-th chunk with the name behind it: "la cave de Rabastens", "la clínica San Felipe". There is none where b is 0.
func (st *study) body(s *sentence, i int) (a, b int) {
	x, p := &s.seen[i], st.d.p
	if p.compounds || x.kind != kindWord && x.kind != kindOrg || i == 0 {
		return 0, 0
	}
	a = x.a
	if x.kind == kindOrg { // with its article
		if s.toks[a].capital || x.b-a != 2 {
			return 0, 0
		}
		a++
	}
	close := s.seen[i-1].cues&cueLinks != 0
	if !close && (i == 1 || s.seen[i-2].cues&cueLinks == 0) {
		return 0, 0
	}
	w := &s.toks[a]
	if w.capital || w.punct || w.digit || utf8.RuneCountInString(w.low) < 4 || x.cues&cueVerbs != 0 || p.is("func", w.low) {
		return 0, 0
	}
	j := i + 1
	named := func(j int) bool {
		if j >= len(s.seen) {
			return false
		}
		y := &s.seen[j]
		return y.a < y.b && y.b <= len(s.toks) && s.toks[y.a].capital && y.kind != kindDate && y.kind != kindRole
	}
	if named(j) {
		return a, s.seen[j].b
	}
	for k := j; k < len(s.seen) && k <= j+3 && !(close && x.kind == kindWord); k++ {
		y := &s.seen[k]
		if y.kind != kindWord || y.cues&cueVerbs != 0 {
			return 0, 0
		}
		if p.is("orgof", y.low) && named(k+1) {
			return a, s.seen[k+1].b
		}
	}
	return 0, 0
}

// cutLast cuts text at the last sep.
func cutLast(text string, sep byte) (before, after string, ok bool) {
	k := strings.LastIndexByte(text, sep)
	if k <= 0 || k == len(text)-1 {
		return text, "", false
	}
	return text[:k], text[k+1:], true
}

// mostRun is how many words with capitals a run has at most.
const mostRun = 6

// run is where a run of words with capitals ends that starts at the i-th chunk, in tokens; 0 where none does, where it is what the chunk was read as anyway, or
// where it may be no more than the first word of a sentence before a name.
func (st *study) run(s *sentence, i int) int {
	if i > 0 && st.capital(s, i-1) {
		return 0
	}
	n, last := 0, i
	for j := i; j < len(s.seen) && n < mostRun; j++ {
		if st.capital(s, j) {
			n++
			last = j
			continue
		}
		x := &s.seen[j]
		if j != last+1 || n == 0 || x.kind != kindWord || st.d.p.compounds || !st.d.p.is("orgof", x.low) && !st.d.p.is("and", x.low) {
			break
		}
	}
	if n < 2 || last == i {
		return 0
	}
	return s.seen[last].b
}

// capital reports whether a chunk is written like a part of a name and is no person, role or date.
func (st *study) capital(s *sentence, i int) bool {
	x := &s.seen[i]
	if x.kind == kindPerson || x.kind == kindRole || x.kind == kindDate || x.a >= x.b || x.b > len(s.toks) || i == 0 && st.d.p.is("func", x.low) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(s.toks[x.a].text)
	return unicode.IsUpper(first)
}

// Bits of the prepositions before names of organizations.
const (
	cueLinks = 1<<16 | 1<<17 | 1<<18 | 1<<19 | 1<<20
	cueTo    = 1 << 17
	cueAt    = 1 << 18
)
