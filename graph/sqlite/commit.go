package sqlite

import (
	"context"
	"encoding/binary"
	"fmt"
	"time"

	"talentgraph/graph"
)

// Commit as graph.Store says.
func (s *Store) Commit(ctx context.Context, c graph.Commit) (graph.Snapshot, error) {
	var done graph.Snapshot
	var met map[graph.ID]int64
	var terms map[term]uint64
	err := s.write(ctx, "commit", func(t session) error {
		w := &commit{session: t, store: s, c: c, parts: partsOf(c), blocks: map[graph.ID]*head{}, spots: map[int64]int64{},
			articles: map[graph.ID]int64{}, claims: map[graph.ID]int64{}, organizations: map[graph.ID]int64{},
			terms: map[term]uint64{}, pending: map[*insertion][]any{}}
		if err := w.run(); err != nil {
			return err
		}
		done = graph.Snapshot{Commits: w.state.n, At: timeOf(w.now)}
		met, terms = w.organizations, w.terms
		return nil
	})
	if err != nil {
		return graph.Snapshot{}, err
	}
	s.numbers.learn(met)
	s.terms.learn(terms)
	if len(c.Erase) > 0 {
		s.shelves.clear()
		s.organizations.clear()
		s.articles.clear()
		s.blocks.clear()
	}
	if len(c.Erase)+len(c.Redact)+len(c.Unquote) > 0 {
		s.sweep.erased.Store(true)
		s.sweep.written()
	}
	return done, nil
}

// commit is one change on its way into the database.
type commit struct {
	session
	store         *Store
	c             graph.Commit
	now           int64
	state         state // before the change; after it at the end
	blocks        map[graph.ID]*head
	nextBlock     int64
	nextPast      int64
	spots         map[int64]int64 // key of what is current in these blocks → item.r
	partly        bool            // of some blocks not all is in spots
	pending       map[*insertion][]any
	entries       []newEntry
	articles      map[graph.ID]int64 // recorded by this commit → number
	claims        map[graph.ID]int64 // of this commit → their article's number
	parts         map[graph.ID]int64 // of those that come into a part and have not been put there yet
	organizations map[graph.ID]int64 // → organization.n, those met so far
	terms         map[term]uint64    // likewise
	log           newFacts
}

// state is a row of commits.
type state struct {
	at, n, rules                                   int64
	articles, claims, people, organizations, moves int64
	recent, settled, facts, ends                   int64
}

const stateColumns = "at, n, rules, articles, claims, people, organizations, moves, recent, settled, facts, ends"

func (r *rows) state() state {
	return state{r.int(0), r.int(1), r.int(2), r.int(3), r.int(4), r.int(5), r.int(6), r.int(7), r.int(8), r.int(9), r.int(10), r.int(11)}
}

// head is the row of item that says what a block is.
type head struct {
	b       int64
	version int64
	claims  int64 // how many places for claims are taken
	others  int64 // how many for people and moves
	isNew   bool
}

func headBody(id graph.ID, h *head) []byte {
	b := binary.AppendUvarint(nil, uint64(h.version))
	b = binary.AppendUvarint(b, uint64(h.claims))
	b = binary.AppendUvarint(b, uint64(h.others))
	return appendID(b, id)
}

// read is what headBody wrote, without the ID.
func (h *head) read(body []byte) error {
	d := decode(body)
	h.version, h.claims, h.others = int64(d.uint()), int64(d.uint()), int64(d.uint())
	return d.err()
}

// readHeadID is the ID of a head's block.
func readHeadID(body []byte) (graph.ID, error) {
	d := decode(body)
	d.uint()
	d.uint()
	d.uint()
	return d.id(), d.err()
}

