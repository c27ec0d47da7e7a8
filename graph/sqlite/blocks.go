package sqlite

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"talentgraph/graph"
)

const (
	blockItemsSQL = "SELECT " + itemColumns + ", part FROM item WHERE r BETWEEN ? AND ? AND until IS NULL"
	partItemsSQL  = "SELECT " + itemColumns + ", part FROM item INDEXED BY item_part WHERE r >> 24 = ? AND part = ? AND part IS NOT NULL AND until IS NULL"
	markedSQL     = `SELECT DISTINCT part FROM mark m CROSS JOIN item i ON i.r = m.r
		WHERE m.b = ? AND m.key = ? AND m.at BETWEEN ? AND ? AND i.until IS NULL AND i.part IS NOT NULL`
)

// Blocks as graph.Store says.
func (s *Store) Blocks(ctx context.Context, q graph.BlockQuery) (graph.Blocks, error) {
	all := graph.Blocks{Blocks: make(map[graph.ID]graph.Block, len(q.IDs))}
	err := s.readAhead(ctx, "blocks", func(t session) error {
		now, err := t.stateAt(0)
		if err != nil {
			return err
		}
		all.Rules = now.rules
		if all.Judged, err = t.judgements(t.short(judgedEverywhereSQL)); err != nil {
			return err
		}
		judged, err := t.has(t.short(anyJudgedBlocksSQL))
		if err != nil {
			return err
		}
		for _, id := range q.IDs {
			if _, ok := all.Blocks[id]; ok {
				continue
			}
			if err := ctx.Err(); err != nil {
				return err
			}
			near, partly := q.Near[id]
			b, err := s.block(t, id, near, partly)
			if err != nil {
				return err
			}
			if judged {
				if b.Judgements, err = t.judgements(t.short(judgedBlockSQL, id)); err != nil {
					return err
				}
			}
			all.Blocks[id] = b
		}
		return nil
	})
	if err != nil {
		return graph.Blocks{}, err
	}
	return all, nil
}

// has reports whether a query finds anything.
func (s session) has(r *rows) (bool, error) {
	defer r.close()
	return r.next(), r.close()
}

// numberOfBlock is a block's number, 0 where there is none, and whether it is split.
func (s session) numberOfBlock(id graph.ID) (b int64, split bool, err error) {
	r := s.short(blockSQL, id)
	defer r.close()
	if r.next() {
		b, split = r.int(0), r.int(1) != 0
	}
	return b, split, r.close()
}

// block reads a block, or of one that is split what is near.
func (s *Store) block(t session, id graph.ID, near []graph.Reach, partly bool) (graph.Block, error) {
	block := graph.Block{ID: id}
	b, split, err := t.numberOfBlock(id)
	if err != nil || b == 0 {
		return block, err
	}
	block.Split = split
	x := &shelf{partly: split && partly}
	if x.partly {
		err = t.readParts(x, b, near, &block)
	} else {
		err = t.readItems(t.short(blockItemsSQL, b<<blockShift, b<<blockShift|blockRoom), x, &block)
	}
	if err != nil {
		return block, err
	}
	slices.SortFunc(block.Claims, func(a, b graph.Claim) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(block.People, func(a, b graph.Person) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(block.Moves, func(a, b graph.Move) int { return cmp.Compare(a.ID, b.ID) })
	x.version = block.Version
	s.shelves.put(id, x)
	return block, nil
}

// readParts reads the parts of a block that are near, and its head.
func (s session) readParts(x *shelf, b int64, near []graph.Reach, block *graph.Block) error {
	parts := map[int64]bool{}
	for _, reach := range near {
		r := s.short(markedSQL, b, reach.Key, reach.From, reach.To)
		for r.next() {
			parts[r.int(0)] = true
		}
		if err := r.close(); err != nil {
			return err
		}
	}
	for part := range parts {
		if err := s.readItems(s.short(partItemsSQL, b, part), x, block); err != nil {
			return err
		}
	}
	r := s.short(headSQL, headAt(b))
	defer r.close()
	if r.next() {
		var h head
		if err := h.read(r.blob(0)); err != nil {
			return err
		}
		block.Version = h.version
	}
	return r.close()
}

// readItems puts the items that a query finds into a block, and on the shelf for the commit that follows.
func (s session) readItems(r *rows, x *shelf, block *graph.Block) error {
	defer r.close()
	for r.next() {
		i := r.item()
		var id graph.ID
		switch i.kind {
		case headKind:
			var h head
			if err := h.read(i.body); err != nil {
				return err
			}
			block.Version = h.version
			continue
		case claimKind:
			c, _, err := readClaim(i.body)
			if err != nil {
				return err
			}
			c.Block, id = block.ID, c.ID
			block.Claims = append(block.Claims, c)
		case personKind:
			p, err := readPerson(i.version)
			if err != nil {
				return err
			}
			id = p.ID
			block.People = append(block.People, p)
		case moveKind:
			m, err := readMove(i.version, nil)
			if err != nil {
				return err
			}
			id = m.ID
			block.Moves = append(block.Moves, m)
		}
		if !r.isNull(itemWidth) {
			if block.Parts == nil {
				block.Parts = map[graph.ID]int64{}
			}
			block.Parts[id] = r.int(itemWidth)
		}
		x.spots = append(x.spots, spot{key(id), i.r})
	}
	return r.close()
}

const (
	allBlocksSQL    = "SELECT b.id, i.body FROM block b CROSS JOIN item i ON i.r = (b.b << 24) + 8388608 WHERE b.id > ? ORDER BY b.id"
	listedBlocksSQL = "SELECT DISTINCT r >> 24 FROM listing WHERE side IN (0, 1, 4) AND list = ? AND until IS NULL AND flags & 2 = 0"
)

// BlocksOf as graph.Store says.
func (s *Store) BlocksOf(ctx context.Context, organizations []graph.ID, after graph.ID, limit int) ([]graph.ID, error) {
	var ids []graph.ID
	err := s.read(ctx, "blocks of", func(t session) (err error) {
		if len(organizations) == 0 {
			ids, err = t.allBlocks(after, limit)
			return err
		}
		if ids, err = t.blocksOf(organizations); err != nil {
			return err
		}
		slices.Sort(ids)
		from, found := slices.BinarySearch(ids, after)
		if found {
			from++
		}
		ids = ids[from:min(from+max(limit, 0), len(ids))]
		return nil
	})
	if err != nil {
		return nil, err
	}
	return slices.Clone(ids), nil
}

func (s session) allBlocks(after graph.ID, limit int) ([]graph.ID, error) {
	var ids []graph.ID
	r := s.long(allBlocksSQL, after)
	defer r.close()
	for len(ids) < limit && r.next() {
		var h head
		if err := h.read(r.blob(1)); err != nil {
			return nil, err
		}
		if h.version > 0 { // else it was only met, never read for a commit
			ids = append(ids, graph.ID(r.text(0)))
		}
	}
	return ids, r.close()
}

func (s session) blocksOf(organizations []graph.ID) ([]graph.ID, error) {
	met := map[int64]graph.ID{}
	for _, id := range organizations {
		n, ok, err := s.numberOf(id)
		if err != nil {
			return nil, err
		}
		if !ok {
			continue
		}
		r := s.long(listedBlocksSQL, n)
		for r.next() {
			met[r.int(0)] = ""
		}
		if err := r.close(); err != nil {
			return nil, err
		}
	}
	if err := s.blockIDs(met); err != nil {
		return nil, err
	}
	return slices.Collect(maps.Values(met)), nil
}
