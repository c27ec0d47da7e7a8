package main

import (
	"context"
	"fmt"
	"strings"
	"text/tabwriter"
	"time"

	"talentgraph/graph"
	"talentgraph/ingest"
)

// How much of the graph demo prints.
const (
	demoMoves = 15
	demoFlows = 8
)

// demoReport is what demo prints.
type demoReport struct {
	Stats    ingest.Stats `json:"read"`
	Restated int          `json:"restatedForTesting"` // articles whose sentences are not their pages'
	Moves    []shownMove  `json:"moves"`              // the newest
	Flows    []shownFlow  `json:"flows"`              // the largest
	Question string       `json:"question"`
	Answers  []shownMove  `json:"answers"`
	URLs     urls         `json:"urls,omitzero"`
}

// shownMove is a move with names in place of ids. Unknown is empty.
type shownMove struct {
	Person    string `json:"person"`
	From      string `json:"from,omitempty"`
	To        string `json:"to,omitempty"`
	Date      string `json:"date,omitempty"`
	Status    string `json:"status"`
	Publisher string `json:"publisher,omitempty"` // of the earliest claim
	Quote     string `json:"quote"`
	Restated  bool   `json:"restatedForTesting"` // the quote is not the page's own words
}

type shownFlow struct {
	From  string `json:"from,omitempty"`
	To    string `json:"to,omitempty"`
	Moves int    `json:"moves"`
}

func (r demoReport) text() []string {
	var b strings.Builder
	fmt.Fprintf(&b, "Read %s and found %s", count(r.Stats.Read, "article"), count(r.Stats.Claims, "claim"))
	if r.Stats.Known > 0 {
		fmt.Fprintf(&b, " (%s known before)", count(r.Stats.Known, "article"))
	}
	fmt.Fprintf(&b, ". %d of the articles are restated for testing:\ntheir sentences are not the words of the pages that they name.\n\n", r.Restated)
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "PERSON\tFROM → TO\tDATE\tSTATUS\tPUBLISHER")
	for _, m := range r.Moves {
		fmt.Fprintf(w, "%s\t%s → %s\t%s\t%s\t%s\n", short(m.Person), orUnknown(m.From), orUnknown(m.To), m.Date, strings.ToLower(m.Status), short(m.Publisher))
	}
	fmt.Fprintln(w, "\nMOVES\tFLOW FROM → TO")
	for _, f := range r.Flows {
		fmt.Fprintf(w, "%d\t%s → %s\n", f.Moves, orUnknown(f.From), orUnknown(f.To))
	}
	_ = w.Flush() // to memory
	fmt.Fprintf(&b, "\n%s\n", r.Question)
	if len(r.Answers) == 0 {
		b.WriteString("  Nobody, as far as these articles say.\n")
	}
	for _, m := range r.Answers {
		note := ""
		if m.Restated {
			note = " (restated for testing)"
		}
		fmt.Fprintf(&b, "  %s (%s → %s): “%s”%s\n", m.Person, orUnknown(m.From), orUnknown(m.To), m.Quote, note)
	}
	return []string{strings.TrimRight(b.String(), "\n")}
}

// short cuts a name to what a table's column holds.
func short(s string) string {
	const most = 32
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}

func orUnknown(s string) string {
	if s == "" {
		return "?"
	}
	return short(s)
}

func newestMoves(ctx context.Context, g *graph.Graph, n int) ([]shownMove, error) {
	return shownMoves(ctx, g, graph.MoveRequest{First: n})
}

// movesBetween are the moves between the two organizations that are found first under these names, with their parts.
func movesBetween(ctx context.Context, g *graph.Graph, from, to string) ([]shownMove, error) {
	r := graph.MoveRequest{First: graph.DefaultPage, Where: graph.MoveFilter{Subsidiaries: true}}
	for _, end := range []struct {
		name string
		ids  *[]graph.ID
	}{{from, &r.Where.From}, {to, &r.Where.To}} {
		hits, err := g.Search(ctx, end.name, []string{"Organization"}, 1, time.Time{})
		if err != nil || len(hits) == 0 {
			return nil, err
		}
		*end.ids = []graph.ID{hits[0].Organization.ID}
	}
	return shownMoves(ctx, g, r)
}

func shownMoves(ctx context.Context, g *graph.Graph, r graph.MoveRequest) ([]shownMove, error) {
	pages, err := g.Moves(ctx, r)
	if err != nil {
		return nil, err
	}
	moves := pages[""].Moves
	var ids, people, ends []graph.ID
	for _, m := range moves {
		ids, people, ends = append(ids, m.ID), append(people, m.Person), append(ends, m.From, m.To)
	}
	names, err := g.People(ctx, people, time.Time{})
	if err != nil {
		return nil, err
	}
	organizations, err := g.Organizations(ctx, known(ends), time.Time{})
	if err != nil {
		return nil, err
	}
	claims, err := g.Claims(ctx, graph.ClaimQuery{Of: ids, Limit: 1})
	if err != nil {
		return nil, err
	}
	var stated []graph.ID
	for _, c := range claims {
		stated = append(stated, c[0].Article)
	}
	articles, err := g.Articles(ctx, stated, time.Time{})
	if err != nil {
		return nil, err
	}
	shown := make([]shownMove, 0, len(moves))
	for _, m := range moves {
		s := shownMove{Person: names[m.Person].Name, From: organizations[m.From].Name, To: organizations[m.To].Name,
			Date: m.Date.String(), Status: string(m.Status)}
		if c := claims[m.ID]; len(c) > 0 {
			s.Publisher, s.Quote, s.Restated = c[0].Publisher, c[0].Quote, articles[c[0].Article].Restated
		}
		shown = append(shown, s)
	}
	return shown, nil
}

func largestFlows(ctx context.Context, g *graph.Graph, n int) ([]shownFlow, error) {
	page, err := g.Flows(ctx, graph.FlowRequest{By: []graph.FlowDimension{graph.ByFrom, graph.ByTo}, First: graph.MaxPage})
	if err != nil {
		return nil, err
	}
	var whole []graph.Flow // those with both ends known
	var ends []graph.ID
	for _, f := range page.Flows {
		if f.From != "" && f.To != "" && len(whole) < n {
			whole, ends = append(whole, f), append(ends, f.From, f.To)
		}
	}
	names, err := g.Organizations(ctx, ends, time.Time{})
	if err != nil {
		return nil, err
	}
	var shown []shownFlow
	for _, f := range whole {
		shown = append(shown, shownFlow{names[f.From].Name, names[f.To].Name, f.Moves})
	}
	return shown, nil
}

func known(ids []graph.ID) []graph.ID {
	var some []graph.ID
	for _, id := range ids {
		if id != "" {
			some = append(some, id)
		}
	}
	return some
}
