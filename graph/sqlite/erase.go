package sqlite

import (
	"slices"

	"talentgraph/graph"
)

// erase deletes every version of claims, people and moves with all that hangs on them. secure_delete overwrites in the
// file what is deleted.
func (w *commit) erase() error {
	if len(w.c.Erase) == 0 {
		return nil
	}
	gone, err := w.predecessors(wanted(w.c.Erase))
	if err != nil {
		return err
	}
	// Claims go last: they tell the articles under which moves are listed.
	var claims, people, moves []item
	for id := range gone {
		for kind, list := range map[int64]*[]item{claimKind: &claims, personKind: &people, moveKind: &moves} {
			items, err := w.items(id, kind)
			if err != nil {
				return err
			}
			*list = append(*list, items...)
		}
		for _, sql := range [...]string{"DELETE FROM successor WHERE id = ?", "DELETE FROM successor WHERE successor = ?"} {
			if err := w.exec(sql, id); err != nil {
				return err
			}
		}
	}
	for _, i := range moves {
		if err := w.eraseMove(i); err != nil {
			return err
		}
	}
	if err := w.erasePeople(people, gone); err != nil {
		return err
	}
	return w.eraseClaims(claims, gone)
}

// predecessors adds to ids all that gave way to one of them and is not current again.
func (w *commit) predecessors(ids map[graph.ID]bool) (map[graph.ID]bool, error) {
	before := map[graph.ID][]graph.ID{}
	r := w.long("SELECT id, successor FROM successor")
	defer r.close()
	for r.next() {
		before[graph.ID(r.text(1))] = append(before[graph.ID(r.text(1))], graph.ID(r.text(0)))
	}
	if err := r.close(); err != nil {
		return nil, err
	}
	queue := make([]graph.ID, 0, len(ids))
	for id := range ids {
		queue = append(queue, id)
	}
	for len(queue) > 0 {
		id := queue[0]
		queue = queue[1:]
		for _, from := range before[id] {
			current, err := w.current(from)
			if err != nil {
				return nil, err
			}
			if !current && !ids[from] {
				ids[from] = true
				queue = append(queue, from)
			}
		}
	}
	return ids, nil
}

// eraseClaims deletes claims and takes them out of the moves that they ever supported.
func (w *commit) eraseClaims(claims []item, gone map[graph.ID]bool) error {
	moves := map[int64]bool{}
	articles, ids := make([]int64, len(claims)), make([]graph.ID, len(claims))
	for k, i := range claims {
		c, n, err := readClaim(i.body)
		if err != nil {
			return err
		}
		articles[k], ids[k] = n, c.ID
		r := w.short("SELECT r FROM listing WHERE side = ? AND list = ?", articleSide, n)
		for r.next() {
			moves[r.int(0)] = true
		}
		if err := r.close(); err != nil {
			return err
		}
	}
	for r := range moves {
		if err := w.eraseSupport(r, gone); err != nil {
			return err
		}
	}
	for k, i := range claims {
		a, ok, err := w.recording(articles[k])
		if err != nil {
			return err
		}
		if ok {
			a.claims = slices.DeleteFunc(a.claims, func(x stated) bool { return x.r == i.r })
			if err := w.rewriteArticle(a); err != nil {
				return err
			}
		}
		if err := w.uncount("claims", &w.state.claims, i.since, i.until); err != nil {
			return err
		}
		if err := w.exec("DELETE FROM item WHERE r = ?", i.r); err != nil {
			return err
		}
		if err := w.exec(markGoneSQL, i.r>>blockShift, i.r); err != nil {
			return err
		}
		if err := w.forget(key(ids[k]), i.r); err != nil {
			return err
		}
	}
	return nil
}

// uncount takes one of what was current from since until until out of the commits' counts, and out of the present one.
func (w *commit) uncount(what string, now *int64, since, until int64) error {
	if until == 0 {
		*now--
		until = forever
	}
	return w.exec("UPDATE commits SET "+what+" = "+what+" - 1 WHERE at >= ? AND at < ?", since, until)
}

// link is a version with where it stands: in past, or in item where v is 0.
type link struct {
	v int64
	version
}

// chain is all versions of an item, the latest first.
func (s session) chain(i item) ([]link, error) {
	all := []link{{0, i.version}}
	for {
		last := all[len(all)-1]
		v, ok, err := s.before(last.version)
		if err != nil || !ok {
			return all, err
		}
		all = append(all, link{last.prev, v})
	}
}

// movesOf gives the moves of a chain of versions to do: what one lacks stands in the one after it, which comes first.
func movesOf(chain []link, do func(l link, m graph.Move) error) error {
	var after *graph.Move
	for _, l := range chain {
		m, err := readMove(l.version, after)
		if err != nil {
			return err
		}
		if err := do(l, m); err != nil {
			return err
		}
		after = &m
	}
	return nil
}

func (w *commit) eraseChain(i item, chain []link) error {
	for _, l := range chain {
		if l.v != 0 {
			if err := w.exec("DELETE FROM past WHERE v = ?", l.v); err != nil {
				return err
			}
		}
	}
	return w.exec("DELETE FROM item WHERE r = ?", i.r)
}

func (s session) rewrite(i item, l link, body []byte) error {
	if l.v != 0 {
		return s.exec("UPDATE past SET body = ? WHERE v = ?", body, l.v)
	}
	return s.exec("UPDATE item SET body = ? WHERE r = ?", body, i.r)
}

