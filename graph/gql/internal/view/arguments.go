package view

import (
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"talentgraph/graph"
)

// list is a list of moves but for whose it is.
type list struct {
	key     listArguments
	request graph.MoveRequest
}

// listArguments tells lists of one owner apart.
type listArguments struct {
	end  graph.MoveEnd
	text string
}

type listKey struct {
	of graph.ID
	listArguments
}

func newList(end graph.MoveEnd, where *MoveFilter, order graph.MoveOrder, w Window) (list, error) {
	filter, err := where.graph()
	if err != nil {
		return list{}, err
	}
	l := list{request: graph.MoveRequest{End: end, Where: filter, Order: order}}
	if err := w.put(&l.request); err != nil {
		return list{}, err
	}
	key := string(order) + strconv.Itoa(l.request.First)
	switch q := l.request; {
	case q.Back:
		key += " before " + strconv.Quote(string(q.Before))
	case q.After != "":
		key += " after " + strconv.Quote(string(q.After))
	}
	if where != nil {
		j, err := json.Marshal(where)
		if err != nil {
			return list{}, fmt.Errorf("filter: %w", err)
		}
		key += string(j)
	}
	l.key = listArguments{end, key}
	return l, nil
}

// arguments reads those of a field with a list of moves, as execution will read them.
func (r *Request) arguments(end graph.MoveEnd, f graphql.CollectedField) (l list, at func(time.Time) time.Time, err error) {
	raw := f.ArgumentMap(r.op.Variables)
	var where *MoveFilter
	if w := raw["where"]; w != nil {
		where = &MoveFilter{}
		if err := graphql.UnmarshalNamedInputFromContext(r.ctx, "MoveFilter", w, where); err != nil {
			return l, nil, err
		}
	}
	w, err := windowOf(raw)
	if err != nil {
		return l, nil, err
	}
	l, err = newList(end, where, graph.MoveOrder(textArgument(raw, "orderBy")), w)
	return l, where.knownAt, err
}

// windowOf reads a window from a field's arguments.
func windowOf(raw map[string]any) (w Window, err error) {
	for name, into := range map[string]**string{"after": &w.After, "before": &w.Before} {
		if s, ok := raw[name].(string); ok {
			*into = &s
		}
	}
	for name, into := range map[string]**int{"first": &w.First, "last": &w.Last} {
		if raw[name] == nil {
			continue
		}
		n, err := UnmarshalInt(raw[name])
		if err != nil {
			return w, err
		}
		*into = &n
	}
	return w, nil
}

func textArgument(raw map[string]any, name string) string {
	s, _ := raw[name].(string)
	return s
}

// dateArgument is an argument that is a date; not ok where it is none, which execution will report.
func dateArgument(raw map[string]any, name string) (d graph.Date, ok bool) {
	if raw[name] == nil {
		return d, true
	}
	err := d.UnmarshalGQL(raw[name])
	return d, err == nil
}
