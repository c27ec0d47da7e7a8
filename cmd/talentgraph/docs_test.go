package main

import (
	"encoding/json"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"talentgraph/graph/gql/docs"
)

// checkExamples asks the guide's examples: each is answered without errors and with something in it. Those that take an id get
// one of the demo's.
func checkExamples(t *testing.T, s served) {
	post := func(query string, variables map[string]any) (data map[string]json.RawMessage, body string) {
		t.Helper()
		request, err := json.Marshal(map[string]any{"query": query, "variables": variables})
		if err != nil {
			t.Fatal(err)
		}
		r, err := http.Post(s.urls.GraphQL, "application/json", strings.NewReader(string(request)))
		if err != nil {
			t.Fatal(err)
		}
		defer r.Body.Close()
		var a struct {
			Data   map[string]json.RawMessage
			Errors json.RawMessage
		}
		if err := json.NewDecoder(r.Body).Decode(&a); err != nil || len(a.Errors) > 0 {
			t.Fatalf("%s: %v %s", query, err, a.Errors)
		}
		for _, v := range a.Data {
			body += string(v)
		}
		return a.Data, body
	}
	var found []struct {
		ID     string
		Person struct{ ID string }
		Claims []struct{ Article struct{ ID string } }
	}
	data, _ := post(`{ moves(where: { text: "Pang Apple Meta" }) { nodes { id person { id } claims { article { id } } } } __schema { queryType { fields { name } } } }`, nil)
	if err := json.Unmarshal(data["moves"], &struct{ Nodes any }{&found}); err != nil || len(found) != 1 {
		t.Fatalf("%v: %s", err, data["moves"])
	}
	ids := map[string]string{"move": found[0].ID, "person": found[0].Person.ID, "article": found[0].Claims[0].Article.ID}
	var root struct {
		QueryType struct{ Fields []struct{ Name string } }
	}
	if err := json.Unmarshal(data["__schema"], &root); err != nil || len(root.QueryType.Fields) < 10 {
		t.Fatalf("%v: %s", err, data["__schema"])
	}
	for _, f := range root.QueryType.Fields {
		query, err := docs.Example(f.Name)
		if err != nil {
			t.Error(err)
			continue
		}
		var variables map[string]any
		if id, ok := ids[f.Name]; ok {
			variables = map[string]any{"id": id}
		}
		if data, body := post(query, variables); len(data) != 1 || !strings.Contains(body, `"name":`) && !regexp.MustCompile(`"moves":[1-9]`).MatchString(body) && !strings.Contains(body, `"personName":`) {
			t.Errorf("%s: %.300s", f.Name, body)
		}
	}
}
