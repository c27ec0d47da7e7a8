// Command train makes the model by which extraction weighs possible moves (ingest/extract/rank/rank.model):
//
//	go run ./ingest/extract/train -constructions DIR           write the model
//	go run ./ingest/extract/train -constructions DIR -check    compare with the committed one, byte for byte
//	go run ./ingest/extract/train -constructions DIR -unread   how good is it on the siblings that nobody reads who writes frames, trained without them?
//	go run ./ingest/extract/train -constructions DIR -folds 5  cross-validate over all articles
//
// It learns from the development part of the gold, from the project's own articles, from lessons and siblings and from the bank of constructions in DIR,
// filled with invented names (LANG.jsonl: passages with slots); without -constructions it does without the bank, which makes another model. Train
// again whenever frames or features have changed. ingest/extract/rank/README.md says how the model works.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
)

func main() {
	data := flag.String("data", "ingest/extract/testdata", "folder of gold, own, lessons and siblings")
	bank := flag.String("constructions", "", "folder of constructions, LANG.jsonl; none where empty")
	out := flag.String("out", "ingest/extract/rank/rank.model", "the model file")
	check := flag.Bool("check", false, "compare with the model file instead of writing it")
	apart := flag.Bool("unread", false, "train without the unread siblings and measure on them instead")
	n := flag.Int("folds", 0, "cross-validate with so many folds instead")
	flag.Parse()
	parts := folds(*n)
	if *apart {
		parts = []func(*article) bool{unread}
	}
	if err := run(*data, *bank, *out, *check, parts); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(data, bank, out string, check bool, parts []func(*article) bool) error {
	arts, err := load(data, bank)
	if err != nil {
		return err
	}
	if len(arts) == 0 {
		return fmt.Errorf("no articles in %s", data)
	}
	if len(parts) > 0 {
		return validate(os.Stdout, arts, parts...)
	}
	var b bytes.Buffer
	if err := fit(arts).Encode(&b); err != nil {
		return err
	}
	if !check {
		return os.WriteFile(out, b.Bytes(), 0o644)
	}
	have, err := os.ReadFile(out)
	if err != nil {
		return err
	}
	if !bytes.Equal(have, b.Bytes()) {
		return errors.New(out + " is not what training makes: train again and commit it")
	}
	return nil
}
