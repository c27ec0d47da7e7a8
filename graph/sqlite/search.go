package sqlite

import (
	"cmp"
	"context"
	"slices"
	"time"

	"talentgraph/graph"
)

const searchSQL = `SELECT key, id, name, since, until FROM name WHERE kind = ? AND key >= ? AND key < ?
	ORDER BY key, id, name`

// Search as graph.Store says.
func (s *Store) Search(ctx context.Context, q graph.SearchQuery) ([]graph.Name, error) {
	var names []graph.Name
	err := s.read(ctx, "search", func(t session) error {
		for kind, word := range [...]string{personName: "Person", organizationName: "Organization"} {
			if q.Kind != "" && q.Kind != word {
				continue
			}
			some, err := t.search(kind, q)
			if err != nil {
				return err
			}
			names = append(names, some...)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(names, func(a, b graph.Name) int { return cmp.Or(cmp.Compare(a.Key, b.Key), cmp.Compare(a.ID, b.ID)) })
	return names[:max(0, min(q.Limit, len(names)))], nil
}

// search is the first names of a kind: of several names of one entity under one key the first.
func (s session) search(kind int, q graph.SearchQuery) ([]graph.Name, error) {
	r := s.long(searchSQL, kind, q.Prefix, beyond(q.Prefix))
	defer r.close()
	var names []graph.Name
	for r.next() {
		if !(version{since: r.int(3), until: r.int(4)}).holds(at(q.At)) {
			continue
		}
		n := graph.Name{Key: r.text(0), ID: graph.ID(r.text(1)), Name: r.text(2)}
		if last := len(names) - 1; last >= 0 && names[last].Key == n.Key && names[last].ID == n.ID {
			continue
		}
		if len(names) >= q.Limit {
			break
		}
		names = append(names, n)
	}
	return names, r.close()
}

// beyond is the first text, in the order of bytes, after all that begin with the prefix. A blob comes after every text.
func beyond(prefix string) any {
	for i := len(prefix) - 1; i >= 0; i-- {
		if prefix[i] < 0xff {
			return prefix[:i] + string([]byte{prefix[i] + 1})
		}
	}
	return []byte{}
}

// Snapshot as graph.Store says.
func (s *Store) Snapshot(ctx context.Context, when time.Time) (graph.Snapshot, error) {
	var shot graph.Snapshot
	err := s.read(ctx, "snapshot", func(t session) error {
		w, err := t.stateAt(at(when))
		if err == nil && w.n > 0 {
			shot = graph.Snapshot{Commits: w.n, At: timeOf(w.at), Articles: int(w.articles), Claims: int(w.claims),
				People: int(w.people), Organizations: int(w.organizations), Moves: int(w.moves)}
		}
		return err
	})
	return shot, err
}
