package graphtest

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"talentgraph/graph"
)

// drawClaims draws claims of articles of their own in a world so small that everything touches.
func drawClaims(t *rapid.T) []graph.Claim {
	var (
		organization = rapid.SampledFrom([]string{"Google", "DeepMind", "Alphabet Inc.", "Meta", "Facebook", "Acme Robotics", "Acme Robotics Inc.", "Initech", "Globex", ""})
		name         = rapid.SampledFrom([]string{"Ada Smith", "Ada M. Smith", "Ada Marie Smith", "Bob Lee", "Lee, Bob", "Zenobia Quillfeather"})
		role         = rapid.SampledFrom([]string{"", "software engineer", "general counsel", "chief executive officer"})
		status       = rapid.SampledFrom(graph.Statuses())
	)
	day := func(label string) graph.Date {
		d := graph.Date{Year: int16(rapid.IntRange(2021, 2024).Draw(t, label))}
		switch rapid.IntRange(0, 3).Draw(t, label+" precision") {
		case 0:
			return graph.Date{}
		case 1:
			return d
		case 2:
			d.Month = int8(rapid.IntRange(1, 12).Draw(t, label+" month"))
			return d
		}
		d.Month, d.Day = int8(rapid.IntRange(1, 12).Draw(t, label+" month")), int8(rapid.IntRange(1, 28).Draw(t, label+" day"))
		return d
	}
	n := rapid.IntRange(0, 14).Draw(t, "claims")
	claims := make([]graph.Claim, 0, n)
	for i := range n {
		x := graph.Reading{Text: fmt.Sprint("text ", i), Article: graph.Article{URL: fmt.Sprintf("https://paper%d.example/%d", i%5, i), Publisher: fmt.Sprintf("paper%d.example", i%5), Language: []string{"en", "fr", ""}[i%3], Published: day("reported")}}
		c := graph.Claim{Person: name.Draw(t, "person"), From: organization.Draw(t, "from"), To: organization.Draw(t, "to"), RoleFrom: role.Draw(t, "roleFrom"), RoleTo: role.Draw(t, "roleTo"),
			Date: day("date"), Status: status.Draw(t, "status"), Confidence: float64(rapid.IntRange(1, 20).Draw(t, "confidence")) / 20, Extractor: "rapid/1"}
		if c.From == "" && c.To == "" {
			c.To = "Google"
		}
		x.Claims = []graph.Claim{c}
		complete(&x)
		claims = append(claims, x.Claims...)
	}
	return claims
}

func denseFuser(t *testing.T) *graph.Fuser {
	t.Helper()
	catalogue, err := denseCatalogue()
	if err != nil {
		t.Fatal(err)
	}
	names, err := denseNames()
	if err != nil {
		t.Fatal(err)
	}
	return graph.NewFuser(catalogue, names)
}

func TestFuseOrderAndRepeatsDoNotMatter(t *testing.T) {
	f, fresh := denseFuser(t), denseFuser(t)
	rapid.Check(t, func(t *rapid.T) {
		claims := drawClaims(t)
		want := f.Fuse(claims, nil)
		shuffled := rapid.Permutation(append(slices.Clone(claims), claims[:len(claims)/2]...)).Draw(t, "order")
		if d := difference(f.Fuse(shuffled, nil), want); d != "" {
			t.Fatalf("another order:%s", d)
		}
		if d := difference(fresh.Fuse(claims, nil), want); d != "" {
			t.Fatalf("a fuser that has seen other claims:%s", d)
		}
	})
}

// Blocks are independent: fusing all is fusing each name by itself.
func TestFuseByBlock(t *testing.T) {
	f := denseFuser(t)
	rapid.Check(t, func(t *rapid.T) {
		claims := drawClaims(t)
		all := f.Fuse(claims, nil)
		blocks := map[graph.ID][]graph.Claim{}
		for _, c := range claims {
			blocks[c.Block] = append(blocks[c.Block], c)
		}
		moves := map[graph.ID]graph.Move{}
		for _, list := range blocks {
			for _, m := range f.Fuse(list, nil).Moves {
				moves[m.ID] = m
			}
		}
		want := map[graph.ID]graph.Move{}
		for _, m := range all.Moves {
			want[m.ID] = m
		}
		if d := difference(moves, want); d != "" {
			t.Fatalf("block by block:%s", d)
		}
	})
}

