package graphiql_test

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"talentgraph/graph"
	"talentgraph/graph/gql"
	"talentgraph/graph/gql/graphiql"
	"talentgraph/graph/graphtest"
)

const quote = "L’ancien chef de l’IA d’Apple, Ruoming Pang, est l’une des dernières recrues de Meta."

// site serves the page over a graph that knows one move.
func site(t *testing.T) *httptest.Server {
	t.Helper()
	g := graph.New(graphtest.NewOracle(), nil, nil)
	t.Cleanup(func() { g.Close() })
	_, err := g.Record(t.Context(), []graph.Reading{{
		Article: graph.Article{URL: "https://ia.example/meta", Title: "Pourquoi", Language: "fr"}, Text: quote,
		Claims: []graph.Claim{{
			Person: "Ruoming Pang", From: "Apple", To: "Meta", Status: graph.Completed, Confidence: 0.9, Quote: quote,
			End: len([]rune(quote)), Extractor: "test/1",
		}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	page := graphiql.Handler(graphiql.Config{})
	mux := http.NewServeMux()
	mux.Handle("/graphql", gql.NewHandler(g, gql.Config{}))
	mux.Handle("/graphiql/", page)
	mux.Handle("/", page)
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s
}

func get(t *testing.T, url string) (*http.Response, string) {
	t.Helper()
	r, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return r, string(body)
}

// TestPage checks that the page takes nothing from elsewhere and that all it names is there.
func TestPage(t *testing.T) {
	s := site(t)
	for _, path := range []string{"/", "/graphiql/"} {
		r, page := get(t, s.URL+path)
		if r.StatusCode != http.StatusOK || !strings.HasPrefix(r.Header.Get("Content-Type"), "text/html") {
			t.Fatalf("%s: status %d, type %s", path, r.StatusCode, r.Header.Get("Content-Type"))
		}
		if csp := r.Header.Get("Content-Security-Policy"); !strings.Contains(csp, "default-src 'none'") || strings.Contains(csp, "http") {
			t.Errorf("policy %q", csp)
		}
		if strings.Contains(page, "://") {
			t.Errorf("the page names another host: %s", page)
		}
		refs := regexp.MustCompile(`(?:src|href)="(/graphiql/[^"]+)"`).FindAllStringSubmatch(page, -1)
		if len(refs) != 6 {
			t.Errorf("%d assets, want 6: %v", len(refs), refs)
		}
		for _, ref := range refs {
			if r, body := get(t, s.URL+ref[1]); r.StatusCode != http.StatusOK || len(body) < 50 {
				t.Errorf("%s: status %d, %d bytes", ref[1], r.StatusCode, len(body))
			}
		}
	}
	for _, path := range []string{"/graphiql/none.js", "/graphiql/../graphiql.go", "/graphiql/index.html"} {
		if r, body := get(t, s.URL+path); r.StatusCode == http.StatusOK && strings.Contains(body, "package graphiql") {
			t.Errorf("%s: served", path)
		}
	}
}

// TestBrowser runs the query that the page opens with in a real browser. It is skipped where there is none, unless
// TALENTGRAPH_REQUIRE_CHROME=1; TALENTGRAPH_TEST_CHROME names one that is not in the path.
func TestBrowser(t *testing.T) {
	s := site(t)
	ctx, cancel := context.WithTimeout(browser(t), time.Minute)
	defer cancel()

	var mu sync.Mutex
	var foreign, complaints []string
	err := chromedp.Listen(ctx, func(event any) {
		mu.Lock()
		defer mu.Unlock()
		switch e := event.(type) {
		case *network.EventRequestWillBeSent:
			if u := e.Request.URL; !strings.HasPrefix(u, s.URL+"/") && !strings.HasPrefix(u, "data:") {
				foreign = append(foreign, u)
			}
		case *runtime.EventExceptionThrown:
			complaints = append(complaints, e.ExceptionDetails.Text)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	do := func(steps ...chromedp.Action[chromedp.Void]) {
		t.Helper()
		if err := chromedp.Do(ctx, steps...); err != nil {
			t.Fatal(err)
		}
	}
	text := func(css chromedp.CSS) string {
		t.Helper()
		s, err := chromedp.Run(ctx, chromedp.TextContent(css))
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	do(chromedp.EmulateViewport(1280, 900), chromedp.Navigate(s.URL+"/"),
		chromedp.WaitVisible(chromedp.CSS(".graphiql-query-editor .CodeMirror-line")),
		chromedp.Click(chromedp.CSS(".graphiql-execute-button")),
		chromedp.Poll[chromedp.Void](`document.querySelector(".result-window")?.textContent.includes("dernières recrues")`),
		chromedp.Click(chromedp.CSS(`button[aria-label="Show Documentation Explorer"]`)),
		chromedp.WaitVisible(chromedp.CSS(".graphiql-doc-explorer-content")))
	answer, docs := text(".result-window"), text(".graphiql-doc-explorer-content")
	if file := os.Getenv("TALENTGRAPH_TEST_SCREENSHOT"); file != "" {
		picture, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, picture, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	mu.Lock()
	defer mu.Unlock()
	if !strings.Contains(answer, quote) || !strings.Contains(answer, "Ruoming Pang") {
		t.Errorf("answer %q", answer)
	}
	if !strings.Contains(docs, "Query") {
		t.Errorf("documentation %q", docs)
	}
	if len(foreign) > 0 || len(complaints) > 0 {
		t.Errorf("requests to other hosts %v, exceptions %v", foreign, complaints)
	}
}

// browser starts a browser for the test.
func browser(t *testing.T) context.Context {
	t.Helper()
	program := os.Getenv("TALENTGRAPH_TEST_CHROME")
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if program == "" {
			program, _ = exec.LookPath(name)
		}
	}
	if program == "" {
		if os.Getenv("TALENTGRAPH_REQUIRE_CHROME") == "1" {
			t.Fatal("no browser: TALENTGRAPH_TEST_CHROME is not set and there is no chromium in the path")
		}
		t.Skip("no browser: TALENTGRAPH_TEST_CHROME is not set and there is no chromium in the path")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(program), chromedp.NoSandbox,
		chromedp.WSURLReadTimeout(time.Minute))
	alloc, cancel := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(cancel)
	ctx, cancel := chromedp.NewContext(alloc)
	t.Cleanup(cancel)
	return ctx
}
