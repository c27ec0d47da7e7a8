package insight

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"

	"talentgraph/graph"
)

// Coverage is what figures on the moves of a scope rest on.
type Coverage struct {
	Moves     int  // how many there are
	Undated   int  // of them
	Inferred  int  // of them
	Few       bool // fewer than FewMoves moves
	Claims    int  // that support them, of those looked at
	Articles  int  // that state these
	Restated  int  // of these articles, restated for testing
	Languages []Share
	// Publishers of these articles, and languages: the most articles first, then by name.
	Publishers   []Share
	Since, Until graph.Date // the earliest and latest dates of these articles; unknown where none bears one
	Truncated    bool       // claims and articles are those of the latest maxCovered moves only
}

// Share is how many articles have something in common.
type Share struct {
	Name     string // empty: unknown
	Articles int
}

// maxCovered bounds how many moves are looked at for their claims: 4 pages.
const maxCovered = 4 * graph.MaxPage

// CoverageOf the moves of a scope.
func CoverageOf(ctx context.Context, g *graph.Graph, s Scope) (Coverage, error) {
	r := graph.MoveRequest{Where: graph.FlowFilter(s.Where), Text: s.Text, IncludeSubsidiaries: s.IncludeSubsidiaries, First: graph.MaxPage, At: s.At}
	var c Coverage
	if err := c.count(ctx, g, r); err != nil {
		return c, fmt.Errorf("coverage: %w", err)
	}
	articles, stated := map[graph.ID]graph.Article{}, map[graph.ID]bool{}
	for read := 0; ; {
		pages, err := g.Moves(ctx, r)
		if err != nil {
			return c, fmt.Errorf("coverage: %w", err)
		}
		page := pages[""]
		if err := c.evidence(ctx, g, page.Moves, s, stated, articles); err != nil {
			return c, fmt.Errorf("coverage: %w", err)
		}
		read += len(page.Moves)
		if !page.HasNext || read >= maxCovered {
			c.Truncated = page.HasNext
			break
		}
		r.After = page.Cursor(len(page.Moves) - 1)
	}
	languages, publishers := map[string]int{}, map[string]int{}
	c.Articles = len(articles)
	for _, a := range articles {
		languages[a.Language]++
		publishers[a.Publisher]++
		if a.Restated {
			c.Restated++
		}
		if d := a.Published; !d.IsZero() {
			if c.Since.IsZero() || d.First().Compare(c.Since.First()) < 0 {
				c.Since = d
			}
			if c.Until.IsZero() || d.Last().Compare(c.Until.Last()) > 0 {
				c.Until = d
			}
		}
	}
	c.Languages, c.Publishers = shares(languages), shares(publishers)
	return c, nil
}

func (c *Coverage) count(ctx context.Context, g *graph.Graph, r graph.MoveRequest) error {
	yes := true
	undated, inferred := r, r
	undated.Where.Months, inferred.Where.Inferred = []string{""}, &yes
	for _, x := range []struct {
		into *int
		r    graph.MoveRequest
		none bool
	}{{&c.Moves, r, false}, {&c.Undated, undated, false}, {&c.Inferred, inferred, r.Where.Inferred != nil && !*r.Where.Inferred}} {
		if x.none {
			continue
		}
		counts, err := g.CountMoves(ctx, x.r)
		if err != nil {
			return err
		}
		*x.into = counts[""]
	}
	c.Few = c.Moves < FewMoves
	return nil
}

// evidence adds the claims that support the moves, and their articles.
func (c *Coverage) evidence(ctx context.Context, g *graph.Graph, moves []graph.Move, s Scope, stated map[graph.ID]bool, articles map[graph.ID]graph.Article) error {
	ids := make([]graph.ID, len(moves))
	for i, m := range moves {
		ids[i] = m.ID
	}
	claims, err := g.Claims(ctx, graph.ClaimQuery{Of: ids, At: s.At})
	if err != nil {
		return err
	}
	fresh := map[graph.ID]bool{}
	for _, list := range claims {
		c.Claims += len(list)
		for _, claim := range list {
			if !stated[claim.Article] {
				stated[claim.Article], fresh[claim.Article] = true, true
			}
		}
	}
	if len(fresh) == 0 {
		return nil
	}
	found, err := g.Articles(ctx, slices.Sorted(maps.Keys(fresh)), s.At)
	maps.Copy(articles, found)
	return err
}

func shares(counts map[string]int) []Share {
	list := make([]Share, 0, len(counts))
	for name, n := range counts {
		list = append(list, Share{name, n})
	}
	slices.SortFunc(list, func(a, b Share) int { return cmp.Or(cmp.Compare(b.Articles, a.Articles), cmp.Compare(a.Name, b.Name)) })
	return list
}
