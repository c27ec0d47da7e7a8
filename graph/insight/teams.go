package insight

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"talentgraph/graph"
)

// Team is a group of people who went from one organization to another within a short time.
type Team struct {
	From, To    graph.ID
	People      []graph.ID   // in order of their moves
	Moves       []graph.Move // in order of time
	First, Last graph.Date
}

// Cell is the group's moves.
func (t Team) Cell() Cell {
	only := graph.MoveFilter{People: slices.Sorted(slices.Values(t.People)), From: []graph.ID{t.From}, To: []graph.ID{t.To}, Since: t.First, Until: t.Last}
	return Cell{only, len(t.Moves)}
}

// maxPairs bounds how many pairs of organizations are looked at for groups: those with the most moves.
const maxPairs = 100

// Teams finds groups of at least least people who went from one organization to another within so many days, the
// largest first, then the latest. Moves that are not dated to the month do not count. Truncated means that there were
// more pairs of organizations than were looked at.
func Teams(ctx context.Context, g *graph.Graph, least, days, first int, s Scope) (teams []Team, truncated bool, err error) {
	switch {
	case least < 2 || least > 100:
		return nil, false, fmt.Errorf("teams: %w people %d: want 2 to 100", graph.ErrInvalid, least)
	case days < 1 || days > 3650:
		return nil, false, fmt.Errorf("teams: %w days %d: want 1 to 3650", graph.ErrInvalid, days)
	case first < 1 || first > graph.MaxPage:
		return nil, false, fmt.Errorf("teams: %w first %d: want 1 to %d", graph.ErrInvalid, first, graph.MaxPage)
	}
	r := s.flows(graph.ByFrom, graph.ByTo)
	r.First = maxPairs
	page, err := g.Flows(ctx, r)
	if err != nil {
		return nil, false, fmt.Errorf("teams: %w", err)
	}
	enough := slices.DeleteFunc(slices.Clone(page.Flows), func(f graph.Flow) bool { return f.From == "" || f.To == "" || f.Moves < least })
	truncated = page.HasNext && page.Flows[len(page.Flows)-1].Moves >= least
	for chunk := range slices.Chunk(enough, 50) {
		pages, err := g.FlowMoves(ctx, r, chunk, graph.OldestFirst, graph.MaxPage, "")
		if err != nil {
			return nil, false, fmt.Errorf("teams: %w", err)
		}
		for i, f := range chunk {
			teams = append(teams, teamsOf(f, pages[i].Moves, least, days)...)
			truncated = truncated || pages[i].HasNext
		}
	}
	slices.SortFunc(teams, func(a, b Team) int {
		return cmp.Or(cmp.Compare(len(b.People), len(a.People)), b.Last.Compare(a.Last), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
	return teams[:min(first, len(teams))], truncated, nil
}

// teamsOf takes the largest group within the window out of the moves, again and again.
func teamsOf(f graph.Flow, moves []graph.Move, least, days int) []Team {
	moves = slices.Clone(moves)
	graph.InTime(moves)
	moves = slices.DeleteFunc(moves, func(m graph.Move) bool { return m.Date.Month == 0 })
	var teams []Team
	for {
		from, to, most := 0, 0, 0
		for i := range moves {
			people := map[graph.ID]bool{}
			for j := i; j < len(moves) && moves[i].Date.DaysUntil(moves[j].Date) <= days; j++ {
				people[moves[j].Person] = true
				if len(people) > most {
					from, to, most = i, j+1, len(people)
				}
			}
		}
		if most < least {
			return teams
		}
		t := Team{From: f.From, To: f.To, Moves: slices.Clone(moves[from:to])}
		for _, m := range t.Moves {
			if !slices.Contains(t.People, m.Person) {
				t.People = append(t.People, m.Person)
			}
		}
		t.First, t.Last = t.Moves[0].Date, t.Moves[len(t.Moves)-1].Date
		teams = append(teams, t)
		moves = slices.Delete(moves, from, to)
	}
}
