package source

import (
	"bytes"
	"path/filepath"
	"strings"
)

// Format is how an article is written down.
type Format string

// The formats that are read.
const (
	Text     Format = "text"
	Markdown Format = "markdown"
	HTML     Format = "html"
	JSONL    Format = "jsonl" // one article a line
)

// ParseFormat reads the name of a format; empty is none in particular. Anything else is graph.ErrInvalid.
func ParseFormat(s string) (Format, error) {
	switch f := Format(strings.ToLower(s)); f {
	case "", Text, Markdown, HTML, JSONL:
		return f, nil
	}
	return "", invalid("format %.40q: want text, markdown, html or jsonl", s)
}

// byExtension is the format that a file's name says; empty where it says none that is known.
func byExtension(file string) Format {
	switch strings.ToLower(filepath.Ext(file)) {
	case ".txt", ".text":
		return Text
	case ".md", ".markdown":
		return Markdown
	case ".html", ".htm", ".xhtml":
		return HTML
	case ".jsonl", ".ndjson", ".json":
		return JSONL
	}
	return ""
}

// sniff is the format that the start of a content looks like.
func sniff(head []byte) Format {
	text, err := Decode(head, "")
	if err != nil {
		return Text
	}
	text = strings.TrimSpace(Normalize(text))
	lower := strings.ToLower(text[:min(len(text), 1024)])
	first, _, _ := strings.Cut(text, "\n")
	switch {
	case strings.HasPrefix(text, "{"):
		return JSONL
	case strings.HasPrefix(lower, "<!doctype html"), strings.HasPrefix(lower, "<html"),
		strings.HasPrefix(lower, "<?xml") && strings.Contains(lower, "<html"),
		strings.HasPrefix(lower, "<!--") && strings.Contains(lower, "<html"),
		strings.HasPrefix(lower, "<head"), strings.HasPrefix(lower, "<body"):
		return HTML
	case first == "---" || first == "+++", strings.HasPrefix(first, "# "):
		return Markdown
	}
	return Text
}

// Parse reads data as one article of the format Text, Markdown or HTML; name stands in for its id. An article without
// text, data that is no text and data beyond the limit are graph.ErrInvalid.
func Parse(name string, format Format, data []byte) (Document, error) {
	if err := checkSize(format, int64(len(data))); err != nil {
		return Document{}, err
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return Document{}, invalid("%w", errEmpty)
	}
	var d Document
	var err error
	switch format {
	case Markdown:
		d, err = parseMarkdown(data)
	case HTML:
		d, err = parseHTML(data)
	case Text:
		d, err = parseText(data)
	default:
		err = invalid("format %q holds no single article", format)
	}
	if err != nil {
		return Document{}, err
	}
	if strings.TrimSpace(d.Text) == "" {
		return Document{}, invalid("%w", errEmpty)
	}
	d.ID = name
	return d, nil
}

func checkSize(format Format, bytes int64) error {
	limit := int64(MaxText)
	if format == HTML {
		limit = MaxHTML
	}
	if bytes > limit {
		return invalid("more than %d MB, too large for one article", limit>>20)
	}
	return nil
}
