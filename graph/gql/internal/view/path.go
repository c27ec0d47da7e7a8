package view

import (
	"github.com/vektah/gqlparser/v2/ast"

	"talentgraph/graph"
	"talentgraph/graph/insight"
)

// Paths is the type of that name.
type Paths struct {
	Nodes     []*Path
	Truncated bool
	all       *cell
}

// Coverage is of the moves along the ways shown.
func (p *Paths) Coverage() (*Coverage, error) { return p.all.covered() }

// Path is the type of that name.
type Path struct {
	v          *View
	stops      []graph.ID
	travellers []*Traveller
	cell       *cell
}

// Coverage is of the moves along the way.
func (p *Path) Coverage() (*Coverage, error) { return p.cell.covered() }

// Organizations are those on the way.
func (p *Path) Organizations() ([]*Organization, error) {
	list := make([]*Organization, len(p.stops))
	for i, id := range p.stops {
		o, err := p.v.organization(id)
		if err != nil {
			return nil, err
		}
		list[i] = o
	}
	return list, nil
}

// Hops is how many moves it takes.
func (p *Path) Hops() int { return len(p.stops) - 1 }

// Count is how many people took it.
func (p *Path) Count() int { return len(p.travellers) }

// Few says that they are too few to conclude from.
func (p *Path) Few() bool { return p.Count() < insight.FewMoves }

// Travellers are the people who took it.
func (p *Path) Travellers(first int) ([]*Traveller, error) {
	if err := checkFirst(first); err != nil {
		return nil, err
	}
	return p.travellers[:min(first, len(p.travellers))], nil
}

// Traveller is the type of that name.
type Traveller struct {
	Moves []*Move
	v     *View
	of    graph.ID
}

// Person is who it is.
func (t *Traveller) Person() (*Person, error) { return t.v.person(t.of) }

// Paths from one organization to another.
func (r *Request) Paths(from, to graph.ID, where *MoveFilter, maxHops, first int) (*Paths, error) {
	if err := checkFirst(first); err != nil {
		return nil, err
	}
	if err := checkRange("maxHops", maxHops, 1, insight.MaxHops); err != nil {
		return nil, err
	}
	if where != nil && where.IncludeSubsidiaries {
		return nil, badArgument("where.includeSubsidiaries", "ways lead from one organization to the next as they are; leave it out")
	}
	s, v, err := r.compared(where, "from", from)
	if err == nil {
		err = r.known(v, "to", to)
	}
	if err != nil {
		return nil, err
	}
	ways, truncated, err := insight.Ways(r.ctx, r.graph, v.organizations[from].ID, v.organizations[to].ID, maxHops, first, s.Scope)
	if err != nil {
		return nil, err
	}
	all := &Paths{Nodes: make([]*Path, len(ways)), Truncated: truncated, all: s.cell(v, insight.Along(ways))}
	for i, w := range ways {
		p := &Path{v: v, stops: w.Organizations, cell: s.cell(v, w.Cell())}
		for _, t := range w.Travels {
			p.travellers = append(p.travellers, &Traveller{v.rowsOf(t.Moves), v, t.Person})
		}
		all.Nodes[i] = p
	}
	return all, r.read(func() {
		for _, f := range r.fields(1, r.selection(), "Paths") {
			switch f.Name {
			case "nodes":
				r.readPaths(once(all.Nodes...), f.Selections)
			case "coverage":
				readCovered(r, once(all), f, func(p *Paths) *cell { return p.all })
			}
		}
	})
}

func (v *View) rowsOf(moves []graph.Move) []*Move {
	list := make([]*Move, len(moves))
	for i, m := range moves {
		list[i] = v.move(m)
	}
	return list
}

func (r *Request) readPaths(paths rows[*Path], sel ast.SelectionSet) {
	for _, f := range r.fields(paths.sum, sel, "Path") {
		switch f.Name {
		case "organizations":
			follow(r, paths, func(p *Path) {
				for _, id := range p.stops {
					p.v.wantOrganization(id)
				}
			}, func(p *Path) []*Organization { return many(p.Organizations()) }, r.readOrganizations, f.Selections)
		case "coverage":
			readCovered(r, paths, f, func(p *Path) *cell { return p.cell })
		case "travellers":
			if first, ok := r.first(f, len(paths.objects)); ok {
				follow(r, paths, func(*Path) {}, func(p *Path) []*Traveller { return many(p.Travellers(first)) }, r.readTravellers, f.Selections)
			}
		}
	}
}

func (r *Request) readTravellers(travellers rows[*Traveller], sel ast.SelectionSet) {
	for _, f := range r.fields(travellers.sum, sel, "Traveller") {
		switch f.Name {
		case "person":
			follow(r, travellers, func(t *Traveller) { t.v.wantPerson(t.of) },
				func(t *Traveller) []*Person { return one(t.Person()) }, r.readPeople, f.Selections)
		case "moves":
			follow(r, travellers, func(*Traveller) {}, func(t *Traveller) []*Move { return t.Moves }, r.readMoves, f.Selections)
		}
	}
}
