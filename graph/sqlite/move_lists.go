package sqlite

import (
	"slices"

	"talentgraph/graph"
)

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
