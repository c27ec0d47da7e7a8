package neo4j

import "talentgraph/graph"

// judge records and undoes judgements. One on organizations raises the version of the rules each time, and is
// labelled Rule while it holds.
func (w *writer) judge() error {
	if len(w.c.Judgements) == 0 && len(w.c.Undo) == 0 {
		return nil
	}
	ids := append([]graph.ID(nil), w.c.Undo...)
	for _, j := range w.c.Judgements {
		ids = append(ids, j.ID)
	}
	holds, onOrganizations := map[graph.ID]bool{}, map[graph.ID]bool{}
	if err := w.each(`UNWIND $ids AS id MATCH (j:Judgement {id: id}) USING INDEX SEEK j:Judgement(id) RETURN id, j.undone IS NULL, size(j.organizations) > 0`,
		parameters{"ids": sortedTexts(ids)}, func(v []any) {
			id := graph.ID(v[0].(string))
			holds[id] = v[1].(bool)
			onOrganizations[id], _ = v[2].(bool)
		}); err != nil {
		return err
	}
	var record, undo []any
	for _, j := range w.c.Judgements {
		if holds[j.ID] {
			continue
		}
		holds[j.ID] = true
		onOrganizations[j.ID] = len(j.Organizations) > 0
		if onOrganizations[j.ID] {
			w.rules++
		}
		p := encodeJudgement(j)
		p["at"] = w.at
		record = append(record, p)
	}
	for _, id := range w.c.Undo {
		if !holds[id] {
			continue
		}
		holds[id] = false
		if onOrganizations[id] {
			w.rules++
		}
		undo = append(undo, string(id))
	}
	if err := w.rows(`UNWIND $rows AS r
		MERGE (j:Judgement {id: r.id}) SET j = r
		FOREACH (x IN CASE WHEN size(r.organizations) > 0 THEN [j] ELSE [] END | SET x:Rule)
		WITH j, r UNWIND r.blocks AS block
		MERGE (b:Block {id: block}) ON CREATE SET b.version = 0
		MERGE (j)-[:ON]->(b)`, record, nil); err != nil {
		return err
	}
	if err := w.rows(`UNWIND $rows AS id MATCH (j:Judgement {id: id}) USING INDEX SEEK j:Judgement(id) REMOVE j:Rule SET j.undone = $at`, undo, parameters{"at": w.at}); err != nil {
		return err
	}
	return w.do(`MATCH (r:Rules {id: 'rules'}) SET r.version = $version`, parameters{"version": w.rules})
}
