package main

import (
	"fmt"
	"os"

	"github.com/spf13/pflag"

	"talentgraph/graph"
	"talentgraph/graph/catalogue"
)

// setFlags say which sets of organizations filters may name.
type setFlags struct{ file string }

func (s *setFlags) define(flags *pflag.FlagSet) {
	flags.StringVar(&s.file, "sets", "", "file of saved sets of organizations beside those that come with the program: id, title and organizations "+
		"(parted by semicolons) a line, parted by tabs")
}

// option gives the graph the sets that come with the program and those of the file, which win over others of the same id.
func (s setFlags) option() (graph.Option, error) {
	sets, err := catalogue.Sets()
	if err != nil {
		return nil, fmt.Errorf("sets: %w", err)
	}
	if s.file != "" {
		text, err := os.ReadFile(s.file)
		if err != nil {
			return nil, fmt.Errorf("--sets: %w", err)
		}
		organizations, err := catalogue.Organizations()
		if err != nil {
			return nil, fmt.Errorf("catalogue: %w", err)
		}
		own, err := graph.ReadSets(string(text), organizations)
		if err != nil {
			return nil, fmt.Errorf("--sets %s: %w", s.file, err)
		}
		sets = append(sets, own...)
	}
	return graph.WithSets(sets), nil
}
