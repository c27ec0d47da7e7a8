package extract

import (
	"context"
	"strings"

	"talentgraph/graph"
)

// document is one article while it is read.
type document struct {
	e     *Extractor
	p     *pack
	names *nameTables
	a     Article
	sents []*sentence
	reg   *registry
	facts []*fact

	// what the text is about at the point reached
	topic   *person
	recent  []*person // last named first
	focus   *organization
	lastOrg *organization
	group   *group
}

func newDocument(e *Extractor, p *pack, a Article) *document {
	return &document{e: e, p: p, names: e.names, a: a}
}

// read fills facts.
func (d *document) read(ctx context.Context) {
	if !d.promising() {
		return
	}
	if d.a.Title != "" && !strings.HasPrefix(strings.TrimSpace(d.a.Text), strings.TrimSpace(d.a.Title)) {
		b := &block{kind: heading, title: true, start: 0, end: len(d.a.Title)}
		d.p.sentences(d.a.Title, b)
		d.sents = append(d.sents, b.sentences...)
	}
	pos, runes := 0, 0
	for _, b := range d.p.blocks(d.a.Text) {
		if b.kind == boilerplate {
			continue
		}
		d.p.sentences(d.a.Text, b)
		if len(b.sentences) > 0 && b.kind == paragraph {
			if s := b.sentences[0]; s != nil {
				if n := d.p.dateline(s.toks); n > 0 && n < len(s.toks) {
					s.toks = s.toks[n:]
				}
			}
		}
		for _, s := range b.sentences {
			runes += runeCount(d.a.Text[pos:s.start])
			pos, s.runes = s.start, runes
		}
		d.sents = append(d.sents, b.sentences...)
	}
	for i, s := range d.sents {
		s.index = i
		d.chunk(s)
		if i%64 == 0 && ctx.Err() != nil {
			return
		}
	}
	d.register()
	for _, s := range d.sents {
		d.acronyms(s)
	}
	for i, s := range d.sents {
		d.reduce(s)
		if i%64 == 0 && ctx.Err() != nil {
			return
		}
	}
	d.openingFocus()
	for i, s := range d.sents {
		d.readSentence(s)
		if i%64 == 0 && ctx.Err() != nil {
			return
		}
	}
}

// promising is the quick look: does any word of the frames occur at all?
func (d *document) promising() bool {
	hits := 0
	for _, text := range []string{d.a.Title, d.a.Text} {
		start := -1
		for i := 0; i <= len(text); i++ {
			c := byte(' ')
			if i < len(text) {
				c = text[i]
			}
			if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80 {
				if start < 0 {
					start = i
				}
				continue
			}
			if start >= 0 {
				w := text[start:i]
				start = -1
				if len(w) > 40 {
					continue
				}
				if d.p.trigger[strings.ToLower(w)] {
					hits++
					if hits > 0 {
						return true
					}
				}
			}
		}
	}
	return false
}

// openingFocus takes the first organization of the title or lead that is not only a source as the one in focus.
func (d *document) openingFocus() {
	for _, s := range d.sents {
		for i := range s.nodes {
			n := &s.nodes[i]
			if isName(n) && n.org != nil && n.ref == refName {
				if i > 0 && d.p.is("source", s.nodes[i-1].low) {
					continue
				}
				d.focus = n.org
				return
			}
		}
	}
}

// span finds the quote of a sentence in the text: code points.
func (d *document) span(s *sentence) (string, int, int) {
	text := d.a.Text
	start := s.runes
	q := text[s.start:s.end]
	return q, start, start + runeCount(q)
}

func runeCount(s string) int {
	n := 0
	for range s {
		n++
	}
	return n
}

func (d *document) published() graph.Date { return d.a.Published }
