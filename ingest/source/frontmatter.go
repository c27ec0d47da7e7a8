package source

import (
	"fmt"
	"strings"
)

// frontMatter is the fields at the head of a Markdown file, between lines of "---" (key: value) or "+++" (key = value).
type frontMatter map[string]string

// cutFrontMatter parts a Markdown text into its front matter, nil where it has none, and its body. Only plain fields
// at the outermost level are read: lists and nested ones say nothing about an article that is needed here.
func cutFrontMatter(text string) (frontMatter, string) {
	first, rest, _ := strings.Cut(text, "\n")
	fence := strings.TrimRight(first, " \t")
	separator := map[string]string{"---": ":", "+++": "="}[fence]
	if separator == "" {
		return nil, text
	}
	fields := frontMatter{}
	for body := rest; body != ""; {
		var line string
		line, body, _ = strings.Cut(body, "\n")
		if end := strings.TrimRight(line, " \t"); end == fence || end == "..." && fence == "---" {
			return fields, body
		}
		key, value, found := strings.Cut(line, separator)
		if found && key != "" && !strings.ContainsAny(key[:1], " \t-#") {
			fields[strings.ToLower(strings.TrimSpace(key))] = unquote(value)
		}
	}
	return nil, text // the fence never ends: it was a line across the page
}

func unquote(value string) string {
	value = strings.TrimSpace(value)
	for _, quote := range []string{`"`, `'`} {
		if inner, ok := strings.CutPrefix(value, quote); ok {
			if end := strings.LastIndex(inner, quote); end >= 0 {
				return strings.NewReplacer(`\"`, `"`, `\\`, `\`, `''`, `'`).Replace(inner[:end])
			}
		}
	}
	value, _, _ = strings.Cut(value, " #") // a comment
	return strings.TrimSpace(value)
}

// document is a Document with what the front matter says.
func (f frontMatter) document() (Document, error) {
	d := Document{
		URL:       field(f.first("url", "canonical_url", "canonicalurl", "link", "source_url")),
		Language:  parseLanguage(f.first("lang", "language", "locale")),
		Title:     field(f.first("title")),
		Publisher: field(f.first("publisher", "site", "site_name")),
		Restated:  f["text_source"] == "restated",
	}
	if host(d.URL) == "" {
		d.URL = "" // a path within a site is no address
	}
	var err error
	if d.Published, err = parseDate(f.first("date", "published", "pubdate", "publishdate")); err != nil {
		err = fmt.Errorf("date in the front matter: %w", err)
	}
	return d, err
}

// first is the value of the first of these keys that has one.
func (f frontMatter) first(keys ...string) string {
	for _, key := range keys {
		if value := f[key]; value != "" {
			return value
		}
	}
	return ""
}
