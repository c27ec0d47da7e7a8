package neo4j

import "talentgraph/graph"

// flows applies the differences to the FLOW relationships; one that counts no moves goes.
func (w *writer) flows() error {
	differences := map[graph.FlowCount]int{}
	var rows []any
	for _, f := range w.c.Flows {
		n := f.Moves
		f.Moves = 0
		differences[f] += n
	}
	for f, n := range differences {
		if n != 0 {
			rows = append(rows, []any{string(f.From), string(f.To), f.Month, string(f.Status), n})
		}
	}
	if len(rows) == 0 {
		return w.tidy()
	}
	var empty []any
	for start := 0; start < len(rows); start += maxRows {
		part := rows[start:min(start+maxRows, len(rows))]
		if err := w.each(`UNWIND $rows AS r
			MATCH ()-[f:FLOW {from: r[0], to: r[1], month: r[2], status: r[3]}]->()
			SET f.moves = f.moves + r[4] RETURN r[0], r[1], r[2], r[3], f.moves`, parameters{"rows": part}, func(v []any) {
			f := graph.FlowCount{From: graph.ID(v[0].(string)), To: graph.ID(v[1].(string)), Month: v[2].(string),
				Status: graph.Status(v[3].(string))}
			delete(differences, f)
			if v[4].(int64) == 0 {
				empty = append(empty, []any{v[0], v[1], v[2], v[3]})
			}
		}); err != nil {
			return err
		}
	}
	var known, toUnknown, fromUnknown, unknown []any
	for _, r := range rows {
		r := r.([]any)
		f := graph.FlowCount{From: graph.ID(r[0].(string)), To: graph.ID(r[1].(string)), Month: r[2].(string), Status: graph.Status(r[3].(string))}
		if differences[f] == 0 {
			continue // it was there, or is no difference
		}
		switch {
		case f.From != "" && f.To != "":
			known = append(known, r)
		case f.From != "":
			toUnknown = append(toUnknown, r)
		case f.To != "":
			fromUnknown = append(fromUnknown, r)
		default:
			unknown = append(unknown, r)
		}
	}
	for _, x := range []struct {
		from, to string
		rows     []any
	}{
		{"(a:Organization {id: r[0]}) USING INDEX SEEK a:Organization(id)", "(b:Organization {id: r[1]}) USING INDEX SEEK b:Organization(id)", known},
		{"(a:Organization {id: r[0]}) USING INDEX SEEK a:Organization(id)", "(b:Unknown {id: r[1]}) USING INDEX SEEK b:Unknown(id)", toUnknown},
		{"(a:Unknown {id: r[0]}) USING INDEX SEEK a:Unknown(id)", "(b:Organization {id: r[1]}) USING INDEX SEEK b:Organization(id)", fromUnknown},
		{"(a:Unknown {id: r[0]}) USING INDEX SEEK a:Unknown(id)", "(b:Unknown {id: r[1]}) USING INDEX SEEK b:Unknown(id)", unknown},
	} {
		if err := w.rows(`UNWIND $rows AS r MATCH `+x.from+` MATCH `+x.to+`
			CREATE (a)-[:FLOW {from: r[0], to: r[1], month: r[2], status: r[3], moves: r[4]}]->(b)`, x.rows, nil); err != nil {
			return err
		}
	}
	if err := w.rows(`UNWIND $rows AS r MATCH ()-[f:FLOW {from: r[0], to: r[1], month: r[2], status: r[3]}]->() DELETE f`, empty, nil); err != nil {
		return err
	}
	return w.tidy()
}

// tidy deletes the nodes of organizations that nothing defines, names or leads to any more.
func (w *writer) tidy() error {
	return w.rows(`UNWIND $rows AS r MATCH (o:Organization {id: r}) USING INDEX SEEK o:Organization(id)
		WHERE o.since IS NULL AND coalesce(size(o.observed), 0) = 0 AND NOT EXISTS { (o)--() } DELETE o`, w.idle, nil)
}
