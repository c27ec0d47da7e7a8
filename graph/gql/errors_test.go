package gql_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"time"

	"talentgraph/graph"
	"talentgraph/graph/gql"
	"talentgraph/graph/graphtest"
)

// faulty is a store whose reads of people do something else.
type faulty struct {
	graph.Store
	people func(context.Context) (map[graph.ID]graph.Person, error)
}

func (f faulty) People(ctx context.Context, ids []graph.ID, at time.Time) (map[graph.ID]graph.Person, error) {
	if f.people == nil {
		return f.Store.People(ctx, ids, at)
	}
	return f.people(ctx)
}

const secret = "dial tcp 10.0.0.7:7687: password of neo4j"

// TestFaults: clients are told what they can do about a fault, and the log is told the fault.
func TestFaults(t *testing.T) {
	for _, c := range []struct {
		name, code string
		people     func(context.Context) (map[graph.ID]graph.Person, error)
		logged     bool
	}{
		{"the store does not answer", "UNAVAILABLE", func(context.Context) (map[graph.ID]graph.Person, error) {
			return nil, fmt.Errorf("people: %w: %s", graph.ErrUnavailable, secret)
		}, true},
		{"a fault", "INTERNAL", func(context.Context) (map[graph.ID]graph.Person, error) { return nil, errors.New(secret) }, true},
		{"a panic", "INTERNAL", func(context.Context) (map[graph.ID]graph.Person, error) { panic(secret) }, true},
		{"a person that went meanwhile", "CONFLICT", func(context.Context) (map[graph.ID]graph.Person, error) {
			return map[graph.ID]graph.Person{}, nil
		}, false},
		{"a read that takes too long", "TIMEOUT", func(ctx context.Context) (map[graph.ID]graph.Person, error) {
			<-ctx.Done()
			return nil, fmt.Errorf("people: %w", ctx.Err())
		}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			store := &faulty{Store: graphtest.NewOracle()}
			g := newGraph(t, store)
			record(t, g, world()[:1])
			store.people = c.people
			var log bytes.Buffer
			h := gql.NewHandler(g, gql.Config{Logger: slog.New(slog.NewTextHandler(&log, nil)), Timeout: 50 * time.Millisecond})
			a := ask(t, h, `{ moves { nodes { person { name } } } }`, nil)
			if a.status != http.StatusOK || len(a.Errors) != 1 || a.Errors[0].code() != c.code || len(a.Errors[0].Path) == 0 {
				t.Errorf("status %d: %s", a.status, a.body)
			}
			if strings.Contains(a.body, "tcp") || strings.Contains(a.body, ".go") {
				t.Errorf("the answer tells of the program: %s", a.body)
			}
			if got := strings.Contains(log.String(), secret); got != c.logged {
				t.Errorf("log %q", log.String())
			}
		})
	}
}

// TestPartialAnswers: what one root field cannot answer leaves the nullable others be.
func TestPartialAnswers(t *testing.T) {
	h := server(t, graphtest.NewOracle(), gql.Config{})
	id := idOf(t, h, "Ruoming Pang")
	a := ask(t, h, fmt.Sprintf(`{ good: person(id: %q) { name } bad: person(id: "x") { name } unknown: organization(id: "org_%s") { name } }`, id, strings.Repeat("a", 26)), nil)
	if string(a.Data) != `{"good":{"name":"Ruoming Pang"},"bad":null,"unknown":null}` || len(a.Errors) != 1 || a.Errors[0].code() != "INVALID" {
		t.Errorf("%s", a.body)
	}
}

