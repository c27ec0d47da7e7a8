package sqlite

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"talentgraph/graph"
)

// Claims as graph.Store says.
func (s *Store) Claims(ctx context.Context, q graph.ClaimQuery) (map[graph.ID][]graph.Claim, error) {
	var claims map[graph.ID][]graph.Claim
	err := s.read(ctx, "claims", func(t session) (err error) {
		r := claimReader{session: t, store: s, at: at(q.At), limit: q.Limit, lists: make(map[graph.ID]*claimList, len(q.Of))}
		if r.at == 0 {
			if r.now, err = t.commits(); err != nil {
				return err
			}
		}
		claims, err = r.read(q.Of)
		return err
	})
	if err != nil {
		return nil, err
	}
	return claims, nil
}

// claimReader reads claims in full at a time, as many at once as it can.
type claimReader struct {
	session
	store *Store
	at    int64
	now   int64 // the number of the last commit, where at is now
	limit int
	lists map[graph.ID]*claimList
}

// claimList is the claims of one thing that was asked for: their IDs not read yet, then those that count.
type claimList struct {
	ids    []graph.ID
	items  []item
	sorted bool // the IDs are in the order of the answer
}

func (l *claimList) full(limit int) bool {
	return len(l.ids) == 0 || l.sorted && limit > 0 && len(l.items) >= limit
}

func (c *claimReader) read(of []graph.ID) (map[graph.ID][]graph.Claim, error) {
	if err := c.start(wanted(of)); err != nil {
		return nil, err
	}
	for {
		var next []graph.ID
		for _, l := range c.lists {
			if !l.full(c.limit) {
				n := len(l.ids)
				if l.sorted && c.limit > 0 {
					n = min(n, c.limit-len(l.items))
				}
				next = append(next, l.ids[:n]...)
			}
		}
		if len(next) == 0 {
			break
		}
		found, err := c.holding(next)
		if err != nil {
			return nil, err
		}
		for _, l := range c.lists {
			for !l.full(c.limit) {
				i, asked := found[l.ids[0]]
				if !asked {
					break // of the next round
				}
				l.ids = l.ids[1:]
				if i.r != 0 {
					l.items = append(l.items, i)
				}
			}
		}
	}
	return c.answer()
}

// start finds what was asked for: moves with their claims' IDs, claims, and articles with their claims.
func (c *claimReader) start(asked map[graph.ID]bool) error {
	var ids, claims, articles []graph.ID
	for id := range asked {
		switch id.Kind() {
		case "Claim":
			claims = append(claims, id)
		case "Move":
			ids = append(ids, id)
		default:
			ids, articles = append(ids, id), append(articles, id)
		}
	}
	if c.at == 0 {
		var err error
		if claims, err = c.nearby(claims, claimKind, func(id graph.ID, i item) { c.lists[id] = &claimList{items: []item{i}} }); err != nil {
			return err
		}
	}
	if ids = append(ids, claims...); len(ids) == 0 {
		return nil
	}
	r := c.itemsByKeys(ids, c.at)
	defer r.close()
	for r.next() {
		i := r.item()
		switch i.kind {
		case claimKind:
			if d := decode(i.body); i.holds(c.at) {
				if id := d.id(); asked[id] {
					c.lists[id] = &claimList{items: []item{i}}
				}
			}
		case moveKind:
			m, ok, err := c.moveAt(i, c.at)
			if err != nil {
				return err
			}
			if ok && asked[m.ID] {
				c.lists[m.ID] = &claimList{ids: m.Claims, sorted: true}
			}
		}
	}
	if err := r.close(); err != nil {
		return err
	}
	if len(articles) == 0 {
		return nil
	}
	return c.startArticles(articles, asked)
}

func (c *claimReader) startArticles(ids []graph.ID, asked map[graph.ID]bool) error {
	r := c.long(articlesByKeysSQL, keys(ids))
	defer r.close()
	for r.next() {
		v := version{since: r.int(0), until: r.int(1)}
		a, said, err := readArticle(r.blob(2), v.since)
		if err != nil {
			return err
		}
		if !asked[a.ID] || !v.holds(c.at) || len(said) == 0 {
			continue
		}
		places := make([]int64, len(said))
		for k, x := range said {
			places[k] = x.r
		}
		l := &claimList{}
		items := c.long(itemsByReferenceSQL, jsonNumbers(places))
		for items.next() {
			l.items = append(l.items, items.item())
		}
		if err := items.close(); err != nil {
			return err
		}
		c.lists[a.ID] = l
	}
	return r.close()
}

