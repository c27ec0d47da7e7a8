package gql_test

import (
	"encoding/json"
	"runtime/debug"
	"testing"
	"time"

	"talentgraph/graph/gql"
	"talentgraph/graph/graphtest"
)

// hundred is a page of 100 moves with all that a list shows of them.
const hundred = `query($after: String) { moves(first: 100, after: $after) { nodes { id date status person { id name } from { id name } to { id name }
	claims(first: 1) { quote article { title url } } } pageInfo { endCursor } } }`

// BenchmarkRequests reports requests a second over SQLite through HTTP on the loopback, the load being made by the same process, and the
// processor time that both took for a request; then how long all but 1 % of the requests take at half that load:
//
//	go test -run - -bench Requests -benchtime 3s ./graph/gql
//
// Computed answers are those of a server that keeps none; where it keeps them, the pages are asked for again and again.
func BenchmarkRequests(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // as a server does that holds little
	g := newGraph(b, openSQLite(b))
	if _, err := g.Record(b.Context(), careers(2000)); err != nil {
		b.Fatal(err)
	}
	computing := handler(g, gql.Config{AnswerCache: -1})
	pages := [][]byte{}
	for after := any(nil); len(pages) < 20; {
		var d struct {
			Moves struct{ PageInfo struct{ EndCursor string } }
		}
		variables := map[string]any{"after": after}
		ask(b, computing, hundred, variables).data(b, &d)
		body, err := json.Marshal(map[string]any{"query": hundred, "variables": variables})
		if err != nil {
			b.Fatal(err)
		}
		pages, after = append(pages, wire(string(body))), d.Moves.PageInfo.EndCursor
	}
	typename := [][]byte{wire(`{"query":"{ __typename }"}`)}
	for _, c := range []struct {
		name    string
		bodies  [][]byte
		answers int64
	}{
		{"HundredMoves/Computed", pages, -1}, {"HundredMoves/Kept", pages, 0},
		{"Typename/Computed", typename, -1}, {"Typename/Kept", typename, 0},
	} {
		b.Run(c.name, func(b *testing.B) {
			l := load{address: listen(b, handler(g, gql.Config{AnswerCache: c.answers})), clients: 8, body: func(i int) []byte { return c.bodies[i%len(c.bodies)] }}
			l.send(b, 2*len(c.bodies)) // warm
			b.ReportAllocs()
			b.ResetTimer()
			cpu := graphtest.ProcessorTime()
			l.send(b, b.N)
			b.StopTimer()
			rate := float64(b.N) / b.Elapsed().Seconds()
			b.ReportMetric(rate, "req/s")
			b.ReportMetric(float64(graphtest.ProcessorTime()-cpu)/float64(b.N)/1e3, "cpu-µs/req")
			if b.N < 100 {
				return
			}
			l.rate = rate / 2
			took := l.send(b, min(b.N, max(1000, int(rate))))
			b.ReportMetric(float64(quantile(took, 0.99))/float64(time.Millisecond), "p99-ms-at-half")
		})
	}
}
