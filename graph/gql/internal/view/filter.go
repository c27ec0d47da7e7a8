package view

import (
	"fmt"
	"regexp"
	"slices"
	"time"

	"talentgraph/graph"
)

// MoveFilter is the input of that name.
type MoveFilter struct {
	And, Or, Not                                 []*MoveFilter
	Person, From, To, Organization               []graph.ID
	FromSet, ToSet, OrganizationSet              []string
	IncludeSubsidiaries                          bool
	FromGroup, ToGroup                           []graph.ID
	InsideGroup                                  *bool
	Country, FromCountry, ToCountry              []string
	Sector, FromSector, ToSector                 []string
	Text, Role                                   *string
	RoleFamily                                   []graph.RoleFamily
	Seniority                                    []graph.Seniority
	Since, Until, AnnouncedSince, AnnouncedUntil graph.Date
	ReportedSince, ReportedUntil, AsOf           graph.Date
	Status                                       []graph.Status
	MinConfidence, MaxConfidence                 *float64
	Inferred                                     *bool
	Language, Publisher                          []string
	MinPublishers                                *int
	Known, Unknown                               []graph.MoveField
	KnownAt                                      time.Time
}

// The bounds of a filter.
const (
	maxIDs     = 1000 // in each list of ids
	maxTexts   = 200  // in each list of texts
	maxFilters = 50   // in one, with itself
)

// graph checks what only the input can show and gives the filter in the graph's words.
func (f *MoveFilter) graph() (graph.MoveFilter, error) {
	if f == nil {
		return graph.MoveFilter{}, nil
	}
	filters := 0
	return f.at("where", &filters)
}

// at does so with a filter that stands somewhere in an argument; filters counts those met so far.
func (f *MoveFilter) at(path string, filters *int) (graph.MoveFilter, error) {
	var g graph.MoveFilter
	if *filters++; *filters > maxFilters {
		return g, badArgument(path, "more than %d filters in one", maxFilters)
	}
	for _, check := range []func(string) error{f.checkLists, f.checkTexts, f.checkSpans, f.checkNumbers} {
		if err := check(path); err != nil {
			return g, err
		}
	}
	g = graph.MoveFilter{
		People: f.Person, From: f.From, To: f.To, Organizations: f.Organization, FromSets: f.FromSet, ToSets: f.ToSet, OrganizationSets: f.OrganizationSet,
		Subsidiaries: f.IncludeSubsidiaries, FromGroups: f.FromGroup, ToGroups: f.ToGroup, Inside: f.InsideGroup,
		Countries: f.Country, FromCountries: f.FromCountry, ToCountries: f.ToCountry, Sectors: f.Sector, FromSectors: f.FromSector, ToSectors: f.ToSector,
		Text: value(f.Text), RoleText: value(f.Role), RoleFamilies: f.RoleFamily, Seniorities: f.Seniority,
		Since: f.Since, Until: f.Until, AnnouncedSince: f.AnnouncedSince, AnnouncedUntil: f.AnnouncedUntil,
		ReportedSince: f.ReportedSince, ReportedUntil: f.ReportedUntil, AsOf: f.AsOf,
		Statuses: f.Status, MinConfidence: value(f.MinConfidence), MaxConfidence: value(f.MaxConfidence), Inferred: f.Inferred,
		Languages: f.Language, Publishers: f.Publisher, MinPublishers: value(f.MinPublishers), Known: f.Known, Unknown: f.Unknown,
	}
	for _, inside := range []struct {
		name string
		from []*MoveFilter
		into *[]graph.MoveFilter
	}{{"and", f.And, &g.All}, {"or", f.Or, &g.Any}, {"not", f.Not, &g.None}} {
		if empty(inside.from) {
			return g, emptyList(path, inside.name)
		}
		for i, x := range inside.from {
			path := fmt.Sprintf("%s.%s[%d]", path, inside.name, i)
			if !x.KnownAt.IsZero() {
				return g, badArgument(path+".knownAt", "stands in the outermost filter only: an answer is of one time")
			}
			y, err := x.at(path, filters)
			if err != nil {
				return g, err
			}
			*inside.into = append(*inside.into, y)
		}
	}
	return g, nil
}

func (f *MoveFilter) checkLists(path string) error {
	for _, l := range []struct {
		name  string
		empty bool
	}{
		{"status", empty(f.Status)}, {"roleFamily", empty(f.RoleFamily)}, {"seniority", empty(f.Seniority)}, {"known", empty(f.Known)}, {"unknown", empty(f.Unknown)},
	} {
		if l.empty {
			return emptyList(path, l.name)
		}
	}
	for _, l := range []struct {
		name, kind string
		ids        []graph.ID
	}{
		{"person", "Person", f.Person}, {"from", "Organization", f.From}, {"to", "Organization", f.To}, {"organization", "Organization", f.Organization},
		{"fromGroup", "Organization", f.FromGroup}, {"toGroup", "Organization", f.ToGroup},
	} {
		if err := checkIDs(path+"."+l.name, l.ids, l.kind); err != nil {
			return err
		}
	}
	for _, both := range f.Known {
		if slices.Contains(f.Unknown, both) {
			return badArgument(path+".unknown", "%s is among known as well", both)
		}
	}
	return nil
}

