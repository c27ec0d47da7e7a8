package graphtest

import (
	"time"

	"talentgraph/graph"
)

func searchCases() []contractCase {
	person := func(id graph.ID, name string, aliases ...string) graph.Person {
		return graph.Person{ID: id, Block: "blk_p", Name: name, Aliases: aliases}
	}
	search := func(f *fixture, q graph.SearchQuery) []graph.Name {
		f.Helper()
		if q.Limit == 0 {
			q.Limit = 100
		}
		got, err := f.s.Search(f.ctx, q)
		return must(f, got, err)
	}
	scene := func(f *fixture) time.Time {
		x := graph.Organization{ID: "org_x", Key: "meta", Catalogued: true, Name: "Meta", Aliases: []string{"FB"}, FormerNames: []string{"Facebook"}, Domains: []string{"domain.example"}, Ticker: "TICK"}
		return f.commit(graph.Commit{People: []graph.Person{person("per_a", "Ada Lovelace", "Meta Lovelace"), person("per_b", "Ada Byron")},
			Organizations: []graph.Organization{x, testOrganization("silent")},
			Mentions:      []graph.Mention{{Organization: "org_x", Name: "Meta Platforms", Claims: 1}}})
	}
	return []contractCase{
		{"by key, then ID, then name", func(f *fixture) {
			scene(f)
			f.same("all", search(f, graph.SearchQuery{Prefixes: []string{""}}), []graph.Name{
				{Key: "ada byron", ID: "per_b", Name: "Ada Byron"}, {Key: "ada lovelace", ID: "per_a", Name: "Ada Lovelace"},
				{Key: "byron ada", ID: "per_b", Name: "Ada Byron"}, {Key: "facebook", ID: "org_x", Name: "Facebook"}, {Key: "fb", ID: "org_x", Name: "FB"},
				{Key: "lovelace ada", ID: "per_a", Name: "Ada Lovelace"}, {Key: "lovelace meta", ID: "per_a", Name: "Meta Lovelace"},
				{Key: "meta", ID: "org_x", Name: "Meta"}, {Key: "meta lovelace", ID: "per_a", Name: "Meta Lovelace"},
				{Key: "meta platforms", ID: "org_x", Name: "Meta Platforms"}, {Key: "platforms meta", ID: "org_x", Name: "Meta Platforms"}})
		}},
		{"keys that begin with the prefix, at most the limit", func(f *fixture) {
			scene(f)
			f.same("meta", search(f, graph.SearchQuery{Prefixes: []string{"meta"}, Limit: 2}), []graph.Name{{Key: "meta", ID: "org_x", Name: "Meta"}, {Key: "meta lovelace", ID: "per_a", Name: "Meta Lovelace"}})
			f.same("part of a word", search(f, graph.SearchQuery{Prefixes: []string{"lov"}, Limit: 1}), []graph.Name{{Key: "lovelace ada", ID: "per_a", Name: "Ada Lovelace"}})
			f.same("more words", search(f, graph.SearchQuery{Prefixes: []string{"ada b"}}), []graph.Name{{Key: "ada byron", ID: "per_b", Name: "Ada Byron"}})
			for _, prefix := range []string{"x", "ace", "ada  ", "ada lovelace x", "%", "_", "*", "ad%", "ad_", "Ada", "'", "tick", "silent", "domain"} {
				f.same(prefix, search(f, graph.SearchQuery{Prefixes: []string{prefix}}), []graph.Name{})
			}
		}},
		{"of one kind", func(f *fixture) {
			scene(f)
			f.same("people", search(f, graph.SearchQuery{Prefixes: []string{"meta"}, Kind: "Person"}), []graph.Name{{Key: "meta lovelace", ID: "per_a", Name: "Meta Lovelace"}})
			f.same("organizations", search(f, graph.SearchQuery{Prefixes: []string{"meta"}, Kind: "Organization"}), []graph.Name{
				{Key: "meta", ID: "org_x", Name: "Meta"}, {Key: "meta platforms", ID: "org_x", Name: "Meta Platforms"}})
		}},
		{"several prefixes: each name once, at most the limit of each", func(f *fixture) {
			scene(f)
			ada, adaB := graph.Name{Key: "ada lovelace", ID: "per_a", Name: "Ada Lovelace"}, graph.Name{Key: "ada byron", ID: "per_b", Name: "Ada Byron"}
			meta, facebook := graph.Name{Key: "meta", ID: "org_x", Name: "Meta"}, graph.Name{Key: "facebook", ID: "org_x", Name: "Facebook"}
			fb := graph.Name{Key: "fb", ID: "org_x", Name: "FB"}
			for _, x := range []struct {
				prefixes []string
				kind     string
				limit    int
				want     []graph.Name
			}{
				{[]string{"meta", "ada"}, "", 1, []graph.Name{adaB, meta}},
				{[]string{"ada l", "ada", "ada lovelace"}, "", 1, []graph.Name{adaB, ada}},
				{[]string{"ada", "ada"}, "", 9, []graph.Name{adaB, ada}},
				{[]string{"f", "fb", "face"}, "", 1, []graph.Name{facebook, fb}},
				{[]string{"x", "zz", "fa", "ad b", "adaa"}, "", 9, []graph.Name{facebook}},
				{[]string{"x", "zz"}, "", 9, nil},
				{[]string{"meta", "fb"}, "Person", 9, []graph.Name{{Key: "meta lovelace", ID: "per_a", Name: "Meta Lovelace"}}},
				{[]string{"meta p", "ada", "fb"}, "Organization", 9, []graph.Name{fb, {Key: "meta platforms", ID: "org_x", Name: "Meta Platforms"}}},
				{[]string{"", "ada"}, "", 1, []graph.Name{adaB}},
				{nil, "", 9, nil},
			} {
				f.same(brief(x.prefixes), search(f, graph.SearchQuery{Prefixes: x.prefixes, Kind: x.kind, Limit: x.limit}), x.want)
			}
		}},
		{"several prefixes at a time, also where others are current now", func(f *fixture) {
			t1 := f.commit(graph.Commit{People: []graph.Person{person("per_a", "Ada King"), person("per_b", "Ben Ng")}})
			f.commit(graph.Commit{People: []graph.Person{person("per_a", "Cy Young"), person("per_b", "Ben Ng")}})
			prefixes := []string{"ada", "aha", "ben", "cy"}
			f.same("then", search(f, graph.SearchQuery{Prefixes: prefixes, At: t1}), []graph.Name{{Key: "ada king", ID: "per_a", Name: "Ada King"}, {Key: "ben ng", ID: "per_b", Name: "Ben Ng"}})
			f.same("now", search(f, graph.SearchQuery{Prefixes: prefixes}), []graph.Name{{Key: "ben ng", ID: "per_b", Name: "Ben Ng"}, {Key: "cy young", ID: "per_a", Name: "Cy Young"}})
		}},
		{"of names that make the same key the first by bytes", func(f *fixture) {
			f.commit(graph.Commit{People: []graph.Person{person("per_a", "ada Lovelace", "Ada LOVELACE", "Áda Lovelace"), person("per_b", "Ada Lovelace")},
				Organizations: []graph.Organization{{ID: "org_x", Key: "ada", Name: "ÁDA lovelace"}}, Mentions: []graph.Mention{{Organization: "org_x", Name: "adá lovelace", Claims: 1}}})
			f.same("names", search(f, graph.SearchQuery{Prefixes: []string{"ada"}}), []graph.Name{{Key: "ada lovelace", ID: "org_x", Name: "adá lovelace"},
				{Key: "ada lovelace", ID: "per_a", Name: "Ada LOVELACE"}, {Key: "ada lovelace", ID: "per_b", Name: "Ada Lovelace"}})
		}},
		{"a name whose letters fold away has no key", func(f *fixture) {
			f.commit(graph.Commit{People: []graph.Person{person("per_a", "!!!", "🙂")}})
			f.same("names", search(f, graph.SearchQuery{Prefixes: []string{""}}), []graph.Name{})
		}},
		{"people at a time", func(f *fixture) {
			t0 := f.commit(graph.Commit{})
			t1 := f.commit(graph.Commit{People: []graph.Person{person("per_a", "Ada Lovelace", "Ada King")}})
			t2 := f.commit(graph.Commit{People: []graph.Person{person("per_a", "Ada Byron", "Ada King")}})
			t3 := f.commit(graph.Commit{Expect: map[graph.ID]int64{"blk_p": 2}, Gone: []graph.Gone{{ID: "per_a"}}})
			king := graph.Name{Key: "ada king", ID: "per_a", Name: "Ada King"}
			for at, want := range map[time.Time][]graph.Name{t0: nil, t1: {king, {Key: "ada lovelace", ID: "per_a", Name: "Ada Lovelace"}},
				t2: {{Key: "ada byron", ID: "per_a", Name: "Ada Byron"}, king}, t3: nil, {}: nil} {
				f.same("at "+at.String(), search(f, graph.SearchQuery{Prefixes: []string{"ada"}, At: at}), want)
			}
		}},
		{"organizations at a time, by what was mentioned and defined then", func(f *fixture) {
			x := graph.Organization{ID: "org_x", Key: "x", Catalogued: true, Name: "Xylo"}
			t1 := f.commit(graph.Commit{Organizations: []graph.Organization{x}})
			t2 := f.commit(graph.Commit{Mentions: []graph.Mention{{Organization: "org_x", Name: "Xylophone", Claims: 1}}})
			x.FormerNames = []string{"Xylem"}
			t3 := f.commit(graph.Commit{Organizations: []graph.Organization{x}, Mentions: []graph.Mention{{Organization: "org_x", Name: "Xy", Claims: 1}, {Organization: "org_x", Name: "Xylophone", Claims: -1}}})
			t4 := f.commit(graph.Commit{Mentions: []graph.Mention{{Organization: "org_x", Name: "Xy", Claims: -1}}})
			t5 := f.commit(graph.Commit{Mentions: []graph.Mention{{Organization: "org_x", Name: "Xylo", Claims: 1}}})
			xylo := graph.Name{Key: "xylo", ID: "org_x", Name: "Xylo"}
			xylem := graph.Name{Key: "xylem", ID: "org_x", Name: "Xylem"}
			for at, want := range map[time.Time][]graph.Name{t1: nil, t2: {xylo, {Key: "xylophone", ID: "org_x", Name: "Xylophone"}},
				t3: {{Key: "xy", ID: "org_x", Name: "Xy"}, xylem, xylo}, t4: nil, t5: {xylem, xylo}, {}: {xylem, xylo}} {
				f.same("at "+at.String(), search(f, graph.SearchQuery{Prefixes: []string{"xy"}, At: at}), want)
			}
		}},
	}
}

