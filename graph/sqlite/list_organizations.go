package sqlite

import (
	"context"

	"talentgraph/graph"
)

// ListOrganizations as graph.Store says.
func (s *Store) ListOrganizations(ctx context.Context, q graph.OrganizationQuery) (organizations []graph.Organization, total int, err error) {
	w, at := q.Where, at(q.At)
	ends := func(m *graph.Move, add func(graph.ID)) {
		if w.End != graph.ToEnd {
			add(m.From)
		}
		if w.End != graph.FromEnd {
			add(m.To)
		}
	}
	err = s.read(ctx, "list organizations", func(t session) (err error) {
		x := named[graph.Organization]{kind: organizationName, read: func(ids []graph.ID) (map[graph.ID]graph.Organization, error) {
			return t.organizationsByID(ids, at)
		}, place: graph.Organization.Place, pass: w.Passes,
			moves: func(o graph.Organization) ([]list, error) { return t.listsFor(o.ID, w.End) }}
		if len(w.IDs)+len(w.Words) == 0 && !q.Total {
			done := false
			if organizations, done, err = x.walked(t, s.walks, w.Moves, q.Order == graph.NameDown, q.After, q.Limit, at); done || err != nil {
				return err
			}
		}
		count := func() (int, error) {
			if x.in == nil {
				return t.length(organizationName, at)
			}
			return t.placesIn(allPlacesSQL, organizationName, x.in, at)
		}
		moves := w.Moves
		if f, err := t.broadFilter(w.Moves); err != nil {
			return err
		} else if f != nil {
			ends, err := t.organizationsOf(f, w.End, at)
			if err != nil {
				return err
			}
			moves, x.in = nil, func(id graph.ID) bool { return ends[id] }
		}
		ids, some, err := t.candidates(organizationName, w.IDs, moves, w.Words, at, ends)
		if err != nil {
			return err
		}
		if !some && (len(w.Countries)+len(w.Sectors)+len(w.Parents) > 0 || w.Catalogued != nil) {
			defined, err := t.defined(w, x.in, at)
			if err != nil {
				return err
			}
			x.in = func(id graph.ID) bool { return defined[id] }
		}
		if !q.Total {
			count = nil
		}
		organizations, total, err = x.list(t, ids, some, q.Order, q.After, q.Limit, count, at)
		return err
	})
	return organizations, total, err
}

func (s session) organizationsByID(ids []graph.ID, at int64) (map[graph.ID]graph.Organization, error) {
	numbers, err := s.numbersOf(s.store, wanted(ids))
	if err != nil {
		return nil, err
	}
	known, err := s.organizationsAt(numbers, at)
	found := make(map[graph.ID]graph.Organization, len(known))
	for _, o := range known {
		found[o.ID] = o
	}
	return found, err
}

const definitionsSQL = "SELECT since, until, body FROM definition"

// defined are the organizations, of those that are in, whose definition passes a filter.
func (s session) defined(w graph.OrganizationFilter, in func(graph.ID) bool, at int64) (map[graph.ID]bool, error) {
	w.Words = nil
	ids := map[graph.ID]bool{}
	r := s.long(definitionsSQL)
	defer r.close()
	for r.next() {
		v := version{since: r.int(0), until: r.int(1), body: r.blob(2)}
		if !v.holds(at) {
			continue
		}
		o, err := readDefinition(v)
		if err != nil {
			return nil, err
		}
		if w.Passes(o) && (in == nil || in(o.ID)) {
			ids[o.ID] = true
		}
	}
	return ids, r.close()
}
