package graph

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Hit is a person or organization found by name.
type Hit struct {
	Kind         string // "Person" or "Organization"
	Person       Person
	Organization Organization
	Matched      string  // the name that matched, as written
	Score        float64 // 0 to 1: 1 where the whole name is the text
}

// searchScan bounds how many names beginning with the text are ranked, so that a short text costs little.
const searchScan = 1000

// Search finds people and organizations by the beginning of a name or of a word in a name, whatever the case and
// accents: the whole name first, then the shorter names, ties by name and id. Organizations that the text names by an
// identifier (Wikidata, LEI, ticker in capital letters, domain, address) come before all. Where fewer are found than asked
// for, names that one slip in one word of the text leads to come after them. Kinds names "Person" or "Organization"; none
// means both.
func (g *Graph) Search(ctx context.Context, text string, kinds []string, first int, at time.Time) ([]Hit, error) {
	if first < 1 || first > MaxPage {
		return nil, fmt.Errorf("search: %w first %d: want 1 to %d", ErrInvalid, first, MaxPage)
	}
	words := FoldWords(text)
	if len(words) == 0 {
		return nil, fmt.Errorf("search: %w text %.40q: no letter or digit in it", ErrInvalid, text)
	}
	prefix := strings.Join(words, " ")
	q := SearchQuery{Prefixes: []string{prefix}, Limit: searchScan, At: at}
	if len(kinds) == 1 {
		q.Kind = kinds[0]
	}
	names, err := g.store.Search(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	ranked := best(names, prefix, first)
	if others := meant(words); len(ranked) < first && len(others) > 0 {
		q.Prefixes, q.Limit = others, typoFound
		found, err := g.store.Search(ctx, q)
		if err != nil {
			return nil, fmt.Errorf("search: %w", err)
		}
		ranked = append(ranked, bestOf(misread(found, others, ranked), first-len(ranked))...)
	}
	if q.Kind != "Person" {
		ranked = identifiedFirst(g.catalogue.identified(text), ranked, first)
	}
	return g.hits(ctx, ranked, at)
}

type scored struct {
	Name
	score float64
}

// best keeps the best name of each entity and then the best entities.
func best(names []Name, prefix string, first int) []scored {
	list := make([]scored, len(names))
	for i, n := range names {
		s := scored{n, float64(len(prefix)) / float64(max(len(n.Key), 1))}
		if strings.HasPrefix(n.Key, prefix+" ") { // a whole word rather than the beginning of one
			s.score = (1 + s.score) / 2
		}
		list[i] = s
	}
	return bestOf(list, first)
}

func bestOf(list []scored, first int) []scored {
	of := map[ID]scored{}
	for _, s := range list {
		if old, ok := of[s.ID]; !ok || s.score > old.score {
			of[s.ID] = s
		}
	}
	ranked := make([]scored, 0, len(of))
	for _, s := range of {
		ranked = append(ranked, s)
	}
	slices.SortFunc(ranked, func(a, b scored) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.Key, b.Key), cmp.Compare(a.ID, b.ID))
	})
	return ranked[:min(first, len(ranked))]
}

// Suggestion is a name that completes a text.
type Suggestion struct {
	ID    ID
	Name  string
	Score float64 // as of Hit
}

// Suggest completes a text while it is being typed: what Search finds by names, slips apart, without reading more than names.
func (g *Graph) Suggest(ctx context.Context, text string, kinds []string, first int, at time.Time) ([]Suggestion, error) {
	if first < 1 || first > MaxPage {
		return nil, fmt.Errorf("suggest: %w first %d: want 1 to %d", ErrInvalid, first, MaxPage)
	}
	words := FoldWords(text)
	if len(words) == 0 {
		return nil, nil // nothing typed yet that a name could begin with
	}
	q := SearchQuery{Prefixes: []string{strings.Join(words, " ")}, Limit: searchScan, At: at}
	if len(kinds) == 1 {
		q.Kind = kinds[0]
	}
	names, err := g.store.Search(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("suggest: %w", err)
	}
	var list []Suggestion
	for _, s := range best(names, q.Prefixes[0], first) {
		list = append(list, Suggestion{s.ID, s.Name.Name, s.score})
	}
	return list, nil
}

func (g *Graph) hits(ctx context.Context, ranked []scored, at time.Time) ([]Hit, error) {
	var people, organizations []ID
	for _, s := range ranked {
		if s.ID.Kind() == "Person" {
			people = append(people, s.ID)
		} else {
			organizations = append(organizations, s.ID)
		}
	}
	ps, err := g.People(ctx, people, at)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	os, err := g.Organizations(ctx, organizations, at)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	hits := make([]Hit, 0, len(ranked))
	for _, s := range ranked {
		h := Hit{Kind: s.ID.Kind(), Matched: s.Name.Name, Score: s.score}
		ok := false
		if h.Kind == "Person" {
			h.Person, ok = ps[s.ID]
		} else {
			h.Organization, ok = os[s.ID]
		}
		if ok { // else it went between the two reads
			hits = append(hits, h)
		}
	}
	return hits, nil
}
