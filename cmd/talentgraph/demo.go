package main

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"talentgraph/graph"
	"talentgraph/ingest"
	"talentgraph/ingest/source"
)

// demoArticles are real news, most of them told in other words than their pages': "text_source": "restated".
//
//go:embed demo/*.jsonl
var demoArticles embed.FS

func (p *program) demo() *cobra.Command {
	var listen string
	var sets setFlags
	var answers answerFlags
	var exit bool
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "Read the articles that come with the program, show what they say and serve the graph",
		Long: `demo reads the sample articles in the program, prints some of the moves and flows that it finds, and serves the graph as serve does.
Without --store the graph is kept in a temporary file that is deleted at the end; with it, the articles are recorded in
that store.`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			ctx := cmd.Context()
			defer func() { err = stopped(ctx, err) }()
			defer p.serverMemory()()
			var l net.Listener
			if !exit {
				if l, err = bind(ctx, listen); err != nil {
					return err
				}
				defer l.Close()
			}
			if !cmd.Flags().Changed("store") {
				dir, err := os.MkdirTemp("", "talentgraph-demo-")
				if err != nil {
					return fmt.Errorf("demo: %w", err)
				}
				defer os.RemoveAll(dir)
				p.store.address = "sqlite:" + filepath.Join(dir, "demo.db")
			}
			saved, err := sets.option()
			if err != nil {
				return err
			}
			g, _, err := p.openGraph(ctx, 0, saved)
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, g.Close()) }()
			shown, err := p.showDemo(ctx, g)
			if err != nil {
				return err
			}
			if exit {
				return p.print(shown, shown.text)
			}
			shown.URLs = urlsOf(l)
			s := p.newServer(g, newMetrics(g), answers)
			if err := p.print(shown, func() []string { return append(shown.text(), shown.URLs.text()...) }); err != nil {
				return err
			}
			return s.run(ctx, l)
		},
	}
	sets.define(cmd.Flags())
	answers.define(cmd.Flags())
	cmd.Flags().StringVar(&listen, "listen", defaultListen, "address to listen on, HOST:PORT; port 0 takes a free one")
	cmd.Flags().BoolVar(&exit, "exit", false, "end after printing and serve nothing")
	return cmd
}

// showDemo records the sample articles and reads back what it shows.
func (p *program) showDemo(ctx context.Context, g *graph.Graph) (demoReport, error) {
	line, err := p.pipeline(g)
	if err != nil {
		return demoReport{}, err
	}
	in, err := demoInput()
	if err != nil {
		return demoReport{}, err
	}
	var r demoReport
	docs := func(yield func(source.Document, error) bool) {
		for d, err := range source.Open(ctx, []string{"-"}, in, source.Options{Format: source.JSONL}) {
			if d.Restated {
				r.Restated++
			}
			if !yield(d, err) {
				return
			}
		}
	}
	var stats ingest.Stats
	line.Report = func(err error) { p.log.Warn(err.Error()) }
	if stats, err = line.Run(ctx, docs); err != nil {
		return r, err
	}
	r.Stats = stats
	if r.Moves, err = newestMoves(ctx, g, demoMoves); err != nil {
		return r, err
	}
	if r.Flows, err = largestFlows(ctx, g, demoFlows); err != nil {
		return r, err
	}
	r.Question = "Who moved from Apple to Meta, and which sentence says so?"
	r.Answers, err = movesBetween(ctx, g, "Apple", "Meta")
	return r, err
}

func demoInput() (io.Reader, error) {
	files, err := demoArticles.ReadDir("demo")
	if err != nil {
		return nil, fmt.Errorf("demo: %w", err)
	}
	var parts []io.Reader
	for _, f := range files {
		part, err := demoArticles.Open("demo/" + f.Name())
		if err != nil {
			return nil, fmt.Errorf("demo: %w", err)
		}
		parts = append(parts, part)
	}
	return io.MultiReader(parts...), nil
}
