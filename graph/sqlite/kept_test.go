package sqlite

import (
	"testing"

	"pgregory.net/rapid"
)

// TestKept: what is kept is what was put last of the state that is asked for, never of another; and it is bounded.
func TestKept(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := kept[int, int]{most: 8}
		version, state := int64(1), map[int]int{}
		for range rapid.IntRange(1, 60).Draw(t, "steps") {
			key := rapid.IntRange(0, 20).Draw(t, "key")
			switch rapid.IntRange(0, 5).Draw(t, "step") {
			case 0:
				version++
				clear(state)
			case 1:
				k.put(version-1, map[int]int{key: -1}) // by who read before the last commit
			case 2:
				k.clear()
			default:
				state[key] = rapid.Int().Draw(t, "value")
				k.put(version, map[int]int{key: state[key]})
			}
			got := map[int]int{}
			others := k.get(version, []int{key, key + 1}, func(key, v int) { got[key] = v })
			if len(others)+len(got) != 2 {
				t.Fatalf("%v and %v of two keys", got, others)
			}
			for key, v := range got {
				if want, ok := state[key]; !ok && version > 1 && v == -1 || ok && v != want {
					t.Fatalf("%d is %d, want %d (%t)", key, v, want, ok)
				}
			}
			if n := len(k.recent) + len(k.past); n > k.most {
				t.Fatalf("%d are kept", n)
			}
			if len(k.get(version+1, []int{key}, func(int, int) { t.Fatal("of a later state") })) != 1 {
				t.Fatal("a key is missing")
			}
		}
	})
}
