package graphtest

import (
	"fmt"
	"slices"

	"talentgraph/graph"
)

// Scores compare a graph with the truth of a World. Each figure is from 0 to 1, but the counts.
type Scores struct {
	Claims int // judged

	IdentityPrecision, IdentityRecall, IdentityF1 float64 // of people, B-cubed over the claims
	MovesPrecision, MovesRecall, MovesF1          float64 // of pairs of claims told to be of one move

	// MergedNamesakes counts pairs of people taken for one whose given name and surname are both among the 1,000
	// commonest, and whose careers have no organization in common in anything that was written about them.
	MergedNamesakes int
	Shared          int // claims on people whose name block holds somebody else's claims too
	LargestBlock    int // claims
}

// String says all of it in one line.
func (s Scores) String() string {
	return fmt.Sprintf("%d claims (%.0f %% among namesakes, largest block %d): people P %.4f R %.4f F1 %.4f, moves P %.4f R %.4f F1 %.4f, %d pairs of common namesakes merged",
		s.Claims, 100*float64(s.Shared)/float64(max(1, s.Claims)), s.LargestBlock, s.IdentityPrecision, s.IdentityRecall, s.IdentityF1,
		s.MovesPrecision, s.MovesRecall, s.MovesF1, s.MergedNamesakes)
}

// Record of what was told and what was made of it: Score is their comparison.
type Record struct {
	World  *World
	claims []graph.Claim
	truth  []Truth
	index  map[graph.ID]int
}

// NewRecord is an empty one for a world.
func NewRecord(w *World) *Record { return &Record{World: w, index: map[graph.ID]int{}} }

// Add notes an article's claims with their truth. Claims of equal ID count once.
func (r *Record) Add(claims []graph.Claim, truth []Truth) {
	for i, c := range claims {
		if _, ok := r.index[c.ID]; !ok {
			r.index[c.ID] = len(r.claims)
			c.Quote = ""
			r.claims = append(r.claims, c)
			r.truth = append(r.truth, truth[i])
		}
	}
}

// Score compares moves, which tell who made them, with the truth. A claim in no move counts as a person and move of
// its own.
func (r *Record) Score(moves []graph.Move) Scores {
	person, move := r.found(moves)
	truePerson, trueMove := make([]int, len(r.claims)), make([]int, len(r.claims))
	for i, t := range r.truth {
		truePerson[i], trueMove[i] = t.Person, t.Move
	}
	s := Scores{Claims: len(r.claims)}
	s.IdentityPrecision, s.IdentityRecall = bCubed(person, truePerson), bCubed(truePerson, person)
	s.IdentityF1 = harmonic(s.IdentityPrecision, s.IdentityRecall)
	s.MovesPrecision, s.MovesRecall = pairs(move, trueMove), pairs(trueMove, move)
	s.MovesF1 = harmonic(s.MovesPrecision, s.MovesRecall)
	s.MergedNamesakes = len(r.merged(person))
	s.Shared, s.LargestBlock = r.shared()
	return s
}

// found numbers for each claim the person and the move that it was given to.
func (r *Record) found(moves []graph.Move) (person, move []int) {
	person, move = make([]int, len(r.claims)), make([]int, len(r.claims))
	for i := range r.claims {
		person[i], move[i] = -1-i, -1-i
	}
	people := map[graph.ID]int{}
	for n, m := range moves {
		if _, ok := people[m.Person]; !ok {
			people[m.Person] = len(people)
		}
		for _, id := range m.Claims {
			if i, ok := r.index[id]; ok {
				person[i], move[i] = people[m.Person], n
			}
		}
	}
	return person, move
}

func harmonic(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// bCubed is the mean over all items of the share of their group that is in their other group as well.
func bCubed(group, other []int) float64 {
	sizes, both := map[int]int{}, map[[2]int]int{}
	for i := range group {
		sizes[group[i]]++
		both[[2]int{group[i], other[i]}]++
	}
	sum := 0.0
	for k, n := range both {
		sum += float64(n) * float64(n) / float64(sizes[k[0]])
	}
	return sum / float64(max(1, len(group)))
}

// pairs is the share of the pairs in a group that are in another group together as well; 1 where there are none.
func pairs(group, other []int) float64 {
	sizes, both := map[int]int{}, map[[2]int]int{}
	for i := range group {
		sizes[group[i]]++
		both[[2]int{group[i], other[i]}]++
	}
	all, right := 0, 0
	for _, n := range sizes {
		all += n * (n - 1) / 2
	}
	for _, n := range both {
		right += n * (n - 1) / 2
	}
	if all == 0 {
		return 1
	}
	return float64(right) / float64(all)
}

// shared counts the claims in name blocks of several people, and those of the largest block.
func (r *Record) shared() (shared, largest int) {
	type block struct {
		claims, first int
		several       bool
	}
	blocks := map[graph.ID]*block{}
	for i, c := range r.claims {
		b := blocks[c.Block]
		if b == nil {
			b = &block{first: r.truth[i].Person}
			blocks[c.Block] = b
		}
		b.claims++
		b.several = b.several || b.first != r.truth[i].Person
	}
	for _, b := range blocks {
		largest = max(largest, b.claims)
		if b.several {
			shared += b.claims
		}
	}
	return shared, largest
}

// Merged is two people who were taken for one.
type Merged struct {
	Name string
	A, B int // Truth.Person
}

// MergedPairs lists the pairs that MergedNamesakes counts.
func (r *Record) MergedPairs(moves []graph.Move) []Merged {
	person, _ := r.found(moves)
	return r.merged(person)
}

func (r *Record) merged(person []int) []Merged {
	of := map[int][]int{} // person found → true persons
	for i, p := range person {
		if !slices.Contains(of[p], r.truth[i].Person) {
			of[p] = append(of[p], r.truth[i].Person)
		}
	}
	claims := map[int][]int{}
	for p, list := range of {
		if len(list) < 2 {
			delete(of, p)
		}
		for _, t := range list {
			if len(list) > 1 {
				claims[t] = nil
			}
		}
	}
	for i, t := range r.truth {
		if _, ok := claims[t.Person]; ok {
			claims[t.Person] = append(claims[t.Person], i)
		}
	}
	var list []Merged
	for _, truths := range of {
		slices.Sort(truths)
		for i, a := range truths {
			for _, b := range truths[:i] {
				if name := r.claims[claims[a][0]].Person; r.common(claims[a]) && r.common(claims[b]) && !r.connected(claims[a], claims[b]) {
					list = append(list, Merged{name, b, a})
				}
			}
		}
	}
	return list
}

func (r *Record) common(claims []int) bool {
	return slices.ContainsFunc(claims, func(i int) bool {
		return r.World.Names.Common(graph.ParsePersonName(r.claims[i].Person), 1000)
	})
}

// connected reports whether two people were ever written to be at one organization, or at parts of one.
func (r *Record) connected(a, b []int) bool {
	at := map[string]bool{}
	for _, i := range a {
		for _, name := range []string{r.claims[i].From, r.claims[i].To} {
			at[r.World.top(name)] = true
		}
	}
	delete(at, "")
	return slices.ContainsFunc(b, func(i int) bool { return at[r.World.top(r.claims[i].From)] || at[r.World.top(r.claims[i].To)] })
}

// top is the key of the organization at the top of the one of this name.
func (w *World) top(name string) string {
	if name == "" {
		return ""
	}
	e, ok := w.Catalogue.Lookup(name)
	if !ok {
		return graph.OrganizationKey(name)
	}
	if above := w.Catalogue.Ancestors(e.Key); len(above) > 0 {
		return above[len(above)-1]
	}
	return e.Key
}