func (f *MoveFilter) checkTexts(path string) error {
	for _, l := range []struct {
		name  string
		texts []string
		check func(string, []string) error
	}{
		{"fromSet", f.FromSet, checkAny}, {"toSet", f.ToSet, checkAny}, {"organizationSet", f.OrganizationSet, checkAny},
		{"country", f.Country, checkCountries}, {"fromCountry", f.FromCountry, checkCountries}, {"toCountry", f.ToCountry, checkCountries},
		{"sector", f.Sector, checkAny}, {"fromSector", f.FromSector, checkAny}, {"toSector", f.ToSector, checkAny},
		{"language", f.Language, checkLanguages}, {"publisher", f.Publisher, checkAny},
	} {
		if err := l.check(path+"."+l.name, l.texts); err != nil {
			return err
		}
	}
	for name, text := range map[string]*string{"text": f.Text, "role": f.Role} {
		if err := checkWords(path+"."+name, text); err != nil {
			return err
		}
	}
	return nil
}

func (f *MoveFilter) checkSpans(path string) error {
	for _, s := range []struct {
		name         string
		since, until graph.Date
	}{{"since", f.Since, f.Until}, {"announcedSince", f.AnnouncedSince, f.AnnouncedUntil}, {"reportedSince", f.ReportedSince, f.ReportedUntil}} {
		if err := checkSpan(path+"."+s.name, s.since, s.until); err != nil {
			return err
		}
	}
	if !f.AsOf.IsZero() && len(f.Status) > 0 && !slices.Contains(f.Status, graph.Announced) && !slices.Contains(f.Status, graph.Completed) {
		return badArgument(path+".asOf", "only announced and completed moves bring people somewhere; leave status out")
	}
	return nil
}

func (f *MoveFilter) checkNumbers(path string) error {
	low, high := value(f.MinConfidence), value(f.MaxConfidence)
	switch {
	case low < 0 || low > 1:
		return badArgument(path+".minConfidence", "%v: want 0 to 1", low)
	case f.MaxConfidence != nil && (high <= 0 || high > 1):
		return badArgument(path+".maxConfidence", "%v: want more than 0, to 1", high)
	case f.MaxConfidence != nil && low > high:
		return badArgument(path+".minConfidence", "%v is above maxConfidence %v", low, high)
	case f.MinPublishers != nil && (*f.MinPublishers < 0 || *f.MinPublishers > 1_000_000):
		return badArgument(path+".minPublishers", "%d: want 0 to 1000000", *f.MinPublishers)
	}
	return nil
}

// knownAt is the time that the filter names, else the given one.
func (f *MoveFilter) knownAt(outer time.Time) time.Time {
	if f == nil || f.KnownAt.IsZero() {
		return outer
	}
	return f.KnownAt
}

func value[T any](p *T) (v T) {
	if p != nil {
		v = *p
	}
	return v
}

func empty[T any](list []T) bool { return list != nil && len(list) == 0 }

func emptyList(path, name string) error {
	return badArgument(path+"."+name, "an empty list passes nothing; leave it out to pass all")
}

func checkIDs(argument string, ids []graph.ID, kind string) error {
	if empty(ids) {
		return badArgument(argument, "an empty list passes nothing; leave it out to pass all")
	}
	if len(ids) > maxIDs {
		return badArgument(argument, "%d ids, at most %d", len(ids), maxIDs)
	}
	for _, id := range ids {
		if err := checkKindOf(argument, id, kind); err != nil {
			return err
		}
	}
	return nil
}

func checkAny(argument string, texts []string) error {
	if empty(texts) {
		return badArgument(argument, "an empty list passes nothing; leave it out to pass all")
	}
	if len(texts) > maxTexts {
		return badArgument(argument, "%d values, at most %d", len(texts), maxTexts)
	}
	return nil
}

var (
	country  = regexp.MustCompile(`^([A-Z]{2})?$`)
	language = regexp.MustCompile(`^([a-z]{2,3})?$`)
)

func checkCountries(argument string, codes []string) error {
	return checkCodes(argument, codes, country, "two capital letters (ISO 3166-1)")
}

func checkLanguages(argument string, codes []string) error {
	return checkCodes(argument, codes, language, "two small letters (ISO 639-1)")
}

func checkCodes(argument string, codes []string, form *regexp.Regexp, want string) error {
	for _, c := range codes {
		if !form.MatchString(c) {
			return badArgument(argument, "%.40q: want %s, or the empty text for unknown", c, want)
		}
	}
	return checkAny(argument, codes)
}

func checkWords(argument string, text *string) error {
	if text != nil && len(graph.FoldWords(*text)) == 0 {
		return badArgument(argument, "no letter or digit in it; leave it out to pass all")
	}
	return nil
}

func checkSpan(argument string, since, until graph.Date) error {
	if !since.IsZero() && !until.IsZero() && until.Last().Compare(since.First()) < 0 {
		return badArgument(argument, "%s is after until %s", since, until)
	}
	return nil
}
