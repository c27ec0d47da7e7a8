// Package insight answers the questions of people who study talent movement with several questions to a Graph: who
// gains and who loses, how two organizations stand to each other, where a person worked, which ways careers take, who
// moves in groups, and which organizations exchange people. Every figure keeps the moves or the filter that it was
// counted from.
package insight

import (
	"context"
	"fmt"
	"slices"
	"time"

	"talentgraph/graph"
)

// Scope is which moves count, and as of when they are known.
type Scope struct {
	Where graph.MoveFilter // that names no status: all but DENIED. Subsidiaries: the organizations of the question stand for their parts as well
	At    time.Time        // zero: now
}

func (s Scope) flows(by ...graph.FlowDimension) graph.FlowRequest {
	return graph.FlowRequest{Where: s.Where, By: by, At: s.At, First: graph.MaxPage}
}

// of is what an organization stands for: itself and, with subsidiaries, its parts.
func (s Scope) of(g *graph.Graph, organization graph.ID) []graph.ID {
	ids := []graph.ID{organization}
	if s.Where.Subsidiaries {
		ids = append(ids, g.Parts(organization)...)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// noEnds refuses a scope that names the organizations which the question itself names.
func (s Scope) noEnds() error {
	w := s.Where
	if len(w.From)+len(w.To)+len(w.Organizations)+len(w.FromSets)+len(w.ToSets)+len(w.OrganizationSets) > 0 {
		return fmt.Errorf("%w where: from, to and organization are what the question is about; further ones go into a filter of All", graph.ErrInvalid)
	}
	return nil
}

// maxCells bounds how many flows one answer reads.
const maxCells = 20_000

// allFlows reads flows to the end, or to maxCells: then more is true.
func allFlows(ctx context.Context, g *graph.Graph, r graph.FlowRequest) (flows []graph.Flow, more bool, err error) {
	return g.AllFlows(ctx, r, maxCells)
}
