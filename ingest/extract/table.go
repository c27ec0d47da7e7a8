package extract

import (
	"slices"

	"talentgraph/graph"
)

// table is a table of persons that the article sets out in lines: what its columns hold, by the words of its head.
type table struct {
	cols  []string // "person", "from", "to", "role" or ""
	index int      // of the sentence read last
}

// readTable reads the head and the rows of a table whose columns are parted by bars: "Name | From | To | Role".
func (d *document) readTable(s *sentence) []*fact {
	cells := s.cells()
	if len(cells) < 3 {
		return nil
	}
	if cols := d.tableHead(s, cells); cols != nil {
		d.table = table{cols, s.index}
		return nil
	}
	if d.table.cols == nil || s.index-d.table.index > 3 {
		return nil
	}
	d.table.index = s.index
	f := &fact{kind: "join", sent: s, rule: "table", focus: d.focus, status: graph.Completed}
	for i, c := range cells {
		if i >= len(d.table.cols) {
			break
		}
		switch d.table.cols[i] {
		case "person":
			f.who = d.cellPerson(s, c)
			f.node = c[0]
		case "from":
			f.from = orgArg{org: d.cellOrg(s, c)}
			if f.from.org == nil && c[0] < c[1] && s.nodes[c[0]].kind == kindRole && d.focus != nil { // "Then: art director", of those who were at one house
				f.from = orgArg{org: d.focus, implied: true}
			}
		case "to":
			f.to = orgArg{org: d.cellOrg(s, c)}
		case "role":
			for k := c[0]; k < c[1]; k++ {
				if s.nodes[k].kind == kindRole && f.roleTo == "" {
					f.roleTo = s.nodes[k].role
				}
			}
		}
	}
	switch {
	case f.who == nil || f.from.org == nil && f.to.org == nil || f.from.org == f.to.org:
		return nil
	case f.to.org == nil:
		f.kind, f.roleTo = "leave", ""
	case f.from.org == nil:
		f.from.unknown = true
	}
	return []*fact{f}
}

// cells gives where the parts of a line between bars begin and end, as nodes.
func (s *sentence) cells() [][2]int {
	var out [][2]int
	start, mark := 0, "|"
	if s.slashes() > 1 {
		mark = "/"
	}
	for i := range s.nodes {
		if s.nodes[i].low == mark && (mark == "|" || !s.toks[s.nodes[i].a].glued) {
			if i > start || i > 0 {
				out = append(out, [2]int{start, i})
			}
			start = i + 1
		}
	}
	if len(out) == 0 {
		return nil
	}
	return append(out, [2]int{start, len(s.nodes)})
}

// slashes counts the strokes with a blank before them in a line without bars.
func (s *sentence) slashes() int {
	n := 0
	for i := range s.toks {
		if s.toks[i].low == "|" {
			return 0
		}
		if s.toks[i].low == "/" && !s.toks[i].glued && i > 0 {
			n++
		}
	}
	return n
}

// tableHead gives what the columns hold where the line is the head of a table: a column of persons and one of organizations.
func (d *document) tableHead(s *sentence, cells [][2]int) []string {
	cols := make([]string, len(cells))
	has := map[string]bool{}
	for i, c := range cells {
		for _, kind := range []string{"person", "from", "to", "role"} {
			class := d.p.named("col." + kind)
			if class == nil || cols[i] != "" || has[kind] {
				continue
			}
			for k := c[0]; k < c[1]; k++ {
				if n := &s.nodes[k]; class.has(n.low) || s.phrase(class, k) > 0 {
					cols[i], has[kind] = kind, true
					break
				}
			}
		}
	}
	if !has["person"] || !has["from"] && !has["to"] {
		return nil
	}
	return cols
}

// cellPerson is the person whom a cell names; a name of two to four words there is one.
func (d *document) cellPerson(s *sentence, c [2]int) *person {
	for k := c[0]; k < c[1]; k++ {
		n := &s.nodes[k]
		if n.kind == kindPerson && n.ref == refName && len(n.persons) == 1 {
			return n.persons[0]
		}
		if isName(n) && n.ref == refName && n.b-n.a >= 2 && n.b-n.a <= 4 {
			return d.addPerson(n.name, s.index)
		}
	}
	return nil
}

// cellOrg is the organization that a cell names, nil where it names none.
func (d *document) cellOrg(s *sentence, c [2]int) *organization {
	if c[0] >= c[1] {
		return nil
	}
	if t := s.toks[s.nodes[c[0]].a:s.nodes[c[1]-1].b]; (len(t) > 1 || len(t) == 1 && len(t[0].low) > 2 && d.p.is("option", "pro-drop")) && len(t) < 5 && t[0].capital && t[len(t)-1].capital && !slices.ContainsFunc(t, func(w token) bool { return w.punct }) {
		return d.addOrg(spanText(s.src, t), s.index)
	}
	for k := c[0]; k < c[1]; k++ {
		if n := &s.nodes[k]; n.kind == kindPerson && n.ref == refName {
			return d.addOrg(spanText(s.src, s.toks[n.a:n.b]), s.index)
		}
		if o := s.orgAt(k); o != nil {
			return o
		}
	}
	return nil
}
