package neo4j

import (
	"context"
	"strconv"
	"strings"

	"talentgraph/graph"
)

// Coverage as graph.Store says.
func (s *Store) Coverage(ctx context.Context, q graph.CoverageQuery) ([]graph.Coverage, error) {
	each := q.Each
	if len(each) == 0 {
		each = []graph.MoveFilter{{}}
	}
	wants := wanted(graph.MoveQuery{Each: each, Where: q.Where})
	list := make([]graph.Coverage, len(each))
	err := s.read(ctx, "coverage", func(t transaction) error {
		clear(list)
		publishers, languages, roles := make([]map[string]int, len(each)), make([]map[string]int, len(each)), make([]map[string]int, len(each))
		for _, w := range wants {
			p := parameters{"q": parameters{"where": encodeFilter(q.Where), "at": micros(q.At), "after": "", "before": lastPosition, "rows": w.rows, "top": q.Top}}
			at := func(v []any) int { return place(v[0]) }
			if err := t.each(w.all(!q.At.IsZero())+` RETURN key, count(m), count(DISTINCT m.person), sum(CASE WHEN m.date IS NULL THEN 1 ELSE 0 END),
				sum(CASE WHEN m.inferred THEN 1 ELSE 0 END), min(m.date), max(m.date), sum(size(coalesce(m.claims, [])))`, p, func(v []any) {
				c := &list[at(v)]
				c.Moves, c.People, c.Undated, c.Inferred, c.Claims = integer(v[1]), integer(v[2]), integer(v[3]), integer(v[4]), integer(v[7])
				c.First, c.Last = date(v[5]), date(v[6])
			}); err != nil {
				return err
			}
			if err := t.each(w.all(!q.At.IsZero())+` UNWIND range(0, size(coalesce(m.sourceArticles, [])) - 1) AS i
				WITH DISTINCT key, m.sourceArticles[i] AS article, m.sourcePublishers[i] AS publisher, m.sourceLanguages[i] AS language, m.sourceDates[i] AS published
				RETURN key, publisher, language, count(*), min(CASE WHEN published = '' THEN null ELSE published END), max(published)`, p, func(v []any) {
				i := at(v)
				c := &list[i]
				c.Articles += integer(v[3])
				count(&publishers[i], textOf(v[1]), integer(v[3]))
				count(&languages[i], textOf(v[2]), integer(v[3]))
				if d := date(v[4]); !d.IsZero() && (c.Since.IsZero() || d.String() < c.Since.String()) {
					c.Since = d
				}
				if d := date(v[5]); d.String() > c.Until.String() {
					c.Until = d
				}
			}); err != nil {
				return err
			}
			if q.Top == 0 {
				continue
			}
			if err := t.each(w.all(!q.At.IsZero())+` WITH key, coalesce(m.roleTo, m.roleFrom) AS role WHERE role IS NOT NULL
				WITH key, role, count(*) AS n ORDER BY n DESC, role
				WITH key, collect({role: role, n: n})[..$q.top] AS roles UNWIND roles AS r RETURN key, r.role, r.n`, p, func(v []any) {
				count(&roles[at(v)], textOf(v[1]), integer(v[2]))
			}); err != nil {
				return err
			}
		}
		for i := range list {
			c := &list[i]
			c.PublisherCount, c.LanguageCount = len(publishers[i]), len(languages[i])
			c.Publishers, c.Languages, c.Roles = graph.Shares(publishers[i], q.Top), graph.Shares(languages[i], q.Top), graph.Shares(roles[i], q.Top)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return list, nil
}

// all is the Cypher that finds all moves m of all rows, with the row's key.
func (w *want) all(at bool) string {
	ways := w.ways(at)
	for i, way := range ways {
		ways[i] = "UNWIND $q.rows AS r " + way + " RETURN r.key AS key, m"
	}
	return "CALL { " + strings.Join(ways, " UNION ALL ") + " }"
}

func place(key any) int {
	n, _ := strconv.Atoi(key.(string)) // written by graph.PageKey
	return n
}

func integer(v any) int {
	n, _ := v.(int64)
	return int(n)
}

func date(v any) graph.Date {
	s, _ := v.(string)
	d, _ := graph.ParseDate(s) // written by putDate
	return d
}

func count(counts *map[string]int, name string, n int) {
	if *counts == nil {
		*counts = map[string]int{}
	}
	(*counts)[name] += n
}
