package graph

import (
	"cmp"
	"math"
	"slices"
)

// earlier orders claims: by report, unknown last, then by ID. The first claim of a person or a move is its anchor,
// from which its ID comes: articles that arrive later are mostly reported later, so the ID mostly stays.
func earlier(a, b *Claim) int {
	return cmp.Or(compareKnownFirst(a.Reported, b.Reported), cmp.Compare(a.ID, b.ID))
}

func (w *fusion) claimsOf(episodes []*episode) []*reading {
	var list []*reading
	for _, e := range episodes {
		for _, i := range e.readings {
			list = append(list, &w.readings[i])
		}
	}
	slices.SortFunc(list, func(a, b *reading) int { return earlier(a.Claim, b.Claim) })
	return list
}

// person describes a cluster.
func (w *fusion) person(c *cluster) Person {
	claims := w.claimsOf(c.episodes)
	weights := map[string]float64{}
	full := map[string]int{}
	for _, r := range claims {
		weights[r.Person] += r.Confidence
		full[r.Person] = fullness(w.names[r.name])
	}
	p := Person{ID: personID(claims[0].ID), Block: claims[0].Block}
	p.Name, p.Aliases = bestPersonName(weights, full)
	p.Score, p.Reason = reasonOf(c)
	return p
}

// fullness grows with the words of a name; an initial counts half.
func fullness(n PersonName) int {
	full := min(len(n.Given), 2) + min(len(n.Surname), 2) + min(len(n.Surname2), 2)
	for _, m := range n.Middle {
		full += min(len(m), 2)
	}
	return full
}

// bestPersonName chooses the fullest name (most words, none an initial), then the most used, then by nameRank.
func bestPersonName(weights map[string]float64, full map[string]int) (string, []string) {
	names := make([]string, 0, len(weights))
	for n := range weights {
		names = append(names, n)
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(caseRank(a), caseRank(b)), cmp.Compare(min(full[b], 4), min(full[a], 4)),
			cmp.Compare(weights[b], weights[a]), cmp.Compare(full[b], full[a]), nameRank(a, b))
	})
	aliases := names[1:]
	slices.Sort(aliases)
	return names[0], aliases
}

// reasonOf says why the claims are one person, with a score in steps of a twentieth so that it does not change with
// every article.
func reasonOf(c *cluster) (float64, string) {
	if c.why == byOneStory {
		return 1, "one story"
	}
	return math.Round(min(c.score, 1)*20) / 20, string(c.why)
}

// maxCandidates is how many near misses a person carries at the most.
const maxCandidates = 3

// candidates finds the near misses among the people of a group.
func (w *fusion) candidates(clusters []*cluster, people []Person) {
	if len(clusters) < 2 || len(clusters) > manyAtOne {
		return // alone, or so many namesakes that a list of them helps nobody
	}
	for i, c := range clusters {
		for j, d := range clusters {
			if i == j || !w.clustersFit(c, d) {
				continue
			}
			if score, why := nearMiss(c, d); score > 0 {
				people[i].Candidates = append(people[i].Candidates, Candidate{people[j].ID, math.Round(score*20) / 20, why})
			}
		}
		slices.SortFunc(people[i].Candidates, func(a, b Candidate) int {
			return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Person, b.Person))
		})
		people[i].Candidates = people[i].Candidates[:min(maxCandidates, len(people[i].Candidates))]
	}
}

func nearMiss(c, d *cluster) (float64, string) {
	best, why := 0.0, ""
	for _, x := range c.episodes {
		for _, y := range d.episodes {
			if t, ok := tieOf(x, y); ok && t.score > best {
				best, why = t.score, string(t.why)
			}
		}
	}
	if best == 0 && sameFamily(c.families, d.families) > 0 && !contradict(c, d) {
		return 0.2, "the same name in the same kind of work"
	}
	return best, why
}
