package ingest

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"pgregory.net/rapid"

	"talentgraph/graph"
	"talentgraph/ingest/extract"
	"talentgraph/ingest/source"
)

// notebook is a Recorder that keeps what it is given.
type notebook struct {
	mu       sync.Mutex
	articles []string // titles, in the order they came
	claims   []graph.Claim
	sizes    []int // of batches
	seen     map[graph.ID]bool
	fail     error
	before   func(ctx context.Context) // called by each Record
}

func (n *notebook) Record(ctx context.Context, readings []graph.Reading) (graph.Recorded, error) {
	if n.before != nil {
		n.before(ctx)
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	if err := errors.Join(n.fail, ctx.Err()); err != nil {
		return graph.Recorded{}, err
	}
	if n.seen == nil {
		n.seen = map[graph.ID]bool{}
	}
	var done graph.Recorded
	n.sizes = append(n.sizes, len(readings))
	for _, r := range readings {
		if err := r.Check(); err != nil {
			return graph.Recorded{}, err
		}
		if n.seen[r.Article.ID] {
			done.Known++
			continue
		}
		n.seen[r.Article.ID] = true
		n.articles = append(n.articles, r.Article.Title)
		n.claims = append(n.claims, r.Claims...)
		done.Articles++
		done.Claims += len(r.Claims)
	}
	return done, nil
}

func (n *notebook) known(_ context.Context, ids []graph.ID) (map[graph.ID]bool, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	known := map[graph.ID]bool{}
	for _, id := range ids {
		if n.seen[id] {
			known[id] = true
		}
	}
	return known, nil
}

// words is an Extractor for texts such as "Ann Lee;Acme;Beta\n…": a move a line. "!" panics.
type words struct{ read atomic.Int64 }

func (*words) Languages() []string { return []string{"en"} }

func (w *words) Extract(ctx context.Context, a extract.Article) (extract.Result, error) {
	w.read.Add(1)
	r := extract.Result{Language: a.Language}
	at := 0
	for line := range strings.SplitSeq(a.Text, "\n") {
		if line == "!" {
			panic("no such luck")
		}
		if f := strings.Split(line, ";"); len(f) == 3 {
			n := len([]rune(line))
			r.Moves = append(r.Moves, extract.Move{Person: f[0], From: f[1], To: f[2], Status: graph.Completed, Confidence: 1,
				Quote: line, Start: at, End: at + n})
		}
		at += len([]rune(line)) + 1
	}
	return r, ctx.Err()
}

func doc(i int, text string) source.Document {
	return source.Document{Title: fmt.Sprint("article ", i), Language: "en", Text: text, Where: fmt.Sprintf("news.jsonl:%d", i)}
}

func docs(n int) iter.Seq2[source.Document, error] {
	return func(yield func(source.Document, error) bool) {
		for i := range n {
			if !yield(doc(i, fmt.Sprintf("Ann Lee %d;Acme;Beta", i)), nil) {
				return
			}
		}
	}
}

func list(d ...source.Document) iter.Seq2[source.Document, error] {
	return func(yield func(source.Document, error) bool) {
		for _, x := range d {
			if !yield(x, nil) {
				return
			}
		}
	}
}

func TestOrderIsKeptAndBatchesAreBounded(t *testing.T) {
	n := &notebook{}
	stats, err := Pipeline{Recorder: n, Extractor: &words{}, Version: "test/1", Workers: 8, Batch: 50}.Run(t.Context(), docs(1234))
	if err != nil {
		t.Fatal(err)
	}
	if want := (Stats{Read: 1234, Recorded: 1234, Claims: 1234}); stats != want {
		t.Errorf("stats %+v, want %+v", stats, want)
	}
	for i, title := range n.articles {
		if title != fmt.Sprint("article ", i) {
			t.Fatalf("at %d: %s", i, title)
		}
	}
	if most := slices.Max(n.sizes); most > 50 {
		t.Errorf("a batch of %d", most)
	}
	if c := n.claims[7]; c.Person != "Ann Lee 7" || c.From != "Acme" || c.To != "Beta" || c.Extractor != "test/1" || c.Start != 0 || c.End != len("Ann Lee 7;Acme;Beta") {
		t.Errorf("claim %+v", c)
	}
}

func TestWhatIsRefusedDoesNotCostTheRest(t *testing.T) {
	long := strings.Repeat("x", 10_000)
	untitled := doc(3, "Cy Roe;Acme;Beta")
	untitled.Title = long
	foreign := doc(4, "nichts")
	foreign.Language = "xx"
	n := &notebook{}
	var said []string
	stats, err := Pipeline{Recorder: n, Extractor: &words{}, Report: func(err error) { said = append(said, err.Error()) }}.Run(t.Context(),
		func(yield func(source.Document, error) bool) {
			for d := range list(doc(1, "Ann Lee;Acme;Beta\n"+long+";Acme;Beta\nBo Day;Acme;Beta\nNobody;;"), doc(2, "!"), untitled, foreign) {
				if !yield(d, nil) {
					return
				}
			}
			yield(source.Document{}, &source.Error{File: "bad.txt", Line: 9, Err: graph.ErrInvalid})
		})
	if err != nil {
		t.Fatal(err)
	}
	if want := (Stats{Read: 4, Recorded: 2, WithoutMoves: 1, Foreign: 1, Claims: 2, Unreadable: 1, Refused: 4}); stats != want {
		t.Errorf("stats %+v, want %+v", stats, want)
	}
	wanted := []string{"news.jsonl:1: claim not recorded: invalid person", "news.jsonl:1: claim not recorded: invalid claim on \"Nobody\"",
		"news.jsonl:2: the extractor failed", "news.jsonl:3: article not recorded: invalid title", "bad.txt:9: "}
	if len(said) != len(wanted) {
		t.Fatalf("said %q", said)
	}
	for i, w := range wanted {
		if !strings.HasPrefix(said[i], w) || len(said[i]) > 200 {
			t.Errorf("said %q, want a line that begins %q", said[i], w)
		}
	}
	if people := []string{n.claims[0].Person, n.claims[1].Person}; !slices.Equal(people, []string{"Ann Lee", "Bo Day"}) {
		t.Errorf("recorded %q", people)
	}
}

func TestStoppingFinishesTheCommitAndARerunGoesOn(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	n := &notebook{before: func(commit context.Context) {
		stop()
		if commit.Err() != nil {
			t.Error("the commit was stopped at once")
		}
	}}
	w := &words{}
	p := Pipeline{Recorder: n, Extractor: w, Known: n.known, Workers: 2, Batch: 10}
	first, err := p.Run(ctx, docs(300))
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("error %v", err)
	}
	if first.Recorded != len(n.articles) || first.Recorded < 10 || first.Recorded == 300 {
		t.Errorf("recorded %d, and the notebook has %d", first.Recorded, len(n.articles))
	}
	n.before = nil
	w.read.Store(0)
	second, err := p.Run(t.Context(), docs(300))
	if err != nil {
		t.Fatal(err)
	}
	if second.Known != first.Recorded || second.Known+second.Recorded != 300 || second.Read != 300 {
		t.Errorf("after %+v the rerun did %+v", first, second)
	}
	if read := int(w.read.Load()); read != second.Recorded {
		t.Errorf("%d articles were read again for %d new ones", read, second.Recorded)
	}
}

