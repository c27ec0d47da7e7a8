package gql_test

import (
	"fmt"
	"strings"
	"testing"

	"talentgraph/graph/gql"
	"talentgraph/graph/graphtest"
)

// TestFilterErrors: a filter that contradicts itself, or names what there is not, is an error that says where, and never an empty answer
// that looks right.
func TestFilterErrors(t *testing.T) {
	h := server(t, graphtest.NewOracle(), gql.Config{})
	pang := idOf(t, h, "Ruoming Pang")
	const nobody, nowhere = `"per_aaaaaaaaaaaaaaaaaaaaaaaaaa"`, `"org_aaaaaaaaaaaaaaaaaaaaaaaaaa"`
	deep := strings.Repeat(`{and: [`, 60) + `{inferred: true}` + strings.Repeat(`]}`, 60)
	type refusal struct{ code, argument string }
	for where, want := range map[string]refusal{
		`{and: []}`: {"INVALID", "where.and"}, `{or: []}`: {"INVALID", "where.or"}, `{not: []}`: {"INVALID", "where.not"},
		`{known: []}`: {"INVALID", "where.known"}, `{country: []}`: {"INVALID", "where.country"}, `{publisher: []}`: {"INVALID", "where.publisher"},
		`{fromSet: []}`: {"INVALID", "where.fromSet"}, `{toGroup: []}`: {"INVALID", "where.toGroup"},
		`{or: [{from: []}]}`: {"INVALID", "where.or[0].from"},
		`{not: [{inferred: true}, {and: [{text: "…"}]}]}`: {"INVALID", "where.not[1].and[0].text"},
		`{role: "!"}`: {"INVALID", "where.role"},
		`{announcedSince: "2025", announcedUntil: "2024-12"}`:     {"INVALID", "where.announcedSince"},
		`{and: [{reportedSince: "2025", reportedUntil: "2024"}]}`: {"INVALID", "where.and[0].reportedSince"},
		`{minConfidence: 0.9, maxConfidence: 0.5}`:                {"INVALID", "where.minConfidence"},
		`{maxConfidence: 0}`:                                         {"INVALID", "where.maxConfidence"},
		`{maxConfidence: 1.1}`:                                       {"INVALID", "where.maxConfidence"},
		`{minPublishers: -1}`:                                        {"INVALID", "where.minPublishers"},
		`{known: [FROM], unknown: [TO, FROM]}`:                       {"INVALID", "where.unknown"},
		`{asOf: "2025", status: [RUMORED]}`:                          {"INVALID", "where.asOf"},
		`{asOf: "2025-02-30"}`:                                       {"INVALID", "where.asOf"},
		`{country: ["us"]}`:                                          {"INVALID", "where.country"},
		`{toCountry: ["USA"]}`:                                       {"INVALID", "where.toCountry"},
		`{language: ["English"]}`:                                    {"INVALID", "where.language"},
		`{or: [{knownAt: "2025-08-02T12:00:00Z"}]}`:                  {"INVALID", "where.or[0].knownAt"},
		`{fromGroup: ["` + pang + `"]}`:                              {"INVALID", "where.fromGroup"},
		`{person: [` + nobody + `]}`:                                 {"NOT_FOUND", "where.person"},
		`{from: [` + nowhere + `]}`:                                  {"NOT_FOUND", "where.from"},
		`{or: [{inferred: true}, {not: [{to: [` + nowhere + `]}]}]}`: {"NOT_FOUND", "where.or[1].not[0].to"},
		`{toSet: ["nobody"]}`:                                        {"NOT_FOUND", "where.toSet"},
		`{and: [{organizationSet: ["rivals", "Nobody"]}]}`:           {"NOT_FOUND", "where.and[0].organizationSet"},
		deep: {"INVALID", "where" + strings.Repeat(".and[0]", 50)},
		`{or: [` + strings.Repeat(`{inferred: true}`, 50) + `]}`: {"INVALID", "where.or[49]"},
	} {
		for _, question := range []string{`moves(where: %s) { totalCount }`, `flows(where: %s) { totalMoves }`, `coverage(where: %s) { moves }`, `circles(where: %s) { modularity }`,
			`person(id: "` + pang + `") { moves(where: %s) { totalCount } }`} {
			a := ask(t, h, "{ "+fmt.Sprintf(question, where)+" }", nil)
			if len(a.Errors) != 1 || a.Errors[0].code() != want.code || a.Errors[0].Extensions["argument"] != want.argument {
				t.Errorf("%s: %.400s, want %v", fmt.Sprintf(question, where), a.body, want)
			}
		}
		for _, list := range []string{"people", "organizations", "articles"} {
			a := ask(t, h, "{ "+fmt.Sprintf(`%s(where: {moves: %s}) { totalCount }`, list, where)+" }", nil)
			argument := strings.Replace(want.argument, "where", "where.moves", 1)
			if len(a.Errors) != 1 || a.Errors[0].code() != want.code || a.Errors[0].Extensions["argument"] != argument {
				t.Errorf("%s by %s: %.400s, want %v", list, where, a.body, want)
			}
		}
	}
}

