package extract

import (
	"slices"
	"strings"
)

func (d *document) addPerson(name string, sent int) *person {
	words := strings.Fields(fold(name))
	if pl := d.reg.findPerson(name); len(pl) > 0 {
		q := pl[0]
		if len(words) > len(q.words) && len(name) < 60 && len(words) > 1 {
			q.name, q.words = name, words
			if last := words[len(words)-1]; !slices.Contains(d.reg.byLast[last], q) { // "Rubén Tapia" becomes "Rubén Tapia Solís"
				d.reg.byLast[last] = append(d.reg.byLast[last], q)
				if head, _, ok := strings.Cut(last, "-"); ok && len(words) > 1 && len(head) > 3 {
					d.reg.byLast[head] = append(d.reg.byLast[head], q)
				}
			}
		}
		return q
	}
	q := &person{name: name, words: words, first: sent}
	first := strings.ToLower(strings.Fields(name)[0])
	if i := strings.IndexByte(first, '-'); i > 0 && d.flags(first) == 0 {
		first = first[:i]
	}
	if len(words) > 1 {
		switch d.flags(first) & (isMale | isFemale) {
		case isMale:
			q.gender = 'm'
		case isFemale:
			q.gender = 'f'
		}
		switch { // "Gabriele", "Andrea": a man's name elsewhere
		case d.p.is("womanname", first):
			q.gender = 'f'
		case d.p.is("manname", first):
			q.gender = 'm'
		}
		if q.gender == 0 { // none of the lists has it
			switch {
			case d.p.is("womanname.ending", first):
				q.gender = 'f'
			case d.p.is("manname.ending", first):
				q.gender = 'm'
			}
		}
	}
	d.reg.persons = append(d.reg.persons, q)
	last := words[len(words)-1]
	if (last == "jr" || last == "ii" || last == "iii" || last == "jr.") && len(words) > 2 {
		last = words[len(words)-2]
	}
	d.reg.byLast[last] = append(d.reg.byLast[last], q)
	if d.p.is("option", "org-before-role") && eastAsian(strings.Fields(name)) { // "Lo Wei-jen" is Mr. Lo
		d.reg.byLast[words[0]] = append(d.reg.byLast[words[0]], q)
	}
	// "van der Vaeren", "Al Mansoori", two surnames
	for k := 1; k < len(words)-1; k++ {
		if d.p.is("particle", words[k]) {
			d.reg.byLast[strings.Join(words[k:], " ")] = append(d.reg.byLast[strings.Join(words[k:], " ")], q)
			break
		}
	}
	if d.p.is("option", "two-surnames") && len(words) >= 3 && !d.p.is("particle", words[len(words)-2]) {
		d.reg.byLast[words[len(words)-2]] = append(d.reg.byLast[words[len(words)-2]], q)
	}
	if len(words) > 1 { // first name alone, weakest
		if _, taken := d.reg.byLast[words[0]]; !taken && len(words[0]) > 2 {
			d.reg.byLast[words[0]] = append(d.reg.byLast[words[0]], q)
		}
	}
	return q
}

// bothSurnames reports whether words are the surnames of a person with a fuller name: "Sánchez Loza".
func (r *registry) bothSurnames(words []string) bool {
	for _, q := range r.persons {
		if k := len(q.words) - len(words); k > 0 && slices.Equal(q.words[k:], words) {
			return true
		}
	}
	return false
}

