package neo4j_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"talentgraph/graph"
	"talentgraph/graph/neo4j"
	"talentgraph/graph/neo4j/neo4jtest"
)

// scans are the operators that read all of something. A statement that may do so, by its beginning, is one for which
// there is nothing better: all flows, and the organization judgements in force, which are few.
var (
	scans   = []string{"AllNodesScan", "NodeIndexScan", "NodeByLabelScan", "RelationshipTypeScan", "AllRelationshipsScan"}
	allowed = []string{"MATCH (j:Rule)", "MATCH ()-[f:FLOW]->() WHERE true"}
)

// TestPlans runs a scene with all that the store can do, and asks the server how it would find what each statement
// needs: always by an index or from a node, never by reading everything.
func TestPlans(t *testing.T) {
	c := neo4jtest.Config(t)
	s := openAt(t, c)
	var mu sync.Mutex
	seen := map[string]map[string]any{}
	s.Observe(func(statement string, p map[string]any) {
		mu.Lock()
		defer mu.Unlock()
		seen[statement] = p
	})
	scene(t, s)
	s.Observe(nil)
	d := connect(t, c)
	for statement, p := range seen {
		plan := explainPlan(t, d, statement, p)
		for _, scan := range scans {
			if !strings.Contains(plan, scan) {
				continue
			}
			ok := false
			for _, a := range allowed {
				ok = ok || strings.HasPrefix(statement, a)
			}
			if !ok {
				t.Errorf("reads everything:\n%s\n%s", statement, plan)
			}
		}
	}
	if len(seen) < 60 {
		t.Errorf("%d statements, want all that the store has", len(seen))
	}
}

func explainPlan(t *testing.T, d driver.DriverWithContext, statement string, p map[string]any) string {
	t.Helper()
	r, err := driver.ExecuteQuery(t.Context(), d, "EXPLAIN "+statement, p, driver.EagerResultTransformer, driver.ExecuteQueryWithDatabase("neo4j"))
	if err != nil {
		t.Fatalf("%v\n%s", err, statement)
	}
	var b strings.Builder
	var walk func(p driver.Plan, depth int)
	walk = func(p driver.Plan, depth int) {
		fmt.Fprintf(&b, "%s%s %v\n", strings.Repeat(" ", depth), p.Operator(), p.Arguments()["Details"])
		for _, c := range p.Children() {
			walk(c, depth+1)
		}
	}
	walk(r.Summary.Plan(), 1)
	return b.String()
}

