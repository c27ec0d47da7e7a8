package gql

import (
	"fmt"
	"testing"
	"time"
)

// TestKeptAnswersAreBounded: those not asked for longest make room, and one too large is not kept at all.
func TestKeptAnswersAreBounded(t *testing.T) {
	k := newKeptAnswers(10 * (1000 + keptOverhead))
	q := func(i int) question { return questionOf(false, fmt.Append(nil, i)) }
	has := func(i int) bool { body, _, _ := k.get(q(i)); return body != nil }
	for i := range 25 {
		k.put(q(i), make([]byte, 1000), false, point{Commits: 1})
		has(0) // is asked for again and again
		if k.used > k.room || len(k.by) != k.recent.Len() || len(k.by) > 10 {
			t.Fatalf("%d bytes used of %d, %d answers", k.used, k.room, len(k.by))
		}
	}
	if !has(0) || has(1) || has(15) || !has(16) || !has(24) {
		t.Errorf("kept: 0 %v, 1 %v, 15 %v, 16 %v, 24 %v", has(0), has(1), has(15), has(16), has(24))
	}
	k.put(q(24), make([]byte, 5000), false, point{Commits: 1})
	if has(24) {
		t.Error("an answer that takes half of the room is kept")
	}
	k.put(q(30), []byte("{}"), true, point{})
	at := time.Unix(1, 0)
	k.moved(point{Commits: 1, At: &at})
	if has(0) || !has(30) || len(k.by) != 1 || k.used != 2+keptOverhead {
		t.Errorf("after the record went on: %d answers, %d bytes", len(k.by), k.used)
	}
	if q := questionOf(true, []byte("x")); q == questionOf(false, []byte("x")) {
		t.Error("a body and a URL ask the same")
	}
}
