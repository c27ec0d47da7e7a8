package graphtest

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	"talentgraph/graph"
)

func person(v version[graph.Person]) graph.Person {
	p := clonePerson(v.value)
	p.Since, p.Until = v.since, v.until
	return p
}

func move(v version[graph.Move]) graph.Move {
	m := cloneMove(v.value)
	m.Since, m.Until = v.since, v.until
	return m
}

// judged is all judgements by At, then ID.
func (o *Oracle) judged() []graph.Judgement {
	return slices.SortedFunc(maps.Values(o.judgements), func(a, b graph.Judgement) int {
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.ID, b.ID))
	})
}

// BlocksOf as graph.Store says.
func (o *Oracle) BlocksOf(ctx context.Context, organizations []graph.ID, after graph.ID, limit int) ([]graph.ID, error) {
	err := o.enter(ctx, "blocks of")
	defer o.mu.Unlock()
	if err != nil {
		return nil, err
	}
	var ids []graph.ID
	if len(organizations) == 0 {
		ids = slices.Collect(maps.Keys(o.versions))
	}
	for _, v := range o.moves.all(time.Time{}) {
		if slices.ContainsFunc(v.value.Mentions, func(m graph.Mention) bool { return slices.Contains(organizations, m.Organization) }) {
			ids = append(ids, v.value.Block)
		}
	}
	slices.Sort(ids)
	ids = slices.DeleteFunc(slices.Compact(ids), func(id graph.ID) bool { return id <= after })
	return ids[:min(limit, len(ids))], nil
}

// Articles as graph.Store says.
func (o *Oracle) Articles(ctx context.Context, ids []graph.ID, at time.Time) (map[graph.ID]graph.Article, error) {
	return read(ctx, o, "articles", ids, func(id graph.ID) (graph.Article, bool) {
		v, ok := o.articles.at(id, at)
		return v.value, ok
	})
}

// People as graph.Store says.
func (o *Oracle) People(ctx context.Context, ids []graph.ID, at time.Time) (map[graph.ID]graph.Person, error) {
	return read(ctx, o, "people", ids, func(id graph.ID) (graph.Person, bool) {
		v, ok := o.people.at(id, at)
		return person(v), ok
	})
}

// MovesByID as graph.Store says.
func (o *Oracle) MovesByID(ctx context.Context, ids []graph.ID, at time.Time) (map[graph.ID]graph.Move, error) {
	return read(ctx, o, "moves by id", ids, func(id graph.ID) (graph.Move, bool) {
		v, ok := o.moves.at(id, at)
		return move(v), ok
	})
}

// Organizations as graph.Store says.
func (o *Oracle) Organizations(ctx context.Context, ids []graph.ID, at time.Time) (map[graph.ID]graph.Organization, error) {
	return read(ctx, o, "organizations", ids, func(id graph.ID) (graph.Organization, bool) { return o.organization(id, at) })
}

// Successors as graph.Store says.
func (o *Oracle) Successors(ctx context.Context, ids []graph.ID) (map[graph.ID]graph.ID, error) {
	return read(ctx, o, "successors", ids, o.successor)
}

func read[T any](ctx context.Context, o *Oracle, operation string, ids []graph.ID, one func(graph.ID) (T, bool)) (map[graph.ID]T, error) {
	err := o.enter(ctx, operation)
	defer o.mu.Unlock()
	if err != nil {
		return nil, err
	}
	found := map[graph.ID]T{}
	for _, id := range ids {
		if x, ok := one(id); ok {
			found[id] = x
		}
	}
	return found, nil
}

func (o *Oracle) organization(id graph.ID, at time.Time) (graph.Organization, bool) {
	v, ok := o.organizations.at(id, at)
	if !ok {
		return graph.Organization{}, false
	}
	x := cloneOrganization(v.value)
	x.Since, x.Until = v.since, v.until
	for key, m := range o.mentions {
		if key.organization == id && slices.ContainsFunc(m.spans, func(s span) bool { return s.holds(at) }) {
			x.Observed = append(x.Observed, key.name)
		}
	}
	slices.Sort(x.Observed)
	return x, len(x.Observed) > 0
}

