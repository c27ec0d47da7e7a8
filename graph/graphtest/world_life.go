package graphtest

import (
	"math/rand/v2"
	"strings"
	"time"

	"talentgraph/graph"
)

// life is a person with a career.
type life struct {
	number int
	name   lifeName
	field  int // into worldFields
	moves  []lifeMove
}

// lifeMove is a change of employer: left on one day, started on another.
type lifeMove struct {
	from, to       int // employers
	left, started  int // days
	field          int
	roleTo         string
	roleFrom       string
	unreported     bool
	remarkable     bool // many articles
	fromElsewhere  bool // the first known move: where from is told rarely
	announcedEarly int  // days before the start
}

type lifeName struct {
	given, surname string
	middle         string // empty for most
}

func (n lifeName) key() string { return graph.Fold(n.given + " " + n.surname) }

const (
	firstDay = 14000 // of careers, in days since 1970: spring of 2008
	lastDay  = 20400 // autumn of 2025
)

// Shares of people. A crowded name is the commonest of some that were drawn: as if these people came from a population
// that is larger by orders of magnitude, so that there are many namesakes in a small world, and more the commoner the name.
const (
	crowdedShare   = 0.33
	crowdedDraws   = 20
	rareSurnames   = 0.40 // made up, so in no table
	rareGivenNames = 0.10
	middleNames    = 0.35
	accents        = 0.10
)

func (w *World) life(number int) *life {
	r := w.rng(chanceOfLife, number)
	p := &life{number: number, field: r.IntN(len(worldFields))}
	if r.Float64() < crowdedShare {
		p.name = w.crowdedName(r)
	} else {
		p.name = w.name(r, true)
	}
	if r.Float64() < middleNames {
		p.name.middle = title(w.given.draw(r))
	}
	employer := w.employer(r)
	day := firstDay + r.IntN(lastDay-firstDay-800)
	var past []int
	for n := 0; n == 0 || n < 8 && r.Float64() < 0.62; n++ {
		m := lifeMove{from: employer, left: day, fromElsewhere: n == 0, field: p.field}
		if r.Float64() < 0.05 {
			m.field = r.IntN(len(worldFields))
		}
		m.to = w.employer(r)
		if len(past) > 0 && r.Float64() < 0.04 {
			m.to = past[r.IntN(len(past))] // goes back
		}
		for m.to == m.from {
			m.to = w.employer(r)
		}
		m.started = m.left + gap(r)
		if m.started > lastDay {
			break
		}
		titles := worldFields[m.field]
		m.roleTo, m.roleFrom = titles[min(len(titles)-1, n+r.IntN(3))], titles[min(len(titles)-1, n)]
		m.unreported, m.remarkable = r.Float64() < 0.04, r.Float64() < 0.1
		m.announcedEarly = r.IntN(60)
		p.moves = append(p.moves, m)
		past = append(past, employer)
		employer = m.to
		day = m.started + 250 + int(r.ExpFloat64()*1000)
		if day > lastDay {
			break
		}
	}
	return p
}

// gap is how many days lie between leaving and starting.
func gap(r *rand.Rand) int {
	switch x := r.Float64(); {
	case x < 0.65:
		return r.IntN(20)
	case x < 0.9:
		return 20 + r.IntN(100)
	}
	return 120 + r.IntN(380)
}

// name draws a given name and a surname that go together: of some given names, one by how much commoner it is with
// this surname than elsewhere.
func (w *World) name(r *rand.Rand, any bool) lifeName {
	n := lifeName{surname: w.surnames.draw(r)}
	if any && r.Float64() < rareSurnames {
		n.surname = madeUp(r, 3)
	}
	if any && r.Float64() < rareGivenNames {
		n.given = madeUp(r, 2)
	} else {
		const candidates = 8
		var words [candidates]string
		var sums [candidates]float64
		sum := 0.0
		for i := range words {
			k := w.given.index(r)
			words[i] = w.given.words[k]
			sum += w.Names.Commonness(graph.PersonName{Given: words[i], Surname: n.surname}) / w.given.weight(k)
			sums[i] = sum
		}
		x, i := r.Float64()*sum, 0
		for i < candidates-1 && sums[i] < x {
			i++
		}
		n.given = words[i]
	}
	n.given, n.surname = title(n.given), title(n.surname)
	if r.Float64() < accents {
		n.surname = accented.Replace(n.surname)
	}
	return n
}

func (w *World) crowdedName(r *rand.Rand) lifeName {
	var best lifeName
	most := -1.0
	for range crowdedDraws {
		n := w.name(r, false)
		if c := w.Names.Commonness(graph.PersonName{Given: graph.Fold(n.given), Surname: graph.Fold(n.surname)}); c > most {
			best, most = n, c
		}
	}
	return best
}

var accented = strings.NewReplacer("e", "é", "o", "ö", "a", "á", "u", "ü", "n", "ñ")

func title(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// madeUp is a name that sounds like one; a small part of the possible ones is drawn more often.
func madeUp(r *rand.Rand, syllables int) string {
	var b strings.Builder
	for range syllables {
		x := r.Float64()
		b.WriteString(worldSyllables[int(x*x*float64(len(worldSyllables)))])
	}
	b.WriteString(worldEndings[r.IntN(len(worldEndings))])
	return b.String()
}

func dayDate(day int) graph.Date { return graph.DateOf(time.Unix(int64(day)*86400, 0)) }
