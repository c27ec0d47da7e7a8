package sqlite

import "talentgraph/graph"

// The versions of moves on their way into the log, which has them in another order.
const versionsSQL = `
CREATE TEMP TABLE version (since INTEGER NOT NULL, until INTEGER NOT NULL, r INTEGER NOT NULL, v INTEGER NOT NULL, body BLOB NOT NULL);
CREATE TEMP TABLE ended (until INTEGER NOT NULL, fact INTEGER NOT NULL)`

// toVersionFour writes the log of facts from all versions of all moves.
func (s session) toVersionFour() error {
	w := &commit{session: s, store: s.store, organizations: map[graph.ID]int64{}, terms: map[term]uint64{}, pending: map[*insertion][]any{}}
	if err := s.exec(versionsSQL); err != nil {
		return err
	}
	for _, step := range []func() error{w.gatherVersions, w.logVersions, w.logEnds, w.countFacts} {
		if err := step(); err != nil {
			return err
		}
	}
	return s.exec("DROP TABLE version; DROP TABLE ended")
}

func (w *commit) gatherVersions() error {
	const some = 5000
	for last, more := int64(-1), true; more; {
		if err := w.ctx.Err(); err != nil {
			return err
		}
		r := w.long("SELECT "+itemColumns+" FROM item WHERE r > ? ORDER BY r LIMIT ?", last, some)
		defer r.close()
		n := 0
		var moves []item
		for r.next() {
			i := r.item()
			n, last = n+1, i.r
			if i.kind == moveKind {
				moves = append(moves, i)
			}
		}
		if err := r.close(); err != nil {
			return err
		}
		more = n == some
		for _, i := range moves {
			if err := w.gatherMove(i); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *commit) gatherMove(i item) error {
	chain, err := w.chain(i)
	if err != nil {
		return err
	}
	return movesOf(chain, func(l link, m graph.Move) error {
		x, err := w.factOf(&m, i.r)
		if err != nil {
			return err
		}
		return w.exec("INSERT INTO version (since, until, r, v, body) VALUES (?, ?, ?, ?, ?)", l.since, l.until, i.r, l.v, appendFact(nil, &x))
	})
}

func (w *commit) logVersions() error {
	r := w.long("SELECT until, r, v, body FROM version ORDER BY since, r, v")
	defer r.close()
	var facts []fact
	write := func() error {
		if len(facts) == 0 {
			return nil
		}
		for c := range factColumns {
			if err := w.exec(addFactsSQL, int64(c)<<columnShift|(w.state.facts-int64(len(facts))), packColumn(column(facts, c))); err != nil {
				return err
			}
		}
		facts = facts[:0]
		return nil
	}
	for r.next() {
		x, err := readFact(r.view(3))
		if err != nil {
			return err
		}
		sql, at := "UPDATE item SET fact = ? WHERE r = ?", r.int(1)
		if r.int(2) != 0 {
			sql, at = "UPDATE past SET fact = ? WHERE v = ?", r.int(2)
		}
		if err := w.exec(sql, w.state.facts, at); err != nil {
			return err
		}
		if r.int(0) != 0 {
			if err := w.exec("INSERT INTO ended (until, fact) VALUES (?, ?)", r.int(0), w.state.facts); err != nil {
				return err
			}
		}
		facts = append(facts, x)
		if w.state.facts++; len(facts) == packAt {
			if err := write(); err != nil {
				return err
			}
		}
	}
	if err := r.close(); err != nil {
		return err
	}
	return write()
}

func (w *commit) logEnds() error {
	r := w.long("SELECT fact FROM ended ORDER BY until, fact")
	defer r.close()
	var ends []uint64
	write := func() error {
		if len(ends) == 0 {
			return nil
		}
		at := int64(factEnd)<<columnShift | (w.state.ends - int64(len(ends)))
		err := w.exec(addFactsSQL, at, packColumn(ends))
		ends = ends[:0]
		return err
	}
	for r.next() {
		ends = append(ends, uint64(r.int(0)))
		if w.state.ends++; len(ends) == packAt {
			if err := write(); err != nil {
				return err
			}
		}
	}
	if err := r.close(); err != nil {
		return err
	}
	return write()
}

// countFacts tells each commit how long the logs were after it.
func (w *commit) countFacts() error {
	counts := func(sql string) (times []int64, sums []int64, err error) {
		r := w.long(sql)
		defer r.close()
		sum := int64(0)
		for r.next() {
			sum += r.int(1)
			times, sums = append(times, r.int(0)), append(sums, sum)
		}
		return times, sums, r.close()
	}
	since, facts, err := counts("SELECT since, count(*) FROM version GROUP BY since ORDER BY since")
	if err != nil {
		return err
	}
	until, ends, err := counts("SELECT until, count(*) FROM ended GROUP BY until ORDER BY until")
	if err != nil {
		return err
	}
	var commits []int64
	r := w.long("SELECT at FROM commits ORDER BY at")
	defer r.close()
	for r.next() {
		commits = append(commits, r.int(0))
	}
	if err := r.close(); err != nil {
		return err
	}
	upTo := func(times, sums []int64, at int64, i int) (int, int64) {
		for i < len(times) && times[i] <= at {
			i++
		}
		if i == 0 {
			return 0, 0
		}
		return i, sums[i-1]
	}
	i, k := 0, 0
	for _, at := range commits {
		var f, e int64
		i, f = upTo(since, facts, at, i)
		k, e = upTo(until, ends, at, k)
		if err := w.exec("UPDATE commits SET facts = ?, ends = ? WHERE at = ?", f, e, at); err != nil {
			return err
		}
	}
	return nil
}
