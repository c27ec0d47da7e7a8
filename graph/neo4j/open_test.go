package neo4j_test

import (
	"context"
	"errors"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"talentgraph/graph"
	"talentgraph/graph/neo4j"
	"talentgraph/graph/neo4j/neo4jtest"
)

// listen serves connections on the loopback interface until the test ends.
func listen(t *testing.T, serve func(net.Conn)) (address string) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer func() { _ = c.Close() }()
				serve(c)
			}()
		}
	}()
	return l.Addr().String()
}

// boltText is a short text as Bolt sends it.
func boltText(s string) string { return string([]byte{0xd0, byte(len(s))}) + s }

// bolt plays a server that speaks Bolt 4.4, calls itself agent and answers every message with success.
func bolt(agent string) func(net.Conn) {
	return boltServer("\xb1\x70\xa2" + boltText("server") + boltText(agent) + boltText("connection_id") + boltText("bolt-1"))
}

// boltFailure plays a server that lets nobody in, for a reason.
func boltFailure(code, message string) func(net.Conn) {
	return boltServer("\xb1\x7f\xa2" + boltText("code") + boltText(code) + boltText("message") + boltText(message))
}

// boltServer answers the first message so, and all others with success.
func boltServer(hello string) func(net.Conn) {
	return func(c net.Conn) {
		handshake := make([]byte, 20)
		if _, err := io.ReadFull(c, handshake); err != nil {
			return
		}
		version := []byte{0, 0, 4, 4}
		if strings.HasPrefix(hello, "\xb1\x7f") {
			version = []byte{0, 0, 2, 5} // the first that knows all settings
		}
		_, _ = c.Write(version)
		answer := hello
		for {
			var size [2]byte
			for { // a message is chunks with their sizes, then a size of nothing
				if _, err := io.ReadFull(c, size[:]); err != nil {
					return
				}
				n := int64(size[0])<<8 | int64(size[1])
				if n == 0 {
					break
				}
				if _, err := io.CopyN(io.Discard, c, n); err != nil {
					return
				}
			}
			_, _ = c.Write(append([]byte{0, byte(len(answer))}, answer+"\x00\x00"...))
			answer = "\xb1\x70\xa0"
		}
	}
}

func TestOpenSaysWhatIsWrong(t *testing.T) {
	closed, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	nobody := closed.Addr().String()
	_ = closed.Close()
	web := listen(t, func(c net.Conn) { _, _ = io.WriteString(c, "HTTP/1.1 400 Bad Request\r\n\r\n") })
	notPEM := filepath.Join(t.TempDir(), "ca.pem")
	if err := os.WriteFile(notPEM, []byte("no certificate"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		name   string
		config neo4j.Config
		want   error
		text   string
	}{
		{"nobody there", neo4j.Config{URI: "bolt://" + nobody}, graph.ErrUnavailable, nobody},
		{"nobody there, routed", neo4j.Config{URI: "neo4j://" + nobody}, graph.ErrUnavailable, nobody},
		{"a web server", neo4j.Config{URI: "bolt://" + web}, graph.ErrInvalid, "HTTP"},
		{"no Neo4j", neo4j.Config{URI: "bolt://" + listen(t, bolt("Other/5.20"))}, graph.ErrInvalid, `"Other/5.20" and no Neo4j`},
		{"too old a Neo4j", neo4j.Config{URI: "bolt://" + listen(t, bolt("Neo4j/4.4.30"))}, graph.ErrInvalid, "Neo4j 4.4.30 is too old: want 5.7 or later"},
		{"nearly new enough", neo4j.Config{URI: "bolt://" + listen(t, bolt("Neo4j/5.6.0"))}, graph.ErrInvalid, "too old"},
		{"a wrong password", neo4j.Config{URI: "bolt://" + listen(t, boltFailure("Neo.ClientError.Security.Unauthorized", "No.\nNo.")), User: "neo4j", Password: "secret"},
			graph.ErrInvalid, "invalid user or password"},
		{"no user", neo4j.Config{URI: "bolt://" + listen(t, boltFailure("Neo.ClientError.Security.Unauthorized", "No."))}, graph.ErrInvalid, "wants one"},
		{"too many wrong passwords", neo4j.Config{URI: "bolt://" + listen(t, boltFailure("Neo.ClientError.Security.AuthenticationRateLimit", "No."))},
			graph.ErrUnavailable, "too many wrong passwords"},
		{"a server that starts", neo4j.Config{URI: "bolt://" + listen(t, boltFailure("Neo.TransientError.General.DatabaseUnavailable", "Soon."))},
			graph.ErrUnavailable, "Soon."},
		{"another scheme", neo4j.Config{URI: "http://127.0.0.1:7474"}, graph.ErrInvalid, "want bolt, bolt+s"},
		{"no host", neo4j.Config{URI: "bolt:"}, graph.ErrInvalid, "want bolt://HOST:PORT"},
		{"a password in the address", neo4j.Config{URI: "bolt://neo4j:secret@127.0.0.1"}, graph.ErrInvalid, "user or password"},
		{"a password without a user", neo4j.Config{URI: "bolt://127.0.0.1", Password: "x"}, graph.ErrInvalid, "no user"},
		{"certificates without encryption", neo4j.Config{URI: "bolt://127.0.0.1", CAFile: notPEM}, graph.ErrInvalid, "bolt+s"},
		{"certificates that are none", neo4j.Config{URI: "bolt+s://127.0.0.1", CAFile: notPEM}, graph.ErrInvalid, "PEM"},
		{"certificates that are not there", neo4j.Config{URI: "bolt+s://127.0.0.1", CAFile: notPEM + "x"}, graph.ErrInvalid, "ca.pem"},
	} {
		t.Run(x.name, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
			defer cancel()
			s, err := neo4j.Open(ctx, x.config)
			if err == nil {
				_ = s.Close()
			}
			if !errors.Is(err, x.want) || !strings.Contains(err.Error(), x.text) {
				t.Errorf("error %v, want %v with %q", err, x.want, x.text)
			}
			if err != nil && (strings.Contains(err.Error(), "secret") || strings.Contains(err.Error(), "\n")) {
				t.Errorf("error %q tells a secret or has more than one line", err)
			}
		})
	}
}

