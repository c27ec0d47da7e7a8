package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"talentgraph/ingest/extract"
	"talentgraph/ingest/extract/eval"
)

func (p *program) eval() *cobra.Command {
	var errorsShown int
	var misses, extras, reliability, kept bool
	var threshold float64
	cmd := &cobra.Command{
		Use:   "eval GOLD…",
		Short: "Measure extraction against articles with known moves",
		Long: `eval extracts the articles of gold files (JSONL; or folders of them), compares what it finds with what they say should be found, and prints
precision, recall and F1 by language. Strict: person, both ends, and denied told from not denied. Relaxed: person and one named end.
The trained part of extraction has learnt from four fifths of the gold: --kept measures on the fifth that was kept aside.
--reliability tells how often moves of each confidence are right.`,
		Example: `  talentgraph eval --errors 20 --misses ingest/extract/testdata/gold
  talentgraph eval --kept --reliability ingest/extract/testdata/gold`,
		Args: atLeast(1, "the gold files"),
		RunE: func(cmd *cobra.Command, args []string) error {
			kind := ""
			switch {
			case errorsShown < 0:
				return wrongUsage("--errors %d: want 0 or more", errorsShown)
			case threshold < 0 || threshold > 1:
				return wrongUsage("--threshold %v: want 0 to 1", threshold)
			case misses && extras:
			case misses:
				kind = "misses"
			case extras:
				kind = "extras"
			}
			if (misses || extras) && !cmd.Flags().Changed("errors") {
				errorsShown = 50
			}
			files, err := goldFiles(args)
			if err != nil {
				return err
			}
			gold, err := eval.LoadGold(files)
			if err != nil {
				return err
			}
			if kept {
				if gold = slices.DeleteFunc(gold, func(g eval.Gold) bool { return !g.Kept() }); len(gold) == 0 {
					return fmt.Errorf("none of the articles is kept aside")
				}
			}
			options := []extract.Option{extract.WithExplain()}
			if cmd.Flags().Changed("threshold") {
				options = append(options, extract.WithThreshold(threshold))
			}
			extractor, err := extract.New(options...)
			if err != nil {
				return err
			}
			predictions, err := eval.Run(cmd.Context(), extractor, gold)
			if err != nil {
				return err
			}
			if reliability {
				bins := eval.Reliability(gold, predictions)
				if p.json {
					return json.NewEncoder(p.out).Encode(bins)
				}
				eval.WriteReliability(p.out, bins)
				return nil
			}
			report := eval.Score(gold, predictions)
			if p.json {
				return report.WriteJSON(p.out)
			}
			report.WriteText(p.out, errorsShown, kind)
			return nil
		},
	}
	cmd.Flags().IntVar(&errorsShown, "errors", 0, "show so many mistakes; 50 with --misses or --extras")
	cmd.Flags().BoolVar(&misses, "misses", false, "show moves that were missed")
	cmd.Flags().BoolVar(&extras, "extras", false, "show moves that were found and are none")
	cmd.Flags().BoolVar(&kept, "kept", false, "only the fifth of the articles that training never read")
	cmd.Flags().BoolVar(&reliability, "reliability", false, "show how often moves of each confidence are right")
	cmd.Flags().Float64Var(&threshold, "threshold", 0, "leave out moves of lower confidence, 0 to 1; without it 0.37 where an article is told plainly, down to 0.24 where it is not, 0.3 for a text of few sentences")
	return cmd
}

// goldFiles are the files that the arguments name: themselves, the JSONL files of folders, what patterns match.
func goldFiles(args []string) ([]string, error) {
	var files []string
	for _, arg := range args {
		pattern := arg
		info, err := os.Stat(arg)
		switch {
		case err == nil && info.IsDir():
			pattern = filepath.Join(arg, "*.jsonl")
		case err == nil:
			files = append(files, arg)
			continue
		}
		found, err := filepath.Glob(pattern)
		if err != nil || len(found) == 0 {
			return nil, fmt.Errorf("%s: no such gold file", arg)
		}
		files = append(files, found...)
	}
	return files, nil
}
