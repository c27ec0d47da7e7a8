package main

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

func TestGrowth(t *testing.T) {
	for held, want := range map[uint64]int{0: 400, 1 << 20: 400, 12 << 20: 400, 32 << 20: 100, 40 << 20: 60, 64 << 20: 20, 1 << 30: 20} {
		if got := growth(held); got != want {
			t.Errorf("%d MiB held: %d %%, want %d", held>>20, got, want)
		}
	}
}

// TestServerMemory: the growth follows what is held, and is left as it was in the end.
func TestServerMemory(t *testing.T) {
	before := debug.SetGCPercent(77)
	defer debug.SetGCPercent(before)
	p := &program{lookup: func(string) (string, bool) { return "", false }}
	percent := func() int {
		now := debug.SetGCPercent(77)
		debug.SetGCPercent(now)
		return now
	}
	undo := p.serverMemory()
	ballast := make([]byte, 200<<20)
	for range 100 { // finalizers run when they like
		runtime.GC()
		if time.Sleep(10 * time.Millisecond); percent() == leastGrow {
			break
		}
	}
	if got := percent(); got != leastGrow {
		t.Errorf("with 200 MiB held: %d %%", got)
	}
	runtime.KeepAlive(ballast)
	undo()
	runtime.GC()
	time.Sleep(20 * time.Millisecond)
	if got := percent(); got != 77 {
		t.Errorf("in the end: %d %%", got)
	}
	p.lookup = func(name string) (string, bool) { return "50", name == "GOGC" }
	undo = p.serverMemory()
	defer undo()
	if got := percent(); got != 77 {
		t.Errorf("with GOGC set: %d %%", got)
	}
}
