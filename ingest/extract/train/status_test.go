package main

import (
	"fmt"
	"testing"

	"talentgraph/ingest/extract"
	"talentgraph/ingest/extract/eval"
	"talentgraph/ingest/extract/rank"
)

// TestFitStatus: wording that no rule knows as a denial is learnt as one where the gold says so, and holds for whoever is named.
func TestFitStatus(t *testing.T) {
	x, err := extract.New(extract.WithModel(nil))
	if err != nil {
		t.Fatal(err)
	}
	tell := func(k int, person, org, status string) *article {
		end := map[string]string{"denied": "Both sides poured cold water on it.", "completed": "Both sides raised a glass to it."}[status]
		a := &article{Gold: eval.Gold{ID: fmt.Sprint(status, k), Lang: "en", Text: person + " has joined " + org + ". " + end}, group: "lesson-plain"}
		a.Moves = []eval.GoldMove{{Person: person, To: org, Status: status}}
		if err := a.read(x, nil); err != nil {
			t.Fatal(err)
		}
		if l := a.told(); len(l) != 1 || l[0].status != status {
			t.Fatalf("%s: %d moves told", a.ID, len(l))
		}
		return a
	}
	var arts []*article
	for k, p := range []string{"Anna Smith", "Bob Jones", "Clara Miller", "David Brown", "Emma Wilson", "Frank Taylor"} {
		for _, status := range []string{"denied", "completed"} {
			arts = append(arts, tell(k, p, []string{"Barclays", "Nestlé", "Siemens"}[k%3], status))
		}
	}
	m := &rank.Model{}
	fitStatus(arts, m)
	for _, status := range []string{"denied", "completed"} {
		l := tell(99, "Grace Evans", "Novartis", status).told()
		doubt, time := m.Words[rank.HeadDoubt].Score(&l[0].Mentions), m.Words[rank.HeadTime].Score(&l[0].Mentions)
		if (doubt[0] > time[1]) != (status == "denied") {
			t.Errorf("%s: log odds of denied %.2f, of completed %.2f", status, doubt[0], time[1])
		}
	}
}
