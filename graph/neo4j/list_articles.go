package neo4j

import (
	"context"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"talentgraph/graph"
)

// ListArticles as graph.Store says.
func (s *Store) ListArticles(ctx context.Context, q graph.ArticleQuery) ([]graph.Article, int, error) {
	w := q.Where
	after, before := "", lastPosition
	direction := ""
	if q.Order == graph.OldestArticles {
		direction = " DESC"
	}
	if q.After != nil {
		at := position(q.After.Published, q.After.ID)
		if q.Order == graph.OldestArticles {
			before = at
		} else {
			after = at
		}
	}
	p := properties{"after": after, "before": before, "limit": q.Limit, "at": micros(q.At)}
	putList(p, "publishers", w.Publishers)
	putList(p, "languages", w.Languages)
	putList(p, "words", w.Words)
	putDate(p, "since", w.Since.First())
	putDate(p, "until", w.Until.Last())
	var list []graph.Article
	total := 0
	err := s.read(ctx, "list articles", func(t transaction) error {
		list, total = nil, 0
		ids, some, err := t.candidates(w.IDs, w.Moves, q.At, "coalesce(m.sourceArticles, [])")
		if err != nil {
			return err
		}
		if delete(p, "ids"); some {
			p["ids"] = sortedTexts(ids)
		}
		if q.Limit > 0 {
			if err := t.each(articles(p, !q.At.IsZero(), "a.position > $q.after AND a.position < $q.before", "RETURN a ORDER BY a.position"+direction+" LIMIT $q.limit",
				"RETURN a ORDER BY a.position"+direction+" LIMIT $q.limit"), parameters{"q": p}, func(v []any) {
				list = append(list, decodeArticle(v[0].(neo4j.Node).Props))
			}); err != nil {
				return err
			}
		}
		if !q.Total {
			return nil
		}
		return t.each(articles(p, !q.At.IsZero(), "a.position > ''", "RETURN count(a) AS n", "RETURN sum(n)"), parameters{"q": p}, func(v []any) { total = integer(v[0]) })
	})
	return list, total, err
}

// articles is the Cypher that finds articles a, now or at $q.at, each part with an end of its own and the whole with another.
func articles(p properties, at bool, span, part, whole string) string {
	var all []string
	for _, c := range []condition{
		{"publishers", "coalesce(a.publisher, '') IN $q.publishers"}, {"languages", "coalesce(a.language, '') IN $q.languages"},
		{"words", "all(w IN $q.words WHERE w IN a.titleWords)"}, {"since", "a.latest >= $q.since"}, {"until", "a.earliest <= $q.until"},
	} {
		if p[c.name] != nil {
			all = append(all, c.cypher)
		}
	}
	one := func(label, condition string) string {
		match := "MATCH (a:" + label + ") WHERE " + span
		if p["ids"] != nil {
			match = "UNWIND $q.ids AS id MATCH (a:" + label + ") USING INDEX a:" + label + "(id) WHERE a.id = id AND " + span
		}
		return match + condition + opaque(all) + " " + part
	}
	if !at {
		return "CALL { " + one("Article", "") + " } " + whole
	}
	return "CALL { " + one("Article", " AND a.since <= $q.at") + " UNION ALL " + one("PastArticle", " AND a.since <= $q.at AND a.until > $q.at") + " } " + whole
}
