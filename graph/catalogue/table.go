package catalogue

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"talentgraph/graph"
)

// ReadTable reads a table of organizations: the columns of organizations.tsv, separated by tabs, missing ones at the
// end allowed; # begins a comment line. The rows of a curated table get their keys here: of two rows with one key, the
// later one's ends in its country; a parent that is a row's name becomes that row's key. A row without a name, with a further column or with an unknown flag is
// graph.ErrInvalid, with its line.
func ReadTable(r io.Reader, curated bool) ([]graph.CatalogueEntry, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("table of organizations: %w", err)
	}
	entries := make([]graph.CatalogueEntry, 0, bytes.Count(data, []byte{'\n'})+1)
	keys := make(map[string]string) // of the names
	taken := make(map[string]bool)
	line := 0
	for text := range strings.SplitSeq(string(data), "\n") {
		line++
		text = strings.TrimSuffix(text, "\r")
		if text == "" || text[0] == '#' {
			continue
		}
		e, err := parseRow(text)
		if err != nil {
			return nil, fmt.Errorf("table of organizations, line %d: %w", line, err)
		}
		if curated {
			e.Curated = true
			if e.Key = graph.OrganizationKey(e.Name); taken[e.Key] {
				e.Key += " " + strings.ToLower(e.Country)
			}
			taken[e.Key] = true
			keys[e.Name] = e.Key
		}
		entries = append(entries, e)
	}
	for i := range entries {
		if key, ok := keys[entries[i].Parent]; ok {
			entries[i].Parent = key
		}
	}
	return entries, nil
}

const (
	colName = iota
	colKind
	colCountry
	colSector
	colParent
	colTicker
	colDomains
	colWikidata
	colFlags
	colAliases
	colFormer
	columns
)

func parseRow(text string) (graph.CatalogueEntry, error) {
	var c [columns]string
	n := 0
	for field := range strings.SplitSeq(text, "\t") {
		if n == columns {
			return graph.CatalogueEntry{}, fmt.Errorf("%w row %.40q: more than %d columns", graph.ErrInvalid, text, columns)
		}
		c[n] = field
		n++
	}
	e := graph.CatalogueEntry{
		Name: c[colName], Kind: c[colKind], Country: c[colCountry],
		Sector: c[colSector], Parent: c[colParent], Ticker: c[colTicker], Domains: list(c[colDomains]),
		Wikidata: c[colWikidata], Aliases: list(c[colAliases]), FormerNames: list(c[colFormer]),
	}
	if e.Name == "" {
		return e, fmt.Errorf("%w row %.40q: no name", graph.ErrInvalid, text)
	}
	switch c[colFlags] {
	case "":
	case "ambiguous":
		e.Ambiguous = true
	default:
		return e, fmt.Errorf("%w flag %.20q of %q", graph.ErrInvalid, c[colFlags], e.Name)
	}
	return e, nil
}

func list(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}

// FormatRow is the row that ReadTable reads as the entry. The parent must be a name.
func FormatRow(e graph.CatalogueEntry) string {
	flags := ""
	if e.Ambiguous {
		flags = "ambiguous"
	}
	row := strings.Join([]string{e.Name, e.Kind, e.Country, e.Sector, e.Parent, e.Ticker, strings.Join(e.Domains, "|"),
		e.Wikidata, flags, strings.Join(e.Aliases, "|"), strings.Join(e.FormerNames, "|")}, "\t")
	return strings.TrimRight(row, "\t")
}
