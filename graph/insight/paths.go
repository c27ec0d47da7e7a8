package insight

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"talentgraph/graph"
)

// Way is a sequence of employers by which people went from one organization to another.
type Way struct {
	Organizations []graph.ID // from the first to the last
	Travels       []Travel   // who took it, by person
}

// Travel is one person's way, with the moves that tell it.
type Travel struct {
	Person graph.ID
	Moves  []graph.Move // in order of time
}

// Cell is the moves along the way of the people who took it.
func (w Way) Cell() Cell {
	only := graph.MoveFilter{}
	n := 0
	for _, t := range w.Travels {
		only.People = append(only.People, t.Person)
		n += len(t.Moves)
	}
	for i, to := range w.Organizations[1:] {
		arrival := graph.MoveFilter{To: []graph.ID{to}}
		from, unknown := arrival, arrival
		from.From, unknown.Unknown = []graph.ID{w.Organizations[i]}, []graph.MoveField{graph.FromField}
		only.Any = append(only.Any, from, unknown)
	}
	return Cell{only, n}
}

// Along is the moves along several ways.
func Along(ways []Way) Cell {
	if len(ways) == 0 { // nobody made them
		return Cell{Only: graph.MoveFilter{Known: []graph.MoveField{graph.FromField}, Unknown: []graph.MoveField{graph.FromField}}}
	}
	var c Cell
	for _, w := range ways {
		one := w.Cell()
		c.Only.Any, c.Moves = append(c.Only.Any, one.Only), c.Moves+one.Moves
	}
	return c
}

// maxTravellers bounds how many departures and arrivals a search of ways reads at each of its two ends.
const maxTravellers = 10_000

// MaxHops is how many moves a way has at the most.
const MaxHops = 8

// Ways finds how people came from one organization to another by at most maxHops moves, the most travelled way first,
// then the shortest, then by ids. Truncated means that an end was too large to be read whole.
func Ways(ctx context.Context, g *graph.Graph, from, to graph.ID, maxHops, first int, s Scope) (ways []Way, truncated bool, err error) {
	switch {
	case maxHops < 1 || maxHops > MaxHops:
		return nil, false, fmt.Errorf("ways: %w maxHops %d: want 1 to %d", graph.ErrInvalid, maxHops, MaxHops)
	case first < 1 || first > graph.MaxPage:
		return nil, false, fmt.Errorf("ways: %w first %d: want 1 to %d", graph.ErrInvalid, first, graph.MaxPage)
	}
	if err := s.noEnds(); err != nil {
		return nil, false, fmt.Errorf("ways: %w", err)
	}
	leavers, moreFrom, err := peopleAt(ctx, g, from, graph.FromEnd, s)
	if err != nil {
		return nil, false, fmt.Errorf("ways: %w", err)
	}
	joiners, moreTo, err := peopleAt(ctx, g, to, graph.ToEnd, s)
	if err != nil {
		return nil, false, fmt.Errorf("ways: %w", err)
	}
	var both []graph.ID
	for p := range leavers {
		if joiners[p] {
			both = append(both, p)
		}
	}
	slices.Sort(both)
	found := map[string]*Way{}
	for chunk := range slices.Chunk(both, 500) {
		careers, err := careersOf(ctx, g, chunk, s)
		if err != nil {
			return nil, false, fmt.Errorf("ways: %w", err)
		}
		for _, p := range chunk {
			if moves := wayOf(careers[p], from, to, maxHops); moves != nil {
				orgs := []graph.ID{from}
				for _, m := range moves {
					orgs = append(orgs, m.To)
				}
				key := joinIDs(orgs)
				if found[key] == nil {
					found[key] = &Way{Organizations: orgs}
				}
				found[key].Travels = append(found[key].Travels, Travel{p, moves})
			}
		}
	}
	for _, w := range found {
		ways = append(ways, *w)
	}
	slices.SortFunc(ways, func(a, b Way) int {
		return cmp.Or(cmp.Compare(len(b.Travels), len(a.Travels)), cmp.Compare(len(a.Organizations), len(b.Organizations)),
			slices.Compare(a.Organizations, b.Organizations))
	})
	return ways[:min(first, len(ways))], moreFrom || moreTo, nil
}

func joinIDs(ids []graph.ID) string {
	var b strings.Builder
	for _, id := range ids {
		b.WriteString(string(id))
		b.WriteByte(' ')
	}
	return b.String()
}

func peopleAt(ctx context.Context, g *graph.Graph, organization graph.ID, end graph.MoveEnd, s Scope) (map[graph.ID]bool, bool, error) {
	r := graph.MoveRequest{Of: []graph.ID{organization}, End: end, Where: s.Where, First: graph.MaxPage, At: s.At}
	people := map[graph.ID]bool{}
	for read := 0; ; {
		pages, err := g.Moves(ctx, r)
		if err != nil {
			return nil, false, err
		}
		page := pages[organization]
		for _, m := range page.Moves {
			people[m.Person] = true
		}
		read += len(page.Moves)
		if !page.HasNext || read >= maxTravellers {
			return people, page.HasNext, nil
		}
		r.After = page.Cursor(len(page.Moves) - 1)
	}
}

// wayOf is the shortest run of a career's moves from one organization to another, each going on where the one before
// arrived; of several as short the latest. Nil for none.
func wayOf(career []graph.Move, from, to graph.ID, maxHops int) []graph.Move {
	var best []graph.Move
	for i := range career {
		if career[i].From != from {
			continue
		}
		way := []graph.Move{career[i]}
		for j := i + 1; way[len(way)-1].To != to && j < len(career) && len(way) < maxHops; j++ {
			if last := way[len(way)-1].To; last != "" && career[j].To != "" && (career[j].From == last || career[j].From == "") {
				way = append(way, career[j])
			}
		}
		if way[len(way)-1].To == to && (best == nil || len(way) <= len(best)) {
			best = way
		}
	}
	return best
}
