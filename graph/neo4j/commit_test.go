package neo4j_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"talentgraph/graph"
	"talentgraph/graph/neo4j"
	"talentgraph/graph/neo4j/neo4jtest"
)

func openAt(t *testing.T, c neo4j.Config) *neo4j.Store {
	t.Helper()
	s, err := neo4j.Open(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func article(name string) graph.Article {
	return graph.Article{ID: graph.ID("art_" + name), Title: name}
}

// proxy passes bytes between a client and the server, and cuts a connection when it is told to.
type proxy struct {
	address string
	// cut looks at what the client sends; a connection is cut before it is passed on, or after with the answer lost.
	cut func(sent string) (before, after bool)
}

func newProxy(t *testing.T, server string) *proxy {
	t.Helper()
	p := &proxy{cut: func(string) (bool, bool) { return false, false }}
	p.address = listen(t, func(client net.Conn) {
		up, err := net.Dial("tcp", server)
		if err != nil {
			return
		}
		defer func() { _ = up.Close() }()
		var mute atomic.Bool
		go func() {
			buffer := make([]byte, 64<<10)
			for {
				n, err := up.Read(buffer)
				if mute.Load() || err != nil {
					_ = client.Close()
					return
				}
				if _, err := client.Write(buffer[:n]); err != nil {
					return
				}
			}
		}()
		buffer := make([]byte, 64<<10)
		for {
			n, err := client.Read(buffer)
			if err != nil {
				return
			}
			before, after := p.cut(string(buffer[:n]))
			if before {
				return
			}
			if after {
				mute.Store(true)
			}
			if _, err := up.Write(buffer[:n]); err != nil {
				return
			}
			if after {
				_, _ = io.Copy(io.Discard, client)
				return
			}
		}
	})
	return p
}

// commitMessage is COMMIT as Bolt sends it: a chunk of two bytes, an empty structure with the signature 0x12.
const commitMessage = "\x00\x02\xb0\x12\x00\x00"

// TestConnectionLostDuringCommit cuts the connection while a commit ends: before the server hears of it, and after, when
// nobody hears the answer. Either way the commit takes place once.
func TestConnectionLostDuringCommit(t *testing.T) {
	for _, x := range []struct {
		name          string
		before, after bool
	}{{"before the server has it", true, false}, {"with the answer lost", false, true}} {
		t.Run(x.name, func(t *testing.T) {
			c := neo4jtest.Config(t)
			direct := openAt(t, c)
			u, err := url.Parse(c.URI)
			if err != nil {
				t.Fatal(err)
			}
			p := newProxy(t, u.Host)
			c.URI = "bolt://" + p.address
			s := openAt(t, c)
			var commits atomic.Int32
			p.cut = func(sent string) (bool, bool) {
				if !strings.Contains(sent, commitMessage) || commits.Add(1) != 2 { // the first announces, the second is the commit
					return false, false
				}
				return x.before, x.after
			}
			got, err := s.Commit(t.Context(), graph.Commit{Now: time.Now(), Articles: []graph.Article{article("a")}})
			if err != nil {
				t.Fatal(err)
			}
			if commits.Load() < 3 {
				t.Errorf("%d commits were sent, want the lost one and more", commits.Load())
			}
			if got.Commits != 1 {
				t.Errorf("commit number %d, want 1", got.Commits)
			}
			now, err := direct.Snapshot(t.Context(), time.Time{})
			if err != nil || now.Commits != 1 || now.Articles != 1 || !now.At.Equal(got.At) {
				t.Errorf("the record is %+v (%v), want one commit at %v with one article", now, err, got.At)
			}
		})
	}
}

// TestConnectionLost cuts every connection from some message on: the store says that it cannot be reached, and works
// again when it can.
func TestConnectionLost(t *testing.T) {
	c := neo4jtest.Config(t)
	u, err := url.Parse(c.URI)
	if err != nil {
		t.Fatal(err)
	}
	p := newProxy(t, u.Host)
	c.URI = "bolt://" + p.address
	s := openAt(t, c)
	var down atomic.Bool
	p.cut = func(string) (bool, bool) { return down.Load(), false }
	down.Store(true)
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	if _, err := s.Commit(ctx, graph.Commit{Now: time.Now(), Articles: []graph.Article{article("a")}}); !errors.Is(err, graph.ErrUnavailable) {
		t.Errorf("commit: error %v, want ErrUnavailable", err)
	}
	down.Store(false)
	if _, err := s.Commit(ctx, graph.Commit{Now: time.Now(), Articles: []graph.Article{article("a")}}); err != nil {
		t.Errorf("commit when it is there again: %v", err)
	}
}

// TestTwoStores has two stores, as of two processes, write at once to one database.
func TestTwoStores(t *testing.T) {
	c := neo4jtest.Config(t)
	stores := []*neo4j.Store{openAt(t, c), openAt(t, c)}
	const rounds = 10
	var all sync.WaitGroup
	times := make([][]time.Time, len(stores))
	for i, s := range stores {
		all.Go(func() {
			for n := range rounds {
				for {
					b, err := s.Blocks(t.Context(), graph.BlockQuery{IDs: []graph.ID{"blk_p"}})
					if err != nil {
						t.Error(err)
						return
					}
					done, err := s.Commit(t.Context(), graph.Commit{Now: time.Now(), Expect: map[graph.ID]int64{"blk_p": b.Blocks["blk_p"].Version},
						Articles: []graph.Article{article(fmt.Sprint(i, "-", n))}})
					if errors.Is(err, graph.ErrConflict) {
						continue
					}
					if err != nil {
						t.Error(err)
						return
					}
					times[i] = append(times[i], done.At)
					break
				}
			}
		})
	}
	all.Wait()
	seen := map[time.Time]bool{}
	for _, list := range times {
		for i, at := range list {
			if seen[at] || i > 0 && !at.After(list[i-1]) {
				t.Errorf("commit at %v: twice, or not after the one before", at)
			}
			seen[at] = true
		}
	}
	for _, s := range stores {
		shot, err := s.Snapshot(t.Context(), time.Time{})
		if err != nil || shot.Commits != 2*rounds || shot.Articles != 2*rounds {
			t.Errorf("the record is %+v (%v), want %d commits and articles", shot, err, 2*rounds)
		}
		b, err := s.Blocks(t.Context(), graph.BlockQuery{IDs: []graph.ID{"blk_p"}})
		if err != nil || b.Blocks["blk_p"].Version != 2*rounds {
			t.Errorf("version %d (%v), want %d", b.Blocks["blk_p"].Version, err, 2*rounds)
		}
	}
}

// TestWriterDied leaves a commit announced and not settled, as a program does that dies in that moment: readers do not
// wait for ever.
func TestWriterDied(t *testing.T) {
	c := neo4jtest.Config(t)
	s := openAt(t, c)
	cypher(t, c, `MATCH (g:Gate) SET g.begin = g.begin + 1`)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	if _, err := s.Snapshot(ctx, time.Time{}); err != nil {
		t.Fatal(err)
	}
	r := cypher(t, c, `MATCH (g:Gate) RETURN g.begin = g.end`)
	if len(r.Records) != 1 || r.Records[0].Values[0] != true {
		t.Error("the gate is still closed")
	}
}

// TestBrowser checks what a person sees in Neo4j Browser: current things only, with captions.
func TestBrowser(t *testing.T) {
	c := neo4jtest.Config(t)
	s := openAt(t, c)
	move := graph.Move{ID: "mov_a", Person: "per_p", Block: "blk_p", From: "org_x", To: "org_y", Date: graph.Date{Year: 2025, Month: 7},
		Status: graph.Announced, Claims: []graph.ID{"clm_a"}}
	first := graph.Commit{Now: time.Now(), Articles: []graph.Article{article("a")},
		Claims:        []graph.Claim{{ID: "clm_a", Article: "art_a", Block: "blk_p", Quote: "Ada left One for Two."}},
		People:        []graph.Person{{ID: "per_p", Block: "blk_p", Name: "Ada"}},
		Organizations: []graph.Organization{{ID: "org_x", Name: "One", Catalogued: true, Parent: "org_z"}, {ID: "org_y", Key: "two"}},
		Mentions:      []graph.Mention{{Organization: "org_x", Name: "One", Claims: 1}, {Organization: "org_y", Name: "Two Ltd", Claims: 1}},
		Moves:         []graph.Move{move}, Flows: []graph.FlowCount{{From: "org_x", To: "org_y", Month: "2025-07", Status: graph.Announced, Moves: 1}}}
	if _, err := s.Commit(t.Context(), first); err != nil {
		t.Fatal(err)
	}
	move.Status, move.To = graph.Completed, ""
	person := first.People[0]
	person.Name = "Ada Lovelace"
	if _, err := s.Commit(t.Context(), graph.Commit{Now: time.Now(), Moves: []graph.Move{move}, People: []graph.Person{person},
		Flows: []graph.FlowCount{{From: "org_x", To: "org_y", Month: "2025-07", Status: graph.Announced, Moves: -1},
			{From: "org_x", Month: "2025-07", Status: graph.Completed, Moves: 1}}}); err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct{ statement, want string }{
		{`MATCH (p:Person)-[:MADE]->(m:Move)-[:FROM]->(o:Organization) RETURN p.name, m.name, o.name`, "[Ada Lovelace Ada Lovelace: One → ? One]"},
		{`MATCH (m:Move)-[:TO]->(o:Organization) RETURN m.name, o.name`, ""},
		{`MATCH (c:Claim)-[:SUPPORTS]->(m:Move), (c)-[:STATED_IN]->(a:Article) RETURN c.quote, a.title`, "[Ada left One for Two. a]"},
		{`MATCH (o:Organization)-[f:FLOW]->(x) RETURN o.name, f.month, f.status, f.moves, labels(x)`, "[One 2025-07 COMPLETED 1 [Unknown]]"},
		{`MATCH (o:Organization)-[:PART_OF]->(p:Organization) RETURN o.name, p.id`, "[One org_z]"},
		{`MATCH (o:Organization {id: 'org_y'}) RETURN o.name`, "[Two Ltd]"},
		{`MATCH (m:PastMove) RETURN m.name, m.status, m.to, COUNT { (m)--() }`, "[Ada: One → Two Ltd ANNOUNCED org_y 0]"},
	} {
		var got []string
		for _, r := range cypher(t, c, x.statement).Records {
			got = append(got, fmt.Sprint(r.Values))
		}
		if strings.Join(got, " ") != x.want {
			t.Errorf("%s:\n\tgot  %s\n\twant %s", x.statement, strings.Join(got, " "), x.want)
		}
	}
}
