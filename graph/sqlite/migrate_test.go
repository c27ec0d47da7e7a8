package sqlite

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"talentgraph/graph"
)

// versionOne is a copy of a database that a program of the first version of the schema wrote: three articles on Ada Quill's
// move from DeepMind to Mistral, recorded on 2025-02-03, 2025-02-10 and 2025-02-05 in this order, one on her next move, two
// on Bob Nye's, the last of which was retracted, and one about nobody.
func versionOne(t *testing.T) string {
	t.Helper()
	packed, err := os.Open("testdata/version1.db.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close()
	r, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "graph.db")
	write(t, file, string(body))
	return file
}

func TestMigrateLists(t *testing.T) {
	s := openTest(t, versionOne(t))
	ctx := context.Background()
	before := time.Date(2026, 11, 26, 2, 33, 52, 736353000, time.UTC) // the last commit, a retraction, came a microsecond later
	for _, x := range []struct {
		q     graph.ArticleQuery
		want  []string
		total int
	}{
		{graph.ArticleQuery{Order: graph.NewestArticles, Total: true}, []string{"Article 6", "Article 2", "Article 5", "Article 1", "Article 4", "Article 3"}, 6},
		{graph.ArticleQuery{Order: graph.OldestArticles}, []string{"Article 3", "Article 4", "Article 1", "Article 5", "Article 2", "Article 6"}, 0},
		{graph.ArticleQuery{Order: graph.NewestArticles, At: before, Total: true}, []string{"Article 7", "Article 6", "Article 2", "Article 5", "Article 1", "Article 4", "Article 3"}, 7},
		{graph.ArticleQuery{Order: graph.NewestArticles, Where: graph.ArticleFilter{Since: graph.Date{Year: 2025, Month: 2, Day: 5}, Until: graph.Date{Year: 2025}}}, []string{"Article 2", "Article 5", "Article 4"}, 0},
	} {
		x.q.Limit = 10
		list, total, err := s.ListArticles(ctx, x.q)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, a := range list {
			got = append(got, a.Title)
		}
		if !slices.Equal(got, x.want) || total != x.total {
			t.Errorf("%+v: %q of %d, want %q of %d", x.q, got, total, x.want, x.total)
		}
	}
	people, total, err := s.ListPeople(ctx, graph.PeopleQuery{Order: graph.NameUp, Limit: 10, Total: true})
	if err != nil || total != 2 || len(people) != 2 || people[0].Name != "Ada Quill" || people[1].Name != "Bob Nye" {
		t.Errorf("people %+v of %d, %v", people, total, err)
	}
	organizations, total, err := s.ListOrganizations(ctx, graph.OrganizationQuery{Order: graph.NameDown, Limit: 10, Total: true})
	var names []string
	for _, o := range organizations {
		names = append(names, o.ListKey())
	}
	if want := []string{"mistral", "google", "globex", "deepmind", "alphabet"}; err != nil || total != 5 || !slices.Equal(names, want) {
		t.Errorf("organizations %q of %d, want %q, %v", names, total, want, err)
	}
	recount(t, s)
}

