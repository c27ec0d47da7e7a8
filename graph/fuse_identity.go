package graph

import (
	"cmp"
	"slices"
)

// cluster is the episodes of one person, as decided.
type cluster struct {
	episodes []*episode
	names    []int
	families []RoleFamily
	sides    []int8
	judged   bool     // a person brought names together that do not fit
	why      evidence // the weakest tie that was needed
	score    float64  // how sure that tie is
}

// evidence is a reason to take two episodes for one person's.
type evidence string

const (
	byOneStory   evidence = "" // a single episode
	byJudgement  evidence = "a person judged them the same"
	bySameMove   evidence = "articles tell the same move"
	byContinuity evidence = "a career that goes on where it stood"
	byOneEnd     evidence = "one end of the move in common at about the same time"
	byEmployer   evidence = "an employer in common"
	byRole       evidence = "an uncommon name in the same kind of work"
	byRareName   evidence = "a rare name"
)

// commonness is how much a name alone says.
type commonness int

const (
	rareName     commonness = iota // hardly anyone else bears it: the name is enough
	uncommonName                   // a few do: any employer or trade in common is enough
	commonName                     // many do: careers have to connect
)

// newsworthy is how many people the press writes about when they change employers: an order of magnitude that turns
// the share of people who bear a name into how many of them may be in the news.
const newsworthy = 3e6

// How many expected bearers of a name in the news make it common, or no longer rare; and how many given names and
// surnames are common whatever the estimate says.
const (
	manyBearers  = 1.0
	someBearers  = 0.05
	commonestTop = 1000
)

// threshold is the weakest score of a tie that counts for such a name.
func (c commonness) threshold() float64 {
	switch c {
	case commonName:
		return 0.6
	case uncommonName:
		return 0.35
	}
	return 0.2
}

func (w *fusion) commonness() commonness {
	if w.partial || w.crowded {
		return commonName
	}
	most := rareName
	for _, n := range w.names {
		bearers := w.fuser.names.Commonness(n) * newsworthy
		switch {
		case !n.Full() || w.fuser.names.Common(n, commonestTop) || bearers >= manyBearers:
			return commonName
		case bearers >= someBearers:
			most = uncommonName
		}
	}
	return most
}

// tie says that two episodes are probably of one person.
type tie struct {
	a, b  int // into the episodes, a before b in time where one goes on from the other
	score float64
	why   evidence
}

// identify decides which episodes are one person's.
func (w *fusion) identify(episodes []*episode) []*cluster {
	common := w.commonness()
	of := make([]*cluster, len(episodes))
	for i, e := range episodes {
		of[i] = &cluster{episodes: []*episode{e}, names: slices.Clone(e.names), families: slices.Clone(e.families),
			sides: slices.Clone(e.sides), score: 1}
	}
	index := map[*episode]int{}
	for i, e := range episodes {
		index[e] = i
	}
	merge := func(a, b int, score float64, why evidence, force bool) {
		x, y := of[a], of[b]
		if x == y || !force && !w.clustersFit(x, y) {
			return
		}
		x.judged, y.judged = x.judged || force, y.judged || force
		if len(x.episodes) < len(y.episodes) {
			x, y = y, x
		}
		x.absorb(y, score, why)
		for _, e := range y.episodes {
			of[index[e]] = x
		}
	}
	for _, claims := range w.same {
		first := -1
		for i, e := range episodes {
			if w.hasClaim(e, claims) {
				if first < 0 {
					first = i
				}
				merge(first, i, 1, byJudgement, true)
			}
		}
	}
	for _, t := range w.ties(episodes) {
		if t.score < common.threshold() {
			break
		}
		if common == commonName && t.why != bySameMove && of[t.a] != of[t.b] && (!plausible(of[t.a], of[t.b]) ||
			t.why == byContinuity && leftBetween(of[t.a], of[t.b], episodes[t.a], episodes[t.b])) {
			continue
		}
		merge(t.a, t.b, t.score, t.why, false)
	}
	clusters := distinctClusters(of)
	if common != commonName {
		clusters = w.gather(clusters, common)
	}
	for _, c := range clusters {
		slices.SortFunc(c.episodes, func(a, b *episode) int { return cmp.Compare(index[a], index[b]) })
	}
	return clusters
}

