package gql_test

import (
	"fmt"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"pgregory.net/rapid"

	"talentgraph/graph/gql"
	"talentgraph/graph/graphtest"
)

// anyQuery writes valid queries of any shape.
type anyQuery struct {
	*rapid.T
	schema *ast.Schema
	ids    []string
	alias  int
}

func (q *anyQuery) selection(d *ast.Definition, depth int) string {
	var b strings.Builder
	b.WriteString("{ __typename")
	for range rapid.IntRange(1, 3).Draw(q.T, "fields") {
		f := rapid.SampledFrom(d.Fields).Draw(q.T, "field")
		to := q.schema.Types[f.Type.Name()]
		if strings.HasPrefix(f.Name, "__") || depth == 0 && !to.IsLeafType() {
			continue
		}
		q.alias++
		fmt.Fprintf(&b, " a%d: %s%s", q.alias, f.Name, q.arguments(f))
		if !to.IsLeafType() {
			b.WriteString(" " + q.selection(to, depth-1))
		}
	}
	if d.IsAbstractType() {
		of := rapid.SampledFrom(q.schema.GetPossibleTypes(d)).Draw(q.T, "type")
		b.WriteString(" ... on " + of.Name + " " + q.selection(of, depth))
	}
	b.WriteString(" }")
	return b.String()
}

func (q *anyQuery) arguments(f *ast.FieldDefinition) string {
	var list []string
	for _, a := range f.Arguments {
		optional := !a.Type.NonNull || a.DefaultValue != nil
		if optional && rapid.Bool().Draw(q.T, "leave out") && a.Name != "first" {
			continue
		}
		list = append(list, a.Name+": "+q.value(a.Name, a.Type))
	}
	if len(list) == 0 {
		return ""
	}
	return "(" + strings.Join(list, ", ") + ")"
}

func (q *anyQuery) value(name string, t *ast.Type) string {
	if t.Elem != nil {
		var list []string
		for range rapid.IntRange(0, 2).Draw(q.T, "values") {
			list = append(list, q.value(name, t.Elem))
		}
		return "[" + strings.Join(list, ", ") + "]"
	}
	d := q.schema.Types[t.NamedType]
	switch {
	case d.Kind == ast.Enum:
		return rapid.SampledFrom(d.EnumValues).Draw(q.T, "enum").Name
	case d.Kind == ast.InputObject:
		var fields []string
		for _, f := range d.Fields {
			if rapid.IntRange(0, 3).Draw(q.T, "field") == 0 {
				fields = append(fields, f.Name+": "+q.value(f.Name, f.Type))
			}
		}
		return "{" + strings.Join(fields, ", ") + "}"
	}
	switch t.NamedType {
	case "ID":
		return `"` + rapid.SampledFrom(q.ids).Draw(q.T, "id") + `"`
	case "Int":
		return fmt.Sprint(rapid.IntRange(0, 4).Draw(q.T, "int"))
	case "Float":
		return fmt.Sprint(rapid.Float64Range(-0.1, 1).Draw(q.T, "float"))
	case "Boolean":
		return fmt.Sprint(rapid.Bool().Draw(q.T, "bool"))
	case "Date":
		dates := []string{`"2025"`, `"2024-03"`, `"2025-07-07"`, `"2025-13"`, "null"}
		if t.NonNull {
			dates = dates[:4]
		}
		return rapid.SampledFrom(dates).Draw(q.T, "date")
	case "DateTime":
		return rapid.SampledFrom([]string{`"2025-08-02T12:00:00Z"`, `"2025-08-05T00:00:00+02:00"`, `"2030-01-01T00:00:00Z"`}).Draw(q.T, "time")
	}
	switch {
	case strings.HasSuffix(strings.ToLower(name), "country"):
		return rapid.SampledFrom([]string{`"US"`, `"FR"`, `""`, `"us"`}).Draw(q.T, "country")
	case name == "language":
		return rapid.SampledFrom([]string{`"en"`, `"fr"`, `""`}).Draw(q.T, "language")
	case strings.HasSuffix(name, "Set"):
		return rapid.SampledFrom([]string{`"rivals"`, `"nobody"`}).Draw(q.T, "set")
	}
	return rapid.SampledFrom([]string{`"pang"`, `"apple meta"`, `"a"`, `""`, `"acme"`}).Draw(q.T, "text")
}

// everyID lists ids of every kind in the test world, and some of nothing.
func everyID(t *testing.T, h http.Handler) []string {
	t.Helper()
	a := ask(t, h, `{ moves { nodes { id person { id } from { id } to { id } claims { id article { id } } } } }`, nil)
	ids := regexp.MustCompile(`[a-z]{3}_[a-z2-7]{26}`).FindAllString(a.body, -1)
	slices.Sort(ids)
	ids = slices.Compact(ids)
	if len(ids) < 40 {
		t.Fatalf("%d ids: %s", len(ids), a.body)
	}
	return append(ids, "per_"+strings.Repeat("a", 26), "mov_"+strings.Repeat("b", 26), "jdg_"+strings.Repeat("c", 26), "x")
}

// TestAnyQuery: a valid query of any shape is answered, or refused for a reason that a client can act on. Above all,
// what execution looks up was read ahead, whatever the shape.
func TestAnyQuery(t *testing.T) {
	h := server(t, graphtest.NewOracle(), gql.Config{Limits: gql.Limits{Depth: 100, Aliases: 1000, RootFields: 1000, Fields: 1e6, Tokens: 1e6, Complexity: 1 << 50}})
	ids := everyID(t, h)
	s := schema(t)
	answered := 0
	rapid.Check(t, func(rt *rapid.T) {
		q := &anyQuery{T: rt, schema: s, ids: ids}
		query := q.selection(s.Query, rapid.IntRange(1, 9).Draw(rt, "depth"))
		a := ask(t, h, query, nil)
		for _, e := range a.Errors {
			if code := e.code(); code != "INVALID" && code != "TOO_LARGE" && code != "NOT_FOUND" {
				rt.Fatalf("%s\n%+v", query, e)
			}
		}
		if len(a.Errors) == 0 {
			answered++
		}
	})
	if answered == 0 {
		t.Error("no query was answered without errors")
	}
}
