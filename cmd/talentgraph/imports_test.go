package main

import (
	"encoding/json"
	"os/exec"
	"strings"
	"testing"
)

// arrows say what a package may import of this module, by the longest prefix of its path. A name that ends in /... means
// what is below it as well.
var arrows = []struct {
	of      string
	imports []string
}{
	{"talentgraph/graph", nil},
	{"talentgraph/graph/catalogue/...", []string{"talentgraph/graph", "talentgraph/graph/catalogue/..."}},
	{"talentgraph/graph/sqlite/...", []string{"talentgraph/graph", "talentgraph/graph/sqlite/..."}},
	{"talentgraph/graph/neo4j/...", []string{"talentgraph/graph", "talentgraph/graph/neo4j/..."}},
	{"talentgraph/graph/graphtest/...", []string{"talentgraph/graph", "talentgraph/graph/graphtest/..."}},
	{"talentgraph/graph/insight/...", []string{"talentgraph/graph", "talentgraph/graph/insight/..."}},
	{"talentgraph/graph/export/...", []string{"talentgraph/graph", "talentgraph/graph/export/..."}},
	{"talentgraph/graph/gql/...", []string{"talentgraph/graph", "talentgraph/graph/gql/...", "talentgraph/graph/insight", "talentgraph/graph/export/...", "talentgraph/schema"}},
	{"talentgraph/schema", nil},
	{"talentgraph/ingest", []string{"talentgraph/graph", "talentgraph/ingest/source", "talentgraph/ingest/extract"}},
	{"talentgraph/ingest/source/...", []string{"talentgraph/graph", "talentgraph/ingest/source/..."}},
	{"talentgraph/ingest/extract/...", []string{"talentgraph/graph", "talentgraph/ingest/extract/..."}},
	{"talentgraph/ingest/llm/...", []string{"talentgraph/graph", "talentgraph/ingest/extract", "talentgraph/ingest/llm/..."}},
	{"talentgraph/cmd/...", []string{"talentgraph/..."}},
}

// pure are what graph may import besides the standard library: tables and functions without I/O.
var pure = []string{"golang.org/x/text/...", "github.com/mozillazg/go-unidecode"}

// matches reports whether an import path is what a pattern means.
func matches(pattern, path string) bool {
	if base, all := strings.CutSuffix(pattern, "/..."); all {
		return path == base || strings.HasPrefix(path, base+"/")
	}
	return path == pattern
}

// TestImportsPointInward: cmd → all; gql, stores, ingest → graph; graph → the standard library and x/text.
func TestImportsPointInward(t *testing.T) {
	cmd := exec.CommandContext(t.Context(), "go", "list", "-e", "-json=ImportPath,Imports", "talentgraph/...")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	seen := 0
	for d := json.NewDecoder(strings.NewReader(string(out))); d.More(); seen++ {
		var p struct {
			ImportPath string
			Imports    []string
		}
		if err := d.Decode(&p); err != nil {
			t.Fatal(err)
		}
		var allowed []string
		known := false
		for _, a := range arrows {
			if matches(a.of, p.ImportPath) {
				allowed, known = a.imports, true
			}
		}
		if !known {
			t.Errorf("%s is in no place that the design has", p.ImportPath)
		}
		for _, path := range p.Imports {
			switch {
			case matches("talentgraph/...", path):
				if !anyMatches(allowed, path) {
					t.Errorf("%s imports %s", p.ImportPath, path)
				}
			case p.ImportPath == "talentgraph/graph" && strings.Contains(path, ".") && !anyMatches(pure, path):
				t.Errorf("%s imports %s", p.ImportPath, path)
			}
		}
	}
	if seen < 10 {
		t.Errorf("go list named %d packages", seen)
	}
}

func anyMatches(patterns []string, path string) bool {
	for _, p := range patterns {
		if matches(p, path) {
			return true
		}
	}
	return false
}
