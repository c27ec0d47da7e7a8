package gql

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

const (
	mediaJSON    = "application/json"
	mediaGraphQL = "application/graphql-response+json"
)

// overHTTP is the transport of GraphQL over HTTP for queries: one JSON object in, one out. There are no batches, no
// forms and no text bodies, so that no page of another origin can send a request without a preflight.
type overHTTP struct {
	limits   Limits
	snapshot snapshotExtension
	kept     *keptAnswers // nil: none is kept
}

var _ graphql.Transport = overHTTP{}

// Supports all but requests to change to another protocol.
func (overHTTP) Supports(r *http.Request) bool { return r.Header.Get("Upgrade") == "" }

// Do answers one request.
func (t overHTTP) Do(w http.ResponseWriter, r *http.Request, executor graphql.GraphExecutor) {
	out := answer{w, r, accepted(r.Header), t.limits.Errors}
	text, status, err := t.text(w, r)
	if err != nil {
		out.refuse(status, gqlerror.List{err})
		return
	}
	asked, inURL, reading := question{}, r.Method != http.MethodPost, &reading{}
	if t.kept != nil {
		asked = questionOf(inURL, text)
		if body := t.keptAnswer(r.Context(), asked, reading); body != nil {
			out.send(http.StatusOK, body)
			return
		}
	}
	read := fromJSON
	if inURL {
		read = fromQueryString
	}
	params, status, err := read(text)
	if err != nil {
		out.refuse(status, gqlerror.List{err})
		return
	}
	params.Headers = r.Header
	ctx := context.WithValue(r.Context(), readingKey{}, reading)
	op, errs := executor.CreateOperationContext(ctx, params)
	if len(errs) > 0 {
		out.refuse(out.statusOfRefusal(), executor.DispatchError(graphql.WithOperationContext(ctx, op), errs).Errors)
		return
	}
	if r.Method == http.MethodGet && op.Operation.Operation != ast.Query {
		w.Header().Set("Allow", "POST, OPTIONS")
		out.refuse(http.StatusMethodNotAllowed, gqlerror.List{requestError(codeBadRequest, "GET answers queries only; use POST")})
		return
	}
	responses, ctx := executor.DispatchOperation(ctx, op)
	response := responses(ctx)
	if response == nil { // the time was over before it began
		response = executor.DispatchError(graphql.WithOperationContext(ctx, op), gqlerror.List{gqlerror.Wrap(ctx.Err())})
	}
	body := out.text(response)
	if t.kept != nil && len(response.Errors) == 0 {
		t.keep(ctx, asked, body, reading)
	}
	out.send(http.StatusOK, body)
}

// keptAnswer is the answer to what was asked before, where it still holds. What is known of the record is left in reading.
func (t overHTTP) keptAnswer(ctx context.Context, asked question, reading *reading) []byte {
	body, timeless, at := t.kept.get(asked)
	if body == nil || timeless {
		return body
	}
	var err error
	if reading.at, err = t.snapshot.now(ctx); err != nil {
		return nil // execution will tell
	}
	if reading.known = true; reading.at.same(at) {
		return body
	}
	t.kept.moved(reading.at)
	return nil
}

// keep keeps an answer, if all of it was read at one point of the record.
func (t overHTTP) keep(ctx context.Context, asked question, body []byte, reading *reading) {
	if !reading.record {
		t.kept.put(asked, body, true, point{})
		return
	}
	if !reading.known {
		return
	}
	if after, err := t.snapshot.now(ctx); err == nil && after.same(reading.at) {
		t.kept.put(asked, body, false, after)
	}
}

