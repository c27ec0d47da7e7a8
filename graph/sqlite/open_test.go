package sqlite

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"talentgraph/graph"
)

// TestOpenRefuses asserts that what is not this program's is refused in clear words and left exactly as it is.
func TestOpenRefuses(t *testing.T) {
	newer := func(t *testing.T, file string) {
		database(t, file, fmt.Sprintf("PRAGMA application_id = %d", application), fmt.Sprintf("PRAGMA user_version = %d", len(migrations)+41))
	}
	for _, x := range []struct {
		name string
		make func(t *testing.T, file string)
		want string
	}{
		{"a text", func(t *testing.T, file string) { write(t, file, strings.Repeat("no database\n", 40)) }, "it is no SQLite database"},
		{"a short text", func(t *testing.T, file string) { write(t, file, "x") }, "it is no SQLite database"},
		{"another program's", func(t *testing.T, file string) { database(t, file, "CREATE TABLE moves (x)") },
			"it is a database of another program (application id 0x0)"},
		{"a newer version", newer, fmt.Sprintf("its version is %d, and this program knows versions up to %d", len(migrations)+41, len(migrations))},
		{"a newer version, once ours", func(t *testing.T, file string) {
			s := openTest(t, file)
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			database(t, file, "PRAGMA wal_autocheckpoint = 0", fmt.Sprintf("PRAGMA user_version = %d", len(migrations)+41))
		}, fmt.Sprintf("its version is %d", len(migrations)+41)},
		{"a folder", func(t *testing.T, file string) {
			if err := os.Mkdir(file, 0o700); err != nil {
				t.Fatal(err)
			}
		}, "it is a folder"},
	} {
		t.Run(x.name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "graph.db")
			x.make(t, file)
			before, _ := os.ReadFile(file)
			s, err := Open(context.Background(), file, Options{})
			if err == nil {
				s.Close()
				t.Fatal("it was opened")
			}
			if !errors.Is(err, graph.ErrInvalid) || !strings.Contains(err.Error(), x.want) || !strings.Contains(err.Error(), file) ||
				strings.Contains(err.Error(), "\n") {
				t.Errorf("error %q is not ErrInvalid in one line with the file and %q", err, x.want)
			}
			after, _ := os.ReadFile(file)
			if !bytes.Equal(before, after) {
				t.Error("the file has changed")
			}
			if files, _ := filepath.Glob(file + "-*"); len(files) > 0 {
				t.Errorf("left behind: %v", files)
			}
		})
	}
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func database(t *testing.T, file string, statements ...string) {
	t.Helper()
	c, err := openConn(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, sql := range statements {
		if err := c.exec(sql); err != nil {
			t.Fatal(err)
		}
	}
	if err := c.close(); err != nil {
		t.Fatal(err)
	}
}

// TestOpenUnreachable: a folder that does not exist is a store that cannot be reached, and says which.
func TestOpenUnreachable(t *testing.T) {
	file := filepath.Join(t.TempDir(), "no", "such", "folder", "graph.db")
	if _, err := Open(context.Background(), file, Options{}); !errors.Is(err, graph.ErrUnavailable) || !strings.Contains(err.Error(), file) {
		t.Errorf("error %v", err)
	}
}

// TestMigrate brings databases of every version before this one to this one, and asserts that the same tables result.
func TestMigrate(t *testing.T) {
	schema := func(t *testing.T, s *Store) string {
		t.Helper()
		var all strings.Builder
		err := s.read(context.Background(), "schema", func(c session) error {
			r := c.short("SELECT sql FROM sqlite_schema ORDER BY name")
			for r.next() {
				all.WriteString(r.text(0) + "\n")
			}
			return r.close()
		})
		if err != nil {
			t.Fatal(err)
		}
		return all.String()
	}
	want := schema(t, openTest(t, ""))
	for version := range len(migrations) {
		file := filepath.Join(t.TempDir(), "graph.db")
		var steps []string
		for _, m := range migrations[:version] {
			if m.tables != "" {
				steps = append(steps, m.tables)
			}
		}
		if version > 0 { // version 0 is an empty file
			steps = append(steps, fmt.Sprintf("PRAGMA application_id = %d", application), fmt.Sprintf("PRAGMA user_version = %d", version))
		}
		database(t, file, steps...)
		s := openTest(t, file)
		if got := schema(t, s); got != want {
			t.Errorf("from version %d:\n%s\nwant\n%s", version, got, want)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if err := checkFile(file); err != nil {
			t.Error(err)
		}
	}
}

// TestReopen asserts that a closed store is one file, with everything in it, under a name that needs escaping in a URI.
func TestReopen(t *testing.T) {
	ctx := context.Background()
	file := filepath.Join(t.TempDir(), "a graph? 100% #1 é.db")
	s := openTest(t, file)
	if err := newWorld(s, 0).batch(ctx, 30); err != nil {
		t.Fatal(err)
	}
	want, err := s.Snapshot(ctx, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if files, _ := filepath.Glob(filepath.Join(filepath.Dir(file), "*")); len(files) != 1 || files[0] != file {
		t.Errorf("files %q, want only %q", files, file)
	}
	got, err := openTest(t, file).Snapshot(ctx, time.Time{})
	if err != nil || got != want || got.Articles != 30 {
		t.Errorf("snapshot %+v, %v; want %+v", got, err, want)
	}
}