// TestListArguments: what is wrong with an argument of a list or of flows is said with its name.
func TestListArguments(t *testing.T) {
	h := server(t, graphtest.NewOracle(), gql.Config{})
	meta, pang := idOf(t, h, "Meta"), idOf(t, h, "Ruoming Pang")
	cursors := map[string]string{}
	for _, list := range []string{"people", "organizations", "articles", "flows", "moves"} {
		var d map[string]struct{ PageInfo struct{ EndCursor string } }
		ask(t, h, `{ `+list+`(first: 1) { pageInfo { endCursor } } }`, nil).data(t, &d)
		cursors[list] = d[list].PageInfo.EndCursor
	}
	type refusal struct{ code, argument string }
	tests := map[string]refusal{
		`flows(by: [FROM, TO, STATUS, LANGUAGE]) { totalMoves }`:                               {"INVALID", "by"},
		`flows(by: [FROM, TO, FROM]) { totalMoves }`:                                           {"INVALID", "by"},
		`flows(first: 100000) { totalMoves }`:                                                  {"INVALID", "first"},
		`flows(last: 0) { totalMoves }`:                                                        {"INVALID", "last"},
		`flows(first: 1, last: 1) { totalMoves }`:                                              {"INVALID", "last"},
		`flows(first: 1, before: "x") { totalMoves }`:                                          {"INVALID", "before"},
		`flows(last: 1, before: "x") { totalMoves }`:                                           {"INVALID", "before"},
		`flows { nodes { topRoles(first: 0) { role } } }`:                                      {"INVALID", "first"},
		`people(where: {id: []}) { totalCount }`:                                               {"INVALID", "where.id"},
		`people(where: {id: ["` + meta + `"]}) { totalCount }`:                                 {"INVALID", "where.id"},
		`people(where: {text: "?"}) { totalCount }`:                                            {"INVALID", "where.text"},
		`people(where: {moves: {knownAt: "2025-08-02T12:00:00Z"}}) { totalCount }`:             {"INVALID", "where.moves.knownAt"},
		`people(where: {id: ["per_aaaaaaaaaaaaaaaaaaaaaaaaaa"]}) { totalCount }`:               {"NOT_FOUND", "where.id"},
		`organizations(where: {parent: ["org_aaaaaaaaaaaaaaaaaaaaaaaaaa"]}) { totalCount }`:    {"NOT_FOUND", "where.parent"},
		`organizations(where: {end: TO}) { totalCount }`:                                       {"INVALID", "where.end"},
		`organizations(where: {country: ["us"]}) { totalCount }`:                               {"INVALID", "where.country"},
		`articles(where: {since: "2025", until: "2024"}) { totalCount }`:                       {"INVALID", "where.since"},
		`articles(where: {language: []}) { totalCount }`:                                       {"INVALID", "where.language"},
		`articles(where: {id: ["` + pang + `"]}) { totalCount }`:                               {"INVALID", "where.id"},
		`articles(last: 501) { totalCount }`:                                                   {"INVALID", "last"},
		`suggest(text: "a", first: 0) { name }`:                                                {"INVALID", "first"},
		`suggest(text: "a", kinds: []) { name }`:                                               {"INVALID", "kinds"},
		`organization(id: "` + meta + `") { staff(asOf: "2025-13") { totalCount } }`:           {"INVALID", "asOf"},
		`organization(id: "` + meta + `") { staff(asOf: "2025", first: 501) { totalCount } }`:  {"INVALID", "first"},
		`organization(id: "` + meta + `") { staff(asOf: "2025", after: "x") { totalCount } }`:  {"INVALID", "after"},
		`person(id: "` + pang + `") { employers(asOf: "soon") { name } }`:                      {"INVALID", "asOf"},
		`balance(organization: "` + meta + `", where: {fromSet: ["rivals"]}) { net }`:          {"INVALID", "where.fromSet"},
		`balance(organization: "` + meta + `", where: {and: [{fromSet: ["nobody"]}]}) { net }`: {"NOT_FOUND", "where.and[0].fromSet"},
		`flows { nodes { coverage { topRoles(first: 501) { role } } } }`:                       {"INVALID", "first"},
	}
	for list, cursor := range cursors {
		for of := range cursors {
			if of != list {
				tests[of+`(first: 1, after: "`+cursor+`") { pageInfo { endCursor } }`] = refusal{"INVALID", "after"}
			}
		}
		if list != "flows" && list != "moves" {
			tests[list+`(first: 1, after: "`+cursor+`", where: {moves: {inferred: true}}) { totalCount }`] = refusal{"INVALID", "after"}
			tests[list+`(last: 1, after: "`+cursor+`") { totalCount }`] = refusal{"INVALID", "after"}
		}
	}
	for query, want := range tests {
		a := ask(t, h, "{ "+query+" }", nil)
		if len(a.Errors) == 0 || a.Errors[0].code() != want.code || a.Errors[0].Extensions["argument"] != want.argument || strings.Contains(a.Errors[0].Message, "\n") {
			t.Errorf("%s: %.400s, want %v", query, a.body, want)
		}
	}
}

// TestManyStaffs: the staff of many organizations at once is too much to ask, since each is a call of the store.
func TestManyStaffs(t *testing.T) {
	h, _ := countingServer(t, 60)
	const staffed = `organizations(first: 15) { nodes { staff(asOf: "2021", first: 1) { totalCount } } }`
	if a := ask(t, h, `{ `+staffed+` }`, nil); len(a.Errors) > 0 {
		t.Errorf("%.300s", a.body)
	}
	if a := ask(t, h, `{ a: `+staffed+` b: `+staffed+` }`, nil); len(a.Errors) == 0 || a.Errors[0].code() != "TOO_LARGE" {
		t.Errorf("%.300s", a.body)
	}
}
