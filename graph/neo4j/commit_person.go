package neo4j

import (
	"slices"

	"talentgraph/graph"
)

// people ends the versions of those who go, writes the new versions, and brings search keys up to date. A Person node
// stays the same node from version to version: what it was before is copied to a PastPerson.
func (w *writer) people() error {
	var ids []graph.ID
	for _, p := range w.c.People {
		ids = append(ids, p.ID)
	}
	var gone []graph.ID
	for _, g := range w.c.Gone {
		if kind(g.ID) == "per" {
			gone = append(gone, g.ID)
		}
	}
	if len(ids)+len(gone) == 0 {
		return nil
	}
	names := map[graph.ID][]string{} // of those who are there, before
	if err := w.each(`UNWIND $ids AS id MATCH (p:Person {id: id}) USING INDEX SEEK p:Person(id) RETURN id, p.name, p.aliases`,
		parameters{"ids": sortedTexts(slices.Concat(ids, gone))}, func(v []any) {
			name, _ := v[1].(string)
			names[graph.ID(v[0].(string))] = append([]string{name}, list[string](v[2])...)
		}); err != nil {
		return err
	}
	keys := map[graph.ID]map[string]string{}
	var end []any
	for _, id := range gone {
		if _, ok := names[id]; ok && !slices.Contains(ids, id) {
			end = append(end, string(id))
			keys[id] = nil
			w.count.people--
		}
	}
	var fresh, changed []any
	for _, p := range w.c.People {
		row := encodePerson(p)
		row["since"] = w.at
		old, ok := names[p.ID]
		if ok {
			changed = append(changed, row)
		} else {
			fresh = append(fresh, row)
			w.count.people++
		}
		if !ok || !slices.Equal(old, p.Names()) {
			keys[p.ID] = keysOf(p.Names())
		}
		if ok && old[0] != p.Name {
			w.renamedPeople = append(w.renamedPeople, string(p.ID))
		}
	}
	slices.SortFunc(fresh, byIDProperty)
	slices.SortFunc(changed, byIDProperty)
	if err := w.replace("Person", end, fresh, changed); err != nil {
		return err
	}
	return w.rename("PersonName", keys)
}

// replace ends current versions, creates nodes and gives nodes their next version.
func (w *writer) replace(label string, end, fresh, changed []any) error {
	at := parameters{"at": w.at}
	if err := w.rows(`UNWIND $rows AS r MATCH (n:`+label+` {id: r}) USING INDEX SEEK n:`+label+`(id) CREATE (p:Past`+label+`) SET p = properties(n), p.until = $at, p.shelf = null
		DETACH DELETE n`, end, at); err != nil {
		return err
	}
	if err := w.rows(`UNWIND $rows AS r CREATE (n:`+label+`) SET n = r`, fresh, nil); err != nil {
		return err
	}
	return w.rows(`UNWIND $rows AS r MATCH (n:`+label+` {id: r.id}) USING INDEX SEEK n:`+label+`(id) CREATE (p:Past`+label+`) SET p = properties(n), p.until = $at, p.shelf = null
		WITH n, r, CASE WHEN n.block = r.block THEN n.shelf END AS shelf SET n = r, n.shelf = shelf`, changed, at)
}
