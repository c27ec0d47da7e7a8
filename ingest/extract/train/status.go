package main

import (
	"talentgraph/ingest/extract"
	"talentgraph/ingest/extract/eval"
	"talentgraph/ingest/extract/rank"
)

// fitStatus trains the words that tell denied, rumored, announced and completed moves apart, on moves alone. Every article counts the same: a denial is
// worded alike wherever it stands, and rare.
func fitStatus(arts []*article, m *rank.Model) {
	told := make([][]statusOf, len(arts))
	together(len(arts), func(k int) {
		if arts[k].group != "constructions" {
			told[k] = arts[k].told()
		}
	})
	questions := map[rank.Head][2]string{rank.HeadDoubt: {"denied", "rumored"}, rank.HeadTime: {"announced", "completed"}}
	heads := []rank.Head{rank.HeadDoubt, rank.HeadTime}
	together(len(heads), func(k int) {
		var ex []example
		for _, l := range told {
			for i := range l {
				q := questions[heads[k]]
				ex = append(ex, example{&l[i].Mentions, [2]bool{l[i].status == q[0], l[i].status == q[1]}, 1})
			}
		}
		m.Words[heads[k]] = trainWords(ex, 7)
	})
}

// statusOf is a move with what tells its status.
type statusOf struct {
	extract.Sample
	status string
}

// told is what tells the status of the article's moves that were found.
func (a *article) told() (out []statusOf) {
	for _, m := range a.Moves {
		end := func(want string, is func(eval.GoldMove, string) bool) func(string) bool {
			return func(name string) bool { return (name == "") == (want == "") && (name == "" || is(m, name)) }
		}
		x, found := a.study.Told(func(name string) bool { return eval.IsPerson(m, name) }, end(m.From, eval.IsFrom), end(m.To, eval.IsTo))
		if found {
			out = append(out, statusOf{x, m.Status})
		}
	}
	return out
}
