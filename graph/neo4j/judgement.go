package neo4j

import (
	"cmp"
	"context"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"talentgraph/graph"
)

func encodeJudgement(j graph.Judgement) properties {
	p := properties{"id": string(j.ID)}
	put(p, "kind", j.Kind)
	putList(p, "blocks", j.Blocks)
	putList(p, "claims", j.Claims)
	putList(p, "others", j.Others)
	putList(p, "organizations", j.Organizations)
	putList(p, "suppress", j.Suppress)
	put(p, "by", j.By)
	put(p, "why", j.Why)
	return p
}

func decodeJudgement(p properties) graph.Judgement {
	return graph.Judgement{ID: get[graph.ID](p, "id"), Kind: get[graph.JudgementKind](p, "kind"),
		Blocks: getList[graph.ID](p, "blocks"), Claims: getList[graph.ID](p, "claims"), Others: getList[graph.ID](p, "others"),
		Organizations: getList[graph.ID](p, "organizations"), Suppress: getList[string](p, "suppress"),
		By: get[string](p, "by"), Why: get[string](p, "why"), At: getTime(p, "at"), Undone: getTime(p, "undone")}
}

func compareJudgements(a, b graph.Judgement) int {
	return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.ID, b.ID))
}

// Judgements as graph.Store says.
func (s *Store) Judgements(ctx context.Context, after graph.ID, limit int) ([]graph.Judgement, error) {
	statement := `MATCH (j:Judgement) WHERE j.at >= 0 RETURN j ORDER BY j.at, j.id LIMIT $limit`
	if after != "" {
		statement = `MATCH (a:Judgement {id: $after}) USING INDEX SEEK a:Judgement(id) WITH a.at AS at
			MATCH (j:Judgement) WHERE j.at >= at AND (j.at > at OR j.id > $after) RETURN j ORDER BY j.at, j.id LIMIT $limit`
	}
	var page []graph.Judgement
	err := s.read(ctx, "judgements", func(t transaction) error {
		page = nil
		return t.each(statement, parameters{"after": string(after), "limit": limit}, func(v []any) {
			page = append(page, decodeJudgement(v[0].(neo4j.Node).Props))
		})
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(page, compareJudgements)
	return page, nil
}
