package sqlite

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// crashFile names, for a child process, the file that it writes to until it is killed.
const crashFile = "TALENTGRAPH_TEST_CRASH_FILE"

func TestMain(m *testing.M) {
	if file := os.Getenv(crashFile); file != "" {
		fmt.Fprintln(os.Stderr, writeForever(file))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// writeForever commits small batches and prints how many articles are recorded after each.
func writeForever(file string) error {
	ctx := context.Background()
	s, err := Open(ctx, file, Options{})
	if err != nil {
		return err
	}
	s.settleAt = 300
	shot, err := s.Snapshot(ctx, time.Time{})
	if err != nil {
		return err
	}
	w := newWorld(s, shot.Articles)
	for {
		if err := w.batch(ctx, 1+w.rng.IntN(60)); err != nil {
			return err
		}
		fmt.Println(w.articles)
	}
}

// TestKilled kills a writing process at random points, again and again, and asserts that what it had said to be
// recorded is there, that no commit is there in part, and that the file is sound.
func TestKilled(t *testing.T) {
	ctx := context.Background()
	file := filepath.Join(t.TempDir(), "graph.db")
	rng := rand.New(rand.NewPCG(1, 2))
	rounds := 8
	if testing.Short() {
		rounds = 3
	}
	for round := range rounds {
		child := exec.Command(os.Args[0])
		child.Env = append(os.Environ(), crashFile+"="+file)
		out, err := child.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		var complaint strings.Builder
		child.Stderr = &complaint
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		said := 0
		lines := bufio.NewScanner(out)
		killed := false
		for lines.Scan() {
			if n, err := strconv.Atoi(lines.Text()); err == nil {
				said = n
			}
			if !killed { // from the first commit on, in the midst of one of the next
				killed = true
				time.AfterFunc(time.Duration(rng.IntN(120_000))*time.Microsecond, func() { child.Process.Kill() })
			}
		}
		child.Wait()
		if said == 0 {
			t.Fatalf("round %d: the child recorded nothing: %s", round, complaint.String())
		}
		s := openTest(t, file)
		shot, err := s.Snapshot(ctx, time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		if shot.Articles < said {
			t.Errorf("round %d: %d articles, although %d were said to be recorded", round, shot.Articles, said)
		}
		recount(t, s)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if t.Failed() {
			return
		}
	}
}
