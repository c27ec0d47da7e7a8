package docs

import (
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// field of a type or input, or an argument, as the page shows it.
type field struct {
	Name, Description string
	Before, Type      string // "[", "Move"
	After             string // "!]!"
	Linked            bool   // the page has the type
	Default           string
	Arguments         []field
	Example           string // of root fields
}

// definition of a type.
type definition struct {
	Name, Description string
	Interfaces        []string
	Fields            []field
	Values            []field
}

// group is the definitions of one kind.
type group struct {
	Title       string
	Definitions []definition
}

func rootFields(s *ast.Schema) ([]field, error) {
	list := fieldsOf(s, s.Query.Fields)
	for i, f := range list {
		example, err := Example(f.Name)
		if err != nil {
			return nil, err
		}
		list[i].Example = example
	}
	return list, nil
}

func groups(s *ast.Schema) []group {
	list := []group{{Title: "Objects"}, {Title: "Interfaces"}, {Title: "Inputs"}, {Title: "Enums"}, {Title: "Scalars"}}
	place := map[ast.DefinitionKind]int{ast.Object: 0, ast.Interface: 1, ast.InputObject: 2, ast.Enum: 3, ast.Scalar: 4}
	for _, d := range s.Types {
		i, ok := place[d.Kind]
		if !ok || !shown(s, d) || d == s.Query {
			continue
		}
		list[i].Definitions = append(list[i].Definitions, definition{d.Name, d.Description, d.Interfaces, fieldsOf(s, d.Fields), valuesOf(d)})
	}
	for _, g := range list {
		slices.SortFunc(g.Definitions, func(a, b definition) int { return strings.Compare(a.Name, b.Name) })
	}
	return list
}

// shown is whether the page has a type: all but those of introspection and GraphQL's own scalars.
func shown(s *ast.Schema, d *ast.Definition) bool {
	return d != nil && !d.BuiltIn && !strings.HasPrefix(d.Name, "__") && d != s.Query
}

func fieldsOf(s *ast.Schema, fields ast.FieldList) []field {
	var list []field
	for _, f := range fields {
		if strings.HasPrefix(f.Name, "__") {
			continue
		}
		x := fieldOf(s, f.Name, f.Description, f.Type, f.DefaultValue)
		for _, a := range f.Arguments {
			x.Arguments = append(x.Arguments, fieldOf(s, a.Name, a.Description, a.Type, a.DefaultValue))
		}
		list = append(list, x)
	}
	return list
}

func fieldOf(s *ast.Schema, name, description string, t *ast.Type, value *ast.Value) field {
	x := field{Name: name, Description: description, Type: t.Name(), Linked: shown(s, s.Types[t.Name()])}
	x.Before, x.After, _ = strings.Cut(t.String(), t.Name())
	if value != nil {
		x.Default = value.String()
	}
	return x
}

func valuesOf(d *ast.Definition) []field {
	var list []field
	for _, v := range d.EnumValues {
		list = append(list, field{Name: v.Name, Description: v.Description})
	}
	return list
}
