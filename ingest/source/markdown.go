package source

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// parseMarkdown reads Markdown as the text that a reader sees: headings and paragraphs apart by an empty line, each
// list item and table row a line of its own, links and emphasis without their marks. The title is the front matter's,
// else the first heading of the first level.
func parseMarkdown(data []byte) (Document, error) {
	decoded, err := Decode(data, "")
	if err != nil {
		return Document{}, err
	}
	head, body := cutFrontMatter(Normalize(decoded))
	d, err := head.document()
	if err != nil {
		return Document{}, err
	}
	w := markdownWriter{source: []byte(body)}
	root := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).Parser().Parse(text.NewReader(w.source))
	if err := ast.Walk(root, w.visit); err != nil {
		return Document{}, invalid("not readable as Markdown: %w", err)
	}
	d.Text = Normalize(w.out.String())
	if d.Title == "" {
		d.Title = field(w.title)
	}
	return d, nil
}

type markdownWriter struct {
	source []byte
	out    blocks
	title  string
}

func (w *markdownWriter) visit(n ast.Node, entering bool) (ast.WalkStatus, error) {
	switch n := n.(type) {
	case *ast.Text:
		if entering {
			w.out.text(unescape(n.Segment.Value(w.source)))
			if n.HardLineBreak() {
				w.out.line()
			} else if n.SoftLineBreak() {
				w.out.text(" ")
			}
		}
	case *ast.String:
		if entering {
			w.out.text(string(n.Value))
		}
	case *ast.AutoLink:
		if entering {
			w.out.text(string(n.Label(w.source)))
		}
	case *ast.Image:
		return ast.WalkSkipChildren, nil // what a picture shows is no sentence of the article
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		if entering {
			w.out.paragraph()
			for i := range n.Lines().Len() {
				line := n.Lines().At(i)
				w.out.text(strings.TrimRight(string(line.Value(w.source)), "\n"))
				w.out.line()
			}
			w.out.paragraph()
		}
	case *ast.HTMLBlock:
		if entering {
			w.out.paragraph()
			var raw strings.Builder
			for i := range n.Lines().Len() {
				line := n.Lines().At(i)
				raw.Write(line.Value(w.source))
			}
			w.out.text(strings.ReplaceAll(stripTags(raw.String()), "\n", " "))
			w.out.paragraph()
		}
	case *ast.Heading:
		if entering {
			w.out.paragraph()
			w.out.mark()
		} else {
			if n.Level == 1 && w.title == "" {
				w.title = w.out.marked()
			}
			w.out.paragraph()
		}
	case *ast.ListItem:
		w.out.line()
	case *ast.TextBlock: // the content of an item of a tight list
		w.out.line()
	case *ast.Paragraph:
		if _, inItem := n.Parent().(*ast.ListItem); inItem {
			w.out.line()
		} else {
			w.out.paragraph()
		}
	case *ast.List:
		if _, inItem := n.Parent().(*ast.ListItem); !inItem {
			w.out.paragraph()
		}
	case *ast.Blockquote, *ast.ThematicBreak, *east.Table:
		w.out.paragraph()
	case *east.TableHeader, *east.TableRow:
		w.out.line()
	case *east.TableCell:
		if entering && n.PreviousSibling() != nil {
			w.out.text(cellGap)
		}
	}
	return ast.WalkContinue, nil
}

// unescape is a piece of text without Markdown's backslashes and with its entities resolved.
func unescape(b []byte) string {
	return string(util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(b))))
}
