package main

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// furtherWords writes words-LANG.txt.gz for each list DIR/LANG.txt: its words without those that the tables know as names of
// persons or organizations, sorted.
func furtherWords(dir, out string) error {
	names := map[string]bool{}
	for _, t := range []string{"names", "orgs"} {
		lines, err := unpacked(filepath.Join(out, t+".txt.gz"))
		if err != nil {
			return err
		}
		for _, l := range lines {
			if t == "names" {
				_, l, _ = strings.Cut(l, " ")
			}
			names[strings.ToLower(l)] = true
		}
	}
	lists, err := filepath.Glob(filepath.Join(dir, "??.txt"))
	if err != nil || len(lists) == 0 {
		return fmt.Errorf("no LANG.txt in %s", dir)
	}
	for _, path := range lists {
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		var words []string
		for _, w := range strings.Fields(string(b)) {
			if !names[w] {
				words = append(words, w)
			}
		}
		slices.Sort(words)
		g := gen{}
		if err := g.write(filepath.Join(out, "words-"+filepath.Base(path)+".gz"), slices.Compact(words)); err != nil {
			return err
		}
	}
	return nil
}

// unpacked reads the lines of a gzipped file.
func unpacked(path string) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	var out []string
	s := bufio.NewScanner(z)
	for s.Scan() {
		out = append(out, s.Text())
	}
	return out, s.Err()
}
