package sqlite

import (
	"cmp"
	"slices"

	"talentgraph/graph"
)

// listed is a place in a listing, without the move that stands there.
type listed struct{ side, list, day, flags int64 }

// The flags of a listing.
const (
	twinFlag    = 1 // both ends of the move are this one organization
	unmentioned = 2 // the organization is at an end of the move, but among none of its mentions
	flagBits    = 2 // above these, in the list of all moves, is the signature of the move's words
)

// shutMove closes a move that is no more.
func (w *commit) shutMove(i item) error {
	m, err := readMove(i.version, nil)
	if err != nil {
		return err
	}
	places, err := w.places(m, m.Claims)
	if err != nil {
		return err
	}
	w.state.moves--
	if err := w.list(rank(m.ID), i.r, places, nil); err != nil {
		return err
	}
	delete(w.spots, key(m.ID))
	if err := w.endFact(i.fact); err != nil {
		return err
	}
	return w.exec(shutItemSQL, w.now, i.r)
}

// moves makes the commit's moves current.
func (w *commit) moves() error {
	for _, m := range last(w.c.Moves, func(m graph.Move) graph.ID { return m.ID }) {
		h, err := w.block(m.Block)
		if err != nil {
			return err
		}
		i, ok, err := w.open(moveKind, m.ID)
		if err != nil {
			return err
		}
		if ok && i.r>>blockShift != h.b {
			if err := w.shutMove(i); err != nil {
				return err
			}
			ok = false
		}
		if ok {
			err = w.replaceMove(i, m)
		} else {
			err = w.addMove(m)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (w *commit) addMove(m graph.Move) error {
	w.state.moves++
	at, err := w.place(m.Block, moveKind)
	if err != nil {
		return err
	}
	fact, err := w.addFact(&m, at)
	if err != nil {
		return err
	}
	if err := w.add(insertMove, at, moveKind, w.now, w.partOf(m.ID), moveBody(m, nil, w.whereabouts(m, at>>blockShift)), fact); err != nil {
		return err
	}
	if err := w.remember(key(m.ID), at); err != nil {
		return err
	}
	if err := w.remember(movesKey(m.Person), at); err != nil {
		return err
	}
	places, err := w.places(m, m.Claims)
	if err != nil {
		return err
	}
	return w.list(rank(m.ID), at, nil, places)
}

func (w *commit) replaceMove(i item, m graph.Move) error {
	old, err := readMove(i.version, nil)
	if err != nil {
		return err
	}
	if err := w.endFact(i.fact); err != nil {
		return err
	}
	fact, err := w.addFact(&m, i.r)
	if err != nil {
		return err
	}
	if err := w.replace(i, moveBody(old, &m, nil), moveBody(m, nil, w.whereabouts(m, i.r>>blockShift)), fact); err != nil {
		return err
	}
	if m.Person != old.Person { // what was the other one's stays findable as that
		if err := w.remember(movesKey(m.Person), i.r); err != nil {
			return err
		}
	}
	// Most new versions have the same ends and date and a few claims more: then only the articles of these are new.
	less, more := old.Claims, m.Claims
	if old.Date == m.Date {
		more = without(m.Claims, old.Claims)
		if less = without(old.Claims, m.Claims); len(less) > 0 {
			less, more = old.Claims, m.Claims // an article may have other claims that stay
		}
	}
	was, err := w.places(old, less)
	if err != nil {
		return err
	}
	is, err := w.places(m, more)
	if err != nil {
		return err
	}
	return w.list(rank(m.ID), i.r, was, is)
}

// without is the IDs of a that are not in b.
func without(a, b []graph.ID) []graph.ID {
	if len(a) <= 8 {
		return slices.DeleteFunc(slices.Clone(a), func(id graph.ID) bool { return slices.Contains(b, id) })
	}
	in := make(map[graph.ID]bool, len(b))
	for _, id := range b {
		in[id] = true
	}
	return slices.DeleteFunc(slices.Clone(a), func(id graph.ID) bool { return in[id] })
}

// places are where a move stands in listings; of articles those that state one of the claims.
func (w *commit) places(m graph.Move, claims []graph.ID) ([]listed, error) {
	day := -number(m.Date)
	places := make([]listed, 0, 6)
	for side, id := range [...]graph.ID{fromSide: m.From, toSide: m.To} {
		n, err := w.organization(id)
		if err != nil {
			return nil, err
		}
		flags := int64(0)
		if side == toSide && m.From == m.To {
			flags |= twinFlag
		}
		if !slices.ContainsFunc(m.Mentions, func(x graph.Mention) bool { return x.Organization == id }) {
			flags |= unmentioned
		}
		places = append(places, listed{int64(side), n, day, flags})
	}
	for _, x := range m.Mentions {
		if x.Organization == m.From || x.Organization == m.To {
			continue
		}
		n, err := w.organization(x.Organization)
		if err != nil {
			return nil, err
		}
		if p := (listed{mentionSide, n, day, 0}); !slices.Contains(places, p) {
			places = append(places, p)
		}
	}
	places = append(places, listed{allSide, 0, day, signature(m.Words)})
	for _, id := range claims {
		articles, err := w.articlesOf(id)
		if err != nil {
			return nil, err
		}
		for _, n := range articles {
			if p := (listed{articleSide, n, day, 0}); !slices.Contains(places, p) {
				places = append(places, p)
			}
		}
	}
	return places, nil
}

// articlesOf is the numbers of the recordings of a claim's article.
func (w *commit) articlesOf(claim graph.ID) ([]int64, error) {
	if n, ok := w.claims[claim]; ok {
		return []int64{n}, nil
	}
	all, err := w.items(claim, claimKind)
	if err != nil {
		return nil, err
	}
	var numbers []int64
	for _, i := range all {
		_, n, err := readClaim(i.body)
		if err != nil {
			return nil, err
		}
		numbers = append(numbers, n)
	}
	return numbers, nil
}

// newEntry is one on its way into a listing.
type newEntry struct {
	listed
	entry
}

// enlist writes the new entries, those next to each other first, because they are on one page.
func (w *commit) enlist() error {
	slices.SortFunc(w.entries, func(a, b newEntry) int {
		return cmp.Or(cmp.Compare(a.side, b.side), cmp.Compare(a.list, b.list), a.compare(b.entry))
	})
	for _, e := range w.entries {
		if err := w.add(insertListing, e.side, e.list, e.entry.day, e.id, w.now, e.r, e.flags); err != nil {
			return err
		}
	}
	w.entries = nil
	return nil
}

const shutListingSQL = "UPDATE listing SET until = ? WHERE side = ? AND list = ? AND day = ? AND id = ? AND until IS NULL"

// list takes a move out of the listings where it was and puts it where it is.
func (w *commit) list(id []byte, r int64, was, is []listed) error {
	for _, p := range was {
		if !slices.Contains(is, p) {
			if err := w.exec(shutListingSQL, w.now, p.side, p.list, p.day, id); err != nil {
				return err
			}
		}
	}
	for _, p := range is {
		if !slices.Contains(was, p) {
			w.entries = append(w.entries, newEntry{p, entry{p.day, id, r}})
		}
	}
	return nil
}
