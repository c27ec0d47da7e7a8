package sqlite

import (
	"cmp"
	"context"
	"slices"
	"time"

	"talentgraph/graph"
)

// at is a time as the database has it; 0 is now.
func at(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return max(t.UnixMicro(), 1)
}

// Articles as graph.Store says.
func (s *Store) Articles(ctx context.Context, ids []graph.ID, when time.Time) (map[graph.ID]graph.Article, error) {
	articles := make(map[graph.ID]graph.Article, len(ids))
	err := s.read(ctx, "articles", func(t session) error {
		asked := wanted(ids)
		r := t.long(articlesByKeysSQL, keys(ids))
		defer r.close()
		for r.next() {
			v := version{since: r.int(0), until: r.int(1), body: r.blob(2)}
			a, _, err := readArticle(v.body, v.since)
			if err != nil {
				return err
			}
			if asked[a.ID] && v.holds(at(when)) {
				articles[a.ID] = a
			}
		}
		return r.close()
	})
	if err != nil {
		return nil, err
	}
	return articles, nil
}

func wanted(ids []graph.ID) map[graph.ID]bool {
	asked := make(map[graph.ID]bool, len(ids))
	for _, id := range ids {
		asked[id] = true
	}
	return asked
}

// Claims as graph.Store says.
func (s *Store) Claims(ctx context.Context, q graph.ClaimQuery) (map[graph.ID][]graph.Claim, error) {
	claims := make(map[graph.ID][]graph.Claim, len(q.Of))
	err := s.read(ctx, "claims", func(t session) error {
		reader := claimReader{session: t, at: at(q.At), articles: map[int64]articleRow{}}
		for _, id := range slices.Compact(slices.Sorted(slices.Values(q.Of))) {
			if err := ctx.Err(); err != nil {
				return err
			}
			list, err := reader.of(id, q.Limit)
			if err != nil {
				return err
			}
			if len(list) > 0 {
				claims[id] = list
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return claims, nil
}

// claimReader reads claims in full at a time, each article once.
type claimReader struct {
	session
	at       int64
	articles map[int64]articleRow
}

// of is the claims of a move, an article, or the claim with this ID.
func (c *claimReader) of(id graph.ID, limit int) ([]graph.Claim, error) {
	r := c.short(itemsByKeySQL, key(id))
	defer r.close()
	var items []item
	for r.next() {
		if i := r.item(); (i.kind == claimKind || i.kind == moveKind) && i.is(id) {
			items = append(items, i)
		}
	}
	if err := r.close(); err != nil {
		return nil, err
	}
	for _, i := range items {
		if i.kind == claimKind {
			if !i.holds(c.at) {
				continue
			}
			full, err := c.full(i)
			return []graph.Claim{full}, err
		}
		m, ok, err := c.moveAt(i, c.at)
		if err != nil {
			return nil, err
		}
		if ok {
			return c.list(m.Claims, limit)
		}
	}
	if len(items) > 0 {
		return nil, nil
	}
	return c.ofArticle(id, limit)
}

// list is the claims with these IDs that count at the reader's time.
func (c *claimReader) list(ids []graph.ID, limit int) ([]graph.Claim, error) {
	var list []graph.Claim
	for _, id := range ids {
		if limit > 0 && len(list) == limit {
			break
		}
		all, err := c.items(id, claimKind)
		if err != nil {
			return nil, err
		}
		for _, i := range all {
			if i.holds(c.at) {
				full, err := c.full(i)
				if err != nil {
					return nil, err
				}
				list = append(list, full)
				break
			}
		}
	}
	return list, nil
}

func (c *claimReader) ofArticle(id graph.ID, limit int) ([]graph.Claim, error) {
	recordings, err := c.articleRows(id)
	if err != nil {
		return nil, err
	}
	var list []graph.Claim
	for _, a := range recordings {
		if !(version{since: a.since, until: a.until}).holds(c.at) {
			continue
		}
		c.articles[a.n] = a
		for _, x := range a.claims {
			i, ok, err := c.item(x.r)
			if err != nil {
				return nil, err
			}
			if ok {
				full, err := c.full(i)
				if err != nil {
					return nil, err
				}
				list = append(list, full)
			}
		}
	}
	slices.SortFunc(list, byReported)
	if limit > 0 && len(list) > limit {
		list = list[:limit]
	}
	return list, nil
}

// byReported is the order of Move.Claims.
func byReported(a, b graph.Claim) int {
	if a.Reported.IsZero() != b.Reported.IsZero() {
		return -a.Reported.Compare(b.Reported)
	}
	return cmp.Or(a.Reported.Compare(b.Reported), cmp.Compare(a.ID, b.ID))
}

const (
	itemSQL    = "SELECT " + itemColumns + " FROM item WHERE r = ?"
	articleSQL = "SELECT n, since, until, body FROM article WHERE n = ?"
)

func (s session) item(r int64) (item, bool, error) {
	q := s.short(itemSQL, r)
	defer q.close()
	if !q.next() {
		return item{}, false, q.close()
	}
	return q.item(), true, q.close()
}

// full is a claim with its block and quote.
func (c *claimReader) full(i item) (graph.Claim, error) {
	claim, n, err := readClaim(i.body)
	if err != nil {
		return claim, err
	}
	if claim.Block, err = c.blockID(i.r >> blockShift); err != nil {
		return claim, err
	}
	a, ok := c.articles[n]
	if !ok {
		if a, _, err = c.recording(n); err != nil {
			return claim, err
		}
		c.articles[n] = a
	}
	for _, x := range a.claims {
		if x.r == i.r {
			claim.Quote, claim.Start, claim.End = x.quote, x.start, x.end
		}
	}
	return claim, nil
}

// recording is the article with a number.
func (s session) recording(n int64) (articleRow, bool, error) {
	r := s.short(articleSQL, n)
	defer r.close()
	if !r.next() {
		return articleRow{}, false, r.close()
	}
	a := articleRow{n: n, since: r.int(1), until: r.int(2)}
	var err error
	if a.article, a.claims, err = readArticle(r.blob(3), a.since); err != nil {
		return a, false, err
	}
	return a, true, r.close()
}

// blockID is the ID of the block with a number.
func (s session) blockID(b int64) (graph.ID, error) {
	r := s.short(headSQL, b<<blockShift)
	defer r.close()
	if !r.next() {
		return "", r.close()
	}
	d := decoder{s: string(r.blob(0))}
	d.uint()
	d.uint()
	id := d.id()
	if err := d.err(); err != nil {
		return "", err
	}
	return id, r.close()
}
