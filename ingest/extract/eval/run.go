package eval

import (
	"context"
	"strings"

	"talentgraph/ingest/extract"
)

// Run extracts every gold article.
func Run(ctx context.Context, x *extract.Extractor, gold []Gold) ([]Prediction, error) {
	out := make([]Prediction, 0, len(gold))
	for _, g := range gold {
		r, err := x.Extract(ctx, extract.Article{ID: g.ID, URL: g.URL, Language: g.Lang, Title: g.Title, Text: g.Text, Published: g.PublishedDate()})
		if err != nil {
			return nil, err
		}
		p := Prediction{ID: g.ID, Moves: []Predicted{}}
		for _, m := range r.Moves {
			p.Moves = append(p.Moves, Predicted{Person: m.Person, From: m.From, To: m.To, RoleFrom: m.RoleFrom, RoleTo: m.RoleTo, Date: m.Date.String(), Status: strings.ToLower(string(m.Status)), Confidence: m.Confidence, Quote: m.Quote, Explain: m.Explain})
		}
		out = append(out, p)
	}
	return out, nil
}
