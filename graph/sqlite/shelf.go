package sqlite

import (
	"sync"

	"talentgraph/graph"
)

// shelf is where the items of a block, or of some parts of it, stand, as Blocks has read them for the commit that mostly
// follows: it need not look for them again.
type shelf struct {
	version int64 // of the block
	partly  bool
	spots   []spot
}

// spot is an item.r, under the key of what stands there.
type spot struct{ key, r int64 }

// shelves keep the shelves that were read last. What was read for nothing gives way to what is read later.
type shelves struct {
	mu    sync.Mutex
	known map[graph.ID]*shelf
	items int
}

// maxShelved is how many items shelves keep at most: some megabytes.
const maxShelved = 256 << 10

func (s *shelves) put(id graph.ID, x *shelf) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.items += len(x.spots); s.known == nil || s.items > maxShelved {
		s.known, s.items = map[graph.ID]*shelf{}, len(x.spots)
	}
	if old := s.known[id]; old != nil {
		s.items -= len(old.spots)
	}
	s.known[id] = x
}

// take is the shelf of a block of this version; nil where there is none.
func (s *shelves) take(id graph.ID, version int64) *shelf {
	s.mu.Lock()
	defer s.mu.Unlock()
	x := s.known[id]
	if x == nil {
		return nil
	}
	delete(s.known, id)
	s.items -= len(x.spots)
	if x.version != version {
		return nil
	}
	return x
}

// clear forgets all.
func (s *shelves) clear() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.known, s.items = nil, 0
}