func (w *commit) erasePeople(people []item, gone map[graph.ID]bool) error {
	blocks := map[int64]bool{} // where they may be among others' candidates
	for _, i := range people {
		blocks[i.r>>blockShift] = true
		if err := w.erasePerson(i); err != nil {
			return err
		}
	}
	for b := range blocks {
		if err := w.eraseCandidates(b, gone); err != nil {
			return err
		}
	}
	return nil
}

func (w *commit) erasePerson(i item) error {
	chain, err := w.chain(i)
	if err != nil {
		return err
	}
	for _, l := range chain {
		p, err := readPerson(l.version)
		if err != nil {
			return err
		}
		for f := range namesFound(p.Names()) {
			if err := w.exec("DELETE FROM name WHERE kind = ? AND key = ? AND id = ?", personName, f.key, p.ID); err != nil {
				return err
			}
		}
		if err := w.exec("DELETE FROM name WHERE kind = ? AND key = ? AND id = ?", personPlace, p.ListKey(), p.ID); err != nil {
			return err
		}
		if err := w.forget(key(p.ID), i.r); err != nil {
			return err
		}
	}
	if err := w.uncount("people", &w.state.people, chain[len(chain)-1].since, i.until); err != nil {
		return err
	}
	return w.eraseChain(i, chain)
}

const unlistSQL = "DELETE FROM listing WHERE side = ? AND list = ? AND day = ? AND id = ? AND r = ?" // another item may have the same ID

func (w *commit) eraseMove(i item) error {
	chain, err := w.chain(i)
	if err != nil {
		return err
	}
	err = movesOf(chain, func(l link, m graph.Move) error {
		places, err := w.places(m, m.Claims)
		if err != nil {
			return err
		}
		for _, p := range places {
			if err := w.exec(unlistSQL, p.side, p.list, p.day, rank(m.ID), i.r); err != nil {
				return err
			}
		}
		if err := w.rewriteFact(l.fact, nil); err != nil {
			return err
		}
		for _, k := range [...]int64{key(m.ID), movesKey(m.Person)} {
			if err := w.forget(k, i.r); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if err := w.uncount("moves", &w.state.moves, chain[len(chain)-1].since, i.until); err != nil {
		return err
	}
	return w.eraseChain(i, chain)
}

// eraseSupport takes erased claims out of every version of a move, and the move out of the lists of articles that
// supported it with nothing else.
func (w *commit) eraseSupport(r int64, erased map[graph.ID]bool) error {
	i, ok, err := w.item(r)
	if err != nil || !ok {
		return err
	}
	chain, err := w.chain(i)
	if err != nil {
		return err
	}
	type stay struct {
		listed
		since, until int64
	}
	var id []byte
	var stays []stay
	var shorter *graph.Move // the version after one, without the erased
	err = movesOf(chain, func(l link, m graph.Move) error {
		id = rank(m.ID)
		was, err := w.articlePlaces(m)
		if err != nil {
			return err
		}
		full := m
		m.Claims, m.Sources = nil, nil
		for k, id := range full.Claims {
			if !erased[id] {
				m.Claims = append(m.Claims, id)
				if k < len(full.Sources) {
					m.Sources = append(m.Sources, full.Sources[k])
				}
			}
		}
		if err := w.rewrite(i, l, moveBody(m, shorter, nil)); err != nil {
			return err
		}
		x, err := w.factOf(&m, r)
		if err != nil {
			return err
		}
		if err := w.rewriteFact(l.fact, &x); err != nil {
			return err
		}
		shorter = &m
		is, err := w.articlePlaces(m)
		if err != nil {
			return err
		}
		for _, p := range was {
			if err := w.exec(unlistSQL, p.side, p.list, p.day, id, r); err != nil {
				return err
			}
		}
		for _, p := range is {
			if k := slices.IndexFunc(stays, func(s stay) bool { return s.listed == p && s.since == l.until }); k >= 0 {
				stays[k].since = l.since
			} else {
				stays = append(stays, stay{p, l.since, l.until})
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, s := range stays {
		if err := w.exec("INSERT INTO listing (side, list, day, id, since, until, r, flags) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
			s.side, s.list, s.day, id, s.since, orNil(s.until), r, s.flags); err != nil {
			return err
		}
	}
	return nil
}

// articlePlaces are where a move stands in listings of articles.
func (w *commit) articlePlaces(m graph.Move) ([]listed, error) {
	places, err := w.places(m, m.Claims)
	return slices.DeleteFunc(places, func(p listed) bool { return p.side != articleSide }), err
}

// eraseCandidates takes erased people out of the candidates of every version of the people of a block.
func (w *commit) eraseCandidates(b int64, gone map[graph.ID]bool) error {
	r := w.short("SELECT "+itemColumns+" FROM item WHERE r BETWEEN ? AND ?", b<<blockShift, b<<blockShift|blockRoom)
	defer r.close()
	var people []item
	for r.next() {
		if i := r.item(); i.kind == personKind {
			people = append(people, i)
		}
	}
	if err := r.close(); err != nil {
		return err
	}
	for _, i := range people {
		chain, err := w.chain(i)
		if err != nil {
			return err
		}
		for _, l := range chain {
			p, err := readPerson(l.version)
			if err != nil {
				return err
			}
			n := len(p.Candidates)
			p.Candidates = slices.DeleteFunc(p.Candidates, func(c graph.Candidate) bool { return gone[c.Person] })
			if len(p.Candidates) < n {
				if err := w.rewrite(i, l, personBody(p)); err != nil {
					return err
				}
			}
		}
	}
	return nil
}
