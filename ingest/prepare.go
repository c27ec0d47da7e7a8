package ingest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"talentgraph/graph"
	"talentgraph/ingest/extract"
	"talentgraph/ingest/source"
)

// prepared is what is recorded of a document: it holds on to nothing of the document's text but the quotes.
type prepared struct {
	reading graph.Reading
	foreign bool
	refused []error // claims that were left out, and why
}

// prepare reads an article and leaves out the claims that would not be recorded. Its error is why the article would not be.
func (p Pipeline) prepare(ctx context.Context, f found) (prepared, error) {
	d := f.document
	result, err := safely(ctx, p.Extractor, d)
	if err != nil {
		return prepared{}, err
	}
	out := prepared{
		reading: graph.Reading{Article: graph.Article{ID: f.id, Hash: f.hash, URL: d.URL, Title: d.Title, Publisher: d.Publisher,
			Language: result.Language, Published: d.Published, Restated: d.Restated}},
		foreign: !slices.Contains(p.Extractor.Languages(), result.Language),
	}
	if err := out.reading.Check(); err != nil {
		return prepared{}, fmt.Errorf("%s: article not recorded: %w", d.Where, err)
	}
	for _, m := range result.Moves {
		c := claim(m, p.Version)
		if err := c.Check(); err != nil {
			out.refused = append(out.refused, fmt.Errorf("%s: claim not recorded: %w", d.Where, err))
			continue
		}
		out.reading.Claims = append(out.reading.Claims, c)
	}
	return out, nil
}

// claim copies a move's texts, which are parts of the article's.
func claim(m extract.Move, version string) graph.Claim {
	return graph.Claim{
		Person: strings.Clone(m.Person), From: strings.Clone(m.From), To: strings.Clone(m.To),
		RoleFrom: strings.Clone(m.RoleFrom), RoleTo: strings.Clone(m.RoleTo),
		Date: m.Date, Announced: m.Announced, Status: m.Status,
		Quote: strings.Clone(m.Quote), Start: m.Start, End: m.End,
		Confidence: m.Confidence, Extractor: version,
	}
}

// safely extracts, and turns a panic into an error: one article must not end the reading of a million.
func safely(ctx context.Context, e Extractor, d source.Document) (r extract.Result, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%s: the extractor failed on this article: %v", d.Where, p)
		}
	}()
	r, err = e.Extract(ctx, extract.Article{ID: d.ID, URL: d.URL, Language: d.Language, Title: d.Title, Text: d.Text, Published: d.Published})
	if err != nil && !errors.Is(err, ctx.Err()) {
		err = fmt.Errorf("%s: %w", d.Where, err)
	}
	return r, err
}
