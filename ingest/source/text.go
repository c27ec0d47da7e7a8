package source

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// parseText reads plain text. Its title, where it has one, stays in the text, so that offsets are the file's.
func parseText(data []byte) (Document, error) {
	text, err := Decode(data, "")
	if err != nil {
		return Document{}, err
	}
	text = Normalize(text)
	return Document{Title: titleLine(text), Text: text}, nil
}

// titleLine is the first line of a text when it looks like a title: short, apart from the rest by an empty line, and
// not ending as a sentence of the article or an introduction of something does. Otherwise it is empty.
func titleLine(text string) string {
	first, rest, found := strings.Cut(strings.TrimLeftFunc(text, unicode.IsSpace), "\n")
	next, _, _ := strings.Cut(rest, "\n")
	first = strings.TrimSpace(first)
	if !found || strings.TrimSpace(next) != "" || strings.TrimSpace(rest) == "" || utf8.RuneCountInString(first) > 200 {
		return ""
	}
	if strings.HasSuffix(first, ".") || strings.HasSuffix(first, ":") || strings.HasSuffix(first, ",") {
		return ""
	}
	return field(first)
}
