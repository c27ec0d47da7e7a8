package main

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// BenchmarkIngest reads as many articles as -benchtime says in a process of its own, from text to durable record, and reports
// how many a second and the most memory that the process held:
//
//	go test -run - -bench Ingest -benchtime 20000x ./cmd/talentgraph
func BenchmarkIngest(b *testing.B) {
	cmd := exec.CommandContext(b.Context(), os.Args[0], "ingest", "--store", "sqlite:"+filepath.Join(b.TempDir(), "t.db"), "-")
	cmd.Env = append(os.Environ(), "TALENTGRAPH_TEST_MAIN=1")
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	out := bufio.NewWriter(in)
	r := rand.New(rand.NewPCG(1, 1))
	for i := range b.N {
		fmt.Fprintln(out, article(r, i))
	}
	if err := out.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := in.Close(); err != nil {
		b.Fatal(err)
	}
	if err := cmd.Wait(); err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
	b.ReportMetric(float64(cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss)/1024, "MB")
}

// article is a line of JSONL about one of some ten thousand people and two thousand organizations, of some 150 words.
func article(r *rand.Rand, i int) string {
	syllables := strings.Fields("ba ber bo can da den do el fa gar ha ing jo ka kel la len lo mar mo na ner pa per ra rin ro sa sel so ta ten va vel wa xa")
	word := func(n int) string {
		var b strings.Builder
		for range n {
			b.WriteString(syllables[r.IntN(len(syllables))])
		}
		return strings.ToUpper(b.String()[:1]) + b.String()[1:]
	}
	given := strings.Fields("Anna Ben Clara David Elena Frank Greta Hugo Ines Jonas")
	kinds := []string{"Systems", "Robotics", "Capital", "Labs"}
	person := given[r.IntN(len(given))] + " " + word(2)
	from, to := word(2)+" "+kinds[r.IntN(4)], word(2)+" "+kinds[r.IntN(4)]
	filler := strings.Repeat("The company, which makes parts for the car industry, said on Tuesday that sales had risen by four per cent in the quarter. ", 6)
	return fmt.Sprintf(`{"url":"https://press%d.example/%d","lang":"en","title":"%s hires %s","published":"%d-%02d-05","text":"%s has left %s to join %s as chief financial officer, %s said on Monday. %s"}`,
		r.IntN(50), i, to, person, 2015+r.IntN(10), 1+r.IntN(12), person, from, to, to, filler)
}
