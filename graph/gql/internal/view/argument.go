package view

import (
	"fmt"

	"talentgraph/graph"
)

// ArgumentError says which argument of a field is wrong. It is graph.ErrInvalid.
type ArgumentError struct {
	Argument string // "first", "where.person"
	Why      string
}

func (e *ArgumentError) Error() string { return e.Argument + ": " + e.Why }

// Unwrap makes it graph.ErrInvalid.
func (e *ArgumentError) Unwrap() error { return graph.ErrInvalid }

func badArgument(name, why string, args ...any) error {
	return &ArgumentError{name, fmt.Sprintf(why, args...)}
}

func checkFirst(first int) error {
	if first < 1 || first > graph.MaxPage {
		return badArgument("first", "want 1 to %d, not %d", graph.MaxPage, first)
	}
	return nil
}

func checkKind(id graph.ID, kind string) error {
	if id.Kind() != kind {
		return badArgument("id", "%s is of kind %s, want one of kind %s", id, id.Kind(), kind)
	}
	return nil
}
