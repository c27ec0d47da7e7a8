package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"os"
	"reflect"
	"strings"
	"testing"

	"talentgraph/graph/neo4j/neo4jtest"
)

// served is a server that runs in this process until the test ends.
type served struct {
	urls   urls
	report []byte // what it printed first
}

// start runs demo or serve with --json and waits until it says its URLs.
func start(t *testing.T, args ...string) served {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	out, printed := io.Pipe()
	var said bytes.Buffer
	ended := make(chan int, 1)
	go func() {
		code := run(ctx, append(args, "--json", "--listen", "127.0.0.1:0"), streams{strings.NewReader(""), printed, &said},
			func(string) (string, bool) { return "", false })
		printed.Close()
		ended <- code
	}()
	line, err := bufio.NewReader(out).ReadBytes('\n')
	if err != nil {
		t.Fatalf("%v: %s", err, said.String())
	}
	t.Cleanup(func() {
		stop()
		if code := <-ended; code != exitDone {
			t.Errorf("exit code %d: %s", code, said.String())
		}
	})
	s := served{report: line}
	var r struct{ URLs urls }
	if err := json.Unmarshal(line, &r); err != nil {
		t.Fatal(err)
	}
	if s.urls = r.URLs; s.urls.GraphQL == "" { // of serve
		if err := json.Unmarshal(line, &s.urls); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func get(t *testing.T, url string) (int, string) {
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
	return r.StatusCode, string(body)
}

func ask(t *testing.T, url, query string) any {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		t.Fatal(err)
	}
	r, err := http.Post(url, "application/json", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	var answer any
	if err := json.NewDecoder(r.Body).Decode(&answer); err != nil || r.StatusCode != http.StatusOK {
		t.Fatalf("%s: %v", r.Status, err)
	}
	if fields, ok := answer.(map[string]any); ok {
		delete(fields, "extensions") // they tell of the moment
	}
	return answer
}

// block is the first fenced block of a language in a Markdown text, and what follows it.
func block(t *testing.T, text, language string) (inside, rest string) {
	t.Helper()
	_, text, found := strings.Cut(text, "\n```"+language+"\n")
	inside, rest, closed := strings.Cut(text, "\n```\n")
	if !found || !closed {
		t.Fatalf("there is no block of %s", language)
	}
	return inside, rest
}

// TestDemo: one run of the demo answers the README's query and all else that it should serve, and leaves nothing behind.
func TestDemo(t *testing.T) {
	temporary := t.TempDir()
	t.Setenv("TMPDIR", temporary)
	t.Setenv("TMP", temporary)
	t.Run("served", func(t *testing.T) {
		s := start(t, "demo")
		t.Run("README", func(t *testing.T) { checkREADME(t, s) })
		t.Run("report", func(t *testing.T) { checkReport(t, s.report) })
		t.Run("pages", func(t *testing.T) { checkPages(t, s) })
		t.Run("examples", func(t *testing.T) { checkExamples(t, s) })
	})
	if left, err := os.ReadDir(temporary); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

func checkREADME(t *testing.T, s served) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	query, rest := block(t, string(text), "graphql")
	answer, _ := block(t, rest, "json")
	var want any
	if err := json.Unmarshal([]byte(answer), &want); err != nil {
		t.Fatal(err)
	}
	if got := ask(t, s.urls.GraphQL, query); !reflect.DeepEqual(got, want) {
		shown, _ := json.MarshalIndent(got, "", "  ")
		t.Errorf("the README's query is answered\n%s", shown)
	}
}

func checkReport(t *testing.T, line []byte) {
	var r demoReport
	if err := json.Unmarshal(line, &r); err != nil {
		t.Fatal(err)
	}
	if r.Stats.Recorded < 61 || r.Restated != r.Stats.Recorded-1 || r.Stats.Unreadable+r.Stats.Refused+r.Stats.Foreign > 0 {
		t.Errorf("read %+v, %d restated", r.Stats, r.Restated)
	}
	if len(r.Moves) != demoMoves || len(r.Flows) != demoFlows {
		t.Errorf("%d moves and %d flows", len(r.Moves), len(r.Flows))
	}
	if len(r.Answers) != 1 || r.Answers[0].Person != "Ruoming Pang" || r.Answers[0].Restated ||
		!strings.Contains(r.Answers[0].Quote, "Ruoming Pang, est l’une des dernières recrues") {
		t.Errorf("answers %+v", r.Answers)
	}
	text := strings.Join(r.text(), "\n")
	for _, part := range []string{"restated for testing", "PERSON", "FROM → TO", "STATUS", "PUBLISHER", "FLOW", "Ruoming Pang (Apple → Meta): “Soulignant"} {
		if !strings.Contains(text, part) {
			t.Errorf("the text lacks %q:\n%s", part, text)
		}
	}
}

func checkPages(t *testing.T, s served) {
	base := strings.TrimSuffix(s.urls.GraphiQL, "/")
	for _, c := range []struct {
		path   string
		status int
		has    string
	}{
		{"/", 200, "graphiql"}, {"/graphiql", 200, "graphiql"}, {"/healthz", 200, "ok\n"}, {"/readyz", 200, "ready\n"}, {"/nothing", 404, ""},
		{"/docs", 200, `id="query.balance"`}, {"/graphiql", 200, `href="/docs"`},
		{"/metrics", 200, `talentgraph_http_requests_total{code="200",method="get",path="/graphiql"} 3`},
		{"/metrics", 200, `talentgraph_recorded{kind="articles"} 73`},
		{"/metrics", 200, "go_goroutines"},
		{"/graphql?query=%7Bsnapshot%7Barticles%7D%7D", 200, `{"data":{"snapshot":{"articles":73}},"extensions":{"snapshot":{"commits":`},
	} {
		status, body := get(t, base+c.path)
		if status != c.status || !strings.Contains(strings.ToLower(body), strings.ToLower(c.has)) {
			t.Errorf("%s: %d %.300s", c.path, status, body)
		}
	}
}

func TestDemoArticles(t *testing.T) {
	in, err := demoInput()
	if err != nil {
		t.Fatal(err)
	}
	languages := map[string]int{}
	for scan := bufio.NewScanner(in); scan.Scan(); {
		var a map[string]string
		if err := json.Unmarshal(scan.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		if a["id"] == "seed" {
			continue
		}
		if languages[a["lang"]]++; a["text_source"] != "restated" || a["url"] == "" {
			t.Errorf("%s is not said to be restated, or from where", a["id"])
		}
	}
	total := 0
	for _, language := range []string{"en", "fr", "de", "es", "it", "pt"} {
		if total += languages[language]; languages[language] < 10 {
			t.Errorf("%d articles in %s", languages[language], language)
		}
	}
	if total < 60 {
		t.Errorf("%d articles", total)
	}
}

// TestDemoOnNeo4j: what it shows does not depend on the store.
func TestDemoOnNeo4j(t *testing.T) {
	config := neo4jtest.Config(t)
	args := []string{"demo", "--exit", "--json"}
	env := map[string]string{"TALENTGRAPH_STORE": config.URI, "TALENTGRAPH_NEO4J_USER": config.User, "TALENTGRAPH_NEO4J_PASSWORD": config.Password}
	var reports [2]demoReport
	for i, e := range []map[string]string{nil, env} {
		r := commandIn(t, e, "", args...)
		if err := json.Unmarshal([]byte(r.out), &reports[i]); err != nil || r.code != exitDone {
			t.Fatalf("%v: %+v", err, r)
		}
		reports[i].URLs = urls{}
	}
	if !reflect.DeepEqual(reports[0], reports[1]) {
		t.Errorf("SQLite: %+v\nNeo4j:  %+v", reports[0], reports[1])
	}
	if r := commandIn(t, env, "", args...); r.code != exitDone || !strings.Contains(r.out, `"recorded":0,"known":73`) {
		t.Errorf("the second time: %+v", r)
	}
	if config.User != "" {
		env["TALENTGRAPH_NEO4J_PASSWORD"] = "wrong" + config.Password
		r := commandIn(t, env, "", args...)
		if r.code != exitFailed || strings.Contains(r.err, env["TALENTGRAPH_NEO4J_PASSWORD"]) {
			t.Errorf("%+v", r)
		}
		r.oneLine(t, "user or password")
	}
}

func TestServe(t *testing.T) {
	store := "sqlite:" + t.TempDir() + "/t.db"
	if r := command(t, move(1)+"\n", "ingest", "--store", store, "-"); r.code != exitDone {
		t.Fatalf("%+v", r)
	}
	s := start(t, "serve", "--store", store)
	got := ask(t, s.urls.GraphQL, `{ moves { nodes { from { name } to { name } } } }`)
	want := map[string]any{"data": map[string]any{"moves": map[string]any{"nodes": []any{
		map[string]any{"from": map[string]any{"name": "Siemens"}, "to": map[string]any{"name": "Bosch"}}}}}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("answered %v", got)
	}
}

func TestAddressInUse(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	for _, name := range []string{"serve", "demo"} {
		r := command(t, "", name, "--listen", l.Addr().String(), "--store", "sqlite:"+t.TempDir()+"/t.db")
		if r.code != exitFailed || r.out != "" {
			t.Errorf("%+v", r)
		}
		r.oneLine(t, l.Addr().String(), "in use")
	}
}