func successorCases() []contractCase {
	chain := func(f *fixture) {
		f.put(testMove("a", "p", "org_x", "org_y", "2021"), testMove("b", "p", "org_x", "org_y", "2022"), testMove("c", "p", "org_x", "org_y", "2023"))
		f.remove("mov_b", "mov_a")
		f.remove("mov_c", "mov_b")
	}
	successors := func(f *fixture, ids ...graph.ID) map[graph.ID]graph.ID {
		f.Helper()
		got, err := f.s.Successors(f.ctx, ids)
		return must(f, got, err)
	}
	return []contractCase{
		{"each id has the one it gave way to, which may have one in turn", func(f *fixture) {
			chain(f)
			f.same("successors", successors(f, "mov_a", "mov_b", "mov_c", "mov_none", ""), map[graph.ID]graph.ID{"mov_a": "mov_b", "mov_b": "mov_c"})
			f.same("no ids", successors(f), map[graph.ID]graph.ID{})
		}},
		{"an id that went without one has none", func(f *fixture) {
			chain(f)
			f.remove("", "mov_c")
			f.same("successors", successors(f, "mov_b", "mov_c"), map[graph.ID]graph.ID{"mov_b": "mov_c"})
		}},
		{"an id that is current again has none, until it goes again", func(f *fixture) {
			chain(f)
			f.put(testMove("a", "p", "org_x", "org_y", "2024"))
			f.same("current again", successors(f, "mov_a", "mov_b"), map[graph.ID]graph.ID{"mov_b": "mov_c"})
			f.remove("mov_c", "mov_a")
			f.same("gone again", successors(f, "mov_a"), map[graph.ID]graph.ID{"mov_a": "mov_c"})
		}},
		{"the last going counts, also where it had none", func(f *fixture) {
			chain(f)
			f.put(testMove("a", "p", "org_x", "org_y", "2024"))
			f.remove("", "mov_a")
			f.same("successors", successors(f, "mov_a"), map[graph.ID]graph.ID{})
		}},
		{"of people and organizations as well", func(f *fixture) {
			m := graph.Mention{Organization: "org_x", Name: "x", Claims: 1}
			f.commit(graph.Commit{People: []graph.Person{testPerson("a", "blk_p"), testPerson("b", "blk_p")},
				Organizations: []graph.Organization{testOrganization("x"), testOrganization("y")}, Mentions: []graph.Mention{m}})
			m.Claims = -1
			f.commit(graph.Commit{Expect: map[graph.ID]int64{"blk_p": 1}, Gone: []graph.Gone{{ID: "per_a", Successor: "per_b"}, {ID: "org_x", Successor: "org_y"}}, Mentions: []graph.Mention{m}})
			f.same("successors", successors(f, "per_a", "org_x"), map[graph.ID]graph.ID{"per_a": "per_b", "org_x": "org_y"})
			m.Claims = 1
			f.commit(graph.Commit{Organizations: []graph.Organization{testOrganization("x")}, Mentions: []graph.Mention{m}})
			f.same("defined again", successors(f, "per_a", "org_x"), map[graph.ID]graph.ID{"per_a": "per_b"})
		}},
		{"going and coming in one commit keeps the graph whole", func(f *fixture) {
			chain(f)
			c := graph.Commit{Gone: []graph.Gone{{ID: "mov_c", Successor: "mov_d"}}}
			d := testMove("d", "p", "org_x", "org_y", "2023")
			d.Claims = []graph.ID{"clm_c"}
			c.Moves, c.Expect = []graph.Move{d}, map[graph.ID]int64{}
			at := f.commit(c)
			f.same("successors", successors(f, "mov_c", "mov_d"), map[graph.ID]graph.ID{"mov_c": "mov_d"})
			f.same("now", f.page(graph.MoveQuery{}), map[graph.ID][]graph.ID{"": {"mov_d"}})
			f.same("before", f.page(graph.MoveQuery{At: at.Add(-time.Microsecond)}), map[graph.ID][]graph.ID{"": {"mov_c"}})
		}},
	}
}
