package extract

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"talentgraph/graph"
	"talentgraph/ingest/extract/rank"
)

// decide replaces the rules' moves of each person by those that the model finds most probable, all of a person's together: no
// organization is joined twice or left twice.
func (d *document) decide(ruled []*candidate, m *rank.Model) []*candidate {
	st := d.newStudy(ruled, m)
	var out []*candidate
	all := st.allChoices()
	for i, p := range st.persons {
		out = append(out, st.career(p, all[i])...)
	}
	return append(out, st.beyond...)
}

// allChoices are the possible moves of each person.
func (st *study) allChoices() [][]choice {
	all := make([][]choice, len(st.persons))
	for i, p := range st.persons {
		all[i] = st.choices(p)
	}
	return all
}

// least probability at which a choice is worth keeping at all.
const rankLeast = 0.01

// rankShort is how many sentences a text must have: the model has learnt on articles, and of a few sentences the frames know more.
const rankShort = 5

// rankAlone is the least probability of a move of which the rules have stated neither end.
const rankAlone = 0.35

// career picks the moves of one person.
func (st *study) career(p *person, all []choice) []*candidate {
	slices.SortStableFunc(all, func(a, b choice) int { return cmp.Compare(b.p, a.p) })
	var out []*candidate
	for i := range all {
		c := &all[i]
		if c.p < rankLeast {
			break
		}
		if slices.ContainsFunc(out, func(x *candidate) bool {
			back := x.from == c.to && x.to == c.from && c.from != nil && c.to != nil && (c.rule == nil || c.rule.conf < defaultThreshold)
			return x.to == c.to && c.to != nil || x.from == c.from && c.from != nil || back
		}) {
			continue
		}
		if c.p < rankAlone && !st.touched(p, c) {
			continue
		}
		m := st.candidateOf(p, c)
		if st.d.e.explain {
			m.explain = slices.Concat(m.explain, st.reasons(c))
		}
		out = append(out, m)
	}
	return out
}

// touched reports whether the rules have said anything of one end of the choice.
func (st *study) touched(p *person, c *choice) bool {
	return slices.ContainsFunc(st.ruled[p], func(r *candidate) bool {
		return r.to == c.to && c.to != nil || r.from == c.from && c.from != nil
	})
}

// candidateOf makes a move of a choice, with what the rules know of it.
func (st *study) candidateOf(p *person, c *choice) *candidate {
	if c.rule != nil {
		r := *c.rule
		r.conf = c.p
		return &r
	}
	for _, r := range st.ruled[p] {
		if r.to == c.to && c.to != nil || r.from == c.from && c.from != nil {
			n := *r
			if n.from != c.from {
				n.from, n.roleFrom = c.from, ""
			}
			if n.to != c.to {
				n.to, n.roleTo = c.to, ""
			}
			n.conf = c.p
			return &n
		}
	}
	n := &candidate{who: p, from: c.from, to: c.to, conf: c.p, status: graph.Completed}
	for _, f := range st.factsOf[p] {
		if (f.kind == "join" || f.kind == "leave") && (f.to.org == c.to && c.to != nil || f.from.org == c.from && c.from != nil) {
			n.fact, n.status = f, f.status
			break
		}
	}
	if n.fact == nil {
		s := st.sentenceOf(p, c)
		n.fact = &fact{kind: "join", who: p, from: orgArg{org: c.from}, to: orgArg{org: c.to}, sent: s, rule: "statistics", status: graph.Completed, focus: s.then.focus}
	}
	return n
}

// sentenceOf is the sentence that says most of a choice: the one that names the person and the ends, the first of the best.
func (st *study) sentenceOf(p *person, c *choice) *sentence {
	score := map[int]int{}
	for _, m := range st.personAt[p] {
		score[m.s] |= 4
	}
	for _, m := range st.orgAt[c.to] {
		score[m.s] |= 2
	}
	for _, m := range st.orgAt[c.from] {
		score[m.s] |= 1
	}
	best := st.d.sents[st.personAt[p][0].s]
	top := -1
	for i, s := range st.d.sents {
		k := score[i] * 2
		if !s.block.title && s.block.kind != heading {
			k++
		}
		if k > top {
			best, top = s, k
		}
	}
	return best
}

// Study is an article taken apart for training: possible moves with their features.
type Study struct {
	Rules []string // that have stated something, with their language
	st    *study
	all   [][]choice
}

// End is an organization beside a person of the article, with the hashes of what stands around its mentions.
type End struct {
	Person, Organization string
	Sparse               []uint32
	e                    *end
}

// SetWords gives the end its log odds as the employer left and the one joined.
func (e End) SetWords(from, to float32) { e.e.from, e.e.to = from, to }

// Words are the log odds as set.
func (e End) Words() (from, to float32) { return e.e.from, e.e.to }

// Choice is a possible move; Features are those of FeatureNames.
type Choice struct {
	Person, From, To string
	Features         []float32
	Rule             float64 // the confidence of the rules where they say just this
}

// FeatureNames are the names of the features of a Choice, in order.
func FeatureNames() []string { return featureNames() }

// Ends lists every person with every organization.
func (s *Study) Ends() []End {
	if s.st == nil {
		return nil
	}
	var out []End
	for _, p := range s.st.persons {
		for _, o := range s.st.orgs {
			if !o.names(p) {
				e := s.st.endOf(p, o)
				out = append(out, End{p.name, o.name, e.sparse, e})
			}
		}
	}
	return out
}

// Choices lists the possible moves with their features; the ends must have their words.
func (s *Study) Choices() []Choice {
	if s.st == nil {
		return nil
	}
	clear(s.st.bests)
	s.all = s.st.allChoices()
	return s.list()
}

func (s *Study) list() []Choice {
	var out []Choice
	for i, p := range s.st.persons {
		for k := range s.all[i] {
			c := &s.all[i][k]
			x := Choice{Person: p.name, Features: c.x}
			if c.from != nil {
				x.From = c.from.name
			}
			if c.to != nil {
				x.To = c.to.name
			}
			if c.rule != nil {
				x.Rule = c.rule.conf
			}
			out = append(out, x)
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
