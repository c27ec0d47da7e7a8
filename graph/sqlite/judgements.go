package sqlite

import (
	"context"

	"talentgraph/graph"
)

// judge records judgements and undoes them.
func (w *commit) judge() error {
	for _, j := range w.c.Judgements {
		old, known, err := w.judgement(j.ID)
		if err != nil {
			return err
		}
		if known && old.until == 0 {
			continue // in force already
		}
		organizations := len(j.Organizations) > 0
		if err := w.exec(`INSERT INTO judgement (id, at, undone, organizations, body) VALUES (?, ?, NULL, ?, ?) ON CONFLICT DO UPDATE
			SET at = excluded.at, undone = NULL, organizations = excluded.organizations, body = excluded.body`,
			j.ID, w.now, organizations, judgementBody(j)); err != nil {
			return err
		}
		if known {
			if err := w.exec("DELETE FROM judged WHERE judgement = ?", j.ID); err != nil {
				return err
			}
		}
		for _, b := range j.Blocks {
			if err := w.exec("INSERT INTO judged (block, judgement) VALUES (?, ?) ON CONFLICT DO NOTHING", b, j.ID); err != nil {
				return err
			}
		}
		if organizations {
			w.state.rules++
		}
	}
	for _, id := range w.c.Undo {
		v, known, err := w.judgement(id)
		if err != nil {
			return err
		}
		if !known || v.until != 0 {
			continue
		}
		if err := w.exec("UPDATE judgement SET undone = ? WHERE id = ?", w.now, id); err != nil {
			return err
		}
		j, err := readJudgement(v)
		if err != nil {
			return err
		}
		if len(j.Organizations) > 0 {
			w.state.rules++
		}
	}
	return nil
}

// judgement is a judgement's row, as a version that holds until it was undone.
func (s session) judgement(id graph.ID) (version, bool, error) {
	r := s.short("SELECT at, undone, body FROM judgement WHERE id = ?", id)
	defer r.close()
	if !r.next() {
		return version{}, false, r.close()
	}
	return version{since: r.int(0), until: r.int(1), body: r.blob(2)}, true, r.close()
}

const (
	judgementsSQL  = "SELECT at, undone, body FROM judgement WHERE (at, id) > (?, ?) ORDER BY at, id LIMIT ?"
	judgedBlockSQL = `SELECT j.at, j.undone, j.body FROM judged d CROSS JOIN judgement j ON j.id = d.judgement
		WHERE d.block = ? AND j.undone IS NULL ORDER BY j.at, j.id`
	judgedEverywhereSQL = "SELECT at, undone, body FROM judgement WHERE organizations AND undone IS NULL ORDER BY at, id"
	anyJudgedBlocksSQL  = "SELECT 1 FROM judged LIMIT 1"
)

// Judgements as graph.Store says.
func (s *Store) Judgements(ctx context.Context, after graph.ID, limit int) ([]graph.Judgement, error) {
	var page []graph.Judgement
	err := s.read(ctx, "judgements", func(t session) (err error) {
		at := int64(0)
		if after != "" {
			v, known, err := t.judgement(after)
			if err != nil || !known {
				return err
			}
			at = v.since
		}
		page, err = t.judgements(t.long(judgementsSQL, at, after, limit))
		return err
	})
	return page, err
}

func (s session) judgements(r *rows) ([]graph.Judgement, error) {
	defer r.close()
	var all []graph.Judgement
	for r.next() {
		j, err := readJudgement(version{since: r.int(0), until: r.int(1), body: r.blob(2)})
		if err != nil {
			return nil, err
		}
		all = append(all, j)
	}
	return all, r.close()
}
