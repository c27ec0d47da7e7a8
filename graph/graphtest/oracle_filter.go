package graphtest

import (
	"slices"

	"talentgraph/graph"
)

// passes reports whether a move meets all conditions of a filter.
func passes(m graph.Move, f graph.MoveFilter) bool {
	for _, in := range []bool{
		anyOf(f.People, m.Person), anyOf(f.From, m.From), anyOf(f.To, m.To), anyOf(f.Organizations, m.From, m.To),
		anyOf(f.Statuses, m.Status), anyOf(f.RoleFamilies, m.RoleFamily), anyOf(f.Seniorities, m.Seniority),
		anyOf(f.Months, graph.MonthOf(m.Date)),
		anyOf(f.FromCountries, m.FromPlace.Country), anyOf(f.ToCountries, m.ToPlace.Country), anyOf(f.Countries, m.FromPlace.Country, m.ToPlace.Country),
		anyOf(f.FromSectors, m.FromPlace.Sector), anyOf(f.ToSectors, m.ToPlace.Sector), anyOf(f.Sectors, m.FromPlace.Sector, m.ToPlace.Sector),
		anyOf(f.FromGroups, m.FromPlace.Group), anyOf(f.ToGroups, m.ToPlace.Group), anyOf(f.FirstLanguages, m.Language()),
		spans(m.Date, f.Since, f.Until), spans(m.Announced, f.AnnouncedSince, f.AnnouncedUntil), spans(m.Reported, f.ReportedSince, f.ReportedUntil),
		contains(m.Words, f.Words), contains(m.RoleWords(), f.Role),
		f.AsOf.IsZero() || m.Stays(f.AsOf),
		f.Inferred == nil || *f.Inferred == m.Inferred,
		f.Inside == nil || *f.Inside == (m.FromPlace.Group != "" && m.FromPlace.Group == m.ToPlace.Group),
		m.Confidence >= f.MinConfidence, f.MaxConfidence == 0 || m.Confidence <= f.MaxConfidence, m.Publishers >= f.MinPublishers,
	} {
		if !in {
			return false
		}
	}
	stated := func(values []string, of func(graph.Source) string) bool {
		return len(values) == 0 || slices.ContainsFunc(m.Sources, func(s graph.Source) bool { return slices.Contains(values, of(s)) })
	}
	if !stated(f.Languages, func(s graph.Source) string { return s.Language }) || !stated(f.Publishers, func(s graph.Source) string { return s.Publisher }) {
		return false
	}
	if slices.ContainsFunc(f.Known, func(x graph.MoveField) bool { return !m.Has(x) }) || slices.ContainsFunc(f.Unknown, m.Has) {
		return false
	}
	pass := func(x graph.MoveFilter) bool { return passes(m, x) }
	fail := func(x graph.MoveFilter) bool { return !passes(m, x) }
	return !slices.ContainsFunc(f.All, fail) && (len(f.Any) == 0 || slices.ContainsFunc(f.Any, pass)) && !slices.ContainsFunc(f.None, pass)
}

// anyOf reports whether one of the values is in a list; all are in an empty one.
func anyOf[T comparable](list []T, values ...T) bool {
	return len(list) == 0 || slices.ContainsFunc(values, func(v T) bool { return slices.Contains(list, v) })
}

// spans reports whether a date may lie in a span of time; an unknown one only where there are no bounds.
func spans(d, since, until graph.Date) bool {
	if since.IsZero() && until.IsZero() {
		return true
	}
	return !d.IsZero() && (since.IsZero() || d.Last().Compare(since.First()) >= 0) && (until.IsZero() || d.First().Compare(until.Last()) <= 0)
}

func contains(all, wanted []string) bool {
	return !slices.ContainsFunc(wanted, func(w string) bool { return !slices.Contains(all, w) })
}
