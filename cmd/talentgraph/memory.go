package main

import (
	"math"
	"runtime"
	"runtime/debug"
	runtimemetrics "runtime/metrics"
	"sync"
)

// The bounds of a server's heap. The collector works seldom while the heap stays below heapTarget, which is worth a third more requests; where
// more than that is held, as at a million moves, the heap grows by the least part before it is collected: memory first.
const (
	heapTarget  = 64 << 20
	heapLimit   = 1 << 30 // soft
	servedPages = 12      // MiB of a database's pages
	mostGrowth  = 400     // in percent of what is held, as GOGC counts
	leastGrow   = 20
)

// growth is by how many percent the heap may grow over what is held before it is collected.
func growth(held uint64) int {
	if held == 0 {
		return mostGrowth
	}
	percent := (heapTarget - float64(held)) / float64(held) * 100
	return int(math.Min(math.Max(percent, leastGrow), mostGrowth))
}

// serverMemory keeps the heap within these bounds. GOGC and GOMEMLIMIT in the environment win. The function returned undoes it.
func (p *program) serverMemory() func() {
	undo := p.limitMemory(heapLimit)
	if set, _ := p.lookup("GOGC"); set != "" {
		return undo
	}
	before := debug.SetGCPercent(growth(held()))
	var mu sync.Mutex
	over := false
	afterCollection(func() bool {
		mu.Lock()
		defer mu.Unlock()
		if !over {
			debug.SetGCPercent(growth(held()))
		}
		return !over
	})
	return func() {
		mu.Lock()
		defer mu.Unlock()
		over = true
		debug.SetGCPercent(before)
		undo()
	}
}

// readingMemory keeps the heap small while articles are read. Below its bound the collector works seldom: at first nearly all that is allocated are
// tables, which stay. GOGC and GOMEMLIMIT in the environment win. The function returned undoes it.
func (p *program) readingMemory() func() {
	undo := p.limitMemory(readMemory)
	if set, _ := p.lookup("GOGC"); set != "" {
		return undo
	}
	before := debug.SetGCPercent(mostGrowth)
	return func() {
		debug.SetGCPercent(before)
		undo()
	}
}

// held is how many bytes of the heap the last collection left.
func held() uint64 {
	sample := []runtimemetrics.Sample{{Name: "/gc/heap/live:bytes"}}
	runtimemetrics.Read(sample)
	if sample[0].Value.Kind() != runtimemetrics.KindUint64 {
		return 0
	}
	return sample[0].Value.Uint64()
}

// afterCollection calls do after each collection until it returns false.
func afterCollection(do func() bool) {
	type mark struct{ _ [16]byte } // large enough not to share its place with others that live longer
	runtime.SetFinalizer(&mark{}, func(*mark) {
		if do() {
			afterCollection(do)
		}
	})
}