// TestArguments: what is wrong with an argument is said with its name, and never answered as if it were right.
func TestArguments(t *testing.T) {
	h := server(t, graphtest.NewOracle(), gql.Config{})
	meta, pang := idOf(t, h, "Meta"), idOf(t, h, "Ruoming Pang")
	for query, want := range map[string]string{
		`moves(first: 0) { totalCount }`:                                                                    "first",
		`moves(first: -1) { totalCount }`:                                                                   "first",
		`moves(first: 501) { totalCount }`:                                                                  "first",
		`flows(first: 100000) { nodes { count } }`:                                                          "first",
		`flows { nodes { moves(first: 0) { totalCount } } }`:                                                "first",
		`search(text: "a", first: 0) { matched }`:                                                           "first",
		`moves { nodes { claims(first: 0) { quote } } }`:                                                    "first",
		`moves(after: "") { totalCount }`:                                                                   "after",
		`moves(where: {text: ""}) { totalCount }`:                                                           "text",
		`moves(where: {text: "…"}) { totalCount }`:                                                          "text",
		`search(text: "") { matched }`:                                                                      "text",
		`search(text: "a", kinds: []) { matched }`:                                                          "kinds",
		`moves(where: {from: []}) { totalCount }`:                                                           "from",
		`moves(where: {status: []}) { totalCount }`:                                                         "status",
		`moves(where: {since: ""}) { totalCount }`:                                                          "where.since",
		`moves(where: {since: "2025-02-30"}) { totalCount }`:                                                "where.since",
		`moves(where: {since: 2025}) { totalCount }`:                                                        "where.since",
		`moves(where: {until: "0999"}) { totalCount }`:                                                      "where.until",
		`moves(where: {since: "2025-03", until: "2025-02"}) { totalCount }`:                                 "since",
		`moves(where: {minConfidence: 1.5}) { totalCount }`:                                                 "minConfidence",
		`moves(where: {person: ["` + meta + `"]}) { totalCount }`:                                           "person",
		`moves(where: {to: ["` + pang + `"]}) { totalCount }`:                                               "to",
		`moves(where: {to: ["META"]}) { totalCount }`:                                                       "where.to[0]",
		`moves(where: {knownAt: "2025-01-01"}) { totalCount }`:                                              "where.knownAt",
		`moves(where: {knownAt: "0001-01-01T00:00:00Z"}) { totalCount }`:                                    "where.knownAt",
		`person(id: "` + meta + `") { name }`:                                                               "id",
		`organization(id: "` + pang + `") { name }`:                                                         "id",
		`node(id: "") { id }`:                                                                               "id",
		`node(id: "blk_aaaaaaaaaaaaaaaaaaaaaaaaaa") { id }`:                                                 "id",
		`node(id: "jdg_aaaaaaaaaaaaaaaaaaaaaaaaaa") { id }`:                                                 "id",
		`moves(last: 0) { totalCount }`:                                                                     "last",
		`moves(last: 501) { totalCount }`:                                                                   "last",
		`moves(first: 1, last: 1) { totalCount }`:                                                           "last",
		`moves(last: 1, after: "x") { totalCount }`:                                                         "after",
		`moves(first: 1, before: "x") { totalCount }`:                                                       "before",
		`moves(before: "x") { totalCount }`:                                                                 "before",
		`moves(last: 1, before: "x") { totalCount }`:                                                        "before",
		`flows { nodes { moves(last: -1) { totalCount } } }`:                                                "last",
		`balance(organization: "` + pang + `") { net }`:                                                     "organization",
		`balance(organization: "") { net }`:                                                                 "organization",
		`balance(organization: "` + meta + `", where: {from: ["` + meta + `"]}) { net }`:                    "where.from",
		`balance(organization: "` + meta + `", where: {minConfidence: -1}) { net }`:                         "where.minConfidence",
		`balance(organization: "` + meta + `") { arrivalMoves(first: 0) { totalCount } }`:                   "first",
		`ratio(a: "` + meta + `", b: "` + meta + `") { forth }`:                                             "b",
		`ratio(a: "` + meta + `", b: "x") { forth }`:                                                        "b",
		`matrix(organizations: ["` + meta + `"]) { counts }`:                                                "organizations",
		`matrix(organizations: ["` + meta + `", "` + meta + `"]) { counts }`:                                "organizations",
		`matrix(organizations: []) { counts }`:                                                              "organizations",
		`paths(from: "x", to: "` + meta + `") { truncated }`:                                                "from",
		`paths(from: "` + meta + `", to: "` + meta + `", maxHops: 9) { truncated }`:                         "maxHops",
		`paths(from: "` + meta + `", to: "` + meta + `", first: 0) { truncated }`:                           "first",
		`paths(from: "` + meta + `", to: "` + meta + `", where: {includeSubsidiaries: true}) { truncated }`: "where.includeSubsidiaries",
		`teams(least: 1) { truncated }`:                                                                     "least",
		`teams(days: 0) { truncated }`:                                                                      "days",
		`teams(first: 501) { truncated }`:                                                                   "first",
		`ratio(a: "` + idOf(t, h, "Google") + `", b: "` + idOf(t, h, "DeepMind") + `", where: {includeSubsidiaries: true}) { forth }`: "b",
		`flows(after: "x") { nodes { count } }`:                                                    "after",
		`person(id: "` + pang + `") { timeline(asOf: "2025-13") { role } }`:                        "asOf",
		`coverage(where: {from: []}) { moves }`:                                                    "where.from",
		`coverage { publishers(first: 0) { articles } }`:                                           "first",
		`subgraph(around: []) { truncated }`:                                                       "around",
		`subgraph(around: ["x"]) { truncated }`:                                                    "around[0]",
		`subgraph(around: ["` + pang + `"]) { truncated }`:                                         "around",
		`subgraph(around: ["` + meta + `"], hops: 5) { truncated }`:                                "hops",
		`subgraph(around: ["` + meta + `"], limit: 501) { truncated }`:                             "limit",
		`subgraph(around: ["` + meta + `"], where: {to: ["` + meta + `"]}) { truncated }`:          "where.to",
		`circles(first: 0) { truncated }`:                                                          "first",
		`circles { nodes { members(first: 0) { rank } } }`:                                         "first",
		`person(id: "` + pang + `") { moves(where: {inferred: true, since: "x"}) { totalCount } }`: "where.since",
	} {
		a := ask(t, h, "{ "+query+" }", nil)
		if len(a.Errors) == 0 || a.Errors[0].code() != "INVALID" || !strings.Contains(fmt.Sprint(a.Errors[0].Extensions["argument"]), want) || strings.Contains(a.Errors[0].Message, "\n") {
			t.Errorf("%s: %s", query, a.body)
		}
	}
	for query, argument := range map[string]string{
		`balance(organization: "org_aaaaaaaaaaaaaaaaaaaaaaaaaa") { net }`:                            "organization",
		`ratio(a: "` + meta + `", b: "org_aaaaaaaaaaaaaaaaaaaaaaaaaa") { forth }`:                    "b",
		`matrix(organizations: ["` + meta + `", "org_aaaaaaaaaaaaaaaaaaaaaaaaaa"]) { counts }`:       "organizations",
		`paths(from: "org_aaaaaaaaaaaaaaaaaaaaaaaaaa", to: "` + meta + `") { truncated }`:            "from",
		`balance(organization: "` + meta + `", where: {knownAt: "2020-01-01T00:00:00Z"}) { period }`: "organization",
	} {
		if a := ask(t, h, "{ "+query+" }", nil); len(a.Errors) != 1 || a.Errors[0].code() != "NOT_FOUND" || a.Errors[0].Extensions["argument"] != argument {
			t.Errorf("%s: %s", query, a.body)
		}
	}
	// JSON numbers of variables that are no Int, and enum values that there are not, do not reach the graph.
	for _, v := range []any{1.5, "5", "x", 1e300, nil, true, []int{}} {
		if a := ask(t, h, `query($f: Int!) { moves(first: $f) { totalCount } }`, map[string]any{"f": v}); len(a.Errors) == 0 || a.Errors[0].code() == "INTERNAL" {
			t.Errorf("%v: %s", v, a.body)
		}
	}
	for _, v := range []any{"0.5", "x", true, []int{}, map[string]any{}} {
		if a := ask(t, h, `query($c: Float) { moves(where: {minConfidence: $c}) { totalCount } }`, map[string]any{"c": v}); len(a.Errors) == 0 || a.Errors[0].code() == "INTERNAL" {
			t.Errorf("%v: %s", v, a.body)
		}
	}
	for _, v := range []any{1, "x", "rumored", true} {
		for query, variable := range map[string]any{
			`query($v: Status!) { moves(where: {status: [$v]}) { totalCount } }`:    v,
			`query($v: [Status!]) { moves(where: {status: $v}) { totalCount } }`:    []any{"RUMORED", v},
			`query($v: MoveFilter) { moves(where: $v) { totalCount } }`:             map[string]any{"status": []any{v}},
			`query($v: MoveFilter!) { moves(where: $v) { totalCount } }`:            map[string]any{"status": v},
			`query($v: MoveOrder!) { moves(orderBy: $v) { totalCount } }`:           v,
			`query($v: [EntityKind!]) { search(text: "a", kinds: $v) { matched } }`: []any{v},
		} {
			if a := ask(t, h, query, map[string]any{"v": variable}); len(a.Errors) == 0 || a.Errors[0].code() == "INTERNAL" {
				t.Errorf("%s with %v: %s", query, variable, a.body)
			}
		}
	}
}
