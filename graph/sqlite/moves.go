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
			broad, err := false, error(nil)
			if alone != nil {
				broad, err = t.broad(lists)
			}
			if err != nil {
				return err
			}
			left := forever
			if broad {
				left = looks
			}
			page, done, err := t.page(lists, f, q, &left)
			switch {
			case err == nil && !done:
				many, filters = append(many, id), append(filters, alone)
			case len(page) > 0:
				pages[id] = page
			}
			if broad {
				looks = max(left, 0)
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

// patience is how many moves are looked at in the order of a long list, for those that pass a filter, before facts are asked where they are.
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

// lists finds the lists that hold the moves of each of q.Of or q.Each, or all moves that can pass the filter under the
// empty ID. With these it yields a filter for what is in the lists and one, alone, that tells without them which moves pass; nil for none.
func (s session) lists(q graph.MoveQuery, yield func(id graph.ID, lists []list, f, alone *filter) error) error {
	f := newFilter(q.Where)
	narrow := func(x graph.MoveFilter) *filter {
		both := newFilter(x)
		if !f.any() {
			both.also = f
		}
		return both
	}
	for i, each := range q.Each {
		if err := s.ctx.Err(); err != nil {
			return err
		}
		both := narrow(each)
		lists, err := s.listsOf(both)
		if err != nil {
			return err
		}
		if err := yield(graph.PageKey(i), lists, both, both); err != nil {
			return err
		}
	}
	if len(q.Of) == 0 && len(q.Each) == 0 {
		lists, err := s.listsOf(f)
		if err != nil {
			return err
		}
		return yield("", lists, f, f)
	}
	for _, id := range slices.Compact(slices.Sorted(slices.Values(q.Of))) {
		if err := s.ctx.Err(); err != nil {
			return err
		}
		lists, err := s.listsFor(id, q.End)
		if err != nil {
			return err
		}
		var alone *filter
		if id.Kind() == "Organization" {
			of := []graph.ID{id}
			alone = narrow(map[graph.MoveEnd]graph.MoveFilter{graph.EitherEnd: {Organizations: of}, graph.FromEnd: {From: of}, graph.ToEnd: {To: of}}[q.End])
		}
		if err := yield(id, lists, f, alone); err != nil {
			return err
		}
	}
	return nil
}

// listsFor are the lists of a person, organization or article.
func (s session) listsFor(id graph.ID, end graph.MoveEnd) ([]list, error) {
	var lists []list
	kind := id.Kind()
	if kind == "Organization" || kind == "" {
		n, ok, err := s.numberOf(id)
		if err != nil {
			return nil, err
		}
		if ok && end != graph.ToEnd {
			lists = append(lists, list{side: fromSide, list: n})
		}
		if ok && end != graph.FromEnd {
			lists = append(lists, list{side: toSide, list: n})
		}
	}
	if kind == "Person" || kind == "" {
		lists = append(lists, list{person: id, personal: true})
	}
	if kind == "Article" || kind == "" {
		rows, err := s.articleRows(id)
		if err != nil {
			return nil, err
		}
		for _, a := range rows {
			lists = append(lists, list{side: articleSide, list: a.n})
		}
	}
	return lists, nil
}

// listsOf are the shortest lists that hold all moves that can pass a filter.
func (s session) listsOf(f *filter) ([]list, error) {
	var choices [][]list
	for ; f != nil; f = f.also {
		if len(f.people) > 0 {
			var people []list
			for id := range f.people {
				people = append(people, list{person: id, personal: true})
			}
			choices = append(choices, people)
		}
		if f.fromUnknown {
			choices = append(choices, []list{{side: fromSide}})
		}
		if f.toUnknown {
			choices = append(choices, []list{{side: toSide}})
		}
		for _, end := range []struct {
			ids   map[graph.ID]bool
			sides []int64
		}{{f.from, []int64{fromSide}}, {f.to, []int64{toSide}}, {f.organizations, []int64{fromSide, toSide}}} {
			if len(end.ids) == 0 {
				continue
			}
			lists := []list{}
			for id := range end.ids {
				n, ok, err := s.numberOf(id)
				if err != nil {
					return nil, err
				}
				if ok {
					for _, side := range end.sides {
						lists = append(lists, list{side: side, list: n})
					}
				}
			}
			choices = append(choices, lists)
		}
	}
	switch len(choices) {
	case 0:
		return []list{{side: allSide}}, nil
	case 1:
		return choices[0], nil
	}
	return s.shortest(choices)
}

const lengthSQL = "SELECT count(*) FROM (SELECT 1 FROM listing WHERE side = ? AND list = ? LIMIT ?)"

// shortest is the choice with the fewest entries, as far as a short look tells.
func (s session) shortest(choices [][]list) ([]list, error) {
	const look = 500
	best, least := 0, look+1
	for i, lists := range choices {
		length := 0
		for _, l := range lists {
			if length >= look {
				break
			}
			if l.personal { // nobody has many
				length++
				continue
			}
			r := s.short(lengthSQL, l.side, l.list, look)
			if r.next() {
				length += int(r.int(0))
			}
			if err := r.close(); err != nil {
				return nil, err
			}
		}
		if length < least {
			best, least = i, length
		}
	}
	return choices[best], nil
}
