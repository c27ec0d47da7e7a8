package sqlite

import (
	"errors"
	"slices"

	"talentgraph/graph"
)

// named is how people or organizations are listed by name.
type named[T any] struct {
	kind  int
	read  func([]graph.ID) (map[graph.ID]T, error) // those with these IDs at the time
	place func(T) graph.NamePosition
	pass  func(T) bool
	in    func(graph.ID) bool // false for what does not pass, without reading it; nil where that is not known
	// The lists of the moves of one; nil where stands is.
	moves  func(T) ([]list, error)
	stands *stands // what the list has has to stand for; nil for no such condition
}

// listRead bounds how many names are looked at for one read of what they name.
const listRead = 256

// among lists those of some IDs that pass, in order.
func (x named[T]) among(ids []graph.ID, order graph.NameOrder, after *graph.NamePosition, limit int) ([]T, int, error) {
	var list []T
	for part := range slices.Chunk(ids, 4*listRead) {
		found, err := x.read(part)
		if err != nil {
			return nil, 0, err
		}
		for _, v := range found {
			if x.pass(v) {
				list = append(list, v)
			}
		}
	}
	page, total := graph.Listed(list, x.place, order, after, limit)
	return page, total, nil
}

// placesUpSQL and placesDownSQL are the places of a kind from one on, all versions of them.
const (
	placesUpSQL = `SELECT key, id, since, until FROM name WHERE kind = ? AND (key, id, name, since) > (?, ?, ?, ?)
		ORDER BY key, id, name, since LIMIT ?`
	placesDownSQL = `SELECT key, id, since, until FROM name WHERE kind = ? AND (key, id, name, since) < (?, ?, ?, ?)
		ORDER BY key DESC, id DESC, name DESC, since DESC LIMIT ?`
)

// all goes through all places in order.
func (x named[T]) all(s session, down bool, after *graph.NamePosition, limit int, at int64) ([]T, error) {
	beyond := []byte{} // it comes after every text
	sql, from := placesUpSQL, []any{"", beyond, "", 0}
	switch {
	case down && after == nil:
		sql, from = placesDownSQL, []any{beyond, "", "", 0}
	case down:
		sql, from = placesDownSQL, []any{after.Key, after.ID, "", 0}
	case after != nil:
		from = []any{after.Key, after.ID, beyond, 0}
	}
	var list []T
	read := min(listRead, 16+min(limit, listRead)) // at once: most have one version
	for len(list) < limit {
		if err := s.ctx.Err(); err != nil {
			return nil, err
		}
		r := s.long(sql, append(append([]any{personPlace + x.kind}, from...), read)...)
		defer r.close()
		var keys []graph.NamePosition
		n := 0
		for r.next() {
			n++
			p := graph.NamePosition{Key: r.text(0), ID: graph.ID(r.text(1))}
			from = []any{p.Key, p.ID, "", r.int(2)}
			if p.Key != "" && (version{since: r.int(2), until: r.int(3)}).holds(at) && (x.in == nil || x.in(p.ID)) {
				keys = append(keys, p)
			}
		}
		if err := r.close(); err != nil {
			return nil, err
		}
		if n == 0 {
			break
		}
		ids := make([]graph.ID, len(keys))
		for i, k := range keys {
			ids[i] = k.ID
		}
		found, err := x.read(slices.Compact(slices.Sorted(slices.Values(ids))))
		if err != nil {
			return nil, err
		}
		for _, k := range keys {
			v, ok := found[k.ID]
			if len(list) == limit || !ok || x.place(v) != k || !x.pass(v) {
				continue
			}
			if ok, err := x.isListed(v); err != nil {
				return nil, err
			} else if ok {
				list = append(list, v)
			}
		}
		if n < read {
			break
		}
	}
	return list, nil
}

func (x named[T]) isListed(v T) (bool, error) {
	if x.stands == nil {
		return true, nil
	}
	lists, err := x.moves(v)
	if err != nil {
		return false, err
	}
	return x.stands.any(lists...)
}

// withWords are the IDs of those of a kind that have a name with a word.
func (s session) withWords(kind int, word string, at int64) ([]graph.ID, error) {
	ids := map[graph.ID]bool{}
	add := func(from string, beyond any) error {
		r := s.long(searchSQL, kind, from, beyond)
		defer r.close()
		for r.next() {
			if (version{since: r.int(3), until: r.int(4)}).holds(at) {
				ids[graph.ID(r.text(1))] = true
			}
		}
		return r.close()
	}
	if err := add(word, word+"\x00"); err != nil { // a name of this word alone
		return nil, err
	}
	if err := add(word+" ", beyond(word+" ")); err != nil {
		return nil, err
	}
	return sortedIDs(ids), nil
}

