package graphtest

import (
	"time"

	"talentgraph/graph"
)

func organizationCases() []contractCase {
	mention := func(name string, claims int) graph.Commit {
		return graph.Commit{Mentions: []graph.Mention{{Organization: "org_x", Name: name, Claims: claims}}}
	}
	observed := func(f *fixture, at time.Time) []string {
		f.Helper()
		got, err := f.s.Organizations(f.ctx, []graph.ID{"org_x"}, at)
		x, ok := must(f, got, err)["org_x"]
		if ok && len(x.Observed) == 0 {
			f.Errorf("an organization that nothing mentions exists")
		}
		return x.Observed
	}
	return []contractCase{
		{"an organization reads as defined, lists in their order", func(f *fixture) {
			x := graph.Organization{ID: "org_x", Key: "alphabet", Catalogued: true, Name: "Alphabet", Aliases: []string{"Alphabet Inc.", "GOOG"},
				FormerNames: []string{"BackRub", "Google Inc."}, Domains: []string{"abc.xyz", "about.google"}, Wikidata: "Q20800404", LEI: "5493006MHB84DD0ZWV18",
				Ticker: "GOOGL", Country: "US", Sector: "technology", Parent: "org_parent", Observed: []string{"not from here"}}
			bare := graph.Organization{ID: "org_b", Key: "b", Name: "B"}
			at := f.commit(graph.Commit{Organizations: []graph.Organization{x, bare}, Mentions: []graph.Mention{{Organization: "org_x", Name: "google", Claims: 1},
				{Organization: "org_x", Name: "Zeta", Claims: 2}, {Organization: "org_x", Name: "Étoile", Claims: 1}, {Organization: "org_b", Name: "B", Claims: 1}}})
			x.Observed, x.Since, bare.Observed, bare.Since = []string{"Zeta", "google", "Étoile"}, at, []string{"B"}, at
			got, err := f.s.Organizations(f.ctx, []graph.ID{"org_x", "org_b", "org_none", ""}, time.Time{})
			f.same("organizations", must(f, got, err), map[graph.ID]graph.Organization{"org_x": x, "org_b": bare})
			got, err = f.s.Organizations(f.ctx, nil, time.Time{})
			f.same("no ids", must(f, got, err), map[graph.ID]graph.Organization{})
		}},
		{"a definition equal to the current one changes nothing", func(f *fixture) {
			x := testOrganization("x")
			first := f.commit(graph.Commit{Organizations: []graph.Organization{x}, Mentions: mention("X", 1).Mentions})
			x.Aliases, x.Observed, x.Since, x.Until = []string{}, []string{"other"}, f.clock, f.clock
			f.commit(graph.Commit{Organizations: []graph.Organization{x}})
			got, err := f.s.Organizations(f.ctx, []graph.ID{"org_x"}, time.Time{})
			f.same("since", must(f, got, err)["org_x"].Since, first)
			f.same("until", got["org_x"].Until, time.Time{})
		}},
		{"another definition is a version", func(f *fixture) {
			x := testOrganization("x")
			t1 := f.commit(graph.Commit{Organizations: []graph.Organization{x}, Mentions: mention("X", 1).Mentions})
			y := x
			y.Aliases = []string{"Y"}
			t2 := f.commit(graph.Commit{Organizations: []graph.Organization{y}})
			x.Since, x.Until, y.Since, x.Observed, y.Observed = t1, t2, t2, []string{"X"}, []string{"X"}
			for at, want := range map[time.Time]graph.Organization{t1: x, t2.Add(-time.Microsecond): x, t2: y, {}: y} {
				got, err := f.s.Organizations(f.ctx, []graph.ID{"org_x"}, at)
				f.same("at "+at.String(), must(f, got, err)["org_x"], want)
			}
			got, err := f.s.Organizations(f.ctx, []graph.ID{"org_x"}, t1.Add(-time.Microsecond))
			f.same("before", must(f, got, err), map[graph.ID]graph.Organization{})
		}},
		{"exists only while a claim mentions it, and its definition waits", func(f *fixture) {
			t1 := f.commit(graph.Commit{Organizations: []graph.Organization{testOrganization("x")}})
			t2 := f.commit(mention("X", 2))
			t3 := f.commit(mention("X", -1))
			t4 := f.commit(mention("X", -1))
			t5 := f.commit(mention("Ex", 1))
			for _, x := range []struct {
				at   time.Time
				want []string
			}{{t1, nil}, {t2.Add(-time.Microsecond), nil}, {t2, []string{"X"}}, {t3, []string{"X"}}, {t4.Add(-time.Microsecond), []string{"X"}},
				{t4, nil}, {t5, []string{"Ex"}}, {time.Time{}, []string{"Ex"}}} {
				f.same("observed at "+x.at.String(), observed(f, x.at), x.want)
			}
			got, err := f.s.Organizations(f.ctx, []graph.ID{"org_x"}, t5)
			f.same("since of the definition", must(f, got, err)["org_x"].Since, t1)
		}},
		{"names are observed while claims use them, each by itself and exactly as written", func(f *fixture) {
			f.commit(graph.Commit{Organizations: []graph.Organization{testOrganization("x")}})
			t1 := f.commit(graph.Commit{Mentions: []graph.Mention{{Organization: "org_x", Name: "meta", Claims: 1}, {Organization: "org_x", Name: "Meta", Claims: 3},
				{Organization: "org_x", Name: "Méta", Claims: 1}, {Organization: "org_x", Name: "Meta ", Claims: 1}}})
			t2 := f.commit(graph.Commit{Mentions: []graph.Mention{{Organization: "org_x", Name: "meta", Claims: -1}, {Organization: "org_x", Name: "Meta", Claims: -2}}})
			t3 := f.commit(mention("meta", 1))
			f.same("first", observed(f, t1), []string{"Meta", "Meta ", "Méta", "meta"})
			f.same("second", observed(f, t2), []string{"Meta", "Meta ", "Méta"})
			f.same("third", observed(f, t3), []string{"Meta", "Meta ", "Méta", "meta"})
			f.same("now", observed(f, time.Time{}), []string{"Meta", "Meta ", "Méta", "meta"})
		}},
		{"a mention and its definition in one commit, of two organizations under one name", func(f *fixture) {
			at := f.commit(graph.Commit{Organizations: []graph.Organization{testOrganization("x"), testOrganization("y")},
				Mentions: []graph.Mention{{Organization: "org_x", Name: "Same", Claims: 1}, {Organization: "org_y", Name: "Same", Claims: 1}}})
			f.commit(mention("Same", -1))
			got, err := f.s.Organizations(f.ctx, []graph.ID{"org_x", "org_y"}, time.Time{})
			f.same("now", len(must(f, got, err)), 1)
			got, err = f.s.Organizations(f.ctx, []graph.ID{"org_x", "org_y"}, at)
			f.same("before", len(must(f, got, err)), 2)
		}},
		{"a definition that is gone and comes back", func(f *fixture) {
			t1 := f.commit(graph.Commit{Organizations: []graph.Organization{testOrganization("x"), testOrganization("y")}, Mentions: mention("X", 1).Mentions})
			t2 := f.commit(graph.Commit{Gone: []graph.Gone{{ID: "org_x", Successor: "org_y"}}, Mentions: []graph.Mention{
				{Organization: "org_x", Name: "X", Claims: -1}, {Organization: "org_y", Name: "X", Claims: 1}}})
			t3 := f.commit(graph.Commit{Organizations: []graph.Organization{testOrganization("x")}, Mentions: []graph.Mention{
				{Organization: "org_x", Name: "X", Claims: 1}, {Organization: "org_y", Name: "X", Claims: -1}}})
			for _, x := range []struct {
				at, since, until time.Time
			}{{t1, t1, t2}, {t2, time.Time{}, time.Time{}}, {t3, t3, time.Time{}}, {time.Time{}, t3, time.Time{}}} {
				got, err := f.s.Organizations(f.ctx, []graph.ID{"org_x"}, x.at)
				f.same("since", must(f, got, err)["org_x"].Since, x.since)
				f.same("until", got["org_x"].Until, x.until)
			}
		}},
	}
}
