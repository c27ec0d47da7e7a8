package graph

import (
	"cmp"
	"slices"
)

// crowdedClaims is how many claims under one common name are weighed against each other. A name with more is crowded: so
// many people bear it that only what ties two claims closely says that they are about one of them. Its claims fall into
// parts without such a tie between them, and each part is fused by itself, so that the work on one more claim is that of
// its part, however many claims the name has.
const crowdedClaims = 64

// How close in time claims under a crowded name have to be: nearDays for two at one end of a move; a departure may come
// laterDays before the arrival that it follows, as articles date them, and longStay after it, or any time after it where both
// tell the same kind of work.
const (
	nearDays  = 400
	laterDays = 60
	forever   = 1 << 30 // an end of all days
)

// The kinds of marks. Each is of an organization, with all those below the one at the top.
const (
	arrivals     = 'a'
	departures   = 'd'
	arrivalsIn   = 'A' // in one kind of work, or in one that is not known
	departuresIn = 'D'
)

// markKey is a number for a kind of mark; that two share one is rare, and harmless, since parts may be larger than needed.
func markKey(kind byte, o *org, family RoleFamily) int64 {
	return number(string(kind), string(o.line[len(o.line)-1].def.ID), " ", string(family))
}

// number is a number for texts, which others rarely share: FNV-1a.
func number(texts ...string) int64 {
	h := uint64(14695981039346656037)
	for _, s := range texts {
		for i := range len(s) {
			h = (h ^ uint64(s[i])) * 1099511628211
		}
	}
	return int64(h)
}

// day is the middle of the days that a reading may mean, else when it was reported; 0 where nothing is known.
func (r *reading) day() int {
	d := cmp.Or(r.at(), r.Reported)
	if d.IsZero() {
		return 0
	}
	return (d.First().number() + d.Last().number()) / 2
}

// kindOfWork is what a reading tells of it as far as that tells people apart.
func (r *reading) kindOfWork() RoleFamily {
	if telling(r.family) {
		return r.family
	}
	return ""
}

// marks are where a reading under a crowded name is found.
func (r *reading) marks() []Mark {
	day, work := r.day(), r.kindOfWork()
	marks := make([]Mark, 0, 4)
	for _, x := range [...]struct {
		o       *org
		any, in byte
	}{{r.from, departures, departuresIn}, {r.to, arrivals, arrivalsIn}} {
		if x.o != nil {
			marks = append(marks, Mark{r.ID, markKey(x.any, x.o, ""), day}, Mark{r.ID, markKey(x.in, x.o, work), day})
		}
	}
	return marks
}

// reaches find the readings that are tied to this one. What one reading reaches, reaches it.
func (r *reading) reaches() []Reach {
	day, work := r.day(), r.kindOfWork()
	list := make([]Reach, 0, 6)
	if r.from != nil {
		list = append(list, Reach{markKey(departures, r.from, ""), day - nearDays, day + nearDays})
		if work == "" {
			list = append(list, Reach{markKey(arrivals, r.from, ""), day - longStay, day + laterDays})
		} else {
			list = append(list, Reach{markKey(arrivalsIn, r.from, work), -forever, day + laterDays},
				Reach{markKey(arrivalsIn, r.from, ""), day - longStay, day + laterDays})
		}
	}
	if r.to != nil {
		list = append(list, Reach{markKey(arrivals, r.to, ""), day - nearDays, day + nearDays})
		if work == "" {
			list = append(list, Reach{markKey(departures, r.to, ""), day - laterDays, day + longStay})
		} else {
			list = append(list, Reach{markKey(departuresIn, r.to, work), day - laterDays, forever},
				Reach{markKey(departuresIn, r.to, ""), day - laterDays, day + longStay})
		}
	}
	return list
}

