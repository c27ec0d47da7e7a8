package neo4j

import (
	"slices"

	"talentgraph/graph"
)

// standing is a Move node before the commit.
type standing struct {
	person, from, to, name string
	claims                 []graph.ID
	mentioned              []string
}

// The caption that Neo4j Browser shows for a move: "Ada Lovelace: One → Two".
const caption = `coalesce(p.name, '?') + ': ' + coalesce(f.name, '?') + ' → ' + coalesce(t.name, '?')`

const (
	linkMoves = `UNWIND $rows AS r MATCH (m:Move {id: r[0]}) USING INDEX SEEK m:Move(id)
		OPTIONAL MATCH (p:Person {id: r[1]}) USING INDEX SEEK p:Person(id)
		OPTIONAL MATCH (f:Organization {id: r[2]}) USING INDEX SEEK f:Organization(id)
		OPTIONAL MATCH (t:Organization {id: r[3]}) USING INDEX SEEK t:Organization(id)
		SET m.name = ` + caption + `
		FOREACH (x IN CASE WHEN p IS NULL THEN [] ELSE [p] END | CREATE (x)-[:MADE]->(m))
		FOREACH (x IN CASE WHEN f IS NULL THEN [] ELSE [f] END | CREATE (m)-[:FROM]->(x))
		FOREACH (x IN CASE WHEN t IS NULL THEN [] ELSE [t] END | CREATE (m)-[:TO]->(x))`
	unlinkMoves = `UNWIND $rows AS r MATCH (m:Move {id: r})-[x:MADE|FROM|TO]-() USING INDEX SEEK m:Move(id) DELETE x`
	nameMoves   = `UNWIND $rows AS r MATCH (p:Person {id: r})-[:MADE]->(m:Move) USING INDEX SEEK p:Person(id)
		OPTIONAL MATCH (m)-[:FROM]->(f) OPTIONAL MATCH (m)-[:TO]->(t) SET m.name = ` + caption
	within    = `UNWIND $rows AS r MATCH (m:Move {id: r[0]}) USING INDEX SEEK m:Move(id) MATCH (o:Organization {id: r[1]}) USING INDEX SEEK o:Organization(id) CREATE (m)-[:WITHIN]->(o)`
	unwithin  = `UNWIND $rows AS r MATCH (m:Move {id: r})-[x:WITHIN]->() USING INDEX SEEK m:Move(id) DELETE x`
	support   = `UNWIND $rows AS r MATCH (m:Move {id: r[0]}) USING INDEX SEEK m:Move(id) MATCH (c:Claim {id: r[1]}) USING INDEX SEEK c:Claim(id) CREATE (c)-[:SUPPORTS]->(m)`
	unsupport = `UNWIND $rows AS r MATCH (m:Move {id: r[0]})<-[x:SUPPORTS]-(c) USING INDEX SEEK m:Move(id) WHERE c.id IN r[1] DELETE x`
)

// moves does for moves what people does for people, with their relationships.
func (w *writer) moves() error {
	before, err := w.readMoves()
	if err != nil {
		return err
	}
	var end, fresh, changed, link, unlink, supports, unsupports, groups, ungroup []any
	seen := map[graph.ID]bool{}
	for _, m := range w.c.Moves {
		seen[m.ID] = true
		row := encodeMove(m)
		row["since"] = w.at
		old, ok := before[m.ID]
		if ok {
			changed = append(changed, row)
			row["name"] = old.name
		} else {
			fresh = append(fresh, row)
			w.count.moves++
		}
		if !ok || old.person != string(m.Person) || old.from != string(m.From) || old.to != string(m.To) {
			link = append(link, []any{string(m.ID), string(m.Person), text(m.From), text(m.To)})
			if ok {
				unlink = append(unlink, string(m.ID))
			}
		}
		if now, then := above(mentioned(m), string(m.From), string(m.To)), above(old.mentioned, old.from, old.to); !slices.Equal(now, then) {
			if len(then) > 0 {
				ungroup = append(ungroup, string(m.ID))
			}
			for _, id := range now {
				groups = append(groups, []any{string(m.ID), id})
			}
		}
		for _, c := range m.Claims {
			if !slices.Contains(old.claims, c) {
				supports = append(supports, []any{string(m.ID), string(c)})
			}
		}
		if lost := slices.DeleteFunc(slices.Clone(old.claims), func(c graph.ID) bool { return slices.Contains(m.Claims, c) }); len(lost) > 0 {
			unsupports = append(unsupports, []any{string(m.ID), texts(lost)})
		}
	}
	for _, g := range w.c.Gone {
		if _, ok := before[g.ID]; ok && !seen[g.ID] {
			end = append(end, string(g.ID))
			w.count.moves--
		}
	}
	if err := w.replace("Move", end, fresh, changed); err != nil {
		return err
	}
	for _, x := range []struct {
		statement string
		rows      []any
	}{{unlinkMoves, unlink}, {linkMoves, link}, {unwithin, ungroup}, {within, groups}, {unsupport, unsupports},
		{support, supports}, {nameMoves, w.renamedPeople}} {
		if err := w.rows(x.statement, x.rows, nil); err != nil {
			return err
		}
	}
	return nil
}

// above is the organizations that a move mentions and that are not its ends: groups that the ends are part of.
func above(mentioned []string, from, to string) []string {
	return slices.DeleteFunc(slices.Clone(mentioned), func(id string) bool { return id == from || id == to })
}

// text is an id as a parameter, null where it is empty.
func text(id graph.ID) any {
	if id == "" {
		return nil
	}
	return string(id)
}

func (w *writer) readMoves() (map[graph.ID]standing, error) {
	var ids []graph.ID
	for _, m := range w.c.Moves {
		ids = append(ids, m.ID)
	}
	for _, g := range w.c.Gone {
		if kind(g.ID) == "mov" {
			ids = append(ids, g.ID)
		}
	}
	before := map[graph.ID]standing{}
	if len(ids) == 0 {
		return before, nil
	}
	err := w.each(`UNWIND $ids AS id MATCH (m:Move {id: id}) USING INDEX SEEK m:Move(id) RETURN id, m.person, m.from, m.to, m.name, m.claims, m.mentioned`,
		parameters{"ids": sortedTexts(ids)}, func(v []any) {
			s := func(i int) string { x, _ := v[i].(string); return x }
			before[graph.ID(s(0))] = standing{person: s(1), from: s(2), to: s(3), name: s(4), claims: list[graph.ID](v[5]),
				mentioned: list[string](v[6])}
		})
	return before, err
}

// succeed notes which ids gave way to which.
func (w *writer) succeed() error {
	var rows, none []any
	for _, g := range w.c.Gone {
		if g.Successor == "" {
			none = append(none, string(g.ID))
		} else {
			rows = append(rows, []any{string(g.ID), string(g.Successor)})
		}
	}
	if err := w.rows(`UNWIND $rows AS r MATCH (s:Succession {id: r}) USING INDEX SEEK s:Succession(id) DELETE s`, none, nil); err != nil {
		return err
	}
	return w.rows(`UNWIND $rows AS r MERGE (s:Succession {id: r[0]}) SET s.successor = r[1]`, rows, nil)
}
