package sqlite

import (
	"slices"

	"talentgraph/graph"
)

// heavy is how many moves a pair of ends has at least to be in pair. Most pairs have fewer, and would cost a page each.
const heavy = 3

const (
	addFlowSQL = `INSERT INTO flow (source, target, month, status, moves) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT DO UPDATE SET moves = moves + excluded.moves`
	dropFlowSQL = "DELETE FROM flow WHERE source = ? AND target = ? AND month = ? AND status = ? AND moves = 0"
	sumFlowSQL  = "SELECT sum(moves) FROM flow WHERE source = ?1 AND target BETWEEN ?2 AND ?2"
	addPairSQL  = `INSERT INTO pair (source, target, moves) VALUES (?, ?, ?)
		ON CONFLICT DO UPDATE SET moves = excluded.moves WHERE moves <> excluded.moves`
	dropPairSQL = "DELETE FROM pair WHERE source = ? AND target = ?"
)

type pairOf struct{ source, target int64 }

// flows adds up the commit's differences.
func (w *commit) flows() error {
	pairs := map[pairOf]int{}
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
		if err := w.exec(addFlowSQL, source, target, month, status, f.Moves); err != nil {
			return err
		}
		if f.Moves < 0 {
			if err := w.exec(dropFlowSQL, source, target, month, status); err != nil {
				return err
			}
		}
		pairs[pairOf{source, target}] += f.Moves
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
	r := w.short(sumFlowSQL, p.source, p.target)
	defer r.close()
	sum := 0
	if r.next() {
		sum = int(r.int(0))
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
