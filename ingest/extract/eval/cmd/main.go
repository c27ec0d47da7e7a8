// Command cmd evaluates the extractor while rules are written:
//
//	go run ./ingest/extract/eval/cmd -lang en -style plain -errors 30
//	go run ./ingest/extract/eval/cmd -part all -errors 30 FILE…
//
// It shows the development articles; -part kept gives the figures of what is kept aside, without mistakes; -gold FOLDER reads siblings; -article ID
// prints one article with its facts.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"talentgraph/ingest/extract"
	"talentgraph/ingest/extract/eval"
)

func main() {
	dir := flag.String("gold", "ingest/extract/testdata/gold", "folder of gold files")
	lang := flag.String("lang", "", "one language; all where empty")
	style := flag.String("style", "plain", "plain, hard or all")
	part := flag.String("part", "dev", "dev, kept or all")
	errors := flag.Int("errors", 0, "how many mistakes to list")
	misses := flag.Bool("misses", false, "list only misses")
	extras := flag.Bool("extras", false, "list only false moves")
	article := flag.String("article", "", "show one article")
	out := flag.String("out", "", "write predictions to this file")
	curve := flag.Bool("reliability", false, "compare confidence with how often moves are right")
	rules := flag.Bool("rules", false, "the rules alone, without the trained decision: for those who write frames")
	asJSON := flag.Bool("json", false, "figures as JSON")
	flag.Parse()
	if err := run(*dir, *lang, *style, *part, *errors, kindOf(*misses, *extras), *article, *out, *asJSON, *curve, *rules, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "eval:", err)
		os.Exit(1)
	}
}

// goldFiles lists the files of a style in a folder.
func goldFiles(dir, style string) []string {
	glob := map[string]string{"plain": "plain-*.jsonl", "hard": "[a-z][a-z].jsonl", "all": "*.jsonl"}[style]
	paths, err := filepath.Glob(filepath.Join(dir, glob))
	if err != nil {
		return nil
	}
	return paths
}

func kindOf(misses, extras bool) string {
	switch {
	case misses:
		return "misses"
	case extras:
		return "extras"
	}
	return ""
}

func run(dir, lang, style, part string, errors int, kind, article, out string, asJSON, curve, rules bool, paths []string) error {
	named := len(paths) > 0
	if named {
		part = "all"
	} else if paths = goldFiles(dir, style); len(paths) == 0 {
		return fmt.Errorf("no gold files in %s", dir)
	}
	gold, err := eval.LoadGold(paths)
	if err != nil {
		return err
	}
	var use []eval.Gold
	for _, g := range gold {
		if article != "" {
			if g.ID == article && (!g.Unread() || named || strings.HasPrefix(g.ID, "t-")) {
				use = append(use, g)
			}
			continue
		}
		if lang != "" && g.Lang != lang || part == "dev" && g.Unread() || part == "kept" && !g.Unread() {
			continue
		}
		use = append(use, g)
	}
	if !named && part != "dev" && !slices.ContainsFunc(use, func(g eval.Gold) bool { return !strings.HasPrefix(g.ID, "t-") }) {
		part = "dev" // filled constructions: nothing is kept aside
	}
	if part != "dev" && !named {
		errors = 0
	}
	options := []extract.Option{extract.WithExplain()}
	if rules {
		options = append(options, extract.WithModel(nil))
	}
	x, err := extract.New(options...)
	if err != nil {
		return err
	}
	preds, err := eval.Run(context.Background(), x, use)
	if err != nil {
		return err
	}
	if article != "" {
		for i, g := range use {
			fmt.Printf("%s  %s  %s\n%s\n\n", g.ID, g.Published, g.Title, g.Text)
			fmt.Println(x.Debug(extract.Article{ID: g.ID, Language: g.Lang, Title: g.Title, Text: g.Text, Published: g.PublishedDate()}))
			for _, m := range g.Moves {
				fmt.Printf("gold  %s | %s -> %s | %s optional=%v alt %q %q\n", m.Person, m.From, m.To, m.Status, m.Optional, m.FromAlt, m.ToAlt)
			}
			for _, m := range preds[i].Moves {
				fmt.Printf("found %s | %s -> %s | %s %.2f %s\n", m.Person, m.From, m.To, m.Status, m.Confidence, strings.Join(m.Explain, " "))
			}
		}
		errors = 0
	}
	if out != "" {
		f, err := os.Create(out)
		if err != nil {
			return err
		}
		enc := json.NewEncoder(f)
		for _, p := range preds {
			if err := enc.Encode(p); err != nil {
				return err
			}
		}
		if err := f.Close(); err != nil {
			return err
		}
	}
	rep := eval.Score(use, preds)
	if asJSON {
		return rep.WriteJSON(os.Stdout)
	}
	if curve {
		eval.WriteReliability(os.Stdout, eval.Reliability(use, preds))
		return nil
	}
	rep.WriteText(os.Stdout, errors, kind)
	return nil
}
