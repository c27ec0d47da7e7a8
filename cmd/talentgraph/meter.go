package main

import (
	"fmt"
	"io"
	"os"
	"sync/atomic"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
	"golang.org/x/term"

	"talentgraph/ingest"
)

// meterInterval is the time between two log lines of progress.
const meterInterval = 10 * time.Second

// meter shows how far reading has come: a bar on a terminal, else a log line from time to time.
type meter struct {
	p      *program
	lines  io.Writer // where messages go, so that they do not run into the bar
	bars   *mpb.Progress
	bar    *mpb.Bar
	counts atomic.Pointer[ingest.Stats]
	last   time.Time
}

// newMeter begins; total is the bytes to read, -1 where that is not known.
func (p *program) newMeter(total int64) *meter {
	m := &meter{p: p, lines: p.err, last: time.Now()}
	m.counts.Store(&ingest.Stats{})
	f, ok := p.err.(*os.File)
	if !ok || p.json || !term.IsTerminal(int(f.Fd())) {
		return m
	}
	m.bars = mpb.New(mpb.WithOutput(f), mpb.WithWidth(40))
	said := decor.Any(func(decor.Statistics) string {
		s := m.counts.Load()
		return fmt.Sprintf("  %d recorded, %d known, %d claims", s.Recorded, s.Known, s.Claims)
	})
	if total < 0 {
		m.bar = m.bars.AddSpinner(0, mpb.PrependDecorators(decor.CurrentKibiByte("% .1f ")), mpb.AppendDecorators(said))
	} else {
		m.bar = m.bars.AddBar(total, mpb.PrependDecorators(decor.CountersKibiByte("% .1f / % .1f ")),
			mpb.AppendDecorators(decor.Percentage(decor.WC{W: 4}), said))
	}
	m.lines = m.bars
	return m
}

// bytes is told how many more were read.
func (m *meter) bytes(n int64) {
	if m.bar != nil {
		m.bar.IncrInt64(n)
	}
}

// stats is told what has been done.
func (m *meter) stats(s ingest.Stats) {
	m.counts.Store(&s)
	if m.bar == nil && time.Since(m.last) >= meterInterval {
		m.last = time.Now()
		m.p.log.Info("reading", "read", s.Read, "recorded", s.Recorded, "known", s.Known, "claims", s.Claims,
			"unreadable", s.Unreadable, "refused", s.Refused)
	}
}

// problem writes one line on what could not be taken, without running into the bar.
func (m *meter) problem(err error) { m.p.problem(m.lines, err) }

func (m *meter) close() {
	if m.bar != nil {
		m.bar.Abort(false)
		m.bars.Wait()
	}
}
