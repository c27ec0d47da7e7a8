package extract

import "strings"

// findRepeated notes the names of the article that hold plain words where names end or begin ("Sight for Service", "Wheels First", "All
// Aboard"): a sentence of prose begins with one as its subject, and the article has it again or says what it is. Classes "namelink" (the small words in them)
// and "namelinkdet".
func (d *document) findRepeated() {
	p := d.p
	if p.named("namelink") == nil {
		return
	}
	var found repeats
	for _, s := range d.sents {
		t := s.toks
		i := 0
		if len(t) > 0 && p.is("det.def", t[0].low) {
			i = 1
		}
		if s.titleCase || s.block.kind != paragraph {
			continue
		}
		if n := d.repeatedName(t, i); n > 0 {
			times := 1
			if s == s.block.sentences[0] && d.explained(t, i, i+n) {
				times = 2
			}
			found.add(t[i:i+n], times)
		}
	}
	for _, name := range d.rubricNames() {
		found.add(name, 2)
	}
	for _, name := range d.insideNames() {
		found.add(name, 1)
	}
	if len(found.names) == 0 {
		return
	}
	for _, s := range d.sents {
		for i := range s.toks {
			for _, k := range found.by[s.toks[i].low] {
				if sameTokens(s.toks, i, found.names[k]) {
					found.times[k]++
				}
			}
		}
	}
	for k, name := range found.names {
		if found.times[k] < 2 {
			continue
		}
		if d.repeated == nil {
			d.repeated = map[string][][]token{}
		}
		d.repeated[name[0].low] = append(d.repeated[name[0].low], name)
	}
}

// repeats are names that may be repeated, with how often: where they were found does not count, but for what makes them sure.
type repeats struct {
	names [][]token
	times []int
	by    map[string][]int // by first word
	known map[string]bool
}

// mostRepeated is how many names with one first word are looked at, so that a text of nothing else takes no longer for each word.
const mostRepeated = 50

// add adds a name, which counts so many times, unless it is known.
func (r *repeats) add(name []token, times int) {
	if r.known == nil {
		r.known, r.by = map[string]bool{}, map[string][]int{}
	}
	first, key := name[0].low, joinLow(name)
	if r.known[key] || len(r.by[first]) == mostRepeated {
		return
	}
	r.known[key] = true
	r.by[first] = append(r.by[first], len(r.names))
	r.names, r.times = append(r.names, name), append(r.times, times-1)
}

// repeatedName is how many tokens from i on may be such a name that a sentence begins with: 0 where the usual reading of names does.
func (d *document) repeatedName(t []token, i int) int {
	p := d.p
	plain := func(w token) bool { return p.common[w.low] || p.is("func", w.low) }
	if i >= len(t) || p.is("former", t[i].low) || p.is("new", t[i].low) || p.is("current", t[i].low) || p.is("nationality", t[i].low) || p.is("intro", t[i].low) ||
		i+1 < len(t) && !plain(t[i+1]) && (p.is("func", t[i].low) || p.is("orgnoun", t[i].low)) {
		return 0
	}
	j, odd := i, false
	for j < len(t) && j-i < 8 {
		w := t[j]
		switch {
		case w.capital && !w.punct && !w.digit && !p.is("title", w.low) && !p.is("weekday", w.low) && p.monthOf(w.low) == 0 && !p.is("det", w.low):
			if n, _ := d.roleCore(t, j); n > 0 || d.flags(w.low)&isGiven != 0 && !plain(w) {
				return 0
			}
			odd = odd || p.is("func", w.low) || p.is("notname", w.low) || p.is("place", w.low)
			j++
			continue
		case j > i && (w.low == "'" && w.glued || w.low == "'s") && j+1 < len(t) && t[j+1].capital && !t[j+1].glued && plain(t[j-1]) && plain(t[j+1]) && j+2 < len(t) && t[j+2].capital:
			odd = true
			j++
			continue
		case j == i+1 && p.is("namelink", w.low) && p.common[t[i].low] && !p.is("func", t[i].low) && !strings.HasSuffix(t[i].low, "ing"):
			k := j + 1
			if k < len(t) && p.is("namelinkdet", t[k].low) {
				k++
			}
			if k < len(t) && t[k].capital && !t[k].punct {
				odd = true
				j = k
				continue
			}
		}
		break
	}
	odd = odd || j-i > 1 && (p.common[t[j-1].low] || p.is("orgword", t[j-1].low))
	if p.is("func", t[i].low) && j-i > 2 || p.is("namelink", t[i].low) && p.tokensMatch("place", t, i+1) > 0 {
		return 0 // "At General Foods", "In Toronto"
	}
	if j-i < 2 || !odd || !plain(t[i]) || !t[j-1].capital || j >= len(t) || p.tokensMatch("place", t, i) > 0 || d.names.orgAt(t, i) >= j-i {
		return 0
	}
	if p.is("func", t[i].low) && t[j].low == "," && !(j+1 < len(t) && p.is("rel.which", t[j+1].low)) {
		return 0 // "On Blind, some threw a party"
	}
	if w := t[j]; w.low == "," || w.low == "(" || w.low == "'s" || p.verb[w.low] || p.is("aux", w.low) || p.is("says", w.low) || d.pastForm(w.low) {
		return j - i
	}
	return 0
}

