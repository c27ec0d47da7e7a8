package neo4j

import (
	"context"
	"slices"
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
	if f := q.Where; q.At.IsZero() && counted(where, f) && countedCells(q) {
		from = flowSource(where)
		p["sinceYear"], p["sinceMonth"], p["untilMonth"] = cut(f.Since.First().String(), 4), cut(f.Since.First().String(), 7), cut(f.Until.Last().String(), 7)
	} else {
		from = moveSource(filters{where: where}, q)
	}
	if q.After != nil {
		p["moves"], p["cell"] = q.After.Moves, cellKey(*q.After)
	}
	statement := from.statement(q)
	var flows []graph.Flow
	err := s.read(ctx, "flows", func(t transaction) error {
		flows = nil
		add := func(v []any) {
			f := graph.Flow{Moves: int(v[1].(int64)), Inside: v[2].(bool)}
			for i, key := range list[string](v[0]) {
				setCell(&f, q.By[i], key)
			}
			flows = append(flows, f)
		}
		if q.Limit <= maxCollected {
			return t.once(statement, "cell, moves, inside", parameters{"q": p}, add)
		}
		return t.each(statement, parameters{"q": p}, add)
	})
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(flows, q.Order.Compare) // a subquery promises no order
	return flows, nil
}

// dimensions in the order in which cells are sorted, with the properties of a move that tell them.
var dimensions = []struct {
	by       graph.FlowDimension
	property string
}{{graph.ByFrom, "from"}, {graph.ByTo, "to"}, {graph.ByPeriod, "date"}, {graph.ByRoleFamily, "roleFamily"}, {graph.BySeniority, "seniority"},
	{graph.ByFromSector, "fromSector"}, {graph.ByToSector, "toSector"}, {graph.ByFromCountry, "fromCountry"}, {graph.ByToCountry, "toCountry"},
	{graph.ByStatus, "status"}, {graph.ByLanguage, "language"}}

func setCell(f *graph.Flow, by graph.FlowDimension, key string) {
	switch by {
	case graph.ByFrom:
		f.From = graph.ID(key)
	case graph.ByTo:
		f.To = graph.ID(key)
	case graph.ByPeriod:
		f.Period = key
	case graph.ByRoleFamily:
		f.RoleFamily = graph.RoleFamily(key)
	case graph.BySeniority:
		f.Seniority = graph.Seniority(key)
	case graph.ByFromSector:
		f.FromSector = key
	case graph.ByToSector:
		f.ToSector = key
	case graph.ByFromCountry:
		f.FromCountry = key
	case graph.ByToCountry:
		f.ToCountry = key
	case graph.ByStatus:
		f.Status = graph.Status(key)
	case graph.ByLanguage:
		f.Language = key
	}
}

// cellKey is a text that sorts cells as graph.FlowOrder does: the keys with a sign between them that comes before all others.
func cellKey(f graph.Flow) string {
	inside := "0"
	if f.Inside {
		inside = "1"
	}
	return strings.Join([]string{string(f.From), string(f.To), f.Period, string(f.RoleFamily), string(f.Seniority), f.FromSector, f.ToSector,
		f.FromCountry, f.ToCountry, string(f.Status), f.Language, inside}, "\x01")
}

// counted reports whether the FLOW relationships hold what the filter asks for: no condition on more than ends, status
// and whole months.
func counted(where properties, f graph.MoveFilter) bool {
	for name := range where {
		switch name {
		case "from", "to", "organizations", "statuses", "months", "fromUnknown", "toUnknown", "since", "until":
		default:
			return false
		}
	}
	first, last := f.Since.First(), f.Until.Last()
	return (first.IsZero() || first.Day == 1) && (last.IsZero() || last == graph.Date{Year: last.Year, Month: last.Month}.Last())
}

// countedCells reports whether they hold the cells.
func countedCells(q graph.FlowQuery) bool {
	return !q.RollUp && !slices.ContainsFunc(q.By, func(d graph.FlowDimension) bool { return d != graph.ByFrom && d != graph.ByTo && d != graph.ByPeriod })
}

func cut(s string, n int) string { return s[:min(n, len(s))] }

// source is where counts come from: ways to relationships or nodes, each one by one way only, and what those hold.
type source struct {
	ways   []string
	key    func(graph.FlowDimension) string // of each dimension; of ByPeriod the month
	inside string
	moves  string
}

