package graphtest

import (
	"slices"

	"talentgraph/graph"
)

var (
	scriptDimensions = []graph.FlowDimension{graph.ByFrom, graph.ByTo, graph.ByPeriod, graph.ByRoleFamily, graph.BySeniority, graph.ByFromSector,
		graph.ByToSector, graph.ByFromCountry, graph.ByToCountry, graph.ByStatus, graph.ByLanguage}
	scriptFields = []graph.MoveField{graph.FromField, graph.ToField, graph.DateField, graph.AnnouncedField, graph.ReportedField, graph.RoleFromField,
		graph.RoleToField, graph.FamilyField, graph.SeniorityField, graph.EndedField}
	scriptPrefixes   = []string{"", "a", "ada", "ada b", "corp", "o", "one", "x", "acme"}
	scriptCountries  = []string{"", "FR", "US"}
	scriptSectors    = []string{"", "Banks", "Software"}
	scriptLanguages  = []string{"", "en", "fr"}
	scriptPublishers = []string{"", "a.example", "b.example"}
)

// filter has a few random conditions, often none.
func (s *script) filter() graph.MoveFilter { return s.nested(2) }

// nested is a filter with others inside it, to a depth.
func (s *script) nested(depth int) (w graph.MoveFilter) {
	r := s.rng
	may := func() bool { return r.IntN(9) == 0 }
	if may() {
		w.People = s.some(s.world.seen)
	}
	if may() {
		w.From = s.some(s.world.organizations)
	}
	if may() {
		w.To = s.some(s.world.organizations)
	}
	if may() {
		w.Organizations = s.some(s.world.organizations)
	}
	if may() {
		w.Since = s.world.date()
	}
	if may() {
		w.Until = s.world.date()
	}
	if may() {
		w.Statuses = []graph.Status{pick(r, graph.Statuses()), pick(r, graph.Statuses())}
	}
	if may() {
		w.RoleFamilies = []graph.RoleFamily{pick(r, scriptFamilies)}
	}
	if may() {
		w.Seniorities = []graph.Seniority{pick(r, scriptSeniorities)}
	}
	if may() {
		inferred := r.IntN(2) == 0
		w.Inferred = &inferred
	}
	if may() {
		w.MinConfidence = float64(r.IntN(9)) / 8
	}
	if may() {
		w.Words = slices.Compact([]string{pick(r, scriptWords), pick(r, scriptWords)})
	}
	if may() {
		w.Months = []string{graph.MonthOf(s.world.date()), graph.MonthOf(s.world.date())}
	}
	if may() {
		w.Unknown = []graph.MoveField{pick(r, scriptFields)}
	}
	if may() {
		w.Known = []graph.MoveField{pick(r, scriptFields), pick(r, scriptFields)}
	}
	if r.IntN(3) == 0 {
		s.wider(&w)
	}
	if depth > 0 {
		for _, list := range []*[]graph.MoveFilter{&w.All, &w.Any, &w.None} {
			if may() {
				for range 1 + r.IntN(2) {
					*list = append(*list, s.nested(depth-1))
				}
			}
		}
	}
	return w
}

// wider sets some of the conditions that need more than a move's ends, date and status.
func (s *script) wider(w *graph.MoveFilter) {
	r := s.rng
	may := func() bool { return r.IntN(6) == 0 }
	text := func(list *[]string, values []string) {
		if may() {
			*list = []string{pick(r, values), pick(r, values)}[:1+r.IntN(2)]
		}
	}
	text(&w.FromCountries, scriptCountries)
	text(&w.ToCountries, scriptCountries)
	text(&w.Countries, scriptCountries)
	text(&w.FromSectors, scriptSectors)
	text(&w.ToSectors, scriptSectors)
	text(&w.Sectors, scriptSectors)
	text(&w.FirstLanguages, scriptLanguages)
	text(&w.Languages, scriptLanguages)
	text(&w.Publishers, scriptPublishers)
	text(&w.Role, scriptWords)
	for _, d := range []*graph.Date{&w.AnnouncedSince, &w.AnnouncedUntil, &w.ReportedSince, &w.ReportedUntil, &w.AsOf} {
		if may() {
			*d = s.world.date()
		}
	}
	if may() {
		w.FromGroups = s.some(s.world.organizations)
	}
	if may() {
		w.ToGroups = s.some(s.world.organizations)
	}
	if may() {
		w.MaxConfidence = float64(1+r.IntN(8)) / 8
	}
	if may() {
		w.MinPublishers = 1 + r.IntN(3)
	}
	if may() {
		inside := r.IntN(2) == 0
		w.Inside = &inside
	}
}
