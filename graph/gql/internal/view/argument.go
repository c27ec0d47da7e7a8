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

// Explained makes an error of the graph that begins with the place in a filter, as "where.from: …", an ArgumentError.
func Explained(err error) error {
	if err == nil || errors.As(err, new(*ArgumentError)) {
		return err
	}
	for _, is := range []error{graph.ErrNotFound, graph.ErrInvalid} {
		if !errors.Is(err, is) {
			continue
		}
		_, said, _ := strings.Cut(err.Error(), is.Error())
		name, why, ok := strings.Cut(strings.TrimLeft(said, ": "), ": ")
		if ok && strings.HasPrefix(name, "where") && !strings.ContainsAny(name, " \"") {
			return &ArgumentError{name, why, is}
		}
	}
	return err
}
