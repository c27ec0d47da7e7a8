package gql_test

import (
	"encoding/json"
	"math/rand/v2"
	"testing"

	"talentgraph/graph"
	known "talentgraph/graph/catalogue"
	"talentgraph/graph/gql"
	"talentgraph/graph/graphtest"
	"talentgraph/graph/sqlite"
)

// benchGraph is the record of graphtest.RequestsRecord, in SQLite, with at least as many moves.
func benchGraph(b *testing.B) *graph.Graph {
	b.Helper()
	moves, file := graphtest.RequestsRecord(b)
	organizations, err := known.Organizations()
	if err != nil {
		b.Fatal(err)
	}
	names, err := known.Names()
	if err != nil {
		b.Fatal(err)
	}
	s, err := sqlite.Open(b.Context(), file, sqlite.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	g := graph.New(s, organizations, names)
	if err := graphtest.NewWorld(1, organizations, names).Grow(b.Context(), g, moves, func(articles, moves int) {
		b.Logf("%d articles, %d moves", articles, moves)
	}); err != nil {
		b.Fatal(err)
	}
	return g
}

// pagesOf are requests for pages of 100 moves from all over the list, in no order, the first of them included.
func pagesOf(b *testing.B, g *graph.Graph) [][]byte {
	b.Helper()
	const walk = `query($after: String) { moves(first: 500, after: $after) { pageInfo { endCursor hasNextPage } } }`
	h := handler(g, gql.Config{AnswerCache: -1})
	var pages [][]byte
	for after, more := any(nil), true; more; {
		pages = append(pages, page(b, after))
		var d struct {
			Moves struct {
				PageInfo struct {
					EndCursor   string
					HasNextPage bool
				}
			}
		}
		ask(b, h, walk, map[string]any{"after": after}).data(b, &d)
		after, more = d.Moves.PageInfo.EndCursor, d.Moves.PageInfo.HasNextPage
	}
	rng := rand.New(rand.NewPCG(1, 2))
	rng.Shuffle(len(pages), func(i, k int) { pages[i], pages[k] = pages[k], pages[i] })
	return pages
}

// page is a request for the page of 100 moves after a cursor.
func page(b *testing.B, after any) []byte {
	b.Helper()
	body, err := json.Marshal(map[string]any{"query": hundred, "variables": map[string]any{"after": after}})
	if err != nil {
		b.Fatal(err)
	}
	return wire(string(body))
}
