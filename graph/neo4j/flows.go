package neo4j

import (
	"context"
	"strings"

	"talentgraph/graph"
)

// cells says in Cypher in which cell of a period a month is, as graph.Period.Cell does.
var cells = map[graph.Period]string{
	"":            "''",
	graph.Month:   "month",
	graph.Quarter: "CASE WHEN size(month) < 7 THEN month ELSE left(month, 5) + 'Q' + toString((toInteger(substring(month, 5)) + 2) / 3) END",
	graph.Year:    "left(month, 4)",
}

// Flows as graph.Store says. What the FLOW relationships can tell, they tell; other filters count moves.
func (s *Store) Flows(ctx context.Context, q graph.FlowQuery) ([]graph.Flow, error) {
	where := encodeFilter(q.Where)
	p := parameters{"where": where, "at": micros(q.At), "after": "", "before": lastPosition, "limit": q.Limit}
	source := ""
	if f := q.Where; q.At.IsZero() && counted(f) {
		source = flowSource(q, where)
		p["sinceYear"], p["sinceMonth"], p["untilMonth"] = cut(f.Since.First().String(), 4), cut(f.Since.First().String(), 7), cut(f.Until.Last().String(), 7)
	} else {
		source = moveSource(q, filters{where: where})
	}
	var b strings.Builder
	b.WriteString("CALL { " + source + " } WITH a AS from, b AS to, " + cells[q.ByPeriod] + " AS period, sum(n) AS moves WHERE moves > 0")
	if q.After != nil {
		p["moves"], p["from"], p["to"], p["period"] = q.After.Moves, string(q.After.From), string(q.After.To), q.After.Period
		b.WriteString(` AND (moves < $q.moves OR moves = $q.moves AND (from > $q.from OR from = $q.from AND
			(to > $q.to OR to = $q.to AND period > $q.period)))`)
	}
	b.WriteString(" RETURN from, to, period, moves ORDER BY moves DESC, from, to, period LIMIT $q.limit")
	var flows []graph.Flow
	err := s.read(ctx, "flows", func(t transaction) error {
		flows = nil
		return t.each(b.String(), parameters{"q": p}, func(v []any) {
			flows = append(flows, graph.Flow{From: graph.ID(v[0].(string)), To: graph.ID(v[1].(string)), Period: v[2].(string),
				Moves: int(v[3].(int64))})
		})
	})
	if err != nil {
		return nil, err
	}
	return flows, nil
}

// counted reports whether the FLOW relationships hold what the filter asks for: no condition on more than ends, status
// and whole months.
func counted(f graph.MoveFilter) bool {
	first, last := f.Since.First(), f.Until.Last()
	return len(f.People)+len(f.RoleFamilies)+len(f.Seniorities)+len(f.Words) == 0 && f.Inferred == nil && f.MinConfidence <= 0 &&
		(first.IsZero() || first.Day == 1) && (last.IsZero() || last == graph.Date{Year: last.Year, Month: last.Month}.Last())
}

func cut(s string, n int) string { return s[:min(n, len(s))] }

// columns are a, b and month of a source, as far as they are grouped by: reading a property takes its time.
func columns(q graph.FlowQuery, from, to, month string) string {
	pick := func(grouped bool, column string) string {
		if grouped {
			return column
		}
		return "''"
	}
	return " RETURN " + pick(q.ByFrom, from) + " AS a, " + pick(q.ByTo, to) + " AS b, " + pick(q.ByPeriod != "", month) + " AS month, "
}

// flowSource gives rows a, b, month, n from the FLOW relationships.
func flowSource(q graph.FlowQuery, where properties) string {
	rest := func(met ...string) string {
		var all []string
		for _, c := range []condition{
			{"from", "f.from IN $q.where.from"}, {"to", "f.to IN $q.where.to"},
			{"organizations", "(f.from IN $q.where.organizations OR f.to IN $q.where.organizations)"},
			{"statuses", "f.status IN $q.where.statuses"}, {"months", "f.month IN $q.where.months"},
			{"fromUnknown", "f.from = ''"}, {"toUnknown", "f.to = ''"},
			{"since", "f.month >= $q.sinceYear AND (size(f.month) = 4 OR f.month >= $q.sinceMonth)"},
			{"until", "f.month <> '' AND f.month <= $q.untilMonth"},
		} {
			if where[c.name] != nil && !containsText(met, c.name) {
				all = append(all, c.cypher)
			}
		}
		return opaque(all) + columns(q, "f.from", "f.to", "f.month") + "f.moves AS n"
	}
	f := filters{where: where}
	switch {
	case where["from"] != nil && where["to"] != nil && f.longest("from")*f.longest("to") <= maxPairs:
		return `UNWIND $q.where.from AS x UNWIND $q.where.to AS y
			MATCH ()-[f:FLOW]->() USING INDEX f:FLOW(from, to, month, status)
			WHERE f.from = x AND f.to = y AND f.month >= '' AND f.status >= ''` + rest("from", "to")
	case where["from"] != nil:
		return `UNWIND $q.where.from AS x MATCH (:Organization {id: x})-[f:FLOW]->() WHERE true` + rest("from")
	case where["to"] != nil:
		return `UNWIND $q.where.to AS x MATCH (:Organization {id: x})<-[f:FLOW]-() WHERE true` + rest("to")
	case where["organizations"] != nil:
		return `UNWIND $q.where.organizations AS x MATCH (:Organization {id: x})-[f:FLOW]->() WHERE true` + rest("organizations") +
			` UNION ALL UNWIND $q.where.organizations AS x MATCH (:Organization {id: x})<-[f:FLOW]-()
			WHERE CASE WHEN f.from IN $q.where.organizations THEN false ELSE true END` + rest("organizations")
	case where["fromUnknown"] != nil:
		return `MATCH (:Unknown {id: ''})-[f:FLOW]->() WHERE true` + rest()
	case where["toUnknown"] != nil:
		return `MATCH (:Unknown {id: ''})<-[f:FLOW]-() WHERE true` + rest()
	}
	return `MATCH ()-[f:FLOW]->() WHERE true` + rest()
}

// moveSource gives the same rows from the moves.
func moveSource(q graph.FlowQuery, f filters) string {
	at := !q.At.IsZero()
	var parts []string
	for _, past := range []bool{false, true} {
		if past && !at {
			continue
		}
		for _, a := range f.accesses() {
			unwind, _ := a.unwound()
			if past {
				unwind = "MATCH (g:TalentGraph {id: 'graph'}) WHERE g.at > $q.at " + unwind
			}
			parts = append(parts, unwind+a.match(at, past)+
				columns(q, "coalesce(m.from, '')", "coalesce(m.to, '')", "coalesce(left(m.date, 7), '')")+"1 AS n")
		}
	}
	return strings.Join(parts, " UNION ALL ")
}
