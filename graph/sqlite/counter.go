package sqlite

// counter counts numbers: in a list where there can be only few, else in a table without pointers.
type counter struct {
	few    []int32
	keys   []uint64 // each and one, 0 for a free place
	counts []int32
	used   int
	shift  int // of a hash, to a place
}

// newCounter counts numbers of so many bits.
func newCounter(width int) *counter {
	const narrow, first = 16, 10
	if width <= narrow {
		return &counter{few: make([]int32, 1<<width)}
	}
	return &counter{keys: make([]uint64, 1<<first), counts: make([]int32, 1<<first), shift: 64 - first}
}

// add counts a number once more and returns how often it has been counted.
func (c *counter) add(n uint64) int32 {
	if c.few != nil {
		c.few[n]++
		return c.few[n]
	}
	i := c.place(n)
	if c.keys[i] == 0 {
		if c.used*4 > len(c.keys)*3 {
			c.grow()
			i = c.place(n)
		}
		c.keys[i] = n + 1
		c.used++
	}
	c.counts[i]++
	return c.counts[i]
}

// place is where a number is, or would come.
func (c *counter) place(n uint64) int {
	i := int(n * 0x9e3779b97f4a7c15 >> c.shift)
	for c.keys[i] != 0 && c.keys[i] != n+1 {
		i = (i + 1) & (len(c.keys) - 1)
	}
	return i
}

func (c *counter) grow() {
	old := *c
	c.keys, c.counts = make([]uint64, 2*len(old.keys)), make([]int32, 2*len(old.keys))
	c.shift--
	for i, k := range old.keys {
		if k != 0 {
			at := c.place(k - 1)
			c.keys[at], c.counts[at] = k, old.counts[i]
		}
	}
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

// crowd tells how many different numbers it has met; hashes are numbers as good as any.
type crowd struct {
	keys  []uint64 // 0 for a free place
	zero  bool     // 0 was met
	used  int
	shift int
}

func newCrowd() *crowd { return &crowd{keys: make([]uint64, 1<<10), shift: 64 - 10} }

// add reports whether a number is a new one.
func (c *crowd) add(n uint64) bool {
	if n == 0 {
		fresh := !c.zero
		c.zero = true
		return fresh
	}
	i := c.place(n)
	if c.keys[i] == n {
		return false
	}
	c.keys[i] = n
	if c.used++; c.used*4 > len(c.keys)*3 {
		old := c.keys
		c.keys = make([]uint64, 2*len(old))
		c.shift--
		for _, k := range old {
			if k != 0 {
				c.keys[c.place(k)] = k
			}
		}
	}
	return true
}

func (c *crowd) has(n uint64) bool {
	if n == 0 {
		return c.zero
	}
	return c.keys[c.place(n)] == n
}

func (c *crowd) place(n uint64) int {
	i := int(n * 0x9e3779b97f4a7c15 >> c.shift)
	for c.keys[i] != 0 && c.keys[i] != n {
		i = (i + 1) & (len(c.keys) - 1)
	}
	return i
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
