package source

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// nodeText is the text of a tree in lines: paragraphs, headings, lists and tables apart by an empty line, each list
// item and table row a line of its own.
func nodeText(n *html.Node) string {
	if n == nil {
		return ""
	}
	var b blocks
	writeNode(&b, n, false)
	return Normalize(b.String())
}

// writeNode writes a tree. The parser bounds how deep it can be.
func writeNode(b *blocks, n *html.Node, inItem bool) {
	if n.Type == html.TextNode {
		b.text(n.Data)
		return
	}
	tag := tagOf(n)
	if invisible(tag) {
		return
	}
	end := breakAround(b, n, inItem)
	end()
	for c := range n.ChildNodes() {
		writeNode(b, c, inItem || tag == atom.Li)
	}
	if tag != atom.Td && tag != atom.Th && tag != atom.Br {
		end()
	}
}

// tagOf is an element's tag, 0 for what is no element: the extractors make elements that have only a name.
func tagOf(n *html.Node) atom.Atom {
	if n.Type != html.ElementNode {
		return 0
	}
	return atom.Lookup([]byte(n.Data))
}

// breakAround is what stands before an element's text and, but for cells, after it.
func breakAround(b *blocks, n *html.Node, inItem bool) func() {
	switch tagOf(n) {
	case atom.Br, atom.Li, atom.Tr, atom.Dt, atom.Dd, atom.Caption:
		return b.line
	case atom.Td, atom.Th:
		if previousCell(n) {
			return func() { b.text(cellGap) }
		}
	case atom.P, atom.Div, atom.Ul, atom.Ol, atom.Dl, atom.Section, atom.Article, atom.Blockquote, atom.H1, atom.H2, atom.H3,
		atom.H4, atom.H5, atom.H6, atom.Header, atom.Footer, atom.Main, atom.Pre, atom.Hr, atom.Figure, atom.Figcaption:
		if inItem {
			return b.line
		}
		return b.paragraph
	case atom.Table:
		return b.paragraph
	}
	return func() {}
}

func previousCell(n *html.Node) bool {
	for p := n.PrevSibling; p != nil; p = p.PrevSibling {
		if tag := tagOf(p); tag == atom.Td || tag == atom.Th {
			return true
		}
	}
	return false
}

func invisible(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Head, atom.Svg, atom.Iframe, atom.Object, atom.Select, atom.Textarea:
		return true
	}
	return false
}

// stripTags is the text of HTML without a tree, for pieces of it and for what no tree can be made of.
func stripTags(s string) string {
	var b blocks
	tokens := html.NewTokenizer(strings.NewReader(s))
	hidden := atom.Atom(0) // the invisible element that the reader is in
	for {
		switch kind := tokens.Next(); kind {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			if hidden == 0 {
				b.text(string(tokens.Text()))
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, _ := tokens.TagName()
			tag := atom.Lookup(name)
			switch {
			case hidden == 0 && kind == html.StartTagToken && (tag == atom.Script || tag == atom.Style):
				hidden = tag
			case hidden == tag && kind == html.EndTagToken:
				hidden = 0
			case tag == atom.Td || tag == atom.Th:
				b.text(" ")
			default:
				breakAround(&b, &html.Node{Type: html.ElementNode, Data: tag.String()}, false)()
			}
		}
	}
}
