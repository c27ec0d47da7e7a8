package view

import (
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"talentgraph/graph"
)

// MarshalDateTime writes an instant in RFC 3339 in UTC, null for the zero time.
func MarshalDateTime(t time.Time) graphql.Marshaler {
	if t.IsZero() {
		return graphql.Null
	}
	return graphql.WriterFunc(func(w io.Writer) { io.WriteString(w, strconv.Quote(t.UTC().Format(time.RFC3339Nano))) })
}

// UnmarshalDateTime reads an instant in RFC 3339, to the microsecond; null is the zero time. Anything else and years
// before 1000 are ErrInvalid.
func UnmarshalDateTime(v any) (time.Time, error) {
	switch v := v.(type) {
	case nil:
		return time.Time{}, nil
	case string:
		if t, err := time.Parse(time.RFC3339Nano, v); err == nil && t.Year() >= 1000 {
			return t.UTC().Truncate(time.Microsecond), nil
		}
	}
	return time.Time{}, fmt.Errorf("%w time %.40q: want one like 2025-03-01T12:00:00Z", graph.ErrInvalid, fmt.Sprint(v))
}
