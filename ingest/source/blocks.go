package source

import (
	"strings"
)

// cellGap stands between the cells of a table row.
const cellGap = " | "

// blocks collects text in lines and paragraphs: paragraphs are apart by one empty line, lines by a line break, runs
// of spaces are one. Empty lines and paragraphs vanish. The zero blocks is empty.
type blocks struct {
	out     strings.Builder
	breaks  int  // line breaks due before the next text
	space   bool // a space is due before the next text of this line
	started int  // where the marked text starts
}

// text adds to the current line. A line break in s is a space, as in HTML.
func (b *blocks) text(s string) {
	for s != "" {
		i := strings.IndexAny(s, " \t\n\r\f")
		if i == 0 {
			b.space = true
			s = s[1:]
			continue
		}
		word := s
		if i > 0 {
			word = s[:i]
		}
		s = s[len(word):]
		b.flush()
		b.out.WriteString(word)
	}
}

func (b *blocks) flush() {
	switch {
	case b.out.Len() == 0:
	case b.breaks > 0:
		b.out.WriteString("\n\n"[:b.breaks])
	case b.space:
		b.out.WriteByte(' ')
	}
	b.breaks, b.space = 0, false
}

// line ends the current line.
func (b *blocks) line() { b.breaks, b.space = max(b.breaks, 1), false }

// paragraph ends the current line with an empty line after it.
func (b *blocks) paragraph() { b.breaks, b.space = 2, false }

// mark starts the text that marked is the whole of.
func (b *blocks) mark() { b.started = b.out.Len() }

func (b *blocks) marked() string { return b.out.String()[b.started:] }

// String is the text so far, without a line break at its end.
func (b *blocks) String() string { return b.out.String() }
