package extract

import (
	"context"
	"slices"
	"strings"
	"testing"

	"talentgraph/graph"
)

// toldCase is a text and the moves that it tells, as told has them.
type toldCase struct {
	text string
	want []string
}

// checkTold reads each text as an article otherwise like a given one.
func checkTold(t *testing.T, like Article, cases []toldCase, shown ...graph.Status) {
	t.Helper()
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		like.Text = c.text
		if got := told(t, x, like, shown...); !slices.Equal(got, c.want) {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

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
