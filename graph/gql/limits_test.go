package gql_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"talentgraph/graph/gql"
	"talentgraph/graph/graphtest"
)

// refused checks that a request is refused with a code and a short answer that holds no data.
func refused(t *testing.T, a response, code string) {
	t.Helper()
	if len(a.Errors) == 0 || a.Errors[0].code() != code || a.Data != nil {
		t.Errorf("status %d, want code %s: %.300s", a.status, code, a.body)
	}
	if len(a.body) > 10_000 {
		t.Errorf("the refusal has %d bytes", len(a.body))
	}
}

// TestLimits sends requests that would cost much more than they weigh.
func TestLimits(t *testing.T) {
	h := server(t, graphtest.NewOracle(), gql.Config{})
	nest := func(n int) string {
		return strings.Repeat("{ person { moves { nodes ", n) + "{ id }" + strings.Repeat(" } } }", n)
	}
	laughs := repeatPairs(60, "fragment f%d on Move { ...f%d ...f%[2]d } ") // each doubles the next
	for _, c := range []struct{ name, query, code string }{
		{"20,000 equal fields", "{" + strings.Repeat(" __typename", 20_000) + " }", "GRAPHQL_PARSE_FAILED"},
		{"20,000 unknown directives", "{ __typename" + strings.Repeat(" @x", 20_000) + " }", "GRAPHQL_PARSE_FAILED"},
		{"400 unknown directives", "{ __typename" + strings.Repeat(" @x", 400) + " }", "GRAPHQL_VALIDATION_FAILED"},
		{"400 unknown fields", "{" + strings.Repeat(" x", 400) + " }", "GRAPHQL_VALIDATION_FAILED"},
		{"60 known directives", "{ __typename" + strings.Repeat(" @skip(if: false)", 60) + " }", "GRAPHQL_VALIDATION_FAILED"}, // not repeatable
		{"60 fields with directives", "{" + repeat(60, "a%d: __typename @skip(if: false) ") + " }", "TOO_LARGE"},
		{"aliases", "{" + repeat(31, "a%d: __typename ") + " }", "TOO_LARGE"},
		{"aliases below", "{ moves { nodes {" + repeat(31, "a%d: id ") + " } } }", "TOO_LARGE"},
		{"root fields", "{" + repeat(21, "a%d: snapshot { commits } ") + " }", "TOO_LARGE"},
		{"root fields in fragments", "{" + strings.Repeat(" ...f", 12) + " } fragment f on Query { a: moves { totalCount } b: moves { totalCount } }", "TOO_LARGE"},
		{"depth", "{ moves { nodes " + nest(5) + " } }", "TOO_LARGE"},
		{"depth in fragments", "{ moves { nodes { ...f0 } } } " + repeatPairs(5, "fragment f%d on Move { person { moves { nodes { ...f%d } } } } ") +
			"fragment f5 on Move { id }", "TOO_LARGE"},
		{"unused fragments", "{ __typename } " + repeat(50, "fragment f%d on Move { id } "), "GRAPHQL_VALIDATION_FAILED"},
		{"doubling fragments", "{ moves { nodes { ...f0 } } } " + laughs + "fragment f60 on Move { id }", "TOO_LARGE"},
		{"a circle of fragments", "{ moves { nodes { ...a } } } fragment a on Move { ...b } fragment b on Move { ...a }", "GRAPHQL_VALIDATION_FAILED"},
		{"long lists in long lists", "{ moves(first: 500) { nodes { person { moves(first: 500) { nodes { to { arrivals(first: 500) { nodes { id } } } } } } } } }", "COMPLEXITY_LIMIT_EXCEEDED"},
		{"circular introspection", "{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }", "GRAPHQL_VALIDATION_FAILED"},
		{"introspection many times", "{" + repeat(5, "a%d: __schema { types { name } } ") + " }", "TOO_LARGE"},
		{"a very long string", `{ search(text: "` + strings.Repeat("a", 300_000) + `") { matched } }`, "TOO_LARGE"},
	} {
		t.Run(c.name, func(t *testing.T) { refused(t, ask(t, h, c.query, nil), c.code) })
	}
	t.Run("ten thousand ids", func(t *testing.T) {
		ids := make([]string, 8000)
		for i := range ids {
			ids[i] = fmt.Sprintf("per_%026s", strings.Repeat("a", 26))
		}
		a := ask(t, h, `query($p: [ID!]) { moves(where: {person: $p}) { totalCount } }`, map[string]any{"p": ids[:7000]})
		if len(a.Errors) != 1 || a.Errors[0].code() != "INVALID" || !strings.Contains(a.Errors[0].Message, "7000 ids, at most") {
			t.Errorf("%.300s", a.body)
		}
	})
}

