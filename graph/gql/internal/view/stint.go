package view

import (
	"fmt"

	"github.com/vektah/gqlparser/v2/ast"

	"talentgraph/graph"
	"talentgraph/graph/insight"
)

// Stint is the type of that name.
type Stint struct {
	insight.Stint
	v *View
}

// Timeline is where the person worked, or where the person may have been at a time.
func (p *Person) Timeline(asOf *graph.Date) ([]*Stint, error) {
	line, ok := p.v.timelines[p.ID]
	if !ok {
		return nil, notRead("timeline", p.ID)
	}
	if asOf == nil || asOf.IsZero() {
		return line, nil
	}
	then := []*Stint{}
	for _, s := range line {
		began := s.Start.IsZero() || s.Start.First().Compare(asOf.Last()) <= 0
		ended := !s.End.IsZero() && s.End.Last().Compare(asOf.First()) < 0
		if began && !ended {
			then = append(then, s)
		}
	}
	return then, nil
}

// Organization is where the person was.
func (s *Stint) Organization() (*Organization, error) { return s.v.organization(s.Stint.Organization) }

// Role is null where none is stated.
func (s *Stint) Role() *string { return optional(&s.Stint.Role) }

// Arrival is the move that began it.
func (s *Stint) Arrival() *Move { return s.v.moveOrNil(s.Stint.Arrival) }

// Departure is the move that ended it.
func (s *Stint) Departure() *Move { return s.v.moveOrNil(s.Stint.Departure) }

func (v *View) moveOrNil(m *graph.Move) *Move {
	if m == nil {
		return nil
	}
	return v.move(*m)
}

func (v *View) readTimelines(people []graph.ID) error {
	if len(people) == 0 {
		return nil
	}
	lines, err := insight.Timelines(v.r.ctx, v.r.graph, distinct(people), insight.Scope{At: v.at})
	if err != nil {
		return fmt.Errorf("timelines: %w", err)
	}
	for id, stints := range lines {
		line := make([]*Stint, len(stints))
		for i, s := range stints {
			line[i] = &Stint{s, v}
		}
		v.timelines[id] = line
	}
	return nil
}

func (r *Request) readStints(stints rows[*Stint], sel ast.SelectionSet) {
	for _, f := range r.fields(stints.sum, sel, "Stint") {
		switch f.Name {
		case "organization":
			follow(r, stints, func(s *Stint) { s.v.wantOrganization(s.Stint.Organization) },
				func(s *Stint) []*Organization { return one(s.Organization()) }, r.readOrganizations, f.Selections)
		case "arrival":
			follow(r, stints, func(*Stint) {}, func(s *Stint) []*Move { return []*Move{s.Arrival()} }, r.readMoves, f.Selections)
		case "departure":
			follow(r, stints, func(*Stint) {}, func(s *Stint) []*Move { return []*Move{s.Departure()} }, r.readMoves, f.Selections)
		}
	}
}