// scene makes commits of every kind and asks every question, now and at an earlier time.
func scene(t *testing.T, s *neo4j.Store) {
	t.Helper()
	commit := func(c graph.Commit) time.Time {
		t.Helper()
		c.Now = time.Now()
		done, err := s.Commit(t.Context(), c)
		if err != nil {
			t.Fatal(err)
		}
		return done.At
	}
	move := graph.Move{ID: "mov_a", Person: "per_a", Block: "blk_a", From: "org_a", To: "org_b", Date: graph.Date{Year: 2025}, Status: graph.Completed,
		Claims: []graph.ID{"clm_a"}, Mentions: []graph.Mention{{Organization: "org_a", Name: "A", Claims: 1}, {Organization: "org_c", Name: "C", Claims: 1}}}
	half := move
	half.ID, half.To, half.Claims = "mov_b", "", []graph.ID{"clm_b"}
	flow := graph.FlowCount{From: "org_a", To: "org_b", Month: "2025", Status: graph.Completed, Moves: 1}
	toUnknown, fromUnknown := flow, flow
	toUnknown.To, fromUnknown.From = "", ""
	first := commit(graph.Commit{Expect: map[graph.ID]int64{"blk_a": 0}, Articles: []graph.Article{{ID: "art_a"}, {ID: "art_b"}},
		Claims: []graph.Claim{{ID: "clm_a", Article: "art_a", Block: "blk_a"}, {ID: "clm_b", Article: "art_b", Block: "blk_a"}},
		People: []graph.Person{{ID: "per_a", Block: "blk_a", Name: "Ada"}, {ID: "per_b", Block: "blk_a", Name: "Ada B",
			Candidates: []graph.Candidate{{Person: "per_a"}}}},
		Organizations: []graph.Organization{{ID: "org_a", Name: "A", Parent: "org_c"}, {ID: "org_b", Name: "B"}, {ID: "org_c"}},
		Mentions:      []graph.Mention{{Organization: "org_a", Name: "A", Claims: 1}, {Organization: "org_b", Name: "B", Claims: 1}, {Organization: "org_c", Name: "C", Claims: 1}},
		Moves:         []graph.Move{move, half}, Flows: []graph.FlowCount{flow, toUnknown, fromUnknown},
		Judgements: []graph.Judgement{{ID: "jdg_a", Kind: graph.JudgeSame, Blocks: []graph.ID{"blk_a"}},
			{ID: "jdg_b", Kind: graph.JudgeSame, Organizations: []graph.ID{"org_a", "org_b"}}}})
	move.From, move.To, move.Mentions, move.Claims = "org_b", "org_c", move.Mentions[:1], []graph.ID{"clm_a", "clm_b"}
	less := flow
	less.Moves = -1
	commit(graph.Commit{Expect: map[graph.ID]int64{"blk_a": 1}, Rules: 1, Undo: []graph.ID{"jdg_a"}, Retract: []graph.ID{"art_b"}, Moves: []graph.Move{move},
		People: []graph.Person{{ID: "per_a", Block: "blk_a", Name: "Ada C"}}, Organizations: []graph.Organization{{ID: "org_a", Name: "AA"}},
		Mentions: []graph.Mention{{Organization: "org_b", Name: "B", Claims: -1}, {Organization: "org_c", Name: "CC", Claims: 1}},
		Flows:    []graph.FlowCount{less}, Gone: []graph.Gone{{ID: "mov_b", Successor: "mov_a"}, {ID: "per_b"}, {ID: "org_b", Successor: "org_a"}}})
	commit(graph.Commit{Expect: map[graph.ID]int64{"blk_a": 2}, Rules: 1, Whole: []graph.ID{"blk_a"},
		Parts: []graph.Part{{Block: "blk_a", ID: 1, Members: []graph.ID{"clm_a", "per_a", "mov_a"}}}, Marks: []graph.Mark{{Claim: "clm_a", Key: 1, At: 1}}})
	ask(t, s, first)
	commit(graph.Commit{Expect: map[graph.ID]int64{"blk_a": 3}, Rules: 1, Erase: []graph.ID{"clm_a", "per_a", "mov_a"}, Redact: []graph.ID{"art_a"}})
}

