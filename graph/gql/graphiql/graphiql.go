// Package graphiql serves the GraphiQL page with all that it needs from the binary: nothing comes from another host.
package graphiql

import (
	"bytes"
	"embed"
	"html/template"
	"io/fs"
	"net/http"
	"strings"
	"time"
)

//go:embed assets boot.js page.css
var files embed.FS

//go:embed index.html
var html string

var page = template.Must(template.New("page").Parse(html))

//go:embed default.graphql
var defaultQuery string

// Config says what the page opens with.
type Config struct {
	Endpoint string // path of the GraphQL handler; empty: "/graphql"
	Path     string // where the handler is mounted; empty: "/graphiql"
	Docs     string // path of the guide to the schema; empty: "/docs"
	Query    string // shown at first; empty: who moved from Apple to Meta, and which sentence says so
}

// policy lets the page load and ask its own server only. CodeMirror sets styles on elements, hence unsafe-inline.
const policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
	"font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// Handler serves the page at Config.Path and its assets below. Mount it at both Path and Path+"/"; at any other path
// it serves the page as well.
func Handler(c Config) http.Handler {
	if c.Endpoint == "" {
		c.Endpoint = "/graphql"
	}
	if c.Path == "" {
		c.Path = "/graphiql"
	}
	if c.Docs == "" {
		c.Docs = "/docs"
	}
	if c.Query == "" {
		c.Query = defaultQuery
	}
	assets := strings.TrimSuffix(c.Path, "/") + "/"
	var content bytes.Buffer
	if err := page.Execute(&content, map[string]string{"Assets": assets, "Endpoint": c.Endpoint, "Docs": c.Docs, "Query": c.Query}); err != nil {
		panic(err) // a buffer takes all, and the template has only the map's fields
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		if name, ok := strings.CutPrefix(r.URL.Path, assets); ok && name != "" {
			serveAsset(w, r, name)
			return
		}
		h.Set("Content-Type", "text/html; charset=utf-8")
		h.Set("Cache-Control", "no-cache")
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(content.Bytes()))
	})
}

func serveAsset(w http.ResponseWriter, r *http.Request, name string) {
	for _, dir := range []string{"assets/", ""} {
		if content, err := fs.ReadFile(files, dir+name); err == nil {
			w.Header().Set("Cache-Control", "max-age=3600")
			http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(content))
			return
		}
	}
	http.NotFound(w, r)
}