func repeat(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// repeatPairs is for texts that name their own number and the next.
func repeatPairs(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i, i+1)
	}
	return b.String()
}

// TestAnswerBudget: what bounds an answer is what there is, not what there could be.
func TestAnswerBudget(t *testing.T) {
	g := newGraph(t, graphtest.NewOracle())
	if _, err := g.Record(t.Context(), careers(30)); err != nil {
		t.Fatal(err)
	}
	const deep = `{ moves { nodes { person { moves { nodes { from { departures { nodes { to { arrivals { nodes { id } } } } } } } } } } } }`
	h := handler(g, gql.Config{Limits: gql.Limits{AnswerFields: 5000, Complexity: 1 << 40}})
	if a := ask(t, h, deep, nil); len(a.Errors) != 1 || a.Errors[0].code() != "TOO_LARGE" {
		t.Errorf("%d bytes: %.200s", len(a.body), a.body)
	}
	h = handler(g, gql.Config{Limits: gql.Limits{AnswerFields: 1 << 30, Complexity: 1 << 40}})
	if a := ask(t, h, deep, nil); len(a.Errors) > 0 || len(a.body) < 100_000 {
		t.Errorf("%d bytes: %.200s", len(a.body), a.body)
	}
	h = handler(g, gql.Config{Limits: gql.Limits{LevelRows: 999}})
	if a := ask(t, h, `{ moves { nodes { person { moves { totalCount } } } } }`, nil); len(a.Errors) != 1 || a.Errors[0].code() != "TOO_LARGE" {
		t.Errorf("%.200s", a.body)
	}
	h = handler(g, gql.Config{Limits: gql.Limits{AnswerFields: 100}})
	two := `{ a: moves(first: 20) { nodes { id date } } b: moves(first: 20) { nodes { id date } } }`
	if a := ask(t, h, two, nil); len(a.Errors) != 0 {
		t.Errorf("%.200s", a.body)
	}
	if a := ask(t, h, two[:len(two)-1]+` c: moves(first: 20) { nodes { id date } } }`, nil); len(a.Errors) == 0 {
		t.Errorf("root fields do not share the budget: %.200s", a.body)
	}
}

// TestErrorsAreCapped: many failing fields give a short answer.
func TestErrorsAreCapped(t *testing.T) {
	g := newGraph(t, graphtest.NewOracle())
	if _, err := g.Record(t.Context(), careers(30)); err != nil {
		t.Fatal(err)
	}
	a := ask(t, handler(g, gql.Config{}), `{ moves { nodes { person { moves(first: 0) { totalCount } } } } }`, nil)
	if n := len(a.Errors); n == 0 || n > 21 {
		t.Errorf("%d errors", n)
	}
}

