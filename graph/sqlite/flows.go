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

const (
	flowColumns  = "SELECT source, target, month, status, moves FROM "
	allFlowsSQL  = flowColumns + "flow UNION ALL " + flowColumns + "recent_flow"
	flowsFromSQL = flowColumns + "flow WHERE source = ?1 UNION ALL " + flowColumns + "recent_flow WHERE source = ?1"
	flowsToSQL   = flowColumns + "flow WHERE target = ?1 UNION ALL " + flowColumns + "recent_flow WHERE target = ?1"
)

// maxPairs bounds how many pairs of given ends are looked up one by one.
const maxPairs = 1000

// counted adds up the counts kept by month. It reports false where it would have to look at all of them, unless everything is to be
// looked at.
func (s session) counted(f *filter, t *tally, everything bool) (bool, error) {
	ends, err := s.ends(f)
	if err != nil || ends.none {
		return true, err
	}
	if len(ends.from)*len(ends.to) == 0 && mostFirst(t.q) && !everything {
		if done, err := s.ranked(f, ends, t); done || err != nil {
			return true, err
		}
	}
	statuses := statusSet(f)
	add := func(sql string, skip map[int64]bool, args ...any) error {
		r := s.long(sql, args...)
		defer r.close()
		for r.next() {
			source, target, month := r.int(0), r.int(1), r.int(2)
			if !skip[source] && ends.pass(source, target) && statuses[r.int(3)] && f.inTime(month*100) {
				t.add(source, target, month, int(r.int(4)))
			}
		}
		return r.close()
	}
	switch {
	case len(ends.from) > 0 && len(ends.to) > 0 && len(ends.from)*len(ends.to) <= maxPairs:
		for source := range ends.from {
			for target := range ends.to {
				if !ends.pass(source, target) {
					continue
				}
				if err := s.pair(pairOf{source, target}, f, statuses, t); err != nil {
					return true, err
				}
			}
		}
	case len(ends.from) > 0:
		for n := range ends.from {
			if err := add(flowsFromSQL, nil, n); err != nil {
				return true, err
			}
		}
	case len(ends.to) > 0:
		for n := range ends.to {
			if err := add(flowsToSQL, nil, n); err != nil {
				return true, err
			}
		}
	case len(ends.either) > 0:
		for n := range ends.either {
			if err := add(flowsFromSQL, nil, n); err != nil {
				return true, err
			}
		}
		for n := range ends.either { // without those that start at one of them: counted already
			if err := add(flowsToSQL, ends.either, n); err != nil {
				return true, err
			}
		}
	case everything:
		return true, add(allFlowsSQL, nil)
	default:
		return false, nil
	}
	return true, nil
}

func statusSet(f *filter) map[int64]bool {
	set := map[int64]bool{}
	for i, w := range statusWords {
		set[int64(i)] = len(f.Statuses) == 0 || slices.Contains(f.Statuses, graph.Status(w))
	}
	return set
}

// ends is a filter's organizations by number.
type ends struct {
	from, to, either map[int64]bool
	none             bool // no organization of a condition is known, so nothing passes

	fromUnknown, toUnknown bool
}

func (s session) ends(f *filter) (ends, error) {
	e := ends{fromUnknown: f.fromUnknown, toUnknown: f.toUnknown}
	for _, x := range []struct {
		ids  map[graph.ID]bool
		into *map[int64]bool
	}{{f.from, &e.from}, {f.to, &e.to}, {f.organizations, &e.either}} {
		if len(x.ids) == 0 {
			continue
		}
		*x.into = map[int64]bool{}
		for id := range x.ids {
			n, ok, err := s.numberOf(id)
			if err != nil {
				return e, err
			}
			if ok {
				(*x.into)[n] = true
			}
		}
		e.none = e.none || len(*x.into) == 0
	}
	return e, nil
}

func (e ends) pass(source, target int64) bool {
	return !(e.fromUnknown && source != 0) && !(e.toUnknown && target != 0) && (e.from == nil || e.from[source]) && (e.to == nil || e.to[target]) &&
		(e.either == nil || e.either[source] || e.either[target])
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
