package sqlite

import (
	"compress/gzip"
	"context"
	"fmt"
	"io"
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

func TestMigrateListsArticles(t *testing.T) {
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
