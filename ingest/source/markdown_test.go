package source_test

import (
	"testing"

	"talentgraph/ingest/source"
)

func TestMarkdown(t *testing.T) {
	for in, want := range map[string]string{
		"# One\n\nTwo\nthree":                     "One\n\nTwo three",
		"* a\n* b\n\n  c\n":                       "a\nb\nc",
		`2 \* 3 &eacute; <https://example.org/a>`: "2 * 3 é https://example.org/a",
		"a **b**_c_ `d` [e](f \"g\") ![h](i)":     "a bc d e",
		"---\n\nNot front matter":                 "Not front matter",
		"~~old~~ new[^1]":                         "old new[^1]",
	} {
		if d, err := source.Parse("x.md", source.Markdown, []byte(in)); err != nil || d.Text != want {
			t.Errorf("%q: %q, %v; want %q", in, d.Text, err, want)
		}
	}
	d, err := source.Parse("x.md", source.Markdown, []byte("---\r\nTitle: 'It''s: here' \r\nlink: /relative\r\npublishDate: 2025-07 # month\r\nnested:\r\n  title: no\r\n...\r\nText"))
	if err != nil || d.Title != "It's: here" || d.URL != "" || d.Published.String() != "2025-07" || d.Text != "Text" {
		t.Errorf("front matter: %+v, %v", d, err)
	}
}
