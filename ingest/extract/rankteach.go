package extract

import (
	"context"
	"slices"
	"strings"

	"talentgraph/ingest/extract/rank"
)

// Study is an article taken apart for training: possible moves with their features.
type Study struct {
	Rules []string // that have stated something, with their language
	st    *study
	all   [][]choice
}

// Manner counts what tells whether the article is told plainly; ok is false where it is too short to tell.
func (s *Study) Manner() (counts [rank.MannerCounts]float32, ok bool) {
	if s.st == nil {
		return counts, false
	}
	return s.st.d.manner(), true
}

// Sample is what stands around mentions, for one head of the words to learn from.
type Sample struct {
	rank.Head
	Person   string // HeadEnd and HeadPerson
	From, To string // the organizations of HeadPair; To alone that of HeadEnd and HeadName
	Mentions rank.Mentions
	set      func(z [2]float32)
}

// Answer gives the study the log odds that words have for the sample.
func (s Sample) Answer(z [2]float32) { s.set(z) }

// Choice is a possible move; Features are those of FeatureNames.
type Choice struct {
	Person, From, To string
	Features         []float32
	Rule             float64 // the confidence of the rules where they say just this
	c                *choice
}

// Answer gives the study the log odds at the first look.
func (x Choice) Answer(odds float32) { x.c.z = odds }

// FeatureNames are the names of the features of a Choice, in order.
func FeatureNames() []string { return featureNames() }

// AgainNames are the names of those that a second look adds.
func AgainNames() []string { return againNames }

// Samples lists what the words are asked in the article.
func (s *Study) Samples() []Sample {
	if s.st == nil {
		return nil
	}
	st := s.st
	var out []Sample
	add := func(x Sample, words func(h *hasher), set func(z [2]float32)) {
		h := hasher{lang: st.d.p.lang}
		words(&h)
		x.Mentions, x.set = h.Mentions, set
		out = append(out, x)
	}
	for _, p := range st.persons {
		add(Sample{Head: rank.HeadPerson, Person: p.name}, func(h *hasher) { st.personWords(p, h) }, func(z [2]float32) { st.asked.persons[p] = z })
		for _, o := range st.orgs {
			if !st.isName(o, p) {
				e := st.endOf(p, o)
				add(Sample{Head: rank.HeadEnd, Person: p.name, To: o.name}, func(h *hasher) { st.endWords(p, o, st.contexts(p, o), st.implied(p, o), h) }, func(z [2]float32) { e.from, e.to = z[0], z[1] })
			}
		}
	}
	for _, f := range st.orgs {
		add(Sample{Head: rank.HeadName, To: f.name}, func(h *hasher) { st.nameWords(f, h) }, func(z [2]float32) { st.asked.names[f] = z })
		for _, t := range st.orgs {
			if f != t && st.beside(f, t) {
				add(Sample{Head: rank.HeadPair, From: f.name, To: t.name}, func(h *hasher) { st.pairWords(f, t, h) }, func(z [2]float32) { st.asked.pairs[[2]*organization{f, t}] = z })
			}
		}
	}
	return out
}

// Told is what tells the status of a person's move for which the three hold, the first there is; the empty name is that of no organization. Head is
// left open.
func (s *Study) Told(who, from, to func(name string) bool) (Sample, bool) {
	if s.st == nil {
		return Sample{}, false
	}
	st := s.st
	orgs := append([]*organization{nil}, st.orgs...)
	named := func(is func(string) bool) []*organization {
		return slices.DeleteFunc(slices.Clone(orgs), func(o *organization) bool { return !is(nameOf(o)) })
	}
	fs, ts := named(from), named(to)
	for _, p := range st.persons {
		if !who(p.name) {
			continue
		}
		for _, f := range fs {
			for _, t := range ts {
				if f != t {
					h := hasher{lang: st.d.p.lang}
					st.statusWords(p, f, t, &h)
					return Sample{Person: p.name, Mentions: h.Mentions}, true
				}
			}
		}
	}
	return Sample{}, false
}

