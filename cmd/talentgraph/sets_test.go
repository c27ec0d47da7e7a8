package main

import (
	"os"
	"path/filepath"
	"testing"

	"talentgraph/graph"
	"talentgraph/graph/graphtest"
)

func TestSets(t *testing.T) {
	file := filepath.Join(t.TempDir(), "sets.tsv")
	if err := os.WriteFile(file, []byte("# ours\nrivals\tRivals\tOpenAI; Anthropic\nbig-tech\tTwo\tApple; Meta\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	option, err := setFlags{file}.option()
	if err != nil {
		t.Fatal(err)
	}
	sizes := map[string]int{}
	for _, s := range graph.New(graphtest.NewOracle(), &graph.Catalogue{}, nil, option).Sets() {
		sizes[s.ID] = len(s.Organizations)
	}
	if sizes["rivals"] != 2 || sizes["big-tech"] != 2 || sizes["ivy-league"] != 8 {
		t.Errorf("sets %v", sizes)
	}
	if err := os.WriteFile(file, []byte("rivals\tRivals\tOpenAI; Nobody knows this one\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	r := command(t, "", "demo", "--exit", "--sets", file)
	if r.code != exitFailed || r.out != "" {
		t.Errorf("exit code %d, output %q", r.code, r.out)
	}
	r.oneLine(t, "--sets", "line 1", "Nobody knows this one")
	command(t, "", "serve", "--listen", "127.0.0.1:0", "--sets", filepath.Join(t.TempDir(), "none")).oneLine(t, "--sets", "none")
}
