package extract

import (
	"slices"
	"strings"
)

// heard is what a sentence tells of whom it may mean without a name, as far as can be known without reading it.
type heard struct {
	hints  []genderHint
	first  []*person // meant by the first chunk that means anybody
	last   *person   // the last one meant before the sentence
	named  bool      // it names somebody
	meant  []byte    // by person: notMeant, hinted or byName
	recent []recency // by person: how long ago named, before the sentence
}

// genderHint is a pronoun, a post or a possessive that tells a man from a woman; gender is 0 where it stands for a person of either.
type genderHint struct {
	gender  byte
	pronoun bool
	whom    []*person // as the rules read it
}

// How a sentence means a person.
const (
	notMeant = iota
	hinted   // by a pronoun or a description, as the rules read it
	byName
)

// recency is how long ago a person was named.
type recency struct {
	others uint8 // named since
	alike  uint8 // of them, those who may be of the same gender
	gap    uint8 // sentences since
}

// longAgo is the recency of who has not been named yet.
var longAgo = recency{9, 9, 20}

// listen notes for every sentence whom it may mean.
func (st *study) listen() []heard {
	if st.told != nil {
		return st.told
	}
	n := len(st.persons)
	st.told, st.pronouns = make([]heard, len(st.d.sents)), map[byte]int{}
	meant, recent := make([]byte, n*len(st.d.sents)), make([]recency, n*len(st.d.sents))
	gender := func(place int) byte { return st.persons[place].gender }
	var order []int // persons by when they were last named
	at := make([]int, n)
	var last *person
	for k, s := range st.d.sents {
		h := &st.told[k]
		h.last = last
		h.meant, meant = meant[:n:n], meant[n:]
		h.recent, recent = recent[:n:n], recent[n:]
		for i := range h.recent {
			h.recent[i] = longAgo
		}
		for i, place := range order {
			r := recency{gap: uint8(min(k-at[place], int(longAgo.gap)))}
			for _, other := range order[i+1:] {
				r.others++
				if g := gender(other); g == 0 || g == gender(place) {
					r.alike++
				}
			}
			h.recent[place] = r
		}
		for i := range s.seen {
			x := &s.seen[i]
			if hint, ok := st.genderHint(s, x); ok {
				h.hints = append(h.hints, hint)
			}
			if len(x.persons) == 0 {
				h.named = h.named || x.kind == kindPerson && x.byName
				continue
			}
			if h.first == nil {
				h.first = x.persons
			}
			last = x.persons[len(x.persons)-1]
			for _, q := range x.persons {
				if q.place >= n || st.persons[q.place] != q {
					continue // one beyond the limit
				}
				if !x.byName {
					h.meant[q.place] = max(h.meant[q.place], hinted)
					continue
				}
				h.named, h.meant[q.place] = true, byName
				if i := slices.Index(order, q.place); i >= 0 {
					order = slices.Delete(order, i, i+1)
				}
				order, at[q.place] = append(order, q.place), k
			}
		}
	}
	st.meant = make([]int, n)
	for i := range st.told {
		for place, how := range st.told[i].meant {
			if how != notMeant {
				st.meant[place]++
			}
		}
		for _, x := range st.told[i].hints {
			if x.pronoun {
				st.pronouns[x.gender]++
			}
		}
	}
	return st.told
}

// genderHint tells whether a chunk hints at a man or a woman without a name: "elle", "la directrice", "his".
func (st *study) genderHint(s *sentence, x *seen) (genderHint, bool) {
	p, pronoun := st.d.p, x.kind == kindPerson
	switch {
	case x.kind == kindWord:
		switch {
		case p.is("gender.his", x.low):
			return genderHint{gender: 'm'}, true
		case p.is("gender.her", x.low):
			return genderHint{gender: 'f'}, true
		}
		return genderHint{}, false
	case x.kind != kindRole && (x.kind != kindPerson || x.byName):
		return genderHint{}, false
	case p.is("pron.he", x.low):
		return genderHint{'m', pronoun, x.persons}, true
	case p.is("pron.she", x.low):
		return genderHint{'f', pronoun, x.persons}, true
	}
	switch head := x.low[strings.LastIndexByte(x.low, ' ')+1:]; {
	case p.is("gender.woman", head):
		return genderHint{'f', pronoun, x.persons}, true
	case p.is("gender.man", head):
		return genderHint{'m', pronoun, x.persons}, true
	}
	for _, sort := range [...]struct {
		class  string
		gender byte
	}{{"gender.masculine", 'm'}, {"gender.feminine", 'f'}} {
		if p.is(sort.class, s.toks[x.a].low) || x.a > 0 && p.is(sort.class, s.toks[x.a-1].low) {
			return genderHint{sort.gender, pronoun, x.persons}, true
		}
	}
	return genderHint{0, pronoun, x.persons}, pronoun
}
