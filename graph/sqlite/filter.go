package sqlite

import (
	"slices"

	"talentgraph/graph"
)

// filter is a graph.MoveFilter ready to be applied to many moves.
type filter struct {
	graph.MoveFilter
	people, from, to, organizations map[graph.ID]bool
	since, until                    int64          // numbers of the first and last day; 0 for none
	months                          map[int64]bool // numbers yyyymm
	also                            *filter        // has to pass as well; nil for none

	fromUnknown, toUnknown bool
	rest                   *rest // conditions on what only the whole of a move tells; nil for none
	heads                  bool  // nothing of the moves that pass is looked at but what readMoveHead reads
}

func newFilter(f graph.MoveFilter) *filter {
	x := &filter{MoveFilter: f, people: wanted(f.People), from: wanted(f.From), to: wanted(f.To),
		organizations: wanted(f.Organizations), since: number(f.Since.First()), until: number(f.Until.Last())}
	if len(f.Months) > 0 {
		x.months = map[int64]bool{}
		for _, m := range f.Months {
			if n, err := monthNumber(m); err == nil && len(m) < 10 { // no move is in what is no month
				x.months[n] = true
			}
		}
	}
	x.fromUnknown, x.toUnknown = f.Lacks(graph.FromField), f.Lacks(graph.ToField)
	x.rest = newRest(f)
	return x
}

// any reports whether the filter passes whatever it is given.
func (f *filter) any() bool {
	return f.cells() && f.since == 0 && f.until == 0 && f.months == nil && !f.fromUnknown && !f.toUnknown &&
		len(f.From)+len(f.To)+len(f.Organizations)+len(f.Statuses) == 0
}

// pair is the one organization at each end, where the filter names one at each.
func (f *filter) pair() (from, to graph.ID, ok bool) {
	var ends [2]graph.ID
	var one [2]bool
	for g := f; g != nil; g = g.also {
		for i, ids := range [...][]graph.ID{g.From, g.To} {
			if len(ids) == 1 {
				ends[i], one[i] = ids[0], true
			}
		}
	}
	return ends[0], ends[1], one[0] && one[1]
}

// anytime reports whether the filter passes moves whatever their date.
func (f *filter) anytime() bool {
	return f.since == 0 && f.until == 0 && f.months == nil && (f.also == nil || f.also.anytime())
}

// cells reports whether the filter tells apart only what the counts of flows tell apart: ends, month and status.
func (f *filter) cells() bool {
	return len(f.People)+len(f.RoleFamilies)+len(f.Seniorities)+len(f.Words) == 0 && f.Inferred == nil &&
		f.MinConfidence <= 0 && f.monthly() && f.rest == nil && f.also == nil
}

// days is the range of listing.day outside of which nothing passes.
func (f *filter) days() (first, last int64) {
	first, last = -99999999, 0
	if f.until != 0 {
		first, last = -f.until, -1
	}
	if f.since != 0 {
		last = -(f.since / 10000 * 10000) // a move known to the year may lie in it
	}
	if f.months != nil {
		low, high := int64(99999999), int64(0)
		for m := range f.months {
			low, high = min(low, m*100), max(high, m*100+99)
		}
		first, last = max(first, -high), min(last, -low)
	}
	if f.also != nil {
		a, b := f.also.days()
		first, last = max(first, a), min(last, b)
	}
	return first, last
}

// whole reports whether the whole move has to be read to tell whether it passes.
func (f *filter) whole() bool { return f.rest != nil || f.also != nil && f.also.whole() }

func (f *filter) passes(m *graph.Move) bool { return f.passesHead(m) && f.passesRest(m) }

func (f *filter) passesRest(m *graph.Move) bool {
	return (f.rest == nil || f.rest.passes(m)) && (f.also == nil || f.also.passesRest(m))
}

// passesHead looks only at what readMoveHead reads.
func (f *filter) passesHead(m *graph.Move) bool {
	if len(f.people) > 0 && !f.people[m.Person] || len(f.from) > 0 && !f.from[m.From] || len(f.to) > 0 && !f.to[m.To] ||
		len(f.organizations) > 0 && !f.organizations[m.From] && !f.organizations[m.To] ||
		f.fromUnknown && m.From != "" || f.toUnknown && m.To != "" {
		return false
	}
	return f.inTime(number(m.Date)) &&
		(len(f.Statuses) == 0 || slices.Contains(f.Statuses, m.Status)) &&
		(len(f.RoleFamilies) == 0 || slices.Contains(f.RoleFamilies, m.RoleFamily)) &&
		(len(f.Seniorities) == 0 || slices.Contains(f.Seniorities, m.Seniority)) &&
		(f.Inferred == nil || *f.Inferred == m.Inferred) && m.Confidence >= f.MinConfidence &&
		!slices.ContainsFunc(f.Words, func(w string) bool { return !slices.Contains(m.Words, w) }) &&
		(f.also == nil || f.also.passesHead(m))
}

// inTime reports whether a date, as a number, may lie in the filter's span. A coarse date may where its month or year
// reaches into the span; its zeros make it sort before all days that it may mean, so only the beginning needs care.
func (f *filter) inTime(n int64) bool {
	if f.since != 0 && (n == 0 || n < f.since && n != f.since/100*100 && n != f.since/10000*10000) {
		return false
	}
	return (f.until == 0 || n != 0 && n <= f.until) && (f.months == nil || f.months[n/100])
}

// monthly reports whether the span begins with a month and ends with one, so that it can be told by months.
func (f *filter) monthly() bool {
	return f.since%100 <= 1 && (f.until == 0 || dateOf(f.until) == dateOf(f.until/100*100).Last())
}
