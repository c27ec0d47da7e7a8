// Package neo4jtest gives tests an empty graph in a real Neo4j server, one test at a time.
package neo4jtest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"talentgraph/graph/neo4j"
)

// The environment variables that tell where the server is. Without the first, tests that need one are skipped, or
// fail where the second is 1.
const (
	uriVariable      = "TALENTGRAPH_TEST_NEO4J"
	requireVariable  = "TALENTGRAPH_REQUIRE_NEO4J"
	userVariable     = "TALENTGRAPH_TEST_NEO4J_USER"
	passwordVariable = "TALENTGRAPH_TEST_NEO4J_PASSWORD"
)

// marker is the label of the node that says that a database is there for tests and may be emptied.
const marker = "TalentGraphTest"

// Open gives an empty store, which is closed after the test. The database is this test's alone until then: other
// tests, in this process and in others, wait.
func Open(t testing.TB) *neo4j.Store {
	t.Helper()
	config := Config(t)
	s, err := neo4j.Open(t.Context(), config)
	if err != nil {
		t.Fatalf("open Neo4j: %v", err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// Config is of an emptied database that is this test's alone until it ends. A test may open any number of stores on it,
// and calls Config or Open only once.
func Config(t testing.TB) neo4j.Config {
	t.Helper()
	config := neo4j.Config{URI: URI(t), User: os.Getenv(userVariable), Password: os.Getenv(passwordVariable)}
	lock(t, config.URI)
	empty(t, config)
	return config
}

// URI is the address of the server for tests; without one the test is skipped, or fails where one is required.
func URI(t testing.TB) string {
	t.Helper()
	uri := os.Getenv(uriVariable)
	if uri == "" {
		if os.Getenv(requireVariable) == "1" {
			t.Fatalf("%s is not set, and %s=1 wants a Neo4j server", uriVariable, requireVariable)
		}
		t.Skipf("%s is not set: no Neo4j server to test with", uriVariable)
	}
	return uri
}

var inProcess sync.Mutex // file locks do not keep goroutines of one process apart

// lock waits until no other test uses the server.
func lock(t testing.TB, uri string) {
	t.Helper()
	inProcess.Lock()
	t.Cleanup(inProcess.Unlock)
	sum := sha256.Sum256([]byte(uri))
	path := filepath.Join(os.TempDir(), "talentgraph-neo4j-"+hex.EncodeToString(sum[:8])+".lock")
	unlock, err := lockFile(t.Context(), path)
	if err != nil {
		t.Fatalf("lock %s: %v", path, err)
	}
	t.Cleanup(unlock)
}

// empty deletes all nodes, provided that the database is empty or marked as one for tests, and marks it.
func empty(t testing.TB, config neo4j.Config) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	defer cancel()
	token := driver.NoAuth()
	if config.User != "" {
		token = driver.BasicAuth(config.User, config.Password, "")
	}
	d, err := driver.NewDriverWithContext(config.URI, token)
	if err != nil {
		t.Fatalf("Neo4j: %v", err)
	}
	defer func() { _ = d.Close(context.WithoutCancel(ctx)) }()
	session := d.NewSession(ctx, driver.SessionConfig{DatabaseName: "neo4j"})
	defer func() { _ = session.Close(context.WithoutCancel(ctx)) }()
	ask := func(statement string) *driver.Record {
		result, err := session.Run(ctx, statement, nil)
		if err != nil {
			t.Fatalf("Neo4j: %v", err)
		}
		var last *driver.Record
		for result.Next(ctx) {
			last = result.Record()
		}
		if err := result.Err(); err != nil {
			t.Fatalf("Neo4j: %v", err)
		}
		return last
	}
	marked := ask(`MATCH (n:` + marker + `) RETURN count(n) > 0`).Values[0].(bool)
	if !marked {
		if n := ask(`MATCH (n) RETURN count(n)`).Values[0].(int64); n > 0 {
			t.Fatalf("the database at %s holds %d nodes and no :%s node: tests empty only databases that are there for tests",
				config.URI, n, marker)
		}
		ask(`CREATE (:` + marker + `)`)
	}
	// In parts, for the server keeps in memory what a transaction changes; relationships first, as a node may have many.
	for _, statement := range []string{`MATCH ()-[r]->() WITH r LIMIT 20000 DELETE r RETURN count(*)`,
		`MATCH (n) WHERE NOT n:` + marker + ` WITH n LIMIT 20000 DELETE n RETURN count(*)`} {
		for ask(statement).Values[0].(int64) > 0 {
		}
	}
}
