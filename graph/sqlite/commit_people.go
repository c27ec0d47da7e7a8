package sqlite

import (
	"slices"

	"talentgraph/graph"
)

const (
	replaceSQL  = "UPDATE item SET since = ?, prev = ?, body = ?, fact = ? WHERE r = ?"
	shutItemSQL = "UPDATE item SET until = ? WHERE r = ?"
)

// orNil is a reference as the database has it: NULL for none.
func orNil(n int64) any {
	if n == 0 {
		return nil
	}
	return n
}

// replace makes body the current version of an item, and old the one before it. A version that this commit itself has
// made gives way without a trace. Fact is of a move, nil of a person.
func (w *commit) replace(i item, old, body []byte, fact any) error {
	prev := i.prev
	if i.since != w.now {
		if err := w.add(insertPast, w.nextPast, orNil(i.prev), i.since, w.now, old, i.fact); err != nil {
			return err
		}
		prev = w.nextPast
		w.nextPast++
	}
	return w.exec(replaceSQL, w.now, orNil(prev), body, fact, i.r)
}

// open is the item of what is current in the blocks of this commit.
func (w *commit) open(kind int64, id graph.ID) (item, bool, error) {
	r, ok := w.spots[key(id)]
	if ok {
		i, found, err := w.item(r)
		if err != nil || found && i.until == 0 && i.is(id) {
			return i, found && i.kind == kind, err
		}
	}
	if !ok && !w.partly {
		return item{}, false, nil
	}
	return w.openItem(id, kind)
}

// gone closes what is no more.
func (w *commit) gone() error {
	for _, g := range w.c.Gone {
		for kind, shut := range map[int64]func(item) error{personKind: w.shutPerson, moveKind: w.shutMove} {
			i, ok, err := w.open(kind, g.ID)
			if ok {
				err = shut(i)
			}
			if err != nil {
				return err
			}
		}
		if err := w.exec("DELETE FROM successor WHERE id = ?", g.ID); err != nil {
			return err
		}
		if g.Successor != "" {
			if err := w.exec("INSERT INTO successor (id, successor) VALUES (?, ?)", g.ID, g.Successor); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *commit) shutPerson(i item) error {
	p, err := readPerson(i.version)
	if err != nil {
		return err
	}
	w.state.people--
	if err := w.rename(personName, p.ID, p.Names(), nil); err != nil {
		return err
	}
	if err := w.replacePlace(personPlace, p.ID, place{true, p.ListKey()}, place{}); err != nil {
		return err
	}
	delete(w.spots, key(p.ID))
	return w.exec(shutItemSQL, w.now, i.r)
}

// last is the values without those that a later one of the same ID replaces.
func last[T any](values []T, id func(T) graph.ID) []T {
	at := make(map[graph.ID]int, len(values))
	for i, v := range values {
		at[id(v)] = i
	}
	if len(at) == len(values) {
		return values
	}
	var kept []T
	for i, v := range values {
		if at[id(v)] == i {
			kept = append(kept, v)
		}
	}
	return kept
}

// people makes the commit's people current.
func (w *commit) people() error {
	for _, p := range last(w.c.People, func(p graph.Person) graph.ID { return p.ID }) {
		h, err := w.block(p.Block)
		if err != nil {
			return err
		}
		i, ok, err := w.open(personKind, p.ID)
		if err != nil {
			return err
		}
		if ok && i.r>>blockShift != h.b {
			if err := w.shutPerson(i); err != nil {
				return err
			}
			ok = false
		}
		var names []string
		var was place
		if ok {
			old, err := readPerson(i.version)
			if err != nil {
				return err
			}
			names, was = old.Names(), place{true, old.ListKey()}
			if err := w.replace(i, i.body, personBody(p), nil); err != nil {
				return err
			}
		} else {
			w.state.people++
			at, err := w.place(p.Block, personKind)
			if err != nil {
				return err
			}
			if err := w.add(insertItem, at, personKind, w.now, w.partOf(p.ID), personBody(p)); err != nil {
				return err
			}
			w.spots[key(p.ID)] = at
			if err := w.remember(key(p.ID), at); err != nil {
				return err
			}
		}
		if err := w.rename(personName, p.ID, names, p.Names()); err != nil {
			return err
		}
		if err := w.replacePlace(personPlace, p.ID, was, place{true, p.ListKey()}); err != nil {
			return err
		}
	}
	return nil
}

// found is a key with the name that it was made from.
type found struct{ key, name string }

func namesFound(names []string) map[found]bool {
	set := map[found]bool{}
	for _, n := range names {
		for _, k := range graph.SearchKeys(n) {
			set[found{k, n}] = true
		}
	}
	return set
}

const shutNameSQL = "UPDATE name SET until = ? WHERE kind = ? AND key = ? AND id = ? AND name = ? AND until IS NULL"

// rename replaces the names under which search finds something.
func (w *commit) rename(kind int, id graph.ID, before, after []string) error {
	if slices.Equal(before, after) {
		return nil
	}
	for f := range namesFound(lacking(before, after)) {
		if err := w.exec(shutNameSQL, w.now, kind, f.key, id, f.name); err != nil {
			return err
		}
	}
	for f := range namesFound(lacking(after, before)) {
		if err := w.add(insertName, kind, f.key, id, f.name, w.now); err != nil {
			return err
		}
	}
	return nil
}

// lacking is the names that are not among others.
func lacking(names, others []string) []string {
	if len(others) == 0 {
		return names
	}
	among := make(map[string]bool, len(others))
	for _, n := range others {
		among[n] = true
	}
	return slices.DeleteFunc(slices.Clone(names), func(n string) bool { return among[n] })
}

// place is where lists have something that exists.
type place struct {
	exists bool
	key    string
}

func (w *commit) replacePlace(kind int, id graph.ID, was, is place) error {
	if was == is {
		return nil
	}
	if was.exists {
		if err := w.exec(shutNameSQL, w.now, kind, was.key, id, ""); err != nil {
			return err
		}
	}
	if is.exists {
		return w.add(insertName, kind, is.key, id, "", w.now)
	}
	return nil
}
