package graph

import (
	"cmp"
	"slices"
)

// manyAtOne is how many episodes at one organization are all compared with each other; where there are more, each is
// compared with as many that are near it in time. It keeps the work linear in the size of a block.
const manyAtOne = 64

// longStay is how many days people rarely stay: an arrival and a departure further apart are less likely one person's.
// A stay in another kind of work than the one that follows is believed for shortStay.
const (
	longStay  = 6 * 365
	shortStay = 3 * 365
)

// ties finds what speaks for two episodes being one person's, the strongest first.
func (w *fusion) ties(episodes []*episode) []tie {
	var ties []tie
	for _, p := range pairsAtOrganizations(episodes) {
		i, j := int(p>>32), int(p&(1<<32-1))
		a, b := episodes[i], episodes[j]
		if !w.namesFit(a.names, b.names) || !sidesFit(a.sides, b.sides) {
			continue
		}
		if t, ok := tieOf(a, b); ok {
			t.a, t.b = i, j
			if t.why == byContinuity && continues(b, a) && !continues(a, b) {
				t.a, t.b = t.b, t.a
			}
			ties = append(ties, t)
		}
	}
	ties = withoutFarHalves(episodes, ties)
	slices.SortFunc(ties, func(x, y tie) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	return ties
}

// halfDays is how much further from a half-told move than the nearest one another move may be that it is a part of as well.
const halfDays = 120

// withoutFarHalves drops the ties of half-told moves to whole ones where another whole one is much nearer in time: it is that
// one that they tell.
func withoutFarHalves(episodes []*episode, ties []tie) []tie {
	nearest := map[int]int{} // half → days
	gap := func(t tie) (half, days int, ok bool) {
		a, b := episodes[t.a], episodes[t.b]
		if t.why != bySameMove || a.half() == b.half() {
			return 0, 0, false
		}
		half = t.a
		if b.half() {
			half = t.b
		}
		return half, gapDays(a.start(), a.start(), b.start(), b.start()), true
	}
	for _, t := range ties {
		if half, days, ok := gap(t); ok {
			if n, known := nearest[half]; !known || days < n {
				nearest[half] = days
			}
		}
	}
	return slices.DeleteFunc(ties, func(t tie) bool {
		half, days, ok := gap(t)
		return ok && days > nearest[half]+halfDays
	})
}

// pairsAtOrganizations are the pairs of episodes that have an organization in common, each once: the smaller index in the upper half.
func pairsAtOrganizations(episodes []*episode) []uint64 {
	at := map[ID][]int{}
	for i, e := range episodes {
		for _, o := range []*org{e.from, e.to} {
			if o == nil {
				continue
			}
			for _, up := range o.line {
				if l := at[up.def.ID]; len(l) == 0 || l[len(l)-1] != i {
					at[up.def.ID] = append(l, i)
				}
			}
		}
	}
	var pairs []uint64
	for _, list := range at {
		if len(list) > manyAtOne {
			slices.SortFunc(list, func(i, j int) int {
				return cmp.Or(episodes[i].start().Compare(episodes[j].start()), cmp.Compare(i, j))
			})
		}
		for k, i := range list {
			for _, j := range list[k+1 : min(len(list), k+1+manyAtOne)] {
				pairs = append(pairs, uint64(min(i, j))<<32|uint64(max(i, j)))
			}
		}
	}
	slices.Sort(pairs)
	return slices.Compact(pairs)
}

// continues reports whether b can be the next step after a: it leaves where a arrived, and not before. What has no date
// had happened when it was first reported.
func continues(a, b *episode) bool {
	if a.to.shares(b.from) == 0 {
		return false
	}
	arrived, left := a.first, b.last
	if left.IsZero() {
		left = b.reported
	}
	if arrived.IsZero() {
		arrived = a.reported
	}
	return arrived.IsZero() || left.IsZero() || left.Last().DaysUntil(arrived.First()) <= 60
}

// otherRoles reports whether the roles that two episodes tell cannot be those of one move.
func otherRoles(a, b *episode) bool {
	return sameFamily(a.taken, b.taken) < 0 || sameFamily(a.left, b.left) < 0 || sameFamily(a.families, b.families) < 0
}

// tieOf weighs one pair of episodes. The scores are ranks with room between them, chosen on the synthetic world of
// graphtest: what people with common names need lies above 0.6.
func tieOf(a, b *episode) (tie, bool) {
	var t tie
	from, to := a.from.shares(b.from), a.to.shares(b.to)
	gap := gapDays(a.first, a.last, b.first, b.last)
	dated := !a.first.IsZero() && !b.first.IsZero()
	near := gap <= sameMoveDays
	consider := func(score float64, why evidence) {
		if score > t.score {
			t.score, t.why = score, why
		}
	}
	fits := func(shared int, x, y *org) bool { return shared > 0 || x == nil || y == nil }
	if from+to > 0 && fits(from, a.from, b.from) && fits(to, a.to, b.to) {
		switch {
		case (from == 0 || to == 0) && (otherRoles(a, b) || a.start().IsZero() || b.start().IsZero()):
			consider(0.55, byEmployer)
		case near && dated:
			consider(0.9, bySameMove)
		case near && (from > 0 && to > 0 || gapDays(a.start(), a.start(), b.start(), b.start()) <= sameMoveDays):
			consider(0.8, bySameMove)
		case from > 0 && to > 0:
			consider(0.75, bySameMove)
		default:
			consider(0.4, byEmployer)
		}
	} else if from+to > 0 {
		if dated && gap <= sameMoveDays/2 && !otherRoles(a, b) {
			consider(0.7, byOneEnd)
		} else {
			consider(0.4, byEmployer)
		}
	}
	if continues(a, b) || continues(b, a) {
		score := 0.8
		if !dated {
			score = 0.7
			gap = gapDays(a.start(), a.start(), b.start(), b.start())
		}
		switch family := sameFamily(a.families, b.families); {
		case a.start().IsZero() || b.start().IsZero(): // it may have been at any time
			score = 0.55
		case family == 0 && gap > longStay, family < 0 && (!dated || gap > shortStay):
			score = 0.55
		}
		consider(score, byContinuity)
	} else if a.to.shares(b.from)+a.from.shares(b.to) > 0 {
		consider(0.3, byEmployer)
	}
	if t.score == 0 {
		return t, false
	}
	switch sameFamily(a.families, b.families) {
	case 1:
		t.score += 0.05
	case -1:
		t.score -= 0.15
	}
	if max(from, to, a.to.shares(b.from), a.from.shares(b.to)) == 1 { // only one above the other
		t.score -= 0.1
	}
	return t, true
}
