package gql_test

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"talentgraph/graph"
	"talentgraph/graph/gql"
	"talentgraph/graph/graphtest"
)

// counting is a store that counts its reads by method.
type counting struct {
	graph.Store
	mu    sync.Mutex
	calls map[string]int
}

func (c *counting) count(method string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.calls == nil {
		c.calls = map[string]int{}
	}
	c.calls[method]++
}

func (c *counting) Articles(ctx context.Context, ids []graph.ID, at time.Time) (map[graph.ID]graph.Article, error) {
	c.count("Articles")
	return c.Store.Articles(ctx, ids, at)
}

func (c *counting) Claims(ctx context.Context, q graph.ClaimQuery) (map[graph.ID][]graph.Claim, error) {
	c.count("Claims")
	return c.Store.Claims(ctx, q)
}

func (c *counting) People(ctx context.Context, ids []graph.ID, at time.Time) (map[graph.ID]graph.Person, error) {
	c.count("People")
	return c.Store.People(ctx, ids, at)
}

func (c *counting) Organizations(ctx context.Context, ids []graph.ID, at time.Time) (map[graph.ID]graph.Organization, error) {
	c.count("Organizations")
	return c.Store.Organizations(ctx, ids, at)
}

func (c *counting) MovesByID(ctx context.Context, ids []graph.ID, at time.Time) (map[graph.ID]graph.Move, error) {
	c.count("MovesByID")
	return c.Store.MovesByID(ctx, ids, at)
}

func (c *counting) Moves(ctx context.Context, q graph.MoveQuery) (map[graph.ID][]graph.Move, error) {
	c.count("Moves")
	return c.Store.Moves(ctx, q)
}

func (c *counting) CountMoves(ctx context.Context, q graph.MoveQuery) (map[graph.ID]int, error) {
	c.count("CountMoves")
	return c.Store.CountMoves(ctx, q)
}

func (c *counting) Flows(ctx context.Context, q graph.FlowQuery) ([]graph.Flow, error) {
	c.count("Flows")
	return c.Store.Flows(ctx, q)
}

func (c *counting) Coverage(ctx context.Context, q graph.CoverageQuery) ([]graph.Coverage, error) {
	c.count("Coverage")
	return c.Store.Coverage(ctx, q)
}

func (c *counting) ListPeople(ctx context.Context, q graph.PeopleQuery) ([]graph.Person, int, error) {
	c.count("ListPeople")
	return c.Store.ListPeople(ctx, q)
}

func (c *counting) ListOrganizations(ctx context.Context, q graph.OrganizationQuery) ([]graph.Organization, int, error) {
	c.count("ListOrganizations")
	return c.Store.ListOrganizations(ctx, q)
}

func (c *counting) ListArticles(ctx context.Context, q graph.ArticleQuery) ([]graph.Article, int, error) {
	c.count("ListArticles")
	return c.Store.ListArticles(ctx, q)
}

func (c *counting) Search(ctx context.Context, q graph.SearchQuery) ([]graph.Name, error) {
	c.count("Search")
	return c.Store.Search(ctx, q)
}

func (c *counting) Successors(ctx context.Context, ids []graph.ID) (map[graph.ID]graph.ID, error) {
	c.count("Successors")
	return c.Store.Successors(ctx, ids)
}

func (c *counting) Snapshot(ctx context.Context, at time.Time) (graph.Snapshot, error) {
	c.count("Snapshot")
	return c.Store.Snapshot(ctx, at)
}

