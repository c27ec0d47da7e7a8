package gql

import (
	"bytes"
	"cmp"
	"encoding/json"
	"net/http"
	"slices"
	"strconv"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// answer writes the response to one request.
type answer struct {
	w         http.ResponseWriter
	r         *http.Request
	media     string
	maxErrors int
}

// statusOfRefusal is that of an operation that cannot be executed. To clients of plain JSON a well-formed GraphQL
// answer is a success whatever it says; GraphQL's own media type tells it by the status.
func (a answer) statusOfRefusal() int {
	if a.media == mediaGraphQL {
		return http.StatusBadRequest
	}
	return http.StatusOK
}

// refuse answers a request that was not executed: errors and no data, not even null.
func (a answer) refuse(status int, errs gqlerror.List) {
	if status == http.StatusNoContent {
		a.w.WriteHeader(status)
		return
	}
	a.write(status, &graphql.Response{Errors: errs})
}

// send writes an answer as it is.
func (a answer) send(status int, body []byte) {
	h := a.w.Header()
	h.Set("Content-Type", a.media+"; charset=utf-8")
	h.Set("Content-Length", strconv.Itoa(len(body)))
	h.Set("X-Content-Type-Options", "nosniff")
	h.Add("Vary", "Accept")
	a.w.WriteHeader(status)
	if a.r.Method != http.MethodHead {
		a.w.Write(body)
	}
}

func (a answer) write(status int, r *graphql.Response) { a.send(status, a.text(r)) }

// text of an answer.
func (a answer) text(r *graphql.Response) []byte {
	errs := slices.Clone(r.Errors)
	slices.SortStableFunc(errs, func(a, b *gqlerror.Error) int { return cmp.Compare(a.Path.String(), b.Path.String()) })
	if more := len(errs) - a.maxErrors; more > 0 {
		errs = append(errs[:a.maxErrors:a.maxErrors], requestError(codeTooLarge, "and %d more errors", more))
	}
	var b bytes.Buffer
	b.Grow(len(r.Data) + 512)
	b.WriteByte('{')
	field := func(name string, v any) {
		if b.Len() > 1 {
			b.WriteByte(',')
		}
		b.WriteString(`"` + name + `":`)
		if raw, ok := v.(json.RawMessage); ok {
			b.Write(raw)
			return
		}
		j, err := json.Marshal(v)
		if err != nil { // only an extension could hold what JSON cannot say
			j = []byte("null")
		}
		b.Write(j)
	}
	if len(errs) > 0 {
		field("errors", errs)
	}
	if len(r.Data) > 0 {
		field("data", r.Data)
	}
	if len(r.Extensions) > 0 {
		field("extensions", r.Extensions)
	}
	b.WriteByte('}')
	return b.Bytes()
}
