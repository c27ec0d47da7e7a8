package neo4j

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"talentgraph/graph"
)

// Search as graph.Store says.
func (s *Store) Search(ctx context.Context, q graph.SearchQuery) ([]graph.Name, error) {
	prefixes := slices.Compact(slices.Sorted(slices.Values(q.Prefixes)))
	var parts []string
	for _, label := range []string{"PersonName", "OrganizationName"} {
		if q.Kind != "" && !strings.HasPrefix(label, q.Kind) {
			continue
		}
		const result = ` RETURN coalesce(n.whole, n.key) AS key, n.id AS id, n.name AS name ORDER BY n.key, n.id LIMIT $limit }
			RETURN key, id, name, prefix`
		now := `UNWIND $prefixes AS prefix CALL { WITH prefix MATCH (n:` + label + `) WHERE n.key STARTS WITH prefix AND n.id IS NOT NULL`
		if q.At.IsZero() {
			parts = append(parts, now+result)
			continue
		}
		parts = append(parts, now+` AND n.since <= $at`+result,
			`UNWIND $prefixes AS prefix CALL { WITH prefix MATCH (n:Past`+label+`) WHERE n.key STARTS WITH prefix AND n.until > $at AND n.since <= $at`+result)
	}
	keys := make([]string, len(prefixes))
	for i, prefix := range prefixes {
		keys[i] = indexKey(prefix)
	}
	p := parameters{"prefixes": keys, "at": micros(q.At), "limit": q.Limit}
	var found map[string][]graph.Name // by prefix
	err := s.read(ctx, "search", func(t transaction) error {
		found = map[string][]graph.Name{}
		if len(parts) == 0 || len(prefixes) == 0 {
			return nil
		}
		return t.each(strings.Join(parts, "\nUNION ALL\n"), p, func(v []any) {
			n := graph.Name{Key: textOf(v[0]), ID: graph.ID(textOf(v[1])), Name: textOf(v[2])}
			key := textOf(v[3])
			for i, prefix := range prefixes {
				if keys[i] == key && strings.HasPrefix(n.Key, prefix) {
					found[prefix] = append(found[prefix], n)
				}
			}
		})
	})
	if err != nil {
		return nil, err
	}
	var all []graph.Name
	for _, names := range found {
		slices.SortFunc(names, compareNames)
		names = slices.CompactFunc(names, func(a, b graph.Name) bool { return a.Key == b.Key && a.ID == b.ID })
		all = append(all, names[:min(q.Limit, len(names))]...)
	}
	slices.SortFunc(all, compareNames)
	return slices.Compact(all), nil
}

func compareNames(a, b graph.Name) int {
	return cmp.Or(cmp.Compare(a.Key, b.Key), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Name, b.Name))
}
