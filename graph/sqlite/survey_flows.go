package sqlite

import (
	"cmp"
	"math/bits"
	"slices"

	"talentgraph/graph"
)

// axis is a dimension of flows as facts have it.
type axis struct {
	column int
	width  int                 // bits that its numbers take
	number func(uint64) uint64 // nil where it is what the column has
	tell   func(*graph.Flow, uint64) error
}

// groups are the numbers of the cells of a grouping: those of its axes, one behind the other.
type groups struct {
	axes   []axis
	rollUp bool
	width  int
	names  names
	cell   graph.Flow // that is being put together
}

const dateBits = 22 // of a period, for years of four digits and some more

// groups is how facts are grouped; false where the numbers are too long.
func (v *survey) groups(q graph.FlowQuery) (*groups, bool, error) {
	g := &groups{rollUp: q.RollUp, names: names{session: v.session, known: map[int64]graph.ID{0: ""}}}
	ends, err := v.highest("SELECT max(n) FROM organization")
	if err != nil {
		return nil, false, err
	}
	organization := func(column, group int, of func(*graph.Flow) *graph.ID) {
		if q.RollUp {
			column = group
		}
		g.axes = append(g.axes, axis{column: column, width: bits.Len64(uint64(ends)), tell: func(f *graph.Flow, n uint64) (err error) {
			*of(f), err = g.names.of(int64(n))
			return err
		}})
	}
	text := func(column, kind int, of func(*graph.Flow) *string) {
		var list []string
		if list, err = v.textsOf(kind); err == nil {
			g.axes = append(g.axes, axis{column: column, width: bits.Len(uint(len(list))), tell: func(f *graph.Flow, n uint64) error {
				*of(f) = list[n]
				return nil
			}})
		}
	}
	word := func(column int, words []string, set func(*graph.Flow, string)) {
		var others []string
		if others, err = v.textsOf(wordTerm); err == nil {
			width := bits.Len(uint(len(words)))
			if len(others) > 1 {
				width = bits.Len(uint(factWord + len(others)))
			}
			g.axes = append(g.axes, axis{column: column, width: width, tell: func(f *graph.Flow, n uint64) error {
				if n < uint64(len(words)) {
					set(f, words[n])
				} else if n >= factWord {
					set(f, others[n-factWord])
				}
				return nil
			}})
		}
	}
	for _, d := range q.By {
		switch d {
		case graph.ByFrom:
			organization(factFrom, factFromGroup, func(f *graph.Flow) *graph.ID { return &f.From })
		case graph.ByTo:
			organization(factTo, factToGroup, func(f *graph.Flow) *graph.ID { return &f.To })
		case graph.ByPeriod:
			g.axes = append(g.axes, axis{column: factDate, width: dateBits, number: func(n uint64) uint64 { return uint64(periodNumber(q.Period, int64(n/100))) },
				tell: func(f *graph.Flow, n uint64) error {
					f.Period = periodText(int64(n))
					return nil
				}})
		case graph.ByRoleFamily:
			word(factFamily, familyWords, func(f *graph.Flow, s string) { f.RoleFamily = graph.RoleFamily(s) })
		case graph.BySeniority:
			word(factSeniority, seniorityWords, func(f *graph.Flow, s string) { f.Seniority = graph.Seniority(s) })
		case graph.ByStatus:
			word(factStatus, statusWords, func(f *graph.Flow, s string) { f.Status = graph.Status(s) })
		case graph.ByFromSector:
			text(factFromSector, sectorTerm, func(f *graph.Flow) *string { return &f.FromSector })
		case graph.ByToSector:
			text(factToSector, sectorTerm, func(f *graph.Flow) *string { return &f.ToSector })
		case graph.ByFromCountry:
			text(factFromCountry, countryTerm, func(f *graph.Flow) *string { return &f.FromCountry })
		case graph.ByToCountry:
			text(factToCountry, countryTerm, func(f *graph.Flow) *string { return &f.ToCountry })
		case graph.ByLanguage:
			text(factLanguage, languageTerm, func(f *graph.Flow) *string { return &f.Language })
		}
		if err != nil {
			return nil, false, err
		}
	}
	if g.width = 0; q.RollUp {
		g.width = 1
	}
	for _, a := range g.axes {
		g.width += a.width
	}
	return g, g.width < 64, nil
}

func (g *groups) columns() (set columnSet) {
	for _, a := range g.axes {
		set |= columnsOf(a.column)
	}
	if g.rollUp {
		set |= columnsOf(factFromGroup, factToGroup)
	}
	return set
}

