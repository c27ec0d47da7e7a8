package neo4j

import (
	"strings"

	"talentgraph/graph"
)

// encodeFilter gives the conditions of a filter that are set, by name.
func encodeFilter(f graph.MoveFilter) properties {
	p := properties{}
	putList(p, "people", sortedTexts(f.People)) // without repeats, which would find moves twice
	putList(p, "from", sortedTexts(f.From))
	putList(p, "to", sortedTexts(f.To))
	putList(p, "organizations", sortedTexts(f.Organizations))
	putDate(p, "since", f.Since.First())
	putDate(p, "until", f.Until.Last())
	putList(p, "statuses", f.Statuses)
	putList(p, "roleFamilies", f.RoleFamilies)
	putList(p, "seniorities", f.Seniorities)
	if f.Inferred != nil {
		p["inferred"] = *f.Inferred
	}
	if f.MinConfidence > 0 {
		p["minConfidence"] = f.MinConfidence
	}
	putList(p, "words", f.Words)
	putList(p, "months", f.Months)
	if f.FromUnknown {
		p["fromUnknown"] = true
	}
	if f.ToUnknown {
		p["toUnknown"] = true
	}
	return p
}

// conditions says in Cypher what each condition asks of a move m; $ stands for where the values are.
var conditions = []condition{
	{"people", "m.person IN $.people"},
	{"from", "m.from IN $.from"},
	{"to", "m.to IN $.to"},
	{"organizations", "(m.from IN $.organizations OR m.to IN $.organizations)"},
	{"since", "m.latest >= $.since"},
	{"until", "m.earliest <= $.until"},
	{"statuses", "coalesce(m.status, '') IN $.statuses"},
	{"roleFamilies", "coalesce(m.roleFamily, '') IN $.roleFamilies"},
	{"seniorities", "coalesce(m.seniority, '') IN $.seniorities"},
	{"inferred", "m.inferred = $.inferred"},
	{"minConfidence", "m.confidence >= $.minConfidence"},
	{"words", "all(w IN $.words WHERE w IN m.words)"},
	{"months", "coalesce(left(m.date, 7), '') IN $.months"},
	{"fromUnknown", "m.from IS NULL"},
	{"toUnknown", "m.to IS NULL"},
	{"someUnknown", "(m.from IS NULL OR m.to IS NULL)"}, // only of a page
}

type condition struct{ name, cypher string }

// shape names the conditions that are set: two filters of one shape need only one statement.
func shape(p properties) string {
	var names []string
	for _, c := range conditions {
		if p[c.name] != nil {
			names = append(names, c.name)
		}
	}
	return strings.Join(names, " ")
}

// filters are conditions in force together: those of a row r, which differ from page to page, and those under $q.where.
type filters struct{ row, where properties }

// source says in Cypher where the values of a condition are; empty where neither filter has it.
func (f filters) source(name string) string {
	if f.row[name] != nil {
		return "r." + name
	}
	if f.where[name] != nil {
		return "$q.where." + name
	}
	return ""
}

func (f filters) longest(name string) int {
	for _, p := range []properties{f.row, f.where} {
		if l, ok := p[name].([]string); ok {
			return len(l)
		}
	}
	return 0
}

// rest is the Cypher of all conditions but the ones met already, which are given by source.
func (f filters) rest(met ...string) string {
	var all []string
	for _, x := range []struct {
		p      properties
		prefix string
	}{{f.row, "r"}, {f.where, "$q.where"}} {
		for _, c := range conditions {
			if x.p[c.name] != nil && !containsText(met, x.prefix+"."+c.name) {
				all = append(all, strings.ReplaceAll(c.cypher, "$.", x.prefix+"."))
			}
		}
	}
	return opaque(all)
}

// opaque is AND and all of the conditions, in a form that the planner leaves alone: it would look for indexes and
// turn alternatives into unions of seeks, which takes it seconds and makes plans that are worse.
func opaque(conditions []string) string {
	if len(conditions) == 0 {
		return ""
	}
	return " AND CASE WHEN " + strings.Join(conditions, " AND ") + " THEN true ELSE false END"
}

func containsText(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// access is one way to the moves that may pass: by an index, from each of some values.
type access struct {
	unwind  []string // where the values are, for the variables x and y
	anchor  string   // what the index is asked for
	columns string   // of the index before the position
	past    string   // the index of past moves: its first column, empty where there is none but the time
	rest    string   // what is left to check
}

// maxPairs is how many pairs of organizations are looked up one by one.
const maxPairs = 2000

// accesses chooses the ways that lead to all moves that may pass, each move by one of them only. A person has few
// moves, a pair of organizations fewer than either.
func (f filters) accesses() []access {
	people, from, to, either := f.source("people"), f.source("from"), f.source("to"), f.source("organizations")
	switch {
	case people != "":
		return []access{{[]string{people}, "m.person = x", "person", "person", f.rest(people)}}
	case from != "" && to != "" && f.longest("from")*f.longest("to") <= maxPairs:
		return []access{{[]string{from, to}, "m.from = x AND m.to = y", "from, to", "from", f.rest(from, to)}}
	case from != "":
		return []access{{[]string{from}, "m.from = x", "from", "from", f.rest(from)}}
	case to != "":
		return []access{{[]string{to}, "m.to = x", "to", "to", f.rest(to)}}
	case either != "":
		return []access{{[]string{either}, "m.from = x", "from", "from", f.rest(either)},
			{[]string{either}, "m.to = x", "to", "to", opaque([]string{"(m.from IS NULL OR NOT m.from IN " + either + ")"}) + f.rest(either)}}
	}
	return []access{{rest: f.rest()}}
}

// match is the Cypher that finds the moves from x and y on. Past moves are those of PastMove that hold at $at.
func (a access) match(at, past bool) string {
	label, columns, condition := "Move", "position", "m.position > $q.after AND m.position < $q.before"
	if a.columns != "" {
		columns = a.columns + ", position"
	}
	if at {
		condition += " AND m.since <= $q.at"
	}
	if past {
		label, columns = "PastMove", "until"
		if a.past != "" {
			columns = a.past + ", until"
		}
		condition = "m.until > $q.at AND " + condition
	}
	if a.anchor != "" {
		condition = a.anchor + " AND " + condition
	}
	return "MATCH (m:" + label + ") USING INDEX m:" + label + "(" + columns + ") WHERE " + condition + a.rest
}

// order is ORDER BY in the order of the index, so that the index gives it.
func (a access) order(past, descending bool) string {
	columns := "m.position"
	if a.columns != "" && !past {
		columns = "m." + strings.ReplaceAll(a.columns, ", ", ", m.") + ", m.position"
	}
	if descending {
		columns = strings.ReplaceAll(columns, ",", " DESC,") + " DESC"
	}
	return " ORDER BY " + columns
}

// unwound is the Cypher that gives x and y their values, and the names of what it gave.
func (a access) unwound() (clause, variables string) {
	for i, source := range a.unwind {
		name := string("xy"[i])
		clause += "UNWIND " + source + " AS " + name + " "
		variables += ", " + name
	}
	return clause, variables
}
