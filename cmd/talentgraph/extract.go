package main

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"talentgraph/graph"
	"talentgraph/ingest"
	"talentgraph/ingest/extract"
	"talentgraph/ingest/source"
)

func (p *program) extract() *cobra.Command {
	var format string
	var explain bool
	var threshold float64
	var workers int
	cmd := &cobra.Command{
		Use:   "extract [FILE|DIR|GLOB|-]…",
		Short: "Write what articles say about moves as JSONL; stores nothing",
		Long: `extract reads articles as ingest does; without arguments, or as -, from standard input, which is JSONL unless --format says otherwise:
{"id","url","lang","title","published","text"}, all but text optional. It writes one JSON object an article, in their order:
{"id","lang","moves":[{"person","from","to","roleFrom","roleTo","date","status","confidence","quote","start","end"}]}. What is unknown is
null; start and end count Unicode code points of the article's text. An article that cannot be read is reported on standard error and the exit code is 1.`,
		Example: `  talentgraph extract --explain article.txt
  talentgraph extract < articles.jsonl > moves.jsonl`,
		RunE: func(cmd *cobra.Command, args []string) error {
			kind, err := source.ParseFormat(format)
			if err != nil {
				return wrongUsage("--format: %w", err)
			}
			if threshold < 0 || threshold > 1 {
				return wrongUsage("--threshold %v: want 0 to 1", threshold)
			}
			defer p.readingMemory()()
			var options []extract.Option
			if explain {
				options = append(options, extract.WithExplain())
			}
			if cmd.Flags().Changed("threshold") {
				options = append(options, extract.WithThreshold(threshold))
			}
			extractor, err := extract.New(options...)
			if err != nil {
				return err
			}
			if len(args) == 0 {
				args = []string{"-"}
			}
			ctx := cmd.Context()
			docs := func(yield func(source.Document, error) bool) {
				for _, arg := range args {
					o := source.Options{Format: kind}
					if arg == "-" && kind == "" {
						o.Format = source.JSONL
					}
					for d, err := range source.Open(ctx, []string{arg}, p.in, o) {
						if !yield(d, err) {
							return
						}
					}
				}
			}
			return p.writeMoves(ingest.Extract(ctx, docs, extractor, workers), extractor.Languages())
		},
	}
	cmd.Flags().StringVar(&format, "format", "", "read everything as text, markdown, html or jsonl; none: by extension, else by content")
	cmd.Flags().BoolVar(&explain, "explain", false, "say for each move which rules decided")
	cmd.Flags().Float64Var(&threshold, "threshold", 0, "leave out moves of lower confidence, 0 to 1; without it 0.37 where an article is told plainly, down to 0.24 where it is not, 0.3 for a text of few sentences")
	cmd.Flags().IntVar(&workers, "workers", 0, "articles read at once; 0: one a processor")
	return cmd
}

// writeMoves writes one line for each article that could be read, and says at the end how many were in other languages.
func (p *program) writeMoves(results iter.Seq2[ingest.Read, error], languages []string) error {
	bad, foreign := 0, 0
	for r, err := range results {
		if err == nil {
			if !slices.Contains(languages, r.Result.Language) {
				foreign++
			}
			if err := writeJSON(p.out, outputOf(r)); err != nil {
				return fmt.Errorf("write: %w", err)
			}
			continue
		}
		if isEnd(err) {
			return err
		}
		bad++
		p.problem(p.err, err)
	}
	if foreign > 0 {
		p.log.Warn("articles in languages that are not read", "articles", foreign, "read", strings.Join(languages, " "))
	}
	if bad > 0 {
		return fmt.Errorf("%s could not be read, as said above; the rest was", count(bad, "item"))
	}
	return nil
}

// output is one article's line.
type output struct {
	ID    *string      `json:"id"`
	Lang  *string      `json:"lang"`
	Moves []outputMove `json:"moves"`
}

type outputMove struct {
	Person     string   `json:"person"`
	From       *string  `json:"from"`
	To         *string  `json:"to"`
	RoleFrom   *string  `json:"roleFrom"`
	RoleTo     *string  `json:"roleTo"`
	Date       *string  `json:"date"`
	Status     string   `json:"status"`
	Confidence float64  `json:"confidence"`
	Quote      string   `json:"quote"`
	Start      int      `json:"start"`
	End        int      `json:"end"`
	Explain    []string `json:"explain,omitempty"`
}

func outputOf(r ingest.Read) output {
	o := output{ID: orNull(r.Document.ID), Lang: orNull(r.Result.Language), Moves: make([]outputMove, 0, len(r.Result.Moves))}
	for _, m := range r.Result.Moves {
		o.Moves = append(o.Moves, outputMove{
			Person: m.Person, From: orNull(m.From), To: orNull(m.To), RoleFrom: orNull(m.RoleFrom), RoleTo: orNull(m.RoleTo),
			Date: orNull(m.Date.String()), Status: statusWord(m.Status), Confidence: m.Confidence,
			Quote: m.Quote, Start: m.Start, End: m.End, Explain: m.Explain,
		})
	}
	return o
}

func statusWord(s graph.Status) string { return strings.ToLower(string(s)) }

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