func TestAFailingRecorderEndsTheRun(t *testing.T) {
	broken := fmt.Errorf("disk: %w", graph.ErrUnavailable)
	n := &notebook{fail: broken}
	stats, err := Pipeline{Recorder: n, Extractor: &words{}, Batch: 5}.Run(t.Context(), docs(1_000_000_000))
	if !errors.Is(err, broken) || stats.Recorded != 0 {
		t.Errorf("error %v, stats %+v", err, stats)
	}
}

func TestAStreamIsRecordedWithoutWaitingForABatch(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		n := &notebook{}
		more := make(chan source.Document)
		done := make(chan Stats)
		go func() {
			stats, err := Pipeline{Recorder: n, Extractor: &words{}}.Run(t.Context(), func(yield func(source.Document, error) bool) {
				for d := range more {
					if !yield(d, nil) {
						return
					}
				}
			})
			if err != nil {
				t.Error(err)
			}
			done <- stats
		}()
		for i := range 3 {
			more <- doc(i, "Ann Lee;Acme;Beta")
			time.Sleep(DefaultDelay) // in the bubble's time
			synctest.Wait()
			if len(n.articles) != i+1 {
				t.Errorf("a second after article %d, %d are recorded", i, len(n.articles))
			}
		}
		close(more)
		if stats := <-done; stats.Recorded != 3 || len(n.sizes) != 3 {
			t.Errorf("stats %+v, batches %v", stats, n.sizes)
		}
	})
}