// findPerson finds whom a name means.
func (r *registry) findPerson(name string) []*person {
	words := strings.Fields(fold(name))
	if len(words) == 0 {
		return nil
	}
	if len(words) == 1 {
		if pl := r.byLast[words[0]]; len(pl) > 0 {
			return pl[:1]
		}
		return nil
	}
	if pl := r.byLast[strings.Join(words, " ")]; len(pl) > 0 {
		return pl[:1]
	}
	if head, _, ok := strings.Cut(words[len(words)-1], "-"); ok {
		for _, q := range r.byLast[head] {
			if compatibleNames(words, q.words) {
				return []*person{q}
			}
		}
	}
	for _, q := range r.byLast[words[len(words)-1]] {
		if compatibleNames(words, q.words) {
			return []*person{q}
		}
	}
	// "Javier Quiroga" is "Javier Quiroga Mas"
	for _, w := range words[len(words)-min(2, len(words)-1):] {
		for _, q := range r.byLast[w] {
			a, b := words, q.words
			if len(a) > len(b) {
				a, b = b, a
			}
			if len(a) >= 2 && len(b) == len(a)+1 && slices.Equal(a, b[:len(a)]) {
				return []*person{q}
			}
		}
	}
	return nil
}

// compatibleNames reports whether two full names can be one person: each word of the shorter is in the longer, or begins one.
func compatibleNames(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 1 {
		return a[0] == b[len(b)-1] || a[0] == b[0]
	}
	if x, y := a[len(a)-1], b[len(b)-1]; x != y && !strings.HasPrefix(x, y+"-") && !strings.HasPrefix(y, x+"-") { // "Durand" and "Durand-Ruel"
		return false
	}
	for _, w := range a {
		ok := false
		w = strings.Trim(w, ".\"“”")
		for _, v := range b {
			v = strings.Trim(v, ".\"“”")
			if v == w || len(w) > 0 && strings.HasPrefix(v, w) || len(v) == 1 && strings.HasPrefix(w, v) || nickname(w, v) {
				ok = true
			}
		}
		if !ok {
			return false
		}
	}
	return true
}

func nickname(a, b string) bool {
	return len(a) >= 3 && len(b) >= 3 && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a))
}

// monthGiven reports whether a month at token i is a given name: "Jan de Vries", "April Jones", "Jun Watanabe-Cole".
func (d *document) monthGiven(t []token, i int) bool {
	p := d.p
	if !p.is("monthname", t[i].low) || !t[i].capital || i+1 >= len(t) || t[i+1].punct || i > 0 && (t[i-1].digit || p.is("dateprep", t[i-1].low) || p.is("datefill", t[i-1].low)) {
		return false
	}
	next := t[i+1]
	if p.is("particle", next.low) && !next.capital {
		return i+2 < len(t) && t[i+2].capital
	}
	return next.capital && !d.names.orgs[next.low] && (d.flags(next.low)&isSurname != 0 || d.hyphened(next.low)) && p.monthOf(next.low) == 0 && !p.is("weekday", next.low)
}

// lonePerson reports whether a surname that stands alone is that of a person: "il fisioterapista Bernardini", "Il direttore tecnico
// Fanucchi va in …".
func (d *document) lonePerson(s *sentence, n *node) bool {
	p, low := d.p, strings.ToLower(n.name)
	if !p.is("option", "pro-drop") || n.b-n.a != 1 || n.a == 0 || s.toks[n.a].upper || d.flags(low)&isSurname == 0 || d.names.orgs[low] || p.common[low] || p.is("orgword", low) || p.is("orghead", low) || p.tokensMatch("place", s.toks, n.a) > 0 {
		return false
	}
	if n.b < len(s.toks) && (s.toks[n.b].capital && !s.toks[n.b].punct || p.is("orgof", s.toks[n.b].low) && s.toks[n.b].low != "e" && s.toks[n.b].low != "il" && s.toks[n.b].low != "la") {
		return false
	}
	if w := s.toks[n.a-1]; !w.capital && !w.punct && (p.is("calling", w.low) || p.is("lonetitle", w.low)) {
		return true
	}
	i := d.nodeAt(s, n.a)
	if i > 0 && s.nodes[i].a == n.a {
		r := &s.nodes[i-1]
		return r.kind == kindRole && r.definite && !r.possess && r.roleOrg == nil && !p.is("roleshort", strings.ToLower(r.role)) && r.b == n.a
	}
	return false
}