// TestCommonAttacks are the checks of well-known scanners of GraphQL servers.
func TestCommonAttacks(t *testing.T) {
	open := server(t, graphtest.NewOracle(), gql.Config{})
	hidden := server(t, graphtest.NewOracle(), gql.Config{HideSchema: true})
	query := `{"query":"{ __typename }"}`
	t.Run("alias overloading", func(t *testing.T) {
		refused(t, ask(t, open, "{"+repeat(101, "a%d: __typename ")+"}", nil), "TOO_LARGE")
	})
	t.Run("array of queries", func(t *testing.T) {
		a := post(t, open, "["+query+","+query+"]")
		refused(t, a, "BAD_REQUEST")
		if a.status != http.StatusBadRequest {
			t.Errorf("status %d", a.status)
		}
	})
	t.Run("directive overloading", func(t *testing.T) {
		refused(t, ask(t, open, "{ __typename"+strings.Repeat(" @aa", 50)+" }", nil), "GRAPHQL_VALIDATION_FAILED")
	})
	t.Run("field duplication", func(t *testing.T) {
		refused(t, ask(t, open, "{"+strings.Repeat(" __typename", 1000)+" }", nil), "GRAPHQL_PARSE_FAILED")
	})
	t.Run("circular introspection", func(t *testing.T) {
		refused(t, ask(t, open, "{ __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }", nil), "GRAPHQL_VALIDATION_FAILED")
	})
	t.Run("mutation by GET", func(t *testing.T) {
		if a := send(t, open, http.MethodGet, "/graphql?query=mutation%7B__typename%7D", ""); len(a.Errors) == 0 || a.Data != nil {
			t.Errorf("%s", a.body)
		}
	})
	t.Run("form body", func(t *testing.T) {
		a := send(t, open, http.MethodPost, "/graphql", "query=%7B__typename%7D", "Content-Type", "application/x-www-form-urlencoded")
		if refused(t, a, "BAD_REQUEST"); a.status != http.StatusUnsupportedMediaType {
			t.Errorf("status %d", a.status)
		}
	})
	t.Run("text body", func(t *testing.T) {
		if a := send(t, open, http.MethodPost, "/graphql", query, "Content-Type", "text/plain"); a.status != http.StatusUnsupportedMediaType {
			t.Errorf("status %d", a.status)
		}
	})
	t.Run("GET answers queries only to those who ask on this origin", func(t *testing.T) {
		a := send(t, open, http.MethodGet, "/graphql?query=%7B__typename%7D", "", "Origin", "https://evil.example")
		for name := range a.header {
			if strings.HasPrefix(name, "Access-Control-") {
				t.Errorf("%s is sent", name)
			}
		}
	})
	t.Run("tracing and debug", func(t *testing.T) {
		a := post(t, open, query, "X-Apollo-Tracing", "1", "X-Debug", "1")
		if a.body != `{"data":{"__typename":"Query"}}` {
			t.Errorf("%s", a.body)
		}
	})
	t.Run("field suggestions", func(t *testing.T) {
		if a := ask(t, hidden, "{ mooves { totalCount } }", nil); len(a.Errors) != 1 || strings.Contains(a.body, "moves\\\"") || strings.Contains(a.body, "mean") {
			t.Errorf("%s", a.body)
		}
		if a := ask(t, hidden, "{ moves(wher: 1) { totalCount } }", nil); len(a.Errors) == 0 || strings.Contains(a.body, "mean") {
			t.Errorf("%s", a.body)
		}
	})
	t.Run("introspection", func(t *testing.T) {
		if a := ask(t, hidden, "{ __schema { queryType { name } } }", nil); strings.Contains(a.body, `"Query"`) {
			t.Errorf("%s", a.body)
		}
		if a := ask(t, open, "{ __schema { queryType { name } } }", nil); !strings.Contains(a.body, `"Query"`) {
			t.Errorf("%s", a.body)
		}
	})
	t.Run("GraphiQL", func(t *testing.T) {
		if a := send(t, hidden, http.MethodGet, "/graphql", "", "Accept", "text/html"); strings.Contains(strings.ToLower(a.body), "graphiql") {
			t.Errorf("%s", a.body)
		}
	})
}

// TestDefer: an answer comes in one piece; what may be deferred is in it.
func TestDefer(t *testing.T) {
	h := server(t, graphtest.NewOracle(), gql.Config{})
	for query, want := range map[string]string{
		`{ ... @defer { snapshot { articles } } }`:                                          `{"data":{"snapshot":{"articles":10}}}`,
		`{ moves(first: 1) { nodes { status ... @defer { person { name } } } } }`:           `{"data":{"moves":{"nodes":[{"status":"COMPLETED","person":{"name":"Ruoming Pang"}}]}}}`,
		`{ moves(first: 1) { ... @defer { totalCount nodes { ... @defer { status } } } } }`: `{"data":{"moves":{"totalCount":8,"nodes":[{"status":"COMPLETED"}]}}}`,
	} {
		if a := ask(t, h, query, nil); len(a.Errors) > 0 || `{"data":`+string(a.Data)+`}` != want {
			t.Errorf("%s: %s, want %s", query, a.body, want)
		}
	}
}

// TestIntrospectionOfTools: the query that GraphiQL and code generators send is within the limits.
func TestIntrospectionOfTools(t *testing.T) {
	query := introspectionQuery()
	a := ask(t, server(t, graphtest.NewOracle(), gql.Config{}), query, nil)
	var d struct {
		Schema struct {
			Types []json.RawMessage
		} `json:"__schema"`
	}
	a.data(t, &d)
	if len(d.Schema.Types) < 30 {
		t.Errorf("%d types", len(d.Schema.Types))
	}
}

func introspectionQuery() string {
	ofType := strings.Repeat(" ofType { kind name", 9) + strings.Repeat(" }", 9)
	return `query IntrospectionQuery {
  __schema {
    description
    queryType { name } mutationType { name } subscriptionType { name }
    types { ...FullType }
    directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } }
  }
}
fragment FullType on __Type {
  kind name description specifiedByURL
  fields(includeDeprecated: true) { name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
  inputFields(includeDeprecated: true) { ...InputValue }
  interfaces { ...TypeRef }
  enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
  possibleTypes { ...TypeRef }
}
fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }
fragment TypeRef on __Type { kind name` + ofType + ` }`
}
