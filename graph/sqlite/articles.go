package sqlite

import (
	"context"
	"maps"
	"time"

	"talentgraph/graph"
)

// at is a time as the database has it; 0 is now.
func at(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return max(t.UnixMicro(), 1)
}

// Articles as graph.Store says.
func (s *Store) Articles(ctx context.Context, ids []graph.ID, when time.Time) (map[graph.ID]graph.Article, error) {
	articles := make(map[graph.ID]graph.Article, len(ids))
	read := s.read
	if when.IsZero() { // mostly to see what is there already
		read = s.readAhead
	}
	err := read(ctx, "articles", func(t session) error {
		others := ids
		if when.IsZero() {
			now, err := t.commits()
			if err != nil {
				return err
			}
			others = s.articles.get(now, ids, func(id graph.ID, a graph.Article) { articles[id] = a })
		}
		if len(others) == 0 {
			return nil
		}
		met, err := t.articles(others, at(when))
		maps.Copy(articles, met)
		return err
	})
	if err != nil {
		return nil, err
	}
	return articles, nil
}

func (s session) articles(ids []graph.ID, at int64) (map[graph.ID]graph.Article, error) {
	articles := make(map[graph.ID]graph.Article, len(ids))
	asked := wanted(ids)
	r := s.long(articlesByKeysSQL, keys(ids))
	defer r.close()
	for r.next() {
		v := version{since: r.int(0), until: r.int(1), body: r.blob(2)}
		a, _, err := readArticle(v.body, v.since)
		if err != nil {
			return nil, err
		}
		if asked[a.ID] && v.holds(at) {
			articles[a.ID] = a
		}
	}
	return articles, r.close()
}

func wanted(ids []graph.ID) map[graph.ID]bool {
	asked := make(map[graph.ID]bool, len(ids))
	for _, id := range ids {
		asked[id] = true
	}
	return asked
}

const articleSQL = "SELECT n, since, until, body FROM article WHERE n = ?"

// recording is the article with a number.
func (s session) recording(n int64) (articleRow, bool, error) {
	r := s.short(articleSQL, n)
	defer r.close()
	if !r.next() {
		return articleRow{}, false, r.close()
	}
	a := articleRow{n: n, since: r.int(1), until: r.int(2)}
	var err error
	if a.article, a.claims, err = readArticle(r.blob(3), a.since); err != nil {
		return a, false, err
	}
	return a, true, r.close()
}
