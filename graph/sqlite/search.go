package sqlite

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"talentgraph/graph"
)

const searchSQL = `SELECT key, id, name, since, until FROM name WHERE kind = ? AND key >= ? AND key < ?
	ORDER BY key, id, name`

// nextKeySQL is the first key at or after a text.
const nextKeySQL = "SELECT key FROM name WHERE kind = ? AND key >= ? ORDER BY key LIMIT 1"

// Search as graph.Store says.
func (s *Store) Search(ctx context.Context, q graph.SearchQuery) ([]graph.Name, error) {
	var names []graph.Name
	prefixes := slices.Compact(slices.Sorted(slices.Values(q.Prefixes)))
	var ahead [2]nextKey
	err := s.read(ctx, "search", func(t session) error {
		for _, prefix := range prefixes {
			var found []graph.Name // of the prefix
			for kind, word := range [...]string{personName: "Person", organizationName: "Organization"} {
				if q.Kind != "" && q.Kind != word {
					continue
				}
				if len(prefixes) > 1 { // most of many lead nowhere
					if there, err := ahead[kind].begins(t, kind, prefix); err != nil || !there {
						if err != nil {
							return err
						}
						continue
					}
				}
				some, err := t.search(kind, prefix, q)
				if err != nil {
					return err
				}
				found = append(found, some...)
			}
			slices.SortFunc(found, compareNames)
			names = append(names, found[:max(0, min(q.Limit, len(found)))]...)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(names, compareNames)
	return slices.Compact(names), nil
}

func compareNames(a, b graph.Name) int {
	return cmp.Or(cmp.Compare(a.Key, b.Key), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Name, b.Name))
}

// nextKey is the key that comes next in a kind, at any time.
type nextKey struct {
	key        string
	known, end bool
}

// begins reports whether a key begins with a prefix. Prefixes are asked for in order, so the key that was next for one is
// next for those up to it.
func (x *nextKey) begins(s session, kind int, prefix string) (bool, error) {
	if x.end || x.known && x.key >= prefix {
		return !x.end && strings.HasPrefix(x.key, prefix), nil
	}
	r := s.short(nextKeySQL, kind, prefix)
	defer r.close()
	if x.known, x.end = true, !r.next(); !x.end {
		x.key = r.text(0)
	}
	return !x.end && strings.HasPrefix(x.key, prefix), r.close()
}

// search is the first names of a kind: of several names of one entity under one key the first.
func (s session) search(kind int, prefix string, q graph.SearchQuery) ([]graph.Name, error) {
	r := s.long(searchSQL, kind, prefix, beyond(prefix))
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
