package neo4j

import (
	"context"
	"time"

	"talentgraph/graph"
)

const (
	snapshotNow = `MATCH (c:TalentGraph {id: 'graph'})
		RETURN c.commits, c.at, c.articles, c.claims, c.people, c.organizations, c.moves`
	snapshotAt = `MATCH (c:Commit) WHERE c.at <= $at WITH c ORDER BY c.at DESC LIMIT 1
		RETURN c.number, c.at, c.articles, c.claims, c.people, c.organizations, c.moves`
	notCurrent = `NOT EXISTS { MATCH (:Person {id: s.id}) } AND NOT EXISTS { MATCH (:Move {id: s.id}) }
		AND NOT EXISTS { MATCH (o:Organization {id: s.id}) USING INDEX SEEK o:Organization(id) WHERE o.since IS NOT NULL }`
	erasedAt = `MATCH (e:Erased) WHERE e.until > $at AND e.since <= $at RETURN e.kind, count(*)`
)

// Snapshot as graph.Store says.
func (s *Store) Snapshot(ctx context.Context, at time.Time) (graph.Snapshot, error) {
	var got graph.Snapshot
	err := s.read(ctx, "snapshot", func(t transaction) error {
		got = graph.Snapshot{}
		statement, p := snapshotNow, parameters{"at": micros(at)}
		if !at.IsZero() {
			statement = snapshotAt
		}
		if err := t.each(statement, p, func(v []any) {
			n := func(i int) int { x, _ := v[i].(int64); return int(x) }
			got = graph.Snapshot{Commits: int64(n(0)), At: fromMicros(int64(n(1))), Articles: n(2), Claims: n(3), People: n(4),
				Organizations: n(5), Moves: n(6)}
		}); err != nil || at.IsZero() {
			return err
		}
		return t.each(erasedAt, p, func(v []any) {
			n := int(v[1].(int64))
			switch v[0] {
			case "Claim":
				got.Claims -= n
			case "Person":
				got.People -= n
			case "Move":
				got.Moves -= n
			}
		})
	})
	return got, err
}

// Successors as graph.Store says.
func (s *Store) Successors(ctx context.Context, ids []graph.ID) (map[graph.ID]graph.ID, error) {
	var found map[graph.ID]graph.ID
	err := s.read(ctx, "successors", func(t transaction) error {
		found = map[graph.ID]graph.ID{}
		if len(ids) == 0 {
			return nil
		}
		return t.each(`UNWIND $ids AS id MATCH (s:Succession {id: id}) USING INDEX SEEK s:Succession(id) WHERE `+notCurrent+` RETURN id, s.successor`, parameters{"ids": sortedTexts(ids)}, func(v []any) {
			found[graph.ID(textOf(v[0]))] = graph.ID(textOf(v[1]))
		})
	})
	if err != nil {
		return nil, err
	}
	return found, nil
}
