package view

import "talentgraph/graph/insight"

// Coverage is the type of that name.
type Coverage struct{ insight.Coverage }

// Languages of the articles.
func (c *Coverage) Languages() []*LanguageShare {
	list := make([]*LanguageShare, len(c.Coverage.Languages))
	for i, s := range c.Coverage.Languages {
		list[i] = &LanguageShare{s}
	}
	return list
}

// PublisherCount is how many publishers the articles have.
func (c *Coverage) PublisherCount() int {
	n := 0
	for _, s := range c.Coverage.Publishers {
		if s.Name != "" {
			n++
		}
	}
	return n
}

// Publishers of the articles.
func (c *Coverage) Publishers(first int) ([]*PublisherShare, error) {
	if err := checkFirst(first); err != nil {
		return nil, err
	}
	all := c.Coverage.Publishers
	list := make([]*PublisherShare, min(first, len(all)))
	for i := range list {
		list[i] = &PublisherShare{all[i]}
	}
	return list, nil
}

// LanguageShare is the type of that name.
type LanguageShare struct{ insight.Share }

// Language is null where unknown.
func (s *LanguageShare) Language() *string { return optional(&s.Name) }

// PublisherShare is the type of that name.
type PublisherShare struct{ insight.Share }

// Publisher is null where unknown.
func (s *PublisherShare) Publisher() *string { return optional(&s.Name) }

// Coverage of the moves that pass the filter.
func (r *Request) Coverage(where *MoveFilter) (*Coverage, error) {
	s, _, err := r.scope(where)
	if err != nil {
		return nil, err
	}
	found, err := insight.CoverageOf(r.ctx, r.graph, s.Scope)
	if err != nil {
		return nil, err
	}
	return &Coverage{found}, nil
}
