package docs

import (
	"html"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"

	"talentgraph/graph/gql/internal/exec"
)

// TestPage: the page has all of the schema, its links lead somewhere, and it loads nothing.
func TestPage(t *testing.T) {
	w := httptest.NewRecorder()
	Handler(Config{}).ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/docs", nil))
	page := w.Body.String()
	if w.Code != http.StatusOK || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") || !strings.Contains(w.Header().Get("Content-Security-Policy"), "default-src 'none'") {
		t.Fatalf("status %d, header %v", w.Code, w.Header())
	}
	ids := map[string]bool{}
	for _, m := range regexp.MustCompile(` id="([^"]+)"`).FindAllStringSubmatch(page, -1) {
		if ids[m[1]] {
			t.Errorf("two places are called %s", m[1])
		}
		ids[m[1]] = true
	}
	for _, m := range regexp.MustCompile(`href="([^"]+)"`).FindAllStringSubmatch(page, -1) {
		if name, ok := strings.CutPrefix(m[1], "#"); ok && !ids[name] || !ok && m[1] != "/graphiql" && m[1] != "data:," {
			t.Errorf("a link to %s", m[1])
		}
	}
	for _, bad := range []string{"<script", " src=", "@import", "ZgotmplZ"} {
		if strings.Contains(page, bad) {
			t.Errorf("the page has %q", bad)
		}
	}
	s := exec.NewExecutableSchema(exec.Config{}).Schema()
	seen := 0
	for _, d := range s.Types {
		if !shown(s, d) {
			continue
		}
		seen++
		if !ids[d.Name] {
			t.Errorf("%s is missing", d.Name)
		}
		for _, text := range append([]string{d.Description}, fieldTexts(fieldsOf(s, d.Fields))...) {
			if first, _, _ := strings.Cut(text, "`"); !strings.Contains(page, html.EscapeString(first)) {
				t.Errorf("%s: %q is missing", d.Name, text)
			}
		}
	}
	if seen < 30 {
		t.Errorf("%d types", seen)
	}
}

func fieldTexts(fields []field) []string {
	var list []string
	for _, f := range fields {
		list = append(append(list, f.Description), fieldTexts(f.Arguments)...)
	}
	return list
}

// TestExamples: each root field has an example that is a valid query of it, and there are no others. That they are answered is
// tested with the demo.
func TestExamples(t *testing.T) {
	s := exec.NewExecutableSchema(exec.Config{}).Schema()
	files, err := examples.ReadDir("examples")
	if err != nil {
		t.Fatal(err)
	}
	if fields := fieldsOf(s, s.Query.Fields); len(files) != len(fields) {
		t.Errorf("%d examples for %d fields", len(files), len(fields))
	}
	for _, file := range files {
		name := strings.TrimSuffix(file.Name(), ".graphql")
		query, err := Example(name)
		if err != nil {
			t.Fatal(err)
		}
		if s.Query.Fields.ForName(name) == nil || !strings.Contains(query, " "+name) || !strings.HasPrefix(query, "# ") {
			t.Errorf("%s: %s", name, query)
		}
		if _, errs := gqlparser.LoadQueryWithRules(s, query, nil); len(errs) > 0 {
			t.Errorf("%s: %v", name, errs)
		}
	}
	if _, err := Example("nothing"); err == nil {
		t.Error("an example of nothing")
	}
}
