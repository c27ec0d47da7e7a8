package gql_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"talentgraph/graph/gql"
	"talentgraph/graph/graphtest"
)

const (
	typeJSON    = "application/json; charset=utf-8"
	typeGraphQL = "application/graphql-response+json; charset=utf-8"
)

// TestOverHTTP states what the handler answers by GraphQL over HTTP: status, media type and whether there is data.
func TestOverHTTP(t *testing.T) {
	h := server(t, graphtest.NewOracle(), gql.Config{})
	get := func(parameters ...string) string {
		q := url.Values{}
		for i := 0; i < len(parameters); i += 2 {
			q.Set(parameters[i], parameters[i+1])
		}
		return "/graphql?" + q.Encode()
	}
	const isJSON, answers = "application/json", `{"query":"{ __typename }"}`
	const graphqlResponse = "application/graphql-response+json"
	for _, c := range []struct {
		name, method, target, body, contentType, accept string
		status                                          int
		media, want                                     string // want is the whole body, or empty for a refusal without data
	}{
		{"POST", "POST", "/graphql", answers, isJSON, "", 200, typeJSON, `{"data":{"__typename":"Query"}}`},
		{"POST in UTF-8", "POST", "/graphql", answers, "application/json; charset=UTF-8", "", 200, typeJSON, `{"data":{"__typename":"Query"}}`},
		{"accepts anything", "POST", "/graphql", answers, isJSON, "*/*", 200, typeJSON, `{"data":{"__typename":"Query"}}`},
		{"accepts GraphQL", "POST", "/graphql", answers, isJSON, graphqlResponse, 200, typeGraphQL, `{"data":{"__typename":"Query"}}`},
		{"accepts GraphQL, else JSON", "POST", "/graphql", answers, isJSON, graphqlResponse + ", application/json;q=0.9", 200, typeGraphQL, `{"data":{"__typename":"Query"}}`},
		{"accepts JSON rather", "POST", "/graphql", answers, isJSON, graphqlResponse + ";q=0.5, application/json", 200, typeJSON, `{"data":{"__typename":"Query"}}`},
		{"null variables", "POST", "/graphql", `{"query":"{ __typename }","variables":null,"operationName":null,"extensions":null}`, isJSON, "", 200, typeJSON, `{"data":{"__typename":"Query"}}`},
		{"a named operation", "POST", "/graphql", `{"query":"query A { a: __typename } query B { b: __typename }","operationName":"B"}`, isJSON, "", 200, typeJSON, `{"data":{"b":"Query"}}`},
		{"GET", "GET", get("query", "{ __typename }"), "", "", "", 200, typeJSON, `{"data":{"__typename":"Query"}}`},
		{"GET with variables", "GET", get("query", "query($s: Boolean!) { __typename @skip(if: $s) a: __typename }", "variables", `{"s":true}`), "", "", graphqlResponse, 200, typeGraphQL, `{"data":{"a":"Query"}}`},

		{"no such operation", "POST", "/graphql", `{"query":"query A { a: __typename }","operationName":"B"}`, isJSON, graphqlResponse, 400, typeGraphQL, ""},
		{"which operation", "POST", "/graphql", `{"query":"query A { a: __typename } query B { b: __typename }"}`, isJSON, graphqlResponse, 400, typeGraphQL, ""},
		{"syntax error", "POST", "/graphql", `{"query":"{"}`, isJSON, "", 200, typeJSON, ""},
		{"syntax error, accepts GraphQL", "POST", "/graphql", `{"query":"{"}`, isJSON, graphqlResponse, 400, typeGraphQL, ""},
		{"unknown field", "POST", "/graphql", `{"query":"{ x }"}`, isJSON, "", 200, typeJSON, ""},
		{"unknown field, accepts GraphQL", "POST", "/graphql", `{"query":"{ x }"}`, isJSON, graphqlResponse, 400, typeGraphQL, ""},
		{"missing variable", "POST", "/graphql", `{"query":"query($id: ID!) { person(id: $id) { name } }"}`, isJSON, graphqlResponse, 400, typeGraphQL, ""},
		{"no query", "POST", "/graphql", `{}`, isJSON, graphqlResponse, 400, typeGraphQL, ""},
		{"query is no string", "POST", "/graphql", `{"query":1}`, isJSON, "", 400, typeJSON, ""},
		{"variables are no object", "POST", "/graphql", `{"query":"{ __typename }","variables":[1]}`, isJSON, "", 400, typeJSON, ""},
		{"extensions are no object", "POST", "/graphql", `{"query":"{ __typename }","extensions":"x"}`, isJSON, "", 400, typeJSON, ""},
		{"operation name is no string", "POST", "/graphql", `{"query":"{ __typename }","operationName":{}}`, isJSON, "", 400, typeJSON, ""},
		{"no JSON", "POST", "/graphql", `{"query"`, isJSON, "", 400, typeJSON, ""},
		{"empty", "POST", "/graphql", ``, isJSON, "", 400, typeJSON, ""},
		{"null", "POST", "/graphql", `null`, isJSON, "", 400, typeJSON, ""},
		{"two", "POST", "/graphql", answers + answers, isJSON, "", 400, typeJSON, ""},
		{"no content type", "POST", "/graphql", answers, "", "", 415, typeJSON, ""},
		{"application/graphql", "POST", "/graphql", "{ __typename }", "application/graphql", "", 415, typeJSON, ""},
		{"Latin-1", "POST", "/graphql", answers, "application/json; charset=iso-8859-1", "", 415, typeJSON, ""},
		{"too long", "POST", "/graphql", `{"query":"` + strings.Repeat("#", 300_000) + `"}`, isJSON, "", 413, typeJSON, ""},
		{"GET without query", "GET", "/graphql", "", "", "", 400, typeJSON, ""},
		{"GET with bad variables", "GET", get("query", "{ __typename }", "variables", "x"), "", "", "", 400, typeJSON, ""},
		{"GET too long", "GET", get("query", strings.Repeat("#", 300_000)), "", "", "", 414, typeJSON, ""},
		{"DELETE", "DELETE", "/graphql", "", "", "", 405, typeJSON, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var header []string
			if c.contentType != "" {
				header = append(header, "Content-Type", c.contentType)
			}
			if c.accept != "" {
				header = append(header, "Accept", c.accept)
			}
			a := send(t, h, c.method, c.target, c.body, header...)
			if a.status != c.status || a.header.Get("Content-Type") != c.media {
				t.Errorf("status %d, type %s; want %d, %s", a.status, a.header.Get("Content-Type"), c.status, c.media)
			}
			if c.want != "" {
				if a.body != c.want {
					t.Errorf("body %s", a.body)
				}
				return
			}
			var fields map[string]json.RawMessage
			if err := json.Unmarshal([]byte(a.body), &fields); err != nil {
				t.Fatal(err)
			}
			if _, hasData := fields["data"]; hasData || len(a.Errors) == 0 || a.Errors[0].Message == "" || a.Errors[0].code() == nil {
				t.Errorf("body %s", a.body)
			}
			if strings.Contains(a.body, "gql.") || strings.Contains(a.body, "struct") || strings.Contains(a.body, ".go") {
				t.Errorf("the answer tells of the program: %s", a.body)
			}
		})
	}
	t.Run("OPTIONS", func(t *testing.T) {
		if a := send(t, h, http.MethodOptions, "/graphql", ""); a.status != http.StatusNoContent || a.header.Get("Allow") != "GET, POST, OPTIONS" || a.body != "" {
			t.Errorf("%+v", a)
		}
	})
	t.Run("HEAD", func(t *testing.T) {
		if a := send(t, h, http.MethodHead, get("query", "{ __typename }"), ""); a.status != http.StatusOK || a.body != "" {
			t.Errorf("%+v", a)
		}
	})
}

