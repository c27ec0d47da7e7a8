package sqlite

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"talentgraph/graph"
)

const blockItemsSQL = "SELECT " + itemColumns + " FROM item WHERE r BETWEEN ? AND ? AND until IS NULL"

// Blocks as graph.Store says.
func (s *Store) Blocks(ctx context.Context, ids []graph.ID) (graph.Blocks, error) {
	all := graph.Blocks{Blocks: make(map[graph.ID]graph.Block, len(ids))}
	err := s.read(ctx, "blocks", func(t session) error {
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
		for _, id := range ids {
			if _, ok := all.Blocks[id]; ok {
				continue
			}
			if err := ctx.Err(); err != nil {
				return err
			}
			b, err := t.block(id)
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

// numberOfBlock is a block's number; false where there is none.
func (s session) numberOfBlock(id graph.ID) (int64, bool, error) {
	r := s.short(blockSQL, id)
	defer r.close()
	if !r.next() {
		return 0, false, r.close()
	}
	return r.int(0), true, r.close()
}

func (s session) block(id graph.ID) (graph.Block, error) {
	block := graph.Block{ID: id}
	b, ok, err := s.numberOfBlock(id)
	if err != nil || !ok {
		return block, err
	}
	r := s.short(blockItemsSQL, b<<blockShift, b<<blockShift|blockRoom)
	defer r.close()
	for r.next() {
		switch i := r.item(); i.kind {
		case headKind:
			var h head
			if err := h.read(i.body); err != nil {
				return block, err
			}
			block.Version = h.version
		case claimKind:
			c, _, err := readClaim(i.body)
			if err != nil {
				return block, err
			}
			c.Block = id
			block.Claims = append(block.Claims, c)
		case personKind:
			p, err := readPerson(i.version)
			if err != nil {
				return block, err
			}
			block.People = append(block.People, p)
		case moveKind:
			m, err := readMove(i.version, nil)
			if err != nil {
				return block, err
			}
			block.Moves = append(block.Moves, m)
		}
	}
	slices.SortFunc(block.Claims, func(a, b graph.Claim) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(block.People, func(a, b graph.Person) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(block.Moves, func(a, b graph.Move) int { return cmp.Compare(a.ID, b.ID) })
	return block, r.close()
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
