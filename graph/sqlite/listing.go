package sqlite

import (
	"bytes"
	"cmp"
	"slices"

	"talentgraph/graph"
)

// list names one list of moves: in the table listing, or a person's, which is so short that it is sorted when it is read.
type list struct {
	side, list int64
	personal   bool
	person     graph.ID
}

// entry is a move's place in a list.
type entry struct {
	day int64
	id  []byte
	r   int64
}

func (e entry) compare(f entry) int {
	return cmp.Or(cmp.Compare(e.day, f.day), bytes.Compare(e.id, f.id))
}

// entriesSQL is the query for some entries of a list: newest or oldest first, current ones or as known at a time (given
// twice), all or those whose flags have some bits.
func entriesSQL(oldest, then, some bool) string {
	sql := "SELECT day, id, r FROM listing WHERE side = ? AND list = ? AND "
	if oldest {
		sql += "(day, id) < (?, ?) AND day >= ?"
	} else {
		sql += "(day, id) > (?, ?) AND day <= ?"
	}
	if then {
		sql += " AND since <= ? AND (until IS NULL OR until > ?)"
	} else {
		sql += " AND until IS NULL"
	}
	if some {
		sql += " AND flags & ? = ?"
	}
	if oldest {
		return sql + " ORDER BY day DESC, id DESC LIMIT ?"
	}
	return sql + " ORDER BY day, id LIMIT ?"
}

const (
	itemsByReferenceSQL   = "SELECT " + itemColumns + " FROM json_each(?) j CROSS JOIN item ON r = j.value"
	currentByReferenceSQL = "SELECT r, kind, since, body FROM json_each(?) j CROSS JOIN item ON r = j.value WHERE until IS NULL"
)

// signature is some bits of a number for words: what has all of the words has all of their bits, and few others have.
func signature(words []string) int64 {
	var bits int64
	for _, w := range words {
		h := hash(hashStart, w)
		h ^= h >> 32
		bits |= 1<<(flagBits+h%61) | 1<<(flagBits+h/61%61)
	}
	return bits
}

// walk goes through lists in order, as known at a time (0 is now), between two days.
type walk struct {
	session
	at      int64
	oldest  bool
	last    int64 // the last day, in the order of the walk
	words   int64 // the signature of the words that the filter asks for
	streams []*stream
	given   entry // what next gave last; no id before the first
}

// stream is one list of a walk, read ahead.
type stream struct {
	list
	ahead []entry
	from  entry // what was read last
	end   bool
}

func (s session) walk(lists []list, f *filter, order graph.MoveOrder, after *graph.MovePosition, at int64) *walk {
	first, last := f.days()
	w := &walk{session: s, at: at, oldest: order == graph.OldestFirst, last: last}
	for g := f; g != nil; g = g.also {
		w.words |= signature(g.Words)
	}
	start := entry{day: first, id: []byte{}}
	if w.oldest {
		start, w.last = entry{day: last + 1, id: []byte{}}, first
	}
	if after != nil {
		p := entry{day: -number(after.Date), id: rank(after.ID)}
		if c := p.compare(start); c > 0 != w.oldest && c != 0 {
			start = p
		}
	}
	for _, l := range lists {
		w.streams = append(w.streams, &stream{list: l, from: start})
	}
	return w
}

// fill reads at most n entries ahead.
func (w *walk) fill(s *stream, n int) error {
	if s.personal {
		s.end = true
		return w.fillPersonal(s)
	}
	args := []any{s.side, s.list.list, s.from.day, s.from.id, w.last}
	if w.at != 0 {
		args = append(args, w.at, w.at)
	}
	some := w.words != 0 && s.side == allSide
	if some {
		args = append(args, w.words, w.words)
	}
	r := w.long(entriesSQL(w.oldest, w.at != 0, some), append(args, n)...)
	defer r.close()
	s.ahead = s.ahead[:0]
	for r.next() {
		s.ahead = append(s.ahead, entry{r.int(0), r.blob(1), r.int(2)})
	}
	if len(s.ahead) > 0 {
		s.from = s.ahead[len(s.ahead)-1]
	}
	s.end = len(s.ahead) < n
	return r.close()
}

// fillPersonal reads all moves of a person.
func (w *walk) fillPersonal(s *stream) error {
	r := w.short(itemsByKeySQL, movesKey(s.person))
	defer r.close()
	for r.next() {
		i := r.item()
		v, ok, err := w.versionAt(i, w.at)
		if err != nil {
			return err
		}
		if !ok || i.kind != moveKind {
			continue
		}
		d := decode(v.body)
		id, person := d.id(), d.id()
		d.id()
		d.id()
		e := entry{-number(d.date()), rank(id), i.r}
		if err := d.err(); err != nil {
			return err
		}
		c, last := e.compare(s.from), cmp.Compare(e.day, w.last)
		if person == s.person && c != 0 && c > 0 != w.oldest && (last == 0 || last < 0 != w.oldest) {
			s.ahead = append(s.ahead, e)
		}
	}
	slices.SortFunc(s.ahead, func(a, b entry) int {
		if w.oldest {
			a, b = b, a
		}
		return a.compare(b)
	})
	return r.close()
}

