package sqlite

import (
	"cmp"
	"context"

	"talentgraph/graph"
)

// Coverage as graph.Store says.
func (s *Store) Coverage(ctx context.Context, q graph.CoverageQuery) ([]graph.Coverage, error) {
	each := q.Each
	if len(each) == 0 {
		each = []graph.MoveFilter{{}}
	}
	found := make([]graph.Coverage, len(each))
	err := s.read(ctx, "coverage", func(t session) error {
		where := newFilter(q.Where)
		var many []int // those for which so many moves have to be looked at that their facts are, once for all of them
		for i, e := range each {
			f := newFilter(e)
			if !where.any() {
				f.also = where
			}
			lists, err := t.listsOf(f)
			if err != nil {
				return err
			}
			broad, err := t.broad(lists)
			if err != nil {
				return err
			}
			if broad {
				many = append(many, i)
				continue
			}
			sum := newSummary()
			if err := t.each(lists, f, at(q.At), func(m graph.Move) { sum.add(&m) }); err != nil {
				return err
			}
			found[i] = sum.coverage(q.Top)
		}
		if len(many) == 0 {
			return nil
		}
		filters := make([]*filter, len(many))
		for k, i := range many {
			filters[k] = newFilter(each[i])
		}
		all, err := t.surveyCoverage(q, where, filters)
		for k, c := range all {
			found[many[k]] = c
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return found, nil
}

// summary is a coverage in the making.
type summary struct {
	c        graph.Coverage
	people   map[graph.ID]bool
	articles map[graph.ID]bool
	// How many articles, articles and moves.
	publishers, languages, roles map[string]int
}

func newSummary() *summary {
	return &summary{people: map[graph.ID]bool{}, articles: map[graph.ID]bool{}, publishers: map[string]int{}, languages: map[string]int{}, roles: map[string]int{}}
}

func (x *summary) add(m *graph.Move) {
	x.c.Moves++
	x.people[m.Person] = true
	if m.Date.IsZero() {
		x.c.Undated++
	}
	if m.Inferred {
		x.c.Inferred++
	}
	widen(&x.c.First, &x.c.Last, m.Date)
	x.c.Claims += len(m.Claims)
	if role := cmp.Or(m.RoleTo, m.RoleFrom); role != "" {
		x.roles[role]++
	}
	for _, s := range m.Sources {
		if x.articles[s.Article] {
			continue
		}
		x.articles[s.Article] = true
		x.publishers[s.Publisher]++
		x.languages[s.Language]++
		widen(&x.c.Since, &x.c.Until, s.Published)
	}
}

// widen makes a span of dates, by their numbers, hold one more.
func widen(first, last *graph.Date, d graph.Date) {
	if d.IsZero() {
		return
	}
	if first.IsZero() || number(d) < number(*first) {
		*first = d
	}
	if number(d) > number(*last) {
		*last = d
	}
}

func (x *summary) coverage(top int) graph.Coverage {
	c := x.c
	c.People, c.Articles, c.PublisherCount, c.LanguageCount = len(x.people), len(x.articles), len(x.publishers), len(x.languages)
	c.Publishers, c.Languages, c.Roles = graph.Shares(x.publishers, top), graph.Shares(x.languages, top), graph.Shares(x.roles, top)
	return c
}