func TestOpenEnds(t *testing.T) {
	silent := listen(t, func(c net.Conn) { _, _ = io.Copy(io.Discard, c) })
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	if _, err := neo4j.Open(ctx, neo4j.Config{URI: "bolt://" + silent}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error %v, want that of the context", err)
	}
}

// connect gives the bare driver.
func connect(t testing.TB, c neo4j.Config) driver.DriverWithContext {
	t.Helper()
	token := driver.NoAuth()
	if c.User != "" {
		token = driver.BasicAuth(c.User, c.Password, "")
	}
	d, err := driver.NewDriverWithContext(c.URI, token)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close(context.Background()) })
	return d
}

// cypher runs a statement beside the store.
func cypher(t *testing.T, c neo4j.Config, statement string) *driver.EagerResult {
	t.Helper()
	result, err := driver.ExecuteQuery(t.Context(), connect(t, c), statement, nil, driver.EagerResultTransformer, driver.ExecuteQueryWithDatabase("neo4j"))
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func TestOpenLeavesOtherDataAlone(t *testing.T) {
	c := neo4jtest.Config(t)
	cypher(t, c, `CREATE (:Person {name: 'somebody'})`)
	_, err := neo4j.Open(t.Context(), c)
	if !errors.Is(err, graph.ErrInvalid) || !strings.Contains(err.Error(), "Person") {
		t.Errorf("error %v, want ErrInvalid that names the label", err)
	}
	if n := cypher(t, c, `MATCH (n:TalentGraph) RETURN n`).Records; len(n) != 0 {
		t.Error("something was written")
	}
}

func TestOpenLeavesANewerGraphAlone(t *testing.T) {
	c := neo4jtest.Config(t)
	cypher(t, c, `CREATE (:TalentGraph {id: 'graph', schema: 99})`)
	_, err := neo4j.Open(t.Context(), c)
	if !errors.Is(err, graph.ErrInvalid) || !strings.Contains(err.Error(), "newer program") {
		t.Errorf("error %v, want ErrInvalid on a newer program", err)
	}
	if n := cypher(t, c, `MATCH (n) WHERE n:Rules OR n:Unknown OR n:Gate RETURN n`).Records; len(n) != 0 {
		t.Error("something was written")
	}
}

func TestOpenWrongDatabase(t *testing.T) {
	c := neo4jtest.Config(t)
	c.Database = "nowhere"
	if _, err := neo4j.Open(t.Context(), c); !errors.Is(err, graph.ErrInvalid) || !strings.Contains(err.Error(), "nowhere") {
		t.Errorf("error %v, want ErrInvalid that names the database", err)
	}
}

func TestRouted(t *testing.T) {
	c := neo4jtest.Config(t)
	c.URI = strings.Replace(c.URI, "bolt", "neo4j", 1)
	s, err := neo4j.Open(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	if _, err := s.Commit(t.Context(), graph.Commit{Now: time.Now(), Articles: []graph.Article{{ID: "art_a", Title: "A"}}}); err != nil {
		t.Fatal(err)
	}
	found, err := s.Articles(t.Context(), []graph.ID{"art_a"}, time.Time{})
	if err != nil || found["art_a"].Title != "A" {
		t.Errorf("read %v, error %v", found, err)
	}
}
