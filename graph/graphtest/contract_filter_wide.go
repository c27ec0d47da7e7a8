package graphtest

import "talentgraph/graph"

// filterRow is a filter with the moves of a scene that pass it, newest first.
type filterRow struct {
	says  string
	where graph.MoveFilter
	want  []graph.ID
}

// filterTable checks filters on a scene: pages, flows, coverage and, by what does not pass, counts.
func filterTable(name string, scene func(f *fixture), rows []filterRow) contractCase {
	return contractCase{name, func(f *fixture) {
		scene(f)
		all := len(f.ledger.moves)
		for _, x := range rows {
			page, flows := map[graph.ID][]graph.ID{}, []graph.Flow{}
			if len(x.want) > 0 {
				page[""], flows = x.want, []graph.Flow{{Moves: len(x.want)}}
			}
			f.same(x.says+": page", f.page(graph.MoveQuery{Where: x.where}), page)
			got, err := f.s.Flows(f.ctx, graph.FlowQuery{Where: x.where, Limit: 10})
			f.same(x.says+": flows", must(f, got, err), flows)
			rest, err := f.s.Coverage(f.ctx, graph.CoverageQuery{Where: x.where})
			if must(f, rest, err); len(rest) != 1 || rest[0].Moves != len(x.want) {
				f.Errorf("%s: coverage %+v, want one of %d moves", x.says, rest, len(x.want))
			}
			fail, err := f.s.CountMoves(f.ctx, graph.MoveQuery{Where: graph.MoveFilter{None: []graph.MoveFilter{x.where}}})
			if n := must(f, fail, err)[""]; n != all-len(x.want) {
				f.Errorf("%s: %d fail, want %d", x.says, n, all-len(x.want))
			}
		}
	}}
}

// wideScene is four moves that differ in all that filters look at: d, b, a and c, newest first. Of a and b both ends are
// known, b goes from a group to itself; c is a departure, d an arrival.
func wideScene(f *fixture) {
	a, b := testMove("a", "p", "org_x", "org_y", "2025-07-15"), testMove("b", "q", "org_y", "org_z", "2025-08")
	c, d := testMove("c", "q", "org_z", "", ""), testMove("d", "r", "", "org_x", "2026")
	a.FromPlace, a.ToPlace = graph.Place{Group: "org_g", Country: "FR", Sector: "Banks"}, graph.Place{Group: "org_y", Country: "US"}
	b.FromPlace, b.ToPlace = graph.Place{Group: "org_h", Sector: "Software"}, graph.Place{Group: "org_h", Country: "FR", Sector: "Banks"}
	c.FromPlace = graph.Place{Group: "org_z", Country: "DE"}
	d.ToPlace = graph.Place{Group: "org_g", Country: "FR", Sector: "Banks"}
	a.Announced, a.Reported, a.Ended = date("2025-06"), date("2025-06-20"), date("2025-12")
	b.Announced, b.Reported = date("2025-08-05"), date("2025-09")
	c.Announced, c.Reported = date("2025"), date("2025-09-15")
	d.Reported = graph.Date{}
	a.RoleFrom, a.RoleTo, a.RoleFamily, a.Seniority = "Engineer", "Head of A.I.", "ENGINEERING", "LEAD"
	b.RoleTo, b.RoleFamily = "engineer", "ENGINEERING"
	c.RoleFrom, c.Seniority = "Membre du Comité", "BOARD"
	a.Confidence, b.Confidence, c.Confidence, d.Confidence = 0.25, 0.5, 0.75, 1
	a.Publishers, b.Publishers, c.Publishers, d.Publishers = 3, 1, 2, 1
	b.Status, c.Status, d.Status = graph.Announced, graph.Denied, graph.Rumored
	state(&a, source("art_1", "a.example", "fr", "2025-06-20"), source("art_2", "b.example", "en", "2025-07-20"), source("art_3", "", "de", ""))
	state(&b, source("art_4", "", "", "2025-09"))
	state(&c, source("art_5", "b.example", "en", "2025-09-15"), source("art_6", "c.example", "fr", "2025-09-16"))
	state(&d, source("art_7", "a.example", "en", ""))
	f.put(a, b, c, d)
}

