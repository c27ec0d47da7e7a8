package gql_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"talentgraph/graph"
	"talentgraph/graph/gql"
	"talentgraph/graph/graphtest"
)

// TestFlowsAddUp: however moves are grouped and filtered, the cells of all pages count each of them once, shares add up to 1 with what a page
// leaves out, and each cell's moves and what it rests on are as many as it counts.
func TestFlowsAddUp(t *testing.T) {
	type flows struct {
		TotalMoves int
		Other      struct {
			Count int
			Share float64
		}
		Nodes []struct {
			Count, People int
			Share         float64
			Inside        bool
			Moves         struct{ Nodes []struct{ ID string } }
			Coverage      struct{ Moves, People int }
		}
		PageInfo struct {
			HasNextPage, HasPreviousPage bool
			StartCursor, EndCursor       string
		}
	}
	dimensions := []string{"FROM", "TO", "PERIOD", "ROLE_FAMILY", "SENIORITY", "FROM_SECTOR", "TO_SECTOR", "FROM_COUNTRY", "TO_COUNTRY", "STATUS", "LANGUAGE"}
	filters := []string{`{}`, `{status: [RUMORED, DENIED, COMPLETED]}`, `{known: [FROM]}`, `{or: [{text: "meta"}, {status: DENIED}]}`, `{not: [{inferred: true}]}`, `{minPublishers: 2}`,
		`{includeSubsidiaries: true, organizationSet: ["rivals"]}`, `{text: "nobody"}`}
	for name, store := range map[string]graph.Store{"oracle": graphtest.NewOracle(), "sqlite": openSQLite(t)} {
		g := newGraph(t, store)
		record(t, g, world())
		if _, err := g.Record(t.Context(), careers(6)); err != nil {
			t.Fatal(err)
		}
		h := handler(g, gql.Config{})
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(rt *rapid.T) {
				by := rapid.SliceOfNDistinct(rapid.SampledFrom(dimensions), 0, 3, rapid.ID).Draw(rt, "by")
				where := rapid.SampledFrom(filters).Draw(rt, "where")
				arguments := fmt.Sprintf("where: %s, by: [%s], rollUp: %v, period: %s, orderBy: %s", where, strings.Join(by, ", "), rapid.Bool().Draw(rt, "rollUp"),
					rapid.SampledFrom([]string{"YEAR", "QUARTER", "MONTH"}).Draw(rt, "period"), rapid.SampledFrom([]string{"MOST_MOVES", "LEAST_MOVES", "CELL", "CELL_DOWN"}).Draw(rt, "order"))
				size, back := rapid.IntRange(1, 9).Draw(rt, "size"), rapid.Bool().Draw(rt, "back")
				met, seen, total := map[string]bool{}, 0, -1
				for place := ""; ; {
					window := fmt.Sprintf("first: %d, after: $c", size)
					if back {
						window = fmt.Sprintf("last: %d, before: $c", size)
					}
					query := fmt.Sprintf(`query($c: String) { flows(%s, %s) { totalMoves other { count share } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
						nodes { count share inside people coverage { moves people } moves(first: 500) { nodes { id } } } } }`, arguments, window)
					variables := map[string]any{"c": nil}
					if place != "" {
						variables["c"] = place
					}
					var d struct{ Flows flows }
					ask(t, h, query, variables).data(t, &d)
					f := d.Flows
					shown, shares := 0, f.Other.Share
					for _, n := range f.Nodes {
						shown, shares = shown+n.Count, shares+n.Share
						if len(n.Moves.Nodes) != n.Count || n.Coverage.Moves != n.Count || n.People != n.Coverage.People || n.People > n.Count || n.People == 0 {
							rt.Fatalf("%s: a cell counts %d, lists %d and rests on %+v", arguments, n.Count, len(n.Moves.Nodes), n.Coverage)
						}
						for _, m := range n.Moves.Nodes {
							if met[m.ID] {
								rt.Fatalf("%s: %s is in two cells", arguments, m.ID)
							}
							met[m.ID] = true
						}
					}
					if f.TotalMoves != shown+f.Other.Count || f.TotalMoves > 0 && math.Abs(shares-1) > 1e-9 || total >= 0 && f.TotalMoves != total {
						rt.Fatalf("%s: of %d moves %d are shown and %d left out; shares add up to %v", arguments, f.TotalMoves, shown, f.Other.Count, shares)
					}
					total, seen = f.TotalMoves, seen+shown
					if more := f.PageInfo.HasNextPage; !back && more {
						place = f.PageInfo.EndCursor
					} else if more := f.PageInfo.HasPreviousPage; back && more {
						place = f.PageInfo.StartCursor
					} else {
						break
					}
				}
				if seen != total || len(met) != total {
					rt.Fatalf("%s: the pages count %d moves of %d", arguments, seen, total)
				}
			})
		})
	}
}

// TestWhoWorkedWhere: employers and staff are the same from both sides, on every day.
func TestWhoWorkedWhere(t *testing.T) {
	g := newGraph(t, openSQLite(t))
	record(t, g, world())
	if _, err := g.Record(t.Context(), careers(3)); err != nil {
		t.Fatal(err)
	}
	h := handler(g, gql.Config{})
	for _, day := range []string{"2019", "2020-03", "2020-06-15", "2021", "2021-03-01", "2024-06", "2025", "2026-01-01"} {
		var d struct {
			People struct {
				Nodes []struct {
					ID        string
					Employers []struct{ ID string }
				}
			}
			Organizations struct {
				Nodes []struct {
					ID    string
					Staff struct {
						TotalCount int
						Nodes      []struct{ ID string }
					}
				}
			}
		}
		ask(t, h, fmt.Sprintf(`{ people(first: 500) { nodes { id employers(asOf: %q) { id } } } organizations(first: 20) { nodes { id staff(asOf: %[1]q) { totalCount nodes { id } } } } }`, day), nil).data(t, &d)
		var employed, staffed []string
		for _, p := range d.People.Nodes {
			for _, o := range p.Employers {
				employed = append(employed, p.ID+" "+o.ID)
			}
		}
		for _, o := range d.Organizations.Nodes {
			if o.Staff.TotalCount != len(o.Staff.Nodes) {
				t.Errorf("%s: %d of staff, counted %d", day, len(o.Staff.Nodes), o.Staff.TotalCount)
			}
			for _, p := range o.Staff.Nodes {
				staffed = append(staffed, p.ID+" "+o.ID)
			}
		}
		slices.Sort(employed)
		slices.Sort(staffed)
		if !slices.Equal(employed, staffed) {
			t.Errorf("%s: employers say %d, staff says %d", day, len(employed), len(staffed))
		}
		if day == "2021" && len(employed) < 3 {
			t.Errorf("%s: %v", day, employed)
		}
	}
}
