package graph

import "sync"

// memo remembers what was worked out for texts that come again and again, up to maxRemembered of them. Safe for
// concurrent use.
type memo[T any] struct {
	mu    sync.RWMutex
	known map[string]T
}

// maxRemembered bounds a memo: some tens of megabytes at most.
const maxRemembered = 1 << 16

func (m *memo[T]) of(text string, work func(string) T) T {
	m.mu.RLock()
	v, ok := m.known[text]
	m.mu.RUnlock()
	if ok {
		return v
	}
	v = work(text)
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.known == nil || len(m.known) >= maxRemembered {
		m.known = map[string]T{}
	}
	m.known[text] = v
	return v
}
