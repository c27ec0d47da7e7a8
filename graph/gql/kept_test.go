package gql_test

import (
	"context"
	"fmt"
	"maps"
	"strings"
	"testing"

	"talentgraph/graph"
	"talentgraph/graph/gql"
	"talentgraph/graph/graphtest"
)

// TestKeptAnswers: the same request is answered by one look at where the record is, until the record goes on.
func TestKeptAnswers(t *testing.T) {
	store := &counting{Store: graphtest.NewOracle()}
	g := newGraph(t, store)
	all := world()
	record(t, g, all[:3])
	h := handler(g, gql.Config{})
	const query = `{ moves { totalCount nodes { person { name } } } }`
	calls := func(query string) (string, map[string]int) {
		clear(store.calls)
		a := ask(t, h, query, nil)
		if len(a.Errors) > 0 {
			t.Fatal(a.Errors)
		}
		return a.body, maps.Clone(store.calls)
	}
	computed := map[string]int{"Snapshot": 2, "Moves": 1, "CountMoves": 1, "People": 1}
	first, n := calls(query)
	if !maps.Equal(n, computed) {
		t.Errorf("the first time: %v", n)
	}
	again, n := calls(query)
	if again != first || !maps.Equal(n, map[string]int{"Snapshot": 1}) {
		t.Errorf("the second time: %v, %s, first %s", n, again, first)
	}
	if _, n := calls(query + " "); !maps.Equal(n, computed) {
		t.Errorf("another text: %v", n)
	}
	record(t, g, all[3:4])
	after, n := calls(query)
	if after == first || !strings.Contains(after, "Ben Osei") || !maps.Equal(n, map[string]int{"Snapshot": 2, "Moves": 1, "CountMoves": 1, "People": 1}) {
		t.Errorf("after a commit: %v, %s", n, after)
	}
	for range 2 {
		if _, n := calls(`{ __typename }`); len(n) != 0 {
			t.Errorf("what holds nothing of the record: %v", n)
		}
	}
	for range 2 { // errors are computed again
		clear(store.calls)
		if a := ask(t, h, `{ moves(where: {from: ["org_aaaaaaaaaaaaaaaaaaaaaaaaaa"]}) { totalCount } }`, nil); len(a.Errors) != 1 || store.calls["Successors"] == 0 {
			t.Errorf("%v, %s", store.calls, a.body)
		}
	}
	none := handler(g, gql.Config{AnswerCache: -1})
	for range 2 {
		clear(store.calls)
		if ask(t, none, query, nil); store.calls["Moves"] != 1 {
			t.Errorf("where none is kept: %v", store.calls)
		}
	}
}

// hasty is a store that goes on while it is read.
type hasty struct {
	graph.Store
	meanwhile func()
}

func (s *hasty) Moves(ctx context.Context, q graph.MoveQuery) (map[graph.ID][]graph.Move, error) {
	if do := s.meanwhile; do != nil {
		s.meanwhile = nil
		defer do()
	}
	return s.Store.Moves(ctx, q)
}

// TestAnswersOfTwoPointsAreNotKept: what the record's going on may have torn apart is not served again.
func TestAnswersOfTwoPointsAreNotKept(t *testing.T) {
	store := &hasty{Store: graphtest.NewOracle()}
	g := newGraph(t, store)
	record(t, g, world()[:2])
	h := handler(g, gql.Config{})
	const query = `{ moves { totalCount nodes { person { name } } } }`
	store.meanwhile = func() { record(t, g, world()[2:4]) }
	torn := ask(t, h, query, nil)
	whole := ask(t, h, query, nil)
	if torn.body == whole.body || !strings.Contains(whole.body, `"totalCount":3`) || !strings.Contains(whole.body, "Ben Osei") {
		t.Errorf("while the record went on: %s\nthen: %s", torn.body, whole.body)
	}
}

// TestKeptAnswersAreExact: with and without kept answers, everything is answered alike while the record goes on.
func TestKeptAnswersAreExact(t *testing.T) {
	g := newGraph(t, openSQLite(t))
	keeping, computing := handler(g, gql.Config{AnswerCache: 20 << 10}), handler(g, gql.Config{AnswerCache: -1})
	readings := careers(12)
	for i := range 12 {
		if _, err := g.Record(t.Context(), readings[4*i:4*i+4]); err != nil {
			t.Fatal(err)
		}
		for range 2 {
			for first := 1; first <= 10; first++ {
				for _, query := range []string{`{ moves(first: %d) { totalCount nodes { person { name } to { name } } } }`, `{ flows(first: %d) { totalMoves nodes { count } } }`,
					`{ people(first: %d, knownAt: "2025-08-05T00:00:00Z") { totalCount nodes { name } } }`} {
					query = fmt.Sprintf(query, first)
					if kept, computed := ask(t, keeping, query, nil), ask(t, computing, query, nil); kept.body != computed.body {
						t.Fatalf("%s\nkept     %s\ncomputed %s", query, kept.body, computed.body)
					}
				}
			}
		}
	}
}
