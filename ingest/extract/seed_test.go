package extract

import (
	"context"
	_ "embed"
	"strings"
	"testing"

	"talentgraph/graph"
)

//go:embed testdata/seed.txt
var seedText string

func TestSeedArticle(t *testing.T) {
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	r, err := x.Extract(context.Background(), Article{Text: seedText, Published: graph.Date{Year: 2025, Month: 7, Day: 20}})
	if err != nil {
		t.Fatal(err)
	}
	if r.Language != "fr" || len(r.Moves) != 1 {
		t.Fatalf("language %q, moves %+v: want fr and one move", r.Language, r.Moves)
	}
	m := r.Moves[0]
	if m.Person != "Ruoming Pang" || m.From != "Apple" || m.To != "Meta" || m.Status != graph.Completed || !strings.Contains(m.RoleFrom, "chef de l’IA") {
		t.Errorf("move %+v", m)
	}
	if string([]rune(seedText)[m.Start:m.End]) != m.Quote || !strings.Contains(m.Quote, "Ruoming Pang, est l’une des dernières recrues") {
		t.Errorf("quote %q at %d to %d", m.Quote, m.Start, m.End)
	}
}
