package neo4j

import (
	"encoding/json"
	"slices"
	"time"

	"talentgraph/graph"
)

// properties of a node. What is empty is left out, as Neo4j has it.
type properties = map[string]any

func put[T ~string](p properties, name string, value T) {
	if value != "" {
		p[name] = string(value)
	}
}

func putDate(p properties, name string, d graph.Date) {
	if !d.IsZero() {
		p[name] = d.String()
	}
}

func putList[T ~string](p properties, name string, list []T) {
	if len(list) > 0 {
		p[name] = texts(list)
	}
}

// putJSON keeps a list of structures, which no property can hold, as text.
func putJSON[T any](p properties, name string, list []T) {
	if len(list) > 0 {
		j, err := json.Marshal(list)
		if err != nil {
			panic(err) // structures of texts and finite numbers always marshal
		}
		p[name] = string(j)
	}
}

func texts[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, x := range list {
		out[i] = string(x)
	}
	return out
}

// sortedTexts is the list sorted, without repeats, so that nodes are always locked in the same order.
func sortedTexts[T ~string](list []T) []string {
	out := texts(list)
	slices.Sort(out)
	return slices.Compact(out)
}

func get[T ~string](p properties, name string) T {
	s, _ := p[name].(string)
	return T(s)
}

// textOf is a text of an answer; empty for one that is not there any more, since nodes may change between the moment when an index
// names them and the one when they are read. What has to be whole is then read anew: see settled.
func textOf(value any) string {
	s, _ := value.(string)
	return s
}

func getInt(p properties, name string) int64 {
	n, _ := p[name].(int64)
	return n
}

func getFloat(p properties, name string) float64 {
	f, _ := p[name].(float64)
	return f
}

func getBool(p properties, name string) bool {
	b, _ := p[name].(bool)
	return b
}

func getDate(p properties, name string) graph.Date {
	s, _ := p[name].(string)
	d, _ := graph.ParseDate(s) // written by putDate
	return d
}

func getTime(p properties, name string) time.Time { return fromMicros(getInt(p, name)) }

func getList[T ~string](p properties, name string) []T { return list[T](p[name]) }

func list[T ~string](value any) []T {
	values, _ := value.([]any)
	if len(values) == 0 {
		return nil
	}
	out := make([]T, len(values))
	for i, v := range values {
		s, _ := v.(string)
		out[i] = T(s)
	}
	return out
}

func getJSON[T any](p properties, name string) []T {
	s, _ := p[name].(string)
	if s == "" {
		return nil
	}
	var out []T
	_ = json.Unmarshal([]byte(s), &out) // written by putJSON
	return out
}

// micros is a time as it is stored: microseconds of Unix time, 0 for the zero time.
func micros(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMicro()
}

func fromMicros(n int64) time.Time {
	if n == 0 {
		return time.Time{}
	}
	return time.UnixMicro(n).UTC()
}
