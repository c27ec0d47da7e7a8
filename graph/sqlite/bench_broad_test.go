package sqlite

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"talentgraph/graph"
	"talentgraph/graph/graphtest"
)

// question is something that is asked about all moves, or about so many that they may as well be all.
type question struct {
	name string
	ask  func(context.Context, *Store) error
}

func broadQuestions(group, other graph.ID, then time.Time) []question {
	told := []graph.Status{graph.Rumored, graph.Announced, graph.Completed}
	filters := []struct {
		name string
		f    graph.MoveFilter
	}{{"", graph.MoveFilter{Statuses: told}}, {"-completed", graph.MoveFilter{Statuses: []graph.Status{graph.Completed}}},
		{"-of-a-year", graph.MoveFilter{Statuses: told, Since: graph.Date{Year: 2015}, Until: graph.Date{Year: 2015}}},
		{"-of-a-country", graph.MoveFilter{Statuses: told, Countries: []string{"FR"}}}, {"-of-a-sector", graph.MoveFilter{Statuses: told, ToSectors: []string{"banks"}}}}
	var all []question
	flows := func(name string, q graph.FlowQuery) {
		q.Limit = 20
		all = append(all, question{name, func(ctx context.Context, s *Store) error { _, err := s.Flows(ctx, q); return err }})
	}
	for _, x := range []struct {
		name string
		q    graph.FlowQuery
	}{{"family", graph.FlowQuery{By: []graph.FlowDimension{graph.ByRoleFamily}}}, {"seniority", graph.FlowQuery{By: []graph.FlowDimension{graph.BySeniority}}},
		{"year", graph.FlowQuery{By: []graph.FlowDimension{graph.ByPeriod}, Period: graph.Year, Order: graph.ByCell}}, {"status", graph.FlowQuery{By: []graph.FlowDimension{graph.ByStatus}}},
		{"language", graph.FlowQuery{By: []graph.FlowDimension{graph.ByLanguage}}}, {"sectors", graph.FlowQuery{By: []graph.FlowDimension{graph.ByFromSector, graph.ByToSector}}},
		{"countries-month", graph.FlowQuery{By: []graph.FlowDimension{graph.ByFromCountry, graph.ByToCountry, graph.ByPeriod}, Period: graph.Month}},
		{"roll-up", graph.FlowQuery{By: []graph.FlowDimension{graph.ByFrom, graph.ByTo}, RollUp: true}},
		{"from-to-family", graph.FlowQuery{By: []graph.FlowDimension{graph.ByFrom, graph.ByTo, graph.ByRoleFamily}}},
		{"from-to-by-cell", graph.FlowQuery{By: []graph.FlowDimension{graph.ByFrom, graph.ByTo}, Order: graph.ByCell}}, {"all-in-one", graph.FlowQuery{}}} {
		for i, f := range filters {
			if i == 0 || x.name == "family" {
				x.q.Where = f.f
				flows("flows-"+x.name+f.name, x.q)
			}
		}
	}
	old := graph.FlowQuery{Where: filters[0].f, By: []graph.FlowDimension{graph.ByRoleFamily}, At: then}
	flows("flows-family-then", old)
	for _, f := range filters {
		all = append(all, question{"coverage" + f.name, func(ctx context.Context, s *Store) error {
			_, err := s.Coverage(ctx, graph.CoverageQuery{Where: f.f, Top: 10})
			return err
		}}, question{"count" + f.name, func(ctx context.Context, s *Store) error {
			_, err := s.CountMoves(ctx, graph.MoveQuery{Where: f.f, Limit: 1})
			return err
		}})
	}
	families := graph.CoverageQuery{Where: filters[0].f, Top: 10}
	pages := graph.MoveQuery{Where: filters[0].f, Order: graph.NewestFirst, Limit: 51}
	for _, f := range graph.RoleFamilies() {
		families.Each = append(families.Each, graph.MoveFilter{RoleFamilies: []graph.RoleFamily{f}})
		pages.Each = append(pages.Each, graph.MoveFilter{RoleFamilies: []graph.RoleFamily{f}, FromCountries: []string{"FR"}, ToSectors: []string{"media"}})
	}
	all = append(all, question{"coverage-of-each-family", func(ctx context.Context, s *Store) error { _, err := s.Coverage(ctx, families); return err }},
		question{"pages-of-each-family", func(ctx context.Context, s *Store) error { _, err := s.Moves(ctx, pages); return err }},
		question{"counts-of-each-family", func(ctx context.Context, s *Store) error { _, err := s.CountMoves(ctx, pages); return err }})
	for name, f := range map[string]graph.MoveFilter{"family": {RoleFamilies: []graph.RoleFamily{graph.Legal}}, "group": {FromGroups: []graph.ID{group}, ToGroups: []graph.ID{other}},
		"rare": {Publishers: []string{"news7.example"}, RoleFamilies: []graph.RoleFamily{graph.Legal}, Seniorities: []graph.Seniority{graph.VP}, Countries: []string{"DE"}}} {
		for order, o := range map[string]graph.MoveOrder{"": graph.NewestFirst, "-oldest": graph.OldestFirst} {
			all = append(all, question{"page-of-" + name + order, func(ctx context.Context, s *Store) error {
				_, err := s.Moves(ctx, graph.MoveQuery{Where: f, Order: o, Limit: 51})
				return err
			}})
		}
	}
	for _, f := range filters {
		all = append(all, question{"people-total" + f.name, func(ctx context.Context, s *Store) error {
			_, _, err := s.ListPeople(ctx, graph.PeopleQuery{Where: graph.PersonFilter{Moves: &f.f}, Order: graph.NameUp, Limit: 50, Total: true})
			return err
		}}, question{"organizations-total" + f.name, func(ctx context.Context, s *Store) error {
			_, _, err := s.ListOrganizations(ctx, graph.OrganizationQuery{Where: graph.OrganizationFilter{Moves: &f.f}, Order: graph.NameUp, Limit: 50, Total: true})
			return err
		}}, question{"articles-total" + f.name, func(ctx context.Context, s *Store) error {
			_, _, err := s.ListArticles(ctx, graph.ArticleQuery{Where: graph.ArticleFilter{Moves: &f.f}, Order: graph.NewestArticles, Limit: 50, Total: true})
			return err
		}})
	}
	for name, w := range map[string]graph.OrganizationFilter{"country": {Countries: []string{"FR"}}, "sector": {Sectors: []string{"banks"}}, "both": {Countries: []string{"DE"}, Sectors: []string{"media"}}} {
		all = append(all, question{"organizations-of-a-" + name, func(ctx context.Context, s *Store) error {
			_, _, err := s.ListOrganizations(ctx, graph.OrganizationQuery{Where: w, Order: graph.NameUp, Limit: 50, Total: true})
			return err
		}})
	}
	slices.SortFunc(all, func(a, b question) int { return strings.Compare(a.name, b.name) })
	return all
}

