package graph

import (
	"cmp"
	"slices"
)

// sameEndsDays is how far apart two tellings of the same change of employer may be dated when nothing says that the
// person went back in between: beyond it, somebody went the same way twice.
const sameEndsDays = 3 * 365

// joinDays bounds how long after a departure an arrival may come that belongs to it.
const joinDays = 550

// moves tells the moves of one person: stories with the same ends are one, half stories go to the whole ones that they
// fit, a minority's version goes to the majority's, and a departure and the arrival after it become one move.
func (w *fusion) moves(c *cluster) []Move {
	var whole, halves []*story
	for _, e := range c.episodes {
		s := &story{from: e.from, to: e.to, first: e.first, last: e.last, reported: e.reported, weight: e.weight}
		for _, i := range e.readings {
			r := &w.readings[i]
			s.readings = append(s.readings, r)
			if s.anchor == nil || earlier(r.Claim, s.anchor) < 0 {
				s.anchor = r.Claim
			}
		}
		if s.from != nil && s.to != nil {
			whole = append(whole, s)
		} else {
			halves = append(halves, s)
		}
	}
	whole = mergeSameEnds(whole)
	whole = mergeVersions(whole)
	halves = attachHalves(whole, mergeSameEnds(halves))
	stories := joinHalves(whole, halves)
	moves := make([]Move, len(stories))
	for i, s := range stories {
		moves[i] = w.move(s)
	}
	EndStays(moves)
	return moves
}

// sameEnds reports whether two stories have the same ends, or ends of which one is above the other. Inside one group
// only the very same ends count: a move from a company to its parent is not the one back.
func sameEnds(s, t *story) bool {
	least := 1
	if s.from.shares(s.to) > 0 || t.from.shares(t.to) > 0 {
		least = 2
	}
	same := func(a, b *org) bool { return a == nil && b == nil || a.shares(b) >= least }
	return same(s.from, t.from) && same(s.to, t.to)
}

// partOf reports whether a half story can be a part of a whole one, likewise.
func partOf(half, whole *story) bool {
	least := 1
	if whole.from.shares(whole.to) > 0 {
		least = 2
	}
	return (half.from == nil || half.from.shares(whole.from) >= least) && (half.to == nil || half.to.shares(whole.to) >= least)
}

// mergeSameEnds brings together stories whose ends are the same, or one above the other, unless a story in between
// takes the person back.
func mergeSameEnds(list []*story) []*story {
	sortStories(list)
	var out []*story
	index := storyIndex{}
next:
	for _, s := range list {
		for _, t := range slices.Backward(index.near(s)) {
			if sameEnds(s, t) && !wentBack(list, t, s) &&
				gapDays(s.first, s.last, t.first, t.last) <= sameEndsDays {
				t.add(s)
				continue next
			}
		}
		out = append(out, s)
		index.add(s)
	}
	return out
}

func wentBack(list []*story, s, t *story) bool {
	if s.first.IsZero() || t.first.IsZero() || gapDays(s.first, s.last, t.first, t.last) < 30 {
		return false
	}
	early, late := s, t
	if early.first.Compare(late.first) > 0 {
		early, late = late, early
	}
	for _, x := range list {
		if x == s || x == t || x.first.IsZero() || x.first.Compare(early.last) < 0 || x.last.Compare(late.first) > 0 {
			continue
		}
		if s.from != nil && x.to.shares(s.from) > 0 || s.to != nil && x.from.shares(s.to) > 0 {
			return true
		}
	}
	return false
}

// mergeVersions gives a minority's version of a move to the majority's: nobody arrives at one place, or leaves one, twice
// within half a year from (to) different places. Two versions from one article are both meant; hearsay and denials are
// stories of their own.
func mergeVersions(list []*story) []*story {
	slices.SortStableFunc(list, func(a, b *story) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), earlier(a.anchor, b.anchor))
	})
	var out []*story
	index := storyIndex{}
next:
	for _, s := range list {
		for _, t := range index.near(s) {
			from, to := s.from.shares(t.from) > 0, s.to.shares(t.to) > 0
			if from != to && s.from.shares(t.to) == 0 && s.to.shares(t.from) == 0 && s.from.shares(s.to) == 0 &&
				t.from.shares(t.to) == 0 && t.weight >= 2*s.weight && sureAbout(s) && sureAbout(t) && nearStories(s, t) && !shareArticle(s, t) {
				t.add(s)
				t.contested = true
				continue next
			}
		}
		out = append(out, s)
		index.add(s)
	}
	sortStories(out)
	return out
}

// attachHalves gives each half story to the whole story that it can be a part of and that is nearest in time, and
// returns the halves that fit none.
func attachHalves(whole, halves []*story) []*story {
	var left []*story
	index := storyIndex{}
	for _, s := range whole {
		index.add(s)
	}
	for _, h := range halves {
		var best *story
		bestGap := 0
		for _, s := range index.near(h) {
			if !partOf(h, s) {
				continue
			}
			gap := gapDays(h.first, h.last, s.first, s.last)
			if gap > sameMoveDays {
				continue
			}
			if h.first.IsZero() || s.first.IsZero() {
				gap = gapDays(h.start(), h.start(), s.start(), s.start())
			}
			if best == nil || gap < bestGap {
				best, bestGap = s, gap
			}
		}
		if best == nil {
			left = append(left, h)
		} else {
			best.add(h)
		}
	}
	return left
}

// joinHalves makes one inferred story of a departure and the arrival that follows it with nothing in between, the
// closest pairs first, and returns all stories.
func joinHalves(whole, halves []*story) []*story {
	all := append(slices.Clone(whole), halves...)
	sortStories(all)
	type pair struct {
		out, in *story
		gap     int
	}
	var pairs []pair
	for i, d := range all {
		if d.from == nil || d.to != nil || d.start().IsZero() || denied(d) {
			continue
		}
		consider := func(a *story) {
			if a.from == nil && a.to != nil && !denied(a) && d.from.shares(a.to) == 0 {
				if gap := joinGap(d, a); gap >= -31 && gap <= joinDays {
					pairs = append(pairs, pair{d, a, max(gap, -gap)})
				}
			}
		}
		for _, a := range slices.Backward(all[:i]) {
			if joinGap(d, a) < -31 {
				break
			}
			consider(a)
		}
		var next Date // the first time after the departure at which something happens: nothing later belongs to it
		for _, a := range all[i+1:] {
			if a.start().IsZero() || !next.IsZero() && a.start() != next {
				break
			}
			if a.start() != d.start() && !denied(a) {
				next = a.start()
			}
			consider(a)
		}
	}
	slices.SortFunc(pairs, func(x, y pair) int {
		return cmp.Or(cmp.Compare(x.gap, y.gap), earlier(x.out.anchor, y.out.anchor), earlier(x.in.anchor, y.in.anchor))
	})
	used := map[*story]bool{}
	for _, p := range pairs {
		if !used[p.out] && !used[p.in] {
			used[p.out], used[p.in] = true, true
			j := &story{from: p.out.from, to: p.in.to, inferred: true}
			j.add(p.out)
			j.add(p.in)
			all = append(all, j)
		}
	}
	all = slices.DeleteFunc(all, func(s *story) bool { return used[s] })
	sortStories(all)
	return all
}

// joinGap counts the days from a departure to an arrival; 0 where their dates may mean the same day.
func joinGap(d, a *story) int {
	if d.start().Compatible(a.start()) {
		return 0
	}
	return d.start().DaysUntil(a.start())
}
