package main

import (
	"context"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"talentgraph/graph"
	"talentgraph/graph/graphtest"
)

// slow is a Store that says when it is asked for a snapshot, and then waits to be let go on.
type slow struct {
	graph.Store
	asked, goOn chan struct{}
}

func (s slow) Snapshot(ctx context.Context, at time.Time) (graph.Snapshot, error) {
	s.asked <- struct{}{}
	<-s.goOn
	return s.Store.Snapshot(context.WithoutCancel(ctx), at)
}

// listening runs a server on a store; stop ends it and returns run's error.
func listening(t *testing.T, store graph.Store) (base string, stop func() error) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	g := graph.New(store, nil, nil)
	p := &program{log: slog.New(slog.DiscardHandler)}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- p.newServer(g, newMetrics(g), answerFlags{}).run(ctx, l) }()
	t.Cleanup(cancel)
	return "http://" + l.Addr().String(), func() error { cancel(); return <-ended }
}

func TestNotReadyWithoutAStore(t *testing.T) {
	store := graphtest.NewOracle()
	base, stop := listening(t, store)
	if status, body := get(t, base+"/readyz"); status != http.StatusOK || body != "ready\n" {
		t.Errorf("%d %s", status, body)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	if status, body := get(t, base+"/readyz"); status != http.StatusServiceUnavailable || body != "the store does not answer\n" {
		t.Errorf("%d %s", status, body)
	}
	if status, _ := get(t, base+"/healthz"); status != http.StatusOK {
		t.Errorf("healthz %d", status)
	}
	if status, body := get(t, base+"/metrics"); status != http.StatusOK || !strings.Contains(body, "\ntalentgraph_store_up 0\n") || strings.Contains(body, "talentgraph_recorded{") {
		t.Errorf("%d %s", status, body)
	}
	if err := stop(); err != nil {
		t.Error(err)
	}
}

func TestStoppingAnswersRunningRequests(t *testing.T) {
	store := slow{graphtest.NewOracle(), make(chan struct{}), make(chan struct{})}
	base, stop := listening(t, store)
	answered := make(chan string, 1)
	go func() {
		r, err := http.Get(base + "/readyz")
		if err != nil {
			answered <- err.Error()
			return
		}
		defer r.Body.Close()
		answered <- r.Status
	}()
	<-store.asked
	stopped := make(chan error, 1)
	go func() { stopped <- stop() }()
	for { // until it takes no more connections
		c, err := net.Dial("tcp", strings.TrimPrefix(base, "http://"))
		if err != nil {
			break
		}
		c.Close()
	}
	close(store.goOn)
	if status := <-answered; status != "200 OK" {
		t.Errorf("the running request got %s", status)
	}
	if err := <-stopped; err != nil {
		t.Error(err)
	}
}
