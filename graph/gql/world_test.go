package gql_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"talentgraph/graph"
	"talentgraph/graph/gql"
	"talentgraph/graph/graphtest"
	"talentgraph/graph/neo4j/neo4jtest"
	"talentgraph/graph/sqlite"
)

// stores are those that every golden query is asked on.
var stores = map[string]func(t *testing.T) graph.Store{
	"oracle": func(*testing.T) graph.Store { return graphtest.NewOracle() },
	"sqlite": func(t *testing.T) graph.Store { return openSQLite(t) },
	"neo4j":  func(t *testing.T) graph.Store { return neo4jtest.Open(t) },
}

func openSQLite(t testing.TB) graph.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "graph.db"), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// told is one sentence about a move in an article of the test world.
type told struct {
	url, title, lang, published string
	restated                    bool
	text                        string // the quote stands between « and » marks that are no part of it
	claim                       graph.Claim
}

func day(s string) graph.Date {
	d, err := graph.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// world is recorded an article a day from 1 August 2025 on.
func world() []told {
	return []told{
		{"https://technews.example/pang", "Pang to leave Apple", "en", "2025-07-07", false,
			"A shift in AI. [Ruoming Pang, who heads Apple's foundation models team, will join Meta.] More follows.",
			graph.Claim{Person: "Ruoming Pang", From: "Apple", To: "Meta", RoleFrom: "head of foundation models", Status: graph.Announced, Date: day("2025-07"), Confidence: 0.9}},
		{"https://ia.example/meta", "Pourquoi les talents affluent vers Meta", "fr", "2025-08-03", true,
			"Ce n’est pas le salaire. [L’ancien chef de l’IA d’Apple, Ruoming Pang, est l’une des dernières recrues de Meta.] Fin.",
			graph.Claim{Person: "Ruoming Pang", From: "Apple", To: "Meta", RoleFrom: "chef de l’IA", Status: graph.Completed, Confidence: 0.85}},
		{"https://technews.example/lindqvist", "", "en", "2024-03-02", false,
			"[Åsa Lindqvist has left Google for OpenAI, where she is a staff engineer since 1 March.]",
			graph.Claim{Person: "Åsa Lindqvist", From: "Google", To: "OpenAI", RoleTo: "staff engineer", Status: graph.Completed, Date: day("2024-03-01"), Confidence: 0.95}},
		{"https://wirtschaft.example/osei", "Neuer Finanzchef", "de", "2025-02-10", false,
			"[Ben Osei wechselt als Finanzchef von OpenAI zu Anthropic.]",
			graph.Claim{Person: "Ben Osei", From: "OpenAI", To: "Anthropic", RoleTo: "Finanzchef", Status: graph.Announced, Date: day("2025-02"), Confidence: 0.9}},
		{"https://lavoro.example/rossi", "Addio", "it", "2025-06-12", false,
			"[Carla Rossi ha lasciato Apple a giugno.]",
			graph.Claim{Person: "Carla Rossi", From: "Apple", Status: graph.Completed, Date: day("2025-06"), Confidence: 0.8}},
		{"https://lavoro.example/rossi-meta", "Nuovo incarico", "it", "2025-07-15", false,
			"[Carla Rossi è da luglio in Meta come direttrice del design.]",
			graph.Claim{Person: "Carla Rossi", To: "Meta", RoleTo: "direttrice del design", Status: graph.Completed, Date: day("2025-07"), Confidence: 0.8}},
		{"https://technews.example/volkov", "Talks", "en", "2025-05-05", false,
			"[Dmitri Volkov of DeepMind is said to be in talks with Microsoft.]",
			graph.Claim{Person: "Dmitri Volkov", From: "DeepMind", To: "Microsoft", Status: graph.Rumored, Confidence: 0.6}},
		{"https://technews.example/kim", "No move", "en", "2025-05-20", false,
			"[Eva Kim denied that she would leave Google for Anthropic.]",
			graph.Claim{Person: "Eva Kim", From: "Google", To: "Anthropic", Status: graph.Denied, Confidence: 0.9}},
		{"https://technews.example/acme", "Acme", "en", "2023", false,
			"[Sérgio Pinto joined Acme Robotics from DeepMind in 2023.]",
			graph.Claim{Person: "Sérgio Pinto", From: "DeepMind", To: "Acme Robotics", Status: graph.Completed, Date: day("2023"), Confidence: 0.9}},
		{"", "", "", "", false,
			"[Tomás Núñez went from Acme Robotics Inc. to Meta Platforms.]",
			graph.Claim{Person: "Tomás Núñez", From: "Acme Robotics Inc.", To: "Meta Platforms", Status: graph.Completed, Confidence: 0.7}},
	}
}

func catalogue(t testing.TB) *graph.Catalogue {
	t.Helper()
	c, err := graph.NewCatalogue([]graph.CatalogueEntry{
		{Key: "apple", Name: "Apple", Country: "US", Sector: "technology", Wikidata: "Q312", Ticker: "AAPL", Domains: []string{"apple.com"}, Curated: true},
		{Key: "meta", Name: "Meta", Aliases: []string{"Meta Platforms"}, FormerNames: []string{"Facebook"}, Country: "US", Curated: true},
		{Key: "alphabet", Name: "Alphabet", Country: "US", Curated: true},
		{Key: "google", Name: "Google", Parent: "alphabet", Country: "US", Curated: true},
		{Key: "deepmind", Name: "Google DeepMind", Aliases: []string{"DeepMind"}, Parent: "google", Country: "GB", Curated: true},
		{Key: "openai", Name: "OpenAI", Country: "US", Curated: true},
		{Key: "anthropic", Name: "Anthropic", Country: "US", Curated: true},
		{Key: "microsoft", Name: "Microsoft", Country: "US", LEI: "INR2EJN1ERAN0W5ZP974", Curated: true},
	})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// newGraph is a graph over the store, whose clock goes on by a day with each commit.
func newGraph(t testing.TB, s graph.Store) *graph.Graph {
	t.Helper()
	now := time.Date(2025, 7, 31, 12, 0, 0, 0, time.UTC)
	organization := func(name string) graph.ID { return graph.OrganizationID(graph.OrganizationKey(name)) }
	rivals := graph.Set{ID: "rivals", Title: "Rivals", Organizations: []graph.ID{organization("OpenAI"), organization("Anthropic"), organization("Nobody yet")}}
	g := graph.New(s, catalogue(t), nil, graph.WithClock(func() time.Time { now = now.AddDate(0, 0, 1); return now }), graph.WithSets([]graph.Set{rivals}))
	t.Cleanup(func() { g.Close() })
	return g
}

// record takes the sentences in, an article each.
func record(t testing.TB, g *graph.Graph, sentences []told) {
	t.Helper()
	for _, s := range sentences {
		if _, err := g.Record(t.Context(), []graph.Reading{s.reading()}); err != nil {
			t.Fatal(err)
		}
	}
}

func (s told) reading() graph.Reading {
	start := strings.Index(s.text, "[")
	end := strings.Index(s.text, "]") - 1
	text := strings.NewReplacer("[", "", "]", "").Replace(s.text)
	c := s.claim
	c.Quote = text[start:end]
	c.Start = utf8.RuneCountInString(text[:start])
	c.End = c.Start + utf8.RuneCountInString(c.Quote)
	c.Extractor = "test/1"
	return graph.Reading{
		Article: graph.Article{URL: s.url, Title: s.title, Language: s.lang, Published: day(s.published), Restated: s.restated},
		Text:    text, Claims: []graph.Claim{c},
	}
}

// server answers over the test world in a store.
func server(t testing.TB, s graph.Store, c gql.Config) http.Handler {
	t.Helper()
	g := newGraph(t, s)
	record(t, g, world())
	return handler(g, c)
}

func handler(g *graph.Graph, c gql.Config) http.Handler {
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	return gql.NewHandler(g, c)
}

// response is an answer as clients see it.
type response struct {
	status int
	header http.Header
	body   string
	Data   json.RawMessage
	Errors []problem
}

type problem struct {
	Message    string
	Path       []any
	Extensions map[string]any
}

func (p problem) code() any { return p.Extensions["code"] }

// ask posts a query with variables.
func ask(t testing.TB, h http.Handler, query string, variables map[string]any) response {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		t.Fatal(err)
	}
	return post(t, h, string(body))
}

func post(t testing.TB, h http.Handler, body string, header ...string) response {
	t.Helper()
	return send(t, h, http.MethodPost, "/graphql", body, append([]string{"Content-Type", "application/json"}, header...)...)
}

func send(t testing.TB, h http.Handler, method, target, body string, header ...string) response {
	t.Helper()
	r := httptest.NewRequestWithContext(context.Background(), method, target, strings.NewReader(body))
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	out, _ := io.ReadAll(w.Result().Body)
	a := response{status: w.Code, header: w.Header(), body: string(out)}
	if len(out) > 0 {
		if err := json.Unmarshal(out, &a); err != nil {
			t.Fatalf("answer is no JSON: %v: %.300s", err, out)
		}
	}
	return a
}

// data gives the answer's data, which has to be without errors.
func (a response) data(t testing.TB, into any) {
	t.Helper()
	if len(a.Errors) > 0 || a.status != http.StatusOK {
		t.Fatalf("status %d, errors %v", a.status, a.Errors)
	}
	d := json.NewDecoder(bytes.NewReader(a.Data))
	if err := d.Decode(into); err != nil {
		t.Fatal(err)
	}
}

// idOf is the id of the first hit of a search.
func idOf(t testing.TB, h http.Handler, name string) string {
	t.Helper()
	var d struct {
		Search []struct{ Entity struct{ ID string } }
	}
	ask(t, h, `query($n: String!) { search(text: $n, first: 1) { entity { id } } }`, map[string]any{"n": name}).data(t, &d)
	if len(d.Search) != 1 {
		t.Fatalf("nobody is called %q", name)
	}
	return d.Search[0].Entity.ID
}
