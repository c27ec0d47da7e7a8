package sqlite

import "math/bits"

// What is counted of a million moves is counted in tables without pointers, which are as long as they will have to be as soon as
// that can be told.

// share tells how much of the facts has been looked at, for those who count in them.
type share struct{ done, all int64 }

// room is how long a table should be that has so many numbers by now.
func (s *share) room(used int) int {
	least := used + used/2
	if s != nil && s.done > 0 {
		least = max(least, int(float64(used)*float64(s.all)/float64(s.done)))
	}
	return max(1<<10, least+least/4)
}

// full reports whether a table needs more room.
func full(used, room int) bool { return used >= room-room/8 }

// slot is where in a table of numbers, 0 for a free place, one stands or would.
func slot(keys []uint64, n uint64) int {
	first, _ := bits.Mul64(n*0x9e3779b97f4a7c15, uint64(len(keys)))
	i := int(first)
	for keys[i] != 0 && keys[i] != n {
		if i++; i == len(keys) {
			i = 0
		}
	}
	return i
}

// counter counts numbers: in a list where there can be only few, else in a table.
type counter struct {
	few    []int32
	keys   []uint64 // each and one, 0 for a free place
	counts []int32
	used   int
	share  *share
}

// newCounter counts numbers of so many bits, 63 at most.
func newCounter(width int, of *share) *counter {
	const narrow = 14
	if width <= narrow {
		return &counter{few: make([]int32, 1<<width)}
	}
	return &counter{share: of}
}

func (c *counter) add(n uint64) {
	if c.few != nil {
		c.few[n]++
		return
	}
	if full(c.used, len(c.keys)) {
		old := *c
		room := c.share.room(c.used)
		c.keys, c.counts = make([]uint64, room), make([]int32, room)
		for i, k := range old.keys {
			if k != 0 {
				at := slot(c.keys, k)
				c.keys[at], c.counts[at] = k, old.counts[i]
			}
		}
	}
	i := slot(c.keys, n+1)
	if c.keys[i] == 0 {
		c.keys[i] = n + 1
		c.used++
	}
	c.counts[i]++
}

// all gives each number that was counted, with how often, to yield.
func (c *counter) all(yield func(n uint64, count int) bool) {
	for n, count := range c.few {
		if count > 0 && !yield(uint64(n), int(count)) {
			return
		}
	}
	for i, k := range c.keys {
		if k != 0 && !yield(k-1, int(c.counts[i])) {
			return
		}
	}
}

// crowd tells which numbers it has met, and how many.
type crowd struct {
	keys  []uint64 // 0 for a free place
	zero  bool     // 0 was met
	used  int
	share *share
}

// add reports whether a number is a new one.
func (c *crowd) add(n uint64) bool {
	if n == 0 {
		fresh := !c.zero
		c.zero = true
		return fresh
	}
	if full(c.used, len(c.keys)) {
		old := c.keys
		c.keys = make([]uint64, c.share.room(c.used))
		for _, k := range old {
			if k != 0 {
				c.keys[slot(c.keys, k)] = k
			}
		}
	}
	i := slot(c.keys, n)
	if c.keys[i] == n {
		return false
	}
	c.keys[i] = n
	c.used++
	return true
}

func (c *crowd) has(n uint64) bool {
	if n == 0 || len(c.keys) == 0 {
		return n == 0 && c.zero
	}
	return c.keys[slot(c.keys, n)] == n
}

// clear forgets all of them, but not the room that they took.
func (c *crowd) clear() {
	clear(c.keys)
	c.zero, c.used = false, 0
}

// size is how many there are.
func (c *crowd) size() int {
	if c.zero {
		return c.used + 1
	}
	return c.used
}

// members gives each of them to yield.
func (c *crowd) members(yield func(uint64) bool) {
	if c.zero && !yield(0) {
		return
	}
	for _, k := range c.keys {
		if k != 0 && !yield(k) {
			return
		}
	}
}