func ask(t *testing.T, s *neo4j.Store, first time.Time) {
	t.Helper()
	ctx := t.Context()
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, at := range []time.Time{{}, first} {
		ids := []graph.ID{"per_a", "org_a", "art_a", "mov_a", "clm_a"}
		for _, read := range []func(context.Context, []graph.ID, time.Time) error{
			func(ctx context.Context, ids []graph.ID, at time.Time) error {
				_, err := s.Articles(ctx, ids, at)
				return err
			},
			func(ctx context.Context, ids []graph.ID, at time.Time) error {
				_, err := s.People(ctx, ids, at)
				return err
			},
			func(ctx context.Context, ids []graph.ID, at time.Time) error {
				_, err := s.Organizations(ctx, ids, at)
				return err
			},
			func(ctx context.Context, ids []graph.ID, at time.Time) error {
				_, err := s.MovesByID(ctx, ids, at)
				return err
			},
		} {
			check(read(ctx, ids, at))
		}
		_, err := s.Claims(ctx, graph.ClaimQuery{Of: ids, At: at})
		check(err)
		_, err = s.Snapshot(ctx, at)
		check(err)
		_, err = s.Search(ctx, graph.SearchQuery{Prefixes: []string{"a", "b"}, Limit: 9, At: at})
		check(err)
		some := []graph.ID{"org_a", "org_b"}
		for _, f := range []graph.MoveFilter{{}, {People: []graph.ID{"per_a"}}, {From: some}, {To: some}, {From: some, To: some}, {Organizations: some},
			{Since: graph.Date{Year: 2020}, Statuses: graph.Statuses(), Words: []string{"ada"}}, {Unknown: []graph.MoveField{graph.FromField}}, {Unknown: []graph.MoveField{graph.ToField}}} {
			for _, order := range []graph.MoveOrder{graph.NewestFirst, graph.OldestFirst} {
				_, err = s.Moves(ctx, graph.MoveQuery{Of: ids, Each: []graph.MoveFilter{f}, Where: f, Order: order, Limit: 9, At: at})
				check(err)
			}
			_, err = s.Moves(ctx, graph.MoveQuery{Where: f, Limit: 9, At: at})
			check(err)
			_, err = s.CountMoves(ctx, graph.MoveQuery{Of: ids, Where: f, At: at})
			check(err)
			_, err = s.Flows(ctx, graph.FlowQuery{Where: f, By: []graph.FlowDimension{graph.ByFrom, graph.ByPeriod}, Period: graph.Quarter, Limit: 9, At: at})
			check(err)
		}
		yes := true
		wide := graph.MoveFilter{Any: []graph.MoveFilter{{Languages: []string{"en"}, Inside: &yes}, {None: []graph.MoveFilter{{From: some}}}}, AsOf: graph.Date{Year: 2025}}
		for _, o := range []graph.FlowOrder{graph.MostMoves, graph.LeastMoves, graph.ByCell, graph.ByCellDown} {
			_, err = s.Flows(ctx, graph.FlowQuery{Where: wide, By: []graph.FlowDimension{graph.ByFrom, graph.ByToSector, graph.ByLanguage}, RollUp: true, Order: o,
				After: &graph.Flow{Moves: 1}, Limit: 9, At: at})
			check(err)
		}
		_, err = s.Coverage(ctx, graph.CoverageQuery{Where: wide, Each: []graph.MoveFilter{{From: some}, {}}, Top: 3, At: at})
		check(err)
		for _, down := range []bool{false, true} {
			names, articles := graph.NameUp, graph.NewestArticles
			if down {
				names, articles = graph.NameDown, graph.OldestArticles
			}
			for _, words := range [][]string{nil, {"ada"}} {
				for _, moves := range []*graph.MoveFilter{nil, {From: some}} {
					_, _, err = s.ListPeople(ctx, graph.PeopleQuery{Where: graph.PersonFilter{Words: words, Moves: moves}, Order: names, Limit: 3, Total: true, At: at})
					check(err)
					_, _, err = s.ListOrganizations(ctx, graph.OrganizationQuery{Where: graph.OrganizationFilter{Words: words, Moves: moves}, Order: names, Limit: 3, Total: true, At: at})
					check(err)
					_, _, err = s.ListArticles(ctx, graph.ArticleQuery{Where: graph.ArticleFilter{Words: words, Moves: moves}, Order: articles, Limit: 3, Total: true, At: at})
					check(err)
				}
			}
		}
	}
	_, err := s.Blocks(ctx, graph.BlockQuery{IDs: []graph.ID{"blk_a"}})
	check(err)
	_, err = s.Blocks(ctx, graph.BlockQuery{IDs: []graph.ID{"blk_a"}, Near: map[graph.ID][]graph.Reach{"blk_a": {{Key: 1, From: 0, To: 2}}}})
	check(err)
	for _, of := range [][]graph.ID{nil, {"org_a"}} {
		_, err = s.BlocksOf(ctx, of, "", 9)
		check(err)
	}
	_, err = s.Successors(ctx, []graph.ID{"mov_b"})
	check(err)
	for _, after := range []graph.ID{"", "jdg_a"} {
		_, err = s.Judgements(ctx, after, 9)
		check(err)
	}
}