func (c *cluster) absorb(d *cluster, score float64, why evidence) {
	c.episodes = append(c.episodes, d.episodes...)
	for _, n := range d.names {
		if !slices.Contains(c.names, n) {
			c.names = append(c.names, n)
		}
	}
	for _, f := range d.families {
		if !slices.Contains(c.families, f) {
			c.families = append(c.families, f)
		}
	}
	mergeSides(c.sides, d.sides)
	c.judged = c.judged || d.judged
	for _, x := range []struct {
		score float64
		why   evidence
	}{{d.score, d.why}, {score, why}} {
		if x.why != byOneStory && (c.why == byOneStory || x.score < c.score) {
			c.score, c.why = x.score, x.why
		}
	}
}

// clustersFit reports whether names and judgements allow two clusters to be one person. Where a judgement brought
// different names together, fitting one of them is enough.
func (w *fusion) clustersFit(c, d *cluster) bool {
	if !sidesFit(c.sides, d.sides) {
		return false
	}
	if !c.judged && !d.judged {
		return w.namesFit(c.names, d.names)
	}
	for _, n := range c.names {
		for _, m := range d.names {
			if w.fits[n][m] {
				return true
			}
		}
	}
	return false
}

func (w *fusion) hasClaim(e *episode, claims []ID) bool {
	for _, i := range e.readings {
		if _, ok := slices.BinarySearch(claims, w.readings[i].ID); ok {
			return true
		}
	}
	return false
}

// distinctClusters in the order of their first episodes.
func distinctClusters(of []*cluster) []*cluster {
	seen := map[*cluster]bool{}
	var list []*cluster
	for _, c := range of {
		if !seen[c] {
			seen[c] = true
			list = append(list, c)
		}
	}
	return list
}

// gather brings together the clusters under a name that is not common: all that do not contradict each other where
// the name is rare, those in the same kind of work where it is merely uncommon.
func (w *fusion) gather(clusters []*cluster, common commonness) []*cluster {
	var people []*cluster
next:
	for _, c := range clusters {
		for _, p := range people {
			family := sameFamily(p.families, c.families)
			if !w.clustersFit(p, c) || family < 0 && contradict(p, c) {
				continue
			}
			switch {
			case common == rareName:
				p.absorb(c, 0.9, byRareName)
			case family > 0 && !contradict(p, c):
				p.absorb(c, 0.7, byRole)
			default:
				continue
			}
			continue next
		}
		people = append(people, c)
	}
	return people
}

// contradict reports whether two people's moves happen so close together, with no employer in common, that one person
// can hardly have made them all.
func contradict(a, b *cluster) bool {
	for _, x := range a.episodes {
		for _, y := range b.episodes {
			if !x.first.IsZero() && !y.first.IsZero() && gapDays(x.first, x.last, y.first, y.last) < 120 &&
				x.from.shares(y.from)+x.from.shares(y.to)+x.to.shares(y.from)+x.to.shares(y.to) == 0 {
				return true
			}
		}
	}
	return false
}

// turnDays is how far apart two articles may date one arrival or departure before they tell two.
const turnDays = 240

// plausible reports whether two clusters can be one career: after a departure from an employer there is an arrival before
// the next departure from it, and the reverse. With a common name, what breaks that is two people.
func plausible(c, d *cluster) bool {
	side := func(e *episode, out bool) *org {
		if out {
			return e.from
		}
		return e.to
	}
	for _, x := range c.episodes {
		for _, y := range d.episodes {
			if x.first.IsZero() || y.first.IsZero() || gapDays(x.first, x.last, y.first, y.last) <= turnDays {
				continue
			}
			for _, out := range []bool{true, false} {
				o := side(x, out)
				if o.shares(side(y, out)) == 0 {
					continue
				}
				first, last := x, y
				if first.first.Compare(last.first) > 0 {
					first, last = last, first
				}
				turned := func(e *episode) bool {
					return !e.first.IsZero() && side(e, !out).shares(o) > 0 &&
						e.first.Compare(first.first) >= 0 && e.first.Compare(last.last) <= 0
				}
				if !slices.ContainsFunc(c.episodes, turned) && !slices.ContainsFunc(d.episodes, turned) {
					return false
				}
			}
		}
	}
	return true
}

// leftBetween reports whether one of the two people left, between an arrival and the departure that is said to follow it, the
// employer in question: then the departure does not follow that arrival.
func leftBetween(c, d *cluster, arrival, departure *episode) bool {
	if arrival.first.IsZero() || departure.first.IsZero() {
		return false
	}
	between := func(e *episode) bool {
		return e != departure && !e.first.IsZero() && e.from.shares(departure.from) > 0 &&
			arrival.last.DaysUntil(e.first) > 0 && e.last.Last().DaysUntil(departure.first) > sameMoveDays/2
	}
	return slices.ContainsFunc(c.episodes, between) || slices.ContainsFunc(d.episodes, between)
}
