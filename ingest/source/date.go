package source

import (
	"net/url"
	"strings"
	"time"

	"golang.org/x/text/language"

	"talentgraph/graph"
)

// parseDate reads an ISO 8601 date of any precision, or a time, of which it is the UTC day.
func parseDate(s string) (graph.Date, error) {
	s = strings.TrimSpace(s)
	if len(s) > len("2006-01-02") {
		for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02T15:04Z07:00", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05", "2006-01-02 15:04"} {
			if t, err := time.Parse(layout, s); err == nil && t.Year() >= 1000 {
				return graph.DateOf(t), nil
			}
		}
	}
	return graph.ParseDate(s)
}

// parseLanguage is the ISO 639-1 code of a language tag ("fr-CA", "fra", "pt_BR"); empty where it has none.
func parseLanguage(s string) string {
	tag, err := language.Parse(strings.TrimSpace(s))
	if err != nil {
		return ""
	}
	base, certain := tag.Base()
	if code := base.String(); certain > language.Low && len(code) == 2 {
		return code
	}
	return ""
}

// host is a URL's host without "www.", in lower case; empty where it has none.
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}
