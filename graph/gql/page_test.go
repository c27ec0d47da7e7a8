package gql_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"talentgraph/graph"
	"talentgraph/graph/gql"
	"talentgraph/graph/graphtest"
)

type movePage struct {
	TotalCount int
	Edges      []struct {
		Cursor string
		Node   struct{ ID string }
	}
	PageInfo struct {
		HasNextPage, HasPreviousPage bool
		StartCursor, EndCursor       *string
	}
}

const pageFields = `{ totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`

// TestPages walks a list in pages of every size: nothing is lost, nothing comes twice, also while moves are recorded.
func TestPages(t *testing.T) {
	g := newGraph(t, graphtest.NewOracle())
	readings := careers(20)
	if _, err := g.Record(t.Context(), readings[:40]); err != nil {
		t.Fatal(err)
	}
	h := handler(g, gql.Config{})
	for _, order := range []string{"NEWEST_FIRST", "OLDEST_FIRST"} {
		var all []string
		for size := 1; size <= 21; size += 4 {
			ids := walk(t, size, func(after string) movePage {
				var d struct{ Moves movePage }
				ask(t, h, fmt.Sprintf(`query($a: String) { moves(first: %d, after: $a, orderBy: %s) %s }`, size, order, pageFields), after2(after)).data(t, &d)
				return d.Moves
			})
			if all == nil {
				all = ids
			}
			if !slices.Equal(ids, all) || len(ids) != 20 {
				t.Errorf("%s by %d: %d moves, %d distinct pages", order, size, len(ids), len(all))
			}
		}
	}
	recorded := 40
	ids := walk(t, 3, func(after string) movePage {
		var d struct{ Moves movePage }
		ask(t, h, `query($a: String) { moves(first: 3, after: $a) `+pageFields+` }`, after2(after)).data(t, &d)
		if recorded < len(readings) {
			if _, err := g.Record(t.Context(), readings[recorded:recorded+4]); err != nil {
				t.Fatal(err)
			}
			recorded += 4
		}
		return d.Moves
	})
	if distinct := slices.Compact(slices.Sorted(slices.Values(ids))); len(distinct) != len(ids) || len(ids) < 20 {
		t.Errorf("%d moves, %d distinct, while moves were recorded", len(ids), len(distinct))
	}
}

func after2(cursor string) map[string]any {
	if cursor == "" {
		return nil
	}
	return map[string]any{"a": cursor}
}

// walk follows the pages of a list to its end and checks what they say of themselves.
func walk(t *testing.T, size int, page func(after string) movePage) []string {
	t.Helper()
	var ids []string
	for after := ""; ; {
		p := page(after)
		if p.PageInfo.HasPreviousPage != (after != "") || len(p.Edges) > size || p.PageInfo.HasNextPage && len(p.Edges) < size {
			t.Fatalf("page %+v after %q", p.PageInfo, after)
		}
		for _, e := range p.Edges {
			ids = append(ids, e.Node.ID)
		}
		if len(p.Edges) > 0 && (*p.PageInfo.StartCursor != p.Edges[0].Cursor || *p.PageInfo.EndCursor != p.Edges[len(p.Edges)-1].Cursor) {
			t.Fatalf("cursors %+v", p)
		}
		if !p.PageInfo.HasNextPage {
			return ids
		}
		after = *p.PageInfo.EndCursor
	}
}

