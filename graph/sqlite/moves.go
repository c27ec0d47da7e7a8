package sqlite

import (
	"context"
	"slices"

	"talentgraph/graph"
)

// Moves as graph.Store says.
func (s *Store) Moves(ctx context.Context, q graph.MoveQuery) (map[graph.ID][]graph.Move, error) {
	pages := map[graph.ID][]graph.Move{}
	err := s.read(ctx, "moves", func(t session) error {
		var now int64
		var err error
		if q.At.IsZero() {
			if now, err = t.commits(); err != nil {
				return err
			}
			t.blocks = map[int64]graph.ID{}
		}
		var many []graph.ID // those of whom facts tell where their moves are, all at once
		var filters []*filter
		looks := s.patience
		err = t.lists(q, func(id graph.ID, lists []list, f, alone *filter) error {
			left, most := forever, looks+2*q.Limit
			if alone != nil && !f.any() {
				left = most
			}
			page, done, err := t.page(lists, f, q, &left)
			if err == nil && !done {
				looks = 0 // it was in vain
				broad, err := t.broad(lists)
				if err != nil {
					return err
				}
				if broad {
					many, filters = append(many, id), append(filters, alone)
					return nil
				}
				left = forever
				if page, _, err = t.page(lists, f, q, &left); err != nil {
					return err
				}
			} else if left < most {
				looks = max(0, looks-(most-left-len(page)))
			}
			if len(page) > 0 {
				pages[id] = page
			}
			return err
		})
		if err == nil && len(many) > 0 {
			var found [][]graph.Move
			found, err = t.surveyMoves(filters, q)
			for k, page := range found {
				if len(page) > 0 {
					pages[many[k]] = page
				}
			}
		}
		s.blocks.put(now, t.blocks)
		return err
	})
	if err != nil {
		return nil, err
	}
	return pages, nil
}

// patience is how many moves that do not pass are looked at, in the order of lists, before facts are asked where those are that do.
const patience = 3000

// page is the first moves of lists, in order; false where left, how many may be looked at, did not suffice.
func (s session) page(lists []list, f *filter, q graph.MoveQuery, left *int) ([]graph.Move, bool, error) {
	parts, err := s.parts(f, q)
	if err != nil {
		return nil, false, err
	}
	var page []graph.Move
	done := true
	for _, part := range parts {
		if page, done, err = s.extend(page, lists, part, q, left); err != nil || !done || len(page) >= q.Limit {
			break
		}
	}
	return page, done, err
}

// extend adds to a page the moves of lists that come next, in order, until it is full.
func (s session) extend(page []graph.Move, lists []list, f *filter, q graph.MoveQuery, left *int) ([]graph.Move, bool, error) {
	const most = 1000 // read at once
	w := s.walk(lists, f, q.Order, q.After, at(q.At))
	for n := q.Limit; len(page) < q.Limit; n = min(2*n, most) {
		if *left <= 0 {
			return page, false, nil
		}
		entries, err := w.next(n)
		if err != nil {
			return nil, false, err
		}
		if len(entries) == 0 {
			break
		}
		*left -= len(entries)
		page = slices.Grow(page, min(len(entries), q.Limit-len(page)))
		err = s.moves(entries, f, at(q.At), func(m graph.Move) bool {
			page = append(page, m)
			return len(page) < q.Limit
		})
		if err != nil {
			return nil, false, err
		}
	}
	return page, true, nil
}

// parts splits a filter into ones that together pass the same, in the order of the answer, where that spares a long
// search: the few moves between two large organizations are in the months that the counts of flows name.
func (s session) parts(f *filter, q graph.MoveQuery) ([]*filter, error) {
	from, to, ok := f.pair()
	if !ok || !q.At.IsZero() {
		return []*filter{f}, nil
	}
	source, known, err := s.numberOf(from)
	if err != nil || !known {
		return nil, err
	}
	target, known, err := s.numberOf(to)
	if err != nil || !known {
		return nil, err
	}
	t := newTally(graph.FlowQuery{By: []graph.FlowDimension{graph.ByPeriod}, Period: graph.Month})
	if err := s.pair(pairOf{source, target}, newFilter(graph.MoveFilter{}), statusSet(newFilter(graph.MoveFilter{})), t); err != nil {
		return nil, err
	}
	var months []int64
	for c, n := range t.cells {
		if n > 0 {
			months = append(months, c.period)
		}
	}
	slices.Sort(months)
	if q.Order != graph.OldestFirst {
		slices.Reverse(months)
	}
	parts := make([]*filter, len(months))
	for i, m := range months {
		parts[i] = &filter{months: map[int64]bool{m: true}, also: f}
	}
	return parts, nil
}

// CountMoves as graph.Store says.
func (s *Store) CountMoves(ctx context.Context, q graph.MoveQuery) (map[graph.ID]int, error) {
	counts := map[graph.ID]int{}
	err := s.read(ctx, "count moves", func(t session) error {
		var many []graph.ID // those whose facts are counted, all at once
		var filters []*filter
		err := t.lists(q, func(id graph.ID, lists []list, f, alone *filter) error {
			f.heads = true
			n, ok, err := t.count(lists, f, alone, at(q.At))
			if err == nil && !ok {
				many, filters = append(many, id), append(filters, alone)
			}
			if n > 0 {
				counts[id] = n
			}
			return err
		})
		if err != nil || len(many) == 0 {
			return err
		}
		sums, err := t.surveyCounts(filters, at(q.At))
		for k, n := range sums {
			if n > 0 {
				counts[many[k]] = n
			}
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return counts, nil
}

// Of two lists of one organization the second counts without the moves from it to itself, which are in both.
const (
	countSQL       = "SELECT count(*) FROM listing WHERE side = ? AND list = ? AND until IS NULL"
	countSecondSQL = countSQL + " AND flags & 1 = 0"
)

// countable reports whether lists can be counted without looking at their moves: one, or both ends of an organization.
func countable(lists []list) bool {
	if slices.ContainsFunc(lists, func(l list) bool { return l.personal }) {
		return false
	}
	return len(lists) == 1 || len(lists) == 2 && lists[0].list == lists[1].list &&
		lists[0].side == fromSide && lists[1].side == toSide
}

// count counts the moves in lists that pass a filter; alone is as lists has it. It reports false where there may be so many that
// their facts are better looked at.
func (s session) count(lists []list, f, alone *filter, at int64) (int, bool, error) {
	sum := 0
	if f.any() && len(lists) == 1 && lists[0].side == allSide && !lists[0].personal {
		w, err := s.stateAt(at)
		return int(w.moves), true, err
	}
	if f.any() && at == 0 && countable(lists) {
		for i, l := range lists {
			sql := countSQL
			if i > 0 {
				sql = countSecondSQL
			}
			r := s.long(sql, l.side, l.list)
			if r.next() {
				sum += int(r.int(0))
			}
			if err := r.close(); err != nil {
				return 0, false, err
			}
		}
		return sum, true, nil
	}
	if alone != nil && at == 0 && alone.cells() {
		t := newTally(graph.FlowQuery{Limit: 1})
		if ok, err := s.counted(alone, t, false); ok || err != nil {
			return t.cells[cell{}], true, err
		}
	}
	if alone != nil {
		if many, err := s.broad(lists); many || err != nil {
			return 0, false, err
		}
	}
	err := s.each(lists, f, at, func(graph.Move) { sum++ })
	return sum, true, err
}
