package graph

import (
	"fmt"
	"io"
	"strconv"
)

// MarshalGQL writes the date as the GraphQL scalar Date: a string, or null where it is unknown.
func (d Date) MarshalGQL(w io.Writer) {
	if d.IsZero() {
		io.WriteString(w, "null")
		return
	}
	io.WriteString(w, strconv.Quote(d.String()))
}

// UnmarshalGQL reads what ParseDate reads, other than the empty text; null is the unknown date.
func (d *Date) UnmarshalGQL(v any) (err error) {
	switch v := v.(type) {
	case nil:
		*d = Date{}
		return nil
	case string:
		if v != "" {
			*d, err = ParseDate(v)
			return err
		}
	}
	return fmt.Errorf("%w date %.40q: want YYYY, YYYY-MM or YYYY-MM-DD as a string", ErrInvalid, fmt.Sprint(v))
}

// MarshalGQL writes the ID as a GraphQL string.
func (id ID) MarshalGQL(w io.Writer) { io.WriteString(w, strconv.Quote(string(id))) }

// UnmarshalGQL reads an ID of any kind; a text that is none is ErrInvalid.
func (id *ID) UnmarshalGQL(v any) error {
	s, ok := v.(string)
	if !ok || ID(s).Kind() == "" {
		return fmt.Errorf("%w id %.40q: not one of ours", ErrInvalid, fmt.Sprint(v))
	}
	*id = ID(s)
	return nil
}
