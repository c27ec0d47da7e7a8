package graph

import (
	"context"
	"slices"
	"strings"
	"time"
)

// naming lists what of some articles names an erased person, by any of the names in the erased claims: the articles whose title or
// URL does, and the claims, other than the erased ones, whose quote does.
func (g *Graph) naming(ctx context.Context, articles []ID, erased []Claim) (titles, quotes []ID, err error) {
	var gone []ID
	var names []PersonName
	for _, c := range erased {
		gone = append(gone, c.ID)
		names = append(names, ParsePersonName(c.Person))
	}
	names = slices.CompactFunc(names, func(a, b PersonName) bool { return a.identity() == b.identity() })
	name := func(text string) bool {
		return slices.ContainsFunc(FoldWords(text), func(w string) bool {
			return slices.ContainsFunc(names, func(n PersonName) bool { return n.in(w) })
		})
	}
	found, err := g.store.Articles(ctx, articles, time.Time{})
	if err != nil {
		return nil, nil, err
	}
	for id, a := range found {
		if name(a.Title + " " + a.URL) {
			titles = append(titles, id)
		}
	}
	stated, err := g.store.Claims(ctx, ClaimQuery{Of: articles})
	if err != nil {
		return nil, nil, err
	}
	for _, claims := range stated {
		for _, c := range claims {
			if !slices.Contains(gone, c.ID) && name(c.Quote) {
				quotes = append(quotes, c.ID)
			}
		}
	}
	return distinct(titles), distinct(quotes), nil
}

// in reports whether a folded word is the given name or has the surname in it.
func (n PersonName) in(word string) bool {
	return n.Given != "" && word == n.Given || n.Surname != "" && (word == n.Surname || len(n.Surname) > 3 && strings.Contains(word, n.Surname))
}