func TestWhatIsUnderWayIsBounded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithCancel(t.Context())
		taken := 0
		text := strings.Repeat(" ", 1<<20)
		ended := make(chan error)
		n := &notebook{before: func(context.Context) { <-ctx.Done() }} // a store that does not answer
		go func() {
			_, err := Pipeline{Recorder: n, Extractor: &words{}, Workers: 4, Batch: 2}.Run(ctx, func(yield func(source.Document, error) bool) {
				for yield(doc(taken, text), nil) {
					taken++
				}
			})
			ended <- err
		}()
		synctest.Wait()
		if taken > maxText/len(text)+5 {
			t.Errorf("%d MB of text are under way", taken)
		}
		stop()
		if err := <-ended; !errors.Is(err, context.Canceled) {
			t.Errorf("error %v", err)
		}
	})
}

func TestEveryDocumentIsCountedOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		kinds := rapid.SliceOfN(rapid.IntRange(0, 4), 0, 60).Draw(t, "kinds")
		p := Pipeline{Extractor: &words{}, Workers: rapid.IntRange(1, 5).Draw(t, "workers"), Batch: rapid.IntRange(1, 9).Draw(t, "batch")}
		n := &notebook{}
		p.Recorder = n
		if rapid.Bool().Draw(t, "known") {
			n.seen = map[graph.ID]bool{}
			p.Known = func(context.Context, []graph.ID) (map[graph.ID]bool, error) { return nil, nil }
		}
		said := 0
		p.Report = func(error) { said++ }
		var want Stats
		var titles []string
		stats, err := p.Run(context.Background(), func(yield func(source.Document, error) bool) {
			for i, kind := range kinds {
				var d source.Document
				var err error
				switch kind {
				case 0:
					err = &source.Error{File: "f", Err: graph.ErrInvalid}
					want.Unreadable++
				case 1:
					d = doc(i, "!")
					want.Read++
					want.Refused++
				case 2:
					d = doc(1_000_000, "the same again")
					want.Read++
					want.WithoutMoves++
					if slices.Contains(titles, d.Title) {
						want.Known++
					} else {
						want.Recorded++
						titles = append(titles, d.Title)
					}
				default:
					d = doc(i, strings.Repeat("Ann Lee;Acme;Beta\n", kind-3))
					d.Text += "."
					want.Read++
					want.Recorded++
					want.Claims += kind - 3
					if kind == 3 {
						want.WithoutMoves++
					}
					titles = append(titles, d.Title)
				}
				if !yield(d, err) {
					t.Fatal("stopped early")
				}
			}
		})
		if err != nil || stats != want || !slices.Equal(n.articles, titles) || said != want.Unreadable+want.Refused {
			t.Fatalf("stats %+v (%v), want %+v\nrecorded %q\nwant     %q", stats, err, want, n.articles, titles)
		}
	})
}

func TestExtractYieldsInOrder(t *testing.T) {
	i := 0
	for r, err := range Extract(t.Context(), docs(500), &words{}, 7) {
		if err != nil || r.Document.Title != fmt.Sprint("article ", i) || len(r.Result.Moves) != 1 || r.Result.Moves[0].Person != fmt.Sprint("Ann Lee ", i) {
			t.Fatalf("at %d: %+v, %v", i, r, err)
		}
		i++
	}
	if i != 500 {
		t.Errorf("%d results", i)
	}
	for range Extract(t.Context(), docs(1_000_000_000), &words{}, 3) {
		break // and all its goroutines end
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	for r, err := range Extract(ctx, docs(1_000_000_000), &words{}, 3) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("after the end: %+v, %v", r, err)
		}
	}
}
