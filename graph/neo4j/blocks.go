package neo4j

import (
	"cmp"
	"context"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"talentgraph/graph"
)

// Blocks as graph.Store says.
func (s *Store) Blocks(ctx context.Context, ids []graph.ID) (graph.Blocks, error) {
	var all graph.Blocks
	err := s.readLeader(ctx, "blocks", func(t transaction) error {
		all.Judged = nil
		blocks := make(map[graph.ID]*graph.Block, len(ids))
		for _, id := range ids {
			blocks[id] = &graph.Block{ID: id}
		}
		p := parameters{"ids": sortedTexts(ids)}
		if err := t.each(`MATCH (r:Rules {id: 'rules'}) RETURN r.version`, nil, func(v []any) { all.Rules = v[0].(int64) }); err != nil {
			return err
		}
		if err := t.each(`MATCH (j:Rule) WHERE j.undone IS NULL RETURN j`, nil, func(v []any) {
			all.Judged = append(all.Judged, decodeJudgement(v[0].(neo4j.Node).Props))
		}); err != nil {
			return err
		}
		if len(ids) > 0 {
			if err := t.readBlocks(p, blocks); err != nil {
				return err
			}
		}
		all.Blocks = make(map[graph.ID]graph.Block, len(blocks))
		for id, b := range blocks {
			slices.SortFunc(b.Claims, func(x, y graph.Claim) int { return cmp.Compare(x.ID, y.ID) })
			slices.SortFunc(b.People, func(x, y graph.Person) int { return cmp.Compare(x.ID, y.ID) })
			slices.SortFunc(b.Moves, func(x, y graph.Move) int { return cmp.Compare(x.ID, y.ID) })
			slices.SortFunc(b.Judgements, compareJudgements)
			all.Blocks[id] = *b
		}
		slices.SortFunc(all.Judged, compareJudgements)
		return nil
	})
	if err != nil {
		return graph.Blocks{}, err
	}
	return all, nil
}

func (t transaction) readBlocks(p parameters, blocks map[graph.ID]*graph.Block) error {
	in := func(v []any) (*graph.Block, properties) {
		return blocks[graph.ID(v[0].(string))], v[1].(neo4j.Node).Props
	}
	for _, x := range []struct {
		statement string
		row       func(v []any)
	}{
		{`UNWIND $ids AS id MATCH (b:Block {id: id}) USING INDEX SEEK b:Block(id) RETURN id, b.version`, func(v []any) {
			blocks[graph.ID(v[0].(string))].Version = v[1].(int64)
		}},
		{`UNWIND $ids AS id MATCH (b:Block {id: id})<-[:ON]-(j:Judgement) USING INDEX SEEK b:Block(id) WHERE j.undone IS NULL RETURN id, j`, func(v []any) {
			b, props := in(v)
			b.Judgements = append(b.Judgements, decodeJudgement(props))
		}},
		{`UNWIND $ids AS id MATCH (c:Claim) WHERE c.block = id RETURN id, c`, func(v []any) {
			b, props := in(v)
			c := decodeClaim(props)
			c.Quote, c.Start, c.End = "", 0, 0
			b.Claims = append(b.Claims, c)
		}},
		{`UNWIND $ids AS id MATCH (p:Person) WHERE p.block = id RETURN id, p`, func(v []any) {
			b, props := in(v)
			b.People = append(b.People, decodePerson(props))
		}},
		{`UNWIND $ids AS id MATCH (m:Move) WHERE m.block = id AND m.position > '' RETURN id, m`, func(v []any) {
			b, props := in(v)
			b.Moves = append(b.Moves, decodeMove(props))
		}},
	} {
		if err := t.each(x.statement, p, x.row); err != nil {
			return err
		}
	}
	return nil
}

// BlocksOf as graph.Store says.
func (s *Store) BlocksOf(ctx context.Context, organizations []graph.ID, after graph.ID, limit int) ([]graph.ID, error) {
	statement := `MATCH (b:Block) WHERE b.id > $after AND b.version > 0 RETURN b.id ORDER BY b.id LIMIT $limit`
	if len(organizations) > 0 {
		statement = `CALL {
				UNWIND $ids AS id MATCH (m:Move) USING INDEX m:Move(from, position)
				WHERE m.from = id AND m.position >= '' AND m.block > $after AND id IN m.mentioned RETURN m.block AS block
				UNION
				UNWIND $ids AS id MATCH (m:Move) USING INDEX m:Move(to, position)
				WHERE m.to = id AND m.position >= '' AND m.block > $after AND id IN m.mentioned RETURN m.block AS block
				UNION
				UNWIND $ids AS id MATCH (o:Organization {id: id})<-[:WITHIN]-(m:Move) USING INDEX SEEK o:Organization(id) WHERE m.block > $after RETURN m.block AS block
			}
			RETURN block ORDER BY block LIMIT $limit`
	}
	var ids []graph.ID
	err := s.read(ctx, "blocks of", func(t transaction) error {
		ids = nil
		return t.each(statement, parameters{"ids": sortedTexts(organizations), "after": string(after), "limit": limit},
			func(v []any) { ids = append(ids, graph.ID(v[0].(string))) })
	})
	if err != nil {
		return nil, err
	}
	return ids, nil
}