// FuzzRequest: whatever is posted, the answer is JSON with errors or data, and no fault of the program.
func FuzzRequest(f *testing.F) {
	h := server(f, graphtest.NewOracle(), gql.Config{})
	for _, s := range []string{
		`{"query":"{ moves(first: 3, where: {since: \"2025\", text: \"a\"}) { nodes { person { name } } } }"}`,
		`{"query":"query($f: Int!, $k: DateTime) { search(text: \"p\", first: $f, knownAt: $k) { entity { ... on Person { moves { totalCount } } } } }","variables":{"f":2,"k":null}}`,
		`{"query":"{ flows(by: [PERIOD, FROM], period: MONTH) { edges { cursor node { moves(first: 1) { nodes { id } } } } } }"}`,
		`{"query":"{ node(id: \"mov_aaaaaaaaaaaaaaaaaaaaaaaaaa\") { ... on Move { claims { move { id } } } } }","operationName":null}`,
		`{"query":"fragment a on Move { id ...a } { moves { nodes { ...a } } }"}`, `{"query":"{ __schema { types { name } } }"}`, `[]`, `{}`, ``,
		`{"query":"query($w: MoveFilter) { moves(where: $w) { totalCount } }","variables":{"w":{"minConfidence":"x","person":[1]}}}`,
		`{"query":"query($f: Int!) { moves(first: $f) { totalCount } }","variables":{"f":1e400}}`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, body string) {
		a := post(t, h, body)
		if len(a.Errors) == 0 && len(a.Data) == 0 {
			t.Fatalf("status %d without errors or data: %.300s", a.status, a.body)
		}
		for _, e := range a.Errors {
			if e.code() == nil || e.code() == "INTERNAL" || e.Message == "" {
				t.Fatalf("%q: %+v", body, e)
			}
		}
	})
}
