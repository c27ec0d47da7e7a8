package sqlite

import (
	"slices"

	"talentgraph/graph"
)

// sieve is a filter ready for facts.
func (v *survey) sieve(f *filter) (*sieve, error) {
	x := &sieve{}
	for ; f != nil; f = f.also {
		for _, add := range []func(*sieve, *filter) error{v.addOrganizations, v.addHead, v.addRest, v.addWords} {
			if err := add(x, f); err != nil {
				return nil, err
			}
		}
	}
	return x, nil
}

// sieves is a sieve for each of some filters, and the columns of all.
func (v *survey) sieves(filters []*filter) ([]*sieve, columnSet, error) {
	list, set := make([]*sieve, len(filters)), columnSet(0)
	for i, f := range filters {
		var err error
		if list[i], err = v.sieve(f); err != nil {
			return nil, 0, err
		}
		set |= list[i].columns
	}
	return list, set, nil
}

func plain[T ~string](list []T) []string {
	texts := make([]string, len(list))
	for i, t := range list {
		texts[i] = string(t)
	}
	return texts
}

// lookUp is the numbers of those things that have one.
func lookUp[T any](list []T, of func(T) (uint64, bool, error)) (numberSet, error) {
	numbers := numberSet{}
	for _, t := range list {
		n, ok, err := of(t)
		if err != nil {
			return nil, err
		}
		if ok {
			numbers[n] = true
		}
	}
	return numbers, nil
}

func (v *survey) addOrganizations(x *sieve, f *filter) error {
	for _, y := range []struct {
		ids     []graph.ID
		columns []int
	}{{f.From, []int{factFrom}}, {f.To, []int{factTo}}, {f.Organizations, []int{factFrom, factTo}}, {f.FromGroups, []int{factFromGroup}}, {f.ToGroups, []int{factToGroup}}} {
		if len(y.ids) == 0 {
			continue
		}
		numbers, err := lookUp(y.ids, func(id graph.ID) (uint64, bool, error) {
			n, ok, err := v.numberOf(id)
			return uint64(n), ok, err
		})
		if err != nil {
			return err
		}
		x.where(numbers.among(), y.columns...)
	}
	return nil
}

func (v *survey) addHead(x *sieve, f *filter) error {
	if f.since != 0 || f.until != 0 || f.months != nil {
		x.where(memo(func(n uint64) bool { return f.inTime(int64(n)) }), factDate)
	}
	if f.Inferred != nil {
		x.where(func(n uint64) bool { return n != 0 == *f.Inferred }, factInferred)
	}
	if f.MinConfidence > 0 {
		x.where(func(n uint64) bool { return confidenceOf(n) >= f.MinConfidence }, factConfidence)
	}
	if f.fromUnknown {
		x.where(unknown, factFrom)
	}
	if f.toUnknown {
		x.where(unknown, factTo)
	}
	if len(f.People) > 0 {
		people, err := lookUp(f.People, func(id graph.ID) (uint64, bool, error) { return uint64(key(id)), true, nil })
		if err != nil {
			return err
		}
		x.where(people.among(), factPerson)
	}
	for _, y := range []struct {
		words, list []string
		column      int
	}{{plain(f.Statuses), statusWords, factStatus}, {plain(f.RoleFamilies), familyWords, factFamily}, {plain(f.Seniorities), seniorityWords, factSeniority}} {
		if len(y.words) == 0 {
			continue
		}
		numbers, err := lookUp(y.words, func(w string) (uint64, bool, error) {
			if i := slices.Index(y.list, w); i >= 0 {
				return uint64(i), true, nil
			}
			n, ok, err := v.termOf(wordTerm, w)
			return factWord + n, ok, err
		})
		if err != nil {
			return err
		}
		x.where(numbers.among(), y.column)
	}
	return nil
}

// The columns of what may be unknown.
var fieldColumns = map[graph.MoveField]int{graph.FromField: factFrom, graph.ToField: factTo, graph.DateField: factDate, graph.AnnouncedField: factAnnounced,
	graph.ReportedField: factReported, graph.RoleFromField: factRoleFrom, graph.RoleToField: factRoleTo, graph.FamilyField: factFamily,
	graph.SeniorityField: factSeniority, graph.EndedField: factEnded}

