package sqlite

import (
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"talentgraph/graph"
)

// BenchmarkLists times pages of 50 people, organizations and articles: the first, the 5,000th, the last, and with the total.
func BenchmarkLists(b *testing.B) {
	s := benchStore(b, benchMoves())
	ctx := context.Background()
	people := func(q graph.PeopleQuery) func() error {
		q.Limit = 50
		return func() error {
			list, _, err := s.ListPeople(ctx, q)
			if err == nil && len(list) == 0 {
				err = errors.New("no people")
			}
			return err
		}
	}
	articles := func(q graph.ArticleQuery) func() error {
		q.Limit = 50
		return func() error {
			list, _, err := s.ListArticles(ctx, q)
			if err == nil && len(list) == 0 {
				err = errors.New("no articles")
			}
			return err
		}
	}
	organizations := func(q graph.OrganizationQuery) func() error {
		q.Limit = 50
		return func() error { _, _, err := s.ListOrganizations(ctx, q); return err }
	}
	middle := people(graph.PeopleQuery{Order: graph.NameUp, After: namePlace(b, s)})
	made, done := &graph.MoveFilter{To: []graph.ID{largest(b, s)}}, &graph.MoveFilter{Statuses: []graph.Status{graph.Completed}}
	for b.Loop() {
		t := median(b, 3, people(graph.PeopleQuery{Order: graph.NameUp, Where: graph.PersonFilter{Moves: made}}), people(graph.PeopleQuery{Order: graph.NameUp, Where: graph.PersonFilter{Moves: done}}),
			articles(graph.ArticleQuery{Order: graph.NewestArticles, Where: graph.ArticleFilter{Moves: made}}), articles(graph.ArticleQuery{Order: graph.NewestArticles, Where: graph.ArticleFilter{Moves: done}}),
			organizations(graph.OrganizationQuery{Order: graph.NameUp, Where: graph.OrganizationFilter{Moves: made}}), organizations(graph.OrganizationQuery{Order: graph.NameUp, Where: graph.OrganizationFilter{Moves: done}}),
			organizations(graph.OrganizationQuery{Order: graph.NameUp, Where: graph.OrganizationFilter{Countries: []string{"FR"}}, Total: true}))
		for i, name := range []string{"people-to-largest", "people-done", "articles-to-largest", "articles-done", "organizations-to-largest", "organizations-done", "organizations-of-a-country"} {
			b.ReportMetric(microseconds(t[i])/1000, "ms-"+name)
		}
		t = median(b, 21, people(graph.PeopleQuery{Order: graph.NameUp}), middle, people(graph.PeopleQuery{Order: graph.NameDown}), people(graph.PeopleQuery{Order: graph.NameUp, Total: true}),
			people(graph.PeopleQuery{Order: graph.NameUp, Where: graph.PersonFilter{Words: []string{"last4321"}}, Total: true}),
			organizations(graph.OrganizationQuery{Order: graph.NameUp, Total: true}),
			articles(graph.ArticleQuery{Order: graph.NewestArticles, Total: true}), articles(graph.ArticleQuery{Order: graph.NewestArticles, Where: graph.ArticleFilter{Publishers: []string{"news7.example"}}}))
		for i, name := range []string{"people", "people-page-5000", "people-backwards", "people-and-total", "people-of-a-word", "organizations-and-total", "articles-and-total", "articles-of-a-publisher"} {
			b.ReportMetric(microseconds(t[i]), "µs-"+name)
		}
	}
}

// namePlace is the place of a person in the list, 250,000 people down or in the middle of a shorter one.
func namePlace(b *testing.B, s *Store) *graph.NamePosition {
	b.Helper()
	shot, err := s.Snapshot(context.Background(), time.Time{})
	if err != nil {
		b.Fatal(err)
	}
	p := &graph.NamePosition{}
	err = s.read(context.Background(), "place", func(c session) error { // nearly every name begins with its first word, "first…"
		r := c.long("SELECT key, id FROM name WHERE kind = 0 AND key >= 'first' ORDER BY key, id LIMIT 1 OFFSET ?", min(250_000, shot.People/2))
		if r.next() {
			p.Key, p.ID = r.text(0), graph.ID(r.text(1))
		}
		return r.close()
	})
	if err != nil || p.Key == "" {
		b.Fatal(err)
	}
	return p
}

