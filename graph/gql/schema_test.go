package gql_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"talentgraph/graph"
)

func schema(t testing.TB) *ast.Schema {
	t.Helper()
	files, err := filepath.Glob("../../schema/*.graphqls")
	if err != nil || len(files) == 0 {
		t.Fatalf("no schema: %v", err)
	}
	var sources []*ast.Source
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		sources = append(sources, &ast.Source{Name: filepath.Base(f), Input: string(text)})
	}
	s, err := gqlparser.LoadSchema(sources...)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// own are the schema's types that are not GraphQL's.
func own(s *ast.Schema) []*ast.Definition {
	var defs []*ast.Definition
	for _, d := range s.Types {
		if !d.BuiltIn && !strings.HasPrefix(d.Name, "__") {
			defs = append(defs, d)
		}
	}
	slices.SortFunc(defs, func(a, b *ast.Definition) int { return strings.Compare(a.Name, b.Name) })
	return defs
}

// TestDescriptions: everything in the schema says what it means, in a sentence.
func TestDescriptions(t *testing.T) {
	s := schema(t)
	check := func(name, description string) {
		t.Helper()
		if d := strings.TrimSpace(description); !strings.HasSuffix(d, ".") {
			t.Errorf("%s: description %q", name, description)
		}
	}
	if s.Description == "" {
		t.Error("the schema has no description")
	}
	for _, d := range own(s) {
		check(d.Name, d.Description)
		for _, f := range d.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			check(d.Name+"."+f.Name, f.Description)
			for _, a := range f.Arguments {
				check(d.Name+"."+f.Name+"("+a.Name+")", a.Description)
			}
		}
		for _, v := range d.EnumValues {
			check(d.Name+"."+v.Name, v.Description)
		}
	}
}

// TestEnums: the schema's enums have the graph's values, in its order.
func TestEnums(t *testing.T) {
	s := schema(t)
	for name, want := range map[string][]string{
		"Status": texts(graph.Statuses()), "RoleFamily": texts(graph.RoleFamilies()), "Seniority": texts(graph.Seniorities()),
		"Period":    texts([]graph.Period{graph.Month, graph.Quarter, graph.Year}),
		"MoveOrder": texts([]graph.MoveOrder{graph.NewestFirst, graph.OldestFirst}),
		"MoveEnd":   texts([]graph.MoveEnd{graph.FromEnd, graph.ToEnd}), "NameOrder": texts([]graph.NameOrder{graph.NameUp, graph.NameDown}),
		"ArticleOrder": texts([]graph.ArticleOrder{graph.NewestArticles, graph.OldestArticles}),
		"FlowOrder":    texts([]graph.FlowOrder{graph.MostMoves, graph.LeastMoves, graph.ByCell, graph.ByCellDown}),
		"FlowDimension": texts([]graph.FlowDimension{graph.ByFrom, graph.ByTo, graph.ByPeriod, graph.ByRoleFamily, graph.BySeniority, graph.ByFromSector,
			graph.ByToSector, graph.ByFromCountry, graph.ByToCountry, graph.ByStatus, graph.ByLanguage}),
		"MoveField": texts([]graph.MoveField{graph.FromField, graph.ToField, graph.DateField, graph.AnnouncedField, graph.ReportedField, graph.RoleFromField,
			graph.RoleToField, graph.FamilyField, graph.SeniorityField, graph.EndedField}),
	} {
		var got []string
		for _, v := range s.Types[name].EnumValues {
			got = append(got, v.Name)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s has %v, want %v", name, got, want)
		}
	}
}

func texts[T ~string](values []T) []string {
	var s []string
	for _, v := range values {
		s = append(s, string(v))
	}
	return s
}

// TestConnections: every list that is paged is a Relay connection.
func TestConnections(t *testing.T) {
	s := schema(t)
	for _, d := range own(s) {
		for _, f := range d.Fields {
			name, isConnection := strings.CutSuffix(f.Type.Name(), "Connection")
			if !isConnection {
				continue
			}
			for argument, want := range map[string]string{"first": "Int", "after": "String", "last": "Int", "before": "String"} {
				if a := f.Arguments.ForName(argument); a == nil || a.DefaultValue != nil || a.Type.String() != want { // pages from both ends: first has no default
					t.Errorf("%s.%s: %s is %v", d.Name, f.Name, argument, a)
				}
			}
			if order := f.Arguments.ForName("orderBy"); order == nil && d.Name != "Flow" || order != nil && order.DefaultValue == nil {
				t.Errorf("%s.%s: orderBy is %v", d.Name, f.Name, order)
			}
			c, e := s.Types[name+"Connection"], s.Types[name+"Edge"]
			for field, want := range map[*ast.FieldDefinition]string{
				c.Fields.ForName("edges"): "[" + name + "Edge!]!", c.Fields.ForName("nodes"): "[" + name + "!]!",
				c.Fields.ForName("pageInfo"): "PageInfo!", e.Fields.ForName("cursor"): "String!", e.Fields.ForName("node"): name + "!",
			} {
				if field == nil || field.Type.String() != want {
					t.Errorf("%s: %v, want %s", name, field, want)
				}
			}
		}
	}
}
