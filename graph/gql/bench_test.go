package gql_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"talentgraph/graph/gql"
)

// hundred is a page of 100 moves with all that a list shows of them.
const hundred = `{ moves(first: 100) { nodes { id date status person { id name } from { id name } to { id name } claims(first: 1) { quote article { title url } } } } }`

// BenchmarkRequests reports requests a second over SQLite, in process and without a network:
//
//	go test -run - -bench Requests -benchtime 3s ./graph/gql
func BenchmarkRequests(b *testing.B) {
	g := newGraph(b, openSQLite(b))
	if _, err := g.Record(b.Context(), careers(400)); err != nil {
		b.Fatal(err)
	}
	h := handler(g, gql.Config{})
	for name, query := range map[string]string{"HundredMoves": hundred, "Typename": "{ __typename }"} {
		body, err := json.Marshal(map[string]string{"query": query})
		if err != nil {
			b.Fatal(err)
		}
		if a := post(b, h, string(body)); len(a.Errors) > 0 {
			b.Fatal(a.Errors)
		}
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			b.RunParallel(func(pb *testing.PB) {
				for pb.Next() {
					r := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(string(body)))
					r.Header.Set("Content-Type", "application/json")
					w := httptest.NewRecorder()
					h.ServeHTTP(w, r)
					if w.Code != http.StatusOK {
						b.Error(w.Code)
						return
					}
				}
			})
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "req/s")
		})
	}
}