// BenchmarkNames times what a user types, on as many names as there are moves elsewhere: suggestions for a beginning, a
// search, and ones with a slip in them, for which all is looked up that one slip may stand for; and pages of the list of people.
func BenchmarkNames(b *testing.B) {
	n := benchMoves()
	dir := os.Getenv("TALENTGRAPH_BENCH_DIR")
	if dir == "" {
		dir = b.TempDir()
	}
	s := openTest(b, filepath.Join(dir, "names-"+strconv.Itoa(n)+".db"))
	people := namedPeople(b, s, n/2) // each is found by both of the names
	ctx := context.Background()
	g := graph.New(s, nil, nil)
	suggest := func(text string) func() error {
		return func() error { _, err := g.Suggest(ctx, text, nil, 10, time.Time{}); return err }
	}
	search := func(text string) func() error {
		return func() error { _, err := g.Search(ctx, text, nil, 10, time.Time{}); return err }
	}
	list := func(order graph.NameOrder, after *graph.NamePosition) func() error {
		return func() error {
			_, _, err := s.ListPeople(ctx, graph.PeopleQuery{Order: order, After: after, Limit: 50, Total: true})
			return err
		}
	}
	words := strings.Fields(people[0])
	given, surname := words[0], words[1]
	slip := surname[:2] + surname[3:4] + surname[2:3] + surname[4:]
	for b.Loop() {
		t := median(b, 21, suggest(given[:1]), suggest(surname[:3]), suggest(given+" "+surname[:2]), search(surname), search(given+" "+surname),
			search(slip), search(given+" "+slip), search("x"+given), search("q"+given+" "+slip+" "+slip),
			list(graph.NameUp, nil), list(graph.NameUp, &graph.NamePosition{Key: graph.Fold(people[len(people)/3])}), list(graph.NameDown, nil))
		for i, name := range []string{"suggest-letter", "suggest-3-letters", "suggest-words", "search-word", "search-name", "slip-in-word", "slip-in-name", "slip-nowhere", "slip-in-three-words", "list", "list-deep", "list-backwards"} {
			b.ReportMetric(microseconds(t[i]), "µs-"+name)
		}
	}
}

// namedPeople records n people with made-up names that begin with all letters, unless they are there, and returns some names.
func namedPeople(b *testing.B, s *Store, n int) []string {
	b.Helper()
	ctx := context.Background()
	shot, err := s.Snapshot(ctx, time.Time{})
	if err != nil {
		b.Fatal(err)
	}
	name := func(i int) string {
		r := rand.New(rand.NewPCG(uint64(i), 1))
		word := func(kinds int) string {
			r := rand.New(rand.NewPCG(uint64(r.IntN(kinds)), 2))
			w := ""
			for range 2 + r.IntN(3) {
				w += string("bcdfghjklmnprstvwz"[r.IntN(18)]) + string("aeiou"[r.IntN(5)]) + []string{"", "", "n", "r", "s", "l"}[r.IntN(6)]
			}
			return strings.ToUpper(w[:1]) + w[1:]
		}
		return word(3000) + " " + word(60_000)
	}
	for shot.People < n {
		c := graph.Commit{Now: time.Now(), Expect: map[graph.ID]int64{}}
		for k := range min(5000, n-shot.People) {
			i := shot.People + k
			block := graph.BlockID("bench " + strconv.Itoa(i/20))
			c.People = append(c.People, graph.Person{ID: worldID("per_", uint64(i)), Block: block, Name: name(i), Score: 0.5, Reason: "made up"})
			c.Expect[block] = 0
		}
		if _, err := s.Commit(ctx, c); err != nil {
			b.Fatal(err)
		}
		if shot, err = s.Snapshot(ctx, time.Time{}); err != nil {
			b.Fatal(err)
		}
	}
	some := make([]string, 100)
	for i := range some {
		some[i] = name(i)
	}
	return some
}

// BenchmarkSearch times the first 1,000 names for prefixes, long and short.
func BenchmarkSearch(b *testing.B) {
	s := benchStore(b, benchMoves())
	ctx := context.Background()
	for b.Loop() {
		for _, prefix := range []string{"l", "last1", "first7 last12", "employer 12"} {
			t := median(b, 21, func() error {
				n, err := s.Search(ctx, graph.SearchQuery{Prefixes: []string{prefix}, Limit: 1000})
				if err == nil && len(n) == 0 {
					err = errors.New("no names")
				}
				return err
			})
			b.ReportMetric(microseconds(t[0]), "µs-"+strings.ReplaceAll(prefix, " ", "-"))
		}
	}
}
