package neo4j

import (
	"slices"
	"strconv"
	"strings"

	"talentgraph/graph"
)

// A claim, person or move that is in a part has a property shelf with the block and the part. Mark nodes lead to claims.

func shelf(block graph.ID, part int64) string {
	return string(block) + "/" + strconv.FormatInt(part, 10)
}

// partOf is the part of a shelf; false for none.
func partOf(shelf string) (int64, bool) {
	part, err := strconv.ParseInt(shelf[strings.LastIndexByte(shelf, '/')+1:], 10, 64)
	return part, err == nil
}

// shelves are the parts near in the blocks that are split.
func (t transaction) shelves(q graph.BlockQuery, blocks map[graph.ID]*graph.Block) ([]string, error) {
	var rows []any
	for id, reaches := range q.Near {
		if b := blocks[id]; b == nil || !b.Split {
			continue
		}
		for _, r := range reaches {
			rows = append(rows, []any{string(id), r.Key, r.From, r.To})
		}
	}
	if len(rows) == 0 {
		return nil, nil
	}
	found := map[string]bool{}
	var list []string
	for part := range slices.Chunk(rows, maxRows) {
		err := t.each(`UNWIND $rows AS r MATCH (k:Mark) WHERE k.block = r[0] AND k.key = r[1] AND k.at >= r[2] AND k.at <= r[3]
			MATCH (c:Claim {id: k.claim}) USING INDEX SEEK c:Claim(id) WHERE c.shelf IS NOT NULL RETURN DISTINCT c.shelf`,
			parameters{"rows": part}, func(v []any) {
				if s := textOf(v[0]); s != "" && !found[s] {
					found[s] = true
					list = append(list, s)
				}
			})
		if err != nil {
			return nil, err
		}
	}
	slices.Sort(list)
	return list, nil
}

const unmark = `UNWIND $ids AS id MATCH (k:Mark) WHERE k.claim = id DELETE k`

// whole takes parts and marks from blocks.
func (w *writer) whole() error {
	if len(w.c.Whole) == 0 {
		return nil
	}
	p := parameters{"ids": sortedTexts(w.c.Whole)}
	for _, statement := range []string{
		`UNWIND $ids AS id MATCH (b:Block {id: id}) USING INDEX SEEK b:Block(id) REMOVE b.split`,
		`UNWIND $ids AS id MATCH (n:Claim) WHERE n.block = id REMOVE n.shelf`,
		`UNWIND $ids AS id MATCH (n:Person) WHERE n.block = id REMOVE n.shelf`,
		`UNWIND $ids AS id MATCH (n:Move) WHERE n.block = id AND n.position > '' REMOVE n.shelf`,
		`UNWIND $ids AS id MATCH (k:Mark) WHERE k.block = id AND k.key IS NOT NULL AND k.at IS NOT NULL DELETE k`,
	} {
		if err := w.do(statement, p); err != nil {
			return err
		}
	}
	return nil
}

// divide puts members into their parts and writes marks.
func (w *writer) divide() error {
	if len(w.unmarked) > 0 {
		if err := w.do(unmark, parameters{"ids": sortedTexts(w.unmarked)}); err != nil {
			return err
		}
	}
	members := map[string][]any{}
	var blocks []graph.ID
	for _, p := range w.c.Parts {
		blocks = append(blocks, p.Block)
		for _, m := range p.Members {
			members[kind(m)] = append(members[kind(m)], []any{string(m), shelf(p.Block, p.ID)})
		}
	}
	if len(blocks) > 0 {
		if err := w.do(`UNWIND $ids AS id MATCH (b:Block {id: id}) USING INDEX SEEK b:Block(id) SET b.split = true`, parameters{"ids": sortedTexts(blocks)}); err != nil {
			return err
		}
	}
	for kind, label := range map[string]string{"clm": "Claim", "per": "Person", "mov": "Move"} {
		if err := w.rows(`UNWIND $rows AS r MATCH (n:`+label+` {id: r[0]}) USING INDEX SEEK n:`+label+`(id) SET n.shelf = r[1]`, members[kind], nil); err != nil {
			return err
		}
	}
	var marks []any
	for _, m := range w.c.Marks {
		marks = append(marks, []any{string(m.Claim), m.Key, m.At})
	}
	return w.rows(`UNWIND $rows AS r MATCH (c:Claim {id: r[0]}) USING INDEX SEEK c:Claim(id)
		CREATE (:Mark {claim: r[0], block: c.block, key: r[1], at: r[2]})`, marks, nil)
}
