package sqlite

import (
	"fmt"
	"slices"

	"talentgraph/graph"
)

// packAt is how many facts, or ends of facts, are kept one by one until they are kept by columns.
const packAt = 4096

var (
	insertRecentFact = newInsertion("recent_fact", "at, body", "")
	insertRecentEnd  = newInsertion("recent_end", "at, fact", "")
)

const (
	factColumnSQL   = "SELECT at, body FROM fact WHERE at >= ? AND at < ? ORDER BY at"
	factOfSQL       = "SELECT at, body FROM fact WHERE at BETWEEN ? AND ? ORDER BY at DESC LIMIT 1"
	recentFactsSQL  = "SELECT at, body FROM recent_fact WHERE at < ? ORDER BY at"
	recentEndsSQL   = "SELECT at, fact FROM recent_end WHERE at < ? ORDER BY at"
	voidSQL         = "SELECT fact FROM void"
	addFactsSQL     = "INSERT INTO fact (at, body) VALUES (?, ?)"
	rewriteFactsSQL = "UPDATE fact SET body = ? WHERE at = ?"
)

// newFacts is what a commit adds to the logs.
type newFacts struct {
	facts []fact
	ends  []uint64
}

// addFact puts a version of a move into the log, and returns its place there.
func (w *commit) addFact(m *graph.Move, r int64) (int64, error) {
	x, err := w.factOf(m, r)
	if err != nil {
		return 0, err
	}
	w.log.facts = append(w.log.facts, x)
	w.state.facts++
	return w.state.facts - 1, nil
}

// endFact says that a fact is no longer one. One of this commit goes without a trace.
func (w *commit) endFact(at int64) error {
	if first := w.state.facts - int64(len(w.log.facts)); at >= first {
		w.log.facts[at-first] = fact{}
		return w.exec("INSERT INTO void (fact) VALUES (?)", at)
	}
	w.log.ends = append(w.log.ends, uint64(at))
	w.state.ends++
	return nil
}

// writeFacts writes what is new in the logs, by columns where there is enough of it.
func (w *commit) writeFacts() error {
	first := w.state.facts - int64(len(w.log.facts))
	tail, err := w.tail("recent_fact", first)
	if err != nil {
		return err
	}
	if w.state.facts-tail >= w.store.packAt {
		err = w.packFacts(tail)
	} else {
		for i := range w.log.facts {
			if err := w.add(insertRecentFact, first+int64(i), appendFact(nil, &w.log.facts[i])); err != nil {
				return err
			}
		}
		err = w.flush(insertRecentFact)
	}
	if err != nil {
		return err
	}
	first = w.state.ends - int64(len(w.log.ends))
	if tail, err = w.tail("recent_end", first); err != nil {
		return err
	}
	if w.state.ends-tail >= w.store.packAt {
		err = w.packEnds(tail)
	} else {
		for i, x := range w.log.ends {
			if err := w.add(insertRecentEnd, first+int64(i), int64(x)); err != nil {
				return err
			}
		}
		err = w.flush(insertRecentEnd)
	}
	w.log = newFacts{}
	return err
}

// tail is the place of the first row that is kept one by one, next where there is none.
func (s session) tail(table string, next int64) (int64, error) {
	r := s.short("SELECT min(at) FROM " + table)
	defer r.close()
	if r.next() && !r.isNull(0) {
		next = r.int(0)
	}
	return next, r.close()
}

// packFacts moves all facts from a place on, with the new ones after them, to the columns.
func (w *commit) packFacts(from int64) error {
	facts, err := w.recentFacts()
	if err != nil {
		return err
	}
	for lot := range slices.Chunk(append(facts, w.log.facts...), 2*packAt) {
		for c := range factColumns {
			if err := w.exec(addFactsSQL, int64(c)<<columnShift|from, packColumn(column(lot, c))); err != nil {
				return err
			}
		}
		from += int64(len(lot))
	}
	return w.exec("DELETE FROM recent_fact")
}

func (s session) recentFacts() ([]fact, error) {
	var facts []fact
	r := s.long(recentFactsSQL, forever)
	defer r.close()
	for r.next() {
		x, err := readFact(r.view(1))
		if err != nil {
			return nil, err
		}
		facts = append(facts, x)
	}
	return facts, r.close()
}

func (w *commit) packEnds(from int64) error {
	var ends []uint64
	r := w.long(recentEndsSQL, forever)
	defer r.close()
	for r.next() {
		ends = append(ends, uint64(r.int(1)))
	}
	if err := r.close(); err != nil {
		return err
	}
	if err := w.exec(addFactsSQL, int64(factEnd)<<columnShift|from, packColumn(append(ends, w.log.ends...))); err != nil {
		return err
	}
	return w.exec("DELETE FROM recent_end")
}

// rewriteFact puts another fact, or nil for none at any time, in the place of one that is written.
func (w *commit) rewriteFact(at int64, x *fact) error {
	if x == nil {
		x = &fact{}
		if err := w.exec("INSERT INTO void (fact) VALUES (?) ON CONFLICT DO NOTHING", at); err != nil {
			return err
		}
	}
	tail, err := w.tail("recent_fact", forever)
	if err != nil {
		return err
	}
	if at >= tail {
		return w.exec("UPDATE recent_fact SET body = ? WHERE at = ?", appendFact(nil, x), at)
	}
	var columns [factColumns][]uint64
	from := int64(0)
	for c := range columns {
		r := w.short(factOfSQL, int64(c)<<columnShift, int64(c)<<columnShift|at)
		defer r.close()
		if !r.next() {
			if err := r.close(); err != nil {
				return err
			}
			return fmt.Errorf("%w: fact %d is missing", errTorn, at)
		}
		from = r.int(0) & (1<<columnShift - 1)
		if columns[c], err = unpackColumn(nil, r.view(1)); err != nil {
			return err
		}
		if err := r.close(); err != nil {
			return err
		}
	}
	i := int(at - from)
	if i >= len(columns[factSources]) {
		return fmt.Errorf("%w: fact %d is missing", errTorn, at)
	}
	before := 0
	for _, n := range columns[factSources][:i] {
		before += int(n)
	}
	after := before + int(columns[factSources][i])
	for c := range columns {
		if c < factArticle {
			columns[c][i] = x.values[c]
		} else if after > len(columns[c]) {
			return fmt.Errorf("%w: the sources of fact %d are missing", errTorn, at)
		} else {
			columns[c] = slices.Replace(columns[c], before, after, column([]fact{*x}, c)...)
		}
		if err := w.exec(rewriteFactsSQL, packColumn(columns[c]), int64(c)<<columnShift|from); err != nil {
			return err
		}
	}
	return nil
}
