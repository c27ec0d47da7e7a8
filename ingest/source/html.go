package source

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/go-shiori/go-readability"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"talentgraph/graph"
)

// shortText is the code points below which the first extractor takes anything it can get, some of it twice.
const shortText = 250

// maxTags is how many tags a page may have for a tree to be made of it and searched for the main text, which takes
// seconds and hundreds of megabytes beyond that. Articles have a few thousand; of what has more all text is read.
const maxTags = 40_000

// parseHTML reads the main text of a web page, without what surrounds it, and what the page says about itself.
func parseHTML(data []byte) (Document, error) {
	decoded, err := Decode(data, declaredCharset(data))
	if err != nil {
		return Document{}, err
	}
	decoded = Normalize(decoded)
	if strings.Count(decoded, "<") > maxTags {
		return Document{Text: Normalize(stripTags(decoded))}, nil
	}
	page, err := html.Parse(strings.NewReader(decoded))
	if err != nil { // too deep for a tree
		return Document{Text: Normalize(stripTags(decoded))}, nil
	}
	d := mainText(page)
	if utf8.RuneCountInString(d.Text) < shortText {
		if text := readableText(page); text != "" {
			d.Text = text
		}
	}
	if strings.TrimSpace(d.Text) == "" {
		d.Text = nodeText(page)
	}
	d.Language = parseLanguage(pageLanguage(page))
	return d, nil
}

// declaredCharset is the encoding that the page's head names; empty where it names none.
func declaredCharset(data []byte) string {
	_, name, certain := charset.DetermineEncoding(data, "")
	if head := bytes.ToLower(data[:min(len(data), 1024)]); !certain && !bytes.Contains(head, []byte("charset")) {
		return ""
	}
	return name
}

// mainText reads a page with the first extractor; what that does not find is empty. Extractors work on pages that
// anybody may have written, so one that gives up in a panic has found nothing.
func mainText(page *html.Node) (d Document) {
	defer func() {
		if recover() != nil {
			d = Document{}
		}
	}()
	result, err := trafilatura.ExtractDocument(page, trafilatura.Options{
		EnableFallback:  true,
		ExcludeComments: true,
		HtmlDateMode:    trafilatura.Fast, // the extensive search needs the library for which package dateparser stands in
	})
	if err != nil || result == nil {
		return Document{}
	}
	about := result.Metadata
	d = Document{
		URL:   field(about.URL),
		Title: field(about.Title),
		Text:  nodeText(result.ContentNode),
	}
	if about.Date.Year() >= 1000 {
		d.Published = graph.DateOf(about.Date)
	}
	if host(d.URL) == "" {
		d.Publisher = field(about.Sitename)
	}
	return d
}

// readableText is the main text of a page by a second extractor; empty where that finds nothing.
func readableText(page *html.Node) (text string) {
	defer func() {
		if recover() != nil {
			text = ""
		}
	}()
	parser := readability.NewParser()
	article, err := parser.ParseDocument(page, nil)
	if err != nil || article.Node == nil {
		return ""
	}
	return nodeText(article.Node)
}

// pageLanguage is the language that the html element declares.
func pageLanguage(page *html.Node) string {
	for n := range page.ChildNodes() {
		if n.Type == html.ElementNode && n.Data == "html" {
			for _, a := range n.Attr {
				if a.Key == "lang" || a.Key == "xml:lang" {
					return a.Val
				}
			}
		}
	}
	return ""
}
