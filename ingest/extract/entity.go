package extract

import (
	"slices"
	"strings"
)

// person is one person of the article: all forms that name him or her.
type person struct {
	name   string // the fullest form
	words  []string
	gender byte // 'm', 'f' or 0
	first  int  // sentence of the first mention
	count  int
	place  int // in the study
}

// organization is one organization of the article.
type organization struct {
	name  string
	words []string // folded, without legal suffix
	heads map[string]bool
	first int
	count int
	// of the study:
	place  int
	known  bool // to the tables
	length int  // of its name, in words
	looks  looks
	spaced string // its name in small letters between blanks
}

// registry holds the persons and organizations of one article.
type registry struct {
	persons []*person
	orgs    []*organization
	byLast  map[string][]*person
	byKey   map[string]*organization
}

func newRegistry() *registry {
	return &registry{byLast: map[string][]*person{}, byKey: map[string]*organization{}}
}

// register decides for every name of the article whether it is a person or an organization.
func (d *document) register() {
	d.reg = newRegistry()
	if d.p.compounds {
		d.compoundNames()
	}
	score := map[string]float64{}
	type run struct {
		s *sentence
		n *node
	}
	runs := map[string][]run{}
	var order []string
	for _, s := range d.sents {
		for i := range s.nodes {
			n := &s.nodes[i]
			if n.kind != kindName {
				continue
			}
			key := fold(n.name)
			if _, ok := runs[key]; !ok {
				order = append(order, key)
				score[key] = d.shapeScore(n.name)
			}
			if len(runs[key]) < 50 {
				score[key] += d.contextScore(s, i)
			}
			runs[key] = append(runs[key], run{s, n})
		}
	}
	if d.p.is("option", "pro-drop") { // "Terramoto na Movile": a word that the list lacks
		kept := order[:0]
		for _, key := range order {
			l := runs[key]
			r := l[0]
			if len(l) == 1 && r.n.b == 1 && r.n.a == 0 && !strings.Contains(key, " ") && r.n.name[1:] == strings.ToLower(r.n.name[1:]) && !d.names.orgs[key] && d.names.flags(key) == 0 && len(r.s.nodes) > 1 && r.s.nodes[1].kind == kindWord && d.p.is("cue.at", r.s.nodes[1].low) {
				r.n.kind = kindWord
				continue
			}
			kept = append(kept, key)
		}
		order = kept
	}
	// persons are cut to their last word, organizations to their first
	for _, key := range order {
		if words := strings.Fields(key); len(words) > 1 && len(words) < 5 {
			_, first := runs[words[0]]
			_, last := runs[words[len(words)-1]]
			if len(words) > 2 && d.p.is("option", "two-surnames") {
				_, second := runs[words[len(words)-2]]
				last = last || second
			}
			if last && !first {
				score[key] += 1.2
			}
		}
	}
	// a lone capitalised word at the start of a sentence and nowhere else is a name only where something says so
	order = slices.DeleteFunc(order, func(key string) bool {
		l := runs[key]
		if len(l) > 1 || strings.ContainsRune(key, ' ') || d.names.orgs[strings.ToLower(l[0].n.name)] || l[0].n.titled || d.p.compounds {
			return false
		}
		s, n := l[0].s, l[0].n
		if n.a != 0 && !(s.toks[n.a-1].low == "\"" && n.a == 1) || s.toks[n.a].upper || camel(n.name) || strings.ContainsAny(n.name, "0123456789&") || d.reg.namesAgain(key, order) {
			return false
		}
		if low := s.toks[n.a].low; !d.p.common[low] && !s.titleCase && !strings.HasSuffix(low, "ed") && !strings.HasSuffix(low, "ing") && !strings.HasSuffix(low, "ly") && !(strings.HasSuffix(low, "s") && !(d.p.is("option", "org-before-role") && d.noPlural(low))) && !d.p.endsIn("startsuffix", low) {
			return false
		}
		if n.b < len(s.toks) {
			t := s.toks[n.b]
			if t.punct || d.p.is("option", "org-before-role") && (d.p.is("rolehead", t.low) || d.p.is("rolemod", t.low)) || d.p.verb[t.low] || d.p.is("aux", t.low) || d.p.is("says", t.low) || t.low == "'s" || d.p.is("is", t.low) {
				return false
			}
		}
		n.kind = kindWord
		n.low = s.toks[n.a].low
		return true
	})
	// "Directorate Change": words in a heading and nowhere else are no name
	order = slices.DeleteFunc(order, func(key string) bool {
		l := runs[key]
		if d.p.compounds || d.names.orgs[key] || len(l) > 3 || slices.ContainsFunc(l, func(r run) bool { return r.s.block.kind != heading || r.n.titled }) || !d.plainWords(key) {
			return false
		}
		for _, r := range l {
			r.n.kind, r.n.low = kindWord, r.s.toks[r.n.a].low
		}
		return true
	})
	if d.p.compounds {
		order = slices.DeleteFunc(order, func(key string) bool {
			l := runs[key]
			if !d.nounsOnly(key, len(l), func(i int) (*sentence, *node) { return l[i].s, l[i].n }) || d.reg.namesAgain(key, order) {
				return false
			}
			for _, r := range l {
				r.n.kind, r.n.low = kindWord, r.s.toks[r.n.a].low
			}
			return true
		})
	}
	order = slices.DeleteFunc(order, func(key string) bool {
		l := runs[key]
		if len(l) > 1 || !d.rubric(l[0].s, l[0].n) || d.reg.namesAgain(key, order) && !(d.p.common[key] && d.p.is("orgword", key)) {
			return false
		}
		l[0].n.kind, l[0].n.low = kindWord, l[0].s.toks[l[0].n.a].low
		return true
	})
	order = slices.DeleteFunc(order, func(key string) bool {
		for _, r := range runs[key] {
			if !d.initialsLabel(r.s, r.n) {
				return false
			}
		}
		for _, r := range runs[key] {
			r.n.kind, r.n.low = kindWord, r.s.toks[r.n.a].low
		}
		return true
	})
	// "l'azienda di Pratrivero", "la Lindt di Induno Olona": where it is
	for _, key := range order {
		l := runs[key]
		if d.p.named("seatnoun") == nil || d.names.orgs[key] || strings.Count(key, " ") > 2 || slices.ContainsFunc(l, func(r run) bool {
			if r.n.titled || r.n.a < 2 || !d.p.is("instof", r.s.toks[r.n.a-1].low) {
				return true
			}
			w := r.s.toks[r.n.a-2]
			return !d.p.is("seatnoun", w.low) && !(w.capital && !w.punct && !d.p.common[w.low] && !d.p.is("domain", w.low) && !r.s.titleCase && d.names.orgs[w.low])
		}) || d.reg.namesAgain(key, order) {
			continue
		}
		for _, r := range l {
			r.n.kind = kindPlace
		}
		delete(runs, key)
	}
	// a short name that only ever stands behind "in" or "to" is a place
	for _, key := range order {
		if l := runs[key]; d.placeOnly(key, len(l), func(i int) (*sentence, *node) { return l[i].s, l[i].n }) {
			for _, r := range l {
				r.n.kind = kindPlace
			}
			delete(runs, key)
		}
	}
	order = slices.DeleteFunc(order, func(key string) bool { return runs[key] == nil })
	// full names first
	isPerson := map[string]bool{}
	for _, key := range order {
		words := strings.Fields(key)
		n := runs[key][0].n
		if len(words) >= 2 && (score[key] >= 1.5 && !(d.p.is("orgword", words[len(words)-1]) && score[key] < 2.2) || score[key] > 0.5 && len(words) < 4 && (d.names.words[words[0]]&isGiven != 0 || d.p.compounds && d.givenFirst(n.name)) && !d.p.is("orgword", words[len(words)-1])) || n.titled && score[key] > -2 || d.p.compounds && score[key] >= 0.5 && d.twoNames(n.name) {
			if len(words) >= 2 {
				isPerson[key] = true
				d.addPerson(n.name, runs[key][0].s.index)
			}
		}
	}
	for _, key := range order {
		words := strings.Fields(key)
		n := runs[key][0].n
		if len(words) >= 2 && !isPerson[key] && score[key] > -2 && d.p.is("option", "pro-drop") {
			isPerson[key] = d.reg.bothSurnames(words)
		}
		if len(words) == 1 {
			if pl := d.reg.byLast[key]; len(pl) > 0 && score[key] > -6 {
				isPerson[key] = true
			} else if slices.ContainsFunc(runs[key], func(r run) bool { return r.n.titled }) {
				isPerson[key] = true
				d.addPerson(n.name, runs[key][0].s.index)
			} else if slices.ContainsFunc(runs[key], func(r run) bool { return d.lonePerson(r.s, r.n) }) {
				isPerson[key] = true
				d.addPerson(n.name, runs[key][0].s.index)
			}
		}
	}
	for _, key := range order {
		if l := runs[key]; !isPerson[key] && !d.clubOf(key, order) && d.town(l[0].n.name, len(l), func(i int) (*sentence, *node) { return l[i].s, l[i].n }) {
			for _, r := range l {
				r.n.kind = kindPlace
			}
			delete(runs, key)
		}
	}
	d.aliases()
	for _, key := range order {
		house := map[*node]bool{} // a surname that is that of a company too: "Campostella, gruppo attivo in …", "direttore di Campostella"
		if isPerson[key] && !strings.Contains(key, " ") && d.p.is("option", "pro-drop") {
			for _, r := range runs[key] {
				if i := slices.IndexFunc(r.s.nodes, func(n node) bool { return n.a == r.n.a }); i >= 0 && !r.n.titled && d.contextScore(r.s, i) <= -1.5 {
					house[r.n] = true
				}
			}
			if len(house) < 2 {
				clear(house)
			}
		}
		for _, r := range runs[key] {
			if (isPerson[key] || r.n.titled) && !house[r.n] {
				r.n.kind = kindPerson
				r.n.persons = d.reg.findPerson(r.n.name)
				if len(r.n.persons) == 0 {
					r.n.persons = []*person{d.addPerson(r.n.name, r.s.index)}
				}
				r.n.persons[0].count++
				if g := d.titleGender(r.s, r.n); g != 0 {
					r.n.persons[0].gender = g
				}
				continue
			}
			r.n.org = d.addOrg(r.n.name, r.s.index)
			r.n.org.count++
			if score[key] <= -1 || len(strings.Fields(key)) == 1 {
				r.n.kind = kindOrg
			}
		}
	}
	d.rescan()
}

// namesAgain reports whether the word is part of a longer name of the article.
func (r *registry) namesAgain(word string, keys []string) bool {
	for _, k := range keys {
		if k == word || !strings.Contains(k, word) {
			continue
		}
		for w := range strings.FieldsSeq(k) {
			if w == word {
				return true
			}
		}
	}
	return false
}

func (d *document) titleGender(s *sentence, n *node) byte {
	if !n.titled {
		return 0
	}
	switch {
	case d.p.is("title.f", s.toks[n.a].low):
		return 'f'
	case d.p.is("title.m", s.toks[n.a].low):
		return 'm'
	}
	return 0
}

func lastSurface(p *person) string {
	f := strings.Fields(p.name)
	return f[len(f)-1]
}

func (s *sentence) at(i int) *node {
	if i < 0 || i >= len(s.nodes) {
		return nil
	}
	return &s.nodes[i]
}
