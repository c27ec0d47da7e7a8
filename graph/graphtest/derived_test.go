package graphtest

import (
	"cmp"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"talentgraph/graph"
)

// drawMerge draws a judgement that two organizations of drawClaims are one, or none.
func drawMerge(t *rapid.T) []graph.Judgement {
	keys := []string{"acme robotics", "initech", "globex", "meta", "deepmind"}
	a, b := rapid.SampledFrom(keys).Draw(t, "kept"), rapid.SampledFrom(keys).Draw(t, "absorbed")
	if a == b {
		return nil
	}
	return []graph.Judgement{{ID: "jdg_merge", Kind: graph.JudgeSame, Organizations: []graph.ID{graph.OrganizationID(a), graph.OrganizationID(b)}}}
}

// A move's place at an end is what the definition of the organization there tells, and its group the topmost one above it.
func TestFusedPlaces(t *testing.T) {
	f := denseFuser(t)
	rapid.Check(t, func(t *rapid.T) {
		out := f.Fuse(drawClaims(t), drawMerge(t))
		organizations := map[graph.ID]graph.Organization{}
		for _, o := range out.Organizations {
			organizations[o.ID] = o
		}
		for _, m := range out.Moves {
			for _, end := range []struct {
				id    graph.ID
				place graph.Place
			}{{m.From, m.FromPlace}, {m.To, m.ToPlace}} {
				var want graph.Place
				if o, ok := organizations[end.id]; ok {
					want = graph.Place{Group: o.ID, Country: o.Country, Sector: o.Sector}
					for parent := o.Parent; parent != ""; parent = organizations[parent].Parent {
						want.Group = parent
					}
				}
				if end.place != want {
					t.Fatalf("%s at %s, want %+v of %+v", brief(end.place), end.id, want, m)
				}
			}
		}
	})
}

// The sources of a move are those of its claims, one for each, in their order.
func TestFusedSources(t *testing.T) {
	f := denseFuser(t)
	rapid.Check(t, func(t *rapid.T) {
		claims := drawClaims(t)
		of := map[graph.ID]graph.Source{}
		for _, c := range claims {
			of[c.ID] = graph.Source{Article: c.Article, Publisher: c.Publisher, Language: c.Language, Published: c.Reported}
		}
		for _, m := range f.Fuse(claims, drawMerge(t)).Moves {
			var want []graph.Source
			for _, id := range m.Claims {
				want = append(want, of[id])
			}
			if d := difference(m.Sources, want); d != "" {
				t.Fatalf("sources of %+v:%s", m, d)
			}
		}
	})
}

// A stay ends where the person next leaves the group, as an announced or done move of theirs tells it: never before it
// began, never later than a departure that is surely after the arrival, and not at all where there is no such departure.
func TestFusedEnds(t *testing.T) {
	f := denseFuser(t)
	rapid.Check(t, func(t *rapid.T) {
		moves := f.Fuse(drawClaims(t), drawMerge(t)).Moves
		of := map[graph.ID][]graph.Move{}
		for _, m := range moves {
			of[m.Person] = append(of[m.Person], m)
		}
		when := func(m graph.Move) graph.Date {
			if m.Date.IsZero() {
				return m.Reported
			}
			return m.Date
		}
		for _, m := range moves {
			var departures []graph.Move
			for _, n := range of[m.Person] {
				if m.To != "" && n.ID != m.ID && n.From != "" && n.FromPlace.Group == m.ToPlace.Group && (n.Status == graph.Announced || n.Status == graph.Completed) {
					departures = append(departures, n)
				}
			}
			start := when(m)
			told := func(d graph.Date) bool {
				return slices.ContainsFunc(departures, func(n graph.Move) bool { return when(n) == d })
			}
			if !m.Ended.IsZero() && (!told(m.Ended) || !start.Compatible(m.Ended) && start.First().Compare(m.Ended.First()) > 0) {
				t.Fatalf("ended %s, of %s: %s", m.Ended, brief(m), brief(departures))
			}
			for _, n := range departures {
				d := when(n)
				surely := !start.Compatible(d) && start.First().Compare(d.First()) < 0
				if surely && !told(graph.Date{}) && (m.Ended.IsZero() || !m.Ended.Compatible(d) && m.Ended.First().Compare(d.First()) > 0) {
					t.Fatalf("ended %q although %s left at %s: %s", m.Ended, n.ID, d, brief(m))
				}
			}
		}
	})
}

// What is derived does not depend on the order of the claims, nor does the order in time on that of the moves.
func TestFusedInTimeWhateverTheOrder(t *testing.T) {
	f := denseFuser(t)
	rapid.Check(t, func(t *rapid.T) {
		claims, judgements := drawClaims(t), drawMerge(t)
		want := f.Fuse(claims, judgements).Moves
		got := f.Fuse(rapid.Permutation(claims).Draw(t, "order"), judgements).Moves
		if d := difference(got, want); d != "" {
			t.Fatalf("another order of claims:%s", d)
		}
		shuffled := rapid.Permutation(got).Draw(t, "order of moves")
		of := func(moves []graph.Move) [][]graph.ID {
			people := map[graph.ID][]graph.Move{}
			for _, m := range moves {
				people[m.Person] = append(people[m.Person], m)
			}
			var lines [][]graph.ID
			for _, list := range people {
				graph.InTime(list)
				line := []graph.ID{list[0].Person}
				for _, m := range list {
					line = append(line, m.ID)
				}
				lines = append(lines, line)
			}
			slices.SortFunc(lines, func(a, b []graph.ID) int { return cmp.Compare(a[0], b[0]) })
			return lines
		}
		if d := difference(of(shuffled), of(want)); d != "" {
			t.Fatalf("another order of moves:%s", d)
		}
	})
}
