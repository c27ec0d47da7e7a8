package sqlite

import (
	"math"

	"talentgraph/graph"
)

// made is what stands for moves that pass a filter: people, articles or organizations.
type made struct {
	*crowd         // of keys, of organizations of numbers
	items  []int64 // of moves that together have all of them; nil where they are many
	first  uint64  // of articles, the number of the earliest date, 0 where some have none
	last   uint64  // and of the latest one
}

// fewMade is how many moves are read for what stands for them.
const fewMade = 2000

// crowdOf gathers what stands for moves that pass a filter, as facts have it.
func (s session) crowdOf(f *filter, at int64, columns columnSet, keys func(c *chunk, i int, add func(uint64))) (made, error) {
	v, err := s.survey(at)
	if err != nil {
		return made{}, err
	}
	all := made{crowd: &crowd{share: &v.seen}, items: []int64{}}
	leave, err := s.store.enter(s.ctx)
	if err != nil {
		return all, err
	}
	defer leave()
	x, err := v.sieve(f)
	if err != nil {
		return all, err
	}
	fresh := false
	add := func(key uint64) { fresh = all.add(key) || fresh }
	return all, v.each(x.columns|columns|columnsOf(factItem), func(c *chunk, live []int) error {
		kept, err := x.keep(c, live)
		if err != nil {
			return err
		}
		for _, i := range kept {
			fresh = false
			if keys(c, i, add); fresh && all.items != nil {
				if all.items = append(all.items, int64(c.columns[factItem][i])); len(all.items) > fewMade {
					all.items = nil
				}
			}
		}
		return nil
	})
}

func (s session) crowdOfPeople(f *filter, at int64) (made, error) {
	return s.crowdOf(f, at, columnsOf(factPerson), func(c *chunk, i int, add func(uint64)) { add(c.columns[factPerson][i]) })
}

func (s session) crowdOfArticles(f *filter, at int64) (made, error) {
	first, last := uint64(math.MaxUint64), uint64(0)
	all, err := s.crowdOf(f, at, columnsOf(factArticle, factPublished), func(c *chunk, i int, add func(uint64)) {
		for k := c.starts[i]; k < c.starts[i+1]; k++ {
			add(c.columns[factArticle][k])
			first, last = min(first, c.columns[factPublished][k]), max(last, c.columns[factPublished][k])
		}
	})
	all.first, all.last = first, last
	return all, err
}

// organizationsOf is the IDs of those that stand at an end of moves that pass a filter.
func (s session) organizationsOf(f *filter, end graph.MoveEnd, at int64) (map[graph.ID]bool, error) {
	all, err := s.crowdOf(f, at, columnsOf(factFrom, factTo), func(c *chunk, i int, add func(uint64)) {
		if end != graph.ToEnd {
			add(c.columns[factFrom][i])
		}
		if end != graph.FromEnd {
			add(c.columns[factTo][i])
		}
	})
	if err != nil {
		return nil, err
	}
	ids := make(map[graph.ID]bool, all.size())
	x := names{session: s, known: map[int64]graph.ID{}}
	for n := range all.members {
		if n == 0 {
			continue
		}
		id, err := x.of(int64(n))
		if err != nil {
			return nil, err
		}
		ids[id] = true
	}
	return ids, nil
}

// thoseOf reads what stands for few moves.
func (s session) thoseOf(all made, f *filter, at int64, of func(*graph.Move, func(graph.ID))) ([]graph.ID, error) {
	ids := map[graph.ID]bool{}
	entries := make([]entry, len(all.items))
	for i, r := range all.items {
		entries[i] = entry{r: r}
	}
	err := s.moves(entries, f, at, func(m graph.Move) bool {
		of(&m, mark(ids))
		return true
	})
	return sortedIDs(ids), err
}
