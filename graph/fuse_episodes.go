package graph

import (
	"cmp"
	"slices"
)

// episode is a set of readings that tell the same change of employer, as far as can be seen without knowing who is who:
// the same ends, fitting names and dates.
type episode struct {
	from, to    *org
	readings    []int // into fusion.readings
	first, last Date  // of the dated readings; unknown where none is dated
	reported    Date  // the earliest report
	names       []int
	families    []RoleFamily // those that tell something, distinct
	left, taken []RoleFamily // of the roles at the two ends, distinct
	sides       []int8
	weight      float64 // sum of confidences
}

// sameMoveDays is how far apart two articles may date one and the same move.
const sameMoveDays = 400

// episodes groups the readings. Those of one pair of ends come in the order of their dates, undated ones last.
func (w *fusion) episodes() []*episode {
	order := make([]int, len(w.readings))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		a, b := &w.readings[i], &w.readings[j]
		return cmp.Or(cmp.Compare(a.from.id(), b.from.id()), cmp.Compare(a.to.id(), b.to.id()),
			compareKnownFirst(a.at(), b.at()), compareKnownFirst(a.Reported, b.Reported), cmp.Compare(a.ID, b.ID))
	})
	var all []*episode
	run := 0 // where the episodes of the current pair of ends start
	for k, i := range order {
		r := &w.readings[i]
		if k > 0 {
			p := &w.readings[order[k-1]]
			if p.from.id() != r.from.id() || p.to.id() != r.to.id() {
				run = len(all)
			}
		}
		if e := w.episodeFor(all[run:], r); e != nil {
			w.join(e, i)
			continue
		}
		e := &episode{from: r.from, to: r.to, sides: slices.Clone(r.sides)}
		w.join(e, i)
		all = append(all, e)
	}
	return all
}

func compareKnownFirst(a, b Date) int {
	if a.IsZero() != b.IsZero() {
		if a.IsZero() {
			return 1
		}
		return -1
	}
	return a.Compare(b)
}

// episodeFor is the nearest episode in time that a reading fits; nil for none.
func (w *fusion) episodeFor(run []*episode, r *reading) *episode {
	var best *episode
	bestGap := 0
	for i := len(run) - 1; i >= 0; i-- {
		e := run[i]
		if !w.namesFit(e.names, []int{r.name}) || !sidesFit(e.sides, r.sides) {
			continue
		}
		gap := 0
		if at := r.at(); !at.IsZero() {
			gap = gapDays(e.first, e.last, at, at)
			if gap > sameMoveDays {
				continue
			}
		} else if len(run) > 1 {
			gap = gapDays(e.first, e.last, r.Reported, r.Reported)
		}
		if best == nil || gap < bestGap {
			best, bestGap = e, gap
		}
	}
	return best
}

func (w *fusion) join(e *episode, i int) {
	r := &w.readings[i]
	e.readings = append(e.readings, i)
	e.weight += r.Confidence
	if at := r.at(); !at.IsZero() {
		if e.first.IsZero() || at.First().Compare(e.first.First()) < 0 {
			e.first = at
		}
		if e.last.IsZero() || at.Last().Compare(e.last.Last()) > 0 {
			e.last = at
		}
	}
	if !r.Reported.IsZero() && (e.reported.IsZero() || r.Reported.Compare(e.reported) < 0) {
		e.reported = r.Reported
	}
	if !slices.Contains(e.names, r.name) {
		e.names = append(e.names, r.name)
	}
	if telling(r.family) && !slices.Contains(e.families, r.family) {
		e.families = append(e.families, r.family)
	}
	e.left, e.taken = withFamily(e.left, r.familyLeft), withFamily(e.taken, r.familyTaken)
	mergeSides(e.sides, r.sides)
}

func withFamily(list []RoleFamily, f RoleFamily) []RoleFamily {
	if f == "" || f == OtherFamily || slices.Contains(list, f) {
		return list
	}
	return append(list, f)
}

// telling reports whether a role family helps to tell people apart.
func telling(f RoleFamily) bool { return f != "" && f != OtherFamily && f != Executive }

func (w *fusion) namesFit(a, b []int) bool {
	for _, x := range a {
		for _, y := range b {
			if !w.fits[x][y] {
				return false
			}
		}
	}
	return true
}

func sidesFit(a, b []int8) bool {
	for i := range min(len(a), len(b)) {
		if a[i]|b[i] == 3 && a[i] != 3 && b[i] != 3 {
			return false
		}
	}
	return true
}

func mergeSides(into, from []int8) {
	for i := range min(len(into), len(from)) {
		into[i] |= from[i]
	}
}

// gapDays is how many days lie between two spans of time; 0 where they meet or one is unknown.
func gapDays(first1, last1, first2, last2 Date) int {
	if first1.IsZero() || first2.IsZero() {
		return 0
	}
	if d := last1.Last().DaysUntil(first2.First()); d > 0 {
		return d
	}
	return max(0, last2.Last().DaysUntil(first1.First()))
}

// half reports whether one end of the move is not told.
func (e *episode) half() bool { return e.from == nil || e.to == nil }

// start is when an episode happened at the earliest, else when it was first reported.
func (e *episode) start() Date {
	if !e.first.IsZero() {
		return e.first
	}
	return e.reported
}

// sameFamily is 1 where both tell the same kind of work, -1 where they tell different ones, 0 where one tells nothing.
func sameFamily(a, b []RoleFamily) int {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	for _, f := range a {
		if slices.Contains(b, f) {
			return 1
		}
	}
	return -1
}
