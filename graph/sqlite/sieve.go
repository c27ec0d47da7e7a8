package sqlite

import (
	"slices"
)

// sieve is a filter as it is applied to facts.
type sieve struct {
	columns columnSet // that it looks at
	steps   []step
}

// step leaves, of some places in a chunk, those that pass. It may overwrite them.
type step func(c *chunk, some []int) ([]int, error)

// keep is what passes all steps.
func (x *sieve) keep(c *chunk, some []int) ([]int, error) {
	var err error
	for _, s := range x.steps {
		if len(some) == 0 {
			break
		}
		if some, err = s(c, some); err != nil {
			return nil, err
		}
	}
	return some, nil
}

func (x *sieve) add(s step, columns ...int) {
	x.columns |= columnsOf(columns...)
	x.steps = append(x.steps, s)
}

// where lets pass what has a value in a column, or in one of two.
func (x *sieve) where(pass func(uint64) bool, columns ...int) {
	x.add(func(c *chunk, some []int) ([]int, error) {
		one, kept := c.columns[columns[0]], some[:0]
		other := c.columns[columns[len(columns)-1]]
		for _, i := range some {
			if pass(one[i]) || len(columns) > 1 && pass(other[i]) {
				kept = append(kept, i)
			}
		}
		return kept, nil
	}, columns...)
}

// stated lets pass what has a value of a column in one of its sources.
func (x *sieve) stated(pass func(uint64) bool, columns ...int) {
	column := columns[0]
	x.add(func(c *chunk, some []int) ([]int, error) {
		values, kept := c.columns[column], some[:0]
		for _, i := range some {
			if slices.ContainsFunc(values[c.starts[i]:c.starts[i+1]], pass) {
				kept = append(kept, i)
			}
		}
		return kept, nil
	}, column, factSources)
}

// each lets pass what looks right in some columns.
func (x *sieve) each(pass func(c *chunk, i int) bool, columns ...int) {
	x.add(func(c *chunk, some []int) ([]int, error) {
		return slices.DeleteFunc(some, func(i int) bool { return !pass(c, i) }), nil
	}, columns...)
}

// numberSet is some numbers to be looked for.
type numberSet map[uint64]bool

// among is quick for small numbers, of which most are.
func (v numberSet) among() func(uint64) bool {
	const small = 256
	var low [small]bool
	for n := range v {
		if n < small {
			low[n] = true
		}
	}
	return func(n uint64) bool {
		if n < small {
			return low[n]
		}
		return v[n]
	}
}

// memo remembers what was said of the number before: dates come in runs.
func memo(pass func(uint64) bool) func(uint64) bool {
	last, passed := uint64(0), pass(0)
	return func(n uint64) bool {
		if n != last {
			last, passed = n, pass(n)
		}
		return passed
	}
}

func known(n uint64) bool   { return n != 0 }
func unknown(n uint64) bool { return n == 0 }
