package view

import (
	"errors"

	"talentgraph/graph"
)

// Window is the part of a list that a field asks for.
type Window struct {
	First  *int
	After  *string
	Last   *int
	Before *string
}

// graph checks the window and gives it in the graph's words.
func (w Window) graph() (graph.Window, error) {
	var g graph.Window
	size, place, wrong := w.First, w.After, w.Before
	names := [3]string{"first", "after", "before"}
	if w.Last != nil {
		g.Back = true
		size, place, wrong = w.Last, w.Before, w.After
		names = [3]string{"last", "before", "after"}
		if w.First != nil {
			return g, badArgument("last", "is asked for together with first; leave one of them out")
		}
	}
	if wrong != nil {
		return g, badArgument(names[2], "after goes with first and before with last")
	}
	g.First = graph.DefaultPage
	if size != nil {
		if g.First = *size; checkSize(names[0], g.First) != nil {
			return g, checkSize(names[0], g.First)
		}
	}
	if place == nil {
		return g, nil
	}
	if *place == "" {
		return g, badArgument(names[1], "is empty; leave it out to begin at the end of the list")
	}
	if g.Back {
		g.Before = graph.Cursor(*place)
	} else {
		g.After = graph.Cursor(*place)
	}
	return g, nil
}

// put checks the window of a list of moves and sets it in a request.
func (w Window) put(r *graph.MoveRequest) error {
	g, err := w.graph()
	if err != nil {
		return err
	}
	r.First, r.After, r.Back, r.Before = g.First, g.After, g.Back, g.Before
	c := r.After
	if r.Back {
		c = r.Before
	}
	if c != "" {
		return blame(g, c.Check(r.Order))
	}
	return nil
}

// blame says that a cursor is to blame for an error of the graph that names no argument, where there is a cursor: all else was
// checked before.
func blame(w graph.Window, err error) error {
	if err = Explained(err); !errors.Is(err, graph.ErrInvalid) || w.After == "" && w.Before == "" || errors.As(err, new(*ArgumentError)) {
		return err
	}
	if w.Back {
		return badArgument("before", "%s", whyInvalid(err))
	}
	return badArgument("after", "%s", whyInvalid(err))
}

func windowFrom(r graph.MoveRequest) graph.Window {
	return graph.Window{First: r.First, After: r.After, Back: r.Back, Before: r.Before}
}
