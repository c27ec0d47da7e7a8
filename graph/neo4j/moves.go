package neo4j

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"talentgraph/graph"
)

// Moves as graph.Store says.
func (s *Store) Moves(ctx context.Context, q graph.MoveQuery) (map[graph.ID][]graph.Move, error) {
	p := moveParameters(q)
	wants := wanted(q)
	var pages map[graph.ID][]graph.Move
	err := s.read(ctx, "moves", func(t transaction) error {
		pages = map[graph.ID][]graph.Move{}
		for _, w := range wants {
			p["rows"] = w.rows
			if err := t.each(w.statement(q, false), p, func(v []any) {
				key := graph.ID(v[0].(string))
				pages[key] = append(pages[key], decodeMove(v[1].(neo4j.Node).Props))
			}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for key, page := range pages {
		pages[key] = arrange(page, q)
	}
	return pages, nil
}

// arrange puts together what came by several ways. A move that got another version meanwhile is there twice.
func arrange(page []graph.Move, q graph.MoveQuery) []graph.Move {
	slices.SortStableFunc(page, func(a, b graph.Move) int {
		c := cmp.Compare(position(a.Date, a.ID), position(b.Date, b.ID))
		if q.Order == graph.OldestFirst {
			return -c
		}
		return c
	})
	page = slices.CompactFunc(page, func(a, b graph.Move) bool { return a.ID == b.ID })
	if len(page) > q.Limit {
		page = slices.Clone(page[:q.Limit])
	}
	return page
}

// CountMoves as graph.Store says.
func (s *Store) CountMoves(ctx context.Context, q graph.MoveQuery) (map[graph.ID]int, error) {
	q.After = nil
	p := moveParameters(q)
	wants := wanted(q)
	var counts map[graph.ID]int
	err := s.read(ctx, "count moves", func(t transaction) error {
		counts = map[graph.ID]int{}
		for _, w := range wants {
			p["rows"] = w.rows
			if err := t.each(w.statement(q, true), p, func(v []any) {
				if n := int(v[1].(int64)); n > 0 {
					counts[graph.ID(v[0].(string))] += n
				}
			}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return counts, nil
}

func moveParameters(q graph.MoveQuery) parameters {
	p := parameters{"where": encodeFilter(q.Where), "at": micros(q.At), "limit": q.Limit, "after": "", "before": lastPosition}
	if q.After != nil {
		at := position(q.After.Date, q.After.ID)
		if q.Order == graph.OldestFirst {
			p["before"] = at
		} else {
			p["after"] = at
		}
	}
	return p
}

// want is pages that one statement finds: those whose filters set the same conditions.
type want struct {
	filters
	article bool // the pages are of articles
	rows    []any
}

// wanted turns a query into the pages that it asks for.
func wanted(q graph.MoveQuery) []*want {
	where := encodeFilter(q.Where)
	groups := map[string]*want{}
	add := func(key graph.ID, row properties, article bool) {
		group := shape(row)
		if article {
			group = "article"
		}
		w := groups[group]
		if w == nil {
			w = &want{filters: filters{row: properties{}, where: where}, article: article}
			groups[group] = w
		}
		for name, value := range row { // the longest list stands for all
			old, isList := w.row[name].([]string)
			if l, _ := value.([]string); !isList || len(l) > len(old) {
				w.row[name] = value
			}
		}
		row["key"] = string(key)
		w.rows = append(w.rows, row)
	}
	for _, id := range slices.Compact(slices.Sorted(slices.Values(q.Of))) {
		ids := []string{string(id)}
		switch k := kind(id); {
		case k == "per":
			add(id, properties{"people": ids}, false)
		case k == "art":
			add(id, properties{}, true)
		case k == "org" && q.End == graph.FromEnd:
			add(id, properties{"from": ids}, false)
		case k == "org" && q.End == graph.ToEnd:
			add(id, properties{"to": ids}, false)
		case k == "org":
			add(id, properties{"organizations": ids}, false)
		case id == "": // the unknown organization
			name := map[graph.MoveEnd]string{graph.FromEnd: "fromUnknown", graph.ToEnd: "toUnknown", graph.EitherEnd: "someUnknown"}[q.End]
			add(id, properties{name: true}, false)
		}
	}
	for i, f := range q.Each {
		add(graph.PageKey(i), encodeFilter(f), false)
	}
	if len(q.Of) == 0 && len(q.Each) == 0 {
		add("", properties{}, false)
	}
	list := make([]*want, 0, len(groups))
	for _, group := range slices.Sorted(maps.Keys(groups)) {
		list = append(list, groups[group])
	}
	return list
}

// statement is the Cypher for all of the pages, or for their counts. The current moves come before those that are
// past by now: see byID. Where nothing was recorded since the time asked about, none is past.
func (w *want) statement(q graph.MoveQuery, count bool) string {
	at, descending := !q.At.IsZero(), q.Order == graph.OldestFirst
	var parts []string
	for _, past := range []bool{false, true} {
		if past && !at {
			continue
		}
		guard := ""
		if past {
			guard = "MATCH (g:TalentGraph {id: 'graph'}) WHERE g.at > $at "
		}
		if w.article {
			for _, label := range []string{"Article", "PastArticle"} {
				parts = append(parts, guard+w.ofArticles(label, at, past, count, descending))
			}
			continue
		}
		for _, a := range w.accesses() {
			parts = append(parts, guard+page(a, at, past, count, descending))
		}
	}
	return strings.Join(parts, "\nUNION ALL\n")
}

func page(a access, at, past, count, descending bool) string {
	unwind, variables := a.unwound()
	match := a.match(at, past)
	if count {
		return "UNWIND $rows AS r CALL { WITH r " + unwind + match + " RETURN count(m) AS n } RETURN r.key AS key, n"
	}
	match += " RETURN m" + a.order(past, descending) + " LIMIT $limit"
	if unwind != "" { // a page from each value, then the first of all
		match = unwind + "CALL { WITH r" + variables + " " + match + " } RETURN m" + access{}.order(past, descending) + " LIMIT $limit"
	}
	return "UNWIND $rows AS r CALL { WITH r " + match + " } RETURN r.key AS key, m"
}

// ofArticles finds the moves that rest on what an article states. What rests on it now hangs on its claims; of
// earlier versions only the list of claims is left, and the name blocks say where to look.
func (w *want) ofArticles(label string, at, past, count, descending bool) string {
	match := "MATCH (a:" + label + ") WHERE a.id = r.key MATCH (a)<-[:STATED_IN]-(c)"
	bounds := "m.position > $after AND m.position < $before" + w.rest()
	if !at {
		match += "-[:SUPPORTS]->(m:Move) WHERE " + bounds
	} else {
		now := "MATCH (m:Move) WHERE m.block = block"
		if past {
			now = "MATCH (m:PastMove) WHERE m.block = block AND m.until > $at"
		}
		match += " WITH collect(c.id) AS claims, collect(DISTINCT c.block) AS blocks UNWIND blocks AS block " + now +
			" AND m.since <= $at AND any(c IN m.claims WHERE c IN claims) AND " + bounds
	}
	match += " WITH DISTINCT m RETURN "
	if count {
		return "UNWIND $rows AS r CALL { WITH r " + match + "count(m) AS n } RETURN r.key AS key, n"
	}
	return "UNWIND $rows AS r CALL { WITH r " + match + "m" + access{}.order(past, descending) + " LIMIT $limit } RETURN r.key AS key, m"
}