func sortedIDs(ids map[graph.ID]bool) []graph.ID {
	list := make([]graph.ID, 0, len(ids))
	for id := range ids {
		list = append(list, id)
	}
	slices.Sort(list)
	return list
}

// candidates are the IDs among which all that pass are, where a filter names some: by themselves, by moves or by words.
func (s session) candidates(kind int, ids []graph.ID, moves *graph.MoveFilter, words []string, at int64, of func(*graph.Move, func(graph.ID))) ([]graph.ID, bool, error) {
	var sets []map[graph.ID]bool
	if len(ids) > 0 {
		sets = append(sets, wanted(ids))
	}
	if moves != nil {
		made := map[graph.ID]bool{}
		f := newFilter(*moves)
		lists, err := s.listsOf(f)
		if err != nil {
			return nil, false, err
		}
		if err := s.each(lists, f, at, func(m graph.Move) { of(&m, mark(made)) }); err != nil {
			return nil, false, err
		}
		sets = append(sets, made)
	}
	if len(words) > 0 && len(sets) == 0 {
		longest := slices.MaxFunc(words, func(a, b string) int { return len(a) - len(b) })
		found, err := s.withWords(kind, longest, at)
		return found, true, err
	}
	if len(sets) == 0 {
		return nil, false, nil
	}
	if len(sets) == 2 {
		for id := range sets[0] {
			if !sets[1][id] {
				delete(sets[0], id)
			}
		}
	}
	return sortedIDs(sets[0]), true, nil
}

func mark(ids map[graph.ID]bool) func(graph.ID) {
	return func(id graph.ID) {
		if id != "" {
			ids[id] = true
		}
	}
}

const (
	countUnplacedSQL = "SELECT count(*) FROM name WHERE kind = ? AND key = '' AND since <= ? AND (until > ? OR until IS NULL)"
	unplacedSQL      = "SELECT id, since, until FROM name WHERE kind = ? AND key = ''"
	allPlacesSQL     = "SELECT id, since, until FROM name WHERE kind = ? AND key > ''"
)

// length is how many people or organizations are in the list of all.
func (s session) length(kind int, at int64) (int, error) {
	x, err := s.stateAt(at)
	if err != nil {
		return 0, err
	}
	n := x.people
	if kind == organizationName {
		n = x.organizations
	}
	if at == 0 {
		at = forever
	}
	r := s.short(countUnplacedSQL, personPlace+kind, at, at)
	defer r.close()
	if r.next() {
		n -= r.int(0)
	}
	return int(n), r.close()
}

// placesIn is how many places of a kind have an ID that is in.
func (s session) placesIn(sql string, kind int, in func(graph.ID) bool, at int64) (int, error) {
	n := 0
	r := s.long(sql, personPlace+kind)
	defer r.close()
	for r.next() {
		if (version{since: r.int(1), until: r.int(2)}).holds(at) && in(graph.ID(r.text(0))) {
			n++
		}
	}
	return n, r.close()
}

// list is a page, and the length of the whole list, which total tells where it is asked for.
func (x named[T]) list(s session, ids []graph.ID, some bool, order graph.NameOrder, after *graph.NamePosition, limit int, total func() (int, error), at int64) ([]T, int, error) {
	if some {
		if x.in != nil {
			ids = slices.DeleteFunc(ids, func(id graph.ID) bool { return !x.in(id) })
		}
		list, n, err := x.among(ids, order, after, limit)
		if total == nil {
			n = 0
		}
		return list, n, err
	}
	list, err := x.all(s, order == graph.NameDown, after, limit, at)
	if err != nil || total == nil {
		return list, 0, err
	}
	n, err := total()
	return list, n, err
}

// walked lists by walking through all of the list what stands for moves; false where that is not the way.
func (x named[T]) walked(s session, w walks, moves *graph.MoveFilter, down bool, after *graph.NamePosition, limit int, at int64) ([]T, bool, error) {
	var err error
	if x.stands, err = s.mayStand(moves, at, w); err != nil || x.stands == nil {
		return nil, false, err
	}
	list, err := x.all(s, down, after, limit, at)
	if errors.Is(err, errTooFar) {
		return nil, false, nil
	}
	return list, err == nil, err
}
