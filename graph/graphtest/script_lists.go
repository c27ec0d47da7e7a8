package graphtest

import (
	"time"

	"talentgraph/graph"
)

var (
	scriptNameOrders    = []graph.NameOrder{graph.NameUp, graph.NameDown}
	scriptArticleOrders = []graph.ArticleOrder{graph.NewestArticles, graph.OldestArticles}
)

// listing is what a list gave.
type listing[T any] struct {
	List  []T
	Total int
}

// rarely is some IDs, mostly none at all.
func (s *script) rarely(ids []graph.ID) []graph.ID {
	if s.rng.IntN(4) > 0 {
		return nil
	}
	return s.some(ids)
}

func (s *script) words() []string {
	if s.rng.IntN(3) > 0 {
		return nil
	}
	return []string{pick(s.rng, []string{"ada", "b", "o", "corp", "one", "acme", "about", "again", "labs"}), pick(s.rng, []string{"ada", "oneil", "corp", "o"})}[:1+s.rng.IntN(2)]
}

func (s *script) madeBy() *graph.MoveFilter {
	if s.rng.IntN(3) > 0 {
		return nil
	}
	f := s.filter()
	return &f
}

func (s *script) namePosition() *graph.NamePosition {
	if s.rng.IntN(2) == 0 {
		return nil
	}
	return &graph.NamePosition{Key: pick(s.rng, []string{"", "acme corp", "ada", "ada b", "b", "corp", "corp 1", "one"}), ID: pick(s.rng, s.world.seen)}
}

func (s *script) organizationFilter() graph.OrganizationFilter {
	w := graph.OrganizationFilter{IDs: s.rarely(s.world.organizations), Words: s.words(), Parents: s.rarely(s.world.organizations), Moves: s.madeBy(),
		End: pick(s.rng, []graph.MoveEnd{graph.EitherEnd, graph.FromEnd, graph.ToEnd})}
	if s.rng.IntN(4) == 0 {
		w.Countries = []string{pick(s.rng, scriptCountries)}
	}
	if s.rng.IntN(4) == 0 {
		w.Sectors = []string{pick(s.rng, scriptSectors)}
	}
	if s.rng.IntN(4) == 0 {
		yes := s.rng.IntN(2) == 0
		w.Catalogued = &yes
	}
	return w
}

func (s *script) articleQuery(at time.Time) graph.ArticleQuery {
	q := graph.ArticleQuery{Where: graph.ArticleFilter{IDs: s.rarely(s.world.seen), Words: s.words(), Moves: s.madeBy()}, Order: pick(s.rng, scriptArticleOrders),
		Limit: s.rng.IntN(5), Total: s.rng.IntN(2) == 0, At: at}
	if s.rng.IntN(4) == 0 {
		q.Where.Publishers = []string{pick(s.rng, scriptPublishers)}
	}
	if s.rng.IntN(4) == 0 {
		q.Where.Languages = []string{pick(s.rng, scriptLanguages)}
	}
	for _, d := range []*graph.Date{&q.Where.Since, &q.Where.Until} {
		if s.rng.IntN(4) == 0 {
			*d = s.world.date()
		}
	}
	if s.rng.IntN(2) == 0 {
		q.After = &graph.ArticlePosition{Published: s.world.date(), ID: pick(s.rng, s.world.seen)}
	}
	return q
}
