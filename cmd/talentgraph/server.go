package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/spf13/pflag"

	"talentgraph/graph"
	"talentgraph/graph/gql"
	"talentgraph/graph/gql/docs"
	"talentgraph/graph/gql/graphiql"
)

// The times that a server grants.
const (
	readinessTimeout = 2 * time.Second  // for the store to answer /readyz
	requestTimeout   = 10 * time.Second // for one GraphQL request
	shutdownTimeout  = 15 * time.Second // for running requests when it stops
)

// server answers HTTP on one graph.
type server struct {
	http *http.Server
	log  *slog.Logger
}

func (p *program) newServer(g *graph.Graph, m *metrics, answers answerFlags) *server {
	page := m.watch("/graphiql", graphiql.Handler(graphiql.Config{}))
	mux := http.NewServeMux()
	mux.Handle("/graphql", m.watch("/graphql", gql.NewHandler(g, gql.Config{Logger: p.log, Timeout: requestTimeout, AnswerCache: answers.bytes()})))
	mux.Handle("GET /{$}", page)
	mux.Handle("GET /graphiql", page)
	mux.Handle("GET /graphiql/", page)
	mux.Handle("GET /docs", m.watch("/docs", docs.Handler(docs.Config{})))
	mux.Handle("GET /metrics", m.handler())
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { say(w, http.StatusOK, "ok") })
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), readinessTimeout)
		defer cancel()
		if _, err := g.Snapshot(ctx, time.Time{}); err != nil {
			p.log.Warn("not ready", "error", err)
			say(w, http.StatusServiceUnavailable, "the store does not answer")
			return
		}
		say(w, http.StatusOK, "ready")
	})
	return &server{log: p.log, http: &http.Server{
		Handler:           mux,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       30 * time.Second,
		WriteTimeout:      requestTimeout + 30*time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    300 << 10, // a GET carries its query in the first line
		ErrorLog:          slog.NewLogLogger(p.log.Handler(), slog.LevelDebug),
	}}
}

// answerFlags say how many answers are kept.
type answerFlags struct{ megabytes uint16 }

func (a *answerFlags) define(flags *pflag.FlagSet) {
	flags.Uint16Var(&a.megabytes, "answer-cache", 4, "how many MiB of answers are kept to serve the same request again until the graph changes; 0: none")
}

func (a answerFlags) bytes() int64 {
	if a.megabytes == 0 {
		return -1
	}
	return int64(a.megabytes) << 20
}

func say(w http.ResponseWriter, status int, what string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = io.WriteString(w, what+"\n") // the client may have gone
}

// run serves until ctx ends, then lets running requests finish.
func (s *server) run(ctx context.Context, l net.Listener) error {
	ended := make(chan error, 1)
	go func() { ended <- s.http.Serve(l) }()
	select {
	case err := <-ended:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	s.log.Info("stopping")
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownTimeout)
	defer cancel()
	if err := s.http.Shutdown(grace); err != nil {
		return errors.Join(fmt.Errorf("stop: %w", err), s.http.Close())
	}
	return nil
}

// stopped is nil where an error is only that of being told to stop.
func stopped(ctx context.Context, err error) error {
	if ctx.Err() != nil && isEnd(err) {
		return nil
	}
	return err
}

// bind takes the address before anything else is done, so that one in use is told at once.
func bind(ctx context.Context, address string) (net.Listener, error) {
	if _, _, err := net.SplitHostPort(address); err != nil {
		return nil, wrongUsage("--listen %.60q: want HOST:PORT", address)
	}
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", address)
	if err != nil {
		return nil, fmt.Errorf("--listen %s: %w", address, err)
	}
	return l, nil
}

// urls are what to open.
type urls struct {
	GraphiQL string `json:"graphiql"`
	Docs     string `json:"docs"`
	GraphQL  string `json:"graphql"`
	Ready    string `json:"ready"`
	Metrics  string `json:"metrics"`
}

func urlsOf(l net.Listener) urls {
	host, port, _ := net.SplitHostPort(l.Addr().String())
	if ip := net.ParseIP(host); ip != nil && ip.IsUnspecified() {
		host = "localhost"
	}
	base := "http://" + net.JoinHostPort(host, port)
	return urls{base + "/", base + "/docs", base + "/graphql", base + "/readyz", base + "/metrics"}
}

func (u urls) text() []string {
	return []string{"", "GraphiQL  " + u.GraphiQL, "Guide     " + u.Docs, "GraphQL   " + u.GraphQL, "Ready     " + u.Ready, "Metrics   " + u.Metrics, "Ctrl-C ends it."}
}
