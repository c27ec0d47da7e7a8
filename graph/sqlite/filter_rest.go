package sqlite

import (
	"slices"

	"talentgraph/graph"
)

// rest is the conditions of a filter on what only the whole of a move tells, and the filters inside it.
type rest struct {
	graph.MoveFilter
	announced, reported span
	all, any, none      []*filter
}

// span is from a first day to a last one, as numbers; 0 for no bound.
type span struct{ since, until int64 }

// newRest is nil where the filter has no such conditions.
func newRest(f graph.MoveFilter) *rest {
	known := slices.DeleteFunc(slices.Clone(f.Unknown), func(x graph.MoveField) bool { return x == graph.FromField || x == graph.ToField })
	texts := len(f.FromCountries) + len(f.ToCountries) + len(f.Countries) + len(f.FromSectors) + len(f.ToSectors) + len(f.Sectors) +
		len(f.FirstLanguages) + len(f.Languages) + len(f.Publishers) + len(f.Role)
	dates := [...]graph.Date{f.AnnouncedSince, f.AnnouncedUntil, f.ReportedSince, f.ReportedUntil, f.AsOf}
	if texts+len(f.FromGroups)+len(f.ToGroups)+len(f.Known)+len(known)+len(f.All)+len(f.Any)+len(f.None) == 0 && dates == [5]graph.Date{} &&
		f.MaxConfidence == 0 && f.MinPublishers <= 0 && f.Inside == nil {
		return nil
	}
	x := &rest{MoveFilter: f, announced: span{number(f.AnnouncedSince.First()), number(f.AnnouncedUntil.Last())},
		reported: span{number(f.ReportedSince.First()), number(f.ReportedUntil.Last())}}
	x.Unknown = known
	for _, l := range []struct {
		from []graph.MoveFilter
		into *[]*filter
	}{{f.All, &x.all}, {f.Any, &x.any}, {f.None, &x.none}} {
		for _, y := range l.from {
			*l.into = append(*l.into, newFilter(y))
		}
	}
	return x
}

func (x *rest) passes(m *graph.Move) bool {
	from, to := &m.FromPlace, &m.ToPlace
	switch {
	case !among(x.FromCountries, from.Country), !among(x.ToCountries, to.Country), !among(x.Countries, from.Country, to.Country),
		!among(x.FromSectors, from.Sector), !among(x.ToSectors, to.Sector), !among(x.Sectors, from.Sector, to.Sector),
		!among(x.FromGroups, from.Group), !among(x.ToGroups, to.Group),
		!x.announced.holds(number(m.Announced)), !x.reported.holds(number(m.Reported)),
		!x.AsOf.IsZero() && !m.Stays(x.AsOf),
		x.MaxConfidence > 0 && m.Confidence > x.MaxConfidence, m.Publishers < x.MinPublishers,
		x.Inside != nil && *x.Inside != (from.Group != "" && from.Group == to.Group):
		return false
	}
	if len(x.FirstLanguages) > 0 && !among(x.FirstLanguages, m.Language()) {
		return false
	}
	if len(x.Languages) > 0 && !slices.ContainsFunc(m.Sources, func(s graph.Source) bool { return slices.Contains(x.Languages, s.Language) }) ||
		len(x.Publishers) > 0 && !slices.ContainsFunc(m.Sources, func(s graph.Source) bool { return slices.Contains(x.Publishers, s.Publisher) }) {
		return false
	}
	for _, field := range x.Known {
		if !m.Has(field) {
			return false
		}
	}
	for _, field := range x.Unknown {
		if m.Has(field) {
			return false
		}
	}
	if len(x.Role) > 0 {
		words := m.RoleWords()
		for _, w := range x.Role {
			if _, ok := slices.BinarySearch(words, w); !ok {
				return false
			}
		}
	}
	pass := func(f *filter) bool { return f.passes(m) }
	fail := func(f *filter) bool { return !f.passes(m) }
	return !slices.ContainsFunc(x.all, fail) && (len(x.any) == 0 || slices.ContainsFunc(x.any, pass)) && !slices.ContainsFunc(x.none, pass)
}

// among reports whether a list has one of the values, or nothing.
func among[T comparable](list []T, values ...T) bool {
	if len(list) == 0 {
		return true
	}
	for _, v := range values {
		if slices.Contains(list, v) {
			return true
		}
	}
	return false
}

// holds is as filter.inTime.
func (s span) holds(n int64) bool {
	if s == (span{}) {
		return true
	}
	return n != 0 && (s.since == 0 || n >= s.since || n == s.since/100*100 || n == s.since/10000*10000) && (s.until == 0 || n <= s.until)
}
