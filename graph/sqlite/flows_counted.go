package sqlite

import (
	"slices"

	"talentgraph/graph"
)

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
