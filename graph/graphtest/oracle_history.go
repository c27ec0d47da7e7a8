package graphtest

import (
	"maps"
	"slices"
	"time"

	"talentgraph/graph"
)

// span is when something was current: from since until before until, which is zero while it is.
type span struct{ since, until time.Time }

// holds reports whether the span covers a time; the zero time is now.
func (s span) holds(at time.Time) bool {
	if at.IsZero() {
		return s.until.IsZero()
	}
	return !s.since.After(at) && (s.until.IsZero() || s.until.After(at))
}

type version[T any] struct {
	span
	value T
}

// history is all versions of things by ID, the oldest first.
type history[T any] map[graph.ID][]version[T]

func (h history[T]) at(id graph.ID, at time.Time) (version[T], bool) {
	for _, v := range h[id] {
		if v.holds(at) {
			return v, true
		}
	}
	return version[T]{}, false
}

// all that is current at a time, by ID.
func (h history[T]) all(at time.Time) []version[T] {
	var all []version[T]
	for _, id := range slices.Sorted(maps.Keys(h)) {
		if v, ok := h.at(id, at); ok {
			all = append(all, v)
		}
	}
	return all
}

// open closes the current version and makes this one current.
func (h history[T]) open(id graph.ID, value T, now time.Time) {
	h.shut(id, now)
	h[id] = append(h[id], version[T]{span{since: now}, value})
}

func (h history[T]) shut(id graph.ID, now time.Time) {
	for i := range h[id] {
		if h[id][i].until.IsZero() {
			h[id][i].until = now
		}
	}
}

func clonePerson(p graph.Person) graph.Person {
	p.Aliases, p.Candidates = slices.Clone(p.Aliases), slices.Clone(p.Candidates)
	return p
}

func cloneMove(m graph.Move) graph.Move {
	m.Claims, m.Mentions, m.Words = slices.Clone(m.Claims), slices.Clone(m.Mentions), slices.Clone(m.Words)
	m.Sources = slices.Clone(m.Sources)
	return m
}

func cloneOrganization(o graph.Organization) graph.Organization {
	o.Aliases, o.FormerNames = slices.Clone(o.Aliases), slices.Clone(o.FormerNames)
	o.Domains, o.Observed = slices.Clone(o.Domains), slices.Clone(o.Observed)
	return o
}

func cloneJudgement(j graph.Judgement) graph.Judgement {
	j.Blocks, j.Claims, j.Others = slices.Clone(j.Blocks), slices.Clone(j.Claims), slices.Clone(j.Others)
	j.Organizations, j.Suppress = slices.Clone(j.Organizations), slices.Clone(j.Suppress)
	return j
}
