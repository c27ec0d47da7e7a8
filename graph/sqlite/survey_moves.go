package sqlite

import (
	"cmp"
	"slices"

	"talentgraph/graph"
)

// surveyCounts counts what passes each of some filters by one look at all facts.
func (s session) surveyCounts(filters []*filter, at int64) ([]int, error) {
	v, err := s.survey(at)
	if err != nil {
		return nil, err
	}
	sieves, columns, err := v.sieves(filters)
	if err != nil {
		return nil, err
	}
	counts := make([]int, len(filters))
	var room []int
	return counts, v.each(columns, func(c *chunk, live []int) error {
		for k, x := range sieves {
			room = append(room[:0], live...)
			kept, err := x.keep(c, room)
			if err != nil {
				return err
			}
			counts[k] += len(kept)
		}
		return nil
	})
}

// spotted is a move that facts tell of, with its place in the order as far as they tell it.
type spotted struct {
	day   int64 // as listing.day
	start uint64
	r     int64
}

func (a spotted) compare(b spotted) int {
	return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.start, b.start))
}

// sighting gathers the first moves of one page.
type sighting struct {
	found []spotted
	sieve *sieve
	limit int
}

// surveyPages is where the first moves of each of some filters stand, and maybe more; q is of all of them.
func (s session) surveyPages(filters []*filter, q graph.MoveQuery) ([][]entry, error) {
	v, err := s.survey(at(q.At))
	if err != nil {
		return nil, err
	}
	sieves, columns, err := v.sieves(filters)
	if err != nil {
		return nil, err
	}
	compare := spotted.compare
	if q.Order == graph.OldestFirst {
		compare = func(a, b spotted) int { return b.compare(a) }
	}
	var after *spotted
	if q.After != nil {
		after = &spotted{-number(q.After.Date), rankStart(rank(q.After.ID)), 0}
	}
	sightings := make([]sighting, len(filters))
	for k := range sightings {
		sightings[k] = sighting{sieve: sieves[k], limit: q.Limit}
	}
	var room []int
	err = v.each(columns|columnsOf(factDate, factID, factItem), func(c *chunk, live []int) error {
		for k := range sightings {
			x := &sightings[k]
			room = append(room[:0], live...)
			kept, err := x.sieve.keep(c, room)
			if err != nil {
				return err
			}
			for _, i := range kept {
				y := spotted{-int64(c.columns[factDate][i]), c.columns[factID][i], int64(c.columns[factItem][i])}
				if after != nil {
					before := compare(y, *after)
					if before < 0 {
						continue
					}
					if before == 0 { // it may be the one itself, or one before it
						x.limit++
					}
				}
				x.found = append(x.found, y)
			}
			if len(x.found) > 2000+4*x.limit {
				x.trim(compare)
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	pages := make([][]entry, len(filters))
	for k := range sightings {
		sightings[k].trim(compare)
		for _, y := range sightings[k].found {
			pages[k] = append(pages[k], entry{day: y.day, r: y.r})
		}
	}
	return pages, nil
}

// trim leaves the first ones, as many as are wanted, with all those that may stand where the last of these does.
func (x *sighting) trim(compare func(a, b spotted) int) {
	slices.SortFunc(x.found, compare)
	n := x.limit
	for n > 0 && n < len(x.found) && compare(x.found[n], x.found[n-1]) == 0 {
		n++
	}
	x.found = x.found[:min(n, len(x.found))]
}

// surveyMoves is a page for each of some filters.
func (s session) surveyMoves(filters []*filter, q graph.MoveQuery) ([][]graph.Move, error) {
	found, err := s.surveyPages(filters, q)
	if err != nil {
		return nil, err
	}
	compare := func(a, b entry) int { return a.compare(b) }
	if q.Order == graph.OldestFirst {
		compare = func(a, b entry) int { return b.compare(a) }
	}
	place := func(m graph.Move) entry { return entry{day: -number(m.Date), id: rank(m.ID)} }
	pages := make([][]graph.Move, len(filters))
	for k, entries := range found {
		var page []graph.Move
		if err := s.moves(entries, filters[k], at(q.At), func(m graph.Move) bool {
			if q.After == nil || compare(place(m), entry{day: -number(q.After.Date), id: rank(q.After.ID)}) > 0 {
				page = append(page, m)
			}
			return true
		}); err != nil {
			return nil, err
		}
		slices.SortFunc(page, func(a, b graph.Move) int { return compare(place(a), place(b)) })
		pages[k] = page[:min(len(page), q.Limit)]
	}
	return pages, nil
}
