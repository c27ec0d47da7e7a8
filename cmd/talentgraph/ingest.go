package main

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"time"

	"github.com/spf13/cobra"

	"talentgraph/graph"
	"talentgraph/ingest"
	"talentgraph/ingest/extract"
	"talentgraph/ingest/source"
)

// readMemory is the soft bound of the Go heap while articles are read: what is above it is collected at once.
const readMemory = 140 << 20

// ingestReaders suffice to ask what is known while a commit reads.
const ingestReaders = 2

func (p *program) ingest() *cobra.Command {
	var format string
	var workers, batch int
	cmd := &cobra.Command{
		Use:   "ingest [FILE|DIR|GLOB|-]…",
		Short: "Read articles and record who moved where",
		Long: `ingest reads articles from files (text, Markdown, HTML, JSONL with one article a line), folders, patterns and, as -, standard
input, and records what they say about moves. An article that is recorded already changes nothing, so that the same command run again after
Ctrl-C or with more files goes on where it stopped. What cannot be read is reported as FILE:LINE, the rest is
recorded, and the exit code is 1.`,
		Example: `  talentgraph ingest articles/ 'press/*.html'
  zcat news.jsonl.gz | talentgraph ingest --store bolt://localhost -`,
		Args: atLeast(1, "files, folders, patterns, or - for standard input"),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			kind, err := source.ParseFormat(format)
			if err != nil {
				return wrongUsage("--format: %w", err)
			}
			if workers < 0 || batch < 0 {
				return wrongUsage("--workers and --batch: want 1 or more, or 0 for the default")
			}
			defer p.readingMemory()()
			ctx := cmd.Context()
			g, _, err := p.openGraph(ctx, ingestReaders)
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, g.Close()) }()
			line, err := p.pipeline(g)
			if err != nil {
				return err
			}
			line.Workers, line.Batch = workers, batch
			return p.ingestFrom(ctx, g, line, args, kind)
		},
	}
	cmd.Flags().StringVar(&format, "format", "", "read everything as text, markdown, html or jsonl; none: by extension, else by content")
	cmd.Flags().IntVar(&workers, "workers", 0, "articles read at once; 0: one a processor")
	cmd.Flags().IntVar(&batch, "batch", 0, fmt.Sprintf("articles a commit; 0: %d, or those of a second", ingest.DefaultBatch))
	return cmd
}

// pipeline is how articles get into g.
func (p *program) pipeline(g *graph.Graph) (ingest.Pipeline, error) {
	extractor, err := extract.New()
	if err != nil {
		return ingest.Pipeline{}, err
	}
	return ingest.Pipeline{Recorder: g, Extractor: extractor, Version: extract.Version,
		Known: func(ctx context.Context, ids []graph.ID) (map[graph.ID]bool, error) {
			articles, err := g.Articles(ctx, ids, time.Time{})
			known := make(map[graph.ID]bool, len(articles))
			for id := range articles {
				known[id] = true
			}
			return known, err
		}}, nil
}

// ingestReport is what ingest prints at its end.
type ingestReport struct {
	ingest.Stats
	Skipped       int    `json:"skipped"` // files of other kinds in folders
	Store         string `json:"store"`
	People        int    `json:"people"`
	Organizations int    `json:"organizations"`
	Moves         int    `json:"moves"`
}

func (p *program) ingestFrom(ctx context.Context, g *graph.Graph, line ingest.Pipeline, args []string, format source.Format) error {
	m := p.newMeter(source.Total(args))
	report := ingestReport{Store: p.store.address}
	options := source.Options{Format: format, Progress: m.bytes, Skipped: func(file string) {
		report.Skipped++
		p.log.Debug("passed over: no kind of file that is read", "file", file)
	}}
	line.Report, line.Progress = m.problem, m.stats
	var failed error
	report.Stats, failed = line.Run(ctx, source.Open(ctx, args, p.in, options))
	m.close()
	if s, err := g.Snapshot(context.WithoutCancel(ctx), time.Time{}); err == nil {
		report.People, report.Organizations, report.Moves = s.People, s.Organizations, s.Moves
	}
	if err := p.print(report, report.text); err != nil {
		return err
	}
	switch {
	case ctx.Err() != nil && errors.Is(failed, ctx.Err()):
		return errors.New("stopped; what is recorded is complete, and the same command goes on from here")
	case failed != nil:
		return failed
	case report.Unreadable+report.Refused > 0:
		return fmt.Errorf("%s could not be taken, as said above; the rest was", count(report.Unreadable+report.Refused, "item"))
	}
	return nil
}

func (r ingestReport) text() []string {
	lines := []string{fmt.Sprintf("read %s: %d recorded, %d known before", count(r.Read, "article"), r.Recorded, r.Known)}
	if r.Recorded > 0 {
		lines = append(lines, fmt.Sprintf("found %s; %s said nothing of a move, %d of them in a language that is not read",
			count(r.Claims, "claim"), count(r.WithoutMoves, "article"), r.Foreign))
	}
	if r.Unreadable+r.Refused+r.Skipped > 0 {
		lines = append(lines, fmt.Sprintf("left out: %d unreadable, %d refused, %s of other kinds", r.Unreadable, r.Refused, count(r.Skipped, "file")))
	}
	return append(lines, fmt.Sprintf("the graph in %s now holds %s, %s and %s", r.Store, count(r.People, "person"),
		count(r.Organizations, "organization"), count(r.Moves, "move")))
}

// count is a number with its noun.
func count(n int, noun string) string {
	switch {
	case n == 1:
	case noun == "person":
		noun = "people"
	default:
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}

// limitMemory sets the soft bound of the heap unless GOMEMLIMIT does; the function returned lifts it.
func (p *program) limitMemory(bytes int64) func() {
	if limit, _ := p.lookup("GOMEMLIMIT"); limit != "" {
		return func() {}
	}
	before := debug.SetMemoryLimit(bytes)
	return func() { debug.SetMemoryLimit(before) }
}
