package sqlite

import (
	"cmp"
	"context"
	"slices"

	"talentgraph/graph"
)

// Flows as graph.Store says.
func (s *Store) Flows(ctx context.Context, q graph.FlowQuery) ([]graph.Flow, error) {
	var flows []graph.Flow
	err := s.read(ctx, "flows", func(t session) (err error) {
		f := newFilter(q.Where)
		if at(q.At) == 0 && f.cells() && counts(q) {
			tally := newTally(q)
			ok, err := t.counted(f, tally, false)
			if ok && err == nil {
				flows, err = t.top(tally)
			}
			if ok || err != nil {
				return err
			}
		}
		lists, err := t.listsOf(f)
		if err != nil {
			return err
		}
		if many, err := t.broad(lists); err != nil {
			return err
		} else if many {
			var ok bool
			if flows, ok, err = t.surveyFlows(f, q); ok || err != nil {
				return err
			}
		}
		flows, err = t.live(lists, f, q)
		return err
	})
	if err != nil {
		return nil, err
	}
	return flows, nil
}

// cell is a cell of a grouping, 0 where not grouped or unknown. A quarter's number is yyyy51 to yyyy54.
type cell struct{ source, target, period int64 }

// tally counts moves by cell.
type tally struct {
	q        graph.FlowQuery
	from, to bool // grouped by these
	cells    map[cell]int
}

func newTally(q graph.FlowQuery) *tally {
	return &tally{q: q, from: q.Groups(graph.ByFrom), to: q.Groups(graph.ByTo), cells: map[cell]int{}}
}

func (t *tally) add(source, target, month int64, moves int) {
	var c cell
	if t.from {
		c.source = source
	}
	if t.to {
		c.target = target
	}
	c.period = periodNumber(t.q.Period, month)
	t.cells[c] += moves
}

// periodNumber is the number of a period's cell that holds a month, yyyymm.
func periodNumber(p graph.Period, month int64) int64 {
	switch {
	case p == graph.Month || p != "" && month%100 == 0:
		return month
	case p == graph.Year:
		return month / 100 * 100
	case p == graph.Quarter:
		return month/100*100 + 51 + (month%100-1)/3
	}
	return 0
}

func periodText(period int64) string {
	if m := period % 100; m > 50 {
		return monthText(period/100*100) + "-Q" + string(rune('0'+m-50))
	}
	return monthText(period)
}

// counts reports whether the counts that are kept can tell the cells of a query.
func counts(q graph.FlowQuery) bool {
	return !q.RollUp && !slices.ContainsFunc(q.By, func(d graph.FlowDimension) bool { return d != graph.ByFrom && d != graph.ByTo && d != graph.ByPeriod })
}

// live counts the moves in some lists themselves.
func (s session) live(lists []list, f *filter, q graph.FlowQuery) ([]graph.Flow, error) {
	f.heads = !q.RollUp && !slices.ContainsFunc(q.By, func(d graph.FlowDimension) bool {
		return !slices.Contains([]graph.FlowDimension{graph.ByFrom, graph.ByTo, graph.ByPeriod, graph.ByRoleFamily, graph.BySeniority, graph.ByStatus}, d)
	})
	cells := map[graph.Flow]int{}
	if err := s.each(lists, f, at(q.At), func(m graph.Move) { cells[q.Cell(&m)]++ }); err != nil {
		return nil, err
	}
	flows := make([]graph.Flow, 0, min(len(cells), 1024))
	for c, n := range cells {
		if c.Moves = n; q.After == nil || q.Order.Compare(c, *q.After) > 0 {
			flows = append(flows, c)
		}
	}
	slices.SortFunc(flows, q.Order.Compare)
	return flows[:min(max(q.Limit, 0), len(flows))], nil
}

// top is the tally's cells in order, as many as asked for.
func (s session) top(t *tally) ([]graph.Flow, error) {
	if !mostFirst(t.q) {
		return s.ordered(t)
	}
	type counted struct {
		cell
		moves int
	}
	var cells []counted
	for c, n := range t.cells {
		if n > 0 && (t.q.After == nil || n <= t.q.After.Moves) {
			cells = append(cells, counted{c, n})
		}
	}
	slices.SortFunc(cells, func(a, b counted) int { return cmp.Compare(b.moves, a.moves) })
	names := map[int64]graph.ID{0: ""}
	var flows []graph.Flow
	for i := 0; i < len(cells) && len(flows) < t.q.Limit; {
		same := i // cells with as many moves are ordered by their IDs
		first := len(flows)
		for ; same < len(cells) && cells[same].moves == cells[i].moves; same++ {
			c := cells[same]
			flow, err := s.flow(c.cell, c.moves, names)
			if err != nil {
				return nil, err
			}
			if t.q.After == nil || graph.MostMoves.Compare(flow, *t.q.After) > 0 {
				flows = append(flows, flow)
			}
		}
		slices.SortFunc(flows[first:], graph.MostMoves.Compare)
		i = same
	}
	return flows[:min(max(t.q.Limit, 0), len(flows))], nil
}

// flow is a cell with the IDs of its organizations.
func (s session) flow(c cell, moves int, known map[int64]graph.ID) (graph.Flow, error) {
	from, err := s.organizationID(c.source, known)
	if err != nil {
		return graph.Flow{}, err
	}
	to, err := s.organizationID(c.target, known)
	return graph.Flow{From: from, To: to, Period: periodText(c.period), Moves: moves}, err
}

func mostFirst(q graph.FlowQuery) bool { return q.Order == graph.MostMoves || q.Order == "" }

// ordered is the answer in any order, which the IDs of all organizations in it decide.
func (s session) ordered(t *tally) ([]graph.Flow, error) {
	names := map[int64]graph.ID{0: ""}
	var flows []graph.Flow
	for c, n := range t.cells {
		if n <= 0 {
			continue
		}
		flow, err := s.flow(c, n, names)
		if err != nil {
			return nil, err
		}
		if t.q.After == nil || t.q.Order.Compare(flow, *t.q.After) > 0 {
			flows = append(flows, flow)
		}
	}
	slices.SortFunc(flows, t.q.Order.Compare)
	return flows[:min(max(t.q.Limit, 0), len(flows))], nil
}

const organizationIDSQL = "SELECT id FROM organization WHERE n = ?"

func (s session) organizationID(n int64, known map[int64]graph.ID) (graph.ID, error) {
	if id, ok := known[n]; ok {
		return id, nil
	}
	r := s.short(organizationIDSQL, n)
	defer r.close()
	if r.next() {
		known[n] = graph.ID(r.text(0))
	}
	return known[n], r.close()
}
