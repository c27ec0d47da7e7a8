package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// person is one person of the article: all forms that name him or her.
type person struct {
	name   string // the fullest form
	words  []string
	gender byte // 'm', 'f' or 0
	first  int  // sentence of the first mention
	count  int
}

// organization is one organization of the article.
type organization struct {
	name  string
	words []string // folded, without legal suffix
	heads map[string]bool
	first int
	count int
	sport bool
	media bool
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
		if low := s.toks[n.a].low; !d.p.common[low] && !s.titleCase && !strings.HasSuffix(low, "ed") && !strings.HasSuffix(low, "ing") && !strings.HasSuffix(low, "ly") && !strings.HasSuffix(low, "s") {
			return false
		}
		if n.b < len(s.toks) {
			t := s.toks[n.b]
			if t.punct || d.p.verb[t.low] || d.p.is("aux", t.low) || d.p.is("says", t.low) || t.low == "'s" || d.p.is("is", t.low) {
				return false
			}
		}
		n.kind = kindWord
		n.low = s.toks[n.a].low
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
		if len(words) >= 2 && (score[key] >= 1.5 || score[key] > 0.5 && len(words) < 4 && d.names.words[words[0]]&isGiven != 0) || n.titled && score[key] > -2 {
			if len(words) >= 2 {
				isPerson[key] = true
				d.addPerson(n.name, runs[key][0].s.index)
			}
		}
	}
	for _, key := range order {
		words := strings.Fields(key)
		n := runs[key][0].n
		if len(words) >= 2 && !isPerson[key] && score[key] > -2 && d.p.is("option", "two-surnames") {
			isPerson[key] = d.reg.bothSurnames(words)
		}
		if len(words) == 1 {
			if pl := d.reg.byLast[key]; len(pl) > 0 && score[key] > -6 {
				isPerson[key] = true
			} else if slices.ContainsFunc(runs[key], func(r run) bool { return r.n.titled }) {
				isPerson[key] = true
				d.addPerson(n.name, runs[key][0].s.index)
			}
		}
	}
	d.aliases()
	for _, key := range order {
		for _, r := range runs[key] {
			if isPerson[key] || r.n.titled {
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

// quoted joins `Ferrari (the "Registrant")`.
func (d *document) quoted(s *sentence, i int) {
	for j := i + 2; j < len(s.nodes) && j < i+6; j++ {
		b := &s.nodes[j]
		if b.kind == kindName && b.b-b.a == 1 && s.nodes[j-1].low == "\"" && j+1 < len(s.nodes) && s.nodes[j+1].low == "\"" {
			o := d.addOrg(s.nodes[i].name, s.index)
			d.reg.byKey[strings.Join(d.orgWords(b.name), " ")] = o
		}
		if b.low == ")" {
			return
		}
	}
}

// aliases joins "Royal National Institute of Blind People (RNIB)": the short name in brackets means the long one.
func (d *document) aliases() {
	for _, s := range d.sents {
		for i := 0; i+3 < len(s.nodes); i++ {
			a, b := &s.nodes[i], &s.nodes[i+2]
			if a.kind == kindName && s.nodes[i+1].low == "(" {
				d.quoted(s, i)
			}
			if a.kind == kindName && s.nodes[i+1].low == "(" && b.kind == kindName && s.nodes[i+3].low == ")" && b.b-b.a == 1 && a.b-a.a > 1 && strings.EqualFold(a.name[:1], b.name[:1]) && (s.toks[b.a].upper || strings.Contains(fold(a.name), fold(b.name))) {
				o := d.addOrg(a.name, s.index)
				d.reg.byKey[strings.Join(d.orgWords(b.name), " ")] = o
			}
		}
	}
}

// placeOnly reports whether a name of one or two words always stands behind a preposition of place, once behind one that
// only places take.
func (d *document) placeOnly(key string, n int, at func(int) (*sentence, *node)) bool {
	if strings.Count(key, " ") > 1 || d.p.classes["placeprep"] == nil || n == 0 {
		return false
	}
	once := false
	for i := range n {
		s, nd := at(i)
		if nd.titled || nd.a == 0 || d.names.orgs[strings.ToLower(nd.name)] || s.toks[nd.a].upper || camel(nd.name) {
			return false
		}
		for _, w := range strings.Fields(key) {
			if d.p.is("orgword", w) || d.p.is("orghead", w) || d.p.is("orgsuffix", w) || strings.ContainsAny(w, "&0123456789") {
				return false
			}
		}
		prev := s.toks[nd.a-1].low
		switch {
		case d.p.is("placeprep", prev):
			once = true
		case prev == "to" || prev == "from":
		default:
			return false
		}
	}
	return once
}

// namesAgain reports whether the word is part of a longer name of the article.
func (r *registry) namesAgain(word string, keys []string) bool {
	for _, k := range keys {
		if k != word && slices.Contains(strings.Fields(k), word) {
			return true
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

// rescan finds the short forms that look like ordinary words: "Price", "Long", "Spirit".
func (d *document) rescan() {
	for _, s := range d.sents {
		for i := range s.nodes {
			n := &s.nodes[i]
			if n.kind == kindPerson && d.p.compounds && i > 0 && n.b-n.a == 1 && d.p.is("orgprep", s.nodes[i-1].low) { // "zu Brandtner", where Brandtner AG is named
				o := d.reg.shortOrg(s.toks[n.a].text)
				for _, x := range d.reg.orgs {
					if w := fold(s.toks[n.a].text); o == nil && len(x.words) > 1 && x.words[len(x.words)-1] == w && d.p.orgHead(x.words[0]) {
						o = x // "zu Bergedorf": Verlagsgruppe Bergedorf
					}
				}
				if o != nil {
					n.kind, n.persons, n.org = kindOrg, nil, o
				}
			}
			if n.kind == kindPlace && n.b-n.a == 1 && !(i > 0 && (d.p.is("cue.at", s.nodes[i-1].low) || s.nodes[i-1].low == ",")) { // "Mendoza", a city and a surname
				if pl := d.reg.byLast[fold(s.toks[n.a].text)]; len(pl) > 0 && lastSurface(pl[0]) == s.toks[n.a].text {
					n.kind, n.name, n.persons = kindPerson, s.toks[n.a].text, pl[:1]
					continue
				}
			}
			if n.kind != kindWord || n.b-n.a != 1 || !s.toks[n.a].capital || s.toks[n.a].punct || utf8.RuneCountInString(n.low) < 3 {
				continue
			}
			w := s.toks[n.a].text
			if d.p.is("func", n.low) {
				continue
			}
			if pl := d.reg.byLast[fold(w)]; len(pl) > 0 && !d.p.is("title", n.low) && lastSurface(pl[0]) == w {
				n.kind, n.name, n.persons = kindPerson, w, pl[:1]
				continue
			}
			if d.p.is("nationality", n.low) || genericHead[n.low] || d.p.is("orgword", n.low) {
				continue
			}
			if o := d.reg.byKey[n.low]; d.p.compounds && o != nil && d.names.orgs[n.low] && !d.p.is("orgnoun", n.low) { // "Linde", where "Linde-Sprecher" shows that it is a name
				n.kind, n.name, n.org = kindOrg, w, o
				continue
			}
			if o := d.reg.shortOrg(w); o != nil && (i > 0 || !d.p.common[n.low]) && !s.titleCase {
				n.kind, n.name, n.org = kindOrg, w, o
			}
		}
	}
}

func lastSurface(p *person) string {
	f := strings.Fields(p.name)
	return f[len(f)-1]
}

func (r *registry) shortOrg(w string) *organization {
	f := fold(w)
	for _, o := range r.orgs {
		if len(o.words) > 1 && o.words[0] == f && len(f) > 3 {
			return o
		}
	}
	return nil
}

// shapeScore is positive for persons, negative for organizations.
func (d *document) shapeScore(name string) float64 {
	words := strings.Fields(name)
	low := strings.ToLower(name)
	sc := 0.0
	first := strings.ToLower(words[0])
	if i := strings.IndexByte(first, '-'); i > 0 && d.flags(first) == 0 {
		first = first[:i]
	}
	last := strings.ToLower(strings.TrimRight(words[len(words)-1], "."))
	suffix := 0.0
	if len(words) > 2 && d.p.is("namesuffix", last) { // "Israel Rocha Jr."
		last = strings.ToLower(strings.Trim(words[len(words)-2], ".,"))
		suffix = 2
	}
	flags := d.flags(first)
	if d.names.orgs[low] {
		sc -= 3
	}
	orgWords := 0
	for _, w := range words {
		wl := strings.ToLower(strings.Trim(w, ",."))
		if d.p.is("orgword", wl) || d.p.is("orgsuffix", wl) || d.p.is("orghead", wl) {
			orgWords++
		}
		if strings.ContainsAny(w, "&0123456789+") || w == "and" {
			sc -= 5
		}
		if strings.ContainsFunc(w, func(r rune) bool { return unicode.IsUpper(r) }) && camel(w) {
			sc -= 2
		}
	}
	sc -= 2.5 * float64(orgWords)
	if len(words) == 1 {
		return sc - 1
	}
	sc += suffix
	if flags&isGiven != 0 {
		sc += 2
		if d.p.common[first] {
			sc -= 0.7
		}
	}
	if d.flags(last)&isSurname != 0 {
		sc++
	} else if d.p.common[last] {
		sc--
	}
	for _, w := range words[1 : len(words)-1] {
		if len([]rune(strings.Trim(w, "."))) == 1 {
			sc += 1.5
		}
		if d.p.is("particle", strings.ToLower(w)) && flags&isGiven != 0 {
			sc++
		}
	}
	if initials(words[0]) && len(words) <= 3 && !d.p.is("place", strings.TrimRight(first, ".")) {
		sc += 1.5
	}
	if len(words) > 4 {
		sc -= 1
	}
	if up := words[0]; len(words) == 2 && len(up) == 2 && strings.ToUpper(up) == up && d.names.flags(last)&isSurname != 0 && !d.p.common[last] && d.names.flags(first)&isGiven == 0 {
		sc += 1.2 // "VK Sibal"
	} else if len(words) <= 2 && len(up) > 1 && strings.ToUpper(up) == up && !strings.Contains(up, ".") {
		sc -= 1.5
	}
	if d.p.is("place", first) {
		sc -= 2
	}
	if d.p.is("place", last) && len(words) > 1 {
		sc -= 1.5
	}
	return sc
}

func initials(w string) bool {
	return len(w) <= 4 && strings.HasSuffix(w, ".") || len(w) == 1
}

func camel(w string) bool {
	lower := false
	for i, r := range w {
		if unicode.IsLower(r) {
			lower = true
		} else if unicode.IsUpper(r) && lower && i > 0 {
			rest := w[:i]
			return rest != "Mc" && rest != "Mac" && rest != "De" && rest != "Di" && rest != "Van" && rest != "Le" && rest != "La" && rest != "Du" && !strings.ContainsAny(rest, "-'’") && rest != "Fitz" && rest != "Del"
		}
	}
	return false
}

// contextScore looks at what stands around a name.
func (d *document) contextScore(s *sentence, i int) float64 {
	p := d.p
	n := &s.nodes[i]
	sc := 0.0
	if n.titled {
		sc += 3
	}
	prev, next, next2 := s.at(i-1), s.at(i+1), s.at(i+2)
	if prev != nil {
		if prev.kind == kindRole {
			sc += 1.6
		}
		if pp := s.at(i - 2); pp != nil && pp.kind == kindRole && p.is("roleat", prev.low) {
			sc -= 2
		}
		if prev.low == "," {
			for j := i - 2; j >= 0 && j > i-7 && !s.toks[s.nodes[j].a].punct; j-- {
				if s.nodes[j].kind == kindRole {
					sc++
					if j > 0 && p.is("det.def", s.nodes[j-1].low) && p.is("option", "adjective-behind") && len(strings.Fields(n.name)) > 1 { // "Le directeur du FMI, X, …"
						sc += 0.6
					}
					if next != nil && next.low == "," {
						sc += 0.6 // "Kering's head of research, X,"
					}
					break
				}
			}
		}
		if pp := s.at(i - 2); pp != nil && p.is("roleat", prev.low) && p.is("personslot", pp.low) { // "la succession de Rami Baitieh"
			sc += 1.5
		}
		if pp := s.at(i - 2); pp != nil && p.is("roleat", prev.low) && p.is("orgslot", pp.low) { // "à la tête d'Yves Rocher"
			sc -= 3
		}
		if p.is("orgonly", prev.low) {
			sc -= 2
		}
		if p.is("orgprep", prev.low) {
			sc -= 1.5
			if pp := s.at(i - 2); pp != nil && (p.is("worked", pp.low) || p.verb[pp.low]) {
				sc -= 1
			}
		}
		if pp := s.at(i - 2); pp != nil && p.is("personof", prev.low) && p.is("unitnoun", pp.low) { // "the Washington office of Paul Weiss"
			sc -= 2
		}
		if p.is("orgnoun", prev.low) && prev.b-prev.a == 1 { // not "Università di X"
			sc -= 3
		}
		if p.compounds && prev.kind == kindWord && !n.titled && (p.is("det.def", prev.low) || p.is("fused", prev.low)) { // "das Conrad Tokyo"
			sc -= 2.5
		}
		if p.is("orgadj", prev.low) && p.is("option", "adjective-behind") { // "studio legale e tributario X"
			for j := i - 2; j >= 0 && j > i-6 && (p.is("orgadj", s.nodes[j+1].low) || p.is("and", s.nodes[j+1].low)); j-- {
				if p.is("orgnoun", s.nodes[j].low) {
					sc -= 3
					break
				}
			}
		}
		if a, b := s.at(i-2), s.at(i-3); a != nil && b != nil && p.is("instof", a.low) && p.is("orgnoun", b.low) && prev.b-prev.a == 1 && !s.toks[prev.a].capital && !s.toks[prev.a].punct && !p.is("det", prev.low) {
			sc -= 3 // "sociedade de advogados X"
			if prev.kind == kindRole {
				sc -= 1.6
			}
		}
		if p.is("orgprep2", prev.low) { // "was with Hamilton Lane", "comes from Reed Smith"
			sc -= 0.7
			if pp := s.at(i - 2); pp != nil && (p.verb[pp.low] || p.is("was", pp.low)) {
				sc -= 1.8
			}
		}
		if p.is("personverb", prev.low) && next != nil && p.is("personas", next.low) && len(strings.Fields(n.name)) >= 2 {
			sc++ // "nomme X au poste de"
		}
		if p.is("personverb", prev.low) {
			sc += 0.5
		}
	}
	if next != nil {
		if p.is("aux", next.low) && len(strings.Fields(n.name)) >= 2 { // "X a été nommée"
			for j := i + 2; j < i+4; j++ {
				if x := s.at(j); x != nil && p.is("personpart", x.low) {
					sc += 0.8
					break
				} else if x == nil || !p.is("aux", x.low) {
					break
				}
			}
		}
		if p.is("personpred", next.low) && len(strings.Fields(n.name)) >= 2 {
			sc += 0.8
		}
		if next.kind == kindRole && prev != nil && p.is("former", prev.low) {
			sc -= 2
		}
		if p.is("says", next.low) {
			sc += 0.3
		}
		if p.is("orgverb", next.low) {
			sc -= 1.2
		}
		if p.is("aux", next.low) && next2 != nil && p.is("v.hire", next2.low) && !p.is("passive", next.low) {
			sc -= 1
		}
		if p.is("rel.who", next.low) {
			sc += 0.6
		}
		verb := next
		if p.is("aux", next.low) && next2 != nil {
			verb = next2
		}
		if p.is("v.leave", verb.low) || p.is("v.resign", verb.low) || p.is("v.join", verb.low) {
			sc += 0.7
		}
		if next.low == "," && next2 != nil {
			if t := s.toks[next2.a]; t.digit && len(t.text) == 2 {
				sc += 2.5
			}
			if p.is("rel.who", next2.low) {
				sc += 1.5
			}
			if x := s.at(i + 3); p.is("option", "adjective-behind") && len(strings.Fields(n.name)) >= 2 && (next2.kind == kindRole || x != nil && x.kind == kindRole && p.is("former", next2.low)) {
				sc += 1.6 // "Brelotte Ba, précédemment directeur de": no organization
			} else if next2.kind == kindRole {
				sc++
			}
			if p.is("orgnoun", next2.low) {
				sc -= 2
			}
		}
		if p.compounds && next.low == ":" && n.a == 0 && s.block.kind != heading { // "Hogan Lovells: Der Rechtsanwalt …"
			sc -= 1.5
		}
		if next.low == "(" && next2 != nil {
			if a := s.at(i + 3); a != nil && a.low == ")" && next2.kind == kindName && s.toks[next2.a].upper && next2.b-next2.a == 1 && (!p.compounds || strings.EqualFold(n.name[:1], next2.name[:1])) {
				sc -= 5
			}
			if t := s.toks[next2.a]; t.digit && len(t.text) == 2 {
				sc += 2
			}
		}
		if next.low == "'s" && next2 != nil && next2.kind == kindRole {
			sc--
		}
	}
	return sc
}

func (s *sentence) at(i int) *node {
	if i < 0 || i >= len(s.nodes) {
		return nil
	}
	return &s.nodes[i]
}

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
	}
	d.reg.persons = append(d.reg.persons, q)
	last := words[len(words)-1]
	if (last == "jr" || last == "ii" || last == "iii" || last == "jr.") && len(words) > 2 {
		last = words[len(words)-2]
	}
	d.reg.byLast[last] = append(d.reg.byLast[last], q)
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

func (d *document) orgWords(name string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(fold(name), func(r rune) bool {
		return unicode.IsSpace(r) || r == ',' || r == '-' && d.p.compounds || r == '.' && false
	}) {
		w = strings.Trim(w, ".,")
		if w == "" || d.p.is("orgsuffix", w) {
			continue
		}
		out = append(out, strings.TrimSuffix(w, "'s"))
	}
	if len(out) > 1 && d.p.is("det", out[0]) {
		out = out[1:]
	}
	if len(out) == 0 {
		return []string{fold(name)}
	}
	return out
}

func (d *document) addOrg(name string, sent int) *organization {
	words := d.orgWords(name)
	key := strings.Join(words, " ")
	if o := d.reg.byKey[key]; o != nil {
		if d.p.compounds && strings.Count(name, "-") < strings.Count(o.name, "-") && len(name) == len(o.name) {
			o.name = name // "Deutsche-Bank-Chef"
		}
		return o
	}
	// a prefix of a longer name, an acronym
	for _, o := range d.reg.orgs {
		if samePrefix(words, o.words) || d.sameGroup(name, o.name) || acronymOf(key, o.words) || acronymOf(strings.Join(o.words, " "), words) {
			d.reg.byKey[key] = o
			if len(words) > len(o.words) {
				o.words, o.name = words, name
			} else if len(words) == len(o.words) && len(name) > len(o.name) {
				o.name = name
			}
			return o
		}
	}
	o := &organization{name: name, words: words, first: sent}
	d.reg.orgs = append(d.reg.orgs, o)
	d.reg.byKey[key] = o
	return o
}

// sameGroup reports whether two names differ only by a place behind them: "Volkswagen Brasil", "Volkswagen Argentina".
func (d *document) sameGroup(a, b string) bool {
	a, b = d.withoutPlace(a), d.withoutPlace(b)
	if d.p.compounds && a != "" && b != "" && a != b {
		return samePrefix(strings.Fields(a), strings.Fields(b)) // "Helvetia Deutschland", "Helvetia Versicherungen Deutschland"
	}
	return a != "" && a == b
}

// withoutPlace is the folded name without the place at its end; empty where there is none or too little is left.
func (d *document) withoutPlace(name string) string {
	words := strings.Fields(strings.ToLower(name))
	c := d.p.classes["place"]
	if c == nil || len(words) < 2 {
		return ""
	}
	for k := max(1, len(words)-3); k < len(words); k++ {
		tail := words[k:]
		ok := len(tail) == 1 && c.single[tail[0]]
		for _, f := range c.phrases[tail[0]] {
			ok = ok || slices.Equal(f, tail)
		}
		if !ok {
			continue
		}
		last := words[k-1]
		if k == 1 && (genericHead[fold(last)] || d.p.is("orghead", last) || d.p.is("orgword", last)) || d.p.is("orgof", last) || d.p.is("func", last) {
			return ""
		}
		return fold(strings.Join(words[:k], " "))
	}
	return ""
}

func samePrefix(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	// "University of X" is no short form of "University of X Y" where only common heads are shared
	return !(len(a) == 1 && genericHead[a[0]])
}

var genericHead = map[string]bool{"university": true, "universite": true, "universidad": true, "universidade": true, "universitat": true, "universita": true, "bank": true, "banque": true, "banco": true, "banca": true, "institut": true, "institute": true, "ministere": true, "ministerio": true, "ministero": true, "ecole": true, "first": true, "national": true, "general": true, "american": true, "royal": true, "groupe": true, "grupo": true, "gruppo": true, "college": true, "new": true, "san": true, "department": true, "us": true, "u.s": true, "french": true, "stadtwerke": true, "deutsche": true, "international": true, "saint": true, "st": true, "united": true, "air": true, "credit": true, "agence": true, "centre": true, "center": true, "chambre": true, "conseil": true, "school": true, "museum": true, "musee": true, "consejo": true, "conselho": true, "gobierno": true, "governo": true, "camara": true, "tribunal": true, "fc": true, "sc": true, "sv": true, "vfl": true, "vfb": true, "tsg": true, "verband": true, "stiftung": true, "sparkasse": true, "volksbank": true, "klinikum": true, "krankenhaus": true, "verlag": true, "theater": true, "staatstheater": true, "hochschule": true, "bundesverband": true, "technische": true, "kloster": true, "hospital": true, "instituto": true, "fundacion": true, "fundacao": true, "sociedad": true, "sociedade": true, "asociacion": true, "associacao": true, "agencia": true, "centro": true, "museo": true, "museu": true, "colegio": true, "caja": true, "caixa": true, "escuela": true, "escola": true, "nueva": true, "nuevo": true, "nova": true, "novo": true, "santa": true, "sao": true, "comision": true, "comissao": true, "federacion": true, "federacao": true, "comite": true, "partido": true, "club": true, "clube": true, "real": true, "radio": true}

func acronymOf(a string, words []string) bool {
	a = strings.ReplaceAll(a, ".", "")
	if len(a) < 2 || len(a) > 6 || strings.Contains(a, " ") || len(words) < 2 {
		return false
	}
	if last := words[len(words)-1]; strings.HasPrefix(last, "rundfunk") && len(a) == 3 && a[0] == words[0][0] && a[2] == 'r' && strings.IndexByte(words[0], a[1]) > 0 {
		return true // "Westdeutscher Rundfunk": WDR
	}
	var full, caps strings.Builder
	for _, w := range words {
		if w == "&" {
			continue
		}
		r, _ := utf8.DecodeRuneInString(w)
		full.WriteRune(r)
		if len(w) > 3 || w != "of" && w != "and" && w != "the" && w != "de" && w != "la" && w != "du" && w != "des" && w != "for" && w != "et" {
			caps.WriteRune(r)
		}
	}
	return full.String() == a || caps.String() == a
}
