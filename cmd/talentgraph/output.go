package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// print writes a result: as one JSON object with --json, else as lines of text.
func (p *program) print(result any, text func() []string) error {
	if p.json {
		return writeJSON(p.out, result)
	}
	_, err := fmt.Fprintln(p.out, strings.Join(text(), "\n"))
	return err
}

// writeJSON writes one line. Quotes stay readable: nothing is escaped that need not be.
func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// problem writes one line on an article that could not be taken, which begins with its place: "FILE:LINE: why".
func (p *program) problem(w io.Writer, err error) {
	if p.json {
		p.log.Warn(err.Error())
		return
	}
	fmt.Fprintln(w, err)
}

// isEnd reports whether an error is that of a context that ended.
func isEnd(err error) bool {
	return errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}
