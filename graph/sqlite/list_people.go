package sqlite

import (
	"context"

	"talentgraph/graph"
)

// ListPeople as graph.Store says.
func (s *Store) ListPeople(ctx context.Context, q graph.PeopleQuery) (people []graph.Person, total int, err error) {
	w, at := q.Where, at(q.At)
	err = s.read(ctx, "list people", func(t session) (err error) {
		x := named[graph.Person]{kind: personName, read: func(ids []graph.ID) (map[graph.ID]graph.Person, error) { return t.people(ids, at) },
			place: graph.Person.Place, pass: w.Passes,
			moves: func(p graph.Person) ([]list, error) { return t.listsFor(p.ID, graph.EitherEnd) }}
		if len(w.IDs)+len(w.Words) == 0 && !q.Total {
			done := false
			if people, done, err = x.walked(t, s.walks, w.Moves, q.Order == graph.NameDown, q.After, q.Limit, at); done || err != nil {
				return err
			}
		}
		count := func() (int, error) { return t.length(personName, at) }
		ids, some, moves := w.IDs, len(w.IDs) > 0, w.Moves
		if f, err := t.broadFilter(w.Moves); err != nil {
			return err
		} else if f != nil {
			makers, err := t.crowdOfPeople(f, at)
			if err != nil {
				return err
			}
			moves, x.in = nil, func(id graph.ID) bool { return makers.has(uint64(key(id))) }
			count = func() (int, error) { // all of them are listed, but for those without a name
				n, err := t.placesIn(unplacedSQL, personName, x.in, at)
				return makers.size() - n, err
			}
			if !some && makers.items != nil {
				ids, err = t.thoseOf(makers, f, at, func(m *graph.Move, add func(graph.ID)) { add(m.Person) })
				if some = true; err != nil {
					return err
				}
			}
		}
		if !some || moves != nil {
			if ids, some, err = t.candidates(personName, ids, moves, w.Words, at, func(m *graph.Move, add func(graph.ID)) { add(m.Person) }); err != nil {
				return err
			}
		}
		if !q.Total {
			count = nil
		}
		people, total, err = x.list(t, ids, some, q.Order, q.After, q.Limit, count, at)
		return err
	})
	return people, total, err
}
