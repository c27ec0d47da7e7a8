package graphtest

import (
	"slices"
	"time"

	"talentgraph/graph"
)

func (f *fixture) organizationIDs(q graph.OrganizationQuery) listing[graph.ID] {
	f.Helper()
	if q.Order == "" {
		q.Order = graph.NameUp
	}
	list, total, err := f.s.ListOrganizations(f.ctx, q)
	got := listing[graph.ID]{Total: total}
	for _, o := range must(f, list, err) {
		got.List = append(got.List, o.ID)
	}
	return got
}

func organizationListCases() []contractCase {
	ids := func(list ...graph.ID) []graph.ID { return list }
	yes, no := true, false
	// Of these org_silent is mentioned by nobody, org_sign has no letter in its name, org_low and org_bare are outside the
	// catalogue and so listed by the first name observed.
	scene := func(f *fixture) time.Time {
		return f.commit(graph.Commit{Organizations: []graph.Organization{
			{ID: "org_meta", Key: "meta", Catalogued: true, Name: "Meta", FormerNames: []string{"Facebook"}, Country: "US", Sector: "software"},
			{ID: "org_lab", Key: "lab", Catalogued: true, Name: "Zeta Labs", Aliases: []string{"Étoile Labs"}, Country: "FR", Parent: "org_meta"},
			{ID: "org_low", Key: "low", Name: "low"}, {ID: "org_bare", Key: "bare", Name: "bare", Country: "FR"}, {ID: "org_sign", Key: "sign", Catalogued: true, Name: "!!!"},
			{ID: "org_twin", Key: "twin", Catalogued: true, Name: "META", Country: "FR", Sector: "banks", Parent: "org_lab"},
			{ID: "org_silent", Key: "silent", Catalogued: true, Name: "Silent"}},
			Mentions: []graph.Mention{{Organization: "org_meta", Name: "Meta Platforms", Claims: 2}, {Organization: "org_lab", Name: "Labs", Claims: 1}, {Organization: "org_low", Name: "Yard", Claims: 1},
				{Organization: "org_low", Name: "Beta Yard", Claims: 1}, {Organization: "org_bare", Name: "Alpha", Claims: 1}, {Organization: "org_sign", Name: "Sign", Claims: 1}, {Organization: "org_twin", Name: "Twin", Claims: 1}}})
	}
	names := ids("org_bare", "org_low", "org_meta", "org_twin", "org_lab") // alpha, beta yard, meta twice, zeta labs
	return []contractCase{
		{"an empty store has none", func(f *fixture) {
			f.same("list", f.organizationIDs(graph.OrganizationQuery{Limit: 3, Total: true}), listing[graph.ID]{})
		}},
		{"by the folded name of the catalogue, else the first observed, then ID; only what is mentioned", func(f *fixture) {
			scene(f)
			f.same("up", f.organizationIDs(graph.OrganizationQuery{Limit: 9}), listing[graph.ID]{List: names})
			down := slices.Clone(names)
			slices.Reverse(down)
			f.same("down", f.organizationIDs(graph.OrganizationQuery{Limit: 9, Order: graph.NameDown}), listing[graph.ID]{List: down})
		}},
		{"organizations read as defined, with the names observed", func(f *fixture) {
			at := scene(f)
			want := graph.Organization{ID: "org_low", Key: "low", Name: "low", Observed: []string{"Beta Yard", "Yard"}, Since: at}
			for _, where := range []graph.OrganizationFilter{{}, {IDs: ids("org_low")}, {Words: []string{"beta"}}} {
				got, _, err := f.s.ListOrganizations(f.ctx, graph.OrganizationQuery{Where: where, Order: graph.NameUp, After: &graph.NamePosition{Key: "alpha", ID: "org_bare"}, Limit: 1})
				f.same(brief(where), must(f, got, err), []graph.Organization{want})
			}
		}},
		{"after a position what follows it, in both orders", func(f *fixture) {
			scene(f)
			keys := []string{"alpha", "beta yard", "meta", "meta", "zeta labs"}
			for i, id := range names {
				after := &graph.NamePosition{Key: keys[i], ID: id}
				f.same("up after "+string(id), f.organizationIDs(graph.OrganizationQuery{After: after, Limit: 2}), listing[graph.ID]{List: names[i+1 : min(i+3, len(names))]})
				before := slices.Clone(names[:i])
				slices.Reverse(before)
				f.same("down after "+string(id), f.organizationIDs(graph.OrganizationQuery{After: after, Limit: 9, Order: graph.NameDown}), listing[graph.ID]{List: before})
			}
			f.same("after none's", f.organizationIDs(graph.OrganizationQuery{After: &graph.NamePosition{Key: "meta", ID: "org_n"}, Limit: 9}), listing[graph.ID]{List: names[3:]})
		}},
		{"counts all that pass where asked, and lists none for limit 0", func(f *fixture) {
			scene(f)
			after := &graph.NamePosition{Key: "n"}
			f.same("all", f.organizationIDs(graph.OrganizationQuery{Total: true}), listing[graph.ID]{Total: 5})
			f.same("after", f.organizationIDs(graph.OrganizationQuery{Total: true, After: after, Limit: 9}), listing[graph.ID]{List: ids("org_lab"), Total: 5})
			f.same("filtered", f.organizationIDs(graph.OrganizationQuery{Total: true, Where: graph.OrganizationFilter{Countries: []string{"FR"}}, After: after, Limit: 9}), listing[graph.ID]{List: ids("org_lab"), Total: 3})
			f.same("not asked", f.organizationIDs(graph.OrganizationQuery{Limit: 1}), listing[graph.ID]{List: ids("org_bare")})
		}},
		{"by each condition and by several", func(f *fixture) {
			scene(f)
			for _, x := range []struct {
				where graph.OrganizationFilter
				want  []graph.ID
			}{
				{graph.OrganizationFilter{IDs: ids("org_twin", "org_low", "org_silent", "org_none", "org_sign", "org_low", "per_p")}, ids("org_low", "org_twin")},
				{graph.OrganizationFilter{Words: []string{"meta"}}, ids("org_meta", "org_twin")},
				{graph.OrganizationFilter{Words: []string{"facebook"}}, ids("org_meta")},
				{graph.OrganizationFilter{Words: []string{"labs", "etoile"}}, ids("org_lab")},
				{graph.OrganizationFilter{Words: []string{"platforms", "facebook"}}, nil},
				{graph.OrganizationFilter{Words: []string{"yard"}}, ids("org_low")},
				{graph.OrganizationFilter{Words: []string{"low"}}, ids("org_low")},
				{graph.OrganizationFilter{Words: []string{"silent"}}, nil},
				{graph.OrganizationFilter{Words: []string{"met"}}, nil},
				{graph.OrganizationFilter{Countries: []string{"FR"}}, ids("org_bare", "org_twin", "org_lab")},
				{graph.OrganizationFilter{Countries: []string{"US", ""}}, ids("org_low", "org_meta")},
				{graph.OrganizationFilter{Sectors: []string{"banks", "software"}}, ids("org_meta", "org_twin")},
				{graph.OrganizationFilter{Sectors: []string{""}}, ids("org_bare", "org_low", "org_lab")},
				{graph.OrganizationFilter{Parents: ids("org_meta")}, ids("org_lab")},
				{graph.OrganizationFilter{Parents: ids("org_meta", "org_lab")}, ids("org_twin", "org_lab")},
				{graph.OrganizationFilter{Catalogued: &yes}, ids("org_meta", "org_twin", "org_lab")},
				{graph.OrganizationFilter{Catalogued: &no}, ids("org_bare", "org_low")},
				{graph.OrganizationFilter{Countries: []string{"FR"}, Catalogued: &yes, Sectors: []string{""}}, ids("org_lab")},
				{graph.OrganizationFilter{Words: []string{"meta"}, Countries: []string{"FR"}}, ids("org_twin")},
			} {
				f.same(brief(x.where), f.organizationIDs(graph.OrganizationQuery{Where: x.where, Limit: 9, Total: true}), listing[graph.ID]{List: x.want, Total: len(x.want)})
			}
		}},
		{"by the moves at whose ends they are", func(f *fixture) {
			wideScene(f)
			for _, x := range []struct {
				where graph.OrganizationFilter
				want  []graph.ID
			}{
				{graph.OrganizationFilter{Moves: &graph.MoveFilter{}}, ids("org_x", "org_y", "org_z")},
				{graph.OrganizationFilter{Moves: &graph.MoveFilter{People: ids("per_p")}}, ids("org_x", "org_y")},
				{graph.OrganizationFilter{Moves: &graph.MoveFilter{People: ids("per_p")}, End: graph.FromEnd}, ids("org_x")},
				{graph.OrganizationFilter{Moves: &graph.MoveFilter{People: ids("per_p")}, End: graph.ToEnd}, ids("org_y")},
				{graph.OrganizationFilter{Moves: &graph.MoveFilter{People: ids("per_r")}, End: graph.FromEnd}, nil},
				{graph.OrganizationFilter{Moves: &graph.MoveFilter{ToSectors: []string{"Banks"}}, End: graph.ToEnd}, ids("org_x", "org_z")},
				{graph.OrganizationFilter{Moves: &graph.MoveFilter{From: ids("org_none")}}, nil},
				{graph.OrganizationFilter{Moves: &graph.MoveFilter{}, End: graph.ToEnd, Words: []string{"z"}}, ids("org_z")},
				{graph.OrganizationFilter{Moves: &graph.MoveFilter{People: ids("per_q")}, IDs: ids("org_x", "org_z")}, ids("org_z")},
				{graph.OrganizationFilter{End: graph.FromEnd}, ids("org_x", "org_y", "org_z")}, // the end is of no account without moves
			} {
				f.same(brief(x.where), f.organizationIDs(graph.OrganizationQuery{Where: x.where, Limit: 9, Total: true}), listing[graph.ID]{List: x.want, Total: len(x.want)})
			}
		}},
		{"at a time by what was defined and mentioned then", func(f *fixture) {
			t1 := scene(f)
			t2 := f.commit(graph.Commit{Organizations: []graph.Organization{{ID: "org_meta", Key: "meta", Catalogued: true, Name: "Aleph", Country: "IE"}},
				Mentions: []graph.Mention{{Organization: "org_low", Name: "Beta Yard", Claims: -1}, {Organization: "org_bare", Name: "Alpha", Claims: -1}}})
			t3 := f.commit(graph.Commit{Mentions: []graph.Mention{{Organization: "org_silent", Name: "Silent Inc", Claims: 1}, {Organization: "org_bare", Name: "Omega", Claims: 1}}})
			now := ids("org_meta", "org_twin", "org_bare", "org_silent", "org_low", "org_lab") // aleph, meta, omega, silent, yard, zeta labs
			for at, want := range map[time.Time][]graph.ID{t1.Add(-time.Microsecond): nil, t1: names, t2: ids("org_meta", "org_twin", "org_low", "org_lab"), t3: now, {}: now} {
				f.same("at "+at.String(), f.organizationIDs(graph.OrganizationQuery{Limit: 9, Total: true, At: at}), listing[graph.ID]{List: want, Total: len(want)})
			}
			for at, want := range map[time.Time][]graph.ID{t1: ids("org_meta"), t2: nil, {}: nil} {
				f.same("country at "+at.String(), f.organizationIDs(graph.OrganizationQuery{Where: graph.OrganizationFilter{Countries: []string{"US"}}, Limit: 9, At: at}), listing[graph.ID]{List: want})
				f.same("former name at "+at.String(), f.organizationIDs(graph.OrganizationQuery{Where: graph.OrganizationFilter{Words: []string{"facebook"}}, Limit: 9, At: at}), listing[graph.ID]{List: want})
			}
		}},
	}
}
