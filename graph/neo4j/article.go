package neo4j

import (
	"context"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"talentgraph/graph"
)

func encodeArticle(a graph.Article) properties {
	p := properties{"id": string(a.ID)}
	put(p, "url", a.URL)
	put(p, "title", a.Title)
	put(p, "publisher", a.Publisher)
	put(p, "language", a.Language)
	putDate(p, "published", a.Published)
	put(p, "hash", a.Hash)
	if a.Restated {
		p["restated"] = true
	}
	return p
}

func decodeArticle(p properties) graph.Article {
	return graph.Article{ID: get[graph.ID](p, "id"), URL: get[string](p, "url"), Title: get[string](p, "title"),
		Publisher: get[string](p, "publisher"), Language: get[string](p, "language"), Published: getDate(p, "published"),
		Recorded: getTime(p, "since"), Hash: get[string](p, "hash"), Restated: getBool(p, "restated")}
}

// Articles as graph.Store says.
func (s *Store) Articles(ctx context.Context, ids []graph.ID, at time.Time) (map[graph.ID]graph.Article, error) {
	return byID(ctx, s, "articles", "Article", ids, at, decodeArticle)
}

// byID reads the versions of things that were current at a time. The current ones are read first: one that ceases to
// be current meanwhile is then found twice, and never missed.
func byID[T any](ctx context.Context, s *Store, operation, label string, ids []graph.ID, at time.Time,
	decode func(properties) T) (map[graph.ID]T, error) {
	statement := `UNWIND $ids AS id MATCH (n:` + label + ` {id: id}) USING INDEX SEEK n:` + label + `(id) RETURN n`
	if !at.IsZero() {
		statement = `UNWIND $ids AS id MATCH (n:` + label + ` {id: id}) USING INDEX SEEK n:` + label + `(id) WHERE n.since <= $at RETURN n
			UNION ALL
			UNWIND $ids AS id MATCH (n:Past` + label + `) WHERE n.id = id AND n.until > $at AND n.since <= $at RETURN n`
	}
	var found map[graph.ID]T
	err := s.read(ctx, operation, func(t transaction) error {
		found = make(map[graph.ID]T, len(ids))
		if len(ids) == 0 {
			return nil
		}
		return t.each(statement, parameters{"ids": sortedTexts(ids), "at": micros(at)}, func(v []any) {
			p := v[0].(neo4j.Node).Props
			found[get[graph.ID](p, "id")] = decode(p)
		})
	})
	if err != nil {
		return nil, err
	}
	return found, nil
}
