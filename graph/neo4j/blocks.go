package neo4j

import (
	"cmp"
	"context"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"talentgraph/graph"
)

// Blocks as graph.Store says.
func (s *Store) Blocks(ctx context.Context, q graph.BlockQuery) (graph.Blocks, error) {
	var all graph.Blocks
	err := s.readLeader(ctx, "blocks", func(t transaction) error {
		all.Judged = nil
		blocks := make(map[graph.ID]*graph.Block, len(q.IDs))
		for _, id := range q.IDs {
			blocks[id] = &graph.Block{ID: id}
		}
		if err := t.each(`MATCH (r:Rules {id: 'rules'}) RETURN r.version`, nil, func(v []any) { all.Rules = v[0].(int64) }); err != nil {
			return err
		}
		if err := t.each(`MATCH (j:Rule) WHERE j.undone IS NULL RETURN j`, nil, func(v []any) {
			all.Judged = append(all.Judged, decodeJudgement(v[0].(neo4j.Node).Props))
		}); err != nil {
			return err
		}
		if len(q.IDs) > 0 {
			if err := t.readBlocks(q, blocks); err != nil {
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

func (t transaction) readBlocks(q graph.BlockQuery, blocks map[graph.ID]*graph.Block) error {
	p := parameters{"ids": sortedTexts(q.IDs)}
	if err := t.each(`UNWIND $ids AS id MATCH (b:Block {id: id}) USING INDEX SEEK b:Block(id) RETURN id, b.version, b.split`, p, func(v []any) {
		b := blocks[graph.ID(v[0].(string))]
		b.Version = v[1].(int64)
		b.Split, _ = v[2].(bool)
	}); err != nil {
		return err
	}
	if err := t.each(`UNWIND $ids AS id MATCH (b:Block {id: id})<-[:ON]-(j:Judgement) USING INDEX SEEK b:Block(id) WHERE j.undone IS NULL RETURN id, j`, p, func(v []any) {
		b := blocks[graph.ID(v[0].(string))]
		b.Judgements = append(b.Judgements, decodeJudgement(v[1].(neo4j.Node).Props))
	}); err != nil {
		return err
	}
	shelves, err := t.shelves(q, blocks)
	if err != nil {
		return err
	}
	var whole []graph.ID
	for id, b := range blocks {
		if _, partly := q.Near[id]; !partly || !b.Split {
			whole = append(whole, id)
		}
	}
	for label, found := range map[string]func(*graph.Block, properties){
		"Claim": func(b *graph.Block, p properties) {
			c := decodeClaim(p)
			c.Quote, c.Start, c.End = "", 0, 0
			b.Claims = append(b.Claims, c)
		},
		"Person": func(b *graph.Block, p properties) { b.People = append(b.People, decodePerson(p)) },
		"Move":   func(b *graph.Block, p properties) { b.Moves = append(b.Moves, decodeMove(p)) },
	} {
		row := func(v []any) {
			node := v[0].(neo4j.Node).Props
			b := blocks[get[graph.ID](node, "block")]
			if b == nil { // gone or changed since the index named it: a commit came in between, and settled reads anew
				return
			}
			if part, ok := partOf(get[string](node, "shelf")); ok {
				if b.Parts == nil {
					b.Parts = map[graph.ID]int64{}
				}
				b.Parts[get[graph.ID](node, "id")] = part
			}
			found(b, node)
		}
		for property, values := range map[string][]string{"block": sortedTexts(whole), "shelf": shelves} {
			if len(values) == 0 {
				continue
			}
			indexed := ""
			if label == "Move" && property == "block" {
				indexed = " AND n.position > ''"
			}
			if err := t.each(`UNWIND $values AS x MATCH (n:`+label+`) WHERE n.`+property+` = x`+indexed+` RETURN n`, parameters{"values": values}, row); err != nil {
				return err
			}
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
			func(v []any) { ids = append(ids, graph.ID(textOf(v[0]))) })
	})
	if err != nil {
		return nil, err
	}
	return ids, nil
}
