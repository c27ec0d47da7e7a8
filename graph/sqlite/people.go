package sqlite

import (
	"context"
	"maps"
	"slices"
	"time"

	"talentgraph/graph"
)

// People as graph.Store says.
func (s *Store) People(ctx context.Context, ids []graph.ID, when time.Time) (map[graph.ID]graph.Person, error) {
	var people map[graph.ID]graph.Person
	err := s.read(ctx, "people", func(t session) (err error) {
		people, err = t.people(ids, at(when))
		return err
	})
	return people, err
}

func (s session) people(ids []graph.ID, at int64) (map[graph.ID]graph.Person, error) {
	people := make(map[graph.ID]graph.Person, len(ids))
	items, err := s.itemsOf(ids, personKind, at)
	if err != nil {
		return nil, err
	}
	asked := wanted(ids)
	for _, i := range items {
		p, ok, err := s.personAt(i, at)
		if err != nil {
			return nil, err
		}
		if ok && asked[p.ID] {
			people[p.ID] = p
		}
	}
	return people, nil
}

// MovesByID as graph.Store says.
func (s *Store) MovesByID(ctx context.Context, ids []graph.ID, when time.Time) (map[graph.ID]graph.Move, error) {
	moves := make(map[graph.ID]graph.Move, len(ids))
	err := s.read(ctx, "moves by id", func(t session) error {
		items, err := t.itemsOf(ids, moveKind, at(when))
		if err != nil {
			return err
		}
		asked := wanted(ids)
		for _, i := range items {
			m, ok, err := t.moveAt(i, at(when))
			if err != nil {
				return err
			}
			if ok && asked[m.ID] {
				moves[m.ID] = m
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return moves, nil
}

const successorsSQL = "SELECT s.id, s.successor FROM json_each(?) j CROSS JOIN successor s ON s.id = j.value"

// Successors as graph.Store says.
func (s *Store) Successors(ctx context.Context, ids []graph.ID) (map[graph.ID]graph.ID, error) {
	successors := map[graph.ID]graph.ID{}
	err := s.read(ctx, "successors", func(t session) error {
		r := t.long(successorsSQL, jsonTexts(ids))
		defer r.close()
		for r.next() {
			successors[graph.ID(r.text(0))] = graph.ID(r.text(1))
		}
		if err := r.close(); err != nil {
			return err
		}
		for _, id := range slices.Collect(maps.Keys(successors)) {
			current, err := t.current(id)
			if err != nil {
				return err
			}
			if current {
				delete(successors, id)
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return successors, nil
}

// current reports whether a person, move or definition of an organization has the ID now.
func (s session) current(id graph.ID) (bool, error) {
	for _, kind := range [...]int64{personKind, moveKind} {
		if _, ok, err := s.openItem(id, kind); ok || err != nil {
			return ok, err
		}
	}
	n, ok, err := s.numberOf(id)
	if err != nil || !ok {
		return false, err
	}
	return s.has(s.short(definitionSQL, n))
}
