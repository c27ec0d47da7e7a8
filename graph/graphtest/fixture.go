package graphtest

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"talentgraph/graph"
)

// fixture is an empty store with the means to say briefly what is recorded and what is expected.
type fixture struct {
	*testing.T
	s      graph.Store
	ctx    context.Context
	clock  time.Time // of the next commit; each goes on by a minute
	ledger *ledger
}

func newFixture(t *testing.T, s graph.Store) *fixture {
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return &fixture{T: t, s: s, ctx: t.Context(), clock: time.Date(2025, 3, 1, 12, 0, 0, 123456000, time.UTC), ledger: newLedger()}
}

// must gives the value of a read that has to succeed.
func must[T any](f *fixture, v T, err error) T {
	f.Helper()
	if err != nil {
		f.Fatalf("unexpected error: %v", err)
	}
	return v
}

func (f *fixture) same(what string, got, want any) {
	f.Helper()
	if d := difference(got, want); d != "" {
		f.Errorf("%s:%s", what, d)
	}
}

func (f *fixture) wantError(what string, err, want error) {
	f.Helper()
	if !errors.Is(err, want) {
		f.Errorf("%s: error %v, want %v", what, err, want)
	}
}

// prepare fills in what the commit expects of its blocks, the rules and the time.
func (f *fixture) prepare(c graph.Commit) graph.Commit {
	f.Helper()
	blocks := map[graph.ID]bool{}
	for _, x := range c.Claims {
		blocks[x.Block] = true
	}
	for _, x := range c.People {
		blocks[x.Block] = true
	}
	for _, x := range c.Moves {
		blocks[x.Block] = true
	}
	for _, x := range c.Judgements {
		for _, id := range x.Blocks {
			blocks[id] = true
		}
	}
	ids := slices.Sorted(maps.Keys(blocks))
	read, err := f.s.Blocks(f.ctx, graph.BlockQuery{IDs: ids})
	read = must(f, read, err)
	if c.Expect == nil {
		c.Expect = map[graph.ID]int64{}
	}
	for _, id := range ids {
		if _, ok := c.Expect[id]; !ok {
			c.Expect[id] = read.Blocks[id].Version
		}
	}
	c.Rules, c.Now = read.Rules, f.clock
	f.clock = f.clock.Add(time.Minute)
	return c
}

// commit prepares and commits, and gives the commit's time.
func (f *fixture) commit(c graph.Commit) time.Time {
	f.Helper()
	s, err := f.s.Commit(f.ctx, f.prepare(c))
	if err != nil {
		f.Fatalf("commit: %v", err)
	}
	f.ledger.apply(c)
	return s.At
}

// record commits an article with claims.
func (f *fixture) record(a graph.Article, claims ...graph.Claim) time.Time {
	f.Helper()
	return f.commit(graph.Commit{Articles: []graph.Article{a}, Claims: claims})
}

// put records moves with all that stands around them, as far as it is not there: an article and a claim for each,
// the person, the definitions of the organizations, mentions and flows. Moves that are there get a new version.
func (f *fixture) put(moves ...graph.Move) time.Time {
	f.Helper()
	return f.commit(f.putting(moves...))
}

func (f *fixture) putting(moves ...graph.Move) graph.Commit {
	f.Helper()
	var c graph.Commit
	people, all := map[graph.ID]graph.Person{}, maps.Clone(f.ledger.moves)
	organizations, articles := map[graph.ID]bool{}, map[graph.ID]bool{}
	for _, m := range moves {
		for i, id := range m.Claims {
			if f.recorded(id) {
				continue
			}
			a := testArticle(suffix(id))
			if i < len(m.Sources) {
				a = sourced(m.Sources[i])
			}
			x := testClaim(suffix(id), a.ID, m.Block)
			x.Reported, x.Publisher, x.Language = a.Published, a.Publisher, a.Language
			c.Claims = append(c.Claims, x)
			if !articles[a.ID] {
				articles[a.ID] = true
				c.Articles = append(c.Articles, a)
			}
		}
		p, ok := people[m.Person]
		if !ok {
			p, ok = f.ledger.people[m.Person]
		}
		if !ok {
			p = testPerson(suffix(m.Person), m.Block)
		}
		people[p.ID] = p
		all[m.ID] = m
		organizations[m.From], organizations[m.To] = true, true
	}
	for _, p := range f.ledger.people {
		if _, ok := people[p.ID]; !ok {
			people[p.ID] = p
		}
	}
	delete(organizations, "")
	for _, id := range slices.Sorted(maps.Keys(organizations)) {
		c.Organizations = append(c.Organizations, testOrganization(suffix(id)))
	}
	f.ledger.turn(&c, nil, slices.Collect(maps.Values(people)), slices.Collect(maps.Values(all)), func(graph.ID) graph.ID { return "" })
	return c
}

