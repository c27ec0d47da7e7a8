package sqlite

import (
	"math"

	"talentgraph/graph"
)

// key is a number for an ID to find it by; different IDs rarely share one.
func key(id graph.ID) int64 { return int64(hash(hashStart, string(id))) }

// movesKey is the number to find a person's moves by.
func movesKey(person graph.ID) int64 {
	return int64(hash(hash(hashStart, "moves of "), string(person)))
}

const hashStart = 14695981039346656037

func hash(h uint64, s string) uint64 { // FNV-1a
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// recentRows is how many rows recent may have at the end of a commit: so many that moving them to lookup touches each page
// there once for several of them, so few that recent stays in the page cache.
const recentRows = 128 << 10

// remember makes something new findable.
func (w *commit) remember(key, r int64) error {
	w.state.recent++
	return w.add(insertRecent, key, r)
}

// forget is for what is erased.
func (w *commit) forget(key, r int64) error {
	for _, sql := range [...]string{"DELETE FROM recent WHERE key = ? AND r = ?", "DELETE FROM lookup WHERE key = ? AND r = ?"} {
		if err := w.exec(sql, key, r); err != nil {
			return err
		}
	}
	return nil
}

// settleParts is how many parts recent is moved in, by ranges of keys, so that no commit has to move much.
const settleParts = 16

const (
	settleSQL = `INSERT INTO lookup (key, r) SELECT key, r FROM recent WHERE key BETWEEN ? AND ? ORDER BY key, r
		ON CONFLICT DO NOTHING`
	settledSQL = "DELETE FROM recent WHERE key BETWEEN ? AND ?"
)

// settle moves parts of recent to lookup while it is too long, and recent_flow to flow each time that all parts had
// their turn.
func (w *commit) settle() error {
	for range settleParts {
		if w.state.recent < w.store.settleAt {
			break
		}
		const span = math.MaxUint64/settleParts + 1
		first := int64(uint64(w.state.settled%settleParts)*span + 1<<63) // from the lowest key on
		last := first + (span - 1)
		if err := w.exec(settleSQL, first, last); err != nil {
			return err
		}
		moved, err := w.delete(settledSQL, first, last)
		if err != nil {
			return err
		}
		w.state.recent -= moved
		if w.state.settled++; w.state.settled%settleParts == 0 {
			if w.state.recent, err = w.highest("SELECT count(*) FROM recent"); err != nil { // repeats were counted, too
				return err
			}
			for _, sql := range settleFlows {
				if err := w.exec(sql); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

const (
	itemsByKeySQL = `SELECT i.r, kind, since, until, prev, body, fact FROM recent l CROSS JOIN item i ON i.r = l.r WHERE l.key = ?1
	UNION ALL SELECT i.r, kind, since, until, prev, body, fact FROM lookup l CROSS JOIN item i ON i.r = l.r WHERE l.key = ?1`
	itemsByKeysSQL = `SELECT i.r, kind, since, until, prev, body, fact FROM json_each(?1) j
		CROSS JOIN recent l ON l.key = j.value CROSS JOIN item i ON i.r = l.r
	UNION ALL SELECT i.r, kind, since, until, prev, body, fact FROM json_each(?1) j
		CROSS JOIN lookup l ON l.key = j.value CROSS JOIN item i ON i.r = l.r`
	// The same of what is current, without what is then known: each column of a row takes its time.
	currentByKeysSQL = `SELECT i.r, kind, since, body FROM json_each(?1) j
		CROSS JOIN recent l ON l.key = j.value CROSS JOIN item i ON i.r = l.r WHERE until IS NULL
	UNION ALL SELECT i.r, kind, since, body FROM json_each(?1) j
		CROSS JOIN lookup l ON l.key = j.value CROSS JOIN item i ON i.r = l.r WHERE until IS NULL`
	articlesByKeysSQL = `SELECT since, until, body FROM json_each(?1) j
		CROSS JOIN recent l ON l.key = j.value CROSS JOIN article ON n = -l.r
	UNION ALL SELECT since, until, body FROM json_each(?1) j
		CROSS JOIN lookup l ON l.key = j.value CROSS JOIN article ON n = -l.r`
)

// items are all items with an ID, of a kind, in no order.
func (s session) items(id graph.ID, kind int64) ([]item, error) {
	r := s.short(itemsByKeySQL, key(id))
	defer r.close()
	var found []item
	for r.next() {
		if i := r.item(); i.kind == kind && i.is(id) {
			found = append(found, i)
		}
	}
	return found, r.close()
}

// itemRows are rows of items in either form.
type itemRows struct {
	*rows
	current bool
}

func (r itemRows) item() item {
	if r.current {
		return item{r.int(0), r.int(1), version{since: r.int(2), body: r.blob(3)}}
	}
	return r.rows.item()
}

// itemsByKeys are the items with the keys of IDs that can tell what was at a time.
func (s session) itemsByKeys(ids []graph.ID, at int64) itemRows {
	if at == 0 {
		return itemRows{s.long(currentByKeysSQL, keys(ids)), true}
	}
	return itemRows{s.long(itemsByKeysSQL, keys(ids)), false}
}

// itemsOf are the items with these IDs, of a kind; some of others may be among them.
func (s session) itemsOf(ids []graph.ID, kind, at int64) ([]item, error) {
	found := make([]item, 0, len(ids))
	if at == 0 {
		others, err := s.nearby(ids, kind, func(_ graph.ID, i item) { found = append(found, i) })
		if err != nil || len(others) == 0 {
			return found, err
		}
		ids = others
	}
	r := s.itemsByKeys(ids, at)
	defer r.close()
	for r.next() {
		if i := r.item(); i.kind == kind {
			found = append(found, i)
		}
	}
	return found, r.close()
}

// openItem is the item of what is current under an ID.
func (s session) openItem(id graph.ID, kind int64) (item, bool, error) {
	all, err := s.items(id, kind)
	for _, i := range all {
		if i.until == 0 {
			return i, true, err
		}
	}
	return item{}, false, err
}
