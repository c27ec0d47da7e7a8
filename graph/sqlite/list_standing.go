package sqlite

import (
	"errors"

	"talentgraph/graph"
)

// What stands for moves that pass a filter can be listed in two ways: by gathering the moves first, or by walking through the
// list and looking at the moves of each. The first takes as long as there are moves that may pass, however short the page; the
// second is fast where most pass. So where many may pass the second is tried first, for a while.
type walks struct {
	from  int64 // how many moves may pass
	looks int   // moves and things looked at before the walk is given up
}

const (
	walkFrom  = 5000
	walkLooks = 4000
)

var errTooFar = errors.New("too few of the list pass")

// stands looks for moves that pass a filter.
type stands struct {
	session
	filter *filter
	at     int64
	left   int // of looks
}

// mayStand is nil where few moves can pass the filter, or where there is none.
func (s session) mayStand(f *graph.MoveFilter, at int64, w walks) (*stands, error) {
	if f == nil {
		return nil, nil
	}
	x := &stands{s, newFilter(*f), at, w.looks}
	x.filter.heads = true
	lists, err := s.listsOf(x.filter)
	if err != nil {
		return nil, err
	}
	length := int64(0)
	for _, l := range lists {
		if l.personal { // nobody has many
			continue
		}
		r := s.short(lengthSQL, l.side, l.list, w.from)
		if r.next() {
			length += r.int(0)
		}
		if err := r.close(); err != nil {
			return nil, err
		}
		if length >= w.from {
			return x, nil
		}
	}
	return nil, nil
}

// any reports whether a move in one of the lists passes. It is errTooFar after many looks.
func (x *stands) any(lists ...list) (bool, error) {
	const some = 16
	if x.left--; len(lists) == 0 {
		return false, nil
	}
	for w := x.walk(lists, x.filter, graph.NewestFirst, nil, x.at); ; {
		if x.left <= 0 {
			return false, errTooFar
		}
		entries, err := w.next(some)
		if err != nil || len(entries) == 0 {
			return false, err
		}
		x.left -= len(entries)
		found := false
		err = x.moves(entries, x.filter, x.at, func(graph.Move) bool {
			found = true
			return false
		})
		if err != nil || found {
			return found, err
		}
	}
}