// End is an organization beside a person with the features by which both are weighed; the words must have their answers.
type End struct {
	Person, Organization string
	Features             []float32
	e                    *end
}

// Answer gives the study the log odds as the employer left, the one joined.
func (x End) Answer(odds [2]float32) { x.e.odds = odds }

// Ends lists every person with every organization.
func (s *Study) Ends() []End {
	if s.st == nil {
		return nil
	}
	clear(s.st.bests)
	clear(s.st.asked.abouts)
	var out []End
	for _, p := range s.st.persons {
		for _, o := range s.st.orgs {
			if !s.st.isName(o, p) {
				v := vector{}
				s.st.weighing(p, o, &v)
				out = append(out, End{p.name, o.name, v.x, s.st.endOf(p, o)})
			}
		}
	}
	return out
}

// Choices lists the possible moves with their features; the ends must have their answers.
func (s *Study) Choices() []Choice {
	if s.st == nil {
		return nil
	}
	clear(s.st.bests)
	clear(s.st.asked.shares)
	s.all = s.st.allChoices()
	return s.list()
}

// nameOf is the name of an organization; empty for none.
func nameOf(o *organization) string {
	if o == nil {
		return ""
	}
	return o.name
}

func (s *Study) list() []Choice {
	var out []Choice
	for i, p := range s.st.persons {
		for k := range s.all[i] {
			c := &s.all[i][k]
			x := Choice{Person: p.name, From: nameOf(c.from), To: nameOf(c.to), Features: c.x, c: c}
			if c.rule != nil {
				x.Rule = c.rule.conf
			}
			out = append(out, x)
		}
	}
	return out
}

// Wholes lists what the words are asked of choices that have their answers at the first look and are looked at again, before Again.
func (s *Study) Wholes() []Sample {
	if s.st == nil {
		return nil
	}
	var out []Sample
	for i, p := range s.st.persons {
		for k := range s.all[i] {
			c := &s.all[i][k]
			if c.z < rankAgain {
				continue
			}
			h := hasher{lang: s.st.d.p.lang}
			s.st.moveWords(p, c.from, c.to, &h)
			out = append(out, Sample{Head: rank.HeadMove, Person: p.name, From: nameOf(c.from), To: nameOf(c.to), Mentions: h.Mentions, set: func(z [2]float32) { c.words = z }})
		}
	}
	return out
}

// Again lists the choices with the features of a second look, in the order of Choices, which must have their answers; those not looked at
// again have none.
func (s *Study) Again() []Choice {
	if s.st == nil {
		return nil
	}
	g := s.st.gather(s.all)
	out := s.list()
	n := 0
	for i := range s.all {
		for k := range s.all[i] {
			out[n].Features = nil
			if s.all[i][k].z >= rankAgain {
				out[n].Features = g.features(i, k)
			}
			n++
		}
	}
	return out
}

// Study reads an article for training, in its declared language. An article that is not read at all has no choices. What the rules
// state for which skip is true is left out, as if no frame had fitted.
func (e *Extractor) Study(a Article, skip func(rule string) bool) (*Study, error) {
	load := e.packs[strings.ToLower(a.Language)]
	if load == nil {
		return &Study{}, nil
	}
	p, err := load()
	if err != nil {
		return nil, err
	}
	d := newDocument(e, p, a)
	d.read(context.Background())
	if d.reg == nil || len(d.reg.persons) == 0 {
		return &Study{}, nil
	}
	out := &Study{}
	d.facts = slices.DeleteFunc(d.facts, func(f *fact) bool {
		rule := p.lang + " " + f.rule
		if skip != nil && skip(rule) {
			return true
		}
		if !slices.Contains(out.Rules, rule) {
			out.Rules = append(out.Rules, rule)
		}
		return false
	})
	out.st = d.newStudy(d.ruled(), nil)
	return out, nil
}