// holding is, for each claim asked for, its item at the reader's time; an empty one where it did not count then.
func (c *claimReader) holding(ids []graph.ID) (map[graph.ID]item, error) {
	found := make(map[graph.ID]item, len(ids))
	for _, id := range ids {
		found[id] = item{}
	}
	if c.at == 0 {
		others, err := c.nearby(ids, claimKind, func(id graph.ID, i item) { found[id] = i })
		if err != nil || len(others) == 0 {
			return found, err
		}
		ids = others
	}
	r := c.itemsByKeys(ids, c.at)
	defer r.close()
	for r.next() {
		if i := r.item(); i.kind == claimKind && i.holds(c.at) {
			d := decode(i.body)
			if id := d.id(); found[id].r == 0 {
				found[id] = i
			}
		}
	}
	return found, r.close()
}

const (
	articlesByNumberSQL = "SELECT since, until, body FROM json_each(?) j CROSS JOIN article ON n = j.value"
	headsByBlockSQL     = "SELECT j.value, h.body FROM json_each(?) j CROSS JOIN item h ON h.r = (j.value << 24) + 8388608"
)

// answer reads what is not in the items: quotes from the articles, and the blocks' IDs.
func (c *claimReader) answer() (map[graph.ID][]graph.Claim, error) {
	numbers, blocks := map[int64]bool{}, map[int64]graph.ID{}
	answer := make(map[graph.ID][]graph.Claim, len(c.lists))
	for id, l := range c.lists {
		if len(l.items) == 0 {
			continue
		}
		claims := make([]graph.Claim, len(l.items))
		for k, i := range l.items {
			var n int64
			var err error
			if claims[k], n, err = readClaim(i.body); err != nil {
				return nil, err
			}
			numbers[n] = true
			blocks[i.r>>blockShift] = ""
		}
		answer[id] = claims
	}
	said, err := c.said(slices.Collect(maps.Keys(numbers)))
	if err != nil {
		return nil, err
	}
	if err := c.namedBlocks(blocks); err != nil {
		return nil, err
	}
	for id, l := range c.lists {
		for k, i := range l.items {
			claim, x := &answer[id][k], said[i.r]
			claim.Block, claim.Quote, claim.Start, claim.End = blocks[i.r>>blockShift], x.quote, x.start, x.end
		}
		if !l.sorted {
			slices.SortFunc(answer[id], byReported)
		}
		if c.limit > 0 && len(answer[id]) > c.limit {
			answer[id] = answer[id][:c.limit]
		}
	}
	return answer, nil
}

// said is what articles say, by item.r of the claims. The articles are kept for who asks for them next.
func (c *claimReader) said(articles []int64) (map[int64]stated, error) {
	said, met := make(map[int64]stated, len(articles)), make(map[graph.ID]graph.Article, len(articles))
	r := c.long(articlesByNumberSQL, jsonNumbers(articles))
	defer r.close()
	for r.next() {
		v := version{since: r.int(0), until: r.int(1)}
		a, claims, err := readArticle(r.blob(2), v.since)
		if err != nil {
			return nil, err
		}
		if v.holds(0) {
			met[a.ID] = a
		}
		for _, x := range claims {
			said[x.r] = x
		}
	}
	if c.at == 0 {
		c.store.articles.put(c.now, met)
	}
	return said, r.close()
}

// namedBlocks fills in the IDs of blocks with these numbers.
func (c *claimReader) namedBlocks(blocks map[int64]graph.ID) error {
	if c.at != 0 {
		return c.blockIDs(blocks)
	}
	others := c.store.blocks.get(c.now, slices.Collect(maps.Keys(blocks)), func(b int64, id graph.ID) { blocks[b] = id })
	if len(others) == 0 {
		return nil
	}
	met := make(map[int64]graph.ID, len(others))
	for _, b := range others {
		met[b] = ""
	}
	err := c.blockIDs(met)
	maps.Copy(blocks, met)
	return err
}

// blockIDs fills in the IDs of blocks with these numbers.
func (s session) blockIDs(blocks map[int64]graph.ID) error {
	r := s.long(headsByBlockSQL, jsonNumbers(slices.Collect(maps.Keys(blocks))))
	defer r.close()
	for r.next() {
		id, err := readHeadID(r.blob(1))
		if err != nil {
			return err
		}
		blocks[r.int(0)] = id
	}
	return r.close()
}

// byReported is the order of Move.Claims.
func byReported(a, b graph.Claim) int {
	if a.Reported.IsZero() != b.Reported.IsZero() {
		return -a.Reported.Compare(b.Reported)
	}
	return cmp.Or(a.Reported.Compare(b.Reported), cmp.Compare(a.ID, b.ID))
}

const itemSQL = "SELECT " + itemColumns + " FROM item WHERE r = ?"

func (s session) item(r int64) (item, bool, error) {
	q := s.short(itemSQL, r)
	defer q.close()
	if !q.next() {
		return item{}, false, q.close()
	}
	return q.item(), true, q.close()
}
