package graph

import (
	"cmp"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"
)

// Cursor is an opaque place in a list. It names the list that it belongs to (whose, which filter and order), so one of another list
// is recognised, and the place itself and not a count: a page after it costs the same however deep it is, and
// nothing is lost or repeated when moves are recorded in between.
type Cursor string

const cursorVersion = 2

type cursorBody struct {
	V    int    `json:"v"`
	List string `json:"l"`
	Date string `json:"d,omitempty"`
	ID   ID     `json:"i,omitempty"`
	Key  string `json:"k,omitempty"`
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
		return bad("of another list, filter or order")
	}
	return b, nil
}

// moveLists names the lists of a request, one for each owner or filter: by their order and by what they list, whatever the
// page and the time.
type moveLists struct {
	order MoveOrder
	what  uint64
}

func (r MoveRequest) lists() moveLists {
	return moveLists{cmp.Or(r.Order, NewestFirst), digest(0, struct {
		End   MoveEnd
		Where MoveFilter
	}{r.End, r.Where})}
}

func (l moveLists) of(owner any) string {
	return string(l.order) + " " + strconv.FormatUint(digest(l.what, owner), 36)
}

// digest tells values apart, but for accidents.
func digest(seed uint64, value any) uint64 {
	j, err := json.Marshal(value)
	if err != nil {
		panic(err) // an id or a filter always marshals
	}
	h := fnv.New64a()
	h.Write(binary.BigEndian.AppendUint64(nil, seed))
	h.Write(j)
	return h.Sum64()
}

func moveCursor(list string, m Move) Cursor {
	return cursorBody{List: list, Date: m.Date.String(), ID: m.ID}.encode()
}

func (c Cursor) move(list string) (MovePosition, error) {
	b, err := c.decode(list)
	if err != nil {
		return MovePosition{}, err
	}
	d, err := ParseDate(b.Date)
	if err != nil || b.ID.Kind() != "Move" {
		return MovePosition{}, fmt.Errorf("%w cursor %.40q: not one of ours", ErrInvalid, string(c))
	}
	return MovePosition{Date: d, ID: b.ID}, nil
}

// Check says why the cursor is none of any list of moves in this order: ErrInvalid; nil where it is one.
func (c Cursor) Check(order MoveOrder) error {
	var b cursorBody
	if j, err := base64.RawURLEncoding.DecodeString(string(c)); err == nil {
		_ = json.Unmarshal(j, &b) // what is none of ours names no list
	}
	list := b.List
	if !strings.HasPrefix(list, string(cmp.Or(order, NewestFirst))+" ") {
		list = ""
	}
	_, err := c.move(list)
	return err
}

func flowCursor(key string, f Flow) Cursor {
	return cursorBody{List: "flows " + key, Flow: &f}.encode()
}

func (c Cursor) flow(key string) (Flow, error) {
	b, err := c.decode("flows " + key)
	if err == nil && b.Flow == nil {
		err = fmt.Errorf("%w cursor %.40q: not one of ours", ErrInvalid, string(c))
	}
	if err != nil {
		return Flow{}, err
	}
	return *b.Flow, nil
}
