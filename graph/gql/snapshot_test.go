package gql_test

import (
	"encoding/json"
	"testing"

	"talentgraph/graph/gql"
	"talentgraph/graph/graphtest"
)

// TestSnapshotExtension: answers say which point of the record they rest on, and asking again as of then gives the same.
func TestSnapshotExtension(t *testing.T) {
	g := newGraph(t, graphtest.NewOracle())
	h := handler(g, gql.Config{})
	point := func(query string) (commits int, at string) {
		var a struct {
			Extensions struct {
				Snapshot *struct {
					Commits int
					At      *string
				}
			}
		}
		body := ask(t, h, query, nil).body
		if err := json.Unmarshal([]byte(body), &a); err != nil || a.Extensions.Snapshot == nil {
			t.Fatalf("no snapshot: %v %s", err, body)
		}
		if a.Extensions.Snapshot.At != nil {
			at = *a.Extensions.Snapshot.At
		}
		return a.Extensions.Snapshot.Commits, at
	}
	if commits, at := point(`{ moves { totalCount } }`); commits != 0 || at != "" {
		t.Errorf("an empty record: %d at %q", commits, at)
	}
	all := world()
	record(t, g, all[:3])
	const moves = `moves(where: {knownAt: "2025-08-03T12:00:00Z"}) { nodes { id person { name } } }`
	commits, at := point("query { ...f } fragment f on Query { " + moves + " }")
	if commits != 3 || at != "2025-08-03T12:00:00Z" {
		t.Errorf("three commits: %d at %q", commits, at)
	}
	var before, after any
	ask(t, h, "{ moves { nodes { id person { name } } } }", nil).data(t, &before)
	record(t, g, all[3:])
	ask(t, h, "{ "+moves+" }", nil).data(t, &after)
	a, _ := json.Marshal(before)
	b, _ := json.Marshal(after)
	if string(a) != string(b) {
		t.Errorf("as of the snapshot %s, then %s", b, a)
	}
	if commits, _ := point(`{ person(id: "x") { name } }`); commits != len(all) {
		t.Errorf("an answer with errors: %d commits, want %d", commits, len(all))
	}
	if a := ask(t, h, `{ __typename ... on Query { __schema { queryType { name } } } }`, nil); a.body != `{"data":{"__typename":"Query","__schema":{"queryType":{"name":"Query"}}}}` {
		t.Errorf("nothing of the record: %s", a.body)
	}
}
