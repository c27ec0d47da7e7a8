package neo4j_test

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"talentgraph/graph"
	"talentgraph/graph/graphtest"
	"talentgraph/graph/neo4j"
	"talentgraph/graph/neo4j/neo4jtest"
)

// BenchmarkRecord reports how many articles a second are recorded, on the server of TALENTGRAPH_TEST_NEO4J.
func BenchmarkRecord(b *testing.B) {
	neo4jtest.URI(b)
	graphtest.BenchmarkRecord(b, graphtest.NewWorld(1, nil, nil), nil, false, func(b *testing.B) graph.Store { return neo4jtest.Open(b) })
}

// benchMoves is how many moves BenchmarkRead makes before it reads: TALENTGRAPH_BENCH_MOVES, else 20,000.
func benchMoves() int {
	if n, err := strconv.Atoi(os.Getenv("TALENTGRAPH_BENCH_MOVES")); err == nil && n > 0 {
		return n
	}
	return 20_000
}

// fill records n moves of n/2 people. Every fourth move is from the hub, every fourth another one to it; the other ends
// are some hundred organizations.
func fill(b *testing.B, s graph.Store, n int) {
	b.Helper()
	const hub, batch = graph.ID("org_hub"), 2000
	for first := 0; first < n; first += batch {
		c := graph.Commit{Now: time.Now(), Expect: map[graph.ID]int64{}}
		mentions, flows := map[graph.Mention]int{}, map[graph.FlowCount]int{}
		for i := first; i < min(n, first+batch); i++ {
			from, to := graph.ID(fmt.Sprintf("org_%03d", i*7%301)), graph.ID(fmt.Sprintf("org_%03d", i*11%307))
			switch i % 4 {
			case 0:
				from = hub
			case 1:
				to = hub
			}
			m := graph.Move{ID: graph.ID(fmt.Sprintf("mov_%08d", i)), Person: graph.ID(fmt.Sprintf("per_%08d", i/2)),
				Block: graph.ID(fmt.Sprintf("blk_%08d", i/2)), From: from, To: to, Status: graph.Statuses()[i%3], Confidence: 0.75,
				Date: graph.Date{Year: int16(2015 + i%10), Month: int8(1 + i%12), Day: int8(1 + i%28)}, Publishers: 1,
				Claims: []graph.ID{graph.ID(fmt.Sprintf("clm_%08d", i))}, Words: []string{"ada", fmt.Sprint("word", i%1000)}}
			if i%2 == 0 {
				c.People = append(c.People, graph.Person{ID: m.Person, Block: m.Block, Name: fmt.Sprintf("Ada Number%d", i/2)})
			}
			for _, end := range []graph.ID{from, to} {
				m.Mentions = append(m.Mentions, graph.Mention{Organization: end, Name: string(end), Claims: 1})
				mentions[graph.Mention{Organization: end, Name: string(end)}]++
				if first == 0 {
					c.Organizations = append(c.Organizations, graph.Organization{ID: end, Key: string(end), Name: string(end), Catalogued: true})
				}
			}
			c.Moves = append(c.Moves, m)
			flows[graph.FlowCount{From: from, To: to, Month: graph.MonthOf(m.Date), Status: m.Status}]++
		}
		for m, k := range mentions {
			m.Claims = k
			c.Mentions = append(c.Mentions, m)
		}
		for f, k := range flows {
			f.Moves = k
			c.Flows = append(c.Flows, f)
		}
		if _, err := s.Commit(b.Context(), c); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkRead reports the time of each read in terms of the best Cypher written by hand for the same answer and run
// with the bare driver (ratio), and its own (ms).
func BenchmarkRead(b *testing.B) {
	c := neo4jtest.Config(b)
	s, err := neo4j.Open(b.Context(), c)
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	n := benchMoves()
	fill(b, s, n)
	d := connect(b, c)
	hub, set := []graph.ID{"org_hub"}, []graph.ID{"org_hub"}
	for i := range 20 {
		set = append(set, graph.ID(fmt.Sprintf("org_%03d", i)))
	}
	page := graph.MoveQuery{Of: hub, End: graph.ToEnd, Order: graph.NewestFirst, Limit: 50}
	deep := page // after two fifths of the hub's moves
	rank := driverRow(b, d, `MATCH (m:Move) WHERE m.to = 'org_hub' RETURN m.date, m.id ORDER BY m.date DESC, m.id SKIP $skip LIMIT 1`,
		map[string]any{"skip": n / 10})
	date, _ := graph.ParseDate(rank[0].(string))
	deep.After = &graph.MovePosition{Date: date, ID: graph.ID(rank[1].(string))}
	old := page
	old.At = time.Now().Add(-time.Nanosecond)
	ctx := b.Context()
	moves := func(q graph.MoveQuery) func() (int, error) {
		return func() (int, error) { m, err := s.Moves(ctx, q); return len(m["org_hub"]), err }
	}
	flows := func(q graph.FlowQuery) func() (int, error) {
		return func() (int, error) { f, err := s.Flows(ctx, q); return len(f), err }
	}
	since, until := graph.Date{Year: 2024, Month: 1}, graph.Date{Year: 2024, Month: 3}
	for _, x := range []struct {
		name      string
		read      func() (int, error)
		statement string
		p         map[string]any
	}{
		{"HubPage", moves(page), `MATCH (m:Move) WHERE m.to = 'org_hub' AND m.position > '' RETURN m ORDER BY m.to, m.position LIMIT 50`, nil},
		{"HubPageAtATime", moves(old), `MATCH (m:Move) WHERE m.to = 'org_hub' AND m.position > '' RETURN m ORDER BY m.to, m.position LIMIT 50`, nil},
		{"DeepPage", moves(deep), `MATCH (m:Move) WHERE m.to = 'org_hub' AND m.position > $p RETURN m ORDER BY m.to, m.position LIMIT 50`,
			map[string]any{"p": driverRow(b, d, `MATCH (m:Move {id: $id}) RETURN m.position`, map[string]any{"id": rank[1]})[0]}},
		{"HubFlows", flows(graph.FlowQuery{Where: graph.MoveFilter{From: hub}, By: []graph.FlowDimension{graph.ByTo}, Limit: 20}),
			`MATCH (:Organization {id: 'org_hub'})-[f:FLOW]->() RETURN f.to AS t, sum(f.moves) AS n ORDER BY n DESC, t LIMIT 20`, nil},
		{"Matrix", flows(graph.FlowQuery{Where: graph.MoveFilter{From: set, To: set, Since: since, Until: until}, By: []graph.FlowDimension{graph.ByFrom, graph.ByTo}, Limit: 500}),
			`MATCH (a:Organization)-[f:FLOW]->(b:Organization) WHERE a.id IN $s AND b.id IN $s AND '2024-01' <= f.month <= '2024-03'
			RETURN a.id, b.id, sum(f.moves) AS n ORDER BY n DESC, a.id, b.id LIMIT 500`, map[string]any{"s": []string{}}},
		{"AllMoves", func() (int, error) {
			m, err := s.Moves(ctx, graph.MoveQuery{Order: graph.NewestFirst, Limit: 50})
			return len(m[""]), err
		}, `MATCH (m:Move) WHERE m.position > '' RETURN m ORDER BY m.position LIMIT 50`, nil},
	} {
		if x.p["s"] != nil {
			var ids []string
			for _, id := range set {
				ids = append(ids, string(id))
			}
			x.p["s"] = ids
		}
		b.Run(x.name, func(b *testing.B) {
			bare := func() (int, error) {
				r, err := driver.ExecuteQuery(ctx, d, x.statement, x.p, driver.EagerResultTransformer,
					driver.ExecuteQueryWithDatabase("neo4j"), driver.ExecuteQueryWithReadersRouting())
				if err != nil {
					return 0, err
				}
				return len(r.Records), nil
			}
			var ours, theirs []time.Duration
			for b.Loop() {
				start := time.Now()
				got, err := x.read()
				between := time.Now()
				want, err2 := bare()
				end := time.Now()
				if err != nil || err2 != nil || got != want || got == 0 {
					b.Fatalf("%d rows, by hand %d (%v, %v)", got, want, err, err2)
				}
				ours, theirs = append(ours, between.Sub(start)), append(theirs, end.Sub(between))
			}
			b.ReportMetric(float64(median(ours))/float64(median(theirs)), "ratio")
			b.ReportMetric(median(ours).Seconds()*1000, "ms")
		})
	}
}

func median(d []time.Duration) time.Duration {
	slices.Sort(d)
	return d[len(d)/2]
}

// driverRow is the one row that a statement gives.
func driverRow(b *testing.B, d driver.DriverWithContext, statement string, p map[string]any) []any {
	b.Helper()
	r, err := driver.ExecuteQuery(b.Context(), d, statement, p, driver.EagerResultTransformer, driver.ExecuteQueryWithDatabase("neo4j"))
	if err != nil || len(r.Records) != 1 {
		b.Fatalf("%s: %v", statement, err)
	}
	return r.Records[0].Values
}
