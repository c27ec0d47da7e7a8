package graph

import (
	"cmp"
	"slices"
)

// InTime sorts one person's moves by date, else by report; of two at the same time the one that the other goes on from
// comes first.
func InTime(moves []Move) {
	slices.SortStableFunc(moves, func(a, b Move) int {
		x, y := a.when(), b.when()
		if x.Compatible(y) {
			switch {
			case a.To != "" && a.To == b.From && a.From != b.To:
				return -1
			case b.To != "" && b.To == a.From && b.From != a.To:
				return 1
			}
		}
		return cmp.Or(x.First().Compare(y.First()), cmp.Compare(a.ID, b.ID))
	})
}

func (m *Move) when() Date {
	if !m.Date.IsZero() {
		return m.Date
	}
	return m.Reported
}

// endStays sets Ended of one person's moves: a stay ends with the next departure from the organization, or from a part of it or
// from what it is part of, that is announced or done.
func endStays(moves []Move) {
	line := slices.Clone(moves)
	InTime(line)
	of := make(map[ID]Date, len(line))
	for i, m := range line {
		if m.To == "" {
			continue
		}
		for _, n := range line[i+1:] {
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
