package gql_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"talentgraph/graph/gql"
	"talentgraph/graph/graphtest"
)

// TestWriterAnswersAsExecutionDoes: whatever is asked, both give the same answer to the byte.
func TestWriterAnswersAsExecutionDoes(t *testing.T) {
	store := graphtest.NewOracle()
	limits := gql.Limits{Depth: 100, Aliases: 1000, RootFields: 1000, Fields: 1e6, Tokens: 1e6, Complexity: 1 << 50}
	g := newGraph(t, store)
	record(t, g, world())
	left := 0 // to execution
	written, executed := handler(g, gql.Told(gql.Config{Limits: limits, AnswerCache: -1}, func() { left++ })), handler(g, gql.Plain(gql.Config{Limits: limits, AnswerCache: -1}))
	files, err := filepath.Glob("testdata/*.graphql")
	if err != nil || len(files) < 20 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		query, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text := withIDs(t, written, string(query))
		left = 0
		a, b := ask(t, written, text, nil), ask(t, executed, text, nil)
		if a.body != b.body {
			t.Errorf("%s:\nwritten  %s\nexecuted %s", file, a.body, b.body)
		}
		if left > 0 != (len(a.Errors) > 0) {
			t.Errorf("%s was left to execution", file)
		}
	}
	for _, query := range []string{
		`query($n: Int = 2, $no: Boolean = false) { a: moves(first: $n) { nodes { id @skip(if: $no) status @include(if: $no) ...m ...m person { ...p } } } b: moves(first: $n) { totalCount ... on MoveConnection { nodes { date } } } }
			fragment m on Move { person { name } claims(first: 1) { quote } } fragment p on Node { id ... on Entity { name ... on Person { moves { totalCount } } } }`,
		`{ __typename moves(first: 1) { __typename nodes { __typename x: __typename person { __typename } } } }`,
		`{ moves { nodes { claims { quote } } } __schema { queryType { name } } }`,
		`{ node(id: "art_aaaaaaaaaaaaaaaaaaaaaaaaaa") { id } }`,
	} {
		if a, b := ask(t, written, query, nil), ask(t, executed, query, nil); a.body != b.body || len(a.Errors) > 0 {
			t.Errorf("%s:\nwritten  %s\nexecuted %s", query, a.body, b.body)
		}
	}
	ids, s := everyID(t, written), schema(t)
	rapid.Check(t, func(rt *rapid.T) {
		q := &anyQuery{T: rt, schema: s, ids: ids}
		query := q.selection(s.Query, rapid.IntRange(1, 9).Draw(rt, "depth"))
		a, b := ask(t, written, query, nil), ask(t, executed, query, nil)
		if a.body != b.body && !(strings.Contains(a.body, "TOO_LARGE") && strings.Contains(b.body, "TOO_LARGE")) {
			rt.Fatalf("%s\nwritten  %s\nexecuted %s", query, a.body, b.body)
		}
	})
}
