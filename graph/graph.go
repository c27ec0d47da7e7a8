package graph

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// Graph is what programs use: it records articles with their claims, derives people, organizations and moves from
// them, and answers questions. It owns all policy; the Store below it only keeps and finds. Safe for concurrent use.
type Graph struct {
	store     Store
	catalogue *Catalogue
	fuser     *Fuser
	clock     func() time.Time
	sets      map[string]Set
	turn      sync.Mutex // held by a writer that has met a conflict
	judged    atomic.Pointer[judged]
	held      int // blocks in memory at once
}

// Option changes how a Graph works.
type Option func(*Graph)

// WithClock sets where the time of recording comes from; the default is time.Now.
func WithClock(now func() time.Time) Option { return func(g *Graph) { g.clock = now } }

// WithCrowd sets Fuser.Crowd. Graphs over one store must agree on it.
func WithCrowd(claims int) Option { return func(g *Graph) { g.fuser.Crowd = claims } }

// WithBlocks sets how many name blocks a Graph holds in memory at once while it records; 1,024 otherwise.
func WithBlocks(held int) Option { return func(g *Graph) { g.held = held } }

// New makes a Graph over a store, with what is known beforehand of organizations and of how common names are.
func New(store Store, catalogue *Catalogue, names *NameTable, options ...Option) *Graph {
	g := &Graph{store: store, catalogue: catalogue, fuser: NewFuser(catalogue, names), clock: time.Now, held: heldBlocks}
	for _, o := range options {
		o(g)
	}
	return g
}

// Close closes the store.
func (g *Graph) Close() error { return g.store.Close() }

// Snapshot is the state of the record at a time; the zero time is now.
func (g *Graph) Snapshot(ctx context.Context, at time.Time) (Snapshot, error) {
	return g.store.Snapshot(ctx, at)
}

// Articles by id. Here and below: under the id that was asked for, unknown ids left out, at the zero time now.
func (g *Graph) Articles(ctx context.Context, ids []ID, at time.Time) (map[ID]Article, error) {
	return g.store.Articles(ctx, ids, at)
}

// Claims of moves, of articles, or by their own ids.
func (g *Graph) Claims(ctx context.Context, q ClaimQuery) (map[ID][]Claim, error) {
	if q.Limit < 0 {
		return nil, fmt.Errorf("claims: %w limit %d", ErrInvalid, q.Limit)
	}
	if len(q.Of) == 0 {
		return map[ID][]Claim{}, nil
	}
	return g.store.Claims(ctx, q)
}

// People by id. An id that gave way to another answers with the person that took its place.
func (g *Graph) People(ctx context.Context, ids []ID, at time.Time) (map[ID]Person, error) {
	return byID(ctx, g, ids, at, g.store.People)
}

// Organizations by id, following successors as People does. Organizations outside the catalogue carry the best of
// their observed names.
func (g *Graph) Organizations(ctx context.Context, ids []ID, at time.Time) (map[ID]Organization, error) {
	found, err := byID(ctx, g, ids, at, g.store.Organizations)
	for id, o := range found {
		if !o.Catalogued {
			o.Name = BestName(o.Observed)
			found[id] = o
		}
	}
	return found, err
}

// MovesByID by id, following successors as People does.
func (g *Graph) MovesByID(ctx context.Context, ids []ID, at time.Time) (map[ID]Move, error) {
	return byID(ctx, g, ids, at, g.store.MovesByID)
}

// maxSuccession bounds how many times an id is followed to its successor; far more than merges of merges ever need.
const maxSuccession = 64

func byID[T any](ctx context.Context, g *Graph, ids []ID, at time.Time,
	read func(context.Context, []ID, time.Time) (map[ID]T, error)) (map[ID]T, error) {
	if len(ids) == 0 {
		return map[ID]T{}, nil
	}
	ids = slices.Compact(slices.Sorted(slices.Values(ids)))
	found, err := read(ctx, ids, at)
	if err != nil || len(found) == len(ids) {
		return found, err
	}
	follow := map[ID]ID{} // asked → where its succession has led so far
	for _, id := range ids {
		if _, ok := found[id]; !ok && id.Kind() != "" {
			follow[id] = id
		}
	}
	for range maxSuccession {
		if len(follow) == 0 {
			break
		}
		next, err := g.store.Successors(ctx, slices.Compact(slices.Sorted(maps.Values(follow))))
		if err != nil {
			return nil, err
		}
		for asked, id := range follow {
			if to, ok := next[id]; ok && to != "" {
				follow[asked] = to
			} else {
				delete(follow, asked)
			}
		}
		if len(follow) == 0 {
			break
		}
		got, err := read(ctx, slices.Compact(slices.Sorted(maps.Values(follow))), at)
		if err != nil {
			return nil, err
		}
		for asked, id := range follow {
			if v, ok := got[id]; ok {
				found[asked] = v
				delete(follow, asked)
			}
		}
	}
	return found, nil
}
