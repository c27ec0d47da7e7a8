package view

import (
	"github.com/vektah/gqlparser/v2/ast"

	"talentgraph/graph"
	"talentgraph/graph/insight"
)

// Teams is the type of that name.
type Teams struct {
	Nodes     []*Team
	Truncated bool
	all       *cell
}

// Coverage is of all moves that were looked at.
func (t *Teams) Coverage() (*Coverage, error) { return t.all.covered() }

// Team is the type of that name.
type Team struct {
	Moves []*Move
	v     *View
	team  insight.Team
	cell  *cell
}

// Coverage is of the moves of the group.
func (t *Team) Coverage() (*Coverage, error) { return t.cell.covered() }

// From is the organization left.
func (t *Team) From() (*Organization, error) { return t.v.organization(t.team.From) }

// To is the organization joined.
func (t *Team) To() (*Organization, error) { return t.v.organization(t.team.To) }

// Size is how many people they are.
func (t *Team) Size() int { return len(t.team.People) }

// People are who they are.
func (t *Team) People() ([]*Person, error) {
	list := make([]*Person, len(t.team.People))
	for i, id := range t.team.People {
		p, err := t.v.person(id)
		if err != nil {
			return nil, err
		}
		list[i] = p
	}
	return list, nil
}

// Earliest is the date of the first move.
func (t *Team) Earliest() graph.Date { return t.team.First }

// Latest is the date of the last move.
func (t *Team) Latest() graph.Date { return t.team.Last }

// Teams of at least so many people.
func (r *Request) Teams(least, days int, where *MoveFilter, first int) (*Teams, error) {
	if err := checkFirst(first); err != nil {
		return nil, err
	}
	if err := checkRange("least", least, 2, 100); err != nil {
		return nil, err
	}
	if err := checkRange("days", days, 1, 3650); err != nil {
		return nil, err
	}
	s, v, err := r.scope(where)
	if err != nil {
		return nil, err
	}
	found, truncated, err := insight.Teams(r.ctx, r.graph, least, days, first, s.Scope)
	if err != nil {
		return nil, err
	}
	all := &Teams{Nodes: make([]*Team, len(found)), Truncated: truncated, all: s.cell(v, insight.BothEnds())}
	for i, t := range found {
		all.Nodes[i] = &Team{v.rowsOf(t.Moves), v, t, s.cell(v, t.Cell())}
	}
	return all, r.read(func() {
		for _, f := range r.fields(1, r.selection(), "Teams") {
			switch f.Name {
			case "nodes":
				r.readTeams(once(all.Nodes...), f.Selections)
			case "coverage":
				readCovered(r, once(all), f, func(t *Teams) *cell { return t.all })
			}
		}
	})
}

func (r *Request) readTeams(teams rows[*Team], sel ast.SelectionSet) {
	for _, f := range r.fields(teams.sum, sel, "Team") {
		switch f.Name {
		case "from":
			follow(r, teams, func(t *Team) { t.v.wantOrganization(t.team.From) },
				func(t *Team) []*Organization { return one(t.From()) }, r.readOrganizations, f.Selections)
		case "to":
			follow(r, teams, func(t *Team) { t.v.wantOrganization(t.team.To) },
				func(t *Team) []*Organization { return one(t.To()) }, r.readOrganizations, f.Selections)
		case "people":
			follow(r, teams, func(t *Team) {
				for _, id := range t.team.People {
					t.v.wantPerson(id)
				}
			}, func(t *Team) []*Person { return many(t.People()) }, r.readPeople, f.Selections)
		case "coverage":
			readCovered(r, teams, f, func(t *Team) *cell { return t.cell })
		case "moves":
			follow(r, teams, func(*Team) {}, func(t *Team) []*Move { return t.Moves }, r.readMoves, f.Selections)
		}
	}
}