// processor adds up what a call takes of all processors: what counts on a machine with other work to do.
func processor(sum *time.Duration, call func() error) func() error {
	return func() error {
		start := graphtest.ProcessorTime()
		err := call()
		*sum += graphtest.ProcessorTime() - start
		return err
	}
}

// BenchmarkBroad times questions about all moves, each beside what it takes to go once through the list of all moves and to count them.
func BenchmarkBroad(b *testing.B) {
	s := benchStore(b, benchMoves())
	ctx := context.Background()
	shot, err := s.Snapshot(ctx, time.Time{})
	if err != nil {
		b.Fatal(err)
	}
	bare := func() error {
		return s.read(ctx, "bare", func(c session) error {
			r := c.long("SELECT count(*), sum(day), max(r) FROM listing WHERE side = 2 AND list = 0 AND until IS NULL")
			r.next()
			return r.close()
		})
	}
	hub := largest(b, s)
	for _, q := range broadQuestions(hub, employerID(1), shot.At.Add(-time.Millisecond)) {
		b.Run(q.name, func(b *testing.B) {
			ctx, cancel := context.WithTimeout(ctx, 2*time.Minute)
			defer cancel()
			b.ReportAllocs()
			for b.Loop() {
				var cpu [2]time.Duration
				t := median(b, 3, processor(&cpu[0], bare), processor(&cpu[1], func() error { return q.ask(ctx, s) }))
				b.ReportMetric(microseconds(t[1])/1000, "ms")
				b.ReportMetric(microseconds(cpu[1])/3000, "ms-CPU")
				b.ReportMetric(float64(cpu[1])/float64(cpu[0]), "×bare-CPU")
			}
		})
	}
}
