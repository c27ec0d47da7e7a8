package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

func TestWrongUsage(t *testing.T) {
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"ingst", "x"}, `there is no command "ingst"; did you mean ingest?`},
		{[]string{"frobnicate"}, `there is no command "frobnicate" (see talentgraph --help)`},
		{[]string{"--frobnicate"}, "unknown flag: --frobnicate"},
		{[]string{"ingest"}, "name files, folders, patterns, or - for standard input (see talentgraph ingest --help)"},
		{[]string{"ingest", "--format", "docx", "-"}, "want text, markdown, html or jsonl"},
		{[]string{"ingest", "--workers", "many", "-"}, `"many"`},
		{[]string{"ingest", "--workers", "-1", "-"}, "--workers"},
		{[]string{"extract", "--threshold", "2"}, "want 0 to 1"},
		{[]string{"extract", "--format", "docx"}, "want text, markdown, html or jsonl"},
		{[]string{"eval"}, "name the gold files"},
		{[]string{"eval", "--errors", "-1", "x"}, "--errors"},
		{[]string{"serve", "now"}, `unexpected argument "now"`},
		{[]string{"serve", "--listen", "8080"}, "want HOST:PORT"},
		{[]string{"demo", "now"}, `unexpected argument "now"`},
		{[]string{"version", "--log-level", "loud"}, "want debug, info, warn or error"},
	} {
		r := command(t, "", c.args...)
		if r.code != exitUsage || r.out != "" {
			t.Errorf("%q: exit code %d, output %q", c.args, r.code, r.out)
		}
		r.oneLine(t, c.says)
	}
}

func TestWrongStoreSaysWhatFormsThereAre(t *testing.T) {
	for _, store := range []string{"talent.db", "postgres://anna:hunter2@host/db", "bolt:host", "neo4j://", "bolt://anna:hunter2@host",
		"bolt://host/db", "bolt+x://host", "sqlite:", "sqlite::memory:", "sqlite:x?mode=ro", "", ":"} {
		r := command(t, "", "serve", "--listen", "127.0.0.1:0", "--store", store)
		if r.code != exitUsage || r.out != "" {
			t.Errorf("%q: exit code %d, output %q", store, r.code, r.out)
		}
		r.oneLine(t, "--store")
		if strings.Contains(r.err, "hunter2") {
			t.Errorf("the password is repeated: %s", r.err)
		}
	}
	command(t, "", "serve", "--store", "mysql:x").oneLine(t, "sqlite:FILE", "bolt://HOST[:PORT]", "neo4j://HOST[:PORT]", "bolt+s", "neo4j+s")
}

func FuzzStoreAddress(f *testing.F) {
	for _, seed := range []string{defaultStore, "sqlite:///var/lib/t.db", `sqlite:C:\t.db`, "neo4j://a,b", "bolt+s://[::1]:7687", "neo4j://u:p@h", "x:y", "\x00", "bolt://%zz"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, address string) {
		file, err := storeFlags{address: address}.parse()
		switch {
		case err == nil && file != "" && !strings.HasSuffix(address, file):
			t.Errorf("%q names the file %q", address, file)
		case err == nil && file == "" && !strings.Contains(address, "://"):
			t.Errorf("%q names a server", address)
		case err != nil && !errors.As(err, new(usageError)):
			t.Errorf("%q: %v", address, err)
		}
	})
}

func TestStoreThatCannotBeOpened(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "notes.txt")
	text := strings.Repeat("These are notes and no database.\n", 100)
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, store := range []string{"sqlite:" + file, "sqlite:" + filepath.Join(dir, "none", "x.db"), "sqlite:" + dir, "bolt://127.0.0.1:1", "neo4j://127.0.0.1:1"} {
		r := command(t, "", "ingest", "--store", store, "-")
		if r.code != exitFailed || r.out != "" {
			t.Errorf("%s: exit code %d, output %q", store, r.code, r.out)
		}
		r.oneLine(t)
	}
	if kept, err := os.ReadFile(file); err != nil || string(kept) != text {
		t.Errorf("the file was touched: %v", err)
	}
	if found, _ := filepath.Glob(filepath.Join(dir, "*")); len(found) != 1 {
		t.Errorf("files were left behind: %q", found)
	}
}

func TestEnvironment(t *testing.T) {
	env := map[string]string{"TALENTGRAPH_JSON": "true", "TALENTGRAPH_LOG_LEVEL": ""}
	if r := commandIn(t, env, "", "version"); r.code != exitDone || !strings.HasPrefix(r.out, `{"version":`) {
		t.Errorf("the variable does not count: %+v", r)
	}
	if r := commandIn(t, env, "", "version", "--json=false"); !strings.HasPrefix(r.out, "talentgraph ") {
		t.Errorf("the flag does not win: %+v", r)
	}
	env["TALENTGRAPH_JSON"] = "perhaps"
	r := commandIn(t, env, "", "version")
	if r.code != exitUsage {
		t.Errorf("exit code %d", r.code)
	}
	r.oneLine(t, "TALENTGRAPH_JSON", "perhaps")
	store := "sqlite:" + filepath.Join(t.TempDir(), "from-environment.db")
	r = commandIn(t, map[string]string{"TALENTGRAPH_STORE": store, "TALENTGRAPH_FORMAT": "text"}, "Nothing moves.", "ingest", "-")
	if r.code != exitDone || !strings.Contains(r.out, store) {
		t.Errorf("%+v", r)
	}
}

func TestEveryFlagNamesItsVariable(t *testing.T) {
	p := &program{}
	var check func(cmd *cobra.Command)
	check = func(cmd *cobra.Command) {
		cmd.NonInheritedFlags().VisitAll(func(f *pflag.Flag) {
			if want := "[$" + variable(f.Name) + "]"; f.Name != "help" && !strings.Contains(f.Usage, want) {
				t.Errorf("%s --%s does not say %s", cmd.CommandPath(), f.Name, want)
			}
		})
		for _, sub := range cmd.Commands() {
			check(sub)
		}
	}
	check(p.root())
	if variable("neo4j-ca") != "TALENTGRAPH_NEO4J_CA" {
		t.Error(variable("neo4j-ca"))
	}
}

func TestHelpAndVersion(t *testing.T) {
	for _, args := range [][]string{nil, {"--help"}, {"help"}, {"help", "ingest"}, {"serve", "-h"}, {"version"}} {
		r := command(t, "", args...)
		if r.code != exitDone || r.err != "" || !strings.Contains(r.out, "talentgraph") {
			t.Errorf("%q: %+v", args, r)
		}
	}
}

// TestNewerDatabase: one that a newer program has written is left as it is.
func TestNewerDatabase(t *testing.T) {
	file := filepath.Join(t.TempDir(), "t.db")
	if r := command(t, move(1)+"\n", "ingest", "--store", "sqlite:"+file, "-"); r.code != exitDone {
		t.Fatalf("%+v", r)
	}
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	binary.BigEndian.PutUint32(content[60:], 1_000_000) // SQLite's user_version
	if err := os.WriteFile(file, content, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"ingest", "-"}, {"serve", "--listen", "127.0.0.1:0"}, {"demo", "--exit"}} {
		r := command(t, move(2)+"\n", append(args, "--store", "sqlite:"+file)...)
		if r.code != exitFailed || r.out != "" {
			t.Errorf("%+v", r)
		}
		r.oneLine(t, file, "newer")
	}
	if after, err := os.ReadFile(file); err != nil || !bytes.Equal(after, content) {
		t.Errorf("the file was touched: %v", err)
	}
}
