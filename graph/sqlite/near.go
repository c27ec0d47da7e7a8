package sqlite

import (
	"sync"
	"sync/atomic"

	"talentgraph/graph"
)

// near remembers where the person and the claims of moves stand that were read last, since what is asked for next are mostly these:
// to look for them by their IDs would touch a page of lookup for each. What it says may be wrong; who reads there has to compare.
type near struct {
	once  sync.Once
	spots []nearSpot
}

type nearSpot struct{ key, r atomic.Int64 }

const (
	nearSpots  = 32 << 10
	nearClaims = 8 // of one move
)

func (n *near) at(key int64) *nearSpot {
	n.once.Do(func() { n.spots = make([]nearSpot, nearSpots) })
	return &n.spots[uint64(key)%nearSpots]
}

func (n *near) put(id graph.ID, r int64) {
	k := key(id)
	x := n.at(k)
	x.r.Store(r)
	x.key.Store(k)
}

// get is the item.r where an ID may stand; 0 for unknown.
func (n *near) get(id graph.ID) int64 {
	k := key(id)
	if x := n.at(k); x.key.Load() == k {
		return x.r.Load()
	}
	return 0
}

// whereabouts is where a move's person and claims stand in its block, as the move's body has it: the number of the place, 0 for
// unknown.
type whereabouts struct {
	person int64
	claims []int64
}

// whereabouts is the whereabouts for the body of a move that a commit writes.
func (w *commit) whereabouts(m graph.Move, b int64) *whereabouts {
	at := func(id graph.ID, from int64) int64 {
		if r, ok := w.spots[key(id)]; ok && r>>blockShift == b && r > from {
			return r - from
		}
		return 0
	}
	x := &whereabouts{person: at(m.Person, headAt(b)), claims: make([]int64, len(m.Claims))}
	for i, id := range m.Claims {
		x.claims[i] = at(id, b<<blockShift)
	}
	return x
}

// remember puts what the body of a move at r says of its person and claims.
func (n *near) remember(m *graph.Move, r int64, x *whereabouts) {
	b := r >> blockShift
	if x.person > 0 {
		n.put(m.Person, headAt(b)+x.person)
	}
	for i, c := range x.claims[:min(nearClaims, len(x.claims))] {
		if c > 0 {
			n.put(m.Claims[i], b<<blockShift+c)
		}
	}
}

// nearby finds what is current under IDs, of a kind, where it stood when it was read last, and returns the IDs of which nothing was
// found.
func (s session) nearby(ids []graph.ID, kind int64, yield func(graph.ID, item)) (others []graph.ID, err error) {
	if s.near == nil {
		return ids, nil
	}
	type spot struct {
		id graph.ID
		r  int64
	}
	spots, places := make([]spot, 0, len(ids)), make([]int64, 0, len(ids))
	for _, id := range ids {
		if r := s.near.get(id); r > 0 {
			spots, places = append(spots, spot{id, r}), append(places, r)
		} else {
			others = append(others, id)
		}
	}
	if len(spots) == 0 {
		return ids, nil
	}
	r := itemRows{s.long(currentByReferenceSQL, jsonNumbers(places)), true}
	defer r.close()
	for r.next() {
		i := r.item()
		for len(spots) > 0 && spots[0].r != i.r {
			others, spots = append(others, spots[0].id), spots[1:]
		}
		if len(spots) == 0 {
			break
		}
		if id := spots[0].id; i.kind == kind && i.is(id) {
			yield(id, i)
		} else {
			others = append(others, id)
		}
		spots = spots[1:]
	}
	for _, x := range spots {
		others = append(others, x.id)
	}
	return others, r.close()
}