// careers are readings on people who each moved twice, every move told by two articles.
func careers(people int) []graph.Reading {
	var readings []graph.Reading
	for i := range people {
		name := fmt.Sprintf("%c%s %c%s", 'A'+i%26, strings.Repeat("n", 2+i%3), 'A'+i/26%26, strings.Repeat("o", 2+i/7%5))
		organizations := [3]string{"OpenAI", fmt.Sprintf("Company %d", i%11), fmt.Sprintf("Institute %d", i%5)}
		for step := range 2 {
			for source := range 2 {
				text := fmt.Sprintf("%s went from %s to %s (%d).", name, organizations[step], organizations[step+1], source)
				readings = append(readings, graph.Reading{
					Article: graph.Article{URL: fmt.Sprintf("https://news%d.example/%d/%d", source, i, step), Title: "A move"}, Text: text,
					Claims: []graph.Claim{{
						Person: name, From: organizations[step], To: organizations[step+1], Date: graph.Date{Year: int16(2020 + step), Month: 3},
						Status: graph.Completed, Quote: text, End: len(text), Confidence: 0.9, Extractor: "test/1",
					}},
				})
			}
		}
	}
	return readings
}

// countingServer answers over careers and counts the reads of its store.
func countingServer(t testing.TB, people int) (http.Handler, *counting) {
	t.Helper()
	s := &counting{Store: graphtest.NewOracle()}
	g := newGraph(t, s)
	if _, err := g.Record(t.Context(), careers(people)); err != nil {
		t.Fatal(err)
	}
	return handler(g, gql.Config{AnswerCache: -1, Limits: gql.Limits{AnswerFields: 1 << 30, LevelRows: 1 << 30}}), s
}

