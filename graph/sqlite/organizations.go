package sqlite

import (
	"context"
	"maps"
	"time"

	"talentgraph/graph"
)

const (
	organizationsSQL = "SELECT o.n, o.id FROM json_each(?) j CROSS JOIN organization o ON o.key = j.value"
	definitionsAtSQL = `SELECT d.n, d.since, d.until, d.body FROM json_each(?) j CROSS JOIN definition d ON d.n = j.value
		WHERE d.since <= ? AND (d.until > ? OR d.until IS NULL)`
	observedAtSQL = `SELECT m.n, m.name FROM json_each(?) j CROSS JOIN mention m ON m.n = j.value
		WHERE m.since <= ? AND (m.until > ? OR m.until IS NULL)`

	forever = 1<<62 - 1
)

// Organizations as graph.Store says.
func (s *Store) Organizations(ctx context.Context, ids []graph.ID, when time.Time) (map[graph.ID]graph.Organization, error) {
	organizations := make(map[graph.ID]graph.Organization, len(ids))
	err := s.read(ctx, "organizations", func(t session) error {
		if !when.IsZero() {
			return t.readOrganizations(s, ids, at(when), organizations)
		}
		now, err := t.commits()
		if err != nil {
			return err
		}
		others := s.organizations.get(now, ids, func(id graph.ID, o graph.Organization) { organizations[id] = o })
		if len(others) == 0 {
			return nil
		}
		met := make(map[graph.ID]graph.Organization, len(others))
		if err := t.readOrganizations(s, others, 0, met); err != nil {
			return err
		}
		s.organizations.put(now, met)
		maps.Copy(organizations, met)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return organizations, nil
}

// readOrganizations puts the organizations with these IDs at a time into a map.
func (s session) readOrganizations(store *Store, ids []graph.ID, at int64, into map[graph.ID]graph.Organization) error {
	numbers, err := s.numbersOf(store, wanted(ids))
	if err != nil {
		return err
	}
	known, err := s.organizationsAt(numbers, at)
	for _, o := range known {
		into[o.ID] = o
	}
	return err
}

// numbersOf is the numbers of the organizations among some IDs.
func (s session) numbersOf(store *Store, ids map[graph.ID]bool) ([]int64, error) {
	var numbers []int64
	var others []graph.ID
	for id := range ids {
		if n, ok := store.numbers.of(id); ok {
			numbers = append(numbers, n)
		} else {
			others = append(others, id)
		}
	}
	if len(others) == 0 {
		return numbers, nil
	}
	met := map[graph.ID]int64{}
	r := s.long(organizationsSQL, keys(others))
	defer r.close()
	for r.next() {
		if id := graph.ID(r.text(1)); ids[id] {
			met[id] = r.int(0)
			numbers = append(numbers, r.int(0))
		}
	}
	store.numbers.learn(met)
	return numbers, r.close()
}

// organizationsAt is the organizations as they were at a time, without those that nothing mentioned or defined then.
func (s session) organizationsAt(numbers []int64, at int64) (map[int64]graph.Organization, error) {
	since, until := at, at
	if at == 0 {
		since, until = forever, forever // only what is current holds as long
	}
	list := jsonNumbers(numbers)
	known := make(map[int64]graph.Organization, len(numbers))
	r := s.long(definitionsAtSQL, list, since, until)
	defer r.close()
	for r.next() {
		o, err := readDefinition(version{since: r.int(1), until: r.int(2), body: r.blob(3)})
		if err != nil {
			return nil, err
		}
		known[r.int(0)] = o
	}
	if err := r.close(); err != nil {
		return nil, err
	}
	r = s.long(observedAtSQL, list, since, until)
	defer r.close()
	for r.next() { // each one's in the order of names, which is that of the key
		if o, ok := known[r.int(0)]; ok {
			if last := len(o.Observed) - 1; last < 0 || o.Observed[last] != r.text(1) {
				o.Observed = append(o.Observed, r.text(1))
				known[r.int(0)] = o
			}
		}
	}
	for n, o := range known {
		if len(o.Observed) == 0 {
			delete(known, n)
		}
	}
	return known, r.close()
}
