package main

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// TestREADMENamesWhatThereIs: commands, flags and variables in the README exist, and it leaves no command out.
func TestREADMENamesWhatThereIs(t *testing.T) {
	content, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	text := string(content)
	flags, variables := map[string]bool{"--help": true}, map[string]bool{"TALENTGRAPH_TEST_NEO4J": true, "TALENTGRAPH_BENCH_ARTICLES": true}
	var walk func(cmd *cobra.Command)
	walk = func(cmd *cobra.Command) {
		cmd.NonInheritedFlags().VisitAll(func(f *pflag.Flag) {
			flags["--"+f.Name] = true
			variables[variable(f.Name)] = true
		})
		for _, sub := range cmd.Commands() {
			walk(sub)
			if name := sub.Name(); name != "help" && name != "completion" && !strings.Contains(text, "\n| `"+name) {
				t.Errorf("the command %s is not in the table", name)
			}
		}
	}
	root := (&program{}).root()
	walk(root)
	for _, flag := range regexp.MustCompile(`--[a-z][a-z0-9-]*`).FindAllString(text, -1) {
		if !flags[flag] {
			t.Errorf("there is no flag %s", flag)
		}
	}
	for _, name := range regexp.MustCompile(`TALENTGRAPH_[A-Z0-9_]+`).FindAllString(text, -1) {
		if !variables[name] {
			t.Errorf("there is no variable %s", name)
		}
	}
	called := regexp.MustCompile(`(?m)(?:^talentgraph|\./cmd/talentgraph) ([a-z]+)`)
	for _, script := range regexp.MustCompile("(?s)\n```sh\n(.*?)\n```\n").FindAllString(text, -1) {
		for _, m := range called.FindAllStringSubmatch(script, -1) {
			if cmd, _, err := root.Find(m[1:]); err != nil || cmd == root {
				t.Errorf("there is no command %s", m[1])
			}
		}
	}
}
