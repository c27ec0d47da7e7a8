package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mostOthers is how many further readings of names an article gets.
const mostOthers = 14

// other says as what a name was read that may be an organization as well, or, for otherName, a person.
type other string

const (
	otherPlace  other = "place"
	otherPerson other = "person"
	otherWord   other = "word"
	otherName   other = "name" // that could be either's, and was taken for an organization's
	otherRun    other = "run"  // words with capitals, of which at most a part was taken for a name
)

// readOtherwise adds readings that the frames have no use for: what is called like a place, a word or a person may be an organization, and
// a name that could be either may be a person. Words and trees decide whether there is anything to it.
func (st *study) readOtherwise() {
	d := st.d
	orgs, persons := map[string]*organization{}, map[string]*person{}
	for k, s := range d.sents {
		if s.block.kind == heading || s.block.title {
			continue
		}
		for i := range s.seen {
			x := &s.seen[i]
			how, end := st.otherwise(s, i), x.b
			if how == "" || how == otherWord {
				if b := st.run(s, i); b > 0 {
					how, end = otherRun, b
				}
			}
			if how == "" {
				continue
			}
			name := spanText(s.src, s.toks[x.a:end])
			key := strings.ToLower(name)
			if how == otherName {
				p := persons[key]
				if p == nil {
					if len(persons) == mostOthers || len(st.persons) >= mostPersons {
						continue
					}
					p = &person{name: name, words: strings.Fields(key)}
					persons[key] = p
					st.persons = append(st.persons, p)
				}
				st.personAt[p] = append(st.personAt[p], spot{k, i})
				continue
			}
			o := orgs[key]
			if o == nil {
				if len(orgs) == mostOthers || len(st.orgs) >= mostOrgs {
					continue
				}
				o = &organization{name: name, words: d.orgWords(name), first: x.a}
				orgs[key] = o
				st.orgs = append(st.orgs, o)
				st.others[o] = how
			}
			if len(st.orgAt[o]) < mostSpots {
				st.orgAt[o] = append(st.orgAt[o], spot{k, i})
			}
		}
	}
}

// otherwise is how else a chunk may be read; empty where there is no other way.
func (st *study) otherwise(s *sentence, i int) other {
	x := &s.seen[i]
	if x.a >= x.b || x.b > len(s.toks) {
		return ""
	}
	first, _ := utf8.DecodeRuneInString(s.toks[x.a].text)
	if !unicode.IsUpper(first) {
		return ""
	}
	led := i > 0 && s.seen[i-1].cues&cueLinks != 0 || i > 1 && s.seen[i-2].cues&cueLinks != 0 && s.seen[i-1].kind == kindWord
	switch x.kind {
	case kindPlace:
		if led {
			return otherPlace
		}
	case kindPerson:
		if x.byName && len(x.persons) == 1 && led && len(st.personAt[x.persons[0]]) <= 2 {
			return otherPerson
		}
	case kindWord:
		if x.org == nil && x.b-x.a == 1 && i > 0 && len(x.low) > 2 && (led || s.seen[i-1].kind == kindRole && !st.d.p.compounds) && (!st.d.p.compounds || st.mayBeHouse(x)) {
			return otherWord
		}
	case kindName:
		if x.org != nil && len(x.org.words) >= 2 && len(x.org.words) <= 4 && st.orgAt[x.org] != nil && len(st.orgAt[x.org]) <= 2 && !st.d.names.orgs[strings.ToLower(x.org.name)] {
			return otherName
		}
	}
	return ""
}

// mayBeHouse reports whether a noun of a language that writes all nouns with a capital may name a house: it has some length and hints at nothing else.
func (st *study) mayBeHouse(x *seen) bool {
	return utf8.RuneCountInString(x.low) > 3 && x.cues == 0
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

// cueLinks are the bits of the prepositions before names of organizations.
const cueLinks = 1<<16 | 1<<17 | 1<<18 | 1<<19 | 1<<20
