package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/transform"
)

// lines reads one article a line. Empty lines are passed over; a line that cannot be read is an error and the next
// one is read.
func (r *reader) lines(file string, in *bufio.Reader, head []byte) bool {
	if e, mark := byteOrder(head); e != nil {
		_, _ = in.Discard(mark) // what was peeked at is there
		in = bufio.NewReaderSize(transform.NewReader(in, e.NewDecoder()), 64<<10)
	} else if kind := binaryKind(head); kind != "" {
		return r.fail(file, 0, invalid("not a text file: %s", kind))
	}
	found := false
	var buf []byte
	for line := 1; ; line++ {
		if r.ctx.Err() != nil {
			return false
		}
		data, tooLong, err := readLine(in, buf[:0])
		buf = data
		if err != nil && !errors.Is(err, io.EOF) {
			return r.fail(file, line, refusal(err))
		}
		data = bytes.TrimSpace(data)
		goOn := true
		switch {
		case tooLong:
			found, goOn = true, r.fail(file, line, checkSize(JSONL, MaxText+1))
		case len(data) > 0:
			found = true
			if d, problem := parseLine(data); problem != nil {
				goOn = r.fail(file, line, problem)
			} else {
				goOn = r.document(d, file, line)
			}
		}
		if !goOn {
			return false
		}
		if err != nil { // the end
			return found || r.fail(file, 0, invalid("%w", errEmpty))
		}
	}
}

// readLine appends the next line to buf. Of a line beyond the limit only so much is kept, the rest is passed over.
func readLine(in *bufio.Reader, buf []byte) (line []byte, tooLong bool, err error) {
	for {
		part, err := in.ReadSlice('\n')
		if len(buf)+len(part) <= MaxText+1 {
			buf = append(buf, part...)
		} else {
			tooLong = true
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return buf, tooLong, err
		}
	}
}

// parseLine reads one article's JSON object: {"id","url","lang","title","published","text"} and, if given,
// "publisher" and "text_source"; "language" is "lang". All but text may be missing or null; other fields are ignored.
func parseLine(line []byte) (Document, error) {
	text, err := decodeBytes(line, "")
	if err != nil {
		return Document{}, err
	}
	var raw map[string]json.RawMessage
	if err := json.Unmarshal([]byte(text), &raw); err != nil {
		return Document{}, jsonProblem(err)
	}
	fields := map[string]string{}
	for _, name := range []string{"id", "url", "lang", "language", "title", "published", "publisher", "text_source", "text"} {
		if fields[name], err = stringField(name, raw[name]); err != nil {
			return Document{}, err
		}
	}
	d := Document{
		ID:        fields["id"],
		URL:       field(fields["url"]),
		Language:  parseLanguage(fields["lang"]),
		Title:     field(fields["title"]),
		Publisher: field(fields["publisher"]),
		Text:      Normalize(fields["text"]),
		Restated:  fields["text_source"] == "restated",
	}
	if d.Language == "" {
		d.Language = parseLanguage(fields["language"])
	}
	if d.Published, err = parseDate(fields["published"]); err != nil {
		return Document{}, fmt.Errorf("published: %w", err)
	}
	if strings.TrimSpace(d.Text) == "" {
		return Document{}, invalid("%w", errEmpty)
	}
	return d, nil
}

// stringField is the text of a JSON value that has to be a string; a number will do for an id. Nothing and null are
// empty. Lone surrogates become U+FFFD.
func stringField(name string, raw json.RawMessage) (string, error) {
	if len(raw) == 0 || string(raw) == "null" {
		return "", nil
	}
	var s string
	if raw[0] == '"' {
		return s, json.Unmarshal(raw, &s) // cannot fail: the object it is from was read
	}
	if name == "id" && (raw[0] == '-' || '0' <= raw[0] && raw[0] <= '9') {
		return string(raw), nil
	}
	kind := map[byte]string{'{': "an object", '[': "an array", 't': "true", 'f': "false"}[raw[0]]
	if kind == "" {
		kind = "a number"
	}
	return "", invalid("%s is %s, not a text", name, kind)
}

func jsonProblem(err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax) && strings.HasPrefix(syntax.Error(), "unexpected end"):
		return invalid("the line ends within its JSON")
	case errors.As(err, &syntax):
		return invalid("not JSON at byte %d: %w", syntax.Offset, err)
	case errors.As(err, &kind):
		return invalid("JSON %s, not an object with a text", kind.Value)
	}
	return invalid("not JSON: %w", err)
}
