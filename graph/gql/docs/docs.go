// Package docs is the guide to the GraphQL schema as one page: generated from the schema itself, with an example for each
// root field, and nothing that comes from another host.
package docs

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"strings"
	"time"

	"talentgraph/graph/gql/internal/exec"
)

//go:embed page.html
var source string

//go:embed examples
var examples embed.FS

// Config says where the page's links lead.
type Config struct {
	Endpoint string // path of the GraphQL handler; empty: "/graphql"
	GraphiQL string // path of the page to try queries in; empty: "/graphiql"
}

// policy lets the page load nothing; its style is its own.
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// Handler serves the page at any path.
func Handler(c Config) http.Handler {
	if c.Endpoint == "" {
		c.Endpoint = "/graphql"
	}
	if c.GraphiQL == "" {
		c.GraphiQL = "/graphiql"
	}
	content, err := render(c)
	if err != nil {
		panic(err) // the page, the schema and the examples are the binary's own, and tested
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Content-Type", "text/html; charset=utf-8")
		h.Set("Cache-Control", "no-cache")
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(content))
	})
}

func render(c Config) ([]byte, error) {
	page, err := template.New("page").Funcs(template.FuncMap{"prose": prose}).Parse(source)
	if err != nil {
		return nil, fmt.Errorf("docs: %w", err)
	}
	s := exec.NewExecutableSchema(exec.Config{}).Schema()
	fields, err := rootFields(s)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := page.Execute(&b, map[string]any{
		"Config": c, "Description": s.Description, "Query": s.Query.Description, "Fields": fields, "Groups": groups(s),
	}); err != nil {
		return nil, fmt.Errorf("docs: %w", err)
	}
	return b.Bytes(), nil
}

// Example is the query that shows a root field; ErrNotExist where there is none. Some take the variable id.
func Example(field string) (string, error) {
	text, err := examples.ReadFile("examples/" + field + ".graphql")
	if err != nil {
		return "", fmt.Errorf("docs: example: %w", err)
	}
	return string(text), nil
}

// prose is a description with its `code` marked as such.
func prose(text string) template.HTML {
	var b strings.Builder
	for i, part := range strings.Split(text, "`") {
		escaped := template.HTMLEscapeString(part)
		if i%2 == 1 {
			escaped = "<code>" + escaped + "</code>"
		}
		b.WriteString(escaped)
	}
	return template.HTML(b.String())
}