// TestCursors: a cursor of another list, order or version is an error and never a wrong page.
func TestCursors(t *testing.T) {
	h := server(t, graphtest.NewOracle(), gql.Config{})
	var d struct {
		Moves, Oldest, Flows, Years, Done, DoneFlows struct{ PageInfo struct{ EndCursor string } }
	}
	ask(t, h, `{ moves(first: 1) { pageInfo { endCursor } } oldest: moves(first: 1, orderBy: OLDEST_FIRST) { pageInfo { endCursor } }
		flows(first: 1) { pageInfo { endCursor } } years: flows(first: 1, by: PERIOD) { pageInfo { endCursor } }
		done: moves(first: 1, where: {status: COMPLETED}) { pageInfo { endCursor } }
		doneFlows: flows(first: 1, where: {status: COMPLETED}) { pageInfo { endCursor } } }`, nil).data(t, &d)
	cursors := map[string]string{
		"moves": d.Moves.PageInfo.EndCursor, "oldest": d.Oldest.PageInfo.EndCursor, "flows": d.Flows.PageInfo.EndCursor,
		"years": d.Years.PageInfo.EndCursor, "done": d.Done.PageInfo.EndCursor, "doneFlows": d.DoneFlows.PageInfo.EndCursor, "cut": d.Moves.PageInfo.EndCursor[:20], "empty": "", "other": strings.Repeat("x", 5000),
	}
	for list, query := range map[string]string{
		"moves": `moves(first: 1, after: $a)`, "oldest": `moves(first: 1, after: $a, orderBy: OLDEST_FIRST)`,
		"flows": `flows(first: 1, after: $a)`, "years": `flows(first: 1, after: $a, by: PERIOD)`,
		"done": `moves(first: 1, after: $a, where: {status: COMPLETED})`, "doneFlows": `flows(first: 1, after: $a, where: {status: COMPLETED})`,
	} {
		for from, cursor := range cursors {
			a := ask(t, h, `query($a: String) { `+query+` { pageInfo { endCursor } } }`, map[string]any{"a": cursor})
			if fits := from == list; fits && len(a.Errors) > 0 || !fits && (len(a.Errors) != 1 || a.Errors[0].code() != "INVALID") {
				t.Errorf("cursor of %s in %s: %s", from, list, a.body)
			}
		}
	}
	// One cursor cannot go on several lists, and goes on one below another object.
	a := ask(t, h, `query($a: String) { moves { nodes { person { moves(after: $a) { nodes { id } } } } } }`, map[string]any{"a": cursors["moves"]})
	if len(a.Errors) == 0 || a.Errors[0].code() != "INVALID" {
		t.Errorf("%s", a.body)
	}
	id := idOf(t, h, "Meta")
	a = ask(t, h, fmt.Sprintf(`query($a: String) { organization(id: %q) { arrivals(after: $a) { nodes { id } } } }`, id), map[string]any{"a": cursors["moves"]})
	if len(a.Errors) != 1 || a.Errors[0].code() != "INVALID" || a.Errors[0].Extensions["argument"] != "after" {
		t.Errorf("a cursor of all moves in those of one organization: %s", a.body)
	}
	var m struct{ Organization struct{ Arrivals movePage } }
	ids := walk(t, 1, func(after string) movePage {
		ask(t, h, fmt.Sprintf(`query($a: String) { organization(id: %q) { arrivals(first: 1, after: $a) %s } }`, id, pageFields), after2(after)).data(t, &m)
		return m.Organization.Arrivals
	})
	if len(ids) != 3 || m.Organization.Arrivals.TotalCount != 3 {
		t.Errorf("%d arrivals, total %d", len(ids), m.Organization.Arrivals.TotalCount)
	}
}

