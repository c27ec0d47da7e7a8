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
	var parts []string
	for _, label := range []string{"PersonName", "OrganizationName"} {
		if q.Kind != "" && !strings.HasPrefix(label, q.Kind) {
			continue
		}
		const result = ` RETURN coalesce(n.whole, n.key) AS key, n.id AS id, n.name AS name ORDER BY n.key, n.id LIMIT $limit }
			RETURN key, id, name`
		now := `CALL { MATCH (n:` + label + `) WHERE n.key STARTS WITH $prefix AND n.id IS NOT NULL`
		if q.At.IsZero() {
			parts = append(parts, now+result)
			continue
		}
		parts = append(parts, now+` AND n.since <= $at`+result,
			`CALL { MATCH (n:Past`+label+`) WHERE n.key STARTS WITH $prefix AND n.until > $at AND n.since <= $at`+result)
	}
	p := parameters{"prefix": indexKey(q.Prefix), "at": micros(q.At), "limit": q.Limit}
	var found []graph.Name
	err := s.read(ctx, "search", func(t transaction) error {
		found = nil
		if len(parts) == 0 {
			return nil
		}
		return t.each(strings.Join(parts, "\nUNION ALL\n"), p, func(v []any) {
			n := graph.Name{Key: v[0].(string), ID: graph.ID(v[1].(string)), Name: v[2].(string)}
			if strings.HasPrefix(n.Key, q.Prefix) {
				found = append(found, n)
			}
		})
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(found, func(a, b graph.Name) int {
		return cmp.Or(cmp.Compare(a.Key, b.Key), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Name, b.Name))
	})
	found = slices.CompactFunc(found, func(a, b graph.Name) bool { return a.Key == b.Key && a.ID == b.ID })
	return found[:min(q.Limit, len(found))], nil
}
