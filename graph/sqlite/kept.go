package sqlite

import "sync"

// kept is what was read of the present state, by key, until the next commit: decoding what is asked for again and again takes
// more than finding it. It holds between half of most and most entries, those that were asked for last.
type kept[K comparable, V any] struct {
	most int

	mu           sync.Mutex
	version      int64 // the number of the commit that all of it is of
	recent, past map[K]V
}

// get gives yield what is kept of the state after a commit, and returns the keys of which nothing is.
func (k *kept[K, V]) get(version int64, keys []K, yield func(K, V)) (others []K) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.version != version {
		return keys
	}
	for _, key := range keys {
		v, ok := k.recent[key]
		if !ok {
			if v, ok = k.past[key]; ok {
				k.set(key, v)
			}
		}
		if ok {
			yield(key, v)
		} else {
			others = append(others, key)
		}
	}
	return others
}

// put keeps what was read of the state after a commit. What was read of an earlier one is not kept any more.
func (k *kept[K, V]) put(version int64, values map[K]V) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.version > version {
		return
	}
	if k.version < version {
		k.version, k.recent, k.past = version, nil, nil
	}
	for key, v := range values {
		k.set(key, v)
	}
}

func (k *kept[K, V]) set(key K, v V) {
	if k.recent == nil {
		k.recent = map[K]V{}
	}
	if k.recent[key] = v; 2*len(k.recent) >= k.most {
		k.recent, k.past = nil, k.recent
	}
}

// clear forgets all.
func (k *kept[K, V]) clear() {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.recent, k.past = nil, nil
}
