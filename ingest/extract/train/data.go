package main

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"talentgraph/ingest/extract"
	"talentgraph/ingest/extract/eval"
	"talentgraph/ingest/extract/rank"
)

// article is one to train on, taken apart.
type article struct {
	eval.Gold
	group   string // hard, plain, own-, lesson-, sibling-hard and -plain, constructions
	study   *extract.Study
	samples []extract.Sample
	choices []extract.Choice
	labels  []int8 // of choices: 1 a move, 0 none, -1 left open by the gold
}

// weights of the groups. There are many lessons and siblings to each gold article, and the lessons' wording is odder than that of most news.
var weights = map[string]float32{"hard": 2.4, "plain": 3.1, "own-hard": 2.4, "own-plain": 3.1, "lesson-hard": 0.35, "lesson-plain": 0.35, "sibling-hard": 0.7, "sibling-plain": 0.9, "constructions": 0.3}

// fold is the part of a cross-validation that an article belongs to, with all of its family.
func (a *article) fold(n int, salt string) int { return eval.Share(salt+a.Family(), n) }

// load reads and takes apart the development part of the gold, the project's own articles, lessons, siblings and, where dir is given, filled constructions.
func load(root, dir string) ([]*article, error) {
	arts, err := list(root, dir)
	if err != nil {
		return nil, err
	}
	x, err := extract.New(extract.WithModel(nil))
	if err != nil {
		return nil, err
	}
	errs := make([]error, len(arts))
	together(len(arts), func(k int) { errs[k] = arts[k].read(x, nil) })
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	d := countDoubts(arts)
	together(len(arts), func(k int) {
		if a := arts[k]; a.framed() {
			doubted := func(rule string) bool { return d.doubted(a, rule) }
			if slices.ContainsFunc(a.study.Rules, doubted) {
				errs[k] = a.read(x, doubted)
			}
		}
	})
	return arts, errors.Join(errs...)
}

func (a *article) sibling() bool { return strings.HasPrefix(a.group, "sibling-") }

// framed reports whether those who write frames may have read it: gold, own articles and two thirds of the siblings.
func (a *article) framed() bool {
	if a.sibling() {
		return !a.Unread()
	}
	return !strings.HasPrefix(a.group, "lesson-") && a.group != "constructions"
}

// read takes the article apart.
func (a *article) read(x *extract.Extractor, skip func(string) bool) (err error) {
	a.study, err = x.Study(extract.Article{ID: a.ID, URL: a.URL, Language: a.Lang, Title: a.Title, Text: a.Text, Published: a.PublishedDate()}, skip)
	if err != nil {
		return err
	}
	a.samples = a.study.Samples()
	return nil
}

// list lists the articles.
func list(root, dir string) ([]*article, error) {
	var out []*article
	add := func(g eval.Gold, group string) { out = append(out, &article{Gold: g, group: group}) }
	for _, set := range []struct{ folder, prefix string }{{"gold", ""}, {"own", "own-"}, {"lessons", "lesson-"}, {"siblings", "sibling-"}} {
		paths, err := filepath.Glob(filepath.Join(root, set.folder, "*.jsonl"))
		if err != nil {
			return nil, err
		}
		for _, p := range paths {
			gold, err := eval.LoadGold([]string{p})
			if err != nil {
				return nil, err
			}
			style := "hard"
			if strings.HasPrefix(filepath.Base(p), "plain-") {
				style = "plain"
			}
			for _, g := range gold {
				if set.prefix == "" && g.Kept() {
					continue // nothing is learnt from the fifth kept aside
				}
				add(g, set.prefix+style)
			}
		}
	}
	if dir == "" {
		return out, nil
	}
	bank, err := fillBank(dir, 1)
	if err != nil {
		return nil, err
	}
	for _, g := range bank {
		add(g, "constructions")
	}
	return out, nil
}

// answers are those that the gold gives to the two questions of a sample's head.
func answers(g eval.Gold, x extract.Sample) (is [2]bool) {
	for _, m := range g.Moves {
		switch x.Head {
		case rank.HeadEnd:
			if eval.IsPerson(m, x.Person) {
				is[0] = is[0] || eval.IsFrom(m, x.To)
				is[1] = is[1] || eval.IsTo(m, x.To)
			}
		case rank.HeadPerson:
			if eval.IsPerson(m, x.Person) && !m.Optional {
				is[0] = is[0] || m.To == ""
				is[1] = is[1] || m.From == ""
			}
		case rank.HeadName:
			is[0] = is[0] || eval.IsFrom(m, x.To)
			is[1] = is[1] || eval.IsTo(m, x.To)
		case rank.HeadMove:
			if eval.IsPerson(m, x.Person) {
				from, to := ends(m, x)
				is[0] = is[0] || from && to
				is[1] = is[1] || from != to
			}
		case rank.HeadPair:
			is[0] = is[0] || eval.IsFrom(m, x.From) && eval.IsTo(m, x.To)
			is[1] = is[1] || eval.IsFrom(m, x.To) && eval.IsTo(m, x.From)
		}
	}
	return is
}

// ends reports which ends of a gold move a sample of a whole one has right.
func ends(m eval.GoldMove, x extract.Sample) (from, to bool) {
	who := eval.Predicted{Person: x.Person, From: x.From, To: x.To}
	if eval.Fits(m, who) {
		return true, true
	}
	return x.From != "" && eval.IsFrom(m, x.From), x.To != "" && eval.IsTo(m, x.To)
}

// label lists the choices of an article and says which of them are moves.
func (a *article) label() {
	a.choices, a.labels = a.study.Choices(), nil
	for _, c := range a.choices {
		p := eval.Predicted{Person: c.Person, From: c.From, To: c.To}
		l := int8(0)
		for _, m := range a.Moves {
			switch {
			case !eval.Fits(m, p):
			case !m.Optional:
				l = 1
			case l == 0:
				l = -1
			}
		}
		a.labels = append(a.labels, l)
	}
}
