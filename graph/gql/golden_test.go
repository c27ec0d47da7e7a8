package gql_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"talentgraph/graph/gql"
)

var update = flag.Bool("update", false, "write the golden answers anew")

// TestGolden asks the queries of testdata on every store: all give the answer that is written beside them. A query is
// executed without variables; ids in it may be written as $of(Name), the id of the first search hit.
func TestGolden(t *testing.T) {
	queries, err := filepath.Glob("testdata/*.graphql")
	if err != nil || len(queries) == 0 {
		t.Fatalf("no queries: %v", err)
	}
	for _, store := range slices.Sorted(maps.Keys(stores)) {
		t.Run(store, func(t *testing.T) {
			h := server(t, stores[store](t), gql.Config{})
			for _, file := range queries {
				name := strings.TrimSuffix(filepath.Base(file), ".graphql")
				t.Run(name, func(t *testing.T) {
					query, err := os.ReadFile(file)
					if err != nil {
						t.Fatal(err)
					}
					var got bytes.Buffer
					var a struct {
						Errors json.RawMessage `json:"errors,omitempty"`
						Data   json.RawMessage `json:"data,omitempty"`
					} // extensions tell of the moment, not of the query
					if err := json.Unmarshal([]byte(ask(t, h, withIDs(t, h, string(query)), nil).body), &a); err != nil {
						t.Fatal(err)
					}
					e := json.NewEncoder(&got)
					e.SetEscapeHTML(false)
					e.SetIndent("", "  ")
					if err := e.Encode(a); err != nil {
						t.Fatal(err)
					}
					golden := filepath.Join("testdata", name+".json")
					if *update {
						if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
							t.Fatal(err)
						}
					}
					want, err := os.ReadFile(golden)
					if err != nil {
						t.Fatal(err)
					}
					if !bytes.Equal(got.Bytes(), want) {
						t.Errorf("got %s\nwant %s", got.String(), want)
					}
				})
			}
		})
	}
}

// withIDs replaces $of(Name) by the id of the first hit of a search for the name.
func withIDs(t testing.TB, h http.Handler, query string) string {
	t.Helper()
	for {
		start := strings.Index(query, "$of(")
		if start < 0 {
			return query
		}
		end := start + strings.Index(query[start:], ")")
		query = query[:start] + `"` + idOf(t, h, query[start+4:end]) + `"` + query[end+1:]
	}
}
