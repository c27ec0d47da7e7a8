// Package source says where articles come from: files, folders, patterns and standard input, as plain text, Markdown,
// HTML or JSONL. It turns each into a Document with one normal form of text, and each that it cannot read into one
// error that says where and why, without stopping at it.
package source

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"time"
	"unicode"

	"talentgraph/graph"
)

// Limits on one article; what is larger is refused with an error and the rest is read. No article comes near them.
const (
	MaxText = 16 << 20 // bytes of a text or Markdown file, or of one line of JSONL
	MaxHTML = 8 << 20  // bytes of an HTML page: its tree takes many times that in memory
)

// Document is one article as it was found. Only Text is never empty.
type Document struct {
	ID        string     // as given in JSONL; else the name of the file
	URL       string     // as given, or the page's canonical address
	Language  string     // ISO 639-1 in lower case
	Title     string     // one line
	Published graph.Date // as the document says
	Publisher string     // as given, else the host of URL without "www.", else the site's name
	Text      string     // in the form of Normalize: offsets in it count Unicode code points
	Restated  bool       // JSONL's "text_source" is "restated": the text is not the page's own words
	Where     string     // "FILE" or "FILE:LINE", for messages
}

// Error is one article, file or argument that could not be read: one line that says where and why. Wrong content
// is graph.ErrInvalid; what the operating system refuses is its own error.
type Error struct {
	File string
	Line int // 1 for the first; 0 where the whole file is meant
	Err  error
}

// Error is "FILE:LINE: why" in one line, safe to print.
func (e *Error) Error() string { return where(e.File, e.Line) + ": " + oneLine(e.Err.Error()) }

// Unwrap is the reason.
func (e *Error) Unwrap() error { return e.Err }

// Options change what Open does; the zero Options are good.
type Options struct {
	Format   Format            // read everything as this format; else each by its extension, else by its content
	Progress func(bytes int64) // is told how many bytes more have been read, as they are
	Skipped  func(file string) // is told of each file in a folder that is left out because its extension is of no known format
	Now      func() time.Time  // time.Now, unless a test sets it: articles from more than a year ahead are refused
}

// Open reads the articles that args name, in their order: files, folders (all that is in them, by name, except names
// that start with a dot), patterns with *, ? and [], and "-" for stdin. Each item is a Document, or an *Error after
// which the next item comes. When ctx ends, its error is the last item. Articles are read one at a time.
func Open(ctx context.Context, args []string, stdin io.Reader, opts Options) iter.Seq2[Document, error] {
	return func(yield func(Document, error) bool) {
		running, stop := context.WithCancel(ctx)
		defer stop() // whoever waits for standard input, when the consumer wants no more
		r := &reader{ctx: running, opts: opts, stdin: stdin, yield: yield}
		if r.opts.Now == nil {
			r.opts.Now = time.Now
		}
		if len(args) == 0 {
			r.fail("input", 0, fmt.Errorf("%w: name files, folders, patterns, or - for standard input", graph.ErrInvalid))
		}
		for _, arg := range args {
			if !r.argument(arg) {
				break
			}
		}
		if err := ctx.Err(); err != nil && !r.stopped {
			yield(Document{}, err)
		}
	}
}

// reader carries one run of Open. Its methods report whether to go on.
type reader struct {
	ctx     context.Context
	opts    Options
	stdin   io.Reader
	yield   func(Document, error) bool
	stopped bool // the consumer wants no more
}

func (r *reader) emit(d Document, err error) bool {
	if r.stopped || r.ctx.Err() != nil {
		return false
	}
	r.stopped = !r.yield(d, err)
	return !r.stopped
}

func (r *reader) fail(file string, line int, err error) bool {
	return r.emit(Document{}, &Error{file, line, err})
}

// document emits d once it is complete and sound.
func (r *reader) document(d Document, file string, line int) bool {
	if d.Published.Compare(graph.DateOf(r.opts.Now().AddDate(1, 0, 0))) > 0 {
		return r.fail(file, line, invalid("published %s, more than a year ahead", d.Published))
	}
	if d.Publisher == "" {
		d.Publisher = host(d.URL)
	}
	d.Where = where(file, line)
	return r.emit(d, nil)
}

func where(file string, line int) string {
	file = oneLine(file)
	if line == 0 {
		return file
	}
	return fmt.Sprintf("%s:%d", file, line)
}

// oneLine makes a name or message safe for a terminal and a log.
func oneLine(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsControl(c) || removed(c) {
			return '\uFFFD'
		}
		return c
	}, s)
}

func invalid(format string, args ...any) error {
	return fmt.Errorf("%w: %w", graph.ErrInvalid, fmt.Errorf(format, args...))
}

var errEmpty = errors.New("no text in it")
