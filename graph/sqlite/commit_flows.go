package sqlite

import (
	"cmp"
	"slices"

	"talentgraph/graph"
)

// heavy is how many moves a pair of ends has at least to be in pair. Most pairs have fewer, and would cost a page each.
const heavy = 3

const (
	addPairSQL = `INSERT INTO pair (source, target, moves) VALUES (?, ?, ?)
		ON CONFLICT DO UPDATE SET moves = excluded.moves WHERE moves <> excluded.moves`
	dropPairSQL = "DELETE FROM pair WHERE source = ? AND target = ?"
)

// settleFlows moves recent_flow to flow, and cells that have become empty out of both.
var settleFlows = [...]string{
	`INSERT INTO flow (source, target, month, status, moves) SELECT source, target, month, status, moves FROM recent_flow
		WHERE moves <> 0 ORDER BY source, target, month, status ON CONFLICT DO UPDATE SET moves = moves + excluded.moves`,
	`DELETE FROM flow WHERE moves = 0 AND (source, target, month, status) IN
		(SELECT source, target, month, status FROM recent_flow WHERE moves < 0)`,
	"DELETE FROM recent_flow",
}

type pairOf struct{ source, target int64 }

// flows adds up the commit's differences.
func (w *commit) flows() error {
	type addition struct {
		pairOf
		month  int64
		status int
		moves  int
	}
	pairs := map[pairOf]int{}
	var additions []addition
	for _, f := range w.c.Flows {
		if f.Moves == 0 {
			continue
		}
		source, err := w.organization(f.From)
		if err != nil {
			return err
		}
		target, err := w.organization(f.To)
		if err != nil {
			return err
		}
		month, err := monthNumber(f.Month)
		if err != nil {
			return err
		}
		status := slices.Index(statusWords, string(f.Status))
		p := pairOf{source, target}
		additions = append(additions, addition{p, month, status, f.Moves})
		pairs[p] += f.Moves
	}
	slices.SortFunc(additions, func(a, b addition) int { // neighbours are on one page
		return cmp.Or(cmp.Compare(a.source, b.source), cmp.Compare(a.target, b.target))
	})
	for _, x := range additions {
		if err := w.add(insertFlow, x.source, x.target, x.month, x.status, x.moves); err != nil {
			return err
		}
	}
	if err := w.flush(insertFlow); err != nil {
		return err
	}
	for p, n := range pairs {
		if n == 0 {
			continue
		}
		if err := w.weigh(p, n); err != nil {
			return err
		}
	}
	return nil
}

// weigh brings pair up to date with what flow says now that n moves more are counted.
func (w *commit) weigh(p pairOf, n int) error {
	r := w.short(pairFlowsSQL, p.source, p.target)
	defer r.close()
	sum := 0
	for r.next() {
		sum += int(r.int(2))
	}
	if err := r.close(); err != nil {
		return err
	}
	switch {
	case sum >= heavy:
		return w.exec(addPairSQL, p.source, p.target, sum)
	case sum-n >= heavy:
		return w.exec(dropPairSQL, p.source, p.target)
	}
	return nil
}

// monthNumber is yyyymm of a month as graph.FlowCount has it; 00 for the month, or 0, where it is unknown.
func monthNumber(month string) (int64, error) {
	d, err := graph.ParseDate(month)
	return number(d) / 100, err
}

func monthText(n int64) string { return dateOf(n * 100).String() }
