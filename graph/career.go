package graph

import (
	"cmp"
	"slices"
)

// InTime sorts one person's moves by date, else by report; of two that may be of the same time the one that the other goes on
// from comes first, as far as the dates of all allow it. The order does not depend on the one in which the moves come.
func InTime(moves []Move) {
	if len(moves) < 2 {
		return
	}
	slices.SortFunc(moves, func(a, b Move) int {
		return cmp.Or(a.when().First().Compare(b.when().First()), cmp.Compare(a.ID, b.ID))
	})
	l := line{moves: moves, met: make([]bool, len(moves)), order: make([]Move, 0, len(moves))}
	for i := range moves {
		l.take(i)
		l.first = i + 1
	}
	copy(moves, l.order)
}

// line is moves on their way into order: they are taken by date, each after those that it goes on from.
type line struct {
	moves []Move // by date
	met   []bool // taken, or about to be
	first int    // all before it are taken
	after []int  // those that wait for the one that is being taken
	order []Move
}

func (l *line) take(i int) {
	if l.met[i] {
		return
	}
	l.met[i], l.after = true, append(l.after, i)
	for k := l.first; k < i; k++ {
		if !l.met[k] && l.precedes(k, i) {
			l.take(k)
		}
	}
	for k := l.first; k < len(l.moves); k++ {
		a, b := &l.moves[k], &l.moves[i]
		// One dated after what waits for it here would pull that out of its place: then the words on ends go in a ring.
		if !l.met[k] && a.To != "" && a.To == b.From && a.From != b.To && a.when().Compatible(b.when()) &&
			!slices.ContainsFunc(l.after, func(w int) bool { return l.precedes(w, k) }) {
			l.take(k)
		}
	}
	l.after = l.after[:len(l.after)-1]
	l.order = append(l.order, l.moves[i])
}

// precedes reports whether the dates alone tell that one move comes before another.
func (l *line) precedes(i, k int) bool {
	a, b := l.moves[i].when(), l.moves[k].when()
	return !a.Compatible(b) && a.First().Compare(b.First()) < 0
}

func (m *Move) when() Date {
	if !m.Date.IsZero() {
		return m.Date
	}
	return m.Reported
}

// EndStays sets Ended of one person's moves: a stay ends with the next departure from the organization, or from a part of it or
// from what it is part of, that is announced or done.
func EndStays(moves []Move) {
	inTime := slices.Clone(moves)
	InTime(inTime)
	of := make(map[ID]Date, len(inTime))
	for i, m := range inTime {
		if m.To == "" {
			continue
		}
		for _, n := range inTime[i+1:] {
			if n.From == "" || n.FromPlace.Group != m.ToPlace.Group || n.From == n.To || n.Status != Announced && n.Status != Completed {
				continue
			}
			of[m.ID] = n.when()
			break
		}
	}
	for i := range moves {
		moves[i].Ended = of[moves[i].ID]
	}
}

// Stays reports whether the move, announced or done, brought the person to where they worked on a day (or in a month or year): it
// may lie before the end of it, and the stay may last beyond its beginning. Undated moves count from their report.
func (m *Move) Stays(day Date) bool {
	if m.To == "" || m.Status != Announced && m.Status != Completed {
		return false
	}
	start := m.when()
	return !start.IsZero() && start.First().Compare(day.Last()) <= 0 && (m.Ended.IsZero() || m.Ended.Last().Compare(day.First()) >= 0)
}
