package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mostOthers is how many further readings of names an article gets.
const mostOthers = 24

// other says as what a name was read that may be an organization as well, or, for otherName, a person.
type other string

const (
	otherPlace    other = "place"
	otherPerson   other = "person"
	otherWord     other = "word"
	otherName     other = "name"     // that could be either's, and was taken for an organization's
	otherRun      other = "run"      // words with capitals, of which at most a part was taken for a name
	otherRole     other = "role"     // the end of what was read as a post: "gerente de Alpina"
	otherCompound other = "compound" // the first part of a compound: "die Renault-Frau"
	otherNoun     other = "noun"     // what was read as a description of a house: "der Städelschule"
	otherBody     other = "body"     // a noun with the name behind it: "la cave de Rabastens"
	otherPart     other = "part"     // the end of a longer name: "Estudio Barros Legarreta"
)

// otherReading is a name as it may be read as well.
type otherReading struct {
	how  other
	name string
}

// readOtherwise adds readings that the frames have no use for: what is called like a place, a word or a person may be an organization, and
// a name that could be either may be a person. Words and trees decide whether there is anything to it.
func (st *study) readOtherwise() {
	d := st.d
	orgs, persons := map[string]*organization{}, map[string]*person{}
	for _, o := range st.orgs {
		orgs[strings.ToLower(o.name)] = o
	}
	n := 0
	var room []otherReading
	for k, s := range d.sents {
		if s.block.title {
			continue
		}
		for i := range s.seen {
			x := &s.seen[i]
			room = st.otherwise(s, i, room[:0])
			for _, r := range room {
				key := strings.ToLower(r.name)
				if r.how == otherName {
					p := persons[key]
					if p == nil {
						if len(persons) == mostOthers || len(st.persons) >= mostPersons {
							continue
						}
						p = &person{name: r.name, words: strings.Fields(key)}
						persons[key] = p
						st.persons = append(st.persons, p)
					}
					st.personAt[p] = append(st.personAt[p], spot{k, i})
					continue
				}
				o := orgs[key]
				if o == nil {
					if n == mostOthers || len(st.orgs) >= mostOrgs {
						continue
					}
					o = &organization{name: r.name, words: d.orgWords(r.name), first: x.a}
					orgs[key] = o
					n++
					st.orgs = append(st.orgs, o)
					st.others[o] = r.how
				}
				if len(st.orgAt[o]) < mostSpots && st.others[o] != "" {
					st.orgAt[o] = append(st.orgAt[o], spot{k, i})
				}
			}
		}
	}
}

// reading adds what stands between two tokens as a name, unless it is but a letter.
func (s *sentence) reading(out []otherReading, how other, a, b int) []otherReading {
	if name := spanText(s.src, s.toks[a:b]); len(name) > 1 {
		out = append(out, otherReading{how, name})
	}
	return out
}

// otherwise adds how else a chunk may be read.
func (st *study) otherwise(s *sentence, i int, out []otherReading) []otherReading {
	x, p := &s.seen[i], st.d.p
	if x.a >= x.b || x.b > len(s.toks) {
		return out
	}
	add := func(how other, a, b int) {
		for b > a+1 && s.toks[b-1].punct {
			b--
		}
		out = s.reading(out, how, a, b)
	}
	first := &s.toks[x.a]
	r, _ := utf8.DecodeRuneInString(first.text)
	upper := unicode.IsUpper(r)
	led := st.led(s, i)
	switch x.kind {
	case kindPlace:
		if upper && (led || i == 0 || s.seen[i-1].cues&cueVerbs != 0) {
			add(otherPlace, x.a, x.b)
		}
	case kindPerson:
		if !upper || !x.byName || len(x.persons) != 1 {
			break
		}
		if x.b-x.a == 1 || st.d.flags(first.low)&isGiven == 0 { // "Koch Media"
			if e := st.tail(s, i); e > x.b {
				add(otherRun, x.a, e)
			}
		}
		n, long := len(st.personAt[x.persons[0]]), x.b-x.a > 1
		if led && n <= 2 || long && n <= 4 && (led || st.unlikely(s, i)) {
			add(otherPerson, x.a, x.b)
		}
	case kindRole:
		if upper && x.b-x.a == 1 {
			if e := st.tail(s, i); e > x.b {
				add(otherRun, x.a, e)
			} else if led && !p.compounds {
				add(otherRole, x.a, x.b)
			}
		}
		if a := st.behindOf(s, x); a > 0 {
			add(otherRole, a, max(x.b, st.tail(s, i)))
		}
	case kindWord:
		if !upper {
			if first.digit && led && strings.ContainsFunc(first.low, unicode.IsLetter) {
				add(otherWord, x.a, x.b)
			}
			break
		}
		run := st.run(s, i)
		switch {
		case run > 0:
			add(otherRun, x.a, run)
		case x.org == nil && x.b-x.a == 1 && st.mayBeName(s, i, led):
			add(otherWord, x.a, x.b)
		}
	case kindName, kindOrg:
		if run := st.run(s, i); run > 0 && upper {
			add(otherRun, x.a, run)
		}
		if x.kind == kindName && upper && x.org != nil && len(x.org.words) >= 2 && len(x.org.words) <= 4 && st.orgAt[x.org] != nil && len(st.orgAt[x.org]) <= 2 && !st.d.names.orgs[strings.ToLower(x.org.name)] {
			add(otherName, x.a, x.b)
		}
	}
	return st.otherParts(s, i, out)
}

// led reports whether a preposition leads up to the i-th chunk, or "ex-", or whether it stands in brackets by itself.
func (st *study) led(s *sentence, i int) bool {
	x := &s.seen[i]
	if i > 0 && s.seen[i-1].cues&cueLinks != 0 || i > 1 && s.seen[i-2].cues&cueLinks != 0 && s.seen[i-1].kind == kindWord {
		return true
	}
	if x.a == 0 {
		return false
	}
	before := s.toks[x.a-1].low
	return strings.HasPrefix(before, "ex") && len(before) <= 3 || before == "(" && x.b < len(s.toks) && s.toks[x.b].low == ")"
}

// unlikely reports whether a chunk read as a person's name has no given name in it, and no known surname or a verb before it.
func (st *study) unlikely(s *sentence, i int) bool {
	x := &s.seen[i]
	if st.d.flags(s.toks[x.a].low)&isGiven != 0 {
		return false
	}
	return i > 0 && s.seen[i-1].cues&cueVerbs != 0 || st.d.flags(s.toks[x.b-1].low)&isSurname == 0
}

// mayBeName reports whether a single word with a capital may be a name: where a preposition leads up to it, or where it is no word of the language.
func (st *study) mayBeName(s *sentence, i int, led bool) bool {
	x, p := &s.seen[i], st.d.p
	if p.compounds {
		if known := p.nouns[x.low] || p.common[x.low]; !known && len(x.low) > 2 {
			return i > 0 || !p.is("func", x.low)
		}
		return i > 0 && led && st.mayBeHouse(x)
	}
	if i == 0 {
		return len(x.low) > 2 && !p.common[x.low] && !p.is("func", x.low)
	}
	return len(x.low) > 1 && !s.titleCase && (led || !p.is("func", x.low))
}

// mayBeHouse reports whether a noun of a language that writes all nouns with a capital may name a house: it has some length and hints at nothing else, or it is
// so long that the hint is but a part of it ("Wettbewerbskommission").
func (st *study) mayBeHouse(x *seen) bool {
	n := utf8.RuneCountInString(x.low)
	return n > 3 && x.cues == 0 || n > 11
}
