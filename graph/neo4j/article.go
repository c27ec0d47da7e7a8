package neo4j

import (
	"context"
	"time"

	"talentgraph/graph"
)

func encodeArticle(a graph.Article) properties {
	p := properties{"id": string(a.ID), "position": position(a.Published, a.ID)}
	putDate(p, "earliest", a.Published.First())
	putDate(p, "latest", a.Published.Last())
	putList(p, "titleWords", graph.FoldWords(a.Title))
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

// byID is readByID in a transaction of its own.
func byID[T any](ctx context.Context, s *Store, operation, label string, ids []graph.ID, at time.Time,
	decode func(properties) T) (map[graph.ID]T, error) {
	var found map[graph.ID]T
	err := s.read(ctx, operation, func(t transaction) (err error) {
		found, err = readByID(t, label, ids, at, decode)
		return err
	})
	if err != nil {
		return nil, err
	}
	return found, nil
}