// statement counts by the cells that are asked for. It reads no more than those need, for that takes its time.
func (x source) statement(q graph.FlowQuery) string {
	var columns, keys []string // as read, as grouped by
	for _, d := range q.By {
		if d == graph.ByPeriod {
			columns, keys = append(columns, x.key(d)+" AS month"), append(keys, cells[q.Period]+" AS "+string(d))
		} else {
			columns, keys = append(columns, x.key(d)+" AS "+string(d)), append(keys, string(d))
		}
	}
	inside := "false"
	if q.RollUp {
		columns, keys, inside = append(columns, x.inside+" AS INSIDE"), append(keys, "INSIDE"), "INSIDE"
	}
	read := strings.Join(append(columns, x.moves+" AS n"), ", ")
	statement := x.ways[0] + " WITH " + read
	if len(x.ways) > 1 {
		statement = "CALL { " + strings.Join(x.ways, " RETURN "+read+" UNION ALL ") + " RETURN " + read + " }"
	}
	statement += " WITH " + strings.Join(append(keys, "sum(n) AS moves"), ", ") + " WHERE moves > 0"
	if q.After != nil {
		statement += " AND (" + after(q.Order, placeOf(q)) + ")"
	}
	by := make([]string, len(q.By))
	for i, d := range q.By {
		by[i] = string(d)
	}
	return statement + " RETURN [" + strings.Join(by, ", ") + "] AS cell, moves, " + inside + " AS inside ORDER BY " + order(q) + " LIMIT $q.limit"
}

// placeOf is cellKey in Cypher.
func placeOf(q graph.FlowQuery) string {
	var parts []string
	for _, d := range dimensions {
		if q.Groups(d.by) {
			parts = append(parts, string(d.by))
		} else {
			parts = append(parts, "''")
		}
	}
	inside := "'0'"
	if q.RollUp {
		inside = "CASE WHEN INSIDE THEN '1' ELSE '0' END"
	}
	return strings.Join(append(parts, inside), " + '\u0001' + ")
}

func after(o graph.FlowOrder, place string) string {
	switch o {
	case graph.ByCell:
		return place + " > $q.cell"
	case graph.ByCellDown:
		return place + " < $q.cell"
	case graph.LeastMoves:
		return "moves > $q.moves OR moves = $q.moves AND " + place + " < $q.cell"
	}
	return "moves < $q.moves OR moves = $q.moves AND " + place + " > $q.cell"
}

func order(q graph.FlowQuery) string {
	direction := ""
	var all []string
	switch q.Order {
	case graph.ByCell:
	case graph.ByCellDown:
		direction = " DESC"
	case graph.LeastMoves:
		all, direction = append(all, "moves"), " DESC"
	default:
		all = append(all, "moves DESC")
	}
	for _, d := range dimensions {
		if q.Groups(d.by) {
			all = append(all, string(d.by)+direction)
		}
	}
	if q.RollUp {
		all = append(all, "inside"+direction)
	}
	if len(all) == 0 { // one cell
		return "moves"
	}
	return strings.Join(all, ", ")
}

// flowSource is the FLOW relationships.
func flowSource(where properties) source {
	x := source{moves: "f.moves", key: func(d graph.FlowDimension) string {
		return map[graph.FlowDimension]string{graph.ByFrom: "f.from", graph.ByTo: "f.to", graph.ByPeriod: "f.month"}[d]
	}}
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
func moveSource(f filters, q graph.FlowQuery) source {
	x := source{moves: "1", inside: "coalesce(m.fromGroup = m.toGroup, false)", key: func(by graph.FlowDimension) string {
		for _, d := range dimensions {
			switch {
			case d.by != by:
			case by == graph.ByPeriod:
				return "coalesce(left(m.date, 7), '')"
			case q.RollUp && (by == graph.ByFrom || by == graph.ByTo):
				return "coalesce(m." + d.property + "Group, '')"
			default:
				return "coalesce(m." + d.property + ", '')"
			}
		}
		return "''"
	}}
	x.ways = f.ways(!q.At.IsZero())
	return x
}

// ways are the ways to all moves m that may pass, now or at $q.at, each by one of them only.
func (f filters) ways(at bool) []string {
	var ways []string
	for _, past := range []bool{false, true} {
		if past && !at {
			continue
		}
		for _, a := range f.accesses() {
			unwind, _ := a.unwound()
			if past {
				unwind = "MATCH (g:TalentGraph {id: 'graph'}) WHERE g.at > $q.at " + unwind
			}
			ways = append(ways, unwind+a.match(at, past))
		}
	}
	return ways
}
