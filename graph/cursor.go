package graph

import (
	"cmp"
	"encoding/base64"
	"encoding/json"
	"fmt"
)

// Cursor is an opaque place in a list. It names the kind and order of the list that it belongs to, so one of another list
// is recognised, and the place itself and not a count: a page after it costs the same however deep it is, and
// nothing is lost or repeated when moves are recorded in between.
type Cursor string

const cursorVersion = 1

type cursorBody struct {
	V    int    `json:"v"`
	List string `json:"l"`
	Date string `json:"d,omitempty"`
	ID   ID     `json:"i,omitempty"`
	Flow *Flow  `json:"f,omitempty"`
}

func (b cursorBody) encode() Cursor {
	b.V = cursorVersion
	j, err := json.Marshal(b)
	if err != nil {
		panic(err) // a struct of texts and integers always marshals
	}
	return Cursor(base64.RawURLEncoding.EncodeToString(j))
}

func (c Cursor) decode(list string) (cursorBody, error) {
	var b cursorBody
	bad := func(why string) (cursorBody, error) {
		return b, fmt.Errorf("%w cursor %.40q: %s", ErrInvalid, string(c), why)
	}
	if len(c) > 2000 {
		return bad("not one of ours")
	}
	j, err := base64.RawURLEncoding.DecodeString(string(c))
	if err != nil || json.Unmarshal(j, &b) != nil {
		return bad("not one of ours")
	}
	if b.V != cursorVersion {
		return bad(fmt.Sprintf("of version %d, want %d", b.V, cursorVersion))
	}
	if b.List != list {
		return bad("of another list or order")
	}
	return b, nil
}

func moveCursor(order MoveOrder, m Move) Cursor {
	return cursorBody{List: string(order), Date: m.Date.String(), ID: m.ID}.encode()
}

func (c Cursor) move(order MoveOrder) (MovePosition, error) {
	b, err := c.decode(string(order))
	if err != nil {
		return MovePosition{}, err
	}
	d, err := ParseDate(b.Date)
	if err != nil || b.ID.Kind() != "Move" {
		return MovePosition{}, fmt.Errorf("%w cursor %.40q: not one of ours", ErrInvalid, string(c))
	}
	return MovePosition{Date: d, ID: b.ID}, nil
}

// Check says why the cursor is none of a list of moves in this order: ErrInvalid; nil where it is one.
func (c Cursor) Check(order MoveOrder) error {
	_, err := c.move(cmp.Or(order, NewestFirst))
	return err
}

func flowCursor(key string, f Flow) Cursor {
	return cursorBody{List: "flows " + key, Flow: &f}.encode()
}

func (c Cursor) flow(key string) (FlowPosition, error) {
	b, err := c.decode("flows " + key)
	if err == nil && b.Flow == nil {
		err = fmt.Errorf("%w cursor %.40q: not one of ours", ErrInvalid, string(c))
	}
	if err != nil {
		return FlowPosition{}, err
	}
	return *b.Flow, nil
}
