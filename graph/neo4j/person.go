package neo4j

import (
	"context"
	"time"

	"talentgraph/graph"
)

func encodePerson(x graph.Person) properties {
	p := properties{"id": string(x.ID), "score": x.Score}
	put(p, "block", x.Block)
	put(p, "name", x.Name)
	putList(p, "aliases", x.Aliases)
	put(p, "reason", x.Reason)
	putJSON(p, "candidates", x.Candidates)
	if x.ListKey() == "" {
		p["unlisted"] = true
	}
	return p
}

func decodePerson(p properties) graph.Person {
	return graph.Person{ID: get[graph.ID](p, "id"), Block: get[graph.ID](p, "block"), Name: get[string](p, "name"),
		Aliases: getList[string](p, "aliases"), Score: getFloat(p, "score"),
		Reason: get[string](p, "reason"), Candidates: getJSON[graph.Candidate](p, "candidates"),
		Since: getTime(p, "since"), Until: getTime(p, "until")}
}

// People as graph.Store says.
func (s *Store) People(ctx context.Context, ids []graph.ID, at time.Time) (map[graph.ID]graph.Person, error) {
	return byID(ctx, s, "people", "Person", ids, at, decodePerson)
}
