// Package catalogue is the organizations and the names of people that talentgraph knows before it reads an article:
// tables condensed from public lists (SOURCES.md) and tables written by hand.
package catalogue

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"io"
	"slices"
	"sync"

	"talentgraph/graph"
)

var (
	//go:embed organizations.tsv
	curatedTable []byte
	//go:embed organizations_listed.tsv.gz
	listedTable []byte
	//go:embed names.tsv.gz
	namesTable []byte
	//go:embed nicknames.tsv
	nicknamesTable []byte
	//go:embed sets.tsv
	setsTable string
)

// Organizations is the catalogue of known organizations. It is read once and shared.
func Organizations() (*graph.Catalogue, error) { return organizations() }

// Names is the table of given names, surnames and nicknames. It is read once and shared.
func Names() (*graph.NameTable, error) { return names() }

// Sets are the sets of organizations that come with the catalogue.
func Sets() ([]graph.Set, error) {
	c, err := Organizations()
	if err != nil {
		return nil, err
	}
	sets, err := graph.ReadSets(setsTable, c)
	if err != nil {
		return nil, fmt.Errorf("sets.tsv: %w", err)
	}
	return sets, nil
}

var (
	organizations = sync.OnceValues(loadOrganizations)
	names         = sync.OnceValues(loadNames)
)

func loadOrganizations() (*graph.Catalogue, error) {
	curated, err := ReadTable(bytes.NewReader(curatedTable), true)
	if err != nil {
		return nil, fmt.Errorf("organizations.tsv: %w", err)
	}
	unzipped, err := gzip.NewReader(bytes.NewReader(listedTable))
	if err != nil {
		return nil, fmt.Errorf("organizations_listed.tsv.gz: %w", err)
	}
	listed, err := ReadTable(unzipped, false)
	if err != nil {
		return nil, fmt.Errorf("organizations_listed.tsv.gz: %w", err)
	}
	return graph.NewCatalogue(slices.Concat(listed, curated))
}

func loadNames() (*graph.NameTable, error) {
	unzipped, err := gzip.NewReader(bytes.NewReader(namesTable))
	if err != nil {
		return nil, fmt.Errorf("names.tsv.gz: %w", err)
	}
	t, err := graph.ReadNameTable(io.MultiReader(unzipped, nicknameRows()))
	if err != nil {
		return nil, fmt.Errorf("names.tsv.gz, nicknames.tsv: %w", err)
	}
	return t, nil
}

// nicknameRows gives nicknames.tsv as rows of a name table.
func nicknameRows() io.Reader {
	var b bytes.Buffer
	for line := range bytes.Lines(nicknamesTable) {
		if line[0] != '#' && line[0] != '\n' {
			b.WriteString("nickname\t")
		}
		b.Write(line)
	}
	return &b
}
