package graph

import (
	"encoding/binary"
	"strings"
)

// catalogueRows are entries in one text, since tens of thousands of them as values take three times the memory, all of which
// the collector has to look at again and again.
type catalogueRows struct {
	text string
	ends []uint32 // of the rows in the text
}

// The flags of a row.
const (
	curatedRow = 1 << iota
	ambiguousRow
)

func packRows(entries []CatalogueEntry) catalogueRows {
	var text strings.Builder
	rows := catalogueRows{ends: make([]uint32, len(entries))}
	var b []byte
	add := func(s string) { b = append(binary.AppendUvarint(b, uint64(len(s))), s...) }
	for i, e := range entries {
		b = append(b[:0], 0)
		if e.Curated {
			b[0] |= curatedRow
		}
		if e.Ambiguous {
			b[0] |= ambiguousRow
		}
		for _, s := range []string{e.Key, e.Name, e.Kind, e.Country, e.Sector, e.Parent, e.Ticker, e.Wikidata, e.LEI} {
			add(s)
		}
		for _, list := range [][]string{e.Aliases, e.FormerNames, e.Domains} {
			b = binary.AppendUvarint(b, uint64(len(list)))
			for _, s := range list {
				add(s)
			}
		}
		text.Write(b)
		rows.ends[i] = uint32(text.Len())
	}
	rows.text = strings.Clone(text.String()) // without room to grow
	return rows
}

func (r catalogueRows) len() int { return len(r.ends) }

// row is the text of the i-th entry, which holds its names and identifiers as they are.
func (r catalogueRows) row(i int) string {
	if i == 0 {
		return r.text[:r.ends[0]]
	}
	return r.text[r.ends[i-1]:r.ends[i]]
}

// at is the i-th entry.
func (r catalogueRows) at(i int) CatalogueEntry {
	row := r.row(i)
	number := func() int {
		n, shift := 0, 0
		for {
			c := row[0]
			row = row[1:]
			n |= int(c&0x7f) << shift
			if shift += 7; c < 0x80 {
				return n
			}
		}
	}
	next := func() string {
		n := number()
		s := row[:n]
		row = row[n:]
		return s
	}
	list := func() []string {
		n := number()
		if n == 0 {
			return nil
		}
		all := make([]string, n)
		for k := range all {
			all[k] = next()
		}
		return all
	}
	flags := number()
	e := CatalogueEntry{Curated: flags&curatedRow != 0, Ambiguous: flags&ambiguousRow != 0}
	for _, field := range []*string{&e.Key, &e.Name, &e.Kind, &e.Country, &e.Sector, &e.Parent, &e.Ticker, &e.Wikidata, &e.LEI} {
		*field = next()
	}
	e.Aliases, e.FormerNames, e.Domains = list(), list(), list()
	return e
}
