package sqlite

import (
	"container/heap"
	"slices"

	"talentgraph/graph"
)

// The heaviest pairs of ends, in order; those with fewer moves than heavy are not among them.
const (
	heavyFromSQL = "SELECT source, target, moves FROM pair WHERE source = ? ORDER BY moves DESC"
	heavyToSQL   = "SELECT source, target, moves FROM pair WHERE target = ? ORDER BY moves DESC"
	heavySQL     = "SELECT source, target, moves FROM pair ORDER BY moves DESC"
	pairFlowsSQL = `SELECT month, status, moves FROM flow WHERE source = ?1 AND target BETWEEN ?2 AND ?2
		UNION ALL SELECT month, status, moves FROM recent_flow WHERE source = ?1 AND target BETWEEN ?2 AND ?2` // or an index of targets would be taken
)

// maxRanked bounds for how many organizations the heaviest pairs are merged; more are counted in full.
const maxRanked = 16

// ranked fills the tally with its highest cells, from the pairs with the most moves on: no cell of a pair has more moves
// than the pair. It reports false, with the tally as it was, where that does not lead to the end.
func (s session) ranked(f *filter, e ends, t *tally) (bool, error) {
	streams, ok := heaviest(e, t.q)
	if !ok {
		return false, nil
	}
	open := make([]*rows, 0, len(streams))
	defer func() {
		for _, r := range open {
			r.close()
		}
	}()
	var heads []*rows
	for _, x := range streams {
		r := s.long(x.sql, x.args...)
		open = append(open, r)
		if r.next() {
			heads = append(heads, r)
		} else if err := r.close(); err != nil {
			return false, err
		}
	}
	statuses := statusSet(f)
	plain := f.since == 0 && f.until == 0 && f.months == nil && len(f.Statuses) == 0 && t.q.Period == ""
	best := &lowest{limit: max(t.q.Limit, 1)}
	met := map[pairOf]bool{}
	mine := newTally(t.q)
	for len(heads) > 0 {
		r := slices.MaxFunc(heads, func(a, b *rows) int { return int(a.int(2) - b.int(2)) })
		p, moves := pairOf{r.int(0), r.int(1)}, int(r.int(2))
		if best.full() && moves < best.moves[0] {
			t.cells = mine.cells
			return true, nil
		}
		if !r.next() {
			if err := r.close(); err != nil {
				return false, err
			}
			heads = slices.DeleteFunc(heads, func(x *rows) bool { return x == r })
		}
		if met[p] || !e.pass(p.source, p.target) {
			continue
		}
		met[p] = true
		one := newTally(t.q)
		if plain {
			one.add(p.source, p.target, 0, moves)
		} else if err := s.pair(p, f, statuses, one); err != nil {
			return false, err
		}
		for c, n := range one.cells {
			mine.cells[c] = n
			if t.q.After == nil || n < t.q.After.Moves { // those with as many may stand before it
				best.add(n)
			}
		}
	}
	return false, nil
}

// pair adds up the counts of one pair of ends.
func (s session) pair(p pairOf, f *filter, statuses map[int64]bool, t *tally) error {
	r := s.short(pairFlowsSQL, p.source, p.target)
	defer r.close()
	for r.next() {
		if month := r.int(0); statuses[r.int(1)] && f.inTime(month*100) {
			t.add(p.source, p.target, month, int(r.int(2)))
		}
	}
	return r.close()
}

type heavyStream struct {
	sql  string
	args []any
}

// heaviest is where the heaviest pairs that pass come from. Each cell of the grouping has to lie in one pair: grouped by
// both ends, or by one with the other one given.
func heaviest(e ends, q graph.FlowQuery) ([]heavyStream, bool) {
	if !(q.Groups(graph.ByFrom) || len(e.from) == 1) || !(q.Groups(graph.ByTo) || len(e.to) == 1) ||
		len(e.from)+len(e.to)+len(e.either) > maxRanked || e.fromUnknown || e.toUnknown {
		return nil, false
	}
	var streams []heavyStream
	add := func(sql string, organizations map[int64]bool) {
		for n := range organizations {
			streams = append(streams, heavyStream{sql, []any{n}})
		}
	}
	switch {
	case len(e.from) > 0:
		add(heavyFromSQL, e.from)
	case len(e.to) > 0:
		add(heavyToSQL, e.to)
	case len(e.either) > 0:
		add(heavyFromSQL, e.either)
		add(heavyToSQL, e.either)
	default:
		streams = append(streams, heavyStream{sql: heavySQL})
	}
	return streams, true
}

// lowest keeps the highest numbers, the lowest of them first.
type lowest struct {
	moves []int
	limit int
}

func (l *lowest) full() bool { return len(l.moves) >= l.limit }

func (l *lowest) add(n int) {
	switch {
	case !l.full():
		heap.Push(l, n)
	case n > l.moves[0]:
		l.moves[0] = n
		heap.Fix(l, 0)
	}
}

func (l *lowest) Len() int           { return len(l.moves) }
func (l *lowest) Less(i, j int) bool { return l.moves[i] < l.moves[j] }
func (l *lowest) Swap(i, j int)      { l.moves[i], l.moves[j] = l.moves[j], l.moves[i] }
func (l *lowest) Push(x any)         { l.moves = append(l.moves, x.(int)) }
func (l *lowest) Pop() any {
	last := len(l.moves) - 1
	x := l.moves[last]
	l.moves = l.moves[:last]
	return x
}
