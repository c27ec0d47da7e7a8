package sqlite

import (
	"fmt"
	"slices"

	"talentgraph/graph"
)

const articleByKeySQL = `SELECT n, since, until, body FROM recent l CROSS JOIN article ON n = -l.r WHERE l.key = ?1
	UNION ALL SELECT n, since, until, body FROM lookup l CROSS JOIN article ON n = -l.r WHERE l.key = ?1`

// articleRow is a row of article.
type articleRow struct {
	n, since, until int64
	body            []byte
	article         graph.Article
	claims          []stated
}

// articleRows are all recordings of an article, in no order.
func (s session) articleRows(id graph.ID) ([]articleRow, error) {
	r := s.short(articleByKeySQL, key(id))
	defer r.close()
	var found []articleRow
	for r.next() {
		x := articleRow{n: r.int(0), since: r.int(1), until: r.int(2), body: r.blob(3)}
		var err error
		if x.article, x.claims, err = readArticle(x.body, x.since); err != nil {
			return nil, err
		}
		if x.article.ID == id {
			found = append(found, x)
		}
	}
	return found, r.close()
}

func (s session) openArticle(id graph.ID) (articleRow, bool, error) {
	all, err := s.articleRows(id)
	if i := slices.IndexFunc(all, func(x articleRow) bool { return x.until == 0 }); i >= 0 {
		return all[i], true, err
	}
	return articleRow{}, false, err
}

// retract closes articles and their claims.
func (w *commit) retract() error {
	for _, a := range w.c.Articles { // before anything is closed: what is retracted here is still recorded
		if _, ok, err := w.openArticle(a.ID); err != nil {
			return err
		} else if ok {
			return fmt.Errorf("%w: article %s is recorded", graph.ErrConflict, a.ID)
		}
	}
	for _, id := range slices.Compact(slices.Sorted(slices.Values(w.c.Retract))) {
		row, ok, err := w.openArticle(id)
		if err != nil {
			return err
		}
		if !ok {
			return fmt.Errorf("%w: article %s is not recorded", graph.ErrConflict, id)
		}
		if err := w.exec("UPDATE article SET until = ? WHERE n = ?", w.now, row.n); err != nil {
			return err
		}
		if err := w.exec(shutListingSQL, w.now, publishedSide, 0, -number(row.article.Published), rank(id)); err != nil {
			return err
		}
		w.state.articles--
		for _, c := range row.claims {
			if err := w.exec("UPDATE item SET until = ? WHERE r = ?", w.now, c.r); err != nil {
				return err
			}
		}
		w.state.claims -= int64(len(row.claims))
	}
	return nil
}

// record adds articles with their claims.
func (w *commit) record() error {
	if len(w.c.Articles) == 0 && len(w.c.Claims) == 0 {
		return nil
	}
	last, err := w.highest("SELECT max(n) FROM article")
	if err != nil {
		return err
	}
	for _, a := range w.c.Articles {
		if _, ok := w.articles[a.ID]; ok {
			return fmt.Errorf("%w: article %s is there twice", graph.ErrInvalid, a.ID)
		}
		last++
		w.articles[a.ID] = last
	}
	said := map[graph.ID][]stated{}
	for _, c := range w.c.Claims {
		n, ok := w.articles[c.Article]
		if !ok {
			return fmt.Errorf("%w: claim %s is of the article %q, which this commit does not record", graph.ErrInvalid, c.ID, c.Article)
		}
		if _, ok := w.claims[c.ID]; ok {
			return fmt.Errorf("%w: claim %s is there twice", graph.ErrInvalid, c.ID)
		}
		at, err := w.place(c.Block, claimKind)
		if err != nil {
			return err
		}
		w.claims[c.ID] = n
		w.spots[key(c.ID)] = at
		said[c.Article] = append(said[c.Article], stated{at, c.Quote, c.Start, c.End})
		if err := w.add(insertItem, at, claimKind, w.now, w.partOf(c.ID), claimBody(c, n)); err != nil {
			return err
		}
		if err := w.remember(key(c.ID), at); err != nil {
			return err
		}
		w.state.claims++
	}
	for _, a := range w.c.Articles {
		n := w.articles[a.ID]
		if err := w.add(insertArticle, n, w.now, articleBody(a, said[a.ID])); err != nil {
			return err
		}
		if err := w.remember(key(a.ID), -n); err != nil {
			return err
		}
		if err := w.add(insertListing, publishedSide, 0, -number(a.Published), rank(a.ID), w.now, n, 0); err != nil {
			return err
		}
		w.state.articles++
	}
	return nil
}
