package view

import (
	"context"
	"fmt"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"talentgraph/graph"
)

// Request is one root field of an operation being answered. It is used by one goroutine at a time.
type Request struct {
	ctx   context.Context
	graph *graph.Graph
	op    *graphql.OperationContext
	views map[time.Time]*View
	order []*View  // of creation, so that reads come in one order
	next  []func() // what looks at the next level of the selection

	budget *budget
	err    error // the budget is spent
}

// New begins to answer the root field that ctx is at.
func New(ctx context.Context, g *graph.Graph) *Request {
	return &Request{ctx: ctx, graph: g, op: graphql.GetOperationContext(ctx), budget: budgetOf(ctx), views: map[time.Time]*View{}}
}

// At is the graph as known at a time; the zero time is now.
func (r *Request) At(at time.Time) *View {
	v, ok := r.views[at]
	if !ok {
		v = &View{
			r: r, at: at,
			people: map[graph.ID]*Person{}, organizations: map[graph.ID]*Organization{},
			moves: map[graph.ID]*Move{}, met: map[graph.ID]*Move{}, articles: map[graph.ID]*Article{}, claims: map[graph.ID][]*Claim{},
			lists: map[listKey]*MoveConnection{}, counts: map[listKey]counted{}, supported: map[graph.ID]map[graph.ID]*Move{},
			timelines: map[graph.ID][]*Stint{}, staff: map[staffKey]*PersonConnection{},
		}
		r.views[at] = v
		r.order = append(r.order, v)
	}
	return v
}

// View is the graph at one time, as far as it was read for a request. A nil pointer in a map says that nothing has
// that id.
type View struct {
	r             *Request
	at            time.Time
	people        map[graph.ID]*Person
	organizations map[graph.ID]*Organization
	moves         map[graph.ID]*Move // by the id asked for
	articles      map[graph.ID]*Article
	met           map[graph.ID]*Move    // every move read, by its own id
	claims        map[graph.ID][]*Claim // of articles, and single claims by their own ids
	lists         map[listKey]*MoveConnection
	counts        map[listKey]counted
	supported     map[graph.ID]map[graph.ID]*Move // by article, then by claim that supports the move
	timelines     map[graph.ID][]*Stint           // by person
	staff         map[staffKey]*PersonConnection
	wants         wants
}

// notRead is what a look-up of something that was not read ahead says: a fault of this package.
func notRead(what string, id graph.ID) error { return fmt.Errorf("%s %s was not read ahead", what, id) }

// changed says that one read saw what a later one did not.
func changed(what string, id graph.ID) error {
	return fmt.Errorf("%w: %s %s changed while it was read; ask again", graph.ErrConflict, what, id)
}

// read reads all that the steps and those they add ask for, a level at a time.
func (r *Request) read(first func()) error {
	r.next = []func(){first}
	for len(r.next) > 0 {
		steps := r.next
		r.next = nil
		for _, step := range steps {
			step()
		}
		if r.err != nil {
			return r.err
		}
		for _, v := range r.order {
			if err := v.flush(); err != nil {
				return err
			}
		}
	}
	return nil
}

func (r *Request) then(step func()) { r.next = append(r.next, step) }
