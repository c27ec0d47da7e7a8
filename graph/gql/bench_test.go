package gql_test

import (
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
// It is asked for pages from all over the list, then for the first again and again: by a server that keeps no answers, and by one that does.
// A million moves take some minutes to make, once:
//
//	TALENTGRAPH_BENCH_MOVES=1000000 TALENTGRAPH_BENCH_DIR=/tmp/bench go test -run - -bench Requests -benchtime 3s -timeout 1h ./graph/gql
func BenchmarkRequests(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // as a server does that holds little
	g := benchGraph(b)
	pages, first := pagesOf(b, g), [][]byte{page(b, nil)}
	typename := [][]byte{wire(`{"query":"{ __typename }"}`)}
	for _, c := range []struct {
		name    string
		bodies  [][]byte
		answers int64
	}{
		{"HundredMoves/Pages", pages, -1}, {"HundredMoves/First", first, -1}, {"HundredMoves/Kept", first, 0},
		{"Typename/Computed", typename, -1}, {"Typename/Kept", typename, 0},
	} {
		b.Run(c.name, func(b *testing.B) {
			l := load{address: listen(b, handler(g, gql.Config{AnswerCache: c.answers})), clients: 8, body: func(i int) []byte { return c.bodies[i%len(c.bodies)] }}
			l.send(b, min(200, 2*len(c.bodies))) // warm
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
