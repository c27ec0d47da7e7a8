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
	var from source
	if f := q.Where; q.At.IsZero() && counted(f) {
		from = flowSource(where)
		p["sinceYear"], p["sinceMonth"], p["untilMonth"] = cut(f.Since.First().String(), 4), cut(f.Since.First().String(), 7), cut(f.Until.Last().String(), 7)
	} else {
		from = moveSource(filters{where: where}, !q.At.IsZero())
	}
	if q.After != nil {
		p["moves"], p["from"], p["to"], p["period"] = q.After.Moves, string(q.After.From), string(q.After.To), q.After.Period
	}
	statement := from.statement(q)
	var flows []graph.Flow
	err := s.read(ctx, "flows", func(t transaction) error {
		flows = nil
		return t.each(statement, parameters{"q": p}, func(v []any) {
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

// source is where counts come from: ways to relationships or nodes, each one by one way only, and what those hold.
type source struct {
	ways                   []string
	from, to, month, moves string
}

// statement counts by the cells that are asked for. It reads no more than those need, for that takes its time.
func (x source) statement(q graph.FlowQuery) string {
	var columns, keys, order []string // as read, as grouped by
	from, to, period := "''", "''", "''"
	add := func(name *string, key, column, cell string) {
		*name = key
		columns, order = append(columns, column), append(order, ", "+key)
		keys = append(keys, cell)
	}
	if q.ByFrom {
		add(&from, "from", x.from+" AS from", "from")
	}
	if q.ByTo {
		add(&to, "to", x.to+" AS to", "to")
	}
	if q.ByPeriod != "" {
		add(&period, "period", x.month+" AS month", cells[q.ByPeriod]+" AS period")
	}
	read := strings.Join(append(columns, x.moves+" AS n"), ", ")
	statement := x.ways[0] + " WITH " + read
	if len(x.ways) > 1 {
		statement = "CALL { " + strings.Join(x.ways, " RETURN "+read+" UNION ALL ") + " RETURN " + read + " }"
	}
	statement += " WITH " + strings.Join(append(keys, "sum(n) AS moves"), ", ") + " WHERE moves > 0"
	if q.After != nil {
		statement += strings.NewReplacer("FROM", from, "TO", to, "PERIOD", period).Replace(` AND (moves < $q.moves OR moves = $q.moves AND
			(FROM > $q.from OR FROM = $q.from AND (TO > $q.to OR TO = $q.to AND PERIOD > $q.period)))`)
	}
	return statement + " RETURN " + from + " AS a, " + to + " AS b, " + period + " AS c, moves ORDER BY moves DESC" + strings.Join(order, "") + " LIMIT $q.limit"
}

// flowSource is the FLOW relationships.
func flowSource(where properties) source {
	x := source{from: "f.from", to: "f.to", month: "f.month", moves: "f.moves"}
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
		return opaque(all)
	}
	f := filters{where: where}
	switch {
	case where["from"] != nil && where["to"] != nil && f.longest("from")*f.longest("to") <= maxPairs:
		x.ways = []string{`UNWIND $q.where.from AS x UNWIND $q.where.to AS y
			MATCH ()-[f:FLOW]->() USING INDEX f:FLOW(from, to, month, status)
			WHERE f.from = x AND f.to = y AND f.month >= '' AND f.status >= ''` + rest("from", "to")}
	case where["from"] != nil:
		x.ways = []string{`UNWIND $q.where.from AS x MATCH (o:Organization {id: x})-[f:FLOW]->() USING INDEX SEEK o:Organization(id) WHERE true` + rest("from")}
	case where["to"] != nil:
		x.ways = []string{`UNWIND $q.where.to AS x MATCH (o:Organization {id: x})<-[f:FLOW]-() USING INDEX SEEK o:Organization(id) WHERE true` + rest("to")}
	case where["organizations"] != nil:
		x.ways = []string{`UNWIND $q.where.organizations AS x MATCH (o:Organization {id: x})-[f:FLOW]->() USING INDEX SEEK o:Organization(id) WHERE true` + rest("organizations"),
			`UNWIND $q.where.organizations AS x MATCH (o:Organization {id: x})<-[f:FLOW]-() USING INDEX SEEK o:Organization(id)
			WHERE CASE WHEN f.from IN $q.where.organizations THEN false ELSE true END` + rest("organizations")}
	case where["fromUnknown"] != nil:
		x.ways = []string{`MATCH (:Unknown {id: ''})-[f:FLOW]->() WHERE true` + rest()}
	case where["toUnknown"] != nil:
		x.ways = []string{`MATCH (:Unknown {id: ''})<-[f:FLOW]-() WHERE true` + rest()}
	default:
		x.ways = []string{`MATCH ()-[f:FLOW]->() WHERE true` + rest()}
	}
	return x
}

// moveSource is the moves.
func moveSource(f filters, at bool) source {
	x := source{from: "coalesce(m.from, '')", to: "coalesce(m.to, '')", month: "coalesce(left(m.date, 7), '')", moves: "1"}
	for _, past := range []bool{false, true} {
		if past && !at {
			continue
		}
		for _, a := range f.accesses() {
			unwind, _ := a.unwound()
			if past {
				unwind = "MATCH (g:TalentGraph {id: 'graph'}) WHERE g.at > $q.at " + unwind
			}
			x.ways = append(x.ways, unwind+a.match(at, past))
		}
	}
	return x
}
