package view

import (
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"talentgraph/graph"
)

// MoveFilter is the input of that name.
type MoveFilter struct {
	Person, From, To, Organization []graph.ID
	IncludeSubsidiaries            bool
	Since, Until                   graph.Date
	Status                         []graph.Status
	MinConfidence                  float64
	RoleFamily                     []graph.RoleFamily
	Seniority                      []graph.Seniority
	Inferred                       *bool
	Text                           *string
	KnownAt                        time.Time
}

// graph checks what only the input can show and gives the filter in the graph's words.
func (f *MoveFilter) graph() (where graph.MoveFilter, text string, err error) {
	if f == nil {
		return where, "", nil
	}
	for _, l := range []struct {
		name  string
		empty bool
	}{
		{"person", empty(f.Person)}, {"from", empty(f.From)}, {"to", empty(f.To)}, {"organization", empty(f.Organization)},
		{"status", empty(f.Status)}, {"roleFamily", empty(f.RoleFamily)}, {"seniority", empty(f.Seniority)},
	} {
		if l.empty {
			return where, "", badArgument("where."+l.name, "an empty list passes nothing; leave it out to pass all")
		}
	}
	for _, l := range []struct {
		name, kind string
		ids        []graph.ID
	}{{"person", "Person", f.Person}, {"from", "Organization", f.From}, {"to", "Organization", f.To}, {"organization", "Organization", f.Organization}} {
		if n := len(l.ids); n > maxIDs {
			return where, "", badArgument("where."+l.name, "%d ids, at most %d", n, maxIDs)
		}
		for _, id := range l.ids {
			if err := checkKindOf("where."+l.name, id, l.kind); err != nil {
				return where, "", err
			}
		}
	}
	if f.Text != nil {
		if text = *f.Text; len(graph.FoldWords(text)) == 0 {
			return where, "", badArgument("where.text", "no letter or digit in it; leave it out to pass all")
		}
	}
	if !f.Since.IsZero() && !f.Until.IsZero() && f.Until.Last().Compare(f.Since.First()) < 0 {
		return where, "", badArgument("where.since", "%s is after until %s", f.Since, f.Until)
	}
	if f.MinConfidence < 0 || f.MinConfidence > 1 {
		return where, "", badArgument("where.minConfidence", "%v: want 0 to 1", f.MinConfidence)
	}
	return graph.MoveFilter{
		People: f.Person, From: f.From, To: f.To, Organizations: f.Organization,
		Since: f.Since, Until: f.Until, Statuses: f.Status, RoleFamilies: f.RoleFamily, Seniorities: f.Seniority,
		Inferred: f.Inferred, MinConfidence: f.MinConfidence,
	}, text, nil
}

// maxIDs bounds each list of ids.
const maxIDs = 1000

func empty[T any](list []T) bool { return list != nil && len(list) == 0 }

// at is the time that the filter names, else the given one.
func (f *MoveFilter) at(outer time.Time) time.Time {
	if f == nil || f.KnownAt.IsZero() {
		return outer
	}
	return f.KnownAt
}

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

func newList(end graph.MoveEnd, where *MoveFilter, order graph.MoveOrder, w window) (list, error) {
	filter, text, err := where.graph()
	if err != nil {
		return list{}, err
	}
	l := list{request: graph.MoveRequest{End: end, Where: filter, Text: text, Order: order}}
	if err := w.put(&l.request); err != nil {
		return list{}, err
	}
	l.request.IncludeSubsidiaries = where != nil && where.IncludeSubsidiaries
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
	w := window{after: textArgument(raw, "after"), before: textArgument(raw, "before")}
	for name, into := range map[string]**int{"first": &w.first, "last": &w.last} {
		if raw[name] == nil {
			continue
		}
		n, err := UnmarshalInt(raw[name])
		if err != nil {
			return l, nil, err
		}
		*into = &n
	}
	order, _ := raw["orderBy"].(string)
	l, err = newList(end, where, graph.MoveOrder(order), w)
	return l, where.at, err
}

func textArgument(raw map[string]any, name string) *string {
	if s, ok := raw[name].(string); ok {
		return &s
	}
	return nil
}
