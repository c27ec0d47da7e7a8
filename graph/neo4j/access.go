package neo4j

import "strings"

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
