package graph

import (
	"context"
	"slices"
	"strings"
	"time"
)

// naming lists the articles whose title or URL has the person's surname or given name as a word.
func (g *Graph) naming(ctx context.Context, ids []ID, name PersonName) ([]ID, error) {
	articles, err := g.store.Articles(ctx, ids, time.Time{})
	if err != nil {
		return nil, err
	}
	var named []ID
	for id, a := range articles {
		for _, w := range FoldWords(a.Title + " " + a.URL) {
			if name.in(w) || w == name.Given && name.Given != "" {
				named = append(named, id)
				break
			}
		}
	}
	slices.Sort(named)
	return named, nil
}

// in reports whether a folded word has the surname.
func (n PersonName) in(word string) bool {
	return n.Surname != "" && (word == n.Surname || len(n.Surname) > 3 && strings.Contains(word, n.Surname))
}

// quoting lists the claims of articles, other than the erased ones, whose quotes have the surname of an erased person.
func (g *Graph) quoting(ctx context.Context, articles []ID, erased []Claim) ([]ID, error) {
	all, err := g.store.Claims(ctx, ClaimQuery{Of: distinct(articles)})
	if err != nil {
		return nil, err
	}
	gone := map[ID]bool{}
	var names []PersonName
	for _, c := range erased {
		gone[c.ID] = true
		names = append(names, ParsePersonName(c.Person))
	}
	var quoting []ID
	for _, claims := range all {
		for _, c := range claims {
			if gone[c.ID] {
				continue
			}
			if slices.ContainsFunc(FoldWords(c.Quote), func(w string) bool {
				return slices.ContainsFunc(names, func(n PersonName) bool { return n.in(w) })
			}) {
				quoting = append(quoting, c.ID)
			}
		}
	}
	return distinct(quoting), nil
}