func (f *fixture) recorded(claim graph.ID) bool {
	found, err := f.s.Claims(f.ctx, graph.ClaimQuery{Of: []graph.ID{claim}})
	return len(must(f, found, err)) > 0
}

// remove takes moves away.
func (f *fixture) remove(successor graph.ID, ids ...graph.ID) time.Time {
	f.Helper()
	c := graph.Commit{Expect: map[graph.ID]int64{}}
	mentions, flows := map[mentioned]int{}, map[graph.FlowCount]int{}
	for _, id := range ids {
		m := f.ledger.moves[id]
		b, err := f.s.Blocks(f.ctx, graph.BlockQuery{IDs: []graph.ID{m.Block}})
		c.Expect[m.Block] = must(f, b, err).Blocks[m.Block].Version
		c.Gone = append(c.Gone, graph.Gone{ID: id, Successor: successor})
		tally(m, -1, mentions, flows)
	}
	c.Mentions, c.Flows = mentionsOf(mentions), flowsOf(flows)
	return f.commit(c)
}

func suffix(id graph.ID) string {
	_, s, _ := strings.Cut(string(id), "_")
	return s
}

func date(s string) graph.Date {
	d, err := graph.ParseDate(s)
	if err != nil {
		panic(err) // a slip in this package
	}
	return d
}

func testArticle(name string) graph.Article {
	return graph.Article{ID: graph.ID("art_" + name), URL: "https://news.example/" + name, Title: "About " + name,
		Publisher: "news.example", Language: "en", Published: date("2025-02-03"), Hash: strings.Repeat("0a", 32)}
}

// sourced is the article that a source speaks of.
func sourced(s graph.Source) graph.Article {
	a := testArticle(suffix(s.Article))
	a.Publisher, a.Language, a.Published = s.Publisher, s.Language, s.Published
	return a
}

// state lets a move rest on one claim of each of some articles, in their order.
func state(m *graph.Move, sources ...graph.Source) {
	m.Claims, m.Sources = nil, sources
	for i := range sources {
		m.Claims = append(m.Claims, graph.ID(fmt.Sprintf("clm_%s%d", suffix(m.ID), i)))
	}
}

func source(article graph.ID, publisher, language, published string) graph.Source {
	return graph.Source{Article: article, Publisher: publisher, Language: language, Published: date(published)}
}

func testClaim(name string, article, block graph.ID) graph.Claim {
	return graph.Claim{ID: graph.ID("clm_" + name), Article: article, Block: block, Reported: date("2025-02-03"),
		Publisher: "news.example", Language: "en", Person: "Ada " + name, From: "One", To: "Two", RoleFrom: "engineer",
		RoleTo: "head of research", Date: date("2025-02"), Announced: date("2025-01-30"), Status: graph.Completed,
		Quote: "Ada " + name + " left One for Two.", Start: 17, End: 43, Confidence: 0.875, Extractor: "rules/1"}
}

func testPerson(name string, block graph.ID) graph.Person {
	return graph.Person{ID: graph.ID("per_" + name), Block: block, Name: "Ada " + name, Score: 0.75, Reason: "one claim"}
}

func testOrganization(name string) graph.Organization {
	return graph.Organization{ID: graph.ID("org_" + name), Key: name, Catalogued: true, Name: name + " Corp"}
}

// testMove is a move named so, of the person and block named so, resting on the claim named so.
func testMove(name, person string, from, to graph.ID, day string) graph.Move {
	m := graph.Move{ID: graph.ID("mov_" + name), Person: graph.ID("per_" + person), Block: graph.ID("blk_" + person),
		From: from, To: to, Date: date(day), Reported: date("2025-02-03"), Status: graph.Completed, Confidence: 0.5,
		Publishers: 1, Claims: []graph.ID{graph.ID("clm_" + name)},
		Sources:   []graph.Source{{Article: graph.ID("art_" + name), Publisher: "news.example", Language: "en", Published: date("2025-02-03")}},
		FromPlace: graph.Place{Group: from}, ToPlace: graph.Place{Group: to}}
	for _, end := range slices.Compact([]graph.ID{from, to}) {
		if end != "" {
			m.Mentions = append(m.Mentions, graph.Mention{Organization: end, Name: suffix(end), Claims: 1})
		}
	}
	return m
}
