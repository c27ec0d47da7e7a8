package gql

import (
	"container/list"
	"crypto/sha256"
	"sync"
)

// keptAnswers are answers without errors, by what was asked to the byte. An answer is a function of the request and of the point of the
// record that all of it was read at, and so it serves until the next commit; one that holds nothing of the record serves forever.
// They are bounded by bytes; those that were not asked for longest go first.
type keptAnswers struct {
	mu     sync.Mutex
	room   int64
	used   int64
	at     point      // of the record, that those which depend on it are of
	recent *list.List // of *keptAnswer, the one asked for last first
	by     map[question]*list.Element
}

// question is a digest of all that an answer depends on but the record.
type question [sha256.Size]byte

type keptAnswer struct {
	to       question
	body     []byte
	timeless bool // holds nothing of the record
}

// keptOverhead is about what an answer takes beside its body.
const keptOverhead = 256

func newKeptAnswers(bytes int64) *keptAnswers {
	return &keptAnswers{room: bytes, recent: list.New(), by: map[question]*list.Element{}}
}

// questionOf a request in the body or in the URL.
func questionOf(inURL bool, text []byte) question {
	q := question(sha256.Sum256(text))
	if inURL {
		q[0] ^= 1 // the same text is another question
	}
	return q
}

// get is the answer to a question, and whether it holds of the record only as it was at the point that it names.
func (k *keptAnswers) get(q question) (body []byte, timeless bool, at point) {
	k.mu.Lock()
	defer k.mu.Unlock()
	e := k.by[q]
	if e == nil {
		return nil, false, k.at
	}
	k.recent.MoveToFront(e)
	a := e.Value.(*keptAnswer)
	return a.body, a.timeless, k.at
}

// put keeps an answer that all of was read at a point of the record.
func (k *keptAnswers) put(q question, body []byte, timeless bool, at point) {
	size := int64(len(body)) + keptOverhead
	k.mu.Lock()
	defer k.mu.Unlock()
	if !timeless {
		k.move(at)
	}
	if e := k.by[q]; e != nil {
		k.remove(e)
	}
	if size > k.room/8 {
		return // it would take the place of too many
	}
	for k.used+size > k.room {
		k.remove(k.recent.Back())
	}
	k.by[q] = k.recent.PushFront(&keptAnswer{q, body, timeless})
	k.used += size
}

// moved says that the record went on: what was known of it before is forgotten, and so is whoever was erased from it.
func (k *keptAnswers) moved(at point) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.move(at)
}

func (k *keptAnswers) move(at point) {
	if k.at.same(at) {
		return
	}
	k.at = at
	for e := k.recent.Front(); e != nil; {
		next := e.Next()
		if !e.Value.(*keptAnswer).timeless {
			k.remove(e)
		}
		e = next
	}
}

func (k *keptAnswers) remove(e *list.Element) {
	a := e.Value.(*keptAnswer)
	k.recent.Remove(e)
	delete(k.by, a.to)
	k.used -= int64(len(a.body)) + keptOverhead
}
