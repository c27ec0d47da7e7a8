package graphtest

import (
	"cmp"
	"context"
	"slices"
	"time"

	"talentgraph/graph"
)

// ListPeople as graph.Store says.
func (o *Oracle) ListPeople(ctx context.Context, q graph.PeopleQuery) ([]graph.Person, int, error) {
	err := o.enter(ctx, "list people")
	defer o.mu.Unlock()
	if err != nil {
		return nil, 0, err
	}
	made := o.movesOf(q.Where.Moves, q.At, func(m graph.Move) []graph.ID { return []graph.ID{m.Person} })
	var list []graph.Person
	for _, v := range o.people.all(q.At) {
		if p := person(v); p.ListKey() != "" && anyOf(q.Where.IDs, p.ID) && named(p.Names(), q.Where.Words) && made(p.ID) {
			list = append(list, p)
		}
	}
	key := func(p graph.Person) graph.NamePosition { return graph.NamePosition{Key: p.ListKey(), ID: p.ID} }
	list, total := listed(list, key, compareNames(q.Order), q.After, q.Limit, q.Total)
	return list, total, nil
}

// ListOrganizations as graph.Store says.
func (o *Oracle) ListOrganizations(ctx context.Context, q graph.OrganizationQuery) ([]graph.Organization, int, error) {
	err := o.enter(ctx, "list organizations")
	defer o.mu.Unlock()
	if err != nil {
		return nil, 0, err
	}
	w := q.Where
	stands := o.movesOf(w.Moves, q.At, func(m graph.Move) []graph.ID {
		return map[graph.MoveEnd][]graph.ID{graph.EitherEnd: {m.From, m.To}, graph.FromEnd: {m.From}, graph.ToEnd: {m.To}}[w.End]
	})
	var list []graph.Organization
	for id := range o.organizations {
		x, ok := o.organization(id, q.At)
		if ok && x.ListKey() != "" && anyOf(w.IDs, id) && named(slices.Concat([]string{x.Name}, x.Aliases, x.FormerNames, x.Observed), w.Words) && anyOf(w.Countries, x.Country) &&
			anyOf(w.Sectors, x.Sector) && anyOf(w.Parents, x.Parent) && (w.Catalogued == nil || *w.Catalogued == x.Catalogued) && stands(id) {
			list = append(list, x)
		}
	}
	key := func(x graph.Organization) graph.NamePosition { return graph.NamePosition{Key: x.ListKey(), ID: x.ID} }
	list, total := listed(list, key, compareNames(q.Order), q.After, q.Limit, q.Total)
	return list, total, nil
}

// ListArticles as graph.Store says.
func (o *Oracle) ListArticles(ctx context.Context, q graph.ArticleQuery) ([]graph.Article, int, error) {
	err := o.enter(ctx, "list articles")
	defer o.mu.Unlock()
	if err != nil {
		return nil, 0, err
	}
	w := q.Where
	supports := o.movesOf(w.Moves, q.At, func(m graph.Move) []graph.ID {
		var ids []graph.ID
		for _, s := range m.Sources {
			ids = append(ids, s.Article)
		}
		return ids
	})
	var list []graph.Article
	for _, v := range o.articles.all(q.At) {
		a := v.value
		if anyOf(w.IDs, a.ID) && anyOf(w.Publishers, a.Publisher) && anyOf(w.Languages, a.Language) && spans(a.Published, w.Since, w.Until) &&
			contains(graph.FoldWords(a.Title), w.Words) && supports(a.ID) {
			list = append(list, a)
		}
	}
	key := func(a graph.Article) graph.ArticlePosition {
		return graph.ArticlePosition{Published: a.Published, ID: a.ID}
	}
	compare := func(a, b graph.ArticlePosition) int {
		newest := cmp.Or(cmp.Compare(b.Published.String(), a.Published.String()), cmp.Compare(a.ID, b.ID))
		if q.Order == graph.OldestArticles {
			return -newest
		}
		return newest
	}
	list, total := listed(list, key, compare, q.After, q.Limit, q.Total)
	return list, total, nil
}

// movesOf tells which ids stand for moves that pass; all do where there is no filter.
func (o *Oracle) movesOf(f *graph.MoveFilter, at time.Time, ids func(graph.Move) []graph.ID) func(graph.ID) bool {
	if f == nil {
		return func(graph.ID) bool { return true }
	}
	found := map[graph.ID]bool{}
	for _, v := range o.moves.all(at) {
		if passes(v.value, *f) {
			for _, id := range ids(v.value) {
				found[id] = true
			}
		}
	}
	return func(id graph.ID) bool { return found[id] }
}

// named reports whether one of the names has all the words.
func named(names, words []string) bool {
	return len(words) == 0 || slices.ContainsFunc(names, func(n string) bool { return contains(graph.NameWords(n), words) })
}

func compareNames(order graph.NameOrder) func(a, b graph.NamePosition) int {
	return func(a, b graph.NamePosition) int {
		c := cmp.Or(cmp.Compare(a.Key, b.Key), cmp.Compare(a.ID, b.ID))
		if order == graph.NameDown {
			return -c
		}
		return c
	}
}

// listed is the part of a list that was asked for, and how long all of it is.
func listed[T, P any](list []T, key func(T) P, compare func(a, b P) int, after *P, limit int, total bool) ([]T, int) {
	n := 0
	if total {
		n = len(list)
	}
	slices.SortFunc(list, func(a, b T) int { return compare(key(a), key(b)) })
	if after != nil {
		list = slices.DeleteFunc(list, func(x T) bool { return compare(key(x), *after) <= 0 })
	}
	return list[:min(limit, len(list))], n
}
