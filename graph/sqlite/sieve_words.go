package sqlite

import (
	"slices"

	"talentgraph/graph"
)

// addWords looks at the words of those moves that may have them all.
func (v *survey) addWords(x *sieve, f *filter) error {
	if len(f.Words) == 0 {
		return nil
	}
	words := slices.Compact(slices.Sorted(slices.Values(f.Words)))
	bits := uint64(signature(words))
	x.where(func(n uint64) bool { return n&bits == bits }, factWords)
	x.add(func(c *chunk, some []int) ([]int, error) {
		kept := make([]int, 0, len(some))
		keep := func(i int) { kept = append(kept, i) }
		if v.at == 0 {
			return kept, v.withWords(c, some, words, keep)
		}
		err := v.moves(c, some, func(i int, m *graph.Move) error {
			if !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(m.Words, w) }) {
				keep(i)
			}
			return nil
		})
		return kept, err
	}, factItem)
	return nil
}

// addRole looks at each pair of roles once.
func (v *survey) addRole(x *sieve, words []string) {
	type pair struct{ from, to uint64 }
	has := map[pair]bool{}
	x.add(func(c *chunk, some []int) ([]int, error) {
		of := func(i int) pair { return pair{c.columns[factRoleFrom][i], c.columns[factRoleTo][i]} }
		var ask []int
		for _, i := range some {
			if _, ok := has[of(i)]; !ok {
				has[of(i)] = false
				ask = append(ask, i)
			}
		}
		err := v.moves(c, ask, func(i int, m *graph.Move) error {
			in := m.RoleWords()
			has[of(i)] = !slices.ContainsFunc(words, func(w string) bool {
				_, ok := slices.BinarySearch(in, w)
				return !ok
			})
			return nil
		})
		return slices.DeleteFunc(some, func(i int) bool { return !has[of(i)] }), err
	}, factRoleFrom, factRoleTo, factItem)
}

// withWords gives those current moves of some that have all of some words to yield. It reads no more of them than it takes, where the
// engine has it.
func (v *survey) withWords(c *chunk, some []int, words []string, yield func(i int)) error {
	const most = 1000 // read at once
	for part := range slices.Chunk(some, most) {
		list := make([]int64, len(part))
		for k, i := range part {
			list[k] = int64(c.columns[factItem][i])
		}
		r := v.long(currentByReferenceSQL, jsonNumbers(list))
		defer r.close()
		for k := 0; r.next(); k++ {
			for k < len(part) && list[k] != r.int(0) {
				k++
			}
			d := decode(r.view(3))
			has := d.moveWords(words)
			if err := d.err(); err != nil {
				return err
			}
			if has && k < len(part) {
				yield(part[k])
			}
		}
		if err := r.close(); err != nil {
			return err
		}
	}
	return nil
}

// moveWords reports whether a move has all of some words, each of which is there once.
func (d *decoder) moveWords(words []string) bool {
	for range 4 { // the move, its person and its ends
		d.skipID()
	}
	d.date()
	for _, list := range [...][]string{statusWords, familyWords, seniorityWords} {
		d.word(list)
	}
	d.bool()
	d.float()
	missing, last := len(words), ""
	for range d.length() {
		w := d.text()
		if w != last && slices.Contains(words, w) { // they are sorted
			missing--
		}
		last = w
	}
	return missing <= 0
}

func (d *decoder) skipID() {
	switch code := d.byte(); {
	case code == plainID:
		d.text()
	case code != 0:
		d.take(packedLength)
	}
}
