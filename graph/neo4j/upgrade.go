package neo4j

import (
	"context"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"talentgraph/graph"
)

// upgradeRead is how many nodes an upgrade changes in one transaction.
const upgradeRead = 2000

// upgrade brings what an earlier version of this program wrote to the schema of this one. Version 2 lists articles by position.
func (s *Store) upgrade(ctx context.Context, from int64) error {
	if from >= schemaVersion {
		return nil
	}
	for _, label := range []string{"Article", "PastArticle"} {
		for done := false; !done; {
			if err := s.attempt(ctx, neo4j.AccessModeWrite, func(t transaction) error {
				var rows []any
				if err := t.each(`MATCH (a:`+label+`) WHERE a.position IS NULL RETURN elementId(a), a LIMIT $limit`, parameters{"limit": upgradeRead}, func(v []any) {
					a := decodeArticle(v[1].(neo4j.Node).Props)
					p := properties{"position": position(a.Published, a.ID)}
					putDate(p, "earliest", a.Published.First())
					putDate(p, "latest", a.Published.Last())
					putList(p, "titleWords", graph.FoldWords(a.Title))
					rows = append(rows, []any{v[0], p})
				}); err != nil {
					return err
				}
				done = len(rows) < upgradeRead
				return t.rows(`UNWIND $rows AS r MATCH (a) WHERE elementId(a) = r[0] SET a += r[1]`, rows, nil)
			}); err != nil {
				return err
			}
		}
	}
	return s.attempt(ctx, neo4j.AccessModeWrite, func(t transaction) error {
		return t.do(`MATCH (g:TalentGraph {id: 'graph'}) SET g.schema = $schema`, parameters{"schema": schemaVersion})
	})
}
