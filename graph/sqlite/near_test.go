package sqlite

import (
	"context"
	"maps"
	"reflect"
	"slices"
	"testing"
	"time"

	"talentgraph/graph"
)

// TestNear: what is asked for after moves is found where these were read, and where it stands elsewhere by then, it is found all the same.
func TestNear(t *testing.T) {
	s := openTest(t, "")
	ctx := context.Background()
	if err := newWorld(s, 0).batch(ctx, 200); err != nil {
		t.Fatal(err)
	}
	pages, err := s.Moves(ctx, graph.MoveQuery{Limit: 50})
	if err != nil {
		t.Fatal(err)
	}
	var people, claims []graph.ID
	for _, m := range pages[""] {
		people, claims = append(people, m.Person), append(claims, m.Claims[:min(nearClaims, len(m.Claims))]...)
	}
	slices.Sort(people)
	people = slices.Compact(people)
	slices.Sort(claims)
	claims = slices.Compact(claims)
	read := func() (map[graph.ID]graph.Person, map[graph.ID][]graph.Claim) {
		t.Helper()
		p, err := s.People(ctx, people, time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		c, err := s.Claims(ctx, graph.ClaimQuery{Of: claims})
		if err != nil {
			t.Fatal(err)
		}
		return p, c
	}
	known := 0
	for _, id := range slices.Concat(people, claims) {
		if s.readers.near.get(id) > 0 {
			known++
		}
	}
	if all := len(people) + len(claims); known < all*9/10 || all < 50 {
		t.Errorf("the places of %d of %d are known", known, all)
	}
	wantPeople, wantClaims := read()
	if len(wantPeople) != len(people) || len(wantClaims) != len(claims) {
		t.Fatalf("%d people of %d, %d claims of %d", len(wantPeople), len(people), len(wantClaims), len(claims))
	}
	ids := slices.Collect(maps.Keys(wantClaims))
	for i, id := range slices.Concat(people, claims) {
		s.readers.near.put(id, []int64{1 << 50, s.readers.near.get(ids[i%len(ids)]), 0}[i%3])
	}
	if gotPeople, gotClaims := read(); !reflect.DeepEqual(gotPeople, wantPeople) || !reflect.DeepEqual(gotClaims, wantClaims) {
		t.Error("wrong places change what is found")
	}
}