// explained reports whether an apposition or relative behind the tokens from i to j says what they are ("Signs of Life, the charity …"), or
// their last word does ("Queen's Bridge University").
func (d *document) explained(t []token, i, j int) bool {
	p := d.p
	if p.is("orgword", t[j-1].low) || p.is("orghead", t[j-1].low) {
		return true
	}
	return j+1 < len(t) && t[j].low == "," && (p.is("det", t[j+1].low) || p.is("rel.which", t[j+1].low) || p.is("where", t[j+1].low))
}

// repeatedAt is how many tokens at i are a name that findRepeated has noted.
func (d *document) repeatedAt(s *sentence, i int) int {
	t, best := s.toks, 0
	for _, name := range d.repeated[t[i].low] {
		if k := i + len(name); sameTokens(t, i, name) && len(name) > best && (k >= len(t) || !t[k].capital || t[k].punct || s.titleCase && d.p.common[t[k].low]) {
			best = len(name)
		}
	}
	return best
}

func sameTokens(t []token, i int, name []token) bool {
	if i+len(name) > len(t) {
		return false
	}
	for k := range name {
		if t[i+k].low != name[k].low || t[i+k].capital != name[k].capital {
			return false
		}
	}
	return true
}

func joinLow(t []token) string {
	l := make([]string, len(t))
	for k := range t {
		l[k] = t[k].low
	}
	return strings.Join(l, " ")
}

// insideNames are runs of two capitalised words inside sentences of prose of which the second one ends names elsewhere: "Lattice Nine", "Masala
// House".
func (d *document) insideNames() [][]token {
	p := d.p
	var out [][]token
	for _, s := range d.sents {
		t := s.toks
		for i := 1; i+1 < len(t) && !s.titleCase && s.block.kind == paragraph; i++ {
			a, b := t[i], t[i+1]
			if !a.capital || a.punct || a.digit || a.upper || !b.capital || b.punct || b.upper || b.digit || t[i-1].capital && !t[i-1].punct || i+2 < len(t) && t[i+2].capital && !t[i+2].punct {
				continue
			}
			if !p.is("notname", b.low) && !p.is("func", b.low) && !p.is("num", b.low) || p.is("weekday", b.low) || p.monthOf(b.low) > 0 || p.is("title", a.low) || p.is("det", a.low) || p.monthOf(a.low) > 0 || p.is("weekday", a.low) || p.is("nationality", a.low) {
				continue
			}
			if n, _ := d.roleCore(t, i); n > 0 || p.tokensMatch("notname", t, i) > 1 || p.tokensMatch("place", t, i) > 0 && p.common[a.low] || d.names.orgAt(t, i) > 0 || d.flags(a.low)&isGiven != 0 {
				continue
			}
			out = append(out, t[i:i+2])
		}
	}
	return out
}

// rubricNames are the names before the colon with which two paragraphs or more open, "Dogs at Work: …", where the usual reading of names would cut
// them.
func (d *document) rubricNames() [][]token {
	p := d.p
	var out [][]token
	rubrics := 0
	for _, s := range d.sents {
		t := s.toks
		if s != s.block.sentences[0] || s.block.title || len(t) < 4 || !t[0].capital {
			continue
		}
		k, small := 0, false
		for k < len(t) && k < 7 && (t[k].capital || k > 0 && (t[k].low == "'" || t[k].low == "'s" || p.is("func", t[k].low))) && t[k].low != ":" {
			small = small || !t[k].capital || p.is("func", t[k].low) || p.is("notname", t[k].low)
			k++
		}
		if k < 1 || k+2 >= len(t) || t[k].low != ":" || !t[k+1].capital {
			continue
		}
		rubrics++
		if n, _ := d.roleCore(t, 0); n > 0 || k < 2 || !small || !t[k-1].capital || p.is("title", t[0].low) || d.flags(t[0].low)&isGiven != 0 && !p.common[t[0].low] {
			continue
		}
		out = append(out, t[:k])
	}
	if rubrics < 2 {
		return nil
	}
	return out
}
