package graphtest

import (
	"cmp"
	"iter"
	"math"
	"math/rand/v2"
	"slices"

	"talentgraph/graph"
)

// World is a synthetic world of people, employers and the press, the same for the same seed. It is meant to be as hard
// as the real one and no harder: many people share a name, employers are of very different sizes, some moves go
// unreported, articles contradict each other, tell half of a move or name a wrong employer, and yet a careful reader
// who has all articles could find out nearly all of the truth.
type World struct {
	Seed      uint64
	Catalogue *graph.Catalogue // employers known by name, may be nil
	Names     *graph.NameTable // may be nil: then every name is rare

	employers []employer
	given     weightedWords
	surnames  weightedWords
}

// Entry is an article as an extractor would give it, with the truth behind its claims.
type Entry struct {
	Reading graph.Reading
	Truth   []Truth // of each claim
}

// Truth is whom and which of their moves a claim is about.
type Truth struct{ Person, Move int }

// NewWorld makes a world. Both tables may be nil.
func NewWorld(seed uint64, catalogue *graph.Catalogue, names *graph.NameTable) *World {
	w := &World{Seed: seed, Catalogue: catalogue, Names: names}
	w.employers = employersOf(catalogue)
	w.given = weigh(names.GivenNames(tableNames), fallbackGiven, func(s string) float64 { return names.Commonness(graph.PersonName{Given: s}) })
	w.surnames = weigh(names.Surnames(tableNames), fallbackSurnames, func(s string) float64 { return names.Commonness(graph.PersonName{Surname: s}) })
	return w
}

// Sizes of the world.
const (
	window     = 2048 // people whose articles are told together, in the order of the articles' dates
	tableNames = 4000 // of each kind that are drawn from the name table; the others are made up
)

// Entries tells the world's articles without end, some thousand people after each other, in the order of the articles'
// dates among those. The memory needed does not grow.
func (w *World) Entries() iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		for first := 0; ; first += window {
			var stories []story
			last := map[string]*life{} // the last person of each name: whose employer a careless article may take
			for i := first; i < first+window; i++ {
				p := w.life(i)
				stories = append(stories, w.stories(p, last[p.name.key()])...)
				last[p.name.key()] = p
			}
			slices.SortStableFunc(stories, func(a, b story) int { return cmp.Compare(a.day, b.day) })
			for _, e := range w.articles(stories, first) {
				if !yield(e) {
					return
				}
			}
		}
	}
}

// Take is the first n articles.
func (w *World) Take(n int) []Entry {
	list := make([]Entry, 0, n)
	for e := range w.Entries() {
		if list = append(list, e); len(list) == n {
			break
		}
	}
	return list
}

// rng is the source of chance for one thing of the world.
func (w *World) rng(kind, number int) *rand.Rand {
	return rand.New(rand.NewPCG(w.Seed, uint64(kind)<<48|uint64(number)))
}

// Kinds of things that have their own source of chance.
const (
	chanceOfLife = iota
	chanceOfArticle
)

// zipf draws a rank from 0 to n-1 with a probability as (rank+1)^-s, s below 1.
func zipf(r *rand.Rand, n int, s float64) int {
	u := r.Float64()
	k := math.Pow(u*(math.Pow(float64(n)+1, 1-s)-1)+1, 1/(1-s))
	return min(n-1, int(k)-1)
}

// weightedWords draws words by their weights.
type weightedWords struct {
	words []string
	sums  []float64
}

func weigh(words, fallback []string, weight func(string) float64) weightedWords {
	if len(words) == 0 {
		words = fallback
	}
	w := weightedWords{words: words}
	sum := 0.0
	for i, s := range words {
		x := weight(s)
		if len(fallback) > 0 && &words[0] == &fallback[0] {
			x = 1 / float64(i+3)
		}
		sum += x
		w.sums = append(w.sums, sum)
	}
	return w
}

func (w weightedWords) draw(r *rand.Rand) string { return w.words[w.index(r)] }

func (w weightedWords) index(r *rand.Rand) int {
	x := r.Float64() * w.sums[len(w.sums)-1]
	i, _ := slices.BinarySearch(w.sums, x)
	return min(i, len(w.words)-1)
}

func (w weightedWords) weight(i int) float64 {
	if i == 0 {
		return w.sums[0]
	}
	return w.sums[i] - w.sums[i-1]
}
