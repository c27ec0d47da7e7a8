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
	people := make(map[graph.ID]graph.Person, len(ids))
	err := s.read(ctx, "people", func(t session) error {
		items, err := t.itemsOf(ids, personKind)
		if err != nil {
			return err
		}
		asked := wanted(ids)
		for _, i := range items {
			p, ok, err := t.personAt(i, at(when))
			if err != nil {
				return err
			}
			if ok && asked[p.ID] {
				people[p.ID] = p
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return people, nil
}

// MovesByID as graph.Store says.
func (s *Store) MovesByID(ctx context.Context, ids []graph.ID, when time.Time) (map[graph.ID]graph.Move, error) {
	moves := make(map[graph.ID]graph.Move, len(ids))
	err := s.read(ctx, "moves by id", func(t session) error {
		items, err := t.itemsOf(ids, moveKind)
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

const (
	definitionAtSQL = "SELECT since, until, body FROM definition WHERE n = ? AND since <= ? AND (until > ? OR until IS NULL)"
	observedAtSQL   = "SELECT DISTINCT name FROM mention WHERE n = ? AND since <= ? AND (until > ? OR until IS NULL)"
	forever         = 1<<62 - 1
)

// Organizations as graph.Store says.
func (s *Store) Organizations(ctx context.Context, ids []graph.ID, when time.Time) (map[graph.ID]graph.Organization, error) {
	organizations := make(map[graph.ID]graph.Organization, len(ids))
	err := s.read(ctx, "organizations", func(t session) error {
		for _, id := range slices.Compact(slices.Sorted(slices.Values(ids))) {
			if err := ctx.Err(); err != nil {
				return err
			}
			n, ok, err := t.numberOf(id)
			if err != nil {
				return err
			}
			if !ok {
				continue
			}
			o, ok, err := t.organizationAt(n, at(when))
			if err != nil {
				return err
			}
			if ok {
				organizations[id] = o
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return organizations, nil
}

// organizationAt is an organization as it was at a time; false where nothing mentioned or defined it then.
func (s session) organizationAt(n, at int64) (graph.Organization, bool, error) {
	since, until := at, at
	if at == 0 {
		since, until = forever, forever // only what is current holds as long
	}
	r := s.short(definitionAtSQL, n, since, until)
	defer r.close()
	if !r.next() {
		return graph.Organization{}, false, r.close()
	}
	o, err := readDefinition(version{since: r.int(0), until: r.int(1), body: r.blob(2)})
	if err != nil {
		return o, false, err
	}
	if err := r.close(); err != nil {
		return o, false, err
	}
	r = s.short(observedAtSQL, n, since, until)
	defer r.close()
	for r.next() {
		o.Observed = append(o.Observed, r.text(0))
	}
	return o, len(o.Observed) > 0, r.close()
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
