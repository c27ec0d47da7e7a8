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
			if p["rows"] = w.rows; w.article && !q.At.IsZero() {
				var err error
				if p["rows"], err = t.claimsOf(w.rows); err != nil {
					return err
				}
			}
			add := func(key any, p properties) {
				pages[graph.ID(textOf(key))] = append(pages[graph.ID(textOf(key))], decodeMove(p))
			}
			statement, err := w.statement(q, false), error(nil)
			if len(w.rows)*q.Limit <= maxCollected {
				err = t.once(statement, "key, m{.*}", parameters{"q": p}, func(v []any) { add(v[0], v[1].(properties)) })
			} else {
				err = t.each(statement, parameters{"q": p}, func(v []any) { add(v[0], v[1].(neo4j.Node).Props) })
			}
			if err != nil {
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

// maxCollected is how many rows the server may hold at once for an answer.
const maxCollected = 2000

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
			if p["rows"] = w.rows; w.article && !q.At.IsZero() {
				var err error
				if p["rows"], err = t.claimsOf(w.rows); err != nil {
					return err
				}
			}
			if err := t.each(w.statement(q, true), parameters{"q": p}, func(v []any) {
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

// moveParameters are what statements find under $q. They are in one map because the server keeps a plan for each statement
// and kind of parameters, down to the sizes of lists and texts, but does not look into maps.
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
	if count && q.At.IsZero() && len(w.where) == 0 && !w.article {
		if known := w.known(); known != "" {
			return known
		}
	}
	at, descending := !q.At.IsZero(), q.Order == graph.OldestFirst
	var parts []string
	for _, past := range []bool{false, true} {
		if past && !at {
			continue
		}
		guard := ""
		if past {
			guard = "MATCH (g:TalentGraph {id: 'graph'}) WHERE g.at > $q.at "
		}
		accesses := w.accesses()
		if w.article && !at {
			for _, label := range []string{"Article", "PastArticle"} {
				parts = append(parts, w.ofArticles(label, count, descending))
			}
			continue
		} else if w.article {
			accesses = []access{{unwind: []string{"r.blocks"}, anchor: "m.block = x", columns: "block", past: "block",
				rest: opaque([]string{"any(c IN m.claims WHERE c IN r.claims)"}) + w.rest()}}
		}
		for _, a := range accesses {
			parts = append(parts, guard+page(a, at, past, count, descending))
		}
	}
	return strings.Join(parts, "\nUNION ALL\n")
}

// known is the Cypher for counts that the server keeps: how many moves there are, and how many relationships a node has.
func (w *want) known() string {
	switch shape(w.row) {
	case "":
		return "MATCH (m:Move) WITH count(m) AS n UNWIND $q.rows AS r RETURN r.key AS key, n"
	case "from":
		return "UNWIND $q.rows AS r UNWIND r.from AS x MATCH (o:Organization {id: x}) USING INDEX SEEK o:Organization(id) RETURN r.key AS key, sum(COUNT { (o)<-[:FROM]-() }) AS n"
	case "to":
		return "UNWIND $q.rows AS r UNWIND r.to AS x MATCH (o:Organization {id: x}) USING INDEX SEEK o:Organization(id) RETURN r.key AS key, sum(COUNT { (o)<-[:TO]-() }) AS n"
	case "organizations":
		if w.longest("organizations") == 1 { // less those with one organization at both ends
			return `UNWIND $q.rows AS r UNWIND r.organizations AS x MATCH (o:Organization {id: x}) USING INDEX SEEK o:Organization(id) RETURN r.key AS key,
				COUNT { (o)<-[:FROM]-() } + COUNT { (o)<-[:TO]-() } - COUNT { MATCH (m:Move) USING INDEX m:Move(from, to, position)
					WHERE m.from = x AND m.to = x AND m.position > '' } AS n`
		}
	}
	return ""
}

func page(a access, at, past, count, descending bool) string {
	unwind, variables := a.unwound()
	match := a.match(at, past)
	if count {
		return "UNWIND $q.rows AS r CALL { WITH r " + unwind + match + " RETURN count(m) AS n } RETURN r.key AS key, n"
	}
	match += " RETURN m" + a.order(past, descending) + " LIMIT $q.limit"
	if unwind != "" { // a page from each value, then the first of all
		match = unwind + "CALL { WITH r" + variables + " " + match + " } RETURN m" + access{}.order(past, descending) + " LIMIT $q.limit"
	}
	return "UNWIND $q.rows AS r CALL { WITH r " + match + " } RETURN r.key AS key, m"
}

// ofArticles finds the moves that rest on what an article states: they hang on its claims.
func (w *want) ofArticles(label string, count, descending bool) string {
	match := "MATCH (a:" + label + ") WHERE a.id = r.key MATCH (a)<-[:STATED_IN]-(c)-[:SUPPORTS]->(m:Move)" +
		" WHERE m.position > $q.after AND m.position < $q.before" + w.rest() + " WITH DISTINCT m RETURN "
	if count {
		return "UNWIND $q.rows AS r CALL { WITH r " + match + "count(m) AS n } RETURN r.key AS key, n"
	}
	return "UNWIND $q.rows AS r CALL { WITH r " + match + "m" + access{}.order(false, descending) + " LIMIT $q.limit } RETURN r.key AS key, m"
}

// claimsOf adds to rows of articles what they ever stated. Of earlier versions of moves only the lists of claims are
// left, and the claims' name blocks say where to look for them.
func (t transaction) claimsOf(rows []any) ([]any, error) {
	claims, blocks := map[any][]string{}, map[any][]string{}
	for _, label := range []string{"Article", "PastArticle"} {
		if err := t.each(`UNWIND $q.rows AS r MATCH (a:`+label+`) WHERE a.id = r.key MATCH (a)<-[:STATED_IN]-(c)
			RETURN r.key, c.id, c.block`, parameters{"q": parameters{"rows": rows}}, func(v []any) {
			claims[v[0]] = append(claims[v[0]], textOf(v[1]))
			block, _ := v[2].(string)
			blocks[v[0]] = append(blocks[v[0]], block)
		}); err != nil {
			return nil, err
		}
	}
	var with []any
	for _, r := range rows {
		if key := r.(properties)["key"]; len(claims[key]) > 0 {
			with = append(with, properties{"key": key, "claims": claims[key], "blocks": sortedTexts(blocks[key])})
		}
	}
	return with, nil
}