// TestCalls states how many store calls a request makes: one of each kind on each level of the answer, however long the
// lists are.
func TestCalls(t *testing.T) {
	small, smallStore := countingServer(t, 2)
	large, largeStore := countingServer(t, 60)
	for _, c := range []struct {
		name, query string
		want        map[string]int
	}{
		{"a page without anything nested", `{ moves(first: 500) { nodes { id date status } pageInfo { endCursor } } }`,
			map[string]int{"Moves": 1}},
		{"total count", `{ moves { totalCount } }`, map[string]int{"Moves": 1, "CountMoves": 1}},
		{"a page with person, ends and first claim", `{ moves(first: 500) { nodes { person { name } from { name } to { name }
			claims(first: 1) { quote article { title publisher } } } } }`,
			map[string]int{"Moves": 1, "People": 1, "Organizations": 1, "Claims": 1, "Articles": 1}},
		{"edges, nodes and aliases of the same", `{ moves(first: 500) { nodes { from { name } a: to { id } b: to { name } }
			edges { cursor node { to { name parent { name } } x: claims(first: 1) { id } y: claims(first: 2) { id } } } } }`,
			map[string]int{"Moves": 1, "Organizations": 1, "Claims": 1}},
		{"lists in lists in lists", `{ organization(id: $of(OpenAI)) { departures(first: 500) { totalCount nodes { person {
			moves(first: 500) { totalCount nodes { to { arrivals(first: 3) { totalCount nodes { person { name } } } } } } } } } } }`,
			map[string]int{"Organizations": 2, "Moves": 3, "CountMoves": 3, "People": 1}}, // all people are met on the way
		{"both directions on one level", `{ moves(first: 500) { nodes { to { arrivals(first: 2) { nodes { id } } departures(first: 2) { nodes { id } } } } } }`,
			map[string]int{"Moves": 3, "Organizations": 1}},
		{"claims down and up", `{ person(id: $of(Ann Aoo)) { moves { nodes { claims { article { claims { move {
			claims { article { moves { nodes { id } } } } } } } } } } } }`,
			map[string]int{"People": 1, "Moves": 3, "Claims": 2, "Articles": 1}},
		{"flows with their ends and arrivals", `{ flows(first: 500, by: [FROM, TO, PERIOD]) { nodes { count from { name } to { name arrivals(first: 1) { nodes { id } } } } } }`,
			map[string]int{"Flows": 1, "Organizations": 1, "Moves": 1}},
		{"subgraph", `{ subgraph(around: [$of(OpenAI)], hops: 1) { nodes { organization { name } } edges { from { name } count moves(first: 1) { nodes { person { name } } } } } }`,
			map[string]int{"Organizations": 4, "Flows": 2, "Successors": 2, "Moves": 1, "People": 1}},
		{"coverage", `{ coverage { moves undated inferred articles publishers { articles } topRoles { role } } }`, map[string]int{"Coverage": 1}},
		{"flows with the total", `{ flows(first: 2) { totalMoves nodes { count } pageInfo { hasNextPage } } }`, map[string]int{"Flows": 2}},
		{"flows with their moves", `{ flows(first: 500) { nodes { count moves(first: 2) { totalCount nodes { person { name } claims(first: 1) { quote } } } } } }`,
			map[string]int{"Flows": 1, "Moves": 1, "People": 1, "Claims": 1}},
		{"flows under a filter, with their moves twice", `{ flows(first: 500, where: {from: [$of(OpenAI)]}) { nodes { moves(first: 2) { nodes { id } } }
			edges { node { moves(first: 2) { edges { node { date } } } x: moves(first: 3, orderBy: OLDEST_FIRST) { nodes { id } } } } } }`,
			map[string]int{"Flows": 1, "Moves": 2, "Successors": 3, "Organizations": 3}},
		{"search", `{ search(text: "company", first: 500) { entity { name moves(first: 2) { nodes { person { name } } } } } }`,
			map[string]int{"Search": 2, "Organizations": 1, "Moves": 1, "People": 1}},
		{"a filter by organization", `{ moves(where: {from: [$of(OpenAI)]}, first: 500) { nodes { person { name } } } }`,
			map[string]int{"Moves": 1, "People": 1, "Successors": 1, "Organizations": 1}},
		{"balance with its moves", `{ balance(organization: $of(OpenAI)) { organization { name } net arrivalMoves(first: 2) { nodes { person { name } } }
			departureMoves(first: 2) { totalCount nodes { person { name } to { name } } } insideMoves { totalCount } } }`,
			map[string]int{"Organizations": 5, "Flows": 3, "Successors": 3, "Moves": 2, "People": 1}},
		{"ratio with its moves", `{ ratio(a: $of(OpenAI), b: $of(Company 0)) { a { name } ratio forthMoves { nodes { id } } backMoves { totalCount } } }`,
			map[string]int{"Organizations": 4, "Flows": 2, "Successors": 2, "Moves": 1}},
		{"matrix with its moves", `{ matrix(organizations: [$of(OpenAI), $of(Company 0), $of(Institute 0)]) { counts cells { from { name } to { name } moves(first: 3) { nodes { person { name } } } } } }`,
			map[string]int{"Organizations": 2, "Flows": 1, "Successors": 1, "Moves": 1, "People": 1}},
		{"timelines", `{ moves(first: 500) { nodes { person { timeline { organization { name } arrival { claims(first: 1) { quote } } departure { claims(first: 1) { id } } } } } } }`,
			map[string]int{"Moves": 2, "People": 1, "Organizations": 1, "Claims": 1}},
		{"paths", `{ paths(from: $of(OpenAI), to: $of(Institute 0), first: 500) { nodes { organizations { name } travellers(first: 500) { person { name } moves { to { name } claims(first: 1) { quote } } } } } }`,
			map[string]int{"Organizations": 3, "Moves": 3, "People": 1, "Claims": 1}},
		{"circles", `{ circles(first: 500) { nodes { members(first: 500) { organization { name } } insideMoves(first: 2) { nodes { person { name } } } } } }`,
			map[string]int{"Snapshot": 1, "Flows": 1, "Organizations": 1, "Moves": 1, "People": 1}},
		{"people with their moves", `{ people(first: 500) { totalCount nodes { name moves(first: 2) { nodes { to { name } } } } edges { cursor node { employers(asOf: "2021") { name } } } } }`,
			map[string]int{"ListPeople": 1, "Moves": 2, "Organizations": 1}},
		{"organizations with their staff", `{ organizations(first: 5) { totalCount nodes { name staff(asOf: "2021", first: 3) { totalCount nodes { name moves { totalCount } } } } } }`,
			map[string]int{"ListOrganizations": 1, "ListPeople": 5, "Successors": 5, "Organizations": 5, "Moves": 1, "CountMoves": 1}},
		{"articles with their moves", `{ articles(first: 500, where: {moves: {to: [$of(Institute 0)]}}) { totalCount nodes { claims { quote } moves(first: 1) { nodes { person { name } } } } } }`,
			map[string]int{"ListArticles": 1, "Successors": 1, "Organizations": 1, "Claims": 1, "Moves": 1, "People": 1}},
		{"sets", `{ sets { title organizations { name arrivals(first: 1) { nodes { id } } } } set(id: "rivals") { size } }`,
			map[string]int{"Organizations": 1, "Successors": 1, "Moves": 1}}, // one of them is not in the record
		{"suggest", `{ suggest(text: "comp", first: 500) { id kind name score } }`, map[string]int{"Search": 1}},
		{"flows with figures on each cell", `{ flows(first: 100, by: [TO, PERIOD]) { totalMoves other { count share } coverage { publisherCount }
			nodes { share people firstDate lastDate topRoles { role } to { name } coverage { articles publishers(first: 2) { publisher } } } } }`,
			map[string]int{"Flows": 2, "Coverage": 1, "Organizations": 1}},
		{"coverage beside figures", `{ balance(organization: $of(OpenAI)) { coverage { moves } } matrix(organizations: [$of(OpenAI), $of(Company 0)]) { coverage { moves } cells { coverage { few } } }
			ratio(a: $of(OpenAI), b: $of(Company 0)) { coverage { moves } } subgraph(around: [$of(OpenAI)]) { coverage { moves } edges { coverage { moves } } } }`,
			map[string]int{"Organizations": 14, "Flows": 8, "Successors": 8, "Coverage": 4}},
		{"coverage beside ways and circles", `{ circles(first: 3) { coverage { moves } nodes { coverage { moves } } }
			paths(from: $of(OpenAI), to: $of(Institute 0)) { coverage { moves } nodes { coverage { moves } } } }`,
			map[string]int{"Snapshot": 1, "Organizations": 2, "Flows": 1, "Moves": 3, "Coverage": 2}},
		{"the last of each list", `{ moves(last: 500) { nodes { to { arrivals(last: 2) { nodes { id } } } } } }`,
			map[string]int{"Moves": 2, "Organizations": 1}},
		{"another time below", `{ moves(first: 500) { nodes { person { moves(where: {knownAt: "2030-01-01T00:00:00Z"}) { nodes { person { name } to { name } } } } } } }`,
			map[string]int{"Moves": 2, "People": 2, "Organizations": 1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, server := range []struct {
				h http.Handler
				s *counting
			}{{small, smallStore}, {large, largeStore}} {
				query := withIDs(t, server.h, c.query)
				clear(server.s.calls)
				a := ask(t, server.h, query, nil)
				if len(a.Errors) > 0 {
					t.Fatal(a.Errors)
				}
				server.s.calls["Snapshot"]-- // that of extensions.snapshot
				if maps.DeleteFunc(server.s.calls, func(_ string, n int) bool { return n == 0 }); !maps.Equal(server.s.calls, c.want) {
					t.Errorf("calls %v, want %v; answer %d bytes", server.s.calls, c.want, len(a.body))
				}
			}
		})
	}
}

// TestTeamCalls: groups are looked for among at most 100 pairs of organizations, 50 a call.
func TestTeamCalls(t *testing.T) {
	for people, moves := range map[int]int{12: 1, 120: 2} {
		h, store := countingServer(t, people)
		clear(store.calls)
		a := ask(t, h, `{ teams(least: 2, days: 60, first: 500) { nodes { from { name } to { name } size people { name } moves { claims(first: 1) { quote } } } coverage { moves } } }`, nil)
		want := map[string]int{"Snapshot": 1, "Flows": 1, "Coverage": 1, "Moves": moves, "People": 1, "Organizations": 1, "Claims": 1}
		if !maps.Equal(store.calls, want) || !strings.Contains(a.body, `"size":`) {
			t.Errorf("%d people: calls %v, want %v; %.200s", people, store.calls, want, a.body)
		}
	}
}
