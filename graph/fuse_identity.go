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
	merge := func(a, b int, score float64, why evidence, force bool) bool {
		x, y := of[a], of[b]
		if x == y {
			return true
		}
		if !force && !w.clustersFit(x, y) {
			return false
		}
		x.judged, y.judged = x.judged || force, y.judged || force
		if len(x.episodes) < len(y.episodes) {
			x, y = y, x
		}
		x.absorb(y, score, why)
		for _, e := range y.episodes {
			of[index[e]] = x
		}
		return true
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
	goesOn := continuity{map[int][]int{}, map[int][]int{}}
	for _, t := range w.ties(episodes) {
		if t.score < common.threshold() {
			break
		}
		if common == commonName && t.why == byContinuity && !goesOn.allow(episodes, t) {
			continue
		}
		if merge(t.a, t.b, t.score, t.why, false) && t.why == byContinuity {
			goesOn.add(t)
		}
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

// continuity keeps the careers of people with a common name plausible: after one arrival there is one departure.
type continuity struct{ next, prev map[int][]int }

func (c continuity) allow(episodes []*episode, t tie) bool {
	far := func(i, j int) bool {
		return gapDays(episodes[i].first, episodes[i].last, episodes[j].first, episodes[j].last) > sameMoveDays
	}
	for _, other := range c.next[t.a] {
		if far(other, t.b) {
			return false
		}
	}
	for _, other := range c.prev[t.b] {
		if far(other, t.a) {
			return false
		}
	}
	return true
}

func (c continuity) add(t tie) {
	c.next[t.a] = append(c.next[t.a], t.b)
	c.prev[t.b] = append(c.prev[t.b], t.a)
}