func TestMigrateReadsOldMoves(t *testing.T) {
	s := openTest(t, versionOne(t))
	ctx := context.Background()
	shot, err := s.Snapshot(ctx, time.Time{})
	if err != nil || shot.Moves != 3 || shot.Commits != 6 {
		t.Fatalf("snapshot %+v, %v", shot, err)
	}
	// Ada's move had one claim, then two and three, the last in the middle.
	id := graph.ID("mov_cni65gdbrbncbagyjc6a4nanoj")
	claims := []graph.ID{"clm_a3csscx5xtnmoln5zqituelmys", "clm_ziatflq3kjdjzsuwng5ylbcukj", "clm_ld4lsyllbqloi7v2skoq3jrtxe"}
	now, err := s.MovesByID(ctx, []graph.ID{id}, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	m := now[id]
	if !slices.Equal(m.Claims, claims) || m.Date.String() != "2025-02-07" || m.Status != graph.Completed || m.RoleTo != "head of research" {
		t.Errorf("now %+v", m)
	}
	if want := (graph.Place{Group: graph.OrganizationID("alphabet"), Country: "GB", Sector: "research"}); m.FromPlace != want || m.ToPlace != (graph.Place{Group: m.To, Country: "FR"}) || m.Ended.String() != "2026-02-20" {
		t.Errorf("places %+v, %+v, ended %s", m.FromPlace, m.ToPlace, m.Ended)
	}
	sources := []string{"a.example en 2025-02-03", "c.example de 2025-02-05", "b.example fr 2025-02-10"}
	told := func(m graph.Move) (list []string) {
		for _, x := range m.Sources {
			list = append(list, x.Publisher+" "+x.Language+" "+x.Published.String())
		}
		return list
	}
	if got := told(m); !slices.Equal(got, sources) {
		t.Errorf("sources %q, want %q", got, sources)
	}
	at := m.Since.Add(-time.Microsecond)
	for n := 2; n > 0; n-- {
		then, err := s.MovesByID(ctx, []graph.ID{id}, at)
		if err != nil {
			t.Fatal(err)
		}
		old := then[id]
		if !slices.Equal(old.Claims, []graph.ID{claims[0], claims[2]}[:n]) || old.Until.IsZero() || !slices.Equal(told(old), []string{sources[0], sources[2]}[:n]) || old.FromPlace != m.FromPlace {
			t.Errorf("at %s: %+v", at, old)
		}
		at = old.Since.Add(-time.Microsecond)
	}
}

// What was filled in is what deriving everything anew gives: that changes nothing.
func TestMigrateThenDerive(t *testing.T) {
	s := openTest(t, versionOne(t))
	ctx := context.Background()
	catalogue, err := graph.NewCatalogue([]graph.CatalogueEntry{{Key: "alphabet", Name: "Alphabet", Country: "US", Sector: "technology"}, {Key: "google", Name: "Google", Parent: "alphabet", Country: "US"},
		{Key: "deepmind", Name: "DeepMind", Parent: "google", Country: "GB", Sector: "research"}, {Key: "mistral", Name: "Mistral", Country: "FR"}})
	if err != nil {
		t.Fatal(err)
	}
	moves := func() string {
		pages, err := s.Moves(ctx, graph.MoveQuery{Order: graph.NewestFirst, Limit: 10})
		if err != nil {
			t.Fatal(err)
		}
		return fmt.Sprintf("%+v", pages)
	}
	before := moves()
	if n, err := graph.New(s, catalogue, nil).Refuse(ctx); err != nil || n != 2 {
		t.Fatal(n, err)
	}
	if after := moves(); after != before {
		t.Errorf("derived anew:\n%s\nwant\n%s", after, before)
	}
	recount(t, s)
}

// beforeFacts takes away what the fourth version of the schema has more than the third.
var beforeFacts = []string{"DROP TABLE fact", "DROP TABLE recent_fact", "DROP TABLE recent_end", "DROP TABLE void", "DROP TABLE term", "ALTER TABLE item DROP COLUMN fact",
	"ALTER TABLE past DROP COLUMN fact", "ALTER TABLE commits DROP COLUMN facts", "ALTER TABLE commits DROP COLUMN ends"}

// What migrating fills in is what commits write: lists taken out of a database with a long history come back row by row.
func TestMigrateFillsWhatCommitsWrite(t *testing.T) {
	ctx := context.Background()
	file := filepath.Join(t.TempDir(), "graph.db")
	s := openTest(t, file)
	catalogue, err := graph.NewCatalogue([]graph.CatalogueEntry{{Key: "alphabet", Name: "Alphabet"}, {Key: "google", Name: "Google", Parent: "alphabet"}})
	if err != nil {
		t.Fatal(err)
	}
	g := graph.New(s, catalogue, nil)
	r := rand.New(rand.NewPCG(3, 4))
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	for n := range 80 {
		x := graph.Reading{Text: fmt.Sprint("text ", n), Article: graph.Article{URL: fmt.Sprint("https://a.example/", n), Published: graph.Date{Year: 2024, Month: int8(1 + r.IntN(12))}}}
		for range 1 + r.IntN(2) {
			x.Claims = append(x.Claims, graph.Claim{Person: pick("Ada Quill", "Ada M. Quill", "Bob Nye", "Nye, Bob", "BOB NYE"), From: pick("Globex", "GLOBEX Inc.", "Initech", "Google"), To: pick("Acme", "ACME Corp", "Acme Robotics", ""),
				Status: graph.Completed, Confidence: 0.5, Extractor: "test/1"})
		}
		if _, err := g.Record(ctx, []graph.Reading{x}); err != nil {
			t.Fatal(err)
		}
		if list, _, err := s.ListArticles(ctx, graph.ArticleQuery{Order: graph.OldestArticles, Limit: 20}); err != nil {
			t.Fatal(err)
		} else if n%2 == 1 && len(list) > 6 {
			if err := g.Retract(ctx, list[r.IntN(len(list))].ID); err != nil {
				t.Fatal(err)
			}
		}
	}
	rows := func(s *Store) (all []string) {
		t.Helper()
		err := s.read(ctx, "rows", func(c session) error {
			for _, sql := range []string{"SELECT kind, key, id, name, since, until FROM name ORDER BY kind, key, id, name, since",
				"SELECT list, day, hex(id), r, since, until FROM listing WHERE side = 5 ORDER BY day, id, since"} {
				r := c.short(sql)
				for r.next() {
					var row []string
					for i := range 6 {
						row = append(row, fmt.Sprint(r.isNull(i), r.text(i)))
					}
					all = append(all, fmt.Sprint(row))
				}
				if err := r.close(); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	want := rows(s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	database(t, file, append(beforeFacts, "DELETE FROM name WHERE kind > 1", "DELETE FROM listing WHERE side = 5", "PRAGMA user_version = 2")...)
	s = openTest(t, file)
	if got := rows(s); !slices.Equal(got, want) {
		t.Errorf("%d rows, want %d:\n%q\nwant\n%q", len(got), len(want), got, want)
	}
	recount(t, s)
	if err := s.read(ctx, "times", func(c session) error {
		var times []int64
		r := c.short("SELECT at FROM commits")
		for r.next() {
			times = append(times, r.int(0))
		}
		err := r.close()
		for _, at := range times {
			err = errors.Join(err, c.recountFacts(t, at))
		}
		return err
	}); err != nil {
		t.Error(err)
	}
	if len(want) < 100 {
		t.Errorf("only %d rows", len(want))
	}
}
