package graph

import (
	"slices"
	"time"
)

// Person is an identity behind names: the claims of one name block that are one human being by evidence.
type Person struct {
	ID         ID
	Block      ID
	Name       string      // the fullest form that claims use most
	Aliases    []string    // the other forms as written, sorted
	Score      float64     // 0 to 1: how sure it is that these claims are one person
	Reason     string      // why they are, in words
	Candidates []Candidate // people of the same block who may be the same person, the likeliest first

	Since time.Time // from when this version was the current one
	Until time.Time // until when; zero for the current version
}

// Candidate is a near miss: another person who may be the same one, for a human to judge.
type Candidate struct {
	Person ID
	Score  float64 // 0 to 1: how likely they are the same
	Reason string
}

// Names are the person's name and aliases, the name first.
func (p Person) Names() []string { return append([]string{p.Name}, p.Aliases...) }

// SearchKeys are the keys under which search finds the person, sorted, without repeats.
func (p Person) SearchKeys() []string { return searchKeys(p.Names()) }

func searchKeys(names []string) []string {
	var keys []string
	for _, n := range names {
		keys = append(keys, SearchKeys(n)...)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}
