package sqlite

import (
	"math/bits"
	"slices"

	"talentgraph/graph"
)

// survey reads the facts of a time, some thousand at once, only in the columns that are asked for.
type survey struct {
	session
	at   int64
	size int64    // how many facts there were
	dead []uint64 // a bit for each: whether it had ended
	seen share    // by the each that runs
}

// survey is of a time; 0 is now.
func (s session) survey(at int64) (*survey, error) {
	then, err := s.stateAt(at)
	if err != nil {
		return nil, err
	}
	v := &survey{session: s, at: at, size: then.facts, dead: make([]uint64, (then.facts+63)/64)}
	bury := func(fact uint64) {
		if fact < uint64(v.size) {
			v.dead[fact/64] |= 1 << (fact % 64)
		}
	}
	r := s.long(factColumnSQL, int64(factEnd)<<columnShift, int64(factEnd)<<columnShift|then.ends)
	defer r.close()
	var ends []uint64
	for r.next() {
		if ends, err = unpackColumn(ends, r.view(1)); err != nil {
			return nil, err
		}
		left := then.ends - r.int(0)&(1<<columnShift-1)
		for _, fact := range ends[:min(left, int64(len(ends)))] {
			bury(fact)
		}
	}
	if err := r.close(); err != nil {
		return nil, err
	}
	for sql, args := range map[string][]any{recentEndsSQL: {then.ends}, voidSQL: nil} {
		r := s.long(sql, args...)
		for r.next() {
			bury(uint64(r.int(len(args)))) // the last column
		}
		if err := r.close(); err != nil {
			return nil, err
		}
	}
	return v, nil
}

// chunk is some facts that follow each other.
type chunk struct {
	base    int64 // the place of the first
	n       int
	columns [factColumns][]uint64 // those that were asked for
	starts  []int                 // where the values of each fact's sources begin, with the end of all
}

// columnSet is some columns.
type columnSet uint64

func columnsOf(columns ...int) (set columnSet) {
	for _, c := range columns {
		set |= 1 << c
	}
	return set
}

func (set columnSet) has(c int) bool { return set&(1<<c) != 0 }

// each gives all facts to do, with the places in the chunk of those that had not ended; these it may overwrite.
func (v *survey) each(set columnSet, do func(c *chunk, live []int) error) error {
	if set>>factArticle != 0 {
		set |= columnsOf(factSources)
	}
	if set == 0 {
		set = columnsOf(factInferred) // the narrowest: something has to tell how many there are
	}
	var open [factColumns]*rows
	defer func() {
		for _, r := range open {
			if r != nil {
				r.close()
			}
		}
	}()
	for s := set; s != 0; s &= s - 1 {
		c := bits.TrailingZeros64(uint64(s))
		open[c] = v.long(factColumnSQL, int64(c)<<columnShift, int64(c)<<columnShift|v.size)
	}
	var x chunk
	var live []int
	give := func() error {
		x.n = len(x.columns[bits.TrailingZeros64(uint64(set))])
		if set>>factArticle != 0 {
			x.starts = append(x.starts[:0], 0)
			for _, n := range x.columns[factSources] {
				x.starts = append(x.starts, x.starts[len(x.starts)-1]+int(n))
			}
		}
		v.seen = share{done: x.base + int64(x.n), all: v.size}
		live = live[:0]
		for i := range int(min(int64(x.n), v.size-x.base)) {
			if at := x.base + int64(i); v.dead[at/64]&(1<<(at%64)) == 0 {
				live = append(live, i)
			}
		}
		return do(&x, live)
	}
	for more := true; more; {
		if err := v.ctx.Err(); err != nil {
			return err
		}
		for c, r := range open {
			if r == nil {
				continue
			}
			if more = r.next(); !more {
				if err := r.close(); err != nil {
					return err
				}
				continue
			}
			var err error
			if x.columns[c], err = unpackColumn(x.columns[c], r.view(1)); err != nil {
				return err
			}
			x.base = r.int(0) & (1<<columnShift - 1)
		}
		if more {
			if err := give(); err != nil {
				return err
			}
		}
	}
	for c := range x.columns {
		x.columns[c] = x.columns[c][:0]
	}
	r := v.long(recentFactsSQL, v.size)
	defer r.close()
	for n := 0; r.next(); n++ {
		f, err := readFact(r.view(1))
		if err != nil {
			return err
		}
		if n == 0 {
			x.base = r.int(0)
		}
		for c := range factArticle {
			if set.has(c) {
				x.columns[c] = append(x.columns[c], f.values[c])
			}
		}
		for c := factArticle; c < factColumns; c++ {
			if !set.has(c) {
				continue
			}
			for _, s := range f.sources {
				x.columns[c] = append(x.columns[c], s[c-factArticle])
			}
		}
	}
	if err := r.close(); err != nil {
		return err
	}
	return give()
}

// moves gives the moves of some facts of a chunk to yield, in their order. The chunk has to have factItem.
func (v *survey) moves(c *chunk, some []int, yield func(i int, m *graph.Move) error) error {
	const most = 1000 // read at once
	for part := range slices.Chunk(some, most) {
		list := make([]int64, len(part))
		for k, i := range part {
			list[k] = int64(c.columns[factItem][i])
		}
		r := v.itemsAt(list, v.at)
		for k := 0; r.next(); k++ {
			i := r.item()
			for k < len(part) && list[k] != i.r {
				k++
			}
			m, ok, err := v.moveAt(i, v.at)
			if err == nil && ok && k < len(part) {
				err = yield(part[k], &m)
			}
			if err != nil {
				r.close()
				return err
			}
		}
		if err := r.close(); err != nil {
			return err
		}
	}
	return nil
}

// broad reports whether so many moves may pass a filter, all those in some lists, that their facts are looked at sooner than they
// themselves.
func (s session) broad(lists []list) (bool, error) {
	const least = 1000
	now, err := s.stateAt(0)
	if err != nil {
		return false, err
	}
	from := int64(s.store.broad)
	if from == 0 {
		from = least + now.facts/256
	}
	length := int64(0)
	for _, l := range lists {
		switch {
		case l.personal: // nobody has many
			continue
		case l.side == allSide:
			length += now.moves
		default:
			r := s.short(lengthSQL, l.side, l.list, from)
			if r.next() {
				length += r.int(0)
			}
			if err := r.close(); err != nil {
				return false, err
			}
		}
		if length >= from {
			return true, nil
		}
	}
	return false, nil
}

// broadFilter is a filter of moves that so many may pass that their facts are looked at; nil for any other.
func (s session) broadFilter(moves *graph.MoveFilter) (*filter, error) {
	if moves == nil {
		return nil, nil
	}
	f := newFilter(*moves)
	lists, err := s.listsOf(f)
	if err != nil {
		return nil, err
	}
	if broad, err := s.broad(lists); err != nil || !broad {
		return nil, err
	}
	return f, nil
}