// text is the request as it was written, or with which status it is refused and why.
func (t overHTTP) text(w http.ResponseWriter, r *http.Request) ([]byte, int, *gqlerror.Error) {
	switch r.Method {
	case http.MethodGet, http.MethodHead:
		if int64(len(r.URL.RawQuery)) > t.limits.Body {
			return nil, http.StatusRequestURITooLong, requestError(codeTooLarge, "the query string exceeds %d bytes", t.limits.Body)
		}
		return []byte(r.URL.RawQuery), 0, nil
	case http.MethodPost:
		media, options, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
		if err != nil || media != mediaJSON || options["charset"] != "" && !strings.EqualFold(options["charset"], "utf-8") {
			return nil, http.StatusUnsupportedMediaType, requestError(codeBadRequest, "want Content-Type: %s in UTF-8", mediaJSON)
		}
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, t.limits.Body))
		if tooLong := (*http.MaxBytesError)(nil); errors.As(err, &tooLong) {
			return nil, http.StatusRequestEntityTooLarge, requestError(codeTooLarge, "the request exceeds %d bytes", t.limits.Body)
		} else if err != nil {
			return nil, http.StatusBadRequest, requestError(codeBadRequest, "the request did not arrive whole")
		}
		return body, 0, nil
	}
	w.Header().Set("Allow", "GET, POST, OPTIONS")
	if r.Method == http.MethodOptions {
		return nil, http.StatusNoContent, requestError(codeBadRequest, "nothing asked")
	}
	return nil, http.StatusMethodNotAllowed, requestError(codeBadRequest, "want GET or POST, not %.20q", r.Method)
}

func fromJSON(body []byte) (*graphql.RawParams, int, *gqlerror.Error) {
	var p struct {
		Query         *string        `json:"query"`
		OperationName string         `json:"operationName"`
		Variables     map[string]any `json:"variables"`
		Extensions    map[string]any `json:"extensions"`
	}
	if err := decode(body, &p); err != nil {
		return nil, http.StatusBadRequest, requestError(codeBadRequest, "the body is no JSON object of a GraphQL request: %s", why(err))
	}
	if p.Query == nil || *p.Query == "" {
		return nil, http.StatusBadRequest, requestError(codeBadRequest, "the request has no query")
	}
	return &graphql.RawParams{Query: *p.Query, OperationName: p.OperationName, Variables: p.Variables, Extensions: p.Extensions}, 0, nil
}

func fromQueryString(raw []byte) (*graphql.RawParams, int, *gqlerror.Error) {
	q, err := url.ParseQuery(string(raw))
	if err != nil {
		return nil, http.StatusBadRequest, requestError(codeBadRequest, "the query string is malformed")
	}
	p := &graphql.RawParams{Query: q.Get("query"), OperationName: q.Get("operationName")}
	if p.Query == "" {
		return nil, http.StatusBadRequest, requestError(codeBadRequest, "the request has no query")
	}
	for name, into := range map[string]*map[string]any{"variables": &p.Variables, "extensions": &p.Extensions} {
		if v := q.Get(name); v != "" {
			if err := decode([]byte(v), into); err != nil {
				return nil, http.StatusBadRequest, requestError(codeBadRequest, "%s is no JSON object: %s", name, why(err))
			}
		}
	}
	return p, 0, nil
}

// decode reads exactly one JSON value, keeping numbers as written.
func decode(text []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	if err := d.Decode(into); err != nil {
		return err
	}
	if d.More() {
		return fmt.Errorf("more follows at byte %d", d.InputOffset())
	}
	return nil
}

// why says what is wrong with JSON, without the program's own names.
func why(err error) string {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Sprintf("syntax error at byte %d", syntax.Offset)
	case errors.As(err, &kind) && kind.Field != "":
		return fmt.Sprintf("%s is a %s", kind.Field, kind.Value)
	case errors.As(err, &kind):
		return "it is a JSON " + kind.Value
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return "it ends too early"
	}
	return err.Error()
}

// accepted chooses the media type of the answer: what the client likes best, the first of those it likes alike, and
// JSON where it does not say.
func accepted(h http.Header) string {
	best, media := 0.0, mediaJSON
	for part := range strings.SplitSeq(strings.Join(h.Values("Accept"), ","), ",") {
		name, options, err := mime.ParseMediaType(strings.TrimSpace(part))
		if err != nil {
			continue
		}
		q := 1.0
		if s, ok := options["q"]; ok {
			if q, err = strconv.ParseFloat(s, 64); err != nil {
				continue
			}
		}
		switch name {
		case "*/*", "application/*":
			name = mediaJSON
		case mediaJSON, mediaGraphQL:
		default:
			continue
		}
		if q > best {
			best, media = q, name
		}
	}
	return media
}