// Claims as graph.Store says.
func (o *Oracle) Claims(ctx context.Context, q graph.ClaimQuery) (map[graph.ID][]graph.Claim, error) {
	err := o.enter(ctx, "claims")
	defer o.mu.Unlock()
	if err != nil {
		return nil, err
	}
	found := map[graph.ID][]graph.Claim{}
	for _, id := range q.Of {
		m, _ := o.moves.at(id, q.At)
		var claims []graph.Claim
		for _, v := range o.claims.all(q.At) {
			if c := v.value; c.ID == id || c.Article == id || slices.Contains(m.value.Claims, c.ID) {
				claims = append(claims, c)
			}
		}
		slices.SortFunc(claims, byReported)
		if q.Limit > 0 {
			claims = claims[:min(q.Limit, len(claims))]
		}
		if len(claims) > 0 {
			found[id] = claims
		}
	}
	return found, nil
}

// byReported orders claims by Reported, unknown last, then ID.
func byReported(a, b graph.Claim) int {
	if a.Reported.IsZero() != b.Reported.IsZero() {
		return -a.Reported.Compare(b.Reported)
	}
	return cmp.Or(a.Reported.Compare(b.Reported), cmp.Compare(a.ID, b.ID))
}

// Judgements as graph.Store says.
func (o *Oracle) Judgements(ctx context.Context, after graph.ID, limit int) ([]graph.Judgement, error) {
	err := o.enter(ctx, "judgements")
	defer o.mu.Unlock()
	if err != nil {
		return nil, err
	}
	all := o.judged()
	if after != "" {
		i := slices.IndexFunc(all, func(j graph.Judgement) bool { return j.ID == after })
		if i < 0 {
			return nil, nil
		}
		all = all[i+1:]
	}
	var page []graph.Judgement
	for _, j := range all[:min(limit, len(all))] {
		page = append(page, cloneJudgement(j))
	}
	return page, nil
}

// Search as graph.Store says.
func (o *Oracle) Search(ctx context.Context, q graph.SearchQuery) ([]graph.Name, error) {
	err := o.enter(ctx, "search")
	defer o.mu.Unlock()
	if err != nil {
		return nil, err
	}
	all := map[graph.Name]bool{}
	for _, prefix := range q.Prefixes {
		for _, n := range o.search(prefix, q) {
			all[n] = true
		}
	}
	return slices.SortedFunc(maps.Keys(all), compareFound), nil
}

func compareFound(a, b graph.Name) int {
	return cmp.Or(cmp.Compare(a.Key, b.Key), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Name, b.Name))
}

func (o *Oracle) search(prefix string, q graph.SearchQuery) []graph.Name {
	var found []graph.Name
	add := func(id graph.ID, names []string) {
		first := map[string]string{}
		for _, n := range names {
			for _, key := range graph.SearchKeys(n) {
				if old, ok := first[key]; strings.HasPrefix(key, prefix) && (!ok || n < old) {
					first[key] = n
				}
			}
		}
		for key, n := range first {
			found = append(found, graph.Name{Key: key, ID: id, Name: n})
		}
	}
	if q.Kind != "Organization" {
		for _, v := range o.people.all(q.At) {
			add(v.value.ID, v.value.Names())
		}
	}
	if q.Kind != "Person" {
		for id := range o.organizations {
			if x, ok := o.organization(id, q.At); ok {
				add(id, slices.Concat([]string{x.Name}, x.Aliases, x.FormerNames, x.Observed))
			}
		}
	}
	slices.SortFunc(found, compareFound)
	return found[:min(q.Limit, len(found))]
}

// Snapshot as graph.Store says.
func (o *Oracle) Snapshot(ctx context.Context, at time.Time) (graph.Snapshot, error) {
	err := o.enter(ctx, "snapshot")
	defer o.mu.Unlock()
	if err != nil {
		return graph.Snapshot{}, err
	}
	var s graph.Snapshot
	for _, t := range o.commits {
		if at.IsZero() || !t.After(at) {
			s.Commits++
			s.At = t
		}
	}
	for id := range o.organizations {
		if _, ok := o.organization(id, at); ok {
			s.Organizations++
		}
	}
	s.Articles, s.Claims = len(o.articles.all(at)), len(o.claims.all(at))
	s.People, s.Moves = len(o.people.all(at)), len(o.moves.all(at))
	return s, nil
}