func (v *survey) addRest(x *sieve, f *filter) error {
	r := f.rest
	if r == nil {
		return nil
	}
	for _, y := range []struct {
		texts   []string
		kind    int
		add     func(func(uint64) bool, ...int)
		columns []int
	}{{r.FromCountries, countryTerm, x.where, []int{factFromCountry}}, {r.ToCountries, countryTerm, x.where, []int{factToCountry}},
		{r.Countries, countryTerm, x.where, []int{factFromCountry, factToCountry}}, {r.FromSectors, sectorTerm, x.where, []int{factFromSector}},
		{r.ToSectors, sectorTerm, x.where, []int{factToSector}}, {r.Sectors, sectorTerm, x.where, []int{factFromSector, factToSector}},
		{r.FirstLanguages, languageTerm, x.where, []int{factLanguage}},
		{r.Languages, languageTerm, x.stated, []int{factSourceLanguage}}, {r.Publishers, publisherTerm, x.stated, []int{factPublisher}}} {
		if len(y.texts) == 0 {
			continue
		}
		numbers, err := lookUp(y.texts, func(t string) (uint64, bool, error) { return v.termOf(y.kind, t) })
		if err != nil {
			return err
		}
		y.add(numbers.among(), y.columns...)
	}
	for column, s := range map[int]span{factAnnounced: r.announced, factReported: r.reported} {
		if s != (span{}) {
			x.where(memo(func(n uint64) bool { return s.holds(int64(n)) }), column)
		}
	}
	if r.MaxConfidence > 0 {
		x.where(func(n uint64) bool { return confidenceOf(n) <= r.MaxConfidence }, factConfidence)
	}
	if r.MinPublishers > 0 {
		x.where(func(n uint64) bool { return n >= uint64(r.MinPublishers) }, factPublishers)
	}
	for _, field := range r.Known {
		x.where(known, fieldColumns[field])
	}
	for _, field := range r.Unknown {
		x.where(unknown, fieldColumns[field])
	}
	if r.Inside != nil {
		x.each(func(c *chunk, i int) bool { return *r.Inside == inside(c, i) }, factFromGroup, factToGroup)
	}
	if !r.AsOf.IsZero() {
		addStays(x, r.AsOf)
	}
	if len(r.Role) > 0 {
		v.addRole(x, r.Role)
	}
	return v.addNested(x, r)
}

// inside is as graph.Flow.Inside.
func inside(c *chunk, i int) bool {
	group := c.columns[factFromGroup][i]
	return group != 0 && group == c.columns[factToGroup][i]
}

// addStays is of those who work, as the move tells, where it leads on a day.
func addStays(x *sieve, day graph.Date) {
	var m graph.Move
	x.each(func(c *chunk, i int) bool {
		if m.To = ""; c.columns[factTo][i] != 0 {
			m.To = "known"
		}
		if m.Status = ""; c.columns[factStatus][i] < uint64(len(statusWords)) {
			m.Status = graph.Status(statusWords[c.columns[factStatus][i]])
		}
		m.Date, m.Reported, m.Ended = dateOf(int64(c.columns[factDate][i])), dateOf(int64(c.columns[factReported][i])), dateOf(int64(c.columns[factEnded][i]))
		return m.Stays(day)
	}, factTo, factStatus, factDate, factReported, factEnded)
}

// addNested adds the filters inside a filter.
func (v *survey) addNested(x *sieve, r *rest) error {
	for _, f := range r.all {
		one, err := v.sieve(f)
		if err != nil {
			return err
		}
		x.columns |= one.columns
		x.steps = append(x.steps, one.keep)
	}
	anyOf, set, err := v.sieves(r.any)
	if err != nil {
		return err
	}
	none, others, err := v.sieves(r.none)
	if err != nil {
		return err
	}
	if x.columns |= set | others; len(anyOf) > 0 {
		x.steps = append(x.steps, union(anyOf, true))
	}
	if len(none) > 0 {
		x.steps = append(x.steps, union(none, false))
	}
	return nil
}

// union lets pass what one of some sieves lets pass, or what none does.
func union(sieves []*sieve, pass bool) step {
	return func(c *chunk, some []int) ([]int, error) {
		passed := make([]bool, c.n)
		left := slices.Clone(some)
		for _, x := range sieves {
			kept, err := x.keep(c, slices.Clone(left))
			if err != nil {
				return nil, err
			}
			for _, i := range kept {
				passed[i] = true
			}
			left = slices.DeleteFunc(left, func(i int) bool { return passed[i] })
		}
		return slices.DeleteFunc(some, func(i int) bool { return passed[i] != pass }), nil
	}
}
