package insight

import (
	"cmp"
	"context"
	"fmt"

	"talentgraph/graph"
)

// Stint is a time of a person at an organization, as the moves tell it.
type Stint struct {
	Organization graph.ID
	Role         string      // of the arrival, else of the departure; may be empty
	Start, End   graph.Date  // unknown where no move tells
	Open         bool        // no departure is known
	Arrival      *graph.Move // nil where none is known
	Departure    *graph.Move // likewise
	Boomerang    bool        // the person had left this organization before
	GapDays      int         // between the end of the stint before and the start of this one; 0 where either is unknown
	Overlaps     bool        // it began before the one before it had ended
}

// Timelines tell where each of the people worked, in order of time, as their earliest graph.MaxPage moves have it. Rumoured and denied
// moves do not count unless the scope asks for them.
func Timelines(ctx context.Context, g *graph.Graph, people []graph.ID, s Scope) (map[graph.ID][]Stint, error) {
	if len(people) == 0 {
		return map[graph.ID][]Stint{}, nil
	}
	careers, err := careersOf(ctx, g, people, s)
	if err != nil {
		return nil, fmt.Errorf("timeline: %w", err)
	}
	lines := make(map[graph.ID][]Stint, len(careers))
	for id, moves := range careers {
		lines[id] = stints(moves)
	}
	return lines, nil
}

// careersOf reads the moves of people, each in order of time.
func careersOf(ctx context.Context, g *graph.Graph, people []graph.ID, s Scope) (map[graph.ID][]graph.Move, error) {
	r := graph.MoveRequest{Of: people, Where: s.Where,
		Order: graph.OldestFirst, First: graph.MaxPage, At: s.At}
	if len(r.Where.Statuses) == 0 {
		r.Where.Statuses = []graph.Status{graph.Announced, graph.Completed}
	}
	pages, err := g.Moves(ctx, r)
	if err != nil {
		return nil, err
	}
	careers := make(map[graph.ID][]graph.Move, len(pages))
	for id, p := range pages {
		graph.InTime(p.Moves)
		careers[id] = p.Moves
	}
	return careers, nil
}

func stints(moves []graph.Move) []Stint {
	var list []Stint
	for i := range moves {
		m := &moves[i]
		if m.From != "" {
			k := -1
			for j := range list {
				if list[j].Organization == m.From && list[j].Open {
					k = j
				}
			}
			if k < 0 {
				list = append(list, Stint{Organization: m.From, Role: m.RoleFrom})
				k = len(list) - 1
			}
			list[k].End, list[k].Departure, list[k].Open = m.Date, m, false
			list[k].Role = cmp.Or(list[k].Role, m.RoleFrom)
		}
		if m.To != "" {
			list = append(list, Stint{Organization: m.To, Role: m.RoleTo, Start: m.Date, Open: true, Arrival: m})
		}
	}
	left := map[graph.ID]bool{}
	for i := range list {
		s := &list[i]
		s.Boomerang = left[s.Organization]
		left[s.Organization] = left[s.Organization] || !s.Open
		if i == 0 || s.Start.IsZero() {
			continue
		}
		before := list[i-1]
		switch {
		case before.Open:
			s.Overlaps = true
		case !before.End.IsZero():
			s.GapDays = max(0, before.End.Last().DaysUntil(s.Start.First()))
			s.Overlaps = s.Start.Last().DaysUntil(before.End.First()) > 0
		}
	}
	return list
}
