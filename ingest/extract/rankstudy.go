package extract

import (
	"slices"
	"strings"

	"talentgraph/ingest/extract/rank"
)

// spot is a mention: which sentence, which of its chunks.
type spot struct{ s, i int }

// study is an article as the decision by statistics sees it: who and what is mentioned where, and what the rules make of it.
type study struct {
	d        *document
	persons  []*person
	orgs     []*organization
	personAt map[*person][]spot // in order of the text
	orgAt    map[*organization][]spot
	factsOf  map[*person][]*fact
	ruled    map[*person][]*candidate // what the rules decided, the uncertain too
	sure     []*candidate             // those of them that count
	beyond   []*candidate             // those of the rules about persons and organizations beyond the limits
	ends     [][]*end                 // by person, organization
	bests    map[*organization]*bests
	model    *rank.Model
	others   map[*organization]other // read as an organization, beside what the frames took it for
	asked    asked
	behind   []backdrop    // of sentences
	leading  *organization // the one that is mentioned most
	titled   *organization // the one of the title
	scratch  hasher
	told     []heard        // of sentences
	meant    []int          // how many sentences mean a person, by place
	pronouns map[byte]int   // how many hint at a gender
	flanked  [][]flank      // by organization
	away     [][][7]weighed // by organization, mention and kind: where the person is in another sentence
	implying [][][8]weighed // by person, mention and kind: where an organization may be implied
	// room to use again:
	contextRoom, impliedRoom []beside
	sumRoom                  [][2]float32
	pairRoom                 []endPair
	endRoom                  []end
	store                    *store      // for features
	room                     []float32   // what is left of it
	called                   [2][]string // folded names of persons, organizations
}

// Beyond these an article is a register: its other persons and organizations are left to the rules.
const (
	mostPersons = 60
	mostOrgs    = 80
	mostSpots   = 40
)

// end is an organization as a possible end of a person's moves.
type end struct {
	dense    []float32
	from, to float32    // how much the words speak for it as the employer left, the one joined: log odds
	odds     [2]float32 // and all together
}

// newStudy collects mentions; ruled are the moves of the rules before any threshold.
func (d *document) newStudy(ruled []*candidate, m *rank.Model) *study {
	st := &study{d: d, model: m, others: map[*organization]other{}, personAt: map[*person][]spot{}, orgAt: map[*organization][]spot{}, factsOf: map[*person][]*fact{}, ruled: map[*person][]*candidate{}, asked: newAsked(), bests: map[*organization]*bests{}}
	d.settle()
	for k, s := range d.sents {
		for i := range s.seen {
			x := &s.seen[i]
			for _, q := range x.persons {
				if st.personAt[q] == nil {
					if len(st.persons) == mostPersons {
						continue
					}
					st.persons = append(st.persons, q)
				}
				if len(st.personAt[q]) == mostSpots {
					continue
				}
				st.personAt[q] = append(st.personAt[q], spot{k, i})
			}
			if x.org != nil {
				if st.orgAt[x.org] == nil {
					if len(st.orgs) == mostOrgs {
						continue
					}
					st.orgs = append(st.orgs, x.org)
				}
				if len(st.orgAt[x.org]) == mostSpots {
					continue
				}
				st.orgAt[x.org] = append(st.orgAt[x.org], spot{k, i})
			}
		}
	}
	for _, f := range slices.Concat(d.facts, d.faint) {
		if f.who != nil {
			st.factsOf[f.who] = append(st.factsOf[f.who], f)
			if st.personAt[f.who] == nil && len(st.persons) < mostPersons {
				st.personAt[f.who] = []spot{{f.sent.index, min(f.node, len(f.sent.seen)-1)}}
				st.persons = append(st.persons, f.who)
			}
		}
	}
	for _, c := range ruled {
		if st.personAt[c.who] == nil || c.from != nil && st.orgAt[c.from] == nil && len(st.orgs) >= mostOrgs || c.to != nil && st.orgAt[c.to] == nil && len(st.orgs) >= mostOrgs {
			st.beyond = append(st.beyond, c)
			continue
		}
		st.ruled[c.who] = append(st.ruled[c.who], c)
		if c.conf >= defaultThreshold {
			st.sure = append(st.sure, c)
		}
		for _, o := range []*organization{c.from, c.to} {
			if o != nil && st.orgAt[o] == nil && len(st.orgs) < mostOrgs {
				st.orgAt[o] = []spot{}
				st.orgs = append(st.orgs, o)
			}
		}
	}
	st.readOtherwise()
	st.backdrops()
	for _, p := range st.persons {
		p.place = len(st.called[0])
		st.called[0] = append(st.called[0], fold(p.name))
		st.ends = append(st.ends, make([]*end, len(st.orgs)))
	}
	for _, o := range st.orgs {
		o.place, o.known, o.length, o.looks = len(st.called[1]), d.names.orgs[strings.ToLower(o.name)], len(strings.Fields(o.name)), d.looksOf(o.name)
		o.spaced = " " + strings.ToLower(o.name) + " "
		st.called[1] = append(st.called[1], fold(o.name))
	}
	return st
}