// parts divides the readings, given by their places. What a person judged to be one is in one part, and so is all that is under names that are not crowded.
func (w *fusion) parts(crowded map[ID]bool) [][]int {
	u := newUnion(len(w.readings))
	marked := map[int64]*markedReadings{}
	rest, same := -1, make([]int, len(w.same))
	for i := range same {
		same[i] = -1
	}
	join := func(first *int, i int) {
		if *first < 0 {
			*first = i
		}
		u.join(*first, i)
	}
	byBlock := map[ID]uint64{} // tells the marks of crowded blocks that judgements tie apart
	for i := range w.readings {
		r := &w.readings[i]
		for k, claims := range w.same {
			if _, ok := slices.BinarySearch(claims, r.ID); ok {
				join(&same[k], i)
			}
		}
		if !crowded[r.Block] {
			join(&rest, i)
			continue
		}
		if _, ok := byBlock[r.Block]; !ok {
			byBlock[r.Block] = uint64(len(byBlock)) * 0x9e3779b97f4a7c15
		}
		for _, m := range r.marks() {
			key := int64(uint64(m.Key) ^ byBlock[r.Block])
			if marked[key] == nil {
				marked[key] = &markedReadings{}
			}
			marked[key].list = append(marked[key].list, markedReading{m.At, i})
		}
	}
	for _, m := range marked {
		m.sort()
	}
	for i := range w.readings {
		if r := &w.readings[i]; crowded[r.Block] {
			for _, reach := range r.reaches() {
				if m := marked[int64(uint64(reach.Key)^byBlock[r.Block])]; m != nil {
					m.join(u, i, reach)
				}
			}
		}
	}
	return u.sets()
}

// crowdedBlocks are those under whose common name there are many claims.
func (w *fusion) crowdedBlocks() map[ID]bool {
	var crowded map[ID]bool
	for block, n := range w.counting {
		if w.partial || n > w.fuser.crowd() {
			if crowded == nil && w.commonness() != commonName {
				return nil
			}
			if crowded == nil {
				crowded = map[ID]bool{}
			}
			crowded[block] = true
		}
	}
	return crowded
}

// part is the work on some of the readings.
func (w *fusion) part(places []int, crowded map[ID]bool) *fusion {
	p := *w
	p.readings = make([]reading, len(places))
	for i, k := range places {
		p.readings[i] = w.readings[k]
		p.crowded = p.crowded || crowded[w.readings[k].Block]
	}
	return &p
}

// markedReadings are the readings with a mark of one key, by day.
type markedReadings struct {
	list []markedReading
	next []int // as in union: the next one that is not known to be in one set with the one after it
}

type markedReading struct{ day, reading int }

func (m *markedReadings) sort() {
	slices.SortFunc(m.list, func(a, b markedReading) int {
		return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.reading, b.reading))
	})
	m.next = make([]int, len(m.list))
	for i := range m.next {
		m.next[i] = i
	}
}

// join brings a reading together with all that it reaches.
func (m *markedReadings) join(u *union, i int, r Reach) {
	byDay := func(x markedReading, day int) int { return cmp.Compare(x.day, day) }
	first, _ := slices.BinarySearchFunc(m.list, r.From, byDay)
	end, _ := slices.BinarySearchFunc(m.list, r.To+1, byDay)
	if first >= end {
		return
	}
	u.join(i, m.list[first].reading)
	for k := find(m.next, first); k < end-1; k = find(m.next, k) {
		u.join(m.list[k].reading, m.list[k+1].reading)
		m.next[k] = k + 1
	}
}

// union is a division of numbers into sets that grows coarser.
type union struct{ up []int }

func newUnion(n int) *union {
	u := &union{make([]int, n)}
	for i := range u.up {
		u.up[i] = i
	}
	return u
}

// find follows a list of references to its end, shortening the way.
func find(up []int, i int) int {
	for up[i] != i {
		up[i] = up[up[i]]
		i = up[i]
	}
	return i
}

func (u *union) join(i, j int) {
	i, j = find(u.up, i), find(u.up, j)
	u.up[max(i, j)] = min(i, j)
}

// sets are the sets, by their first numbers, each in order.
func (u *union) sets() [][]int {
	var sets [][]int
	at := make([]int, len(u.up))
	for i := range u.up {
		if r := find(u.up, i); r == i {
			at[i] = len(sets)
			sets = append(sets, []int{i})
		} else {
			sets[at[r]] = append(sets[at[r]], i)
		}
	}
	return sets
}
