package view

import (
	"cmp"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"talentgraph/graph"
	"talentgraph/graph/insight"
)

// Coverage is the type of that name.
type Coverage struct{ graph.Coverage }

// UndatedShare is null where there are no moves.
func (c *Coverage) UndatedShare() *float64 { return share(c.Undated, c.Moves) }

// InferredShare is null where there are no moves.
func (c *Coverage) InferredShare() *float64 { return share(c.Inferred, c.Moves) }

func share(part, whole int) *float64 {
	if whole == 0 {
		return nil
	}
	x := float64(part) / float64(whole)
	return &x
}

// Few says that the moves are too few to conclude from.
func (c *Coverage) Few() bool { return c.Moves < insight.FewMoves }

// FirstDate is the earliest one of the moves.
func (c *Coverage) FirstDate() graph.Date { return c.First }

// LastDate is the latest one of the moves.
func (c *Coverage) LastDate() graph.Date { return c.Last }

// TopRoles are the most frequent ones.
func (c *Coverage) TopRoles(first int) ([]*RoleShare, error) {
	return shares(c.Roles, first, func(s graph.Share) *RoleShare { return &RoleShare{s.Name, s.Count} })
}

// Languages of the articles.
func (c *Coverage) Languages(first int) ([]*LanguageShare, error) {
	return shares(c.Coverage.Languages, first, func(s graph.Share) *LanguageShare { return &LanguageShare{optional(&s.Name), s.Count} })
}

// Publishers of the articles.
func (c *Coverage) Publishers(first int) ([]*PublisherShare, error) {
	return shares(c.Coverage.Publishers, first, func(s graph.Share) *PublisherShare { return &PublisherShare{optional(&s.Name), s.Count} })
}

// LanguageShare is the type of that name.
type LanguageShare struct {
	Language *string
	Articles int
}

// PublisherShare is the type of that name.
type PublisherShare struct {
	Publisher *string
	Articles  int
}

// RoleShare is the type of that name.
type RoleShare struct {
	Role  string
	Moves int
}

func shares[T any](all []graph.Share, first int, of func(graph.Share) T) ([]T, error) {
	if err := checkFirst(first); err != nil {
		return nil, err
	}
	list := make([]T, min(first, len(all)))
	for i := range list {
		list[i] = of(all[i])
	}
	return list, nil
}

// Coverage of the moves that pass the filter.
func (r *Request) Coverage(where *MoveFilter) (*Coverage, error) {
	s, v, err := r.scope(where)
	if err != nil {
		return nil, err
	}
	c := s.cell(v, insight.Cell{})
	if err := r.read(func() { r.readCoverage(once(c), r.selection()) }); err != nil {
		return nil, err
	}
	return c.covered()
}

// covered is what was read ahead of what the figure rests on.
func (c *cell) covered() (*Coverage, error) {
	if c.coverage == nil {
		return nil, notRead("coverage of a figure", "")
	}
	return c.coverage, nil
}

// wantedCoverage is of figures of one root field.
type wantedCoverage struct {
	scope *scope
	top   int
	cells []*cell
}

// wantCoverage asks what the figure rests on, with at most top of each of its lists.
func (c *cell) wantCoverage(top int) {
	all := &c.v.wants.coverages
	var w *wantedCoverage
	for _, x := range *all {
		if x.scope == c.scope {
			w = x
		}
	}
	if w == nil {
		w = &wantedCoverage{scope: c.scope}
		*all = append(*all, w)
	}
	w.top = max(w.top, top)
	if c.coverage == nil {
		c.coverage = &Coverage{}
		w.cells = append(w.cells, c)
	}
}

func (w *wantedCoverage) read(v *View) error {
	if len(w.cells) == 0 {
		return nil
	}
	counts := make([]insight.Cell, len(w.cells))
	for i, c := range w.cells {
		counts[i] = c.counts
	}
	found, err := insight.CoverageOf(v.r.ctx, v.r.graph, w.scope.Scope, counts, w.top)
	if err != nil {
		return err
	}
	for i, c := range w.cells {
		c.coverage.Coverage = found[i]
	}
	return nil
}

// readCoverage asks what the figures rest on.
func (r *Request) readCoverage(cells rows[*cell], sel ast.SelectionSet) {
	top := 0
	for _, f := range r.fields(cells.sum, sel, "Coverage") {
		switch f.Name {
		case "topRoles", "languages", "publishers":
			top = max(top, r.top(f, cells.sum))
		}
	}
	if r.err == nil && len(cells.objects) > maxCovered {
		r.err = &TooLargeError{"what more than 100 figures on one level of the answer rest on is too much for one request; ask for fewer by first"}
	}
	for _, c := range cells.objects {
		c.wantCoverage(top)
	}
}

// maxCovered bounds how many figures of one level are covered.
const maxCovered = 100

// top is how many shares a field asks for, of as many figures.
func (r *Request) top(f graphql.CollectedField, figures int) int {
	n, ok := r.first(f, figures)
	if !ok {
		return 0
	}
	r.err = cmp.Or(r.err, r.budget.spend(figures*n, len(r.fields(0, f.Selections, "RoleShare", "LanguageShare", "PublisherShare"))))
	return n
}

// readCovered does so for a figure of each of the rows.
func readCovered[P any](r *Request, all rows[P], f graphql.CollectedField, of func(P) *cell) {
	r.readCoverage(cellsOf(all, of), f.Selections)
}

func cellsOf[P any](all rows[P], of func(P) *cell) rows[*cell] {
	cells := rows[*cell]{objects: make([]*cell, len(all.objects)), times: all.times, sum: all.sum}
	for i, x := range all.objects {
		cells.objects[i] = of(x)
	}
	return cells
}
