package sqlite

import (
	"maps"
	"testing"

	"pgregory.net/rapid"
)

// A counter and a crowd are what maps are, whatever they are told of how much is still to come.
func TestCounters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(1, 63).Draw(t, "width")
		numbers := rapid.SliceOfN(rapid.Uint64Range(0, 1<<width-1), 0, 5000).Draw(t, "numbers")
		again := rapid.IntRange(1, 3).Draw(t, "again")
		seen := &share{}
		c, all := newCounter(width, seen), &crowd{share: seen}
		want := map[uint64]int{}
		for range again {
			for i, n := range numbers {
				if rapid.Bool().Draw(t, "told") {
					*seen = share{done: int64(rapid.IntRange(0, i+1).Draw(t, "done")), all: int64(len(numbers) * again)}
				}
				c.add(n)
				if fresh := all.add(n); fresh != (want[n] == 0) {
					t.Fatalf("%d is new: %t", n, fresh)
				}
				want[n]++
			}
		}
		got, members := map[uint64]int{}, map[uint64]int{}
		for n, count := range c.all {
			got[n] += count
		}
		for n := range all.members {
			members[n] = want[n]
			if !all.has(n) {
				t.Fatalf("%d is not in", n)
			}
		}
		if !maps.Equal(got, want) || !maps.Equal(members, want) || all.size() != len(want) {
			t.Fatalf("counted %v and met %v, want %v", got, members, want)
		}
		if n := rapid.Uint64().Draw(t, "other"); all.has(n) != (want[n] > 0) {
			t.Fatalf("%d is in: %t", n, all.has(n))
		}
	})
}
