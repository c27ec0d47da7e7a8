// Command gen condenses public lists of organizations and of people's names into the tables that package catalogue
// embeds. It needs a folder of the lists that SOURCES.md names:
//
//	go run ./graph/catalogue/gen -data DIR -out graph/catalogue
//
// The same lists and hand-written tables give the same files, byte for byte.
package main

import (
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"talentgraph/graph"
	"talentgraph/graph/catalogue"
)

func main() {
	data := flag.String("data", "", "folder of the public lists, one folder a list as SOURCES.md names them")
	out := flag.String("out", ".", "folder of package catalogue: its tables are read and written there")
	flag.Parse()
	if *data == "" {
		fmt.Fprintln(os.Stderr, "gen: nothing to do without -data DIR; see SOURCES.md for what the folder holds")
		flag.PrintDefaults()
		return
	}
	if err := run(*data, *out); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(data, out string) error {
	table, err := os.Open(filepath.Join(out, "organizations.tsv"))
	if err != nil {
		return err
	}
	defer table.Close()
	curated, err := catalogue.ReadTable(table, true)
	if err != nil {
		return err
	}
	listed, report, err := condenseOrganizations(data, out, curated)
	if err != nil {
		return err
	}
	var b strings.Builder
	b.WriteString("# Condensed from public lists by graph/catalogue/gen; see SOURCES.md. Columns as in organizations.tsv.\n")
	for _, e := range listed {
		b.WriteString(catalogue.FormatRow(e) + "\n")
	}
	if err := writeGzip(filepath.Join(out, "organizations_listed.tsv.gz"), b.String()); err != nil {
		return err
	}
	names, err := condenseNames(data, out)
	if err != nil {
		return err
	}
	if _, err := graph.ReadNameTable(strings.NewReader(names)); err != nil {
		return err
	}
	fmt.Print(report)
	return writeGzip(filepath.Join(out, "names.tsv.gz"), names)
}

// writeGzip writes a file that does not depend on the time of day.
func writeGzip(path, text string) error {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := z.Write([]byte(text)); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	fmt.Printf("%s: %d bytes, %d as text\n", filepath.Base(path), b.Len(), len(text))
	return os.WriteFile(path, b.Bytes(), 0o644)
}
