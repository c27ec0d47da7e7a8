package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"talentgraph/graph/catalogue"
	"talentgraph/graph/graphtest"
)

// BenchmarkServe asks the program itself, another process, for pages of 100 moves with all that a list shows of them, with 8 clients, each
// for page after page of the whole list, and reports requests a second, the processor time and the memory of the server, in MB, before
// and at the end, and the most that it ever had. The server runs as it does without flags, so it keeps answers as well. The record is that
// of graphtest.RequestsRecord, as for the benchmark Requests of graph/gql:
//
//	TALENTGRAPH_BENCH_MOVES=1000000 TALENTGRAPH_BENCH_DIR=/tmp/bench go test -run - -bench Serve -benchtime 5000x -timeout 1h ./cmd/talentgraph
func BenchmarkServe(b *testing.B) {
	base, pid := serveBenchRecord(b)
	before := memoryOf(b, pid)
	var left atomic.Int64
	left.Store(int64(b.N))
	b.ResetTimer()
	var all sync.WaitGroup
	for client := range 8 {
		all.Go(func() {
			for after := any(nil); left.Add(-1) >= 0; {
				var err error
				if after, err = hundred(base, after, 100-client); err != nil { // no two ask for the same
					b.Error(err)
					return
				}
			}
		})
	}
	all.Wait()
	b.StopTimer()
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "req/s")
	after := memoryOf(b, pid)
	b.ReportMetric(before["VmRSS"], "MB-idle")
	b.ReportMetric(after["VmRSS"], "MB")
	b.ReportMetric(after["RssFile"], "MB-of-files")
	b.ReportMetric(after["VmHWM"], "MB-peak")
}

// hundred asks for a page of moves, and returns its end.
func hundred(base string, after any, first int) (any, error) {
	body, err := json.Marshal(map[string]any{"variables": map[string]any{"after": after, "first": first}, "query": `query($after: String, $first: Int) {
		moves(first: $first, after: $after) { nodes { id date status person { id name } from { id name } to { id name }
		claims(first: 1) { quote article { title url } } } pageInfo { endCursor } } }`})
	if err != nil {
		return nil, err
	}
	r, err := http.Post(base+"graphql", "application/json", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	defer r.Body.Close()
	text, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	const mark = `"endCursor":"`
	_, end, ok := bytes.Cut(text, []byte(mark))
	if !ok {
		return nil, fmt.Errorf("answer %.200s", text)
	}
	cursor, _, _ := bytes.Cut(end, []byte{'"'})
	return string(cursor), nil
}

// serveBenchRecord starts a server on the record of the benchmark.
func serveBenchRecord(b *testing.B) (base string, pid int) {
	b.Helper()
	moves, file := graphtest.RequestsRecord(b)
	store := "sqlite:" + file
	p := &program{store: storeFlags{address: store}}
	g, _, err := p.openGraph(b.Context(), 0)
	if err != nil {
		b.Fatal(err)
	}
	organizations, err := catalogue.Organizations()
	if err != nil {
		b.Fatal(err)
	}
	names, err := catalogue.Names()
	if err != nil {
		b.Fatal(err)
	}
	err = graphtest.NewWorld(1, organizations, names).Grow(b.Context(), g, moves, func(articles, moves int) { b.Logf("%d articles, %d moves", articles, moves) })
	if err := g.Close(); err != nil {
		b.Fatal(err)
	}
	if err != nil {
		b.Fatal(err)
	}
	cmd := exec.CommandContext(b.Context(), os.Args[0], "serve", "--json", "--listen", "127.0.0.1:0", "--store", store)
	cmd.Env = append(os.Environ(), "TALENTGRAPH_TEST_MAIN=1")
	out, err := cmd.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait() // it was killed
	})
	line, err := bufio.NewReader(out).ReadBytes('\n')
	if err != nil {
		b.Fatal(err)
	}
	var at urls
	if err := json.Unmarshal(line, &at); err != nil {
		b.Fatalf("%s: %v", line, err)
	}
	return strings.TrimSuffix(at.GraphQL, "graphql"), cmd.Process.Pid
}

// memoryOf a process, in MB, by what Linux calls its parts.
func memoryOf(b *testing.B, pid int) map[string]float64 {
	b.Helper()
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		b.Fatal(err)
	}
	parts := map[string]float64{}
	for line := range strings.Lines(string(text)) {
		if f := strings.Fields(line); len(f) == 3 && f[2] == "kB" {
			kilobytes, _ := strconv.ParseFloat(f[1], 64)
			parts[strings.TrimSuffix(f[0], ":")] = kilobytes / 1024
		}
	}
	return parts
}