// What is derived is whole: every claim is in one move at most, every move has two different ends, claims in their
// order, a person and organizations that are there.
func TestFusedIsWhole(t *testing.T) {
	f := denseFuser(t)
	rapid.Check(t, func(t *rapid.T) {
		claims := drawClaims(t)
		byID := map[graph.ID]graph.Claim{}
		for _, c := range claims {
			byID[c.ID] = c
		}
		out := f.Fuse(claims, nil)
		people, organizations, used := map[graph.ID]bool{}, map[graph.ID]bool{"": true}, map[graph.ID]graph.ID{}
		for _, p := range out.People {
			people[p.ID] = true
			if p.Name == "" || p.Score < 0 || p.Score > 1 || p.Reason == "" {
				t.Fatalf("person %+v", p)
			}
			for _, c := range p.Candidates {
				if c.Person == p.ID || c.Reason == "" {
					t.Fatalf("candidate %+v of %s", c, p.ID)
				}
			}
		}
		for _, o := range out.Organizations {
			organizations[o.ID] = true
		}
		busy := map[graph.ID]bool{}
		for _, m := range out.Moves {
			busy[m.Person] = true
			switch {
			case m.From == m.To:
				t.Fatalf("move from and to %s: %s", m.From, tellClaims(m, byID))
			case !people[m.Person]:
				t.Fatalf("move of nobody: %+v", m)
			case !organizations[m.From] || !organizations[m.To]:
				t.Fatalf("move at an organization that is not there: %+v", m)
			case m.Confidence < 0 || m.Confidence > 1 || len(m.Claims) == 0 || m.Publishers < 1 || m.Publishers > len(m.Claims):
				t.Fatalf("move %+v", m)
			case !slices.IsSorted(m.Words) || len(slices.Compact(slices.Clone(m.Words))) != len(m.Words):
				t.Fatalf("words %q", m.Words)
			}
			if !slices.IsSortedFunc(m.Claims, func(a, b graph.ID) int { return byReported(byID[a], byID[b]) }) {
				t.Fatalf("claims not by report: %s", tellClaims(m, byID))
			}
			for _, c := range m.Claims {
				if other, ok := used[c]; ok {
					t.Fatalf("claim %s is in moves %s and %s", c, other, m.ID)
				}
				used[c] = m.ID
			}
			for _, x := range m.Mentions {
				if !organizations[x.Organization] || x.Claims < 1 || x.Name == "" {
					t.Fatalf("mention %+v", x)
				}
			}
		}
		if len(busy) != len(people) {
			t.Fatalf("%d people, %d of them with moves", len(people), len(busy))
		}
	})
}

func tellClaims(m graph.Move, claims map[graph.ID]graph.Claim) (s string) {
	for _, id := range m.Claims {
		c := claims[id]
		s += fmt.Sprintf("\n\t%s: %q → %q, %s, reported %s, %s %.2f", c.Person, c.From, c.To, c.Date, c.Reported, c.Status, c.Confidence)
	}
	return s
}

// A claim that is rejected counts as if it were not there.
func TestFuseWithoutRejected(t *testing.T) {
	f := denseFuser(t)
	rapid.Check(t, func(t *rapid.T) {
		claims := drawClaims(t)
		if len(claims) == 0 {
			return
		}
		i := rapid.IntRange(0, len(claims)-1).Draw(t, "rejected")
		j := graph.Judgement{ID: "jdg_a", Kind: graph.JudgeReject, Blocks: []graph.ID{claims[i].Block}, Claims: []graph.ID{claims[i].ID}}
		rest := slices.Delete(slices.Clone(claims), i, i+1)
		got, want := f.Fuse(claims, []graph.Judgement{j}), f.Fuse(rest, nil)
		if d := difference(got, want); d != "" {
			t.Fatalf("rejecting %d:%s", i, d)
		}
	})
}