func wideFilterCases() []contractCase {
	ids := func(list ...graph.ID) []graph.ID { return list }
	some := func(list ...string) []string { return list }
	yes, no := true, false
	return []contractCase{
		filterTable("places: country, sector and group of an end", wideScene, []filterRow{
			{"from a country", graph.MoveFilter{FromCountries: some("FR")}, ids("mov_a")},
			{"from one of two countries", graph.MoveFilter{FromCountries: some("DE", "FR")}, ids("mov_a", "mov_c")},
			{"from a country unknown, the end's or the end itself", graph.MoveFilter{FromCountries: some("")}, ids("mov_d", "mov_b")},
			{"to a country or an unknown one", graph.MoveFilter{ToCountries: some("US", "")}, ids("mov_a", "mov_c")},
			{"to a country that none is in", graph.MoveFilter{ToCountries: some("DE")}, nil},
			{"a country at either end", graph.MoveFilter{Countries: some("FR")}, ids("mov_d", "mov_b", "mov_a")},
			{"a country unknown at either end", graph.MoveFilter{Countries: some("")}, ids("mov_d", "mov_b", "mov_c")},
			{"countries are told apart by case", graph.MoveFilter{Countries: some("fr")}, nil},
			{"from a sector", graph.MoveFilter{FromSectors: some("Banks", "Farms")}, ids("mov_a")},
			{"from a sector unknown", graph.MoveFilter{FromSectors: some("")}, ids("mov_d", "mov_c")},
			{"to a sector", graph.MoveFilter{ToSectors: some("Banks")}, ids("mov_d", "mov_b")},
			{"to a sector unknown", graph.MoveFilter{ToSectors: some("")}, ids("mov_a", "mov_c")},
			{"a sector at either end", graph.MoveFilter{Sectors: some("Software", "")}, ids("mov_d", "mov_b", "mov_a", "mov_c")},
			{"country and sector: both", graph.MoveFilter{ToCountries: some("FR"), FromSectors: some("Software")}, ids("mov_b")},
			{"from a group", graph.MoveFilter{FromGroups: ids("org_g", "org_none")}, ids("mov_a")},
			{"from what is in a group is not from the group's", graph.MoveFilter{FromGroups: ids("org_x")}, nil},
			{"to a group", graph.MoveFilter{ToGroups: ids("org_g", "org_y")}, ids("mov_d", "mov_a")},
			{"to a group and from one", graph.MoveFilter{FromGroups: ids("org_h"), ToGroups: ids("org_h")}, ids("mov_b")},
			{"inside a group", graph.MoveFilter{Inside: &yes}, ids("mov_b")},
			{"not inside: also what has an unknown end", graph.MoveFilter{Inside: &no}, ids("mov_d", "mov_a", "mov_c")},
		}),
		filterTable("dates of announcement and report, as those of the move", wideScene, []filterRow{
			{"announced since a day in a coarse date", graph.MoveFilter{AnnouncedSince: date("2025-06-30")}, ids("mov_b", "mov_a", "mov_c")},
			{"announced since the month after", graph.MoveFilter{AnnouncedSince: date("2025-07")}, ids("mov_b", "mov_c")},
			{"announced since the day itself", graph.MoveFilter{AnnouncedSince: date("2025-08-05")}, ids("mov_b", "mov_c")},
			{"announced since the day after", graph.MoveFilter{AnnouncedSince: date("2025-08-06")}, ids("mov_c")},
			{"announced until the first day of a coarse date", graph.MoveFilter{AnnouncedUntil: date("2025-06-01")}, ids("mov_a", "mov_c")},
			{"announced until the year before", graph.MoveFilter{AnnouncedUntil: date("2024")}, nil},
			{"announced in a month", graph.MoveFilter{AnnouncedSince: date("2025-08"), AnnouncedUntil: date("2025-08")}, ids("mov_b", "mov_c")},
			{"not announced fails both", graph.MoveFilter{AnnouncedSince: date("1000"), AnnouncedUntil: date("9999")}, ids("mov_b", "mov_a", "mov_c")},
			{"reported since the last day of a coarse date", graph.MoveFilter{ReportedSince: date("2025-09-30")}, ids("mov_b")},
			{"reported since the day itself", graph.MoveFilter{ReportedSince: date("2025-09-15")}, ids("mov_b", "mov_c")},
			{"reported until the day itself", graph.MoveFilter{ReportedUntil: date("2025-06-20")}, ids("mov_a")},
			{"reported until the day before", graph.MoveFilter{ReportedUntil: date("2025-06-19")}, nil},
			{"not reported fails both", graph.MoveFilter{ReportedSince: date("1000"), ReportedUntil: date("9999")}, ids("mov_b", "mov_a", "mov_c")},
			{"all three dates", graph.MoveFilter{Since: date("2025"), AnnouncedUntil: date("2025-06"), ReportedSince: date("2025-06")}, ids("mov_a")},
		}),
		filterTable("sources: languages, publishers and how many", wideScene, []filterRow{
			{"a language of the earliest claim", graph.MoveFilter{FirstLanguages: some("fr")}, ids("mov_a")},
			{"one of two languages of the earliest claim", graph.MoveFilter{FirstLanguages: some("en", "fr")}, ids("mov_d", "mov_a", "mov_c")},
			{"the earliest claim's language unknown", graph.MoveFilter{FirstLanguages: some("")}, ids("mov_b")},
			{"a language of any claim", graph.MoveFilter{Languages: some("fr")}, ids("mov_a", "mov_c")},
			{"a language unknown or another", graph.MoveFilter{Languages: some("", "de")}, ids("mov_b", "mov_a")},
			{"a language of none", graph.MoveFilter{Languages: some("pt")}, nil},
			{"a publisher of any claim", graph.MoveFilter{Publishers: some("b.example")}, ids("mov_a", "mov_c")},
			{"a publisher unknown", graph.MoveFilter{Publishers: some("")}, ids("mov_b", "mov_a")},
			{"one of two publishers", graph.MoveFilter{Publishers: some("c.example", "a.example")}, ids("mov_d", "mov_a", "mov_c")},
			{"a part of a publisher's name", graph.MoveFilter{Publishers: some("example")}, nil},
			{"publisher and language need not be of one claim", graph.MoveFilter{Publishers: some("c.example"), Languages: some("en")}, ids("mov_c")},
			{"at least so many publishers", graph.MoveFilter{MinPublishers: 2}, ids("mov_a", "mov_c")},
			{"more publishers than any has", graph.MoveFilter{MinPublishers: 4}, nil},
		}),
		filterTable("confidence, roles and what is known", wideScene, []filterRow{
			{"at most so confident", graph.MoveFilter{MaxConfidence: 0.5}, ids("mov_b", "mov_a")},
			{"confident between two bounds", graph.MoveFilter{MinConfidence: 0.5, MaxConfidence: 0.75}, ids("mov_b", "mov_c")},
			{"at most 1 passes all", graph.MoveFilter{MaxConfidence: 1}, ids("mov_d", "mov_b", "mov_a", "mov_c")},
			{"a word of either role", graph.MoveFilter{Role: some("engineer")}, ids("mov_b", "mov_a")},
			{"words of both roles", graph.MoveFilter{Role: some("engineer", "head")}, ids("mov_a")},
			{"a folded word", graph.MoveFilter{Role: some("comite")}, ids("mov_c")},
			{"a part of a word", graph.MoveFilter{Role: some("engin")}, nil},
			{"a word not folded", graph.MoveFilter{Role: some("Engineer")}, nil},
			{"from known", graph.MoveFilter{Known: []graph.MoveField{graph.FromField}}, ids("mov_b", "mov_a", "mov_c")},
			{"to known", graph.MoveFilter{Known: []graph.MoveField{graph.ToField}}, ids("mov_d", "mov_b", "mov_a")},
			{"from and to known", graph.MoveFilter{Known: []graph.MoveField{graph.FromField, graph.ToField}}, ids("mov_b", "mov_a")},
			{"date unknown", graph.MoveFilter{Unknown: []graph.MoveField{graph.DateField}}, ids("mov_c")},
			{"announcement unknown", graph.MoveFilter{Unknown: []graph.MoveField{graph.AnnouncedField}}, ids("mov_d")},
			{"report unknown", graph.MoveFilter{Unknown: []graph.MoveField{graph.ReportedField}}, ids("mov_d")},
			{"role left known", graph.MoveFilter{Known: []graph.MoveField{graph.RoleFromField}}, ids("mov_a", "mov_c")},
			{"role taken unknown", graph.MoveFilter{Unknown: []graph.MoveField{graph.RoleToField}}, ids("mov_d", "mov_c")},
			{"role family unknown", graph.MoveFilter{Unknown: []graph.MoveField{graph.FamilyField}}, ids("mov_d", "mov_c")},
			{"seniority known", graph.MoveFilter{Known: []graph.MoveField{graph.SeniorityField}}, ids("mov_a", "mov_c")},
			{"end of the stay known", graph.MoveFilter{Known: []graph.MoveField{graph.EndedField}}, ids("mov_a")},
			{"known and unknown", graph.MoveFilter{Known: []graph.MoveField{graph.DateField}, Unknown: []graph.MoveField{graph.SeniorityField, graph.EndedField}}, ids("mov_d", "mov_b")},
			{"known and unknown at once", graph.MoveFilter{Known: []graph.MoveField{graph.DateField}, Unknown: []graph.MoveField{graph.DateField}}, nil},
		}),
	}
}
