package main

import "talentgraph/ingest/extract/eval"

// Rules fit the articles on which they were written better than others: there they speak more often, and are right more often, than in an article that
// nobody has seen. What is learnt from such articles would trust them too much, and their silence too. So a rule that speaks in a single article is not
// believed there, and among the siblings that are read by those who write frames a rule is believed only as often as it speaks among the others.
type doubts struct {
	speaks map[string]*[2]float64 // by rule: in how many siblings that are read, that are not
	arts   map[string]*[2]float64 // by language: how many of these siblings there are
	whole  map[string]int         // by rule: in how many articles of any kind but constructions
}

const (
	support = 1    // in how many other articles a rule must speak to be believed at all
	benefit = 0.25 // of the doubt, for rules that are rare: as if they had spoken in so many more of the siblings that nobody read
)

// countDoubts counts which rules speak where.
func countDoubts(arts []*article) *doubts {
	d := &doubts{map[string]*[2]float64{}, map[string]*[2]float64{}, map[string]int{}}
	add := func(m map[string]*[2]float64, key string, part int) {
		if m[key] == nil {
			m[key] = &[2]float64{}
		}
		m[key][part]++
	}
	for _, a := range arts {
		if a.group == "constructions" {
			continue
		}
		part := 1
		if a.framed() {
			part = 0
		}
		if a.sibling() {
			add(d.arts, a.Lang, part)
		}
		for _, r := range a.study.Rules {
			d.whole[r]++
			if a.sibling() {
				add(d.speaks, r, part)
			}
		}
	}
	return d
}

// doubted reports whether a rule is not believed in an article for which frames were written: the same in every run.
func (d *doubts) doubted(a *article, rule string) bool {
	if d.whole[rule] <= support || !a.sibling() {
		return d.whole[rule] <= support
	}
	n, arts := d.speaks[rule], d.arts[a.Lang]
	if arts[1] == 0 {
		return false
	}
	believed := (n[1] + benefit) / arts[1] / (n[0] / arts[0])
	const parts = 1 << 16
	return believed < 1 && float64(eval.Share(a.ID+" "+rule, parts)) >= believed*parts
}