// next is the next entries of all lists together, each move once, at most n; none at the end.
func (w *walk) next(n int) ([]entry, error) {
	var out []entry
	for len(out) < n {
		var best *stream
		for _, s := range w.streams {
			if len(s.ahead) == 0 && !s.end {
				if err := w.fill(s, n); err != nil {
					return nil, err
				}
			}
			if len(s.ahead) > 0 && (best == nil || s.ahead[0].compare(best.ahead[0]) < 0 != w.oldest) {
				best = s
			}
		}
		if best == nil {
			break
		}
		e := best.ahead[0]
		best.ahead = best.ahead[1:]
		if w.given.id == nil || w.given.compare(e) != 0 {
			out = append(out, e)
			w.given = e
		}
	}
	return out, nil
}

// moves gives the moves at some entries that pass the filter to yield, in order, until it returns false.
func (s session) moves(entries []entry, f *filter, at int64, yield func(graph.Move) bool) error {
	if len(entries) == 0 {
		return nil
	}
	list := make([]int64, len(entries))
	for i, e := range entries {
		list[i] = e.r
	}
	r := s.itemsAt(list, at)
	defer r.close()
	for r.next() {
		i := r.item()
		m, ok, err := s.passing(i, f, at)
		if err != nil {
			return err
		}
		if ok && !yield(m) {
			break
		}
	}
	return r.close()
}

// itemsAt is items by where they stand, in that order, with what it takes to tell what they were at a time.
func (s session) itemsAt(list []int64, at int64) itemRows {
	if at == 0 {
		return itemRows{s.long(currentByReferenceSQL, jsonNumbers(list)), true}
	}
	return itemRows{s.long(itemsByReferenceSQL, jsonNumbers(list)), false}
}

// passing is the move that an item was at a time, if it passes the filter.
func (s session) passing(i item, f *filter, at int64) (graph.Move, bool, error) {
	if !i.holds(at) {
		m, ok, err := s.moveAt(i, at)
		return m, ok && f.passes(&m), err
	}
	d := decode(i.body)
	var x whereabouts
	if at == 0 && s.near != nil && !f.heads {
		d.where = &x
	}
	m := readMoveHead(&d)
	if d.torn || !f.passesHead(&m) {
		return m, false, d.err()
	}
	if f.heads && !f.whole() {
		return m, true, nil
	}
	err := readMoveRest(&d, &m, i.version, nil)
	ok := err == nil && f.passesRest(&m)
	if ok && d.where != nil {
		s.near.remember(&m, i.r, &x)
		if s.blocks != nil {
			s.blocks[i.r>>blockShift] = m.Block
		}
	}
	return m, ok, err
}

const allMovesSQL = "SELECT r, kind, since, body FROM item WHERE kind = 3 AND until IS NULL"

// eachItem is each for all current moves, in the order in which they lie on the disk.
func (s session) eachItem(f *filter, yield func(graph.Move)) error {
	r := itemRows{s.long(allMovesSQL), true}
	defer r.close()
	for r.next() {
		m, ok, err := s.passing(r.item(), f, 0)
		if err != nil {
			return err
		}
		if ok {
			yield(m)
		}
	}
	return r.close()
}

// each gives every move in any of the lists that passes the filter to yield, in no order, each once.
func (s session) each(lists []list, f *filter, at int64, yield func(graph.Move)) error {
	const some = 1000
	if len(lists) == 1 && lists[0] == (list{side: allSide}) && at == 0 && f.anytime() && len(f.Words) == 0 {
		return s.eachItem(f, yield)
	}
	met := map[int64]bool{}
	for _, l := range lists {
		w := s.walk([]list{l}, f, graph.NewestFirst, nil, at)
		for {
			entries, err := w.next(some)
			if err != nil {
				return err
			}
			if len(entries) == 0 {
				break
			}
			if len(lists) > 1 {
				fresh := entries[:0]
				for _, e := range entries {
					if !met[e.r] {
						met[e.r] = true
						fresh = append(fresh, e)
					}
				}
				entries = fresh
			}
			if err := s.moves(entries, f, at, func(m graph.Move) bool { yield(m); return true }); err != nil {
				return err
			}
		}
	}
	return nil
}
