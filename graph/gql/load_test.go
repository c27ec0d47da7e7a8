package gql_test

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// load sends requests to a server over connections that are kept, each of them as soon as the one before was answered or, with a rate,
// as late as that. It does no more with an answer than a client has to, since it shares the processors with the server.
type load struct {
	address string
	clients int
	body    func(i int) []byte // of the i-th request
	rate    float64            // requests a second of all clients together; 0 for as many as there can be
}

// send sends n requests and tells how long each took from when it was due.
func (l load) send(t testing.TB, n int) []time.Duration {
	t.Helper()
	took := make([]time.Duration, n)
	var next atomic.Int64
	var all sync.WaitGroup
	start := time.Now()
	for range l.clients {
		c, err := net.Dial("tcp", l.address)
		if err != nil {
			t.Fatal(err)
		}
		all.Go(func() {
			defer c.Close()
			r := bufio.NewReaderSize(c, 64<<10)
			for {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				due := time.Now()
				if l.rate > 0 {
					due = start.Add(time.Duration(float64(i) / l.rate * float64(time.Second)))
					time.Sleep(time.Until(due))
				}
				if err := exchange(c, r, l.body(i)); err != nil {
					t.Error(err)
					return
				}
				took[i] = time.Since(due)
			}
		})
	}
	all.Wait()
	return took
}

// exchange sends one request and reads the answer to it.
func exchange(c net.Conn, r *bufio.Reader, body []byte) error {
	if _, err := c.Write(body); err != nil {
		return err
	}
	status, err := r.ReadSlice('\n')
	if err != nil {
		return err
	}
	if !bytes.HasPrefix(status, []byte("HTTP/1.1 200 ")) {
		return fmt.Errorf("status %q", status)
	}
	length := -1
	for {
		line, err := r.ReadSlice('\n')
		if err != nil {
			return err
		}
		if line = bytes.TrimRight(line, "\r\n"); len(line) == 0 {
			break
		}
		if name, value, ok := bytes.Cut(line, []byte(": ")); ok && string(name) == "Content-Length" {
			length, _ = strconv.Atoi(string(value))
		}
	}
	if length < 0 {
		return fmt.Errorf("an answer without its length")
	}
	head, err := r.Peek(min(length, 9))
	if err != nil {
		return err
	}
	if !bytes.HasPrefix(head, []byte(`{"data":`)) {
		return fmt.Errorf("answer %s", head)
	}
	_, err = io.CopyN(io.Discard, r, int64(length))
	return err
}

// wire is a request as it goes over the wire.
func wire(body string) []byte {
	return fmt.Appendf(nil, "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAccept: application/json\r\nContent-Length: %d\r\n\r\n%s", len(body), body)
}

// listen serves on the loopback until the benchmark ends.
func listen(t testing.TB, h http.Handler) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &http.Server{Handler: h, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 30 * time.Second, WriteTimeout: 40 * time.Second}
	go s.Serve(l)
	t.Cleanup(func() { s.Close() })
	return l.Addr().String()
}

// quantile of the times, which it sorts.
func quantile(took []time.Duration, q float64) time.Duration {
	slices.Sort(took)
	return took[min(int(float64(len(took))*q), len(took)-1)]
}
