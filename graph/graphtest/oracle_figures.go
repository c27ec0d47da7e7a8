package graphtest

import (
	"cmp"
	"context"
	"slices"

	"talentgraph/graph"
)

// Flows as graph.Store says.
func (o *Oracle) Flows(ctx context.Context, q graph.FlowQuery) ([]graph.Flow, error) {
	err := o.enter(ctx, "flows")
	defer o.mu.Unlock()
	if err != nil {
		return nil, err
	}
	cells := map[graph.Flow]int{}
	for _, v := range o.moves.all(q.At) {
		if passes(v.value, q.Where) {
			cells[q.Cell(&v.value)]++
		}
	}
	flows := make([]graph.Flow, 0, len(cells))
	for f, n := range cells {
		f.Moves = n
		if q.After == nil || q.Order.Compare(f, *q.After) > 0 {
			flows = append(flows, f)
		}
	}
	slices.SortFunc(flows, q.Order.Compare)
	return flows[:min(q.Limit, len(flows))], nil
}

// Coverage as graph.Store says.
func (o *Oracle) Coverage(ctx context.Context, q graph.CoverageQuery) ([]graph.Coverage, error) {
	err := o.enter(ctx, "coverage")
	defer o.mu.Unlock()
	if err != nil {
		return nil, err
	}
	each := q.Each
	if len(each) == 0 {
		each = []graph.MoveFilter{{}}
	}
	list := make([]graph.Coverage, len(each))
	for i, f := range each {
		var moves []graph.Move
		for _, v := range o.moves.all(q.At) {
			if passes(v.value, q.Where) && passes(v.value, f) {
				moves = append(moves, v.value)
			}
		}
		list[i] = coverage(moves, q.Top)
	}
	return list, nil
}

func coverage(moves []graph.Move, top int) graph.Coverage {
	c := graph.Coverage{Moves: len(moves)}
	people, articles := map[graph.ID]bool{}, map[graph.ID]graph.Source{}
	publishers, languages, roles := map[string]int{}, map[string]int{}, map[string]int{}
	for _, m := range moves {
		people[m.Person] = true
		if m.Date.IsZero() {
			c.Undated++
		}
		if m.Inferred {
			c.Inferred++
		}
		widen(&c.First, &c.Last, m.Date)
		c.Claims += len(m.Claims)
		if role := cmp.Or(m.RoleTo, m.RoleFrom); role != "" {
			roles[role]++
		}
		for _, s := range m.Sources {
			articles[s.Article] = s
		}
	}
	for _, s := range articles {
		publishers[s.Publisher]++
		languages[s.Language]++
		widen(&c.Since, &c.Until, s.Published)
	}
	c.People, c.Articles, c.PublisherCount, c.LanguageCount = len(people), len(articles), len(publishers), len(languages)
	c.Publishers, c.Languages, c.Roles = shares(publishers, top), shares(languages, top), shares(roles, top)
	return c
}

// widen makes a span of dates, as texts, hold one more.
func widen(first, last *graph.Date, d graph.Date) {
	if d.IsZero() {
		return
	}
	if first.IsZero() || d.String() < first.String() {
		*first = d
	}
	if d.String() > last.String() {
		*last = d
	}
}

func shares(counts map[string]int, top int) []graph.Share {
	var list []graph.Share
	for name, n := range counts {
		list = append(list, graph.Share{Name: name, Count: n})
	}
	slices.SortFunc(list, func(a, b graph.Share) int { return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Name, b.Name)) })
	return list[:min(top, len(list))]
}
