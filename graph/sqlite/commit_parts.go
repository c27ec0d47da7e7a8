package sqlite

import (
	"fmt"

	"talentgraph/graph"
)

// partsOf says into which part each member comes.
func partsOf(c graph.Commit) map[graph.ID]int64 {
	parts := map[graph.ID]int64{}
	for _, p := range c.Parts {
		for _, m := range p.Members {
			parts[m] = p.ID
		}
	}
	return parts
}

// partOf is the part that a new item comes into; nil for none.
func (w *commit) partOf(id graph.ID) any {
	part, ok := w.parts[id]
	if !ok {
		return nil
	}
	delete(w.parts, id)
	return part
}

const (
	splitSQL    = "UPDATE block SET split = ? WHERE id = ?"
	leaveSQL    = "UPDATE item SET part = NULL WHERE r BETWEEN ? AND ? AND part IS NOT NULL"
	unmarkSQL   = "DELETE FROM mark WHERE b = ?"
	partSQL     = "UPDATE item SET part = ? WHERE r = ?"
	markGoneSQL = "DELETE FROM mark WHERE b = ? AND r = ?"
)

// whole takes parts and marks from blocks.
func (w *commit) whole() error {
	for _, id := range w.c.Whole {
		h, err := w.block(id)
		if err != nil {
			return err
		}
		if h.isNew {
			continue
		}
		if err := w.exec(splitSQL, nil, id); err != nil {
			return err
		}
		if err := w.exec(leaveSQL, h.b<<blockShift, h.b<<blockShift|blockRoom); err != nil {
			return err
		}
		if err := w.exec(unmarkSQL, h.b); err != nil {
			return err
		}
	}
	return nil
}

// divide puts into parts what was there before, and writes the marks.
func (w *commit) divide() error {
	if err := w.flushAll(); err != nil {
		return err
	}
	for _, p := range w.c.Parts {
		if err := w.exec(splitSQL, 1, p.Block); err != nil {
			return err
		}
		for _, m := range p.Members {
			if _, ok := w.parts[m]; !ok {
				continue // a new item, in its part already
			}
			i, err := w.member(m)
			if err != nil {
				return err
			}
			if err := w.exec(partSQL, p.ID, i.r); err != nil {
				return err
			}
		}
	}
	for _, m := range w.c.Marks {
		i, err := w.member(m.Claim)
		if err != nil {
			return err
		}
		if err := w.add(insertMark, i.r>>blockShift, m.Key, m.At, i.r); err != nil {
			return err
		}
	}
	return nil
}

// member is the current item of a member of a part.
func (w *commit) member(id graph.ID) (item, error) {
	for _, kind := range [...]int64{claimKind, personKind, moveKind} {
		if i, ok, err := w.open(kind, id); ok || err != nil {
			return i, err
		}
	}
	for _, kind := range [...]int64{claimKind, personKind, moveKind} { // of another block
		if i, ok, err := w.openItem(id, kind); ok || err != nil {
			return i, err
		}
	}
	return item{}, fmt.Errorf("%w: %s is to come into a part, but is not there", graph.ErrInvalid, id)
}
