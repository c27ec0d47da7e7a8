package graphtest

import (
	"maps"
	"slices"

	"talentgraph/graph"
)

// ledger is what is current in a store, so that a commit can be made of what differs, as graph.Graph makes it.
type ledger struct {
	people map[graph.ID]graph.Person
	moves  map[graph.ID]graph.Move
}

func newLedger() *ledger {
	return &ledger{people: map[graph.ID]graph.Person{}, moves: map[graph.ID]graph.Move{}}
}

// turn fills a commit with the way from the current people and moves of some blocks to the wanted ones. Successor
// says what takes the place of a person or move that goes, empty for nothing. The ledger stays as it was.
func (l *ledger) turn(c *graph.Commit, blocks map[graph.ID]bool, people []graph.Person, moves []graph.Move,
	successor func(graph.ID) graph.ID) {
	wantPeople, wantMoves := map[graph.ID]graph.Person{}, map[graph.ID]graph.Move{}
	for _, p := range people {
		wantPeople[p.ID] = p
		if old, ok := l.people[p.ID]; !ok || difference(old, p) != "" {
			c.People = append(c.People, p)
		}
	}
	for _, m := range moves {
		wantMoves[m.ID] = m
		if old, ok := l.moves[m.ID]; !ok || difference(old, m) != "" {
			c.Moves = append(c.Moves, m)
		}
	}
	var goneMoves []graph.Move
	for _, id := range slices.Sorted(maps.Keys(l.people)) {
		if _, stays := wantPeople[id]; blocks[l.people[id].Block] && !stays {
			c.Gone = append(c.Gone, graph.Gone{ID: id, Successor: successor(id)})
		}
	}
	for _, id := range slices.Sorted(maps.Keys(l.moves)) {
		old := l.moves[id]
		if _, stays := wantMoves[id]; blocks[old.Block] && !stays {
			c.Gone = append(c.Gone, graph.Gone{ID: id, Successor: successor(id)})
			goneMoves = append(goneMoves, old)
		}
	}
	mentions, flows := map[mentioned]int{}, map[graph.FlowCount]int{}
	for _, m := range c.Moves {
		tally(m, 1, mentions, flows)
		if old, ok := l.moves[m.ID]; ok {
			tally(old, -1, mentions, flows)
		}
	}
	for _, m := range goneMoves {
		tally(m, -1, mentions, flows)
	}
	c.Mentions = append(c.Mentions, mentionsOf(mentions)...)
	c.Flows = append(c.Flows, flowsOf(flows)...)
}

func tally(m graph.Move, sign int, mentions map[mentioned]int, flows map[graph.FlowCount]int) {
	for _, x := range m.Mentions {
		mentions[mentioned{x.Organization, x.Name}] += sign * x.Claims
	}
	flows[graph.FlowCount{From: m.From, To: m.To, Month: graph.MonthOf(m.Date), Status: m.Status}] += sign
}

func mentionsOf(mentions map[mentioned]int) (list []graph.Mention) {
	for key, n := range mentions {
		if n != 0 {
			list = append(list, graph.Mention{Organization: key.organization, Name: key.name, Claims: n})
		}
	}
	slices.SortFunc(list, func(a, b graph.Mention) int {
		if a.Organization != b.Organization {
			return compareIDs(a.Organization, b.Organization)
		}
		return compareIDs(graph.ID(a.Name), graph.ID(b.Name))
	})
	return list
}

func flowsOf(flows map[graph.FlowCount]int) (list []graph.FlowCount) {
	for f, n := range flows {
		if n != 0 {
			f.Moves = n
			list = append(list, f)
		}
	}
	slices.SortFunc(list, func(a, b graph.FlowCount) int {
		return compareIDs(graph.ID(string(a.From)+" "+string(a.To)+" "+a.Month+" "+string(a.Status)),
			graph.ID(string(b.From)+" "+string(b.To)+" "+b.Month+" "+string(b.Status)))
	})
	return list
}

func compareIDs(a, b graph.ID) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// apply notes that a commit made with turn happened.
func (l *ledger) apply(c graph.Commit) {
	for _, p := range c.People {
		l.people[p.ID] = p
	}
	for _, m := range c.Moves {
		l.moves[m.ID] = m
	}
	for _, g := range c.Gone {
		delete(l.people, g.ID)
		delete(l.moves, g.ID)
	}
	for _, id := range c.Erase {
		delete(l.people, id)
		delete(l.moves, id)
	}
}
