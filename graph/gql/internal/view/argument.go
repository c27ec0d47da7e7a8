package view

import (
	"errors"
	"fmt"
	"strings"

	"talentgraph/graph"
)

// ArgumentError says which argument of a field is wrong. It is graph.ErrInvalid, or graph.ErrNotFound.
type ArgumentError struct {
	Argument string // "first", "where.person"
	Why      string
	is       error
}

func (e *ArgumentError) Error() string { return e.Argument + ": " + e.Why }

// Unwrap says which kind of error it is.
func (e *ArgumentError) Unwrap() error { return e.is }

func badArgument(name, why string, args ...any) error {
	return &ArgumentError{name, fmt.Sprintf(why, args...), graph.ErrInvalid}
}

// whyInvalid is what an error of the graph says beside that it is graph.ErrInvalid.
func whyInvalid(err error) string {
	said := err.Error()
	if _, after, ok := strings.Cut(said, graph.ErrInvalid.Error()+" "); ok {
		said = after
	}
	return said
}

// checkSize checks how long a list may be.
func checkSize(name string, n int) error {
	if n < 1 || n > graph.MaxPage {
		return badArgument(name, "want 1 to %d, not %d", graph.MaxPage, n)
	}
	return nil
}

func checkFirst(first int) error { return checkSize("first", first) }

func checkRange(name string, n, low, high int) error {
	if n < low || n > high {
		return badArgument(name, "want %d to %d, not %d", low, high, n)
	}
	return nil
}

func checkKind(id graph.ID, kind string) error { return checkKindOf("id", id, kind) }

func checkKindOf(argument string, id graph.ID, kind string) error {
	if id.Kind() != kind {
		return badArgument(argument, "%.40q is of kind %s, want one of kind %s", string(id), orNone(id.Kind()), kind)
	}
	return nil
}

func orNone(kind string) string {
	if kind == "" {
		return "none"
	}
	return kind
}

// blame says that a cursor is to blame for an error of the graph, where it is: all else was checked before.
func blame(r graph.MoveRequest, err error) error {
	if !errors.Is(err, graph.ErrInvalid) || r.After == "" && r.Before == "" {
		return err
	}
	if r.Back {
		return badArgument("before", "%s", whyInvalid(err))
	}
	return badArgument("after", "%s", whyInvalid(err))
}

// window is the part of a list that a field asks for.
type window struct {
	first  *int
	after  *string
	last   *int
	before *string
}

// put checks the window and sets it in a request.
func (w window) put(r *graph.MoveRequest) error {
	size, place, wrong := w.first, w.after, w.before
	names := [3]string{"first", "after", "before"}
	if w.last != nil {
		r.Back = true
		size, place, wrong = w.last, w.before, w.after
		names = [3]string{"last", "before", "after"}
		if w.first != nil {
			return badArgument("last", "is asked for together with first; leave one of them out")
		}
	}
	if wrong != nil {
		return badArgument(names[2], "after goes with first and before with last")
	}
	r.First = graph.DefaultPage
	if size != nil {
		if r.First = *size; checkSize(names[0], r.First) != nil {
			return checkSize(names[0], r.First)
		}
	}
	if place == nil {
		return nil
	}
	if *place == "" {
		return badArgument(names[1], "is empty; leave it out to begin at the end of the list")
	}
	c := graph.Cursor(*place)
	if err := c.Check(r.Order); errors.Is(err, graph.ErrInvalid) {
		return badArgument(names[1], "%s", whyInvalid(err))
	}
	if r.Back {
		r.Before = c
	} else {
		r.After = c
	}
	return nil
}