func (w *commit) run() error {
	var err error
	if w.state, err = w.stateAt(0); err != nil {
		return err
	}
	w.now = w.c.Now.UTC().Truncate(time.Microsecond).UnixMicro()
	if w.state.n > 0 {
		w.now = max(w.now, w.state.at+1)
	}
	for _, step := range []func() error{w.expect, w.whole, w.retract, w.record, w.judge, w.gone, w.definitions, w.people, w.moves, w.enlist,
		w.flows, w.divide, w.writeFacts, w.flushAll, w.redact, w.unquote, w.erase, w.heads, w.settle} {
		if err := w.ctx.Err(); err != nil {
			return err
		}
		if err := step(); err != nil {
			return err
		}
	}
	w.state.n++
	w.state.at = w.now
	t := w.state
	return w.exec("INSERT INTO commits ("+stateColumns+") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		t.at, t.n, t.rules, t.articles, t.claims, t.people, t.organizations, t.moves, t.recent, t.settled, t.facts, t.ends)
}

// stateAt is the record's state at a time; 0 is now.
func (s session) stateAt(at int64) (state, error) {
	sql, args := "SELECT "+stateColumns+" FROM commits ORDER BY at DESC LIMIT 1", []any(nil)
	if at != 0 {
		sql, args = "SELECT "+stateColumns+" FROM commits WHERE at <= ? ORDER BY at DESC LIMIT 1", []any{at}
	}
	r := s.short(sql, args...)
	defer r.close()
	var t state
	if r.next() {
		t = r.state()
	}
	return t, r.close()
}

// commits is how many commits led to what is read.
func (s session) commits() (int64, error) {
	return s.highest("SELECT n FROM commits ORDER BY at DESC LIMIT 1")
}

// expect checks that the commit rests on the present state.
func (w *commit) expect() error {
	if w.c.Rules != w.state.rules {
		return fmt.Errorf("%w: the organization judgements have version %d, not %d", graph.ErrConflict, w.state.rules, w.c.Rules)
	}
	var err error
	if w.nextBlock, err = w.highest("SELECT max(r) >> 24 FROM item"); err != nil {
		return err
	}
	w.nextBlock++
	if w.nextPast, err = w.highest("SELECT max(v) FROM past"); err != nil {
		return err
	}
	w.nextPast++
	for id, version := range w.c.Expect {
		h, err := w.block(id)
		if err != nil {
			return err
		}
		if h.version != version {
			return fmt.Errorf("%w: block %s has version %d, not %d", graph.ErrConflict, id, h.version, version)
		}
		h.version++
	}
	return nil
}

// highest is the one number that a query finds, 0 for none.
func (s session) highest(sql string) (int64, error) {
	r := s.short(sql)
	defer r.close()
	n := int64(0)
	if r.next() {
		n = r.int(0)
	}
	return n, r.close()
}

const (
	blockSQL = "SELECT b, split FROM block WHERE id = ?"
	headSQL  = "SELECT body FROM item WHERE r = ?"
)

// block is the head of a block, a new one where there is none yet. What is current in it is in w.spots from then on,
// or in the database where it is partly there.
func (w *commit) block(id graph.ID) (*head, error) {
	if h := w.blocks[id]; h != nil {
		return h, nil
	}
	b, _, err := w.numberOfBlock(id)
	if err != nil {
		return nil, err
	}
	h := &head{b: b, isNew: b == 0}
	w.blocks[id] = h
	if h.isNew {
		h.b = w.nextBlock
		w.nextBlock++
		return h, w.add(insertBlock, id, h.b)
	}
	r := w.short(headSQL, headAt(b))
	defer r.close()
	if !r.next() {
		if err := r.close(); err != nil {
			return nil, err
		}
		return nil, fmt.Errorf("%w: block %d has no head", errTorn, b)
	}
	if err := h.read(r.blob(0)); err != nil {
		return nil, err
	}
	if err := r.close(); err != nil {
		return nil, err
	}
	if x := w.store.shelves.take(id, h.version); x != nil {
		w.partly = w.partly || x.partly
		for _, p := range x.spots {
			w.spots[p.key] = p.r
		}
		return h, nil
	}
	return h, w.load(h)
}

// load finds what is current in a block.
func (w *commit) load(h *head) error {
	r := w.short(blockItemsSQL, h.b<<blockShift, h.b<<blockShift|blockRoom)
	defer r.close()
	for r.next() {
		if i := r.item(); i.kind != headKind {
			d := decode(i.body)
			w.spots[key(d.id())] = i.r
		}
	}
	return r.close()
}

// place is the r of the next item of a block.
func (w *commit) place(block graph.ID, kind int) (int64, error) {
	h, err := w.block(block)
	if err != nil {
		return 0, err
	}
	taken, from := &h.others, headAt(h.b)
	if kind == claimKind {
		taken, from = &h.claims, h.b<<blockShift
	}
	if *taken++; *taken >= headPlace {
		return 0, fmt.Errorf("%w: block %s is full", graph.ErrInvalid, block)
	}
	return from + *taken, nil
}

func (w *commit) heads() error {
	for id, h := range w.blocks {
		if h.isNew {
			if err := w.add(insertItem, headAt(h.b), headKind, nil, nil, headBody(id, h)); err != nil {
				return err
			}
			continue
		}
		if err := w.exec("UPDATE item SET body = ? WHERE r = ?", headBody(id, h), headAt(h.b)); err != nil {
			return err
		}
	}
	return w.flushAll()
}