// count counts some facts by their cells.
func (g *groups) count(c *chunk, some []int, cells *counter, room []uint64) []uint64 {
	room = slices.Grow(room[:0], len(some))[:len(some)]
	clear(room)
	if g.rollUp {
		for k, i := range some {
			if inside(c, i) {
				room[k] = 1
			}
		}
	}
	for _, a := range g.axes {
		column := c.columns[a.column]
		last, number := uint64(0), uint64(0)
		if a.number != nil {
			number = a.number(0)
		}
		for k, i := range some {
			n := column[i]
			if a.number != nil {
				if n != last {
					last, number = n, a.number(n)
				}
				n = number
			}
			room[k] = room[k]<<a.width | n
		}
	}
	for _, n := range room {
		cells.add(n)
	}
	return room
}

// flow is the cell of a number.
func (g *groups) flow(n uint64, moves int) (graph.Flow, error) {
	g.cell = graph.Flow{Moves: moves}
	for _, a := range slices.Backward(g.axes) {
		if err := a.tell(&g.cell, n&(1<<a.width-1)); err != nil {
			return g.cell, err
		}
		n >>= a.width
	}
	g.cell.Inside = n != 0
	return g.cell, nil
}

// first is the flows that a query asks for.
func (g *groups) first(cells *counter, q graph.FlowQuery) ([]graph.Flow, error) {
	limit := max(q.Limit, 0)
	least := 0 // cells with fewer moves are not among the first
	if mostFirst(q) {
		best := &lowest{limit: max(limit, 1)}
		for _, n := range cells.all {
			if q.After == nil || n < q.After.Moves {
				best.add(n)
			}
		}
		if best.full() {
			least = best.moves[0]
		}
	}
	var flows []graph.Flow
	var last *graph.Flow // what comes after it is not among the first
	trim := func() {
		slices.SortFunc(flows, q.Order.Compare)
		if flows = flows[:min(limit, len(flows))]; limit > 0 && len(flows) == limit {
			f := flows[limit-1]
			last = &f
		}
	}
	var failed error
	for n, moves := range cells.all {
		if moves < least || mostFirst(q) && q.After != nil && moves > q.After.Moves {
			continue
		}
		f, err := g.flow(n, moves)
		if failed = cmp.Or(failed, err); err != nil {
			break
		}
		if (last == nil || q.Order.Compare(f, *last) < 0) && (q.After == nil || q.Order.Compare(f, *q.After) > 0) {
			if flows = append(flows, f); len(flows) >= 1000+4*limit {
				trim()
			}
		}
	}
	trim()
	return flows, failed
}

// flows counts facts by cell; false where they cannot be.
func (s session) surveyFlows(f *filter, q graph.FlowQuery) ([]graph.Flow, bool, error) {
	v, err := s.survey(at(q.At))
	if err != nil {
		return nil, false, err
	}
	g, ok, err := v.groups(q)
	if err != nil || !ok {
		return nil, false, err
	}
	x, err := v.sieve(f)
	if err != nil {
		return nil, false, err
	}
	leave, err := s.store.enter(s.ctx)
	if err != nil {
		return nil, false, err
	}
	defer leave()
	cells := newCounter(g.width, &v.seen)
	var room []uint64
	err = v.each(x.columns|g.columns(), func(c *chunk, live []int) error {
		kept, err := x.keep(c, live)
		if err == nil {
			room = g.count(c, kept, cells, room)
		}
		return err
	})
	if err != nil {
		return nil, false, err
	}
	flows, err := g.first(cells, q)
	return flows, err == nil, err
}

// names tells the IDs of organizations: one by one, and from some on all of them read at once.
type names struct {
	session
	known map[int64]graph.ID
	all   []graph.ID
}

const (
	manyNames          = 1000
	organizationIDsSQL = "SELECT n, id FROM organization"
)

func (x *names) of(n int64) (graph.ID, error) {
	if x.all == nil {
		if len(x.known) < manyNames {
			return x.organizationID(n, x.known)
		}
		x.all = []graph.ID{""}
		r := x.long(organizationIDsSQL)
		defer r.close()
		for r.next() {
			for int64(len(x.all)) <= r.int(0) {
				x.all = append(x.all, "")
			}
			x.all[r.int(0)] = graph.ID(r.text(1))
		}
		if err := r.close(); err != nil {
			return "", err
		}
	}
	if n < int64(len(x.all)) {
		return x.all[n], nil
	}
	return "", nil
}