// TestOldIDs: an id that gave way to another answers with what took its place.
func TestOldIDs(t *testing.T) {
	g := newGraph(t, graphtest.NewOracle())
	all := world()
	record(t, g, all[4:5]) // Carla Rossi left Apple
	h := handler(g, gql.Config{})
	var before, after struct {
		Moves struct{ Nodes []struct{ ID string } }
	}
	const query = `{ moves { nodes { id } } }`
	ask(t, h, query, nil).data(t, &before)
	record(t, g, all[5:6]) // and is at Meta
	ask(t, h, query, nil).data(t, &after)
	if len(before.Moves.Nodes) != 1 || len(after.Moves.Nodes) != 1 {
		t.Fatalf("moves %v, then %v", before, after)
	}
	for _, id := range []string{before.Moves.Nodes[0].ID, after.Moves.Nodes[0].ID} {
		var d struct {
			Move struct{ ID, Status string }
			Node struct{ ID string }
		}
		ask(t, h, fmt.Sprintf(`{ move(id: %q) { id status claims { quote } } node(id: %[1]q) { id } }`, id), nil).data(t, &d)
		if d.Move.ID != after.Moves.Nodes[0].ID || d.Node.ID != d.Move.ID {
			t.Errorf("%s answers with %+v, want %s", id, d, after.Moves.Nodes[0].ID)
		}
	}
	when := time.Date(2025, 8, 1, 18, 0, 0, 0, time.UTC).Format(time.RFC3339)
	a := ask(t, h, fmt.Sprintf(`{ move(id: %q, knownAt: %q) { id to { name } inferred } }`, before.Moves.Nodes[0].ID, when), nil)
	if want := `{"data":{"move":{"id":"` + before.Moves.Nodes[0].ID + `","to":null,"inferred":false}}}`; `{"data":`+string(a.Data)+`}` != want {
		t.Errorf("as known then: %s, want %s", a.body, want)
	}
	if graph.ID(before.Moves.Nodes[0].ID).Kind() != "Move" {
		t.Errorf("id %s", before.Moves.Nodes[0].ID)
	}
}

// TestPagesBackwards walks lists from their ends: the same moves in the same order as forwards, also while moves are recorded.
func TestPagesBackwards(t *testing.T) {
	for name, store := range map[string]graph.Store{"oracle": graphtest.NewOracle(), "sqlite": openSQLite(t)} {
		g := newGraph(t, store)
		readings := careers(20)
		if _, err := g.Record(t.Context(), readings[:60]); err != nil {
			t.Fatal(err)
		}
		h := handler(g, gql.Config{})
		for _, order := range []string{"NEWEST_FIRST", "OLDEST_FIRST"} {
			forwards := walk(t, 50, func(after string) movePage {
				var d struct{ Moves movePage }
				ask(t, h, fmt.Sprintf(`query($a: String) { moves(after: $a, orderBy: %s) %s }`, order, pageFields), after2(after)).data(t, &d)
				return d.Moves
			})
			for _, size := range []int{1, 4, 29, 30, 31} {
				var ids []string
				for before := ""; ; {
					var d struct{ Moves movePage }
					ask(t, h, fmt.Sprintf(`query($a: String) { moves(last: %d, before: $a, orderBy: %s) %s }`, size, order, pageFields), after2(before)).data(t, &d)
					p := d.Moves
					if p.TotalCount != 30 || p.PageInfo.HasNextPage != (before != "") || len(p.Edges) > size || p.PageInfo.HasPreviousPage && len(p.Edges) < size {
						t.Fatalf("%s: page %+v before %q", name, p.PageInfo, before)
					}
					var page []string
					for _, e := range p.Edges {
						page = append(page, e.Node.ID)
					}
					ids = append(page, ids...)
					if !p.PageInfo.HasPreviousPage {
						break
					}
					before = *p.PageInfo.StartCursor
				}
				if !slices.Equal(ids, forwards) {
					t.Errorf("%s %s by %d: %d moves backwards, %d forwards", name, order, size, len(ids), len(forwards))
				}
			}
		}
		recorded, seen := 60, map[string]bool{}
		for before := ""; ; {
			var d struct{ Moves movePage }
			ask(t, h, `query($a: String) { moves(last: 3, before: $a) `+pageFields+` }`, after2(before)).data(t, &d)
			for _, e := range d.Moves.Edges {
				if seen[e.Node.ID] {
					t.Errorf("%s: %s comes twice while moves are recorded", name, e.Node.ID)
				}
				seen[e.Node.ID] = true
			}
			if recorded < len(readings) {
				if _, err := g.Record(t.Context(), readings[recorded:recorded+4]); err != nil {
					t.Fatal(err)
				}
				recorded += 4
			}
			if !d.Moves.PageInfo.HasPreviousPage {
				break
			}
			before = *d.Moves.PageInfo.StartCursor
		}
		if len(seen) < 30 {
			t.Errorf("%s: %d moves seen of the 30 that there were", name, len(seen))
		}
	}
}
