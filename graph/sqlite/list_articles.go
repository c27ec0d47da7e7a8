package sqlite

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"talentgraph/graph"
)

// ListArticles as graph.Store says.
func (s *Store) ListArticles(ctx context.Context, q graph.ArticleQuery) (list []graph.Article, total int, err error) {
	w := q.Where
	f := newFilter(graph.MoveFilter{Since: w.Since, Until: w.Until})
	pass := func(a graph.Article) bool {
		return among(w.Publishers, a.Publisher) && among(w.Languages, a.Language) && f.inTime(number(a.Published)) && titled(a.Title, w.Words)
	}
	err = s.read(ctx, "list articles", func(t session) error {
		var err error
		if len(w.IDs) == 0 && !q.Total {
			done := false
			if list, done, err = t.articlesWalked(s.walks, q, f, pass); done || err != nil {
				return err
			}
		}
		broad, err := t.broadFilter(w.Moves)
		if err != nil {
			return err
		}
		if broad != nil {
			list, total, err = t.articlesOfMany(q, f, broad, pass)
			return err
		}
		if len(w.IDs) > 0 || w.Moves != nil {
			list, total, err = t.articlesAmong(q, pass)
			return err
		}
		if list, err = t.articlesInOrder(q, f, nil, nil, pass, q.After, q.Limit); err != nil || !q.Total {
			return err
		}
		if plainArticles(w) {
			x, err := t.stateAt(at(q.At))
			total = int(x.articles)
			return err
		}
		all, err := t.articlesInOrder(q, f, nil, nil, pass, nil, forever)
		total = len(all)
		return err
	})
	return list, total, err
}

// plainArticles reports whether a filter has no conditions but on IDs and moves.
func plainArticles(w graph.ArticleFilter) bool {
	return len(w.Publishers)+len(w.Languages)+len(w.Words) == 0 && w.Since.IsZero() && w.Until.IsZero()
}

func titled(title string, words []string) bool {
	if len(words) == 0 {
		return true
	}
	has := graph.FoldWords(title)
	return !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(has, w) })
}

// articlesAmong lists those that a filter names by their IDs or by the moves that they support.
func (s session) articlesAmong(q graph.ArticleQuery, pass func(graph.Article) bool) ([]graph.Article, int, error) {
	ids, _, err := s.candidates(0, q.Where.IDs, q.Where.Moves, nil, at(q.At), articlesOf)
	if err != nil {
		return nil, 0, err
	}
	return s.articlesByID(ids, q, pass)
}

func articlesOf(m *graph.Move, add func(graph.ID)) {
	for _, x := range m.Sources {
		add(x.Article)
	}
}

func (s session) articlesByID(ids []graph.ID, q graph.ArticleQuery, pass func(graph.Article) bool) ([]graph.Article, int, error) {
	found, err := s.articles(ids, at(q.At))
	if err != nil {
		return nil, 0, err
	}
	compare := func(a, b graph.ArticlePosition) int {
		c := cmp.Or(cmp.Compare(b.Published.String(), a.Published.String()), cmp.Compare(a.ID, b.ID))
		if q.Order == graph.OldestArticles {
			return -c
		}
		return c
	}
	place := func(a graph.Article) graph.ArticlePosition {
		return graph.ArticlePosition{Published: a.Published, ID: a.ID}
	}
	var list []graph.Article
	for _, a := range found {
		if pass(a) {
			list = append(list, a)
		}
	}
	total := 0
	if q.Total {
		total = len(list)
	}
	if q.After != nil {
		list = slices.DeleteFunc(list, func(a graph.Article) bool { return compare(place(a), *q.After) <= 0 })
	}
	slices.SortFunc(list, func(a, b graph.Article) int { return compare(place(a), place(b)) })
	return list[:min(q.Limit, len(list))], total, nil
}

// articlesOfMany lists those that support moves that so many may be that their facts are looked at.
func (s session) articlesOfMany(q graph.ArticleQuery, f, moves *filter, pass func(graph.Article) bool) ([]graph.Article, int, error) {
	told, err := s.crowdOfArticles(moves, at(q.At))
	if err != nil {
		return nil, 0, err
	}
	in := func(id graph.ID) bool { return told.has(uint64(key(id))) }
	ids := q.Where.IDs
	if len(ids) == 0 && told.items != nil {
		if ids, err = s.thoseOf(told, moves, at(q.At), articlesOf); err != nil {
			return nil, 0, err
		}
	}
	if len(ids) > 0 || told.items != nil {
		return s.articlesByID(ids, q, func(a graph.Article) bool { return in(a.ID) && pass(a) })
	}
	if told.first > 0 { // the list is long, and they may all be of one year
		span := newFilter(graph.MoveFilter{Since: dateOf(int64(told.first)), Until: dateOf(int64(told.last))})
		span.also = f
		f = span
	}
	list, err := s.articlesInOrder(q, f, in, nil, pass, q.After, q.Limit)
	switch {
	case err != nil || !q.Total:
		return list, 0, err
	case plainArticles(q.Where): // what states a move is there
		return list, told.size(), nil
	}
	all, err := s.articlesInOrder(q, f, in, nil, pass, nil, forever)
	return list, len(all), err
}

// articlesWalked is as named.walked.
func (s session) articlesWalked(w walks, q graph.ArticleQuery, f *filter, pass func(graph.Article) bool) ([]graph.Article, bool, error) {
	x, err := s.mayStand(q.Where.Moves, at(q.At), w)
	if err != nil || x == nil {
		return nil, false, err
	}
	found, err := s.articlesInOrder(q, f, nil, x, pass, q.After, q.Limit)
	if errors.Is(err, errTooFar) {
		return nil, false, nil
	}
	return found, err == nil, err
}

// articlesInOrder goes through the list of all articles, or of those that are in or support moves.
func (s session) articlesInOrder(q graph.ArticleQuery, f *filter, in func(graph.ID) bool, moves *stands, pass func(graph.Article) bool, after *graph.ArticlePosition, limit int) ([]graph.Article, error) {
	var from *graph.MovePosition // the same place in the same order
	if after != nil {
		from = &graph.MovePosition{Date: after.Published, ID: after.ID}
	}
	order := graph.NewestFirst
	if q.Order == graph.OldestArticles {
		order = graph.OldestFirst
	}
	walk := s.walk([]list{{side: publishedSide}}, f, order, from, at(q.At))
	var found []graph.Article
	for len(found) < limit {
		entries, err := walk.next(listRead)
		if err != nil {
			return nil, err
		}
		if len(entries) == 0 {
			break
		}
		for _, e := range entries {
			if in != nil && !in(graph.ID(e.id)) { // of articles the rank is the ID itself
				continue
			}
			row, ok, err := s.recording(e.r)
			if err != nil {
				return nil, err
			}
			if !ok || len(found) == limit || !pass(row.article) {
				continue
			}
			if moves != nil {
				if ok, err = moves.any(list{side: articleSide, list: row.n}); err != nil {
					return nil, err
				}
			}
			if ok {
				found = append(found, row.article)
			}
		}
	}
	return found, nil
}
