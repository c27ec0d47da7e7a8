package extract

import (
	"context"
	"slices"
	"strings"
	"testing"

	"talentgraph/graph"
)

// told is the moves that an article tells, sorted: "person: from > to", with the status behind it where it is one of those to show.
func told(t *testing.T, x *Extractor, a Article, shown ...graph.Status) []string {
	t.Helper()
	r, err := x.Extract(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, m := range r.Moves {
		s := m.Person + ": " + m.From + " > " + m.To
		if slices.Contains(shown, m.Status) {
			s += " (" + strings.ToLower(string(m.Status)) + ")"
		}
		list = append(list, s)
	}
	slices.Sort(list)
	return list
}
